"""What the texts of a flag stand for, where its value is more than a scalar.

| what is taken | how a command line gives it |
|---|---|
| a list of text | each text literally, the flag repeated |
| any other list | `[…]` is the whole list, anything else one item, the flag repeated |
| a map or a free object | `{…}`, `@FILE`, `-`, or `name=text` and `name:=JSON`, repeated |
| text or something else | JSON where it begins with `{` or `[`, else what a branch makes of it |
| any JSON | JSON text, `@FILE` or `-` |
"""

from swaigctl.findings import SwaigctlError
from swaigctl.formats.inputs import parsed
from swaigctl.model.kinds import Kind, Spelled, Text
from swaigctl.model.shapes import ANY_JSON, Json, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def json_value(kind: Kind, texts: "list[str]") -> object:
    """The value that a flag's texts stand for, unchecked.

    Raises:
        SwaigctlError: a file or standard input can't be read, or what is there is no JSON or YAML.
    """
    if isinstance(kind, Named):
        kind = kind.kind()
    if isinstance(kind, OneOf):
        return value_of_union(kind, texts)
    if isinstance(kind, ListOf):
        return list_in(kind, texts) if kind.takes_json else kind.from_texts(texts)
    if is_map(kind):
        return object_in(getattr(kind, "item", ANY_JSON), texts)
    if not kind.takes_json:
        return kind.from_texts(texts)
    takes_any = isinstance(kind, Json) and not kind.json_types
    return text_or_json(texts[-1]) if takes_any else parsed(texts[-1])


def is_map(kind: Kind) -> bool:
    """Whether it has names of one's own: a map, or a free object."""
    return isinstance(kind, MapOf) or (isinstance(kind, Json) and kind.json_types == (dict,))


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


def object_in(item: Kind, texts: "list[str]") -> object:
    """An object of all texts: JSON objects, and members as `name=text` and `name:=JSON`."""
    found: dict[str, object] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if is_json(text) or is_source(text) or not equals:
            whole = parsed(text)
            if not isinstance(whole, dict):
                return whole
            found.update(whole)
        else:
            name = name.removesuffix(":")
            is_json_text = text[len(name)] == ":"
            try:
                found[name] = parsed(value) if is_json_text else member_in(item, value)
            except SwaigctlError as error:
                raise SwaigctlError(error.finding.within(name)) from None
    return found


def member_in(item: Kind, text: str) -> object:
    """What the text of a member stands for: itself, where anything may stand there."""
    return text if item is ANY_JSON else json_value(item, [text])


def list_in(kind: ListOf, texts: "list[str]") -> object:
    """A list of all texts: whole lists, and items."""
    found: list[object] = []
    for text in texts:
        if is_json(text) or is_source(text):
            value = parsed(text)
            found += value if isinstance(value, list) else [value]
        else:
            found.append(json_value(kind.item, [text]))
    return found


def value_of_union(kind: OneOf, texts: "list[str]") -> object:
    """What the texts stand for, by how they begin, and by what there is to choose from."""
    branches = [each.kind() if isinstance(each, Named) else each for each in kind.branches]
    lists = [each for each in branches if isinstance(each, ListOf)]
    maps = [each for each in branches if is_map(each)]
    text = texts[-1]
    has_object = bool(maps) or any(isinstance(each, Object) for each in branches)
    is_item = is_json(text) and text.lstrip()[0] == "{" and not has_object
    if lists and (len(texts) > 1 or is_item):
        return json_value(lists[0], texts)
    is_list = bool(lists) and text.lstrip()[:1] == "["
    if is_list or (is_json(text) and any(each.takes_json for each in branches)):
        return parsed(text)
    if takes_text(branches):
        return kind.from_texts(texts)
    if is_source(text):
        return parsed(text)
    if maps and "=" in text:
        return json_value(maps[0], texts)
    if all(each.takes_json for each in branches):
        return json_value(branches[0], texts)
    return kind.from_texts(texts)


def takes_text(branches: "Iterable[Kind]") -> bool:
    """Whether text that is no JSON may be meant as it is."""
    return any(isinstance(each, (Text, Spelled)) for each in branches)


def reads_input(kind: Kind) -> bool:
    """Whether `-` stands for standard input, and not for itself."""
    if isinstance(kind, Named):
        kind = kind.kind()
    return kind.takes_json and not (isinstance(kind, OneOf) and takes_text(kind.branches))


def adds_up(kind: Kind) -> bool:
    """Whether the texts of a repeated flag are put together; else the last one counts."""
    if isinstance(kind, Named):
        kind = kind.kind()
    if isinstance(kind, OneOf):
        lists = any(isinstance(each, ListOf) for each in kind.branches)
        return lists or (not takes_text(kind.branches) and any(map(adds_up, kind.branches)))
    return kind.repeatable or is_map(kind) or isinstance(kind, ListOf)
