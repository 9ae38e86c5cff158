"""Verbs that play, record or tap the call's sound."""

from swaigctl.model.entries import Verb
from swaigctl.model.kinds import Boolean, Choice, Formatted, Integer, Number, Text, Url
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

# Headings in help.
PLAYBACK = "Playback"
VOICE = "Voice"
RECORDING = "Recording"
VOICEMAIL = "Voicemail"
TAP = "Tap"

YES_OR_NO = Boolean(variable=True)
DIRECTION = Choice(
    {
        "speak": "what the party says",
        "listen": "what the party hears",
        "both": "what it says and hears",
    }
)


def is_playable(text: str) -> bool:
    """A file, a ringing tone, speech or silence; a variable may stand anywhere in it."""
    scheme, separator, rest = text.partition(":")
    if "${" in text or "%{" in text:
        return True
    if scheme in ("http", "https"):
        return rest.startswith("//") and len(rest) > 2
    return bool(separator) and scheme in ("say", "ring", "silence") and bool(rest.strip())


PLAYABLE = Formatted(
    "playable",
    is_playable,
    r"^(?:https?://[\s\S]|(?:say|ring|silence):\s*\S|[\s\S]*[$%]\{)",
    "a URL, 'say:TEXT', 'ring:SECONDS:COUNTRY' or 'silence:SECONDS'",
    "URL",
)

PLAYED = (
    Field(
        "auto_answer",
        YES_OR_NO,
        "Answer the call first, where it is not answered yet.",
        group=PLAYBACK,
        default=True,
    ),
    Field(
        "volume",
        Number(-40, 40, "DECIBELS", variable=True),
        "How much louder to play it, in decibels.",
        group=PLAYBACK,
        default=0,
    ),
    Field("say_voice", Text("VOICE"), "The voice of speech.", group=VOICE, default="Polly.Salli"),
    Field("say_language", Text("CODE"), "The language of speech.", group=VOICE, default="en-US"),
    Field("say_gender", Text(), "The gender of the voice.", group=VOICE, default="female"),
    Field("status_url", Text("URL"), "Where to report what becomes of it.", group=PLAYBACK),
)

play = Verb(
    "play",
    "Play files, ringing, speech or silence.",
    OneOf(
        Object(
            Field("url", PLAYABLE, "What to play.", group=PLAYBACK, required=True),
            *PLAYED,
            bare="url",
            title="play",
        ),
        Object(
            Field(
                "urls",
                ListOf(PLAYABLE),
                "What to play, one after the other.",
                group=PLAYBACK,
                required=True,
            ),
            *PLAYED,
            title="play",
        ),
    ),
)

CONTROL_ID = Field("control_id", Text("ID"), "", group=RECORDING)

record_call = Verb(
    "record_call",
    "Record the call in the background.",
    Object(
        CONTROL_ID.but(
            help="Name of the recording, to stop it by. Without it, the platform gives it one."
        ),
        Field(
            "stereo",
            YES_OR_NO,
            "Record each side on a channel of its own.",
            group=RECORDING,
            default=False,
        ),
        Field(
            "format",
            Choice("wav", "mp3", "mp4"),
            "The recording's file format.",
            group=RECORDING,
            default="wav",
        ),
        Field("direction", DIRECTION, "Which side to record.", group=RECORDING, default="both"),
        Field(
            "terminators",
            Text("DIGITS"),
            "Keys that end the recording, such as #.",
            group=VOICEMAIL,
            default="",
        ),
        Field(
            "beep", YES_OR_NO, "Beep before the recording begins.", group=RECORDING, default=False
        ),
        Field(
            "input_sensitivity",
            Number(0, 100, variable=True),
            "How quiet a sound still counts as speech; more is more sensitive.",
            group=RECORDING,
            default=44,
        ),
        Field(
            "initial_timeout",
            Number(0, None, "SECONDS", variable=True),
            "How long to wait for speech, in seconds.",
            group=VOICEMAIL,
            default=0,
        ),
        Field(
            "end_silence_timeout",
            Number(0, None, "SECONDS", variable=True),
            "How much silence ends the recording, in seconds.",
            group=VOICEMAIL,
            default=0,
        ),
        Field(
            "max_length",
            Number(0, None, "SECONDS", variable=True),
            "How long the recording may get, in seconds.",
            group=RECORDING,
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=RECORDING),
        title="record_call",
    ),
    sets=("record_call_url", "record_call_result", "record_control_id"),
)

STOPPED = CONTROL_ID.but(help="Which one to stop. Without it, the latest.")

stop_record_call = Verb(
    "stop_record_call",
    "Stop a recording.",
    Object(STOPPED, bare="control_id", title="stop_record_call"),
    sets=("stop_record_call_result",),
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
            "codec", Choice("PCMU", "PCMA"), "How the sound is encoded.", group=TAP, default="PCMU"
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
    ),
    sets=("tap_uri", "tap_result", "tap_control_id", "tap_ptime", "tap_codec", "tap_rate"),
)

stop_tap = Verb("stop_tap", "Stop a tap.", Object(STOPPED, bare="control_id", title="stop_tap"))
