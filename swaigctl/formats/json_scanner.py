"""Where keys and values stand in JSON, and what in it is no JSON to us.

`json` reads values faster than anybody else, but says of a name that stands twice, or of NaN, only
that there is one.
"""

import re
from typing import Any, NamedTuple

from swaigctl.formats import MAX_DEPTH
from swaigctl.formats.places import Lines, Places, Spot

TOKEN = re.compile(
    r'[ \t\r\n]*+(?:([\[\]{},:])|("[^"\\]*+(?:\\.[^"\\]*+)*")|([^\s\[\]{},:"]++))', re.DOTALL
)
"""White space, then punctuation, text, or what is a number or a word."""


class Fault(NamedTuple):
    """What is wrong, and where."""

    at: int
    reason: str
    is_whole: bool = False
    """Whether the reason is all there is to say: not that the text is not valid."""


def json_places(text: str) -> Places:
    """The places in a text that is JSON."""
    return Places(Lines(text), scanned(text)[0])


def first_fault(text: str) -> Fault | None:
    """What a reader of JSON doesn't mind, and we do."""
    return scanned(text)[1]


def scanned(text: str) -> tuple[Spot, Fault | None]:
    """The spots of a text, and its first fault, which ends them; so does what is no JSON at all."""
    from json import loads

    start = len(text) - len(text.lstrip())
    root: Spot = (None, start, None, start, start)
    stack: list[Open] = []
    end = 0
    while found := TOKEN.match(text, end):
        mark, quoted, plain = found.groups()
        index, end = found.start(found.lastindex or 0), found.end()
        if mark and mark in "[{":
            if len(stack) > MAX_DEPTH:
                return root, Fault(index, f"it nests deeper than {MAX_DEPTH} levels")
            stack.append(Open({} if mark == "{" else [], index))
            continue
        if mark:
            if mark in ",:" or not stack:
                continue
            done = stack.pop()
            value, inside = done.index, done.spots
        elif plain and (reason := number_fault(plain)):
            return root, Fault(index, reason)
        else:
            value, inside = index, None
        if not stack:
            root = (None, value, inside, value, end)
            continue
        top = stack[-1]
        if isinstance(top.spots, list):
            top.spots.append((None, value, inside, value, end))
        elif top.name is None:
            if not quoted:
                break
            try:
                name = loads(quoted) if "\\" in quoted else quoted[1:-1]
            except ValueError:
                break
            if name in top.spots:
                return root, Fault(index, f"the name {name!r} stands twice in one object", True)
            top.name, top.key, top.key_end = name, index, end
        else:
            top.spots[top.name] = (top.key, value, inside, top.key_end, end)
            top.name = None
    return root, None


class Open:
    """An object or a list whose end has not come yet."""

    __slots__ = ("index", "key", "key_end", "name", "spots")

    def __init__(self, spots: Any, index: int) -> None:
        self.spots = spots
        """What is known of what is inside."""
        self.index = index
        """Where it begins."""
        self.name: str | None = None
        """The name whose value comes next, and where that stands."""
        self.key = 0
        self.key_end = 0


def number_fault(text: str) -> str | None:
    """What is wrong with a number, if it looks like one."""
    if text in ("NaN", "Infinity", "-Infinity"):
        return f"{text} is no JSON number"
    if not (text[0] == "-" or text[0].isdigit()):
        return None
    try:
        value = int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        # Of `int` it can only be the limit on digits, of `float` that it is no number at all.
        return "a number has too many digits" if text.lstrip("-").isdigit() else None
    return f"{text} is more than a number can be" if value - value != 0 else None
