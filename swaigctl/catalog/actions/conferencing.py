"""Actions that bring callers together."""

from swaigctl.catalog.verbs import conferencing as verbs
from swaigctl.model.entries import Action, Example
from swaigctl.model.kinds import Integer, Text
from swaigctl.model.places import InSwml, Members
from swaigctl.model.rules import Equal, Rule, Without
from swaigctl.model.shapes import Json

TITLE = "Conferencing"

given = verbs.join_conference.parameter

join_conference = Action(
    "join_conference",
    "Put the caller into an ad-hoc audio conference.",
    InSwml(verbs.join_conference),
    Members("name"),
    (
        given("name"),
        given("muted"),
        given("beep"),
        given("start_on_enter"),
        given("end_on_exit"),
        given("wait_url"),
        given(
            "max_participants",
            kind=Integer(1, 250, variable=True, without_point=True),
            default=250,
            may_be_none=True,
            wording="must be a positive integer <= 250",
            source="The reference has 1 to 250, as signalwire-agents 1.1.0. signalwire-sdk 3.7 "
            "wants 2 or more and has no default; its schema.json has 2 to 100000.",
        ),
        given("record"),
        given("region", kind=Text(), source="The reference has any text; the verb four regions."),
        given("trim"),
        given("coach"),
        given("status_callback_event"),
        given("status_callback"),
        given("status_callback_method"),
        given("recording_status_callback"),
        given("recording_status_callback_method"),
        given("recording_status_callback_event"),
        given("result", kind=Json(dict, list), keep_empty=True),
    ),
    description="Callers of both RELAY and CXML can meet in one conference.",
    rules=(
        Rule(
            "nothing-recorded",
            (
                "trim",
                "recording_status_callback",
                "recording_status_callback_method",
                "recording_status_callback_event",
            ),
            Without("record"),
            "{subject} has no effect unless {record} is 'record-from-start': nothing is recorded.",
        ),
        Rule(
            "conference-of-one",
            ("max_participants",),
            Equal(1),
            "{subject} is too low: a conference refuses fewer than 2 participants.",
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
    InSwml(verbs.join_room),
    Members(),
    (verbs.join_room.parameter("name", always=True),),
    examples=(Example("Join a room", "join-room --name support_team_room"),),
)
