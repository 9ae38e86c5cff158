"""A text that was put right, written to the file that it comes from: all of it, or nothing."""

import os
from codecs import BOM_UTF8
from pathlib import Path

from swaigctl.formats import file_name
from swaigctl.formats.faults import unreadable
from swaigctl.formats.outputs import Changed, replace

WRITING_BITS = 0o222
"""Without these, nobody may write to a file. For root, the system doesn't ask for them."""


def write_text(path: str, before: str, after: str) -> None:
    """Write a text in place of the one that is in a file; a byte order mark stays.

    Raises:
        SwaigctlError: it can't be written, or there is something else in it by now.
    """
    try:
        place = Path(os.fsdecode(file_name(path)))
        if not place.is_file():
            raise unreadable(f"{path!r} is no regular file, so nothing was written to it")
        if not (os.access(place, os.W_OK) and place.stat().st_mode & WRITING_BITS):
            raise unreadable(f"{path!r} can't be written: it may only be read")
        data = place.read_bytes()
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        if data != mark + before.encode():
            raise Changed
        replace(place, mark + after.encode(), data)
    except Changed:
        raise unreadable(f"{path!r} was changed meanwhile, so nothing was written to it") from None
    except OSError as fault:
        raise unreadable(f"{path!r} can't be written: {fault.strerror}") from None
