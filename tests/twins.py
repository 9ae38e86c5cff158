"""A right value of each kind, and twins of it that have another type."""

import json
from collections.abc import Iterator
from typing import Any

from swaigctl.model.forms import Formatted, Lenient, Quoted
from swaigctl.model.kinds import (
    Boolean,
    Choice,
    Constant,
    Integer,
    Kind,
    Number,
    Spelled,
    Text,
    Words,
)
from swaigctl.model.shapes import Json, ListOf, MapOf, Named, Object, Sequence
from swaigctl.model.steps import Step
from swaigctl.model.unions import OneOf

FORMS = (
    *("+15551234567", "25.50", "say:Hi", "https://x.example/a.mp3", "wss://x.example", "rtp://x"),
    *("prompt:Be kind.", "main", "1234", "1h5m", "true", "${x}", "amd", "50:20", "text"),
)
"""Of which each documented form allows one."""

MOST_LEVELS = 8


def right_values(kind: Kind, level: int = 0) -> "list[Any]":
    """A right value for each branch of a kind; none below so many levels."""
    if level > MOST_LEVELS:
        return []
    if isinstance(kind, Named):
        return right_values(kind.kind(), level + 1)
    if isinstance(kind, (Lenient, Quoted)):
        return right_values(kind.kind, level + 1)
    if isinstance(kind, OneOf):
        return [each for branch in kind.branches for each in right_values(branch, level + 1)]
    if isinstance(kind, Step):
        name = (kind.only or ("label",))[0]
        return [{name: each} for each in right_values(kind.verbs.value_of(name), level + 1)[:1]]
    if isinstance(kind, ListOf):
        return [list_of(kind, level)]
    if isinstance(kind, Sequence):
        return [[right_values(each, level + 1)[0] for each in kind.items]]
    if isinstance(kind, MapOf):
        items = right_values(kind.item, level + 1)
        return [dict.fromkeys((*kind.required, "x"), items[0])] if items else []
    if isinstance(kind, Object):
        return object_of(kind, level)
    if isinstance(kind, Json):
        return [[1] if kind.json_types == (list,) else {"a": 1}]
    return [scalar_of(kind)]


def list_of(kind: ListOf, level: int) -> "list[Any]":
    if isinstance(kind.item, Choice) and kind.distinct:
        return list(kind.item.spellings[: max(1, kind.at_least)])
    return right_values(kind.item, level + 1)[:1] * max(1, kind.at_least)


def object_of(kind: Object, level: int) -> "list[Any]":
    """The object with its required members, and those without which a rule finds an error."""
    needed = [field.name for field in kind.fields if field.required]
    value: dict[str, Any] = {}
    for name in needed:
        inner = right_values(kind.by_name[name].kind, level + 1)
        if not inner:
            return []
        value[name] = inner[0]
    for rule in kind.rules:
        for finding in rule.find(value):
            if finding.is_error and finding.code == "required":
                name = rule.parameters[0]
                value[name] = right_values(kind.by_name[name].kind, level + 1)[0]
    return [value]


def scalar_of(kind: Kind) -> Any:
    if isinstance(kind, Constant):
        return kind.value
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Spelled):
        return kind.spellings[0]
    if isinstance(kind, Integer):
        return (
            5 if kind.minimum is None or kind.minimum <= 5 <= (kind.maximum or 5) else kind.minimum
        )
    if isinstance(kind, Number):
        return 0.5 if kind.minimum is None else kind.minimum
    if isinstance(kind, Formatted):
        return next(text for text in FORMS if not list(kind.faults(text)))
    assert isinstance(kind, Text), kind
    return "hello"


def twins(kind: Kind, right: Any) -> "Iterator[tuple[Any, Any]]":
    """Values of other types than a right one, each with what must be suggested; None: nothing."""
    yield None, None
    if isinstance(right, bool):
        yield json.dumps(right), right
        yield int(right), right
    elif isinstance(right, (int, float)):
        yield json.dumps(right), right
        yield True, None
        yield "many", None
    elif isinstance(right, str):
        # Hardly a name or a sentence, but maybe one of several spellings.
        yield True, "true" if isinstance(kind, (Spelled, Constant)) else None
        yield 5, "5"
        yield 15551234567, "15551234567"
        if isinstance(kind, Words):
            yield list(kind.spellings[:3]), " ".join(kind.spellings[:3])
        else:
            yield [right, right], None
        yield {"x": 1}, None
    elif isinstance(right, list):
        yield json.dumps(right), right
        yield True, None
        yield "hello", None
        yield 5, None
        if len(right) == 1 and not isinstance(right[0], list):
            yield right[0], right
    else:
        yield json.dumps(right), right
        yield "hello", None
        yield True, None
        yield 5, None
    if not isinstance(right, list) and right != {}:
        yield [right], right
