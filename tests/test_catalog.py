"""The catalog itself: nothing said twice, nothing missing, nothing that contradicts itself."""

import re

import pytest

from swaigctl.build.calls import Call
from swaigctl.catalog import action_named, families, index
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.cli.terminal.help import command_help
from swaigctl.descriptions import PROGRAM_FLAGS, limits
from swaigctl.findings import SwaigctlError
from swaigctl.generate.__main__ import stale_files
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.further import shape_rules
from swaigctl.model.kinds import Choice, Words
from swaigctl.model.places import FirstOf
from swaigctl.model.rules import Count, Rule, Without
from swaigctl.model.walk import findings

pytestmark = pytest.mark.once

ACTIONS = [action for actions in families().values() for action in actions]
PARAMETERS = [
    pytest.param(parameter, id=f"{action.name}.{parameter.name}")
    for action in ACTIONS
    for parameter in parameters_of(action)
] + [pytest.param(parameter, id=parameter.name) for parameter in PROGRAM_FLAGS]

each_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
each_parameter = pytest.mark.parametrize("parameter", PARAMETERS)


def test_what_is_generated_is_not_stale() -> None:
    assert list(stale_files()) == [], "run 'python -m swaigctl.generate'"


@each_action
def test_action_is_described(action: Action) -> None:
    assert action_named(action.name) is action
    assert re.fullmatch(r"[a-z][a-z_]*", action.name)
    assert re.fullmatch(r"[A-Z].{8,70}\.", action.summary)
    assert action.source.startswith("https://signalwire.com/docs/") or not action.source
    assert action.examples


@each_action
def test_flags_are_unique(action: Action) -> None:
    parameters = parameters_of(action)
    expected = {parameter.flag for parameter in parameters}
    assert len(expected) == len(parameters)
    negative = [f for f, (p, boolean) in flag_table(parameters).items() if boolean is False]
    assert not expected & set(negative)


@each_action
def test_rules_speak_of_parameters_that_exist(action: Action) -> None:
    names = {parameter.name for parameter in action.parameters}
    assert not action.main or action.main in names
    check_rules(action.rules, names)
    of_verb = {parameter.at for parameter in action.all_parameters}
    check_rules(action.verb_rules, of_verb)
    check_rules(shape_rules(action.verb) if action.verb else (), of_verb)


def check_rules(rules: tuple[Rule, ...], names: set[str]) -> None:
    for rule in rules:
        assert set(rule.parameters) <= names
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
        assert rule.message.endswith(".")
        assert set(re.findall(r"{(\w+)}", rule.message)) <= {*names, "subject", "value", "others"}
        if isinstance(rule.condition, Without):
            assert rule.condition.needed in names


@each_parameter
def test_parameter_is_described(parameter: Parameter) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*", parameter.name)
    assert re.fullmatch(r"[A-Z].*[.]", parameter.help)
    assert "default" not in parameter.help.lower(), "help derives it"
    assert re.fullmatch(r"(-[a-z])?", parameter.short)
    if parameter.required:
        assert parameter.default is None
    if parameter.default is not None:
        assert list(parameter.findings(parameter.default)) == []
        assert parameter.normal(parameter.default) == parameter.default


@each_parameter
def test_meanings_are_of_spellings(parameter: Parameter) -> None:
    if parameter.meanings:
        assert isinstance(parameter.kind, (Choice, Words))
        assert tuple(parameter.meanings) == parameter.kind.spellings


@each_action
def test_help_spells_defaults_as_they_are_typed(action: Action) -> None:
    assert not re.search(r"default: (True|False|None)", command_help(action))


def test_families_hold_every_action() -> None:
    assert [action.name for action in ACTIONS] == list(index.ACTIONS)


def test_warning_codes_are_stable() -> None:
    of_actions = {rule.code for action in ACTIONS for rule in action.rules}
    of_verbs = {rule.code for action in ACTIONS for rule in action.verb_rules}
    assert of_actions | of_verbs == {
        "empty",
        "exclusive",
        "json-as-text",
        "required",
        "pattern",
        "not-used",
        "several-in-one",
        "unknown-currency",
        "not-a-section",
        "not-for-destination",
        "callback-without-url",
        "conference-of-one",
        "not-a-sip-uri",
        "not-a-voice",
        "nothing-recorded",
        "recording-fails",
        "temperature-clamped",
        "unknown-caller-id",
        "unknown-destination",
        "unknown-device",
        "unknown-role",
        "unknown-setting",
        "url-not-absolute",
    }


