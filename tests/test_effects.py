"""Flags that can't change what a command does: hidden, and accepted all the same.

A flag has an effect where it changes what is printed, or refuses what is answered without it, and
not everything.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest
from conftest import run_here
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import params, right_values

from swaigctl.catalog import every_action
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import effects, flags
from swaigctl.catalog.verbs import FLAVOURS, Flavour, families
from swaigctl.cli.quick import read_and_answer
from swaigctl.descriptions import Command, verb_command
from swaigctl.findings import Refused
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.kinds import Spelled

pytestmark = pytest.mark.once

ACTIONS = every_action()
VERBS = [verb for verbs in families().values() for verb in verbs]
DESCRIBED = [*ACTIONS, *VERBS]
each_command = pytest.mark.parametrize("described", DESCRIBED, ids=lambda each: Command(each).name)

REFUSED = "refused"
NEED_WARNINGS = (flags.STRICT, flags.IGNORE)
"""What they change is seen only where there is something to warn of."""


def outcome(arguments: list[str]) -> object:
    try:
        answer = read_and_answer(arguments)
    except Refused:
        return REFUSED
    return answer.text(on_terminal=False), [each.code for each in answer.cautions]


def arguments_for(described: Action | Verb) -> st.SearchStrategy[list[str]]:
    """Command lines that are right, without flags for input and output."""
    values = (
        params(described, odd=False)
        if isinstance(described, Action)
        else right_values(described.kind, odd=False)
    )
    taken = (
        flags.of(described) if isinstance(described, Action) else document_flags.of_verb(described)
    )
    flag = next(each.flag for each in taken if each.option == "params")
    begin = described.command if isinstance(described, Action) else verb_command(described)
    return values.map(lambda given: [*begin.split(), *([flag, json.dumps(given)] if given else [])])


def ways(parameter: Parameter) -> Iterator[list[str]]:
    """How the flag can be given."""
    if isinstance(parameter.kind, Spelled):
        yield from ([parameter.flag, spelling] for spelling in parameter.kind.spellings)
    elif parameter.kind.is_boolean:
        yield [parameter.flag]
    else:
        value = {flags.PARAMS.option: "{}", flags.IGNORE.option: "empty"}[parameter.option]
        yield [parameter.flag, value]


def accepted_by(described: Action | Verb) -> tuple[Parameter, ...]:
    if isinstance(described, Action):
        return flags.of(described)
    return document_flags.of_verb(described)


def shown_by(described: Action | Verb) -> tuple[Parameter, ...]:
    if isinstance(described, Action):
        return effects.of_action(described)
    return effects.of_verb(described)


def hidden_ways(described: Action | Verb) -> list[list[str]]:
    shown = [way for parameter in shown_by(described) for way in ways(parameter)]
    accepted = [way for parameter in accepted_by(described) for way in ways(parameter)]
    return [way for way in accepted if way not in shown]


NESTED = {"1": [{"sleep": 5}]}
WITH_STEPS = {
    "swml connect": {"to": "+15551234567", "result": {"case": NESTED}},
    "swml sip-refer": {"to_uri": "sip:a@b.example", "result": {"case": NESTED}},
    "swml switch": {"variable": "x", "case": NESTED},
    "swml --for messaging switch": {"variable": "x", "case": {"1": [{"goto": {"label": "a"}}]}},
    "swml execute": {"dest": "other", "result": {"case": NESTED}},
    "swml cond": [{"when": "true", "then": [{"sleep": 5}]}],
}
"""For verbs that contain steps: some that have forms."""


@cache
def samples(described: Action | Verb) -> list[list[str]]:
    """Command lines that are answered, the shortest first."""
    lines: list[list[str]] = []

    @settings(SAMPLING)
    @given(arguments_for(described))
    def collect(arguments: list[str]) -> None:
        if arguments not in lines and outcome(arguments) != REFUSED:
            lines.append(arguments)

    collect()
    name = Command(described).name
    if name in WITH_STEPS:
        lines.append([*name.split(), "--params-object", json.dumps(WITH_STEPS[name])])
    return sorted(lines, key=lambda each: len(str(each)))


EMPTY = r': (""|\[\]|\{\})'
"""Such values are written where they would else be left out, if defaults are; that is no form."""

SAMPLING = settings(
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@each_command
def test_what_is_hidden_has_no_effect(described: Action | Verb) -> None:
    full = (each for each in samples(described) if not re.search(EMPTY, each[-1]))
    for arguments in islice(full, 12):
        before = outcome(arguments)
        for way in hidden_ways(described):
            after = outcome([*arguments, *way])
            if way == [flags.SKELETON.flag]:
                assert "{}" in str(after)  # there is nothing to fill in
            elif way == [flags.DIFF.flag]:
                assert after == ("", [*before[1], "one-form"])  # type: ignore[index]
            else:
                assert after in (before, REFUSED), way


@each_command
def test_what_is_hidden_is_accepted(described: Action | Verb) -> None:
    """It is no unknown flag, and where it fails, it says why."""
    for way in hidden_ways(described):
        done = run_here([*samples(described)[0], *way])
        assert "is not a flag" not in done.err
        if done.status:
            assert f"{' '.join(way)}: {described.command} " in done.err, done.err


@each_command
def test_what_is_shown_has_an_effect(described: Action | Verb) -> None:
    for parameter in shown_by(described):
        if parameter in (*NEED_WARNINGS, *flags.COLORS) or parameter.option == "params":
            continue
        for way in ways(parameter):
            if way[1:] == [parameter.default]:
                continue
            pairs = ((outcome(each), outcome([*each, *way])) for each in samples(described))
            if way == [flags.FORM.flag, "simplified"]:  # it is what there is anyway, or refuses
                assert {after == REFUSED for _, after in pairs} == {True, False}, way
            else:
                assert any(after not in (before, REFUSED) for before, after in pairs), way


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda each: each.name)
def test_short_verbs_are_those_of_the_catalog(flavour: Flavour) -> None:
    short = any(flavour.value_of(name).only_main for name in flavour.names())
    assert flavour.has_short_verbs == short


def test_choices_of_an_action_are_those_that_it_has() -> None:
    shown = {
        action.name: {each.option: each.kind.metavar for each in effects.of_action(action)}
        for action in ACTIONS
    }
    assert shown["say"]["as"] == "action|response"
    assert "form" not in shown["say"]
    assert shown["connect"]["as"] == "action|response|swml|verb"
    assert shown["execute_swml"]["as"] == "action|response|swml"
    assert shown["join_conference"]["form"] == "auto|simplified|full|expanded"
    assert shown["tap"]["form"] == "auto|expanded"
    assert shown["hangup"].keys().isdisjoint(("params", "skeleton", "form", "diff"))
