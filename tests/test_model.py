"""The model: places and bodies write what they read, kinds answer for one level, unions choose."""

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from strategies import JSON_VALUE, mostly, right_values, values

from swaigctl.build.calls import Call
from swaigctl.catalog import every_action
from swaigctl.catalog.program.flags import FORM
from swaigctl.findings import ERROR, INFO, WARNING, Finding, SwaigctlError
from swaigctl.formats import MAX_DEPTH
from swaigctl.model.conditions import Beside, Given, Misspelt, NamesUnlike, Useless
from swaigctl.model.entries import Action, Verb
from swaigctl.model.forms import AMOUNT, Formatted, Quoted
from swaigctl.model.kinds import EVERY, Boolean, Choice, Constant, Integer, Number, Text, Words
from swaigctl.model.places import Unreadable
from swaigctl.model.rules import MoreThan, Rule, Unlike, Without, need_one_of
from swaigctl.model.shapes import ANY_JSON, Field, Json, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf
from swaigctl.model.walk import checked, findings, fold, read, visits, written
from swaigctl.python.values import PYTHON_KINDS
from swaigctl.schema.definitions import Definitions
from swaigctl.schema.kinds import given as schema_given

pytestmark = pytest.mark.once

ACTIONS = every_action()
each_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)


def right_calls(action: Action, form: str) -> st.SearchStrategy[Call]:
    """Calls that are right: what draws no error at the command line."""

    def call(values: dict[str, Any]) -> Call:
        normal = {
            each.name: each.normal(values[each.name])
            for each in action.all_parameters
            if each.name in values
        }
        return Call(action, normal, {"form": form, "as": "action"})

    def is_right(values: dict[str, Any]) -> bool:
        wrong = [
            each
            for p in action.all_parameters
            if p.name in values
            for each in p.findings(values[p.name])
            if each.is_error
        ]
        return not wrong and not list(action.missing(values))

    return values(action, odd=False).filter(is_right).map(call)


@each_action
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_is_written_can_be_read_and_written_again(action: Action, data: st.DataObject) -> None:
    call = data.draw(right_calls(action, data.draw(st.sampled_from(list(FORM.meanings)))))
    try:
        wired = call.wired()
    except SwaigctlError:  # the simplified form can't hold it
        return
    values = action.place.read(action, copy.deepcopy(wired))
    again = Call(action, values, call.options).wired()
    assert json.dumps(again) == json.dumps(wired)


@each_action
@given(data=st.data())
def test_what_is_written_is_of_the_kind_that_is_described(
    action: Action, data: st.DataObject
) -> None:
    call = data.draw(right_calls(action, "auto"))
    if action.name != "execute_swml":
        found = findings(action.place.kind(action), read(action.place.kind(action), call.wired()))
        assert [each for each in found if each.severity == "error"] == []


@pytest.mark.parametrize(
    "other", [{"say": 1, "hangup": True}, {"SWML": {}}, {"SWML": []}, [], "x", {}]
)
@each_action
def test_what_others_wrote_is_not_read(action: Action, other: Any) -> None:
    if not (action.place.key_parameter or action.name == "execute_swml" or action.place.is_part):
        with pytest.raises(Unreadable):
            action.place.read(action, other)


KINDS = [
    Text(),
    Boolean(),
    Boolean(variable=True),
    Integer(1, 5),
    Integer(as_text=True, variable=True),
    Number(0, 1),
    Choice("GET", "POST"),
    Words("start", "end"),
    Choice({"GET": "Fetch.", "POST": "Send."}, variable=True),
    Words("start", "end", variable=True),
    Text(empty=True),
    Json(),
    ListOf(Integer(1, 5), at_least=1),
    MapOf(Text(), required=("main",)),
    Object(Field("a", Integer(1, 5), "A number.", required=True), Field("b", Text(), "A text.")),
    OneOf(Text(), ListOf(Text())),
    OneOf(Boolean(), Choice("forever")),
    OneOf(
        Object(Field("url", Text(), "One.", required=True)),
        Object(Field("urls", ListOf(Text()), "Several.", required=True)),
    ),
]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)


