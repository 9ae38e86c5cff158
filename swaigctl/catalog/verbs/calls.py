"""Verbs that move the call, or connect it to somebody."""

from swaigctl.catalog.verbs import CALLING, destinations
from swaigctl.catalog.verbs.answering import LOGIN, SECONDS, SIP
from swaigctl.catalog.verbs.answering import TITLE as TITLE
from swaigctl.catalog.verbs.branches import result
from swaigctl.catalog.verbs.destinations import PASSED_ON, RUN_SWML, URL_OR_SWML
from swaigctl.model.conditions import Beside
from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import is_phone_number
from swaigctl.model.kinds import YES_OR_NO, Choice, Integer, Text, has_variable
from swaigctl.model.rules import Rule, Unlike, Without, absolute_urls, does_nothing, one_url_each
from swaigctl.model.shapes import Field, ListOf, MapOf, Object
from swaigctl.model.steps import Steps
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Finding

# Headings in help.
DESTINATION = destinations.DESTINATION
CALLER = "Caller"
STREAM = "WebSocket stream"
WHILE_RINGING = "While it rings"
WHEN_ANSWERED = "When it is answered"
EVENTS = "Events"
AFTERWARDS = "Afterwards"


# What a step of `confirm` may be: the verbs page lists these and no others.
CONFIRMING = (
    *("cond", "set", "unset", "hangup", "play", "prompt", "record", "record_call"),
    *("stop_record_call", "tap", "stop_tap", "stream", "stop_stream", "send_digits", "send_sms"),
    *("denoise", "stop_denoise"),
)

TO = Field(
    "to",
    Text("ADDRESS"),
    "Whom to call: a number such as +15551234567, a SIP address such as sip:alice@example.com, or "
    "a resource such as /public/test_room.",
    group=DESTINATION,
    required=True,
)
FROM = Field(
    "from",
    Text("ADDRESS"),
    "The number or SIP address to show as the caller. Without it, the current call's.",
    group=DESTINATION,
)
LEG = (
    Field("from_name", Text(), "The name to show as the caller, to SIP addresses.", group=CALLER),
    Field(
        "headers",
        ListOf(
            Object(
                Field("name", Text(), "Name of the header.", required=True),
                Field("value", Text(), "Its value.", required=True),
            )
        ),
        "SIP headers to send with the call.",
        group=SIP,
    ),
    Field("codecs", Text(), "Codecs to offer to a SIP address, with commas.", group=SIP),
    Field(
        "webrtc_media", YES_OR_NO, "Offer WebRTC media to a SIP address.", group=SIP, default=False
    ),
    Field(
        "session_timeout",
        Integer(1, None, SECONDS, variable=True),
        "How long a SIP session lasts until it is refreshed, in seconds.",
        group=SIP,
        source="The vendor's default, 0, is below its own minimum: it stands for no timeout.",
    ),
    Field(
        "timeout",
        Integer(None, None, SECONDS, variable=True),
        "How long to let it ring, in seconds.",
        group=WHILE_RINGING,
        default=60,
    ),
    Field(
        "confirm",
        OneOf(Text("URL"), Steps(CALLING, CONFIRMING)),
        "What whoever answers hears before the calls are joined: the URL of SWML, or steps.",
        group=WHEN_ANSWERED,
    ),
    Field(
        "confirm_timeout",
        Integer(None, None, SECONDS, variable=True),
        "How long the confirmation may take, in seconds.",
        group=WHEN_ANSWERED,
    ),
    Field(
        "encryption",
        Choice(
            {
                "mandatory": "only encrypted media",
                "optional": "encrypted where the other side can",
                "forbidden": "never encrypted",
            },
            variable=True,
        ),
        "Whether the media is encrypted.",
        group=SIP,
        default="optional",
    ),
    Field("call_state_url", Text("URL"), "Where to report the call's states.", group=EVENTS),
    Field(
        "call_state_events",
        ListOf(Choice("created", "ringing", "answered", "ended", variable=True)),
        "Which states to report.",
        group=EVENTS,
        default=["ended"],
    ),
    Field("name", Text(), "Name of the stream.", group=STREAM),
    Field("codec", Text(), "Codec of the stream.", group=STREAM),
    Field("realtime", YES_OR_NO, "Exchange sound in both directions.", group=STREAM, default=False),
    Field(
        "status_url_method",
        Choice("GET", "POST", variable=True),
        "HTTP method that reports on the stream are sent with.",
        group=STREAM,
        default="POST",
    ),
    Field("authorization_bearer_token", Text(), "Bearer token for the stream.", group=STREAM),
    Field(
        "custom_parameters",
        MapOf(Text(any_value=True)),
        "Parameters to send with the stream.",
        group=STREAM,
    ),
)
WHOLE_CALL = (
    Field("ringback", ListOf(Text("URL")), "What the caller hears meanwhile.", group=WHILE_RINGING),
    Field(
        "max_duration",
        Integer(None, None, SECONDS, variable=True),
        "How long the connected call may last, in seconds.",
        group=WHEN_ANSWERED,
        default=14400,
    ),
    Field(
        "answer_on_bridge",
        YES_OR_NO,
        "Answer the caller only when the other side has answered.",
        group=WHEN_ANSWERED,
        default=False,
    ),
    Field(
        "transfer_after_bridge",
        URL_OR_SWML,
        "SWML for the caller when the other side has hung up: its URL, or a document as text.",
        group=AFTERWARDS,
    ),
    Field("status_url", Text("URL"), "Where to report what becomes of it.", group=EVENTS),
    Field(
        "result", result("connect_result"), "What to do next, by connect_result.", group=AFTERWARDS
    ),
)


