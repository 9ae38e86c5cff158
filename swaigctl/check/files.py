"""Which files paths, folders and globs lead to, and what is in them.

A name is a text whatever the locale: where it is not UTF-8, its other bytes are surrogates, as
they are in the program's arguments.
"""

import os
from stat import S_ISDIR

from swaigctl.catalog.program.validation import OWN_FILE, SHARED_FILE, TABLE
from swaigctl.check.texts import ENDINGS as KNOWN_ENDINGS
from swaigctl.findings import problem
from swaigctl.formats import file_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    IsExcluded = Callable[[str], bool]

STDIN = "-"

STDIN_NAME = "<stdin>"
"""What standard input is called among files."""

ENDINGS = (*KNOWN_ENDINGS, ".swml")
"""Of the files in folders; in any case."""

LEFT_OUT = (".git", ".hg", ".svn", "node_modules", "__pycache__", "site-packages")
"""Folders that hold nobody's own documents."""

SIGNS = ("pyvenv.cfg", "CACHEDIR.TAG")
"""Files that say of the folder they are in that it is a virtual environment, or a cache."""

WILD = "*?["
"""What makes a path a glob."""


SIGNS_OF_CONFIGURATION = (".".join(TABLE).encode(), f"[{TABLE[0]}]".encode())
"""Of which one is in a shared file that may have a configuration: others are not read as TOML."""


class Candidate:
    """A file to judge, and whether it was named, or found in a folder or by a glob."""

    __slots__ = ("is_named", "path")

    def __init__(self, path: str, is_named: bool) -> None:
        self.path = path
        self.is_named = is_named


class Found(list[Candidate]):
    """The files that paths lead to, and the folders that were looked through for them."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[str] = []


def candidates(paths: "list[str]", is_excluded: "IsExcluded | None" = None) -> Found:
    """The files that these paths lead to, each once, in the order given; in folders, by name.

    What is excluded is not found, but may be named. A file that is both named and found is named.

    Raises:
        SwaigctlError: there is no such path, or nothing in it, not even what is excluded.
    """
    found = Found()
    by_path: dict[str, Candidate] = {}
    count = 0

    def is_left_out(path: str) -> bool:
        nonlocal count
        is_so = is_excluded is not None and is_excluded(path)
        count += is_so
        return is_so

    for path in paths:
        count = 0
        for candidate in candidates_of(path, found.folders, is_left_out):
            count += 1
            same = by_path.setdefault(identity(candidate.path), candidate)
            if same is candidate:
                found.append(candidate)
            elif candidate.is_named:
                same.is_named = True
        if not count:
            what = "has no files" if path in found.folders else "matches no file"
            raise problem("source", f"{path!r} {what} to validate.")
    return found


def excludes_nothing(path: str) -> bool:
    return False


def candidates_of(
    path: str, folders: "list[str]", is_excluded: "IsExcluded"
) -> "Iterator[Candidate]":
    if path == STDIN:
        yield Candidate(path, True)
        return
    try:
        is_folder = S_ISDIR(os.stat(file_name(path)).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        if not any(mark in path for mark in WILD):
            raise problem("source", f"there is no {path!r}.") from None
        from swaigctl.check.globs import files_matching

        for inner in files_matching(path):
            if not is_excluded(inner):
                yield Candidate(inner, False)
        return
    except (OSError, ValueError):  # it can't be looked at; whoever reads it learns why
        is_folder = False
    if not is_folder:
        yield Candidate(path, True)
        return
    folders.append(path)
    yield from files_in(path, is_excluded)


def identity(path: str) -> str:
    """The same text for every way to spell a path; `-` stands for no file."""
    if path == STDIN:
        return ""
    try:
        return os.path.abspath(path)
    except OSError:  # the current folder is gone
        return os.path.normpath(path)


def files_in(
    folder: str,
    is_excluded: "IsExcluded" = excludes_nothing,
    endings: "tuple[str, ...]" = ENDINGS,
) -> "Iterator[Candidate]":
    """The files in a folder that may be documents, by name; links to folders are not followed.

    A folder that can't be looked into is named in their place: whoever reads it learns why.
    """
    waiting = [folder]
    while waiting:
        where = waiting.pop()
        entries = entries_of(where)
        if entries is None:
            yield Candidate(where, True)
            continue
        if where != folder and any(name in SIGNS for name, _ in entries):
            continue
        inner = []
        for name, entry in entries:
            path = joined(where, name)
            if is_folder(entry):
                if name not in LEFT_OUT and not is_excluded(path):
                    inner.append(path)
            elif name.lower().endswith(endings) and is_file(path) and not is_excluded(path):
                yield Candidate(path, False)
        waiting += reversed(inner)


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder itself, and no link to one."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def is_file(path: str) -> bool:
    """Whether it is a file that can be read again, or a link to one: no pipe, and no device."""
    return os.path.isfile(file_name(path))


def entries_of(folder: str) -> "list[tuple[str, os.DirEntry[str]]] | None":
    """The names in a folder, in order, and what they are; None if it can't be looked into."""
    try:
        with os.scandir(file_name(folder)) as entries:
            named = [(text_name(entry.name), entry) for entry in entries]
    except OSError:
        return None
    return sorted(named, key=name_of)  # type: ignore[arg-type]  # bytes or text


def name_of(named: "tuple[str, object]") -> str:
    return named[0]


def text_name(name: "str | bytes") -> str:
    """A name as the system has it, as text."""
    return name if isinstance(name, str) else name.decode("utf-8", "surrogateescape")


def joined(folder: str, name: str) -> str:
    """The path of what is in a folder; what is in the current one goes by its name alone."""
    return name if folder == os.curdir else os.path.join(folder, name)


def bytes_of(path: str) -> bytes:
    """What is in a file, or comes from standard input.

    Raises:
        SwaigctlError: it can't be read.
    """
    if path != STDIN:
        try:
            with open(file_name(path), "rb") as file:
                return file.read()
        except (OSError, ValueError):  # it is opened once more where why is said
            from swaigctl.formats.inputs import file_bytes

            return file_bytes(path)
    from swaigctl.formats.inputs import standard_input

    try:
        return standard_input()
    except OSError as fault:
        from swaigctl.formats.faults import unreadable

        raise unreadable(f"standard input can't be read: {fault.strerror}") from None


def may_configure() -> "Iterator[str]":
    """The files that may have a configuration, in the current folder and around it.

    The search ends at the root of the repository.
    """
    try:
        folder = os.getcwd()
    except OSError:  # the folder is gone
        return
    shown = ""
    while True:
        for name in (OWN_FILE, SHARED_FILE):
            if has_sign(os.path.join(folder, name), name):
                yield shown + name
        outer = os.path.dirname(folder)
        if outer == folder or os.path.exists(os.path.join(folder, ".git")):
            return
        folder, shown = outer, f"{shown}../"


def has_sign(path: str, name: str) -> bool:
    """Whether there is such a file, and it may have a configuration."""
    if not os.path.isfile(path):
        return False
    if name == OWN_FILE:
        return True
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return False
    return TABLE[1].encode() in data and any(sign in data for sign in SIGNS_OF_CONFIGURATION)