EMPTIES: tuple[object, ...] = ([], {})

MAY_BE_EMPTY = {
    "set_semantic_state.state": "it resets the state",
    "swml_user_event.event_data": "an event is sent all the same",
    "user_event.event": "an event is sent all the same",
    "add_action.data": "nobody knows what the action does with it",
}
"""What must be given, may be empty, and does something even then."""


@each_action
def test_what_does_nothing_when_empty_is_warned_of(action: Action) -> None:
    """Whatever must be given and takes an empty list or object says that nothing happens then."""
    complete = {each.name: filled_in(each) for each in action.parameters if each.required}
    for parameter in (each for each in action.parameters if each.required):
        for empty in EMPTIES:
            if any(finding.is_error for finding in parameter.findings(empty)):
                continue
            found = {each.code for each in action.cautions({**complete, parameter.name: empty})}
            is_known = f"{action.name}.{parameter.name}" in MAY_BE_EMPTY
            assert ("empty" in found) != is_known


def filled_in(parameter: Parameter) -> object:
    """A value of the parameter's that is not empty."""
    if not any(finding.is_error for finding in parameter.findings("x")):
        return "x"
    return next(iter(parameter.kind.json_types), str)()


@pytest.mark.parametrize("flavour", [CALLING, MESSAGING], ids=lambda flavour: flavour.name)
def test_verbs_that_do_nothing_are_warned_of(flavour: Flavour) -> None:
    for verb in map(flavour.named, flavour.names()):
        for field in (each for each in verb.fields.values() if each.required):
            for empty in EMPTIES:
                found = list(findings(field.kind, empty))
                if not any(finding.is_error for finding in found):
                    value = empty if verb.value is not None else {field.name: empty}
                    codes = {each.code for each in findings(verb.kind, value)}
                    is_known = (verb.name, field.name) == ("user_event", "event")
                    assert ("empty" in codes) != is_known, (verb.name, field.name)


@each_action
def test_simplified_is_just_the_value_of_a_parameter(action: Action) -> None:
    """Whatever is written otherwise, an object or a constant, has no such form and says so."""
    if action.place.is_part:
        return  # it has no forms
    values = {each.name: filled_in(each) for each in action.parameters if each.required}
    if action.main:
        values.setdefault(action.main, "x")
    call = Call(action, values, {"form": "simplified", "as": "action"})
    if action.sole or isinstance(action.body, FirstOf):
        call.document()
        return
    with pytest.raises(SwaigctlError) as caught:
        call.document()
    assert caught.value.finding.code == "form"
    assert caught.value.finding.message == f"{action.command} has no simplified form."


@each_action
def test_what_full_writes_unasked_is_said_to_be_always_written(action: Action) -> None:
    values = {each.name: filled_in(each) for each in action.parameters if each.required}
    missing = {each.name for rule in action.rules for each in rule_needs(action, rule)}
    values |= dict.fromkeys(missing, "x")
    content = action.body.write(action, values, "full")
    if not isinstance(content, dict) or action.body.value:
        return
    for parameter in (each for each in action.parameters if each.name not in values):
        told = list(limits(parameter))
        is_told = any(phrase.startswith("always written") for phrase in told)
        if parameter.name not in action.place.takes:
            assert is_told == is_in(content, parameter.at), parameter.name


def rule_needs(action: Action, rule: Rule) -> list[Parameter]:
    """A parameter by which something is given that a rule asks for."""
    needs = rule.code == "required" and isinstance(rule.condition, Count)
    return [action.parameter(rule.parameters[0])] if needs else []


def is_in(content: object, path: str) -> bool:
    """Whether there is something at a path in nested objects."""
    for name in path.split("."):
        if not isinstance(content, dict) or name not in content:
            return False
        content = content[name]
    return True
