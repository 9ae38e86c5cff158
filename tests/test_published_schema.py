"""Whatever is built passes the schema in the vendor's SDK, or the schema is wrong there.

EXCEPTIONS lists where it is wrong, and why we think so. An exception makes of what the schema
refuses something that it takes, so that nothing else around it is excused. That schema has no verbs
for messages, so these are not asked here.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from strategies import right_values

from swaigctl.build.documents import document, step
from swaigctl.catalog.verbs import CALLING
from swaigctl.catalog.verbs.ai_functions import BEDROCK_OUTPUT, PARAMETER, SIMPLE_PARAMETER
from swaigctl.catalog.verbs.ai_functions import OUTPUT as OUTPUT_KIND
from swaigctl.catalog.verbs.ai_swaig import INTERNAL
from swaigctl.catalog.verbs.conferencing import result_of_conference
from swaigctl.findings import INFO, Finding
from swaigctl.model.kinds import Choice, Kind, Spelled, has_variable, is_variable
from swaigctl.model.shapes import ListOf, MapOf, Named
from swaigctl.model.steps import Step, Steps
from swaigctl.model.unions import OneOf
from swaigctl.model.walk import findings

pytestmark = pytest.mark.once

Place = tuple[str, ...]
"""The names that lead to a value from the verb, or from the last kind with a name of its own.

`*` stands for every item of a list and every name of a map.
"""

SCHEMA = json.loads((files("signalwire") / "schema.json").read_text(encoding="utf-8"))
REGISTRY: Registry[Any] = Registry().with_resource(SCHEMA["$id"], Resource.from_contents(SCHEMA))
DEFINITIONS = {
    next(iter(SCHEMA["$defs"][name]["required"])): name
    for each in SCHEMA["$defs"]["SWMLMethod"]["anyOf"]
    for name in (each["$ref"].rpartition("/")[2],)
}
"""The name in the schema of what each verb's step is."""

DROPPED = object()
"""In place of a member or an item that must go, because the schema has nothing like it."""

Instead = Callable[[Kind, Any], Any]


@dataclass(frozen=True)
class Excused:
    """Something that the schema refuses, and should not."""

    reason: str
    places: tuple[Place, ...]
    """Where; anywhere if there are none."""
    instead: Instead
    """What the schema takes in place of such a value; the same value if there is no need."""
    example: dict[str, Any]
    """A step that nothing else than this is to be excused in."""

    def mended(self, place: Place, kind: Kind, value: Any) -> Any:
        return self.instead(kind, value) if not self.places or place in self.places else value


def of(*names: str, under: tuple[str, ...] = ("",)) -> tuple[Place, ...]:
    """The places with these names, in each of the places that they are under."""
    return tuple(
        tuple(filter(None, f"{parent}.{name}".split("."))) for parent in under for name in names
    )


def dropped(kind: Kind, value: Any) -> Any:
    return DROPPED


def without(name: str) -> Instead:
    return lambda kind, value: {each: value[each] for each in value if each != name}


def fixed(instead: Any) -> Instead:
    return lambda kind, value: instead


def if_variable(instead: Any) -> Instead:
    return lambda kind, value: instead if is_variable(value) else value


def if_variable_inside(instead: Any) -> Instead:
    return lambda kind, value: instead if isinstance(value, str) and has_variable(value) else value


def or_none_of_them(kind: Kind, value: Any) -> Any:
    return value or []


def one_line(kind: Kind, value: Any) -> Any:
    return value.replace("\n", " ") if is_variable(value) else value


def one_of_them(kind: Kind, value: Any) -> Any:
    if isinstance(kind, ListOf) and kind.distinct and isinstance(kind.item, Choice):
        return list(kind.item.spellings[: len(value)])
    if isinstance(kind, Spelled) and isinstance(value, str) and has_variable(value):
        return kind.spellings[0]
    return value


def first_word(kind: Kind, value: Any) -> Any:
    return value.split(" ")[0] if isinstance(value, str) else value


