"""The flags that action commands have beside the parameters of their action."""

from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.cautions import Caution
from swaigctl.catalog.kinds import Boolean, Choice, Json, Switch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Action

INPUT = "Input"
OUTPUT = "Output"

PARAMS = Parameter(
    "params",
    Json(dict),
    "The parameters as one object, named as in the documentation: JSON text, @path to a JSON or "
    "YAML file, or - for standard input. Flags given beside it win.",
    group=INPUT,
)
STRICT = Parameter("strict", Switch(), "Turn warnings into errors.", group=INPUT, default=False)
TRANSFER = Parameter(
    "transfer",
    Boolean(),
    "Whether the call leaves the agent when the SWML document has run. Left out, the action says "
    "nothing about it.",
    group=OUTPUT,
    source='Stands beside "SWML", never inside the document; the SDK writes the text "true".',
)
FORM = Parameter(
    "form",
    Choice("auto", "simplified", "full", "expanded"),
    "How the action is spelled.",
    group=OUTPUT,
    default="auto",
    meanings={
        "auto": "simplified where that says it all, else full",
        "simplified": "just the main parameter",
        "full": "an object with what differs from the defaults",
        "expanded": "an object with the defaults written out",
    },
)
DIFF = Parameter(
    "diff",
    Switch(),
    "Show how the full form (or with '--form expanded' the expanded one) differs from the "
    "simplified form.",
    group=OUTPUT,
    default=False,
)
AS = Parameter(
    "as",
    Choice("action", "response", "swml", "verb"),
    "What to print.",
    group=OUTPUT,
    default="action",
    meanings={
        "action": "the action",
        "response": "a whole SWAIG response with the action in it",
        "swml": "the bare SWML document",
        "verb": "the bare verb",
    },
)
FORMAT = Parameter(
    "format", Choice("json", "yaml"), "The language of the output.", group=OUTPUT, default="json"
)
COMPACT = Parameter(
    "compact", Switch(), "Print JSON on one line.", group=OUTPUT, default=False, short="-c"
)
NO_COLOR = Parameter(
    "no_color",
    Switch(),
    "No colour, not even on a terminal. The environment variable NO_COLOR does the same.",
    group=OUTPUT,
    default=False,
)

COMMON = (PARAMS, STRICT, FORM, DIFF, AS, FORMAT, COMPACT, NO_COLOR)
FOR_SWML = (PARAMS, STRICT, TRANSFER, FORM, DIFF, AS, FORMAT, COMPACT, NO_COLOR)


def of(action: "Action") -> "tuple[Parameter, ...]":
    """What the action's command takes beside the action's parameters."""
    return FOR_SWML if action.layout.carries_swml else COMMON


TRANSFER_NOT_SHOWN = Caution(
    "transfer-not-shown",
    TRANSFER.flag,
    "stands beside the SWML document, where '--as swml' and '--as verb' don't show it.",
)
