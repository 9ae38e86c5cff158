"""`swaigctl schema`: what is built is valid in every form, what is refused is invalid."""

import copy
import json
import re
import shlex
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import run_here, run_program
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from strategies import mostly, params, right_values
from test_examples import EXAMPLES, arguments_in, expected_by, name_of

from swaigctl import FunctionResult
from swaigctl.build.calls import Call, response_object
from swaigctl.catalog import action_named, every_action
from swaigctl.catalog.response_kinds import RESPONSE
from swaigctl.catalog.verbs import CALLING, MESSAGING
from swaigctl.cli.flags import ActionFlags, FlagReading, read_flags
from swaigctl.model import forms, kinds, shapes, steps, unions
from swaigctl.model.entries import Action
from swaigctl.model.kinds import Kind
from swaigctl.model.walk import findings, visits
from swaigctl.schema.actions import action_schema, params_schema, response_schema
from swaigctl.schema.definitions import Definitions
from swaigctl.schema.dialects import in_draft_7
from swaigctl.schema.documents import document_schema
from swaigctl.schema.kinds import given as schema_given
from swaigctl.schema.kinds import or_null, own
from swaigctl.schema.plans import plan_schema

pytestmark = pytest.mark.once

ACTIONS = every_action()
UNCHECKED = {"add_action", "execute_swml"}
"""What they pass on may contradict what the catalog says of other actions."""

MORE_IS_REFUSED = {"connect", "execute_swml", "join_room", "sip_refer"}
"""The command line refuses more than the schema: what is wrong in steps, or in a room's name."""

each_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)

Validator = Draft202012Validator


@cache
def params_validator(name: str) -> Validator:
    return Validator(params_schema(action_named(name)))


@cache
def action_validator(name: str) -> Validator:
    return Validator(action_schema(action_named(name) if name else None))


@cache
def response_validator(name: str) -> Validator:
    return Validator(response_schema(action_named(name) if name else None))


def all_schemas() -> Iterator[dict[str, Any]]:
    yield plan_schema()
    yield from schemas_of_actions()
    yield action_schema(None)
    yield response_schema(None)
    for flavour in (CALLING, MESSAGING):
        yield document_schema(flavour)


def schemas_of_actions() -> Iterator[dict[str, Any]]:
    for action in ACTIONS:
        yield params_schema(action)
        yield action_schema(action)
        yield response_schema(action)


def built(action: Action, given: dict[str, Any]) -> dict[str, Any] | None:
    """The values that the command line reads from `--params`; None if it refuses them."""
    reading = FlagReading()
    values = reading.action_values(action, {}, copy.deepcopy(given))
    return None if reading.findings else values


def holds_a_document(value: object) -> bool:
    """Text that is meant to be a document is checked as one, which no JSON Schema can do."""
    if isinstance(value, dict):
        return any(map(holds_a_document, value.values()))
    return isinstance(value, str) and shapes.is_like_a_document(value)


SCHEMAS = {schema["$id"]: schema for schema in all_schemas()}

each_schema = pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)


@each_schema
def test_schema_is_one(schema: dict[str, Any]) -> None:
    Validator.check_schema(schema)
    assert schema["$schema"] == Validator.META_SCHEMA["$id"]
    assert re.fullmatch(r"urn:swaigctl:[a-z:-]+", schema["$id"])
    assert re.fullmatch(r"[A-Z][A-Za-z]+", schema["title"])
    text = json.dumps(schema)
    references = re.findall(r'"\$ref": "#/\$defs/([^"]+)"', text)
    assert set(references) == set(schema.get("$defs", {}))
    assert text.count('"$ref"') == len(references)


@each_schema
def test_draft_7_of_every_schema(schema: dict[str, Any]) -> None:
    older = in_draft_7(schema)
    Draft7Validator.check_schema(older)
    assert older["$schema"] == Draft7Validator.META_SCHEMA["$id"]
    text = json.dumps(older)
    references = re.findall(r'"\$ref": "#/definitions/([^"]+)"', text)
    assert set(references) == set(older.get("definitions", {}))
    assert text.count('"$ref"') == len(references)
    assert not re.search(r'"(?:\$defs|prefixItems|dependentRequired|unevaluated\w+)":', text)


