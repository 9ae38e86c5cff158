"""What a function of amazon_bedrock answers: fewer actions, which always wait."""

from swaigctl.catalog.response_kinds import (
    POST_PROCESS,
    RESPONSE_TEXT,
    SWML,
    TEXT,
    ActionObject,
    Response,
    actions,
)
from swaigctl.model.conditions import Given
from swaigctl.model.rules import Rule

ACTION_OF_BEDROCK = ActionObject(
    (SWML, "set_global_data", "unset_global_data", "set_meta_data", "unset_meta_data"),
    "amazon_bedrock",
)

BEDROCK_RESPONSE = Response(
    RESPONSE_TEXT.but(kind=TEXT),
    actions(ACTION_OF_BEDROCK),
    POST_PROCESS,
    rules=(
        Rule(
            "no-effect",
            ("post_process",),
            Given(),
            "{subject} has no effect in amazon_bedrock: its actions always wait.",
        ),
    ),
    actions_wait=True,
)
