"""SWML documents and their steps, written from checked values."""

from swaigctl.findings import Finding, SwaigctlError
from swaigctl.model import SWML_VERSION
from swaigctl.model.shapes import formed
from swaigctl.model.walk import findings, ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.verbs import Flavour as Verbs
    from swaigctl.model.entries import Verb

    Step = dict[str, object]
    Document = dict[str, object]
    Sections = dict[str, list[Step]]


def findings_of(verb: "Verb", value: object) -> "Iterator[Finding]":
    """All that is wrong with a verb's value, and worth knowing of it.

    A path begins with the name of a parameter; where the verb has none, with that of its value.
    What is wrong with the value as a whole has no path.
    """
    begin = (verb.value.name,) if verb.value is not None else ()
    for finding in findings(verb.kind, value):
        yield finding.within(*begin)


def step(verb: "Verb", value: object, form: str = "auto") -> "Step":
    """The step of a verb with a checked value.

    Args:
        verb: what the step does.
        value: its parameters, or its bare value.
        form: `auto` has what is given, as an object where there is one, but for sleep; `simplified`
            just the value of the one parameter that may stand alone; `full` the object; `expanded`
            the object with all its defaults.

    Raises:
        SwaigctlError: the simplified form was asked for and can't hold this value.
    """
    content = formed(verb.kind, ordered(verb.kind, value, form), form)
    if form == "simplified" and isinstance(content, dict) and verb.value is None:
        content = simplified(verb, content)
    return {verb.name: content}


def simplified(verb: "Verb", content: "dict[str, object]") -> object:
    """The value of the one parameter that may stand alone.

    Raises:
        SwaigctlError: there is none, or it is not given, or others are.
    """
    main = verb.kind.main.name if verb.kind.main else ""
    defaults = {name: field.default for name, field in verb.fields.items()}
    in_the_way = [
        name
        for name, member in content.items()
        if name != main and (name not in defaults or member != defaults[name])
    ]
    if not main or in_the_way or main not in content:
        from swaigctl.model.places import not_simplified

        raise not_simplified(verb.command, main, in_the_way)
    return content[main]


def simplified_sections(verbs: "Verbs", sections: "Sections") -> "tuple[Sections, list[Finding]]":
    """The sections, each step in its simplified form.

    And a finding for each step that has none, or can't be said so, by section, index and verb.
    """
    written: Sections = {name: [] for name in sections}
    found = []
    for name, steps in sections.items():
        for index, each in enumerate(steps):
            ((verb, content),) = each.items()
            try:
                written[name].append(step(verbs.named(verb), content, "simplified"))
            except SwaigctlError as error:
                found.append(error.finding.but(path=(name, index, verb)))
    return written, found


def document(sections: "Sections") -> "Document":
    """The document with these sections, of which `main` comes first."""
    main = {name: steps for name, steps in sections.items() if name == "main"}
    return {"version": SWML_VERSION, "sections": {**main, **sections}}


def shaped(sections: "Sections", shape: str) -> object:
    """The document with these sections, just the steps of its one section, or just its one step.

    Raises:
        SwaigctlError: there are more of them.
    """
    if shape == "document":
        return document(sections)
    if len(sections) > 1:
        raise more_than_one(f"{len(sections)} sections", shape)
    (steps,) = sections.values()
    if shape == "section":
        return steps
    if len(steps) != 1:
        raise more_than_one(f"{len(steps)} steps", shape)
    return steps[0]


def more_than_one(what: str, shape: str) -> SwaigctlError:
    sentence = f"there are {what}, and this prints one."
    return SwaigctlError(Finding("shape", sentence, path=("as",), value=shape))
