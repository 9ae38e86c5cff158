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
"""A sentence about the name, and the step to write, if that holds all that was written."""


class Way:
    """A verb, as what other names stand for."""

    __slots__ = ("make", "names", "why")

    def __init__(self, names: str, why: str, make: "Callable[[object], Step | None]") -> None:
        self.names = names.split()
        self.why = why
        """What the verb does, with its name."""
        self.make = make
        """The step, from what stands behind the other name; None if that can't hold all of it."""


def says_nothing(content: object) -> bool:
    """Whether nothing stands behind a name that a step would have to hold."""
    return content is None or content is True or content in ("", {}, [])


def text_of(content: object) -> "str | None":
    """The text that is all there is behind a name, perhaps in a list or as a number."""
    if isinstance(content, list) and len(content) == 1:
        content = content[0]
    if isinstance(content, (int, float)) and not isinstance(content, bool):
        return str(content)
    return content if isinstance(content, str) and content else None


def with_member(
    verb: str, main: str, sample: str, prefix: str = "", **others: object
) -> "Callable[[object], Step | None]":
    """A step with what was given: a bare value as the main parameter, the others by their names.

    A sample stands for the main parameter, and for others that are needed, where there is none.
    """

    def make(content: object) -> "Step | None":
        members: Step | None = {}
        if isinstance(content, dict):
            members = parameters_meant(verb, main, content)
        elif not says_nothing(content):
            members = {main: text_of(content)}
        if members is None or members.get(main, "") is None:
            return None
        whole = {main: prefix + sample, **others, **members}
        text = whole[main]
        if prefix and isinstance(text, str) and not text.startswith(prefix):
            whole[main] = prefix + text
        return {verb: whole}

    return make


def parameters_meant(verb: str, main: str, given: Step) -> "Step | None":
    """The parameters of a verb that were meant by the members of an object, if all were."""
    from swaigctl.catalog.verbs import CALLING, MESSAGING
    from swaigctl.model.shapes import fields_of

    verbs = CALLING if verb in CALLING.names() else MESSAGING
    known = fields_of(verbs.value_of(verb))
    guessed = PARAMETERS.get(verb, {})
    if len(given) == 1 and main:
        (name, value), *_ = given.items()
        if name not in known and name not in guessed and text_of(value):
            return {main: text_of(value)}
    meant: Step = {}
    for name, value in given.items():
        parameter = name if name in known else guessed.get(name, "")
        kind = known[parameter].kind if parameter in known else None
        if parameter in meant or kind is None:
            return None
        if parameter != main and not kind.takes(value):
            return None
        meant[parameter] = value
    return meant


def always(verb: str, sample: "Step") -> "Callable[[object], Step | None]":
    """A step with the parameters that were given; if none were, with the sample's."""

    def make(content: object) -> "Step | None":
        if says_nothing(content):
            return {verb: sample}
        members = parameters_meant(verb, "", content) if isinstance(content, dict) else None
        return None if members is None else {verb: {**sample, **members}}

    return make


def pause(content: object) -> "Step | None":
    """A pause; what others count in seconds, sleep counts in milliseconds."""
    if isinstance(content, dict) and len(content) == 1:
        (content,) = content.values()
    if says_nothing(content):
        return {"sleep": 1000}
    text = text_of(content) or ""
    if not text.replace(".", "", 1).isdecimal() or len(text) > 8:
        return None
    seconds = float(text)
    return {"sleep": int(seconds if seconds >= 100 else seconds * 1000)}


def steps_of(content: object, flavour: str = "calling") -> "list[Step] | None":
    """The steps that stand behind a name, each as an object, if it is steps that stand there."""
    from swaigctl.catalog.verbs import CALLING, MESSAGING

    known = (MESSAGING if flavour == MESSAGING.name else CALLING).names()
    steps: list[Step] = []
    for each in content if isinstance(content, list) else [content]:
        step = {each: {}} if isinstance(each, str) else each
        if not isinstance(step, dict) or len(step) != 1 or not step.keys() <= set(known):
            return None
        steps.append(step)
    return steps or None


CONDITION_NAMES = ("when", "if", "condition", "test", "expression")
BRANCH_NAMES = {"then": "then", "do": "then", "steps": "then", "else": "else", "otherwise": "else"}


def by_condition(content: object) -> "Step | None":
    """A branch, of its condition and its steps."""
    if says_nothing(content):
        return {"cond": [{"when": "vars.x == 1", "then": []}]}
    if isinstance(content, str):
        return {"cond": [{"when": without_marks(content), "then": []}]}
    branches = []
    for each in content if isinstance(content, list) else [content]:
        branch = branch_meant(each)
        if branch is None:
            return None
        branches.append(branch)
    return {"cond": branches}


