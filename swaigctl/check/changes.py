"""Changes of a document, and where things in it are afterwards.

Several can be made together, if they don't touch the same parts of a document.
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from typing import Any

from swaigctl.formats.places import Path

Edit = tuple[int, int, str]
"""Where in a text something begins and ends, and what is to stand there instead."""


class NotEditable(Exception):
    """A text can't be changed there without changing more than was asked for."""


class Change:
    """A change of one place in a document.

    Attributes:
        path: the value that changes.
        edits: what changes in the document's text.
        make: the new value, from the old one.
        move: where something inside the old value is in the new one, by its path from there.
        target: the member or the item that changes, where it is not the value as a whole.
    """

    __slots__ = ("edits", "make", "move", "path", "target")

    def __init__(
        self,
        path: Path,
        edits: list[Edit],
        make: Callable[[Any], object],
        move: Callable[[Path], Path],
        target: str | int | None = None,
    ) -> None:
        self.path = path
        self.edits = edits
        self.make = make
        self.move = move
        self.target = target

    def moved(self, path: Path) -> Path:
        """Where something in the document is after the change."""
        begin = len(self.path)
        inside = path[:begin] == self.path
        return (*self.path, *self.move(path[begin:])) if inside else path


class Spread(Change):
    """A change of an item of a list, in whose place several come.

    Attributes:
        index: the item.
        more: how many more items there are then.
        items: the new ones, from the old one.
        place: where something inside the old item is, by its path from there: in which of the new
            ones, and where in that.
    """

    __slots__ = ("index", "items", "more", "place")

    def __init__(
        self,
        path: Path,
        edits: list[Edit],
        count: int,
        items: Callable[[Any], list[Any]],
        place: Callable[[Path], tuple[int, Path]],
    ) -> None:
        *outer, index = path
        self.index = int(index)
        self.more = count - 1
        self.items = items
        self.place = place
        alone = Node()
        alone.spreads[self.index] = self
        super().__init__(
            tuple(outer), edits, alone.spread_out, alone.moved_by_spreads, target=self.index
        )


class Changes:
    """Changes that don't touch the same parts of a document, by the paths of what changes."""

    def __init__(self, changes: list[Change]) -> None:
        self.root = Node()
        for change in changes:
            node = self.root
            for step in change.path:
                node = node.inside.setdefault(step, Node())
            if isinstance(change, Spread):
                node.spreads[change.index] = change
            else:
                node.changes.append(change)

    def made(self, value: object) -> object:
        """The document with all of them."""
        return made_in(self.root, value)

    def moved(self, path: Path) -> Path:
        """Where something in the document is after them: inner changes first, then outer ones."""
        along = [self.root]
        for step in path:
            if step not in along[-1].inside:
                break
            along.append(along[-1].inside[step])
        for depth, node in reversed(list(enumerate(along))):
            if node.spreads:
                path = (*path[:depth], *node.moved_by_spreads(path[depth:]))
            for change in node.changes:
                path = change.moved(path)
        return path


class Node:
    """The changes of one value, and those of what is inside."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.spreads: dict[int, Spread] = {}
        """Those of a list's items, by their indices."""
        self.inside: dict[str | int, Node] = {}

    def spread_out(self, value: Any) -> object:
        """A list with several items in place of some."""
        result = []
        for index, item in enumerate(value):
            change = self.spreads.get(index)
            result += [item] if change is None else change.items(item)
        return result

    @cached_property
    def shifts(self) -> tuple[list[int], list[int]]:
        """The indices of items that others take the place of, and how far these move what follows.

        There is one number more than there are indices: how far what is before all of them moves.
        """
        indices = sorted(self.spreads)
        return indices, list(accumulate((self.spreads[each].more for each in indices), initial=0))

    def moved_by_spreads(self, rest: Path) -> Path:
        """Where something in the list is then, by its path from there."""
        if not rest or not isinstance(rest[0], int):
            return rest
        index, within = rest[0], rest[1:]
        indices, sums = self.shifts
        shift = sums[bisect_left(indices, index)]
        if index not in self.spreads:
            return (index + shift, *within)
        at, inner = self.spreads[index].place(within)
        return (index + shift + at, *inner)


def made_in(node: Node, value: Any) -> object:
    if node.inside:
        value = value.copy()
        for step, inner in node.inside.items():
            value[step] = made_in(inner, value[step])
    if node.spreads:
        value = node.spread_out(value)
    for change in node.changes:
        value = change.make(value)
    return value
