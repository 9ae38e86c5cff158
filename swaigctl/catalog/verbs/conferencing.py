"""Verbs that bring callers together."""

from swaigctl.findings import ERROR, INFO
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import YES_OR_NO, Choice, Integer, Text, Words, has_variable
from swaigctl.model.rules import MoreThan, Rule, Unlike, Without, absolute_urls
from swaigctl.model.shapes import Field, MapOf, Named, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.kinds import Kind

TITLE = "Conferences and queues"

# Headings in help.
CONFERENCE = "Conference"
MODERATION = "Moderation"
SOUND = "Sound"
RECORDING = "Recording"
EVENTS = "Conference events"
RECORDING_EVENTS = "Recording events"
STREAM = "WebSocket stream"
AFTERWARDS = "Afterwards"

HTTP_METHOD = Choice("GET", "POST", variable=True)
WEBHOOK_STYLE = Choice("cxml", "laml", "relay", variable=True)


def result_of_conference() -> "Kind":
    from swaigctl.catalog.verbs.branches import lenient_result

    return lenient_result()


REGIONS = ("global", "us", "eu", "ch")


def callback_without_url(url: str) -> Rule:
    return Rule(
        "callback-without-url",
        tuple(f"{url}_{what}" for what in ("event", "event_type", "method")),
        Without(url),
        f"{{subject}} has no effect without {{{url}}}: there is no URL to send events to.",
    )


CALLBACK_WITHOUT_URL = callback_without_url("status_callback")
RECORDING_CALLBACK_WITHOUT_URL = callback_without_url("recording_status_callback")
NOTHING_RECORDED = Rule(
    "nothing-recorded",
    (
        "trim",
        "recording_status_callback_method",
        "recording_status_callback_event",
        "recording_status_callback_event_type",
    ),
    Without("record"),
    "{subject} has no effect unless {record} is 'record-from-start': nothing is recorded.",
)
"""The URL alone is no reason to warn: the vendor's page has it without a recording."""

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
                },
                variable=True,
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
            default=250,
            source="Its own page has a default of 100,000. The reference of the action, which is "
            "law here, has 250, and no more than that.",
        ),
        Field(
            "record",
            Choice(
                {
                    "do-not-record": "no recording",
                    "record-from-start": "record as soon as the conference starts",
                },
                variable=True,
            ),
            "Whether the conference is recorded.",
            group=RECORDING,
            default="do-not-record",
        ),
        Field(
            "region",
            Choice(*REGIONS, open=True),
            "Region to host the conference in, near its participants.",
            group=CONFERENCE,
            source="The verb has four regions; the reference of the action has any text.",
        ),
        Field(
            "trim",
            Choice(
                {
                    "trim-silence": "cut it off at the beginning and the end",
                    "do-not-trim": "keep it",
                },
                variable=True,
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
                variable=True,
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
                variable=True,
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
            "What to do next, by how the conference ended: an object switches on return_value, a "
            "list goes through conditions.",
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
                Field(
                    "custom_parameters",
                    MapOf(Text(empty=True, any_value=True)),
                    "Parameters to send with the stream.",
                ),
                title="stream",
                rules=(
                    Rule(
                        "callback-without-url",
                        ("status_url_method",),
                        Without("status_url"),
                        "{subject} has no effect without {status_url}: there is no URL to report "
                        "to.",
                    ),
                    absolute_urls("status_url"),
                ),
            ),
            "A WebSocket that takes part in the conference.",
            group=STREAM,
        ),
        bare="name",
        bare_severity=INFO,
        title="join_conference",
        rules=(
            CALLBACK_WITHOUT_URL,
            RECORDING_CALLBACK_WITHOUT_URL,
            NOTHING_RECORDED,
            absolute_urls("wait_url", "status_callback", "recording_status_callback"),
            Rule(
                "unknown-region",
                ("region",),
                Unlike(lambda text: text in REGIONS or has_variable(text)),
                f"{{value}} is not a region that is documented; those are {', '.join(REGIONS)}.",
            ),
            Rule(
                "large-conference",
                ("max_participants",),
                MoreThan(250),
                "{subject} is more than 250, the most that all references agree on.",
            ),
        ),
    ),
    sets=("join_conference_result", "return_value"),
    description="Callers of both RELAY and CXML can meet in one conference.",
    examples=(
        Example("Join, and start it", "swml join-conference --name team-standup"),
        Example(
            "Muted, with the sound sent on to a WebSocket",
            "swml join-conference --name team-standup --muted --beep onEnter "
            "--stream.url wss://shop.example/sound",
        ),
    ),
)


def is_room_name(text: str) -> bool:
    rest = text.replace("_", "").replace("-", "")
    return has_variable(text) or (text.isascii() and (not rest or rest.isalnum()))


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
        rules=(
            Rule(
                "pattern",
                ("name",),
                Unlike(is_room_name),
                "{subject} must be letters, digits, _ and -, not {value}.",
                severity=ERROR,
            ),
        ),
    ),
    sets=("join_room_result",),
    examples=(Example("A room by its name", "swml join-room --name lobby"),),
)
