"""Shapes that are wrong in a way that tells what was meant: each is one finding.

A value that its kind does not take, or an object with a name that its kind does not know, comes
here. The walk goes on inside as if it were right. None of this is imported for right documents.
"""

from swaigctl.findings import ERROR, WARNING, Finding
from swaigctl.model.kinds import Kind, mistyped
from swaigctl.model.shapes import (
    ANY_JSON,
    MOST_GUESSES,
    Bare,
    Field,
    ListOf,
    MapOf,
    Named,
    Object,
    fields_of,
    member_at,
    unknown_name,
)
from swaigctl.model.steps import Document, Step, Steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part


def recognised(kind: Kind, chosen: Kind, value: object) -> Kind:
    """What was meant by a value whose shape is wrong; `chosen` where that tells nothing."""
    from swaigctl.model.conversions import converted

    other = converted(kind, chosen, value)
    if other is not None:
        return other
    if isinstance(value, list):
        is_one = len(value) == 1 and not isinstance(chosen, ListOf)
        return InList(kind) if is_one and is_meant_for(kind, value[0]) else chosen
    if not isinstance(value, dict):
        return chosen
    if isinstance(chosen, Step):
        return scattered(chosen, value)
    if isinstance(chosen, ListOf) and not isinstance(chosen, Steps):
        return WithoutList(chosen) if is_meant_for(chosen.item, value) else chosen
    if isinstance(chosen, Object):
        name = wrapper_in(chosen, value)
        return Wrapped(kind, name, value) if name else with_notes(chosen, value)
    return chosen


def is_meant_for(kind: Kind, item: object) -> bool:
    """Whether a thing in a list would do without it: of an object, some name must be known."""
    chosen = kind.chosen(item)
    if isinstance(item, list) or not kind.takes(item):
        return False
    if isinstance(chosen, Object):
        return isinstance(item, dict) and any(name in chosen.by_name for name in item)
    if isinstance(chosen, MapOf):
        return isinstance(item, dict) and all(name in item for name in chosen.required)
    if isinstance(chosen, Bare):
        return False
    return not isinstance(chosen, Step) or not isinstance(item, str)


class InList(Kind):
    """A list of one thing, where the thing itself is wanted."""

    json_types = (list,)

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def faults(self, value: object) -> "Iterator[Finding]":
        item = value[0] if isinstance(value, list) else None
        allowed = self.kind.allowed
        sentence = "{subject} must be {allowed}, not a list: take the list around it away."
        yield Finding("type", sentence, value=value, allowed=allowed, suggestion=item)

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, list):
            yield 0, self.kind, value[0]

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return list(parts.values())


class WithoutList(Kind):
    """One thing, where a list of such things is wanted."""

    json_types = (dict,)

    def __init__(self, kind: ListOf) -> None:
        self.kind = kind

    def faults(self, value: object) -> "Iterator[Finding]":
        yield mistyped(value, self.kind.allowed, [value])
        yield from self.kind.item.chosen(value).faults(value)

    def parts(self, value: object) -> "Iterable[Part]":
        return self.kind.item.chosen(value).parts(value)

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return self.kind.item.chosen(value).rebuilt(value, parts)


class Several(Kind):
    """A list of things where one is wanted, and another member has the list."""

    def __init__(self, kind: Kind, plural: str) -> None:
        self.kind = kind
        self.plural = plural

    def faults(self, value: object) -> "Iterator[Finding]":
        sentence = "{subject} must be {allowed}, not a list: {plural} has the list."
        items = value if self.plural != "parallel" else as_destinations(value)
        yield Finding(
            "type",
            sentence,
            value=value,
            allowed=self.kind.allowed,
            suggestion={self.plural: items},
            details={"plural": repr(self.plural)},
        )


def as_destinations(value: object) -> object:
    """Whom to call at the same time, each as an object."""
    items = value if isinstance(value, list) else []
    return [{"to": each} if isinstance(each, str) else each for each in items]


class ListInList(ListOf):
    """A list of things as an item of a list that wants the things themselves."""

    def faults(self, value: object) -> "Iterator[Finding]":
        sentence = "{subject} is one level too deep: it is a list inside the list."
        meant = value[0] if isinstance(value, list) and len(value) == 1 else None
        yield Finding("one-level-deep", sentence, value=value, suggestion=meant)


