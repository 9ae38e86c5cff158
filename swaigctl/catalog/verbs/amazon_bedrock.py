"""The verb that hands the call to an agent of Amazon Bedrock."""

from swaigctl.catalog.verbs.ai import FIELDS, GLOBAL_DATA, POST_PROMPT, POST_PROMPT_URL
from swaigctl.catalog.verbs.ai_params import (
    ATTENTION_TIMEOUT,
    HARD_STOP_PROMPT,
    HARD_STOP_TIME,
    INACTIVITY_TIMEOUT,
    VIDEOS,
    misspelt,
    zero_or,
)
from swaigctl.catalog.verbs.ai_prompt import prompt
from swaigctl.catalog.verbs.ai_swaig import SWAIG_OF_BEDROCK
from swaigctl.catalog.verbs.picking import Fewer
from swaigctl.findings import WARNING
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Choice
from swaigctl.model.shapes import Field, Object

TITLE = "AI agents"

# Headings in help.
PROMPTS = "Prompts"
VOICE = "Voice"
FUNCTIONS = "Functions"
SETTINGS = "Settings"

PARAMS = (
    ATTENTION_TIMEOUT,
    INACTIVITY_TIMEOUT.but(
        kind=zero_or(10_000, 3_600_000),
        help=f"{INACTIVITY_TIMEOUT.help[:-1]}; 0 for never.",
        source="The vendor's page allows 0, the schema does not.",
    ),
    HARD_STOP_TIME,
    HARD_STOP_PROMPT,
    *VIDEOS,
)

amazon_bedrock = Verb(
    "amazon_bedrock",
    "Hand the call to a voice agent of Amazon Bedrock.",
    Fewer(
        Field(
            "prompt",
            prompt(
                Field(
                    "voice_id",
                    Choice(
                        *("tiffany", "matthew", "amy", "lupe", "carlos"),
                        variable=True,
                        severity=WARNING,
                    ),
                    "The agent's voice.",
                    group=VOICE,
                    default="matthew",
                    source="The vendor's schema has five voices; its pages show others, too.",
                )
            ),
            "What the agent is told, and how its model is set.",
            group=PROMPTS,
            required=True,
        ),
        POST_PROMPT,
        POST_PROMPT_URL,
        Field(
            "SWAIG",
            SWAIG_OF_BEDROCK,
            "The functions that the agent can call.",
            group=FUNCTIONS,
        ),
        Field(
            "params",
            Object(*PARAMS, open=True, title="params", rules=(misspelt(PARAMS),)),
            "Settings of the agent.",
            group=SETTINGS,
        ),
        GLOBAL_DATA,
        than=FIELDS,
        title="amazon_bedrock",
        place="amazon_bedrock",
    ),
    description="Its functions may answer with text, SWML, and actions on global data and "
    "metadata; other actions are ignored.",
    examples=(
        Example(
            "An agent with one text as its prompt",
            'swml amazon-bedrock --prompt.text "You take orders for a bicycle shop."',
        ),
        Example(
            "With another voice, and a summary afterwards",
            'swml amazon-bedrock --prompt.text "You take orders for a bicycle shop." '
            '--prompt.voice-id amy --prompt.temperature 0.5 --post-prompt.text "Sum up '
            'what was ordered." --post-prompt-url https://shop.example/summaries',
        ),
    ),
)
