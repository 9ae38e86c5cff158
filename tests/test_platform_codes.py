"""The platform's own codes: each finding that foresees one has it, and no other."""

import re
from typing import TYPE_CHECKING

import pytest

from swaigctl.catalog.codes import CODES
from swaigctl.catalog.platform_errors import (
    CALLS,
    FORESEEN,
    MESSAGES,
    PARAMETER,
    foreseeing,
    foreseen_by,
)
from swaigctl.catalog.verbs import CALLING, FLAVOURS, MESSAGING, Flavour
from swaigctl.check.platform import places_of
from swaigctl.check.validation import validate, verdicts
from swaigctl.model.kinds import EVERY, Kind
from swaigctl.model.shapes import EACH, ListOf
from swaigctl.model.walk import visits

if TYPE_CHECKING:
    from swaigctl.findings import Path

pytestmark = pytest.mark.once


def main(*steps: object) -> dict[str, object]:
    return {"sections": {"main": list(steps)}}


def codes(document: object, kind: str) -> list[tuple[str, str]]:
    """The codes of the errors in a document, each with the platform's."""
    return [(each.code, each.platform) for each in validate(document, kind) if each.is_error]


PLAY = {"play": {"url": "say:Hi"}}

CALLS_FORESEEN = [
    ({"version": "2.0", "sections": {"main": []}}, "relay_script_version_invalid"),
    ({"version": 1, "sections": {"main": []}}, "relay_script_version_invalid"),
    ({"version": "1.0.0"}, "relay_script_sections_missing"),
    ([PLAY], "relay_script_sections_missing"),
    (PLAY, "relay_script_sections_missing"),
    ({"sections": {}}, "relay_script_main_section_missing"),
    ({"sections": {"menu": [PLAY]}}, "relay_script_main_section_missing"),
    ({"sections": {"mian": [PLAY]}}, "relay_script_main_section_missing"),
    ({"sections": {"main": {"code": "x"}}}, "relay_script_element_wrong_type"),
    ({"sections": {"main": 7}}, "relay_script_element_wrong_type"),
    ({"sections": {"main": [], "a": {}}}, "relay_script_element_wrong_type"),
    ({"sections": 7}, "relay_script_element_wrong_type"),
    (7, "relay_script_element_wrong_type"),
    ({"sections": {"main": []}, "title": "x"}, "relay_script_element_undefined"),
    (main(7), "relay_script_element_wrong_type"),
    (main({}), "relay_script_method_missing_name"),
    (main({"cond": [{"when": "x", "then": [7]}]}), "relay_script_element_wrong_type"),
    (main({"ply": {"url": "say:Hi"}}), "relay_script_method_undefined"),
    (main({"reply": {"body": "Hi"}}), "relay_script_method_undefined"),
    (main({"play": 7}), "relay_script_element_wrong_type"),
    (main({"play": {}}), "relay_script_method_parameter_missing"),
    (main({"transfer": {}}), "relay_script_method_parameter_missing"),
    (main({"request": {"method": "GET"}}), "relay_script_method_parameter_missing"),
    ({"sections": {"main": {"code": [{"play": {}}]}}}, "relay_script_method_parameter_missing"),
    (main({"play": {"url": 7}}), "relay_script_method_parameter_invalid_value"),
    (main({"play": {"urls": [7]}}), "relay_script_method_parameter_invalid_value"),
    (main({"play": {"url": "say:Hi", "volume": 90}}),
     "relay_script_method_parameter_invalid_value"),
    (main({"request": {"url": "https://example.com", "method": "get"}}),
     "relay_script_method_parameter_invalid_value"),
    (main({"play": {"url": "say:Hi", "lop": 1}}), "relay_script_method_parameter_undefined"),
    (main({"play": {"url": "say:Hi", "urls": ["say:Ho"]}}),
     "relay_script_method_parameter_conflict"),
    (main({"connect": {"parallel": [{"to": 7}]}}), "relay_script_method_parameter_invalid_value"),
    (main({"cond": [{"when": "x", "then": [{"play": {}}]}]}),
     "relay_script_method_parameter_missing"),
    (main({"cond": [{"when": "x"}]}), "relay_script_method_parameter_missing"),
    (main({"switch": {"variable": "x", "case": {"1": [{"ply": {"url": "say:Hi"}}]}}}),
     "relay_script_method_undefined"),
    (main({"transfer": {"dest": '{"sections": {"main": [{"ply": {"url": "say:Hi"}}]}}'}}),
     "relay_script_method_undefined"),
    (main({"transfer": {"dest": '{"sections": '}}), "relay_script_parse_error"),
    (main({"connect": {"to": "+15551234567", "confirm": [{"ai": {"prompt": {"text": "x"}}}]}}),
     "relay_script_method_undefined"),
    (main({"execute": {"dest": "nowhere"}}), "relay_script_section_parameter_undefined"),
    (main({"ai": {"prompt": 7}}), "relay_script_method_parameter_invalid_value"),
]  # fmt: skip

