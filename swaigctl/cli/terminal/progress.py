"""How far a long input is, on a terminal."""

import os
import stat
import sys
from io import TextIOBase
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from swaigctl.cli.terminal.streams import write_to_stderr

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

LONG = 1.0
"""Seconds after which an input counts as long; until then there is nothing to see."""


class Progress:
    """Lines and, where the size is known, how much of the whole."""

    def __init__(self, source: BinaryIO) -> None:
        self.size = size_of(source)
        self.begin = monotonic()
        self.bytes = 0
        self.lines = 0
        self.bar: Bar | None = None

    def advance(self, chunk: bytes) -> None:
        self.bytes += len(chunk)
        self.lines += chunk.count(b"\n")
        shown = f"{self.lines:,} lines"
        if self.bar is None and monotonic() - self.begin > LONG:
            self.bar = bar(self.size, shown)
            self.bar.start()
        if self.bar is not None:
            self.bar.update(self.bar.task_ids[0], completed=self.bytes, description=shown)

    def say(self, text: str) -> None:
        """Write text to standard error as it is, without disturbing what is shown."""
        if self.bar is None:
            write_to_stderr(text)
            return
        from rich.text import Text

        self.bar.console.print(Text.from_ansi(text.rstrip("\n")), soft_wrap=True)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.stop()


def size_of(source: BinaryIO) -> int | None:
    """How many bytes there are to read; None if that can't be known."""
    status = os.fstat(source.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else None


class Terminal(TextIOBase):
    """Standard error for Rich, which doesn't wait for a terminal that is not ready."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        write_to_stderr(text)
        return len(text)

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        assert sys.stderr is not None
        return sys.stderr.fileno()


def bar(size: int | None, shown: str) -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    text = TextColumn("{task.description}")
    columns = [SpinnerColumn(), text]
    if size is not None:
        columns = [text, BarColumn(), TextColumn("{task.percentage:>3.0f} %")]
    progress = Progress(*columns, console=Console(file=cast(TextIO, Terminal())), transient=True)
    progress.add_task(shown, total=size)
    return progress
