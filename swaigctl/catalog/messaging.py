"""Actions that tell somebody else something."""

from swaigctl.catalog.actions import Action, Example, Layout, Need, Parameter
from swaigctl.catalog.cautions import NotAbsolute
from swaigctl.catalog.kinds import Json, Text
from swaigctl.catalog.special_kinds import PHONE_NUMBER, Texts

TITLE = "Messaging"

# Headings in help.
MESSAGE = "Message"
EVENT = "Event"

send_sms = Action(
    "send_sms",
    "Send a text message, with media if you like.",
    Layout("send_sms", carries_swml=True),
    (
        Parameter(
            "to_number",
            PHONE_NUMBER,
            "Who gets it, in E.164 form.",
            group=MESSAGE,
            required=True,
            always=True,
        ),
        Parameter(
            "from_number",
            PHONE_NUMBER,
            "Your number that it comes from, in E.164 form.",
            group=MESSAGE,
            required=True,
            always=True,
        ),
        Parameter("body", Text(), "The text. Either it or media is needed.", group=MESSAGE),
        Parameter(
            "media",
            Texts("URL"),
            "URL of a picture or file to send.",
            group=MESSAGE,
        ),
        Parameter(
            "tags",
            Texts("TAG"),
            "Tag to find the message by later.",
            group=MESSAGE,
        ),
        Parameter("region", Text(), "Region to send it from.", group=MESSAGE),
    ),
    needs=(
        Need(
            ("body", "media"),
            at_least=1,
            count_empty=False,
            wording="Either body or media must be provided",
            refused_by_sdk=True,
        ),
    ),
    cautions=(NotAbsolute("media"),),
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
    Layout("user_event", carries_swml=True, sections_first=True),
    (
        Parameter(
            "event_data",
            Json(dict),
            "The event; by convention it has a type.",
            group=EVENT,
            required=True,
            at="event",
            always=True,
        ),
    ),
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
    Layout("user_event", value="event"),
    (
        Parameter(
            "event",
            Json(dict),
            "The event, as it is; by convention it has a type.",
            group=EVENT,
            required=True,
        ),
    ),
    source="https://signalwire.com/docs/swml/reference/ai/swaig",
    examples=(Example("Tell the client", """user-event --event '{"type": "order_ready"}'"""),),
)
