"""Actions that bring callers together."""

from swaigctl.catalog.actions import Action, Example, Layout, Parameter
from swaigctl.catalog.cautions import Equal, NotAbsolute, Without
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Json, Text, Words

TITLE = "Conferencing"

# Headings in help.
CONFERENCE = "Conference"
MODERATION = "Moderation"
SOUND = "Sound"
RECORDING = "Recording"
EVENTS = "Conference events"
RECORDING_EVENTS = "Recording events"

HTTP_METHOD = Choice("GET", "POST")

join_conference = Action(
    "join_conference",
    "Put the caller into an ad-hoc audio conference.",
    Layout("join_conference", carries_swml=True, main="name"),
    (
        Parameter(
            "name",
            Text(blank=False),
            "Name of the conference. Everyone who joins the same name is in the same conference.",
            group=CONFERENCE,
            required=True,
        ),
        Parameter(
            "muted", Boolean(), "Join with the microphone muted.", group=MODERATION, default=False
        ),
        Parameter(
            "beep",
            Choice("true", "false", "onEnter", "onExit"),
            "When a beep announces that somebody joins or leaves.",
            group=SOUND,
            default="true",
            meanings={
                "true": "on entering and leaving",
                "false": "never",
                "onEnter": "when a participant joins",
                "onExit": "when a participant leaves",
            },
        ),
        Parameter(
            "start_on_enter",
            Boolean(),
            "Start the conference when this participant enters. Otherwise they wait until "
            "someone enters who starts it.",
            group=MODERATION,
            default=True,
        ),
        Parameter(
            "end_on_exit",
            Boolean(),
            "End the conference for everyone when this participant leaves.",
            group=MODERATION,
            default=False,
        ),
        Parameter(
            "wait_url",
            Text("URL"),
            "SWML to fetch for hold music while the conference has not started. Without it the "
            "platform's own music plays.",
            group=SOUND,
        ),
        Parameter(
            "max_participants",
            Integer(1, 250),
            "How many participants the conference takes at most.",
            group=CONFERENCE,
            default=250,
            wording="must be a positive integer <= 250",
            source="The reference has 1 to 250, as signalwire-agents 1.1.0. signalwire-sdk 3.7 "
            "wants 2 or more and has no default; its schema.json has 2 to 100000.",
        ),
        Parameter(
            "record",
            Choice("do-not-record", "record-from-start"),
            "Whether the conference is recorded.",
            group=RECORDING,
            default="do-not-record",
            meanings={
                "do-not-record": "no recording",
                "record-from-start": "record as soon as the conference starts",
            },
        ),
        Parameter(
            "region",
            Text(),
            "Region to host the conference in, near its participants.",
            group=CONFERENCE,
        ),
        Parameter(
            "trim",
            Choice("trim-silence", "do-not-trim"),
            "What becomes of silence in the recording.",
            group=RECORDING,
            default="trim-silence",
            meanings={
                "trim-silence": "cut it off at the beginning and the end",
                "do-not-trim": "keep it",
            },
        ),
        Parameter(
            "coach",
            Text("CALL-ID"),
            "SWML call ID or CXML CallSid of a participant who can whisper to this one, unheard by "
            "the others.",
            group=MODERATION,
        ),
        Parameter(
            "status_callback_event",
            Words(
                "start",
                "end",
                "join",
                "leave",
                "mute",
                "hold",
                "modify",
                "speaker",
                "announcement",
                metavar="EVENTS",
            ),
            "Conference events to report, with spaces between them.",
            group=EVENTS,
            meanings={
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
            source="The reference has a space-separated list; schema.json allows a single word.",
        ),
        Parameter(
            "status_callback",
            Text("URL"),
            "Where to send conference events.",
            group=EVENTS,
        ),
        Parameter(
            "status_callback_method",
            HTTP_METHOD,
            "HTTP method that conference events are sent with.",
            group=EVENTS,
            default="POST",
        ),
        Parameter(
            "recording_status_callback",
            Text("URL"),
            "Where to send recording events.",
            group=RECORDING_EVENTS,
        ),
        Parameter(
            "recording_status_callback_method",
            HTTP_METHOD,
            "HTTP method that recording events are sent with.",
            group=RECORDING_EVENTS,
            default="POST",
        ),
        Parameter(
            "recording_status_callback_event",
            Words("in-progress", "completed", "absent", metavar="EVENTS"),
            "Recording events to report, with spaces between them.",
            group=RECORDING_EVENTS,
            default="completed",
            meanings={
                "in-progress": "recording goes on",
                "completed": "the recording is done",
                "absent": "there was nothing to record",
            },
        ),
        Parameter(
            "result",
            Json(dict, list),
            "What to do next, by how the conference ended: an object switches on return_value, an "
            "array goes through conditions.",
            group=CONFERENCE,
            keep_empty=True,
        ),
    ),
    description="Callers of both RELAY and CXML can meet in one conference.",
    cautions=(
        Without(
            "callback-without-url",
            ("status_callback_event", "status_callback_method"),
            "status_callback",
            "has no effect without --status-callback: there is no URL to send events to.",
        ),
        Without(
            "callback-without-url",
            ("recording_status_callback_method", "recording_status_callback_event"),
            "recording_status_callback",
            "has no effect without --recording-status-callback: there is no URL to send events to.",
        ),
        Without(
            "nothing-recorded",
            (
                "trim",
                "recording_status_callback",
                "recording_status_callback_method",
                "recording_status_callback_event",
            ),
            "record",
            "has no effect without '--record record-from-start': nothing is recorded.",
        ),
        NotAbsolute("wait_url", "status_callback", "recording_status_callback"),
        Equal(
            "conference-of-one",
            "max_participants",
            1,
            "a conference refuses fewer than 2 participants.",
        ),
    ),
    examples=(
        Example("Join, muted", "join-conference --name team-standup --muted"),
        Example(
            "A moderated conference, recorded",
            "join-conference --name quarterly-review --muted --no-start-on-enter "
            "--record record-from-start --max-participants 50",
        ),
        Example(
            "Who comes and who goes, to a webhook",
            "join-conference --name support --status-callback https://example.com/events "
            '--status-callback-event "join leave"',
        ),
    ),
    reference_is_law=True,
)

join_room = Action(
    "join_room",
    "Put the caller into a RELAY room.",
    Layout("join_room", carries_swml=True),
    (
        Parameter(
            "name",
            Text(blank=False),
            "Name of the room: letters, digits, _ and -. A room that does not exist is made.",
            group=CONFERENCE,
            required=True,
            always=True,
        ),
    ),
    examples=(Example("Join a room", "join-room --name support_team_room"),),
)
