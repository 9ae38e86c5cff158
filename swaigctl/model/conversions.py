"""Collections in another shape than is wanted: maps for lists, lists for maps, one for several.

What was meant is plain from the names inside, so each is one finding that shows the value as it
should be written, with all that it says. None of this is imported for right documents.
"""

from swaigctl.findings import ERROR, Finding
from swaigctl.model.kinds import Kind, Text
from swaigctl.model.mistakes import Partial, is_meant_for
from swaigctl.model.shapes import ANY_JSON, Json, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part

    Values = dict[str, object]

LABELS = ("name", "function", "key", "replace")
"""What objects in a list have for their name."""

CONTENTS = ("value", "content", "active", "with")
"""What stands beside a name, where that is one value."""


def converted(kind: Kind, chosen: Kind, value: object) -> "Kind | None":
    """What was meant by a collection of another shape; None if it does not tell."""
    if isinstance(value, list):
        items = [each for each in value if isinstance(each, dict)]
        if not items or len(items) < len(value):
            return None
        if isinstance(chosen, Json):
            are_pairs = chosen.json_types == (dict,) and all(len(each) == 2 for each in items)
            return by_label(MapOf(ANY_JSON), items) if are_pairs else None
        if isinstance(chosen, MapOf):
            return by_label(chosen, items)
        return in_member(chosen, items) if isinstance(chosen, Object) else None
    if not isinstance(value, dict) or not value:
        return None
    if isinstance(chosen, ListOf):
        return listed(chosen, value)
    if isinstance(chosen, MapOf):
        return without_name(chosen, value)
    if isinstance(chosen, Object):
        found = text_inside(kind, chosen, value) or named_inside(chosen, value)
        return found or strays(chosen, value)
    return None


MOST_NAMED = 3
"""Of the members that an object has instead, a message names that many at most."""


class Converted(Kind):
    """A value that is judged as what it stands for."""

    def __init__(self, findings: "list[Finding]", parts: "list[Part]") -> None:
        self.findings = findings
        self.inner = parts

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from self.findings

    def parts(self, value: object) -> "Iterator[Part]":
        yield from self.inner

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return value


class Rest(Kind):
    """An object that is judged without some of its members."""

    def __init__(self, kind: Kind, rest: "Values") -> None:
        self.kind = kind.chosen(rest)
        self.rest = rest

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from self.kind.faults(self.rest)

    def parts(self, value: object) -> "Iterator[Part]":
        yield from self.kind.parts(self.rest)


class Held(Kind):
    """An object of which one member is judged, as what stands for the whole."""

    def __init__(self, name: str, kind: Kind) -> None:
        self.name = name
        self.kind = kind

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, dict):
            yield self.name, self.kind, value[self.name]


def as_converted(
    allowed: str, value: object, meant: object, parts: "list[Part]", further: "list[Finding]"
) -> Converted:
    """A value with one finding about its shape, and what else is wrong with what was meant."""
    sentence = "{subject} must be {allowed}, not {value}."
    finding = Finding("type", sentence, value=value, allowed=allowed, suggestion=meant)
    return Converted([finding, *further], parts)


def unnamed(kind: Kind) -> Kind:
    """The kind itself, where it goes by a name."""
    while isinstance(kind, Named):
        kind = kind.kind()
    return kind


# A list where a map is wanted.


def by_label(kind: MapOf, items: "list[Values]") -> "Kind | None":
    """A list of objects with names, where an object with these names is wanted."""
    parts: list[Part] = []
    meant: Values = {}
    for index, item in enumerate(items):
        label = next((each for each in LABELS if isinstance(item.get(each), str)), None)
        if label is None or item[label] in meant:
            return None
        rest = {name: each for name, each in item.items() if name != label}
        only = next(iter(rest), "") if len(rest) == 1 else ""
        content: object = rest
        inner: Kind = Rest(kind.item, rest)
        item_kind = unnamed(kind.item)
        is_object = isinstance(item_kind, Object) and is_meant_for(kind.item, rest)
        is_list = isinstance(item_kind, ListOf) and isinstance(rest.get(only), list)
        if is_list or (only in CONTENTS and not is_object):
            content, inner = rest[only], Held(only, kind.item)
        if not kind.item.takes(content):
            return None
        meant[str(item[label])] = content
        parts.append((index, inner, item))
    missing = [each for each in kind.faults(meant) if each.is_error]
    return as_converted("an object with these names", items, meant, parts, missing)


