"""All that is wrong, and all that is missing, is told at once, and each of them once."""

import json
import shlex
from typing import Any

import pytest
from conftest import run_here
from hypothesis import given, settings
from hypothesis import strategies as st
from twins import right_values, twins

from swaigctl.build.requests import answer_to
from swaigctl.catalog import every_action
from swaigctl.catalog.program import flags
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.cli.json_values import reads_input
from swaigctl.cli.quick import read_and_answer
from swaigctl.findings import Finding, Refused, flag_of
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.shapes import members

pytestmark = pytest.mark.once

OPTIONS: "dict[str, object]" = {"form": "auto", "as": "action"}


def wrong_values(parameter: Parameter) -> "list[Any]":
    """Values of another type, in each of which one thing is wrong."""
    twin_values = [
        twin for right in right_values(parameter.kind) for twin, _ in twins(parameter.kind, right)
    ]
    return [
        value
        for value in twin_values
        if value is not None and len(list(parameter.findings(value))) == 1
        if all(each.is_error and len(each.path) == 1 for each in parameter.findings(value))
    ]


WRONG = {
    (action.name, parameter.name): wrong_values(parameter)
    for action in every_action()
    for parameter in action.parameters
}
ACTIONS = [action for action in every_action() if action.parameters]


def told(request: "dict[str, Any]") -> "list[Finding]":
    try:
        answer_to(request, OPTIONS)
    except Refused as refused:
        return list(refused.findings)
    return []


def names_in(found: "list[Finding]", place: int) -> "list[str]":
    return [str(each.path[place]) for each in found if len(each.path) > place]


@st.composite
def some(draw: st.DrawFn, action: Action) -> "tuple[dict[str, Any], set[str], set[str]]":
    """Parameters of an action, which of them are wrong, and which required ones are not there."""
    given_values: dict[str, Any] = {}
    wrong: set[str] = set()
    for parameter in action.parameters:
        choices = WRONG[action.name, parameter.name]
        state = draw(st.sampled_from(["missing", "right", "wrong"]))
        if state == "wrong" and choices:
            given_values[parameter.name] = draw(st.sampled_from(choices))
            wrong.add(parameter.name)
        elif state == "right" and (values := right_values(parameter.kind)):
            given_values[parameter.name] = values[0]
    missing = {
        each.name for each in action.parameters if each.required and each.name not in given_values
    }
    return given_values, wrong, missing


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_each_fault_is_told_once(action: Action, data: st.DataObject) -> None:
    params, wrong, missing = data.draw(some(action))
    found = told({"action": action.name, "params": params})
    names = names_in(found, 1)
    assert wrong <= set(names)
    for name in wrong:
        assert names.count(name) == 1
    # What others can stand for is told by one finding for all of them.
    alone = [each for each in found if each.sentence == "{quoted} is required."]
    for name in missing:
        assert names.count(name) <= 1
    if action.verb is None or len(action.verb.objects) < 2:
        assert {str(each.path[1]) for each in alone} == missing
    in_chain = told({"actions": [{"hangup": {}}, {action.name: params}]})
    if not action.place.is_part:
        assert names_in(in_chain, 3) == names


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_params_tell_the_same(action: Action) -> None:
    params = {
        parameter.name: WRONG[action.name, parameter.name][0]
        for parameter in action.parameters
        if not parameter.required and WRONG[action.name, parameter.name]
    }
    names = names_in(told({"action": action.name, "params": params}), 1)
    flag = next(each.flag for each in flags.of(action) if each.option == flags.PARAMS.option)
    try:
        read_and_answer([action.command, flag, json.dumps(params)])
        found: tuple[Finding, ...] = ()
    except Refused as refused:
        found = refused.findings
    told_there = [str(each.path[each.path[0] == "params" and len(each.path) > 1]) for each in found]
    assert sorted(told_there) == sorted(names)
    assert {each.name for each in action.parameters if each.required} <= set(told_there) or (
        action.verb is not None and len(action.verb.objects) > 1
    )


