"""What keeps a text from being JSON, in words that say what to do.

Python's own reader says where it stopped, in words that differ from version to version.
"""

import re

from swaigctl.findings.messages import cut
from swaigctl.formats.json_scanner import Fault
from swaigctl.formats.places import Lines

TOKEN = re.compile(
    r"""
    [ \t\r\n]*+
    (?: (?P<mark>[\[\]{},:])
      | (?P<text>"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+")
      | (?P<word>[^\W\d][\w$.]*+|[$%]\{[^{}\x00-\x1f]*+\}|[$@%][\w$.]*+)
      | (?P<number>[-+.]?[0-9][\w.+-]*+|-[A-Za-z]\w*+)
      | (?P<other>.)
    )
    """,
    re.VERBOSE | re.DOTALL,
)

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")

CONSTANTS = {"true": "true", "false": "false", "null": "null", "none": "null", "nil": "null"}
"""How JSON writes what other languages write like this, or in other letters."""

NO_NUMBERS = ("NaN", "Infinity", "-Infinity")

CURLY = "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
"""Quotes that word processors write."""

BREAKS_TEXT = re.compile(
    r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+'
)
"""What can be read of a text whose end can't."""

CLOSING = {"{": "}", "[": "]"}

VALUE, NAME, COLON, COMMA, END = "a value", "a name", "a colon", "a comma", "nothing"
"""What must come next."""


def syntax_fault(text: str) -> Fault | None:
    """The first thing that is no JSON, and how it would be; None if all of it is."""
    return Scan(text).first_fault()


def visible(token: str) -> str:
    """A token as a message shows it: cut short, and without characters that control terminals."""
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in cut(token, 40))


def quoted(token: str) -> str:
    """The same in single quotes, so that nobody reads it as a word of the sentence."""
    return f"'{visible(token)}'"


