"""What stands where a request should, and is something else: said once, with what to do."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import run_here
from test_batch import heard

from swaigctl.batch.spread import DEEPEST, MOST_BYTES, Scan
from swaigctl.batch.stream import CutLine, answer_stream
from swaigctl.findings import Finding

pytestmark = pytest.mark.once

HANGUP = '{"action": "hangup"}'
FINISHED = {
    "response": {"response": "Hi", "action": [{"say": "Hi"}]},
    "response with one action": {"response": "Hi", "action": {"say": "Hi"}},
    "response with a document": {"action": [{"SWML": {"sections": {"main": []}}}]},
    "action": {"say": "Hi"},
    "action with members": {"playback_bg": {"file": "x"}},
    "action with parameters": {"say": {"text": "Hi"}},
    "document in an action": {"SWML": {"sections": {"main": []}}, "transfer": "true"},
    "document": {"version": "1.0.0", "sections": {"main": []}},
    "step": {"play": {"url": "say:Hi"}},
}
each_finished = pytest.mark.parametrize("given", FINISHED.values(), ids=list(FINISHED))


def refused(*lines: str) -> list[tuple[int, bytes, list[str]]]:
    return heard(*lines).errors


@each_finished
def test_what_is_finished_is_told_in_a_batch(given: object) -> None:
    ((_, _, messages),) = refused(json.dumps(given))
    (message,) = messages
    assert message.startswith("this is a")
    assert "and not a request: a request has" in message
    assert "'swaigctl validate --lines' reads" in message
    _, _, suggestion = message.partition("Did you mean ")
    if suggestion and not suggestion.endswith("...?"):
        assert heard(suggestion.removesuffix("?")).errors == []


@each_finished
def test_what_is_finished_is_told_in_a_plan(given: object, tmp_path: Path) -> None:
    plan = tmp_path / "fixtures.json"
    for content, what in ((given, "a plan"), ({"fixtures": [given]}, "a fixture")):
        plan.write_text(json.dumps(content))
        outcome = run_here(["fixtures", "build", str(plan)])
        assert outcome.status == 2
        assert outcome.err.count("Error: ") == 1
        assert f"and not {what}: " in outcome.err
        assert "'swaigctl validate' reads what is finished." in outcome.err


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ({"say": "Hi"}, 'Did you mean {"say": {"text": "Hi"}}?'),
        ({"unset_global_data": ["a"]}, 'Did you mean {"unset_global_data": {"keys": ["a"]}}?'),
        ({"hangup": True}, 'Did you mean {"hangup": {}}?'),
        (
            {"SWML": {"sections": {}}},
            "a document stands behind 'swml' here, and not behind 'SWML'.",
        ),
        (
            {"SWML": {"sections": {}}, "transfer": "true"},
            "a document stands behind 'swml' here, and not behind 'SWML'.",
        ),
        ({"play": {}}, "'play' is a verb of SWML documents, and not an action."),
    ],
)
def test_finished_actions_among_those_of_a_request(link: object, message: str) -> None:
    ((_, _, messages),) = refused(json.dumps({"actions": [link]}))
    assert len(messages) == 1
    assert messages[0].startswith("actions[0]: ")
    assert messages[0].endswith(message)


def test_a_list_of_names_is_no_response() -> None:
    ((_, _, messages),) = refused('{"action": ["hangup"]}')
    assert messages[0].startswith("action: must be the name of an action")


PRETTY = json.dumps({"action": "say", "params": {"text": 'a "b" \\ {['}}, indent=2).split("\n")


@pytest.mark.parametrize(
    ("lines", "errors", "answers"),
    [
        (PRETTY, [(1, "goes on to line 6,")], 0),
        (["", *PRETTY, ""], [(2, "goes on to line 7,")], 0),
        ([*PRETTY, *PRETTY], [(1, "to line 6,"), (7, "to line 12,")], 0),
        ([*PRETTY, HANGUP], [(1, "to line 6,")], 1),
        (["[", f"{HANGUP},", HANGUP, "]"], [(1, "writes each of its items on one line.")], 0),
        (["{", '"action": "hangup",', "}"], [(1, "to line 3,")], 0),
        (PRETTY[:3], [(1, "to line 3,")], 0),
        # YAML
        (["action: say", "params:", "  text: Hi"], [(1, "this is YAML")], 0),
        (["", "---", "action: say", ""], [(2, "this is YAML")], 0),
        (["# A plan", "", "fixtures:", "- action: hangup"], [(1, "this is YAML")], 0),
        (["- action: say", '  params: {"text": "Hi"}', '- {"a": 1}'], [(1, "this is YAML")], 0),
        (["action: say"], [(1, "not valid JSON")], 0),
        (["action: say", HANGUP], [(1, "not valid JSON")], 1),
        (["a: b", "c: d", HANGUP], [(1, "not valid JSON"), (2, "not valid JSON")], 1),
        (["---", HANGUP, "---", HANGUP], [(1, "not valid JSON"), (3, "not valid JSON")], 2),
        (["# a", "# b"], [(1, "not valid JSON"), (2, "not valid JSON")], 0),
        ([HANGUP, "a: b", "c: d"], [(2, "not valid JSON"), (3, "not valid JSON")], 1),
        # Lines that are wrong by themselves
        (["{"], [(1, "not valid JSON")], 0),
        (['{"action":', HANGUP], [(1, "not valid JSON")], 1),
        (['{"action": "say",', HANGUP, HANGUP], [(1, "not valid JSON")], 2),
        ([HANGUP, "{", "}"], [(2, "not valid JSON"), (3, "not valid JSON")], 1),
        (["{", '"action" "hangup"', "}"], [(1, "not"), (2, "not"), (3, "not")], 0),
        (["{", "action: hangup", "}"], [(1, "not"), (2, "not"), (3, "not")], 0),
        (["[" * DEEPEST, "[", "]"], [(1, "not"), (2, "not"), (3, "not")], 0),
    ],
)
def test_a_document_over_several_lines_is_told_once(
    lines: list[str], errors: list[tuple[int, str]], answers: int
) -> None:
    for cut in (False, True):  # whether it all comes at once
        result = heard(*lines) if cut else heard("\n".join(lines))
        assert len(result.text.splitlines()) == answers
        assert [number for number, _, _ in result.errors] == [number for number, _ in errors]
        for (_, _, messages), (_, part) in zip(result.errors, errors, strict=True):
            assert len(messages) == 1
            assert part in messages[0]


class Counting:
    def __init__(self) -> None:
        self.refusals: list[bytes] = []

    def written(self, text: str) -> None:
        raise AssertionError(text)

    def warned(self, number: int, cautions: list[Finding]) -> None:
        raise AssertionError(number)

    def refused(self, number: int, line: bytes, findings: tuple[Finding, ...]) -> None:
        self.refusals.append(line)


@pytest.mark.parametrize(
    ("begin", "again"),
    [
        (b"[\n", b'  {"action": "say",\n "params": {"text": "%s"}},\n'),
        (b"fixtures:\n", b"- action: say\n  params: {text: %s}\n"),
    ],
)
def test_of_a_long_document_little_is_kept(begin: bytes, again: bytes) -> None:
    def chunks() -> Iterator[bytes]:
        yield begin
        for _ in range(2_000):
            yield again % (b"x" * 100)

    listener = Counting()
    answer_stream(chunks(), {"form": "auto", "as": "action"}, False, listener)
    (line,) = listener.refusals
    assert isinstance(line, CutLine)
    assert len(line) <= MOST_BYTES


@pytest.mark.parametrize("text", ["1", "{}", "[1, 2]", '{"a": [1, {"b": null}]}', '"a"', "[[]]"])
def test_scan_takes_json(text: str) -> None:
    scan = Scan()
    is_container = text[0] in "{["
    assert all(scan.takes(part.encode()) for part in text.split(" ")) == is_container
    assert not scan.open
    if is_container:
        assert not scan.takes(b"1")


@pytest.mark.parametrize(
    "text", ["{1", "{,", "[,", "[1 2", '{"a" 1', '{"a": }', "[}", "]", "[1:", '{"a":,', "[x", '["']
)
def test_scan_takes_nothing_else(text: str) -> None:
    assert not Scan().takes(text.encode())


@pytest.mark.parametrize(
    ("actions", "name", "message"),
    [
        ([{"join_conference": {"name": "x"}}], "beep", "Did you mean 'join_conference.beep'?"),
        ([{"join_conference": {"name": "x"}}], "result.a", "'join_conference.result.a'?"),
        ([{"user_input": {"text": "x"}}], "text", "Did you mean 'simulate_user_input.text'?"),
        (
            [{"join_conference": {"name": "x"}}, {"record_call": {}}],
            "beep",
            "write one of 'join_conference.beep', 'record_call.beep'.",
        ),
        ([{"say": {"text": "x"}}, {"say": {"text": "x"}}], "text", "'1.text', '2.text'."),
    ],
)
def test_a_matrix_of_a_response_is_told_the_action(
    actions: object, name: str, message: str, tmp_path: Path
) -> None:
    plan = tmp_path / "fixtures.json"
    fixture = {"actions": actions, "matrix": {name: ["true"]}}
    plan.write_text(json.dumps({"fixtures": [fixture]}))
    outcome = run_here(["fixtures", "build", str(plan)])
    assert message in outcome.err
    assert outcome.status == 2
