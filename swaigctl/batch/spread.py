"""Documents over several lines, at the beginning of a stream whose requests are one line each.

Somebody who gives a file of readable JSON, or of YAML, is told so once, and not of each of its
lines. What is kept meanwhile is limited: a stream has no end.
"""

import re
from typing import TYPE_CHECKING

from swaigctl.findings import Finding, literal

if TYPE_CHECKING:
    from swaigctl.batch.stream import Listener

TOKENS = re.compile(
    rb'[ \t\r]*("[^"\\\0-\x1f]*+(?:\\.[^"\\\0-\x1f]*+)*"|[{}\[\],:]|[^\s{}\[\],:"]++)[ \t\r]*'
)
WORD = re.compile(rb"true|false|null|-?[0-9][0-9.eE+-]*")

YAML_BEGINS = re.compile(rb"""(---|-[ ]|-$|\#|%YAML|[\w."'-]+[ ]*:([ \t\r]|$))""")
"""How a text in YAML begins that has more lines than one."""

YAML_NAME = re.compile(rb"""[ \t-]*[\w."'-]+[ ]*:([ \t\r]|$)""")

MOST_BYTES = 1 << 16
"""So many bytes of a document are kept."""

DEEPEST = 200
"""So many levels a document may have; the reader of JSON takes no more either."""


class Scan:
    """Whether lines are the beginning of one JSON object or list, line by line."""

    def __init__(self) -> None:
        self.open: list[bytes] = []
        """What has begun and not ended, from the outside in."""
        self.before = b""
        """What the last token was: one of `{[,:`, `k` for a name, `v` for the end of a value."""

    def takes(self, line: bytes) -> bool:
        """Whether a line can go on here; if it can't, nothing more is to be asked."""
        at = 0
        line = line.strip()
        while at < len(line):
            token = TOKENS.match(line, at)
            if token is None or not self.takes_token(token[1]):
                return False
            at = token.end()
        return True

    def takes_token(self, token: bytes) -> bool:
        around = self.open[-1] if self.open else b""
        if not around and self.before:
            return False  # it has ended
        if token in (b"}", b"]"):
            if around + token not in (b"{}", b"[]") or self.before not in (around, b"v", b","):
                return False
            self.open.pop()
            self.before = b"v"
        elif token == b",":
            return self.goes_on(token, self.before == b"v")
        elif token == b":":
            return self.goes_on(token, self.before == b"k")
        elif around == b"{" and self.before != b":":
            return self.goes_on(b"k", token[:1] == b'"' and self.before in (b"{", b","))
        elif self.before not in (b"", b":", b"[") and not (around == b"[" and self.before == b","):
            return False
        elif token in (b"{", b"["):
            if len(self.open) == DEEPEST:
                return False
            self.open.append(token)
            self.before = token
        else:
            is_value = token[:1] == b'"' or WORD.fullmatch(token) is not None
            return self.goes_on(b"v", is_value and bool(around))
        return True

    def goes_on(self, token: bytes, is_right: bool) -> bool:
        self.before = token
        return is_right


def is_whole(line: bytes) -> bool:
    """Whether a line is an object with members by itself: a request rather than a part of one."""
    scan = Scan()
    return line.lstrip()[:1] == b"{" and b":" in line and scan.takes(line) and not scan.open


YAML_SENTENCE = (
    "this is YAML, but a batch has one request on each line, in JSON, such as "
    "{\"action\": \"hangup\"}. 'swaigctl fixtures' reads plans in YAML, and 'swaigctl validate' "
    "reads finished responses and documents."
)


class SpreadDocuments:
    """Takes documents over several lines from the beginning of a stream.

    Attributes:
        is_waiting: whether the next lines may belong to such a document.
    """

    def __init__(self, listener: "Listener") -> None:
        self.listener = listener
        self.is_waiting = True
        self.is_yaml = False
        """Whether what has begun can be YAML: then no line of the stream is a request."""
        self.scan = Scan()
        self.kept: list[bytes] = []
        self.size = 0
        self.first = self.last = 0
        """The numbers of the first and the last line of the document."""

    def others(self, lines: list[bytes], number: int) -> tuple[list[bytes], int]:
        """The lines that belong to no such document, and how many lines are before them."""
        for index, line in enumerate(lines):
            if self.is_yaml:
                if is_whole(line):
                    before, number = self.ended()
                    return before + lines[index:], number
                self.keep(line)
            elif self.first:
                if not self.scan.takes(line):
                    before, number = self.ended()
                    return before + lines[index:], number
                self.keep(line)
                if not self.scan.open:
                    self.tell()
            elif line.strip():
                self.is_yaml = YAML_BEGINS.match(line) is not None
                begins = self.is_yaml or (self.scan.takes(line) and self.scan.open)
                if not begins:
                    self.is_waiting = False
                    return lines[index:], number
                self.first = number + 1
                self.last = number
                self.keep(line)
            number += 1
        return [], number

    def keep(self, line: bytes) -> None:
        self.last += 1
        self.size += len(line) + 1
        if self.size <= MOST_BYTES:
            self.kept.append(line)

    def ended(self) -> tuple[list[bytes], int]:
        """What was kept where no document goes on, and how many lines are before it.

        One line by itself is just a wrong one, and so are a few that don't go together.
        """
        self.is_waiting = False
        if not self.first:
            return [], self.last
        if self.size > MOST_BYTES:
            last = self.last
            self.tell()
            return [], last
        return self.kept, self.first - 1

    def finished(self) -> tuple[list[bytes], int]:
        """The same at the end of the stream, where what was kept may be the whole of it."""
        is_one = self.last > self.first and not any(map(is_whole, self.kept))
        if self.is_yaml:
            is_one = is_one and any(map(YAML_NAME.match, self.kept))
        if self.first and is_one:
            last = self.last
            self.tell()
            self.last = last
        return self.ended()

    def tell(self) -> None:
        """Say that the lines so far are one document."""
        sentence = YAML_SENTENCE if self.is_yaml else self.sentence_of_json()
        from swaigctl.batch.stream import CutLine

        text = b"\n".join(self.kept)
        given = CutLine(text) if self.size > MOST_BYTES else text
        self.listener.refused(self.first, given, (Finding("json", literal(sentence)),))
        self.scan = Scan()
        self.kept, self.size, self.first = [], 0, 0

    def sentence_of_json(self) -> str:
        is_list = self.kept[0].lstrip()[:1] == b"["
        way = "'jq -c .' writes it on one line"
        if is_list:
            way = "'jq -c \".[]\"' writes each of its items on one line"
        return (
            f"one JSON document begins here and goes on to line {self.last}, but each request "
            f"must be on one line: {way}."
        )