def test_every_schema_has_its_own_id_and_title() -> None:
    schemas = list(all_schemas())
    assert len(SCHEMAS) == len(schemas) == 3 * len(ACTIONS) + 5
    assert len({schema["title"] for schema in schemas}) == len(schemas)
    assert not SCHEMAS.keys() & {in_draft_7(schema)["$id"] for schema in schemas}


def parts(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield json.dumps(schema)
    if isinstance(schema, (dict, list)):
        for member in schema.values() if isinstance(schema, dict) else schema:
            yield from parts(member)


@pytest.mark.parametrize("schema", schemas_of_actions(), ids=lambda schema: schema["$id"])
def test_nothing_is_written_twice(schema: dict[str, Any]) -> None:
    if "Step" in schema.get("$defs", {}):
        return  # verbs have many members in common: see below
    twice = {part: n for part, n in Counter(parts(schema)).items() if n > 1 and len(part) > 100}
    assert not twice


@each_schema
def test_no_object_is_written_twice(schema: dict[str, Any]) -> None:
    """Each is a type by itself, which nobody wants twice."""
    objects = (json.loads(part) for part in parts(schema.get("$defs", {})))
    described = [
        json.dumps({**each, "title": ""})
        for each in objects
        if each.get("type") == "object" and not isinstance(each.get("additionalProperties"), dict)
    ]
    long = [each for each in described if len(each) > 200 and '"properties"' in each]
    assert len(set(long)) == len(long)


def test_patterns_are_for_every_dialect() -> None:
    for schema in SCHEMAS.values():
        for pattern in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(schema)):
            assert not re.search(r"\(\?[^:]|\\[^sSn.+${}|/\[\]]", json.loads(pattern)), pattern


@each_action
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_params_schema_agrees_with_the_command_line(action: Action, data: st.DataObject) -> None:
    given = data.draw(params(action))
    assume(not holds_a_document(given))
    valid = params_validator(action.name).is_valid(given)
    is_built = built(action, given) is not None
    assert valid >= is_built if action.name in MORE_IS_REFUSED else valid == is_built


NAMED_KINDS = [
    *{
        id(each.kind): each.kind
        for action in ACTIONS
        for each in action.all_parameters
        if not any(isinstance(kind, steps.Step) for _, kind, _ in visits(each.kind, kinds.EVERY))
        and not isinstance(each.kind, shapes.Named)
    }.values(),
    kinds.Choice("a", "b"),
    forms.PHONE_NUMBER,
    forms.AMOUNT,
    forms.Url("rtp", "ws", "wss"),
    kinds.Words("in-progress", "in"),
    kinds.Text(blank=False),
    kinds.Number(-1, 1),
    kinds.Integer(1, 9, variable=True),
    kinds.Boolean(variable=True),
    kinds.Constant("x"),
    shapes.ListOf(kinds.Integer(), at_least=1, at_most=2, distinct=True),
    shapes.MapOf(kinds.Text(), required=("a",)),
    shapes.Sequence(kinds.Text(), kinds.Boolean()),
]


