"""What a request has when it stands in a file: one action, a whole response, or a document."""

from swaigctl.catalog import index, method_called
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.verbs import CALLING, MESSAGING
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.kinds import Kind, misfit
from swaigctl.model.places import BareValue, WholeDocument
from swaigctl.model.shapes import JSON_FLAG, Json, ListOf
from swaigctl.model.steps import Document, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.findings import Finding, Path
    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part

    Sections = dict[str, list[dict[str, object]]]

MAIN = "main"
"""The section that runs first."""


class ActionName(Kind):
    """The name of an action: its command's, its method's, or the one on the wire."""

    metavar = "ACTION"
    annotation = "str"
    allowed = "the name of an action"
    json_types = (str,)

    def faults(self, value: object) -> "Iterable[Finding]":
        if not isinstance(value, str):
            return (misfit(self, value),)
        if method_called(value) is None:
            from swaigctl.catalog.meant import unknown_action

            return (unknown_action(value, tuple(index.ACTIONS)),)
        return ()

    def normal(self, value: object) -> object:
        """The method's name."""
        return method_called(str(value)) or value


class GivenDocument(Kind):
    """A document as a request has it, in the shape that says it best.

    | what is given | what it is |
    |---|---|
    | a list | the steps of `main` |
    | an object with `main` | the sections by name |
    | an object with `sections` or `version` | the whole document |
    | an object with one verb | the one step of `main` |
    """

    takes_json = True
    metavar = JSON_FLAG
    allowed = "a list of steps, or an object with sections"
    annotation = "list[Any] | dict[str, Any]"
    json_types = (dict, list)

    def __init__(self, verbs: "Flavour") -> None:
        self.verbs = verbs
        self.document = Document(verbs)
        self.sections = self.document.by_name["sections"].kind
        self.steps: Kind = self.sections.item  # type: ignore[attr-defined]
        self.step = Step(verbs)

    def chosen(self, value: object) -> Kind:
        if isinstance(value, list):
            return self.steps.chosen(value)
        if not isinstance(value, dict):
            return self
        if MAIN not in value and ("sections" in value or "version" in value):
            return self.document.chosen(value)
        return self.step if self.is_step(value) else self.sections

    def is_step(self, value: "dict[str, object]") -> bool:
        """Whether an object is rather one step than sections by name.

        Some verbs have a list for their value, as every section is one; but sections without
        `main` are never right.
        """
        if MAIN in value:
            return False
        lists = [isinstance(content, list) for content in value.values()]
        if len(value) == 1:
            (name,) = value
            return not lists[0] or self.is_verb(name)
        return not all(lists) and any(map(self.is_verb, value))

    def is_verb(self, name: str) -> bool:
        return name in self.verbs.names() or bool(self.verbs.use_elsewhere(name))

    def faults(self, value: object) -> "Iterable[Finding]":
        return (misfit(self, value),)

    def sections_in(self, value: object) -> "Sections":
        """The sections of a right document, however it is given."""
        if isinstance(value, list):
            return {MAIN: value}
        assert isinstance(value, dict)
        kind = self.chosen(value)
        if kind is self.step:
            return {MAIN: [value]}
        if kind is self.sections:
            return dict(value)
        if "sections" in value:
            return dict(value["sections"])
        # What may stand in place of sections is a verb with its value.
        return {MAIN: [{name: each} for name, each in value.items() if name != "version"]}

    def path_in(self, value: object, path: "Path") -> "Path | None":
        """Where a place stands in what is given, from its path through the sections by name.

        None if nothing of what is given stands for it.
        """
        if not isinstance(value, dict):
            return path[1:] if path[:1] == (MAIN,) else None
        kind = self.chosen(value)
        if kind is self.step:
            return path[2:] if path[:2] == (MAIN, 0) else None
        before: tuple[PathStep, ...] = () if kind is self.sections else ("sections",)
        return (*before, *path)


GIVEN_DOCUMENTS = {flavour.name: GivenDocument(flavour) for flavour in (CALLING, MESSAGING)}
"""By what they are for."""

ACTION = Parameter(
    "action",
    ActionName(),
    "The action, named as its command, its method, or on the wire.",
    required=True,
)
PARAMS = Parameter("params", Json(dict), "Its parameters, named as in the documentation.")
OPTIONS = (flags.FORM, flags.AS, flags.TRANSFER)
"""How an action is written: named and checked like the flags of its command."""


class ListOrObject(Json):
    """JSON whose inside is looked at later, by the kind that knows it."""

    def __init__(self) -> None:
        super().__init__(dict, list)

    def parts(self, value: object) -> "Iterator[Part]":
        yield from ()


SWML = Parameter(
    "swml",
    ListOrObject(),
    "A SWML document: a list of steps, which are the section main; an object of sections by name; "
    "one step; or a whole document.",
    required=True,
)

ACTION_MEMBERS = (ACTION, PARAMS, *OPTIONS)
"""A single action: `{"action": "say", "params": {"text": "Hi"}}`"""

LINK_MEMBERS = (ACTION, PARAMS, flags.FORM, flags.TRANSFER)
"""An action of a response, where `{"say": {"text": "Hi"}}` does not say enough."""

DOCUMENT_MEMBERS = (SWML, document_flags.FOR, document_flags.VERB_FORM, document_flags.DOCUMENT_AS)
"""A document: `{"swml": [{"play": {"url": "say:Hi"}}]}`"""

DOCUMENT_LINK_MEMBERS = (SWML, document_flags.VERB_FORM, flags.TRANSFER)
"""A document among the actions of a response, where it is always for a call."""

SHAPES = {"action": "document", "swml": "document", "verb": "step"}
"""What the shapes of actions are for documents, where a request has no `as` of its own."""

CARRIED = Action(
    "swml",
    "Run a SWML document.",
    WholeDocument(transfer=flags.TRANSFER.name),
    BareValue(SWML.name),
    (SWML, flags.TRANSFER),
)
"""What carries a document among the actions of a response; the document is checked before."""

ACTIONS = Parameter(
    "actions",
    ListOf(Json(dict)),
    'The actions, in the order in which they run: {"say": {"text": "Hi"}}. A document is one of '
    'them: {"swml": [{"play": {"url": "say:Hi"}}]}.',
)
RESPONSE_MEMBERS = (
    flags.RESPONSE_TEXT,
    flags.TOOL_RESULT,
    flags.TOOL_PROMPT,
    flags.POST_PROCESS,
    ACTIONS,
    flags.FORM,
    flags.AS,
)
"""A whole response; of the shapes it has only its own."""
