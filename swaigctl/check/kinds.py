"""What a document is: a response, an action, SWML for calls, or SWML for messages.

Nothing in a document says so. It is found out from its names, or somebody says it.
"""

from swaigctl.findings import Finding, literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.model.kinds import Kind

RESPONSE, ACTION, SWML, MESSAGING = "response", "action", "swml", "messaging"
KINDS = (RESPONSE, ACTION, SWML, MESSAGING)

TITLES = {
    RESPONSE: ("a response", "responses"),
    ACTION: ("an action", "actions"),
    SWML: ("a SWML document for calls", "SWML documents for calls"),
    MESSAGING: ("a SWML document for messages", "SWML documents for messages"),
}
"""What one of them is called, and what several are."""

OF_RESPONSES = ("response", "action", "post_process")
OF_DOCUMENTS = ("sections", "version")


class Reading:
    """One way to read a value: as which kind of document, and what kind of value that is."""

    __slots__ = ("finding", "kind", "name")

    def __init__(self, name: str, kind: "Kind", finding: "Finding | None" = None) -> None:
        self.name = name
        """One of `KINDS`."""
        self.kind = kind
        self.finding = finding
        """What is wrong with the value as a whole, where it is only a part of such a document."""


def kind_of(name: str) -> "Kind":
    """What a document of this kind is made of."""
    if name in (RESPONSE, ACTION):
        from swaigctl.catalog import response_kinds

        return response_kinds.RESPONSE if name == RESPONSE else response_kinds.ACTION
    from swaigctl.model.steps import Document

    return Document(flavour_of(name))


def flavour_of(name: str) -> "Flavour":
    from swaigctl.catalog.verbs import CALLING, MESSAGING

    return MESSAGING if name == "messaging" else CALLING


def reading_as(name: str, value: object) -> Reading:
    """How to read a value that somebody says is a document of this kind."""
    part = part_of(name, value)
    return part or Reading(name, kind_of(name))


def readings(value: object) -> "Iterator[Reading]":
    """The ways to read a value, the likeliest first; none if nothing in it tells."""
    for name in likely_kinds(value):
        yield reading_as(name, value)


def likely_kinds(value: object) -> "list[str]":
    """The kinds of documents that a value may be, the likeliest first."""
    if isinstance(value, list):
        names = [name for item in value[:20] if isinstance(item, dict) for name in item]
        words = [item for item in value[:20] if isinstance(item, str)]
        return kinds_of_part(names + words)
    if not isinstance(value, dict):
        return []
    names = [name for name in value if isinstance(name, str)]
    if not names:
        return [] if value else [RESPONSE]
    found = [RESPONSE] if any(name in names for name in OF_RESPONSES) else []
    if any(name in names for name in OF_DOCUMENTS):
        found += flavours_in(value)
    if found:
        return found
    if isinstance(value.get("main"), (list, dict)):
        return flavours_in({"sections": value})
    return kinds_of_part(names) or kinds_like(names)


def kinds_of_part(names: "list[str]") -> "list[str]":
    """The kinds of documents of which such names are a part: actions, or verbs of steps."""
    from swaigctl.catalog.index import KEYS
    from swaigctl.catalog.verbs.index import VERBS

    if any(name in KEYS or name == "SWML" for name in names):
        in_calls = any(name in VERBS["calling"] for name in names)
        return [ACTION, SWML] if in_calls else [ACTION]
    calling = any(name in VERBS["calling"] for name in names)
    messaging = any(name in VERBS["messaging"] for name in names)
    return [SWML] * calling + [MESSAGING] * messaging


def kinds_like(names: "list[str]") -> "list[str]":
    """The kinds of documents that have names like these."""
    from swaigctl.catalog.index import KEYS
    from swaigctl.findings.messages import nearest

    of_kinds = {
        RESPONSE: OF_RESPONSES,
        SWML: OF_DOCUMENTS,
        ACTION: (*KEYS, "SWML"),
    }
    return [
        kind
        for kind, known in of_kinds.items()
        if any(len(name) > 3 and nearest(name, known) for name in names[:10])
    ]


def flavours_in(document: "dict[str, object]") -> "list[str]":
    """For what a document with sections can be, by the verbs of its steps: calls first."""
    from swaigctl.catalog.verbs.index import VERBS

    sections = document.get("sections")
    steps = [
        step
        for section in (sections.values() if isinstance(sections, dict) else ())
        for step in (section if isinstance(section, list) else [section])
    ]
    names = {name for step in steps if isinstance(step, dict) for name in step}
    only_messaging = any(
        name in VERBS["messaging"] and name not in VERBS["calling"] for name in names
    )
    if only_messaging:
        return [MESSAGING, SWML]
    only_calling = any(
        name in VERBS["calling"] and name not in VERBS["messaging"] for name in names
    )
    return [SWML] if only_calling else [SWML, MESSAGING]


def part_of(name: str, value: object) -> "Reading | None":
    """How to read what is only a part of such a document; None if it may be the whole."""
    if name in (RESPONSE, ACTION) and isinstance(value, list):
        from swaigctl.catalog.response_kinds import ACTION as ONE
        from swaigctl.model.shapes import ListOf

        return Reading(name, ListOf(ONE), misplaced("a list of actions", "'action' of a response"))
    if name not in (SWML, MESSAGING):
        return None
    from swaigctl.model.steps import Document, Section, Step

    verbs = flavour_of(name)
    if isinstance(value, list):
        finding = misplaced("a list of steps", "'sections', as its 'main',")
        return Reading(name, Section(verbs), finding)
    if not isinstance(value, dict) or any(each in value for each in OF_DOCUMENTS):
        return None
    if isinstance(value.get("main"), (list, dict)):
        sections = Document(verbs).by_name["sections"].kind
        return Reading(name, sections, misplaced("an object of sections", "'sections'"))
    names = verbs.names()
    if len(value) == 1 and any(each in names and each not in verbs.entries for each in value):
        return Reading(name, Step(verbs), misplaced("a step", "a list in 'sections', 'main',"))
    return None


def misplaced(what: str, where: str) -> Finding:
    """The finding for a part of a document in place of the whole."""
    sentence = f"{what} by itself is no document: it belongs in {where} of one."
    return Finding("misplaced", literal(sentence))


def unrecognised(value: object) -> Finding:
    """The finding for a value that no document could be."""
    from swaigctl.findings.messages import described, shown

    names = ", ".join(shown(name) for name in list(value)[:3]) if isinstance(value, dict) else ""
    begins = f"it has {names}" if names else f"it is {described(value)}"
    sentence = (
        "this is neither SWML, which has 'sections', nor a response, which has 'response' or "
        f"'action', nor an action: {begins}."
    )
    return Finding("unknown-document", literal(sentence), value=value)
