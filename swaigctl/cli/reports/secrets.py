"""Where in a text there are values that nobody should read in a log: passwords, tokens, `auth`."""

import re
from bisect import bisect_right

from swaigctl.findings.messages import LOGIN_IN_URL, is_secret, is_secret_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.check.texts import Read
    from swaigctl.findings import Step
    from swaigctl.formats.places import Spot

    Span = tuple[int, int]

MASK = "***"
"""Stands for such a value."""

WORDS = ("auth", "pass", "token", "secret", "cookie", "api", "://")
"""One of them is in the name of each such value, or in itself."""

IN_BROKEN_TEXT = re.compile(
    r"""
    (?<![\w.-])
    (?: [\w.-]*(?:password|token|secret|api[-_]?key)
    | (?:proxy-)?authorization | auth | cookie | pass )
    ["']? \s* [:=]
    (?: [ \t]* (?: [|>][^\n]* )? \n (?P<indent>[ \t]+) (?!["'{\[]) | \s* )
    (?P<value>
        (?(indent) [^\n]* (?: \n(?P=indent)[^\n]* )*
        | (?: " (?: [^"\\] | \\. )* "? | ' [^']* '? | \{ [^{}]* \}? | \[ [^\[\]]* \]? | [^\n,}\]]+ )
        )
    )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""A name and its value in a text that can't be read, where only the looks of it tell. It rather
takes too much for the value than too little."""


class Secrets:
    """Where they are in one document's text, in order, without overlaps."""

    def __init__(self, read: "Read") -> None:
        self.text = read.text
        self.spans: list[Span] = []
        for begin, end in sorted(set(spans_in(read))):
            if self.spans and begin < self.spans[-1][1]:
                self.spans[-1] = self.spans[-1][0], max(end, self.spans[-1][1])
            elif begin < end:
                self.spans.append((begin, end))

    def within(self, begin: int, end: int) -> "Iterator[Span]":
        """The parts of this piece of the text that are secret."""
        first = max(0, bisect_right(self.spans, (begin, len(self.text))) - 1)
        for index in range(first, len(self.spans)):
            since, until = self.spans[index]
            if since >= end:
                break
            if until > begin:
                yield max(since, begin), min(until, end)

    def shows_in(self, text: str) -> bool:
        """Whether one of them stands in another text; a letter or two tell nothing."""
        values = (self.text[begin:end].strip("\"'\n ") for begin, end in self.spans)
        return any(len(value) > 2 and value in text for value in values)


def spans_in(read: "Read") -> "Iterator[Span]":
    text = read.text
    folded = text.lower()
    if "\\" not in text and not any(word in folded for word in WORDS):
        return
    for login in re.finditer(LOGIN_IN_URL, text):
        yield login.end(1), login.end()
    if read.fault is None:
        yield from spans_of(read.places.root, text)
        return
    for found in IN_BROKEN_TEXT.finditer(text):
        yield found.span("value")


def spans_of(root: "Spot", text: str) -> "Iterator[Span]":
    """Where secret values begin and end; what aliases in YAML stand for counts too."""
    seen = set()
    waiting: list[tuple[Spot, bool]] = [(root, False)]
    while waiting:
        (_, begin, inside, _, end), hidden = waiting.pop()
        if hidden:
            yield begin, end
            if text[begin : begin + 1] == "*":
                yield from anchored(text, text[begin + 1 : end])
        if not inside or (id(inside), hidden) in seen:
            continue
        seen.add((id(inside), hidden))
        members = inside.items() if isinstance(inside, dict) else enumerate(inside)
        secret = isinstance(inside, dict) and is_header(inside, text)
        waiting += [
            (spot, hidden or is_secret((step,)) or (secret and step == "value"))
            for step, spot in members
        ]


def is_header(inside: "dict[Step, Spot]", text: str) -> bool:
    """Whether it is the name and the value of an HTTP header that is secret."""
    if "name" not in inside or "value" not in inside:
        return False
    _, begin, _, _, end = inside["name"]
    return is_secret_name(text[begin:end].strip("\"' "))


def anchored(text: str, name: str) -> "Iterator[Span]":
    """The lines' ends behind an anchor of YAML of this name, where a value begins there."""
    for found in re.finditer(rf"&{re.escape(name)}[ \t]+([^\n]+)", text):
        yield found.span(1)
