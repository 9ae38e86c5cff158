"""Globs: patterns for the paths of files, on the command line and in the configuration.

`*` and `?` stand for what is in one name, `[…]` for one of some characters, and `**` for any number
of folders. As in shells, `*` doesn't stand for the dot that begins a hidden name.
"""

import os
import re
from fnmatch import fnmatchcase

from swaigctl.check.files import LEFT_OUT, WILD, entries_of, is_file, is_folder, joined
from swaigctl.formats import file_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ANY_FOLDERS = "**"


def files_matching(pattern: str) -> "Iterator[str]":
    """The files that a pattern matches, by name.

    Links to folders are followed where a name stands, and not by `**`: so there is an end. What
    holds nobody's own documents has to be named.
    """
    drive, path = os.path.splitdrive(pattern.replace(os.sep, "/"))
    begin = drive + "/" if path.startswith("/") else drive or os.curdir
    yield from files_below(begin, plain_parts(path))


def plain_parts(path: str) -> "list[str]":
    """The names in a pattern; of several `**` one after the other, one."""
    parts: list[str] = []
    for part in path.split("/"):
        if part not in ("", os.curdir) and parts[-1:] + [part] != [ANY_FOLDERS] * 2:
            parts.append(part)
    return parts


def files_below(folder: str, parts: "list[str]") -> "Iterator[str]":
    name, *rest = parts
    if name == ANY_FOLDERS:
        below = rest or ["*"]
        waiting = [folder]
        while waiting:
            where = waiting.pop()
            yield from files_below(where, below)
            inner = [
                joined(where, each)
                for each, entry in entries_of(where) or ()
                if is_folder(entry) and is_looked_into(each)
            ]
            waiting += reversed(inner)
        return
    if not any(mark in name for mark in WILD):
        path = joined(folder, name)
        if rest:
            yield from files_below(path, rest)
        elif is_file(path):
            yield path
        return
    for each, _ in entries_of(folder) or ():
        if not fnmatchcase(each, name) or (each[0] == "." and name[0] != "."):
            continue
        path = joined(folder, each)
        if not rest:
            if is_file(path):
                yield path
        elif each not in LEFT_OUT and os.path.isdir(file_name(path)):
            yield from files_below(path, rest)


def is_looked_into(name: str) -> bool:
    return name[0] != "." and name not in LEFT_OUT


class Glob:
    """A pattern for the files that a configuration speaks of.

    It is about paths from the configuration's folder. Without a slash it is about a name at any
    depth. If it matches a folder, it matches all that is in it.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        parts = plain_parts(pattern) or [ANY_FOLDERS]
        if len(parts) == 1 and not pattern.startswith(("/", "./")):
            parts = plain_parts(f"{ANY_FOLDERS}/{parts[0]}")
        self.begin = begin_of(parts)
        """The folder that everything it matches is in; empty for the configuration's own."""
        self.expression = re.compile(expression_of(parts))

    def matches(self, path: str) -> bool:
        """Whether it matches a path with slashes, from the configuration's folder."""
        return self.expression.match(path) is not None


def begin_of(parts: "list[str]") -> str:
    """As many of the names as are plain, but for the last."""
    plain: list[str] = []
    for part in parts[:-1]:
        if any(mark in part for mark in WILD):
            break
        plain.append(part)
    return "/".join(plain)


def expression_of(parts: "list[str]") -> str:
    text = ""
    for part in parts[:-1]:
        text += "(?:[^/]+/)*" if part == ANY_FOLDERS else f"{name_expression(part)}/"
    last = parts[-1]
    return text + (".+" if last == ANY_FOLDERS else rf"{name_expression(last)}(?:/|\Z)")


def name_expression(part: str) -> str:
    """A pattern for one name as a regular expression; what is no pattern stands for itself."""
    text, end = "", 0
    while end < len(part):
        mark = part[end]
        end += 1
        closed = part.find("]", end + 2 if part[end : end + 1] == "!" else end + 1)
        if mark == "[" and closed > 0:
            inner = part[end:closed].replace("\\", r"\\").replace("[", r"\[")
            inner = f"^/{inner[1:]}" if inner[0] == "!" else inner.replace("^", r"\^", 1)
            text += f"[{inner}]"
            end = closed + 1
        else:
            text += {"*": "[^/]*", "?": "[^/]"}.get(mark, re.escape(mark))
    try:
        re.compile(text)
    except re.error:  # of a range that has its ends the wrong way round
        return re.escape(part)
    return text
