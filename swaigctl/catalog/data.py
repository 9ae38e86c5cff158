"""Actions on the data that the agent and its functions keep."""

from swaigctl.catalog.actions import Action, Example, Layout, Parameter
from swaigctl.catalog.kinds import Json
from swaigctl.catalog.special_kinds import TextOrTexts

TITLE = "Data"

# Headings in help, and what an action changes.
DATA = "Data"
GLOBAL_DATA = "global data"
METADATA = "metadata"

NEW_DATA = Parameter(
    "data", Json(dict), "Names and values; other names keep theirs.", group=DATA, required=True
)
OLD_KEYS = Parameter("keys", TextOrTexts("NAME"), "A name to remove.", group=DATA, required=True)

update_global_data = Action(
    "update_global_data",
    "Set global data, for all functions and prompts.",
    Layout("set_global_data", value="data"),
    (NEW_DATA,),
    touches=(GLOBAL_DATA, "sets", "data"),
    examples=(Example("Remember a plan", """update-global-data --data '{"plan": "premium"}'"""),),
)

remove_global_data = Action(
    "remove_global_data",
    "Remove names from the global data.",
    Layout("unset_global_data", value="keys"),
    (OLD_KEYS,),
    touches=(GLOBAL_DATA, "removes", "keys"),
    examples=(Example("Forget two names", "remove-global-data --keys plan --keys cycle"),),
)

set_semantic_state = Action(
    "set_semantic_state",
    "Replace the state that semantic gates judge.",
    Layout("set_global_data"),
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
)

set_metadata = Action(
    "set_metadata",
    "Set data that only this function's own token sees.",
    Layout("set_meta_data", value="data"),
    (NEW_DATA,),
    touches=(METADATA, "sets", "data"),
    examples=(Example("Count tries", """set-metadata --data '{"tries": 2}'"""),),
)

remove_metadata = Action(
    "remove_metadata",
    "Remove names from this function's metadata.",
    Layout("unset_meta_data", value="keys"),
    (OLD_KEYS,),
    touches=(METADATA, "removes", "keys"),
    examples=(Example("Forget it", "remove-metadata --keys tries"),),
)