def in_member(kind: Object, items: "list[Values]") -> "Kind | None":
    """A list where an object is wanted that has such a list as one of its members."""

    def in_common(names: object) -> int:
        return sum(name in names for item in items for name in item)  # type: ignore[operator]

    own = in_common(kind.by_name) if len(items) == 1 else 0
    for field in kind.fields:
        member = unnamed(field.kind)
        wanted = member.item if isinstance(member, ListOf) else None
        if wanted is not None and all(is_meant_for(wanted, each) for each in items):
            chosen = unnamed(wanted).chosen(items[0])
            if isinstance(chosen, Object) and in_common(chosen.by_name) > own:
                meant = completed(kind, field.name, items)
                inner = [(at, wanted, each) for at, each in enumerate(items)]
                return as_converted(kind.allowed, items, meant, list(inner), [])
        elif isinstance(member, MapOf) and field.required:
            found = by_label(member, items)
            if isinstance(found, Converted) and not has_label(kind, items[0]):
                whole = completed(kind, field.name, found.findings[0].suggestion)
                return as_converted(kind.allowed, items, whole, found.inner, found.findings[1:])
    return None


def has_label(kind: Object, item: "Values") -> bool:
    """Whether the name that something in a list has is a member of this object."""
    return any(each in item and each in kind.by_name for each in LABELS)


def completed(kind: Object, name: str, content: object) -> "Values":
    """An object with this member, and with what it needs besides that can be nothing else."""
    fixed: Values = {}
    for field in kind.fields:
        spellings: tuple[str, ...] = getattr(field.kind, "spellings", ())
        if field.required and len(spellings) == 1:
            fixed[field.name] = spellings[0]
    return {**fixed, name: content}


# A map where a list is wanted.


def listed(kind: ListOf, value: "Values") -> "Kind | None":
    """An object with names of one's own, where a list of objects with names is wanted."""
    for branch, label in labelled(kind.item):
        if any(name in branch.by_name for name in value):
            continue
        found = with_labels(branch, label, value)
        if found is not None:
            return found
    return None


def labelled(item: Kind) -> "Iterator[tuple[Object, str]]":
    """The kinds of objects in a list that need a name, each with the member that is the name."""
    item = unnamed(item)
    for branch in getattr(item, "branches", (item,)):
        if isinstance(branch, Object):
            required = [field.name for field in branch.fields if field.required]
            label = next((each for each in LABELS if each in required), None)
            if label is not None:
                yield branch, label


def with_labels(kind: Object, label: str, value: "Values") -> "Kind | None":
    """The same for one kind of object, in which `label` has the name."""
    meant: list[object] = []
    parts: list[Part] = []
    content = next((each for each in CONTENTS if each in kind.by_name), None)
    for name, member in value.items():
        if isinstance(member, dict):
            if member and not any(each in kind.by_name or kind.meant(each) for each in member):
                return None
            whole: Values = {label: name, **{k: v for k, v in member.items() if k != label}}
            parts.append((name, Partial(kind, whole), member))
        else:
            if content is None or not kind.by_name[content].kind.takes(member):
                return None
            whole = {label: name, content: member}
            parts.append((name, kind.by_name[content].kind, member))
        meant.append(whole)
    return as_converted("a list of objects", value, meant, parts, [])


def without_name(kind: MapOf, value: "Values") -> "Kind | None":
    """What belongs behind the one name that a map needs, without that name."""
    item = unnamed(kind.item)
    if len(kind.required) != 1 or kind.required[0] in value or not isinstance(item, Object):
        return None
    if not all(name in item.by_name for name in value):
        return None
    name = next(iter(kind.required))
    finding = Finding(
        "required",
        "{quoted} is required, with these members inside it.",
        path=(name,),
        value=value,
        suggestion={name: value},
    )
    inner = item.chosen(value)
    return Converted([finding, *inner.faults(value)], list(inner.parts(value)))


