"""A stream of lines, answered in order as they come in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from swaigctl.batch.lines import NOT_QUICK, Answers
from swaigctl.batch.spread import SpreadDocuments
from swaigctl.catalog.program.tools import MOST_MEBIBYTES
from swaigctl.findings import Finding, Refused

if TYPE_CHECKING:
    from swaigctl.build.calls import Options

BOM = b"\xef\xbb\xbf"

LONGEST_LINE = MOST_MEBIBYTES << 20

LONGEST_SHOWN = 1000
"""So many bytes are kept of a line that is too long."""


class CutLine(bytes):
    """The beginning of a line that is too long."""


class Listener(Protocol):
    """Gets what comes out, in the order of the lines."""

    def written(self, text: str) -> None:
        """Answers, each with its line end."""

    def warned(self, number: int, cautions: "list[Finding]") -> None:
        """The line of this number was answered, but there is something to warn of."""

    def refused(self, number: int, line: bytes, findings: "tuple[Finding, ...]") -> None:
        """The line of this number was not answered; if it is too long, it is a `CutLine`."""


def answer_stream(
    chunks: Iterable[bytes], options: "Options", strict: bool, listener: Listener
) -> None:
    """Answer the lines in `chunks`, each as soon as it is there.

    Args:
        chunks: the stream, cut anywhere.
        options: `form` and `as` of what is written.
        strict: refuse what draws a warning.
        listener: gets what comes out; what it raises ends the stream.
    """
    answers = Answers(options, strict)
    number = 0
    spread = SpreadDocuments(listener)
    for lines in whole_lines(chunks):
        if isinstance(lines, CutLine):
            if spread.is_waiting:
                before, number = spread.ended()
                number = answer_lines(before, number, answers, listener)
            number += 1
            sentence = f"it is longer than {MOST_MEBIBYTES} MiB."
            listener.refused(number, lines, (Finding("too-long", sentence),))
        else:
            if spread.is_waiting:
                lines, number = spread.others(lines, number)
            number = answer_lines(lines, number, answers, listener)
    if spread.is_waiting:
        answer_lines(*spread.finished(), answers, listener)


def whole_lines(
    chunks: Iterable[bytes], longest: int = LONGEST_LINE
) -> Iterator[list[bytes] | CutLine]:
    """The lines that each chunk completes, without their ends; the last one may have none.

    One of more than `longest` bytes comes by itself, cut, once it has ended.
    """
    begun = bytearray()  # in one piece: each chunk may have very little of a long line
    cut: CutLine | None = None
    first = True
    for chunk in chunks:
        head, end, tail = chunk.rpartition(b"\n")
        if end:
            lines = b"".join((begun, head)).split(b"\n")
            long = len(begun) + len(head) > longest
            begun = bytearray()
            if first:
                lines[0] = lines[0].removeprefix(BOM)
                first = False
            if cut is not None:
                yield cut
                cut = None
                del lines[0]  # the rest of it
            if long:
                yield from long_ones_cut(lines, longest)
            else:
                yield lines
        if cut is None:
            begun += tail
            if len(begun) > longest:
                cut = CutLine(begun[:LONGEST_SHOWN])
                begun = bytearray()
    if cut is not None:
        yield cut
    elif begun:
        yield [bytes(begun).removeprefix(BOM) if first else bytes(begun)]


def long_ones_cut(lines: list[bytes], longest: int) -> Iterator[list[bytes] | CutLine]:
    """The lines, those that are too long by themselves."""
    begin = 0
    for place, line in enumerate(lines):
        if len(line) > longest:
            yield lines[begin:place]
            yield CutLine(line[:LONGEST_SHOWN])
            begin = place + 1
    yield lines[begin:]


def answer_lines(lines: list[bytes], number: int, answers: Answers, listener: Listener) -> int:
    """Answer some lines, of which the first comes after `number` others; the number of the last."""
    written: list[str] = []
    add = written.append
    quick = answers.quick
    try:
        for line in lines:
            number += 1
            try:
                add(quick(line))
                continue
            except NOT_QUICK:
                pass
            if not line.strip():
                continue
            try:
                text, cautions = answers.general(line)
            except Refused as refused:
                hand_over(written, listener)
                listener.refused(number, line, refused.findings)
                continue
            if cautions:
                hand_over(written, listener)
                listener.warned(number, cautions)
            add(text)
    finally:  # whatever ends it, what was answered is written
        hand_over(written, listener)
    return number


def hand_over(written: list[str], listener: Listener) -> None:
    if written:
        text = "\n".join(written) + "\n"
        written.clear()  # first: if it can't be written, it is not tried again
        listener.written(text)
