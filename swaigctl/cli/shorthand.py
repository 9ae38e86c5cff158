"""Members of objects as a command line gives them one by one, the flag repeated.

| what is written | what it is |
|---|---|
| `name=Bob` | the text `Bob`; where the member is described, what its flag would make of it |
| `count:=3` | JSON; `:=@FILE` and `:=-` read it |
| `address.city=Bonn` | a member of a member |
| `a\\.b=1`, `a\\=b=1` | a dot and an equals sign that belong to the name |
"""

from swaigctl.findings import Finding, SwaigctlError
from swaigctl.formats import MAX_DEPTH
from swaigctl.formats.inputs import parsed
from swaigctl.model.kinds import Kind
from swaigctl.model.shapes import ANY_JSON, Json, ListOf, MapOf, Named, Object
from swaigctl.model.walk import TOO_DEEP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Path

ESCAPED = ("\\", ".", "=", ":", "{", "[", "@", '"')
"""What a backslash before it makes a part of a name."""


class Member:
    """One member, as it was written.

    Attributes:
        steps: the names that lead to it.
        text: what stands behind the equals sign.
        is_json: whether that is JSON.
    """

    __slots__ = ("is_json", "steps", "text")

    def __init__(self, steps: "Path", text: str, is_json: bool) -> None:
        self.steps = steps
        self.text = text
        self.is_json = is_json

    def but(self, *steps: "str | int") -> "Member":
        """The same text, for a member at another place."""
        return Member(steps, self.text, self.is_json)

    def value(self, kind: Kind) -> object:
        """What the text stands for, where this kind of value is expected.

        Raises:
            SwaigctlError: it is no JSON, and must be.
        """
        if self.is_json:
            return parsed(self.text)
        if takes_anything(kind):
            return self.text
        from swaigctl.cli.json_values import json_value

        return json_value(kind, [self.text])

    def reads_input(self, kind: Kind) -> bool:
        """Whether standard input is read for it, in an object of this kind."""
        if self.text != "-" or self.is_json:
            return self.text == "-"
        from swaigctl.cli.json_values import reads_input

        inner = kind_at(kind, nested(kind, self.steps))
        return reads_input(inner) and not takes_anything(inner)


def member_in(text: str) -> "Member | None":
    """The member that a text gives; None if no equals sign stands behind a name.

    Raises:
        SwaigctlError: a name is empty, or there are too many.
    """
    steps = [""]
    at = 0
    while at < len(text):
        character = text[at]
        if character == "\\" and text[at + 1 : at + 2] in ESCAPED:
            steps[-1] += text[at + 1]
            at += 2
            continue
        is_json = text[at : at + 2] == ":="
        if character == "=" or is_json:
            if not all(steps):
                sentence = "{value} has an empty name: if that is meant, write the object as JSON."
                raise SwaigctlError(Finding("empty", sentence, value=text))
            if len(steps) > MAX_DEPTH:
                raise SwaigctlError(TOO_DEEP)
            return Member(tuple(steps), text[at + 1 + is_json :], is_json)
        if character == ".":
            steps.append("")
        else:
            steps[-1] += character
        at += 1
    return None


def takes_anything(kind: Kind) -> bool:
    return isinstance(kind, Json) and not kind.json_types


def inside(kind: Kind, name: object) -> Kind:
    """What a member of this name is; any JSON, if nothing is known of it."""
    sample = {name: ""}
    for _, inner, _ in kind.chosen(sample).parts(sample):
        return inner.kind() if isinstance(inner, Named) else inner
    return ANY_JSON


def kind_at(kind: Kind, steps: "Path") -> Kind:
    """What is described at the end of these steps."""
    for step in steps:
        kind = inside(kind, step)
    return kind


def nested(kind: Kind, steps: "Path") -> "Path":
    """The steps to a member; in a map of what has no members, dots belong to the name."""
    inner = kind
    for depth, step in enumerate(steps[:-1]):
        outer = inner.chosen({step: ""})
        inner = inside(outer, step)
        if isinstance(outer, MapOf) and not inner.takes({}):
            return (*steps[:depth], ".".join(map(str, steps[depth:])))
    return steps


def with_members(kind: Kind, whole: object, members: "list[Member]") -> object:
    """An object with these members in it, which win over what it has.

    Raises:
        SwaigctlError: they exclude each other, or can't be read.
    """
    known: dict[Path, Member] = {}
    for member in members:
        steps = nested(kind, member.steps)
        if steps in known:
            sentence = "{quoted} is given twice: give each member once."
            raise SwaigctlError(Finding("twice", sentence, path=steps))
        known[steps] = member
    # In the order in which they were given; but what has members comes before these.
    inward = [steps[: depth + 1] for steps in known for depth in range(len(steps))]
    for steps in dict.fromkeys(each for each in inward if each in known):
        member = known[steps]
        try:
            value = member.value(kind_at(kind, steps))
        except SwaigctlError as error:
            raise SwaigctlError(error.finding.within(*steps)) from None
        put(whole, steps, value)
    return whole


def put(whole: object, steps: "Path", value: object) -> None:
    """Put a value where these steps lead, in an object that nobody else has.

    Raises:
        SwaigctlError: what should have this member is no object.
    """
    inner = whole
    for depth, step in enumerate(steps):
        if not isinstance(inner, dict):
            from swaigctl.findings.messages import path_text

            outer = repr(path_text(steps[:depth])) if depth else "the JSON beside it"
            sentence = "{quoted} can't go with {outer}, which is no object."
            raise SwaigctlError(
                Finding("exclusive", sentence, path=steps, details={"outer": outer})
            )
        if depth + 1 == len(steps):
            inner[step] = value
        else:
            inner = inner.setdefault(step, {})


def listed(kind: ListOf, entries: "list[object]") -> "list[object]":
    """A list of these entries, in which members stand for the items that they are about.

    A member is an item by itself, unless items have names: then it is written as in a map, and
    `lookup=false` is a member of the item `{"function": "lookup", "active": false}`.

    Raises:
        SwaigctlError: members exclude each other, or can't be read.
    """
    items = list(entries)
    about: dict[int, tuple[Path, list[Member]]] = {}
    places: dict[object, int] = {}
    for at, entry in enumerate(entries):
        if not isinstance(entry, Member):
            continue
        from swaigctl.model.conversions import labelled

        name, *rest = entry.steps
        found = [each for each in labelled(kind.item) if name not in each[0].by_name]
        if not found:
            about[at] = (), [entry]
            continue
        item, label = found[0]
        place = places.setdefault(name, at)
        if place == at:
            about[at] = (name,), [Member((label,), str(name), False)]
        about[place][1].append(entry.but(*(rest or [content_of(item, str(name), label)])))
    for at, (path, members) in about.items():
        try:
            items[at] = with_members(kind.item, {}, members)
        except SwaigctlError as error:
            raise SwaigctlError(error.finding.within(*path)) from None
    return [item for item in items if not isinstance(item, Member)]


def content_of(item: Object, name: str, label: str) -> str:
    """The member that stands beside the name of an item, where that is one value.

    Raises:
        SwaigctlError: there are several.
    """
    from swaigctl.model.conversions import CONTENTS

    content = next((each for each in CONTENTS if each in item.by_name), "")
    if content:
        return content
    others = [field for field in item.fields if field.name != label]
    needed = [field.name for field in others if field.required] or [field.name for field in others]
    sentence = "{quoted} has members: give each of them, such as {example}."
    details = {"example": f"'{name}.{needed[0]}=…'"}
    raise SwaigctlError(Finding("type", sentence, path=(name,), details=details))
