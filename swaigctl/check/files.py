"""Which files paths, folders and globs lead to, and what they say."""

import os

from swaigctl.findings import problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"

ENDINGS = (".json", ".yaml", ".yml", ".swml", ".jsonl")
"""Of the files in folders."""

LEFT_OUT = (".git", "node_modules", "__pycache__", "site-packages")
"""Folders that hold nobody's own documents."""


class Candidate:
    """A file to judge, and whether it was named, or found in a folder or by a glob."""

    __slots__ = ("is_named", "path")

    def __init__(self, path: str, is_named: bool) -> None:
        self.path = path
        self.is_named = is_named


def candidates(paths: "list[str]") -> "Iterator[Candidate]":
    """The files that these paths lead to, each once, in the order given; in folders, by name.

    Raises:
        SwaigctlError: there is no such path, or nothing in it.
    """
    seen = set()
    for path in paths:
        found = 0
        for candidate in candidates_of(path):
            found += 1
            if candidate.path not in seen:
                seen.add(candidate.path)
                yield candidate
        if not found:
            raise problem("source", f"{path!r} has no files to validate.")


def candidates_of(path: str) -> "Iterator[Candidate]":
    if path == STDIN:
        yield Candidate(path, True)
    elif os.path.isdir(path):
        for inner in files_in(path):
            yield Candidate(inner, False)
    elif os.path.exists(path) or not any(mark in path for mark in "*?["):
        if not os.path.exists(path):
            raise problem("source", f"there is no {path!r}.")
        yield Candidate(path, True)
    else:
        from glob import glob

        for inner in sorted(glob(path, recursive=True)):
            if os.path.isfile(inner):
                yield Candidate(inner, False)


def files_in(folder: str) -> "Iterator[str]":
    """The files in a folder that may be documents, by name."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(
            each
            for each in folders
            if each not in LEFT_OUT and not os.path.exists(os.path.join(where, each, "pyvenv.cfg"))
        )
        for name in sorted(names):
            if name.lower().endswith(ENDINGS):
                yield os.path.join(where, name)


def text_of(path: str) -> str:
    """What a file, or standard input, says.

    Raises:
        SwaigctlError: it can't be read, or is not UTF-8.
    """
    from swaigctl.formats.faults import unreadable
    from swaigctl.formats.inputs import file_bytes, standard_input

    data = standard_input() if path == STDIN else file_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise unreadable(f"it is not UTF-8 at byte {fault.start}") from None