MESSAGES_FORESEEN = [
    ({"reply": "Hi", "sections": {"main": []}}, "swml_invalid_document"),
    ({"reply": "Hi", "receive": {}}, "swml_invalid_document"),
    ({"version": "1.0.0"}, "swml_missing_entry_point"),
    ([{"reply": {"body": "Hi"}}], "swml_missing_entry_point"),
    ({"sections": {"main": {"reply": {"body": "Hi"}}}}, "swml_invalid_section_format"),
    (main(PLAY), "swml_unsupported_method"),
    (main({"rply": {"body": "Hi"}}), "swml_unsupported_method"),
    (main({"switch": {"variable": "x", "case": {"1": [PLAY]}}}), "swml_unsupported_method"),
    (main({"reply": {}}), "swml_reply_body_or_media_required"),
    ({"reply": {"to": "+15551234567"}}, "swml_reply_body_or_media_required"),
    (main({"reply": {"media": ["https://example.com/a.png"] * 9}}),
     "swml_reply_media_limit_exceeded"),
    (main({"reply": {"body": "Hi", "from": 5}}), "swml_reply_invalid_from_number"),
    (main({"reply": {"body": "Hi", "to": ""}}), "swml_reply_invalid_to_number"),
    (main({"switch": {"variable": "x", "transform": "lower", "case": {"a": []}}}),
     "swml_switch_invalid_transform"),
    (main({"reply": {"switch": {"variable": "x", "transform": "lower", "case": {"a": "Hi"}}}}),
     "swml_switch_invalid_transform"),
    (main({"transfer": {}}), "swml_transfer_failed"),
    (main({"transfer": {"dest": ""}}), "swml_transfer_failed"),
    (main({"request": {}}), "swml_request_url_required"),
    (main({"request": {"url": ""}}), "swml_request_url_required"),
    (main({"switch": {"variable": "x", "case": {"a": [{"request": {}}]}}}),
     "swml_request_url_required"),
    (main({"execute": {"dest": "nowhere"}}), "swml_section_not_found"),
    (main({"goto": {"label": "nowhere"}}), "swml_goto_label_not_found"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "platform"), CALLS_FORESEEN)
def test_fault_in_a_document_for_calls(document: object, platform: str) -> None:
    found = codes(document, "swml")
    assert found
    assert {each for _, each in found} == {platform}, found


@pytest.mark.parametrize(("document", "platform"), MESSAGES_FORESEEN)
def test_fault_in_a_document_for_messages(document: object, platform: str) -> None:
    found = codes(document, "messaging")
    assert found
    assert {each for _, each in found} == {platform}, found


UNFORESEEN = [
    pytest.param(document, kind, id=str(document)[:60])
    for document, kind in [
        (main({"answer": {}, "hangup": {}}), "swml"),
        (main({"transfer": {"dest": '{"sections": {"main": [{"play": {}}]}}'}}), "swml"),
        (main({"ai": {"prompt": {"text": "x", "temperature": 9}}}), "swml"),
        (main({"goto": {"label": "nowhere"}}), "swml"),
        (main({"reply": {"body": "Hi", "media": 7}}), "messaging"),
        (main({"reply": {"body": "Hi", "bdy": 7}}), "messaging"),
        ({"sections": {"other": []}}, "messaging"),
        ({"response": 7}, "response"),
        ({"response": "Hi", "action": [{"hold": 1200}]}, "response"),
        ({"hold": 1200}, "action"),
    ]
]


@pytest.mark.parametrize(("document", "kind"), UNFORESEEN)
def test_other_errors_have_no_code_of_the_platform(document: object, kind: str) -> None:
    found = codes(document, kind)
    assert found
    assert {each for _, each in found} == {""}


def in_response(document: object) -> object:
    return {"response": "Hi", "action": [{"SWML": document}]}


def in_function(document: object) -> object:
    output = {"response": "Hi", "action": [{"say": "Hi"}, {"SWML": document}]}
    function = {"function": "f", "description": "F.", "data_map": {"output": output}}
    return main({"ai": {"prompt": {"text": "x"}, "SWAIG": {"functions": [function]}}})


