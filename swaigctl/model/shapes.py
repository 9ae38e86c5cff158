"""Kinds that nest: objects, lists and maps; `Named` stands for a kind by its name.

Each answers for its own level (`faults`) and says what is inside (`parts`).
"""

from swaigctl.findings import ERROR, INFO, NEAREST, WARNING, Finding, literal
from swaigctl.model.kinds import (
    EVERY,
    Choice,
    Constant,
    Kind,
    Text,
    held_in_text,
    invalid_text,
    kept,
    misfit,
    mistyped,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part
    from swaigctl.model.rules import Rule
    from swaigctl.model.steps import Verbs

    Fields = dict[str, "Field"]
    """The members of an object by their names."""


EACH = "*"
"""Stands in a path for every item of a list, and every name of a map."""

JSON_FLAG = "JSON|@FILE|-"
OBJECT_FLAG = f"NAME=TEXT|{JSON_FLAG}"
"""What a flag takes that has an object, or a list of them: members one by one, too."""

LABELS = ("verb", "type", "name", "action", "method", "command", "step")
"""What others name the member that says what a step, or an action, does."""

MOST_GUESSES = 20
"""For unknown names in one object: each takes a fraction of a millisecond."""


class Field:
    """One member of an object, said once: what it is, when it counts, and what is known of it."""

    __slots__ = (
        "aliases",
        "default",
        "deprecated",
        "group",
        "help",
        "kind",
        "name",
        "required",
        "source",
    )

    def __init__(
        self,
        name: str,
        kind: Kind,
        help: str,
        *,
        group: str = "",
        default: object = None,
        required: bool = False,
        aliases: "tuple[str, ...]" = (),
        deprecated: str = "",
        source: str = "",
    ) -> None:
        self.name = name
        """As it stands in the object."""
        self.kind = kind
        self.help = help
        """One or two sentences, without the default, the choices or the range."""
        self.group = group
        """The heading that help puts it under."""
        self.default = default
        """What the platform takes when it is left out; None: nothing at all."""
        self.required = required
        self.aliases = aliases
        """Other names that the platform takes for it, and that nobody should write."""
        self.deprecated = deprecated
        """What to use instead, where it should not be used any more."""
        self.source = source
        """The evidence for a surprising fact."""

    @property
    def meanings(self) -> "dict[str, str]":
        """For choices and words: what each spelling means."""
        return self.kind.meanings

    def but(self, **changes: object) -> "Field":
        """The same field, where some facts are others."""
        facts = {each: getattr(self, each) for each in Field.__slots__}
        return Field(**{**facts, **changes})


class Json(Kind):
    """JSON of any kind, or any object, or any list, whatever is inside."""

    takes_json = True
    opaque = True

    def __init__(self, *shapes: type, is_whole: bool = False) -> None:
        """`shapes`: `dict`, `list`, or both; none for JSON of any kind."""
        self.json_types = shapes
        self.metavar = OBJECT_FLAG if shapes == (dict,) else JSON_FLAG
        self.is_whole = is_whole
        """Whether it is all that something takes, which a command line may give as YAML too."""
        named: dict[type, str] = {dict: "an object", list: "a list"}
        self.allowed = " or ".join(named[shape] for shape in shapes) or "JSON"
        self.plural = "objects" if shapes == (dict,) else ""

    @property
    def annotation(self) -> str:
        names: dict[type, str] = {dict: "dict[str, Any]", list: "list[Any]"}
        return " | ".join(names[shape] for shape in self.json_types) or "Any"

    def faults(self, value: object) -> "Iterator[Finding]":
        if not self.takes(value):
            yield misfit(self, value)
        elif isinstance(value, str):
            yield from invalid_text(value)
        elif isinstance(value, dict):
            for name in value:
                if isinstance(name, str):
                    yield from invalid_text(name)
                else:
                    yield not_json(f"the name {name!r} is not text.")
        elif isinstance(value, float):
            if value - value != 0:
                yield not_json(f"{value!r} is not a JSON number.")
        elif isinstance(value, int):
            if value.bit_length() > 2_000:  # seldom: the rest is slow to import
                from swaigctl.formats.values import has_too_many_digits

                if has_too_many_digits(value):
                    yield not_json("a number has too many digits.")
        elif not (value is None or isinstance(value, list)):
            yield not_json(f"{type(value).__name__} has no JSON form.")

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, dict):
            for name, member in value.items():
                yield name, ANY_JSON, member
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield index, ANY_JSON, item


