"""What actions are called elsewhere, and which action is meant by a name that is none.

Elsewhere are older names, other products, and everyday words. Names of verbs have their own table,
`swaigctl.catalog.verbs.instead`. Imported only where a name is unknown.
"""

from swaigctl.catalog import SWML_KEY, SWML_METHOD, method_called, names_of
from swaigctl.catalog.index import ACTIONS, KEYS
from swaigctl.findings import Finding

WORDS = {
    "connect": "dial call forward bridge phone call_number dial_number make_call phone_call "
    "connect_call forward_call call_forward outbound_call",
    "swml_transfer": "redirect handoff hand_off",
    "sip_refer": "refer sip_transfer blind_transfer",
    "execute_swml": "document swml_document run_swml",
    "hangup": "end_call disconnect terminate hang_up end bye goodbye quit exit finish drop "
    "end_conversation close_call terminate_call stop_call",
    "hold": "put_on_hold place_on_hold on_hold hold_call",
    "rpc_ai_unhold": "unhold off_hold take_off_hold unhold_call stop_hold end_hold resume "
    "resume_call",
    "wait_for_user": "wait wait_for_input wait_for_caller",
    "stop": "stop_agent stop_ai end_agent end_ai stop_conversation",
    "join_conference": "conference conf create_conference start_conference conference_call",
    "join_room": "room video video_room join_video_room",
    "swml_change_step": "step goto_step go_to_step next_step set_step",
    "swml_change_context": "context goto_context go_to_context set_context",
    "switch_context": "change_prompt set_prompt",
    "replace_in_history": "replace_history",
    "toggle_functions": "functions enable_functions disable_functions enable_function "
    "disable_function",
    "enable_functions_on_timeout": "functions_on_timeout",
    "update_settings": "set_settings change_settings",
    "update_global_data": "global_data set_data add_global_data update_data",
    "remove_global_data": "unset_data remove_data delete_data clear_data",
    "set_metadata": "meta_data metadata update_metadata update_meta_data add_metadata "
    "add_meta_data",
    "remove_metadata": "unset_metadata remove_meta_data delete_metadata delete_meta_data "
    "clear_metadata clear_meta_data",
    "play_background_file": "background_file play_bg play_background background_music "
    "background_audio play_music music start_background_file",
    "stop_background_file": "stop_bg stop_background stop_background_music "
    "stop_background_audio stop_music stop_playback end_background_file",
    "record_call": "record start_record start_recording start_record_call record_start recording "
    "call_recording",
    "stop_record_call": "stop_record stop_recording record_stop recording_stop end_recording "
    "end_record_call",
    "tap": "start_tap tap_call",
    "stop_tap": "end_tap untap tap_stop",
    "send_sms": "sms text message send_message send_text text_message send_text_message mms "
    "send_mms",
    "user_event": "event send_event emit",
    "pay": "payment charge take_payment collect_payment",
    "execute_rpc": "rpc run_rpc call_rpc",
    "rpc_dial": "originate place_call create_call",
    "rpc_ai_message": "ai_message",
    "say": "speak tts talk text_to_speech announce say_text greet",
    "change_voice": "voice set_voice",
    "add_dynamic_hints": "hints dynamic_hints add_hints set_hints",
    "clear_dynamic_hints": "clear_hints remove_hints delete_hints unset_hints",
    "simulate_user_input": "input",
}
"""What each action is called elsewhere."""