def json_body(kind: Kind, value: Any) -> Any:
    return value if isinstance(value, (str, dict)) else json.dumps(value)


def number(kind: Kind, value: Any) -> Any:
    return value if is_variable(value) else int(value)


def boolean(kind: Kind, value: Any) -> Any:
    return {"true": True, "false": False}.get(str(value).strip().lower(), value)


def another_verb(verb: str) -> Instead:
    def instead(kind: Kind, value: Any) -> Any:
        is_it = isinstance(kind, Step) and isinstance(value, dict) and verb in value
        return {"denoise": {}} if is_it else value

    return instead


def pom_alone(kind: Kind, value: Any) -> Any:
    both = isinstance(value, dict) and "text" in value and "pom" in value
    return {name: each for name, each in value.items() if name != "text"} if both else value


def with_prompt(kind: Kind, value: Any) -> Any:
    return {"prompt": "Be kind.", **value}


def not_zero(kind: Kind, value: Any) -> Any:
    return value or 10000


def list_of_one(kind: Kind, value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def in_a_list(kind: Kind, value: Any) -> Any:
    return [{name: phrases} for name, phrases in value.items()]


def one_language(kind: Kind, value: Any) -> Any:
    phrases: list[Any] = next(iter(value.values()), [])
    flat = [" ".join(each) if isinstance(each, list) else each for each in phrases]
    return {"default": flat}


def with_text(kind: Kind, value: Any) -> Any:
    return {"response": "", **value}


def as_text(kind: Kind, value: Any) -> Any:
    return value if isinstance(value, str) else json.dumps(value)


def known_action(kind: Kind, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: each for name, each in value.items() if name in ACTIONS} or {"stop": True}


def one_action(kind: Kind, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    name = next((name for name in value if name in ACTIONS), None)
    return value if name is None else {name: value[name]}


def seconds(kind: Kind, value: Any) -> Any:
    if isinstance(value, dict):
        return {"timeout": seconds(kind, value.get("timeout", 300))}
    return 300 if isinstance(value, str) else value


def file(kind: Kind, value: Any) -> Any:
    return {"file": value} if isinstance(value, str) else value


def toggles(kind: Kind, value: Any) -> Any:
    return [{**each, "active": True} for each in value] if isinstance(value, list) else value


def switched(kind: Kind, value: Any) -> Any:
    known = value if isinstance(value, dict) else {}
    names = ("consolidate", "user_prompt")
    return {"system_prompt": "x", **{name: known[name] for name in names if name in known}}


def names(kind: Kind, value: Any) -> Any:
    return {} if isinstance(value, list) else value


def keywords(kind: Kind, value: Any) -> Any:
    """A schema with those keywords that the vendor's schema has for what it describes."""
    found = next((name for name in ("const", "oneOf", "anyOf", "allOf") if name in value), "")
    name = value.get("type", found)
    definition = SCHEMA["$defs"][f"{name[0].upper()}{name[1:]}Property"]
    known = {each: value[each] for each in value if each in definition["properties"]}
    return {"description": "x", **known} if "type" in value else known


def described(kind: Kind, value: Any) -> Any:
    return {"description": "x", **value}


OLDER = "The vendor's current schema has it: the SDK's copy is older."
FEWER_VARIABLES = (
    "A variable may stand for any number or boolean: the schema forgets it for a few of them."
)
BY_SDK = "The SDK's own builder writes it."
DESTINATIONS = (
    *("connect", "connect.serial.*", "connect.parallel.*", "connect.serial_parallel.*.*"),
)
URL, TO = "https://example.com/x", "+15551234567"
AGENT = {"text": "Be kind."}
ENGLISH = {"name": "English", "code": "en-US", "voice": "elevenlabs.josh"}
PROMPTS = (*("ai.prompt", "ai.post_prompt", "amazon_bedrock.prompt", "amazon_bedrock.post_prompt"),)
CONTEXT = "ai.prompt.contexts.*"


FUNCTION = "ai.SWAIG.functions.*"
FUNCTIONS = (FUNCTION, "amazon_bedrock.SWAIG.functions.*")
FILLERS = of(
    *(f"{CONTEXT}.enter_fillers", f"{CONTEXT}.exit_fillers"),
    f"{FUNCTION}.fillers",
    *(f"ai.SWAIG.internal_fillers.{name}" for name in INTERNAL),
)
OUTPUT = {"response": "Done."}
GATES = [{"question": "Is it raining?", "threshold": 0.5, "on_fail": "No."}]
RESPONSE_NAMES = ("response", "bedrock-response")
RESPONSES = of(*RESPONSE_NAMES)
ONE_ACTION = tuple(f"{name}.action{item}" for name in RESPONSE_NAMES for item in ("", ".*"))
AGENTS_ACTION = ("response.action", "response.action.*")
ACTIONS = {
    SCHEMA["$defs"][each["$ref"].rpartition("/")[2]]["required"][0]
    for each in SCHEMA["$defs"]["Action"]["anyOf"]
}


def agent(**members: Any) -> dict[str, Any]:
    return {"ai": {"prompt": AGENT, **members}}


def contexts(step: dict[str, Any], **members: Any) -> dict[str, Any]:
    context = {"steps": [{"name": "one", **AGENT, **step}], **members}
    return {"ai": {"prompt": {**AGENT, "contexts": {"default": context}}}}


def function(**members: Any) -> dict[str, Any]:
    return agent(SWAIG={"functions": [{"function": "f", "description": "Does it.", **members}]})


def action(**members: Any) -> dict[str, Any]:
    return function(data_map={"output": {**OUTPUT, "action": [members]}})


def parameters(**members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": members}


EXCEPTIONS: tuple[Excused, ...] = (
    Excused(
        "An expression in a variable may have several lines.",
        (),
        one_line,
        {"answer": {"max_duration": "${a\nb}"}},
    ),
    Excused(
        "A variable may stand anywhere in a text, so also where a few words are allowed.",
        (),
        one_of_them,
        {"hangup": {"reason": "${vars.reason}"}},
    ),
    *(
        Excused(OLDER, (), another_verb(verb), {verb: value})
        for verb, value in (
            ("stream", {"url": "wss://example.com"}),
            ("stop_stream", {}),
            ("transcribe", {}),
            ("transcribe_stop", {}),
        )
    ),
    Excused(
        f"{BY_SDK} No schema has the verb.",
        (),
        another_verb("execute_rpc"),
        {"execute_rpc": {"method": "dial"}},
    ),
    *(
        Excused(OLDER, of(name, under=DESTINATIONS), dropped, {"connect": {"to": to, name: value}})
        for name, to, value in (
            ("from_name", "sip:bob@example.com", "Bob"),
            ("name", "stream:wss://example.com", "x"),
            ("codec", "stream:wss://example.com", "PCMU"),
            ("realtime", "stream:wss://example.com", True),
            ("authorization_bearer_token", "stream:wss://example.com", "x"),
            ("custom_parameters", "stream:wss://example.com", {}),
        )
    ),
    Excused(
        OLDER,
        of("connect.status_url"),
        dropped,
        {"connect": {"to": "stream:wss://example.com", "status_url": URL}},
    ),
    Excused(
        OLDER,
        of("status_url_method", under=DESTINATIONS),
        dropped,
        {
            "connect": {
                "to": "stream:wss://example.com",
                "status_url": URL,
                "status_url_method": "GET",
            }
        },
    ),
    Excused(
        "A variable may stand anywhere in a text, also where a filter's name stands.",
        of("filter_from", "filter_to", under=("live_translate.action.start",)),
        if_variable_inside("polite"),
        {
            "live_translate": {
                "action": {
                    "start": {
                        "from_lang": "en",
                        "to_lang": "de",
                        "direction": ["remote-caller"],
                        "filter_to": "${vars.kind}: polite",
                    }
                }
            }
        },
    ),
    Excused(
        "A variable may stand for a URL: the schema's pattern for what pay plays forgets it.",
        of("pay.prompts.*.actions.*.phrase"),
        if_variable_inside(URL),
        {
            "pay": {
                "payment_connector_url": URL,
                "prompts": [
                    {
                        "for": "payment-completed",
                        "actions": [{"type": "Play", "phrase": "${vars.done}"}],
                    }
                ],
            }
        },
    ),
    Excused(
        "The reference of the action allows any object or list, so an empty one too.",
        of("conference-result"),
        or_none_of_them,
        {"join_conference": {"name": "x", "result": {}}},
    ),
    *(
        Excused(
            OLDER,
            of(f"join_conference.{name}"),
            dropped,
            {"join_conference": {"name": "x", name: value, **more}},
        )
        for name, value, more in (
            ("stream", {"url": "wss://example.com"}, {}),
            ("status_callback_event_type", "cxml", {"status_callback": URL}),
            (
                "recording_status_callback_event_type",
                "cxml",
                {"record": "record-from-start", "recording_status_callback": URL},
            ),
        )
    ),
    Excused(
        "Several events may be asked for, as words of one text. The schema has one word.",
        of("status_callback_event", "recording_status_callback_event", under=("join_conference",)),
        first_word,
        {
            "join_conference": {
                "name": "x",
                "status_callback": URL,
                "status_callback_event": "start end",
            }
        },
    ),
    Excused(
        OLDER,
        of("send_sms.status_callback"),
        dropped,
        {
            "send_sms": {
                "to_number": TO,
                "from_number": TO,
                "body": "Hi",
                "status_callback": URL,
            }
        },
    ),
    Excused(
        "The vendor's page has URLs and variables in one list, and a variable may begin a URL.",
        of("play.url", "play.urls.*", "prompt.play", "prompt.play.*"),
        if_variable_inside("say:Hi"),
        {"play": {"urls": ["${vars.greeting}", "say:Hi"]}},
    ),
    Excused(
        FEWER_VARIABLES,
        of("prompt.volume"),
        if_variable(0),
        {"prompt": {"play": "say:Hi", "volume": "${vars.volume}"}},
    ),
    Excused(
        "A request's body may be any JSON, as the engine's older schema says.",
        of("request.body"),
        json_body,
        {"request": {"url": URL, "method": "POST", "body": [1]}},
    ),
    Excused(
        f"{BY_SDK} Numbers of pay stand in texts there.",
        of("max_attempts", "min_postal_code_length", "timeout", under=("pay",)),
        number,
        {"pay": {"payment_connector_url": URL, "timeout": "5"}},
    ),
    Excused(
        f"{BY_SDK} Booleans of pay stand in texts there.",
        of("pay.security_code"),
        boolean,
        {"pay": {"payment_connector_url": URL, "security_code": "true"}},
    ),
    Excused(
        "The SDK and the vendor's pages have it.",
        of("barge_confidence", under=PROMPTS),
        dropped,
        {"ai": {"prompt": {**AGENT, "barge_confidence": 0.5}}},
    ),
    Excused(
        FEWER_VARIABLES,
        of("max_tokens", under=PROMPTS),
        if_variable(256),
        {"ai": {"prompt": {**AGENT, "max_tokens": "${vars.most}"}}},
    ),
    Excused(
        "Where text and pom are both given, pom is used, as the vendor's page shows.",
        of(*PROMPTS, CONTEXT, f"{CONTEXT}.steps.*"),
        pom_alone,
        {"ai": {"prompt": {**AGENT, "pom": [{"body": "Be kind."}]}}},
    ),
    Excused(
        OLDER,
        of("SWAIG.mcp_servers", under=("ai", "ai_sidecar")),
        dropped,
        agent(SWAIG={"mcp_servers": [{"url": URL}]}),
    ),
    *(
        Excused(
            "The vendor's guide to webhooks has it.",
            of(f"defaults.{name}", f"functions.*.{name}", under=("ai.SWAIG", "ai_sidecar.SWAIG")),
            dropped,
            agent(SWAIG={"defaults": {"web_hook_url": URL, name: "x"}}),
        )
        for name in ("web_hook_auth_user", "web_hook_auth_password")
    ),
    *(
        Excused(
            "The vendor's page on includes has it.",
            of(f"ai.SWAIG.includes.*.{name}"),
            dropped,
            agent(SWAIG={"includes": [{"url": URL, "functions": ["x"], name: "x"}]}),
        )
        for name in ("auth_user", "auth_password")
    ),
    *(
        Excused(
            OLDER,
            of(f"ai.languages.*.{name}"),
            dropped,
            agent(languages=[{**ENGLISH, name: value}]),
        )
        for name, value in (
            ("auto_emotion", True),
            ("auto_speed", True),
            ("turn_fillers", ["Well"]),
            ("pronounce", [{"replace": "a", "with": "b"}]),
        )
    ),
    *(
        Excused(
            OLDER,
            of(f"ai.languages.*.params.{name}"),
            dropped,
            agent(languages=[{**ENGLISH, "params": {name: value}}]),
        )
        for name, value in (
            ("speakingRate", 1),
            ("temperature", 1),
            ("speed", 1),
            ("vol", 1),
            ("pitch", 0),
            ("emotion", "happy"),
        )
    ),
    Excused(
        OLDER,
        of("ai.languages.*.code"),
        fixed("en-US"),
        agent(languages=[{**ENGLISH, "code": ["en-US", "de-DE"]}]),
    ),
    Excused(
        FEWER_VARIABLES,
        of("ai.multilingual.min_switch_words"),
        if_variable(2),
        agent(multilingual={"languages": [{"language": "en"}], "min_switch_words": "${vars.n}"}),
    ),
    Excused(
        "The sidecar may do without a prompt, as its page says.",
        of("ai_sidecar"),
        with_prompt,
        {"ai_sidecar": {"lang": "en-US"}},
    ),
    Excused(
        "The schema's pattern for times refuses the variables that it allows beside it.",
        of("ai.params.hard_stop_time", "amazon_bedrock.params.hard_stop_time"),
        if_variable("1h"),
        agent(params={"hard_stop_time": "${vars.longest}"}),
    ),
    Excused(
        "The vendor's page says that 0 switches it off.",
        of("amazon_bedrock.params.inactivity_timeout"),
        not_zero,
        {"amazon_bedrock": {"prompt": AGENT, "params": {"inactivity_timeout": 0}}},
    ),
    Excused(
        f"{BY_SDK} The schema has only names of functions.",
        of(f"{CONTEXT}.steps.*.functions"),
        list_of_one,
        contexts({"functions": "none"}),
    ),
    *(
        Excused(BY_SDK, of(f"{CONTEXT}.steps.*.{name}"), dropped, contexts({name: value}))
        for name, value in (
            ("skip_to_next_step", True),
            ("history", "keep"),
            ("reset", {"consolidate": True}),
            ("gather_info", {"questions": []}),
        )
    ),
    *(
        Excused(BY_SDK, of(f"{CONTEXT}.{name}"), dropped, contexts({}, **{name: value}))
        for name, value in (
            ("prompt", "Be kind."),
            ("post_prompt", "Sum up."),
            ("initial_step", "one"),
            ("valid_steps", ["one"]),
            ("valid_contexts", ["default"]),
            ("history", "keep"),
            ("system_prompt", "Be kind."),
            ("user_prompt", "Hi"),
            ("consolidate", True),
            ("full_reset", True),
        )
    ),
    Excused(
        FEWER_VARIABLES,
        of(f"{CONTEXT}.isolated", f"{CONTEXT}.steps.*.end"),
        if_variable(True),
        contexts({"end": "${vars.over}"}),
    ),
    Excused(
        "Fillers may have any languages, and several. The schema has one, of a list of its own.",
        FILLERS,
        one_language,
        function(fillers={"en-US": ["Well"], "de-DE": ["Tja"]}),
    ),
    Excused(
        "Fillers of a context are one object, which the SDK's copy has in a list.",
        of("enter_fillers", "exit_fillers", under=(CONTEXT,)),
        in_a_list,
        contexts({}, enter_fillers={"en-US": ["Well"]}),
    ),
    Excused(
        OLDER,
        of("ai.SWAIG.internal_fillers.pause_conversation"),
        dropped,
        agent(SWAIG={"internal_fillers": {"pause_conversation": {"en-US": ["Well"]}}}),
    ),
    *(
        Excused(
            BY_SDK, of(f"{FUNCTION}.{name}"), dropped, function(**{"gates": GATES, name: value})
        )
        for name, value in (("gates", GATES), ("gate_fillers", {"en-US": ["Well"]}))
    ),
    Excused(
        BY_SDK,
        of("data_map.error_keys", "data_map.webhooks.*.form_param", under=FUNCTIONS),
        dropped,
        function(data_map={"output": OUTPUT, "error_keys": "error"}),
    ),
    Excused(
        BY_SDK,
        of("data_map.expressions.*", "data_map.webhooks.*.expressions.*", under=FUNCTIONS),
        without("nomatch-output"),
        function(
            data_map={
                "expressions": [
                    {"string": "x", "pattern": "x", "output": OUTPUT, "nomatch-output": OUTPUT}
                ]
            }
        ),
    ),
    Excused(
        "An answer may do without a text.",
        RESPONSES,
        with_text,
        function(data_map={"output": {"action": []}}),
    ),
    Excused(
        OLDER,
        of("response.response"),
        as_text,
        function(data_map={"output": {"response": {"tool_result": "x"}}}),
    ),
    Excused(
        OLDER,
        of("post_process", under=RESPONSE_NAMES),
        dropped,
        function(data_map={"output": {**OUTPUT, "post_process": True}}),
    ),
    *(
        Excused(reason, of(name, under=AGENTS_ACTION), instead, action(**{name: value}))
        for name, instead, value, reason in (
            *(
                (name, fixed(True), {}, "It does not matter what stands behind such an action.")
                for name in ("hangup", "stop", "stop_playback_bg")
            ),
            ("hold", seconds, "5m", "The engine's own table of actions has times as text."),
            ("playback_bg", file, "x.mp3", "The engine takes the file alone."),
            ("toggle_functions", toggles, [{"function": "f"}], "The engine needs no active."),
            (
                "context_switch",
                switched,
                {"full_reset": True},
                "The engine needs no new prompt, and takes more.",
            ),
        )
    ),
    *(
        Excused(
            "The engine takes a list of names, too.",
            of(name, under=ONE_ACTION),
            names,
            action(**{name: ["x"]}),
        )
        for name in ("unset_global_data", "unset_meta_data")
    ),
    Excused(
        "Which keywords of JSON Schema the platform takes is not known: they may stand anywhere.",
        of("function-parameter", "simple-function-parameter"),
        keywords,
        function(parameters=parameters(a={"type": "boolean", "enum": [True]})),
    ),
    Excused(
        "A function of the sidecar may do without a description.",
        of("ai_sidecar.SWAIG.functions.*"),
        described,
        {
            "ai_sidecar": {
                "prompt": "Be kind.",
                "lang": "en",
                "SWAIG": {"functions": [{"function": "f"}]},
            }
        },
    ),
    *(
        Excused(
            "The vendor's page has numbers, too.",
            of(f"ai.params.{name}"),
            fixed(True),
            agent(params={name: 3}),
        )
        for name in ("acknowledge_interruptions", "interrupt_on_noise")
    ),
    Excused(
        "The platform has more actions than the schema.",
        of("action", "action.*", under=RESPONSE_NAMES),
        known_action,
        function(data_map={"output": {**OUTPUT, "action": [{"wait_for_user": True}]}}),
    ),
    Excused(
        "An object may have several actions, and transfer beside SWML.",
        of("action", "action.*", under=RESPONSE_NAMES),
        one_action,
        function(data_map={"output": {**OUTPUT, "action": [{"say": "Hi", "stop": True}]}}),
    ),
    Excused(
        "One action may stand without a list.",
        of("action", under=RESPONSE_NAMES),
        list_of_one,
        function(data_map={"output": {**OUTPUT, "action": {"say": "Hi"}}}),
    ),
)


def mended(
    kind: Kind, value: Any, exceptions: tuple[Excused, ...] = EXCEPTIONS, place: Place = ()
) -> Any:
    """The value with what the schema takes in place of what it is wrong about."""
    if isinstance(kind, Named):
        place = (kind.name,)
    kind = kind.chosen(value)
    if isinstance(kind, Step):
        place = ()
    parts = list(kind.parts(value)) if isinstance(value, (dict, list)) else []
    if parts:
        every = not isinstance(value, dict) or isinstance(kind, MapOf)
        value = value.copy()
        for at, inner, member in reversed(parts):
            name = "*" if every else str(at)
            value[at] = mended(inner, member, exceptions, (*place, name))
            if value[at] is DROPPED:
                del value[at]
    for each in exceptions:
        if value is not DROPPED:
            value = each.mended(place, kind, value)
    return value


@cache
def validator(verb: str) -> Draft202012Validator:
    """What the schema says of steps of this verb; of whole documents, if there is no verb."""
    reference = f"{SCHEMA['$id']}#/$defs/{DEFINITIONS[verb]}" if verb else SCHEMA["$id"]
    return Draft202012Validator({"$ref": reference}, registry=REGISTRY)


BETTER = {
    "url-not-absolute": "https://example.com/x",
    "unknown-destination": "+15551234567",
    "not-a-sip-uri": "sip:bob@example.com",
    "unknown-codec": "PCMU",
}
"""What is written in place of a value with such a warning, which has nothing to do with schemas."""


def warnings(kind: Kind, value: Any) -> list[Finding]:
    return [each for each in findings(kind, value) if each.severity != INFO]


def unwarned(kind: Kind, value: Any) -> Any:
    """The value without what draws a warning, so far as that can be left out."""
    for _ in range(6):
        for finding in reversed(warnings(kind, value)):
            correct(value, finding)
    assume(not warnings(kind, value))
    return value


def correct(value: Any, finding: Finding) -> None:
    """Change in the value what is found, or leave it out."""
    *way, last = finding.path or ("",)
    try:
        inside = reduce(lambda outer, name: outer[name], way, value)
        if finding.code in BETTER:
            inside[last] = BETTER[finding.code]
        else:
            del inside[last]
    except (LookupError, TypeError):
        assume(False)


PARTS = {
    "ai": (
        *(("SWAIG", "functions"), ("SWAIG", "functions", "data_map", "output"), ("languages",)),
        *(("SWAIG", "functions", "data_map"), ("prompt", "contexts"), ("SWAIG",), ("params",)),
        ("SWAIG", "functions", "parameters"),
    ),
    "amazon_bedrock": (("SWAIG", "functions"), ("SWAIG", "functions", "data_map"), ("params",)),
    "ai_sidecar": (("SWAIG", "functions"), ("params",)),
}
"""What is deep inside, and would be there too seldom if it was left to chance."""

LEAST = {"function": "f", "description": "Does it.", "prompt": {"text": "Be kind."}, "lang": "en"}


def values_of(kind: Kind, way: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Right values that contain what lies on this way."""
    kind = kind.kind() if isinstance(kind, Named) else kind
    if not way:
        return right_values(kind, odd=False, depth=3)
    if isinstance(kind, ListOf):
        return values_of(kind.item, way).map(lambda item: [item])
    name = way[0]
    least = {each.name: LEAST[each.name] for each in kind.fields if each.name in LEAST}
    inside = values_of(next(each.kind for each in kind.fields if each.name == name), way[1:])
    return inside.map(lambda value: {**least, name: value})


@cache
def steps(verb: str) -> st.SearchStrategy[dict[str, Any]]:
    """Steps of the verb, as they are built from right values, that draw no warning."""
    known = CALLING.named(verb)

    def built(value: Any) -> dict[str, Any]:
        content = json.loads(json.dumps(step(known, value)[verb]))
        return step(known, unwarned(known.kind, content))

    whole = right_values(known.kind, odd=False)
    return st.one_of(whole, *(values_of(known.kind, way) for way in PARTS.get(verb, ()))).map(built)


def takes(verb: str, written: dict[str, Any]) -> None:
    """Hold that the schema takes it."""
    error = best_match(validator(verb).iter_errors(written))
    assert error is None, f"{error.json_path}: {error.message}"


@pytest.mark.parametrize("verb", DEFINITIONS)
@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_steps_pass_the_schema(verb: str, data: st.DataObject) -> None:
    takes(verb, mended(Step(CALLING), data.draw(steps(verb))))


@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.dictionaries(
        st.text(min_size=1),
        st.lists(st.sampled_from(CALLING.names()).flatmap(steps), max_size=3),
        max_size=2,
    )
)
def test_documents_pass_the_schema(sections: dict[str, list[dict[str, Any]]]) -> None:
    kind = Steps(CALLING)
    takes(
        "", document({name: mended(kind, each) for name, each in {"main": [], **sections}.items()})
    )


RIGHT = [
    path
    for path in sorted((Path(__file__).parent / "verbs").glob("*/*.json"))
    if not path.with_suffix(".findings").read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_right_steps_pass_the_schema(path: Path) -> None:
    ((verb, value),) = json.loads(path.read_text(encoding="utf-8")).items()
    built = step(CALLING.named(verb), value)
    takes("", document({"main": mended(Steps(CALLING), [built])}))


@pytest.mark.parametrize("excused", EXCEPTIONS, ids=lambda each: json.dumps(each.example)[:70])
def test_every_exception_is_needed(excused: Excused) -> None:
    kind = Steps(CALLING)
    ((verb, value),) = excused.example.items()
    known = CALLING.named(verb)
    assert warnings(known.kind, value) == []
    built = [step(known, value)]
    others = tuple(each for each in EXCEPTIONS if each is not excused)
    assert not validator("").is_valid(document({"main": mended(kind, built, others)}))
    takes("", document({"main": mended(kind, built)}))


def there_is(kind: Kind, names: Place) -> bool:
    """Whether the catalog describes something at the end of these names."""
    if isinstance(kind, Named):
        return not names or there_is(kind.kind(), names)
    if isinstance(kind, OneOf):
        return any(there_is(each, names) for each in kind.branches)
    if not names:
        return True
    if names[0] == "*":
        item = getattr(kind, "item", None)
        return item is not None and there_is(item, names[1:])
    return any(there_is(each.kind, names[1:]) for each in kind.fields if each.name == names[0])


NAMED = {
    "conference-result": result_of_conference,
    "function-parameter": PARAMETER.kind,
    "simple-function-parameter": SIMPLE_PARAMETER.kind,
    "response": OUTPUT_KIND.kind,
    "bedrock-response": BEDROCK_OUTPUT.kind,
}
"""What some places begin with in place of a verb."""


@pytest.mark.parametrize(
    "place", sorted({place for excused in EXCEPTIONS for place in excused.places}), ids=".".join
)
def test_exceptions_are_about_what_there_is(place: Place) -> None:
    kind = NAMED[place[0]]() if place[0] in NAMED else CALLING.value_of(place[0])
    assert there_is(kind, place[1:])


def test_only_excused_verbs_are_not_in_the_schema() -> None:
    missing = set(CALLING.names()) - set(DEFINITIONS)
    assert missing == {"stream", "stop_stream", "transcribe", "transcribe_stop", "execute_rpc"}
    assert set(DEFINITIONS) <= set(CALLING.names())
