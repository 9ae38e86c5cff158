"""Verbs that write down, translate or summarize what is said on the call."""

from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import PROSE, YES_OR_NO, Choice, Integer, Text
from swaigctl.model.rules import Equal, Rule, Without
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TITLE = "Transcription and translation"

# Headings in help.
ACTION = "Action"
LANGUAGES = "Languages"
SPEECH = "Speech recognition"
VOICES = "Voices"
EVENTS = "Events"
SUMMARY = "Summary"
MESSAGE = "Message"

LANGUAGE = Text("CODE")
PROMPT = Text("PROMPT", prose=True)
PARTY = Choice(
    {
        "remote-caller": "whoever is at the far end of the call",
        "local-caller": "whoever is at the near end",
    },
    variable=True,
)

LIMITS = "The vendor's pages have the limits, and its schema has none."

DIRECTION = Field(
    "direction", ListOf(PARTY), "Whose speech it is about.", group=SPEECH, required=True
)
RECOGNITION = (
    Field(
        "speech_engine",
        Choice("deepgram", "google", variable=True),
        "The engine that recognizes speech.",
        group=SPEECH,
        default="deepgram",
    ),
    Field(
        "speech_timeout",
        Integer(1500, None, "MILLISECONDS", variable=True),
        "How long an utterance may last, in milliseconds.",
        group=SPEECH,
        default=60000,
        source=LIMITS,
    ),
    Field(
        "vad_silence_ms",
        Integer(1, None, "MILLISECONDS", variable=True),
        "How much silence ends an utterance, in milliseconds. Google's engine takes 500 where it "
        "is left out.",
        group=SPEECH,
        default=300,
        source=LIMITS,
    ),
    Field(
        "vad_thresh",
        Integer(0, 1800, variable=True),
        "How loud a sound has to be to count as speech.",
        group=SPEECH,
        default=400,
        source=LIMITS,
    ),
    Field(
        "debug_level",
        Integer(0, 2, variable=True),
        "How much is logged.",
        group=SPEECH,
        default=0,
        source=LIMITS,
    ),
)
REPORTS = (
    Field("webhook", Text("URL"), "Where to report what is recognized.", group=EVENTS),
    Field("live_events", YES_OR_NO, "Report while people still speak.", group=EVENTS),
    Field("ai_summary", YES_OR_NO, "Report a summary at the end.", group=SUMMARY),
    Field(
        "ai_summary_prompt",
        PROMPT,
        "How the summary at the end is to be written.",
        group=SUMMARY,
    ),
)
START_RULES = (
    Rule(
        "empty",
        ("direction",),
        Equal([]),
        "{subject} is empty: nobody is listened to.",
    ),
    Rule(
        "no-summary",
        ("ai_summary_prompt",),
        Without("ai_summary"),
        "{subject} has no effect without {ai_summary}: no summary is written.",
    ),
)


def start(*fields: Field) -> Object:
    """The branch that starts it: languages and the like, and what both verbs have."""
    started = Object(*fields, DIRECTION, *RECOGNITION, *REPORTS, title="start", rules=START_RULES)
    return action("start", started, "Start, with these parameters.")


def action(name: str, kind: Object, help: str) -> Object:
    """The branch of an action that has parameters."""
    return Object(Field(name, kind, help, group=ACTION, required=True), title="action")


SUMMARIZE = action(
    "summarize",
    Object(
        Field("webhook", Text("URL"), "Where to report the summary.", group=SUMMARY),
        Field("prompt", PROMPT, "How the summary is to be written.", group=SUMMARY),
        title="summarize",
    ),
    "Summarize what was said so far, with these parameters.",
)

live_transcribe = Verb(
    "live_transcribe",
    "Start, summarize or stop transcribing the call while it goes on.",
    Object(
        Field(
            "action",
            OneOf(
                Choice(
                    {
                        "stop": "stop transcribing",
                        "summarize": "summarize what was said so far",
                    },
                    variable=True,
                ),
                start(
                    Field(
                        "lang",
                        LANGUAGE,
                        "The language that is spoken, such as en-US.",
                        group=LANGUAGES,
                        required=True,
                    )
                ),
                SUMMARIZE,
            ),
            "What to do: a word, or an object with start or summarize.",
            group=ACTION,
            required=True,
        ),
        title="live_transcribe",
    ),
    description="What is recognized goes to a webhook while the call goes on; transcribe gives a "
    "transcript of the whole call afterwards.",
    examples=(
        Example(
            "Both sides, to a webhook",
            "swml live-transcribe --action.start.lang en-US --action.start.direction "
            "remote-caller --action.start.direction local-caller --action.start.webhook "
            "https://shop.example/words",
        ),
        Example("Stop it", "swml live-transcribe --action stop"),
    ),
)

