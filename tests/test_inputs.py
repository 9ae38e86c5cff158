"""What a command line takes in other ways: text from files, members one by one, wholes as YAML."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import run_here, run_program
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from swaigctl.catalog import every_action
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.verbs import FLAVOURS
from swaigctl.cli.flags import ActionFlags, taken_from
from swaigctl.descriptions import parameters_of_action, parameters_of_verb, verb_command
from swaigctl.model.entries import FROM_FILE, Parameter

pytestmark = pytest.mark.once

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NAME = st.text(
    st.sampled_from("ab.=:\\{[@\"' -~\n") | st.characters(exclude_categories=["Cs"]), min_size=1
)
NESTED = st.recursive(TEXT, lambda inner: st.dictionaries(NAME, inner, min_size=1, max_size=3))
DATA = st.dictionaries(NAME, NESTED, min_size=1, max_size=3)


def escaped(name: str) -> str:
    """The name as a member's flag takes it, whatever is in it."""
    return "".join(f"\\{each}" if each in '\\.=:{["@' else each for each in name)


def members(value: Any, before: tuple[str, ...] = ()) -> Iterator[str]:
    """What gives the text at the end of each path of nested objects."""
    if isinstance(value, str):
        yield f"{'.'.join(map(escaped, before))}={value}"
    else:
        for name, inner in value.items():
            yield from members(inner, (*before, name))


def set_by(*words: str) -> object:
    # A value may look like a flag.
    given = (f"{flag}={value}" for flag, value in zip(words[::2], words[1::2], strict=True))
    outcome = run_here(["update-global-data", "--ignore", "empty", *given])
    assert (outcome.err, outcome.status) == ("", 0), words
    return json.loads(outcome.out)["set_global_data"]


@settings(max_examples=200, deadline=None)
@given(DATA, st.randoms())
def test_members_one_by_one_are_the_object(data: dict[str, Any], random: Any) -> None:
    its = [*members(data)]
    random.shuffle(its)
    assert set_by(*(word for each in its for word in ("--data", each))) == data


@settings(max_examples=100, deadline=None)
@given(st.lists(st.dictionaries(NAME, TEXT, max_size=3), min_size=1, max_size=4))
def test_objects_are_put_together_and_the_later_wins(objects: list[dict[str, str]]) -> None:
    words = [word for each in objects for word in ("--data", json.dumps(each))]
    expected = {name: value for each in objects for name, value in each.items()}
    assert set_by(*words) == expected
    nested = json.dumps({"data": {"before": 1}})
    assert set_by("--params", nested, *words) == expected


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(NAME, TEXT, min_size=1), st.dictionaries(NAME, TEXT, min_size=1))
def test_members_win_over_objects(whole: dict[str, str], some: dict[str, str]) -> None:
    its = [word for each in members(some) for word in ("--data", each)]
    for words in ([*its, "--data", json.dumps(whole)], ["--data", json.dumps(whole), *its]):
        assert set_by(*words) == {**whole, **some}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.data())