def not_json(sentence: str) -> Finding:
    """The finding for what JSON can't hold."""
    return Finding("json", literal(sentence), allowed="JSON")


class Object(Kind):
    """A JSON object whose names are described."""

    takes_json = True
    metavar = OBJECT_FLAG
    allowed = "an object"
    plural = "objects"
    annotation = "dict[str, Any]"
    json_types = (dict,)

    def __init__(
        self,
        *fields: Field,
        open: bool = False,
        unknown: str = ERROR,
        bare: str = "",
        bare_severity: str = WARNING,
        title: str = "",
        rules: "tuple[Rule, ...]" = (),
        guessed: "Mapping[str, str] | None" = None,
        guessed_inside: "Mapping[str, str] | None" = None,
        several: "Mapping[str, str] | None" = None,
        sample: "Mapping[str, object] | None" = None,
    ) -> None:
        self.fields = fields
        self.open = open
        """Whether it may have other names too."""
        self.unknown = unknown
        """How severe an unknown name is, where it is not open."""
        self.bare = bare
        """The member whose bare value the platform takes for the whole object."""
        self.bare_severity = bare_severity
        """How severe that is: a warning where it is a legacy form."""
        self.title = title
        """Whose parameters the members are, where they are an entry's own: `connect`."""
        self.rules = rules
        """What else must be true of the members together."""
        self.guessed = guessed or {}
        """Names that people guess, with those that are meant; empty if it has none for that."""
        self.guessed_inside = guessed_inside or {}
        """The same for members of members, by their paths: `params.ai_model`."""
        self.several = several or {}
        """For members of which there is one, the member that has a list of them."""
        self.sample = sample or {}
        """What to write where only the value of the first of these is given."""
        self.elsewhere: Mapping[str, Field] = {}
        """What other branches of the same union have, and this one has not."""

    @kept
    def by_name(self) -> "dict[str, Field]":
        """The fields by their names, those that are only taken for them included."""
        found = {alias: field for field in self.fields for alias in field.aliases}
        return {**found, **{field.name: field for field in self.fields}}

    @kept
    def plain(self) -> "set[str]":
        """The names that there is nothing to say about by themselves."""
        return {field.name for field in self.fields if not field.deprecated}

    @kept
    def needed(self) -> "tuple[Field, ...]":
        """The fields that must be there."""
        return tuple(field for field in self.fields if field.required)

    @kept
    def telling(self) -> "dict[str, Field]":
        """The members that tell it from others: those with one fixed value, and required ones."""
        return {
            field.name: field
            for field in self.fields
            if field.required or isinstance(field.kind, Constant)
        }

    def beside(self, others: "Iterable[Object]") -> "Object":
        """The same object as one branch of a union, which knows what only the others have."""
        own = {field.name for field in self.fields}
        branch: Object = object.__new__(type(self))
        branch.__dict__.update(self.__dict__)
        branch.elsewhere = {
            field.name: field for other in others for field in other.fields if field.name not in own
        }
        return branch

    @property
    def names(self) -> "tuple[str, ...]":
        """The names that it may have."""
        return tuple(field.name for field in self.fields)

    def meant(self, name: str) -> "str | None":
        """The name that an unknown one was probably meant to be."""
        if name in self.guessed:
            return self.guessed_for(name)
        from swaigctl.findings.messages import nearest

        return nearest(name, (*self.names, *self.elsewhere))

    def guessed_for(self, name: str) -> "str | None":
        """The name that this one is a known guess for, if it has that one."""
        known = self.guessed.get(name)
        return known if known in self.names else None

    def takes(self, value: object) -> bool:
        return super().takes(value) or bool(self.bare and self.by_name[self.bare].kind.takes(value))

    def has_unknown(self, value: object) -> bool:
        return isinstance(value, dict) and not value.keys() <= self.by_name.keys()

    def fits(self, value: object) -> bool:
        return not self.has_unknown(value) if type(value) is dict else super().fits(value)

    def knows_elsewhere(self, name: str) -> bool:
        """Whether a name that it does not have is known to mean something else."""
        return False

    def kind_elsewhere(self, name: str, kind: Kind, value: "dict[str, object]") -> Kind:
        """What a member is that belongs inside another one, where it is this kind by itself."""
        return kind

    def chosen(self, value: object) -> Kind:
        if self.bare and value is not EVERY and not isinstance(value, dict):
            return Bare(self, self.by_name[self.bare])
        return self

    @property
    def main(self) -> "Field | None":  # type: ignore[override]
        return self.by_name[self.bare] if self.bare and self.bare_severity == INFO else None

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, dict):
            yield misfit(self, value)
            return
        stood_for: set[str] = set()
        spelled = value
        if not value.keys() <= self.plain:
            yield from self.faults_of_names(value, stood_for)
            spelled = self.spelled_right(value) if self.rules else value
        if self.needed:
            for field in self.missing_from(value):
                if field.name not in stood_for and not self.holds_inside(field.name, value):
                    yield self.is_required(field)
        if not self.rules:
            return
        differing = self.differing(spelled)
        for rule in self.rules:
            if rule.code == "required" and not stood_for.isdisjoint(rule.parameters):
                continue
            subject = spelled if rule.severity == ERROR else differing
            if rule.looks_at_each and subject.keys().isdisjoint(rule.parameters):
                continue
            for finding in rule.find(subject):
                if rule.code == "required" and self.holds_one_inside(rule.parameters, value):
                    continue
                is_misspelt = finding.path[0] in spelled and finding.path[0] not in value
                about = rule.parameters if rule.code == "required" else finding.path[:1]
                if not is_misspelt and not self.has_wrong(about, value):
                    yield finding

    def spelled_right(self, value: "dict[str, object]") -> "dict[str, object]":
        """The members by the names that they were probably meant to have."""
        if self.open or not self.has_unknown(value):
            return value
        by_name = self.by_name
        unknown = [name for name in value if isinstance(name, str) and name not in by_name]
        meant = {name: self.meant(name) for name in unknown[:MOST_GUESSES]}
        return {**{each: value[name] for name, each in meant.items() if each}, **value}

    def is_required(self, field: Field) -> Finding:
        """The finding for a member that is missing, with those of other branches that would do."""
        others = tuple(each.name for each in self.elsewhere.values() if each.required)
        sentence = "{quoted} is required, or {others} in its place."
        if not others:
            sentence = "{quoted} is required."
        details = {"others": others} if others else None
        return Finding("required", sentence, path=(field.name,), details=details)

    def holds_one_inside(self, names: "tuple[str, ...]", value: "dict[str, object]") -> bool:
        return any(self.holds_inside(name, value) for name in names)

    def holds_inside(self, name: str, value: "dict[str, object]") -> bool:
        """Whether a member holds this one, and does not know it: that is said there."""
        by_name = self.by_name
        for each, member in value.items():
            if each in by_name and isinstance(member, dict) and name in member and each != name:
                kind = by_name[each].kind.chosen(member)
                if isinstance(kind, Object) and name not in kind.by_name:
                    return True
        return False

    def needs_of(self, value: "dict[str, object]") -> "dict[str, str]":
        """The members without which something is missing, and how severe that is.

        Nothing if the object has no unknown names, of which one may stand for such a member.
        """
        if self.open or not self.has_unknown(value):
            return {}
        needs = {each: rule.severity for each, rule in self.broken_needs(value)}
        needs.update((field.name, ERROR) for field in self.missing_from(value))
        return needs

    def broken_needs(self, value: "dict[str, object]") -> "Iterator[tuple[str, Rule]]":
        """The parameters of rules by which something is missing, each with its rule."""
        for rule in self.rules:
            if rule.code == "required" and any(True for _ in rule.find(value)):
                for name in rule.parameters:
                    if name not in value:
                        yield name, rule

    def has_wrong(self, names: "tuple[PathStep, ...]", value: "dict[str, object]") -> bool:
        """Whether one of these members is given, but wrong by itself."""
        by_name = self.by_name
        return any(
            name in value and by_name[name].kind.chosen(value[name]).is_wrong(value[name])
            for name in names
            if isinstance(name, str) and name in by_name
        )

    def missing_from(self, value: "dict[str, object]") -> "list[Field]":
        """The required fields that are not there."""
        return [
            field
            for field in self.needed
            if not any(name in value for name in (field.name, *field.aliases))
        ]

    def around(self, value: object) -> "dict[str, object] | None":
        """The object that was probably meant by the bare value of the one member that it needs.

        Where it needs none, it is the empty object that was meant by null or true. A list is taken
        for the first member that has a list of such things.
        """
        if self.sample and isinstance(value, str) and value:
            first = next(iter(self.sample))
            inner = self.by_name[first].kind
            is_right = inner.takes(value) and not inner.chosen(value).is_wrong(value)
            meant = value if is_right else {"text": value}
            return {**self.sample, first: meant}
        if isinstance(value, list):
            return self.around_list(value)
        needed = [field for field in self.fields if field.required]
        ruled = [rule for rule in self.rules if rule.code == "required" and rule.severity == ERROR]
        if (value is None or value is True) and not needed and not ruled:
            return {}
        if not needed and ruled:
            needed = [self.by_name[ruled[0].parameters[0]]]
        if len(needed) != 1 or not isinstance(value, (str, int, float)):
            return None
        kind = needed[0].kind.chosen(value)
        faults = list(kind.faults(value)) if kind.takes(value) else []
        better = faults[0].suggestion if len(faults) == 1 else None
        if better is not None and not kind.is_wrong(better):
            return {needed[0].name: better}
        return {needed[0].name: value} if kind.takes(value) and not faults else None

    def around_list(self, items: "list[object]") -> "dict[str, object] | None":
        """The object that was probably meant by what one of its members has a list of."""
        for field in self.fields:
            if isinstance(field.kind, ListOf) and isinstance(field.kind.item, Object):
                needed = {each.name for each in field.kind.item.fields if each.required}
                if needed and all(isinstance(each, dict) and needed & {*each} for each in items):
                    return {field.name: items} if items else None
        return None

    def differing(self, value: "dict[str, object]") -> "dict[str, object]":
        """The members that are not at their defaults: what is unwise of them is worth a warning."""
        by_name = self.by_name
        return {
            name: member
            for name, member in value.items()
            if name not in by_name
            or by_name[name].name != name
            or member is None
            or member != by_name[name].default
        }

    def faults_of_names(
        self, value: "dict[str, object]", stood_for: "set[str]"
    ) -> "Iterator[Finding]":
        """What is wrong with the names; those that unknown ones stand for join `stood_for`."""
        by_name = self.by_name
        needs = self.needs_of(value)
        guesses = MOST_GUESSES
        for name in value:
            for finding in self.faults_of_name(name, by_name):
                if finding.code == "unknown-name":
                    finding = not_there(finding, value, by_name)
                if needs and guesses and finding.code == "unknown-name":
                    guesses -= 1
                    needed = needs.get(str(finding.suggestion))
                    if needed is not None:  # without it, something is missing
                        stood_for.add(str(finding.suggestion))
                        yield finding.but(severity=needed)
                        continue
                yield finding

    def faults_of_name(self, name: object, by_name: "dict[str, Field]") -> "Iterator[Finding]":
        """What is wrong with having a member of this name."""
        if not isinstance(name, str):
            yield not_json(f"the name {name!r} is not text.")
        elif name not in by_name:
            if name in self.elsewhere:
                own = [field.name for field in self.fields if field.required]
                details = {"other": (own[0],) if own else self.title}
                sentence = "{quoted} can't go with {other}: they exclude each other."
                yield Finding("exclusive", sentence, path=(name,), details=details, about_key=True)
            elif not self.open:
                yield self.unknown_name(name)
        elif by_name[name].name != name:
            sentence = "{quoted} is taken for {meant}: write that."
            details = {"meant": repr(by_name[name].name)}
            yield Finding(
                "legacy-form",
                sentence,
                path=(name,),
                severity=WARNING,
                details=details,
                about_key=True,
            )
        elif by_name[name].deprecated:
            yield is_deprecated(by_name[name]).within(name)

    def unknown_name(self, name: str) -> Finding:
        what = called(self.title) if self.title else ""
        finding = unknown_name(name, (*self.names, *self.elsewhere), what, self.unknown)
        return finding.but(suggestion=self.meant(name)) if name in self.guessed else finding

    def parts(self, value: object) -> "Iterator[Part]":
        if value is EVERY:
            for field in self.fields:
                yield field.name, field.kind, EVERY
        if not isinstance(value, dict):
            return
        by_name = self.by_name
        guesses = MOST_GUESSES
        for name, member in value.items():
            if name in by_name:
                kind = by_name[name].kind
                if type(member) is dict:
                    kind = self.kind_inside(name, kind, member, value)
                elif type(member) is list and len(member) > 1 and name in self.several:
                    from swaigctl.model.mistakes import Several

                    kind = Several(kind, self.several[name])
                yield name, kind, member
            elif self.open:
                yield name, ANY_JSON, member
            elif name in self.elsewhere:
                yield name, self.elsewhere[name].kind, member
            else:
                meant = self.meant(name) if isinstance(name, str) and guesses > 0 else None
                guesses -= 1
                if meant:  # what lies inside is looked at all the same
                    yield name, (by_name.get(meant) or self.elsewhere[meant]).kind, member
                elif self.unknown != ERROR:  # it stays in the document, so it must be JSON
                    yield name, ANY_JSON, member

    def kind_inside(
        self, name: str, kind: Kind, member: "dict[str, object]", value: "dict[str, object]"
    ) -> Kind:
        """The kind of a member that is an object, and may hold what belongs around it."""
        if name in member and len(member) == 1:
            from swaigctl.model.mistakes import inside

            return inside(name, kind, member)
        common = self.by_name.keys() & member.keys()
        if common and not common <= value.keys() and kind.chosen(member).has_unknown(member):
            from swaigctl.model.mistakes import beside

            return beside(kind, member, self, name, value)
        return kind

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return {**value, **parts} if isinstance(value, dict) else value

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        if not isinstance(value, dict):
            return value
        given = {**value, **parts}
        defaults = self.defaults_beside(given) if form == "expanded" else {}
        members: dict[PathStep, object] = {}
        for field in self.fields:
            names = [name for name in (field.name, *field.aliases) if name in given]
            for name in names:
                members[name] = given.pop(name)
            if not names and field.name in defaults:
                from swaigctl.model.walk import ordered

                members[field.name] = ordered(field.kind, field.default)
        return {**members, **given}

    def defaults_beside(self, given: "dict[PathStep, object]") -> "dict[PathStep, object]":
        """The defaults that say something: those that are not empty, and have a meaning here."""
        defaults: dict[PathStep, object] = {
            field.name: field.default
            for field in self.fields
            if not field.deprecated and field.default not in (None, "", [], {})
        }
        for rule in self.rules:
            if rule.condition.denies_meaning:
                for match in rule.condition.matches(rule.parameters, {**defaults, **given}):  # type: ignore[dict-item]
                    defaults.pop(match.path[0], None)
        return defaults


