"""Verbs that wait for what the other side says or presses, and press keys themselves."""

from swaigctl.catalog.verbs.playing import PLAYABLE, VOICES, VOLUME
from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import Boolean, Choice, Integer, Number, Text
from swaigctl.model.rules import Rule, Without, absolute_urls, does_nothing, one_url_each
from swaigctl.model.shapes import Field, ListOf, Named, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.kinds import Kind

TITLE = "Keys, speech and detection"

# Headings in help.
PROMPT = "Prompt"
KEYS = "Keys"
SPEECH = "Speech"
EVENTS = "Events"
AFTERWARDS = "Afterwards"
DETECTION = "Detection"
MACHINES = "Answering machines"
FAX = "Fax machines"

SECONDS = Number(0, None, "SECONDS", variable=True)
REPORTS = absolute_urls("status_url")


def result_of_prompt() -> "Kind":
    from swaigctl.catalog.verbs.branches import result

    return result("prompt_result")


prompt = Verb(
    "prompt",
    "Play something, and collect keys or speech.",
    Object(
        Field(
            "play",
            OneOf(PLAYABLE, ListOf(PLAYABLE)),
            "What to play; several are played one after the other.",
            group=PROMPT,
            required=True,
        ),
        VOLUME.but(group=PROMPT),
        *VOICES,
        Field(
            "max_digits",
            Integer(0, None, variable=True),
            "How many keys to collect.",
            group=KEYS,
            default=1,
        ),
        Field(
            "terminators",
            Text("DIGITS", empty=True),
            "Keys that end the input, such as #.",
            group=KEYS,
        ),
        Field(
            "digit_timeout",
            SECONDS,
            "How long to wait for the next key, in seconds.",
            group=KEYS,
            default=5,
        ),
        Field(
            "initial_timeout",
            SECONDS,
            "How long to wait for the input to begin, in seconds.",
            group=PROMPT,
            default=5,
        ),
        Field(
            "speech_timeout",
            SECONDS,
            "How long the speech may last, in seconds.",
            group=SPEECH,
        ),
        Field(
            "speech_end_timeout",
            SECONDS,
            "How much silence ends the speech, in seconds.",
            group=SPEECH,
        ),
        Field("speech_language", Text("CODE"), "The language of the speech.", group=SPEECH),
        Field(
            "speech_hints",
            ListOf(Text("PHRASE")),
            "A word or phrase to expect.",
            group=SPEECH,
        ),
        Field(
            "speech_engine",
            Choice("Google", "Google.V2", "Deepgram", open=True),
            "What recognizes the speech; it must know the language. Without it, the platform "
            "chooses.",
            group=SPEECH,
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=EVENTS),
        Field(
            "result",
            Named("prompt-result", result_of_prompt),
            "What to do next, by prompt_result.",
            group=AFTERWARDS,
            deprecated="a switch step behind it",
            source="The engine's schema of 2023 has it, today's documentation has not.",
        ),
        bare="play",
        title="prompt",
        rules=(REPORTS, does_nothing("play", [], "nothing is played"), one_url_each("play")),
    ),
    description="Only keys are collected, unless a parameter of speech is given; then only speech "
    "is, unless a parameter of keys is given too.",
    sets=(
        *("prompt_result", "prompt_value", "prompt_digit_terminator"),
        "prompt_speech_confidence",
    ),
    examples=(
        Example("One key", 'swml prompt --play "say:Press 1 for repairs, 2 for orders."'),
        Example(
            "Six keys, or words",
            'swml prompt --play "say:Your order number?" --max-digits 6 --terminators '
            '"#" --speech-timeout 8 --speech-hints repair --speech-hints "flat tyre"',
        ),
    ),
)

TONES = "0123456789*#ABCDWw"


def are_tones(text: str) -> bool:
    return not text.strip(TONES)


send_digits = Verb(
    "send_digits",
    "Press keys.",
    Object(
        Field(
            "digits",
            Formatted(
                "tones",
                are_tones,
                r"^[0-9*#ABCDWw]+$",
                "keys out of 0-9, *, #, A-D, w and W",
                "DIGITS",
            ),
            "Which keys: digits, *, # and A to D. A w waits for half a second, a W for one.",
            group=KEYS,
            required=True,
        ),
        bare="digits",
        title="send_digits",
    ),
    sets=("send_digits_result",),
    examples=(Example("An extension, after half a second", "swml send-digits --digits w42#"),),
)

DETECTORS = ("amd", "fax")


def are_detectors(text: str) -> bool:
    return all(each.strip(" ") in DETECTORS for each in text.split(","))


detect_machine = Verb(
    "detect_machine",
    "Find out whether a person, a machine or a fax answered.",
    Object(
        Field(
            "detectors",
            Formatted(
                "detectors",
                are_detectors,
                r"^ *(?:amd|fax) *(?:, *(?:amd|fax) *)*$",
                "'amd', 'fax' or both with a comma between them",
                "DETECTORS",
            ),
            "What to look for: amd is answering machines, fax is fax machines.",
            group=DETECTION,
            default="amd,fax",
        ),
        Field(
            "wait",
            Boolean(variable=True),
            "Go on only when the detection is over.",
            group=DETECTION,
            default=True,
        ),
        Field(
            "timeout",
            SECONDS,
            "How long the detection may take, in seconds.",
            group=DETECTION,
            default=30,
        ),
        Field(
            "initial_timeout",
            SECONDS,
            "How long to wait for a voice, in seconds.",
            group=DETECTION,
            default=4.5,
        ),
        Field(
            "end_silence_timeout",
            SECONDS,
            "How much silence ends what the voice says, in seconds.",
            group=DETECTION,
            default=1,
        ),
        Field(
            "machine_ready_timeout",
            SECONDS,
            "How much silence shows that a machine is ready to record, in seconds. Without it, "
            "end_silence_timeout counts.",
            group=MACHINES,
        ),
        Field(
            "machine_voice_threshold",
            SECONDS,
            "How long a voice must go on to be a machine's, in seconds.",
            group=MACHINES,
            default=1.25,
        ),
        Field(
            "machine_words_threshold",
            Integer(0, None, variable=True),
            "How many words without a pause are a machine's.",
            group=MACHINES,
            default=6,
        ),
        Field(
            "detect_message_end",
            Boolean(variable=True),
            "Wait for the beep or the end of the machine's greeting.",
            group=MACHINES,
            default=False,
        ),
        Field(
            "tone",
            Choice({"CED": "of a fax that answers", "CNG": "of a fax that calls"}, variable=True),
            "The tone of a fax machine to listen for, on the other side.",
            group=FAX,
            default="CED",
        ),
        Field("status_url", Text("URL"), "Where to report what is found.", group=EVENTS),
        title="detect_machine",
        rules=(
            Rule(
                "callback-without-url",
                ("wait",),
                Without("status_url", False),
                "{subject} is {value}: without {status_url}, nobody is told what is found.",
            ),
            REPORTS,
        ),
    ),
    sets=("detect_result", "detect_machine_beep", "detect_ms"),
    examples=(
        Example("Who or what answered", "swml detect-machine"),
        Example(
            "Wait for the end of a machine's greeting, then leave a message",
            "swml detect-machine --detectors amd --detect-message-end --timeout 20 "
            'play --url "say:Your bicycle is ready."',
        ),
    ),
)
