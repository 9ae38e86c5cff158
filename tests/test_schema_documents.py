"""The schemas of whole documents and responses say what the catalog's kinds find."""

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.protocols import Validator
from strategies import right_values, steps_with
from test_responses import each_pair as each_response
from test_verbs import (
    FOLDER,
    FOLDERS,
    WRONG,
    each_flavour,
    each_pair,
    each_verb,
    errors,
    places,
    replaced,
    step_in,
)

from swaigctl.catalog.response_kinds import ACTION, RESPONSE
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.findings import Finding
from swaigctl.model.kinds import EVERY, Kind
from swaigctl.model.shapes import Object
from swaigctl.model.steps import Document, Step
from swaigctl.model.walk import visits
from swaigctl.schema.actions import action_schema, response_schema
from swaigctl.schema.dialects import in_draft_7
from swaigctl.schema.documents import document_schema
from swaigctl.schema.naming import type_name

pytestmark = pytest.mark.once

UNSAID = {
    "join_room/wrong-letters": "a rule of the catalog is a function",
    "join_room/bare-name": "the same",
    "return/half-a-character": "half a surrogate pair is a code point to validators",
}
"""What is wrong without a schema being able to say so."""

SCHEMAS = {
    CALLING.name: document_schema(CALLING),
    MESSAGING.name: document_schema(MESSAGING),
    "action": action_schema(None),
    "response": response_schema(None),
}
DIALECTS: dict[str, type[Validator]] = {"2020-12": Draft202012Validator, "7": Draft7Validator}

each_whole_document = pytest.mark.parametrize(
    ("flavour", "path"),
    [
        pytest.param(flavour, path, id=f"{flavour.name}/{path.stem}")
        for flavour in FOLDERS
        for path in sorted((FOLDER.parent / "documents" / flavour.name).glob("*.json"))
    ],
)
each_dialect = pytest.mark.parametrize("draft", DIALECTS)
each_schema = pytest.mark.parametrize("name", SCHEMAS)


def schema_in(draft: str, name: str) -> dict[str, Any]:
    return in_draft_7(SCHEMAS[name]) if draft == "7" else SCHEMAS[name]


@cache
def validator(draft: str, name: str) -> Validator:
    return DIALECTS[draft](schema_in(draft, name))


def said_errors(kind: Kind, value: Any) -> list[Finding]:
    """The errors that a schema can say: none is inside a document that stands in a text."""
    return [each for each in errors(kind, value) if not re.search(IN_TEXT, each.message)]


IN_TEXT = r" holds SWML, at | is no SWML document: "


def document_with(step: Any) -> dict[str, Any]:
    return {"version": "1.0.0", "sections": {"main": [step]}}


@each_dialect
@each_schema
def test_it_is_a_schema(draft: str, name: str) -> None:
    DIALECTS[draft].check_schema(schema_in(draft, name))


@each_dialect
@each_pair
def test_it_judges_a_step_as_its_kind_does(draft: str, flavour: Flavour, path: Path) -> None:
    step = step_in(path)
    wrong = said_errors(Step(flavour), step) != []
    unsaid = str(path.relative_to(FOLDER).with_suffix("")) in UNSAID
    assert validator(draft, flavour.name).is_valid(document_with(step)) == (not wrong or unsaid)
    assert wrong or not unsaid


