"""What keeps a text from being YAML, in words that say what to do.

PyYAML's two parsers stop at the same places, but say so in different words, and in those of who
writes parsers.
"""

import re
from typing import Any

from swaigctl.formats.json_faults import quoted, visible
from swaigctl.formats.json_scanner import Fault

VARIABLE = re.compile(r"[$%]\{[^{}\n]*\}")
"""Something that is put in place of a name in braces."""

WITH_TAB = re.compile(r"[ ]*(\t)")
"""The beginning of a line that is indented with a tab."""

NO_SPACE = re.compile(r"[ \t]*(?:-[ \t]+)*[A-Za-z_][\w.-]*(:)(?!//)[^\s:]")
"""A line that would be a name and a value, if there were a space behind the colon."""

COLON_IN_TEXT = re.compile(r"[ \t]*(?:-[ \t]+)*[^\s:'\"\[{#]+[ \t]*:[ \t]+[^\s'\"\[{|>#][^\n]*\Z")
"""What stands before a colon on its line, if there are a name, a colon and some text already."""

BEHIND_QUOTE = re.compile(r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*')[ \t]*\Z")
"""Text in quotes at the end of what stands before a place."""

COMMENT = re.compile(r"(?<=[\s])#[^\n]*")

LINES_BEFORE = 20
"""In which a `#` is looked for that takes away the rest of a list or an object."""

CLOSING = {"{": "}", "[": "]"}


def syntax_fault(text: str, index: int, error: Any) -> Fault:
    """What is wrong where a parser stopped; it may lie a little before that.

    Args:
        text: the text as the parser saw it.
        index: where it stopped.
        error: what the parser said.
    """
    problem = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "context_mark", None)
    begin = index if mark is None else min(mark.index, index)
    return (
        tab(text, index)
        or variable(text, index)
        or from_problem(problem, text, index, begin)
        or Fault(index, "this can't be read: look at quotes, brackets and indentation before it")
    )


def from_problem(problem: str, text: str, index: int, begin: int) -> Fault | None:
    """What is wrong, by what the parser expected; `begin` is where the thing it was in begins."""
    if "end of stream" in problem or "document separator" in problem:
        return Fault(begin, f"the {text[begin : begin + 1]} that opens text here is never closed")
    if "escape" in problem or "hexadecimal" in problem:
        at = text.rfind("\\", 0, index + 1)
        return Fault(
            max(at, begin), "a backslash in double quotes begins no such character: write \\\\"
        )
    if "cannot start any token" in problem or "alphabetic or numeric" in problem:
        return special(text, index)
    if "chomping" in problem or "comment or line break" in problem:
        return Fault(index, "text behind '|' or '>' begins on the next line")
    if "','" in problem or "node content" in problem:
        return in_brackets(problem, text, index, begin)
    if "mapping values" in problem:
        return colon(text, index)
    if "expected ':'" in problem:
        return missing_space(text, begin) or Fault(begin, "this line has no colon behind its name")
    if "document start" in problem or "directive" in problem:
        return Fault(index, "this belongs to nothing: the document has ended before it")
    if (
        "block" in problem
        or "expected key" in problem
        or "'-'" in problem
        or "not allowed" in problem
    ):
        return in_lines(text, index)
    return None


def line_of(text: str, index: int) -> tuple[int, int]:
    """Where the line of a place begins and ends."""
    end = text.find("\n", index)
    return text.rfind("\n", 0, index) + 1, len(text) if end < 0 else end


def tab(text: str, index: int) -> Fault | None:
    begin, end = line_of(text, index)
    found = WITH_TAB.match(text, begin, end)
    if found is None and text[index : index + 1] != "\t":
        return None
    at = found.start(1) if found and found.start(1) <= index else index
    if text[at : at + 1] != "\t":
        return None
    return Fault(at, "a tab: YAML indents with spaces")


def variable(text: str, index: int) -> Fault | None:
    """A variable without quotes where its brace is taken for that of an object."""
    for at in (index, index - 1):
        if at >= 0 and (found := VARIABLE.match(text, at)):
            return Fault(at, f'{quoted(found[0])} needs quotes here: "{visible(found[0])}"')
    return None


def special(text: str, index: int) -> Fault:
    """A character that begins something else than text."""
    at = index - 1 if text[index - 1 : index] in ("*", "&") else index
    mark = text[at : at + 1]
    return Fault(at, f"text that begins with {mark!r} needs quotes")


def in_brackets(problem: str, text: str, index: int, begin: int) -> Fault | None:
    """Inside of an object or a list in brackets, or where one ends that is none."""
    if at := hiding_comment(text, index):
        return Fault(at, "'#' begins a comment here, and takes the rest of the line away: quote it")
    token = text[index : index + 1]
    opened = text[begin : begin + 1]
    if opened in CLOSING and begin < index:
        is_later = "\n" in text[begin:index]
        if is_later or index >= len(text.rstrip()):
            return Fault(
                begin, f"the {opened!r} here is never closed: {CLOSING[opened]!r} is missing"
            )
        return Fault(index, f"a comma or {CLOSING[opened]!r} is missing before this")
    if index >= len(text.rstrip()):
        at = max(text.rfind("{"), text.rfind("["))
        if at >= 0:
            mark = text[at]
            return Fault(at, f"the {mark!r} here is never closed: {CLOSING[mark]!r} is missing")
    if token in ("}", "]", ","):
        return Fault(index, f"{token!r} stands where a value must: if it is text, it needs quotes")
    return Fault(index, f"{token!r} can't stand here, inside of brackets") if token else None


def hiding_comment(text: str, index: int) -> int:
    """Where a comment begins that hides how a list or an object in brackets goes on; 0 if none."""
    before = text[:index].split("\n")[-LINES_BEFORE:]
    at = index - len("\n".join(before))
    for line in before:
        for found in COMMENT.finditer(line):
            start = line[: found.start()]
            is_open = sum(map(start.count, "{[")) > sum(map(start.count, "}]"))
            in_quotes = start.count('"') % 2 or start.count("'") % 2
            if is_open and not in_quotes and any(each in found[0] for each in "}]"):
                return at + found.start()
        at += len(line) + 1
    return 0


def colon(text: str, index: int) -> Fault:
    """A colon that no name stands before."""
    begin, _ = line_of(text, index)
    before = text[begin:index]
    if COLON_IN_TEXT.match(before):
        return Fault(index, "text with ': ' in it needs quotes")
    if fault := missing_space(text, begin - 1) if begin else None:
        return fault
    if begin:
        return Fault(
            index,
            "this is indented below a line that can have nothing inside: indent it less",
        )
    return Fault(index, "this colon has no name before it: text with ': ' in it needs quotes")


def missing_space(text: str, index: int) -> Fault | None:
    """A colon on the line of a place that has no space behind it."""
    found = NO_SPACE.match(text, *line_of(text, index))
    if found is None:
        return None
    return Fault(found.start(1), "a space is missing behind this colon")


def in_lines(text: str, index: int) -> Fault:
    """Between lines that are indented, or behind what ends on its line."""
    begin, _ = line_of(text, index)
    before = text[begin:index]
    token = text[index : index + 1]
    if BEHIND_QUOTE.search(before):
        sentence = (
            "the text ends at the quote before this: put all of it in quotes of the other kind"
        )
        return Fault(index, sentence)
    if token in ("}", "]"):
        return Fault(index, f"{token!r} closes nothing: take it out")
    if not before.strip(" -"):
        return Fault(index, "this line is indented like none of those that it could belong to")
    return Fault(index, f"{token!r} can't stand here: if it is text, put all of it in quotes")
