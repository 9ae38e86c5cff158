"""The flags that commands have beside the parameters of their actions."""

from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.cautions import Caution
from swaigctl.catalog.kinds import Boolean, Choice, Json, Switch, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Action

INPUT = "Input"
OUTPUT = "Output"

PARAMS = Parameter(
    "params",
    Json(dict),
    "The parameters as one object, named as in the documentation: JSON text, @FILE of JSON or "
    "YAML, or - for standard input, where what begins with { or [ is JSON and all else YAML. "
    "Flags given beside it win.",
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
SKELETON = Parameter(
    "skeleton",
    Switch(),
    "Print the object for --params, to fill in: what was given, what is taken otherwise, and "
    "empty text for what is required. YAML with comments, unless JSON is asked for.",
    group=OUTPUT,
    default=False,
)
FORMAT = Parameter(
    "format", Choice("json", "yaml"), "The language of the output.", group=OUTPUT, default="json"
)
COMPACT = Parameter(
    "compact",
    Switch(),
    "Print JSON on one line.",
    group=OUTPUT,
    default=False,
    short="-c",
)
NO_COLOR = Parameter(
    "no_color",
    Switch(),
    "No colour, not even on a terminal. The environment variable NO_COLOR does the same.",
    group=OUTPUT,
    default=False,
)

LIST_FORMAT = Parameter(
    "format",
    Choice("text", "json"),
    "Text for people, JSON for scripts.",
    group=OUTPUT,
    default="text",
)

SCHEMA_OF = Parameter(
    "of",
    Choice("params", "action", "response", "plan"),
    "What to describe. Left out, it is the parameters of the ACTION, or without ACTION a response.",
    group=OUTPUT,
    meanings={
        "params": "the object that --params takes",
        "action": "the action on the wire, in all its forms; without ACTION any action",
        "response": "a whole SWAIG response, with the ACTION or with any",
        "plan": "a plan of fixtures, of any actions",
    },
)

FAIL_FAST = Parameter(
    "fail_fast",
    Switch(),
    "Stop at the first line that can't be answered.",
    group=INPUT,
    default=False,
)
ERRORS = Parameter(
    "errors",
    Text("FILE"),
    "Write the lines that can't be answered to this file too, as JSON Lines: 'line' is the number, "
    "'input' the text ('input_base64' if it is not UTF-8), 'cut' is true if that is only the "
    "beginning of a line that is too long, 'errors' what is wrong. Neither the input nor the "
    "output can be this file.",
    group=OUTPUT,
)
FIXTURES_OUTPUT = Parameter(
    "output",
    Text("DIR"),
    "For 'build' and 'check': the output folder, in place of the plan's own; relative to the "
    "current folder. It may be anywhere, and may be a link.",
    group=OUTPUT,
)
PRUNE = Parameter(
    "prune",
    Switch(),
    "For 'build': remove what the plan once made and makes no longer; what somebody has changed "
    "since stays.",
    group=OUTPUT,
    default=False,
)
FORCE = Parameter(
    "force",
    Switch(),
    "For 'build': overwrite files that are there already and were not made by the plan.",
    group=OUTPUT,
    default=False,
)
FIXTURES_STRICT = Parameter(
    "strict",
    STRICT.kind,
    "For 'build' and 'check': turn warnings into errors.",
    group=INPUT,
    default=STRICT.default,
)
FIXTURES_FORMAT = Parameter(
    "format",
    LIST_FORMAT.kind,
    "For 'list': text for people, JSON for scripts.",
    group=OUTPUT,
    default=LIST_FORMAT.default,
)

# For the actions that have a parameter of that name.
PARAMS_OBJECT = Parameter("params_object", PARAMS.kind, PARAMS.help, group=INPUT, option="params")
OUTPUT_FORMAT = Parameter(
    "output_format",
    FORMAT.kind,
    FORMAT.help,
    group=OUTPUT,
    default=FORMAT.default,
    option="format",
)

RESPONSE = "Response"

RESPONSE_TEXT = Parameter(
    "response",
    Text(),
    "What the model reads next: facts, or an instruction. It is no speech.",
    group=RESPONSE,
)
TOOL_RESULT = Parameter(
    "tool_result",
    Text(),
    "What the tool did, for the model to reason from; in place of --response.",
    group=RESPONSE,
)
TOOL_PROMPT = Parameter(
    "tool_prompt",
    Text(),
    "What the model is to say now; in place of --response.",
    group=RESPONSE,
)
POST_PROCESS = Parameter(
    "post_process",
    Switch(),
    "Let the model take one more turn before the actions run.",
    group=RESPONSE,
    default=False,
)

RESPOND = (
    RESPONSE_TEXT,
    TOOL_RESULT,
    TOOL_PROMPT,
    POST_PROCESS,
    STRICT,
    FORMAT,
    COMPACT,
    NO_COLOR,
)

BATCH = (STRICT, FAIL_FAST, FORM, AS, ERRORS, NO_COLOR)


def of(action: "Action", in_chain: bool = False) -> "tuple[Parameter, ...]":
    """What the action's command takes beside the action's parameters.

    Where the action has a parameter of the same name, that one keeps the flag.
    """
    own = {parameter.name for parameter in action.parameters}
    layout = action.layout
    return (
        PARAMS_OBJECT if "params" in own else PARAMS,
        *(() if in_chain else (STRICT,)),
        *((TRANSFER,) if layout.carries_swml and not layout.transfer else ()),
        *(() if layout.fragment else (FORM,)),
        *(() if layout.fragment or in_chain else (DIFF, AS)),
        *(() if in_chain else (SKELETON,)),
        *(() if in_chain else (OUTPUT_FORMAT if "format" in own else FORMAT, COMPACT, NO_COLOR)),
    )


def transfer_not_shown(shape: str) -> Caution:
    sentence = f"is left out of '--as {shape}': it stands beside the document, not in it."
    return Caution("transfer-not-shown", TRANSFER.flag, sentence)


PROMPT_NOT_SHOWN = Caution(
    "prompt-not-shown",
    "--prompt",
    "becomes the response, which only '--as response' and 'swaigctl respond' show.",
)
ONE_FORM = Caution(
    "one-form", DIFF.flag, "there is nothing to compare: this action has only one form."
)


def cautions_of(action: "Action") -> "list[Caution]":
    """What the flags that are not the action's own can draw."""
    layout = action.layout
    return [
        *([transfer_not_shown("swml")] if TRANSFER in of(action) else []),
        *([PROMPT_NOT_SHOWN] if layout.response else []),
        *([ONE_FORM] if layout.main is None and DIFF in of(action) else []),
    ]
