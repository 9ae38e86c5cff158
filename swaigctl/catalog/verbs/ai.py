"""The verb that hands the call to an agent."""

from swaigctl.catalog.verbs.ai_languages import HINTS, LANGUAGES, MULTILINGUAL, PRONOUNCE
from swaigctl.catalog.verbs.ai_params import PARAMS
from swaigctl.catalog.verbs.ai_prompt import CONTEXTS, POST_PROMPT_TEXT_OR_POM, prompt
from swaigctl.catalog.verbs.ai_swaig import SWAIG
from swaigctl.findings import WARNING
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Text
from swaigctl.model.rules import Count, Rule, absolute_urls, one_text_each
from swaigctl.model.shapes import Field, Json, Object

TITLE = "AI agents"

# Headings in help.
PROMPTS = "Prompts"
LANGUAGE = "Language"
FUNCTIONS = "Functions"
SETTINGS = "Settings"
AFTERWARDS = "Afterwards"

IN_URL = "'post_prompt_url' with https://USER:PASSWORD@HOST"

POST_PROMPT = Field(
    "post_prompt",
    prompt(title="post_prompt", bare="text", needs=POST_PROMPT_TEXT_OR_POM),
    "What the model is told when the conversation is over, mostly to sum it up.",
    group=AFTERWARDS,
    source="Two of the vendor's guides give a bare text, every schema an object.",
)
POST_PROMPT_URL = Field(
    "post_prompt_url",
    Text("URL"),
    "Where the answer to the post-prompt is sent, with a report of the conversation.",
    group=AFTERWARDS,
)
GLOBAL_DATA = Field(
    "global_data", Json(dict), "Data for all functions and prompts.", group=SETTINGS
)

FIELDS = (
    Field(
        "prompt",
        prompt(
            Field(
                "contexts",
                CONTEXTS,
                "Contexts of the conversation by name; it begins in default.",
                group=PROMPTS,
            )
        ),
        "What the agent is told, and how its model is set.",
        group=PROMPTS,
        required=True,
        source="Required by every schema and by the SDK; its own page does not say so.",
    ),
    POST_PROMPT,
    POST_PROMPT_URL,
    Field("SWAIG", SWAIG, "The functions that the agent can call.", group=FUNCTIONS),
    Field("params", PARAMS, "Settings of the agent.", group=SETTINGS),
    GLOBAL_DATA,
    Field("languages", LANGUAGES, "A list of languages with their voices.", group=LANGUAGE),
    Field(
        "multilingual",
        MULTILINGUAL,
        "How the agent follows the caller from language to language.",
        group=LANGUAGE,
    ),
    Field(
        "hints",
        HINTS,
        "A list of words that are hard to hear, and of patterns for them.",
        group=LANGUAGE,
    ),
    Field("pronounce", PRONOUNCE, "A list of words and how to say them.", group=LANGUAGE),
    Field(
        "voice",
        Text("VOICE"),
        "The agent's voice.",
        group=LANGUAGE,
        deprecated="'voice' in 'languages'",
    ),
    Field(
        "post_prompt_auth_user",
        Text(),
        "User name for the report.",
        group=AFTERWARDS,
        deprecated=IN_URL,
    ),
    Field(
        "post_prompt_auth_password",
        Text(),
        "Password for the report.",
        group=AFTERWARDS,
        deprecated=IN_URL,
    ),
)

ai = Verb(
    "ai",
    "Hand the call to an AI agent.",
    Object(
        *FIELDS,
        unknown=WARNING,
        title="ai",
        guessed={"engine": ""},
        guessed_inside={"model": "params.ai_model"},
        sample={"prompt": {"text": "You take orders."}},
        rules=(
            Rule(
                "not-used",
                ("languages", "multilingual"),
                Count(at_most=1),
                "{subject} is not used: {others} takes its place.",
                in_general="is not used beside {multilingual}.",
            ),
            absolute_urls("post_prompt_url"),
            one_text_each("hints", "hint"),
        ),
    ),
    description="The agent stays until it stops, hangs up or transfers the call; then the next "
    "step runs.",
    sets=("ai_result",),
    examples=(
        Example(
            "An agent with one text as its prompt",
            'swml ai --prompt.text "You take orders for a bicycle shop."',
        ),
        Example(
            "Its model, its language, a function, and a summary afterwards",
            'swml ai --prompt.text "You take orders for a bicycle shop." '
            "--prompt.temperature 0.3 --params.end-of-speech-timeout 700 --languages "
            '\'{"name": "English", "code": "en-US", "voice": "elevenlabs.josh"}\' '
            "--SWAIG.defaults.web-hook-url https://shop.example/functions "
            '--SWAIG.functions \'{"function": "stock", "description": "How many '
            'bicycles of a model there are.", "parameters": {"type": "object", '
            '"properties": {"model": {"type": "string"}}}}\' --post-prompt.text "Sum up '
            'what was ordered." --post-prompt-url https://shop.example/summaries',
        ),
    ),
)
