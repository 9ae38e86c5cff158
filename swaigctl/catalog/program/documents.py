"""The flags that a document has on a command line, and its verbs beside their parameters."""

from swaigctl.catalog.program.flags import INPUT, OUTPUT, OUTPUTS, SKELETON, TRANSFER
from swaigctl.model.entries import Parameter
from swaigctl.model.kinds import Choice, Switch, Text
from swaigctl.model.shapes import Json, ListOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.entries import Verb

DOCUMENT_GROUP = "Document"

FOR = Parameter(
    "for",
    Choice(
        {
            "calling": "a call",
            "messaging": "a message",
        }
    ),
    "What the document is for: which verbs there are.",
    group=DOCUMENT_GROUP,
    default="calling",
)
DOCUMENT_PARAMS = Parameter(
    "params",
    Json(dict, is_whole=True),
    "A whole document, to which the sections on the command line are added: JSON or YAML as text, "
    "@FILE, or - for standard input. Given again, its members are added, and the later ones win.",
    group=INPUT,
    also=("params_object",),
)
VERB_FORM = Parameter(
    "form",
    Choice(
        {
            "auto": "an object with what was given; for sleep, label, return, set, unset and cond "
            "their bare value",
            "simplified": "just the main parameter",
            "full": "an object with what was given",
            "expanded": "an object with the defaults written out",
        }
    ),
    "How verbs are spelled; behind a verb, how this one is.",
    group=OUTPUT,
    default="auto",
)
DOCUMENT_AS = Parameter(
    "as",
    Choice(
        {
            "document": "the document",
            "section": "just the steps of its one section",
            "step": "just its one step",
        }
    ),
    "What to print.",
    group=OUTPUT,
    default="document",
)
VERB_PARAMS = Parameter(
    "params",
    Json(is_whole=True),
    "The value of the verb as it stands in a document, mostly its parameters as one object: JSON "
    "or YAML as text, @FILE, or - for standard input. Given again, its members are added, and the "
    "later ones win. Flags given beside it win.",
    group=INPUT,
    also=("params_object",),
)
VERB_PARAMS_OBJECT = Parameter(
    "params_object", VERB_PARAMS.kind, VERB_PARAMS.help, group=INPUT, option="params"
)

SECTION = Parameter(
    "section",
    ListOf(Text("NAME")),
    "Begin another section, of this name: the verbs behind it are its steps.",
    group=DOCUMENT_GROUP,
)
END = Parameter(
    "end",
    Switch(),
    "End the document, so that actions can follow it.",
    group=DOCUMENT_GROUP,
    default=False,
)

DOCUMENT_OUTPUTS = (DOCUMENT_AS, *OUTPUTS)
"""Those of `swml` that may stand behind any verb too."""

DOCUMENT = (FOR, DOCUMENT_PARAMS, VERB_FORM, *DOCUMENT_OUTPUTS)
"""Those of `swml` before its first verb."""

DOCUMENT_IN_RESPONSE = (DOCUMENT_PARAMS, VERB_FORM, TRANSFER)
"""Those of a document in `respond`, before its first verb."""


def of_verb(verb: "Verb") -> "tuple[Parameter, ...]":
    """What a verb takes beside its parameters, one of which may have the name of a flag here."""
    return VERB_PARAMS_OBJECT if "params" in verb.fields else VERB_PARAMS, VERB_FORM, SKELETON
