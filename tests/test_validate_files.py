"""Which files `validate` judges: named ones, those in folders, those that a glob finds, pipes."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from conftest import PROGRAM, Outcome, run_here, run_program

from swaigctl.check.validation import UNREADABLE

pytestmark = pytest.mark.once

RIGHT = '{"response": "Hi"}'
WRONG = '{"response": 1}'
OTHER = '{"name": "x", "version": "1.0.0", "scripts": {}}'


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()  # nothing around it configures anything
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def report(*arguments: str) -> dict[str, object]:
    """What is found, as JSON has it."""
    outcome = run_here(["validate", "--format", "json", *arguments])
    assert outcome.err == ""
    found: dict[str, object] = json.loads(outcome.out)
    return found


def files_of(*arguments: str) -> list[str]:
    """The files in which something is found, in order."""
    findings = report(*arguments)["findings"]
    assert isinstance(findings, list)
    return list(dict.fromkeys(finding["file"] for finding in findings))


def counts_of(*arguments: str) -> tuple[object, object]:
    """How many files were judged, and how many skipped."""
    summary = report(*arguments)["summary"]
    assert isinstance(summary, dict)
    return summary["files"], summary["skipped"]


def test_folder_finds_files_by_their_endings_in_order() -> None:
    names = [
        "d/a.json",
        "b/a.json",
        "a.JSON",
        "c.yaml",
        "d.yml",
        "e.swml",
        "f.jsonl",
        "b/c/g.NDJSON",
        "h.txt",
    ]
    for name in names:
        put(f"flows/{name}", WRONG)
    expected = ["a.JSON", "c.yaml", "d.yml", "e.swml", "f.jsonl", "b/a.json", "b/c/g.NDJSON"]
    expected.append("d/a.json")
    assert files_of("flows") == [f"flows/{name}" for name in expected]


def test_current_folder_goes_without_a_dot() -> None:
    put("b/a.json", WRONG)
    assert files_of(".") == ["b/a.json"]


@pytest.mark.parametrize(
    ("folder", "sign"),
    [
        (".git", ""),
        ("node_modules", ""),
        ("__pycache__", ""),
        ("site-packages", ""),
        ("env", "pyvenv.cfg"),
        ("cache", "CACHEDIR.TAG"),
    ],
)
def test_folders_that_are_left_out_unless_named(folder: str, sign: str) -> None:
    put(f"x/{folder}/inner/a.json", WRONG)
    if sign:
        put(f"x/{folder}/{sign}", "")
    put("x/.github/b.json", WRONG)
    assert files_of("x") == ["x/.github/b.json"]
    assert files_of("x/" + folder) == [f"x/{folder}/inner/a.json"]


@pytest.mark.parametrize(
    ("text", "is_judged"),
    [
        (OTHER, False),
        ("[]", False),
        ("{}", False),
        ("7", False),
        ('[{"name": 1}]', False),
        ('{"sections": 1}', True),
        ('{"action": 1}', True),
        ('{"response": 1}', True),
        ('{"say": 1, "name": "x"}', True),
        ('{"SWML": 1}', True),
        ('[{"say": 1}]', True),
        ('{"sektions": {"main": []}}', False),
    ],
)
def test_found_file_is_judged_if_something_is_recognised(text: str, is_judged: bool) -> None:
    put("x/a.json", text)
    put("x/b.txt", "something else")
    assert counts_of("x") == ((1, 0) if is_judged else (0, 1))
    assert counts_of("x/*") == ((1, 1) if is_judged else (0, 2))
    assert counts_of("x/a.json") == (1, 0)
    assert files_of("x/a.json") or text == "{}"


def test_as_judges_what_is_only_like_a_document() -> None:
    put("x/a.json", '{"sektions": {"main": []}}')
    put("x/b.json", '{"unrelated": 1}')
    assert files_of("x", "--as", "swml") == ["x/a.json"]
    assert counts_of("x", "--as", "swml") == (1, 1)


@pytest.mark.parametrize(
    ("text", "is_judged"),
    [
        ('{"name": ', False),
        ('{"response": ', True),
        ('{"post_process": true, "action": [', True),
        ('{\n    "version": "1.0.0",\n    "sections": {', True),
        ('{"x": {"response": ', False),
        ("", False),
        ("\0\1\2", False),
        ('{"a": 1} // action', False),
    ],
)
def test_found_file_that_cannot_be_read_is_reported_if_it_looks_like_one(
    text: str, is_judged: bool
) -> None:
    put("x/a.json", text)
    assert counts_of("x") == ((1, 0) if is_judged else (0, 1))
    assert counts_of("x/a.json") == (1, 0)
    assert files_of("x/a.json") == ["x/a.json"]


@pytest.mark.parametrize(
    ("text", "is_judged"),
    [
        ("sections: {main: [", True),
        ("  sections:\n\t- x", True),
        ("action: {", True),
        ("steps:\n  - action: {", False),
    ],
)
def test_found_yaml_that_cannot_be_read(text: str, is_judged: bool) -> None:
    put("x/a.yaml", text)
    assert counts_of("x") == ((1, 0) if is_judged else (0, 1))


def test_summary_says_what_was_skipped() -> None:
    put("x/a.json", OTHER)
    put("x/b.json", "{")
    put("x/c.json", RIGHT)
    outcome = run_here(["validate", "x"])
    assert outcome.out.decode().splitlines() == [
        "Skipped 1 file, as nothing in it is SWML, a response or an action: x/a.json.",
        f"Skipped 1 file, as {UNREADABLE}: x/b.json.",
        "No findings in 1 file (judged as a response).",
    ]
    summary = report("x")["summary"]
    assert isinstance(summary, dict)
    assert (summary["files"], summary["skipped"]) == (1, 2)


@pytest.mark.parametrize("text", ["ü", "u"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_found_file_in_another_encoding(encoding: str, text: str) -> None:
    Path("x").mkdir()
    Path("x/a.json").write_bytes(f'{{"response": "{text}"}}'.encode(encoding))
    Path("x/b.json").write_bytes(f'{{"name": "{text}"}}'.encode(encoding))
    assert files_of("x") == ["x/a.json"]
    assert counts_of("x") == (1, 1)


def test_found_file_with_bytes_that_are_not_utf8() -> None:
    Path("x").mkdir()
    Path("x/a.json").write_bytes(b'{"response": "\xff"}')
    Path("x/b.json").write_bytes(b'{"name": "\xff"}')
    assert files_of("x") == ["x/a.json"]
    assert counts_of("x") == (1, 1)


def test_stream_is_judged_as_a_whole_if_one_document_is_recognised() -> None:
    put("x/a.yaml", "name: x\n---\nresponse: 1\n")
    put("x/b.jsonl", '{"name": 1}\n{"response": 1}\n')
    assert files_of("x") == ["x/a.yaml", "x/b.jsonl"]


def test_file_is_judged_once_and_as_named_if_it_is_named() -> None:
    put("x/a.json", OTHER)
    absolute = os.path.abspath("x/a.json")
    for words in (
        ["x/a.json", "x/a.json"],
        ["x", "x/a.json"],
        ["./x/a.json", "x/*.json", "x"],
        ["x", absolute],
    ):
        assert counts_of(*words) == (1, 0)


def test_file_called_minus_is_not_standard_input() -> None:
    put("-", WRONG)
    outcome = run_program(["validate", "-", "./-"], stdin=RIGHT.encode())
    assert outcome.out.startswith(b"./-:1:14: error: ")
    assert b"\n1 error in 2 files (judged as 2 responses)" in outcome.out


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("*.json", ["a.json"]),
        ("x/*.json", ["x/a.json", "x/b.json"]),
        ("x/[ab].json", ["x/a.json", "x/b.json"]),
        ("x/[!a].json", ["x/b.json"]),
        ("x/?.json", ["x/a.json", "x/b.json"]),
        ("*/*.json", ["x/a.json", "x/b.json"]),
        ("x/*/a.json", ["x/up/a.json", "x/y/a.json"]),
        ("**/*.json", ["a.json", "x/a.json", "x/b.json", "x/y/a.json"]),
        ("x/**/a.json", ["x/a.json", "x/y/a.json"]),
        ("**/**/y/*", ["x/y/a.json", "x/y/c.txt"]),
        ("*/y/**", ["x/y/a.json", "x/y/c.txt"]),
        (".h*/*.json", [".hidden/a.json"]),
        ("x/node_modules/*.json", ["x/node_modules/a.json"]),
        ("./x/../x/b.*", ["./x/../x/b.json"]),
    ],
)
def test_globs(pattern: str, files: list[str]) -> None:
    for name in (
        "a.json",
        "x/a.json",
        "x/b.json",
        "x/y/a.json",
        "x/y/c.txt",
        "x/node_modules/a.json",
    ):
        put(name, WRONG)
    put(".hidden/a.json", WRONG)
    os.symlink("..", "x/up")  # a loop
    found = files_of(pattern)
    assert [name.removeprefix("./") for name in found] == [
        name.removeprefix("./") for name in files
    ]


def test_glob_with_the_absolute_path() -> None:
    put("x/a.json", WRONG)
    pattern = os.path.abspath("x") + "/*.json"
    assert files_of(pattern) == [os.path.abspath("x/a.json")]


def test_file_whose_name_is_like_a_glob_is_named() -> None:
    put("a[1].json", OTHER)
    assert counts_of("a[1].json") == (1, 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing.json"], "there is no 'nothing.json'."),
        (["a.json", "nothing"], "there is no 'nothing'."),
        (["a.json/b"], "there is no 'a.json/b'."),
        ([""], "there is no ''."),
        (["no*.json"], "'no*.json' matches no file to validate."),
        (["**/x/[z].json"], "'**/x/[z].json' matches no file to validate."),
        (["empty"], "'empty' has no files to validate."),
        (["a.json", "gone"], "there is no 'gone'."),
    ],
)
def test_path_that_leads_to_nothing(words: list[str], said: str) -> None:
    put("a.json", RIGHT)
    put("empty/x.txt", "")
    os.symlink("nowhere", "gone")
    outcome = run_program(["validate", *words])
    assert outcome.err == f"Error: {said}\nSee 'swaigctl validate --help'.\n"
    assert (outcome.out, outcome.status) == (b"", 2)


@pytest.mark.parametrize("words", [[], ["-"], ["/dev/stdin"]])
def test_standard_input(words: list[str]) -> None:
    outcome = run_program(["validate", *words], stdin=b"response: [")
    assert outcome.status == 1
    assert outcome.out.startswith(f"{words[0] if words[0:1] > ['.'] else '<stdin>'}:1:".encode())
    outcome = run_program(["validate", *words], stdin=b'\xef\xbb\xbf{"response": "Hi"}')
    assert outcome == Outcome(0, b"No findings in 1 file (judged as a response).\n", "")


def test_process_substitution() -> None:
    command = f"{PROGRAM} validate <(echo 'response: Hi') <(echo '{WRONG}')"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("/dev/fd/")
    assert "\n1 error in 2 files (judged as 2 responses)" in done.stdout
    assert (done.stderr, done.returncode) == ("", 1)


def test_fifo_and_links_in_a_folder() -> None:
    Path("x").mkdir()
    os.mkfifo("x/a.json")  # to read it would wait for ever
    os.symlink("nowhere", "x/b.json")
    os.symlink("c.json", "x/c.json")
    put("real.json", WRONG)
    os.symlink("../real.json", "x/d.json")
    os.symlink("..", "x/up")
    assert files_of("x") == ["x/d.json"]


def test_named_files_that_are_something_else_may_be_skipped() -> None:
    put("a.json", OTHER)
    put("b.json", RIGHT)
    put("c.json", WRONG)
    put("d.yaml", "response: [")
    put("swaigctl.toml", 'exclude = ["c.json"]\n')
    named = ["a.json", "b.json", "c.json"]
    assert counts_of(*named) == (3, 0)
    assert counts_of("--skip-others", *named) == (1, 1)
    assert run_here(["validate", "--skip-others", *named]).status == 0
    assert run_here(["validate", "--skip-others", "d.yaml"]).status == 1


def test_very_many_files_and_very_deep_folders() -> None:
    folder = Path("deep")
    for _ in range(150):
        folder = folder / "d"
    put(str(folder / "a.json"), WRONG)
    for number in range(2_000):
        put(f"many/{number % 10}/{number}.json", RIGHT)
    outcome = run_here(["validate", "many", "deep"])
    assert b"\n1 error in 2,001 files (judged as 2,001 responses)" in outcome.out


def test_name_that_is_not_utf8() -> None:
    name = b"caf\xe9.json"
    Path(os.fsdecode(name)).write_text(WRONG, encoding="utf-8")
    for words in ([name], [b"."], [b"*.json"]):
        outcome = run_program([b"validate", *words])
        assert outcome.out.startswith(rb"caf\xe9.json:1:14: error: ")
        assert (outcome.err, outcome.status) == ("", 1)
    outcome = run_program([b"validate", b"--format", b"json", name], LC_ALL="C")
    assert os.fsencode(json.loads(outcome.out)["findings"][0]["file"]) == name


@pytest.mark.parametrize(
    ("name", "text", "flags"),
    [
        ("a.jsonl", f"{RIGHT}\n\n{WRONG}\n", []),
        ("a.txt", f"{RIGHT}\r\n\r\n{WRONG}\r\n", ["--lines"]),
        ("a.json", f"{RIGHT}\n\n{WRONG}\n", ["--lines"]),
        ("a.yaml", "response: Hi\n---\nresponse: 1\n", []),
        ("a.swml", "response: Hi\n---\nresponse: 1\n", []),
        ("a", '\n\n{"response": 1}\n', []),
    ],
)
def test_several_documents_have_the_lines_of_their_file(
    name: str, text: str, flags: list[str]
) -> None:
    put(name, text)
    outcome = run_here(["validate", name, *flags])
    assert outcome.out.startswith(f"{name}:3:1".encode())
    assert b"1 error in 1 file" in outcome.out


def test_nothing_is_read_while_paths_are_looked_up() -> None:
    os.mkfifo("a.json")  # to read it would wait for ever
    outcome = run_program(["validate", "a.json", "nothing"])
    assert outcome.err.startswith("Error: there is no 'nothing'.")
