"""Verbs that record, clean or send elsewhere the call's sound; `playing` has the one that plays."""

from swaigctl.catalog.verbs.playing import REPORTS
from swaigctl.catalog.verbs.playing import TITLE as TITLE
from swaigctl.model.conditions import Beside
from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import Formatted, Url
from swaigctl.model.kinds import (
    QUOTED_YES_OR_NO,
    YES_OR_NO,
    Choice,
    Integer,
    Number,
    Text,
)
from swaigctl.model.rules import Found, Match, Rule, Without
from swaigctl.model.shapes import Field, MapOf, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Headings in help.
RECORDING = "Recording"
VOICEMAIL = "Voicemail"
TAP = "Tap"
STREAM = "Stream"

DIRECTION = Choice(
    {
        "speak": "what the party says",
        "listen": "what the party hears",
        "both": "what it says and hears",
    },
    variable=True,
)

CONTROL_ID = Field("control_id", Text("ID"), "", group=RECORDING)
HOW = (
    Field(
        "stereo",
        QUOTED_YES_OR_NO,
        "Record each side on a channel of its own.",
        group=RECORDING,
        default=False,
        source="Demos of the vendor have the text true; its schema has booleans only.",
    ),
    Field(
        "format",
        Choice("wav", "mp3", "mp4", variable=True),
        "The recording's file format.",
        group=RECORDING,
        default="wav",
    ),
)
BEEP = Field("beep", YES_OR_NO, "Beep before the recording begins.", group=RECORDING, default=False)
TERMINATORS = Field(
    "terminators", Text("DIGITS"), "Keys that end the recording, such as #.", group=VOICEMAIL
)
SENSITIVITY = Field(
    "input_sensitivity",
    Number(0, 100, variable=True),
    "How quiet a sound still counts as speech; more is more sensitive.",
    group=RECORDING,
    default=44,
)
INITIAL_TIMEOUT = Field(
    "initial_timeout",
    Number(0, None, "SECONDS", variable=True),
    "How long to wait for speech, in seconds.",
    group=VOICEMAIL,
)
END_SILENCE_TIMEOUT = Field(
    "end_silence_timeout",
    Number(0, None, "SECONDS", variable=True),
    "How much silence ends the recording, in seconds.",
    group=VOICEMAIL,
)
MAX_LENGTH = Field(
    "max_length",
    Number(0, None, "SECONDS", variable=True),
    "How long the recording may get, in seconds.",
    group=RECORDING,
)
STATUS_URL = Field(
    "status_url", Text("URL"), "Where to report what becomes of it.", group=RECORDING
)

record = Verb(
    "record",
    "Record the call, and go on when the recording ends.",
    Object(
        *HOW,
        Field(
            "direction",
            Choice({each: DIRECTION.meanings[each] for each in ("speak", "listen")}, variable=True),
            "Which side to record.",
            group=RECORDING,
            default="speak",
            source="The engine's schema of 2023 has both too, today's documentation has not.",
        ),
        TERMINATORS.but(
            kind=Text("DIGITS", empty=True),
            help="Keys that end the recording; with an empty text, none does.",
            default="#",
        ),
        BEEP,
        SENSITIVITY,
        INITIAL_TIMEOUT.but(default=4),
        END_SILENCE_TIMEOUT.but(default=5),
        MAX_LENGTH,
        STATUS_URL,
        title="record",
        rules=(REPORTS,),
    ),
    description="The next step waits until the recording ends; record_call does not wait.",
    sets=("record_url", "record_result"),
    word=True,
    examples=(
        Example("A message of a minute at most", "swml record --beep --max-length 60"),
        Example(
            "As MP3, until somebody presses the star",
            'swml record --format mp3 --terminators "*" --status-url '
            "https://shop.example/recordings",
        ),
    ),
)

BEGIN_AND_END = ("initial_timeout", "end_silence_timeout")
NO_TIME = "The vendor's page has 0 as the default; its SDK leaves it out, and does not write 0."


def timeouts_of_nothing(values: "dict[str, object]") -> "Iterator[Match]":
    """A timeout that is written out as 0."""
    for name in BEGIN_AND_END:
        value = values.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0:
            yield Match((name,), value)


RECORDING_FAILS = Rule(
    "recording-fails",
    BEGIN_AND_END,
    Found(timeouts_of_nothing),
    "{subject} must not be 0: the recording fails, and nothing says so.",
    in_general="with 0, the recording fails, and nothing says so.",
    source=NO_TIME,
)

record_call = Verb(
    "record_call",
    "Record the call in the background.",
    Object(
        CONTROL_ID.but(
            help="Name of the recording, to stop it by. Without it, the platform gives it one."
        ),
        *HOW,
        Field("direction", DIRECTION, "Which side to record.", group=RECORDING, default="both"),
        TERMINATORS.but(kind=Text("DIGITS", empty=True), default=""),
        BEEP,
        SENSITIVITY,
        INITIAL_TIMEOUT.but(source=NO_TIME),
        END_SILENCE_TIMEOUT.but(source=NO_TIME),
        MAX_LENGTH,
        STATUS_URL,
        title="record_call",
        rules=(REPORTS, RECORDING_FAILS),
    ),
    sets=("record_call_url", "record_call_result", "record_control_id"),
    word=True,
    examples=(
        Example("Both sides, each on a channel of its own", "swml record-call --stereo"),
        Example("With a name, to stop it by", "swml record-call --control-id order --format mp3"),
    ),
)

STOPPED = CONTROL_ID.but(help="Which one to stop. Without it, the latest.")