@each_kind
@given(data=st.data())
def test_any_json_is_answered(kind: Any, data: st.DataObject) -> None:
    """Nothing raises, every path leads somewhere, and a message is a whole sentence."""
    value = data.draw(mostly(right_values(kind)) | JSON_VALUE)
    for finding in findings(kind, value):
        inside: Any = value
        for step in finding.path:
            if isinstance(inside, dict) and step not in inside:
                assert finding.code == "required"
                break
            inside = inside[step]
        assert len(finding.message) > 10
        assert finding.line().endswith(("?", ".", "]"))


@each_kind
@given(data=st.data())
def test_reading_undoes_writing(kind: Any, data: st.DataObject) -> None:
    value = data.draw(right_values(kind))
    if not list(findings(kind, value)):
        wired = written(kind, value)
        assert written(kind, read(kind, wired)) == wired
        assert checked(kind, read(kind, wired)) == checked(kind, value)


def test_all_faults_are_found() -> None:
    kind = next(each for each in KINDS if isinstance(each, Object))
    found = [(each.code, each.path) for each in findings(kind, {"b": 1, "c": 2})]
    assert found == [("unknown-name", ("c",)), ("required", ("a",)), ("type", ("b",))]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"url": "x"}, []),
        ({"urls": ["x"]}, []),
        ({"url": "x", "urls": ["y"]}, [("exclusive", ("urls",))]),
        ({"urls": [""]}, [("empty", ("urls", 0))]),
        ({"ulrs": [""]}, [("unknown-name", ("ulrs",)), ("empty", ("ulrs", 0))]),
        ({}, [("required", ("url",))]),
        ([], [("type", ())]),
    ],
)
def test_union_of_objects_speaks_for_the_branch_that_was_meant(value: Any, found: Any) -> None:
    assert [(each.code, each.path) for each in findings(KINDS[-1], value)][
        : len(found) or 1
    ] == found


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (OneOf(Boolean(), Choice("forever")), "true", "Did you mean true?"),
        (OneOf(Boolean(), Integer(-1)), "false", "Did you mean false?"),
        (OneOf(Boolean(), Integer(-1)), -2, "must be at least -1, not -2."),
        (Words("join", "leave"), ["join", "leave"], "Did you mean 'join leave'?"),
        (Integer(1, 9), "7", "Did you mean 7?"),
        (Text(), 7, "Did you mean '7'?"),
        (ListOf(Text()), "x", 'Did you mean ["x"]?'),
    ],
)
def test_conversions_are_suggested(kind: Any, value: Any, message: str) -> None:
    (finding,) = findings(kind, value)
    assert finding.message.endswith(message)


def test_union_takes_what_a_branch_takes() -> None:
    bare = Object(Field("url", Text(), "What."), bare="url")
    assert OneOf(bare, ListOf(Text())).takes("x")
    assert not OneOf(Boolean(), Text()).takes(7)
    assert not OneOf(Integer(), Text()).takes(True)
    assert OneOf(Json(), Text()).takes(None)


def test_union_names_forms_and_suggests_what_it_allows() -> None:
    form = Formatted("form", lambda text: text == "a:b", "^a:b$", "'a:TEXT'", "TEXT")
    kind = OneOf(Choice("polite", "rude"), form)
    allowed = "must be 'polite', 'rude' or 'a:TEXT'"
    messages = [finding.message for value in (7, "polit") for finding in findings(kind, value)]
    assert messages == [
        f"the value {allowed}, not the number 7.",
        f"the value {allowed}, not 'polit'. Did you mean 'polite'?",
    ]


