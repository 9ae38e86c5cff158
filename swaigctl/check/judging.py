"""All that is wrong in a value that was read, and what is worth knowing of it.

One walk, whatever the value is: what each kind finds is collected, and meanwhile the outline of
each document, for the rules that look across its steps.
"""

from swaigctl.findings import ERROR, INFO, WARNING
from swaigctl.formats import MAX_DEPTH
from swaigctl.model.outlines import Outline, StepSeen
from swaigctl.model.walk import TOO_DEEP, outside_of_texts, visits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.check.kinds import Reading
    from swaigctl.findings import Finding, Path
    from swaigctl.model.kinds import Kind

RANKS = {ERROR: 0, WARNING: 1, INFO: 2}


class Judgement:
    """What a value was read as, and what was found in it."""

    __slots__ = ("findings", "kind")

    def __init__(self, kind: str, findings: "list[Finding]") -> None:
        self.kind = kind
        """One of `swaigctl.check.kinds.KINDS`; empty if it is none of them."""
        self.findings = findings


def judged(value: object, kind: str = "") -> Judgement:
    """What is wrong with a value, as this kind of document, or as the one that it is most like.

    Another way to read it is tried only if there are errors in the first.
    """
    from swaigctl.check.kinds import reading_as, readings, unrecognised

    if kind:
        return read_as(reading_as(kind, value), value)
    best: Judgement | None = None
    for reading in readings(value):
        judgement = read_as(reading, value)
        if best is None or weight(judgement) < weight(best):
            best = judgement
        if not weight(best)[0]:
            break
    return best or Judgement("", [unrecognised(value)])


def read_as(reading: "Reading", value: object) -> Judgement:
    found = [] if reading.finding is None else [reading.finding]
    found += findings_in(reading.kind, value)
    return Judgement(reading.name, found)


def weight(judgement: Judgement) -> "tuple[int, int, int]":
    """How many errors there are, how many names are unknown, and how many findings there are."""
    errors = sum(finding.is_error for finding in judgement.findings)
    unknown = sum(finding.code.startswith("unknown-") for finding in judgement.findings)
    return errors, unknown, len(judgement.findings)


def findings_in(kind: "Kind", value: object) -> "list[Finding]":
    """All findings in a value beside its kind: errors first, else in the order of the value."""
    found: list[Finding] = []
    outlines = Outlines()
    for path, inner, member in visits(kind, value):
        if len(path) > MAX_DEPTH:
            found.append(outside_of_texts(TOO_DEEP.within(*path)))
            break
        found += [outside_of_texts(finding.within(*path)) for finding in inner.faults(member)]
        outlines.see(path, inner, member)
    for outline in outlines.all:
        found += findings_across(outline)
    if found:
        from swaigctl.check.causes import without_consequences

        found = without_consequences(found)
    return sorted(found, key=lambda finding: RANKS[finding.severity])


def findings_across(outline: Outline) -> "Iterator[Finding]":
    """What the rules about whole documents find in one."""
    from swaigctl.catalog.document_rules import RULES

    for rule in RULES:
        for finding in rule.find(outline):
            yield outside_of_texts(finding.within(*outline.path))


class Outlines:
    """The outlines of all documents that a walk comes to."""

    def __init__(self) -> None:
        self.all: list[Outline] = []
        self.open: list[Outline] = []
        """Those that the walk is inside of, the innermost last."""

    def see(self, path: "Path", kind: "Kind", value: object) -> None:
        """Keep what the walk comes to, if it belongs in an outline."""
        if kind.is_swml_document:
            self.leave(path)
            outline = Outline(path, value, kind.verbs, bool(path))  # type: ignore[attr-defined]
            self.all.append(outline)
            self.open.append(outline)
        elif kind.is_swml_step and self.open:
            self.leave(path)
            if self.open:
                outline = self.open[-1]
                within = path[len(outline.path) :]
                for name, verb, content in kind.verbs_in(value):  # type: ignore[attr-defined]
                    outline.steps.append(StepSeen(within, name, verb, content))

    def leave(self, path: "Path") -> None:
        """Close the documents that this path is not inside of."""
        while self.open and path[: len(self.open[-1].path)] != self.open[-1].path:
            self.open.pop()
