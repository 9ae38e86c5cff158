"""What the vendor's SDK for Python has of the catalog: signalwire-sdk 3.7.

Its `FunctionResult` has most actions, and its `SWMLBuilder` most verbs of documents for calls;
documents for messages it can't build.
"""

from swaigctl.model.entries import CALLING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.entries import Action, Verb

ACTIONS_MISSING = ("transfer", "back_to_back_functions", "user_event")
VERBS_MISSING = ("stream", "stop_stream", "execute_rpc", "transcribe", "transcribe_stop")


def has_action(action: "Action") -> bool:
    """Whether `FunctionResult` has a method for it."""
    return action.name not in ACTIONS_MISSING


def has_verb(verb: "Verb") -> bool:
    """Whether `SWMLBuilder` has a method for it."""
    return verb.flavour == CALLING and verb.name not in VERBS_MISSING