def test_a_file_says_what_the_flag_does(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    assume(not text.startswith("\ufeff"))
    path = tmp_path_factory.mktemp("texts") / "text"
    path.write_bytes((text + data.draw(st.sampled_from(["", "\n", "\r\n"]))).encode())
    for command, flag in (
        ("say", "--text"),
        ("replace-in-history", "--text"),
        ("respond", "--response"),
        ("swml ai", "--prompt.text"),
        ("swml ai-sidecar --lang en --direction remote-caller", "--prompt"),
        ("swml --for messaging reply", "--body"),
    ):
        if flag == "--prompt" and text[0] in "{[":
            continue  # the flag takes JSON too
        if command == "replace-in-history" and text in ("true", "false"):
            continue  # and this one booleans
        given = run_here([*command.split(), flag, text])
        read = run_here([*command.split(), flag + FROM_FILE, str(path)])
        assert (read.out, read.status) == (given.out, given.status)
        assert read.err == given.err.replace(f"{flag}:", f"{flag}{FROM_FILE}:")


def every_parameter() -> Iterator[tuple[str, Parameter]]:
    """Each parameter and member that has a flag, with the command that it belongs to."""
    for action in every_action():
        for parameter in (*parameters_of_action(action), *flags.of(action)):
            yield action.command, parameter
    for tool in TOOLS.values():
        for parameter in tool.parameters:
            yield tool.command, parameter
    for flavour in FLAVOURS:
        for name in flavour.names():
            verb = flavour.named(name)
            for parameter in parameters_of_verb(verb):
                yield verb_command(verb), parameter


PARAMETERS = list(every_parameter())
PROSE = [(command, each.flag) for command, each in PARAMETERS if each.kind.prose]


def test_no_flag_for_a_file_has_the_name_of_another() -> None:
    taken = {(command, each.flag) for command, each in PARAMETERS}
    assert not taken & {(command, flag + FROM_FILE) for command, flag in PROSE}
    assert not [each.name for _, each in PARAMETERS if each.name.endswith(FROM_FILE)]


def test_what_a_model_is_told_is_prose() -> None:
    """Prompts are, whatever else is."""
    for command, each in PARAMETERS:
        name = each.name.rpartition(".")[2]
        if name.endswith("prompt") and str in each.kind.json_types:
            assert each.kind.prose, (command, each.flag)
    assert {
        ("say", "--text"),
        ("simulate-user-input", "--text"),
        ("send-sms", "--body"),
        ("swml send-sms", "--body"),
        ("switch-context", "--system-prompt"),
        ("switch-context", "--user-prompt"),
        ("respond", "--tool-prompt"),
        ("swml --for messaging reply", "--body"),
    } <= {*PROSE}


@pytest.mark.parametrize(("command", "flag"), PROSE, ids=" ".join)
def test_prose_has_a_flag_for_a_file(command: str, flag: str, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    for quick in (True, False):
        outcome = run_here([*command.split(), flag + FROM_FILE, str(missing)], quick)
        told = f"Error: {flag}{FROM_FILE}: '{missing}' can't be read: No such file or directory.\n"
        assert outcome.err.startswith(told)
        assert (outcome.status, outcome.out) == (2, b"")
    asked = run_here(["help", *command.split(), flag + FROM_FILE])
    assert flag + FROM_FILE in asked.out.decode()


def test_nothing_else_has_one() -> None:
    for action in every_action():
        its = ActionFlags(action)
        for parameter in parameters_of_action(action):
            assert (its.found(parameter.flag + FROM_FILE) is not None) == parameter.kind.prose


BAD_FILES = {
    "folder": (None, "can't be read: Is a directory."),
    "bytes": (b"caf\xe9", "is not UTF-8 at byte 3."),
    "empty": (b"", "must not be empty."),
    "only a line end": (b"\r\n", "must not be empty."),
    "control": (b"a\x00b", r"is no text: it has the control character '\x00' at character 2."),
    "escape": (b"\x1b[2J", r"is no text: it has the control character '\x1b' at character 1."),
    "two\nlines": (None, "can't be read: Is a directory."),
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize(
    "line",
    [
        "say --text-file",
        "swml ai --prompt.text-file",
        "respond --response-file x say --text-file",
        "respond say --text x --params @",
        "respond --params @",
        "swml --params @",
        "swml play --params @",
        "toggle-functions --function-toggles @",
        "update-global-data --data @",
        "update-global-data --data a:=@",
    ],
)
def test_files_that_are_wrong(
    line: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x").write_text("Hi")
    content, reason = BAD_FILES[name]
    if content is None:
        Path(name).mkdir()
    else:
        Path(name).write_bytes(content)
    words = line.split()
    arguments = [*words[:-1], words[-1] + name] if words[-1][-1] == "@" else [*words, name]
    for quick in (True, False):
        outcome = run_here(arguments, quick)
        assert (outcome.status, outcome.out) == (2, b"")
        assert outcome.err.startswith("Error: ")
        assert "\x1b" not in outcome.err
        assert "\x00" not in outcome.err
        if words[-1].endswith("-file"):
            assert reason in outcome.err


ODD = ("-", "a:=-", "=-", "a..b=1", "@", "@no\x00file", "{", "[", '"', "a=", "a.b=@", "- a", "a: [")


@pytest.mark.parametrize("value", ODD)
def test_every_flag_answers_whatever_it_is_given(value: str) -> None:
    """With a finding or a result, and standard output only for the latter."""
    known = [(command, each) for command, each in PARAMETERS if command not in TOOLS]
    known += [("respond", each) for each in flags.RESPOND]
    known += [("swml", each) for each in document_flags.DOCUMENT]
    known += [("respond swml", each) for each in document_flags.DOCUMENT_IN_RESPONSE]
    for command, parameter in known:
        for flag in taken_from(parameter.flag, parameter.kind):
            outcome = run_here([*command.split(), f"{flag}={value}"])
            assert "defect" not in outcome.err, (command, flag)
            assert outcome.status in (0, 2)
            assert (outcome.status == 2) == outcome.err.startswith("Error: ")
            assert not (outcome.status and outcome.out)


def test_a_file_named_by_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken literally, with a word about it, and only if there is such a file."""
    monkeypatch.chdir(tmp_path)
    Path("words").write_text("Hi")
    Path("folder").mkdir()
    for line in ("say --text", "respond --response", "swml ai --prompt.text", "respond say --text"):
        flag = line.split()[-1]
        outcome = run_here([*line.split(), "@words"])
        assert outcome.status == 0
        assert b'"@words"' in outcome.out
        assert f"{flag}: '@words' is taken as text: '{flag}-file' takes " in outcome.err
        assert outcome.err.endswith(" [literal-at]\n")
        for text in ("@nobody", "@folder", "@", "words"):
            assert run_here([*line.split(), text]).err == ""
        ignored = run_here([*line.split(), "@words", "--ignore", "literal-at"])
        assert (ignored.err, ignored.status) == ("", 0)
        assert run_here([*line.split(), "@words", "--strict"]).status == 2
    assert run_here(["change-voice", "--voice", "a.@words"]).err == ""


TWICE = [
    "say --text-file - --params -",
    "respond --response-file - say --text-file -",
    "respond --params - --response-file -",
    "respond --params - say --params -",
    "swml ai --prompt.text-file - --params.conscience-file -",
    "swml play --url say:x ai --prompt.text-file - ai --params -",
    "swml --params - ai --prompt.text-file -",
    "update-global-data --data - --data -",
    "update-global-data --data a:=- --data b:=-",
    "update-global-data --data a:=- --params -",
    "join-conference --name x --stream.custom-parameters - --params -",
    "toggle-functions --function-toggles a:=- --function-toggles -",
]


@pytest.mark.parametrize("line", TWICE)
def test_standard_input_is_read_once(line: str) -> None:
    outcome = run_here(line.split())
    assert "only one of them can read standard input." in outcome.err
    assert (outcome.status, outcome.out) == (2, b"")


def test_names_without_end() -> None:
    for name in ("a." * 60_000 + "a=1", "." * 100_000 + "=1", "\\." * 60_000 + "=1"):
        for line in ("update-global-data --data", "toggle-functions --function-toggles"):
            outcome = run_here([*line.split(), name])
            assert outcome.err.startswith(("Error: ", "Warning: ")) or outcome.status == 0
            assert "defect" not in outcome.err


def test_text_from_standard_input() -> None:
    outcome = run_program(["say", "--text-file", "-", "-c"], stdin="Grüße\r\n".encode())
    assert outcome.out.decode() == '{"say":"Grüße"}\n'
    outcome = run_program(["respond", "--params", "-", "hangup", "-c"], stdin=b"response: Bye\n")
    assert json.loads(outcome.out) == {"response": "Bye", "action": [{"hangup": True}]}


SHORT = [
    ("toggle-functions --function-toggles a=false", '[{"function": "a", "active": false}]'),
    ("toggle-functions --function-toggles a.active=3", '[{"function": "a", "active": 3}]'),
    (
        """toggle-functions --function-toggles '{"function": "a", "active": 1}' """
        "--function-toggles b=false",
        '[{"function": "a", "active": 1}, {"function": "b", "active": false}]',
    ),
    ("add-dynamic-hints --hints A --hints b=c", '["A", "b=c"]'),
    ("update-settings --settings temperature=0.5", '{"temperature": 0.5}'),
    ("update-settings --settings max-tokens=5", '{"max-tokens": 5}'),
    ("update-global-data --data max-tokens=5", '{"max-tokens": "5"}'),
    ("update-global-data --data a:=null --data b:='[1]'", '{"a": null, "b": [1]}'),
    ("update-global-data --data a.b=1 --data 'a:={\"c\": 2}'", '{"a": {"c": 2, "b": "1"}}'),
    (r"update-global-data --data 'a\.b\=c\:=d' --data 'x\y=z'", r'{"a.b=c:": "d", "x\\y": "z"}'),
    ("update-global-data --data a=", '{"a": ""}'),
]


@pytest.mark.parametrize(("line", "value"), SHORT)
def test_members_of_actions(line: str, value: str) -> None:
    outcome = run_here(shlex.split(line))
    assert (outcome.err, outcome.status) == ("", 0)
    (written,) = json.loads(outcome.out).values()
    assert written == json.loads(value)


SHORT_OF_VERBS = [
    (
        "ai --prompt text=Hi --prompt temperature=0.5",
        '{"prompt": {"text": "Hi", "temperature": 0.5}}',
    ),
    (
        "ai --prompt.text x --SWAIG defaults.web_hook_url=https://a.b",
        '{"prompt": {"text": "x"}, "SWAIG": {"defaults": {"web_hook_url": "https://a.b"}}}',
    ),
    (
        "ai --prompt.text x --languages English.code=en-US --languages English.voice=a.b",
        '{"prompt": {"text": "x"}, "languages": '
        '[{"name": "English", "code": "en-US", "voice": "a.b"}]}',
    ),
    (
        "ai --prompt.text x --pronounce SW=SignalWire",
        '{"prompt": {"text": "x"}, "pronounce": [{"replace": "SW", "with": "SignalWire"}]}',
    ),
    (
        "connect --serial to=+15551234567 --serial to=+15557654321",
        '{"serial": [{"to": "+15551234567"}, {"to": "+15557654321"}]}',
    ),
    ("play --params url=say:x --params volume=3", '{"url": "say:x", "volume": 3}'),
    ("play --params 'url: say:x=y'", '{"url": "say:x=y"}'),
    ("set --params '{\"a\": 1}' --params 'b: 2'", '{"a": 1, "b": 2}'),
    ("set --params 'a: 1' --vars a=2 --vars c.d=3", '{"a": "2", "c": {"d": "3"}}'),
    ("label --params '\"a=b\"'", '"a=b"'),
    (
        "switch --variable x --case '1.5:=[{\"hangup\": {}}]' --default hangup.reason=busy",
        '{"variable": "x", "case": {"1.5": [{"hangup": {}}]}, "default": '
        '[{"hangup": {"reason": "busy"}}]}',
    ),
]


@pytest.mark.parametrize(("line", "value"), SHORT_OF_VERBS)
def test_members_of_verbs(line: str, value: str) -> None:
    outcome = run_here(["swml", "--as", "step", *shlex.split(line)])
    assert (outcome.err, outcome.status) == ("", 0)
    (written,) = json.loads(outcome.out).values()
    assert written == json.loads(value)