FILTER = OneOf(
    Choice(
        {
            "polite": "without insults",
            "rude": "with insults",
            "professional": "without slang",
            "shakespeare": "as Shakespeare would say it",
            "gen-z": "in the slang of the youngest",
        },
        variable=True,
    ),
    Formatted(
        "translation-filter",
        lambda text: text.startswith("prompt:") and len(text) > 7,
        r"^prompt:[\s\S]",
        "'prompt:TEXT'",
        "prompt:TEXT",
    ),
)
DEFAULT_VOICE = "Only the vendor's pages name a default voice."

live_translate = Verb(
    "live_translate",
    "Start, summarize, stop or add to the translation of the call.",
    Object(
        Field(
            "action",
            OneOf(
                Choice(
                    {
                        "stop": "stop translating",
                        "summarize": "summarize what was said so far",
                    },
                    variable=True,
                ),
                start(
                    Field(
                        "from_lang",
                        LANGUAGE,
                        "The language to translate from, such as en-US.",
                        group=LANGUAGES,
                        required=True,
                    ),
                    Field(
                        "to_lang",
                        LANGUAGE,
                        "The language to translate to, such as es-ES.",
                        group=LANGUAGES,
                        required=True,
                    ),
                    Field(
                        "from_voice",
                        Text("VOICE"),
                        "The voice that speaks the first language.",
                        group=VOICES,
                        default="elevenlabs.josh",
                        source=DEFAULT_VOICE,
                    ),
                    Field(
                        "to_voice",
                        Text("VOICE"),
                        "The voice that speaks the second language.",
                        group=VOICES,
                        default="elevenlabs.josh",
                        source=DEFAULT_VOICE,
                    ),
                    Field(
                        "filter_from",
                        FILTER,
                        "The tone of what is said in the first language: a name, or instructions "
                        "behind prompt:.",
                        group=VOICES,
                    ),
                    Field(
                        "filter_to",
                        FILTER,
                        "The tone of what is said in the second language, in the same way.",
                        group=VOICES,
                    ),
                ),
                SUMMARIZE,
                action(
                    "inject",
                    Object(
                        Field(
                            "message",
                            PROSE,
                            "What to translate and say.",
                            group=MESSAGE,
                            required=True,
                        ),
                        Field("direction", PARTY, "Who hears it.", group=MESSAGE, required=True),
                        title="inject",
                    ),
                    "Say something to one party, translated.",
                ),
            ),
            "What to do: a word, or an object with start, summarize or inject.",
            group=ACTION,
            required=True,
        ),
        title="live_translate",
    ),
    description="People who speak two languages hear each other translated.",
    examples=(
        Example(
            "English and Spanish",
            "swml live-translate --action.start.from-lang en-US --action.start.to-lang "
            "es-ES --action.start.direction remote-caller --action.start.direction local-caller",
        ),
        Example(
            "Add a sentence for the caller",
            'swml live-translate --action.inject.message "The shop closes soon." '
            "--action.inject.direction remote-caller",
        ),
    ),
)

transcribe = Verb(
    "transcribe",
    "Transcribe the whole call in the background.",
    Object(
        Field("status_url", Text("URL"), "Where to report that it is done.", group=EVENTS),
        title="transcribe",
    ),
    description="The transcript is done when the call has ended. A call has one such transcription "
    "at a time; live_transcribe reports while the call goes on.",
    sets=("transcribe_result", "transcribe_control_id"),
    word=True,
    examples=(
        Example("The whole call", "swml transcribe"),
        Example(
            "And report when it is done",
            "swml transcribe --status-url https://shop.example/transcripts",
        ),
    ),
)

transcribe_stop = Verb(
    "transcribe_stop",
    "Stop the transcription that transcribe started.",
    Object(title="transcribe_stop"),
    sets=("transcribe_stop_result",),
    word=True,
    examples=(
        Example(
            "Before something private is said",
            'swml transcribe-stop play --url "say:This is off the record."',
        ),
    ),
)
