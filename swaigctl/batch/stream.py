"""A stream of lines, answered in order as they come in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from swaigctl.batch.lines import NOT_QUICK, Answers, decoded
from swaigctl.requests import Refused

if TYPE_CHECKING:
    from swaigctl.catalog.cautions import Caution
    from swaigctl.errors import SwaigctlError
    from swaigctl.requests import Options

BOM = b"\xef\xbb\xbf"


class Listener(Protocol):
    """Gets what comes out, in the order of the lines."""

    def written(self, text: str) -> None:
        """Answers, each with its line end."""

    def warned(self, number: int, cautions: "list[Caution]") -> None:
        """The line of this number was answered, but there is something to warn of."""

    def refused(self, number: int, line: bytes, errors: "tuple[SwaigctlError, ...]") -> None:
        """The line of this number was not answered."""


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
    for lines in whole_lines(chunks):
        number = answer_lines(lines, number, answers, listener)


def whole_lines(chunks: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The lines that each chunk completes, without their ends; the last one may have none."""
    begun: list[bytes] = []
    first = True
    for chunk in chunks:
        head, end, tail = chunk.rpartition(b"\n")
        if end:
            lines = b"".join((*begun, head)).split(b"\n")
            yield without_bom(lines) if first else lines
            begun, first = [], False
        begun.append(tail)
    if last := b"".join(begun):
        yield without_bom([last]) if first else [last]


def without_bom(lines: list[bytes]) -> list[bytes]:
    return [lines[0].removeprefix(BOM), *lines[1:]]


def answer_lines(lines: list[bytes], number: int, answers: Answers, listener: Listener) -> int:
    """Answer some lines, of which the first comes after `number` others; the number of the last."""
    written: list[str] = []
    add = written.append
    patterns = answers.patterns
    try:
        for line in lines:
            number += 1
            try:
                request = decoded(line)
                params = request.params
                if request.action is None:
                    add(answers.quick_response(line, request))
                    continue
                # Most lines go just here: `quick_action` written out, for requests that are flat.
                if params is not None:
                    names = 2 + len(params)
                    colons = line.count(b":")
                    if colons == names or colons - line.count(b"://") == names:
                        add(patterns[request.action, *params](params))
                        continue
                add(answers.quick_action(line, request))
                continue
            except NOT_QUICK:
                request = params = None  # type: ignore[assignment]  # it is read once more
            if not line.strip():
                continue
            try:
                text, cautions = answers.general(line)
            except Refused as refused:
                hand_over(written, listener)
                listener.refused(number, line, refused.errors)
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
