"""What the platform itself calls a fault: its codes, by what was found and where."""

from swaigctl.catalog.verbs import AGENTS, CALLING, MESSAGING, Flavour
from swaigctl.findings import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from swaigctl.findings import Path, Step

FLAVOURS = {"swml": CALLING, "messaging": MESSAGING}
"""What documents are for, by what they were judged as."""

ABOUT_NAMES = ("type", "lost-plus")
"""The codes of names that YAML does not read as text. The platform reads JSON, which has only text
for names."""

INSIDE_TEXT = "told"
"""The detail that a finding has which is about a document in a text."""


def with_platform_code(finding: Finding, kind: str) -> Finding:
    """The finding with the platform's own code, where its documentation has one.

    Only errors have one: the platform refuses nothing else.

    `kind`: what the document is, one of `swaigctl.check.kinds.KINDS`.
    """
    if not finding.is_error or (finding.about_key and finding.code in ABOUT_NAMES):
        return finding
    flavour, path = in_document(finding.path, FLAVOURS.get(kind))
    platform = "" if flavour is None else platform_code(finding, flavour, path)
    return finding.but(platform=platform) if platform else finding


def in_document(path: "Path", flavour: "Flavour | None") -> "tuple[Flavour | None, Path]":
    """What the innermost document is for that a path leads into, and the path from there.

    Documents in actions are for calls. There is none where a response is no part of one.
    """
    for at in reversed(range(len(path))):
        before = path[at - 1] if at else 0
        if path[at] == "SWML" and (isinstance(before, int) or before == "action"):
            return CALLING, path[at + 1 :]
    return flavour, path


def platform_code(finding: Finding, flavour: Flavour, path: "Path") -> str:
    """The platform's code for what is wrong in a document; empty if there is none."""
    from swaigctl.catalog.platform_errors import ANYWHERE, FORESEEN, STEP

    known = FORESEEN[flavour.name]
    if platform := known[ANYWHERE].get(finding.code):
        return platform
    if INSIDE_TEXT in finding.details:  # where it is in that document, nobody knows any more
        return ""
    if finding.code == "one-verb" and finding.value:  # with several verbs there is a name
        return ""
    from swaigctl.model.steps import Step as StepKind

    places: Iterable[str] = (
        [STEP] if finding.allowed == StepKind.allowed else places_of(path, flavour)
    )
    codes = (known.get(place, {}).get(finding.code, "") for place in places)
    return next(filter(None, codes), "")


def places_of(path: "Path", flavour: Flavour) -> "Iterator[str]":
    """What a place in a document is, as the table of the platform's codes has it.

    The name that says most comes first. What was judged may be only a part of a document: a list
    of steps, one step, or sections by themselves.
    """
    from swaigctl.catalog.platform_errors import DOCUMENT, MEMBER

    if not path:
        yield DOCUMENT
        return
    first, *rest = path
    if isinstance(first, int):
        yield from places_of_step(path, flavour)
    elif first == "sections" and rest:
        yield from places_in_section(rest, flavour)
    elif first == "main" or (first not in flavour.families and rest and isinstance(rest[0], int)):
        yield from places_in_section(path, flavour)
    else:
        if not rest:
            yield first
            yield MEMBER
        if first in flavour.families:
            yield from places_of_step(path, flavour)


def places_in_section(path: "Sequence[Step]", flavour: Flavour) -> "Iterator[str]":
    """What a place is whose path begins with the name of a section."""
    from swaigctl.catalog.platform_errors import SECTION, SECTION_NAME

    name, *rest = path
    if rest[:1] == ["code"]:  # of a section that is an object
        rest = rest[1:]
    if rest and isinstance(rest[0], int):
        yield from places_of_step(rest, flavour)
        return
    if not rest:
        yield SECTION_NAME
    if name == "main":
        yield name
    yield SECTION


def places_of_step(path: "Sequence[Step]", flavour: Flavour) -> "Iterator[str]":
    """What a place is whose path begins with a step's index, or with its verb."""
    from swaigctl.catalog.platform_errors import PARAMETER, STEP, VERB

    at = [index for index, step in enumerate(path) if not isinstance(step, int)][:1]
    at += [index for index in range(1, len(path)) if is_verb(path, index, flavour)]
    if not at:
        yield STEP
        return
    verb, *inside = path[at[-1] :]
    if not inside:
        yield VERB
    elif verb not in AGENTS or len(inside) == 1:  # for what is inside, no code is documented
        names = [step for step in inside if isinstance(step, str)]
        yield f"{verb}.{names[-1]}" if names else VERB
        yield PARAMETER


def is_verb(path: "Sequence[Step]", index: int, flavour: Flavour) -> bool:
    """Whether a step of a path is the verb of one of several steps, and no action's name."""
    in_list = isinstance(path[index - 1], int)
    in_response = index > 1 and path[index - 2] == "action"
    return in_list and not in_response and path[index] in flavour.families