def called(title: str) -> str:
    """What the names are in something of this title: `a parameter of connect`."""
    is_verb = not title.startswith(("a ", "an "))
    return f"a {'parameter' if is_verb else 'member'} of {title}"


def is_deprecated(field: Field) -> Finding:
    """The finding for a member that should not be used any more."""
    sentence = "{quoted} is deprecated: use {instead}."
    details = {"instead": field.deprecated}
    return Finding("deprecated", sentence, severity=WARNING, details=details, about_key=True)


def unknown_name(
    name: str, names: "tuple[str, ...]", what: str = "", severity: str = ERROR
) -> Finding:
    """The finding for a name that an object, or an entry, hasn't got; `what` a name is there."""
    return Finding(
        "unknown-name",
        "{value} is not {what}." if what else "{value} is not a member of {parent}.",
        path=(name,),
        severity=severity,
        value=name,
        allowed=names,
        suggestion=NEAREST,
        details={"what": what},
        about_key=True,
    )


def not_there(finding: Finding, value: "dict[str, object]", known: "Iterable[str]") -> Finding:
    """A finding about an unknown name, which suggests none that is there already."""
    if isinstance(finding.meant, str):
        return finding.but(suggestion=None) if finding.meant in value else finding
    there = tuple(name for name in known if name in value)
    return finding.but(details={**finding.details, "there": there}) if there else finding


