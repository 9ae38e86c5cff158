"""Errors as data, and suggestions."""

import copy
import pickle
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

import pytest

from swaigctl import FunctionResult, ParameterError
from swaigctl.catalog import action_named
from swaigctl.catalog.actions.conferencing import join_conference
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.findings import messages
from swaigctl.findings.messages import nearest
from swaigctl.model.kinds import Boolean
from swaigctl.model.reading import Reading
from swaigctl.model.shapes import MOST_GUESSES, Field, Object, unknown_name
from swaigctl.model.walk import findings


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
    assert str(other) == str(error)
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


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that suggestions were looked for, as they are."""
    words = []
    real = messages.nearest

    def counted(word: str, spellings: tuple[str, ...]) -> "str | None":
        words.append(word)
        return real(word, spellings)

    monkeypatch.setattr(messages, "nearest", counted)
    return words


def test_a_suggestion_is_looked_for_when_asked_for(looked_for: list[str]) -> None:
    finding = unknown_name("mutd", ("muted", "beep")).within("name")
    again = pickle.loads(pickle.dumps(finding.but(where="--params.mutd")))
    assert looked_for == []
    assert finding.suggestion == again.suggestion == "muted"
    assert again.line().endswith("Did you mean 'muted'?")
    assert set(looked_for) == {"mutd"}


@pytest.mark.parametrize(
    ("word", "spellings", "meant"),
    [
        ("location", ("response", "action", "post_process"), None),
        ("function", ("response", "action", "post_process"), None),
        ("reaction", ("action",), None),
        ("caption", ("action",), None),
        ("section", ("action",), None),
        ("transaction", ("action",), None),
        ("actionable", ("action",), None),
        ("action", ("version", "sections"), None),
        ("function", ("functions_on_speaker_timeout",), None),
        ("ction", ("action",), "action"),
        ("atcion", ("action",), "action"),
        ("actoin", ("action",), "action"),
        ("aktion", ("action",), "action"),
        ("Actions", ("action",), "action"),
        ("postProcess", ("post_process",), "post_process"),
        ("setGlobalData", ("set_global_data",), "set_global_data"),
        ("recording", ("record",), "record"),
        ("lpay", ("play",), "play"),
        ("toggle_func", ("toggle_functions",), "toggle_functions"),
    ],
)
def test_only_what_is_like_enough_is_suggested(
    word: str, spellings: tuple[str, ...], meant: str | None
) -> None:
    assert nearest(word, spellings) == meant


def test_many_unknown_names_in_one_object_are_not_guessed_at(looked_for: list[str]) -> None:
    names: dict[str, object] = {f"muted{number}": 1 for number in range(3_000)}
    reading = Reading()
    reading.parameters(action_named("join_conference"), names)
    assert len(reading.findings) == 3_000
    assert looked_for == []
    kind = Object(Field("muted", Boolean(), "Whether."))
    assert len(list(findings(kind, names))) == 3_000 + MOST_GUESSES
    assert len(looked_for) == MOST_GUESSES


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
    assert messages.nearest("nmae-7" + "x" * 1_000_000, spellings) is None
    assert messages.nearest("nmae-7", spellings) == "name-7"
    assert len(compared) == 2 * messages.MOST_SPELLINGS
    assert max(compared) <= 60