PARAMETERS = {
    "say": {"text": "message speech say content words sentence"},
    "connect": {"destination": "sip number phone"},
    "swml_transfer": {"dest": "to url destination", "ai_response": "response say text message"},
    "sip_refer": {"to_uri": "to uri destination dest sip"},
    "execute_swml": {"swml_content": "document swml content file"},
    "hold": {"timeout": "seconds duration time wait", "prompt": "say text message"},
    "wait_for_user": {"timeout": "seconds duration time"},
    "join_conference": {"name": "room conference conference_name"},
    "join_room": {"name": "room room_name"},
    "swml_change_step": {"step_name": "step name to"},
    "swml_change_context": {"context_name": "context name to"},
    "switch_context": {"system_prompt": "system prompt instructions text"},
    "replace_in_history": {"text": "message say content summary"},
    "toggle_functions": {"function_toggles": "functions toggles"},
    "enable_functions_on_timeout": {"enabled": "enable on value active"},
    "enable_extensive_data": {"enabled": "enable on value active"},
    "back_to_back_functions": {"enabled": "enable on value active"},
    "update_global_data": {"data": "global_data values set"},
    "set_metadata": {"data": "metadata meta_data values set"},
    "remove_global_data": {"keys": "key names name data"},
    "remove_metadata": {"keys": "key names name data"},
    "play_background_file": {"filename": "file url audio path src"},
    "send_sms": {"body": "text message content", "to_number": "to", "from_number": "from"},
    "swml_user_event": {"event_data": "event data"},
    "user_event": {"event": "data event_data"},
    "rpc_dial": {"to_number": "to number phone", "from_number": "from caller_id"},
    "rpc_ai_message": {"message_text": "message text say body"},
    "change_voice": {"voice": "name"},
    "add_dynamic_hints": {"hints": "hint words word"},
    "set_end_of_speech_timeout": {"milliseconds": "timeout ms duration time"},
    "set_speech_event_timeout": {"milliseconds": "timeout ms duration time"},
    "simulate_user_input": {"text": "input message say"},
}
"""By method: what its parameters are called elsewhere."""

TURNED = {
    ("toggle_functions", "enable"): ("function_toggles", "{value}=true"),
    ("toggle_functions", "disable"): ("function_toggles", "{value}=false"),
}
"""Guessed parameters whose value becomes another one."""


def parameter_meant(method: str, name: str) -> "list[tuple[str, str]]":
    """The parameters that a guessed one of an action may be, and what its value becomes."""
    turned = TURNED.get((method, name))
    if turned is not None:
        return [turned]
    words = PARAMETERS.get(method, {})
    return [(meant, "{value}") for meant, names in words.items() if name in names.split()]


METHODS = {word: method for method, words in WORDS.items() for word in words.split()}


def folded(word: str) -> str:
    """A name in snake_case, whichever way it is spelled: `endCall`, `end-call`, `END_CALL`."""
    word = word.strip().replace("-", "_").replace(" ", "_")
    if word.isupper():
        return word.lower()
    return "".join(f"_{each.lower()}" if each.isupper() else each for each in word).lstrip("_")


def methods_meant() -> "dict[str, str]":
    """By every name that there is for an action, in any input: its method."""
    return {name: method for method in ACTIONS for name in names_of(method)}


def method_meant(word: str) -> "str | None":
    """The method that a word was meant for which names none: by its meaning, else by likeness."""
    return method_by_meaning(word) or method_by_likeness(word)


def method_by_meaning(word: str) -> "str | None":
    """The method that does what something of another name does elsewhere."""
    plain = folded(word[:60])
    return METHODS.get(plain) or method_called(plain)


def method_by_likeness(word: str) -> "str | None":
    """The method one of whose names a word is like."""
    from swaigctl.findings.messages import nearest

    methods = methods_meant()
    near = nearest(word, tuple(methods))
    return None if near is None else methods[near]


def action_meant(finding: Finding) -> "str | None":
    """The action that was probably meant, spelled as what would be allowed."""
    method = method_meant(str(finding.value))
    if method is None:
        return None
    command = method.replace("_", "-")
    allowed = finding.allowed
    return command if isinstance(allowed, tuple) and command in allowed else method


def unknown_action(word: str, allowed: "tuple[str, ...]") -> Finding:
    """What to say of a name that is no action's."""
    from swaigctl.catalog.verbs import CALLING

    if CALLING.called(word) is not None:
        sentence = "{value} is a verb of SWML documents, and not an action."
        method = method_by_meaning(word)
        return Finding("unknown-action", sentence, value=word, allowed=allowed, suggestion=method)
    sentence = "{value} is not an action."
    return Finding("unknown-action", sentence, value=word, allowed=allowed, suggestion=action_meant)


def other_keys() -> "dict[str, str]":
    """By what an action is called elsewhere, and by its method: what a response has it called."""
    keys = {method: key for key, method in KEYS.items()} | {SWML_METHOD: SWML_KEY}
    names = {method: method for method in keys} | METHODS
    return {
        name: keys[method] for name, method in names.items() if method in keys and name not in KEYS
    }


OTHER_KEYS = other_keys()


def key_meant(name: str) -> "str | None":
    """What a response has the action called that has another name elsewhere; None if none has."""
    return OTHER_KEYS.get(name) or OTHER_KEYS.get(folded(name[:60]))
