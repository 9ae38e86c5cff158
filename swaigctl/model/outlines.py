"""The outline of a document: its steps in order, for rules that look across them."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Path
    from swaigctl.model.steps import Verbs


class StepSeen:
    """One step of a document, wherever it stands.

    Attributes:
        path: where the step is, from the document.
        name: the name that the step has, which may be misspelt.
        verb: the verb that it is, or was meant to be.
        content: what stands behind the name.
    """

    __slots__ = ("content", "name", "path", "verb")

    def __init__(self, path: "Path", name: str, verb: str, content: object) -> None:
        self.path = path
        self.name = name
        self.verb = verb
        self.content = content

    @property
    def section(self) -> "str | None":
        """The section that it stands in, however deep; None where there are no sections."""
        in_section = len(self.path) > 2 and self.path[0] == "sections"
        return str(self.path[1]) if in_section else None


class Outline:
    """A document with its steps.

    Attributes:
        path: where the document is, from the outermost value.
        value: the document itself.
        verbs: the verbs that it may have.
        is_inside: whether it stands inside something else, such as an action.
        steps: every step in it, in the order of the text, but for those of documents in it.
    """

    __slots__ = ("is_inside", "path", "steps", "value", "verbs")

    def __init__(
        self, path: "Path", value: object, verbs: "Verbs", is_inside: bool = False
    ) -> None:
        self.path = path
        self.value = value
        self.verbs = verbs
        self.is_inside = is_inside
        self.steps: list[StepSeen] = []

    @property
    def sections(self) -> "dict[str, object]":
        """Its sections by name; none where they are no object."""
        sections = self.value.get("sections") if isinstance(self.value, dict) else None
        return sections if isinstance(sections, dict) else {}
