"""What a request has when it stands in a file: one action, or a whole response."""

from swaigctl.catalog import command_flags
from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.index import FAMILY_OF
from swaigctl.catalog.kinds import Json, Kind, mistyped
from swaigctl.catalog.special_kinds import ListOf
from swaigctl.errors import Meant, ParameterError, shown


class ActionName(Kind):
    """The name of an action, as its command or its method has it."""

    metavar = "ACTION"
    annotation = "str"

    def check(self, value: object) -> str:
        """The method's name."""
        if not isinstance(value, str):
            raise mistyped(value, "the name of an action")
        name = value.replace("-", "_")
        if name not in FAMILY_OF:
            raise ParameterError(
                "choice",
                f"{shown(value)} is not an action.",
                value=value,
                allowed=tuple(FAMILY_OF),
                wording="must be the name of an action",
                near=Meant(value, tuple(FAMILY_OF)),
            )
        return name


ACTION = Parameter(
    "action", ActionName(), "The action, named as its command or its method.", required=True
)
PARAMS = Parameter("params", Json(dict), "Its parameters, named as in the documentation.")
OPTIONS = (command_flags.FORM, command_flags.AS, command_flags.TRANSFER)
"""How an action is written: named and checked like the flags of its command."""

ACTION_MEMBERS = (ACTION, PARAMS, *OPTIONS)
"""A single action: `{"action": "say", "params": {"text": "Hi"}}`"""

LINK_MEMBERS = (ACTION, PARAMS, command_flags.FORM, command_flags.TRANSFER)
"""An action of a response, where `{"say": {"text": "Hi"}}` does not say enough."""

ACTIONS = Parameter(
    "actions",
    ListOf(Json(dict)),
    'The actions, in the order in which they run: {"say": {"text": "Hi"}}.',
)
RESPONSE_MEMBERS = (
    command_flags.RESPONSE_TEXT,
    command_flags.TOOL_RESULT,
    command_flags.TOOL_PROMPT,
    command_flags.POST_PROCESS,
    ACTIONS,
    command_flags.FORM,
    command_flags.AS,
)
"""A whole response; of the shapes it has only its own."""
