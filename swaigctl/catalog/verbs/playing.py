"""The verb that plays sound, which most documents have and no other of media."""

from swaigctl.findings import Finding
from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import YES_OR_NO, Number, Text, is_digits
from swaigctl.model.rules import absolute_urls, does_nothing, one_url_each
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "Media"

# Headings in help.
PLAYBACK = "Playback"
VOICE = "Voice"

REPORTS = absolute_urls("status_url")


def is_playable(text: str) -> bool:
    """A file, a ringing tone, speech or silence."""
    scheme, _, rest = text.partition(":")
    if scheme in ("http", "https"):
        return rest.startswith("//") and len(rest) > 2
    if scheme == "ring":
        seconds, _, country = rest.rpartition(":")
        return is_country(country.strip(" ")) and (not seconds.strip(" ") or is_duration(seconds))
    return bool(rest.strip()) and (scheme == "say" or (scheme == "silence" and is_duration(rest)))


def is_country(text: str) -> bool:
    return text.isascii() and text.isalpha() and len(text) == 2


def is_duration(text: str) -> bool:
    return is_digits(text.strip(" ").replace(".", "", 1))


SECONDS = r" *(?:[0-9]+\.?[0-9]*|\.[0-9]+) *"


class Playable(Formatted):
    """What can be played; text that is nothing of it was probably meant to be said."""

    def faults(self, value: object) -> "Iterator[Finding]":
        for finding in super().faults(value):
            is_meant = finding.code == "pattern" and is_speech(str(value))
            yield finding.but(suggestion=f"say:{value}") if is_meant else finding


def is_speech(text: str) -> bool:
    """Whether text without `say:` was probably meant to be said: it is no name of a file."""
    is_file = "." in text.strip(".") and " " not in text
    return not (is_file or ":" in text or "/" in text)


PLAYABLE = Playable(
    "playable",
    is_playable,
    r"^(?:https?://[\s\S]|say:\s*\S|silence:" + SECONDS + r"$"
    r"|ring:(?:" + SECONDS + r":| *:)? *[a-zA-Z]{2} *$)",
    "a URL, 'say:TEXT', 'ring:SECONDS:COUNTRY' or 'silence:SECONDS'",
    "URL",
)

VOLUME = Field(
    "volume",
    Number(-40, 40, "DECIBELS", variable=True),
    "How much louder to play it, in decibels.",
    group=PLAYBACK,
    default=0,
)
VOICES = (
    Field("say_voice", Text("VOICE"), "The voice of speech.", group=VOICE, default="Polly.Salli"),
    Field("say_language", Text("CODE"), "The language of speech.", group=VOICE, default="en-US"),
    Field("say_gender", Text(), "The gender of the voice.", group=VOICE, default="female"),
)
PLAYED = (
    Field(
        "auto_answer",
        YES_OR_NO,
        "Answer the call first, where it is not answered yet.",
        group=PLAYBACK,
        default=True,
    ),
    VOLUME,
    *VOICES,
    Field("status_url", Text("URL"), "Where to report what becomes of it.", group=PLAYBACK),
)

play = Verb(
    "play",
    "Play files, ringing, speech or silence.",
    OneOf(
        Object(
            Field("url", PLAYABLE, "What to play.", group=PLAYBACK, required=True),
            *PLAYED,
            bare="url",
            title="play",
            several={"url": "urls"},
            rules=(REPORTS, one_url_each("url")),
        ),
        Object(
            Field(
                "urls",
                ListOf(PLAYABLE),
                "What to play, one after the other.",
                group=PLAYBACK,
                required=True,
            ),
            *PLAYED,
            bare="urls",
            title="play",
            rules=(REPORTS, does_nothing("urls", [], "nothing is played"), one_url_each("urls")),
        ),
    ),
    description="What is played is a file (https://…), speech (say:TEXT), a country's ringing tone "
    "(ring:us, ring:20:us) or silence (silence:SECONDS).",
    examples=(
        Example("Speech, a little louder", "swml play --url say:Hello --volume 3"),
        Example(
            "A pause, then a file",
            "swml play --urls silence:1 --urls https://shop.example/welcome.mp3",
        ),
    ),
)
