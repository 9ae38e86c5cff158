"""`respond --params`: a response as a whole, as a line of `batch` has it, and its skeleton."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import run_here
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from strategies import params
from test_batch import heard

from swaigctl.catalog import every_action
from swaigctl.catalog.verbs import CALLING
from swaigctl.model.entries import Action

pytestmark = pytest.mark.once

ACTIONS = [action for action in every_action() if not action.place.is_part]
EXAMPLES = [
    pytest.param(example.arguments, id=f"{action.name}-{number}")
    for action in ACTIONS
    for number, example in enumerate(action.examples)
]


@st.composite
def links(draw: st.DrawFn) -> dict[str, Any]:
    """Actions of a response, in each of the shapes, and documents; most of them right."""
    if draw(st.integers(0, 4)) == 0:
        steps = [{"play": {"url": draw(st.sampled_from(["say:x", "", "x", 5]))}}]
        return {
            "swml": steps,
            **draw(st.sampled_from([{}, {"transfer": True}, {"for": "calling"}])),
        }
    action = draw(st.sampled_from(ACTIONS))
    its = draw(params(action, odd=draw(st.integers(0, 3)) == 0))
    if draw(st.booleans()):
        return {draw(st.sampled_from([action.name, action.command])): its}
    beside: list[dict[str, Any]] = [{}, {"form": "full"}, {"transfer": True}, {"as": "action"}]
    return {"action": action.name, "params": its, **draw(st.sampled_from(beside))}


RESPONSES = st.fixed_dictionaries(
    {"actions": st.lists(links(), max_size=3)},
    optional={
        "response": st.sampled_from(["Hi", "", None, 5]),
        "tool_result": st.sampled_from(["Done", None]),
        "post_process": st.sampled_from([True, False, None, "yes"]),
        "form": st.sampled_from(["full", "auto", "expanded", "odd"]),
        "as": st.sampled_from(["response", "action", "verb"]),
    },
)


@settings(max_examples=150, deadline=None)
@given(RESPONSES)
def test_it_answers_as_batch_does(response: dict[str, Any]) -> None:
    line = json.dumps(response)
    answers = heard(line)
    outcome = run_here(["respond", "--compact", "--params", line])
    assert outcome.out == answers.text.encode()
    errors = [line for _, _, lines in answers.errors for line in lines]
    warnings = [each.line() for _, found in answers.warnings for each in found]
    told = [each for each in outcome.err.splitlines() if not each.startswith("See ")]
    for line in errors:  # a line of a stream has no more, once its members are wrong
        assert {f"Error: --params.{line}", f"Error: --params: {line}"} & {*told}
    if not errors:
        assert told == [f"Warning: --params.{line}" for line in warnings]


def whole(*arguments: str) -> Any:
    outcome = run_here(["respond", *arguments])
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("name", ["response.yaml", "response.json"])
def test_flags_win_and_actions_come_after(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    content = {"response": "Hi", "actions": [{"say": {"text": "a"}}, {"swml": {"answer": {}}}]}
    path.write_text(json.dumps(content))
    answered = {"version": "1.0.0", "sections": {"main": [{"answer": {}}]}}
    before = [{"say": "a"}, {"SWML": answered}]
    assert whole("--params", f"@{path}") == {"response": "Hi", "action": before}
    assert whole("--params", f"@{path}", "--response", "Bye", "say", "--text", "b") == {
        "response": "Bye",
        "action": [*before, {"say": "b"}],
    }
    again = '{"actions": [{"hangup": {}}]}'
    assert whole("--params", f"@{path}", "--params", again, "--post-process") == {
        "response": "Hi",
        "action": [{"hangup": True}],
        "post_process": True,
    }
    assert whole("--params", again, "--params", f"@{path}") == whole("--params", f"@{path}")
    assert whole("--params", "response: Hi", "--params", "post_process=true") == {"response": "Hi"}


@pytest.mark.parametrize(
    ("params", "answers"),
    [
        (
            {"actions": [{"hangup": {}}, {"say": {"text": 5}}, {"say": {"tex": ""}}, {"say": {}}]},
            [
                "--params.actions[1].say.text: must be text, not the number 5: write it in quotes. "
                "Did you mean '5'?",
                "--params.actions[2].say.tex: 'tex' is not a parameter of say. Did you mean",
                "--params.actions[3].say.text: is required.",
            ],
        ),
        (
            {"actions": [{"swml": [{"answer": {}}, {"hangpu": {}}]}]},
            ["--params.actions[0].swml[1].hangpu: 'hangpu' is not a verb. Did you mean 'hangup'?"],
        ),
        (
            {"actions": [{"hangup": {}}, {"hangpu": {}}], "action": []},
            [
                "--params.action: 'action' is not a member of a response.",
                "--params.actions[1]: 'hangpu' is not an action. Did you mean 'hangup'?",
            ],
        ),
        (
            {"response": "a", "tool_prompt": "b"},
            ["--params.response: can't go with 'tool_result' or 'tool_prompt', which take its"],
        ),
        (
            {"actions": [{"create_payment_action": {"action_type": "Say", "phrase": "x"}}]},
            ["--params.actions[0]: is a part of an action, not an action."],
        ),
    ],
)
def test_findings_name_the_place_inside(params: dict[str, Any], answers: list[str]) -> None:
    for quick in (True, False):
        outcome = run_here(["respond", "--params", json.dumps(params)], quick)
        assert (outcome.out, outcome.status) == (b"", 2)
        told = outcome.err.splitlines()[:-1]
        assert len(told) == len(answers)
        for line, answer in zip(told, answers, strict=True):
            assert line.startswith(f"Error: {answer}")


def test_warnings_name_the_place_inside() -> None:
    params = {"actions": [{"hangup": {}}, {"say": {"text": "a"}}]}
    outcome = run_here(["respond", "--params", json.dumps(params), "say", "--text", "b"])
    never = (
        "never runs, nor does one action behind it: hangup before it ends the agent's part. "
        "[never-runs]"
    )
    assert outcome.err.splitlines() == [f"Warning: --params.actions[1]: {never}"]


def skeleton(*arguments: str, language: str = "yaml") -> str:
    outcome = run_here(["respond", "--skeleton", *language_of(language), *arguments])
    assert (outcome.err, outcome.status) == ("", 0)
    return outcome.out.decode()


def language_of(language: str) -> list[str]:
    return ["--format", "json"] if language == "json" else []


@pytest.mark.parametrize("language", ["yaml", "json"])
@pytest.mark.parametrize("arguments", EXAMPLES)
def test_filled_in_it_is_the_same_response(arguments: str, language: str, tmp_path: Path) -> None:
    line = ["--response", "Hi", *shlex.split(arguments)]
    path = tmp_path / f"response.{language}"
    path.write_text(skeleton(*line, language=language), encoding="utf-8")
    assert whole("--params", f"@{path}") == whole(*line)


DOCUMENT = "swml --transfer answer play --url say:Hi"
CHAINS = [
    DOCUMENT,
    f"{DOCUMENT} --section a hangup --end say --text x",
    "swml --form simplified join-conference --name x --end hangup",
    "join-conference --name x --form full --transfer swml answer --end",
    'execute-rpc --method dial --params-object \'{"params": {"a": 1}}\'',
    "connect --to +15551234567 --timeout 5",
]


@pytest.mark.parametrize("language", ["yaml", "json"])
@pytest.mark.parametrize("chain", CHAINS)
def test_documents_and_what_stands_beside(chain: str, language: str, tmp_path: Path) -> None:
    line = ["--tool-result", "a: #b", "--post-process", *shlex.split(chain)]
    path = tmp_path / f"response.{language}"
    path.write_text(skeleton(*line, language=language), encoding="utf-8")
    assert whole("--params", f"@{path}") == whole(*line)
    path.write_text(skeleton("--params", f"@{path}", language=language), encoding="utf-8")
    assert whole("--params", f"@{path}") == whole(*line)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
@pytest.mark.parametrize("language", ["yaml", "json"])
def test_what_is_required_is_to_be_filled_in(action: Action, language: str, tmp_path: Path) -> None:
    text = skeleton(action.command, language=language)
    (given,) = YAML(typ="safe").load(text)["actions"]
    required = [each.name for each in action.parameters if each.required]
    assert given.keys() == {action.name}
    assert given[action.name].keys() <= set(required)
    assert not any(given[action.name].values())
    path = tmp_path / f"response.{language}"
    path.write_text(text, encoding="utf-8")
    outcome = run_here(["respond", "--params", f"@{path}"])
    needs = any(rule.code == "required" for rule in action.rules)
    assert outcome.status == (2 if required or needs else 0), outcome.err


@pytest.mark.parametrize("language", ["yaml", "json"])
def test_empty_skeleton(language: str, tmp_path: Path) -> None:
    text = skeleton(language=language)
    members = YAML(typ="safe").load(text)
    assert members["actions"] == []
    assert members["post_process"] is False
    for name in ("response", "tool_result", "tool_prompt"):
        assert f"{name}" in text
        assert members.get(name) is None
    path = tmp_path / f"response.{language}"
    path.write_text(text, encoding="utf-8")
    assert whole("--params", f"@{path}") == {"response": "Action completed."}
    assert run_here(["respond", "--skeleton", *language_of(language)], quick=False).out == (
        text.encode()
    )


def test_documents_take_wholes_in_the_same_way(tmp_path: Path) -> None:
    """`swml --params`: later ones win at the top level, and YAML text will do."""
    steps: dict[str, Any] = {
        name: {"sections": {"main": [{name: {}}]}} for name in ("answer", "hangup")
    }
    twice = [word for each in steps.values() for word in ("--params", json.dumps(each))]
    outcome = run_here(["swml", *twice, "--section", "a", "answer"])
    sections: Any = {"main": [{"hangup": {}}], "a": [{"answer": {}}]}
    assert json.loads(outcome.out) == {"version": "1.0.0", "sections": sections}
    yaml = run_here(["swml", "--params", "sections:\n  main:\n  - hangup: {}\n"])
    path = tmp_path / "document.yaml"
    path.write_text("sections:\n  main:\n  - hangup: {}\n")
    assert yaml == run_here(["swml", "--params", f"@{path}"])
    assert yaml.status == 0
    for name in CALLING.names():
        for text in ("hello", "hello there"):
            wrong = run_here(["swml", name.replace("_", "-"), "--params-object", text])
            assert "is neither JSON nor YAML with names and values" in wrong.err
            assert (wrong.status, wrong.out) == (2, b"")