@each_dialect
@each_whole_document
def test_it_judges_a_document_as_its_kind_does(draft: str, flavour: Flavour, path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    is_right = not said_errors(Document(flavour), document)
    assert validator(draft, flavour.name).is_valid(document) == is_right


@each_dialect
@each_response
def test_it_judges_a_response_as_its_kind_does(draft: str, path: Path) -> None:
    response = json.loads(path.read_text(encoding="utf-8"))
    is_right = not said_errors(RESPONSE, response)
    assert validator(draft, "response").is_valid(response) == is_right
    actions = response.get("action") if isinstance(response, dict) else response
    for action in actions if isinstance(actions, list) else [actions]:
        assert validator(draft, "action").is_valid(action) == (not errors(ACTION, action))


# What follows holds for every value, so it is asked of many.

few_examples = settings(max_examples=12, deadline=None)


@each_verb
@few_examples
@given(data=st.data())
def test_right_steps_are_valid(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    step = data.draw(steps_with(verb, Step(flavour), odd=False, depth=3))
    for draft in DIALECTS:
        validator(draft, flavour.name).validate(document_with(step))


@each_flavour
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_right_documents_are_valid(flavour: Flavour, data: st.DataObject) -> None:
    document = data.draw(right_values(Document(flavour), odd=False))
    validator("2020-12", flavour.name).validate(document)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_right_responses_are_valid(data: st.DataObject) -> None:
    response = data.draw(right_values(RESPONSE, odd=False))
    assert validator("2020-12", "response").is_valid(response) == (not errors(RESPONSE, response))


def damaged(kind: Kind, value: Any, data: st.DataObject) -> Any:
    """The value with something in it that is of another type, missing, or unknown."""
    path, inner, member = data.draw(st.sampled_from(list(places(kind, value))))
    ways = [replaced(value, path, other) for other in WRONG if not inner.takes(other)]
    if isinstance(member, dict):
        ways.append(replaced(value, path, {**member, "zzz": 1}))
        rest = [{key: member[key] for key in member if key != name} for name in member]
        ways += [replaced(value, path, each) for each in rest]
    if isinstance(member, list):
        ways += [replaced(value, path, [])]
    return data.draw(st.sampled_from(ways)) if ways else value


@each_verb
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_damaged_steps_are_judged_as_their_kind_does(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    kind = Step(flavour)
    step = damaged(kind, data.draw(steps_with(verb, kind, odd=False, depth=3)), data)
    valid = validator("2020-12", flavour.name).is_valid(document_with(step))
    assert valid == (not said_errors(kind, step))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damaged_responses_are_judged_as_their_kind_does(data: st.DataObject) -> None:
    response = damaged(RESPONSE, data.draw(right_values(RESPONSE, odd=False)), data)
    valid = validator("2020-12", "response").is_valid(response)
    assert valid == (not said_errors(RESPONSE, response))


STRING = {"type": "string"}
EMPTY_DURATION = {"hard_stop_time": ""}


SMS = {"to_number": "+15551234567", "from_number": "+15559876543", "body": "x"}


def agent(**prompt: Any) -> dict[str, Any]:
    return {"ai": {"prompt": {"text": "x", **prompt}}}


def contexts(*names: str) -> dict[str, Any]:
    return {name: {"steps": [{"name": "a", "text": "x"}]} for name in names}


def bedrock(voice: Any) -> dict[str, Any]:
    return {"amazon_bedrock": {"prompt": {"text": "x", "voice_id": voice}}}


def sidecar(prompt: Any) -> Any:
    return {"ai_sidecar": {"lang": "en-US", "prompt": prompt}}


def function(parameter: Any) -> Any:
    parameters = {"type": "object", "properties": {"a": parameter}}
    described = {"function": "f", "description": "F.", "parameters": parameters}
    return ai({"SWAIG": {"functions": [described]}})


def ai(more: Any) -> Any:
    return {"ai": {"prompt": {"text": "x"}, **more}}


@pytest.mark.parametrize(
    ("draft", "name", "value", "valid"),
    [
        (draft, name, value, valid)
        for draft in DIALECTS
        for name, value, valid in [
            ("action", {"transfer": "https://example.com/next"}, True),
            ("action", {"transfer": True}, False),
            ("action", {"transfer": True, "SWML": {"sections": {"main": []}}}, True),
            ("action", {"transfer": "yes", "SWML": {"sections": {"main": []}}}, False),
            ("calling", {}, False),
            ("calling", {"sections": {"later": []}}, False),
            ("calling", {"sections": {"main": []}, "transfer": "true"}, False),
            ("calling", document_with({"reply": "Hi"}), False),
            ("messaging", document_with({"reply": "Hi"}), True),
            ("messaging", document_with({"transfer": {"dest": "https://x", "meta": {}}}), False),
            ("calling", document_with({"transfer": {"dest": "https://x", "meta": {}}}), True),
            ("calling", document_with({"hangup": {}, "answer": {}}), False),
            (
                "calling",
                document_with({"ai": {"prompt": {"text": "x"}, "params": EMPTY_DURATION}}),
                False,
            ),
            ("calling", document_with(sidecar({"text": "x"})), True),
            ("calling", document_with(sidecar({"text": "x", "more": 1})), True),
            ("calling", document_with(sidecar({"text": "x", "file": "x"})), False),
            ("calling", document_with(function({"type": "array"})), True),
            ("calling", document_with(function({"type": "array", "items": STRING})), True),
            ("calling", document_with(function({"description": "x"})), False),
            ("calling", document_with(function({"type": "string", "required": False})), True),
            ("calling", document_with(function({"type": "string", "required": True})), False),
            ("calling", document_with(agent(pom=[])), True),
            ("calling", document_with(agent(pom={})), False),
            ("calling", document_with(agent(contexts=contexts("default"))), True),
            ("calling", document_with(agent(contexts=contexts("sales"))), False),
            ("calling", document_with(agent(contexts=contexts("sales", "support"))), True),
            ("calling", document_with({"send_sms": {**SMS, "from_number": "ACME"}}), True),
            ("calling", document_with({"send_sms": {**SMS, "from_number": 55555}}), False),
            ("calling", document_with(bedrock("joanna")), True),
            ("calling", document_with(bedrock(7)), False),
            ("calling", document_with("answer"), True),
            ("calling", document_with("connect"), False),
            ("calling", {"sections": {"main": {"answer": {}}}}, True),
            ("calling", {"sections": {"main": {"answer": {}, "hangup": {}}}}, False),
            ("calling", {"sections": {"main": {"code": [{"answer": {}}], "params": {}}}}, True),
            ("calling", {"sections": {"main": {"code": [{"answr": {}}]}}}, False),
            ("messaging", {}, True),
            ("messaging", {"reply": "Hi"}, True),
            ("messaging", {"reply": 7}, False),
            ("messaging", {"version": "1.0.0"}, False),
            ("messaging", {"reply": "Hi", "receive": {}}, False),
            ("messaging", {"reply": "Hi", "sections": {"main": []}}, False),
            ("messaging", {"sections": {"main": {"receive": {}}}}, False),
            ("action", {"SWML": {"raw_swml": "x"}}, True),
            ("action", {"SWML": {"raw_swml": "x", "sections": {"main": []}}}, False),
        ]
    ],
)
def test_what_must_be_true_of_several_members(
    draft: str, name: str, value: Any, valid: bool
) -> None:
    assert validator(draft, name).is_valid(value) == valid


def test_steps_may_nest_as_deep_as_anybody_likes() -> None:
    step: dict[str, Any] = {"hangup": {"reason": "busy"}}
    for _ in range(12):
        step = {"switch": {"variable": "a", "case": {"1": [step]}}}
    assert validator("2020-12", "calling").is_valid(document_with(step))
    text = json.dumps(step).replace("busy", "bussy")
    assert not validator("2020-12", "calling").is_valid(document_with(json.loads(text)))


# What programs make of a schema depends on its words and names.


@each_dialect
@each_schema
def test_definitions_have_short_names(draft: str, name: str) -> None:
    defined = schema_in(draft, name)["definitions" if draft == "7" else "$defs"]
    assert list(defined) == sorted(defined)
    for key, schema in defined.items():
        assert schema["title"] == key
        assert key.isalpha()
        assert key[0].isupper()
        assert len(key) <= 28


def test_types_are_called_as_people_would_call_them() -> None:
    names = set(SCHEMAS["response"]["$defs"])
    assert names == set(SCHEMAS["calling"]["$defs"]) - {"Document"}
    assert names >= {
        *(
            "ActionDocument",
            "Section",
            "SectionCode",
            "Step",
            "Condition",
            "Response",
            "Action",
            "Variable",
            "Json",
        ),
        *("Connect", "ConnectTo", "ConnectSerial", "ConnectParallel", "ConnectSerialParallel"),
        *("ConnectDestination", "ConnectResult", "ConfirmStep", "Play", "PlayUrl", "PlayUrls"),
        *("Ai", "AiPrompt", "AiContext", "AiStep", "AiSwaig", "AiFunction", "AiDataMap"),
        *("AiSidecarFunction", "AmazonBedrockFunction", "BedrockResponse", "PromptSection"),
        *("Switch", "Goto", "Sleep", "LiveTranscribeStart", "PayPrompt"),
        *("ContextSwitch", "PlaybackBg", "ToggleFunction", "ResponseToolResult"),
    }
    names = set(SCHEMAS["messaging"]["$defs"])
    assert names >= {"Document", "Section", "Step", "Reply", "ReplyBody", "Switch", "Request"}


@each_verb
def test_objects_of_verbs_are_types_of_their_own(flavour: Flavour, verb: str) -> None:
    kind = flavour.value_of(verb)
    if isinstance(kind, Object) or sum(isinstance(each, Object) for each in branches(kind)):
        assert type_name(verb) in SCHEMAS[flavour.name]["$defs"]


def branches(kind: Kind) -> tuple[Kind, ...]:
    return getattr(kind, "branches", ())


@each_verb
def test_help_defaults_and_meanings_are_the_catalogs(flavour: Flavour, verb: str) -> None:
    """Every object of the verb is there, with all that is said of its members."""
    objects = [
        schema
        for schema in SCHEMAS[flavour.name]["$defs"].values()
        if isinstance(schema.get("properties"), dict)
    ]
    told = {
        (name, member.get("description"), json.dumps(member.get("default")))
        for schema in objects
        for name, member in schema["properties"].items()
    }
    descriptions = {(name, description) for name, description, _ in told}
    for _, inner, _ in visits(flavour.value_of(verb), EVERY):
        for field in inner.fields if isinstance(inner, Object) else ():
            lines = [field.help, *(f"- {name}: {what}" for name, what in field.meanings.items())]
            if field.deprecated:
                lines.append(f"Deprecated: use {field.deprecated}.")
            text = "\n".join(lines)
            assert (field.name, text) in descriptions
            assert (field.name, text, json.dumps(field.default)) in told


@each_verb
def test_steps_say_what_a_verb_does_and_sets(flavour: Flavour, verb: str) -> None:
    described = flavour.named(verb)
    text = SCHEMAS[flavour.name]["$defs"]["Step"]["properties"][verb]["description"]
    assert text.startswith(described.summary)
    assert described.description in text
    assert all(name in text for name in described.sets)


@each_schema
def test_nothing_beside_a_reference_and_no_union_of_types(name: str) -> None:
    """Draft 7 and some programs see nothing beside a reference; strict ones refuse such unions."""

    def visit(schema: Any) -> None:
        if isinstance(schema, dict):
            assert "$ref" not in schema or len(schema) == 1
            assert not isinstance(schema.get("type"), list) or "null" in schema["type"]
        for inner in schema.values() if isinstance(schema, dict) else schema:
            if isinstance(inner, (dict, list)):
                visit(inner)

    visit(SCHEMAS[name])


@each_schema
def test_draft_7_differs_only_in_words(name: str) -> None:
    before = copy.deepcopy(SCHEMAS[name])
    older = in_draft_7(SCHEMAS[name])
    assert before == SCHEMAS[name]
    assert older["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert older["$id"] != before["$id"]
    text = json.dumps(older)
    for words in (("#/definitions/", "#/$defs/"), ('"definitions":', '"$defs":')):
        text = text.replace(*words)
    heads = {"$schema": before["$schema"], "$id": before["$id"]}
    assert {**json.loads(text), **heads} == before
    assert "prefixItems" not in text


def test_wrong_types_of_every_member_are_invalid() -> None:
    """No verb, and nothing in one, takes whatever comes unless the catalog says so."""
    for flavour in FOLDERS:
        for verb in flavour.names():
            kind = flavour.value_of(verb)
            for value in WRONG:
                step = {verb: value}
                valid = validator("2020-12", flavour.name).is_valid(document_with(step))
                assert valid == (not errors(Step(flavour), step)), (verb, value, kind)