def is_destination(text: str) -> bool:
    """A phone number, a SIP address, a resource (`/public/room`), a queue or a stream."""
    return (
        has_variable(text)
        or is_phone_number(text)
        or text.startswith(("sip:", "sips:", "/", "queue:", "stream:"))
        or "@" in text[1:-1]
    )


UNKNOWN_DESTINATION = Rule(
    "unknown-destination",
    ("to",),
    Unlike(is_destination),
    "{value} is no phone number (+15551234567), SIP address or resource (/public/x).",
)


def is_caller_id(text: str) -> bool:
    """A phone number or a SIP address."""
    return (
        has_variable(text)
        or is_phone_number(text)
        or text.startswith(("sip:", "sips:"))
        or "@" in text[1:-1]
    )


UNKNOWN_CALLER_ID = Rule(
    "unknown-caller-id",
    ("from",),
    Unlike(is_caller_id),
    "{value} is neither a phone number (+15551234567) nor a SIP address: a caller ID is one of "
    "them.",
)
NOT_A_SIP_URI = Rule(
    "not-a-sip-uri",
    ("to_uri",),
    Unlike(lambda text: has_variable(text) or text.startswith(("sip:", "sips:"))),
    "{value} is no SIP URI; those begin with sip: or sips:.",
)
CALLBACK_WITHOUT_URL = (
    Rule(
        "callback-without-url",
        ("call_state_events",),
        Without("call_state_url"),
        "{subject} has no effect without {call_state_url}: there is no URL to report to.",
    ),
    Rule(
        "callback-without-url",
        ("status_url_method",),
        Without("status_url"),
        "{subject} has no effect without {status_url}: there is no URL to report to.",
    ),
)
"""For one destination: of several, each may have a URL of its own."""


def is_no_sip_address(text: str) -> bool:
    return is_phone_number(text) or text.startswith(("queue:", "stream:"))


def is_no_stream(text: str) -> bool:
    return not (text.startswith("stream:") or has_variable(text))


UNFIT = (
    Rule(
        "not-for-destination",
        (
            *("from_name", "headers", "codecs", "webrtc_media", "session_timeout"),
            *("username", "password"),
        ),
        Beside("to", is_no_sip_address),
        "{subject} has no effect: {to} is no SIP address.",
    ),
    Rule(
        "not-for-destination",
        (
            *("name", "codec", "realtime", "status_url_method"),
            *("authorization_bearer_token", "custom_parameters"),
        ),
        Beside("to", is_no_stream),
        "{subject} has no effect: {to} is no stream:wss://….",
    ),
)
"""What a destination of another kind has no use for."""

DESTINATION_OBJECT = Object(
    TO,
    FROM,
    *LOGIN,
    *(field.but(default=None) for field in LEG),  # what is left out is as connect itself has it
    bare="to",
    title="a destination",
    rules=(UNKNOWN_DESTINATION, UNKNOWN_CALLER_ID, *UNFIT, absolute_urls("call_state_url")),
)
REPORTS = absolute_urls("call_state_url", "status_url")
RINGBACK = one_url_each("ringback")

