"""Steps and documents, written from checked values in each form."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import right_values

from swaigctl.build.documents import document, findings_of, step
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.findings import SwaigctlError
from swaigctl.model.kinds import IN_TEXT, Kind, Text
from swaigctl.model.shapes import Field, Object
from swaigctl.model.steps import Document, Step
from swaigctl.model.walk import findings, ordered, read, visits

pytestmark = pytest.mark.once

FORMS = ("auto", "full", "expanded")

LEGACY = tuple(
    f"{{subject}} {what}"
    for what in ("has a bare value", "is just a verb's name", "is one step", "is an object: write")
)
"""How findings begin about what is read and never written."""

each_verb = pytest.mark.parametrize(
    ("flavour", "verb"),
    [
        pytest.param(flavour, verb, id=f"{flavour.name}: {verb}")
        for flavour in (CALLING, MESSAGING)
        for verb in flavour.names()
    ],
)
few_examples = settings(max_examples=12, deadline=None)


def errors(kind: Kind, value: Any) -> list[str]:
    return [repr(each) for each in findings(kind, value) if each.is_error]


def right_value(data: st.DataObject, flavour: Flavour, verb: str) -> Any:
    return data.draw(right_values(flavour.value_of(verb), odd=False, depth=3))


@each_verb
@few_examples
@given(data=st.data())
def test_every_form_is_right(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    value = right_value(data, flavour, verb)
    for form in FORMS:
        assert errors(Step(flavour), step(flavour.named(verb), value, form)) == []


@each_verb
@few_examples
@given(data=st.data())
def test_nothing_is_written_that_is_legacy(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    written = step(flavour.named(verb), right_value(data, flavour, verb))
    found = findings(Step(flavour), written)
    assert [each for each in found if each.sentence.startswith(LEGACY)] == []


@each_verb
@few_examples
@given(data=st.data())
def test_names_are_in_documented_order(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    value = right_value(data, flavour, verb)
    for form in FORMS:
        for path, kind, inner in visits(Step(flavour), step(flavour.named(verb), value, form)):
            if isinstance(kind, Object) and isinstance(inner, dict) and IN_TEXT not in path:
                described = [name for field in kind.fields for name in (field.name, *field.aliases)]
                known = [name for name in inner if name in described]
                assert known == sorted(known, key=described.index)
                assert list(inner)[: len(known)] == known


@each_verb
@few_examples
@given(data=st.data())
def test_written_once_more_is_the_same(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    described = flavour.named(verb)
    value = right_value(data, flavour, verb)
    for form in FORMS:
        written = step(described, value, form)
        assert json.dumps(step(described, written[verb], form)) == json.dumps(written)


@each_verb
@few_examples
@given(data=st.data())
def test_expanded_has_all_defaults_with_a_meaning_and_all_that_is_given(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    described = flavour.named(verb)
    value = right_value(data, flavour, verb)
    given = list(visits(Step(flavour), step(described, value, "full")))
    expanded: dict[object, Any] = {
        path: inner for path, _, inner in visits(Step(flavour), step(described, value, "expanded"))
    }
    for path, kind, inner in given:
        if IN_TEXT in path:  # which is written as it is
            continue
        if isinstance(kind, Object) and isinstance(inner, dict):
            assert set(inner) <= set(expanded[path])
            for field in kind.fields:
                if not {field.name, *field.aliases} & set(inner) and not field.deprecated:
                    if field.name in expanded[path]:
                        assert field.default == read(field.kind, expanded[path][field.name])
                    else:
                        assert field.default in (None, "") or has_no_meaning(kind, field, inner)
        elif not isinstance(inner, (dict, list)):
            assert expanded[path] == inner


def has_no_meaning(kind: Object, field: Field, value: dict[str, object]) -> bool:
    """Whether a rule says that the member has no effect beside the others."""
    found = [finding for rule in kind.rules for finding in rule.find({field.name: 0, **value})]
    return ("not-for-destination", field.name) in {(each.code, each.path[0]) for each in found}


@pytest.mark.parametrize(
    ("verb", "value", "written", "left_out"),
    [
        ("connect", {"to": "+15551234567"}, {"timeout"}, {"webrtc_media", "realtime"}),
        ("connect", {"to": "sip:a@example.com"}, {"webrtc_media"}, {"realtime"}),
        ("connect", {"to": "stream:wss://a.example"}, {"realtime"}, {"webrtc_media"}),
        ("connect", {"to": "${vars.to}"}, {"webrtc_media", "timeout", "realtime"}, set()),
        ("tap", {"uri": "wss://a.example"}, {"codec"}, {"rtp_ptime"}),
        ("tap", {"uri": "rtp://a.example:4000"}, {"codec", "rtp_ptime"}, set()),
        ("record_call", {}, {"format"}, {"terminators"}),
    ],
)
def test_expanded_leaves_out_defaults_without_a_meaning(
    verb: str, value: dict[str, object], written: set[str], left_out: set[str]
) -> None:
    content: Any = step(CALLING.named(verb), value, "expanded")[verb]
    assert written <= content.keys()
    assert not left_out & content.keys()


LATER = [{"sleep": {"duration": 5}}, {"play": "say:Hi"}]

WRITTEN: list[tuple[Flavour, str, Any, str, Any]] = [
    (CALLING, "sleep", {"duration": 5}, "auto", 5),
    (CALLING, "sleep", {"duration": 5}, "simplified", 5),
    (CALLING, "sleep", 5, "auto", 5),
    (CALLING, "sleep", 5, "full", {"duration": 5}),
    (CALLING, "sleep", "${ms}", "expanded", {"duration": "${ms}"}),
    (CALLING, "label", "a", "auto", "a"),
    (CALLING, "label", "a", "simplified", "a"),
    (CALLING, "label", "a", "expanded", "a"),
    (CALLING, "set", {"b": [1], "a": None}, "simplified", {"b": [1], "a": None}),
    (CALLING, "return", {"a": 1}, "simplified", {"a": 1}),
    (CALLING, "hangup", {}, "expanded", {}),
    (CALLING, "hangup", "busy", "auto", {"reason": "busy"}),
    (CALLING, "join_conference", "a", "auto", {"name": "a"}),
    (CALLING, "join_conference", "a", "simplified", "a"),
    (CALLING, "join_conference", {"muted": False, "name": "a"}, "simplified", "a"),
    (
        CALLING,
        "join_conference",
        {"muted": False, "name": "a"},
        "auto",
        {"name": "a", "muted": False},
    ),
    (CALLING, "goto", {"label": "a"}, "expanded", {"label": "a", "max": 100}),
    (CALLING, "goto", {"max": 3, "label": "a"}, "expanded", {"label": "a", "max": 3}),
    (
        CALLING,
        "connect",
        {"serial": ["+15551234567"]},
        "auto",
        {"serial": [{"to": "+15551234567"}]},
    ),
    (
        CALLING,
        "pay",
        {"payment_connector_url": "u", "timeout": 3},
        "auto",
        {"payment_connector_url": "u", "timeout": "3"},
    ),
    (  # a destination's own timeout would take the place of that for all
        CALLING,
        "connect",
        {"serial": [{"to": "+15551234567"}], "timeout": 3},
        "expanded",
        {
            "serial": [{"to": "+15551234567"}],
            "webrtc_media": False,
            "timeout": 3,
            "encryption": "optional",
            "call_state_events": ["ended"],
            "realtime": False,
            "status_url_method": "POST",
            "max_duration": 14400,
            "answer_on_bridge": False,
        },
    ),
    (
        CALLING,
        "switch",
        {"case": {"b": LATER, "a": []}, "variable": "v"},
        "auto",
        {"variable": "v", "case": {"b": [{"sleep": 5}, {"play": {"url": "say:Hi"}}], "a": []}},
    ),
    (
        CALLING,
        "switch",
        {"variable": "v", "case": {}, "default": LATER},
        "full",
        {
            "variable": "v",
            "case": {},
            "default": [{"sleep": {"duration": 5}}, {"play": {"url": "say:Hi"}}],
        },
    ),
    (
        CALLING,
        "switch",
        {"variable": "v", "case": {"a": "hangup", "b": {"play": "say:Hi"}, "c": ["return"]}},
        "auto",
        {
            "variable": "v",
            "case": {
                "a": [{"hangup": {}}],
                "b": [{"play": {"url": "say:Hi"}}],
                "c": [{"return": None}],
            },
        },
    ),
    (
        CALLING,
        "execute",
        {"dest": "a", "on_return": "record"},
        "expanded",
        step(CALLING.named("execute"), {"dest": "a", "on_return": [{"record": {}}]}, "expanded")[
            "execute"
        ],
    ),
    (MESSAGING, "reply", "Hi", "auto", {"body": "Hi"}),
    (MESSAGING, "reply", {"body": "Hi"}, "auto", {"body": "Hi"}),
    (MESSAGING, "reply", {"body": "Hi"}, "simplified", "Hi"),
    (MESSAGING, "label", "a", "full", "a"),
]


@pytest.mark.parametrize(("flavour", "verb", "value", "form", "content"), WRITTEN)
def test_form(flavour: Flavour, verb: str, value: Any, form: str, content: Any) -> None:
    assert json.dumps(step(flavour.named(verb), value, form)) == json.dumps({verb: content})


@pytest.mark.parametrize(
    ("verb", "value", "sentence"),
    [
        ("play", {"url": "say:Hi"}, "play has no simplified form."),
        ("hangup", "busy", "hangup has no simplified form."),
        ("stop_tap", {}, "stop-tap has no simplified form."),
        (
            "join_conference",
            {"name": "a", "muted": True, "beep": "true", "region": "us"},
            "the simplified form is just the name, it can't hold 'muted', 'region'.",
        ),
    ],
)
def test_no_simplified_form(verb: str, value: Any, sentence: str) -> None:
    with pytest.raises(SwaigctlError) as caught:
        step(CALLING.named(verb), value, "simplified")
    assert caught.value.finding.message == sentence
    assert (caught.value.finding.code, caught.value.finding.path) == ("form", ("form",))


@pytest.mark.parametrize(
    ("verb", "value", "path"),
    [
        ("sleep", "x", ()),
        ("sleep", {"duration": "x"}, ("duration",)),
        ("label", 5, ("name",)),
        ("set", {"a": {1}}, ("vars", "a")),
        ("unset", [""], ("names", 0)),
        ("cond", [{"when": "x", "then": [{"sleep": -2}]}], ("branches", 0, "then", 0, "sleep")),
        ("play", {"urls": ["x"]}, ("urls", 0)),
        ("play", 5, ()),
        ("join_conference", 5, ()),
    ],
)
def test_path_of_a_finding_begins_with_the_parameter(
    verb: str, value: Any, path: tuple[str | int, ...]
) -> None:
    found = [each for each in findings_of(CALLING.named(verb), value) if each.is_error]
    assert [each.path for each in found] == [path]


def test_what_is_written_is_nobody_elses() -> None:
    """Two steps share no list of a default."""
    connect = CALLING.named("connect")
    value = {"to": "+15551234567"}
    first, second = (step(connect, value, "expanded")["connect"] for _ in range(2))
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["call_state_events"] is not second["call_state_events"]


def test_main_comes_first() -> None:
    sections: dict[str, list[dict[str, object]]] = {"later": [{"hangup": {}}], "main": []}
    written = document(sections)
    assert json.dumps(written) == json.dumps(
        {"version": "1.0.0", "sections": {"main": [], "later": [{"hangup": {}}]}}
    )
    kind = Document(CALLING)
    assert json.dumps(ordered(kind, {"sections": sections, "version": "1.0.0"})) == json.dumps(
        written
    )


def test_no_default_of_what_is_deprecated_is_written() -> None:
    older = Field("older", Text(), "Not any more.", default="a", deprecated="newer")
    kind = Object(older, Field("newer", Text(), "Better.", default="b"))
    assert ordered(kind, {}, "expanded") == {"newer": "b"}
    assert ordered(kind, {"older": "c"}, "expanded") == {"older": "c", "newer": "b"}


@pytest.mark.parametrize(
    ("flavour", "given", "sections"),
    [
        (CALLING, {"sections": {"main": "hangup"}}, {"main": [{"hangup": {}}]}),
        (CALLING, {"sections": {"main": {"sleep": {"duration": 5}}}}, {"main": [{"sleep": 5}]}),
        (CALLING, {"sections": {"main": {"code": ["hangup"]}}}, {"main": [{"hangup": {}}]}),
        (
            CALLING,
            {"sections": {"main": {"params": {}, "code": "hangup"}}},
            {"main": {"code": [{"hangup": {}}], "params": {}}},
        ),
        (MESSAGING, {"reply": "Hi"}, {"main": [{"reply": {"body": "Hi"}}]}),
        (MESSAGING, {"receive": {}, "version": "1.0.0"}, {"main": [{"receive": {}}]}),
        (MESSAGING, {}, {"main": [{"receive": {}}]}),
    ],
)
def test_document_in_order(flavour: Flavour, given: Any, sections: Any) -> None:
    written = ordered(Document(flavour), given)
    assert isinstance(written, dict)
    assert json.dumps(written["sections"]) == json.dumps(sections)
    assert errors(Document(flavour), written) == []
    assert json.dumps(ordered(Document(flavour), written)) == json.dumps(written)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_neither_sections_nor_a_verb_is_written_as_it_is(form: str) -> None:
    output = {"response": "0", "action": {"SWML": {"raw_swml": "0"}}}
    function = {"function": "f", "description": "0", "data_map": {"output": output}}
    value = {"prompt": {"text": "0"}, "SWAIG": {"functions": [function]}}
    written: Any = step(CALLING.named("ai"), value, form)
    found = written["ai"]["SWAIG"]["functions"][0]["data_map"]["output"]["action"]
    (action,) = found if isinstance(found, list) else [found]
    assert action["SWML"]["raw_swml"] == "0"
    assert "sections" not in action["SWML"]
