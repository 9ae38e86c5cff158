"""What must be true of several members of an object, in JSON Schema.

Where a member is missing, `then` says so by its name, which a validator can report.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import combinations

from swaigctl.catalog.verbs.ai_functions import ArrayWithoutItems, Untyped
from swaigctl.findings import ERROR
from swaigctl.model.rules import Condition, Count, Equal, Rule
from swaigctl.schema.definitions import Schema

NOTHING: list[object] = [None, False]
EMPTY: list[object] = ["", [], {}, 0]


def clauses_of(rules: Iterable[Rule]) -> Iterator[Schema]:
    """Schemas of an object in which no rule finds an error, as far as schemas can say that."""
    for rule in rules:
        if rule.severity == ERROR:
            yield from clauses(rule.condition, rule.parameters)


@singledispatch
def clauses(condition: Condition, names: tuple[str, ...]) -> Iterable[Schema]:
    """Schemas of an object in which the condition finds nothing; none that says more than that."""
    return ()


@clauses.register(Count)
def _(count: Count, names: tuple[str, ...]) -> Iterator[Schema]:
    absent = NOTHING if count.count_empty else NOTHING + EMPTY
    if count.at_least == 1:
        yield from at_least_one(names, absent)
    elif count.at_least:
        chosen = combinations(names, count.at_least)
        yield {"anyOf": [all_there(some, absent) for some in chosen]}
    if count.at_most < len(names):
        chosen = combinations(names, count.at_most + 1)
        yield {"not": {"anyOf": [all_there(some, absent) for some in chosen]}}


@clauses.register(Untyped)
def _(condition: Untyped, names: tuple[str, ...]) -> Iterator[Schema]:
    return at_least_one(names)


@clauses.register(ArrayWithoutItems)
def _(condition: ArrayWithoutItems, names: tuple[str, ...]) -> Iterator[Schema]:
    is_array = {"required": ["type"], "properties": {"type": {"const": "array"}}}
    yield {"if": is_array, "then": there(names[0])}


@clauses.register(Equal)
def _(condition: Equal, names: tuple[str, ...]) -> Iterator[Schema]:
    yield {"properties": {name: {"not": {"const": condition.value}} for name in names}}


def at_least_one(names: Iterable[str], absent: Iterable[object] = ()) -> Iterator[Schema]:
    """One of the members is there; if none is, the first is missing."""
    first, *others = (there(name, absent) for name in names)
    if others:
        yield {"if": {"not": {"anyOf": others}}, "then": first}
    else:
        yield first


def all_there(names: tuple[str, ...], absent: Iterable[object]) -> Schema:
    """The schema of an object in which each of these members says something."""
    present = [there(name, absent) for name in names]
    return present[0] if len(present) == 1 else {"allOf": present}


def there(name: str, absent: Iterable[object] = ()) -> Schema:
    """The schema of an object that has the member, with a value that says something."""
    values = list(absent)
    value: Schema | bool = {"not": {"enum": values}} if values else True
    return {"required": [name], "properties": {name: value}}
