"""YAML as version 1.2 reads it (the core schema).

PyYAML only takes the text apart: under its own schema, that of 1.1, `no` is a boolean, `017` is 15
and `12:30` is 750, and what it makes of merge keys depends on its version. Here values are made of
its events, one after the other, so that limits hold while a text is read and every value's place
is known.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    YAMLError,
    parse,
)

from swaigctl.findings import SwaigctlError
from swaigctl.findings.messages import listed, shown
from swaigctl.formats import MAX_DEPTH, MAX_NODES
from swaigctl.formats.faults import unparsable
from swaigctl.formats.json import compact_json
from swaigctl.formats.places import Lines, Places, Spot
from swaigctl.formats.values import has_too_many_digits, is_unicode

try:
    from yaml import CSafeLoader as LOADER
except ImportError:  # PyYAML was installed without libyaml
    from yaml import SafeLoader as LOADER  # type: ignore[assignment]


class Document(NamedTuple):
    """One document of a stream."""

    value: object
    places: Places
    names: dict[int, float]
    """What names that are no text stand for, by where they begin: those that were read as text."""


def parsed_yaml(text: str, source: str = "") -> object:
    """The value of a text of one document.

    Raises:
        SwaigctlError: it is not one document of YAML with text for names and none twice.
    """
    return yaml_document(text, source).value


def yaml_document(text: str, source: str = "") -> Document:
    """The one document of a text, with the places in it.

    Raises:
        SwaigctlError: it is not one document of YAML with text for names and none twice.
    """
    (found,) = Reader(text, source).documents(single=True)
    return found


def yaml_documents(text: str, source: str = "", names_as_text: bool = False) -> Iterator[Document]:
    """The documents of a stream, one after the other.

    Args:
        text: the stream.
        source: its name, if it has one.
        names_as_text: whether a name that is a number or a boolean is taken for its text as it
            stands, and kept in the document's `names`; else it is refused.

    Raises:
        SwaigctlError: what comes next is no YAML with text for names and none twice.
    """
    return Reader(text, source, names_as_text).documents()


STRANGE = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|(?m:^\ufeff)|(?<=\r)\ufeff"
)
"""What can't stand in a text: control characters, halves of surrogate pairs, what is no character,
and a byte order mark that begins a line, which libyaml skips and PyYAML does not."""

LINE_ENDS_OF_1_1 = "\x85\u2028\u2029"
"""Characters that end a line under YAML 1.1, and so for PyYAML. Under 1.2 they are text."""

STAND_INS = range(0x10FFFD, 0x10F000, -1)
"""Code points for private use, of which three take the places of those while PyYAML reads."""

IGNORED = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
"""White space and comments."""

CLOSING = (",", "}", "]")
"""What ends a value in flow style."""

TOO_LARGE = re.compile(r"\\U(?!000|0010)")
"""The beginning of an escape sequence for a code point beyond the last one."""

# https://yaml.org/spec/1.2.2/#103-core-schema
CONSTANTS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{
        sign + word: float(f"{sign}inf")
        for sign in ("", "+", "-")
        for word in (".inf", ".Inf", ".INF")
    },
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
NUMBER = re.compile(
    r"([-+]?[0-9]+)|0o([0-7]+)|0x([0-9a-fA-F]+)"
    r"|([-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
FIRST = frozenset("~nNtTfF-+.0123456789")
"""What begins anything but text."""

TAG = "tag:yaml.org,2002:"
TYPES: dict[str, tuple[type, ...]] = {
    "bool": (bool,),
    "float": (float, int),
    "int": (int,),
    "null": (type(None),),
}
"""What the tags of scalars stand for, beside `!!str`."""


class TooManyDigits(ValueError):
    """A number that Python won't write in decimal."""