@pytest.mark.parametrize("kind", NAMED_KINDS, ids=lambda kind: type(kind).__name__)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_schema_of_a_kind_agrees_with_its_check(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(mostly(right_values(kind)))
    assume(not holds_a_document(value))
    definitions = Definitions()
    schema = {**schema_given(kind, definitions), "$defs": definitions}
    wrong = [finding for finding in findings(kind, value) if finding.is_error]
    assert Validator(schema).is_valid(value) == (not wrong)


def test_every_kind_has_a_schema() -> None:
    everywhere = {
        **vars(kinds),
        **vars(forms),
        **vars(shapes),
        **vars(unions),
        **vars(steps),
    }.values()
    without = (Kind, kinds.Spelled, shapes.Bare)  # an object has what its bare form is
    for kind in everywhere:
        if isinstance(kind, type) and issubclass(kind, Kind) and kind not in without:
            assert own.dispatch(kind) is not own.dispatch(Kind), kind


@each_action
@settings(max_examples=6, deadline=None)
@given(st.data())
def test_what_is_built_is_valid(action: Action, data: st.DataObject) -> None:
    values = built(action, data.draw(params(action, odd=False)))
    assume(values is not None)
    assert values is not None
    transfer = data.draw(st.sampled_from([None, True, False]))
    if action.main in values:
        only_main = {action.main: values[action.main]}
        check_wire(action, only_main, "simplified", transfer)
    for form in ("auto", "full", "expanded"):
        check_wire(action, values, form, transfer)


def check_wire(action: Action, values: dict[str, Any], form: str, transfer: bool | None) -> None:
    """What is built of these values is valid by itself, in its response, and in any."""
    call = Call(action, values, {"form": form, "transfer": transfer})
    wired = call.wired()
    action_validator(action.name).validate(wired)
    if action.place.is_part:
        return
    prompt = call.prompt()
    response = response_object(prompt or "Hi", [wired], post_process=prompt is not None)
    response_validator(action.name).validate(response)
    agree_on(action, response)


def agree_on(action: Action, response: Any) -> None:
    """The schema of any response, and what is found in one: a verb may have limits of its own."""
    right = not any(each.is_error for each in findings(RESPONSE, response))
    valid = response_validator("").is_valid(response)
    assert action_validator("").is_valid(response["action"][0]) == valid
    # What is inside a misspelt name, or a room's name, is more than a schema can say.
    assert valid == right or (valid and action.name in (*UNCHECKED, "join_room"))


def broken(value: Any) -> Iterator[Any]:
    """The value with one thing in it spoilt, at each place in turn."""
    if isinstance(value, dict):
        yield {**value, "no-such-name": 1}
        for name, member in value.items():
            yield from ({**value, name: spoilt} for spoilt in broken(member))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from ([*value[:index], spoilt, *value[index + 1 :]] for spoilt in broken(item))
    yield 7.5 if not isinstance(value, (int, float)) or isinstance(value, bool) else "x"


def said_with(action: Action) -> dict[str, Any]:
    """The parameters of the action's last example."""
    arguments = shlex.split(action.examples[-1].arguments)
    its = ActionFlags(action)
    read_flags(arguments, 1, [its])
    given = its.given
    return FlagReading().action_values(action, given, None)


@each_action
def test_params_schema_refuses_what_is_broken(action: Action) -> None:
    validator = params_validator(action.name)
    values = said_with(action)
    validator.validate(values)
    for spoilt in broken(values):
        is_built = isinstance(spoilt, dict) and built(action, spoilt) is not None
        valid = validator.is_valid(spoilt)
        assert valid >= is_built if action.name in MORE_IS_REFUSED else valid == is_built
    for parameter in action.parameters:
        if parameter.required and parameter.name in values:
            rest = {name: value for name, value in values.items() if name != parameter.name}
            assert not validator.is_valid(rest)


@each_action
def test_action_schema_refuses_what_is_broken(action: Action) -> None:
    """Nothing may be spoilt but what is inside a value of any kind."""
    if action.name in UNCHECKED:
        return
    validator = action_validator(action.name)
    wired = Call(action, said_with(action), {"form": "auto"}).wired()
    validator.validate(wired)
    anywhere = [spoilt for spoilt in broken(wired) if validator.is_valid(spoilt)]
    free = [each for each in action.parameters if type(each.kind) is shapes.Json]
    free += [each for each in action.parameters if getattr(each.kind, "open", False)]
    if not free:
        assert anywhere == []
    if not action.place.is_part:
        assert not validator.is_valid({})


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_every_example_is_valid(path: Path) -> None:
    arguments = arguments_in(path)
    action = action_named(arguments[0].replace("-", "_"))
    if "--diff" in arguments:
        return
    if "yaml" in arguments:
        arguments[arguments.index("yaml")] = "json"
        document = json.loads(run_here(arguments).out)
    else:
        document = json.loads(expected_by(path))
    if "verb" in arguments:
        document = {"version": "1.0.0", "sections": {"main": [document]}}
    if "verb" in arguments or "swml" in arguments:
        document = {"SWML": document}
    responses = [response_validator(action.name)]
    if "response" in arguments:
        assert arguments[arguments.index("response") - 1] == "--as"
    else:
        action_validator(action.name).validate(document)
        document = {"action": [document]}
    if not action.place.is_part:
        for validator in responses:
            validator.validate(document)
        agree_on(action, document)


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("send_sms", {"to_number": "+15551234567", "from_number": "+15559876543", "media": []}),
        ("rpc_ai_message", {"method": "ai_message", "call_id": "x"}),
        ("rpc_ai_message", {"method": "ai_message", "call_id": "x", "params": {"role": "user"}}),
    ],
)
def test_needs_hold_on_the_wire(name: str, verb: dict[str, Any]) -> None:
    main = [{action_named(name).place.key: verb}]
    document = {"version": "1.0.0", "sections": {"main": main}}
    assert not action_validator(name).is_valid({"SWML": document})


