"""Markdown: tables, code, and plain text with its flags as code."""

import re
from collections.abc import Iterable

BANNER = "<!-- Written by `python -m swaigctl.generate`; don't edit. -->\n"


def anchor(title: str) -> str:
    """What GitHub calls the place of a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(columns)
    return "".join(map(table_row, (head, ["---"] * len(head), *rows)))


def table_row(cells: Iterable[str]) -> str:
    # A bar ends a cell even inside code.
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |\n"


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def prose(text: str) -> str:
    """Markdown for plain text, with flags as code."""
    text = re.sub(r"[\\*<`]", r"\\\g<0>", text)
    return re.sub(r"'(--[^']+)'|(?<![\w`])(--[a-z][\w.-]*\w)", r"`\1\2`", text)
