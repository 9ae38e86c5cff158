"""The command `list` and its flags."""

from swaigctl.catalog.program import flags
from swaigctl.model.entries import Example, Parameter
from swaigctl.model.kinds import Choice
from swaigctl.model.tools import Tool

TEXT_OR_JSON = Parameter(
    "format",
    Choice("text", "json"),
    "Text for people, JSON for scripts.",
    group=flags.OUTPUT,
    default="text",
    also=flags.FORMAT.also,
)

LIST_WHAT = Parameter(
    "what",
    Choice(
        {
            "actions": "the actions of responses",
            "verbs": "the verbs of SWML documents",
            "all": "both",
        }
    ),
    "What to list.",
    group=flags.INPUT,
    default="actions",
)

list_entries = Tool(
    "list",
    "List the actions, or the verbs, with their families.",
    (LIST_WHAT, TEXT_OR_JSON, *flags.COLORS),
    module="listing",
    usage="[WORD]... [FLAGS]",
    description="Beside each stands its name on the wire. With a WORD, only those are listed that "
    "have it in their names or summaries; with several words, those that have each of "
    "them. Capital and small letters are the same, and the page that describes each stands below "
    "it. If there are none, the exit status is 1. JSON says more: which kind each is, what it "
    "looks like on the wire, an example with its result, whether a verb is for calls or for "
    "messages, and whether the vendor's SDK for Python has it.",
    examples=(
        Example("What has to do with recording", "list record --what all"),
        Example("The verbs of documents for messages", "list --what verbs messaging"),
        Example("For a script", "list conference --format json"),
    ),
)
