"""The verbs that hand a call to a model: forms of their texts, and how severe what is found is."""

from typing import Any

import pytest

from swaigctl.catalog.response_kinds import RESPONSE
from swaigctl.catalog.verbs import CALLING
from swaigctl.catalog.verbs.ai_functions import PARAMETER
from swaigctl.catalog.verbs.ai_params import DETECTION, DURATION, WAIT_LIST
from swaigctl.findings import ERROR
from swaigctl.model.forms import Formatted
from swaigctl.model.steps import Step
from swaigctl.model.walk import findings

pytestmark = pytest.mark.once

FORMS: "list[tuple[Formatted, list[str], list[str]]]" = [
    (
        DURATION,
        ["30s", "2m", "1h", "1h45m30s", "1h30s", "${vars.time}"],
        ["", "h", "30", "30 s", "30s1h", "1h1h", "-1s", "1.5h", "²s", "s"],
    ),
    (
        DETECTION,
        ["0", "100", "50:16", "50:40", "7:20"],
        ["", "101", "50:", "50:15", "50:41", "50:020", "-1", "50:20:1", "0100", "a"],
    ),
    (
        WAIT_LIST,
        ["spell", "spell,number", "text:1200, veto", "acoustic:0", "spell , number"],
        ["", "spel", "spell,", ",", "spell:", "spell:soon", "spell number"],
    ),
]


@pytest.mark.parametrize(
    ("kind", "right", "wrong"), FORMS, ids=lambda each: getattr(each, "name", "")
)
def test_forms(kind: Formatted, right: list[str], wrong: list[str]) -> None:
    import re

    for text in right:
        assert not list(kind.faults(text)), text
        assert text.startswith("$") or re.search(kind.pattern, text), text
    for text in wrong:
        assert list(kind.faults(text)), text
        assert not (text and re.search(kind.pattern, text)), text


PROMPT = {"prompt": {"text": "You sell bicycles."}}


def function(**members: Any) -> dict[str, Any]:
    return {**PROMPT, "SWAIG": {"functions": [{"function": "f", "description": "F.", **members}]}}


def answered_by(action: Any) -> dict[str, Any]:
    return function(data_map={"output": {"action": action}})


def taking(schema: Any) -> dict[str, Any]:
    return function(parameters={"type": "object", "properties": {"a": schema}})


@pytest.mark.parametrize(
    ("verb", "value", "severity"),
    [
        ("ai", {**PROMPT, "zzz": 1}, "warning"),
        ("ai", {"prompt": {"text": "x", "zzz": 1}}, "warning"),
        ("ai", {**PROMPT, "params": {"zzz": 1}}, None),
        ("ai", {**PROMPT, "params": {"ai_modle": "x"}}, "warning"),
        ("ai", function(zzz=1), "warning"),
        ("ai", answered_by({"zzz": 1}), "warning"),
        ("ai", answered_by({"playback_bg": {"file": "x", "zzz": 1}}), "warning"),
        ("ai", taking({"type": "string", "maxLength": 3}), "warning"),
        ("amazon_bedrock", {**PROMPT, "hints": []}, "warning"),
        ("ai_sidecar", {"lang": "en", "zzz": 1}, "error"),
        ("ai_sidecar", {"lang": "en", "params": {"zzz": 1}}, "warning"),
    ],
)
def test_unknown_names_are_mostly_warnings(verb: str, value: Any, severity: str | None) -> None:
    found = [each.severity for each in findings(Step(CALLING), {verb: value})]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize("transfer", [True, "true"])
def test_transfer_without_a_document(transfer: object) -> None:
    (finding,) = findings(RESPONSE, {"action": [{"transfer": transfer}]})
    assert (finding.severity == ERROR) == (transfer is True)


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"type": "integer", "default": 1}, []),
        ({"type": "integer", "default": "1"}, [("default",)]),
        ({"type": "integer", "default": None}, [("default",)]),
        ({"type": "integer", "default": None, "nullable": True}, []),
        ({"type": "string", "enum": ["a", "", 7]}, [("enum", 2)]),
        ({"type": "array", "items": {"type": "string"}, "default": []}, []),
        ({"type": "array"}, [("items",)]),
        ({"type": ["string"]}, [("type",)]),
        ({"anyOf": [{"type": "array"}]}, [("anyOf", 0, "items")]),
        ({"const": None}, []),
        ({"const": False}, []),
        ({"description": "Something."}, [("type",)]),
    ],
)
def test_schemas_of_parameters(schema: Any, found: Any) -> None:
    assert [each.path for each in findings(PARAMETER, schema)] == found
