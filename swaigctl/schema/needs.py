"""How many of some members of an object there must be, or may be, in JSON Schema."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from swaigctl.model.rules import Count

NOTHING: list[Any] = [None, False]
EMPTY: list[Any] = ["", [], {}, 0]


def members_together(names: tuple[str, ...], count: Count) -> Iterator[dict[str, Any]]:
    """Schemas of an object in which the right number of these members is given."""
    absent = NOTHING if count.count_empty else NOTHING + EMPTY
    if count.at_least:
        chosen = combinations(names, count.at_least)
        yield {"anyOf": [all_there(some, absent) for some in chosen]}
    if count.at_most < len(names):
        chosen = combinations(names, count.at_most + 1)
        yield {"not": {"anyOf": [all_there(some, absent) for some in chosen]}}


def all_there(names: tuple[str, ...], absent: list[Any]) -> dict[str, Any]:
    """The schema of an object in which each of these members says something."""
    present = [
        {"required": [name], "properties": {name: {"not": {"enum": absent}}}} for name in names
    ]
    return present[0] if len(present) == 1 else {"allOf": present}
