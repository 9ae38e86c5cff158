"""The verb that lets a model listen to a call and advise one side of it."""

from swaigctl.catalog.verbs.ai import GLOBAL_DATA
from swaigctl.catalog.verbs.ai_params import SWAIG_PERMISSIONS, model
from swaigctl.catalog.verbs.ai_prompt import POM, SECTIONS, TEXT
from swaigctl.catalog.verbs.ai_swaig import SWAIG_OF_SIDECAR
from swaigctl.findings import WARNING
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import PROSE, YES_OR_NO, Choice, Integer, Text
from swaigctl.model.rules import one_text_each
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TITLE = "AI agents"

# Headings in help.
ADVICE = "Advice"
CALL = "Call"
RECOGNITION = "Speech recognition"
FUNCTIONS = "Functions"
SUMMARY = "Summary"
SETTINGS = "Settings"
EVENTS = "Events"
DEBUGGING = "Debugging"

MILLISECONDS = "MILLISECONDS"
SIDE = Choice("remote-caller", "local-caller", variable=True)

PARAMS = Object(
    Field(
        "idle_timeout_ms",
        Integer(50, 5000, MILLISECONDS, variable=True),
        "How long the customer is silent until the model thinks, in milliseconds.",
        group=ADVICE,
        default=200,
    ),
    Field(
        "min_interval_ms",
        Integer(0, 60_000, MILLISECONDS, variable=True),
        "How long to wait at least until it thinks again, in milliseconds.",
        group=ADVICE,
        default=0,
    ),
    Field(
        "max_iters_per_tick",
        Integer(1, 20, variable=True),
        "How many functions it may call until it gives advice.",
        group=ADVICE,
        default=5,
    ),
    Field(
        "max_history_tokens",
        Integer(1000, 200_000, "TOKENS", variable=True),
        "How much of the conversation it remembers, in tokens.",
        group=ADVICE,
        default=8000,
    ),
    Field(
        "act_on_channel",
        YES_OR_NO,
        "Let actions of functions change the call. Otherwise they are only reported.",
        group=FUNCTIONS,
        default=True,
    ),
    Field(
        "final_summary",
        YES_OR_NO,
        "Sum up its own work when the call ends.",
        group=SUMMARY,
        default=False,
    ),
    Field(
        "ai_summary",
        YES_OR_NO,
        "Sum up the conversation when the call ends.",
        group=SUMMARY,
        default=False,
    ),
    Field("ai_summary_prompt", PROSE, "How to sum up the conversation.", group=SUMMARY),
    Field(
        "summary_model",
        model(),
        "The model that sums up the conversation.",
        group=SUMMARY,
        default="gpt-4o-mini",
    ),
    Field("live_events", YES_OR_NO, "Report all that is said.", group=EVENTS, default=False),
    Field(
        "verbose_utterances",
        YES_OR_NO,
        "Report it with all that speech recognition knows.",
        group=EVENTS,
        default=False,
    ),
    Field(
        "speech_engine",
        Choice("deepgram", "google", variable=True),
        "Engine of speech recognition.",
        group=RECOGNITION,
        default="deepgram",
    ),
    Field(
        "speech_timeout",
        Integer(0, 600_000, MILLISECONDS, variable=True),
        "How long somebody may speak at a time, in milliseconds; 0 as the engine has it.",
        group=RECOGNITION,
    ),
    Field(
        "vad_silence_ms",
        Integer(0, 60_000, MILLISECONDS, variable=True),
        "How much silence ends speech, in milliseconds; 0 as the engine has it.",
        group=RECOGNITION,
    ),
    Field(
        "vad_thresh",
        Integer(0, 10_000, variable=True),
        "How loud a sound must be to be speech; 0 as the engine has it.",
        group=RECOGNITION,
    ),
    Field(
        "transcribe_prompt",
        PROSE,
        "What speech recognition is told, such as names of products.",
        group=RECOGNITION,
    ),
    Field(
        "debug_level",
        Integer(0, 100, variable=True),
        "How much speech recognition logs.",
        group=DEBUGGING,
        default=0,
    ),
    Field("debug", YES_OR_NO, "Log more.", group=DEBUGGING, default=False),
    unknown=WARNING,
    title="ai_sidecar's params",
)

ai_sidecar = Verb(
    "ai_sidecar",
    "Let a model listen to the call and send advice.",
    Object(
        Field(
            "prompt",
            OneOf(
                PROSE,
                *(
                    Object(field.but(required=True), unknown=WARNING, title="prompt")
                    for field in (
                        TEXT.but(help="What the model is told."),
                        POM.but(
                            kind=SECTIONS, help="What the model is told, as a list of sections."
                        ),
                        Field("file", Text("FILE"), "A file on the server with what it is told."),
                    )
                ),
            ),
            "What the model is told: a text, or an object with text, pom or file.",
            group=ADVICE,
            source="Optional in the vendor's schema and page, required by the SDK.",
        ),
        Field(
            "lang",
            Text("CODE"),
            "Code of the conversation's language, such as en-US.",
            group=CALL,
            required=True,
        ),
        Field("model", model(), "The model to use.", group=ADVICE, default="gpt-4o-mini"),
        Field(
            "direction",
            ListOf(SIDE, at_least=2, distinct=True),
            "A list of the sides to listen to. It must name both.",
            group=CALL,
            default=["remote-caller", "local-caller"],
            source="The vendor's page and the SDK want both; the schema does not.",
        ),
        Field(
            "customer_role",
            SIDE,
            "Which side is the customer, after whose words the model thinks.",
            group=CALL,
            default="remote-caller",
        ),
        Field(
            "url",
            Text("URL"),
            "Where advice and events are sent.",
            group=EVENTS,
        ),
        Field("SWAIG", SWAIG_OF_SIDECAR, "The functions that the model can call.", group=FUNCTIONS),
        Field(
            "permissions",
            Object(*SWAIG_PERMISSIONS, unknown=WARNING, title="permissions"),
            "What functions may do.",
            group=FUNCTIONS,
        ),
        GLOBAL_DATA,
        Field(
            "hints",
            ListOf(Text("WORD"), at_least=1),
            "Words that are hard to hear.",
            group=RECOGNITION,
        ),
        Field("params", PARAMS, "Settings of the model.", group=SETTINGS),
        Field(
            "action",
            Object(
                Field(
                    "summarize",
                    Object(
                        Field("webhook", Text("URL"), "Where the summary is sent."),
                        Field("prompt", PROSE, "How to sum up the conversation."),
                        unknown=WARNING,
                        title="summarize",
                    ),
                    "Sum up the conversation.",
                    required=True,
                ),
                unknown=WARNING,
                title="ai_sidecar's action",
            ),
            "What to do once, in place of listening.",
            group=SUMMARY,
        ),
        title="ai_sidecar",
        rules=(one_text_each("hints", "hint"),),
    ),
    description="The call goes on as it was; callers hear nothing of it.",
    examples=(
        Example(
            "Advice for whoever sells",
            'swml ai-sidecar --lang en-US --prompt.text "Say which bicycle fits the '
            'caller." --url https://shop.example/advice',
        ),
        Example(
            "With hints for speech recognition, and without leave to change the call",
            'swml ai-sidecar --lang en-US --prompt.text "Say which bicycle fits the '
            'caller." --hints Shimano --hints derailleur '
            "--no-permissions.swaig-allow-swml",
        ),
    ),
)
