"""Verbs that answer and end the call, which most documents have and no other of calls."""

from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Choice, Integer, Text, has_variable
from swaigctl.model.rules import Rule, Unlike
from swaigctl.model.shapes import Field, Object

TITLE = "Call control"

# Headings in help.
CALL = "Call"
SIP = "SIP"

SECONDS = "SECONDS"
CODECS = ("PCMU", "PCMA", "G722", "G729", "AMR-WB", "OPUS", "VP8", "H264")

LOGIN = (
    Field("username", Text(), "User name for SIP authentication.", group=SIP),
    Field("password", Text(), "Password for SIP authentication.", group=SIP),
)


def are_codecs(text: str) -> bool:
    """Whether every word between the commas is a codec that answer is known to take."""
    return has_variable(text) or all(each.strip().upper() in CODECS for each in text.split(","))


answer = Verb(
    "answer",
    "Answer the call.",
    Object(
        Field(
            "max_duration",
            Integer(1, None, SECONDS, variable=True),
            "How long the call may last, in seconds.",
            group=CALL,
            default=14400,
            source="An older schema of the engine wants 7 seconds or more.",
        ),
        Field("codecs", Text("CODECS"), "Codecs to offer, with commas between them.", group=CALL),
        *LOGIN,
        bare="max_duration",
        title="answer",
        rules=(
            Rule(
                "unknown-codec",
                ("codecs",),
                Unlike(are_codecs),
                f"{{value}} has a codec that is not known; known are {', '.join(CODECS)}.",
            ),
        ),
    ),
    description="Some verbs answer by themselves, such as play.",
    sets=("answer_result",),
    word=True,
    examples=(
        Example("Before anything is said", "swml answer"),
        Example("For half an hour at most", "swml answer --max-duration 1800"),
    ),
)

hangup = Verb(
    "hangup",
    "End the call.",
    Object(
        Field(
            "reason",
            Choice(
                {
                    "hangup": "the call is over",
                    "busy": "as if the line were busy",
                    "decline": "as if somebody declined the call",
                },
                variable=True,
            ),
            "What the other side is told.",
            group=CALL,
        ),
        bare="reason",
        title="hangup",
    ),
    word=True,
    examples=(
        Example("When all is said", 'swml play --url "say:Goodbye." hangup'),
        Example("As if the line were busy, before it is answered", "swml hangup --reason busy"),
    ),
)
