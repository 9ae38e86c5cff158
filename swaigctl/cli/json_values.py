"""What the texts of a flag stand for, where its value is more than a scalar.

| what is taken | how a command line gives it |
|---|---|
| a list of text | each text literally, the flag repeated |
| any other list | `[…]` is the whole list, anything else one item, the flag repeated |
| an object | `{…}`, `@FILE` or `-`, and members as `shorthand` has them, repeated |
| parameters as a whole | the same, and YAML with names and values |
| text or something else | JSON where it begins with `{` or `[`, else what a branch makes of it |
| any JSON | JSON text, `@FILE` or `-` |
"""

from swaigctl.findings import Finding, SwaigctlError, Typed
from swaigctl.model.forms import Lenient
from swaigctl.model.kinds import Kind, Spelled, Text
from swaigctl.model.shapes import Json, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from swaigctl.cli.shorthand import Member
    from swaigctl.model.shapes import Field

    Describing = Callable[[], Kind]


def json_value(kind: Kind, texts: "list[str]", described: "Describing | None" = None) -> object:
    """The value that a flag's texts stand for, unchecked.

    `described`: what says what the members are, where the flag has all parameters of something.

    Raises:
        SwaigctlError: a file or standard input can't be read, or what is there is no JSON or YAML.
    """
    kind = unwrapped(kind)
    if isinstance(kind, OneOf):
        return value_of_union(kind, texts)
    if isinstance(kind, ListOf):
        return list_in(kind, texts) if kind.takes_json else kind.from_texts(texts)
    if is_whole(kind):
        return object_in(kind, texts, described() if described else kind)
    if is_object(kind):
        return object_in(kind, texts, kind)
    if not kind.takes_json:
        return kind.from_texts(texts)
    takes_any = isinstance(kind, Json) and not kind.json_types
    return text_or_json(texts[-1]) if takes_any else parsed(texts[-1])


def parsed(text: str) -> object:
    """What `formats.inputs` reads in it; plain text in a union needs none of that."""
    from swaigctl.formats.inputs import parsed as read

    return read(text)


def unwrapped(kind: Kind) -> Kind:
    """The kind itself, where it goes by a name, or has more values than its documentation."""
    while isinstance(kind, (Named, Lenient)):
        kind = kind.kind() if isinstance(kind, Named) else kind.kind
    return kind


def is_object(kind: Kind) -> bool:
    """Whether its members can be given one by one."""
    return isinstance(kind, (Object, MapOf)) or (isinstance(kind, Json) and dict in kind.json_types)


def is_whole(kind: Kind) -> bool:
    """Whether it is all parameters of something, or the value that it has in their place."""
    return isinstance(kind, Json) and kind.is_whole


def is_json(text: str) -> bool:
    """Whether it can be nothing else: text or a name hardly begins so."""
    return text.lstrip()[:1] in ("{", "[") and bool(text.strip())


def is_source(text: str) -> bool:
    """Whether it stands for a file, or for standard input."""
    return text == "-" or text[:1] == "@"


def text_or_json(text: str) -> object:
    """JSON; where it is none, the text in quotes is suggested."""
    try:
        return parsed(text)
    except SwaigctlError as error:
        if is_json(text) or is_source(text) or error.finding.suggestion is not None:
            raise
        from swaigctl.formats.json import compact_json

        raise SwaigctlError(error.finding.but(suggestion=compact_json(text))) from None


def object_in(kind: Kind, texts: "list[str]", described: Kind) -> object:
    """An object of all texts: objects put together, in which the later wins, and members.

    Members win over the objects, wherever they stand; `described` says what they are. Where
    something else than an object is allowed, the last text counts.
    """
    from swaigctl.cli.shorthand import Member, with_members

    values: list[object] = []
    members: list[Member] = []
    for text in texts:
        entry = entry_in(kind, text)
        (members if isinstance(entry, Member) else values).append(entry)  # type: ignore[arg-type]
    others = [each for each in values if not isinstance(each, dict)]
    if others and not members:
        return values[-1] if kind.takes(others[0]) else others[0]
    whole: object = others[0] if others else {}
    for value in () if others else values:
        whole.update(value)  # type: ignore[attr-defined]
    return with_members(described, whole, members)


def entry_in(kind: Kind, text: str) -> object:
    """A value, or a member, that one text gives for an object.

    Raises:
        SwaigctlError: it can't be read, or is neither.
    """
    if is_json(text) or is_source(text) or (text[:1] == '"' and kind.takes(text)):
        return parsed(text)
    if is_whole(kind) and is_yaml(text):
        from swaigctl.formats.yaml import parsed_yaml

        return parsed_yaml(text)
    from swaigctl.cli.shorthand import member_in

    member = member_in(text)
    if member is not None:
        return member
    try:
        return parsed(text)
    except SwaigctlError as error:
        finding = error.finding
        if is_whole(kind):
            sentence = "{value} is neither JSON nor YAML with names and values: 'name: value'."
        else:
            sentence = f"{{value}} is neither JSON nor a member, such as {how_to(kind, text)}."
        suggestion = finding.suggestion or member_with(kind, text)
        raise SwaigctlError(Finding("json", sentence, value=text, suggestion=suggestion)) from None


def how_to(kind: Kind, text: str) -> str:
    """How a member would be written in place of this text, for an object of this kind."""
    if is_yaml(text):
        return "name=text or name:=JSON; YAML is read from files only"
    field = field_for(kind, text)
    return "name=text or name:=JSON" if field is None else f"{field.name}=text"


