"""The verb that puts callers into a queue."""

from swaigctl.catalog.verbs import CALLING
from swaigctl.catalog.verbs.conferencing import AFTERWARDS
from swaigctl.catalog.verbs.conferencing import TITLE as TITLE
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Integer, Text
from swaigctl.model.rules import absolute_urls
from swaigctl.model.shapes import Field, Object, TextOrDocument

QUEUE = "Queue"

enter_queue = Verb(
    "enter_queue",
    "Put the caller into a queue, until somebody connects to it.",
    Object(
        Field(
            "queue_name",
            Text("NAME"),
            "Name of the queue. A queue that does not exist is made.",
            group=QUEUE,
            required=True,
        ),
        Field(
            "wait_url",
            Text("URL"),
            "What the caller hears meanwhile. Without it, the platform's own music plays.",
            group=QUEUE,
            source="Pages disagree whether it is a sound or SWML.",
        ),
        Field(
            "wait_time",
            Integer(1, None, "SECONDS", variable=True),
            "How long the caller waits at most, in seconds.",
            group=QUEUE,
            default=3600,
        ),
        Field(
            "transfer_after_bridge",
            TextOrDocument(CALLING, "URL"),
            "SWML for the caller when the other side has hung up: its URL, or a document as text.",
            group=AFTERWARDS,
            required=True,
            source='A recipe of the vendor has the text "false" here.',
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=QUEUE),
        title="enter_queue",
        sample={
            "queue_name": "support",
            "transfer_after_bridge": "https://example.com/next.swml",
        },
        rules=(absolute_urls("wait_url", "status_url"),),
    ),
    description="Somebody connects to it with connect, to queue:NAME.",
    sets=("queue_result", "wait_time", "entry_position", "entry_size"),
    examples=(
        Example(
            "Wait for somebody, then say goodbye",
            "swml enter-queue --queue-name repairs --transfer-after-bridge "
            "https://shop.example/thanks.swml",
        ),
        Example(
            "With music, for ten minutes at most",
            "swml enter-queue --queue-name repairs --wait-url "
            "https://shop.example/music.mp3 --wait-time 600 --transfer-after-bridge "
            "https://shop.example/thanks.swml",
        ),
    ),
)
