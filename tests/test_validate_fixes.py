"""What `validate --fix` changes, and that it changes nothing else.

`fixes/NAME.json` (or `.yaml`, `.jsonl`) becomes `NAME.fixed.json` by `validate --fix`, with the
further flags in `NAME.args`.
"""

import json
import os
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, PROGRAM, run_here, run_program
from damage import STYLES, Damage, comments_in, damages, right_documents, text_in
from hypothesis import event, given, settings
from hypothesis import strategies as st
from test_hostile_text import assert_harmless
from test_streams import on_terminal

from swaigctl.check.changes import NotEditable
from swaigctl.check.edits import Editor, with_edits
from swaigctl.check.fixes import change_for, fixed_text, put_right, with_fixes
from swaigctl.check.texts import documents_in
from swaigctl.check.validation import FileReport, verdicts
from swaigctl.findings import Finding
from swaigctl.formats.outputs import Changed, replace

pytestmark = pytest.mark.once

FOLDER = HERE / "fixes"
PAIRS = sorted(
    each for each in FOLDER.iterdir() if ".fixed." not in each.name and each.suffix != ".args"
)

WRONG = '{"sections": {"main": [{"answer": {}}, {"hangup": {"reason": "Busy"}}]}}\n'
FIXED = '{"sections": {"main": [{"answer": {}}, {"hangup": {"reason": "busy"}}]}}\n'


def fixed_of(path: Path) -> Path:
    return path.with_suffix(f".fixed{path.suffix}")


def flags_of(path: Path) -> list[str]:
    further = path.with_suffix(".args")
    return shlex.split(further.read_text(encoding="utf-8")) if further.exists() else []


def report_of(text: str, name: str, kind: str = "") -> FileReport:
    return FileReport(name, text, list(verdicts(text, name, kind)))


