"""The verbs of documents for messages. Seven of them share a name with a verb for calls.

No number, boolean or choice is a variable here, and in text only `%{path}` is replaced.
"""

from swaigctl.catalog.verbs import MESSAGING
from swaigctl.catalog.verbs.branches import CASES, NO_CASE, OTHERWISE, VARIABLE
from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import Boolean, Choice, Integer, Number, Text
from swaigctl.model.rules import need_one_of, one_url_each
from swaigctl.model.shapes import Field, Json, ListOf, MapOf, Object
from swaigctl.model.steps import Steps
from swaigctl.model.unions import OneOf

TITLE = "Messages"

# Headings in help.
MESSAGE = "Message"
BRANCHES = "Branches"
REQUEST = "Request"
RESPONSE = "Response"
DESTINATION = "Destination"
JUMP = "Jump"
VALUE = "Value"

FLAVOUR = MESSAGING.name


def text(
    metavar: str = "TEXT", empty: bool = False, prose: bool = False, any_value: bool = False
) -> Text:
    return Text(metavar, empty=empty, paths_only=True, prose=prose, any_value=any_value)


def is_fetched(text: str) -> bool:
    """An http(s) URL; a variable may stand anywhere in it."""
    scheme, separator, rest = text.partition("://")
    return "%{" in text or bool(separator and rest and scheme.lower() in ("http", "https"))


def is_section(text: str) -> bool:
    """Neither a URL nor the text of a document."""
    return "://" not in text and text[:1] != "{"


FETCHED = Formatted(
    "fetched",
    is_fetched,
    r"^(?:[Hh][Tt][Tt][Pp][Ss]?://[\s\S]|[\s\S]*%\{)",
    "a URL that begins with http:// or https://",
    "URL",
    variable=False,
    paths_only=True,
)
SECTION = Formatted(
    "section",
    is_section,
    r"^(?:[^:{]|(?::/?)+(?:[^:/]|$))(?:[^:]|(?::/?)+(?:[^:/]|$))*$",
    "the name of a section of this document",
    "SECTION",
    variable=False,
    paths_only=True,
)
METHOD = Choice("GET", "POST", "PUT", "PATCH", "DELETE")

BODY = Field("body", text(prose=True), "The text. Either it or media is needed.", group=MESSAGE)
REPLY = Object(
    BODY,
    Field("media", ListOf(text("URL"), at_most=8), "URL of a file to send.", group=MESSAGE),
    Field(
        "to",
        text("NUMBER"),
        "Who gets it. Without it, whoever sent the message.",
        group=MESSAGE,
    ),
    Field(
        "from",
        text("NUMBER"),
        "Your number that it comes from. Without it, the number that the message came to.",
        group=MESSAGE,
    ),
    Field("status_url", text("URL"), "Where to report what becomes of it.", group=MESSAGE),
    title="reply",
    rules=(need_one_of("body", "media", count_empty=False), one_url_each("media")),
)
TEXT_OR_REPLY = OneOf(BODY.kind, REPLY)

KEY = Text(empty=True)
"""A value that a variable is compared with; it is empty where the variable is not set."""

COMPARED = VARIABLE.but(
    help="Name of the variable to compare, such as message.body, without %{}.", required=True
)
TRANSFORM = Field(
    "transform",
    Choice(
        {
            "lowercase": "in small letters",
            "uppercase": "in capital letters",
            "trim": "without white space around it",
            "lowercase_trim": "in small letters, without white space around it",
            "uppercase_trim": "in capital letters, without white space around it",
        }
    ),
    "What to make of the variable's value before it is compared.",
    group=BRANCHES,
)

reply = Verb(
    "reply",
    "Answer with a text message, with media if you like.",
    OneOf(
        BODY.kind,
        REPLY,
        Object(
            Field(
                "switch",
                Object(
                    COMPARED,
                    TRANSFORM,
                    CASES.but(
                        kind=MapOf(TEXT_OR_REPLY, key=KEY),
                        help="Replies by the value of the variable: texts, or objects.",
                    ),
                    OTHERWISE.but(kind=TEXT_OR_REPLY, help="The reply where no value matches."),
                    title="switch",
                    rules=(NO_CASE,),
                ),
                "Which reply to send, by the value of a variable.",
                group=BRANCHES,
                required=True,
            ),
            title="reply",
        ),
    ),
    flavour=FLAVOUR,
    description="The steps behind it still run. Where a switch has no matching value and no "
    "default, the platform reports an error.",
    sets=("reply_result", "reply_message_id"),
    examples=(
        Example("A text", "swml --for messaging reply --body Hi"),
        Example(
            "By what was sent",
            "swml --for messaging reply --switch.variable message.body "
            '--switch.transform lowercase_trim --switch.case "hours=We open at nine." '
            '--switch.default "Send HOURS to learn when we open."',
        ),
    ),
)

receive = Verb(
    "receive",
    "Take the message and do nothing.",
    Object(title="receive"),
    flavour=FLAVOUR,
    examples=(Example("No answer", "swml --for messaging receive"),),
)

