"""Where values go in what is written once: what must be true of them, and how they are written."""

from functools import partial
from typing import Any

from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Switch, Text, Words
from swaigctl.catalog.special_kinds import Word
from swaigctl.formats.json import compact_json, quoted

Params = dict[str, Any]

MOST = 1000
"""So many patterns are kept: far more than a program has that writes requests."""

HOLE = "\ue000{}\ue000"
"""Stands for a value. Private use: nothing in the catalog has these characters."""


class Declined(Exception):
    """Not for the quick way."""


def written_value(parameter: Parameter, value: object) -> str:
    """The value's JSON, where it says something.

    Raises:
        Declined, ParameterError: it doesn't, or it is wrong.
    """
    checked = parameter.kind.check(value)
    if checked == parameter.default or (not checked and checked in ("", [], {})):
        raise Declined
    wired = parameter.kind.on_wire(checked)
    return quoted(wired) if wired.__class__ is str else compact_json(wired)


class Hole:
    """Where a value goes, as Python source about the `variable` that holds it."""

    def __init__(self, variable: str, stand_in: object) -> None:
        self.variable = variable
        self.stand_in = stand_in
        """What is written in its place while the pattern is made."""
        self.conditions: list[str] = []
        """What must be true of the value: enough to be right, though more may be."""
        self.text = f"quoted({variable})"
        """The value's JSON."""
        self.scope: dict[str, object] = {}
        """What the source needs."""


class Known(dict[str, str]):
    """The JSON of texts that come again and again."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.parameter = parameter

    def __missing__(self, value: str) -> str:
        text = written_value(self.parameter, value)
        if len(self) < MOST:
            self[value] = text
        return text


def hole_for(parameter: Parameter, place: int) -> Hole:
    kind, default = parameter.kind, parameter.default
    hole = Hole(f"value{place}", HOLE.format(place))
    value = hole.variable
    if type(kind) in (Boolean, Switch, Word) and isinstance(default, bool):
        hole.stand_in = not default  # the only one that says something
        hole.conditions = [f"{value} is {not default}"]
        return hole
    if type(kind) is Text:
        hole.conditions = [f"{value}.__class__ is str", f"{value}.strip()"]
    elif type(kind) is Integer:
        hole.conditions = [f"{value}.__class__ is int"]
        if kind.minimum is not None:
            hole.conditions.append(f"{value} >= {kind.minimum}")
        if kind.maximum is not None:
            hole.conditions.append(f"{value} <= {kind.maximum}")
        hole.text = value
    elif type(kind) in (Choice, Words):
        hole.scope[f"known{place}"] = Known(parameter)
        hole.text = f"known{place}[{value}]"
    else:
        hole.scope[f"write{place}"] = partial(written_value, parameter)
        hole.text = f"write{place}({value})"
    if default is not None:
        hole.conditions.append(f"{value} != {default!r}")
    return hole
