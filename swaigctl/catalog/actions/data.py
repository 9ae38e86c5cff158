"""Actions on the data that the agent and its functions keep."""

from swaigctl.model.entries import Action, Changes, Example, Parameter
from swaigctl.model.kinds import Text
from swaigctl.model.places import BareValue, Members, Plain
from swaigctl.model.rules import does_nothing, no_json_for, one_name_each
from swaigctl.model.shapes import Json, ListOf
from swaigctl.model.unions import OneOf

TITLE = "Data"

# Headings in help, and what an action changes.
DATA = "Data"
GLOBAL_DATA = "global data"
METADATA = "metadata"

NEW_DATA = Parameter(
    "data", Json(dict), "Names and values; other names keep theirs.", group=DATA, required=True
)
OLD_KEYS = Parameter(
    "keys",
    OneOf(Text("NAME"), ListOf(Text("NAME"))),
    "A name to remove.",
    group=DATA,
    required=True,
)
NOTHING_SET = does_nothing("data", {}, "nothing is set")
OLD_KEY_RULES = (
    does_nothing("keys", [], "nothing is removed"),
    one_name_each("keys"),
    no_json_for("keys", "name"),
)

update_global_data = Action(
    "update_global_data",
    "Set global data, for all functions and prompts.",
    Plain("set_global_data"),
    BareValue("data"),
    (NEW_DATA,),
    rules=(NOTHING_SET,),
    effect=Changes(GLOBAL_DATA, "sets"),
    examples=(Example("Remember a plan", """update-global-data --data '{"plan": "premium"}'"""),),
)

remove_global_data = Action(
    "remove_global_data",
    "Remove names from the global data.",
    Plain("unset_global_data"),
    BareValue("keys"),
    (OLD_KEYS,),
    rules=OLD_KEY_RULES,
    effect=Changes(GLOBAL_DATA, "removes"),
    examples=(Example("Forget two names", "remove-global-data --keys plan --keys cycle"),),
)

set_semantic_state = Action(
    "set_semantic_state",
    "Replace the state that semantic gates judge.",
    Plain("set_global_data"),
    Members(),
    (
        Parameter(
            "state",
            Json(dict),
            "The whole state; {} resets it.",
            group=DATA,
            required=True,
            at="semantic_state",
            always=True,
        ),
    ),
    description="It is the name semantic_state in the global data.",
    examples=(
        Example("An order was confirmed", """set-semantic-state --state '{"confirmed": true}'"""),
    ),
    source=None,
)

set_metadata = Action(
    "set_metadata",
    "Set data that only this function's own token sees.",
    Plain("set_meta_data"),
    BareValue("data"),
    (NEW_DATA,),
    rules=(NOTHING_SET,),
    effect=Changes(METADATA, "sets"),
    examples=(Example("Count tries", """set-metadata --data '{"tries": 2}'"""),),
)

remove_metadata = Action(
    "remove_metadata",
    "Remove names from this function's metadata.",
    Plain("unset_meta_data"),
    BareValue("keys"),
    (OLD_KEYS,),
    rules=OLD_KEY_RULES,
    effect=Changes(METADATA, "removes"),
    examples=(Example("Forget it", "remove-metadata --keys tries"),),
)
