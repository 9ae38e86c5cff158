"""Verbs that bring callers together."""

from swaigctl.model.entries import Verb
from swaigctl.model.kinds import Boolean, Choice, Integer, Text, Words
from swaigctl.model.shapes import Field, MapOf, Named, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.kinds import Kind

# Headings in help.
CONFERENCE = "Conference"
MODERATION = "Moderation"
SOUND = "Sound"
RECORDING = "Recording"
EVENTS = "Conference events"
RECORDING_EVENTS = "Recording events"
STREAM = "WebSocket stream"

HTTP_METHOD = Choice("GET", "POST")
YES_OR_NO = Boolean(variable=True)
WEBHOOK_STYLE = Choice("cxml", "laml", "relay")


def result_of_conference() -> "Kind":
    from swaigctl.catalog.verbs.branches import result

    return result()


join_conference = Verb(
    "join_conference",
    "Put the caller into an ad-hoc audio conference.",
    Object(
        Field(
            "name",
            Text(blank=False),
            "Name of the conference. Everyone who joins the same name is in the same conference.",
            group=CONFERENCE,
            required=True,
        ),
        Field(
            "muted",
            YES_OR_NO,
            "Join with the microphone muted.",
            group=MODERATION,
            default=False,
        ),
        Field(
            "beep",
            Choice(
                {
                    "true": "on entering and leaving",
                    "false": "never",
                    "onEnter": "when a participant joins",
                    "onExit": "when a participant leaves",
                }
            ),
            "When a beep announces that somebody joins or leaves.",
            group=SOUND,
            default="true",
        ),
        Field(
            "start_on_enter",
            YES_OR_NO,
            "Start the conference when this participant enters. Otherwise they wait until "
            "someone enters who starts it.",
            group=MODERATION,
            default=True,
        ),
        Field(
            "end_on_exit",
            YES_OR_NO,
            "End the conference for everyone when this participant leaves.",
            group=MODERATION,
            default=False,
        ),
        Field(
            "wait_url",
            Text("URL"),
            "SWML to fetch for hold music while the conference has not started. Without it the "
            "platform's own music plays.",
            group=SOUND,
        ),
        Field(
            "max_participants",
            Integer(2, 100_000, variable=True),
            "How many participants the conference takes at most.",
            group=CONFERENCE,
            default=100_000,
        ),
        Field(
            "record",
            Choice(
                {
                    "do-not-record": "no recording",
                    "record-from-start": "record as soon as the conference starts",
                }
            ),
            "Whether the conference is recorded.",
            group=RECORDING,
            default="do-not-record",
        ),
        Field(
            "region",
            Choice("global", "us", "eu", "ch"),
            "Region to host the conference in, near its participants.",
            group=CONFERENCE,
        ),
        Field(
            "trim",
            Choice(
                {
                    "trim-silence": "cut it off at the beginning and the end",
                    "do-not-trim": "keep it",
                }
            ),
            "What becomes of silence in the recording.",
            group=RECORDING,
            default="trim-silence",
        ),
        Field(
            "coach",
            Text("CALL-ID"),
            "SWML call ID or CXML CallSid of a participant who can whisper to this one, unheard by "
            "the others.",
            group=MODERATION,
        ),
        Field(
            "status_callback_event",
            Words(
                {
                    "start": "the conference has started",
                    "end": "the conference has ended",
                    "join": "a participant joined",
                    "leave": "a participant left",
                    "mute": "a participant was muted or unmuted",
                    "hold": "a participant was put on hold or resumed",
                    "modify": "settings of the conference changed",
                    "speaker": "somebody else is speaking",
                    "announcement": "an announcement was played",
                },
                metavar="EVENTS",
            ),
            "Conference events to report, with spaces between them.",
            group=EVENTS,
            source="The reference has a space-separated list; schema.json allows a single word.",
        ),
        Field(
            "status_callback_event_type",
            WEBHOOK_STYLE,
            "The style that conference events are reported in.",
            group=EVENTS,
        ),
        Field("status_callback", Text("URL"), "Where to send conference events.", group=EVENTS),
        Field(
            "status_callback_method",
            HTTP_METHOD,
            "HTTP method that conference events are sent with.",
            group=EVENTS,
            default="POST",
        ),
        Field(
            "recording_status_callback",
            Text("URL"),
            "Where to send recording events.",
            group=RECORDING_EVENTS,
        ),
        Field(
            "recording_status_callback_method",
            HTTP_METHOD,
            "HTTP method that recording events are sent with.",
            group=RECORDING_EVENTS,
            default="POST",
        ),
        Field(
            "recording_status_callback_event",
            Words(
                {
                    "in-progress": "recording goes on",
                    "completed": "the recording is done",
                    "absent": "there was nothing to record",
                },
                metavar="EVENTS",
            ),
            "Recording events to report, with spaces between them.",
            group=RECORDING_EVENTS,
            default="completed",
        ),
        Field(
            "recording_status_callback_event_type",
            WEBHOOK_STYLE,
            "The style that recording events are reported in.",
            group=RECORDING_EVENTS,
        ),
        Field(
            "result",
            Named("conference-result", result_of_conference),
            "What to do next, by how the conference ended: an object switches on return_value, an "
            "array goes through conditions.",
            group=CONFERENCE,
        ),
        Field(
            "stream",
            Object(
                Field("url", Text("URL"), "Where to: wss://….", required=True),
                Field("name", Text(), "Name of the stream."),
                Field("codec", Text(), "Codec of the stream."),
                Field("status_url", Text("URL"), "Where to report what becomes of it."),
                Field(
                    "status_url_method",
                    HTTP_METHOD,
                    "HTTP method that reports are sent with.",
                    default="POST",
                ),
                Field("realtime", YES_OR_NO, "Exchange sound in both directions.", default=False),
                Field("authorization_bearer_token", Text(), "Bearer token for the stream."),
                Field("custom_parameters", MapOf(Text()), "Parameters to send with the stream."),
            ),
            "A WebSocket that takes part in the conference.",
            group=STREAM,
        ),
        title="join_conference",
    ),
    sets=("join_conference_result", "return_value"),
    description="Callers of both RELAY and CXML can meet in one conference.",
)

join_room = Verb(
    "join_room",
    "Put the caller into a RELAY room.",
    Object(
        Field(
            "name",
            Text(blank=False),
            "Name of the room: letters, digits, _ and -. A room that does not exist is made.",
            group=CONFERENCE,
            required=True,
        ),
        bare="name",
        title="join_room",
    ),
    sets=("join_room_result",),
)
