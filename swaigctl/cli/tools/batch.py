"""`swaigctl batch`: a stream of requests, a line each."""

import os
import select
import signal
import stat
import sys
from codecs import utf_8_decode
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from swaigctl.batch.stream import CutLine, answer_stream
from swaigctl.catalog.program.tools import ERRORS, batch
from swaigctl.cli.terminal.printing import MOST_ERRORS, lead, print_errors
from swaigctl.cli.terminal.streams import (
    LABELS,
    is_terminal,
    line_of,
    write_error,
    write_out,
    write_raw,
)
from swaigctl.findings import ABSENT, Finding, Refused, literal
from swaigctl.findings.messages import shown
from swaigctl.formats import file_name
from swaigctl.formats.blocking import chunks
from swaigctl.formats.faults import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from swaigctl.build.calls import Options
    from swaigctl.cli.terminal.progress import Progress

CHUNK = 1 << 16
"""As many bytes as a pipe holds."""


def answer(arguments: list[str]) -> int:
    from swaigctl.cli.commands import refuse_words, tool_options

    options, words = tool_options(batch, arguments)
    refuse_words(batch, words[batch.most_words :])
    return run(options, words)


def run(options: "Options", words: list[str]) -> int:
    """Answer the lines of a file, or with `-` of standard input; the exit status."""
    path = words[0] if words else "-"
    try:
        source = opened(path)
        kept = Kept(str(options["errors"]), source) if options["errors"] else None
    except Refused as refused:
        return print_errors(refused.findings, batch.command)
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
        write_error(f"{output.wrong:,} lines were not answered.")
    return 1 if output.wrong else 0


def opened(path: str) -> BinaryIO:
    """What there is to read.

    Raises:
        Refused: it can't be read, or would have no end.
    """
    source = source_at(path)
    status = status_of(source)
    if status and is_same(status, sys.stdout) and stat.S_ISREG(status.st_mode):
        raise Refused(unreadable(f"{shown(path)} is the file that is written").finding)
    return source


def source_at(path: str) -> BinaryIO:
    if path == "-":
        if sys.stdin is None:
            raise Refused(unreadable("standard input is closed").finding)
        return sys.stdin.buffer
    try:
        return open(file_name(path), "rb")
    except OSError as fault:
        raise Refused(
            unreadable(f"{shown(path)} can't be read: {fault.strerror}").finding
        ) from None
    except ValueError:  # a NUL character
        raise Refused(unreadable(f"{shown(path)} is not a file name").finding) from None


def status_of(stream: "BinaryIO | TextIO | None") -> os.stat_result | None:
    """What the system says of it; None if it is closed, or nothing that the system knows."""
    try:
        return os.fstat(stream.fileno()) if stream is not None else None
    except (OSError, ValueError):
        return None


def is_same(status: os.stat_result, stream: "BinaryIO | TextIO | None") -> bool:
    """Whether they are one file, by whatever name, or one pipe."""
    other = status_of(stream)
    return other is not None and os.path.samestat(status, other)


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
            Refused: it can't be written, or something else is read from it or written to it; it is
                as it was then.
        """
        self.path = path
        try:
            descriptor = os.open(file_name(path), WRITING, 0o666)
            self.file = open(descriptor, "wb", buffering=0)
            status = os.fstat(descriptor)
            if use := other_use(status, source):
                self.file.close()
                raise Refused(Finding("flags", f"is {use}.", where=ERRORS.flag))
            if stat.S_ISREG(status.st_mode):
                self.file.truncate(0)
        except OSError as fault:
            raise Refused(self.unwritable(fault)) from None
        except ValueError:  # a NUL character
            sentence = f"{shown(path)} is not a file name."
            raise Refused(Finding("flags", literal(sentence), where=ERRORS.flag)) from None
        self.write = writer_of_lines(status)

    def unwritable(self, fault: OSError) -> Finding:
        sentence = f"{shown(self.path)} can't be written: {fault.strerror}."
        return Finding("flags", literal(sentence), where=ERRORS.flag)

    def add(self, number: int, line: bytes, findings: tuple[Finding, ...]) -> None:
        """Write a line down for good, whatever becomes of this process.

        Raises:
            Refused: it can't be written.
        """
        import json

        from swaigctl.cli.terminal.escaping import visible_json

        failure = {"line": number, **text_of(line), "errors": list(map(error_object, findings))}
        # What is no text, a half of a surrogate pair, would be no JSON for others.
        text = json.dumps(failure, ensure_ascii=False).encode("utf-8", "replace").decode()
        try:
            # It may be a terminal or a log.
            self.write(self.file, f"{visible_json(text)}\n".encode())
        except OSError as fault:
            raise Refused(self.unwritable(fault)) from None

    def close(self) -> None:
        with suppress(OSError):  # told already
            self.file.close()


WRITING = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""How the file is opened: nothing is emptied before it is known what it is."""


