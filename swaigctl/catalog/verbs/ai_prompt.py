"""What an agent is told: prompts, sections of prompts, and contexts with their steps."""

from swaigctl.catalog.verbs.ai_languages import PHRASES_BY_LANGUAGE
from swaigctl.findings import ERROR, INFO, WARNING, Finding
from swaigctl.model.kinds import PROSE, YES_OR_NO, Choice, Integer, Number, Text
from swaigctl.model.rules import Count, Equal, Rule, need_one_of
from swaigctl.model.shapes import Field, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf

# Headings in help.
PROMPT = "Prompt"
MODEL = "Model"
FLOW = "Flow"
HISTORY = "History"
FILLERS = "Fillers"

NAMES = ListOf(Text("NAME"))


def section() -> Object:
    return Object(
        Field("title", Text(), "Heading of the section."),
        Field("body", PROSE, "Its text."),
        Field("bullets", ListOf(Text(), at_least=1), "Its points, one after the other."),
        Field("numbered", YES_OR_NO, "Number the section."),
        Field("numberedBullets", YES_OR_NO, "Number its points."),
        Field("subsections", ListOf(SECTION, at_least=1), "A list of sections inside it."),
        unknown=WARNING,
        title="a section of a prompt",
        guessed={"section": "title", "heading": "title", "text": "body", "content": "body"},
        rules=(need_one_of("body", "bullets"),),
    )


SECTION = Named("prompt-section", section)
SECTIONS = ListOf(SECTION, at_least=1)

TEXT = Field("text", PROSE, "What the agent is told, as one text.", group=PROMPT)
POM = Field("pom", ListOf(SECTION), "What the agent is told, as a list of sections.", group=PROMPT)

TEXT_OR_POM = Rule(
    "required",
    ("text", "pom"),
    Count(at_least=1),
    "give {text} or {pom}.",
    severity=ERROR,
)
EMPTY_POM = Rule(
    "empty",
    ("pom",),
    Equal([]),
    "{subject} must not be empty.",
    source="The vendor's schema refuses it; the SDK writes it for an agent without a prompt.",
)
POST_PROMPT_TEXT_OR_POM = Rule(
    "required",
    ("text", "pom"),
    Count(at_least=1),
    "give {text} or {pom}.",
    source="Every schema requires one of them; demos of the vendor give neither.",
)
POM_WINS = Rule(
    "not-used",
    ("text", "pom"),
    Count(at_most=1),
    "{subject} is not used: {others} takes its place.",
    severity=INFO,
    in_general="is not used beside {pom}.",
    source="The vendor's page on prompts: where both are given, pom is used.",
)

SAMPLING = (
    Field(
        "max_tokens",
        Integer(0, 4096, "TOKENS", variable=True),
        "How long an answer may get, in tokens.",
        group=MODEL,
        default=256,
    ),
    Field(
        "temperature",
        Number(0, 1.5, variable=True),
        "How freely the model chooses its words.",
        group=MODEL,
        default=1,
    ),
    Field(
        "top_p",
        Number(0, 1, variable=True),
        "Share of the likeliest words to choose from; in place of temperature.",
        group=MODEL,
        default=1,
    ),
    Field(
        "confidence",
        Number(0, 1, variable=True),
        "How sure speech recognition must be that the caller has finished. Less answers faster.",
        group=MODEL,
        default=0.6,
    ),
    Field(
        "barge_confidence",
        Number(0, 1, variable=True),
        "How sure speech recognition must be for the caller to interrupt the agent.",
        group=MODEL,
        source="In the SDK and its pages; missing in the vendor's schema.",
    ),
    Field(
        "presence_penalty",
        Number(-2, 2, variable=True),
        "How much to favour new subjects.",
        group=MODEL,
        default=0,
    ),
    Field(
        "frequency_penalty",
        Number(-2, 2, variable=True),
        "How much to avoid repeating words.",
        group=MODEL,
        default=0,
    ),
)


def prompt(
    *more: Field, title: str = "prompt", bare: str = "", needs: Rule = TEXT_OR_POM
) -> Object:
    """A prompt and the model's settings for it, with what is particular to one prompt."""
    return Object(
        TEXT,
        POM,
        *more,
        *SAMPLING,
        unknown=WARNING,
        title=title,
        bare=bare,
        rules=(needs, EMPTY_POM, POM_WINS),
    )


# The SDK writes more members of contexts and steps than the vendor's schema has.
BY_SDK = "Written by the SDK; missing in the vendor's schema."

RESET = (
    Field("system_prompt", PROSE, "The system prompt from here on.", group=HISTORY, source=BY_SDK),
    Field("user_prompt", PROSE, "A message to add as the caller's.", group=HISTORY, source=BY_SDK),
    Field(
        "consolidate",
        YES_OR_NO,
        "Summarise the conversation so far.",
        group=HISTORY,
        default=False,
        source=BY_SDK,
    ),
    Field(
        "full_reset",
        YES_OR_NO,
        "Forget the conversation so far.",
        group=HISTORY,
        default=False,
        source=BY_SDK,
    ),
)
KEPT_HISTORY = Field(
    "history",
    Choice(
        {
            "keep": "all that was said, and the instructions of earlier steps",
            "default": "what was said, without those instructions",
            "hide": "neither",
        },
        variable=True,
    ),
    "What the model still sees of what came before.",
    group=HISTORY,
    source=BY_SDK,
)
VALID_CONTEXTS = Field(
    "valid_contexts",
    NAMES,
    "Names of the contexts that the agent may go to.",
    group=FLOW,
)
VALID_STEPS = Field(
    "valid_steps",
    NAMES,
    "Names of the steps that the agent may go to. Without it, the following one.",
    group=FLOW,
)

