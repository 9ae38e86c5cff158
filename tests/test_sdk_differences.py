"""What `FunctionResult` does otherwise than the SDK's: no more and no less than the README says.

Every parameter of every method gets the same values here and there, beside as little as possible
for the others. What is sent is what a web server can send: JSON in UTF-8, without NaN.
"""

import enum
import inspect
import json
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import ROOT
from test_actions import WITH_SDK

from swaigctl import FunctionResult
from swaigctl.catalog import action_named
from swaigctl.model.entries import Action
from swaigctl.model.kinds import is_variable


class Word(enum.StrEnum):
    TRUE = "true"
    SPEAK = "speak"
    OTHER = "x"


class Count(enum.IntEnum):
    FIVE = 5
    MOST = 250


class Text(str):
    pass


class Document:
    def to_dict(self) -> dict[str, Any]:
        return {"version": "1.0.0", "sections": {"main": []}}


VALUES: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2,
        5,
        20,
        249,
        250,
        251,
        300,
        900,
        901,
        100_000,
        100_001,
        10**30,
    ),
    *(3.0, 0.0, -0.0, 20.0, 250.0, 300.0, 2.5, 0.5, 1e300, float("inf"), float("nan"), 10**5000),
    *("", " ", "\n", "x", "5", " 7", "-3", "--3", "07", "+5", "5.0", "²", "TRUE", "true", " true "),
    *("false", "${x}", "%{x}", " ${x}\n", "${a\nb}", "$ {x}", "\ud800", "é", "a,b", "none"),
    *("onEnter", "onExit", "GET", "POST", "get", "speak", "both", "wav", "mp4", "PCMA", "phone"),
    *("record-from-start", "do-not-trim", "start end", "start  end", "start, end", "in-progress"),
    *(
        '{"a": 1}',
        "[1]",
        '"x"',
        "NaN",
        '{"a": 1, "a": 2}',
        '{"version": "1.0.0"}',
        '\ufeff{"a": 1}',
    ),
    *([], ["x"], [""], [1], [None], [[]], [{}], ("x",), (), {}, {"a": 1}, {"a": ("x",)}, {1: 2}),
    *({"a": float("nan")}, {"a": "\ud800"}, OrderedDict(a=1), {"a": {1, 2}}),
    *([{"function": "f", "active": True}], ({"function": "f", "active": 1.0},)),
    *(b"x", bytearray(b"x"), {"x"}, frozenset(), object(), 1j, Document(), Document),
    *(Word.TRUE, Word.SPEAK, Word.OTHER, Count.FIVE, Count.MOST, Text("true"), Text("x")),
]


@dataclass(frozen=True)
class Difference:
    """One row of the README's table."""

    method: str
    parameters: tuple[str, ...]
    values: str
    sdk: str
    ours: str
    has: Callable[[Any], bool]

    @property
    def row(self) -> tuple[str, ...]:
        names = ", ".join(f"`{name}`" for name in self.parameters)
        return f"`{self.method}`: {names}", self.values, self.sdk, self.ours


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_whole(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == int(value)


def is_finite(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, float) and value - value == 0)


CONFERENCE = "join_conference"
MOST = ("max_participants",)
DIFFERENCES = [
    Difference(
        CONFERENCE,
        MOST,
        "250",
        "written",
        "left out",
        lambda value: is_finite(value) and value == 250,
    ),
    Difference(
        CONFERENCE, MOST, "1", "refused", "written", lambda value: type(value) is int and value == 1
    ),
    Difference(
        CONFERENCE,
        MOST,
        "more than 250",
        "written",
        "refused",
        lambda value: is_finite(value) and is_whole(value) and value > 250,
    ),
    Difference(
        CONFERENCE,
        MOST,
        "text: a number, a SWML variable",
        "written",
        "refused",
        lambda value: is_text(value) and (value.strip().isdigit() or is_variable(value.strip())),
    ),
    Difference(
        CONFERENCE,
        ("muted", "start_on_enter", "end_on_exit"),
        "neither `True` nor `False`",
        "taken for one of them, or written",
        "refused",
        lambda value: not isinstance(value, bool),
    ),
    Difference(
        CONFERENCE,
        ("name",),
        "no text",
        "written",
        "refused",
        lambda value: not is_text(value),
    ),
    Difference(
        CONFERENCE,
        ("wait_url", "region", "coach", "status_callback", "recording_status_callback"),
        "empty text, or no text",
        "left out, or written",
        "refused",
        lambda value: not (is_text(value) and value) and value is not None,
    ),
    Difference(
        CONFERENCE,
        ("status_callback_event", "recording_status_callback_event"),
        "a word that is not documented, empty text, or no text",
        "written, or left out",
        "refused",
        lambda value: True,
    ),
    Difference(
        CONFERENCE,
        ("result",),
        "neither an object nor a list, or one with names that are not text",
        "written",
        "refused",
        lambda value: not isinstance(value, (dict, list, tuple)) or value == {1: 2},
    ),
    Difference(
        "pay",
        ("timeout", "max_attempts", "min_postal_code_length", "security_code"),
        "a SWML variable with a line break in it",
        "refused",
        "written",
        lambda value: is_text(value) and "\n" in value.strip(),
    ),
    Difference(
        "pay",
        ("postal_code",),
        '`"TRUE"`, `" true "`',
        "written as it is",
        '`"true"`',
        lambda value: is_text(value) and value != "true" and value.strip().lower() == "true",
    ),
    Difference(
        "rpc_ai_message",
        ("message_text",),
        "`False`, 0",
        "written",
        "refused",
        lambda value: is_finite(value) and not value,
    ),
]


