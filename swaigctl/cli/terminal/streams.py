"""What goes to standard output and standard error, and when it has colour.

Whatever a message or a report quotes comes from somebody else, and a terminal or a log obeys some
characters. They are made visible here, where lines are written, and nowhere before.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO, TextIO


def is_terminal(stream: "TextIO | None") -> bool:
    return stream is not None and stream.isatty()


def wants_color(stream: "TextIO | None") -> bool:
    """Whether to colour what goes to `stream`: on a terminal, unless somebody said otherwise."""
    if stream is None:
        return False
    asked = color_asked(sys.argv)
    if asked == "auto":
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
    return asked == "always"


def color_asked(arguments: "list[str]") -> str:
    """What a command line says of colour: `always`, `never`, or `auto` if it says nothing.

    The flags count wherever they stand, so that they do for errors in the other flags too.
    """
    asked = "auto"
    for index, argument in enumerate(arguments):
        if argument == "--no-color":
            asked = "never"
        elif argument[:7] == "--color":
            value = argument[8:] if argument[7:] else "".join(arguments[index + 1 : index + 2])
            asked = value if value in ("always", "never") and argument[7:8] in ("", "=") else asked
    return asked


def line_of(text: str, lead: str = "") -> str:
    """A line of a message or a report, with its end, and with `lead`, which is ours, before it.

    The text stays on this line and shows what is in it: characters that a terminal obeys, or that
    can't be seen, are escaped, and it is no command to what reads the logs of automated builds.
    """
    if not text.isprintable() or "##" in text or (not lead and text.lstrip(" ")[:2] == "::"):
        from swaigctl.cli.terminal.escaping import visible, without_command

        text = visible(text) if lead else without_command(visible(text))
    return f"{lead}{text}\n"


def write_lines(lines: "Iterable[str]") -> int:
    """Write the lines of a report to standard output; the exit status."""
    return write_out("".join(map(line_of, lines)))


def write_out(text: str, write: "Callable[[BinaryIO, bytes], None] | None" = None) -> int:
    """Write a whole result to standard output as it is, in UTF-8; the exit status.

    `write` does it, if `write_raw` does not. A reader that has gone away ends the program quietly,
    with the status that a shell gives to a program that SIGPIPE ended.
    """
    try:
        if sys.stdout is None:
            raise OSError(9, "it is closed")
        (write or write_raw)(raw_of(sys.stdout), text.encode())
    except BrokenPipeError:
        let_go_of_stdout()
        return 141
    except OSError as fault:
        let_go_of_stdout()
        write_error(f"Error: standard output can't be written: {fault.strerror}.")
        return 2
    return 0


def raw_of(stream: "TextIO") -> "BinaryIO":
    """What is below Python's buffer, which loses what a stream that doesn't block can't take."""
    stream.flush()
    raw: BinaryIO = getattr(stream.buffer, "raw", stream.buffer)
    return raw


def write_raw(raw: "BinaryIO", data: bytes) -> None:
    """Write all of it to a stream that may take only a part, or nothing for a while."""
    rest = memoryview(data)
    while rest:
        written = raw.write(rest)
        if written is None:
            from swaigctl.formats.blocking import wait_to_write

            wait_to_write(raw)
        else:
            rest = rest[written:]


def let_go_of_stdout() -> None:
    """Keep the interpreter from trying again, and complaining, when it exits."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


LABELS = {"error": "Error", "warning": "Warning", "info": "Note"}
"""What a finding on standard error begins with, by its severity."""


def write_error(line: str, lead: str = "") -> None:
    """Write a line to standard error; `lead` is what `line_of` makes of it."""
    write_to_stderr(line_of(line, lead))


def write_to_stderr(text: str) -> None:
    """Write text of our own to standard error as it is, in UTF-8; if nobody listens, so be it."""
    if sys.stderr is None:
        return
    try:
        write_raw(raw_of(sys.stderr), text.encode())
    except OSError:
        pass
