"""All that is wrong in a value that was read, and what is worth knowing of it.

One walk, whatever the value is: what each kind finds is collected, and meanwhile the outline of
each document, for the rules that look across its steps.
"""

from swaigctl.findings import ERROR, INFO, WARNING
from swaigctl.formats import MAX_DEPTH
from swaigctl.model.outlines import Outline, ResponseSeen, StepSeen
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

    __slots__ = ("described", "findings", "kind")

    def __init__(
        self, kind: str, findings: "list[Finding]", described: "Kind | None" = None
    ) -> None:
        self.kind = kind
        """One of `swaigctl.check.kinds.KINDS`; empty if it is none of them."""
        self.findings = findings
        self.described = described
        """What the value was held to; None if it was recognised as nothing."""


def judged(value: object, kind: str = "") -> Judgement:
    """What is wrong with a value, as this kind of document, or as the one that it is most like.

    Another way to read it is tried only if there are errors in the first.
    """
    from swaigctl.check.kinds import reading_as, readings

    if kind:
        return read_as(reading_as(kind, value), value)
    best: Judgement | None = None
    for reading in readings(value):
        judgement = read_as(reading, value)
        if best is None or weight(judgement) < weight(best):
            best = judgement
        if not weight(best)[0]:
            break
    if best is None:
        from swaigctl.check.parts import unrecognised

        return Judgement("", [unrecognised(value)])
    return best


def read_as(reading: "Reading", value: object) -> Judgement:
    from swaigctl.check.kinds import ACTION, RESPONSE

    found = [] if reading.finding is None else [reading.finding]
    are_actions = reading.name in (RESPONSE, ACTION) and not reading.kind.is_response
    found += findings_in(reading.kind, value, are_actions)
    return Judgement(reading.name, found, reading.kind)


def weight(judgement: Judgement) -> "tuple[int, int, int]":
    """How many errors there are, how many names are unknown, and how many findings there are."""
    errors = sum(finding.is_error for finding in judgement.findings)
    unknown = sum(finding.code.startswith("unknown-") for finding in judgement.findings)
    return errors, unknown, len(judgement.findings)


def findings_in(kind: "Kind", value: object, are_actions: bool = False) -> "list[Finding]":
    """All findings in a value beside its kind: errors first, else in the order of the value.

    `are_actions`: whether the value is an action or a list of actions, and not a whole response.
    """
    found: list[Finding] = []
    outlines = Outlines()
    if are_actions:
        outlines.responses.append(ResponseSeen((), value, are_actions=True))
    for path, inner, member in visits(kind, value):
        if len(path) > MAX_DEPTH:
            found.append(outside_of_texts(TOO_DEEP.within(*path)))
            break
        for finding in inner.faults(member):
            # A list for each value, of which most have no finding, would cost more.
            found.append(outside_of_texts(finding.within(*path)))  # noqa: PERF401
        if inner.is_outlined:
            outlines.see(path, inner, member)
    found += map(outside_of_texts, outlines.findings())
    if found:
        from swaigctl.check.causes import without_consequences

        found = without_consequences(found)
    return sorted(found, key=lambda finding: RANKS[finding.severity])


class Outlines:
    """The outlines of all documents that a walk comes to, and all responses."""

    def __init__(self) -> None:
        self.documents: list[Outline] = []
        self.responses: list[ResponseSeen] = []
        self.open: list[Outline] = []
        """Those that the walk is inside of, the innermost last."""

    def see(self, path: "Path", kind: "Kind", value: object) -> None:
        """Keep what the walk comes to, if it belongs in an outline."""
        if kind.is_swml_document:
            self.leave(path)
            outline = Outline(path, value, kind.verbs, bool(path))  # type: ignore[attr-defined]
            self.documents.append(outline)
            self.open.append(outline)
        elif kind.is_swml_step and self.open and type(value) is not list:
            self.leave(path)
            if self.open:
                outline = self.open[-1]
                within = path[len(outline.path) :]
                for name, verb, content in kind.verbs_in(value):  # type: ignore[attr-defined]
                    is_word = not isinstance(value, dict)
                    outline.add_step(StepSeen(within, name, verb, content, is_word))
        elif kind.is_response:
            self.leave(path)
            response = ResponseSeen(path, value, actions_wait=kind.actions_wait)
            self.responses.append(response)
            if self.open:
                self.open[-1].add(response)

    def leave(self, path: "Path") -> None:
        """Close the documents that this path is not inside of."""
        while self.open and path[: len(self.open[-1].path)] != self.open[-1].path:
            self.open.pop()

    def findings(self) -> "Iterator[Finding]":
        """What the rules find that look across documents, agents and responses."""
        for outline in self.documents:
            from swaigctl.catalog import document_rules
            from swaigctl.catalog.verbs import AGENTS

            rules = document_rules.rules_for(outline)
            if outline.has(*AGENTS):
                from swaigctl.catalog import agent_rules

                rules += agent_rules.RULES
            for rule in rules:
                for finding in rule.find(outline):
                    yield finding.within(*outline.path)
        for response in self.responses:
            if response.wired or response.post_process:
                from swaigctl.catalog import responses

                for rule in (*responses.RULES, *responses.RULES_OF_READING):
                    for finding in rule.find(response):
                        yield finding.within(*response.path)