def least(action: Action) -> dict[str, Any]:
    """As few arguments as the method can be called with."""
    given: dict[str, Any] = {each.name: "sip:x.y@z" for each in action.parameters if each.required}
    if action.name == "execute_swml":
        given["swml_content"] = {"sections": {"main": []}}
    if action.name in ("send_sms", "rpc_ai_message"):
        given["body" if action.name == "send_sms" else "message_text"] = "Hi"
    return given


REFUSED = "refused"


def sent(result: Any, name: str, arguments: dict[str, Any]) -> str:
    """What goes to the platform after the call, in its bytes; or that nothing does."""
    try:
        answer = getattr(result, name)(**arguments)
    except (ValueError, TypeError) as error:
        return REFUSED if str(error) else "refused without a word"
    document = answer if answer is not result else [result.to_dict(), result.post_process]
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False)
        return text.encode().decode()
    except (ValueError, TypeError):
        return REFUSED


def differences(sdk: Any) -> Iterator[tuple[str, str, Any, str, str]]:
    """Each method, parameter and value for which it is not the same, with what both send."""
    for action in WITH_SDK:
        for parameter in action.parameters:
            for value in VALUES:
                arguments = {**least(action), parameter.name: value}
                theirs = sent(sdk("Hi"), action.name, arguments)
                ours = sent(FunctionResult("Hi"), action.name, arguments)
                if theirs != ours:
                    yield action.name, parameter.name, value, theirs, ours


def test_differences_are_the_documented_ones(sdk: Any) -> None:
    seen = set()
    for method, parameter, value, theirs, ours in differences(sdk):
        rows = [
            each
            for each in DIFFERENCES
            if each.method == method and parameter in each.parameters and each.has(value)
        ]
        assert len(rows) == 1, f"{method}({parameter}={value!r}): {theirs} there, {ours} here"
        (row,) = rows
        assert (theirs == REFUSED) == (row.sdk == REFUSED)
        assert (ours == REFUSED) == (row.ours == REFUSED)
        seen.add((row, parameter))
    documented = {(each, parameter) for each in DIFFERENCES for parameter in each.parameters}
    assert documented == seen, "these are none any more"


def test_readme_has_every_difference() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, section = text.partition("### Where it differs from the SDK\n")
    section, _, _ = section.partition("\n#")
    rows = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in section.splitlines()]
    found = [row[:4] for row in rows if row and row[0].startswith("`")]
    assert found == [each.row for each in DIFFERENCES]
    assert all(len(row) == 5 and row[4] for row in rows if row)


def sdk_defaults(sdk: Any, name: str) -> dict[str, Any]:
    parameters = inspect.signature(getattr(sdk, name)).parameters.values()
    return {each.name: each.default for each in parameters if each.default is not each.empty}


@pytest.mark.parametrize("action", WITH_SDK, ids=lambda action: action.name)
def test_a_default_of_the_sdk_says_nothing(sdk: Any, action: Action) -> None:
    defaults = {
        name: default
        for name, default in sdk_defaults(sdk, action.name).items()
        if name not in least(action)
    }
    without = sent(FunctionResult(), action.name, least(action))
    assert without == sent(sdk(), action.name, least(action)) != REFUSED
    for some in (*({name: default} for name, default in defaults.items()), defaults):
        assert sent(FunctionResult(), action.name, {**least(action), **some}) == without


