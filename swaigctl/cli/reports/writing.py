"""A report on standard output, or in a file with the text for people on standard output."""

import sys

from swaigctl.cli.terminal.streams import wants_color, write_out

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
    from swaigctl.cli.reports.output_file import write_file

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
