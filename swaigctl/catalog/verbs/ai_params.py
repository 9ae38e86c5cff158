"""The settings of an agent: `ai.params`. It is open: the platform knows more than it documents."""

from swaigctl.findings import WARNING
from swaigctl.model.conditions import Given, Misspelt, Useless
from swaigctl.model.forms import Formatted, Lenient, Quoted
from swaigctl.model.kinds import (
    PROSE,
    QUOTED_YES_OR_NO,
    Boolean,
    Choice,
    Constant,
    Integer,
    Number,
    Text,
    is_digits,
)
from swaigctl.model.rules import Condition, Count, Match, Rule, Unlike
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Headings in help.
MODEL = "Model"
RECOGNITION = "Speech recognition"
TURNS = "Turns"
INTERRUPTIONS = "Interruptions"
SILENCE = "Silence and time"
BEGINNING = "Beginning"
PAUSING = "Pausing"
SPEECH = "Speech"
BACKGROUND = "Background sound"
VIDEO = "Video"
DIGITS = "Digits"
FUNCTIONS = "Functions"
DIALOG = "Inner dialog"
DATA = "Data and summaries"
DEBUGGING = "Debugging"

PLATFORM_DEFAULT = "Without it, the platform has a prompt of its own."

# The platform reads these settings as text: it takes quoted numbers and booleans too.
YES_OR_NO = QUOTED_YES_OR_NO


def whole(minimum: "int | None" = None, maximum: "int | None" = None, unit: str = "") -> Quoted:
    return Quoted(Integer(minimum, maximum, unit or "INTEGER", variable=True))


def milliseconds(minimum: int, maximum: int) -> Quoted:
    return whole(minimum, maximum, "MILLISECONDS")


def model() -> Choice:
    return Choice("gpt-4o-mini", "gpt-4.1-mini", "gpt-4.1-nano", open=True, metavar="MODEL")


def is_duration(text: str) -> bool:
    """`1h45m30s`: hours, minutes, seconds, each at most once and in this order."""
    rest = text
    for unit in "hms":
        number, found, behind = rest.partition(unit)
        if found:
            if not is_digits(number):
                return False
            rest = behind
    return bool(text) and not rest


DURATION = Formatted(
    "duration",
    is_duration,
    "^(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?$",
    "a duration such as '90s', '2m' or '1h45m30s'",
    "DURATION",
)


def is_detection(text: str) -> bool:
    """A threshold from 0 to 100, and perhaps 16 to 40 milliseconds: `50:20`."""
    threshold, colon, length = text.partition(":")
    return (
        is_digits(threshold)
        and len(threshold) <= 3
        and int(threshold) <= 100
        and (not colon or (is_digits(length) and len(length) == 2 and 16 <= int(length) <= 40))
    )


DETECTION = Formatted(
    "voice-detection",
    is_detection,
    "^(?:100|[0-9]{1,2})(?::(?:1[6-9]|[23][0-9]|40))?$",
    "THRESHOLD or THRESHOLD:MILLISECONDS (0 to 100, 16 to 40), such as '50:20'",
    "THRESHOLD[:MS]",
)

WAITS = ("spell", "number", "text", "acoustic", "veto")


def are_waits(text: str) -> bool:
    for token in text.split(","):
        name, colon, delay = token.strip().partition(":")
        if name.lower() not in WAITS or (colon and not is_digits(delay)):
            return False
    return True


WAIT = rf"\s*(?:{'|'.join(WAITS)})(?::[0-9]+)?\s*"
WAIT_LIST = Formatted(
    "waits",
    are_waits,
    rf"^{WAIT}(?:,{WAIT})*$",
    "a list such as 'spell,number,text:1200' of spell, number, text, acoustic, veto",
    "WAITS",
)


def stops_speech(text: str) -> bool:
    """Words that say what interrupts the agent, or a variable, or a boolean as text."""
    words = {word.strip() for word in text.lower().split(",")}
    return "${" in text or "%{" in text or words <= {"complete", "partial", "all", "true", "false"}


def zero_or(minimum: int, maximum: int) -> Quoted:
    return Quoted(OneOf(Constant(0), Integer(minimum, maximum, "MILLISECONDS", variable=True)))


