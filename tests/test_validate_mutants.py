"""One fault in, that one out: first, in its place, by its name, in words that state it."""

import random
from functools import cache
from typing import Any

import pytest
from mutants import MUTATORS, Mutant, right_documents

from swaigctl.catalog.index import KEYS
from swaigctl.catalog.meant import OTHER_KEYS
from swaigctl.catalog.response_kinds import ACTION
from swaigctl.catalog.verbs import CALLING, FLAVOURS, Flavour, instead
from swaigctl.check.judging import judged
from swaigctl.model.steps import Step
from swaigctl.model.walk import findings

pytestmark = pytest.mark.once

MOST = 150
"""Mutants of one kind that are judged."""

LEAST, LEAST_OF_ONE = 0.99, 0.95
"""Shares of mutants whose fault comes first: of all together, and of each kind."""

LEAST_ALONE = 0.98
"""Share of mutants in which there is no further error and no further warning."""


@cache
def mutants_of(name: str) -> list[Mutant]:
    """Some mutants of a kind, the same ones each time, from as many documents as possible."""
    chance = random.Random(name)
    found: list[list[Mutant]] = []
    for right in right_documents():
        some = list(MUTATORS[name](right, chance))
        chance.shuffle(some)
        found.append(some)
    chance.shuffle(found)
    picked: list[Mutant] = []
    while len(picked) < MOST and any(found):
        picked += [some.pop() for some in found if some]
    return picked[:MOST]


def told(mutant: Mutant) -> str:
    """What is wrong with the answer to a mutant; empty if it is as it should be."""
    found = judged(mutant.value).findings
    if not found:
        return "nothing is found"
    first = found[0]
    if first.path != mutant.path:
        return f"{first.path}, not {mutant.path}: {first.message}"
    if first.code not in mutant.codes:
        return f"{first.code}, not {mutant.codes}: {first.message}"
    missing = [word for word in mutant.words if word not in first.message]
    return f"no {missing}: {first.message}" if missing else ""


@cache
def answers(name: str) -> list[str]:
    return [told(mutant) for mutant in mutants_of(name)]


def test_there_are_documents_and_mutators_enough() -> None:
    kinds = [right.kind for right in right_documents()]
    assert len(MUTATORS) >= 45
    assert kinds.count("swml") > 300
    assert min(map(kinds.count, ("response", "action", "messaging"))) > 25


@pytest.mark.parametrize("name", MUTATORS)
def test_fault_comes_first(name: str) -> None:
    wrong = [answer for answer in answers(name) if answer]
    assert len(answers(name)) >= 10
    assert len(wrong) <= (1 - LEAST_OF_ONE) * len(answers(name)), "\n".join(wrong[:20])


def test_share_of_faults_that_come_first() -> None:
    shares = {name: (answers(name).count(""), len(answers(name))) for name in MUTATORS}
    report = "\n".join(f"{right}/{all_} {name}" for name, (right, all_) in shares.items())
    right, everything = (sum(counts) for counts in zip(*shares.values(), strict=True))
    assert right >= LEAST * everything, report


def test_a_fault_is_mostly_found_alone() -> None:
    together = [
        (name, mutant)
        for name in MUTATORS
        for mutant in mutants_of(name)[:50]
        if len([each for each in judged(mutant.value).findings if each.severity != "info"]) > 1
    ]
    number = sum(len(mutants_of(name)[:50]) for name in MUTATORS)
    assert len(together) <= (1 - LEAST_ALONE) * number, together[:20]


# The tables of names that are guessed.

WAYS = [
    pytest.param(flavour, way, id=f"{flavour.name}: {way.names[0]}")
    for flavour in FLAVOURS
    for way in instead.WAYS[flavour.name]
]


CONTENTS: tuple[Any, ...] = (
    *("later", 5, True, 0.5, ["a-1", "b-2"], [{"hangup": {}}], {"hangup": {}}, ["hangup"]),
    *({"text": "later"}, {"length": 2}, {"to": "+15553334444", "body": "Yes."}, {"odd": True}),
    *({"if": "${x} == 1", "then": ["hangup"]}, {"url": "https://a.example/b", "odd": "c"}),
    *({"prompt": "Sell."}, {"name": "a", "max": 7}, {"1": ["hangup"], "2": [{"answer": {}}]}),
)


def scalars(value: object) -> list[str]:
    """All texts, numbers and booleans in a value, and the names, as text."""
    if isinstance(value, dict):
        return [text for name, each in value.items() for text in (name, *scalars(each))]
    if isinstance(value, list):
        return [text for each in value for text in scalars(each)]
    return [str(value)]


@pytest.mark.parametrize(("flavour", "way"), WAYS)
def test_step_that_is_suggested_is_right_and_holds_what_was_written(
    flavour: Flavour, way: instead.Way
) -> None:
    empty: tuple[Any, ...] = (None, {}, [], True)
    for nothing in empty:
        assert [each for each in findings(Step(flavour), way.make(nothing)) if each.is_error] == []
    for content in CONTENTS:
        step = way.make(content)
        if step is None:
            continue
        wrong = [each for each in findings(Step(flavour), step) if each.is_error]
        assert [each for each in wrong if each.code not in ("pattern", "type")] == []
        if content is True or way.make is instead.pause:
            continue
        values = [content] if not isinstance(content, dict) else list(content.values())
        held = scalars(step)
        for text in (text for value in values for text in scalars(value)):
            bare = text.replace("${x}", "x")
            assert any(text in each or bare in each for each in held), (content, step)


def test_no_verb_is_taken_for_a_guess() -> None:
    for flavour in FLAVOURS:
        names = [name for way in instead.WAYS[flavour.name] for name in way.names]
        assert len(names) == len(set(names))
        assert set(names).isdisjoint(flavour.names())


def test_guessed_parameters_are_unknown_and_mean_known_ones() -> None:
    for verb, names in instead.PARAMETERS.items():
        flavour = next(each for each in FLAVOURS if verb in each.names())
        fields = flavour.named(verb).fields
        assert set(names).isdisjoint(fields)
        assert set(names.values()) <= set(fields)


def test_other_names_of_actions_are_unknown_and_mean_known_ones() -> None:
    assert set(OTHER_KEYS).isdisjoint((*KEYS, *CALLING.names(), "SWML"))
    assert set(OTHER_KEYS.values()) <= set(ACTION.names)


@pytest.mark.parametrize(
    ("name", "never"),
    [
        ("unhold", "hold"),
        ("start_tap", "stop_tap"),
        ("start_stream", "stop_stream"),
        ("start_denoise", "stop_denoise"),
        ("unanswer", "answer"),
        ("disable_denoise", "denoise"),
        ("remove_hints", "add_dynamic_hints"),
        ("unset_globaldata", "set_global_data"),
        ("set_globaldata", "unset_global_data"),
        ("unset_metadata", "set_meta_data"),
    ],
)
def test_nothing_of_the_opposite_effect_is_suggested(name: str, never: str) -> None:
    document: Any = {"sections": {"main": [{name: {}}]}}
    for value in (document, {"response": "x", "action": [{name: {}}]}):
        first = judged(value).findings[0]
        assert first.suggestion != never
        assert not isinstance(first.suggestion, dict) or never not in first.suggestion