class Pair(Kind):
    """A list of a name and what belongs behind it, in place of an object."""

    json_types = (list,)

    def __init__(self, kind: Kind, name: str, content: object) -> None:
        self.kind = kind
        self.whole = {name: content}

    def faults(self, value: object) -> "Iterator[Finding]":
        allowed = self.kind.allowed
        sentence = "{subject} must be {allowed}, not a list of a name and what belongs behind it."
        yield Finding("type", sentence, value=value, allowed=allowed, suggestion=self.whole)

    def parts(self, value: object) -> "Iterator[Part]":
        for _, kind, content in self.kind.parts(self.whole):
            yield 1, kind, content


def is_pair(kind: Kind, item: "list[object]") -> bool:
    """Whether a list is the name of a verb or an action, with its content behind it."""
    names: tuple[str, ...] = ()
    if isinstance(kind, Step):
        names = kind.verbs.names()
    elif isinstance(kind, Object) and not kind.bare:
        names = kind.names
    return len(item) == 2 and item[0] in names and item[1] not in names


def item_of(kind: Kind, item: object) -> Kind:
    """The kind of an item of a list that is itself a list, and should not be one."""
    if isinstance(item, list) and is_pair(kind, item):
        return Pair(kind, str(item[0]), item[1])
    if isinstance(item, list) and item and not kind.takes(item) and all(map(kind.takes, item)):
        return ListInList(kind)
    return kind


class Repeated(Kind):
    """An object that holds only its own name again, with what belongs there in its place."""

    json_types = (dict,)

    def __init__(self, name: "PathStep", kind: Kind) -> None:
        self.name = name
        self.kind = kind

    def faults(self, value: object) -> "Iterator[Finding]":
        yield Finding(
            "one-level-deep",
            "{quoted} is one level too deep: it stands inside another {quoted}.",
            path=(self.name,),
            suggestion=value,
            about_key=True,
        )

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, dict):
            yield self.name, self.kind, value[self.name]

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return dict(parts)


def inside(name: "PathStep", kind: Kind, value: "dict[str, object]") -> Kind:
    """The kind of a member that holds only its own name again, or the same kind if that is right.

    It is right where the name can stand there, and what is inside would not fit in its place.
    """
    content = value[name]  # type: ignore[index]
    chosen = kind.chosen(value)
    if isinstance(chosen, Named):
        chosen = chosen.kind()
    if not kind.takes(content) or kind.opaque or chosen.opaque:
        return kind
    if isinstance(chosen, Object):
        known = name in chosen.by_name or name in chosen.elsewhere
        is_there = known or (chosen.open and not isinstance(content, dict))
        return kind if is_there else Repeated(name, kind)
    if isinstance(chosen, MapOf):
        fits_there = chosen.item.takes(content) and name not in chosen.required
        has_required = isinstance(content, dict) and all(
            each in content for each in chosen.required
        )
        is_there = fits_there and not (chosen.required and has_required)
        return kind if is_there else Repeated(name, kind)
    if isinstance(chosen, Step):
        return kind if name in chosen.verbs.names() else Repeated(name, kind)
    if isinstance(chosen, Steps):
        return kind if name in chosen.item.verbs.names() else Repeated(name, kind)
    return kind if chosen.takes(value) and not chosen.is_wrong(value) else Repeated(name, kind)


WRAPPERS = ("params", "parameters", "options", "args", "arguments", "config", "settings")
"""Names that people give to an object around what belongs in its place."""


def wrapper_in(kind: Object, value: "dict[str, object]") -> str:
    """The one unknown name of an object, if it holds members of the object; empty if it doesn't."""
    unknown = unknown_in(kind, value)
    if kind.open or len(unknown) != 1 or unknown[0] not in WRAPPERS:
        return ""
    inner = value[unknown[0]]
    known = {*kind.by_name, *kind.elsewhere}
    if not isinstance(inner, dict) or not inner or not value.keys().isdisjoint(inner):
        return ""
    return "" if known.isdisjoint(inner) else unknown[0]