ATTENTION_TIMEOUT = Field(
    "attention_timeout",
    Lenient(
        zero_or(10_000, 600_000),
        Constant(5000),
        "It is the documented default, which is outside the documented range.",
    ),
    "How long the caller may be silent until the agent asks for attention, in milliseconds; "
    "0 for never. Without it, 5000.",
    group=SILENCE,
    source="The vendor's own default, 5000, is outside the range that it allows.",
)
HARD_STOP_TIME = Field(
    "hard_stop_time",
    DURATION,
    "How long the agent stays at most. Then the next step of the section runs.",
    group=SILENCE,
)
HARD_STOP_PROMPT = Field(
    "hard_stop_prompt",
    PROSE,
    f"What the model is told when that time is up. {PLATFORM_DEFAULT}",
    group=SILENCE,
)
INACTIVITY_TIMEOUT = Field(
    "inactivity_timeout",
    milliseconds(10_000, 3_600_000),
    "How long nothing may happen until the agent leaves, in milliseconds.",
    group=SILENCE,
    default=600_000,
)


def video(doing: str, state: str) -> Field:
    return Field(
        f"video_{state}_file",
        Text("URL"),
        f"URL of a video to show while the agent {doing}, on calls with video.",
        group=VIDEO,
    )


VIDEOS = (video("listens", "listening"), video("is idle", "idle"), video("speaks", "talking"))

SWAIG_PERMISSIONS = (
    Field(
        "swaig_allow_swml",
        YES_OR_NO,
        "Let functions answer with SWML that runs on the call.",
        group=FUNCTIONS,
        default=True,
    ),
    Field(
        "swaig_allow_settings",
        YES_OR_NO,
        "Let functions change settings of the model.",
        group=FUNCTIONS,
        default=True,
    ),
    Field(
        "swaig_set_global_data",
        YES_OR_NO,
        "Let functions set global data.",
        group=FUNCTIONS,
        default=True,
    ),
)

