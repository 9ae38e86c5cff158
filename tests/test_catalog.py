"""The catalog itself: nothing said twice, nothing missing, nothing that contradicts itself."""

import re

import pytest

from swaigctl.catalog import action_named, families, index
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.cli.terminal.help import command_help
from swaigctl.descriptions import PROGRAM_FLAGS
from swaigctl.generate.__main__ import stale_files
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.further import shape_rules
from swaigctl.model.kinds import Choice, Words
from swaigctl.model.rules import Rule, Without

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
        "exclusive",
        "required",
        "pattern",
        "not-a-section",
        "not-for-destination",
        "callback-without-url",
        "conference-of-one",
        "not-a-sip-uri",
        "not-a-voice",
        "nothing-recorded",
        "recording-fails",
        "temperature-clamped",
        "unknown-destination",
        "unknown-device",
        "unknown-role",
        "unknown-setting",
        "url-not-absolute",
    }