def resolved(text: str) -> object:
    """What a plain scalar stands for.

    Raises:
        TooManyDigits: it is such a number.
    """
    if text and text[0] not in FIRST:
        return text
    if text in CONSTANTS:
        return CONSTANTS[text]
    found = NUMBER.fullmatch(text)
    if not found:
        return text
    if found.lastindex == 4:
        return float(text)
    try:
        value = int(found[found.lastindex or 0], (10, 8, 16)[(found.lastindex or 1) - 1])
    except ValueError:
        raise TooManyDigits from None
    if has_too_many_digits(value):
        raise TooManyDigits
    return NumberWithPlus(value) if text[0] == "+" else value


class NumberWithPlus(int):
    """A number with a plus before it, which is lost where text was meant: a phone number."""

    __slots__ = ()

    @property
    def as_written(self) -> str:
        return f"+{int(self)}"


class Open:
    """A mapping or a sequence whose end has not come yet, with the spots in it."""

    __slots__ = (
        "anchor",
        "before",
        "height",
        "index",
        "items",
        "key",
        "key_end",
        "merged",
        "name",
        "spots",
    )

    def __init__(self, items: Any, event: Any, before: int) -> None:
        self.items = items
        self.spots: Any = type(items)()
        self.index: int = event.start_mark.index
        self.anchor: str | None = event.anchor
        self.before = before
        """How many values came before it."""
        self.height = 0
        """How many levels there are inside."""
        self.name: object = None
        """The name whose value comes next."""
        self.key = 0
        """Where that name stands."""
        self.key_end = 0
        """Where it ends."""
        self.merged: list[tuple[dict[str, object], dict[str, Spot]]] | None = None
        """The mappings to merge, if there is such a name."""

    def close(self) -> None:
        """Merge what is to be merged: own names count most, then those of the first mapping."""
        if self.merged:
            items: dict[str, object] = {}
            spots: dict[str, Spot] = {}
            for mapping, its_spots in self.merged:
                for name, value in mapping.items():
                    if name not in items:
                        items[name] = value
                        spots[name] = its_spots[name]
            self.items = {**items, **self.items}
            self.spots = {**spots, **self.spots}


class Anchored(NamedTuple):
    """What an anchor names."""

    value: object
    spots: Any
    size: int
    height: int


MERGE = object()
"""Stands for the name `<<`."""

NO_CHARACTER = "an escape sequence stands for no character"
TOO_DEEP = f"it nests deeper than {MAX_DEPTH} levels"


