"""Actions on the conversation: its steps, its history, its functions and settings."""

from swaigctl.model.conditions import Above, NotAmong, NothingGiven
from swaigctl.model.entries import STEPS, Action, Example, Parameter
from swaigctl.model.kinds import PROSE, Boolean, Choice, Integer, Number, Text
from swaigctl.model.places import BareValue, Members, Plain
from swaigctl.model.rules import Rule, does_nothing, no_json_for, one_name_each
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TITLE = "Conversation"

# Headings in help.
STEP = "Step"
PROMPTS = "Prompts"
HISTORY = "History"
FUNCTIONS = "Functions"
SETTINGS = "Settings"

LLM_SETTINGS = (
    Field("frequency-penalty", Number(-2, 2), "Against repeated words."),
    Field("presence-penalty", Number(-2, 2), "For new subjects."),
    Field("max-tokens", Integer(0, 4096), "Length of an answer."),
    Field("top-p", Number(0, 1), "Share of likely words to choose from."),
    Field("confidence", Number(0, 1), "What speech recognition must reach."),
    Field("barge-confidence", Number(0, 1), "The same, to interrupt the agent."),
    Field("temperature", Number(0, 2), "Freedom of the model."),
)

swml_change_step = Action(
    "swml_change_step",
    "Go to a step of the current context at once.",
    Plain("change_step"),
    BareValue("step_name"),
    (
        Parameter(
            "step_name",
            Text("STEP"),
            "Name of the step, or next for the following one.",
            group=STEP,
            required=True,
            source="The table of actions on the wire knows the word next.",
        ),
    ),
    effect=STEPS,
    examples=(Example("Go on to payment", "swml-change-step --step-name collect_payment"),),
)

swml_change_context = Action(
    "swml_change_context",
    "Go to the first step of another context at once.",
    Plain("change_context"),
    BareValue("context_name"),
    (
        Parameter(
            "context_name", Text("CONTEXT"), "Name of the context.", group=STEP, required=True
        ),
    ),
    effect=STEPS,
    examples=(Example("To billing", "swml-change-context --context-name billing"),),
)

switch_context = Action(
    "switch_context",
    "Change the agent's prompt during the conversation.",
    Plain("context_switch"),
    Members("system_prompt"),
    (
        Parameter("system_prompt", PROSE, "The new system prompt.", group=PROMPTS),
        Parameter("user_prompt", PROSE, "A message to add as the caller's.", group=PROMPTS),
        Parameter(
            "consolidate",
            Boolean(),
            "Summarise the conversation so far.",
            group=HISTORY,
            default=False,
        ),
        Parameter(
            "full_reset",
            Boolean(),
            "Forget the conversation so far.",
            group=HISTORY,
            default=False,
        ),
    ),
    rules=(
        Rule(
            "empty",
            ("system_prompt",),
            NothingGiven(),
            "no parameter is given: nothing changes.",
            in_general="where it is not given, and no other parameter either, nothing changes.",
        ),
    ),
    examples=(
        Example("Another role", 'switch-context --system-prompt "You are a billing specialist."'),
    ),
)

replace_in_history = Action(
    "replace_in_history",
    "Take this function's call out of the history.",
    Plain("replace_in_history"),
    BareValue("text"),
    (
        Parameter(
            "text",
            OneOf(PROSE, Boolean()),
            "What the agent is to have said in its place, or true for nothing.",
            group=HISTORY,
            default=True,
        ),
    ),
    examples=(
        Example("A sentence in its place", 'replace-in-history --text "I saved your profile."'),
    ),
)

toggle_functions = Action(
    "toggle_functions",
    "Turn functions on and off.",
    Plain("toggle_functions"),
    BareValue("function_toggles"),
    (
        Parameter(
            "function_toggles",
            ListOf(
                Object(
                    Field(
                        "function",
                        OneOf(Text("NAME"), ListOf(Text("NAME"))),
                        "Name of the function, or an array of names.",
                        required=True,
                    ),
                    Field(
                        "active",
                        OneOf(Boolean(), Integer(-1)),
                        "Whether it can be called; a number says how often.",
                        required=True,
                        source="The table of actions on the wire has -1, 0 (off) and counts.",
                    ),
                    rules=(
                        does_nothing("function", [], "no function is turned on or off"),
                        one_name_each("function"),
                        no_json_for("function", "name"),
                    ),
                )
            ),
            "An array of objects with function and active.",
            group=FUNCTIONS,
            required=True,
        ),
    ),
    description="Only functions with this function's own meta_data_token can be turned.",
    rules=(does_nothing("function_toggles", [], "no function is turned on or off"),),
    examples=(
        Example(
            "No more transfers",
            """toggle-functions --function-toggles '[{"function": "transfer", "active": false}]'""",
        ),
    ),
)

enable_functions_on_timeout = Action(
    "enable_functions_on_timeout",
    "Let functions run when the speaker times out.",
    Plain("functions_on_speaker_timeout"),
    BareValue("enabled"),
    (Parameter("enabled", Boolean(), "Whether they may run.", group=FUNCTIONS, default=True),),
    examples=(Example("Let them run", "enable-functions-on-timeout"),),
)

enable_extensive_data = Action(
    "enable_extensive_data",
    "Give the model the full data for this turn only.",
    Plain("extensive_data"),
    BareValue("enabled"),
    (Parameter("enabled", Boolean(), "Whether to give it all.", group=FUNCTIONS, default=True),),
    examples=(Example("All data, once", "enable-extensive-data"),),
)

back_to_back_functions = Action(
    "back_to_back_functions",
    "Let functions follow without a turn of the caller.",
    Plain("back_to_back_functions"),
    BareValue("enabled"),
    (
        Parameter(
            "enabled",
            OneOf(Boolean(), Choice("forever")),
            "Whether they may: for once, or forever.",
            group=FUNCTIONS,
            default=True,
        ),
    ),
    source="https://signalwire.com/docs/swml/reference/ai/swaig",
    examples=(Example("For the whole call", "back-to-back-functions --enabled forever"),),
)

update_settings = Action(
    "update_settings",
    "Change the model's settings during the call.",
    Plain("settings"),
    BareValue("settings"),
    (
        Parameter(
            "settings",
            Object(*LLM_SETTINGS, open=True),
            "An object of settings, with hyphens in their names.",
            group=SETTINGS,
            required=True,
        ),
    ),
    rules=(
        Rule(
            "unknown-setting",
            ("settings",),
            NotAmong(field.name for field in LLM_SETTINGS),
            "{value} is not among the documented settings.",
        ),
        Rule(
            "temperature-clamped",
            ("settings",),
            Above("temperature", 1.5),
            "{value} is more than the platform uses: it takes 1.5.",
        ),
        does_nothing("settings", {}, "no setting changes"),
    ),
    examples=(
        Example(
            "Shorter and stricter",
            """update-settings --settings '{"temperature": 0.3, "max-tokens": 256}'""",
        ),
    ),
)
