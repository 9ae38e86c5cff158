"""Unions: one of several kinds. A union says which branch was meant before what is wrong."""

from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import EVERY, Choice, Constant, Kind, Spelled, Text, misfit
from swaigctl.model.shapes import (
    JSON_FLAG,
    MOST_GUESSES,
    OBJECT_FLAG,
    Json,
    Object,
    joined,
    plural_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.findings import Finding
    from swaigctl.model.kinds import Part
    from swaigctl.model.shapes import Field


OR_VARIABLE = " or a SWML variable"


class OneOf(Kind):
    """One of several kinds, told apart by JSON type, a fixed value, a present key, or likeness."""

    def __init__(self, *branches: Kind) -> None:
        self.branches = tuple(apart(branches))
        self.takes_json = any(each.takes_json for each in branches)
        self.repeatable = any(each.repeatable for each in branches)
        self.prose = any(each.prose for each in branches)
        self.metavar = "|".join(dict.fromkeys(each.metavar or "true|false" for each in branches))
        if self.takes_json:
            # Where text may be meant as it is, an equals sign belongs to it.
            takes_text = any(isinstance(each, (Text, Spelled)) for each in branches)
            members = not takes_text and any(each.metavar == OBJECT_FLAG for each in branches)
            self.metavar = OBJECT_FLAG if members else JSON_FLAG
        elif self.repeatable or type(branches[0]) is Text:  # which takes whatever is typed
            self.metavar = branches[0].metavar
        types = [each.json_types for each in branches]
        self.json_types = tuple({each for some in types for each in some}) if all(types) else ()
        self.meanings = {
            spelling: meaning for each in branches for spelling, meaning in each.meanings.items()
        }

    @property
    def allowed(self) -> str:  # type: ignore[override]
        phrases = [
            phrase
            for each in self.branches
            for phrase in (("a list of these",) if self.has_item(each) else phrases_of(each))
        ]
        said = dict.fromkeys(each.removesuffix(OR_VARIABLE) for each in phrases)
        variable = OR_VARIABLE if any(each.endswith(OR_VARIABLE) for each in phrases) else ""
        return joined([*said, variable.removeprefix(" or ")] if variable else list(said))

    def has_item(self, branch: Kind) -> bool:
        """Whether a branch is a list of the choices that another branch has."""
        item = getattr(branch, "item", None)
        choices = [each.spellings for each in self.branches if isinstance(each, Choice)]
        return isinstance(item, Choice) and item.spellings in choices

    @property
    def plural(self) -> str:  # type: ignore[override]
        named = [plural_of(each) for each in self.branches]
        return " or ".join(dict.fromkeys(named)) if all(named) else ""

    @property
    def annotation(self) -> str:
        return " | ".join(dict.fromkeys(each.annotation for each in self.branches))

    @property
    def main(self) -> "Field | None":  # type: ignore[override]
        """The member of one of its objects whose kind is a branch too."""
        members = (field for each in self.branches for field in each.fields)
        return next((field for field in members if field.kind in self.branches), None)

    @property
    def only_main(self) -> bool:  # type: ignore[override]
        return sum(len(each.fields) for each in self.branches) == 1

    def takes(self, value: object) -> bool:
        return any(each.takes(value) for each in self.branches)

    def from_texts(self, texts: "list[str]") -> object:
        """What the first branch makes of it that has nothing against it."""
        for branch in self.branches:
            if branch.takes_json or (len(texts) > 1 and not branch.repeatable):
                continue
            value = branch.from_texts(texts)
            if not list(branch.faults(value)):
                return value
        return texts[-1]

    def chosen(self, value: object) -> Kind:
        if value is EVERY:
            return self
        fitting = [each.chosen(value) for each in self.branches if each.takes(value)]
        if len(fitting) > 1 and isinstance(value, dict):
            return meant_by(value, fitting)
        for branch in fitting:
            if not branch.is_wrong(value):
                return branch
        return fitting[0] if len(fitting) == 1 and speaks_for_union(fitting[0], value) else self

    def faults(self, value: object) -> "Iterable[Finding]":
        """The finding for a value that none of the branches takes."""
        return (misfit(self, value),)

    def around(self, value: object) -> object:
        meant = (finding.suggestion for each in self.branches for finding in each.faults(value))
        better = (each for each in meant if each is not None and not is_same(each, value))
        return next(filter(self.allows, better), None)

    def allows(self, value: object) -> bool:
        """Whether one of the branches has nothing against the value itself."""
        fitting = (each.chosen(value) for each in self.branches if each.takes(value))
        return any(not each.is_wrong(value) for each in fitting)

    def parts(self, value: object) -> "Iterator[Part]":
        if value is EVERY:
            for index, branch in enumerate(self.branches):
                yield index, branch, EVERY


def phrases_of(branch: Kind) -> "tuple[str, ...]":
    """What is allowed in a branch: choices, and the shapes of JSON, are named one by one."""
    if isinstance(branch, Choice) and not branch.open:
        return tuple(map(repr, branch.spellings))
    if isinstance(branch, Json):
        return tuple(branch.allowed.split(" or "))
    return (branch.form if isinstance(branch, Formatted) else branch.allowed,)


def is_same(one: object, other: object) -> bool:
    """Whether two values are the same in JSON: 1 and true are not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def apart(branches: "tuple[Kind, ...]") -> "Iterator[Kind]":
    """The branches of a union, in which each object knows what only the others have."""
    objects = [each for each in branches if isinstance(each, Object)]
    for branch in branches:
        if not isinstance(branch, Object) or len(objects) < 2:
            yield branch
            continue
        yield branch.beside(other for other in objects if other is not branch)


def speaks_for_union(branch: Kind, value: object) -> bool:
    """Whether what is wrong with the value can be said without the other branches."""
    if branch.json_types and not isinstance(value, (str, int, float)):
        return True
    return all(each.code in ("empty", "range", "utf-8") for each in branch.faults(value))


def meant_by(value: "dict[str, object]", branches: "list[Kind]") -> Kind:
    """The branch that an object was meant for: the one with most in common with it."""

    def likeness(branch: Kind) -> "tuple[int, int, int]":
        if not isinstance(branch, Object):
            return 0, 0, 0
        equal = needed = 0
        for name, field in branch.telling.items():
            if name in value:
                needed += field.required
                equal += isinstance(field.kind, Constant) and value[name] == field.kind.value
        return equal, needed, len(branch.by_name.keys() & value.keys())

    objects = [each for each in branches if isinstance(each, Object)]
    if all(each.has_unknown(value) for each in objects):
        known = {name for each in objects for name in each.by_name}
        value = spelled_right(value, tuple(known))
    return max(branches, key=likeness)


def spelled_right(value: "dict[str, object]", known: "tuple[str, ...]") -> "dict[str, object]":
    """The object with the names that its own were probably meant to be, where they are unknown."""
    from swaigctl.findings.messages import nearest

    unknown = [name for name in value if isinstance(name, str) and name not in known]
    meant = {name: nearest(name, known) or name for name in unknown[:MOST_GUESSES]}
    return {**{meant[name]: value[name] for name in meant}, **value}