class Wrapped(Kind):
    """An object of whose members some stand in another object inside it."""

    json_types = (dict,)

    def __init__(self, kind: Kind, name: str, value: "dict[str, object]") -> None:
        self.name = name
        inner = value[name]
        assert isinstance(inner, dict)
        self.whole = {**{each: value[each] for each in value if each != name}, **inner}
        """All members together."""
        self.kind = kind.chosen(self.whole)
        needed = {field.name for field in self.kind.fields if field.required}
        is_ignored = needed.isdisjoint(inner)
        self.severity = getattr(self.kind, "unknown", ERROR) if is_ignored else ERROR
        """How severe that is: as severe as a name that is not known, or that something misses."""

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return self.kind.allowed

    def faults(self, value: object) -> "Iterator[Finding]":
        assert isinstance(value, dict)
        title = getattr(self.kind, "title", "")
        yield Finding(
            "one-level-deep",
            "what stands in {quoted} is one level too deep: it belongs in {outer} itself.",
            path=(self.name,),
            severity=self.severity,
            details={"outer": repr(title) if title else "the object around it"},
            about_key=True,
        )
        for finding in self.kind.faults(self.whole):
            if finding.path and finding.path[0] in value:
                yield finding

    def parts(self, value: object) -> "Iterator[Part]":
        assert isinstance(value, dict)
        for name, kind, member in self.kind.parts(self.whole):
            if name in value:
                yield name, kind, member
        yield self.name, Partial(self.kind, self.whole), value[self.name]

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return {**value, **parts} if isinstance(value, dict) else value


class Note:
    """What is said of a name that its object does not know, and what was meant by it."""

    __slots__ = ("finding", "kind", "meant")

    def __init__(self, finding: Finding, kind: "Kind | None" = None, meant: str = "") -> None:
        self.finding = finding
        self.kind = kind
        """What its value is."""
        self.meant = meant
        """The member of the object that it stands for, so that this one is not missing."""


class Noted(Kind):
    """An object some of whose unknown names are explained by where they belong."""

    def __init__(self, kind: Object, notes: "dict[str, Note]") -> None:
        self.kind = kind
        self.notes = notes
        self.json_types = kind.json_types
        self.is_swml_document = kind.is_swml_document
        self.is_outlined = kind.is_outlined
        self.is_response = kind.is_response
        self.actions_wait = kind.actions_wait
        self.verbs = getattr(kind, "verbs", None)

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return self.kind.allowed

    def faults(self, value: object) -> "Iterator[Finding]":
        meant = {note.meant for note in self.notes.values() if note.meant}
        for finding in self.kind.faults(value):
            about = finding.path[0] if finding.path else None
            if about in self.notes:
                continue
            of_rule = any(
                rule.code == finding.code and rule.message == finding.sentence
                for rule in self.kind.rules
                if not meant.isdisjoint(rule.parameters)
            )
            if finding.code == "required" and (about in meant or of_rule):
                continue
            yield finding
        for note in self.notes.values():
            yield note.finding

    def parts(self, value: object) -> "Iterator[Part]":
        done = set()
        for step, kind, member in self.kind.parts(value):
            note = self.notes.get(str(step))
            done.add(step)
            yield step, kind if note is None or note.kind is None else note.kind, member
        for name, note in self.notes.items():
            if name not in done and note.kind is not None and isinstance(value, dict):
                yield name, note.kind, value[name]

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return self.kind.rebuilt(value, parts)


def unknown_in(kind: Object, value: "dict[str, object]") -> "list[str]":
    """The first few names of an object that it does not know."""
    known = kind.by_name
    unknown = [
        name
        for name in value
        if isinstance(name, str) and name not in known and name not in kind.elsewhere
    ]
    return unknown[:MOST_GUESSES]


def with_notes(kind: Object, value: "dict[str, object]") -> Kind:
    """The object with notes on names that belong inside one of its members, if there are such."""
    notes = {}
    missing = {field.name for field in kind.fields if field.required and field.name not in value}
    for name in unknown_in(kind, value):
        if kind.knows_elsewhere(name) or name in kind.guessed:
            continue
        if isinstance(kind, Document):
            note = note_in_document(kind, name, value)
            if note is not None:
                notes[name] = note
                continue
        path = kind.guessed_inside.get(name, "")
        member = member_at(fields_of(kind), path) if path else None
        if member is not None:
            finding = misplaced(name, f"belongs in '{path}'.", kind.unknown)
            notes[name] = Note(finding, member.kind)
            continue
        place = place_inside(kind, name, value)
        if place is not None:
            outer, path, inner = place
            inner = kind.kind_elsewhere(name, inner, value)
            is_missing = outer.name in missing
            severity = ERROR if is_missing else kind.unknown
            finding = misplaced(name, f"belongs in '{path}', not beside it.", severity)
            if outer.name not in value:
                sentence = f"belongs in '{path}'."
                finding = misplaced(name, sentence, severity)
            notes[name] = Note(finding, inner, outer.name if is_missing else "")
    return Noted(kind, notes) if notes else kind


