"""Values that people and programs give for parameters, right or not."""

import json
import math
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from swaigctl.findings import ERROR
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.forms import AMOUNT, PHONE_NUMBER, Formatted, Lenient, Quoted, Url
from swaigctl.model.further import alternatives
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
from swaigctl.model.shapes import (
    Field,
    Json,
    ListOf,
    MapOf,
    Named,
    Object,
    Sequence,
    TextOrDocument,
    is_like_a_document,
)
from swaigctl.model.steps import Document, Step, Steps
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
    SCALAR | st.floats(-9, 9),
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


@cache
def right_values(kind: Kind, odd: bool = True, depth: int = 2) -> st.SearchStrategy[Any]:
    """JSON values that the kind allows.

    `odd`: now and then something odd is inside a list or object. `depth`: how many steps and named
    kinds may stand inside each other; below them comes the least that is right, so that kinds that
    contain themselves end.
    """

    def inside(kind: Kind, levels: int = 0) -> st.SearchStrategy[Any]:
        return right_values(kind, odd, max(0, depth - levels))

    if isinstance(kind, Named):
        return st.deferred(lambda: inside(kind.kind(), 1))
    if isinstance(kind, (Lenient, Quoted)):
        return inside(kind.kind)
    if isinstance(kind, OneOf):
        return st.one_of([inside(branch) for branch in kind.branches])
    if isinstance(kind, Step):
        known = [name for name in kind.only or kind.verbs.names() if name in kind.verbs.names()]
        steps = st.sampled_from(known).flatmap(lambda name: steps_with(name, kind, odd, depth))
        words = [name for name in known if kind.verbs.may_be_word(name)]
        return steps if odd or not words else st.one_of(steps, steps, st.sampled_from(words))
    if isinstance(kind, Steps) and kind.item.verbs.may_be_one_step and depth and not odd:
        return st.one_of(lists(kind, odd, depth), lists(kind, odd, depth), inside(kind.item))
    if isinstance(kind, ListOf):
        return lists(kind, odd, depth)
    if isinstance(kind, Sequence):
        return st.tuples(*map(inside, kind.items)).map(list)
    if isinstance(kind, MapOf) and odd:
        return st.dictionaries(st.text(min_size=1, max_size=5), inside(kind.item), max_size=2)
    if isinstance(kind, MapOf):
        return right_maps(kind, depth)
    if isinstance(kind, Object) and odd:
        return objects(kind.fields, others=kind.open)
    if isinstance(kind, Object):
        whole = right_objects(kind, depth)
        bare = [
            inside(field.kind).map(
                lambda value: PLAIN_NAME if kind.chosen(value).is_wrong(value) else value
            )
            for field in kind.fields
            if field.name == kind.bare
        ]
        entries = [
            st.fixed_dictionaries({field.name: inside(field.kind)})
            for field in (kind.instead if isinstance(kind, Document) else ())
        ]
        return st.one_of(whole, whole, *bare, *entries)
    if isinstance(kind, Json):
        by_shape: dict[type, st.SearchStrategy[Any]] = {
            list: st.lists(JSON_VALUE, max_size=2),
            dict: st.dictionaries(TEXT, JSON_VALUE),
        }
        shapes = [by_shape[shape] for shape in kind.json_types]
        return st.one_of(shapes) if shapes else JSON_VALUE
    if isinstance(kind, TextOrDocument):
        return right_scalars(kind).filter(lambda text: not is_like_a_document(text))
    values = right_scalars(kind)
    return values | VARIABLE if getattr(kind, "variable", False) else values


def lists(kind: ListOf, odd: bool, depth: int) -> st.SearchStrategy[list[Any]]:
    """Lists of right items, or with something odd in them."""
    most = max(kind.at_least, 3 if odd else 2 if depth else 0)
    if not most:
        return st.just([])
    items = right_values(kind.item, odd, depth)
    return st.lists(
        mostly(items) if odd else items,
        min_size=kind.at_least,
        max_size=most if kind.at_most is None else min(most, kind.at_most),
        unique_by=json.dumps if kind.distinct and not odd else None,
    )


def steps_with(
    verb: str, kind: Step, odd: bool = True, depth: int = 2
) -> st.SearchStrategy[dict[str, Any]]:
    """Steps of this verb."""
    values = right_values(kind.verbs.value_of(verb), odd, max(0, depth - 1))
    return values.map(lambda value: {verb: value})


PLAIN_NAME = "room-1"
"""What rules about names of rooms, among others, allow."""


