"""What a document is: a response, an action, SWML for calls, or SWML for messages.

Nothing in a document says so. It is found out from its names, or somebody says it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.findings import Finding
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
TELLING = (*OF_RESPONSES, "sections", "SWML")
"""Names that no other document has."""


class Reading:
    """One way to read a value: as which kind of document, and what kind of value that is."""

    __slots__ = ("finding", "kind", "name")

    def __init__(self, name: str, kind: "Kind", finding: "Finding | None" = None) -> None:
        self.name = name
        """One of `KINDS`; empty if it is a part that is in no such document by itself."""
        self.kind = kind
        self.finding = finding
        """What is wrong with the value as a whole, where it is only a part of such a document."""


def kind_of(name: str) -> "Kind":
    """What a document of this kind is made of."""
    if name in (RESPONSE, ACTION):
        from swaigctl.catalog import response_kinds

        return response_kinds.RESPONSE if name == RESPONSE else response_kinds.ACTION
    if name not in DOCUMENTS:
        from swaigctl.model.steps import Document

        DOCUMENTS[name] = Document(flavour_of(name))
    return DOCUMENTS[name]


DOCUMENTS: "dict[str, Kind]" = {}
"""What documents of each flavour are made of, once that was asked for."""


def flavour_of(name: str) -> "Flavour":
    from swaigctl.catalog.verbs import CALLING, MESSAGING

    return MESSAGING if name == "messaging" else CALLING


def reading_as(name: str, value: object) -> Reading:
    """How to read a value that somebody says is a document of this kind."""
    part = part_of(name, value)
    return part or Reading(name, kind_of(name))


def readings(value: object) -> "Iterator[Reading]":
    """The ways to read a value, the likeliest first; none if nothing in it tells."""
    if isinstance(value, dict) and not any(each in value for each in TELLING):
        from swaigctl.check.parts import foreign, part_of_agent

        if foreign(value):
            return
        part = part_of_agent(value)
        if part is not None:
            yield part
            return
    elif isinstance(value, dict) and (type(value.get("action")) is str or "actions" in value):
        from swaigctl.check.parts import asked_of_us

        if asked_of_us(value):
            return
    for name in likely_kinds(value):
        yield reading_as(name, value)


def likely_kinds(value: object) -> "list[str]":
    """The kinds of documents that a value may be, the likeliest first."""
    if isinstance(value, list):
        names = [name for item in value[:20] if isinstance(item, dict) for name in item]
        if any(name in names for name in OF_RESPONSES):
            return [RESPONSE]
        if "sections" in names:
            return flavours_in(next(item for item in value if "sections" in item))
        if value and isinstance(value[0], list):
            names += [name for item in value[0] if isinstance(item, dict) for name in item]
        words = [item for item in value[:20] if isinstance(item, str)]
        return kinds_of_part(names + words)
    if not isinstance(value, dict):
        return []
    names = [name for name in value if isinstance(name, str)]
    if not names:
        return [] if value else [RESPONSE]
    of_responses, of_documents = (
        sum(name in names for name in known) for known in (OF_RESPONSES, OF_DOCUMENTS)
    )
    found = [RESPONSE] * (0 < of_responses >= of_documents)
    if of_documents and is_like_swml(names):
        found += flavours_in(value)
    if found:
        return found
    if isinstance(value.get("main"), (list, dict)) or are_sections(value):
        return flavours_in({"sections": value})
    if known := kinds_of_part(names):
        return known
    from swaigctl.check.likeness import kinds_like

    return kinds_like(names)


def are_sections(value: "dict[str, object]") -> bool:
    """Whether all that an object has are lists of steps."""
    steps = [step for each in value.values() if isinstance(each, list) for step in each]
    kinds = [kinds_of_part(list(step)) for step in steps if isinstance(step, dict)]
    only_lists = all(isinstance(each, list) for each in value.values())
    return only_lists and any(each and ACTION not in each for each in kinds)


def is_like_swml(names: "list[str]") -> "list[str] | bool":
    """Whether names beside a version tell of SWML: many other documents have a version."""
    if "sections" in names or names == ["version"] or "main" in names:
        return True
    if known := kinds_of_part(names):
        return known
    from swaigctl.check.likeness import kinds_like

    return SWML in kinds_like(names)


def kinds_of_part(names: "list[str]") -> "list[str]":
    """The kinds of documents of which such names are a part: actions, or verbs of steps."""
    from swaigctl.catalog.index import KEYS
    from swaigctl.catalog.verbs.index import VERBS

    if any(name in KEYS or name == "SWML" for name in names):
        in_calls = any(name in VERBS["calling"] for name in names)
        return [ACTION, SWML] if in_calls else [ACTION]
    known = [name for name in names if any(name in VERBS[flavour] for flavour in VERBS)]
    calling = any(name in VERBS["calling"] for name in known)
    if known and all(name in VERBS["messaging"] for name in known):
        only_messaging = any(name not in VERBS["calling"] for name in known)
        return [MESSAGING] if only_messaging else [SWML, MESSAGING]
    return [SWML] * calling + [MESSAGING] * (len(known) > 0)


def flavours_in(document: "dict[str, object]") -> "list[str]":
    """For what a document with sections can be, by the verbs of its steps: calls first."""
    from swaigctl.catalog.verbs.index import VERBS

    names = {name for step in steps_in(document.get("sections")) for name in step}
    only_calling, only_messaging = (
        any(name in VERBS[flavour] and name not in VERBS[other] for name in names)
        for flavour, other in (("calling", "messaging"), ("messaging", "calling"))
    )
    if only_messaging:
        return [MESSAGING, SWML] if only_calling else [MESSAGING]
    if only_calling:
        return [SWML]
    is_known = any(name in VERBS["messaging"] for name in names)
    unknown = [name for name in names if name not in VERBS["messaging"]]
    if unknown:
        from swaigctl.check.likeness import are_misspelt_for_messages

        if are_misspelt_for_messages(unknown):
            return [MESSAGING, SWML]
    return [SWML, MESSAGING] if is_known or not names else [SWML]


def steps_in(sections: object, levels: int = 4) -> "list[dict[str, object]]":
    """What seem to be the steps of sections, a level too deep perhaps."""
    found: list[dict[str, object]] = []
    for each in sections.values() if isinstance(sections, dict) else ():
        if isinstance(each, list):
            for step in each:
                found += step if isinstance(step, list) else [step]
        elif isinstance(each, dict):
            found.append(each)
            found += steps_in(each, levels - 1) if levels else []
    return [step for step in found if isinstance(step, dict)]


def part_of(name: str, value: object) -> "Reading | None":
    """How to read what is only a part of such a document; None if it may be the whole."""
    is_list = isinstance(value, list)
    is_of_steps = name in (SWML, MESSAGING)
    if not is_list and not (is_of_steps and isinstance(value, dict)):
        return None
    if isinstance(value, dict) and any(each in value for each in OF_DOCUMENTS):
        return None
    from swaigctl.check.parts import list_of_actions, list_of_one, part_of_swml

    if isinstance(value, list):
        if any(isinstance(each, dict) and names_whole(name, each) for each in value[:20]):
            return list_of_one(name, kind_of(name))
        if not is_of_steps:
            return list_of_actions(name, value)
    return part_of_swml(name, flavour_of(name), value)


def names_whole(name: str, value: "dict[str, object]") -> bool:
    """Whether a value has names that only a whole document of this kind has."""
    if name == RESPONSE:
        return any(each in value for each in OF_RESPONSES)
    return name != ACTION and "sections" in value
