"""Where values go in what is written once: what must be true of them, and how they are written."""

import sys
from functools import partial
from typing import Any

from swaigctl.formats.json import compact_json, quoted
from swaigctl.model.entries import Parameter
from swaigctl.model.kinds import Boolean, Choice, Integer, Text, Words
from swaigctl.model.walk import written

Params = dict[str, Any]

ENTRY = 200
"""Bytes for an entry of a dictionary beside its key and value, and for what holds them."""

HOLE = "\ue000{}\ue000"
"""Stands for a value. Private use: nothing in the catalog has these characters."""


NOTHING: "tuple[object, ...]" = ("", [], {})
"""Values that are left out of many actions, and may be."""


class Declined(Exception):
    """Not for the quick way."""


def written_value(parameter: Parameter, value: object) -> str:
    """The value's JSON, where it says something.

    Raises:
        Declined: it doesn't, or it is wrong.
    """
    for _ in parameter.findings(value):
        raise Declined
    normal = parameter.normal(value)
    if normal == parameter.default or (not normal and normal in NOTHING):
        raise Declined
    wired = written(parameter.kind, normal)
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
    """What the quick way knows of the parameter's kind; other values take the slow way."""
    kind, default = parameter.kind, parameter.default
    hole = Hole(f"value{place}", HOLE.format(place))
    value = hole.variable
    literal = not getattr(kind, "as_text", False)  # variables are declined, or are among texts
    if isinstance(kind, Boolean) and literal and isinstance(default, bool):
        hole.stand_in = not default  # the only one that says something
        hole.conditions = [f"{value} is {not default}"]
        hole.text = ""
        return hole
    if type(kind) is Text:
        hole.conditions = [f"{value}.__class__ is str", f"{value}.strip()"]
    elif type(kind) is Integer and literal:
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


def function_of(source: str, scope: dict[str, Any]) -> Any:
    """The function `written` of this source.

    Compiling what would otherwise be looked up for each line is what the quick way lives on:
    100,000 lines take 0.2 to 0.3 s with it, and 1.5 to 6.9 s without.
    """
    exec(source, scope)
    return scope["written"]
