"""Comments in YAML that say which findings don't count: `# swaigctl: ignore[code, code] reason`.

At the end of a line it holds for what is found on that line, where a key, a value or both are, and
in the step (or other item of a list) that begins there. On a line of its own it holds for the next
line that is no comment, and for all that is inside of what begins there. Each code has to be named,
and has to be found: otherwise the comment itself gets a finding.

In a text or a block that only looks like a comment nothing is said, nor in JSON, which has none.
"""

import re
from bisect import bisect_right

from swaigctl.catalog.program.codes import faults_of_code
from swaigctl.check.texts import YAML
from swaigctl.check.validation import Verdict, order
from swaigctl.findings import WARNING, Finding, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.check.texts import Read
    from swaigctl.formats.places import Lines

COMMENT = re.compile(
    r"#[ \t]*swaigctl(?::[ \t]*(?:ignore[ \t]*\[([^\]\n]*)\]|([^\s\[#]*))"
    r"|[ \t]+(ignore[ \t]*\[[^\]\n]*\]))"
)
"""The codes of a comment, the word that stands in place of `ignore[…]`, or that without a colon
before it."""

CODE = re.compile(r"[^\s,]+")

NO_COMMENT = re.compile(r"[ \t]*[^\s#]")
"""The beginning of a line that has more than a comment."""

FORM = "'# swaigctl: ignore[code] reason'"


class Ignored:
    """A code that a comment says doesn't count, and the place of that in the text."""

    __slots__ = ("begin", "code", "end", "is_used")

    def __init__(self, code: str, begin: int, end: int) -> None:
        self.code = code
        self.begin = begin
        self.end = end
        self.is_used = False


class Comment:
    """What a comment says doesn't count, and where."""

    __slots__ = ("codes", "is_alone", "line")

    def __init__(self, codes: "list[Ignored]", line: int, is_alone: bool) -> None:
        self.codes = codes
        self.line = line
        """The line that it holds for."""
        self.is_alone = is_alone
        """Whether it is on a line of its own."""


class Comments:
    """The comments of a text that are about findings."""

    def __init__(self, comments: "list[Comment]") -> None:
        self.by_line: dict[int, list[Comment]] = {}
        for comment in comments:
            self.by_line.setdefault(comment.line, []).append(comment)

    def ignore(self, finding: Finding, read: "Read") -> bool:
        """Whether one of them holds for a finding; all that do are of use."""
        here, around, items = lines_of(finding, read)
        found = [
            each
            for line in here | around
            for comment in self.by_line.get(line, ())
            if line in here or comment.is_alone or line in items
            for each in comment.codes
            if each.code == finding.code
        ]
        for each in found:
            each.is_used = True
        return bool(found)


def lines_of(finding: Finding, read: "Read") -> "tuple[set[int], set[int], set[int]]":
    """The lines that a finding is on, those on which what it is inside of begins, and of these
    those of items of lists."""
    spots = read.places.spots(finding.path)
    line_at = read.places.lines.position
    key, value, inside, _, end = spots[-1]
    here = {finding.position[0]} if finding.position else set()
    if len(spots) > len(finding.path):
        if key is not None:
            here.add(line_at(key).line)
        if inside is None:
            here |= {line_at(value).line, line_at(max(value, end - 1)).line}
    keys = {line_at(key).line for key, *_ in spots[1:] if key is not None}
    items = {line_at(value).line for key, value, *_ in spots[1:] if key is None}
    return here, keys | items, items


def without_ignored(verdicts: "list[Verdict]", file: str) -> "list[Verdict]":
    """The verdicts of a text without what its comments say doesn't count, and with what is wrong
    with those; `file` is its name."""
    reads = [verdict.read for verdict in verdicts if verdict.read.fault is None]
    if not reads or reads[0].language != YAML:
        return verdicts
    text, lines = reads[0].text, reads[0].places.lines
    every, wrong = comments_in(text, lines)
    comments = Comments(every)
    left = [
        Verdict(
            verdict.kind,
            [
                finding
                for finding in verdict.findings
                if verdict.read.fault is not None or not comments.ignore(finding, verdict.read)
            ],
            verdict.read,
        )
        for verdict in verdicts
    ]
    found = wrong + [finding for comment in every for finding in unused(comment)]
    begins = [read.places.root[1] for read in reads]
    is_whole = len(reads) == len(verdicts)
    for at, finding, (begin, end) in found:
        if not is_whole and begin > reads[-1].places.root[4]:
            continue  # in what can't be read
        index = max(0, bisect_right(begins, lines.starts[at - 1]) - 1)
        read = reads[index]
        placed = finding.but(
            file=file,
            document=read.number,
            position=lines.position(begin),
            end=lines.position(end),
        )
        left[index].findings = sorted([*left[index].findings, placed], key=order)
    return left


