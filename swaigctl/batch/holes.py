"""Where values go in what is written once: what must be true of them, and how they are written."""

import sys
from functools import partial
from typing import Any

from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Switch, Text, Words
from swaigctl.catalog.special_kinds import Word
from swaigctl.formats.json import compact_json, quoted

Params = dict[str, Any]

ENTRY = 200
"""Bytes for an entry of a dictionary beside its key and value, and for what holds them."""

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


class Allowance:
    """How many bytes something that is kept for the next lines may take.

    A stream has no end, and whoever writes it chooses how long its texts are: what is kept is
    limited by its size, since a limit to its number is none.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.left = most

    def grants(self, size: int) -> bool:
        """Whether that many bytes more may be kept; they count as kept then."""
        if size > self.left:
            return False
        self.left -= size
        return True

    def renew(self) -> None:
        """Start again: nothing is kept any more."""
        self.left = self.most


class Known(dict[str, str]):
    """The JSON of texts that come again and again as the values of one parameter."""

    MOST_BYTES = 1 << 15

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.parameter = parameter
        self.allowance = Allowance(self.MOST_BYTES)

    def __missing__(self, value: str) -> str:
        text = written_value(self.parameter, value)
        size = sys.getsizeof(value) + sys.getsizeof(text) + ENTRY
        # Only text: 1 would be found where True is kept.
        if value.__class__ is str and self.allowance.grants(size):
            self[value] = text
        return text


class KnownTexts(dict[Parameter, Known]):
    """By a parameter: the texts that are known for it, wherever it stands."""

    def __missing__(self, parameter: Parameter) -> Known:
        known = self[parameter] = Known(parameter)
        return known


def hole_for(parameter: Parameter, place: int, known: KnownTexts) -> Hole:
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
        hole.scope[f"known{place}"] = known[parameter]
        hole.text = f"known{place}[{value}]"
    else:
        hole.scope[f"write{place}"] = partial(written_value, parameter)
        hole.text = f"write{place}({value})"
    if default is not None:
        hole.conditions.append(f"{value} != {default!r}")
    return hole
