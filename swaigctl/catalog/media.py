"""Actions that play, record or tap the call's sound."""

from swaigctl.catalog.actions import Action, Example, Layout, Parameter
from swaigctl.catalog.cautions import NotAbsolute
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Number, Text
from swaigctl.catalog.special_kinds import Url

TITLE = "Media"

# Headings in help.
PLAYBACK = "Playback"
RECORDING = "Recording"
VOICEMAIL = "Voicemail"
TAP = "Tap"

DIRECTIONS = {
    "speak": "what the party says",
    "listen": "what the party hears",
    "both": "what it says and hears",
}

play_background_file = Action(
    "play_background_file",
    "Play a file in the background.",
    Layout("playback_bg", main="filename"),
    (
        Parameter(
            "filename",
            Text("FILE"),
            "URL or path of the file. It takes the place of one that plays already.",
            group=PLAYBACK,
            required=True,
            at="file",
            always=True,
        ),
        Parameter(
            "wait",
            Boolean(),
            "Don't try to get the caller's attention while it plays.",
            group=PLAYBACK,
            default=False,
        ),
    ),
    examples=(
        Example("Music", "play-background-file --filename https://example.com/hold.mp3 --wait"),
    ),
)

stop_background_file = Action(
    "stop_background_file",
    "Stop the file that plays in the background.",
    Layout("stop_playback_bg", constant=True),
    examples=(Example("Silence", "stop-background-file"),),
)

record_call = Action(
    "record_call",
    "Record the call in the background.",
    Layout(
        "record_call",
        carries_swml=True,
        order=(
            "stereo",
            "format",
            "direction",
            "beep",
            "input_sensitivity",
            "control_id",
            "terminators",
            "initial_timeout",
            "end_silence_timeout",
            "max_length",
            "status_url",
        ),
    ),
    (
        Parameter(
            "control_id",
            Text("ID"),
            "Name of the recording, to stop it by. Without it, the platform gives it one.",
            group=RECORDING,
        ),
        Parameter(
            "stereo",
            Boolean(),
            "Record each side on a channel of its own.",
            group=RECORDING,
            default=False,
            always=True,
        ),
        Parameter(
            "format",
            Choice("wav", "mp3", "mp4"),
            "The recording's file format.",
            group=RECORDING,
            default="wav",
            always=True,
            wording="must be 'wav', 'mp3', or 'mp4'",
            refused_by_sdk=True,
        ),
        Parameter(
            "direction",
            Choice(*DIRECTIONS),
            "Which side to record.",
            group=RECORDING,
            default="both",
            always=True,
            meanings=DIRECTIONS,
            wording="must be 'speak', 'listen', or 'both'",
            refused_by_sdk=True,
        ),
        Parameter(
            "terminators",
            Text("DIGITS"),
            "Keys that end the recording, such as #.",
            group=VOICEMAIL,
        ),
        Parameter(
            "beep",
            Boolean(),
            "Beep before the recording begins.",
            group=RECORDING,
            default=False,
            always=True,
        ),
        Parameter(
            "input_sensitivity",
            Number(0, 100),
            "How quiet a sound still counts as speech; more is more sensitive.",
            group=RECORDING,
            default=44.0,
            always=True,
        ),
        Parameter(
            "initial_timeout",
            Number(0, None, "SECONDS"),
            "How long to wait for speech, in seconds.",
            group=VOICEMAIL,
        ),
        Parameter(
            "end_silence_timeout",
            Number(0, None, "SECONDS"),
            "How much silence ends the recording, in seconds.",
            group=VOICEMAIL,
        ),
        Parameter(
            "max_length",
            Number(0, None, "SECONDS"),
            "How long the recording may get, in seconds.",
            group=RECORDING,
        ),
        Parameter(
            "status_url", Text("URL"), "Where to report what becomes of it.", group=RECORDING
        ),
    ),
    cautions=(NotAbsolute("status_url"),),
    examples=(
        Example("Record everything", "record-call --control-id whole-call --stereo --format mp3"),
        Example(
            "Voicemail",
            "record-call --direction speak --beep --terminators '#' --end-silence-timeout 3.5",
        ),
    ),
)

STOPPED_ID = Parameter(
    "control_id", Text("ID"), "Which one to stop. Without it, the latest.", group=RECORDING
)

stop_record_call = Action(
    "stop_record_call",
    "Stop a recording.",
    Layout("stop_record_call", carries_swml=True),
    (STOPPED_ID,),
    examples=(Example("Stop it", "stop-record-call --control-id whole-call"),),
)

tap = Action(
    "tap",
    "Stream the call's sound elsewhere.",
    Layout("tap", carries_swml=True),
    (
        Parameter(
            "uri",
            Url("rtp", "ws", "wss"),
            "Where to: rtp://IP:PORT, ws://… or wss://….",
            group=TAP,
            required=True,
            always=True,
        ),
        Parameter(
            "control_id",
            Text("ID"),
            "Name of the tap, to stop it by. Without it, the platform gives it one.",
            group=TAP,
        ),
        Parameter(
            "direction",
            Choice(*DIRECTIONS),
            "Which side to stream.",
            group=TAP,
            default="both",
            always=True,
            meanings=DIRECTIONS,
            refused_by_sdk=True,
            source='Always written: the verb\'s own default is "speak", the SDK helper\'s "both".',
        ),
        Parameter(
            "codec",
            Choice("PCMU", "PCMA"),
            "How the sound is encoded.",
            group=TAP,
            default="PCMU",
            refused_by_sdk=True,
        ),
        Parameter(
            "rtp_ptime",
            Integer(1, None, "MILLISECONDS"),
            "Milliseconds of sound in a packet; for rtp:// only.",
            group=TAP,
            default=20,
            wording="must be a positive integer",
            refused_by_sdk=True,
        ),
        Parameter("status_url", Text("URL"), "Where to report what becomes of it.", group=TAP),
    ),
    cautions=(NotAbsolute("status_url"),),
    examples=(
        Example("Stream what the caller says", "tap --uri wss://example.com/tap --direction speak"),
    ),
)

stop_tap = Action(
    "stop_tap",
    "Stop a tap.",
    Layout("stop_tap", carries_swml=True),
    (STOPPED_ID,),
    examples=(Example("Stop the latest", "stop-tap"),),
)
