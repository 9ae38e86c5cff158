"""Errors as data, and suggestions."""

import copy
import pickle
from collections.abc import Callable

import pytest

from swaigctl import FunctionResult, ParameterError
from swaigctl.catalog.conferencing import join_conference
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.errors import nearest


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