def branch_meant(given: object) -> "Step | None":
    """One branch of a `cond`, if all of what was given belongs into one."""
    if not isinstance(given, dict):
        return None
    branch: Step = {}
    for name, value in given.items():
        if name in CONDITION_NAMES and isinstance(value, str):
            name, value = "when", without_marks(value)
        elif name in BRANCH_NAMES and (steps := steps_of(value)) is not None:
            name, value = BRANCH_NAMES[name], steps
        else:
            return None
        if name in branch:
            return None
        branch[name] = value
    return {"when": branch["when"], "then": [], **branch} if "when" in branch else None


def without_marks(condition: str) -> str:
    """A condition as `cond` takes it: its variables stand there by their names alone."""
    parts = condition.replace("%{", "${").split("${")
    return parts[0] + "".join(each.replace("}", "", 1) for each in parts[1:])


def by_result(case: str) -> "Callable[[object], Step | None]":
    """A `switch` behind `connect` that runs the steps that were given."""

    def make(content: object) -> "Step | None":
        steps: list[Step] | None = [] if says_nothing(content) else steps_of(content)
        if steps is None:
            return None
        return {"switch": {"variable": "connect_result", "case": {case: steps}, "default": []}}

    return make


def by_value(sample: Step, flavour: str = "calling") -> "Callable[[object], Step | None]":
    """A `switch`: what was given as it is if it is one, or as its cases if it is lists of steps."""

    def make(content: object) -> "Step | None":
        if says_nothing(content):
            return {"switch": sample}
        if not isinstance(content, dict):
            return None
        if "case" in content:
            members = parameters_meant("switch", "", content)
            return None if members is None else {"switch": {**sample, **members}}
        cases: Step = {}
        for name, value in content.items():
            steps = steps_of(value, flavour)
            if steps is None or not isinstance(name, str):
                return None
            cases[name] = steps
        default = {"default": cases.pop("default")} if "default" in cases else {}
        return {"switch": {**sample, "case": cases, **default}}

    return make


def variables(content: object) -> "Step | None":
    if says_nothing(content):
        return {"set": {"name": "value"}}
    if not isinstance(content, dict):
        return None
    if content.keys() == {"name", "value"} and isinstance(content["name"], str):
        content = {content["name"]: content["value"]}
    return {"set": content}


def names_to_unset(content: object) -> "Step | None":
    if says_nothing(content):
        return {"unset": "name"}
    text = text_of(content)
    many = isinstance(content, list) and all(isinstance(each, str) for each in content)
    return {"unset": text or content} if text or many else None


def agent(verb: str) -> "Callable[[object], Step | None]":
    """The verb of an agent, whose prompt may be just its text."""

    def make(content: object) -> "Step | None":
        if says_nothing(content):
            return {verb: {"prompt": {"text": "You take orders."}}}
        members: Step = {"prompt": content}
        if isinstance(content, dict):
            given = PARAMETERS["ai"]
            members = {str(given.get(name, name)): value for name, value in content.items()}
            if len(members) < len(content) or not is_known_of(verb, members):
                return None
        prompt = members.get("prompt")
        if isinstance(prompt, str):
            members["prompt"] = {"text": prompt}
        return {verb: members} if isinstance(members.get("prompt"), dict) else None

    return make


def is_known_of(verb: str, members: Step) -> bool:
    """Whether a verb knows all of these parameters."""
    from swaigctl.catalog.verbs import CALLING
    from swaigctl.model.shapes import fields_of

    return members.keys() <= fields_of(CALLING.value_of(verb)).keys()


def event(content: object) -> "Step | None":
    if says_nothing(content):
        return {"user_event": {"event": {"name": "value"}}}
    if not isinstance(content, dict):
        return None
    inner = content["event"] if content.keys() == {"event"} else content
    return {"user_event": {"event": inner}} if isinstance(inner, dict) else None


