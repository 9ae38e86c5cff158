"""Right documents with one fault put into each: what a mutator expects to be found, and where.

A mutator knows what it does to a document, and nothing of how `validate` would find it. It leaves a
document out, by a rule of its own, where the change would leave it right.
"""

import json
import random
import shlex
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from conftest import HERE, run_here
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import steps_with

from swaigctl.catalog import every_action
from swaigctl.catalog.index import KEYS
from swaigctl.catalog.response_kinds import ActionObject
from swaigctl.catalog.verbs import CALLING, FLAVOURS, MESSAGING, instead
from swaigctl.check.judging import judged
from swaigctl.check.kinds import kind_of
from swaigctl.findings import INFO
from swaigctl.findings.messages import is_secret
from swaigctl.formats.yaml import yaml_documents
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import IN_TEXT, Boolean, Choice, Integer, Kind, Number, Text
from swaigctl.model.shapes import Json, ListOf, MapOf, Object
from swaigctl.model.steps import Document, Step, Steps
from swaigctl.model.unions import OneOf
from swaigctl.model.walk import visits

Place = tuple[str | int, ...]


class Right(NamedTuple):
    """A right document, and what it is."""

    value: Any
    kind: str


class Site(NamedTuple):
    """A place in a right document, the kind of what stands there, and the value."""

    path: Place
    kind: Kind
    value: Any


class Mutant(NamedTuple):
    """A document with one fault.

    Attributes:
        value: the document.
        path: where the fault is.
        codes: what it may be called.
        words: what the message must say, whatever else it says.
    """

    value: Any
    path: Place
    codes: tuple[str, ...]
    words: tuple[str, ...]


Mutator = Callable[[Right, random.Random], Iterator[Mutant]]
MUTATORS: dict[str, Mutator] = {}


def mutator(make: Mutator) -> Mutator:
    MUTATORS[make.__name__] = make
    return make


# Right documents.


def in_document(steps: list[Any], is_messaging: bool = False) -> Any:
    """A document with these steps; one for messages has a verb that no other has."""
    return {"version": "1.0.0", "sections": {"main": [*steps, *[{"receive": {}}] * is_messaging]}}


def in_function(document: Any) -> Any:
    """The document in the answer of a function of an agent, so that it stands deep inside."""
    output = {"response": "Wait.", "action": [{"SWML": document}], "post_process": True}
    webhook = {"url": "https://example.com/look-up", "method": "GET", "output": output}
    function = {
        "function": "look_up",
        "description": "Looks something up.",
        "parameters": {"type": "object", "properties": {"what": {"type": "string"}}},
        "data_map": {"webhooks": [webhook]},
    }
    agent = {"prompt": {"text": "You look things up."}, "SWAIG": {"functions": [function]}}
    return in_document([{"ai": agent}])


def printed(arguments: str) -> Any:
    outcome = run_here(shlex.split(arguments))
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


def from_files() -> Iterator[tuple[Any, str]]:
    """Right ones in the folders of pairs."""
    for flavour in FLAVOURS:
        name = "swml" if flavour is CALLING else "messaging"
        folder = HERE / "verbs" / ("" if flavour is CALLING else "messaging")
        for path in sorted(folder.glob("*/*.json")):
            if not path.with_suffix(".findings").read_text(encoding="utf-8"):
                yield in_document([in_json(path)], flavour is MESSAGING), name
        for path in sorted((HERE / "documents" / flavour.name).glob("*.json")):
            if not path.with_suffix(".findings").read_text(encoding="utf-8"):
                yield in_json(path), name
    for path in sorted((HERE / "responses").glob("*.json")):
        if not path.with_suffix(".findings").read_text(encoding="utf-8"):
            yield in_json(path), "response"
    for path in sorted((HERE / "validate" / "right").glob("*")):
        text = path.read_text(encoding="utf-8")
        values = [in_json(path)] if path.suffix == ".json" else []
        if path.suffix == ".yaml":
            values = [each.value for each in yaml_documents(text)]
        for value in values:
            kind = judged(value).kind
            yield value, kind


