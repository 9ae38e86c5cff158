"""The line that a finding is about, and the mark below it."""

import unicodedata
from functools import cached_property

from swaigctl.cli.reports.secrets import MASK, Secrets
from swaigctl.cli.terminal.escaping import LOG_COMMANDS, escape
from swaigctl.formats.places import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.check.texts import Read

WIDEST = 100
"""How many columns of a line are shown."""

LEAD = 40
"""How many of them come before the place, at most, if the line is longer."""

TAB = " " * 4

Piece = tuple[str, int, int, int]
"""What is shown for some characters of a text, how wide that is, and where they begin and end."""


class Excerpts:
    """Lines of one document, its secrets masked."""

    def __init__(self, read: "Read") -> None:
        self.read = read
        self.lines = read.places.lines if read.fault is None else Lines(read.text)

    @cached_property
    def secrets(self) -> Secrets:
        return Secrets(self.read)

    def around(
        self, position: "tuple[int, int]", end: "tuple[int, int] | None"
    ) -> "tuple[str, str] | None":
        """The line of a place, as much as there is room for, and the mark for what is below it.

        None if there is no such line. What goes on in further lines is marked in the first one.
        """
        line, column = position[0] - self.read.line, position[1]
        starts, text = self.lines.starts, self.read.text
        if not 1 <= line <= len(starts) or not text:
            return None
        first = starts[line - 1]
        last = starts[line] if line < len(starts) else len(text)
        while last > first and text[last - 1] in "\r\n":
            last -= 1
        begin = min(first + column - 1, last)
        until = last
        if end is not None and end[0] == position[0]:
            until = min(first + end[1] - 1, last)
        # Of a line of a megabyte only what may be shown is looked at.
        since, to = max(first, begin - WIDEST), min(last, begin + WIDEST)
        pieces = self.pieces(since, to)
        before = sum(width for _, width, _, its_end in pieces if its_end <= begin)
        begins_cut, ends_cut = since > first, to < last
        if sum(width for _, width, _, _ in pieces) > WIDEST or begins_cut or ends_cut:
            while pieces and before > LEAD and pieces[0][3] <= begin:
                before -= pieces.pop(0)[1]
                begins_cut = True
            room = WIDEST
            for index, (_, width, _, _) in enumerate(pieces):
                room -= width
                if room < 0:
                    del pieces[index:]
                    ends_cut = True
                    break
        marked = sum(
            width
            for _, width, its_begin, its_end in pieces
            if its_end > begin and its_begin < until
        )
        shown = "".join(text for text, _, _, _ in pieces)
        shown = f"{'…' * begins_cut}{shown}{'…' * ends_cut}"
        return shown, " " * (before + begins_cut) + "^" * max(1, marked)

    def pieces(self, begin: int, end: int) -> "list[Piece]":
        """What is shown for a part of a line."""
        text = self.read.text
        found: list[Piece] = []
        done = begin
        for since, until in self.secrets.within(begin, end):
            while since < until and text[since] in " \t":
                since += 1
            found += map(self.piece, range(done, since))
            quote = text[since] if text[since] in "\"'" else ""
            shown = f"{quote}{MASK}{quote}"
            found.append((shown, len(shown), since, until))
            done = until
        return [*found, *map(self.piece, range(done, end))]

    def piece(self, index: int) -> Piece:
        character = self.read.text[index]
        if character == "\t":
            shown = TAB
        elif not character.isprintable() or (character == "#" and self.is_command(index)):
            shown = escape(character) if character != "#" else r"\x23"
        else:
            return character, width_of(character), index, index + 1
        return shown, len(shown), index, index + 1

    def is_command(self, index: int) -> bool:
        """Whether the second character of what begins a command of a log stands here."""
        begin = max(0, index - 1)
        return any(self.read.text.startswith(command, begin) for command in LOG_COMMANDS)


def width_of(character: str) -> int:
    """How many columns a terminal gives to a character that prints."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return 0  # it is drawn over the one before, or joins it
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1