@st.composite
def right_maps(draw: st.DrawFn, kind: MapOf, depth: int) -> dict[str, Any]:
    """Maps with all required names."""
    least = max(0, (kind.exactly or 0) - len(kind.required))
    keys = right_values(kind.key, False, depth).filter(lambda name: name not in kind.required)
    most = least if kind.exactly else 1 if depth else 0
    others = draw(st.lists(keys, min_size=least, max_size=most, unique=True))
    return {name: draw(right_values(kind.item, False, depth)) for name in (*kind.required, *others)}


@st.composite
def right_objects(draw: st.DrawFn, kind: Object, depth: int) -> dict[str, Any]:
    """Objects with all required names, and some others, that no rule has an error for."""

    def drawn(field: Field) -> Any:
        return draw(right_values(field.kind, False, depth))

    optional = [field for field in kind.fields if not field.required and depth]
    some = st.lists(st.sampled_from(optional), max_size=3, unique=True) if optional else st.just([])
    fields = [*(field for field in kind.fields if field.required), *draw(some)]
    value = {field.name: drawn(field) for field in fields}
    for rule in kind.rules:
        for finding in rule.find(value):
            if finding.severity == ERROR and finding.code == "required":
                value[rule.parameters[0]] = drawn(kind.by_name[rule.parameters[0]])
            elif finding.severity == ERROR and kind.by_name[str(finding.path[0])].required:
                value[str(finding.path[0])] = PLAIN_NAME
            elif finding.severity == ERROR:
                value.pop(str(finding.path[0]), None)
    assume(not any(each.severity == ERROR for each in kind.faults(value)))
    return value


FORMED = (
    *(
        "say:Hi",
        "https://example.com/a.mp3",
        "silence:2",
        "prompt:Be kind.",
        "main",
        "1234",
        "1h5m",
    ),
)


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
        least = 0 if kind.minimum is None else kind.minimum
        most = least + 1 if kind.maximum is None else kind.maximum
        fractions = st.floats(least, most).filter(lambda number: not number.is_integer())
        return fractions | st.integers(math.ceil(least), math.floor(most))
    if isinstance(kind, Url):
        return st.sampled_from(kind.schemes).map(lambda scheme: f"{scheme}://x")
    if kind is PHONE_NUMBER:
        return st.integers(10, 10**15 - 1).map(lambda number: f"+{number}")
    if kind is AMOUNT:
        return st.decimals(0, 99, places=2).map(str)
    if isinstance(kind, Formatted):
        known = [text for text in FORMED if kind.is_right(text)]
        return (
            st.sampled_from(known) if known else st.from_regex(kind.pattern).filter(kind.is_right)
        )
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
            right = right_values(field.kind) if odd else right_values(field.kind, odd, depth=1)
            value[field.name] = draw(mostly(right) if odd else right)
    if (others or odd) and draw(st.integers(0, 9)) == 0:
        value[draw(TEXT)] = draw(JSON_VALUE)
    return value


@st.composite
def values(draw: st.DrawFn, action: Action, odd: bool = True) -> dict[str, Any]:
    """Values for the action's own parameters, and for a few of its verb's further ones."""
    given = draw(objects(action.parameters, odd=odd))
    if not odd:
        given = draw(right_for_verb(action, given))
    if not action.further or draw(st.booleans()):
        return given
    some = draw(st.lists(st.sampled_from(action.further), max_size=2, unique_by=id))
    given.update(draw(objects(tuple(some), odd=odd)))
    instead = [name for name in alternatives(action) if name in given]
    for name in instead[:-1] if draw(st.integers(0, 3)) else ():
        del given[name]
    return given


@st.composite
def right_for_verb(draw: st.DrawFn, action: Action, given: dict[str, Any]) -> dict[str, Any]:
    """The values, with others for those that the verb's own rules find an error in."""
    for finding in action.found(action.verb_rules, given, True):
        if finding.code == "pattern":
            given = {**given, str(finding.path[0]): draw(st.sampled_from(["a-1", "b_2", "${c}"]))}
    return given


@st.composite
def params(draw: st.DrawFn, action: Action, odd: bool = True) -> dict[str, Any]:
    """What may be given to `--params`: some of the parameters by other names."""
    given = draw(values(action, odd))
    renamed = {}
    for parameter in action.all_parameters:
        for name in parameter.also:
            if parameter.name in given and draw(st.booleans()):
                renamed[parameter.name] = name
    if odd and renamed and draw(st.integers(0, 9)) == 0:  # by both names
        given.update({name: given[parameter] for parameter, name in renamed.items()})
    return {renamed.get(name, name): value for name, value in given.items()}