def member_with(kind: Kind, text: str) -> "str | None":
    """The text as the member that it is probably meant for, as a shell takes it."""
    field = field_for(kind, text)
    if field is None or len(text) >= MOST_SUGGESTED or is_yaml(text):
        return None
    from shlex import quote

    return Typed(quote(f"{field.name}={text}"))


MOST_SUGGESTED = 60
"""Characters of a text that a suggestion repeats."""


def field_for(kind: Kind, text: str) -> "Field | None":
    """The member that text alone may be meant for: the main one, or one that is required."""
    kind = unwrapped(kind)
    shapes = kind.branches if isinstance(kind, OneOf) else (kind,)
    fields = [field for each in map(unwrapped, shapes) for field in each.fields]
    main = [] if kind.main is None else [kind.main]
    needed = [*main, *(each for each in fields if each.required), *fields[:1]]
    return next((each for each in needed if not each.kind.is_wrong(text)), None)


def is_yaml(text: str) -> bool:
    """Whether a name with a colon behind it comes before any equals sign, or an item of a list."""
    head = text.partition("=")[0]
    return ": " in head or "\n" in head or text.endswith(":") or text.startswith("- ")


def list_in(kind: ListOf, texts: "list[str]") -> object:
    """A list of all texts: whole lists, and items."""
    from swaigctl.cli.shorthand import listed, member_in

    entries: list[object] = []
    for text in texts:
        if is_json(text) or is_source(text):
            value = parsed(text)
            if len(texts) == 1 and isinstance(value, dict) and is_map_of_items(kind, value):
                return value  # which is told as a whole
            entries += value if isinstance(value, list) else [value]
        else:
            member = member_in(text) if has_objects(kind.item) else None
            entries.append(json_value(kind.item, [text]) if member is None else member)
    return listed(kind, entries)


def is_map_of_items(kind: ListOf, value: "dict[str, object]") -> bool:
    """Whether an object is hardly one item of the list: that knows no name like its own."""
    item = unwrapped(kind.item)
    names = item.names if isinstance(item, Object) and not item.open else ()
    if not names or not value or any(name in names for name in value):
        return False
    from swaigctl.findings.messages import nearest

    return not any(nearest(name, names) for name in value)


def has_objects(kind: Kind) -> bool:
    """Whether a text with an equals sign gives a member, and is no text by itself."""
    kind = unwrapped(kind)
    if isinstance(kind, OneOf):
        return not takes_text(kind.branches) and any(map(has_objects, kind.branches))
    return kind.takes_json and kind.takes({})


def value_of_union(kind: OneOf, texts: "list[str]") -> object:
    """What the texts stand for, by how they begin, and by what there is to choose from."""
    branches = [unwrapped(each) for each in kind.branches]
    lists = [each for each in branches if isinstance(each, ListOf)]
    text = texts[-1]
    objects = any(map(is_object, branches))
    has_members = any(map(is_member, texts))
    if objects and has_objects(kind) and (has_members or (len(texts) > 1 and not lists)):
        return object_in(kind, texts, kind)
    is_item = is_json(text) and text.lstrip()[0] == "{" and not objects
    if lists and (len(texts) > 1 or is_item):
        return json_value(lists[0], texts)
    is_list = bool(lists) and text.lstrip()[:1] == "["
    if is_list or (is_json(text) and any(each.takes_json for each in branches)):
        return parsed(text)
    if takes_text(branches):
        return kind.from_texts(texts)
    if is_source(text):
        return parsed(text)
    if all(each.takes_json for each in branches):
        return json_value(branches[0], texts)
    return kind.from_texts(texts)


def is_member(text: str) -> bool:
    return not is_json(text) and not is_source(text) and "=" in text


def takes_text(branches: "Iterable[Kind]") -> bool:
    """Whether text that is no JSON may be meant as it is."""
    return any(isinstance(each, (Text, Spelled)) for each in branches)


def reads_input(kind: Kind) -> bool:
    """Whether `-` stands for standard input, and not for itself."""
    kind = unwrapped(kind)
    return kind.takes_json and not (isinstance(kind, OneOf) and takes_text(kind.branches))


def inputs_read(kind: Kind, texts: "list[str]") -> int:
    """How often a flag's texts ask for standard input."""
    if not reads_input(kind):
        return 0
    item = unwrapped(kind)
    item = item.item if isinstance(item, ListOf) else item
    read = 0
    for text in texts if adds_up(kind) else texts[-1:]:
        try:
            member = member_given(item, text)
        except SwaigctlError:  # which is said when the value is read
            continue
        read += text == "-" if member is None else member.reads_input(item)
    return read


def member_given(kind: Kind, text: str) -> "Member | None":
    """The member of an object of this kind that a text gives, if it gives one.

    Raises:
        SwaigctlError: its name is none.
    """
    if not (has_objects(kind) and is_member(text)):
        return None
    from swaigctl.cli.shorthand import member_in

    return member_in(text)


def adds_up(kind: Kind) -> bool:
    """Whether the texts of a repeated flag are put together; else the last one counts."""
    kind = unwrapped(kind)
    if isinstance(kind, OneOf):
        lists = any(isinstance(each, ListOf) for each in kind.branches)
        return lists or (not takes_text(kind.branches) and any(map(adds_up, kind.branches)))
    return kind.repeatable or is_object(kind) or is_whole(kind) or isinstance(kind, ListOf)