SEVERAL = {
    "serial": ListOf(DESTINATION_OBJECT),
    "parallel": ListOf(DESTINATION_OBJECT),
    "serial_parallel": ListOf(ListOf(DESTINATION_OBJECT)),
}
SEVERAL_HELP = {
    "serial": "Destinations to call one after the other, until one answers.",
    "parallel": "Destinations to call at the same time; the first that answers is connected.",
    "serial_parallel": "Groups of destinations: the groups one after the other, each at once.",
}


FORMER = {"to_number": "to", "from_number": "from"}
"""What parameters of connect were called before November 2023."""


class ConnectObject(Object):
    """The parameters of connect: of a former name it is known what it is called now."""

    def meant(self, name: str) -> "str | None":
        now = FORMER.get(name)
        return now if now in self.names else super().meant(name)

    def unknown_name(self, name: str) -> "Finding":
        finding = super().unknown_name(name)
        return finding.but(suggestion=self.meant(name)) if name in FORMER else finding


connect = Verb(
    "connect",
    "Call one or more destinations and connect them to the caller.",
    OneOf(
        ConnectObject(
            TO,
            FROM,
            *LOGIN,
            *LEG,
            *WHOLE_CALL,
            title="connect",
            several={"to": "parallel"},
            rules=(
                UNKNOWN_DESTINATION,
                UNKNOWN_CALLER_ID,
                *UNFIT,
                *CALLBACK_WITHOUT_URL,
                REPORTS,
                RINGBACK,
            ),
        ),
        *(
            ConnectObject(
                Field(name, kind, SEVERAL_HELP[name], group=DESTINATION, required=True),
                FROM,
                *LEG,
                *WHOLE_CALL,
                title="connect",
                rules=(
                    UNKNOWN_CALLER_ID,
                    REPORTS,
                    RINGBACK,
                    does_nothing(name, [], "nobody is called"),
                ),
            )
            for name, kind in SEVERAL.items()
        ),
    ),
    description="Destinations are given in one of four ways: to, serial, parallel, or "
    "serial_parallel. A leg that is connected starts with no variables set.",
    sets=("connect_result", "connect_failed_reason", "return_value"),
    examples=(
        Example("A phone number, for 20 seconds", "swml connect --to +15551234567 --timeout 20"),
        Example(
            "Two at once, and words for when nobody answers",
            'swml connect --parallel \'[{"to": "sip:front@shop.example"}, {"to": '
            '"+15551234567"}]\' --result.case \'failed:=[{"play": {"url": "say:Nobody is '
            "here. Please call again.\"}}]'",
        ),
    ),
)

transfer = Verb(
    "transfer",
    "Go on with other SWML, and don't come back.",
    Object(
        Field(
            "dest",
            URL_OR_SWML,
            "Where the SWML comes from: a URL, a section of the document, or SWML as text.",
            group=DESTINATION,
            required=True,
        ),
        *PASSED_ON,
        bare="dest",
        title="transfer",
        rules=RUN_SWML,
    ),
    description="A phone number or SIP address is no destination here. A call is transferred at "
    "most 32 times.",
    examples=(
        Example("SWML from elsewhere", "swml transfer --dest https://shop.example/closed.swml"),
        Example(
            "With parameters for it",
            "swml transfer --dest https://shop.example/orders.swml --params order=17 "
            "--params urgent:=true",
        ),
    ),
)

sip_refer = Verb(
    "sip_refer",
    "Send a SIP REFER, to move a SIP call elsewhere.",
    Object(
        Field(
            "to_uri",
            Text("URI"),
            "SIP URI to refer to, such as sip:user@example.com.",
            group=DESTINATION,
            required=True,
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=EVENTS),
        *LOGIN,
        Field(
            "result",
            result("return_value"),
            "What to do next, by how it ended.",
            group=AFTERWARDS,
            deprecated="a switch step behind it",
            source="The engine's schema of 2023 has it, today's documentation has not.",
        ),
        bare="to_uri",
        title="sip_refer",
        rules=(NOT_A_SIP_URI, absolute_urls("status_url")),
    ),
    sets=(
        "sip_refer_to",
        "sip_refer_result",
        "return_value",
        "sip_refer_response_code",
        "sip_refer_to_response_code",
    ),
    examples=(
        Example("A SIP address", "swml sip-refer --to-uri sip:desk@pbx.example"),
        Example(
            "With a name and password for it",
            "swml sip-refer --to-uri sip:desk@pbx.example --username shop --password "
            "'${envs.sip_password}'",
        ),
    ),
)