FIELDS = (
    # Model
    Field("ai_model", model(), "The model to use.", group=MODEL, default="gpt-4o-mini"),
    Field(
        "conscience",
        PROSE,
        f"A prompt that keeps the agent to its task. {PLATFORM_DEFAULT}",
        group=MODEL,
    ),
    Field(
        "max_response_tokens",
        whole(1, 16_384, "TOKENS"),
        "How long one answer may get, in tokens. Less is faster.",
        group=MODEL,
    ),
    Field(
        "pom_format",
        Choice("markdown", "xml", variable=True),
        "How sections of prompts are given to the model.",
        group=MODEL,
        default="markdown",
    ),
    Field(
        "convo",
        ListOf(
            Object(
                Field(
                    "role",
                    Choice("user", "assistant", "system", variable=True),
                    "Who said it.",
                    required=True,
                ),
                Field("content", Text(), "What was said.", required=True),
                Field("lang", Text("CODE"), "Code of its language."),
                unknown=WARNING,
                title="a message",
            )
        ),
        "A list of messages, as if they had been said before.",
        group=MODEL,
    ),
    Field(
        "conversation_sliding_window",
        whole(unit="MESSAGES"),
        "How many of the latest messages the model is given.",
        group=MODEL,
    ),
    Field(
        "cache_mode", YES_OR_NO, "Keep answers, to give them faster.", group=MODEL, default=False
    ),
    Field(
        "enable_thinking",
        YES_OR_NO,
        "Let the model think in a turn of its own, which takes longer.",
        group=MODEL,
        default=False,
    ),
    Field("thinking_model", model(), "The model that thinks. Else the agent's own.", group=MODEL),
    Field(
        "enable_vision",
        YES_OR_NO,
        "Let the model look at the caller's video.",
        group=MODEL,
        default=False,
    ),
    Field("vision_model", model(), "The model that looks at video.", group=MODEL),
    Field(
        "utility_model",
        model(),
        "The model for small tasks such as redact_prompt and auto_correct. A fast one is best.",
        group=MODEL,
    ),
    Field(
        "local_tz",
        Text("ZONE"),
        "The time zone, by its IANA name.",
        group=MODEL,
        default="US/Central",
    ),
    # Speech recognition
    Field(
        "openai_asr_engine",
        Text("ENGINE"),
        "Engine of speech recognition.",
        group=RECOGNITION,
        default="deepgram:nova-3",
        source="The vendor's page; the SDK has gcloud_speech_v2_async.",
    ),
    Field(
        "asr_smart_format",
        YES_OR_NO,
        "Write numbers, dates and times well in what is heard.",
        group=RECOGNITION,
        default=False,
    ),
    Field(
        "asr_diarize",
        YES_OR_NO,
        "Tell speakers apart in what is heard.",
        group=RECOGNITION,
        default=False,
    ),
    Field(
        "asr_speaker_affinity",
        YES_OR_NO,
        "Answer only whoever spoke first.",
        group=RECOGNITION,
        default=False,
    ),
    Field(
        "llm_diarize_aware",
        YES_OR_NO,
        "Let the model know the speakers, who can say their names.",
        group=RECOGNITION,
        default=False,
    ),
    Field(
        "energy_level",
        Quoted(Number(0, 100, "DECIBELS", variable=True)),
        "How loud the caller must be to be heard, in decibels.",
        group=RECOGNITION,
        default=52,
    ),
    Field("vad_config", DETECTION, "How voices are detected.", group=RECOGNITION),
    Field(
        "enable_text_normalization",
        OneOf(
            Choice(
                {
                    "heard": "what the caller says: $23 for twenty three dollars",
                    "spoken": "what the agent says: twenty three dollars for $23",
                    "both": "both",
                    "true": "both",
                    "on": "both",
                    "false": "neither",
                    "off": "neither",
                    "none": "neither",
                },
                variable=True,
            ),
            Boolean(),
        ),
        "Where numbers, amounts and dates are changed between words and figures.",
        group=RECOGNITION,
        default="both",
    ),
    Field(
        "auto_correct",
        YES_OR_NO,
        "Let a model correct what was heard. It needs enable_text_normalization to be off.",
        group=RECOGNITION,
        default=False,
    ),
    Field(
        "languages_enabled",
        YES_OR_NO,
        "It does nothing: languages are used because they are given.",
        group=RECOGNITION,
        source="The vendor's schema and engine; older pages called it necessary.",
    ),
    # Turns
    Field(
        "end_of_speech_timeout",
        milliseconds(250, 10_000),
        "How much silence ends what the caller says, in milliseconds.",
        group=TURNS,
        default=700,
    ),
    Field(
        "first_word_timeout",
        milliseconds(0, 10_000),
        "How long to wait for a first word once speech is heard, in milliseconds.",
        group=TURNS,
        default=1000,
    ),
    Field(
        "speech_event_timeout",
        milliseconds(0, 10_000),
        "How long to wait for the next part of speech, in milliseconds.",
        group=TURNS,
        default=1400,
    ),
    Field(
        "speech_timeout",
        milliseconds(0, 600_000),
        "How long the caller may speak at a time, in milliseconds.",
        group=TURNS,
        default=60_000,
    ),
    Field(
        "speech_gen_quick_stops",
        whole(0, 10),
        "How many early ends of a sentence the voice is given.",
        group=TURNS,
        default=3,
    ),
    Field(
        "enable_turn_detection",
        YES_OR_NO,
        "Guess from the words that the caller has finished, and answer faster.",
        group=TURNS,
        default=True,
    ),
    Field(
        "turn_detection_timeout",
        milliseconds(0, 10_000),
        "How long to wait after such a guess, in milliseconds.",
        group=TURNS,
        default=250,
    ),
    Field(
        "turn_filler_sources",
        WAIT_LIST,
        "In which waits turn fillers are played; a number is a delay in milliseconds.",
        group=TURNS,
        default="spell,number",
        source="The vendor's page: a word that is not known matches no wait, silently.",
    ),
    Field(
        "turn_filler_every_n",
        whole(1),
        "At every how many of these waits one is played.",
        group=TURNS,
        default=1,
    ),
    Field(
        "turn_filler_min_ms",
        whole(0, unit="MILLISECONDS"),
        "How long a wait lasts until one is played, in milliseconds.",
        group=TURNS,
        default=0,
    ),
    # Interruptions
    Field(
        "enable_barge",
        OneOf(Boolean(variable=True), Text("WORDS")),
        "What interrupts the agent: true, false, or complete, partial or all, with commas.",
        group=INTERRUPTIONS,
        default="complete,partial",
    ),
    Field(
        "barge_match_string",
        Text("REGEX"),
        "Words, or a regular expression, that interrupt the agent.",
        group=INTERRUPTIONS,
    ),
    Field(
        "barge_min_words",
        whole(1, 99, "WORDS"),
        "How many words interrupt the agent.",
        group=INTERRUPTIONS,
    ),
    Field(
        "barge_functions",
        YES_OR_NO,
        "Let functions run while the agent is interrupted.",
        group=INTERRUPTIONS,
        default=True,
    ),
    Field(
        "transparent_barge",
        YES_OR_NO,
        "Let the caller finish speaking over the agent before it answers.",
        group=INTERRUPTIONS,
        default=True,
    ),
    Field(
        "transparent_barge_max_time",
        milliseconds(0, 60_000),
        "How long that may last, in milliseconds.",
        group=INTERRUPTIONS,
        default=3000,
    ),
    Field(
        "interrupt_on_noise",
        Quoted(OneOf(Boolean(variable=True), Integer())),
        "Let any sound of more than a second interrupt the agent.",
        group=INTERRUPTIONS,
        source="The vendor's page takes a number too, the schema does not.",
    ),
    Field(
        "interrupt_prompt",
        PROSE,
        "What the model is told when both speak at once.",
        group=INTERRUPTIONS,
    ),
    Field(
        "acknowledge_interruptions",
        Quoted(OneOf(Boolean(variable=True), Number())),
        "Let the agent speak of it when it was interrupted.",
        group=INTERRUPTIONS,
        source="The vendor's page takes a number too, the schema does not.",
    ),
    # Silence and time
    ATTENTION_TIMEOUT,
    Field(
        "attention_timeout_prompt",
        PROSE,
        f"What the model is told when the caller is silent. {PLATFORM_DEFAULT}",
        group=SILENCE,
    ),
    Field(
        "outbound_attention_timeout",
        milliseconds(10_000, 600_000),
        "How long somebody who was called may be silent, in milliseconds.",
        group=SILENCE,
        default=120_000,
    ),
    INACTIVITY_TIMEOUT,
    HARD_STOP_TIME,
    HARD_STOP_PROMPT,
    # Beginning
    Field(
        "wait_for_user",
        YES_OR_NO,
        "Let the caller speak first.",
        group=BEGINNING,
        default=False,
    ),
    Field(
        "initial_sleep_ms",
        milliseconds(0, 300_000),
        "How long to wait before the conversation begins, in milliseconds.",
        group=BEGINNING,
        default=0,
    ),
    Field(
        "static_greeting",
        PROSE,
        "A greeting that is always said first, word for word.",
        group=BEGINNING,
    ),
    Field(
        "static_greeting_no_barge",
        YES_OR_NO,
        "Don't let the caller interrupt it.",
        group=BEGINNING,
        default=False,
    ),
    Field(
        "direction",
        Choice("inbound", "outbound", variable=True),
        "The direction of the call, as the agent is to take it.",
        group=BEGINNING,
    ),
    # Pausing
    Field(
        "ai_name",
        Text("NAME"),
        "Name of the agent, by which a caller wakes it.",
        group=PAUSING,
        default="computer",
    ),
    Field(
        "wake_prefix",
        Text(),
        "A word that must stand before the name to wake the agent, such as hey.",
        group=PAUSING,
    ),
    Field(
        "enable_pause",
        YES_OR_NO,
        "Let the caller pause the agent, and wake it by its name.",
        group=PAUSING,
        default=False,
    ),
    Field(
        "start_paused",
        YES_OR_NO,
        "Begin paused, until the caller says the agent's name.",
        group=PAUSING,
        default=False,
    ),
    Field(
        "speak_when_spoken_to",
        YES_OR_NO,
        "Answer only when the caller says the agent's name.",
        group=PAUSING,
        default=False,
    ),
    # Speech
    Field(
        "ai_volume",
        whole(-50, 50),
        "How loud the agent is.",
        group=SPEECH,
        default=0,
    ),
    Field(
        "max_emotion",
        whole(1, 30),
        "How strong emotions of the voice may get.",
        group=SPEECH,
        default=30,
    ),
    Field(
        "tts_number_format",
        Choice(
            {"international": "+12345678901", "national": "(234) 567-8901"},
            variable=True,
        ),
        "How phone numbers are said.",
        group=SPEECH,
        default="international",
    ),
    Field(
        "eleven_labs_stability",
        Quoted(Number(0, 1, variable=True)),
        "How even an ElevenLabs voice is.",
        group=SPEECH,
        default=0.5,
        deprecated="'params' of the language, with stability",
    ),
    Field(
        "eleven_labs_similarity",
        Quoted(Number(0, 1, variable=True)),
        "How close an ElevenLabs voice stays to the original.",
        group=SPEECH,
        default=0.75,
        deprecated="'params' of the language, with similarity",
    ),
    # Background sound
    Field(
        "background_file",
        Text("URL"),
        "URL of a sound file to play in the background.",
        group=BACKGROUND,
    ),
    Field(
        "background_file_loops",
        OneOf(Quoted(Integer(variable=True)), Constant(None)),
        "How often to play it. Without it, on and on.",
        group=BACKGROUND,
    ),
    Field(
        "background_file_volume",
        whole(-50, 50),
        "How loud it is.",
        group=BACKGROUND,
        default=0,
    ),
    Field(
        "hold_music",
        Text("URL"),
        "What to play on hold: the URL of a sound file, or a tone_stream.",
        group=BACKGROUND,
    ),
    Field(
        "hold_on_process",
        YES_OR_NO,
        "Play it while functions run, too.",
        group=BACKGROUND,
        default=False,
    ),
    # Video
    *VIDEOS,
    # Digits
    Field("digit_terminators", Text("DIGITS"), "Keys that end what is entered.", group=DIGITS),
    Field(
        "digit_timeout",
        milliseconds(0, 30_000),
        "How long to wait for the next digit, in milliseconds.",
        group=DIGITS,
        default=3000,
    ),
    Field(
        "input_poll_freq",
        milliseconds(1000, 10_000),
        "How often to look for input from elsewhere, in milliseconds.",
        group=DIGITS,
        default=2000,
    ),
    # Functions
    *SWAIG_PERMISSIONS,
    Field(
        "swaig_post_conversation",
        YES_OR_NO,
        "Send the whole conversation with every call of a function.",
        group=FUNCTIONS,
        default=False,
    ),
    Field(
        "swaig_post_swml_vars",
        OneOf(YES_OR_NO, ListOf(Text("NAME"))),
        "Send SWML variables with every call of a function: all, or those in a list.",
        group=FUNCTIONS,
    ),
    Field(
        "function_wait_for_talking",
        YES_OR_NO,
        "Let fillers end before a function runs.",
        group=FUNCTIONS,
        default=False,
    ),
    Field(
        "functions_on_no_response",
        YES_OR_NO,
        "Let functions run when the caller does not answer.",
        group=FUNCTIONS,
        default=False,
    ),
    # Inner dialog
    Field(
        "enable_inner_dialog",
        YES_OR_NO,
        "Let a second model think about the conversation, and tell the agent.",
        group=DIALOG,
        default=False,
    ),
    Field("inner_dialog_model", model(), "That model.", group=DIALOG),
    Field(
        "inner_dialog_prompt",
        PROSE,
        f"What that model is told. {PLATFORM_DEFAULT}",
        group=DIALOG,
    ),
    Field(
        "inner_dialog_synced",
        YES_OR_NO,
        "Let it wait until the agent's turn is over.",
        group=DIALOG,
        default=False,
    ),
    # Data and summaries
    Field(
        "persist_global_data",
        YES_OR_NO,
        "Keep the global data for the next agent on this call.",
        group=DATA,
        default=True,
    ),
    Field(
        "conversation_id",
        Text("ID"),
        "Name of the conversation, to save it by.",
        group=DATA,
    ),
    Field(
        "save_conversation",
        YES_OR_NO,
        "Send a summary when the call has ended.",
        group=DATA,
    ),
    Field(
        "summary_mode",
        Choice("string", "original", variable=True),
        "What the summary is.",
        group=DATA,
    ),
    Field(
        "transfer_summary",
        YES_OR_NO,
        "Give the next agent a summary when the call is transferred.",
        group=DATA,
        default=False,
    ),
    Field(
        "redact_prompt",
        PROSE,
        "What to leave out of logs and reports, in your own words.",
        group=DATA,
    ),
    Field(
        "app_name",
        Text("NAME"),
        "Name of the application, which webhooks are told.",
        group=DATA,
        default="swml app",
    ),
    Field("enable_accounting", YES_OR_NO, "Account for what is used.", group=DATA, default=False),
    # Debugging
    Field(
        "debug_webhook_url",
        Text("URL"),
        "Where to report every exchange as it happens.",
        group=DEBUGGING,
    ),
    Field(
        "debug_webhook_level",
        whole(0, 2),
        "How much to report there.",
        group=DEBUGGING,
    ),
    Field(
        "debug",
        Quoted(OneOf(Boolean(variable=True), Integer())),
        "Log more about turns and speech.",
        group=DEBUGGING,
    ),
    Field("verbose_logs", YES_OR_NO, "Log more.", group=DEBUGGING, default=False),
    Field(
        "audible_debug",
        YES_OR_NO,
        "Say which function runs.",
        group=DEBUGGING,
        default=False,
    ),
    Field(
        "audible_latency",
        YES_OR_NO,
        "Say how long answers took.",
        group=DEBUGGING,
        default=False,
    ),
)