def as_it_is(file: FileReport) -> FileReport:
    return file


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A file in the current folder."""
    monkeypatch.chdir(tmp_path)

    def made(name: str, text: str = WRONG) -> Path:
        path = Path(name)
        path.write_bytes(text.encode())
        return path

    return made


# Pairs.


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.name)
def test_pair(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    copy = shutil.copy(path, path.name)
    expected = fixed_of(path).read_bytes()
    for _ in range(2):  # the second time there is nothing to do
        run_here(["validate", "--fix", copy, *flags_of(path)])
        assert Path(copy).read_bytes() == expected
    assert os.listdir() == [path.name]


def test_every_pair_is_whole() -> None:
    assert {fixed_of(each).name for each in PAIRS} == {
        each.name for each in FOLDER.glob("*.fixed.*")
    }


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.name)
def test_diff_is_what_fix_changes(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    copy = shutil.copy(path, path.name)
    outcome = run_here(["validate", "--diff", copy, *flags_of(path)])
    assert Path(copy).read_bytes() == path.read_bytes()
    expected = fixed_of(path).read_bytes()
    is_broken = path.suffix == ".jsonl"
    assert outcome.status == int(expected != path.read_bytes() or is_broken)
    if expected == path.read_bytes():
        assert outcome.out == b""
        return
    subprocess.run(["patch", "--binary", "-s", copy], input=outcome.out, check=True)
    assert Path(copy).read_bytes() == expected


# Right documents, damaged.


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, Any, Damage]:
    number = draw(st.integers(0, len(right_documents()) - 1))
    kind, value = right_documents()[number]
    whats = sorted({each.what for each in damages(number)})
    what = draw(st.sampled_from(whats))
    return kind, value, draw(st.sampled_from([e for e in damages(number) if e.what == what]))


@given(damaged(), st.sampled_from(STYLES), st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=1500, deadline=None)
def test_damage_is_put_right(
    case: tuple[str, Any, Damage], style: str, line_end: str, with_comments: bool
) -> None:
    kind, value, damage = case
    event(damage.what)
    text, name = text_in(style, damage.value, line_end, with_comments)
    before = report_of(text, name, kind)
    assert before.findings
    after = put_right(before, damage.unsafe, as_it_is).file
    assert not after.findings
    assert json.dumps(after.verdicts[0].read.value) == json.dumps(value)
    in_order: Callable[[list[str]], list[str]] = (
        sorted if damage.what == "transfer inside" else list
    )
    assert in_order(comments_in(after.text)) == in_order(comments_in(text))
    assert after.text.count("\r\n") == (after.text.count("\n") if "\r" in line_end else 0)
    assert_only_changed_there(text, after.text, damage, before)
    assert fixed_text(report_of(after.text, name, kind), True) == after.text


def assert_only_changed_there(before: str, after: str, damage: Damage, file: FileReport) -> None:
    """Nothing changed outside the lines that the damaged value stands on."""
    places = file.verdicts[0].read.places
    spots = places.spots(damage.path)
    key, begin, *_, end = spots[-1]
    first = before.rfind("\n", 0, begin if key is None else key) + 1
    last = before.find("\n", max(begin, end - 1))
    assert after.startswith(before[:first])
    assert after.endswith(before[last:])


@given(st.lists(damaged(), min_size=2, max_size=4), st.sampled_from(["x.jsonl", "x.yaml"]))
@settings(max_examples=150, deadline=None)
def test_damage_in_several_documents(cases: list[tuple[str, Any, Damage]], name: str) -> None:
    separator = "---\n" if name == "x.yaml" else ""
    style = "block" if name == "x.yaml" else "compact"
    texts = [text_in(style, damage.value, "\n", False)[0] for _, _, damage in cases]
    text = separator.join(texts)
    after = put_right(report_of(text, name), True, as_it_is).file
    kinds = [verdict.kind for verdict in after.verdicts]
    for (kind, value, _), found, verdict in zip(cases, kinds, after.verdicts, strict=True):
        if kind == found:  # nobody said what it is
            assert json.dumps(verdict.read.value) == json.dumps(value)


@given(damaged(), st.sampled_from(STYLES), st.booleans())
@settings(max_examples=200, deadline=None)
def test_each_fix_by_itself_takes_its_finding_away(
    case: tuple[str, Any, Damage], style: str, with_comments: bool
) -> None:
    kind, _, damage = case
    text, name = text_in(style, damage.value, "\n", with_comments)
    report = with_fixes(report_of(text, name, kind))
    count = len(report.findings)
    for finding in report.findings:
        if finding.fix is not None:
            after = report_of(with_edits(text, finding.fix.edits), name, kind)
            assert len(after.findings) < count
            assert finding.fix.is_safe or damage.unsafe or finding.suggestion is not None
            assert finding.fix.message.endswith(".")


# What is left alone.


@pytest.mark.parametrize(
    ("name", "text"),
    [
        # Something else would be found then.
        ("x.json", '{"action": [[{"stop": true}], {"hold": 2}]}'),
        # There is one of this name already.
        (
            "x.json",
            '{"action": {"SWML": {"sections": {"main": []}, "transfer": true}, "transfer": true}}',
        ),
        ("x.json", '{"response": "a", "Response": "b"}'),
        # What an anchor names, or an alias leads to.
        ("x.yaml", "sections: {main: [{hangup: &a {reason: Busy}}, {hangup: *a}]}"),
        ("x.yaml", "sections: {main: &a [{hangup: {reason: Busy}}]}"),
        ("x.yaml", "sections: {main: [hangup: {reason: !!str Busy}]}"),
        # A comment would be lost.
        ("x.yaml", "sections:\n  main:\n    - hangup: {reason: [  # why\n        busy]}\n"),
        # It can't be read.
        ("x.json", '{"response": 5'),
        ("x.json", '"Busy"'),
        # What was meant is not known.
        ("x.json", '{"connect": {"serial_parallel": [[[{"to": "a"}], [{"to": "b"}]]]}}'),
        ("x.json", '{"sections": {"main": [{"hangup": {"reason": "tired"}}]}}'),
    ],
)
def test_left_alone(name: str, text: str) -> None:
    report = report_of(text, name)
    assert report.findings
    assert put_right(report, False, as_it_is).count == 0
    assert not any(each.fix and each.fix.is_safe for each in with_fixes(report).findings)


def test_findings_that_do_not_count_are_not_fixed() -> None:
    text = '{"response": 5, "post_process": "true"}'

    def kept(file: FileReport) -> FileReport:
        verdict = file.verdicts[0]
        verdict.findings = [each for each in verdict.findings if each.code == "type"]
        return file

    after = put_right(kept(report_of(text, "x.json")), False, kept)
    assert after.file.text == '{"response": "5", "post_process": "true"}'


def test_one_that_does_not_help_leaves_the_others() -> None:
    steps = [[{"hangup": {}}], {"answer": {}}]  # which never runs behind 'hangup'
    actions = [{"SWML": {"sections": {"main": steps}}}, {"say": 5}] * 30
    text = json.dumps({"response": 5, "action": actions})
    after = put_right(report_of(text, "x.json"), False, as_it_is)
    assert after.count == 31
    assert [each.code for each in after.file.findings if each.is_error] == ["one-level-deep"] * 30


def test_unsafe_ones_that_do_not_help_leave_the_safe_ones() -> None:
    """Around these sections belongs a document, in which nothing would lead to one of them."""
    text = '{"main": [{"hangup": {"reason": "Busy"}}], "sub": [[{"answer": {}}]]}'
    expected = '{"main": [{"hangup": {"reason": "busy"}}], "sub": [{"answer": {}}]}'
    assert fixed_text(report_of(text, "x.json"), True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"main": [{"say": {"text": "Hi"}}]}', '{"main": [{"play": {"url": "say:Hi"}}]}'),
        ("main:\n- say:\n    text: Hi\n", "main:\n- play:\n    url: say:Hi\n"),
        ("main: [say: {text: 'Hi, you'}]", 'main: [play: {url: "say:Hi, you"}]'),
    ],
)
def test_step_in_place_of_what_is_no_verb(text: str, expected: str) -> None:
    (read,) = documents_in(text, "YAML" if text[0] != "{" else "JSON")
    content = next(iter(read.value["main"][0]["say"].values()))  # type: ignore[index]
    suggestion = {"play": {"url": f"say:{content}"}}
    finding = Finding(
        "unknown-verb", "", path=("main", 0, "say"), suggestion=suggestion, about_key=True
    )
    made = change_for(finding, Editor(read))
    assert made is not None
    change, is_safe, _ = made
    assert not is_safe
    assert with_edits(text, change.edits) == expected
    assert change.make(read.value["main"][0]) == suggestion  # type: ignore[index]


def test_step_that_says_less_is_not_written() -> None:
    (read,) = documents_in('[{"say": {"text": "Hi", "voice": "x"}}]', "JSON")
    finding = Finding(
        "unknown-verb", "", path=(0, "say"), suggestion={"play": {"url": "say:Hi"}}, about_key=True
    )
    assert change_for(finding, Editor(read)) is None


def test_an_action_is_no_misspelt_verb() -> None:
    """`say` is very like `pay`."""
    text = '{"sections": {"main": [{"answer": {}}, {"say": "Hi"}]}}'
    assert '{"pay": ' not in fixed_text(report_of(text, "x.json"), True)


def test_names_that_lead_nowhere_are_refused() -> None:
    (read,) = documents_in('{"a": 1}', "JSON")
    for path in (("b",), ("a", "b"), ("a", 0)):
        with pytest.raises(NotEditable):
            Editor(read).replacement(path, 2)


# Files.


def test_several_files(file: Callable[..., Path]) -> None:
    for name in ("a.json", "b.json", "right.json"):
        file(name, FIXED if name == "right.json" else WRONG)
    before = os.stat("right.json")
    outcome = run_program(["validate", "--fix", "a.json", "b.json", "right.json"])
    assert outcome.out.decode().endswith("; 2 fixed.\n")
    assert (outcome.status, outcome.err) == (0, "")
    assert {Path(each).read_text(encoding="utf-8") for each in os.listdir()} == {FIXED}
    after = os.stat("right.json")
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_status_is_by_what_is_left(file: Callable[..., Path]) -> None:
    path = file("a.json", WRONG.replace("answer", "answr"))
    outcome = run_program(["validate", "--fix", "a.json"])
    assert outcome.status == 1
    assert outcome.out.decode().endswith("; 1 fixed (1 more with --unsafe-fixes).\n")
    assert path.read_text(encoding="utf-8") == FIXED.replace("answer", "answr")
    outcome = run_program(["validate", "--fix", "--unsafe-fixes", "a.json"])
    assert outcome.status == 0
    assert path.read_text(encoding="utf-8") == FIXED


def test_without_fix_it_is_said_how_many_there_are(file: Callable[..., Path]) -> None:
    file("a.json", WRONG.replace("answer", "answr"))
    outcome = run_program(["validate", "a.json"])
    end = "; --fix can put 1 right, and 1 more with --unsafe-fixes.\n"
    assert outcome.out.decode().endswith(end)
    summary = json.loads(run_program(["validate", "--format", "json", "a.json"]).out)["summary"]
    assert (summary["fixable"], summary["fixable_unsafe"]) == (1, 1)
    assert "fixed" not in summary
    file("a.json", '{"sections": {"main": [{"answer": {}}, {"hangupp": {}}]}}')
    outcome = run_program(["validate", "a.json"])
    assert outcome.out.decode().endswith("; --fix --unsafe-fixes can put 1 right.\n")


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o666])
def test_permissions_stay(file: Callable[..., Path], mode: int) -> None:
    path = file("a.json")
    path.chmod(mode)
    assert run_here(["validate", "--fix", "a.json"]).status == 0
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_text(encoding="utf-8") == FIXED


def test_links_are_followed(file: Callable[..., Path]) -> None:
    Path("inner").mkdir()
    path = file("inner/a.json")
    Path("link.json").symlink_to("inner/a.json")
    assert run_here(["validate", "--fix", "link.json", "inner/a.json"]).status == 0
    assert Path("link.json").is_symlink()
    assert path.read_text(encoding="utf-8") == FIXED
    assert os.listdir("inner") == ["a.json"]


def test_a_file_that_may_only_be_read_leaves_the_others(file: Callable[..., Path]) -> None:
    path = file("a.json")
    path.chmod(0o444)
    other = file("b.json")
    outcome = run_here(["validate", "--fix", "a.json", "b.json"])
    assert path.read_text(encoding="utf-8") == WRONG
    assert other.read_text(encoding="utf-8") == FIXED
    assert outcome.status == 1
    out = outcome.out.decode()
    assert "error: 'a.json' can't be written: it may only be read. [source]" in out
    assert "reason must be one of" in out
    assert out.endswith("; 1 fixed.\n")


def test_a_pipe_is_not_written(file: Callable[..., Path]) -> None:
    os.mkfifo("pipe.json")
    with subprocess.Popen(["sh", "-c", f"printf '%s' '{WRONG}' > pipe.json"]) as writer:
        outcome = run_program(["validate", "--fix", "pipe.json"])
    assert writer.returncode == 0
    assert "is no regular file, so nothing was written to it" in outcome.out.decode()
    assert outcome.status == 1


def test_a_file_that_changes_meanwhile_stays_as_it_is(
    file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from swaigctl.check.control import Control
    from swaigctl.check.validation import file_report
    from swaigctl.cli.tools.fixing import Fixing

    path = file("a.json")
    options = {"fix": True, "diff": False, "unsafe_fixes": False, "fail_on": "error"}
    options |= {"output": None, "as": None, "lines": False}
    control = Control({**options, "select": None, "ignore": None})

    def kept(report: FileReport) -> FileReport:
        """The second time, another program has written to the file."""
        if report.text == FIXED:
            subprocess.run(["sh", "-c", "echo >> a.json"], check=True)
        return control.kept(report)

    report = Fixing(options).treated("a.json", kept(file_report("a.json", True)), kept)
    assert path.read_text(encoding="utf-8") == f"{WRONG}\n"
    assert [each.code for each in report.findings] == ["choice", "source"]
    assert "was changed meanwhile" in report.findings[-1].message
    assert os.listdir() == ["a.json"]


def test_what_is_not_as_it_was_is_not_replaced(file: Callable[..., Path]) -> None:
    path = file("a.json", "new")
    with pytest.raises(Changed):
        replace(path, b"fixed", b"old")
    assert path.read_bytes() == b"new"
    assert os.listdir() == ["a.json"]
    replace(path, b"fixed", b"new")
    assert path.read_bytes() == b"fixed"


def test_two_at_once_leave_a_whole_file(file: Callable[..., Path]) -> None:
    steps = ", ".join(['{"hangup": {"reason": "Busy"}}'] * 2_000)
    path = file("a.json", f'{{"sections": {{"main": [{steps}]}}}}')
    command = [str(PROGRAM), "validate", "--fix", "a.json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as one:
        two = subprocess.run(command, capture_output=True, check=False)
        out = one.communicate()[0]
    assert "Busy" not in path.read_text(encoding="utf-8")
    assert b"2000 fixed" in (out + two.stdout).replace(b",", b"")
    assert os.listdir() == ["a.json"]


@pytest.mark.parametrize("output", ["missing/found.json", ".", "a.json", "\0", "gone.json"])
def test_nothing_is_fixed_if_the_report_cannot_be_written(
    file: Callable[..., Path], output: str
) -> None:
    path = file("a.json")
    Path("gone.json").symlink_to("missing/found.json")
    outcome = run_here(["validate", "--fix", "a.json", "--output", output])
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith("Error: --output: ")
    assert path.read_text(encoding="utf-8") == WRONG
    assert sorted(os.listdir()) == ["a.json", "gone.json"]


def test_a_report_of_what_was_fixed(file: Callable[..., Path]) -> None:
    path = file("a.json")
    outcome = run_program(["validate", "--fix", "a.json", "--output", "found.json"])
    assert outcome.status == 0
    assert path.read_text(encoding="utf-8") == FIXED
    report = json.loads(Path("found.json").read_text(encoding="utf-8"))
    assert report["summary"]["fixed"] == 1
    assert sorted(os.listdir()) == ["a.json", "found.json"]


# Standard input, and flags.


def test_standard_input_goes_to_standard_output() -> None:
    text = WRONG.replace("\n", "\r\n")
    outcome = run_program(["validate", "--fix", "-"], stdin=b"\xef\xbb\xbf" + text.encode())
    assert outcome.out == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode()
    assert outcome.err.startswith("No findings in 1 file (")
    assert outcome.err.endswith("); 1 fixed.\n")
    assert outcome.status == 0
    outcome = run_program(["validate", "--fix"], stdin=b'{"say": []}')
    assert outcome.out == b'{"say": []}'
    assert outcome.err.startswith("<stdin>:1:9: error: say must be text")
    assert outcome.status == 1
    outcome = run_program(["validate", "--fix", "--format", "json", "-"], stdin=WRONG.encode())
    assert outcome.out == FIXED.encode()
    assert json.loads(outcome.err)["summary"]["fixed"] == 1


def test_standard_input_as_a_diff() -> None:
    outcome = run_program(["validate", "--diff", "-"], stdin=WRONG.encode())
    assert outcome.out.decode() == (f"--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@\n-{WRONG}+{FIXED}")
    assert outcome.err == "'--fix' would put 1 finding right.\n"
    assert outcome.status == 1


def test_diff_of_nothing(file: Callable[..., Path]) -> None:
    file("a.json", FIXED)
    outcome = run_program(["validate", "--diff", "a.json"])
    assert (outcome.status, outcome.out, outcome.err) == (0, b"", "")
    file("a.yaml", "a: [")
    outcome = run_program(["validate", "--diff", "a.yaml"])
    assert (outcome.status, outcome.out) == (1, b"")
    none, error = outcome.err.splitlines()
    assert none == "1 finding, of which none can be put right safely."
    assert error.startswith("Error: a.yaml:1:4: not valid YAML")


def test_diff_counts_for_more_than_fix(file: Callable[..., Path]) -> None:
    path = file("a.json")
    assert run_program(["validate", "--fix", "--diff", "a.json"]).status == 1
    assert path.read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes: says how far '--fix' or '--diff' goes"),
        (["--diff", "--format", "json"], "--diff: shows changes and no findings"),
        (["--diff", "--output", "x"], "--diff: shows changes and no findings"),
    ],
)
def test_flags_that_do_not_go_together(
    file: Callable[..., Path], flags: list[str], message: str
) -> None:
    file("a.json")
    outcome = run_program(["validate", "a.json", *flags])
    assert (outcome.status, outcome.out) == (2, b"")
    assert message in outcome.err


HOSTILE = "\x1b[31m\u202e##[error]x"


def test_a_terminal_obeys_nothing_in_a_diff(file: Callable[..., Path]) -> None:
    name = f"a{HOSTILE}\n::error::.yaml"
    text = "response: 5  # \u202e ##[error]\r\n# ::error::\r\nx: '\u202e'\r\n"
    file(name, text)
    out = on_terminal(["validate", "--diff", name], "stdout")
    assert '+response: "5"' in out
    assert_harmless(out)
    piped = run_program(["validate", "--diff", name]).out.decode()
    assert f"-{text.split(chr(10), maxsplit=1)[0]}\n" in piped
    for line in piped.split("\n")[:2]:
        assert_harmless(line)


def test_a_text_is_judged_as_a_whole() -> None:
    """And not once for each of its findings."""
    text = json.dumps({"sections": {"main": ["answer"] * 1000}})
    report = report_of(text, "x.json")
    count = 0

    def see(frame: Any, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_code.co_name == "findings_in"

    sys.setprofile(see)
    try:
        done = put_right(report, False, as_it_is)
    finally:
        sys.setprofile(None)
    assert done.count == 1000
    assert 0 < count < 10
