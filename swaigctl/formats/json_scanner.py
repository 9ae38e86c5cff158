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


def json_places(text: str) -> Places:
    """The places in a text that is JSON."""
    return Places(Lines(text), scanned(text)[0])


def first_fault(text: str) -> Fault | None:
    """What a reader of JSON doesn't mind, and we do."""
    return scanned(text)[1]


def scanned(text: str) -> tuple[Spot, Fault | None]:
    """The spots of a text, and its first fault, which ends them; so does what is no JSON at all."""
    from json import loads

    root: Any = None
    stack: list[list[Any]] = []  # of what is open: its spots, the next name, and where that stands
    end = 0
    start = len(text) - len(text.lstrip())
    while found := TOKEN.match(text, end):
        mark, quoted, plain = found.groups()
        index, end = found.start(found.lastindex or 0), found.end()
        inside: Any = None
        if mark:
            if mark in "]}" and stack:
                stack.pop()
            if mark not in "[{":
                continue
            if len(stack) > MAX_DEPTH:
                return (None, start, None), Fault(index, f"it nests deeper than {MAX_DEPTH} levels")
            inside = {} if mark == "{" else []
        elif plain and (reason := number_fault(plain)):
            return root or (None, start, None), Fault(index, reason)
        if not stack:
            root = (None, index, inside)
        elif isinstance(stack[-1][0], list):
            stack[-1][0].append((None, index, inside))
        elif stack[-1][1] is None:
            if not quoted:
                break
            try:
                name = loads(quoted) if "\\" in quoted else quoted[1:-1]
            except ValueError:
                break
            if name in stack[-1][0]:
                return root, Fault(index, f"{name!r} stands twice in one object")
            stack[-1][1:] = name, index
        else:
            spots, name, key = stack[-1]
            spots[name] = (key, index, inside)
            stack[-1][1] = None
        if inside is not None:
            stack.append([inside, None, 0])
    return root or (None, start, None), None


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
