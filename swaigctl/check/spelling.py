"""What YAML reads as numbers or booleans though text is meant: as values, and as names.

`+15551234567` without quotes is a number in YAML, which has no plus; `01234` has no zero before it,
and `25.50` none behind it. Where text is wanted, what was written is what was meant; and a name is
always text.
"""

import re
from math import isfinite

from swaigctl.check.texts import YAML
from swaigctl.findings import ERROR, WARNING, Finding
from swaigctl.formats.json import compact_json
from swaigctl.model.forms import is_phone_number
from swaigctl.model.shapes import Json
from swaigctl.model.walk import visits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from swaigctl.check.texts import Read
    from swaigctl.findings import Path
    from swaigctl.model.kinds import Kind

PLUS = re.compile(r"[\s,\[{:-]\+[0-9]")
"""The beginning of a number with a plus: in quotes, a quote would stand before it."""

SENTENCE = "{subject} is read as the number {value}, without its plus: write it in quotes."


def with_spelling(findings: "list[Finding]", kind: "Kind | None", read: "Read") -> "list[Finding]":
    """The findings, with what the text says in place of the numbers that were read.

    Where a plus was lost, this is the one finding; elsewhere it is suggested what was written.
    Names that are numbers or booleans follow.
    """
    # Few texts have such numbers, and JSON has none.
    may_have = read.language == YAML and PLUS.search(read.text)
    lost = dict(numbers_with_plus(read)) if may_have else {}
    found = list(lost_pluses(lost, kind, read.value)) if kind is not None and lost else []
    errors = {finding.path for finding in found if finding.is_error}
    kept = [as_spelled(finding, read) for finding in findings if finding.path not in errors]
    if kind is not None and read.names:
        wrong = {finding.path for finding in findings if finding.about_key}
        found += [each for each in findings_about_names(read) if each.path not in wrong]
    return kept + found


def findings_about_names(read: "Read") -> "Iterator[Finding]":
    """A finding for each name that is a number or a boolean, once however often it is merged."""
    waiting: list[tuple[Path, Any]] = [((), read.places.root[2])]
    names = dict(read.names)
    while waiting and names:
        path, inside = waiting.pop()
        members = inside.items() if isinstance(inside, dict) else enumerate(inside or ())
        within = []
        for step, (key, _, its_own, _, _) in members:
            if key in names:
                yield about_name((*path, step), names.pop(key))
            within.append(((*path, step), its_own))
        waiting += reversed(within)


def about_name(path: "Path", value: float) -> Finding:
    """The finding for a name: its text is at the end of the path, and it is read as the value.

    Most that read YAML turn such a name into text again. Where that gives the same text, this is
    only a risk.
    """
    text = path[-1]
    noun = "boolean" if isinstance(value, bool) else "number"
    said = compact_json(value)
    is_lost = str(text).startswith("+")
    if is_lost:
        read_as = " read as the {noun} {said}, without its plus"
    elif text == said or not isfinite(value):
        read_as = " a {noun}"
    else:
        read_as = " read as the {noun} {said}"
    return Finding(
        "lost-plus" if is_lost else "type",
        f"the name {{text}} is{read_as}: write it in quotes.",
        path=path,
        severity=WARNING if text == said else ERROR,
        value=value,
        allowed="text",
        suggestion=text,
        details={"text": str(text), "noun": noun, "said": said},
        about_key=True,
    )


def numbers_with_plus(read: "Read") -> "Iterator[tuple[Path, str]]":
    """The numbers that have a plus in the text, by their paths, each as it is spelled."""
    waiting: list[tuple[Path, Any, Any]] = [((), read.value, read.places.root)]
    while waiting:
        path, value, (_, begin, inside, _, end) = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, name), value[name], spot) for name, spot in inside.items()]
        elif isinstance(value, list):
            waiting += [((*path, at), value[at], spot) for at, spot in enumerate(inside)]
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            text = word(read.text[begin:end])
            if text.startswith("+"):
                yield path, text


def word(text: str) -> str:
    """A number's text without the tag and the anchor that may stand before it."""
    return (text.split() or [""])[-1]


def lost_pluses(lost: "dict[Path, str]", kind: "Kind", value: object) -> "Iterator[Finding]":
    """A finding for each number that should be text, or that may be a phone number."""
    for path, inner, member in visits(kind, value):
        if path in lost:
            text = lost[path]
            finding = Finding("lost-plus", SENTENCE, path=path, value=member, suggestion=text)
            if inner.is_wrong(member):
                if is_wanted(inner, text):
                    yield finding
            elif isinstance(inner, Json) and may_be_phone_number(text):
                yield finding.but(severity=WARNING)


def may_be_phone_number(text: str) -> bool:
    """Whether a number with a plus is long enough for that."""
    return is_phone_number(text) and len(text) > 7


def is_wanted(kind: "Kind", text: str) -> bool:
    """Whether the text may stand there."""
    chosen = kind.chosen(text)
    return chosen.takes(text) and not chosen.is_wrong(text)


def as_spelled(finding: Finding, read: "Read") -> Finding:
    """A finding that suggests text for a number: the text as it was written."""
    value = finding.value
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or finding.meant != compact_json(value):
        return finding
    text = word(read.text[slice(*read.places.span(finding.path))])
    return finding.but(suggestion=text) if text[:1].isdigit() else finding