def other_use(status: os.stat_result, source: BinaryIO) -> str:
    """What else the file is used for, where that would spoil it; a terminal stands it."""
    if stat.S_ISCHR(status.st_mode):
        return ""
    if is_same(status, source):
        return "the file that is read"
    if is_same(status, sys.stdout):
        return "the file that the answers are written to"
    if is_same(status, sys.stderr) and stat.S_ISREG(status.st_mode):
        return "the file that standard error is written to"
    return ""


def writer_of_lines(status: os.stat_result | None) -> "Callable[[BinaryIO, bytes], None]":
    """What writes lines to a file or pipe of this status so that the last one is whole, whenever
    this process ends.
    """
    if status is None or not stat.S_ISFIFO(status.st_mode):
        return write_raw
    return write_lines_to_pipe


def write_lines_to_pipe(pipe: BinaryIO, data: bytes) -> None:
    """Write lines in pieces that a pipe takes wholly or not at all, and others to their end."""
    begin = 0
    while begin < len(data):
        end = len(data)
        if end - begin > AT_ONCE:
            end = data.rfind(b"\n", begin, begin + AT_ONCE) + 1
            end = end or data.index(b"\n", begin) + 1
        piece = data[begin:end]
        (write_raw if len(piece) <= AT_ONCE else write_to_the_end)(pipe, piece)
        begin = end


AT_ONCE = getattr(select, "PIPE_BUF", 512)
"""So many bytes a pipe takes wholly or not at all."""


def write_to_the_end(pipe: BinaryIO, line: bytes) -> None:
    """Write a long line, even if somebody presses Ctrl-C meanwhile; once, not twice."""
    pressed = False

    def note(number: int, frame: object) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        return write_raw(pipe, line)
    signal.signal(signal.SIGINT, note)
    try:
        write_raw(pipe, line)
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
    return None


class Output:
    """Where answers, warnings and errors go."""

    def __init__(self, fail_fast: bool, kept: Kept | None, progress: "Progress | None") -> None:
        self.fail_fast = fail_fast
        self.kept = kept
        self.progress = progress
        self.wrong = 0
        """How many lines were not answered."""
        self.on_terminal = is_terminal(sys.stdout)
        self.write_lines = writer_of_lines(status_of(sys.stdout))

    def watched(self, source: BinaryIO) -> "Iterator[bytes]":
        """What there is to read, as soon as it is there."""
        for chunk in chunks(source, CHUNK):
            yield chunk
            if self.progress:
                self.progress.advance(chunk)

    def written(self, text: str) -> None:
        if self.on_terminal:
            from swaigctl.cli.terminal.escaping import visible_json

            text = visible_json(text)
        if status := write_out(text, self.write_lines):
            raise Ended(status)

    def warned(self, number: int, cautions: "list[Finding]") -> None:
        for caution in cautions:
            label = LABELS[caution.severity]
            self.say(label, "bold yellow", f"line {number}: {caution.line()}")

    def refused(self, number: int, line: bytes, findings: tuple[Finding, ...]) -> None:
        self.wrong += 1
        for finding in findings[:MOST_ERRORS]:
            self.say("Error", "bold red", f"line {number}: {finding.line()}")
        if len(findings) > MOST_ERRORS:
            self.say("Error", "bold red", f"line {number}: {len(findings) - MOST_ERRORS} more.")
        try:
            if self.kept:
                self.kept.add(number, line, findings)
        except Refused as fault:
            self.say("Error", "bold red", fault.findings[0].line())
            raise Ended(2) from None
        if self.fail_fast:
            raise Ended(1)

    def say(self, label: str, style: str, sentence: str) -> None:
        if self.progress:
            self.progress.say(line_of(sentence, lead(label, style)))
        else:
            write_error(sentence, lead(label, style))

    def close(self) -> None:
        if self.progress:
            self.progress.close()
        if self.kept:
            self.kept.close()


def text_of(line: bytes) -> dict[str, object]:
    """The line as JSON can hold it, or its beginning."""
    cut = isinstance(line, CutLine)
    try:
        # The last character may be cut in two.
        text, _ = utf_8_decode(line, "strict", not cut)
        given: dict[str, object] = {"input": text}
    except UnicodeDecodeError:
        from base64 import b64encode

        given = {"input_base64": b64encode(line).decode()}
    return {**given, "cut": True} if cut else given


def error_object(finding: Finding) -> dict[str, object]:
    """A finding as data."""
    allowed: object = finding.allowed
    if isinstance(allowed, range):
        allowed = f"{allowed.start} to {allowed.stop - 1}"
    return {
        "code": finding.code,
        "where": finding.where,
        "message": finding.line(),
        "value": None if finding.value is ABSENT else finding.value,
        "allowed": allowed,
        "near": finding.suggestion,
    }


def progress_of(source: BinaryIO) -> "Progress | None":
    """What a person at a terminal sees while the answers go elsewhere; None for anybody else."""
    if sys.stderr is None or not sys.stderr.isatty() or (sys.stdout and sys.stdout.isatty()):
        return None
    from swaigctl.cli.terminal.progress import Progress

    return Progress(source)