def in_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def from_examples() -> Iterator[tuple[Any, str]]:
    """What the catalog's examples print."""
    for flavour in FLAVOURS:
        for verb in flavour.names():
            for example in flavour.named(verb).examples:
                yield printed(example.arguments), "swml" if flavour is CALLING else "messaging"
    for action in every_action():
        if not action.place.is_part and not action.place.key_parameter:
            for example in action.examples:
                one = printed(f"{example.arguments} --as action")
                yield one, "action"
                yield {"response": "Done.", "action": [one]}, "response"


def generated() -> Iterator[tuple[Any, str]]:
    """Documents of steps that were drawn, the same ones each time."""
    drawn: list[tuple[Any, str]] = []

    @settings(
        max_examples=4,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def draw(data: st.DataObject) -> None:
        for flavour in FLAVOURS:
            for verb in flavour.names():
                step = data.draw(steps_with(verb, Step(flavour), odd=False, depth=3))
                name = "swml" if flavour is CALLING else "messaging"
                drawn.append((in_document([step], flavour is MESSAGING), name))

    draw()
    yield from drawn


@cache
def right_documents() -> list[Right]:
    """Documents without errors and warnings; of those for calls, some stand in an answer too."""
    found = []
    seen = set()
    several = [*from_files(), *from_examples(), *generated()]
    deep = [(in_function(value), kind) for value, kind in several[::5] if kind == "swml"]
    for value, kind in [*several, *deep]:
        text = json.dumps(value)
        judgement = judged(value)
        is_right = all(each.severity == INFO for each in judgement.findings)
        if text not in seen and judgement.kind == kind and is_right:
            seen.add(text)
            found.append(Right(value, kind))
    return found


# Places in them, and what is put there.


@cache
def sites_of(text: str, kind: str) -> list[Site]:
    value = json.loads(text)
    return [
        Site(path, inner, member)
        for path, inner, member in visits(kind_of(kind), value)
        if IN_TEXT not in path
    ]


def sites(right: Right) -> list[Site]:
    """All places in a document, from the outside in."""
    return sites_of(json.dumps(right.value), right.kind)


def of_kind(right: Right, *kinds: type[Kind]) -> Iterator[Site]:
    for site in sites(right):
        if isinstance(site.kind, kinds):
            yield site


def replaced(value: Any, path: Place, other: Any) -> Any:
    """The document with another value at a place."""
    if not path:
        return other
    copied = deepcopy(value)
    inside = copied
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = other
    return copied


def renamed(value: Any, path: Place, name: str, other: str) -> Any:
    """The document with another name for a member, in the same place."""
    members = value
    for step in path:
        members = members[step]
    return replaced(
        value, path, {other if each == name else each: members[each] for each in members}
    )


def misspelt(name: str, chance: random.Random) -> str:
    """The name with one letter left out, doubled, exchanged with the next or replaced."""
    at = chance.randrange(1, len(name)) if len(name) > 1 else 0
    way = chance.randrange(4)
    if way == 0 and len(name) > 3:
        return name[:at] + name[at + 1 :]
    if way == 1:
        return name[:at] + name[at] + name[at:]
    if way == 2 and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + ("q" if name[at] != "q" else "x") + name[at + 1 :]


def is_verb_elsewhere(name: str) -> bool:
    """Whether a name is one that somebody may mean: a verb, an action, or known to be guessed."""
    known = any(name in flavour.names() for flavour in FLAVOURS) or name in (*KEYS, "SWML")
    return known or any(instead.instead_of(each.name, name, None) for each in FLAVOURS)


def own_objects(right: Right) -> Iterator[tuple[Site, Object]]:
    """Objects with described names, and no others, but for actions."""
    for site in of_kind(right, Object):
        assert isinstance(site.kind, Object)
        if isinstance(site.value, dict) and not isinstance(site.kind, ActionObject):
            yield site, site.kind


def closed_objects(right: Right) -> Iterator[tuple[Site, Object]]:
    return ((site, kind) for site, kind in own_objects(right) if not kind.open)


def shown_word(name: str) -> tuple[str, ...]:
    """The name as a message must have it; of very short ones nobody can guess what was meant."""
    return (repr(name),) if len(name) > 3 else ()


@mutator
def misspelt_verb(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        if isinstance(site.value, dict):
            (verb,) = site.value
            other = misspelt(verb, chance)
            if not is_verb_elsewhere(other):
                value = renamed(right.value, site.path, verb, other)
                words = (repr(other), *shown_word(verb))
                yield Mutant(value, (*site.path, other), ("unknown-verb",), words)


@mutator
def verb_in_other_letters(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        if isinstance(site.value, dict):
            (verb,) = site.value
            other = chance.choice([verb.upper(), verb.title(), verb.replace("_", "-").title()])
            value = renamed(right.value, site.path, verb, other)
            yield Mutant(value, (*site.path, other), ("unknown-verb",), (repr(other), repr(verb)))


def with_name(
    right: Right, change: Callable[[str], str], words: Callable[[str], tuple[str, ...]]
) -> Iterator[Mutant]:
    """Each described name in closed objects, changed."""
    for site, kind in closed_objects(right):
        known = {*kind.by_name, *kind.elsewhere}
        for name in site.value:
            other = change(name)
            if other not in known and name in known:
                value = renamed(right.value, site.path, name, other)
                expected = (repr(other), *words(name))
                yield Mutant(value, (*site.path, other), ("unknown-name",), expected)


@mutator
def misspelt_name(right: Right, chance: random.Random) -> Iterator[Mutant]:
    yield from with_name(right, lambda name: misspelt(name, chance), shown_word)


@mutator
def name_in_other_letters(right: Right, chance: random.Random) -> Iterator[Mutant]:
    yield from with_name(right, str.swapcase, lambda name: (repr(name),))


@mutator
def name_in_camel_case(right: Right, chance: random.Random) -> Iterator[Mutant]:
    def camel(name: str) -> str:
        first, *rest = name.split("_")
        return first + "".join(map(str.title, rest))

    yield from with_name(right, camel, lambda name: (repr(name),))


@mutator
def name_with_hyphens(right: Right, chance: random.Random) -> Iterator[Mutant]:
    yield from with_name(right, lambda name: name.replace("_", "-"), lambda name: (repr(name),))


@mutator
def misspelt_setting_of_an_agent(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, kind in own_objects(right):
        if kind.open and kind.title == "params":
            for name in site.value:
                other = misspelt(name, chance)
                if name in kind.by_name and other not in kind.by_name and len(name) > 8:
                    value = renamed(right.value, site.path, name, other)
                    yield Mutant(value, (*site.path, other), ("unknown-name",), (repr(other),))


@mutator
def unknown_name(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, kind in closed_objects(right):
        if kind.fields:
            value = replaced(right.value, (*site.path, "zzz"), 1)
            yield Mutant(value, (*site.path, "zzz"), ("unknown-name",), ("'zzz'",))


def choices(right: Right) -> Iterator[tuple[Site, str]]:
    for site in of_kind(right, Choice):
        assert isinstance(site.kind, Choice)
        if not site.kind.open and site.value in site.kind.spellings:
            yield site, site.value


@mutator
def misspelt_choice(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, spelling in choices(right):
        assert isinstance(site.kind, Choice)
        other = misspelt(spelling, chance)
        if other not in site.kind.spellings:
            value = replaced(right.value, site.path, other)
            yield Mutant(value, site.path, ("choice", "type"), (repr(other), repr(spelling)))


@mutator
def choice_in_other_letters(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, spelling in choices(right):
        assert isinstance(site.kind, Choice)
        other = spelling.swapcase()
        if other not in site.kind.spellings:
            value = replaced(right.value, site.path, other)
            yield Mutant(value, site.path, ("choice", "type"), (repr(other), repr(spelling)))


@mutator
def required_name_left_out(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, kind in own_objects(right):
        for field in kind.fields:
            others = [each for each in kind.elsewhere.values() if each.required]
            if field.required and field.name in site.value and (not others or is_first(field.name)):
                members = {name: site.value[name] for name in site.value if name != field.name}
                value = replaced(right.value, site.path, members)
                path = (*site.path, field.name)
                yield Mutant(value, path, ("required",), (repr(field.name),))


def is_first(name: str) -> bool:
    """Whether it is what the first branch of a union needs, which is named where none is meant."""
    return name in ("url", "to", "text")


@mutator
def section_main_left_out(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, MapOf):
        assert isinstance(site.kind, MapOf)
        for name in site.kind.required:
            value = renamed(right.value, site.path, name, "zzz")
            yield Mutant(value, (*site.path, name), ("required",), (repr(name),))


def scalars(right: Right, *kinds: type[Kind]) -> Iterator[Site]:
    """Places of scalars: neither constants of a union nor whatever a variable stands in."""
    for site in of_kind(right, *kinds):
        has_variable = isinstance(site.value, str) and "{" in site.value
        if not has_variable and not is_secret(site.path):
            yield site


@mutator
def text_for_a_number(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Integer, Number):
        value = replaced(right.value, site.path, "loud")
        yield Mutant(value, site.path, ("type", "choice"), ("'loud'",))


@mutator
def text_for_a_boolean(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Boolean):
        if isinstance(site.value, bool) and not in_a_union(right, site.path, str):
            value = replaced(right.value, site.path, "yes")
            yield Mutant(value, site.path, ("type", "choice"), ("'yes'",))


def in_a_union(right: Right, path: Place, type_: type) -> bool:
    """Whether another branch of a union there takes values of this type."""
    outer = [each for each in sites(right) if path and each.path == path[:-1]]
    for each in outer:
        for step, kind, _ in each.kind.parts(each.value):
            if step == path[-1] and isinstance(kind, OneOf):
                return any(branch.takes(type_()) for branch in kind.branches)
    return False


@mutator
def number_in_quotes(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Integer, Number):
        is_text = getattr(site.kind, "as_text", False)
        if isinstance(site.value, (int, float)) and not is_text:
            text = str(site.value)
            if not in_a_union(right, site.path, str):
                value = replaced(right.value, site.path, text)
                codes = ("type", "legacy-form", "choice")
                yield Mutant(value, site.path, codes, (repr(text), "text"))


@mutator
def boolean_in_quotes(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Boolean):
        assert isinstance(site.kind, Boolean)
        is_plain = not site.kind.as_text and type(site.kind).__name__ != "Flag"
        if isinstance(site.value, bool) and is_plain and not in_a_union(right, site.path, str):
            text = "true" if site.value else "false"
            value = replaced(right.value, site.path, text)
            yield Mutant(value, site.path, ("type", "legacy-form"), (repr(text), "text"))


@mutator
def number_for_a_text(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Text):
        if not in_a_union(right, site.path, int):
            value = replaced(right.value, site.path, 5)
            yield Mutant(value, site.path, ("type",), ("not the number 5",))


@mutator
def boolean_for_a_text(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Text, Choice):
        if not in_a_union(right, site.path, bool) and not is_transfer(site.path):
            value = replaced(right.value, site.path, True)
            yield Mutant(value, site.path, ("type", "choice"), ("not the boolean true",))


def is_transfer(path: Place) -> bool:
    return path[-1:] == ("transfer",)


@mutator
def null(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in sites(right):
        is_taken = isinstance(site.kind, Json) and not site.kind.json_types
        if site.path and not is_taken and not takes_null(right, site):
            value = replaced(right.value, site.path, None)
            yield Mutant(value, site.path, ("type", "choice"), ("null",))


def takes_null(right: Right, site: Site) -> bool:
    """Whether nothing at all may stand there."""
    outer = [each for each in sites(right) if each.path == site.path[:-1]]
    kinds = [
        kind
        for each in outer
        for step, kind, _ in each.kind.parts(each.value)
        if step == site.path[-1]
    ]
    return any(not kind.json_types for kind in kinds) or site.path[-1:] == ("return",)


@mutator
def object_for_a_scalar(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Text, Choice, Integer, Number, Boolean):
        if not in_a_union(right, site.path, dict) and "action" not in site.path[-2:]:
            value = replaced(right.value, site.path, {"value": site.value})
            yield Mutant(value, site.path, ("type", "choice"), ("an object",))


@mutator
def list_for_an_object(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, kind in own_objects(right):
        is_named = any(name in kind.by_name for name in site.value)
        if is_named and not in_a_union(right, site.path, list):
            value = replaced(right.value, site.path, [site.value])
            yield Mutant(value, site.path, ("type", "one-level-deep"), ("list",))


@mutator
def list_for_a_scalar(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Text, Choice, Integer, Number):
        if site.path and not in_a_union(right, site.path, list):
            value = replaced(right.value, site.path, [site.value])
            yield Mutant(value, site.path, ("type", "one-level-deep"), ("a list",))


@mutator
def item_for_a_list(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, ListOf):
        if isinstance(site.value, list) and len(site.value) == 1 and site.path:
            (item,) = site.value
            if not in_a_union(right, site.path, type(item)):
                value = replaced(right.value, site.path, item)
                yield Mutant(value, site.path, ("type", "legacy-form"), ("list",))


@mutator
def list_in_a_list(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, ListOf):
        assert isinstance(site.kind, ListOf)
        takes_lists = site.kind.item.takes([]) or isinstance(site.kind.item, ListOf)
        if isinstance(site.value, list) and site.value and not takes_lists:
            value = replaced(right.value, site.path, [site.value])
            codes = ("one-level-deep", "type")
            yield Mutant(value, (*site.path, 0), codes, ("list",))


@mutator
def one_level_deep(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Object, ListOf, MapOf):
        name = site.path[-1] if site.path else 0
        if isinstance(name, str) and site.value and not may_hold(right, site, name):
            value = replaced(right.value, site.path, {name: site.value})
            yield Mutant(value, (*site.path, name), ("one-level-deep",), (repr(name), "too deep"))


def may_hold(right: Right, site: Site, name: str) -> bool:
    """Whether a member of this name may well stand in what is there: a section, say."""
    if isinstance(site.kind, MapOf):
        return not site.kind.required
    outer = [each for each in sites(right) if each.path == site.path[:-1]]
    kinds = [
        kind for each in outer for step, kind, _ in each.kind.parts(each.value) if step == name
    ]
    for kind in kinds:
        branches = kind.branches if isinstance(kind, OneOf) else (kind,)
        for branch in branches:
            if isinstance(branch, Object) and name in branch.by_name:
                return True
            if isinstance(branch, Json):
                return True
    return name in CALLING.names() and isinstance(site.kind, Steps)


@mutator
def empty_text(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Text, Choice):
        if not getattr(site.kind, "empty", False) and not getattr(site.kind, "open", False):
            value = replaced(right.value, site.path, "")
            codes = ("empty", "choice", "type", "pattern")
            yield Mutant(value, site.path, codes, ())


@mutator
def number_too_large(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Integer, Number):
        most = site.kind.maximum  # type: ignore[attr-defined]
        if most is not None and isinstance(site.value, (int, float)):
            value = replaced(right.value, site.path, most + 1)
            yield Mutant(value, site.path, ("range", "type"), (str(most + 1), str(most)))


@mutator
def number_too_small(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Integer, Number):
        least = site.kind.minimum  # type: ignore[attr-defined]
        is_shared = in_a_union(right, site.path, int) and in_a_union(right, site.path, str)
        if least is not None and isinstance(site.value, (int, float)) and not is_shared:
            value = replaced(right.value, site.path, least - 1)
            yield Mutant(value, site.path, ("range", "type"), (str(least - 1), str(least)))


@mutator
def fraction(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Integer):
        value = replaced(right.value, site.path, 2.5)
        yield Mutant(value, site.path, ("type",), ("integer", "2.5"))


@mutator
def text_of_another_form(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in scalars(right, Formatted):
        assert isinstance(site.kind, Formatted)
        if not site.kind.is_right("?:?") and not in_a_union(right, site.path, str):
            value = replaced(right.value, site.path, "?:?")
            yield Mutant(value, site.path, ("pattern",), ("'?:?'",))


BRANCHES = {
    "play": ({"url": "say:Hi"}, {"urls": ["say:Hi"]}),
    "connect": (
        {"to": "+15551234567"},
        {"serial": [{"to": "+15551234567"}]},
        {"parallel": [{"to": "+15551234567"}]},
    ),
}


@mutator
def branches_of_a_union_together(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        for verb, branches in BRANCHES.items():
            content = site.value.get(verb) if isinstance(site.value, dict) else None
            for branch in branches:
                (name,) = branch
                others = {each for some in branches for each in some if each != name}
                if isinstance(content, dict) and name not in content and others & content.keys():
                    members = {**content, **branch}
                    value = replaced(right.value, (*site.path, verb), members)
                    names = {each for some in branches for each in some} & members.keys()
                    first = next(each for some in branches for each in some if each in names)
                    late = next(each for each in members if each in names and each != first)
                    path = (*site.path, verb, late)
                    yield Mutant(value, path, ("exclusive",), (repr(late), "exclude"))


@mutator
def two_verbs_in_a_step(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        if isinstance(site.value, dict) and "label" not in site.value and not only(site):
            value = replaced(right.value, site.path, {**site.value, "label": "again"})
            yield Mutant(value, site.path, ("one-verb",), ("'label'", repr(next(iter(site.value)))))


def only(site: Site) -> tuple[str, ...]:
    return site.kind.only if isinstance(site.kind, Step) else ()


@mutator
def parameters_beside_their_verb(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        if isinstance(site.value, dict):
            ((verb, content),) = site.value.items()
            flavour = MESSAGING if right.kind == "messaging" else CALLING
            names = list(content) if isinstance(content, dict) else []
            known = flavour.named(verb).fields
            if names and all(name in known and not is_verb(name) for name in names):
                empty: Any = chance.choice([None, {}])
                value = replaced(right.value, site.path, {verb: empty, **content})
                path = (*site.path, names[0])
                yield Mutant(value, path, ("misplaced",), (repr(names[0]), repr(verb)))


def is_verb(name: str) -> bool:
    return any(name in flavour.names() for flavour in FLAVOURS)


@mutator
def verb_of_another_product(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Steps):
        assert isinstance(site.kind, Steps)
        if isinstance(site.value, list) and not site.kind.item.only and right.kind != "messaging":
            for way in chance.sample(list(instead.WAYS["calling"]), 3):
                name = chance.choice(way.names)
                step = {name: chance.choice(["now", {}, {"text": "now"}, None, 3])}
                value = replaced(right.value, site.path, [step, *site.value])
                verb = next(iter(way.make(None) or ()))
                path = (*site.path, 0, name)
                yield Mutant(value, path, ("unknown-verb",), (repr(name), repr(verb)[:-1]))


@mutator
def action_as_a_verb(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Steps):
        assert isinstance(site.kind, Steps)
        if isinstance(site.value, list) and not site.kind.item.only and right.kind != "messaging":
            name = chance.choice([each for each in KEYS if not is_verb(each)])
            value = replaced(right.value, site.path, [{name: "now"}, *site.value])
            path = (*site.path, 0, name)
            yield Mutant(value, path, ("unknown-verb",), (repr(name), "an action"))


@mutator
def verb_that_nobody_knows(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Steps):
        assert isinstance(site.kind, Steps)
        if isinstance(site.value, list) and not site.kind.item.only:
            value = replaced(right.value, site.path, [{"xyzzy": {}}, *site.value])
            path = (*site.path, 0, "xyzzy")
            yield Mutant(value, path, ("unknown-verb",), ("'xyzzy'", "as of"))


@mutator
def verb_that_cannot_stand_there(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Steps):
        assert isinstance(site.kind, Steps)
        if isinstance(site.value, list) and site.kind.item.only:
            steps: list[Any] = [{"answer": {}}, {"label": "a"}, {"return": 1}, {"sleep": 5}]
            steps += [{"receive_fax": {}}, {"join_room": {"name": "a"}}]
            for step in steps:
                verb = next(iter(step))
                value = replaced(right.value, site.path, [*site.value, step])
                path = (*site.path, len(site.value), verb)
                yield Mutant(value, path, ("misplaced",), (repr(verb), "only"))


def action_lists(right: Right) -> Iterator[Site]:
    for site in of_kind(right, ListOf):
        assert isinstance(site.kind, ListOf)
        if isinstance(site.kind.item, ActionObject) and not site.kind.item.only:
            yield site


@mutator
def verb_as_an_action(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in action_lists(right):
        for action in ({"play": {"url": "say:Hi"}}, {"connect": {"to": "+15551234567"}}):
            value = replaced(right.value, site.path, [action, *site.value])
            (name,) = action
            path = (*site.path, 0, name)
            yield Mutant(value, path, ("unknown-action",), (repr(name), "'SWML'", "verb"))


def actions(right: Right) -> Iterator[tuple[Site, str]]:
    for site in of_kind(right, ActionObject):
        assert isinstance(site.kind, ActionObject)
        if isinstance(site.value, dict) and len(site.value) == 1 and site.path:
            (name,) = site.value
            yield site, name


@mutator
def misspelt_action(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, name in actions(right):
        other = misspelt(name, chance)
        if not is_verb_elsewhere(other) and not site.kind.only:  # type: ignore[attr-defined]
            value = renamed(right.value, site.path, name, other)
            words = (repr(other), *shown_word(name))
            yield Mutant(value, (*site.path, other), ("unknown-action",), words)


@mutator
def action_in_other_letters(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site, name in actions(right):
        other = name.swapcase()
        value = renamed(right.value, site.path, name, other)
        words = (repr(other), repr(name))
        yield Mutant(value, (*site.path, other), ("unknown-action",), words)


@mutator
def action_that_nobody_knows(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in action_lists(right):
        value = replaced(right.value, site.path, [{"xyzzy": 1}, *site.value])
        path = (*site.path, 0, "xyzzy")
        yield Mutant(value, path, ("unknown-action",), ("'xyzzy'", "as of", "ignored"))


@mutator
def transfer_inside_the_document(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Document):
        if site.path[-1:] == ("SWML",):
            for value in ("true", True):
                path = (*site.path, "transfer")
                mutant = replaced(right.value, path, value)
                yield Mutant(mutant, path, ("misplaced",), ("'transfer'", "beside 'SWML'"))


@mutator
def label_that_is_not_there(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Steps):
        in_section = len(site.path) > 1 and site.path[-2] == "sections"
        if in_section and isinstance(site.value, list) and right.kind != "messaging":
            step = {"goto": {"label": "nowhere"}}
            value = replaced(right.value, site.path, [step, *site.value])
            path = (*site.path, 0, "goto", "label")
            yield Mutant(value, path, ("unknown-label",), ("'nowhere'",))


@mutator
def member_beside_its_object(right: Right, chance: random.Random) -> Iterator[Mutant]:
    """`temperature` in `ai`, not in its prompt."""
    for site, kind in closed_objects(right):
        for name, member in site.value.items():
            field = kind.by_name.get(name)
            inner = None if field is None else field.kind.chosen(member)
            is_action = isinstance(inner, ActionObject)
            if isinstance(inner, Object) and isinstance(member, dict) and not is_action:
                for each in member:
                    known = inner.by_name.get(each)
                    is_needed = any(each in rule.parameters for rule in inner.rules)
                    if known is None or known.required or is_needed or known.deprecated:
                        continue
                    if each in kind.by_name or each in kind.elsewhere or not is_alone(kind, each):
                        continue
                    rest = {step: member[step] for step in member if step != each}
                    members = {**site.value, name: rest, each: member[each]}
                    value = replaced(right.value, site.path, members)
                    path = (*site.path, each)
                    yield Mutant(value, path, ("misplaced",), (repr(each), repr(name)[:-1]))


def is_alone(kind: Object, name: str) -> bool:
    """Whether just one member of an object has a member of this name, however deep."""
    found = 0
    for field in kind.fields:
        for _, inner, _ in visits(field.kind, next(iter([{}]))):
            found += isinstance(inner, Object) and name in inner.by_name
    return found == 1


@mutator
def member_inside_another(right: Right, chance: random.Random) -> Iterator[Mutant]:
    """`params` in the prompt of `ai`, not beside it."""
    for site, kind in closed_objects(right):
        for name, member in site.value.items():
            field = kind.by_name.get(name)
            inner = None if field is None else field.kind.chosen(member)
            if not isinstance(inner, Object) or isinstance(inner, ActionObject):
                continue
            for each in site.value if isinstance(member, dict) else ():
                if each == name or each not in kind.by_name or not inner.fields:
                    continue
                if (
                    each in inner.by_name
                    or each in inner.elsewhere
                    or kind.by_name[each].deprecated
                ):
                    continue
                if len(member) == 0:
                    continue
                outer = {step: site.value[step] for step in site.value if step != each}
                outer[name] = {**member, each: site.value[each]}
                value = replaced(right.value, site.path, outer)
                path = (*site.path, name, each)
                yield Mutant(value, path, ("misplaced",), (repr(each), repr(name)))


@mutator
def sections_without_their_document(right: Right, chance: random.Random) -> Iterator[Mutant]:
    if right.kind in ("swml", "messaging") and "sections" in right.value:
        yield Mutant(right.value["sections"], (), ("misplaced",), ("'sections'",))


@mutator
def steps_without_their_document(right: Right, chance: random.Random) -> Iterator[Mutant]:
    if right.kind == "swml" and isinstance(right.value.get("sections"), dict):
        steps = right.value["sections"]["main"]
        names = [name for step in steps if isinstance(step, dict) for name in step]
        if isinstance(steps, list) and names and not any(name in KEYS for name in names):
            yield Mutant(steps, (), ("misplaced",), ("steps", "'sections'"))


@mutator
def step_without_its_document(right: Right, chance: random.Random) -> Iterator[Mutant]:
    if right.kind == "swml" and isinstance(right.value.get("sections"), dict):
        for step in right.value["sections"]["main"]:
            if isinstance(step, dict) and not any(name in KEYS for name in step):
                yield Mutant(step, (), ("misplaced",), ("a step", "'sections'"))


@mutator
def actions_without_their_response(right: Right, chance: random.Random) -> Iterator[Mutant]:
    if right.kind == "response" and isinstance(right.value.get("action"), list):
        names = [name for each in right.value["action"] for name in each]
        if any(not is_verb(name) for name in names):
            yield Mutant(right.value["action"], (), ("misplaced",), ("actions", "'action'"))


@mutator
def document_in_a_list(right: Right, chance: random.Random) -> Iterator[Mutant]:
    if right.kind == "response" or "sections" in right.value:
        yield Mutant([right.value], (), ("type",), ("a list", "an object"))


@mutator
def another_version(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Document):
        if isinstance(site.value, dict) and "sections" in site.value:
            path = (*site.path, "version")
            yield Mutant(
                replaced(right.value, path, "2.0"), path, ("choice",), ("'2.0'", "'1.0.0'")
            )


GUESSED = {
    verb: {name: meant for name, meant in names.items() if meant}
    for verb, names in instead.PARAMETERS.items()
}


@mutator
def guessed_parameter(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        if not isinstance(site.value, dict):
            continue
        ((verb, content),) = site.value.items()
        flavour = MESSAGING if right.kind == "messaging" else CALLING
        for name, meant in GUESSED.get(verb, {}).items():
            if isinstance(content, dict) and meant in content and name not in content:
                if name in flavour.named(verb).fields or name == verb:
                    continue
                value = renamed(right.value, (*site.path, verb), meant, name)
                path = (*site.path, verb, name)
                yield Mutant(value, path, ("unknown-name",), (repr(name), repr(meant)))


@mutator
def parameter_of_other_products(right: Right, chance: random.Random) -> Iterator[Mutant]:
    for site in of_kind(right, Step):
        if isinstance(site.value, dict):
            ((verb, content),) = site.value.items()
            kind = MESSAGING if right.kind == "messaging" else CALLING
            if isinstance(content, dict) and kind.named(verb).objects:
                for name in ("on_success", "condition"):
                    value = replaced(right.value, (*site.path, verb, name), [])
                    path = (*site.path, verb, name)
                    yield Mutant(value, path, ("unknown-name",), (repr(name), "'switch'"))
