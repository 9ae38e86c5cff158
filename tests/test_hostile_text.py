"""Somebody's text in messages and reports: no terminal obeys it, and no log takes it for a command.

The real program gets it wherever it takes text from somebody.
"""

import json
import os
import pty
import re
import select
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import PROGRAM, Outcome, run_program
from hypothesis import given
from hypothesis import strategies as st

from swaigctl.cli.terminal.escaping import document_on_terminal
from swaigctl.cli.terminal.streams import line_of
from swaigctl.formats.json import pretty_json
from swaigctl.formats.yaml_writer import yaml_text

pytestmark = pytest.mark.once

UNSEEN = (
    "\r\t\x07\x08\x1b\x7f\x85\x90\x9b\xad\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e"
    "\u2066\u2069\ufeff\ue000\u0378\U000e0041\udc9b"
)
HOSTILE = f"::error::a\n::error::b\r::warning::c ##[error]d ##vso[e]f [red]g\x1b[31m{UNSEEN}h"
VALID = HOSTILE.replace("\udc9b", "")
"""What JSON in UTF-8 can hold of it."""
IN_JSON = json.dumps(HOSTILE)
OBEYED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Categories: controls, format, surrogates, private use, unassigned, line and paragraph ends."""


def assert_harmless(text: str) -> None:
    for line in text.split("\n"):
        obeyed = [each for each in line if unicodedata.category(each) in OBEYED]
        assert not obeyed, line
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line, line
        assert "##vso[" not in line, line


def with_hostile(value: object) -> str:
    """JSON of a value in which `?` stands for the text."""
    return json.dumps(value).replace('"?"', IN_JSON)


CONFERENCE = ["join-conference", "--name", "x"]
CALLS: dict[str, tuple[list[str], str | None]] = {
    "a command": ([HOSTILE], None),
    "a command to be explained": (["help", HOSTILE], None),
    "a flag": (["say", f"--{HOSTILE}", "x"], None),
    "a flag with a value": (["say", f"--{HOSTILE}=x"], None),
    "a short flag": (["say", f"-{HOSTILE}"], None),
    "a flag that takes no value": (["hangup", f"--compact={HOSTILE}"], None),
    "a flag of the program": ([f"--{HOSTILE}", "say"], None),
    "a stray value": (["say", HOSTILE], None),
    "a choice": ([*CONFERENCE, "--beep", HOSTILE], None),
    "a number": ([*CONFERENCE, "--max-participants", HOSTILE], None),
    "words": ([*CONFERENCE, "--status-callback-event", HOSTILE], None),
    "JSON that is none": ([*CONFERENCE, "--result", HOSTILE], None),
    "an object that is none": (["say", "--params", HOSTILE], None),
    "what warns": ([*CONFERENCE, "--wait-url", VALID, "--as", "verb", "--diff"], None),
    "a diff": (["join-conference", "--name", VALID, "--diff"], None),
    "a diff of YAML": (
        ["join-conference", "--name", "a\n::error::b\n::c", "--diff", "--format", "yaml"],
        None,
    ),
    "a file that is missing": (["say", "--params", f"@{HOSTILE}"], None),
    "a file as JSON": (["say", "--params", "there"], None),
    "the name of a file": (["say", "--params", f"@{HOSTILE}.json"], None),
    "the name of a YAML file": (["say", "--params", f"@{HOSTILE}.yaml"], None),
    "the name of a file that is no text": (["say", "--params", f"@{HOSTILE}.bin"], None),
    **{
        f"parameters: {name}": (["join-conference", "--params", "-"], with_hostile(value))
        for name, value in {
            "a name": {"name": "x", "?": 1},
            "a value": {"name": "x", "beep": "?"},
            "a list": {"name": "x", "beep": ["?"]},
            "an object": {"name": "x", "muted": {"?": {"?": "?"}}},
            "text": "?",
        }.items()
    },
    "a name twice": (["say", "--params", "-"], f"{{{IN_JSON}: 1, {IN_JSON}: 2}}"),
    "a name twice in YAML": (["say", "--params", "-"], '"\\u202e\\n::a": 1\n"\\u202e\\n::a": 2\n'),
    "a tag of YAML": (["say", "--params", "-"], "text: !%C2%9B%E2%80%AE%0A::a x\n"),
    "an alias of YAML": (["say", "--params", "-"], "text: *a\u202eb\n"),
    "a character of YAML": (["say", "--params", "-"], "text: \x9b\n"),
    "a list of JSON": (["pay", "--payment-connector-url", "x", "--prompts", f"[{IN_JSON}]"], None),
    "a command in a chain": (["respond", HOSTILE], None),
    "a flag in a chain": (["respond", "say", f"--{HOSTILE}", "x"], None),
    "a value in a chain": (["respond", *CONFERENCE, "--beep", HOSTILE, *CONFERENCE], None),
    "what is set and removed": (
        [
            *("respond", "set-metadata", "--data", '{"a\\n::b\\u202e": 1}'),
            *("remove-metadata", "--keys", "a\n::b\u202e"),
        ],
        None,
    ),
    "a schema": (["schema", HOSTILE], None),
    "a schema of": (["schema", "--of", HOSTILE], None),
    "a list": (["list", HOSTILE], None),
    "the format of a list": (["list", "--format", HOSTILE], None),
    "a shell": (["completion", HOSTILE], None),
    "a shell to install for": (["completion", "install", HOSTILE], None),
    "a shell to ask about": (["completion", "status", HOSTILE], None),
    "a shell and more": (["completion", "bash", HOSTILE], None),
    "a file of lines": (["batch", HOSTILE], None),
    "two files of lines": (["batch", "-", HOSTILE], None),
    "a file for errors": (["batch", "--errors", f"{HOSTILE}/x"], ""),
    "a form of lines": (["batch", "--form", HOSTILE], ""),
    **{
        f"a line: {name}": (["batch", "--errors", "/dev/stderr"], with_hostile(value))
        for name, value in {
            "text": "?",
            "an action": {"action": "?"},
            "no action": {"action": ["?"]},
            "a member": {"action": "hangup", "?": "?"},
            "a parameter": {"action": "say", "params": {"text": "x", "?": 1}},
            "a value": {"action": "say", "params": {"text": ["?", {"?": "?"}]}},
            "a link": {"actions": [{"?": {}}]},
            "a link's value": {"actions": [{"say": {"text": {"?": "?"}}}]},
            "a warning": {"action": "join_conference", "params": {"name": "x", "wait_url": "u?"}},
        }.items()
    },
    "a line of anything": (["batch", "--errors", "/dev/stderr"], HOSTILE[:-30]),
    "a line with a name twice": (["batch"], f"{{{IN_JSON}: 1, {IN_JSON}: 2}}"),
    "a task": (["fixtures", HOSTILE], None),
    "a plan": (["fixtures", "list", HOSTILE], None),
    "a plan that is missing": (["fixtures", "build", f"{HOSTILE}.yml"], None),
    "a plan by its name": (["fixtures", "check", f"{HOSTILE}.yaml"], None),
    "two plans": (["fixtures", "check", "a.yaml", HOSTILE], None),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with files of that name."""
    monkeypatch.chdir(tmp_path)
    Path(f"{HOSTILE}.json").write_text("{", encoding="utf-8")
    Path(f"{HOSTILE}.yaml").write_text(f"{IN_JSON[:20]}", encoding="utf-8")
    Path(f"{HOSTILE}.bin").write_bytes(b"\xff")
    Path("there").write_text("{}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("quick", ["0", "1"])
@pytest.mark.parametrize(("arguments", "stdin"), CALLS.values(), ids=CALLS)
def test_messages(folder: Path, arguments: list[str], stdin: str | None, quick: str) -> None:
    data = None if stdin is None else stdin.encode("utf-8", "surrogatepass")
    outcome = run_program(arguments, data, SWAIGCTL_QUICK=quick)
    assert "Traceback" not in outcome.err
    assert "defect" not in outcome.err
    assert outcome.err or "--diff" in arguments
    assert_harmless(outcome.err)
    if "--diff" in arguments:
        assert outcome.out
        assert_harmless(outcome.out.decode())


SAY_PLAN = "fixtures: [{action: say, params: {text: Hi}}]\n"
PLANS = {
    "a name": {"?": 1},
    "an action": {"fixtures": [{"action": "?"}]},
    "a member": {"fixtures": [{"action": "hangup", "?": 1}]},
    "a parameter": {"fixtures": [{"action": "say", "params": {"?": 1}}]},
    "a value": {"fixtures": [{"action": "say", "params": {"text": {"?": "?"}}}]},
    "a matrix": {"fixtures": [{"action": "say", "matrix": {"?": ["x"]}}]},
    "values": {"fixtures": [{"action": "say", "matrix": {"text": [["?"], {"?": 1}]}}]},
    "a file": {"fixtures": [{"action": "hangup", "file": "?"}]},
    "a placeholder": {"fixtures": [{"action": "hangup", "file": "a-{?}"}]},
    "combinations": {
        "fixtures": [
            {"action": "say", "file": "same", "matrix": {"text": ["?", "x?\u202e\n::a"]}},
        ]
    },
    "warnings": {
        "fixtures": [
            {"action": "join_conference", "params": {"name": "x"}, "matrix": {"wait_url": ["?"]}}
        ]
    },
    "an output": {"output": "?", "fixtures": [{"action": "hangup"}]},
    "a format": {"defaults": {"format": "?"}, "fixtures": [{"action": "hangup"}]},
}


@pytest.mark.parametrize("ending", ["json", "yaml"])
@pytest.mark.parametrize("task", ["build", "check", "list"])
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_plans(folder: Path, plan: object, task: str, ending: str) -> None:
    path = Path(f"{VALID} plan.{ending}")
    # A plan refuses halves of surrogate pairs before it says anything else.
    path.write_text(with_hostile(plan).replace("\\udc9b", ""), encoding="utf-8")
    outcome = run_program(["fixtures", task, str(path)])
    assert "defect" not in outcome.err
    assert_harmless(outcome.err)
    assert_harmless(outcome.out.decode())


@pytest.mark.parametrize(
    "content",
    ["fixtures:\n- \u202e: [\n", "a: 1\na: *b\u202e\n", "\x9b: 1"],
    ids=["list", "alias", "control"],
)
def test_plans_that_cannot_be_read(folder: Path, content: str) -> None:
    for ending in ("yaml", "json", "toml"):
        Path(f"plan.{ending}").write_text(content, encoding="utf-8")
        outcome = run_program(["fixtures", "list", f"plan.{ending}"])
        assert outcome.status == 2
        assert_harmless(outcome.err)


def test_names_and_contents_of_fixtures(folder: Path) -> None:
    Path("plan.yaml").write_text(
        "defaults: {format: yaml}\n"
        'fixtures: [{action: say, file: a, params: {text: "a\\n::error::b\\n::c"}}, '
        "{action: hangup}]",
        encoding="utf-8",
    )

    def run(task: str, *flags: str) -> Outcome:
        outcome = run_program(["fixtures", task, "plan.yaml", "--output", VALID, *flags])
        assert "defect" not in outcome.err
        assert_harmless(outcome.err)
        assert_harmless(outcome.out.decode())
        return outcome

    missing = run("check", "--diff").out.decode()
    assert "\n++" in missing
    assert len(re.findall(r"(?m)^\+\+\+ ", missing)) == 2
    built = run("build").out.decode()
    assert re.sub(r"(?m)^wrote .*/", "", built) == "a.yaml\nhangup.yaml\n"
    assert "as the plan has them" in run("check").err
    stale = Path(VALID, "a.yaml")
    stale.write_bytes(stale.read_bytes() + HOSTILE.encode("utf-8", "surrogateescape"))
    changed = run("check")
    assert changed.status == 1
    assert "No newline at end of file" in changed.out.decode()
    Path("plan.yaml").write_text("fixtures: [{action: hangup}]", encoding="utf-8")
    assert run("check").status == 1
    assert run("build", "--prune", "--force").status == 0
    Path(VALID, ".swaigctl-plan.yaml.json").write_text("{", encoding="utf-8")
    assert run("check").status in (1, 2)


@pytest.mark.parametrize("task", ["install", "status", "uninstall"])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_places_of_completions(folder: Path, task: str, shell: str) -> None:
    place = str(folder / HOSTILE)
    environment = {"HOME": place, "XDG_DATA_HOME": place, "XDG_CONFIG_HOME": place}
    outcome = run_program(["completion", task, shell], None, **environment)
    assert outcome.out
    assert_harmless(outcome.out.decode())
    assert_harmless(outcome.err)
    for file in folder.rglob("*swaigctl*"):
        if file.is_file():
            file.write_text("foreign")
    again = run_program(["completion", task, shell], None, **environment)
    assert_harmless(again.out.decode())
    assert_harmless(again.err)


@pytest.mark.parametrize("shell", [HOSTILE, f"/bin/{HOSTILE}"], ids=["name", "path"])
def test_shell_of_the_environment(shell: str) -> None:
    outcome = run_program(["completion", "install"], None, SHELL=shell)
    assert outcome.status == 2
    assert_harmless(outcome.err)


def on_terminal(stream: str, arguments: list[str], stdin: str | None = None, **env: str) -> str:
    """What a terminal gets as `stream`."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=theirs if stream == "stdout" else subprocess.DEVNULL,
        stderr=theirs if stream == "stderr" else subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", **env},
    ) as process:
        os.close(theirs)
        assert process.stdin is not None
        process.stdin.write((stdin or "").encode("utf-8", "surrogatepass"))
        process.stdin.close()
        seen = b""
        while select.select([ours], [], [], 30)[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


TERMINAL_CALLS = [name for name in CALLS if name not in ("a file of lines",)]


@pytest.mark.parametrize("name", TERMINAL_CALLS[::4])
def test_messages_with_colour(folder: Path, name: str) -> None:
    arguments, stdin = CALLS[name]
    plain = run_program(
        arguments, None if stdin is None else stdin.encode("utf-8", "surrogatepass")
    )
    seen = on_terminal("stderr", arguments, stdin)
    assert_harmless(without_colour(seen))
    assert without_colour(seen) == plain.err
    assert "[red]" in seen or "[red]" not in plain.err


@pytest.mark.parametrize("no_color", ["", "1"])
@pytest.mark.parametrize("quick", ["0", "1"])
@pytest.mark.parametrize("language", ["json", "yaml", "compact", "diff", "batch"])
def test_documents_on_a_terminal(language: str, quick: str, no_color: str) -> None:
    arguments = ["join-conference", "--name", VALID]
    arguments += {
        "compact": ["--compact"],
        "diff": ["--diff"],
    }.get(language, ["--format", language])
    stdin = None
    if language == "batch":
        arguments = ["batch"]
        stdin = json.dumps({"action": "join_conference", "params": {"name": VALID}})
    seen = on_terminal("stdout", arguments, stdin, SWAIGCTL_QUICK=quick, NO_COLOR=no_color)
    plain = run_program(arguments, None if stdin is None else stdin.encode())
    shown = without_colour(seen)
    assert_no_controls(shown)
    if language == "diff":
        assert shown == plain.out.decode()
        return
    read: Callable[[Any], Any] = yaml.safe_load if language == "yaml" else json.loads
    assert read(shown) == read(plain.out)


def assert_no_controls(text: str) -> None:
    assert not {unicodedata.category(each) for each in text if each != "\n"} & OBEYED


@given(st.text(st.characters() | st.sampled_from(UNSEEN + ":#[ \n")))
def test_any_line_is_one_line(text: str) -> None:
    for lead in ("", "Error: "):
        line = line_of(text, lead)
        assert line.count("\n") == 1
        assert_harmless(line.removesuffix("\n"))
    if text.isprintable() and "##" not in text and "::" not in text:
        assert line_of(text) == text + "\n"


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\x85\u2028:#'\" \n"))


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_a_document_is_the_same_on_a_terminal(document: Any) -> None:
    in_json = document_on_terminal(pretty_json(document), "json")
    assert_no_controls(in_json)
    assert json.loads(in_json) == document
    written = yaml_text(document)
    in_yaml = document_on_terminal(written, "yaml")
    assert_no_controls(in_yaml)
    assert yaml.safe_load(in_yaml) == yaml.safe_load(written)
