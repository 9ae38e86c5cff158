"""The flags that commands have beside the parameters of their actions."""

from swaigctl.model.entries import Parameter
from swaigctl.model.kinds import PROSE, Boolean, Choice, Switch, Text
from swaigctl.model.rules import Found, Match, Rule
from swaigctl.model.shapes import Json, ListOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.build.calls import Call
    from swaigctl.findings import Finding
    from swaigctl.model.entries import Action

INPUT = "Input"
OUTPUT = "Output"

HELP = Parameter("help", Switch(), "Print this help.", group="Help", default=False, short="-h")
PARAMS = Parameter(
    "params",
    Json(dict, is_whole=True),
    "The parameters as one object, named as in the documentation: text, @FILE, or - for standard "
    "input; what begins with { or [ is JSON and all else YAML. Given again, its members are added, "
    "and the later ones win. Flags given beside it win.",
    group=INPUT,
    also=("params_object",),
)
STRICT = Parameter("strict", Switch(), "Turn warnings into errors.", group=INPUT, default=False)
TRANSFER = Parameter(
    "transfer",
    Boolean(),
    "Whether the call leaves the agent when the SWML document has run. Left out, the action says "
    "nothing about it, and the agent stays on the call.",
    group=OUTPUT,
    source='Stands beside "SWML", never inside the document; the SDK writes the text "true".',
)
FORM = Parameter(
    "form",
    Choice(
        {
            "auto": "simplified where that says it all, else full",
            "simplified": "just the main parameter",
            "full": "an object with what differs from the defaults, or is always written",
            "expanded": "an object with the defaults written out",
        }
    ),
    "How the action is spelled.",
    group=OUTPUT,
    default="auto",
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
    Choice(
        {
            "action": "the action",
            "response": "a whole SWAIG response with the action in it",
            "swml": "the bare SWML document",
            "verb": "the bare verb",
        }
    ),
    "What to print.",
    group=OUTPUT,
    default="action",
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
    "format",
    Choice("json", "yaml"),
    "The language of the output.",
    group=OUTPUT,
    default="json",
    also=("output_format",),
)
COMPACT = Parameter(
    "compact",
    Switch(),
    "Print JSON on one line.",
    group=OUTPUT,
    default=False,
    short="-c",
)


class FindingCodes(ListOf):
    """Codes of findings: the flag is repeated, or there are commas between them."""

    def __init__(self) -> None:
        super().__init__(Text("CODE"))

    def from_texts(self, texts: "list[str]") -> object:
        codes = [code.strip() for text in texts for code in text.split(",")]
        return [code for code in codes if code] or texts

    def faults(self, value: object) -> "Iterator[Finding]":
        from swaigctl.catalog.program.codes import faults_of_code

        yield from super().faults(value)
        if isinstance(value, list):
            for code in value:
                yield from faults_of_code(code) if isinstance(code, str) and code else ()


IGNORE = Parameter(
    "ignore",
    FindingCodes(),
    "Leave out warnings with this code, which stands in brackets behind them; several may be given "
    "with commas between them. Errors can't be left out.",
    group=INPUT,
)
COLOR = Parameter(
    "color",
    Choice(
        {
            "auto": "on a terminal, unless the environment says otherwise",
            "always": "everywhere",
            "never": "nowhere",
        }
    ),
    "Where to use colour. 'always' and 'never' win over the environment variables NO_COLOR, for "
    "never, and FORCE_COLOR, for always, of which NO_COLOR wins.",
    group=OUTPUT,
    default="auto",
)
NO_COLOR = Parameter(
    "no_color", Switch(), "The same as '--color never'.", group=OUTPUT, default=False
)
COLORS = (COLOR, NO_COLOR)

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
    PROSE,
    "What the model reads next: facts, or an instruction. It is no speech.",
    group=RESPONSE,
)
TOOL_RESULT = Parameter(
    "tool_result",
    PROSE,
    "What the tool did, for the model to reason from. It takes the place of the response.",
    group=RESPONSE,
)
TOOL_PROMPT = Parameter(
    "tool_prompt",
    PROSE,
    "What the model is to say now. It takes the place of the response.",
    group=RESPONSE,
)
POST_PROCESS = Parameter(
    "post_process",
    Switch(),
    "Let the model take one more turn before the actions run.",
    group=RESPONSE,
    default=False,
)

RESPONSE_PARAMS = Parameter(
    "params",
    PARAMS.kind,
    "The whole response as one object: response, tool_result, tool_prompt, post_process, and "
    "actions as a line of 'batch' has them: text, @FILE, or - for standard input; what begins with "
    "{ or [ is JSON and all else YAML. Given again, its members are added, and the later ones win. "
    "Flags of the response win over it, and actions on the command line come after its own.",
    group=INPUT,
    also=PARAMS.also,
)

RESPOND = (
    RESPONSE_PARAMS,
    RESPONSE_TEXT,
    TOOL_RESULT,
    TOOL_PROMPT,
    POST_PROCESS,
    STRICT,
    IGNORE,
    SKELETON,
    FORMAT,
    COMPACT,
    *COLORS,
)
OUTPUTS = (STRICT, IGNORE, FORMAT, COMPACT, *COLORS)
"""Those of a whole command line that may stand behind any of its entries too."""


def of(action: "Action", in_chain: bool = False) -> "tuple[Parameter, ...]":
    """What the action's command takes beside the action's parameters.

    Where the action has a parameter of the same name, that one keeps the flag.
    """
    own = {parameter.name for parameter in action.parameters}
    place = action.place
    return (
        PARAMS_OBJECT if "params" in own else PARAMS,
        *(() if in_chain else (STRICT, IGNORE)),
        *((TRANSFER,) if place.carries_swml and not place.transfer else ()),
        *(() if place.is_part else (FORM,)),
        *(() if place.is_part or in_chain else (DIFF, AS)),
        *(() if in_chain else (SKELETON,)),
        *(() if in_chain else (OUTPUT_FORMAT if "format" in own else FORMAT, COMPACT, *COLORS)),
    )


def transfer_not_shown(call: "Call") -> "Iterator[Match]":
    """What is printed has no place for `transfer`."""
    transfer = call.options.get("transfer")
    if transfer is not None and call.options["as"] in ("swml", "verb"):
        yield Match(("transfer",), transfer)


def prompt_not_shown(call: "Call") -> "Iterator[Match]":
    """What is printed is no response, which the prompt would become."""
    if call.prompt() and call.options["as"] != "response":
        yield Match((call.action.prompt,))


def one_form(call: "Call") -> "Iterator[Match]":
    """Two forms are to be compared, and the action has one."""
    if call.options.get("diff") and not call.action.main:
        yield Match(("diff",))


TRANSFER_NOT_SHOWN = Rule(
    "transfer-not-shown",
    ("transfer",),
    Found(transfer_not_shown),
    "{subject} is left out where {as} is 'swml' or 'verb': it stands beside the document, not in "
    "it.",
)
PROMPT_NOT_SHOWN = Rule(
    "prompt-not-shown",
    ("prompt",),
    Found(prompt_not_shown),
    "{subject} becomes the response, which is shown where {as} is 'response', and by"
    " 'swaigctl respond'.",
)
ONE_FORM = Rule(
    "one-form",
    ("diff",),
    Found(one_form),
    "{subject} has nothing to compare: this action has only one form.",
)
OPTION_RULES = (TRANSFER_NOT_SHOWN, PROMPT_NOT_SHOWN, ONE_FORM)
"""What to warn of in how an action is asked for."""