class Bare(Kind):
    """The bare value of one member in place of an object, which the platform takes."""

    def __init__(self, whole: Object, field: Field) -> None:
        self.whole = whole
        self.field = field
        self.severity = whole.bare_severity

    def takes(self, value: object) -> bool:
        kind = self.field.kind
        if not isinstance(value, list) or not value:
            return kind.takes(value)
        lists = [each for each in getattr(kind, "branches", (kind,)) if isinstance(each, ListOf)]
        return any(each.item.takes(value[0]) for each in lists)

    @property
    def annotation(self) -> str:
        return self.field.kind.annotation

    def faults(self, value: object) -> "Iterator[Finding]":
        kind = self.field.kind.chosen(value)
        held = held_in_text(self.whole, value)
        if held is not None:
            yield mistyped(value, "an object", held)
            return
        if not kind.takes(value):
            yield mistyped(value, "an object", self.whole.around(value))
            return
        for finding in kind.faults(value):
            is_legacy = self.severity != INFO and finding.code == "type" and finding.is_error
            if is_legacy and finding.suggestion is not None:
                # What was meant is better written as an object, too.
                yield mistyped(value, "an object", {self.field.name: finding.suggestion})
                return
        is_legacy = self.severity != INFO
        yield Finding(
            "legacy-form" if is_legacy else "simplified-form",
            "{subject} has a bare value: write an object."
            if is_legacy
            else "{subject} has a bare value, which the vendor's schema refuses.",
            severity=self.severity,
            value=value,
            suggestion={self.field.name: value},
        )
        yield from kind.faults(value)
        if not kind.is_wrong(value):
            for rule in self.whole.rules:
                for finding in rule.find({self.field.name: value}):
                    if finding.path[:1] == (self.field.name,):
                        yield finding.but(path=finding.path[1:])

    def parts(self, value: object) -> "Iterable[Part]":
        if held_in_text(self.whole, value) is not None:
            return ()
        return self.field.kind.chosen(value).parts(value)

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        member = {self.field.name: self.field.kind.chosen(value).arranged(value, parts, form)}
        return self.whole.arranged(member, {}, form)


