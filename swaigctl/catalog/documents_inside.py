"""What an action's SWML document is: `transfer` belongs beside it, and often stands inside."""

from swaigctl.catalog.response_kinds import TRANSFER, is_flag
from swaigctl.catalog.verbs import CALLING
from swaigctl.findings import WARNING, Finding
from swaigctl.model.kinds import Text
from swaigctl.model.shapes import Field, MapOf, Object
from swaigctl.model.steps import Document, Section, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part

RAW = Field("raw_swml", Text(), "")
"""What the SDK writes in place of a document where it is given text that is no JSON."""


class StepInside(Step):
    """A step of such a section, where `transfer` may be meant for the action around it."""

    def faults(self, value: object) -> "Iterator[Finding]":
        if isinstance(value, dict) and is_flag(value.get(TRANSFER)):
            yield flag_inside((TRANSFER,))
            value = {name: content for name, content in value.items() if name != TRANSFER}
            if not value:
                return
        yield from super().faults(value)

    def parts(self, value: object) -> "Iterator[Part]":
        for name, kind, content in super().parts(value):
            if not (name == TRANSFER and is_flag(content)):
                yield name, kind, content


class SectionsInside(MapOf):
    """The sections of a document inside an action."""

    def __init__(self) -> None:
        section = Section(CALLING)
        section.item = StepInside(CALLING)
        super().__init__(section, required=("main",))

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        if isinstance(value, dict) and is_flag(value.get(TRANSFER)):
            yield flag_inside((TRANSFER,))

    def parts(self, value: object) -> "Iterator[Part]":
        for name, kind, content in super().parts(value):
            if not (name == TRANSFER and is_flag(content)):
                yield name, kind, content


def flag_inside(path: "tuple[str, ...]") -> Finding:
    """The finding for a flag of the action that stands in its document."""
    return Finding(
        "misplaced",
        "{quoted} must stand beside 'SWML', not inside it: here, the agent never leaves.",
        path=path,
        value=TRANSFER,
        about_key=True,
    )


class Inside(Document):
    """A document inside an action: `transfer` is a member of the action, not of the document."""

    def __init__(self) -> None:
        super().__init__(CALLING, (RAW,))
        sections = SectionsInside()
        self.fields = tuple(
            each.but(kind=sections) if each.name == "sections" else each for each in self.fields
        )

    def knows_elsewhere(self, name: str) -> bool:
        return name == TRANSFER  # it is a verb too, and seldom meant as one

    def without_sections(self, name: str) -> Finding:
        sentence = (
            "{quoted} is what the SDK writes for text that is no JSON: nothing documents that the "
            "platform reads it."
        )
        return Finding("not-documented", sentence, path=(name,), severity=WARNING, about_key=True)

    def faults_of_name(self, name: object, by_name: "dict[str, Field]") -> "Iterator[Finding]":
        if name == TRANSFER:
            yield flag_inside((TRANSFER,))
        else:
            yield from super().faults_of_name(name, by_name)

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        # What stands in place of sections is no verb here, so no step can be made of it.
        return Object.arranged(self, value, parts, form)


DOCUMENT = Inside()