# An object where something in it is wanted, or what is in it stands elsewhere.


def text_inside(kind: Kind, chosen: Object, value: "Values") -> "Kind | None":
    """An object that holds a text by a name that nobody knows, where text would do."""
    union = unnamed(kind)
    if not isinstance(union, OneOf) or not isinstance(union.branches[0], Text) or len(value) != 1:
        return None
    ((name, member),) = value.items()
    is_known = name in chosen.by_name or name in chosen.elsewhere or chosen.meant(name)
    if is_known or not isinstance(member, str) or not member or chosen.bare:
        return None
    if union.branches[0].is_wrong(member):
        return None
    few = " or ".join(map(repr, chosen.names)) if len(chosen.names) <= MOST_NAMED else ""
    allowed = f"text, or an object with {few}" if few else "text"
    finding = Finding(
        "type",
        "{subject} must be {allowed}, not an object with {name}.",
        value=value,
        allowed=allowed,
        suggestion=member,
        details={"name": repr(name)},
    )
    return Converted([finding], [])


def named_inside(kind: Object, value: "Values") -> "Kind | None":
    """An object whose name stands for an object, in which the name and all the rest are."""
    for label in LABELS:
        inner = value.get(label)
        field = kind.by_name.get(label)
        if field is None or not isinstance(inner, dict) or field.kind.takes(inner):
            continue
        own = {each: member for each, member in inner.items() if each in kind.by_name}
        name = inner.get("name")
        is_tool = bool(own) or value.get("type") == label
        if not isinstance(name, str) or not is_tool or not field.kind.takes(name):
            continue
        others = {each: value[each] for each in value if each in kind.by_name and each != label}
        whole: Values = {label: name, **own, **others}
        sentence = "{quoted} must be a name with the rest beside it, not an object."
        finding = Finding(
            "type", sentence, path=(label,), value=inner, allowed="text", about_key=True
        ).but(suggestion=whole)
        parts: list[Part] = [(label, Partial(kind, whole), inner)]
        return Converted([finding], [*parts, *kind.parts(others)])
    return None


def strays(kind: Object, value: "Values") -> "Kind | None":
    """An object beside whose names are some that belong in a map that it has for them."""
    for field in kind.fields:
        member = unnamed(field.kind)
        given = value.get(field.name, {})
        if not field.required or not isinstance(member, MapOf) or not isinstance(given, dict):
            continue
        names = [name for name in value if is_stray(kind, name, value[name], member.item)]
        if not names:
            continue
        inside = {**given, **{name: value[name] for name in names}}
        others = {name: each for name, each in value.items() if name not in names}
        whole = {**completed(kind, field.name, inside), **others, field.name: inside}
        few = ", ".join(map(repr, names[:5])) + ", …" * (len(names) > 5)
        sentence = "{quoted} belongs in {place}." if len(names) == 1 else "{few} belong in {place}."
        finding = Finding(
            "misplaced",
            sentence,
            path=(names[0],),
            severity=kind.unknown if field.name in value else ERROR,
            value=names[0],
            suggestion=whole,
            details={"few": few, "place": repr(field.name)},
            about_key=True,
        )
        parts = [(name, member.item, value[name]) for name in names]
        return Converted([finding, *kind.faults(whole)], [*kind.parts(others), *parts])
    return None


def is_stray(kind: Object, name: str, value: object, item: Kind) -> bool:
    """Whether a member is no member of this object, but one of a map of such things."""
    if not isinstance(value, dict) or not isinstance(unnamed(item), Object):
        return False
    known = kind.by_name
    field = known.get(name) or known.get(kind.meant(name) or "")
    is_own = field is not None and field.kind.takes(value)
    return not is_own and is_meant_for(item, value)
