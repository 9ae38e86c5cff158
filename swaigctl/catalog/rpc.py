"""Actions on other calls, and any action that has no command of its own."""

from swaigctl.catalog.actions import Action, Example, Layout, Need, Parameter
from swaigctl.catalog.cautions import NotAbsolute, Unlike
from swaigctl.catalog.kinds import Json, Text
from swaigctl.catalog.special_kinds import PHONE_NUMBER

TITLE = "Other calls, other actions"

# Headings in help.
METHOD = "Method"
CALL = "Other call"
ACTION = "Action"

CALL_ID = Parameter("call_id", Text("CALL-ID"), "Which call it is for.", group=CALL, required=True)

execute_rpc = Action(
    "execute_rpc",
    "Call an RPC method, on this call or another.",
    Layout("execute_rpc", carries_swml=True, order=("method", "call_id", "node_id", "params")),
    (
        Parameter(
            "method",
            Text("METHOD"),
            "Name of the method, such as dial, ai_message or ai_unhold.",
            group=METHOD,
            required=True,
            always=True,
        ),
        Parameter("params", Json(dict), "The method's parameters, as an object.", group=METHOD),
        Parameter("call_id", Text("CALL-ID"), "Which call it is for.", group=CALL),
        Parameter("node_id", Text("NODE-ID"), "Which node that call is on.", group=CALL),
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
    Layout(
        "execute_rpc",
        carries_swml=True,
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
    cautions=(
        NotAbsolute("dest_swml"),
        Unlike(
            "unknown-device",
            ("device_type",),
            lambda text: text == "phone",
            "is a device that this action has no address for; it has a phone number.",
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

rpc_ai_message = Action(
    "rpc_ai_message",
    "Send a message or data to another call's agent.",
    Layout(
        "execute_rpc",
        carries_swml=True,
        fixed={"method": "ai_message"},
        order=("call_id", "role", "message_text", "global_data"),
    ),
    (
        CALL_ID,
        Parameter(
            "message_text",
            Text(),
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
    needs=(
        Need(
            ("message_text", "global_data"),
            at_least=1,
            wording="rpc_ai_message needs message_text, global_data, or both",
            refused_by_sdk=True,
        ),
    ),
    cautions=(
        Unlike(
            "unknown-role",
            ("role",),
            lambda text: text in ("system", "user", "assistant"),
            "is none of the roles system, user and assistant.",
        ),
    ),
    examples=(
        Example(
            "Tell the agent of a held call",
            'rpc-ai-message --call-id 6f1c --message-text "No one is available."',
        ),
    ),
)

rpc_ai_global_data = Action(
    "rpc_ai_global_data",
    "Merge data into another call's global data.",
    Layout("execute_rpc", carries_swml=True, fixed={"method": "ai_message"}),
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
    examples=(
        Example("Why nobody came", """rpc-ai-global-data --call-id 6f1c --data '{"busy": true}'"""),
    ),
)

rpc_ai_unhold = Action(
    "rpc_ai_unhold",
    "Take another call off hold.",
    Layout("execute_rpc", carries_swml=True, fixed={"method": "ai_unhold"}),
    (CALL_ID,),
    examples=(Example("Off hold", "rpc-ai-unhold --call-id 6f1c"),),
)

add_action = Action(
    "add_action",
    "Write any action, known here or not.",
    Layout(key_parameter="name", value="data"),
    (
        Parameter("name", Text("NAME"), "Name of the action.", group=ACTION, required=True),
        Parameter("data", Json(), "Its value, as JSON of any kind.", group=ACTION, required=True),
    ),
    description="Nothing is checked but that it is JSON.",
    examples=(Example("An action of tomorrow", "add-action --name sing --data true"),),
)