def note_in_document(kind: Document, name: str, value: "dict[str, object]") -> "Note | None":
    """A note on a step, or a section, that stands beside `sections`, or in place of them."""
    meant = "" if "sections" in value else "sections"
    if name in kind.verbs.names():
        sentence = "{quoted} is a verb: it belongs in a step of 'main', in 'sections'."
        step = {name: value[name]}
        finding = misplaced(name, "", ERROR).but(
            sentence=sentence, suggestion={"sections": {"main": [step]}}
        )
        return Note(finding, kind.verbs.value_of(name), meant)
    sections = kind.by_name["sections"].kind
    if isinstance(sections, MapOf) and isinstance(value[name], list) and "main" in value:
        finding = misplaced(name, "belongs in 'sections'.", ERROR)
        return Note(finding, sections.item, meant)
    return None


def misplaced(name: str, sentence: str, severity: str) -> Finding:
    return Finding(
        "misplaced",
        "{quoted} " + sentence,
        path=(name,),
        severity=severity,
        value=name,
        about_key=True,
    )


def place_inside(
    kind: Object, name: str, value: "dict[str, object]"
) -> "tuple[Field, str, Kind] | None":
    """The member of an object inside which a name is known: it, the path to there, and the kind.

    A member that is given comes first, then one that is required, then the first one.
    """
    if kind.open or not kind.fields or is_other_spelling(name, kind):
        return None
    ranked = sorted(
        kind.fields,
        key=lambda field: (field.name not in value, not field.required),
    )
    for depth in (1, 2):
        for field in ranked:
            if field.deprecated:
                continue
            found = member_called(field.kind, name, depth)
            if found is not None:
                path, inner = found
                return field, ".".join((field.name, *path)), inner
    return None


def is_other_spelling(name: str, kind: Object) -> bool:
    """Whether it is just another spelling of a name that the object knows."""
    folded = name.casefold().replace("_", "").replace("-", "")
    return any(folded == each.casefold().replace("_", "") for each in kind.names)


def member_called(kind: Kind, name: str, depth: int) -> "tuple[tuple[str, ...], Kind] | None":
    """A member of this name so many levels down, with the path to the object that has it."""
    while isinstance(kind, Named):
        kind = kind.kind()
    if isinstance(kind, MapOf) and name in kind.required and depth == 1:
        return (), kind.item
    fields = fields_of(kind)
    if depth == 1:
        return ((), fields[name].kind) if name in fields else None
    for each, field in fields.items():
        found = member_called(field.kind, name, depth - 1)
        if found is not None and not field.deprecated:
            return (each, *found[0]), found[1]
    return None


def beside(
    kind: Kind, member: "dict[str, object]", outer: Object, name: str, value: object
) -> Kind:
    """The kind of a member, with notes on names in it that belong to the object around it."""
    chosen = kind.chosen(member)
    if not isinstance(chosen, Object) or not isinstance(value, dict):
        return kind
    known = outer.by_name
    needed = {name for name, rule in outer.broken_needs(value) if rule.severity == ERROR}
    notes = {}
    for each in unknown_in(chosen, member):
        if each not in known or each in value or each == name:
            continue
        is_required = known[each].required or each in needed
        severity = WARNING if chosen.open else chosen.unknown
        severity = ERROR if is_required else severity
        finding = misplaced(each, f"belongs beside '{name}', not inside it.", severity)
        notes[each] = Note(finding, known[each].kind)
    return Noted(chosen, notes) if notes else kind


def guessed(kind: Kind, verb: str, verbs: object, content: "dict[str, object]") -> Kind:
    """The kind of a verb's content, with notes on parameters that others have, or nobody has."""
    chosen = kind.chosen(content)
    if not isinstance(chosen, Object):
        return kind
    notes = {}
    for name in unknown_in(chosen, content):
        instead = verbs.parameter_instead(verb, name)  # type: ignore[attr-defined]
        if instead is None:
            continue
        meant, note = instead
        finding = unknown_name(name, chosen.names, f"a parameter of {verb}", chosen.unknown)
        if note:
            text = finding.sentence.removesuffix(".") + ": {note}."
            details = {**finding.details, "note": note}
            is_needed = bool(meant) and meant not in content
            severity = ERROR if is_needed else finding.severity
            finding = finding.but(
                sentence=text, details=details, suggestion=None, severity=severity
            )
        elif meant in chosen.by_name and meant not in content:
            finding = finding.but(
                severity=ERROR, suggestion=written_as(chosen, meant, content[name])
            )
        else:
            continue
        notes[name] = Note(finding, kind_of_guessed(chosen, meant, content[name]), meant)
    return Noted(chosen, notes) if notes else kind


