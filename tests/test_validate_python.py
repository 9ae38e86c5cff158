"""`validate` in Python: documents as values, as text and as what builds them."""

import copy
import json
import pickle
from collections import OrderedDict
from decimal import Decimal
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_quick_path import modules_after
from test_typing import mypy

import swaigctl
from swaigctl import Finding, FunctionResult, MessagingDocument, SWMLDocument, validate
from swaigctl.formats import MAX_DEPTH
from swaigctl.formats.yaml_writer import yaml_text

RIGHT = {"response": "One moment.", "action": [{"say": "Please hold."}]}
WRONG = {"response": "One moment.", "action": [{"say": 7}]}
TOLD = (
    "$.action[0].say: error: say must be text, not the number 7: write it in quotes. "
    "Did you mean '7'? [type]"
)


class Word(StrEnum):
    HI = "Hi"


class Seconds(IntEnum):
    FEW = 9


def found(document: object, kind: str | None = None) -> list[tuple[str, str, str]]:
    """Severity, code and place of each finding."""
    told = [str(each).partition(": ") for each in validate(document, kind)]
    return [
        (each.severity, each.code, place)
        for each, (place, _, _) in zip(validate(document, kind), told, strict=True)
    ]


@pytest.mark.parametrize(
    "document",
    [
        RIGHT,
        json.dumps(RIGHT),
        json.dumps(RIGHT).encode(),
        b"\xef\xbb\xbf" + json.dumps(RIGHT).encode(),
        bytearray(json.dumps(RIGHT).encode()),
        yaml_text(RIGHT),
        f"{yaml_text(RIGHT)}---\n{yaml_text(RIGHT)}",
        OrderedDict(RIGHT),
        FunctionResult("One moment.").say("Please hold."),
        SWMLDocument().answer().play("say:Hi").hangup(),
        MessagingDocument().reply("Hi"),
        RIGHT["action"][0],
    ],
    ids=lambda each: f"{type(each).__name__} {str(each)[:20]}",
)
def test_right_document_has_no_findings(document: object) -> None:
    assert validate(document) == []


@pytest.mark.parametrize(
    "document",
    [
        WRONG,
        json.dumps(WRONG),
        json.dumps(WRONG).encode(),
        yaml_text(WRONG),
        FunctionResult("One moment.").add_actions([{"say": 7}]),
    ],
    ids=lambda each: type(each).__name__,
)
def test_wrong_document_is_told_wherever_it_comes_from(document: object) -> None:
    assert [str(each) for each in validate(document)] == [TOLD]


def test_findings_in_text_say_where_they_are() -> None:
    [finding] = validate("response: Hi\naction:\n  - say: [Hi]\n")
    assert (finding.position, finding.end) == ((3, 10), (3, 14))
    assert finding.document is None
    [finding] = validate("response: Hi\n---\nresponse: 7\n")
    assert (finding.position, finding.document) == ((3, 11), 2)
    [finding] = validate(WRONG)
    assert finding.position is None


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    text = b'{"response": "Hi",}'  # which would be right in YAML
    assert validate(b"\xef\xbb\xbf" + text) == validate(text) != []


def test_member_of_an_enumeration_is_told_as_its_text() -> None:
    steps = [{"join_conference": {"name": "x", "beep": Word.HI}}]
    [finding] = validate({"sections": {"main": steps}})
    assert "not 'Hi'." in finding.message


def test_errors_of_several_documents_in_a_text_come_first() -> None:
    text = "action: [{SWML: {sections: {main: [answer]}}}]\n---\naction: [{say: 7}]\n"
    assert [each.severity for each in validate(text)] == ["error", "warning"]


def test_result_of_the_sdk_is_judged(sdk: Any) -> None:
    assert validate(sdk("One moment.").say("Please hold.")) == []
    [finding] = validate(sdk("One moment.").add_action("say", 7))
    assert str(finding) == TOLD


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (None, []),
        ("response", []),
        ("action", ["unknown-action"]),
        ("swml", ["required", "unknown-name"]),
        ("messaging", ["required", "unknown-name"]),
    ],
)
def test_kind_can_be_said(kind: str | None, told: list[str]) -> None:
    assert sorted(each.code for each in validate({"response": "Hi"}, kind)) == told


@pytest.mark.parametrize("kind", ["", "json", "Response", "swml "])
def test_unknown_kind_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match=r"^kind must be one of 'response', 'action', 'swml'"):
        validate(RIGHT, kind)


