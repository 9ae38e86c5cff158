"""Values that people and programs give for parameters, right or not."""

import json
from typing import Any

from hypothesis import strategies as st

from swaigctl.model.entries import Action, Parameter
from swaigctl.model.kinds import (
    AMOUNT,
    PHONE_NUMBER,
    Boolean,
    Choice,
    Constant,
    Formatted,
    Integer,
    Kind,
    Number,
    Spelled,
    Text,
    Url,
    Words,
)
from swaigctl.model.shapes import Field, Json, ListOf, MapOf, Object, Sequence
from swaigctl.model.unions import OneOf

TEXT = st.text(max_size=8)
SCALAR = st.none() | st.booleans() | st.integers() | TEXT
DICTIONARY = st.dictionaries(TEXT, SCALAR, max_size=3)


def python_values(action: Action, parameter: Parameter) -> st.SearchStrategy[Any]:
    """What a program may give for it: values of the documented type, right or not."""
    kind = parameter.kind
    values: st.SearchStrategy[Any]
    if parameter.name == "swml_content":
        values = DICTIONARY | TEXT | DICTIONARY.map(json.dumps)
    elif parameter.name == "prompt":
        values = TEXT | st.integers(-50, 2000)
    elif isinstance(kind, Integer) and kind.as_text:
        values = st.integers(-5, 99) | st.sampled_from(["5", " 7", "-3", "${t}", "x", "", "²", 2.0])
    elif isinstance(kind, Boolean) and kind.as_text:
        values = st.booleans() | st.sampled_from(["true", "FALSE", "%{v}", "yes", ""])
    elif isinstance(kind, Boolean):
        values = st.booleans()
    elif isinstance(kind, Spelled):
        values = st.sampled_from(kind.spellings) | TEXT
    elif isinstance(kind, Integer):
        values = st.integers(-50, 2000)
    elif isinstance(kind, Number):
        values = st.integers(-5, 200) | st.floats(-5, 200)
    elif isinstance(kind, OneOf):
        lists = any(isinstance(each, ListOf) for each in kind.branches)
        values = TEXT | (st.lists(TEXT, max_size=3) if lists else st.booleans())
    elif isinstance(kind, ListOf):
        values = st.lists(TEXT if kind.repeatable else DICTIONARY, max_size=3)
    elif isinstance(kind, (Json, Object)):
        values = DICTIONARY if kind.json_types == (dict,) else SCALAR
    else:
        values = TEXT
    return values | st.none() if parameter.may_be_none else values


VARIABLE = st.sampled_from(["${call.id}", "%{x}", "${a\nb}"])
JSON_VALUE = st.recursive(
    SCALAR | st.floats(-9, 9).filter(lambda number: not number.is_integer()),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
ODD_TEXTS = (
    *("", " ", "\n", "true", "TRUE ", " 7", "5", "-3\n", "²", "07", "forever", "Say", "x${y}"),
    *("start end", " start  start ", "start\n", "start,end", "visa amex", "wav", "GET", "get"),
    *("+15551234567\n", "+0155512345", "+1", "+15551234567890123", "25.50", "25.", ".5", "1.5\n"),
    *("ws://x", "WSS://x", "ws://", "ws:/x", "rtp://\n", "${x}", "${x}\n", "%{", " ${x} "),
)
ODD_NUMBERS = (0, 1, -1, -2, 2, 7.5, 250, 251, 900, 901, 1e300, 10**30)
ODD_OTHERS: tuple[Any, ...] = (
    *(True, False, None, [], {}, [""], ["x"], [1], [None], {"": 1}, [{}], [[]]),
)
NEARLY_RIGHT = st.sampled_from([*ODD_TEXTS, *ODD_NUMBERS, *ODD_OTHERS])


def right_values(kind: Kind) -> st.SearchStrategy[Any]:
    """JSON values that the kind allows; now and then an odd one inside a list or object."""
    values: st.SearchStrategy[Any]
    if isinstance(kind, OneOf):
        return st.one_of([right_values(branch) for branch in kind.branches])
    if isinstance(kind, ListOf):
        return st.lists(mostly(right_values(kind.item)), min_size=kind.at_least, max_size=3)
    if isinstance(kind, Sequence):
        return st.tuples(*map(right_values, kind.items)).map(list)
    if isinstance(kind, MapOf):
        return st.dictionaries(st.text(min_size=1, max_size=5), right_values(kind.item), max_size=2)
    if isinstance(kind, Object):
        return objects(kind.fields, others=kind.open)
    if isinstance(kind, Json):
        lists, objects_ = st.lists(JSON_VALUE, max_size=2), st.dictionaries(TEXT, JSON_VALUE)
        by_shape: dict[type, st.SearchStrategy[Any]] = {list: lists, dict: objects_}
        shapes = [by_shape[shape] for shape in kind.json_types]
        return st.one_of(shapes) if shapes else JSON_VALUE
    values = right_scalars(kind)
    return values | VARIABLE if getattr(kind, "variable", False) else values


def right_scalars(kind: Kind) -> st.SearchStrategy[Any]:
    """Values that a scalar kind allows, variables aside."""
    if isinstance(kind, Constant):
        return st.just(kind.value)
    if isinstance(kind, Boolean):
        texts = st.sampled_from(["True", " false\n"])
        return st.booleans() | texts if kind.as_text else st.booleans()
    if isinstance(kind, Choice):
        return st.sampled_from(kind.spellings)
    if isinstance(kind, Words):
        return st.lists(st.sampled_from(kind.spellings), min_size=1, max_size=3).map(" ".join)
    if isinstance(kind, Integer):
        numbers = st.integers(kind.minimum, kind.maximum)
        return numbers | numbers.map(lambda number: f" {number}") if kind.as_text else numbers
    if isinstance(kind, Number):
        return st.integers(0, 1) | st.floats(0, 1, exclude_min=True, exclude_max=True)
    if isinstance(kind, Url):
        return st.sampled_from(kind.schemes).map(lambda scheme: f"{scheme}://x")
    if kind is PHONE_NUMBER:
        return st.integers(10, 10**15 - 1).map(lambda number: f"+{number}")
    if kind is AMOUNT:
        return st.decimals(0, 99, places=2).map(str)
    if isinstance(kind, Formatted):
        return st.sampled_from(["say:Hi", "https://example.com/a.mp3", "silence:2"])
    assert isinstance(kind, Text)
    return st.text(min_size=1, max_size=5).filter(str.strip)


def mostly(right: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Right three times out of four."""
    return st.integers(0, 7).flatmap(
        lambda number: [NEARLY_RIGHT, JSON_VALUE][number] if number < 2 else right
    )


@st.composite
def objects(
    draw: st.DrawFn, fields: tuple[Field, ...], others: bool = False, odd: bool = True
) -> dict[str, Any]:
    """Objects with these names; `others`: unknown ones too; `odd`: not all of it right."""
    value = {}
    for field in fields:
        missing = draw(st.integers(0, 19 if field.required else 1)) == 0
        if field.required and not odd:
            missing = False
        if not missing:
            right = right_values(field.kind)
            value[field.name] = draw(mostly(right) if odd else right)
    if (others or odd) and draw(st.integers(0, 9)) == 0:
        value[draw(TEXT)] = draw(JSON_VALUE)
    return value


def params(action: Action, odd: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """What may be given to `--params`."""
    return objects(action.parameters, odd=odd)