@pytest.mark.parametrize(
    ("document", "platform"),
    [
        (document, platform)
        for document, platform in CALLS_FORESEEN
        if isinstance(document, dict)
        and document is not PLAY
        and "section_parameter" not in platform  # sections of another document may be in reach
    ],
)
def test_fault_in_a_document_in_an_action(document: object, platform: str) -> None:
    for nested, kind in [
        (in_response(document), "response"),
        ({"SWML": document}, "action"),
        ({"response": "Hi", "action": {"SWML": document}}, "response"),
        (in_function(document), "swml"),
        (in_response(in_function(document)), "response"),
    ]:
        assert {each for _, each in codes(nested, kind)} == {platform}


def test_transfer_inside_of_a_document_is_unknown_there() -> None:
    document = {"SWML": {"sections": {"main": []}, "transfer": "true"}}
    assert codes(document, "action") == [("misplaced", "relay_script_element_undefined")]


def test_action_in_a_function_is_no_verb() -> None:
    output = {"response": "Hi", "post_process": True, "action": [{"transfer": {"dest": 7}}]}
    function = {"function": "f", "description": "F.", "data_map": {"output": output}}
    document = main({"ai": {"prompt": {"text": "x"}, "SWAIG": {"functions": [function]}}})
    assert codes(document, "swml") == [("type", "")]


def test_section_of_that_name_is_no_action() -> None:
    document: dict[str, object] = {"sections": {"main": [], "SWML": [{"play": {}}]}}
    assert codes(document, "swml") == [("required", "relay_script_method_parameter_missing")]


@pytest.mark.parametrize(
    ("text", "kind", "platform"),
    [
        ("{", "swml", "relay_script_parse_error"),
        ("{", "messaging", "json_or_yaml_required"),
        ("a: [", "swml", "relay_script_parse_error"),
        ("a: [", "messaging", "json_or_yaml_required"),
        ("{", "response", ""),
        ("{", "action", ""),
        ("{", "", ""),
    ],
)
def test_text_that_does_not_parse(text: str, kind: str, platform: str) -> None:
    for found in (
        validate(text, kind or None),
        [each for verdict in verdicts(text, "x", kind) for each in verdict.findings],
    ):
        assert [each.platform for each in found] == [platform]
        assert [each.position for each in found] != [(1, 1)]  # as whoever read it said


def test_warnings_have_no_code_of_the_platform() -> None:
    found = validate(main({"ai": {"prompt": {"text": "x"}, "foo": 7}}), "swml")
    assert [(each.code, each.severity) for each in found] == [("unknown-name", "warning")]
    assert "unknown-name" in FORESEEN["calling"][PARAMETER]
    assert found[0].platform == ""


def paths_in(flavour: Flavour) -> "list[tuple[str, Path]]":
    """Each verb, and each path that there can be inside its value."""
    found = []
    for name in flavour.names():
        kinds: "dict[Path, Kind]" = {}
        for path, kind, _ in visits(flavour.value_of(name), EVERY):
            kinds[path] = kind
            real = tuple(
                0 if step == EACH and isinstance(kinds[path[:at]], ListOf) else step
                for at, step in enumerate(path)
                if not (isinstance(step, int) and not isinstance(kinds[path[:at]], ListOf))
            )
            found.append((name, real))
    return found


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda each: each.name)
def test_no_member_is_taken_for_a_verb(flavour: Flavour) -> None:
    """Else a fault in one verb would have the code of a fault in another one."""
    checked = 0
    for verb, path in paths_in(flavour):
        named = [
            place
            for place in places_of(("sections", "main", 0, verb, *path), flavour)
            if re.fullmatch(r"[a-z_]+\.\S+", place)
        ]
        assert all(place.startswith(f"{verb}.") for place in named), (path, named)
        checked += bool(named)
    assert checked > 20


def test_table_has_only_codes_that_there_are() -> None:
    for flavour, errors in ((CALLING.name, CALLS), (MESSAGING.name, MESSAGES)):
        for places in FORESEEN[flavour].values():
            assert places.keys() <= CODES.keys()
            assert set(places.values()) <= errors.keys()


def test_codes_are_found_either_way() -> None:
    for code in foreseeing("relay_script_method_parameter_invalid_value"):
        assert "relay_script_method_parameter_invalid_value" in foreseen_by(code)
    assert foreseen_by("unknown-verb") == [
        "relay_script_method_undefined",
        "swml_unsupported_method",
    ]
    assert foreseen_by("conference-of-one") == []
    assert foreseeing("swml_goto_label_not_found") == ["unknown-label"]