def formed(kind: Kind, content: object, form: str) -> object:
    """What stands behind a verb, as the object or the bare value that this form asks for."""
    if kind.main is None:
        return content
    if not isinstance(content, dict):
        as_it_is = kind.only_main and form not in ("full", "expanded")
        return content if as_it_is else {kind.main.name: content}
    is_short = kind.only_main and form in ("auto", "simplified")
    return content.get(kind.main.name, content) if is_short else content


class ListOf(Kind):
    """A list of one kind of thing."""

    plural = "lists"
    json_types = (list,)

    def __init__(
        self, item: Kind, at_least: int = 0, at_most: "int | None" = None, distinct: bool = False
    ) -> None:
        self.item = item
        self.at_least = at_least
        self.at_most = at_most
        self.distinct = distinct
        """Whether no item may stand in it twice."""
        self.repeatable = isinstance(item, (Text, Choice))
        self.takes_json = not self.repeatable
        is_plain = self.repeatable or item.metavar == OBJECT_FLAG
        self.metavar = item.metavar if is_plain else JSON_FLAG

    @property
    def allowed(self) -> str:  # type: ignore[override]
        items = plural_of(self.item)
        if not items and isinstance(self.item, Choice):
            items = self.item.allowed.replace("one of", "one or more of", 1)
        return f"a list of {items}" if items else "a list"

    @property
    def annotation(self) -> str:
        return f"list[{self.item.annotation}]"

    def from_texts(self, texts: "list[str]") -> object:
        return list(texts)

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, list):
            yield misfit(self, value)
            return
        if len(value) < self.at_least:
            what = f"have at least {self.at_least} items" if value else "not be empty"
            yield Finding(
                "empty" if not value else "range", f"{{subject}} must {what}.", value=value
            )
        if self.at_most is not None and len(value) > self.at_most:
            sentence = f"{{subject}} must have at most {self.at_most} items, not {len(value)}."
            yield Finding("range", sentence, value=value)
        if self.distinct:
            yield from repetitions(value)

    def around(self, value: object) -> "list[object] | None":
        """The list that was probably meant by one item, or by words with commas between them."""
        if not self.item.takes(value) or not self.item.json_types:
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            text = plural_of(self.item) == "text" and is_number and self.item.around(value)
            return [text] if text else None
        first = getattr(self.item, "branches", (self.item,))[0]
        words = value.replace(",", " ").split() if isinstance(value, str) else []
        if isinstance(first, Choice) and not first.open and not first.is_wrong(value):
            return [value]
        if isinstance(first, Choice) and not first.open:
            # What is none of the words is not meant for the list.
            return words if words and not any(map(first.is_wrong, words)) else None  # type: ignore[return-value]
        if isinstance(value, str) and first.metavar in ("CODE", "NAME", "WORD"):
            return [word.strip() for word in value.split(",") if word.strip()] or None
        return [value]

    def parts(self, value: object) -> "Iterator[Part]":
        if value is EVERY:
            yield EACH, self.item, EVERY
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield index, self.kind_of_item(item) if type(item) is list else self.item, item

    def kind_of_item(self, item: "list[object]") -> Kind:
        """The kind of an item that is a list itself."""
        if self.item.takes(item):
            return self.item
        from swaigctl.model.mistakes import item_of

        return item_of(self.item, item)

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return list(parts.values()) if isinstance(value, list) else value