def test_choices_take_variables_where_they_may() -> None:
    assert list(findings(Choice("GET", variable=True), "${method}")) == []
    assert [each.code for each in findings(Choice("GET"), "${method}")] == ["choice"]


def test_empty_text_is_allowed_where_it_may_be() -> None:
    assert list(findings(Text(empty=True), "")) == []
    assert [each.code for each in findings(Text(), "")] == ["empty"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%{a.b[0]} {x} $5 ${ %{", []),
        ("${a.b}!", [("${a.b}", "%{a.b}")]),
        ("%{a} ${a + 1} %{f(a)}", [("${a + 1}", None), ("%{f(a)}", None)]),
        ("%{}", [("%{}", None)]),
    ],
)
def test_messages_have_only_paths_replaced(text: str, found: Any) -> None:
    assert [
        (each.value, each.suggestion) for each in findings(Text(paths_only=True), text)
    ] == found
    assert list(findings(Text(), text)) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, [("unknown-name", "error")]),
        ({"unknown": WARNING}, [("unknown-name", "error")]),
        ({"open": True}, [("required", "error")]),
    ],
)
def test_misspelt_name_is_one_error(facts: Any, found: Any) -> None:
    kind = Object(Field("prompt", Text(), "A text.", required=True), **facts)
    assert [(each.code, each.severity) for each in findings(kind, {"promt": "x"})] == found


@pytest.mark.parametrize("value", [{"media": {}}, {"body": ""}, {"body": "", "media": 7}])
def test_nothing_is_missing_where_a_member_is_wrong_already(value: Any) -> None:
    kind = Object(
        Field("body", Text(), "A text."),
        Field("media", ListOf(Text()), "URLs."),
        rules=(need_one_of("body", "media", count_empty=False),),
    )
    assert {each.path[0] for each in findings(kind, value)} == set(value)
    assert "required" not in [each.code for each in findings(kind, value)]
    assert [each.code for each in findings(kind, {"media": []})] == ["required"]


def test_rules_are_silent_about_a_member_that_is_wrong_already() -> None:
    digits = Rule("digits", ("a",), Unlike(str.isdigit), "{subject} has no digits.", severity=ERROR)
    kind = Object(Field("a", Text(), "A text."), rules=(digits,))
    assert [each.code for each in findings(kind, {"a": 0.5})] == ["type"]
    assert [each.code for each in findings(kind, {"a": "x"})] == ["digits"]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (5, []),
        ("${x}", []),
        ("5", [("legacy-form", "warning", 5)]),
        ("50", [("type", "error", None)]),
        (50, [("range", "error", None)]),
        ("five", [("type", "error", None)]),
        ([], [("type", "error", None)]),
    ],
)
def test_quoted_numbers_are_taken(value: Any, found: Any) -> None:
    kind = Quoted(Integer(1, 9, variable=True))
    assert [(e.code, e.severity, e.suggestion) for e in findings(kind, value)] == found
    assert written(kind, value) == value


@pytest.mark.parametrize(
    ("value", "found"), [("true", ["legacy-form"]), ("yes", ["type"]), (False, []), (0, [])]
)
def test_quoted_kinds_may_be_unions(value: Any, found: Any) -> None:
    kind = Quoted(OneOf(Boolean(), Integer()))
    assert [each.code for each in findings(kind, value)] == found


def test_open_choices_are_text() -> None:
    (finding,) = findings(Choice("a", open=True), 7)
    assert finding.message.endswith(
        "must be text, not the number 7: write it in quotes. Did you mean '7'?"
    )


def test_unions_say_once_that_a_variable_is_allowed() -> None:
    kind = OneOf(Constant(0), Integer(5, 9, variable=True), Boolean(variable=True), AMOUNT)
    assert kind.allowed == (
        "0, an integer between 5 and 9, a boolean (true or false), a decimal amount without "
        "currency, such as '25.50' or a SWML variable"
    )


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, []),
        ({"quiet": True}, ["quiet"]),
        ({"quiet": False}, []),
        ({"quiet": "false"}, []),
        ({"quiet": True, "file": "x"}, []),
    ],
)
def test_what_says_more_about_something_needs_it(values: Any, found: Any) -> None:
    rule = Rule("no-effect", ("quiet",), Useless("file"), "{subject} needs {file}.")
    assert [each.path[0] for each in rule.find(values)] == found


