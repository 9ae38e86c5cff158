"""Where keys and values stand in TOML: `tomllib` has no positions."""

import re
from contextlib import suppress
from typing import Any

from swaigctl.formats import MAX_DEPTH
from swaigctl.formats.places import Lines, Places, Spot

# Only single characters are repeated possessively: before 3.11.5, `re` misreads a group that is.
BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*")
"""White space, line ends and comments."""

SPACE = re.compile(r"[ \t]*+")
KEY = re.compile(r'"((?:[^"\\\n]++|\\.)*)"|' r"'([^'\n]*+)'|([A-Za-z0-9_-]++)")
TEXT = re.compile(
    r'"""[^"\\]*+(?:(?:\\.|"{1,2}+(?!"))[^"\\]*+)*"{3,5}'
    r"|'''[^']*+(?:'{1,2}+(?!')[^']*+)*'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
OTHER = re.compile(r"[^,\]}#\r\n]++")
"""A number, a boolean, a date or a time, perhaps with spaces behind it."""


class Stopped(Exception):
    """The text can't be followed any further."""

    def __init__(self, index: int, reason: str = "") -> None:
        super().__init__(index, reason)
        self.index = index
        self.reason = reason


def toml_places(text: str) -> Places:
    """The places in a text that is TOML."""
    scanner = Scanner(text)
    with suppress(Stopped):
        scanner.scan()
    return Places(Lines(text), scanner.root)


def first_fault(text: str) -> "tuple[int, str] | None":
    """What is wrong in a text though its grammar is right: where, and what."""
    try:
        Scanner(text).scan()
    except Stopped as stopped:
        return (stopped.index, stopped.reason) if stopped.reason else None
    return None


class Scanner:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        """How far it is read."""
        self.skip(BLANK)
        self.root: Spot = spot(None, self.end, {})

    def skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.end)
        assert found
        self.end = found.end()

    def takes(self, mark: str) -> bool:
        """Whether this comes next; if so it is read."""
        if not self.text.startswith(mark, self.end):
            return False
        self.end += len(mark)
        return True

    def expect(self, mark: str) -> None:
        if not self.takes(mark):
            raise Stopped(self.end)

    def scan(self) -> None:
        """Find all spots.

        Raises:
            Stopped: the text has an end before its end.
        """
        table = self.root[2]
        self.skip(BLANK)
        while self.end < len(self.text):
            start = self.end
            if self.takes("[["):
                table = self.next_item(start)
                self.expect("]]")
            elif self.takes("["):
                table = self.table(start)
                self.expect("]")
            else:
                self.member(table, 0)
            self.skip(BLANK)

    def table(self, start: int) -> dict[str, Spot]:
        """The table that a header opens."""
        *outer, (name, index) = self.key()
        spots = self.inside(self.root[2], outer, start)
        known = spots.get(name)
        if known is None or not isinstance(known[2], list):
            spots[name] = spot(index, start, (known and known[2]) or {})
        return self.inside(spots, [(name, index)], start)

    def next_item(self, start: int) -> dict[str, Spot]:
        """The table that a header adds to a list of tables."""
        *outer, (name, index) = self.key()
        spots = self.inside(self.root[2], outer, start)
        items = spots.setdefault(name, spot(index, start, []))[2]
        if not isinstance(items, list):
            raise Stopped(start)
        item: dict[str, Spot] = {}
        items.append(spot(None, start, item))
        return item

    def inside(
        self, spots: dict[str, Spot], names: list[tuple[str, int]], start: int | None = None
    ) -> dict[str, Spot]:
        """The table that these names lead to; what is not there yet begins at `start`."""
        for name, index in names:
            inner: Any = spots.setdefault(name, spot(index, index if start is None else start, {}))[
                2
            ]
            if isinstance(inner, list) and inner:  # the last of a list of tables
                inner = inner[-1][2]
            if not isinstance(inner, dict):
                raise Stopped(index)
            spots = inner
        return spots

    def key(self) -> list[tuple[str, int]]:
        """The names of a key with dots in it, and where each of them stands."""
        names = []
        while True:
            self.skip(SPACE)
            found = KEY.match(self.text, self.end)
            if not found:
                raise Stopped(self.end)
            double, single, bare = found.groups()
            if double is not None:
                name = double if "\\" not in double else text_of(found[0], self.end)
            else:
                name = bare if single is None else single
            names.append((name, self.end))
            self.end = found.end()
            self.skip(SPACE)
            if not self.takes("."):
                return names

    def member(self, spots: dict[str, Spot], depth: int) -> None:
        """A key with its value."""
        *outer, (name, index) = self.key()
        self.expect("=")
        self.skip(SPACE)
        start = self.end
        self.inside(spots, outer)[name] = spot(index, start, self.value(depth + 1))

    def value(self, depth: int) -> Any:
        """What a value has inside, once it is read."""
        if depth > MAX_DEPTH:
            raise Stopped(self.end, f"it nests deeper than {MAX_DEPTH} levels")
        if self.takes("["):
            return self.array(depth)
        if self.takes("{"):
            return self.inline_table(depth)
        found = TEXT.match(self.text, self.end) or OTHER.match(self.text, self.end)
        if not found:
            raise Stopped(self.end)
        if found.re is OTHER and has_too_many_digits(found[0].strip()):
            raise Stopped(self.end, "a number has too many digits")
        self.end = found.end()
        return None

    def array(self, depth: int) -> list[Spot]:
        items: list[Spot] = []
        self.skip(BLANK)
        while not self.takes("]"):
            start = self.end
            items.append(spot(None, start, self.value(depth + 1)))
            self.skip(BLANK)
            if not self.takes(","):
                self.expect("]")
                break
            self.skip(BLANK)
        return items

    def inline_table(self, depth: int) -> dict[str, Spot]:
        # With line ends and a comma at the end, as TOML 1.1 has it; an older reader has refused it.
        spots: dict[str, Spot] = {}
        self.skip(BLANK)
        while not self.takes("}"):
            self.member(spots, depth)
            self.skip(BLANK)
            if not self.takes(","):
                self.expect("}")
                break
            self.skip(BLANK)
        return spots


def spot(key: int | None, value: int, inside: Any) -> Spot:
    """A spot whose ends nobody has looked for."""
    return key, value, inside, value if key is None else key, value


def text_of(quoted: str, index: int) -> str:
    """The name that stands in quotes."""
    from tomllib import TOMLDecodeError, loads

    try:
        return str(loads(f"name = {quoted}")["name"])
    except TOMLDecodeError:
        raise Stopped(index) from None


def has_too_many_digits(number: str) -> bool:
    """Whether Python won't read it, or won't write it in decimal."""
    if len(number) < 500:
        return False
    try:
        repr(int(number, 0))
    except ValueError:
        return number.lstrip("+-").replace("_", "").isalnum()
    return False
