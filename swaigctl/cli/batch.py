"""`swaigctl batch`: a stream of requests, a line each."""

import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from swaigctl.batch.stream import answer_stream
from swaigctl.catalog.command_flags import ERRORS
from swaigctl.catalog.tools import batch
from swaigctl.cli.printing import MOST_ERRORS, labelled, print_errors
from swaigctl.cli.streams import write_error, write_out
from swaigctl.errors import SwaigctlError, shown
from swaigctl.formats.faults import unreadable
from swaigctl.formats.inputs import file_name
from swaigctl.requests import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.cautions import Caution
    from swaigctl.cli.flags import Given
    from swaigctl.cli.progress import Progress
    from swaigctl.requests import Options

CHUNK = 1 << 16
"""As many bytes as a pipe holds."""


def answer(given: "Given", rest: list[str], ctx: Any) -> int:
    from swaigctl.cli.commands import tool_options

    return run(tool_options(batch, given, rest[batch.most_words :]), rest)


def run(options: "Options", words: list[str]) -> int:
    """Answer the lines of a file, or with `-` of standard input; the exit status."""
    path = words[0] if words else "-"
    try:
        source = opened(path)
        kept = Kept(str(options["errors"]), source) if options["errors"] else None
    except Refused as refused:
        return print_errors(refused.errors, batch.command)
    output = Output(bool(options["fail_fast"]), kept, progress_of(source))
    try:
        answer_stream(output.watched(source), options, bool(options["strict"]), output)
    except Ended as ended:
        return ended.status
    except OSError as fault:  # of the source: what can't be written ends it
        output.say("Error", "bold red", f"{shown(path)} can't be read: {fault.strerror}.")
        return 2
    finally:
        output.close()
    if output.wrong > 1:
        write_error(f"{output.wrong:,} lines were not answered.\n")
    return 1 if output.wrong else 0


def opened(path: str) -> BinaryIO:
    """What there is to read.

    Raises:
        Refused: it can't be read, or would have no end.
    """
    source = source_at(path)
    with suppress(OSError, ValueError, AttributeError):  # streams that are no files
        status = os.fstat(source.fileno())
        same = os.path.samestat(status, os.fstat(sys.stdout.fileno()))
        if same and stat.S_ISREG(status.st_mode):
            raise Refused(unreadable(f"{shown(path)} is the file that is written"))
    return source


def source_at(path: str) -> BinaryIO:
    if path == "-":
        if sys.stdin is None:
            raise Refused(unreadable("standard input is closed"))
        return sys.stdin.buffer
    try:
        return open(file_name(path), "rb")
    except OSError as fault:
        raise Refused(unreadable(f"{shown(path)} can't be read: {fault.strerror}")) from None
    except ValueError:  # a NUL character
        raise Refused(unreadable(f"{shown(path)} is not a file name")) from None


class Ended(Exception):
    """There is no use in going on; `status` is the program's."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Kept:
    """The file that gets the lines that are not answered, with what is wrong with them."""

    def __init__(self, path: str, source: BinaryIO) -> None:
        """Empty the file.

        Raises:
            Refused: it can't be written, or is the one that is read.
        """
        self.path = path
        name = file_name(path)
        try:
            if os.path.exists(name) and os.path.samestat(os.stat(name), os.fstat(source.fileno())):
                raise Refused(SwaigctlError("flags", "is the file that is read.", ERRORS.flag))
            self.file = open(name, "wb")
        except OSError as fault:
            raise Refused(self.unwritable(fault)) from None
        except ValueError:  # a NUL character
            sentence = f"{shown(path)} is not a file name."
            raise Refused(SwaigctlError("flags", sentence, ERRORS.flag)) from None

    def unwritable(self, fault: OSError) -> SwaigctlError:
        sentence = f"{shown(self.path)} can't be written: {fault.strerror}."
        return SwaigctlError("flags", sentence, ERRORS.flag)

    def add(self, number: int, line: bytes, errors: tuple[SwaigctlError, ...]) -> None:
        """Write a line down for good, whatever becomes of this process.

        Raises:
            Refused: it can't be written.
        """
        import json

        failure = {"line": number, **text_of(line), "errors": list(map(error_object, errors))}
        try:
            # What is no text, a half of a surrogate pair, would be no JSON for others.
            text = json.dumps(failure, ensure_ascii=False).encode("utf-8", "replace")
            self.file.write(text + b"\n")
            self.file.flush()
        except OSError as fault:
            raise Refused(self.unwritable(fault)) from None

    def close(self) -> None:
        with suppress(OSError):  # told already
            self.file.close()


class Output:
    """Where answers, warnings and errors go."""

    def __init__(self, fail_fast: bool, kept: Kept | None, progress: "Progress | None") -> None:
        self.fail_fast = fail_fast
        self.kept = kept
        self.progress = progress
        self.wrong = 0
        """How many lines were not answered."""

    def watched(self, source: BinaryIO) -> "Iterator[bytes]":
        """What there is to read, as soon as it is there."""
        while chunk := source.read1(CHUNK):  # type: ignore[attr-defined]
            yield chunk
            if self.progress:
                self.progress.advance(chunk)

    def written(self, text: str) -> None:
        if status := write_out(text):
            raise Ended(status)

    def warned(self, number: int, cautions: "list[Caution]") -> None:
        for caution in cautions:
            self.say("Warning", "bold yellow", f"line {number}: {caution.line}")

    def refused(self, number: int, line: bytes, errors: tuple[SwaigctlError, ...]) -> None:
        self.wrong += 1
        for error in errors[:MOST_ERRORS]:
            self.say("Error", "bold red", f"line {number}: {error.line}")
        if len(errors) > MOST_ERRORS:
            self.say("Error", "bold red", f"line {number}: {len(errors) - MOST_ERRORS} more.")
        try:
            if self.kept:
                self.kept.add(number, line, errors)
        except Refused as fault:
            self.say("Error", "bold red", fault.errors[0].line)
            raise Ended(2) from None
        if self.fail_fast:
            raise Ended(1)

    def say(self, label: str, style: str, sentence: str) -> None:
        text = labelled(label, style, sentence)
        if self.progress:
            self.progress.say(text)
        else:
            write_error(text)

    def close(self) -> None:
        if self.progress:
            self.progress.close()
        if self.kept:
            self.kept.close()


def text_of(line: bytes) -> dict[str, str]:
    """The line as JSON can hold it."""
    try:
        return {"input": line.decode()}
    except UnicodeDecodeError:
        from base64 import b64encode

        return {"input_base64": b64encode(line).decode()}


def error_object(error: SwaigctlError) -> dict[str, object]:
    """An error as data."""
    allowed = getattr(error, "allowed", None)
    if isinstance(allowed, range):
        allowed = f"{allowed.start} to {allowed.stop - 1}"
    return {
        "code": error.code,
        "where": error.where,
        "message": error.line,
        "value": getattr(error, "value", None),
        "allowed": allowed,
        "near": error.near,
    }


def progress_of(source: BinaryIO) -> "Progress | None":
    """What a person at a terminal sees while the answers go elsewhere; None for anybody else."""
    if sys.stderr is None or not sys.stderr.isatty() or (sys.stdout and sys.stdout.isatty()):
        return None
    from swaigctl.cli.progress import Progress

    return Progress(source)