NO_EFFECT = "{{subject}} has no effect without {{{needed}}}."


def needs(needed: str, *names: str) -> Rule:
    """Settings that say more about another one, and nothing without it."""
    return Rule("no-effect", names, Useless(needed), NO_EFFECT.format(needed=needed))


def misspelt(fields: "tuple[Field, ...]") -> Rule:
    return Rule(
        "unknown-name",
        (),
        Misspelt(field.name for field in fields),
        "{value} is not a parameter that is documented.",
    )


class OfPrompts(Condition):
    """A setting of a prompt stands among the settings of the agent."""

    names = ("temperature", "top_p", "max_tokens", "presence_penalty", "frequency_penalty")

    def matches(
        self, parameters: "tuple[str, ...]", values: "dict[str, object]"
    ) -> "Iterator[Match]":
        for name in self.names:
            if name in values:
                yield Match((name,), values[name], about_key=True)


PARAMS = Object(
    *FIELDS,
    open=True,
    title="params",
    rules=(
        misspelt(FIELDS),
        Rule(
            "misplaced",
            (),
            OfPrompts(),
            "{quoted} belongs in 'prompt', not in 'params'.",
            in_general="has no settings of a prompt, such as temperature.",
            source="The vendor's schema has it in prompts only; two guides have it in params.",
        ),
        needs(
            "enable_inner_dialog",
            "inner_dialog_model",
            "inner_dialog_prompt",
            "inner_dialog_synced",
        ),
        needs("static_greeting", "static_greeting_no_barge"),
        needs("background_file", "background_file_loops", "background_file_volume"),
        needs("debug_webhook_url", "debug_webhook_level"),
        Rule(
            "no-effect",
            ("auto_correct",),
            Useless("enable_text_normalization"),
            "{subject} has no effect unless {enable_text_normalization} is 'off'.",
        ),
        Rule(
            "no-effect",
            ("languages_enabled",),
            Given(),
            "{subject} has no effect: languages are used because they are given.",
        ),
        Rule(
            "exclusive",
            ("speak_when_spoken_to", "enable_pause"),
            Count(at_most=1),
            "{subject} can't go with {others}.",
        ),
        Rule(
            "not-documented",
            ("enable_barge",),
            Unlike(stops_speech),
            "{value} is not a documented way to interrupt: complete, partial or all, with commas.",
        ),
    ),
)