GATHER = Object(
    Field(
        "questions",
        ListOf(
            Object(
                Field("key", Text("NAME"), "Where the answer is kept.", required=True),
                Field("question", PROSE, "What to ask.", required=True),
                Field("type", Text("TYPE"), "JSON type of the answer.", default="string"),
                Field("confirm", YES_OR_NO, "Ask whether the answer is right.", default=False),
                Field("prompt", PROSE, "More for the model about this question."),
                Field("functions", NAMES, "Names of the functions that may be called meanwhile."),
                Field("isolated", YES_OR_NO, "Hide the other questions and answers."),
                unknown=WARNING,
                title="a question",
            )
        ),
        "A list of questions, asked one after the other.",
        required=True,
    ),
    Field("prompt", PROSE, "What the model is told before the first question."),
    Field("output_key", Text("NAME"), "Name in the global data for all answers."),
    Field(
        "completion_action",
        Text("STEP"),
        "Where to go when all is answered: next_step, or the name of a step.",
    ),
    Field("isolated", YES_OR_NO, "Hide questions and answers from each other.", default=False),
    unknown=WARNING,
    title="gather_info",
)

STEP = Object(
    Field("name", Text("NAME"), "Name of the step, used once.", group=FLOW, required=True),
    TEXT.but(help="What the agent is told in this step, as one text."),
    POM.but(help="What the agent is told in this step, as a list of sections."),
    Field(
        "step_criteria",
        PROSE,
        "When the step is done, told to the model.",
        group=FLOW,
    ),
    Field(
        "functions",
        OneOf(Choice("none", variable=True), NAMES),
        "Names of the functions that may be called in this step, or none.",
        group=FLOW,
        source="The word none is the SDK's; the vendor's schema has names only.",
    ),
    VALID_STEPS,
    VALID_CONTEXTS,
    Field("end", YES_OR_NO, "The context ends with this step.", group=FLOW, default=False),
    Field(
        "skip_user_turn",
        YES_OR_NO,
        "Don't wait for the caller to speak in this step.",
        group=FLOW,
        default=False,
    ),
    Field(
        "skip_to_next_step",
        YES_OR_NO,
        "Go on to the following step at once.",
        group=FLOW,
        default=False,
        source=BY_SDK,
    ),
    KEPT_HISTORY,
    Field(
        "reset",
        Object(*RESET, unknown=WARNING, title="reset"),
        "How the conversation is changed when the step begins.",
        group=HISTORY,
        source=BY_SDK,
    ),
    Field(
        "gather_info",
        GATHER,
        "Questions to ask in this step, and what becomes of the answers.",
        group=FLOW,
        source=BY_SDK,
    ),
    unknown=WARNING,
    title="a step",
    guessed={"step": "name", "id": "name", "prompt": "text", "instructions": "text"},
    rules=(
        TEXT_OR_POM,
        EMPTY_POM,
        Rule(
            "reserved-name",
            ("name",),
            Equal("next"),
            "{value} can't be the name of a step: it stands for the following one.",
            severity=ERROR,
        ),
        Rule(
            "exclusive",
            ("end", "valid_steps"),
            Count(at_most=1, count_empty=False),
            "{subject} can't go with {others}: no step follows the last one.",
        ),
    ),
)

CONTEXT = Object(
    Field(
        "steps",
        ListOf(STEP),
        "A list of steps, in their order.",
        group=FLOW,
        required=True,
    ),
    TEXT.but(help="What the agent is told in this context, as one text."),
    POM.but(help="What the agent is told in this context, as a list of sections."),
    Field("prompt", PROSE, "The same as text.", group=PROMPT, source=BY_SDK),
    Field("post_prompt", PROSE, "The post-prompt from here on.", group=PROMPT, source=BY_SDK),
    Field(
        "initial_step",
        Text("STEP"),
        "Name of the step to begin with. Without it, the first.",
        group=FLOW,
        source=BY_SDK,
    ),
    VALID_STEPS.but(source=BY_SDK),
    VALID_CONTEXTS.but(source=BY_SDK),
    Field(
        "isolated",
        YES_OR_NO,
        "Forget the conversation so far when the context begins.",
        group=HISTORY,
        default=False,
    ),
    KEPT_HISTORY,
    *RESET,
    Field(
        "enter_fillers",
        PHRASES_BY_LANGUAGE,
        "What to say when the context begins, by language.",
        group=FILLERS,
    ),
    Field(
        "exit_fillers",
        PHRASES_BY_LANGUAGE,
        "What to say when the context is left, by language.",
        group=FILLERS,
    ),
    unknown=WARNING,
    title="a context",
    rules=(EMPTY_POM,),
)


class Contexts(MapOf):
    """Contexts by name. One by itself must be the one that the conversation begins in."""

    def __init__(self) -> None:
        super().__init__(CONTEXT, required=("default",), several_without=True)

    def is_required(self, name: str, value: "dict[str, object]") -> Finding:
        finding = super().is_required(name, value)
        if len(value) < 2:
            return finding
        source = "Required by the vendor's schema; the SDK wants it only of a single context."
        return finding.but(severity=WARNING, source=source)


CONTEXTS = Contexts()
