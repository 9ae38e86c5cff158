"""Where keys and values stand in a text: from a path to line and column."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""The names and indices that lead to a value; none for the document itself."""

Spot = tuple[int | None, int, Any, int, int]
"""Where a key begins in the text (None for an item, and for the document), where its value begins,
the spots inside (a dictionary by name, a list, or None for a value that holds no others), and
where the key and the value end: where they begin, if the language has no such ends here."""


class Position(NamedTuple):
    """A place in a text, counted from 1, as editors do."""

    line: int
    column: int


def position_in(text: str, index: int) -> Position:
    """The place of one character. A line ends at LF, CR LF or CR, and nowhere else."""
    return Lines(text[:index]).position(index)


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", self.text))]

    def position(self, index: int) -> Position:
        line = bisect_right(self.starts, index)
        return Position(line, index - self.starts[line - 1] + 1)


class Places:
    """Where the keys and values of one document stand."""

    def __init__(self, lines: Lines, root: Spot) -> None:
        self.lines = lines
        self.root = root

    def key(self, path: Path) -> Position | None:
        """Where the key of this value begins; None for an item, and for what is not there."""
        spots = self.spots(path)
        index = spots[-1][0] if len(spots) > len(path) else None
        return None if index is None else self.lines.position(index)

    def value(self, path: Path) -> Position | None:
        """Where this value begins; None if it is not there."""
        spots = self.spots(path)
        return self.lines.position(spots[-1][1]) if len(spots) > len(path) else None

    def nearest(self, path: Path) -> Position:
        """Where the deepest part of the path that is there begins: its key, or else its value."""
        key, value, *_ = self.spots(path)[-1]
        return self.lines.position(value if key is None else key)

    def span(self, path: Path, of_key: bool = False) -> tuple[int, int]:
        """Where the deepest part of the path that is there begins and ends in the text.

        That is its value. It is its key if that is asked for, or if the path leads further; for an
        item, and for the document, there is none, so it is where the value begins.
        """
        spots = self.spots(path)
        key, value, _, key_end, end = spots[-1]
        if len(spots) > len(path) and not of_key:
            return value, end
        return (value, value) if key is None else (key, key_end)

    def spots(self, path: Path) -> list[Spot]:
        """The spots along the path, as far as it leads; the document's own first."""
        found = [self.root]
        for step in path:
            inside: Any = found[-1][2]
            if isinstance(inside, list) != isinstance(step, int):
                break
            try:
                found.append(inside[step])
            except (LookupError, TypeError):  # it is not there, or nothing is inside
                break
        return found

    def table(self) -> Iterator[tuple[Path, Position | None, Position]]:
        """Each path, with the positions of its key and of its value."""
        waiting: list[tuple[Path, Spot]] = [((), self.root)]
        while waiting:
            path, (key, value, inside, _, _) = waiting.pop()
            at_key = None if key is None else self.lines.position(key)
            yield path, at_key, self.lines.position(value)
            members = inside.items() if isinstance(inside, dict) else enumerate(inside or ())
            waiting += [((*path, step), spot) for step, spot in reversed(list(members))]