def kind_of_guessed(kind: Object, meant: str, value: object) -> Kind:
    """The kind that the value of a guessed parameter is judged as: any, if it has to differ."""
    if meant not in kind.by_name:
        return ANY_JSON
    chosen = kind.by_name[meant].kind.chosen(value)
    return ANY_JSON if chosen.is_wrong(value) else chosen


def written_as(kind: Object, meant: str, value: object) -> object:
    """What to write for a guessed parameter: the name, and its value if that has to differ."""
    member = kind.by_name[meant].kind
    if not isinstance(value, str) or not member.chosen(value).is_wrong(value):
        return meant
    spoken = f"say:{value}"
    return {meant: spoken} if not member.chosen(spoken).is_wrong(spoken) else meant


def scattered(kind: Step, value: "dict[str, object]") -> Kind:
    """A step whose verb's parameters stand beside the verb, or the same kind if it is no such."""
    known = kind.verbs.names()
    verbs = [name for name in value if name in known]
    empty = [name for name in verbs if value[name] is None]
    if len(empty) == 1 and len(verbs) > 1:
        # A parameter may be called like a verb: the prompt of an agent.
        fields = fields_of(kind.verbs.value_of(empty[0]))
        verbs = empty if all(name in fields for name in value if name != empty[0]) else verbs
    others = [name for name in value if name not in verbs]
    if len(verbs) != 1 or not others:
        return kind
    fields = fields_of(kind.verbs.value_of(verbs[0]))
    content = value[verbs[0]]
    if content is not None and not isinstance(content, dict):
        return kind
    if not any(name in fields for name in others):
        return kind
    return Scattered(kind, verbs[0])


class Scattered(Step):
    """A step with its verb's parameters beside the verb."""

    def __init__(self, kind: Step, verb: str) -> None:
        super().__init__(kind.verbs, kind.only)
        self.verb = verb

    def whole(self, value: object) -> "dict[str, object]":
        """All parameters together."""
        assert isinstance(value, dict)
        inner = value[self.verb] or {}
        return {**inner, **{name: each for name, each in value.items() if name != self.verb}}

    def faults(self, value: object) -> "Iterator[Finding]":
        assert isinstance(value, dict)
        strays = [name for name in value if name != self.verb]
        yield Finding(
            "misplaced",
            "{quoted} belongs inside '{verb}', not beside it.",
            path=(strays[0],),
            value=strays[0],
            suggestion={self.verb: self.whole(value)},
            details={"verb": self.verb},
            about_key=True,
        )
        yield from self.misplaced(self.verb, (self.verb,))

    def parts(self, value: object) -> "Iterator[Part]":
        whole = self.whole(value)
        chosen = self.verbs.value_of(self.verb).chosen(whole)
        assert isinstance(value, dict)
        for name, kind, member in chosen.parts(whole):
            if name in value and name != self.verb:
                yield name, kind, member
        yield self.verb, Partial(chosen, whole), value[self.verb]

    def verbs_in(self, value: object) -> "Iterator[tuple[str, str, object]]":
        yield self.verb, self.verb, self.whole(value)


class Partial(Kind):
    """A verb's content of which a part stands elsewhere: it is judged as the whole."""

    def __init__(self, kind: Kind, whole: "dict[str, object]") -> None:
        self.kind = kind
        self.whole = whole

    def faults(self, value: object) -> "Iterator[Finding]":
        own = value if isinstance(value, dict) else {}
        for finding in self.kind.faults(self.whole):
            about = finding.path[:1]
            if not about or about[0] in own or about[0] not in self.whole:
                yield finding

    def parts(self, value: object) -> "Iterator[Part]":
        own = value if isinstance(value, dict) else {}
        for name, kind, member in self.kind.parts(self.whole):
            if name in own:
                yield name, kind, member

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return {**value, **parts} if isinstance(value, dict) else value
