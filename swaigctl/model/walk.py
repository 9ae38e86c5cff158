"""The one walk: a value beside the kind that describes it.

Whatever goes through a document goes through here: what is wrong in it, its written form and the
order in it, a written form read back, JSON Schema, and the names that help and the reference list
(those walk beside EVERY, which has all parts that there can be).
"""

from swaigctl.findings import Finding, ParameterError
from swaigctl.formats import MAX_DEPTH
from swaigctl.model.kinds import EVERY, IN_TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from swaigctl.findings import Path, Step
    from swaigctl.model.kinds import Kind
    from swaigctl.model.shapes import Field

    Result = TypeVar("Result")
    Combine = Callable[[Kind, object, dict[Step, Result]], Result]

TOO_DEEP = Finding(
    "json", f"the value nests deeper than {MAX_DEPTH} levels, or holds itself.", allowed="JSON"
)


def fold(kind: "Kind", value: object, combine: "Combine[Result]", depth: int = 0) -> "Result":
    """What `combine` makes of a kind, its value, and what it made of each part, inside out.

    Raises:
        ParameterError: the value nests too deep.
    """
    if depth > MAX_DEPTH:
        raise ParameterError(TOO_DEEP)
    kind = kind.chosen(value)
    if kind.opaque:
        return combine(kind, value, {})
    parts = {
        step: fold(inner, member, combine, depth + 1) for step, inner, member in kind.parts(value)
    }
    return combine(kind, value, parts)


def visits(kind: "Kind", value: object, path: "Path" = ()) -> "Iterator[tuple[Path, Kind, object]]":
    """Every kind and its value, with the path to it, from the outside in, as far as `MAX_DEPTH`."""
    chosen = kind.chosen(value)
    if isinstance(value, (dict, list)) and not chosen.fits(value):
        chosen = recognised(kind, chosen, value)
    yield path, chosen, value
    # With a stack of its own: generators inside each other would pass on every visit at each level.
    waiting = [(path, iter(chosen.parts(value)))]
    while waiting:
        outer, parts = waiting[-1]
        for step, inner, member in parts:
            here = (*outer, step)
            chosen = inner.chosen(member)
            if isinstance(member, (dict, list)) and not chosen.fits(member):
                chosen = recognised(inner, chosen, member)
            yield here, chosen, member
            inside = chosen.parts(member)
            if inside != () and len(here) <= MAX_DEPTH:
                waiting.append((here, iter(inside)))
                break
        else:
            waiting.pop()


def recognised(kind: "Kind", chosen: "Kind", value: object) -> "Kind":
    """The kind that a value was meant for, where its shape is wrong but tells what was meant."""
    from swaigctl.model import mistakes

    return mistakes.recognised(kind, chosen, value)


def findings(kind: "Kind", value: object) -> "Iterator[Finding]":
    """All that is wrong with a value, and inside it, each with its path.

    What is wrong in a document that a text holds is said of the text.
    """
    for path, inner, member in visits(kind, value):
        if len(path) > MAX_DEPTH:
            yield outside_of_texts(TOO_DEEP.within(*path))
            return
        for finding in inner.faults(member):
            yield outside_of_texts(finding.within(*path))


def outside_of_texts(finding: Finding) -> Finding:
    """A finding in a document that a text holds as one about the text; any other as it is."""
    texts = [at for at, step in enumerate(finding.path) if step is IN_TEXT]
    if not texts:
        return finding
    from swaigctl.findings.messages import path_text

    inner = finding.but(path=finding.path[texts[-1] + 1 :])
    place = path_text(tuple(step for step in finding.path[texts[0] :] if step is not IN_TEXT))
    return Finding(
        inner.code,
        "{subject} holds SWML, at {place}: {told}" if place else "{subject} holds SWML: {told}",
        path=finding.path[: texts[0]],
        severity=inner.severity,
        source=inner.source,
        details={"place": place, "told": inner.message},
    )


def normal(kind: "Kind", value: object) -> object:
    """A right value in its one normal form: whole numbers given as text are numbers, and so on."""
    return fold(kind, value, normal_of)


def written(kind: "Kind", value: object) -> object:
    """A right value as it goes on the wire."""
    return fold(kind, value, written_of)


def ordered(kind: "Kind", value: object, form: str = "auto") -> object:
    """A right value as it is written in this form: described names in their documented order.

    Legacy bare values become objects, at every level. With `expanded`, each object that is there
    has all its defaults. A verb whose object has one member only, such as sleep, has its bare value
    with `auto`, and its object with `full` and `expanded`.
    """
    return fold(kind, value, lambda inner, each, parts: inner.arranged(each, parts, form))


def read(kind: "Kind", wired: object) -> object:
    """What stands on the wire, as it would have been given."""
    return fold(kind, wired, read_of)


def normal_of(kind: "Kind", value: object, parts: "dict[Step, object]") -> object:
    return kind.normal(kind.rebuilt(value, parts) if parts else value)


def written_of(kind: "Kind", value: object, parts: "dict[Step, object]") -> object:
    value = kind.rebuilt(value, parts) if parts else value
    return kind.on_wire(kind.normal(value))


def read_of(kind: "Kind", wired: object, parts: "dict[Step, object]") -> object:
    return kind.from_wire(kind.rebuilt(wired, parts) if parts else wired)


def checked(kind: "Kind", value: object) -> object:
    """The value in its normal form, if nothing is wrong with it.

    Raises:
        ParameterError: the first thing that is; there is no parameter in its path.
    """
    for finding in findings(kind, value):
        if finding.severity == "error":
            raise ParameterError(finding)
    return normal(kind, value)


def fields_inside(kind: "Kind") -> "Iterator[tuple[Path, Field]]":
    """Every member that objects inside can have, with the path to it.

    `*` stands in a path for every item of a list and every name of a map, and a number for one
    branch of a union.
    """
    for path, inner, _ in visits(kind, EVERY):
        for field in inner.fields:
            yield (*path, field.name), field