LATER = (
    "what comes next stands in a 'switch' or a 'cond' behind the step, or in the 'result' of "
    "connect, execute or join_conference"
)
SAY = with_member("play", "url", "Hello.", "say:")

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
            with_member("play", "url", "https://example.com/welcome.mp3"),
        ),
        Way(
            "gather collect collect_digits collect_input get_digits get_input input ask menu ivr "
            "listen question play_and_collect prompt_user",
            "'prompt' plays something and collects digits or speech",
            with_member("prompt", "play", "Press 1 or 2.", "say:"),
        ),
        Way(
            "dial call_number phone outbound_call forward forward_call bridge number sip client "
            "call connect_call make_call",
            "'connect' calls somebody and joins the calls",
            with_member("connect", "to", "+15551234567"),
        ),
        Way(
            "redirect handoff hand_off load include import",
            "'transfer' goes on with other SWML, and 'execute' comes back from it",
            with_member("transfer", "dest", "https://example.com/next.swml"),
        ),
        Way(
            "run gosub subroutine call_section section run_section execute_section invoke",
            "'execute' runs another section and comes back",
            with_member("execute", "dest", "later"),
        ),
        Way("pause wait delay timeout sleep_ms", "'sleep' pauses, in milliseconds", pause),
        Way(
            "enqueue queue add_to_queue join_queue",
            "'enter_queue' puts the call into a queue",
            with_member(
                "enter_queue",
                "queue_name",
                "support",
                transfer_after_bridge="https://example.com/next.swml",
            ),
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
            by_value({"variable": "prompt_value", "case": {"1": []}}),
        ),
        Way(
            "on_success on_answer on_complete on_result on_connect on_finish try result success "
            "then_do",
            LATER,
            by_result("connected"),
        ),
        Way(
            "on_failure on_error on_fail on_busy on_no_answer on_timeout on_hangup on_disconnect "
            "catch failure default",
            LATER,
            by_result("failed"),
        ),
        Way(
            "loop repeat for while foreach for_each retry",
            "'goto' goes back to a 'label' of the same section, at most 'max' times",
            with_member("goto", "label", "again", max=3),
        ),
        Way(
            "jump go_to goto_label jump_to goto_step goto_section",
            "'goto' goes to a 'label' of the same section",
            with_member("goto", "label", "again"),
        ),
        Way(
            "http http_request webhook fetch api api_call curl http_get http_post rest call_api",
            "'request' sends HTTP requests",
            with_member("request", "url", "https://example.com", method="GET"),
        ),
        Way(
            "sms message send_message text_message send_text mms",
            "'send_sms' sends messages",
            with_member(
                "send_sms",
                "body",
                "Hello.",
                from_number="+15551230001",
                to_number="+15551230002",
            ),
        ),
        Way(
            "conference join_call create_conference start_conference conf",
            "'join_conference' joins a conference",
            with_member("join_conference", "name", "team"),
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
            with_member("tap", "uri", "rtp://192.0.2.1:5000"),
        ),
        Way(
            "start_stream streaming media_stream",
            "'stream' begins to stream",
            with_member("stream", "url", "wss://example.com/stream"),
        ),
        Way(
            "agent ai_agent llm assistant bot chatbot gpt openai virtual_agent autopilot "
            "conversation swaig",
            "'ai' hands the call to an agent",
            agent("ai"),
        ),
        Way(
            "bedrock",
            "'amazon_bedrock' does that",
            agent("amazon_bedrock"),
        ),
        Way(
            "send_dtmf dtmf press play_digits play_dtmf digits",
            "'send_digits' sends digits",
            with_member("send_digits", "digits", "1234"),
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
            names_to_unset,
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
            with_member("pay", "payment_connector_url", "https://example.com/pay"),
        ),
        Way(
            "refer sip_transfer blind_transfer",
            "'sip_refer' does that",
            with_member("sip_refer", "to_uri", "sip:alice@example.com"),
        ),
        Way(
            "video video_room room",
            "'join_room' joins a video room",
            with_member("join_room", "name", "team"),
        ),
        Way(
            "fax fax_send",
            "'send_fax' sends a fax",
            with_member("send_fax", "document", "https://example.com/letter.pdf"),
        ),
        Way(
            "event send_event emit",
            "'user_event' sends an event",
            event,
        ),
    ),
    "messaging": (
        Way(
            "say speak play answer respond response message send send_message sms send_sms text",
            "'reply' answers with a message",
            with_member("reply", "body", "Hello."),
        ),
        Way(
            "redirect",
            "'transfer' goes on with other SWML",
            with_member("transfer", "dest", "https://example.com/next.swml"),
        ),
        Way(
            "http http_request webhook fetch api api_call",
            "'request' sends HTTP requests",
            with_member("request", "url", "https://example.com"),
        ),
        Way(
            "cond if condition case match",
            "'switch' runs steps by the value of a variable",
            by_value({"variable": "message.body", "case": {"stop": []}}, "messaging"),
        ),
        Way("jump go_to loop", "'goto' goes to a 'label'", with_member("goto", "label", "again")),
    ),
}

OF_ELSEWHERE = {
    "action": "the response of a function, whose actions are no steps",
    "response": "the response of a function, and 'play' speaks",
    "sections": "a document, and another section is run by 'execute' or 'transfer'",
}
"""Members of what is around steps, and of what functions answer."""


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
    if name in OF_ELSEWHERE:
        return f"{{value}} is not a verb: it belongs to {OF_ELSEWHERE[name]}.", None
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
        "voice": "say_voice",
        "language": "say_language",
        "gender": "say_gender",
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
