"""What goes to standard output and standard error, and when it has colour."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def wants_color(stream: "TextIO | None") -> bool:
    """Whether to colour what goes to `stream`: on a terminal, unless somebody said no.

    `--no-color` counts wherever it stands, so that it does for errors in the other flags too.
    """
    return (
        stream is not None
        and "--no-color" not in sys.argv
        and not os.environ.get("NO_COLOR")
        and stream.isatty()
    )


def write_out(text: str) -> int:
    """Write a whole result to standard output, as UTF-8 with `\\n`; the exit status.

    A reader that has gone away ends the program quietly, with the status that a shell gives to a
    program that SIGPIPE ended.
    """
    try:
        if sys.stdout is None:
            raise OSError(9, "it is closed")
        write_all(sys.stdout, text.encode())
    except BrokenPipeError:
        let_go_of_stdout()
        return 141
    except OSError as fault:
        let_go_of_stdout()
        write_error(f"Error: standard output can't be written: {fault.strerror}.\n")
        return 2
    return 0


def write_all(stream: "TextIO", data: bytes) -> None:
    """Write all of it: with PYTHONUNBUFFERED the stream is raw and may take only a part."""
    stream.flush()
    rest = memoryview(data)
    while rest:
        rest = rest[stream.buffer.write(rest) or 0 :]
    stream.buffer.flush()


def let_go_of_stdout() -> None:
    """Keep the interpreter from trying again, and complaining, when it exits."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_error(text: str) -> None:
    """Write to standard error, as UTF-8 with `\\n`; if nobody listens, so be it."""
    if sys.stderr is None:
        return
    try:
        write_all(sys.stderr, text.encode("utf-8", "backslashreplace"))
    except OSError:
        pass