class Reader:
    """Values and their spots from the text of a stream."""

    def __init__(self, text: str, source: str, names_as_text: bool = False) -> None:
        self.text = text.removeprefix("\ufeff")
        self.source = source
        self.names_as_text = names_as_text
        self.names: dict[int, float] = {}
        """What the names stand for that were read as text though they are none."""
        self.lines = Lines(self.text)
        self.anchors: dict[str, Anchored | None] = {}
        """What each of them names; None while that is still open."""
        self.originals: dict[int, str] = {}
        """The characters that were replaced, by what stands in for them."""
        self.has_escapes = "\\" in text

    def refused(
        self, reason: str, index: int | None = None, is_whole: bool = False
    ) -> SwaigctlError:
        """`is_whole`: whether the reason is all there is to say: not that the text is not valid."""
        return unparsable("YAML", reason, self.source, self.text, index, is_whole)

    def documents(self, single: bool = False) -> Iterator[Document]:
        """The documents, or one and no other."""
        strange = STRANGE.search(self.text)
        if strange:
            what = f"the character U+{ord(strange[0]):04X} can't stand here"
            raise self.refused(what, strange.start())
        events = self.events(self.with_stand_ins())
        found = False
        event: Any
        for event in events:
            kind: type = type(event)
            if kind is DocumentStartEvent:
                index = event.start_mark.index
                if found and single:
                    raise self.refused("a second document begins here, and only one may", index)
                version = event.version
                if version and tuple(version) > (1, 2):
                    sentence = f"version {version[0]}.{version[1]} of YAML is not known"
                    raise self.refused(sentence, index)
                found = True
                yield self.document(events)
        if single and not found:
            raise self.refused("it is empty")

    def with_stand_ins(self) -> str:
        """The text as PyYAML may see it; indices are the same."""
        text = self.text
        if text.isascii() or not any(each in text for each in LINE_ENDS_OF_1_1):
            return text
        capitals = text.upper()  # no escape sequence may give what stands in for something else
        free = (code for code in STAND_INS if chr(code) not in text and f"{code:X}" not in capitals)
        self.originals = dict(zip(free, LINE_ENDS_OF_1_1, strict=False))
        return text.translate({ord(each): code for code, each in self.originals.items()})

    def events(self, text: str) -> Iterator[Any]:
        """The text taken apart."""
        event: Any = None
        try:
            for event in parse(text, Loader=LOADER):
                yield event
        except YAMLError as fault:
            from swaigctl.formats.yaml_faults import syntax_fault

            mark: Any = getattr(fault, "problem_mark", None)
            index = len(text) if mark is None else min(mark.index, len(text))
            found = syntax_fault(text, index, fault)
            raise self.refused(found.reason, found.at) from None
        except (ValueError, OverflowError):
            # Of `chr`: only the parser in C knows which code point is the last.
            last = event.end_mark.index if event else 0
            large = TOO_LARGE.search(text, last)
            raise self.refused(NO_CHARACTER, large.start() if large else last) from None

    def document(self, events: Iterator[Any]) -> Document:
        """The document that has just begun."""
        self.anchors = {}
        self.names = {}
        root: object = None
        root_spot: Spot = (None, 0, None, 0, 0)
        stack: list[Open] = []
        count = 0
        for event in events:
            kind = type(event)
            spots: Any = None
            size = 1
            height = 0
            if kind is ScalarEvent:
                index: int = event.start_mark.index
                end: int = event.end_mark.index
                if end == index:
                    index = end = self.before_what_follows(index)
                value = self.scalar(event, index)
                if event.anchor is not None:
                    self.name(event.anchor, index)
                    self.anchors[event.anchor] = Anchored(value, None, 1, 0)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                index = event.start_mark.index
                count += 1
                if len(stack) > MAX_DEPTH:
                    raise self.refused(TOO_DEEP, index)
                self.check_tag(event, index)
                if event.anchor is not None:
                    self.name(event.anchor, index)
                stack.append(Open({} if kind is MappingStartEvent else [], event, count - 1))
                continue
            elif kind is AliasEvent:
                index = event.start_mark.index
                value, spots, size, height = self.anchored(event.anchor, index)
            elif kind is DocumentEndEvent:
                break
            else:  # the end of a mapping or a sequence
                done = stack.pop()
                done.close()
                value, spots, index, height = done.items, done.spots, done.index, done.height
                size = 0  # counted already
                if done.anchor is not None:
                    self.anchors[done.anchor] = Anchored(value, spots, count - done.before, height)
            if len(stack) + height > MAX_DEPTH:
                raise self.refused(TOO_DEEP, index)
            if kind is not ScalarEvent:
                end = event.end_mark.index
            if not stack:
                root = value
                root_spot = (None, index, spots, index, end)
                continue
            top = stack[-1]
            if top.name is None and type(top.items) is dict:
                plain = kind is ScalarEvent and event.tag is None and event.implicit[0]
                name = MERGE if plain and value == "<<" else value
                if self.names_as_text and isinstance(name, (int, float)):
                    self.names[index] = name
                    name = event.value if kind is ScalarEvent else compact_json(name)
                self.begin_member(top, name, index, end)
                continue
            count += size
            if count > MAX_NODES:
                raise self.refused(f"it has more than {MAX_NODES:,} values inside", index)
            top.height = max(top.height, height + 1)
            if type(top.items) is list:
                top.items.append(value)
                top.spots.append((None, index, spots, index, end))
            elif top.name is MERGE:
                self.merge(top, value, spots, index)
                top.name = None
            else:
                top.items[top.name] = value
                top.spots[top.name] = (top.key, index, spots, top.key_end, end)
                top.name = None
        return Document(root, Places(self.lines, root_spot), self.names)

    def before_what_follows(self, index: int) -> int:
        """Where nothing stands in a flow mapping, as libyaml has it: PyYAML says behind the colon.

        In block style both say that.
        """
        behind = IGNORED.match(self.text, index)
        end = behind.end() if behind else index
        return end if self.text[end : end + 1] in CLOSING else index

    def scalar(self, event: Any, index: int) -> object:
        text: str = event.value
        if not text.isascii():
            if self.originals:
                text = text.translate(self.originals)
            if self.has_escapes and not is_unicode(text):
                raise self.refused(NO_CHARACTER, index)
        tag = event.tag
        try:
            if tag is None:
                return resolved(text) if event.implicit[0] else text
            name = tag.removeprefix(TAG)
            if tag in ("!", f"{TAG}str"):
                return text
            if name == tag or name not in TYPES:
                raise self.wrong_tag(tag, ("str", *TYPES), index)
            value = resolved(text)
        except TooManyDigits:
            raise self.refused("a number has too many digits", index) from None
        # `True` is an `int` for Python.
        if type(value) not in TYPES[name]:
            raise self.refused(f"{shown(text)} is no value for '!!{name}'", index)
        return float(value) if name == "float" else value  # type: ignore[arg-type]

    def check_tag(self, event: Any, index: int) -> None:
        """Refuse a mapping or a sequence that is to be something else."""
        name = "map" if type(event) is MappingStartEvent else "seq"
        if event.tag not in (None, "!", TAG + name):
            raise self.wrong_tag(event.tag, (name,), index)

    def wrong_tag(self, tag: str, names: tuple[str, ...], index: int) -> SwaigctlError:
        short = f"!!{tag.removeprefix(TAG)}" if tag.startswith(TAG) else tag
        allowed = listed(tuple(f"!!{name}" for name in sorted(names)))
        return self.refused(f"the tag {shown(short)} is not allowed here, only {allowed}", index)

    def name(self, anchor: str, index: int) -> None:
        """Take an anchor's name, for what begins here."""
        if anchor in self.anchors:
            raise self.refused(f"the anchor {shown(anchor)} stands twice", index)
        self.anchors[anchor] = None

    def anchored(self, anchor: str, index: int) -> Anchored:
        """What an alias stands for."""
        if anchor not in self.anchors:
            raise self.refused(f"there is no anchor {shown(anchor)} before this alias", index)
        known = self.anchors[anchor]
        if known is None:
            raise self.refused(f"the alias {shown(anchor)} stands inside of what it names", index)
        return known

    def begin_member(self, top: Open, name: object, index: int, end: int) -> None:
        """A name in a mapping, whose value comes next."""
        if name is MERGE:
            if top.merged is not None:
                raise self.refused("the name '<<' stands twice in one object", index, True)
            top.merged = []
        elif not isinstance(name, str):
            what = f"the name {shown(name)} is not text: write it in quotes"
            if isinstance(name, (dict, list)):
                what = (
                    "an object or a list stands where a name must: if it is text, it needs quotes"
                )
            raise self.refused(what, index)
        elif name in top.items:
            raise self.refused(f"the name {shown(name)} stands twice in one object", index, True)
        top.name = name
        top.key = index
        top.key_end = end

    def merge(self, top: Open, value: object, spots: Any, index: int) -> None:
        """The value of a merge key: a mapping, or a list of them."""
        assert top.merged is not None
        if not isinstance(value, list):
            value, spots = [value], [(None, index, spots, index, index)]
        for mapping, (_, place, its_spots, _, _) in zip(value, spots, strict=True):
            if not isinstance(mapping, dict):
                raise self.refused("'<<' takes a mapping, or a list of mappings", place)
            top.merged.append((mapping, its_spots))