WRONG_RESPONSES = [
    {"response": {}},
    {"response": 7},
    {"response": "x", "post_process": "yes"},
    {"action": ["hangup"]},
    {"action": [{"say": {"text": "Hi"}}]},
    {"action": [{"hold": 901}]},
    {"action": [{"SWML": {"sections": {"main": [{"join_conference": {"beep": "true"}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": [{"join_conference": {"name": "x", "a": 1}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": [{"record_call": {"format": "ogg"}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": [{"sing": {}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": [{"play": {"url": "say:x", "loud": True}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": []}, "transfer": "true"}}]},
    {"action": [{"SWML": {"sections": {"main": []}}, "transfer": "yes"}]},
]
# What only draws a warning is valid: names that the platform ignores, forms that it takes too.
RIGHT_RESPONSES = [
    {},
    {"response": "x", "post_process": "true"},
    {"response": ""},
    {"actions": [{"say": "Hi"}]},
    {"response": {"tool_result": "x", "prompt": "y"}},
    {"action": {"say": "Hi"}},
    {"action": [{}]},
    {"action": [{"hold": {"timeout": 10, "stepp": "x"}}]},
    {"action": [{"SWML": {"sections": {"main": []}}, "say": "Hi"}]},
    {"response": "Action completed."},
    {"response": {"tool_result": "x"}, "action": [{"dance": True}]},
    {"action": [{"SWML": {"sections": {"main": [{"answer": {}}, {"play": {"url": "say:x"}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": [{"connect": {"serial": [], "timeout": 9}}]}}}]},
    {"action": [{"SWML": {"sections": {"main": []}}, "transfer": True}]},
    {"action": [{"transfer": "https://example.com/next"}, {"hangup": True}], "post_process": True},
    FunctionResult("Hi").say("x").join_conference("y", muted=True).pay("https://x").to_dict(),
]


@pytest.mark.parametrize("response", WRONG_RESPONSES, ids=json.dumps)
def test_wrong_responses(response: dict[str, Any]) -> None:
    assert not response_validator("").is_valid(response)
    assert any(each.is_error for each in findings(RESPONSE, response))


@pytest.mark.parametrize("response", RIGHT_RESPONSES, ids=json.dumps)
def test_right_responses(response: dict[str, Any]) -> None:
    response_validator("").validate(response)
    assert not any(each.is_error for each in findings(RESPONSE, response))


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        ([], response_schema(None)),
        (["--of", "action"], action_schema(None)),
        (["say"], params_schema(action_named("say"))),
        (["--of=action", "join-conference"], action_schema(action_named("join_conference"))),
        (["hold", "--of", "response", "--compact"], response_schema(action_named("hold"))),
        (["--of", "document"], document_schema(CALLING)),
        (["--of", "document", "--for=calling", "--draft=2020-12"], document_schema(CALLING)),
        (["--for", "messaging", "--of", "document"], document_schema(MESSAGING)),
        (["--of", "document", "--draft", "7"], in_draft_7(document_schema(CALLING))),
        (["say", "--draft", "7"], in_draft_7(params_schema(action_named("say")))),
        (["--of", "plan", "--draft", "7"], in_draft_7(plan_schema())),
    ],
)
def test_command_prints_it(arguments: list[str], schema: dict[str, Any]) -> None:
    outcome = run_program(["schema", *arguments])
    assert (outcome.status, outcome.err) == (0, "")
    assert json.loads(outcome.out) == schema


def test_command_prints_yaml() -> None:
    from yaml import safe_load

    outcome = run_program(["schema", "pay", "--of", "action", "--format", "yaml"])
    assert safe_load(outcome.out) == action_schema(action_named("pay"))


def test_text_that_a_pattern_holds_may_be_null_too() -> None:
    """What says no to a line end must not say no to null."""
    schema = or_null({"type": "string", "pattern": "^a$", "not": {"pattern": r"\n$"}})
    assert [Validator(schema).is_valid(value) for value in ("a", None, "a\n", 1)] == [
        *[True, True],
        *[False, False],
    ]
