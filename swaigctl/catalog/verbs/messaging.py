"""Verbs of a call that tell somebody else something."""

from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import ADVISED_PHONE_NUMBER
from swaigctl.model.kinds import PROSE, Text
from swaigctl.model.rules import (
    absolute_urls,
    each_absolute_url,
    need_one_of,
    no_json_for,
    one_text_each,
)
from swaigctl.model.shapes import Field, Json, ListOf, Object

TITLE = "Text messages and events"

# Headings in help.
MESSAGE = "Message"
EVENT = "Event"

send_sms = Verb(
    "send_sms",
    "Send a text message, with media if you like.",
    Object(
        Field(
            "to_number",
            ADVISED_PHONE_NUMBER,
            "Who gets it, in E.164 form.",
            group=MESSAGE,
            required=True,
            source="The vendor's page asks for E.164; its schema takes any text.",
        ),
        Field(
            "from_number",
            ADVISED_PHONE_NUMBER,
            "Your number that it comes from, in E.164 form.",
            group=MESSAGE,
            required=True,
            source="The vendor's schema takes any text; a guide has a placeholder.",
        ),
        Field("body", PROSE, "The text. Either it or media is needed.", group=MESSAGE),
        Field("media", ListOf(Text("URL")), "URL of a picture or file to send.", group=MESSAGE),
        Field("tags", ListOf(Text("TAG")), "Tag to find the message by later.", group=MESSAGE),
        Field("region", Text(), "Region to send it from.", group=MESSAGE),
        Field("status_callback", Text("URL"), "Where to report what becomes of it.", group=MESSAGE),
        title="send_sms",
        rules=(
            need_one_of("body", "media", count_empty=False),
            absolute_urls("status_callback"),
            *each_absolute_url("media"),
            one_text_each("tags", "tag"),
            no_json_for("tags", "tag"),
        ),
    ),
    sets=("send_sms_result",),
    examples=(
        Example(
            "A text",
            "swml send-sms --to-number +15551234567 --from-number +15559876543 --body "
            '"Your bicycle is ready."',
        ),
        Example(
            "With a picture",
            "swml send-sms --to-number +15551234567 --from-number +15559876543 --body "
            '"It looks like this." --media https://shop.example/bicycle.jpg',
        ),
    ),
)

user_event = Verb(
    "user_event",
    "Send an event to the clients of the call.",
    Object(
        Field(
            "event",
            Json(dict),
            "The event; by convention it has a type.",
            group=EVENT,
            required=True,
        ),
        title="user_event",
    ),
    examples=(
        Example(
            "What the clients show next", "swml user-event --event type=basket --event items:=3"
        ),
    ),
)