def repetitions(items: "list[object]") -> "Iterator[Finding]":
    """A finding for each item that is the same in JSON as one before it."""
    from swaigctl.formats.json import compact_json

    seen = set()
    for index, item in enumerate(items):
        text = compact_json(item)
        if text in seen:
            yield Finding("twice", "{value} stands in the list twice.", path=(index,), value=item)
        seen.add(text)


class TextOrDocument(Text):
    """Text that may be a whole SWML document; other text is a name or a URL."""

    def __init__(self, verbs: "Verbs", metavar: str = "TEXT") -> None:
        super().__init__(metavar)
        self.verbs = verbs

    def chosen(self, value: object) -> Kind:
        if isinstance(value, str) and is_like_a_document(value):
            from swaigctl.model.steps import DocumentAsText

            return DocumentAsText(self.verbs, value)
        return self


def is_like_a_document(text: str) -> bool:
    """Whether the text is meant to be a document: an object in JSON, or YAML with sections."""
    return text.lstrip()[:1] == "{" or "\nsections:" in f"\n{text}"


class Sequence(Kind):
    """A list of just these things, in this order."""

    json_types = (list,)
    annotation = "list[Any]"
    takes_json = True

    def __init__(self, *items: Kind) -> None:
        self.items = items
        self.allowed = f"a list of {len(items)} items"

    def faults(self, value: object) -> "Iterable[Finding]":
        if isinstance(value, list) and len(value) == len(self.items):
            return ()
        return (misfit(self, value),)

    def parts(self, value: object) -> "Iterator[Part]":
        if value is EVERY:
            for index, item in enumerate(self.items):
                yield index, item, EVERY
        elif isinstance(value, list):
            yield from zip(range(len(value)), self.items, value, strict=False)

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return list(parts.values()) if isinstance(value, list) else value