WHOLE_FLOATS = [
    ("hold", {"timeout": 60.0}),
    ("wait_for_user", {"timeout": 5.0}),
    ("set_end_of_speech_timeout", {"milliseconds": 700.0}),
    ("join_conference", {"name": "x", "max_participants": 50.0}),
    ("tap", {"uri": "rtp://192.0.2.1:5000", "rtp_ptime": 40.0}),
    ("tap", {"uri": "rtp://192.0.2.1:5000", "rtp_ptime": 20.0}),
    ("pay", {"payment_connector_url": "https://example.com", "timeout": 7.0}),
    ("record_call", {"max_length": 60.0, "initial_timeout": 0.0}),
    ("toggle_functions", {"function_toggles": [{"function": "x", "active": 2.0}]}),
]
TEXTS = [
    ("execute_swml", {"swml_content": '{"sections": {"main": [{"hangup": {}}]}}'}),
    ("execute_swml", {"swml_content": ' {"sections": {"main": []}}\n', "transfer": True}),
]
NULLS = [
    ("pay", {"payment_connector_url": "https://example.com", "ai_response": None}),
    ("join_conference", {"name": "x", "muted": True, "max_participants": None}),
    ("hold", {"timeout": 5, "step": None}),
]
REQUESTS = [*WHOLE_FLOATS, *TEXTS, *NULLS]
NOTHING = [
    (action.name, {**least(action), **dict.fromkeys(sdk_default)})
    for action in WITH_SDK
    if (sdk_default := [p.name for p in action.parameters if p.may_be_none and p.default is None])
    and action.name not in ("send_sms", "rpc_ai_message")
]


@pytest.mark.parametrize(("name", "params"), REQUESTS)
def test_requests_take_what_the_sdk_takes(sdk: Any, name: str, params: dict[str, Any]) -> None:
    from swaigctl.build.requests import answer_to
    from swaigctl.formats.json import compact_json

    request = {"action": name, "params": params}
    document, _ = answer_to(request, {"form": "auto", "as": "action"})
    result = sdk()
    getattr(result, name)(**params)
    expected = json.dumps(result.action[0], separators=(",", ":"), ensure_ascii=False)
    assert compact_json(document) == expected


@pytest.mark.parametrize(("name", "params"), REQUESTS)
def test_streams_and_flags_take_it_too(name: str, params: dict[str, Any]) -> None:
    from conftest import run_here

    from swaigctl.batch.lines import Answers

    action = action_named(name)
    line = json.dumps({"action": name, "params": params}).encode()
    answers = Answers({"form": "auto", "as": "action"}, False)
    general, _ = answers.general(line)
    for _ in range(70):  # until there is a pattern
        try:
            quick = answers.quick(line)
        except Exception:  # it may decline, it may never differ
            continue
        assert quick == general
    outcome = run_here([action.command, "--params", json.dumps(params), "--compact"])
    assert outcome.out.decode() == general + "\n"


@pytest.mark.parametrize(("name", "params"), REQUESTS)
def test_schema_takes_it_too(name: str, params: dict[str, Any]) -> None:
    from jsonschema import Draft202012Validator

    from swaigctl.schema.actions import params_schema

    Draft202012Validator(params_schema(action_named(name))).validate(params)


def test_null_is_the_default_in_every_form() -> None:
    from conftest import run_here

    given = ["join-conference", "--form", "expanded", "--params"]
    outcome = run_here([*given, '{"name": "x", "max_participants": null}'])
    assert outcome.out == run_here([*given, '{"name": "x"}']).out
    assert b'"max_participants": 250' in outcome.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"sections": {"main": [{"hangpu": {}}]}}', "holds SWML, at sections.main[0].hangpu: "),
        ('{"sections": ', "is text, but not the JSON of a SWML document: not valid JSON: "),
        ("sections: {main: []}", "is text, but not the JSON of a SWML document: not valid JSON: "),
        ("hello", "is text, but not the JSON of a SWML document: not valid JSON: "),
        ("[1]", "must be an object, or the JSON of one as text, not '[1]'."),
        ("null", "must be an object, or the JSON of one as text, not 'null'."),
        ("", "must not be empty."),
    ],
)
def test_other_text_is_no_document(text: str, told: str) -> None:
    from conftest import run_here

    params = json.dumps({"swml_content": text})
    outcome = run_here(["execute-swml", "--params", params])
    assert outcome.status == 2
    (line,) = [each for each in outcome.err.splitlines() if each.startswith("Error: ")]
    assert line.startswith(f"Error: --params.swml_content: {told}")


def test_numbers_in_objects_say_something_even_if_they_are_0() -> None:
    """What Python takes for nothing is left out, but for what is kept: 0 is a number."""
    for action in WITH_SDK:
        for parameter in action.parameters:
            value = 0 if not any(parameter.findings(0)) else 1
            left_out = parameter.default is None and not (parameter.always or parameter.keep_empty)
            if left_out and value == 0 and not action.body.value:
                assert action.name == "wait_for_user", parameter.name


def test_none_is_no_difference(sdk: Any) -> None:
    for name, arguments in NOTHING:
        assert sent(FunctionResult(), name, arguments) == sent(sdk(), name, arguments)