def test_what_is_given_is_found_whatever_its_value() -> None:
    rule = Rule("no-effect", ("old",), Given(), "{subject} does nothing.")
    assert [each.value for each in rule.find({"old": False, "new": 1})] == [False]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("end_of_speech_timeot", "end_of_speech_timeout"),
        ("End-of-speech-timeout", "end_of_speech_timeout"),
        ("speech_timeout", None),
        ("end", None),
        ("something_else", None),
        (7, None),
    ],
)
def test_only_what_is_very_like_a_known_name_is_misspelt(name: Any, meant: Any) -> None:
    known = ("end_of_speech_timeout", "energy_level")
    rule = Rule("unknown-name", (), Misspelt(known), "{value} is not known.")
    assert [each.suggestion for each in rule.find({name: 1})] == ([meant] if meant else [])


def test_bare_values_are_legacy() -> None:
    kind = Object(Field("url", Integer(1, 5), "What."), bare="url")
    assert [each.code for each in findings(kind, 3)] == ["legacy-form"]
    assert [each.code for each in findings(kind, 9)] == ["legacy-form", "range"]
    assert [each.code for each in findings(kind, [])] == ["type"]


def test_bare_values_may_be_of_several_kinds() -> None:
    one_or_more = OneOf(Integer(1, 5), ListOf(Integer(1, 5)))
    kind = Object(Field("url", one_or_more, "What."), bare="url")
    assert [each.code for each in findings(kind, 3)] == ["legacy-form"]
    assert [each.code for each in findings(kind, [3])] == ["legacy-form"]
    assert [(each.code, each.path) for each in findings(kind, [3, 9])] == [
        ("legacy-form", ()),
        ("range", (1,)),
    ]


def test_bare_values_need_not_be_legacy() -> None:
    kind = Object(Field("name", Text(), "Its name."), bare="name", bare_severity=INFO)
    for union in (kind, OneOf(kind, Object(Field("other", Text(), "Another.")))):
        (finding,) = findings(union, "team")
        assert (finding.code, finding.severity) == ("simplified-form", "info")
        assert finding.suggestion == {"name": "team"}


@pytest.mark.parametrize(
    ("value", "meant"), [("a", {"label": "a"}), ("", None), (7, None), (["a"], None), (None, None)]
)
def test_an_object_is_suggested_around_its_one_required_member(value: Any, meant: Any) -> None:
    kind = Object(Field("label", Text(), "A label.", required=True), Field("max", Text(), "Most."))
    (finding,) = findings(kind, value)
    assert (finding.code, finding.suggestion) == ("type", meant)


def test_a_variable_may_stand_for_a_choice_or_words() -> None:
    for kind in (Choice("start", "end", variable=True), Words("start", "end", variable=True)):
        for value in ("start", "${vars.event}", "%{vars.event}"):
            assert list(findings(kind, value)) == []
        for value in ("begin", "${vars.event", "vars.event"):
            assert [each.code for each in findings(kind, value)] == ["choice"]
        assert [each.code for each in findings(kind.literal, "${vars.event}")] == ["choice"]
    assert list(findings(Words("start", "end", variable=True), "start ${more}")) == []
    assert Choice({"a": "One.", "b": "Two."}, open=True, metavar="X").literal.meanings["b"]