stop_record_call = Verb(
    "stop_record_call",
    "Stop a recording.",
    Object(STOPPED, bare="control_id", title="stop_record_call"),
    sets=("stop_record_call_result",),
    word=True,
    examples=(
        Example("The latest", "swml stop-record-call"),
        Example("One by its name", "swml stop-record-call --control-id order"),
    ),
)

tap = Verb(
    "tap",
    "Stream the call's sound elsewhere.",
    Object(
        Field(
            "uri",
            Url("rtp", "ws", "wss"),
            "Where to: rtp://IP:PORT, ws://… or wss://….",
            group=TAP,
            required=True,
        ),
        Field(
            "control_id",
            Text("ID"),
            "Name of the tap, to stop it by. Without it, the platform gives it one.",
            group=TAP,
        ),
        Field("direction", DIRECTION, "Which side to stream.", group=TAP, default="speak"),
        Field(
            "codec",
            Choice("PCMU", "PCMA", variable=True),
            "How the sound is encoded.",
            group=TAP,
            default="PCMU",
        ),
        Field(
            "rtp_ptime",
            Integer(1, None, "MILLISECONDS", variable=True),
            "Milliseconds of sound in a packet; for rtp:// only.",
            group=TAP,
            default=20,
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=TAP),
        bare="uri",
        title="tap",
        rules=(
            Rule(
                "not-for-destination",
                ("rtp_ptime",),
                Beside("uri", lambda text: text.lower().startswith(("ws://", "wss://"))),
                "{subject} has no effect: {uri} is no rtp://….",
            ),
            REPORTS,
        ),
    ),
    sets=(
        *("tap_uri", "tap_result", "tap_control_id", "tap_rtp_src_addr", "tap_rtp_src_port"),
        *("tap_ptime", "tap_codec", "tap_rate"),
    ),
    examples=(
        Example("What the caller says, to a WebSocket", "swml tap --uri wss://shop.example/sound"),
        Example(
            "Both sides, to an RTP receiver",
            "swml tap --uri rtp://198.51.100.7:4000 --direction both --rtp-ptime 30",
        ),
    ),
)

stop_tap = Verb(
    "stop_tap",
    "Stop a tap.",
    Object(STOPPED, bare="control_id", title="stop_tap"),
    word=True,
    examples=(
        Example("The latest", "swml stop-tap"),
        Example("One by its name", "swml stop-tap --control-id order"),
    ),
)


def is_secure_web_socket(text: str) -> bool:
    return text.lower().startswith("wss://") and len(text) > 6


stream = Verb(
    "stream",
    "Stream the call's sound to a WebSocket, in the background.",
    Object(
        Field(
            "url",
            Formatted(
                "secure-web-socket",
                is_secure_web_socket,
                r"^[wW][sS][sS]://[\s\S]",
                "a URL that begins with wss://",
                "URL",
            ),
            "Where to: wss://….",
            group=STREAM,
            required=True,
        ),
        Field(
            "control_id",
            Text("ID"),
            "Name of the stream, to stop it by; no other active stream may have it. Without it, "
            "the platform gives it one.",
            group=STREAM,
        ),
        Field("name", Text(), "What people call the stream.", group=STREAM),
        Field(
            "track",
            Choice(
                {
                    "inbound_track": "what the caller says",
                    "outbound_track": "what the caller hears",
                    "both_tracks": "what the caller says and hears",
                },
                variable=True,
            ),
            "Which side to stream.",
            group=STREAM,
            default="inbound_track",
        ),
        Field(
            "codec",
            Text("CODEC"),
            "How the sound is encoded, such as PCMU, PCMA or OPUS.",
            group=STREAM,
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=STREAM),
        Field(
            "status_url_method",
            Choice("GET", "POST", variable=True),
            "HTTP method that reports are sent with.",
            group=STREAM,
            default="POST",
        ),
        Field(
            "authorization_bearer_token",
            Text("TOKEN"),
            "Bearer token that the WebSocket is opened with.",
            group=STREAM,
        ),
        Field(
            "custom_parameters",
            MapOf(Text(empty=True, any_value=True)),
            "Names and texts to send in the first message.",
            group=STREAM,
        ),
        title="stream",
        rules=(
            Rule(
                "callback-without-url",
                ("status_url_method",),
                Without("status_url"),
                "{subject} has no effect without {status_url}: there is no URL to report to.",
            ),
            REPORTS,
        ),
    ),
    sets=("stream_result", "stream_control_id"),
    examples=(
        Example("What the caller says", "swml stream --url wss://shop.example/sound"),
        Example(
            "Both sides, with a text in the first message",
            "swml stream --url wss://shop.example/sound --track both_tracks "
            "--custom-parameters order=17",
        ),
    ),
)

stop_stream = Verb(
    "stop_stream",
    "Stop a stream.",
    Object(STOPPED.but(group=STREAM), title="stop_stream"),
    sets=("stream_control_id", "stop_stream_result"),
    examples=(
        Example("The latest", "swml stop-stream"),
        Example("One by its name", "swml stop-stream --control-id order"),
    ),
)

denoise = Verb(
    "denoise",
    "Begin to reduce noise.",
    Object(title="denoise"),
    description="It takes no parameters, and lasts until stop_denoise.",
    sets=("denoise_result",),
    word=True,
    examples=(Example("For the rest of the call", "swml denoise"),),
)

stop_denoise = Verb(
    "stop_denoise",
    "Stop reducing noise.",
    Object(title="stop_denoise"),
    description="It takes no parameters.",
    word=True,
    examples=(
        Example(
            "After a recording without noise", "swml denoise record --max-length 60 stop-denoise"
        ),
    ),
)