class MapOf(Kind):
    """A JSON object with names of one's own, all of one kind; some may be required."""

    takes_json = True
    metavar = OBJECT_FLAG
    allowed = "an object"
    plural = "objects"
    json_types = (dict,)

    def __init__(
        self,
        item: Kind,
        required: "tuple[str, ...]" = (),
        key: "Kind | None" = None,
        exactly: "int | None" = None,
        several_without: bool = False,
    ) -> None:
        self.item = item
        self.required = required
        self.several_without = several_without
        """Whether several names without the required ones are no error."""
        self.key = key or Text()
        """What a name may be."""
        self.exactly = exactly
        """How many names it has, where that is fixed."""

    @property
    def annotation(self) -> str:
        return f"dict[str, {self.item.annotation}]"

    def has_unknown(self, value: object) -> bool:
        if not self.required or not isinstance(value, dict):
            return False
        return any(name not in value for name in self.required)

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, dict):
            yield misfit(self, value)
            return
        for name in value:
            for finding in self.key.faults(name):
                sentence = f"the name {{value}} {behind_subject(finding)}"
                yield finding.but(sentence=sentence, path=(name,), about_key=True)
        for name in self.required:
            if name not in value:
                yield self.is_required(name, value)
        if self.exactly not in (None, len(value)):
            sentence = f"{{subject}} must have just {self.exactly} of them, not {len(value)}."
            yield Finding("range", sentence, value=value)

    def is_required(self, name: str, value: "dict[str, object]") -> Finding:
        """The finding for a name that is missing, or for the one that it was misspelt as."""
        from swaigctl.findings.messages import nearest

        others = (each for each in value if isinstance(each, str) and each not in self.required)
        for other, _ in zip(others, range(MOST_GUESSES), strict=False):
            if nearest(other.strip(), (name,)):
                why = ""
                if other.strip().casefold() == name.casefold():
                    is_case = other.casefold() == name.casefold()
                    what = "upper and lower case count" if is_case else "white space counts"
                    why = f", since {what}"
                return Finding(
                    "unknown-name",
                    "{other} is required: {value} is another name{why}.",
                    path=(other,),
                    value=other,
                    suggestion=name,
                    details={"other": repr(name), "why": why},
                    about_key=True,
                )
        return Finding("required", "{quoted} is required.", path=(name,))

    def parts(self, value: object) -> "Iterator[Part]":
        if value is EVERY:
            for name in (*self.required, EACH):
                yield name, self.item, EVERY
        elif isinstance(value, dict):
            for name, member in value.items():
                kind = self.item
                if type(member) is dict and name in member and len(member) == 1:
                    from swaigctl.model.mistakes import inside

                    kind = inside(name, kind, member)
                yield name, kind, member

    def around(self, value: object) -> "dict[str, object] | None":
        """The object that was probably meant by the value of the one name that it needs.

        Or by a list of things that tell their names, if the things have no member for that.
        """
        named = self.by_their_names(value) if isinstance(value, list) else None
        if named is not None:
            return named
        is_meant = len(self.required) == 1 and isinstance(value, list) and value
        return {self.required[0]: value} if is_meant and self.item.takes(value) else None

    def by_their_names(self, items: "list[object]") -> "dict[str, object] | None":
        """The things in a list by their names, if all of them have one of their own."""
        named: dict[str, object] = {}
        for each in items:
            name = each.get("name") if isinstance(each, dict) else None
            if not isinstance(each, dict) or not isinstance(name, str) or name in named:
                return None
            rest = {member: value for member, value in each.items() if member != "name"}
            fields = fields_of(self.item)
            if "name" in fields or not rest.keys() <= fields.keys():
                return None
            named[name] = rest
        return named if named and all(name in named for name in self.required) else None

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return dict(parts) if isinstance(value, dict) else value

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        first: dict[PathStep, object] = {
            each: parts[each] for each in self.required if each in parts
        }
        return {**first, **parts} if isinstance(value, dict) else value


