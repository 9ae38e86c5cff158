"""Actions that play, record or tap the call's sound."""

from swaigctl.catalog.verbs import playing
from swaigctl.catalog.verbs import sound as verbs
from swaigctl.findings import Finding, ParameterError
from swaigctl.model.entries import Action, Example, Parameter
from swaigctl.model.kinds import Boolean, Text
from swaigctl.model.places import ConstantBody, InSwml, Members, Plain

TITLE = "Media"

# Headings in help.
PLAYBACK = playing.PLAYBACK

play_background_file = Action(
    "play_background_file",
    "Play a file in the background.",
    Plain("playback_bg"),
    Members("filename"),
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
    Plain("stop_playback_bg"),
    ConstantBody(),
    examples=(Example("Silence", "stop-background-file"),),
)

given = verbs.record_call.parameter

record_call = Action(
    "record_call",
    "Record the call in the background.",
    InSwml(verbs.record_call),
    Members(
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
        given("control_id"),
        given("stereo", always=True),
        given("format", always=True, wording="must be 'wav', 'mp3', or 'mp4'", refused_by_sdk=True),
        given(
            "direction",
            always=True,
            wording="must be 'speak', 'listen', or 'both'",
            refused_by_sdk=True,
        ),
        given("terminators", default=None),
        given("beep", always=True),
        given("input_sensitivity", default=44.0, always=True),
        given("initial_timeout", default=None, keep_empty=True),
        given("end_silence_timeout", default=None, keep_empty=True),
        given("max_length", keep_empty=True),
        given("status_url"),
    ),
    examples=(
        Example("Record everything", "record-call --control-id whole-call --stereo --format mp3"),
        Example(
            "Voicemail",
            "record-call --direction speak --beep --terminators '#' --end-silence-timeout 3.5",
        ),
    ),
)

stop_record_call = Action(
    "stop_record_call",
    "Stop a recording.",
    InSwml(verbs.stop_record_call),
    Members(),
    (verbs.stop_record_call.parameter("control_id"),),
    examples=(Example("Stop it", "stop-record-call --control-id whole-call"),),
)

given = verbs.tap.parameter


def tap_as_sdk(values: "dict[str, object]") -> "dict[str, object]":
    """The SDK takes any number above 0 for `rtp_ptime`, and writes it as it is."""
    value = values["rtp_ptime"]
    if not isinstance(value, (int, float)) or value <= 0:
        sentence = "{subject} must be {allowed}, not {value}."
        allowed = "a positive integer"
        finding = Finding("range", sentence, path=("rtp_ptime",), value=value, allowed=allowed)
        raise ParameterError(finding, "must be a positive integer")
    return values


tap = Action(
    "tap",
    "Stream the call's sound elsewhere.",
    InSwml(verbs.tap),
    Members(),
    (
        given("uri", always=True),
        given("control_id"),
        given(
            "direction",
            default="both",
            always=True,
            refused_by_sdk=True,
            source='Always written: the verb\'s own default is "speak", the SDK helper\'s "both".',
        ),
        given("codec", refused_by_sdk=True),
        given("rtp_ptime"),
        given("status_url"),
    ),
    as_sdk=tap_as_sdk,
    examples=(
        Example("Stream what the caller says", "tap --uri wss://example.com/tap --direction speak"),
    ),
)

stop_tap = Action(
    "stop_tap",
    "Stop a tap.",
    InSwml(verbs.stop_tap),
    Members(),
    (verbs.stop_tap.parameter("control_id"),),
    examples=(Example("Stop the latest", "stop-tap"),),
)