@pytest.mark.parametrize(
    "kind",
    [
        Choice("start", "end", variable=True),
        Words("start", "end", variable=True),
        Text(empty=True),
        Text(empty=True, blank=False),
    ],
    ids=["choice", "words", "text", "text-not-blank"],
)
@pytest.mark.parametrize("value", ["start", "start end", "${a}", "start ${a}", "x", "", " ", 7])
def test_schema_of_variables_and_empty_text_agrees_with_the_check(kind: Any, value: Any) -> None:
    definitions = Definitions()
    schema = {**schema_given(kind, definitions), "$defs": definitions}
    assert Draft202012Validator(schema).is_valid(value) == (not list(findings(kind, value)))


def test_what_python_gives_is_literal() -> None:
    verb = Verb("play", "Play.", Object(Field("loop", Choice("a", variable=True), "How.")))
    assert list(verb.parameter("loop").findings("${x}")) == []
    assert list(findings(PYTHON_KINDS[verb.parameter("loop")], "${x}")) != []
    assert list(findings(PYTHON_KINDS[verb.parameter("loop", kind=Text())], "${x}")) == []


@pytest.mark.parametrize(
    ("kind", "right", "literal"),
    [
        (Boolean(variable=True), True, "bool"),
        (Integer(2, 9, "SECONDS", variable=True), 3, "int"),
        (Number(0, 1, variable=True), 0.5, "float"),
        (Choice("a", "b", variable=True), "a", 'Literal["a", "b"]'),
        (Words("a", variable=True), "a a", "str"),
    ],
)
def test_no_variable_stands_for_what_is_literal(kind: Any, right: Any, literal: str) -> None:
    assert list(findings(kind, "${x}")) == []
    assert list(findings(kind.literal, "${x}")) != []
    assert list(findings(kind.literal, right)) == []
    assert kind.literal.annotation == literal
    assert kind.literal.metavar == kind.metavar


def test_text_may_be_empty_where_that_says_something() -> None:
    assert list(findings(Text(empty=True), "")) == []
    assert [each.code for each in findings(Text(), "")] == ["empty"]
    assert [each.code for each in findings(Text(empty=True, blank=False), " ")] == ["empty"]


def test_a_verb_without_parameters_has_a_value() -> None:
    name = Field("name", Text(), "Its name.")
    assert Verb("label", "Name a place.", name).fields == {"name": name}
    assert Verb("label", "Name a place.", name).kind is name.kind
    assert Verb("stop", "Stop.", Object(name)).value is None


def rules_of(*conditions: tuple[Any, ...]) -> Object:
    fields = ("a", "b", "c")
    return Object(
        *(Field(each, ANY_JSON, "A member.", default="same") for each in fields),
        rules=tuple(
            Rule("found", parameters, condition, "{subject} is odd.", severity=severity)
            for parameters, condition, severity in conditions
        ),
    )


@pytest.mark.parametrize(
    ("condition", "value", "found"),
    [
        (Without("b"), {"a": 1}, [("a",)]),
        (Without("b"), {"a": 1, "b": 2}, []),
        (Without("b", False), {"a": True}, []),
        (Without("b", False), {"a": False}, [("a",)]),
        (Beside("b", str.isdigit), {"a": 1, "b": "7"}, [("a",)]),
        (Beside("b", str.isdigit), {"a": 1, "b": "x"}, []),
        (Beside("b", str.isdigit), {"a": 1, "b": 7}, []),
        (Beside("b", str.isdigit), {"b": "7"}, []),
        (NamesUnlike(str.isdigit), {"a": {"1": 0, "x": 0}}, [("a", "x")]),
        (NamesUnlike(str.isdigit), {"a": ["x"]}, []),
        (MoreThan(5), {"a": 5}, []),
        (MoreThan(5), {"a": 5.5}, [("a",)]),
        (MoreThan(5), {"a": "6"}, []),
    ],
)
def test_conditions(condition: Any, value: Any, found: Any) -> None:
    kind = rules_of((("a",), condition, "warning"))
    assert [each.path for each in findings(kind, value)] == found


