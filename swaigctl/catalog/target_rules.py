"""Rules across a document about the sections that `execute` and `transfer` name."""

from swaigctl.catalog.document_rules import Flow, Targets, is_section_name
from swaigctl.findings import ERROR
from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Path
    from swaigctl.model.outlines import Outline


def targets_that_are_missing(outline: "Outline") -> "Iterator[Match]":
    sections = outline.sections
    if sections:
        known = tuple(name for name in sections if isinstance(name, str))
        for path, name in outline.seen_by(Targets).named:
            if name not in sections:
                yield Match(path, name, allowed=known)


def missing_in_document(outline: "Outline") -> "Iterator[Match]":
    return iter(()) if outline.is_inside else targets_that_are_missing(outline)


def missing_inside(outline: "Outline") -> "Iterator[Match]":
    return targets_that_are_missing(outline) if outline.is_inside else iter(())


def endless_sections(outline: "Outline") -> "Iterator[Match]":
    """A section that runs itself, on the way of which there is no condition and no end."""
    flow = outline.seen_by(Flow)
    runs = {
        name: list(runs_always(flow, ("sections", name)))
        for name in outline.sections
        if isinstance(name, str)
    }
    done: set[str] = set()
    for begin in runs:
        way = {begin: iter(runs[begin])}  # the sections that run at a time, each inside the other
        while way:
            section, targets = next(reversed(way.items()))
            target, path = next(targets, ("", None))
            if path is None:
                del way[section]
                done.add(section)
            elif target in way:
                yield Match(path, target)
            elif target in runs and target not in done:
                way[target] = iter(runs[target])


def runs_always(flow: Flow, path: "Path") -> "Iterator[tuple[str, Path]]":
    """The sections that a list of steps runs whatever happens, each with where it is named."""
    for at, step in enumerate(flow.lists.get(path, ())):
        if step.verb in ("execute", "transfer"):
            target = step.target("dest")
            if target is not None and is_section_name(target[1]):
                yield target[1], target[0]
        if step.verb not in STRAIGHT or flow.leaves(step, path, at):
            return


STRAIGHT = (
    *("answer", "denoise", "live_transcribe", "live_translate", "play", "prompt"),
    *("record_call", "request", "send_digits", "send_sms", "set", "sleep", "stop_denoise"),
    *("stop_record_call", "stop_stream", "stop_tap", "stream", "tap", "transcribe"),
    *("transcribe_stop", "unset", "user_event", "reply"),
)
"""Verbs behind which the next step always runs, as long as there is a call. What execute runs may
end it."""


RULES = (
    Rule(
        "unknown-section",
        ("execute", "transfer"),
        Found(missing_in_document),
        "there is no section {value} in this document.",
        severity=ERROR,
        in_general="must name a section of the document.",
    ),
    Rule(
        "unknown-section",
        ("execute", "transfer"),
        Found(missing_inside),
        "there is no section {value} in this document, and those of others may be out of reach.",
        source="Nothing documents whether it reaches sections of the document that runs already.",
        in_general="may reach sections of its own document only.",
    ),
    Rule(
        "never-ends",
        ("execute", "transfer"),
        Found(endless_sections),
        "section {value} runs itself again and again: on the way there is no condition, and no "
        "end.",
        in_general="leads to a section that runs itself again and again.",
        source="The platform has errors for too many transfers, and for what nests too deep.",
    ),
)
