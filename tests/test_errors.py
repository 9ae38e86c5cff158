"""Errors as data, and suggestions."""

import copy
import pickle
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

import pytest

from swaigctl import FunctionResult, ParameterError, errors
from swaigctl.catalog import action_named, cautions
from swaigctl.catalog.conferencing import join_conference
from swaigctl.catalog.kinds import unknown_name
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.errors import nearest
from swaigctl.requests import checked_members


def pickled(error: ParameterError) -> ParameterError:
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, ParameterError)
    return again


@pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy])
def test_error_can_be_copied(again: Callable[[ParameterError], ParameterError]) -> None:
    with pytest.raises(ParameterError) as raised:
        FunctionResult().join_conference("x", max_participants=10**400)
    error = raised.value
    other = again(error)
    assert type(other) is ParameterError
    assert vars(other) == vars(error)
    assert (str(other), other.args) == (str(error), (str(error),))
    assert len(str(error)) < 200


FLAGS = tuple(flag_table(parameters_of(join_conference)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--max", "--max-participants"),
        ("--status", "--status-callback"),
        ("--end", "--end-on-exit"),
        ("--start", "--start-on-enter"),
        ("--mute", "--muted"),
        ("--Muted", "--muted"),
        ("-name", "--name"),
        ("--start_on_enter", "--start-on-enter"),
        ("--conference-name", "--name"),
        ("--recordd", "--record"),
        ("--pretty", None),
        ("--yaml", None),
        ("--json", None),
        ("-x", None),
        ("--", None),
        ("", None),
    ],
)
def test_nearest_flag(typed: str, meant: str | None) -> None:
    assert nearest(typed, FLAGS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("onenter", "onEnter"),
        ("never", None),
        ("None", None),
        ("on-enter", "onEnter"),
        ("tru", "true"),
    ],
)
def test_nearest_choice(typed: str, meant: str | None) -> None:
    assert nearest(typed, ("true", "false", "onEnter", "onExit")) == meant


def test_a_suggestion_is_looked_for_once_and_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = []
    real = errors.nearest

    def counted(word: str, spellings: tuple[str, ...]) -> "str | None":
        words.append(word)
        return real(word, spellings)

    monkeypatch.setattr(errors, "nearest", counted)
    error = unknown_name("mutd", ("muted", "beep")).about("name")
    assert words == []
    assert error.args == (str(error),)
    assert repr(error) == f"ParameterError({str(error)!r})"
    assert [error.near, error.near, pickle.loads(pickle.dumps(error)).near] == ["muted"] * 3
    assert error.line.endswith("Did you mean 'muted'?")
    assert words == ["mutd"]
    again = pickle.loads(pickle.dumps(unknown_name("mutd", ("muted", "beep"))))
    assert again.near == "muted"


def test_many_unknown_names_in_one_object_get_few_suggestions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = []
    real = errors.nearest

    def counted(word: str, spellings: tuple[str, ...]) -> "str | None":
        words.append(word)
        return real(word, spellings)

    for module in (errors, cautions):
        monkeypatch.setattr(module, "nearest", counted)
    names: dict[str, object] = {f"mutd{number}": 1 for number in range(3_000)}
    _, found = checked_members(action_named("join_conference").parameters, names)
    assert len(found) == 3_000
    assert sum(error.near is not None for error in found) == 20
    assert len(words) == 20
    rule = cautions.Undescribed("unknown", "settings", (), "is not described.")
    assert len(list(rule.find_in("settings", names))) == 3_000
    assert len(words) == 40


def test_a_word_is_compared_with_a_limited_number_of_short_texts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    real = SequenceMatcher.real_quick_ratio

    def counted(self: Any) -> float:
        compared.append(len(self.b))
        return real(self)

    monkeypatch.setattr(SequenceMatcher, "real_quick_ratio", counted)
    spellings = tuple(f"name-{number}" for number in range(300_000))
    assert errors.nearest("nmae-7" + "x" * 1_000_000, spellings) is None
    assert errors.nearest("nmae-7", spellings) == "name-7"
    assert len(compared) == 2 * errors.MOST_SPELLINGS
    assert max(compared) <= 60
