"""Names that are no verbs, and what to write in their place.

They are actions of responses, verbs of other products (TwiML, and the vendor's own cXML), words of
programming languages, and plausible guesses. Whoever writes one gets the verb that does it.
"""

from swaigctl.catalog.index import KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

Step = dict[str, object]
Instead = tuple[str, "Step | None"]
"""A sentence about the name, and the step to write."""


class Way:
    """A verb, as what other names stand for."""

    __slots__ = ("make", "names", "why")

    def __init__(self, names: str, why: str, make: "Callable[[object], Step]") -> None:
        self.names = names.split()
        self.why = why
        """What the verb does, with its name."""
        self.make = make
        """The step, from what stands behind the other name."""


def text_in(content: object) -> str:
    """The text that stands behind a name, or in one of the members there; empty if none does."""
    if isinstance(content, dict):
        texts = [each for each in content.values() if isinstance(each, str)]
        content = texts[0] if texts else ""
    elif isinstance(content, list):
        content = content[0] if content else ""
    if isinstance(content, int) and not isinstance(content, bool):
        return str(content)
    return content if isinstance(content, str) else ""


def with_text(verb: str, name: str, sample: str, prefix: str = "") -> "Callable[[object], Step]":
    """A step with the text that was given, or a sample of one, as this parameter."""

    def make(content: object) -> Step:
        text = text_in(content) or sample
        whole = text if text.startswith(prefix) else prefix + text
        return {verb: {name: whole}}

    return make


def always(verb: str, content: object) -> "Callable[[object], Step]":
    """The same step, whatever was given."""
    return lambda given: {verb: content}


def pause(content: object) -> Step:
    """A pause; what others count in seconds, sleep counts in milliseconds."""
    given = next(iter(content.values()), None) if isinstance(content, dict) else content
    text = str(given)
    seconds = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
    return {"sleep": seconds if seconds >= 100 else seconds * 1000}


def queue(content: object) -> Step:
    name = text_in(content) or "support"
    return {
        "enter_queue": {
            "queue_name": name,
            "transfer_after_bridge": "https://example.com/next.swml",
        }
    }


def by_condition(content: object) -> Step:
    return {"cond": [{"when": text_in(content) or "vars.x == 1", "then": []}]}


def variables(content: object) -> Step:
    """Variables by name; one of them may be given as its name and its value."""
    if isinstance(content, dict) and len(content) == 2 and "value" in content:
        name = next(each for each in content if each != "value")
        if name in ("name", "key", "variable") and isinstance(content[name], str):
            return {"set": {content[name]: content["value"]}}
    return {"set": content if isinstance(content, dict) and content else {"name": "value"}}


def sip_or_number(content: object) -> Step:
    text = text_in(content)
    return {"connect": {"to": text or "+15551234567"}}


SAY = with_text("play", "url", "Hello.", "say:")
BY_RESULT = always("switch", {"variable": "connect_result", "case": {"connected": []}})