class Scan:
    """One way through a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[int] = []
        """Where the objects and lists begin whose end has not come yet."""
        self.comma: int | None = None
        """Where the comma is that was the last token, if one was."""
        self.name = ""
        """The name that was read last, with its quotes."""
        self.end = 0

    def first_fault(self) -> Fault | None:
        """Go through the text, as far as it is JSON."""
        due = VALUE
        while found := TOKEN.match(self.text, self.end):
            index = found.start(found.lastgroup or 0)
            token = found[found.lastgroup or 0]
            begins = (token in ("{", "[")) or found.lastgroup != "mark"
            if due == END:
                return self.behind_the_end(index, token)
            if token in ("}", "]") and self.may_close(due):
                fault = self.closed(index, token)
                due = COMMA if self.open else END
            elif due == COMMA and token == ",":
                fault = None
                due = NAME if self.in_object() else VALUE
            elif due == COMMA:
                fault = self.without_comma(index, token, found.lastgroup or "", begins)
            elif due == COLON:
                fault = None if token == ":" else self.without_colon(index, token)
                due = VALUE
            elif due == NAME:
                fault = None if found.lastgroup == "text" else self.no_name(index, found)
                self.name = token
                due = COLON
            else:
                fault = self.no_value(index, found)
                if token in CLOSING:
                    self.open.append(index)
                    due = NAME if token == "{" else VALUE
                else:
                    due = COMMA if self.open else END
            if fault is not None:
                return fault
            self.comma = index if token == "," else None
            self.end = found.end()
        return None if due == END else self.cut_off(due)

    def in_object(self) -> bool:
        return bool(self.open) and self.text[self.open[-1]] == "{"

    def may_close(self, due: str) -> bool:
        """Whether an end may come here: behind a value, or where nothing has come yet."""
        if not self.open:
            return False
        is_empty = self.end == self.open[-1] + 1
        return due == COMMA or (is_empty and due in (NAME, VALUE)) or self.comma is not None

    def closed(self, index: int, token: str) -> Fault | None:
        if self.comma is not None:
            return Fault(
                self.comma, f"nothing stands between this comma and the {token!r}: take it out"
            )
        begin = self.open[-1]
        mark = self.text[begin]
        if token != CLOSING[mark]:
            return Fault(
                index,
                f"{token!r} stands here, but what is open is the {mark!r} of "
                f"{self.place(begin)}: close that with {CLOSING[mark]!r} first",
            )
        self.open.pop()
        return None

    def place(self, index: int) -> str:
        line, column = Lines(self.text).position(index)
        return f"line {line}, column {column}" if "\n" in self.text else f"column {column}"

    def cut_off(self, due: str) -> Fault:
        """The text ends too early: at its last character that is no white space."""
        at = len(self.text.rstrip())
        if not self.open:
            return Fault(at, f"the text ends where {due} must stand")
        begin = self.open[-1]
        what = f"the text ends, and the {self.text[begin]!r} of {self.place(begin)} is still open"
        if (
            self.comma is not None
            or due not in (COMMA, NAME, VALUE)
            or not self.ends_with_value(due)
        ):
            return Fault(at, f"{what}: the rest of it is missing")
        ends = "".join(CLOSING[self.text[each]] for each in reversed(self.open))
        return Fault(at, f"{what}: write {cut(ends, 20)!r} at the end")

    def ends_with_value(self, due: str) -> bool:
        return due == COMMA or self.end == self.open[-1] + 1

    def behind_the_end(self, index: int, token: str) -> Fault:
        if token in ("}", "]"):
            return Fault(index, f"{token!r} closes nothing: take it out")
        if fault := self.comment(index):
            return fault
        return Fault(index, "the document ends before this: take out what stands behind its end")

    def comment(self, index: int) -> Fault | None:
        if self.text.startswith(("//", "/*", "#"), index):
            return Fault(index, "JSON has no comments: take this one out")
        return None

    def without_comma(self, index: int, token: str, group: str, begins: bool) -> Fault:
        """Something else than a comma or an end, behind a value."""
        if fault := self.comment(index):
            return fault
        if self.end == index and self.text[index - 1] == '"' and group in ("word", "number"):
            sentence = (
                'the text ends at the quote before this: a quote inside of text is written \\"'
            )
            return Fault(index, sentence)
        if token == ";":
            return Fault(index, "';' stands in place of ','")
        if token == ":" and not self.in_object():
            return Fault(index, "':' stands in a list: names and values need braces, '{' and '}'")
        if not begins:
            return Fault(index, f"{token!r} can't stand here: a comma must, or the end")
        if token in CURLY:
            return self.no_quote(index, token) or Fault(index, "a comma is missing before this")
        return Fault(index, f"a comma is missing before {visible(token)}")

    def without_colon(self, index: int, token: str) -> Fault:
        if token == "=":
            return Fault(index, "'=' stands in place of ':'")
        return Fault(index, f"a colon is missing behind the name {visible(self.name)}")

    def no_quote(self, index: int, token: str) -> Fault | None:
        """What stands in place of a double quote, if it is a quote."""
        if token == "'":
            return Fault(index, "text stands in double quotes, not in single ones")
        if token in CURLY:
            return Fault(index, f'{token} is a curly quote: JSON takes only straight ones, "')
        if token == "`":
            return Fault(index, "text stands in double quotes, not between backticks")
        return None

    def no_name(self, index: int, found: re.Match[str]) -> Fault:
        """Something else than a name in quotes."""
        token = found[found.lastgroup or 0]
        if fault := self.no_quote(index, token) or self.comment(index):
            return fault
        if token == "," and self.comma is not None:
            return Fault(index, "a comma stands here twice: take one out")
        if found.lastgroup in ("word", "number"):
            return Fault(index, f'the name {quoted(token)} needs quotes: "{visible(token)}"')
        if token == '"':
            return self.open_text(index)
        return Fault(index, f"a name in double quotes must stand here, not {token!r}")

    def no_value(self, index: int, found: re.Match[str]) -> Fault | None:
        """What is wrong with what stands where a value must; None if it is one, or begins one."""
        token = found[found.lastgroup or 0]
        if found.lastgroup == "text" or token in CLOSING:
            return None
        if token == "," and self.comma is not None:
            return Fault(index, "a comma stands here twice: take one out")
        if found.lastgroup == "mark":
            return Fault(index, f"a value is missing before {token!r}")
        if token in NO_NUMBERS:
            return Fault(index, f"{quoted(token)} is no JSON number")
        if found.lastgroup == "number":
            if NUMBER.fullmatch(token):
                return None
            return Fault(
                index, f"{quoted(token)} is not how JSON writes a number, nor text in quotes"
            )
        if found.lastgroup == "word":
            return self.no_constant(index, token)
        if token == '"':
            return self.open_text(index)
        if fault := self.no_quote(index, token) or self.comment(index):
            return fault
        return Fault(index, f"{token!r} begins no value: text stands in double quotes")

    def no_constant(self, index: int, token: str) -> Fault | None:
        written = CONSTANTS.get(token.lower())
        if token == written:
            return None
        if written:
            return Fault(index, f"JSON writes {quoted(token)} as {quoted(written)}")
        if token == "undefined":
            return Fault(index, "JSON has no undefined: write null, or leave the member out")
        return Fault(index, f'{quoted(token)} needs quotes, if it is text: "{visible(token)}"')

    def open_text(self, index: int) -> Fault:
        """What is wrong in the text in quotes that begins here."""
        found = BREAKS_TEXT.match(self.text, index)
        end = found.end() if found else index + 1
        rest = self.text[end : end + 2]
        if not rest or rest[0] in "\r\n":
            return Fault(
                index,
                'the text that begins here has no " at its end on this line; a line break inside '
                "of it is written \\n",
            )
        if rest[0] == "\t":
            return Fault(end, "a tab stands in text: write \\t")
        if rest[0] != "\\":
            return Fault(end, f"the character U+{ord(rest[0]):04X} can't stand in text as it is")
        if rest == "\\u":
            return Fault(end, "\\u is followed by four digits, of 0-9 and a-f")
        return Fault(end, "a backslash begins no such character: a backslash is written \\\\")
