"""SWML documents, built in Python."""

from __future__ import annotations

from swaigctl.build.documents import document, findings_of, step
from swaigctl.catalog.verbs import CALLING, MESSAGING, attribute_of
from swaigctl.findings import ParameterError
from swaigctl.model.steps import Document, Step
from swaigctl.python.values import as_json
from swaigctl.python.verb_methods import CallingMethods, MessagingMethods, VerbMethods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, ClassVar, Self

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.findings import Finding

MAIN = "main"


class DocumentMethods(VerbMethods):
    """What documents for calls and for messages have in common.

    Attributes:
        sections: the steps so far, by section, as they are written.
    """

    sections: dict[str, list[dict[str, Any]]]

    _verbs: ClassVar[Flavour]

    def __init__(self) -> None:
        """Start a document with nothing in it but an empty section `main`."""
        self.reset()

    def reset(self) -> Self:
        """Take everything out, and go on in the section `main`."""
        self.sections = {MAIN: []}
        self._section = MAIN
        return self

    def section(self, name: str) -> Self:
        """Go on in this section; one that does not exist is made.

        Raises:
            ParameterError: the name is not text, or empty.
        """
        self.add_section(name)
        self._section = name
        return self

    def add_section(self, section_name: str) -> Self:
        """Make a section without going on in it; one that exists stays as it is.

        Raises:
            ParameterError: the name is not text, or empty.
        """
        sections = Document(self._verbs).by_name["sections"].kind
        found = sections.faults({MAIN: [], section_name: []})
        refuse_errors(each.but(path=("section_name",)) for each in found)
        self.sections.setdefault(section_name, [])
        return self

    def add_verb(self, name: str, value: Any) -> Self:
        """Append a step to the section, by the verb's name as SWML has it.

        Args:
            name: The verb.
            value: What stands behind it: mostly an object with its parameters.

        Raises:
            ParameterError: there is no such verb, or the value is not allowed.
        """
        if name not in self._verbs.names():
            refuse_errors(Step(self._verbs).faults({name: value}))
        verb = self._verbs.named(name)
        checked = as_json(value)
        refuse_errors(findings_of(verb, checked))
        self.sections[self._section].append(step(verb, checked))
        return self

    def add_verb_to_section(self, section_name: str, name: str, value: Any) -> Self:
        """Append a step to another section, without going on in it.

        Args:
            section_name: The section. One that does not exist is made.
            name: The verb.
            value: What stands behind it.

        Raises:
            ParameterError: there is no such verb, or a value is not allowed.
        """
        before = self._section
        self.section(section_name)
        try:
            return self.add_verb(name, value)
        finally:
            self._section = before

    def steps(self, section: str = MAIN) -> list[dict[str, Any]]:
        """A copy of a section's steps, to put into a `switch`, a `cond` or wherever steps go.

        Raises:
            KeyError: there is no such section.
        """
        steps: list[dict[str, Any]] = as_json(self.sections[section])  # type: ignore[assignment]
        return steps

    def to_dict(self) -> dict[str, Any]:
        """A copy of the whole document."""
        copy: dict[str, Any] = as_json(document(self.sections))  # type: ignore[assignment]
        return copy

    def build(self) -> dict[str, Any]:
        """The same as `to_dict`, by the name that the SDK has for it."""
        return self.to_dict()

    def __repr__(self) -> str:
        """The steps by section, in at most 200 characters of one line."""
        from swaigctl.python.comparing import shown

        sections = vars(self).get("sections")  # a subclass may show itself before it has any
        return shown(type(self).__name__, [("sections=", sections)])

    def __eq__(self, other: object) -> bool:
        """Whether the other document has the same JSON, and the same flavour of verbs."""
        if not isinstance(other, DocumentMethods) or self._verbs is not other._verbs:
            return NotImplemented
        from swaigctl.python.comparing import is_sent_alike

        return self is other or is_sent_alike(self, other)

    def __hash__(self) -> int:
        """The same for all: equal documents must have one hash, and no change may change it."""
        return hash(DocumentMethods.__qualname__)

    def findings(self) -> list[Finding]:
        """All that is wrong with the document, and what is worth knowing of it; errors first.

        Methods refuse what is wrong with one step; this looks at the whole, as `validate` does.
        """
        from swaigctl.check.kinds import MESSAGING as FOR_MESSAGES
        from swaigctl.check.kinds import SWML
        from swaigctl.check.validation import validate

        return validate(self, FOR_MESSAGES if self._verbs is MESSAGING else SWML)

    def to_json(self, *, pretty: bool = False) -> str:
        """The document as JSON, on one line unless it is to be `pretty`."""
        from swaigctl.formats.json import compact_json, pretty_json

        return (pretty_json if pretty else compact_json)(self.to_dict())

    def render(self) -> str:
        """The document as JSON, to the byte as the SDK renders it."""
        from json import dumps

        return dumps(self.to_dict())

    def to_yaml(self) -> str:
        """The document as YAML, which readers of YAML 1.1 and 1.2 understand alike."""
        from swaigctl.formats.yaml_writer import yaml_text

        return yaml_text(self.to_dict())


class SWMLDocument(DocumentMethods, CallingMethods):
    """A SWML document for a call, with a method for each verb.

    Every method checks its parameters, appends one step to the current section and returns the
    document itself:

        SWMLDocument().answer().play("say:Hi").section("later").hangup().to_dict()

    Parameters that are None are left out. Names that are words of Python's have an underscore
    behind them: `return_`, `from_`.

    Attributes:
        sections: the steps so far, by section, as they are written.
    """

    _verbs = CALLING

    def say(
        self,
        text: str,
        voice: str | None = None,
        language: str | None = None,
        gender: str | None = None,
        volume: float | str | None = None,
    ) -> Self:
        """Speak a text: a `play` step with `say:` before the text, as the SDK's builder has it.

        Args:
            text: What to say.
            voice: The voice.
            language: The language.
            gender: The gender of the voice.
            volume: How much louder, in decibels.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.
        """
        return self.play(
            f"say:{text}", say_voice=voice, say_language=language, say_gender=gender, volume=volume
        )


class MessagingDocument(DocumentMethods, MessagingMethods):
    """A SWML document for a message, with a method for each verb.

    Seven verbs share their name with one for calls and have other parameters, so it is a class of
    its own:

        MessagingDocument().reply("Thank you.").to_dict()

    Attributes:
        sections: the steps so far, by section, as they are written.
    """

    _verbs = MESSAGING


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Nothing, if there is no error.

    Raises:
        ParameterError: the first one.
    """
    for finding in findings:
        if finding.is_error:
            raise ParameterError(finding)


for _class, _methods in ((SWMLDocument, CallingMethods), (MessagingDocument, MessagingMethods)):
    for _name in _class._verbs.names():  # so that errors and help name the class that is used
        _method = getattr(_methods, attribute_of(_name))
        _method.__qualname__ = f"{_class.__name__}.{_method.__name__}"
