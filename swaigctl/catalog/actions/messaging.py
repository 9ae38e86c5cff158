"""Actions that tell somebody else something."""

from swaigctl.catalog.verbs import messaging as verbs
from swaigctl.model.entries import Action, Example, Parameter
from swaigctl.model.places import BareValue, InSwml, Members, Plain
from swaigctl.model.rules import need_one_of
from swaigctl.model.shapes import Json

TITLE = "Messaging"

given = verbs.send_sms.parameter

send_sms = Action(
    "send_sms",
    "Send a text message, with media if you like.",
    InSwml(verbs.send_sms),
    Members(),
    (
        given("to_number", always=True),
        given("from_number", always=True),
        given("body"),
        given("media"),
        given("tags"),
        given("region"),
    ),
    rules=(
        need_one_of(
            "body", "media", count_empty=False, wording="Either body or media must be provided"
        ),
    ),
    examples=(
        Example(
            "A receipt",
            "send-sms --to-number +15551234567 --from-number +15559876543 "
            '--body "Thank you." --media https://example.com/receipt.jpg',
        ),
    ),
)

swml_user_event = Action(
    "swml_user_event",
    "Send an event to the clients of the call.",
    InSwml(verbs.user_event, sections_first=True),
    Members(),
    (verbs.user_event.parameter("event", "event_data", always=True),),
    examples=(
        Example(
            "Cards on the table",
            """swml-user-event --event-data '{"type": "cards_dealt", "score": 21}'""",
        ),
    ),
)

user_event = Action(
    "user_event",
    "Send an event to RELAY, without SWML.",
    Plain("user_event"),
    BareValue("event"),
    (
        Parameter(
            "event",
            Json(dict),
            "The event, as it is; by convention it has a type.",
            group=verbs.EVENT,
            required=True,
        ),
    ),
    source="https://signalwire.com/docs/swml/reference/ai/swaig",
    examples=(Example("Tell the client", """user-event --event '{"type": "order_ready"}'"""),),
)