Wrong = tuple[int, Finding, tuple[int, int]]
"""A finding about a comment: the line that it holds for, and where in the text it is."""


def unused(comment: Comment) -> "Iterator[Wrong]":
    """A finding for each code that is not found where the comment holds."""
    for each in comment.codes:
        if not each.is_used:
            sentence = "nothing here has the code {value}: take it out of the comment."
            finding = Finding("unused-ignore", sentence, severity=WARNING, value=each.code)
            yield comment.line, finding, (each.begin, each.end)


def comments_in(text: str, lines: "Lines") -> "tuple[list[Comment], list[Wrong]]":
    """The comments of a text that are about findings, and what is wrong with them."""
    comments: list[Comment] = []
    wrong: list[Wrong] = []
    texts = spans_of_texts(text)
    begins = [begin for begin, _ in texts]
    for found in COMMENT.finditer(text):
        index = bisect_right(begins, found.start()) - 1
        if index >= 0 and found.start() < texts[index][1]:
            continue
        line = lines.position(found.start()).line
        is_alone = NO_COMMENT.match(text, lines.starts[line - 1]) is None
        if is_alone:
            line = next_line(text, lines, line)
        codes, faults = codes_in(found)
        comments.append(Comment(codes, line, is_alone))
        wrong += [(line, fault, span) for fault, span in faults]
    return comments, wrong


def next_line(text: str, lines: "Lines", line: int) -> int:
    """The next line that has more than a comment; the last one, if none has."""
    for number in range(line + 1, len(lines.starts) + 1):
        if NO_COMMENT.match(text, lines.starts[number - 1]):
            return number
    return len(lines.starts)


def codes_in(
    found: "re.Match[str]",
) -> "tuple[list[Ignored], list[tuple[Finding, tuple[int, int]]]]":
    """The codes of a comment, and what is wrong with it."""
    codes: list[Ignored] = []
    faults: list[tuple[Finding, tuple[int, int]]] = []
    inside, word, without_colon = found.groups()
    for code in CODE.finditer(found.string, *found.span(1)) if inside else ():
        wrong = list(faults_of_code(code[0]))
        faults += [
            (each.but(code="invalid-ignore", severity=WARNING), code.span()) for each in wrong
        ]
        if not wrong:
            codes.append(Ignored(code[0], *code.span()))
    if without_colon:
        sentence = f"a colon is missing behind 'swaigctl': write {FORM}."
        faults.append((Finding("invalid-ignore", sentence, severity=WARNING), found.span()))
    elif not codes and not faults and (word is None or is_like_ignore(word)):
        sentence = f"a comment that ignores findings names their codes: write {FORM}."
        finding = Finding("invalid-ignore", sentence, severity=WARNING)
        faults.append((finding, found.span()))
    return codes, faults


def is_like_ignore(word: str) -> bool:
    """Whether a word may be meant for `ignore[…]`, and not for a sentence about the program."""
    from swaigctl.findings.messages import nearest

    return nearest(word, ("ignore", "disable", "noqa")) is not None


def spans_of_texts(text: str) -> "list[tuple[int, int]]":
    """Where in YAML scalars begin and end, as far as it can be read: what is there is no comment.

    A block begins behind the line of its `|` or `>`, where there may be a comment.
    """
    from yaml import ScalarEvent

    from swaigctl.formats.yaml import Reader

    reader = Reader(text, "")
    spans: list[tuple[int, int]] = []
    try:
        for event in reader.events(reader.with_stand_ins()):
            kind: type = type(event)
            if kind is ScalarEvent:
                begin: int = event.start_mark.index
                if event.style in ("|", ">"):
                    begin = text.find("\n", begin) + 1 or len(text)
                spans.append((begin, event.end_mark.index))
    except SwaigctlError:  # a later document can't be read
        pass
    return spans