request = Verb(
    "request",
    "Send an HTTP request, and go on whatever becomes of it.",
    Object(
        Field("url", FETCHED, "Where to send it.", group=REQUEST, required=True),
        Field("method", METHOD, "Its HTTP method.", group=REQUEST, default="POST"),
        Field(
            "headers",
            MapOf(text(empty=True, any_value=True)),
            "Its headers, by name.",
            group=REQUEST,
        ),
        Field(
            "body",
            OneOf(text(empty=True), Json(dict)),
            "Its body: text, or an object that is sent as JSON.",
            group=REQUEST,
        ),
        Field(
            "timeout",
            Number(0, 5, "SECONDS"),
            "How long to wait for the response, in seconds.",
            group=REQUEST,
            default=5,
        ),
        Field(
            "save_variables",
            Boolean(),
            "Make variables of a response in JSON: request_response.NAME.",
            group=RESPONSE,
            default=False,
        ),
        title="request",
        sample={"url": "https://example.com"},
    ),
    flavour=FLAVOUR,
    description="A document can send 10 requests for one message.",
    sets=("request_result", "request_response_code", "request_response_body", "request_response"),
    examples=(
        Example(
            "Tell your own server",
            "swml --for messaging request --url https://shop.example/messages --body "
            "'text=%{message.body}'",
        ),
        Example(
            "Look something up, then answer with it",
            "swml --for messaging request --url https://shop.example/orders/17 "
            '--method GET --save-variables reply --body "Your order is '
            '%{request_response.state}."',
        ),
    ),
)

execute = Verb(
    "execute",
    "Run another section of the document, and come back.",
    Object(
        Field("dest", SECTION, "Which section to run.", group=DESTINATION, required=True),
        Field(
            "params",
            Json(dict),
            "Parameters for the section, in place of the current ones.",
            group=DESTINATION,
        ),
        title="execute",
    ),
    flavour=FLAVOUR,
    description="The section must be in this document; transfer goes to a URL.",
    sets=("return_value",),
    examples=(
        Example(
            "A section of the document",
            "swml --for messaging execute --dest hours --section hours reply --body "
            '"We open at nine."',
        ),
    ),
)

transfer = Verb(
    "transfer",
    "Go on with SWML from a URL, and don't come back.",
    Object(
        Field("dest", FETCHED, "Where the SWML comes from.", group=DESTINATION, required=True),
        Field(
            "method",
            METHOD,
            "The HTTP method to fetch it with.",
            group=DESTINATION,
            default="POST",
        ),
        Field("params", Json(dict), "Parameters for the other SWML.", group=DESTINATION),
        title="transfer",
    ),
    flavour=FLAVOUR,
    description="The destination is never a section of this document; execute runs those.",
    examples=(
        Example(
            "SWML from elsewhere",
            "swml --for messaging transfer --dest https://shop.example/messages.swml",
        ),
    ),
)

STEPS = Steps(MESSAGING)

switch = Verb(
    "switch",
    "Run the steps whose key equals a variable's value.",
    Object(
        COMPARED,
        TRANSFORM,
        CASES.but(kind=MapOf(STEPS, key=KEY)),
        OTHERWISE.but(kind=STEPS),
        title="switch",
        rules=(NO_CASE,),
    ),
    flavour=FLAVOUR,
    description="Where no key matches and there is no default, the platform reports an error.",
    examples=(
        Example(
            "By what was sent",
            "swml --for messaging switch --variable message.body --transform "
            'lowercase_trim --case \'hours:=[{"reply": {"body": "We open at nine."}}]\' '
            "--default '[{\"receive\": {}}]'",
        ),
    ),
)

goto = Verb(
    "goto",
    "Jump to a label of the same section.",
    Object(
        Field("label", text("LABEL"), "Which label to jump to.", group=JUMP, required=True),
        Field(
            "max",
            Integer(metavar="TIMES"),
            "How often to jump at most; then the section ends.",
            group=JUMP,
            default=100,
        ),
        title="goto",
    ),
    flavour=FLAVOUR,
    examples=(
        Example(
            "Once more, three times at most",
            "swml --for messaging label --name ask request --url "
            "https://shop.example/ready --save-variables goto --label ask --max 3",
        ),
    ),
)

return_ = Verb(
    "return",
    "Return a value from the section, or from main, end.",
    Field(
        "value",
        Json(),
        "The value: any JSON; null where there is nothing to return.",
        group=VALUE,
    ),
    flavour=FLAVOUR,
    sets=("return_value",),
    examples=(
        Example(
            "A value for whoever executed the section", "swml --for messaging return --value true"
        ),
    ),
)

label = Verb(
    "label",
    "Name this place in the section, for goto.",
    Field(
        "name",
        text("LABEL"),
        "Name of the place. No other label of the section may have it.",
        group=JUMP,
        required=True,
    ),
    flavour=FLAVOUR,
    examples=(
        Example(
            "A place to come back to",
            "swml --for messaging label --name ask request --url "
            "https://shop.example/ready goto --label ask --max 3",
        ),
    ),
)