ANSWERS = {
    "a flag's value and two that are missing": (
        "send-sms --region x --media 5 --params '{\"tags\": 7}'",
        '--params.tags: must be a list of text, not the number 7. Did you mean ["7"]?',
        "--to-number: is required.",
        "--from-number: is required.",
    ),
    "a misspelt name stands for what is missing": (
        'send-sms --params \'{"to_numbr": "x", "body": "x"}\'',
        "--params.to_numbr: 'to_numbr' is not a parameter of send_sms. Did you mean 'to_number'?",
        "--from-number: is required.",
    ),
    "a value that can't be read is not missing": (
        "connect --serial [{ --timeout soon",
        "--timeout: must be an integer or a SWML variable, not 'soon'.",
        "--serial: not valid JSON: the text ends, and the '{' of column 2 is still open: write "
        "'}]' at the end (column 3).",
    ),
    "nothing is missing from what can't be read": (
        "send-sms --params [1]",
        "--params: must be an object, not a list.",
    ),
    "a branch that was chosen": (
        "connect --parallel 5 --timeout soon",
        "--timeout: must be an integer or a SWML variable, not 'soon'.",
        "--parallel[0]: must be an object, not the number 5.",
    ),
    "all actions of a response": (
        "respond --post-process=yes send-sms --body x say join-conference --beep x",
        "--post-process: must be a boolean (true or false), not 'yes'. Did you mean "
        "'--post-process'?",
        "send-sms: --to-number: is required.",
        "send-sms: --from-number: is required.",
        "say: --text: is required.",
        "join-conference: --beep: must be one of 'true', 'false', 'onEnter', 'onExit', not 'x'.",
        "join-conference: --name: is required.",
    ),
    "all verbs of a document": (
        "swml --form x --section later play --volume loud connect --serial @none --timeout soon",
        "--form: must be one of 'auto', 'simplified', 'full', 'expanded', not 'x'.",
        "play: --url: is required, or --urls in its place.",
        "play: --volume: must be a number between -40 and 40 or a SWML variable, not 'loud'.",
        "connect: --serial: 'none' can't be read: No such file or directory.",
        "connect: --timeout: must be an integer or a SWML variable, not 'soon'.",
        "the document has no section 'main', which runs first.",
    ),
    "a document in a response": (
        "respond swml --form x play --volume 1 --end say",
        "swml: --form: must be one of 'auto', 'simplified', 'full', 'expanded', not 'x'.",
        "swml: play: --url: is required, or --urls in its place.",
        "say: --text: is required.",
    ),
}


@pytest.mark.parametrize(
    ("line", "answer"), [(line, answer) for line, *answer in ANSWERS.values()], ids=ANSWERS
)
def test_command_lines_tell_all(line: str, answer: "list[str]") -> None:
    outcome = run_here(shlex.split(line))
    assert outcome.err.splitlines()[:-1] == [f"Error: {each}" for each in answer]
    assert (outcome.status, outcome.out) == (2, b"")


REQUESTS: "dict[str, tuple[dict[str, Any], list[str]]]" = {
    "an action, and its form": (
        {"action": "say", "params": {}, "form": "x"},
        ["form", "params.text"],
    ),
    "parameters that are no object": ({"action": "say", "params": 5}, ["params"]),
    "a response": (
        {
            "post_process": 5,
            "actions": [{"say": {}}, {"action": "connect", "form": "x", "params": {}}, {"x": {}}],
        },
        ["post_process", "actions[0].say.text", "actions[1].form"]
        + ["actions[1].params.destination", "actions[2]"],
    ),
    "a document, and its form": (
        {"swml": [{"play": {"volume": "x"}}], "form": "x"},
        ["form", "swml[0].play.url", "swml[0].play.volume"],
    ),
    "a document for nobody knows what": ({"swml": [{"reply": 5}], "for": "x"}, ["for"]),
}


@pytest.mark.parametrize(("request_", "places"), REQUESTS.values(), ids=REQUESTS)
def test_requests_tell_all(request_: "dict[str, Any]", places: "list[str]") -> None:
    assert [each.where for each in told(request_)] == places


UNREAD = [
    pytest.param(flavour, verb, path, id=f"{flavour.name} {verb}: {path}")
    for flavour in (CALLING, MESSAGING)
    for verb in flavour.names()
    for path, field in members(flavour.named(verb).fields)
    if path.count(".") < 2 and reads_input(field.kind)
]


@pytest.mark.parametrize(("flavour", "verb", "path"), UNREAD)
def test_what_cant_be_read_is_told_once(flavour: Flavour, verb: str, path: str) -> None:
    command = ["swml", "--for", flavour.name, verb.replace("_", "-")]
    outcome = run_here([*command, flag_of(path), "@none"])
    lines = outcome.err.splitlines()[:-1]
    about = [each for each in lines if each.startswith(f"Error: {flag_of(path)}")]
    assert about == [f"Error: {flag_of(path)}: 'none' can't be read: No such file or directory."]
    assert not any("is required." in each and flag_of(path) in each for each in lines)
    assert (outcome.status, outcome.out) == (2, b"")
