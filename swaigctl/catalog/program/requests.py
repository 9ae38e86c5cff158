"""What a request has when it stands in a file: one action, or a whole response."""

from swaigctl.catalog import index, method_called
from swaigctl.catalog.program import flags
from swaigctl.findings import NEAREST, Finding
from swaigctl.model.entries import Parameter
from swaigctl.model.kinds import Kind, mistyped
from swaigctl.model.shapes import Json, ListOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class ActionName(Kind):
    """The name of an action, as its command or its method has it."""

    metavar = "ACTION"
    annotation = "str"
    allowed = "the name of an action"
    json_types = (str,)

    def faults(self, value: object) -> "Iterable[Finding]":
        if not isinstance(value, str):
            return (mistyped(value, self.allowed),)
        if method_called(value) is None:
            names = tuple(index.ACTIONS)
            sentence = "{value} is not an action."
            return (
                Finding("unknown-action", sentence, value=value, allowed=names, suggestion=NEAREST),
            )
        return ()

    def normal(self, value: object) -> object:
        """The method's name."""
        return method_called(str(value)) or value


ACTION = Parameter(
    "action", ActionName(), "The action, named as its command or its method.", required=True
)
PARAMS = Parameter("params", Json(dict), "Its parameters, named as in the documentation.")
OPTIONS = (flags.FORM, flags.AS, flags.TRANSFER)
"""How an action is written: named and checked like the flags of its command."""

ACTION_MEMBERS = (ACTION, PARAMS, *OPTIONS)
"""A single action: `{"action": "say", "params": {"text": "Hi"}}`"""

LINK_MEMBERS = (ACTION, PARAMS, flags.FORM, flags.TRANSFER)
"""An action of a response, where `{"say": {"text": "Hi"}}` does not say enough."""

ACTIONS = Parameter(
    "actions",
    ListOf(Json(dict)),
    'The actions, in the order in which they run: {"say": {"text": "Hi"}}.',
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
