"""Verbs on other calls."""

from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Text, has_variable
from swaigctl.model.rules import Found, Match, Rule, is_absolute_url
from swaigctl.model.shapes import Field, Json, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Values = dict[str, object]

TITLE = "Other calls"

# Headings in help.
METHOD = "Method"
CALL = "Other call"

ROLES = ("system", "user", "assistant")


def parameter_unlike(
    method: str, path: "tuple[str, ...]", is_known: "Callable[[str], object]"
) -> Found:
    """A text in the parameters of one method is not of a form that the method knows."""

    def find(values: "Values") -> "Iterator[Match]":
        value: object = values
        for name in ("params", *path):
            value = value.get(name) if isinstance(value, dict) else None
        known = not isinstance(value, str) or has_variable(value) or is_known(value)
        if values.get("method") == method and not known:
            yield Match(("params", *path), value)

    return Found(find)


def messages_of_nothing(values: "Values") -> "Iterator[Match]":
    """A message to another agent has neither text nor data."""
    params = values.get("params", {})
    if values.get("method") != "ai_message" or not isinstance(params, dict):
        return
    if not any(content for name, content in params.items() if name != "role"):
        yield Match(("params",), params)


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
        rules=(
            Rule(
                "unknown-role",
                ("params",),
                parameter_unlike("ai_message", ("role",), ROLES.__contains__),
                "{value} is none of the roles system, user and assistant.",
                in_general="the role in it is none of system, user and assistant.",
            ),
            Rule(
                "unknown-device",
                ("params",),
                parameter_unlike("dial", ("devices", "type"), ("phone",).__contains__),
                "{value} is a device that is not documented here; a phone is.",
                in_general="the device in it is not documented; a phone is.",
            ),
            Rule(
                "url-not-absolute",
                ("params",),
                parameter_unlike("dial", ("dest_swml",), is_absolute_url),
                "{value} is neither an absolute http(s) URL nor a SWML variable: it can't be "
                "fetched.",
                in_general="dest_swml in it is no absolute http(s) URL: it can't be fetched.",
            ),
            Rule(
                "empty",
                ("params",),
                Found(messages_of_nothing),
                "there is neither message nor data: the other agent is told nothing.",
                in_general="an ai_message without message and data tells the other agent nothing.",
            ),
        ),
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
