"""Rules across a whole SWML document: what is useless or unwise, though each step is right.

They look at the outline of one document, see `swaigctl.model.outlines`.
"""

from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.outlines import Outline


def labels(outline: "Outline") -> "dict[tuple[str | None, str], int]":
    """How often each label stands in each section."""
    counts: dict[tuple[str | None, str], int] = {}
    for step in outline.steps:
        if step.verb == "label" and isinstance(step.content, str):
            at = step.section, step.content
            counts[at] = counts.get(at, 0) + 1
    return counts


def gotos_to_nowhere(outline: "Outline") -> "Iterator[Match]":
    """A goto whose label stands nowhere in its section."""
    known = labels(outline)
    for step in outline.steps:
        if step.verb == "goto" and isinstance(step.content, dict):
            label = step.content.get("label")
            if isinstance(label, str) and (step.section, label) not in known and "{" not in label:
                others = tuple(name for section, name in known if section == step.section)
                path = (*step.path, step.name, "label")
                yield Match(path, label, {"section": repr(step.section)}, others or None)


RULES = (
    Rule(
        "unknown-label",
        ("goto",),
        Found(gotos_to_nowhere),
        "there is no label {value} in section {section}.",
        severity="error",
        source="goto reaches labels of its own section only.",
    ),
)
