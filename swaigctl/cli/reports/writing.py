"""A report on standard output, or in a file with the text for people on standard output."""

import os
import sys

from swaigctl.cli.terminal.streams import wants_color, write_out
from swaigctl.findings import Finding, SwaigctlError, literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from swaigctl.check.validation import FileReport

BY_ENDING = {".sarif": "sarif", ".sarif.json": "sarif", ".json": "json"}
"""The format of a file whose format nobody said."""


def write_report(
    files: "list[FileReport]",
    format: str,
    output: str,
    write: "Callable[[str], int]" = write_out,
) -> int:
    """Write what was found; the exit status.

    Args:
        files: the files, and what was found in them.
        format: the format; empty if nobody said.
        output: the file for it; empty, or `-`, for the screen.
        write: what writes to the screen; the exit status.

    Raises:
        SwaigctlError: the file can't be written. Nothing is, then.
    """
    if not output or output == "-":
        return write(on_screen(format or "text", files))
    write_file(output, report_in(format or format_of(output), files), files)
    return write(on_screen("text", files))


def on_screen(format: str, files: "list[FileReport]") -> str:
    """What a person sees: the text for people may have colour."""
    if format == "text" and wants_color(sys.stdout):
        from swaigctl.cli.reports.text import colored

        return colored(files)
    return report_in(format, files)


def report_in(format: str, files: "list[FileReport]") -> str:
    """What was found in the files, in this format."""
    module = __import__(f"swaigctl.cli.reports.{format}", fromlist=["report"])
    text: str = module.report(files)
    return text


def format_of(output: str) -> str:
    """The format that a file's name asks for."""
    name = output.lower()
    return next((BY_ENDING[ending] for ending in BY_ENDING if name.endswith(ending)), "text")


def write_file(output: str, text: str, files: "list[FileReport]") -> None:
    """Put the whole text into a file.

    Raises:
        SwaigctlError: it can't be written, or is one of those that were judged.
    """
    from pathlib import Path

    from swaigctl.cli.terminal.streams import write_raw
    from swaigctl.formats.inputs import file_name, is_regular_file
    from swaigctl.formats.outputs import replace

    try:
        path = file_name(output)
        if os.path.exists(path):
            if any(is_same(path, file.file) for file in files if not file.skipped):
                raise unwritable("is one of the files to validate.")
            if not is_regular_file(output):  # a pipe, or a device
                with open(path, "wb", buffering=0) as stream:
                    write_raw(stream, text.encode())
                return
        replace(Path(os.fsdecode(path)), text.encode())
    except OSError as fault:
        raise unwritable(f"{output!r} can't be written: {fault.strerror}.") from None
    except ValueError:  # a NUL character
        raise unwritable(f"{output!r} is not a file name.") from None


def is_same(path: "str | bytes", file: str) -> bool:
    from swaigctl.formats.inputs import file_name

    try:
        return os.path.samefile(path, file_name(file))
    except (OSError, ValueError):  # it is standard input, or has gone
        return False


def unwritable(sentence: str) -> SwaigctlError:
    return SwaigctlError(Finding("flags", literal(sentence), where="--output"))
