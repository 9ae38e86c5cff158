"""What swaigctl and the SDK write is right: `validate` finds no more in it than the builders do."""

import json
import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome, run_here
from hypothesis import given, settings
from hypothesis import strategies as st
from test_examples import (
    DOCUMENTS,
    EXAMPLES,
    METHOD_EXAMPLES,
    arguments_in,
    name_of,
    parameters_only,
)
from test_model import each_action, right_calls

from swaigctl.catalog import action_named, every_action
from swaigctl.catalog.verbs import CALLING, FLAVOURS
from swaigctl.check.validation import validate
from swaigctl.findings import ERROR, INFO, Finding
from swaigctl.model.entries import Action

pytestmark = pytest.mark.once

REFERENCES = ("unknown-label", "unknown-section", "unknown-function", "unknown-context")
"""Codes for what is not there, though something refers to it."""

ACROSS = ("not-allowed", "nothing-spoken")
"""Codes for what functions of an agent answer: builders do not look across an agent."""

FORMS = ("auto", "simplified", "full", "expanded")

FIXED = {"--as", "--form", "--skeleton", "--diff", "--format", "-c"}


def unexpected(document: Any, kind: str, warned: "set[str]") -> "list[Finding]":
    """Errors in what was written, and warnings that were not given when it was.

    What a pair's one step refers to need not be there.
    """
    found = [each for each in validate(document, kind or None) if each.severity != INFO]
    allowed = {*warned, *REFERENCES, *ACROSS}
    return [each for each in found if each.code not in allowed and not is_by_reference(each)]


def is_by_reference(finding: Finding) -> bool:
    """Whether it warns of what the reference of join_conference lets stand: any result."""
    return finding.path[-2:-1] == ("result",) and finding.code == "unknown-name"


def codes_in(outcome: Outcome) -> "set[str]":
    """The codes of the warnings on standard error."""
    return set(re.findall(r"\[([a-z-]+)\]$", outcome.err, re.MULTILINE))


def is_an_action(arguments: "list[str]") -> bool:
    """Whether the command prints an action, and neither a part of one nor one of any name."""
    place = action_named(arguments[0].replace("-", "_")).place
    return not place.is_part and not place.key_parameter


def plain(arguments: "list[str]") -> bool:
    return FIXED.isdisjoint(each.partition("=")[0] for each in arguments)


ACTION_LINES = [
    pytest.param(arguments, id=f"{source}: {' '.join(arguments)[:60]}")
    for source, lines in (
        ("example", [shlex.split(e.arguments) for a in every_action() for e in a.examples]),
        ("pair", [arguments_in(path) for path in EXAMPLES]),
    )
    for arguments in lines
    if plain(arguments) and is_an_action(arguments)
]
DOCUMENT_LINES = [
    pytest.param(arguments, id=f"{source}: {' '.join(arguments)[:60]}")
    for source, lines in (
        (
            "example",
            [
                shlex.split(example.arguments)
                for flavour in FLAVOURS
                for verb in flavour.names()
                for example in flavour.named(verb).examples
            ],
        ),
        ("pair", [arguments_in(path) for path in DOCUMENTS]),
    )
    for arguments in lines
    if plain(arguments)
]


def kind_of(arguments: "list[str]") -> str:
    return "messaging" if "messaging" in arguments[1:3] else "swml"


@pytest.mark.parametrize("arguments", ACTION_LINES)
def test_actions_and_responses_are_right_in_all_forms(arguments: "list[str]") -> None:
    for form in FORMS:
        for shape in ("action", "response", "swml"):
            outcome = run_here([*arguments, "--form", form, "--as", shape])
            if outcome.status:  # it has no such form or shape
                assert form != "auto" or shape == "swml"
                continue
            written = json.loads(outcome.out)
            assert unexpected(written, shape, codes_in(outcome)) == []
            assert shape != "action" or unexpected(written, "", codes_in(outcome)) == []


@pytest.mark.parametrize("arguments", DOCUMENT_LINES)
def test_documents_are_right_in_all_forms(arguments: "list[str]") -> None:
    for form in FORMS:
        outcome = run_here([*arguments, "--form", form])
        if outcome.status:
            assert form == "simplified"  # it has no such form
            continue
        written = json.loads(outcome.out)
        assert unexpected(written, kind_of(arguments), codes_in(outcome)) == []


@cache
def parts() -> "dict[str, Any]":
    """The parts of an action that methods of their own write, by their commands."""
    found: dict[str, Any] = {}
    for action in every_action():
        if action.place.is_part:
            outcome = run_here(shlex.split(action.examples[0].arguments))
            found[action.name] = json.loads(outcome.out)
    return found


def test_parts_are_right_where_they_belong() -> None:
    assert parts().keys() == {
        "create_payment_prompt",
        "create_payment_action",
        "create_payment_parameter",
    }
    prompt = {
        **parts()["create_payment_prompt"],
        "actions": [parts()["create_payment_action"]],
    }
    pay = {
        "payment_connector_url": "https://example.com/pay",
        "prompts": [prompt, parts()["create_payment_prompt"]],
        "parameters": [parts()["create_payment_parameter"]],
    }
    assert validate({"sections": {"main": [{"pay": pay}]}}) == []


# What the SDK writes.


@pytest.mark.parametrize("path", METHOD_EXAMPLES, ids=name_of)
def test_what_the_sdk_writes_has_no_error(path: Path, sdk: Any) -> None:
    name = arguments_in(path)[0].replace("-", "_")
    values = parameters_only(path)
    assert values is not None
    if hasattr(sdk, name) and not action_named(name).place.is_part:
        result = getattr(sdk("Done."), name)(**values)
        assert errors(result.to_dict()) == []


@each_action
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_the_sdk_writes_of_right_values_has_no_error(
    action: Action, data: st.DataObject
) -> None:
    from signalwire.core.function_result import FunctionResult as Sdk

    if not hasattr(Sdk, action.name) or action.place.is_part or action.place.key_parameter:
        return
    if action.name == "execute_swml":
        return  # it writes whatever it is given
    call = data.draw(right_calls(action, "auto"))
    own = {parameter.name for parameter in action.parameters}
    values = {name: value for name, value in call.values.items() if name in own}
    if action.reference_is_law:
        values.pop("result", None)  # the reference takes any
    try:
        result = getattr(Sdk("Done."), action.name)(**values)
    except (TypeError, ValueError):
        return  # the SDK refuses what may be a variable, among others
    assert errors(result.to_dict()) == []


def errors(document: Any) -> "list[Finding]":
    return [each for each in validate(document) if each.severity == ERROR]


def test_there_is_a_line_for_every_action_and_verb() -> None:
    commands = {line.values[0][0] for line in ACTION_LINES}  # type: ignore[index]
    described = {each.command for each in every_action() if is_an_action([each.command])}
    assert commands == described
    assert len(DOCUMENT_LINES) > len(CALLING.names())