WAYS = {
    "calling": (
        Way(
            "say speak tts text_to_speech say_text announce talk speech greet greeting voice",
            "'play' speaks a URL that begins with 'say:'",
            SAY,
        ),
        Way(
            "play_audio audio play_file play_sound playback play_url media",
            "'play' plays files",
            with_text("play", "url", "https://example.com/welcome.mp3"),
        ),
        Way(
            "gather collect collect_digits collect_input get_digits get_input input ask menu ivr "
            "listen question play_and_collect prompt_user",
            "'prompt' plays something and collects digits or speech",
            with_text("prompt", "play", "Press 1 or 2.", "say:"),
        ),
        Way(
            "dial call_number phone outbound_call forward forward_call bridge number sip client "
            "call connect_call make_call",
            "'connect' calls somebody and joins the calls",
            sip_or_number,
        ),
        Way(
            "redirect handoff hand_off load include import",
            "'transfer' goes on with other SWML, and 'execute' comes back from it",
            with_text("transfer", "dest", "https://example.com/next.swml"),
        ),
        Way(
            "run gosub subroutine call_section section run_section execute_section invoke",
            "'execute' runs another section and comes back",
            with_text("execute", "dest", "later"),
        ),
        Way("pause wait delay timeout sleep_ms", "'sleep' pauses, in milliseconds", pause),
        Way(
            "enqueue queue add_to_queue join_queue",
            "'enter_queue' puts the call into a queue",
            queue,
        ),
        Way("reject decline busy", "'hangup' has a reason", always("hangup", {"reason": "busy"})),
        Way(
            "end_call end disconnect hang_up exit terminate stop_call quit finish end_conversation "
            "drop close bye goodbye",
            "'hangup' ends the call",
            always("hangup", {}),
        ),
        Way(
            "pickup pick_up accept answer_call",
            "'answer' answers the call",
            always("answer", {}),
        ),
        Way(
            "if condition conditional when branch else elif else_if then ifelse if_else",
            "'cond' runs steps by conditions",
            by_condition,
        ),
        Way(
            "case match select choose switch_case",
            "'switch' runs steps by the value of a variable",
            always("switch", {"variable": "prompt_value", "case": {"1": []}}),
        ),
        Way(
            "on_success on_failure on_error on_fail on_answer on_busy on_no_answer on_complete "
            "on_timeout on_result on_connect on_hangup on_disconnect on_finish try catch result "
            "success failure then_do default",
            "what comes next stands in a 'switch' or a 'cond' behind the step, or in the 'result' "
            "of connect, execute or join_conference",
            BY_RESULT,
        ),
        Way(
            "loop repeat for while foreach for_each retry",
            "'goto' goes back to a 'label' of the same section, at most 'max' times",
            always("goto", {"label": "again", "max": 3}),
        ),
        Way(
            "jump go_to goto_label jump_to goto_step goto_section",
            "'goto' goes to a 'label' of the same section",
            with_text("goto", "label", "again"),
        ),
        Way(
            "http http_request webhook fetch api api_call curl http_get http_post rest call_api",
            "'request' sends HTTP requests",
            lambda content: {
                "request": {"url": text_in(content) or "https://example.com", "method": "GET"}
            },
        ),
        Way(
            "sms message send_message text_message send_text mms",
            "'send_sms' sends messages",
            always(
                "send_sms",
                {"from_number": "+15551230001", "to_number": "+15551230002", "body": "Hello."},
            ),
        ),
        Way(
            "conference join_call create_conference start_conference conf",
            "'join_conference' joins a conference",
            with_text("join_conference", "name", "team"),
        ),
        Way(
            "voicemail leave_message record_voicemail record_message record_audio",
            "'record' records until the caller stops speaking",
            always("record", {}),
        ),
        Way(
            "start_recording start_record start_record_call call_recording record_start recording",
            "'record_call' records in the background",
            always("record_call", {}),
        ),
        Way(
            "stop_recording stop_record end_recording record_stop recording_stop",
            "'stop_record_call' ends a recording",
            always("stop_record_call", {}),
        ),
        Way(
            "start_tap",
            "'tap' begins to send the call's media",
            always("tap", {"uri": "rtp://192.0.2.1:5000"}),
        ),
        Way(
            "start_stream streaming media_stream",
            "'stream' begins to stream",
            with_text("stream", "url", "wss://example.com/stream"),
        ),
        Way(
            "agent ai_agent llm assistant bot chatbot gpt openai virtual_agent autopilot "
            "conversation swaig",
            "'ai' hands the call to an agent",
            always("ai", {"prompt": {"text": "You take orders."}}),
        ),
        Way(
            "bedrock",
            "'amazon_bedrock' does that",
            always("amazon_bedrock", {"prompt": {"text": "You take orders."}}),
        ),
        Way(
            "send_dtmf dtmf press play_digits play_dtmf digits",
            "'send_digits' sends digits",
            with_text("send_digits", "digits", "1234"),
        ),
        Way(
            "let assign variable var set_var set_variable set_variables set_vars vars variables "
            "set_global_data set_meta_data set_metadata global_data",
            "'set' sets variables, and 'global_data' of ai is the agent's data",
            variables,
        ),
        Way(
            "unset_var unset_variable delete_variable clear_variable remove_variable "
            "unset_global_data unset_meta_data unset_metadata",
            "'unset' removes variables",
            lambda content: {"unset": text_in(content) or "name"},
        ),
        Way(
            "amd machine_detection answering_machine_detection detect detect_amd",
            "'detect_machine' finds out whether a machine answers",
            always("detect_machine", {}),
        ),
        Way(
            "noise_reduction noise_cancellation reduce_noise",
            "'denoise' reduces noise",
            always("denoise", {}),
        ),
        Way(
            "payment charge take_payment collect_payment",
            "'pay' takes payments",
            with_text("pay", "payment_connector_url", "https://example.com/pay"),
        ),
        Way(
            "refer sip_transfer blind_transfer",
            "'sip_refer' does that",
            with_text("sip_refer", "to_uri", "sip:alice@example.com"),
        ),
        Way(
            "video video_room room",
            "'join_room' joins a video room",
            with_text("join_room", "name", "team"),
        ),
        Way(
            "fax fax_send",
            "'send_fax' sends a fax",
            with_text("send_fax", "document", "https://example.com/letter.pdf"),
        ),
        Way(
            "event send_event emit",
            "'user_event' sends an event",
            always("user_event", {"event": {"name": "value"}}),
        ),
    ),
    "messaging": (
        Way(
            "say speak play answer respond response message send send_message sms send_sms text",
            "'reply' answers with a message",
            with_text("reply", "body", "Hello."),
        ),
        Way(
            "redirect",
            "'transfer' goes on with other SWML",
            with_text("transfer", "dest", "https://example.com/next.swml"),
        ),
        Way(
            "http http_request webhook fetch api api_call",
            "'request' sends HTTP requests",
            with_text("request", "url", "https://example.com"),
        ),
        Way(
            "cond if condition case match",
            "'switch' runs steps by the value of a variable",
            always("switch", {"variable": "message.body", "case": {"stop": []}}),
        ),
        Way("jump go_to loop", "'goto' goes to a 'label'", with_text("goto", "label", "again")),
    ),
}