def test_warnings_are_about_what_differs_from_the_defaults() -> None:
    for severity, found in (("warning", []), ("error", [("a",)])):
        kind = rules_of((("a",), Without("b"), severity))
        assert [each.path for each in findings(kind, {"a": "same", "c": 1})] == found
        assert [each.path for each in findings(kind, {"a": None})] == [("a",)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(
            (each, json.loads(each))
            for each in ("0", "-7", "0.5", "-0.25", "1e3", "2E-3", "1.5e+2")
        ),
        *(("+5", 5), ("+1.5", 1.5)),
        *((each, each) for each in ("007", "00", "-01", "01.5", ".5", "5.", "1e", "e3", "1e5.0")),
        *(
            (each, each)
            for each in ("", "-", "+-1", " 1", "1_0", "²", "1e²", "0x1", "NaN", "1e999")
        ),
    ],
)
def test_numbers_at_the_command_line_are_those_of_json(text: str, number: object) -> None:
    read = Number().from_texts([text])
    assert (read, type(read)) == (number, type(number))
    is_whole = isinstance(number, int)
    assert Integer().from_texts([text]) == (number if is_whole else text)


def test_what_was_meant_by_a_number_with_zeros() -> None:
    for text, meant in (("007", 7), ("01.5", 1.5), ("-01", -1), ("00", None), ("0x1", None)):
        (finding,) = findings(Number(), text)
        assert finding.suggestion == meant, text


def test_aliases_and_deprecations() -> None:
    kind = Object(
        Field("code", Integer(), "A code.", required=True, aliases=("listen_code",)),
        Field("engine", Text(), "An engine.", deprecated="'voice'"),
    )
    found = list(findings(kind, {"listen_code": "x", "engine": "y"}))
    assert [(each.code, each.severity) for each in found] == [
        ("legacy-form", "warning"),
        ("deprecated", "warning"),
        ("type", "error"),
    ]


def test_definitions_contain_themselves() -> None:
    tree: Named = Named("tree", lambda: Object(Field("inner", tree, "The same again.")))
    value: dict[str, Any] = {}
    for _ in range(20):
        value = {"inner": value}
    assert list(findings(tree, value)) == []
    assert [each.path for each in findings(tree, {"inner": {"inner": 1}})] == [("inner", "inner")]
    assert len(list(visits(tree, EVERY))) == 1


def test_what_holds_itself_is_refused() -> None:
    value: dict[str, Any] = {}
    value["again"] = value
    (finding,) = findings(ANY_JSON, value)
    assert len(finding.path) == MAX_DEPTH + 1
    tree: Named = Named("tree", lambda: Object(Field("again", tree, "The same.")))
    with pytest.raises(SwaigctlError):
        fold(tree, value, lambda kind, value, parts: None)


@pytest.mark.parametrize("value", [float("nan"), {1: 2}, ["\ud800"], {"\ud800": 1}, b"x", {1, 2}])
def test_what_json_cannot_hold_is_found(value: Any) -> None:
    assert [each.severity for each in findings(ANY_JSON, value)] == ["error"]


def test_findings_cannot_be_changed() -> None:
    finding = Finding("type", "{subject} must be {allowed}.", path=("a",), allowed="text")
    with pytest.raises(AttributeError):
        finding.code = "other"
    with pytest.raises((AttributeError, TypeError)):
        del finding.code
    assert finding.but(path=("b", 0)).message == "b[0] must be text."
    assert finding.message == "a must be text."
    assert pickle.loads(pickle.dumps(finding)) == finding == copy.copy(finding)
    assert len({finding, finding.but()}) == 1


@given(st.text(), st.text())
def test_text_of_others_is_no_template(name: str, value: str) -> None:
    finding = Finding("x", "{subject} and {value} of {name}.", path=(name,), value=value)
    finding = finding.but(details={"name": name})
    assert finding.message.endswith(f" of {name}.")
