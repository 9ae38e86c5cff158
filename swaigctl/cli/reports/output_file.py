"""The file that `--output` names: a report in it, or whether there can be one."""

import os
from contextlib import contextmanager
from errno import EACCES, EISDIR
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from swaigctl.cli.terminal.streams import write_raw
from swaigctl.findings import Finding, SwaigctlError, literal
from swaigctl.formats import file_name
from swaigctl.formats.outputs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.check.validation import FileReport


def write_file(output: str, text: str, files: "list[FileReport]") -> None:
    """Put the whole text into a file.

    Raises:
        SwaigctlError: it can't be written, or is one of those that were judged.
    """
    with output_faults(output):
        path = target_of(output, files)
        if is_special(path):
            with open(path, "wb", buffering=0) as stream:
                write_raw(stream, text.encode())
        else:
            replace(Path(os.fsdecode(path)), text.encode())


def refuse_unwritable(output: str, files: "list[FileReport]") -> None:
    """Nothing, if a text could be put into a file.

    Raises:
        SwaigctlError: it can't be written, or is one of those that were judged.
    """
    with output_faults(output):
        path = target_of(output, files)
        if not is_special(path):
            with TemporaryFile(dir=os.path.dirname(os.path.realpath(path))):
                pass
        elif os.path.isdir(path) or not os.access(path, os.W_OK):
            code = EISDIR if os.path.isdir(path) else EACCES
            raise OSError(code, os.strerror(code))


@contextmanager
def output_faults(output: str) -> "Iterator[None]":
    """What is wrong with the file for the report, as an error in `--output`."""
    try:
        yield
    except OSError as fault:
        raise unwritable(f"{output!r} can't be written: {fault.strerror}.") from None
    except ValueError:  # a NUL character
        raise unwritable(f"{output!r} is not a file name.") from None


def target_of(output: str, files: "list[FileReport]") -> "str | bytes":
    """The file for the report.

    Raises:
        SwaigctlError: it is one of those that were judged.
    """
    path = file_name(output)
    if any(is_same(output, each.file) for each in files if not each.skipped):
        raise unwritable("is one of the files to validate.")
    return path


def is_special(path: "str | bytes") -> bool:
    """Whether it is a pipe, a device or a folder."""
    return os.path.exists(path) and not os.path.isfile(path)


def is_same(output: str, file: str) -> bool:
    """Whether both names lead to one file."""
    try:
        return os.path.samefile(file_name(output), file_name(file))
    except (OSError, ValueError):  # it is standard input, or has gone
        return False


def unwritable(sentence: str) -> SwaigctlError:
    return SwaigctlError(Finding("flags", literal(sentence), where="--output"))