HUGE = 10**5000


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({"response": {"Hi"}}, [("error", "json", "$.response")]),
        ({"response": b"Hi"}, [("error", "json", "$.response")]),
        ({"response": object()}, [("error", "json", "$.response")]),
        ({"action": [{"say": Decimal(3)}]}, [("error", "json", "$.action[0].say")]),
        ({"action": [{"say": float("nan")}]}, [("error", "json", "$.action[0].say")]),
        ({"action": [{"say": float("-inf")}]}, [("error", "json", "$.action[0].say")]),
        ({"action": [{"say": HUGE}]}, [("error", "json", "$.action[0].say")]),
        ({"action": [FunctionResult("Hi")]}, [("error", "json", "$.action[0]")]),
        ({"action": ({"say": "Hi"},)}, [("warning", "json", "$.action")]),
        (
            {"action": [{"set_global_data": {7: {None: 1}}}]},
            [
                ("warning", "json", "$.action[0].set_global_data['7']"),
                ("warning", "json", "$.action[0].set_global_data['7'].null"),
            ],
        ),
        (
            {"action": [{"set_global_data": {("a", "b"): 1}}]},
            [("error", "json", "$.action[0].set_global_data")],
        ),
        (
            {"action": ({"say": 7}, {"say": {1, 2}})},
            [
                ("error", "json", "$.action[1].say"),
                ("error", "type", "$.action[0].say"),
                ("warning", "json", "$.action"),
            ],
        ),
        ({1, 2}, [("error", "json", "$")]),
        (object(), [("error", "json", "$")]),
        (FunctionResult, [("error", "json", "$")]),
        (Path("answer.json"), [("error", "json", "$")]),
        (None, [("error", "unknown-document", "$")]),
        (7, [("error", "unknown-document", "$")]),
        ("", [("error", "yaml", "$")]),
        ("{", [("error", "json", "$")]),
        (b"\xff", [("error", "utf-8", "$")]),
        ({"response": Word.HI, "action": [{"wait_for_user": Seconds.FEW}]}, []),
        ({"response": "\ud800"}, [("error", "utf-8", "$.response")]),
    ],
)
def test_what_is_no_json_is_a_finding(document: object, told: list[tuple[str, str, str]]) -> None:
    assert found(document) == told


def test_what_holds_itself_is_a_finding() -> None:
    holding: list[object] = []
    holding.append(holding)
    data: dict[str, object] = {}
    data["again"] = data
    for document in (holding, {"response": "Hi", "action": [{"set_global_data": data}]}):
        [finding] = [each for each in validate(document) if each.code == "json"]
        assert len(finding.path) == MAX_DEPTH + 1


PYTHON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=3),
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.sets(st.integers(), max_size=2)
        | st.dictionaries(
            st.sampled_from(["response", "action", "SWML", "sections", "main", "play", "say"])
            | st.text()
            | st.integers()
            | st.none(),
            inner,
        )
    ),
)


@settings(deadline=None)
@given(PYTHON)
def test_nothing_but_findings_comes_of_any_value(document: Any) -> None:
    before = repr(document)
    findings = validate(document)
    assert repr(document) == before
    for finding in findings:
        assert str(finding).endswith(f": {finding.severity}: {finding.message} [{finding.code}]")
    if isinstance(document, (str, bytes)):
        return  # which are texts of documents
    try:
        json.dumps(document, allow_nan=False)
    except (TypeError, ValueError):
        assert any(each.code == "json" and each.is_error for each in findings)


def test_builders_find_what_validate_finds() -> None:
    result = FunctionResult("Hi").add_actions([{"say": 7}])
    assert result.findings() == validate(result.to_dict(), "response")
    assert [str(each) for each in result.findings()] == [TOLD]
    assert FunctionResult("Hi").say("Hello.").findings() == []
    document = SWMLDocument().goto("nowhere")
    assert document.findings() == validate(document.to_dict(), "swml")
    assert [each.code for each in document.findings()] == ["unknown-label"]
    message = MessagingDocument().goto("nowhere")
    assert message.findings() == validate(message.to_dict(), "messaging")
    assert [each.platform for each in message.findings()] == ["swml_goto_label_not_found"]


@pytest.mark.parametrize(
    "document", [FunctionResult(), SWMLDocument().answer(), MessagingDocument().receive()]
)
def test_builders_without_a_fault_find_nothing(document: Any) -> None:
    assert document.findings() == []


def test_finding_is_told_where_a_test_fails() -> None:
    [finding] = validate(WRONG)
    assert str(finding) == TOLD
    assert repr(finding) == f"<Finding {TOLD}>"
    assert str(finding.but(where="--text")).startswith("--text: error: say must be ")
    for again in (copy.deepcopy(finding), pickle.loads(pickle.dumps(finding))):
        assert again == finding
        assert str(again) == TOLD


def test_secrets_are_not_told() -> None:
    document = SWMLDocument().answer().to_dict()
    document["sections"]["main"].append({"connect": {"to": "sip:a@b.c", "password": 1234567}})
    [finding] = validate(document)
    assert "1234567" not in str(finding) + repr(finding)


def test_names_can_be_imported() -> None:
    assert {"validate", "Finding"} <= set(swaigctl.__all__) & set(dir(swaigctl))
    assert all(isinstance(each, Finding) for each in validate(WRONG))


def test_importing_the_package_imports_nothing_of_it() -> None:
    loaded = modules_after("import swaigctl")
    assert {each for each in loaded if each.startswith("swaigctl")} == {"swaigctl"}


def test_right_value_needs_no_reader() -> None:
    loaded = modules_after(f"from swaigctl import validate; assert not validate({RIGHT!r})")
    assert not {"json", "re", "typing", "yaml", "typer"} & loaded
    assert "swaigctl.check.validation" in loaded


def test_types(tmp_path: Path) -> None:
    done = mypy(
        tmp_path,
        "from swaigctl import Finding, FunctionResult, MessagingDocument, SWMLDocument, validate\n"
        'found: list[Finding] = validate({"response": "Hi"}, "response")\n'
        'found += validate("response: Hi") + validate(b"{}", kind=None)\n'
        'found += FunctionResult("Hi").say("x").findings() + SWMLDocument().hangup().findings()\n'
        'found += MessagingDocument().reply("x").findings()\n'
        "codes: list[str] = [each.code for each in found]\n",
    )
    assert done.returncode == 0, done.stdout
