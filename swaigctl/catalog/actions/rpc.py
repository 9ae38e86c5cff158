"""Actions on other calls, and any action that has no command of its own."""

from swaigctl.catalog.verbs import rpc as verbs
from swaigctl.findings import Finding, ParameterError
from swaigctl.model.entries import Action, Example, Parameter
from swaigctl.model.forms import PHONE_NUMBER
from swaigctl.model.kinds import PROSE, Text
from swaigctl.model.places import AnyKey, BareValue, InSwml, Members
from swaigctl.model.rules import (
    Found,
    Match,
    Rule,
    Unlike,
    absolute_urls,
    does_nothing,
    need_one_of,
)
from swaigctl.model.shapes import Json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.entries import Values

TITLE = "Other calls, other actions"

# Headings in help.
CALL = verbs.CALL
ACTION = "Action"

given = verbs.execute_rpc.parameter

CALL_ID = given("call_id", required=True)

execute_rpc = Action(
    "execute_rpc",
    "Call an RPC method, on this call or another.",
    InSwml(verbs.execute_rpc),
    Members(order=("method", "call_id", "node_id", "params")),
    (
        given("method", always=True),
        given("params"),
        given("call_id"),
        given("node_id"),
    ),
    examples=(
        Example(
            "A message to another call's agent",
            "execute-rpc --method ai_message --call-id 6f1c --params "
            """'{"role": "system", "message_text": "Hello"}'""",
        ),
    ),
)

rpc_dial = Action(
    "rpc_dial",
    "Call somebody, with SWML for their side.",
    InSwml(verbs.execute_rpc),
    Members(
        fixed={"method": "dial"},
        order=("device_type", "to_number", "from_number", "dest_swml"),
    ),
    (
        Parameter(
            "to_number",
            PHONE_NUMBER,
            "Whom to call, in E.164 form.",
            group=CALL,
            required=True,
            at="params.devices.params.to_number",
            always=True,
        ),
        Parameter(
            "from_number",
            PHONE_NUMBER,
            "The number to show as the caller, in E.164 form.",
            group=CALL,
            required=True,
            at="params.devices.params.from_number",
            always=True,
        ),
        Parameter(
            "dest_swml",
            Text("URL"),
            "URL of the SWML that answers the called side.",
            group=CALL,
            required=True,
            at="params.dest_swml",
            always=True,
        ),
        Parameter(
            "device_type",
            Text("TYPE"),
            "What is called.",
            group=CALL,
            default="phone",
            at="params.devices.type",
            always=True,
        ),
    ),
    rules=(
        absolute_urls("dest_swml"),
        Rule(
            "unknown-device",
            ("device_type",),
            Unlike(lambda text: text == "phone"),
            "{value} is a device that this action has no address for; it has a phone number.",
        ),
    ),
    examples=(
        Example(
            "Ask a colleague",
            "rpc-dial --to-number +15551234567 --from-number +15559876543 "
            "--dest-swml https://example.com/agent",
        ),
    ),
)


def no_data_alone(values: "Values") -> "Iterator[Match]":
    """There is no message, and nothing in the data."""
    if values.get("global_data") == {} and not values.get("message_text"):
        yield Match(("global_data",), {})


rpc_ai_message = Action(
    "rpc_ai_message",
    "Send a message or data to another call's agent.",
    InSwml(verbs.execute_rpc),
    Members(
        fixed={"method": "ai_message"},
        order=("call_id", "role", "message_text", "global_data"),
    ),
    (
        CALL_ID,
        Parameter(
            "message_text",
            PROSE,
            "The message, a turn in the other conversation.",
            group=CALL,
            at="params.message_text",
            keep_empty=True,
        ),
        Parameter(
            "role",
            Text("ROLE"),
            "Whose message it is.",
            group=CALL,
            default="system",
            at="params.role",
            always=True,
            beside="message_text",
        ),
        Parameter(
            "global_data",
            Json(dict),
            "Data to merge into the other call's global data.",
            group=CALL,
            at="params.global_data",
            keep_empty=True,
        ),
    ),
    rules=(
        need_one_of(
            "message_text",
            "global_data",
            wording="rpc_ai_message needs message_text, global_data, or both",
        ),
        Rule(
            "unknown-role",
            ("role",),
            Unlike(lambda text: text in ("system", "user", "assistant")),
            "{value} is none of the roles system, user and assistant.",
        ),
        Rule(
            "empty",
            ("global_data",),
            Found(no_data_alone),
            "{subject} is empty: the other agent is told nothing.",
            in_general="if it is empty, without {message_text} the other agent is told nothing.",
        ),
    ),
    examples=(
        Example(
            "Tell the agent of a held call",
            'rpc-ai-message --call-id 6f1c --message-text "No one is available."',
        ),
    ),
)


def global_data_as_sdk(given: "dict[str, object]") -> "dict[str, object]":
    """The SDK refuses None, and nothing else."""
    if given["data"] is None:
        raise ParameterError(Finding("required", "{quoted} is required.", path=("data",)))
    return given


rpc_ai_global_data = Action(
    "rpc_ai_global_data",
    "Merge data into another call's global data.",
    InSwml(verbs.execute_rpc),
    Members(fixed={"method": "ai_message"}),
    (
        CALL_ID,
        Parameter(
            "data",
            Json(dict),
            "Names and values; other names keep theirs.",
            group=CALL,
            required=True,
            at="params.global_data",
            always=True,
        ),
    ),
    as_sdk=global_data_as_sdk,
    rules=(does_nothing("data", {}, "nothing is set"),),
    examples=(
        Example("Why nobody came", """rpc-ai-global-data --call-id 6f1c --data '{"busy": true}'"""),
    ),
)

rpc_ai_unhold = Action(
    "rpc_ai_unhold",
    "Take another call off hold.",
    InSwml(verbs.execute_rpc),
    Members(fixed={"method": "ai_unhold"}),
    (CALL_ID,),
    examples=(Example("Off hold", "rpc-ai-unhold --call-id 6f1c"),),
)

add_action = Action(
    "add_action",
    "Write any action, known here or not.",
    AnyKey("name"),
    BareValue("data"),
    (
        Parameter("name", Text("NAME"), "Name of the action.", group=ACTION, required=True),
        Parameter("data", Json(), "Its value, as JSON of any kind.", group=ACTION, required=True),
    ),
    description="Nothing is checked but that it is JSON.",
    examples=(Example("An action of tomorrow", "add-action --name sing --data true"),),
)