def plural_of(kind: Kind) -> str:
    """What several of a kind are called, whose own name may stand for it; empty if unknown."""
    return kind.kind().plural if isinstance(kind, Named) else kind.plural


def joined(phrases: "list[str]") -> str:
    """Phrases as one: `text or an object`, `text, null or an integer`

    Where one of them has an `or` itself, commas keep them apart.
    """
    *others, last = phrases
    if not others:
        return last
    has_or = any(" or " in each.replace("(true or false)", "") for each in others)
    return f"{', '.join(others)}{',' if has_or else ''} or {last}"


def behind_subject(finding: Finding) -> str:
    return finding.sentence.removeprefix("{subject} ")


class Named(Kind):
    """A kind by its name, so that definitions can contain themselves, or come in when needed."""

    takes_json = True
    metavar = JSON_FLAG

    def __init__(self, name: str, make: "Callable[[], Kind]") -> None:
        self.name = name
        self.make = make
        self.made: Kind | None = None

    def kind(self) -> Kind:
        """The kind itself, made when it is asked for."""
        if self.made is None:
            self.made = self.make()
        return self.made

    @property
    def annotation(self) -> str:
        return self.kind().annotation

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return self.kind().allowed

    @property
    def json_types(self) -> "tuple[type, ...]":  # type: ignore[override]
        return self.kind().json_types

    def takes(self, value: object) -> bool:
        return self.kind().takes(value)

    def faults(self, value: object) -> "Iterable[Finding]":
        return self.kind().faults(value)

    def parts(self, value: object) -> "Iterable[Part]":
        return () if value is EVERY else self.kind().parts(value)

    def chosen(self, value: object) -> Kind:
        return self if value is EVERY else self.kind().chosen(value)


def fields_of(kind: "Kind") -> "Fields":
    """The members that a value can have, whichever branch of a union has them.

    Lists, maps and free objects have none: their members have no names of their own here.
    """
    if isinstance(kind, Object):
        return {field.name: field for field in kind.fields}
    if isinstance(kind, Named):
        return fields_of(kind.kind())
    found: Fields = {}
    for branch in getattr(kind, "branches", ()):
        for name, field in fields_of(branch).items():
            found.setdefault(name, field)
    return found


def member_at(fields: "Mapping[str, Field]", path: str) -> "Field | None":
    """The member at a path with dots, found by walking the names; None if there is none."""
    name, dot, rest = path.partition(".")
    field = fields.get(name)
    if field is None or not dot:
        return field
    return member_at(fields_of(field.kind), rest)


def members(fields: "Fields", before: str = "") -> "Iterator[tuple[str, Field]]":
    """Every member with its path, the outer ones first, and below each what is inside it."""
    for name, field in fields.items():
        path = before + name
        yield path, field
        yield from members(fields_of(field.kind), f"{path}.")


ANY_JSON = Json()