ONLY_ACTIONS = frozenset(
    ("hold", "stop", "change_step", "change_context", "context_switch", "user_input")
)
"""Actions that an agent's function answers with, and that no verb does."""


def instead_of(flavour: str, name: str, content: object) -> "Instead | None":
    """What to say of a name that is no verb, and the step to write; None if nobody knows."""
    if not isinstance(name, str):
        return None
    plain = name.strip().replace("-", "_").replace(" ", "_").lower()
    camel = "".join(f"_{each.lower()}" if each.isupper() else each for each in name.strip())
    for way in WAYS[flavour]:
        if plain in way.names or camel.lstrip("_") in way.names:
            what = "an action, not a verb" if name in KEYS else "not a verb"
            return f"{{value}} is {what}: {way.why}.", way.make(content)
    if name == "SWML":
        return "{value} is an action, not a verb: write the steps of its document here.", None
    if name in KEYS:
        return "{value} is an action, not a verb: a function of an agent answers with it.", None
    return None


PARAMETERS = {
    "play": {
        "text": "url",
        "say": "url",
        "tts": "url",
        "message": "url",
        "speech": "url",
        "file": "url",
        "audio": "url",
        "media": "url",
        "src": "url",
        "source": "url",
        "uri": "url",
    },
    "prompt": {
        "text": "play",
        "say": "play",
        "message": "play",
        "url": "play",
        "prompt": "play",
        "num_digits": "max_digits",
        "timeout": "initial_timeout",
        "finish_on_key": "terminators",
    },
    "connect": {
        "number": "to",
        "phone": "to",
        "phone_number": "to",
        "destination": "to",
        "dest": "to",
        "to_number": "to",
        "caller_id": "from",
        "from_number": "from",
    },
    "transfer": {"to": "dest", "url": "dest", "destination": "dest", "section": "dest"},
    "execute": {"to": "dest", "url": "dest", "section": "dest", "name": "dest"},
    "goto": {"to": "label", "name": "label", "section": "label", "dest": "label"},
    "sleep": {
        "seconds": "duration",
        "ms": "duration",
        "time": "duration",
        "milliseconds": "duration",
    },
    "hangup": {"cause": "reason"},
    "send_sms": {"to": "to_number", "from": "from_number", "text": "body", "message": "body"},
    "reply": {"text": "body", "message": "body"},
    "join_conference": {"room": "name", "conference": "name", "conference_name": "name"},
    "join_room": {"room": "name", "room_name": "name"},
    "enter_queue": {"name": "queue_name", "queue": "queue_name"},
    "request": {"uri": "url", "data": "body", "payload": "body"},
    "ai": {
        "instructions": "prompt",
        "system_prompt": "prompt",
        "system": "prompt",
        "tools": "SWAIG",
    },
}
"""Guessed parameters by verb, with the one that is meant."""

LATER = (
    "what comes next stands in a 'switch' or a 'cond' behind the step, or in the 'result' of "
    "connect, execute or join_conference"
)
CONDITION = "'cond' runs steps by conditions, and 'switch' by the value of a variable"
SWITCH = "'switch' runs steps by the value of a variable"
LOOP = "'goto' goes back to a 'label' of the section, at most 'max' times"

AFTERWARDS = (
    *("on_success", "on_failure", "on_error", "on_fail", "on_answer", "on_busy", "on_no_answer"),
    *("on_complete", "on_timeout", "on_connect", "on_disconnect", "on_hangup", "on_finish"),
    *("on_result", "success", "failure", "next"),
)
CONDITIONS = ("condition", "conditions", "if", "when", "unless")
LOOPS = ("loop", "repeat")

NOTES = {
    "calling": {
        **dict.fromkeys(AFTERWARDS, LATER),
        **dict.fromkeys(CONDITIONS, CONDITION),
        **dict.fromkeys(LOOPS, LOOP),
    },
    "messaging": {
        **dict.fromkeys((*AFTERWARDS, *CONDITIONS), SWITCH),
        **dict.fromkeys(LOOPS, LOOP),
    },
}
"""Guessed parameters of any verb: what does that instead."""


UNITS = {("sleep", "seconds"): "'duration' counts milliseconds"}
"""What to say of a guessed parameter of one verb, whose value has to differ."""


def parameter_instead(flavour: str, verb: str, name: object) -> "tuple[str, str] | None":
    """The parameter that a guessed one of a verb was meant to be, and what else to say of it."""
    if not isinstance(name, str):
        return None
    meant = PARAMETERS.get(verb, {}).get(name, "")
    note = UNITS.get((verb, name)) or NOTES[flavour].get(name, "")
    return (meant, note) if meant or note else None
