"""Verbs on other calls."""

from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Text
from swaigctl.model.shapes import Field, Json, Object

TITLE = "Other calls"

# Headings in help.
METHOD = "Method"
CALL = "Other call"

execute_rpc = Verb(
    "execute_rpc",
    "Call an RPC method, on this call or another.",
    Object(
        Field(
            "method",
            Text("METHOD"),
            "Name of the method, such as dial, ai_message or ai_unhold.",
            group=METHOD,
            required=True,
        ),
        Field("params", Json(dict), "The method's parameters, as an object.", group=METHOD),
        Field("call_id", Text("CALL-ID"), "Which call it is for.", group=CALL),
        Field("node_id", Text("NODE-ID"), "Which node that call is on.", group=CALL),
        title="execute_rpc",
    ),
    source="https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/"
    "execute-rpc",
    examples=(
        Example(
            "To the agent of another call",
            "swml execute-rpc --method ai_message --call-id "
            "6f1c9a3e-6a53-4d0b-9d2b-0b3b6f1a2c4d --params role=system --params "
            '"message_text=The order is ready."',
        ),
    ),
)
