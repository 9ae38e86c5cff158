"""Rules across a document about labels, and the gotos that lead to them."""

from swaigctl.catalog.document_rules import by_section, labels_of
from swaigctl.catalog.verbs import MESSAGING
from swaigctl.findings import ERROR, INFO
from swaigctl.model.kinds import has_variable
from swaigctl.model.outlines import repeated
from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.outlines import Outline


def gotos_to_nowhere(outline: "Outline") -> "Iterator[Match]":
    """A goto whose label stands nowhere in its section."""
    labels = labels_of(outline)
    # Where each label stands: in the first of its sections, if it is in several.
    where = {name: at for at in reversed(labels) for _, name in labels[at]}
    for section, gotos in by_section(outline, "goto", "label").items():
        known = {name: None for _, name in labels.get(section, ())}
        spellings = tuple(name for name in known if not has_variable(name))
        for step, name in gotos:
            if name and name not in known and not has_variable(name):
                other = f", only in {where[name]!r}" if name in where else ""
                details = {"section": repr(section), "other": other}
                allowed = (not other and spellings) or None
                yield Match((*step.content_path, "label"), name, details, allowed)


def labels_without_goto(outline: "Outline") -> "Iterator[Match]":
    """A label that no goto of its section names; where one names no label, it may be this one."""
    gotos = by_section(outline, "goto", "label")
    for section, labels in labels_of(outline).items():
        names = [name for _, name in labels]
        known = set(names)
        named = {name for _, name in gotos.get(section, ())}
        if named <= known:
            for step, name in labels:
                # One that stands there twice is another finding.
                if name not in named and names.count(name) == 1 and not has_variable(name):
                    yield Match(step.content_path, name)


def labels_twice(outline: "Outline") -> "Iterator[Match]":
    """A label that stands in its section already."""
    for section, labels in labels_of(outline).items():
        for step, name in repeated(labels):
            yield Match(step.content_path, name, {"section": repr(section)})


def twice_in_calls(outline: "Outline") -> "Iterator[Match]":
    return iter(()) if outline.verbs is MESSAGING else labels_twice(outline)


def twice_in_messages(outline: "Outline") -> "Iterator[Match]":
    return labels_twice(outline) if outline.verbs is MESSAGING else iter(())


RULES = (
    Rule(
        "unknown-label",
        ("goto",),
        Found(gotos_to_nowhere),
        "there is no label {value} in section {section}{other}.",
        severity=ERROR,
        in_general="must name a label of the same section.",
        source="goto reaches labels of its own section only.",
    ),
    Rule(
        "unused-label",
        ("label",),
        Found(labels_without_goto),
        "no goto of the section leads to the label {value}.",
        severity=INFO,
        in_general="is the target of no goto.",
    ),
    Rule(
        "duplicate-name",
        ("label",),
        Found(twice_in_calls),
        "the label {value} stands in section {section} already.",
        in_general="must not stand twice in a section.",
        source="The page on labels of messages wants them unique; for calls it is probable.",
    ),
    Rule(
        "duplicate-name",
        ("label",),
        Found(twice_in_messages),
        "the label {value} stands in section {section} already.",
        in_general="must not stand twice in a section.",
        severity=ERROR,
        source="The vendor's page on labels: unique in their section.",
    ),
)
