"""`join_conference` against its reference, the SDK and the SDK's schema."""

import inspect
import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from conftest import run_here
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from swaigctl import FunctionResult, ParameterError, SwaigFunctionResult
from swaigctl.catalog.actions.conferencing import join_conference
from swaigctl.model.kinds import Boolean, Choice, Integer, Words
from swaigctl.model.shapes import Json

NAME = st.text(min_size=1).filter(str.strip)
METHOD = st.sampled_from(["GET", "POST"])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
EVENTS = ("start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement")
RECORDING_EVENTS = ("in-progress", "completed", "absent")


def words(*spellings: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(spellings), min_size=1, max_size=4).map(" ".join)


# The reference, said once more by hand.
REFERENCE: dict[str, tuple[object, st.SearchStrategy[Any]]] = {
    "name": (inspect.Parameter.empty, NAME),
    "muted": (False, st.booleans()),
    "beep": ("true", st.sampled_from(["true", "false", "onEnter", "onExit"])),
    "start_on_enter": (True, st.booleans()),
    "end_on_exit": (False, st.booleans()),
    "wait_url": (None, st.none() | st.text(min_size=1)),
    "max_participants": (250, st.integers(1, 250)),
    "record": ("do-not-record", st.sampled_from(["do-not-record", "record-from-start"])),
    "region": (None, st.none() | st.text(min_size=1)),
    "trim": ("trim-silence", st.sampled_from(["trim-silence", "do-not-trim"])),
    "coach": (None, st.none() | st.text(min_size=1)),
    "status_callback_event": (None, st.none() | words(*EVENTS)),
    "status_callback": (None, st.none() | st.text(min_size=1)),
    "status_callback_method": ("POST", METHOD),
    "recording_status_callback": (None, st.none() | st.text(min_size=1)),
    "recording_status_callback_method": ("POST", METHOD),
    "recording_status_callback_event": ("completed", words(*RECORDING_EVENTS)),
    "result": (
        None,
        st.none() | st.lists(JSON, max_size=3) | st.dictionaries(st.text(), JSON, max_size=3),
    ),
}
OPTIONAL = {name: row for name, row in REFERENCE.items() if name != "name"}
VALUES = st.fixed_dictionaries(
    {"name": NAME}, optional={name: values for name, (_, values) in OPTIONAL.items()}
)


def test_signature_is_the_references() -> None:
    signature = inspect.signature(FunctionResult.join_conference)
    given = {name: each.default for name, each in signature.parameters.items() if name != "self"}
    assert list(given.items()) == [(name, default) for name, (default, _) in REFERENCE.items()]


def test_signatures_are_the_sdks(sdk: Any) -> None:
    from signalwire_agents.core.function_result import SwaigFunctionResult as Older

    def shape(function: Any) -> list[tuple[str, Any, Any]]:
        return [
            (p.name, p.kind, p.default) for p in inspect.signature(function).parameters.values()
        ]

    assert shape(FunctionResult.join_conference) == shape(Older.join_conference)
    assert shape(FunctionResult.__init__) == shape(sdk.__init__)
    assert shape(FunctionResult.to_dict) == shape(sdk.to_dict)
    assert SwaigFunctionResult is FunctionResult


def test_catalog_says_what_the_reference_says() -> None:
    kinds = {parameter.name: parameter.kind for parameter in join_conference.parameters}
    choices = {name: kind.spellings for name, kind in kinds.items() if isinstance(kind, Choice)}
    assert choices == {
        "beep": ("true", "false", "onEnter", "onExit"),
        "record": ("do-not-record", "record-from-start"),
        "trim": ("trim-silence", "do-not-trim"),
        "status_callback_method": ("GET", "POST"),
        "recording_status_callback_method": ("GET", "POST"),
    }
    word_sets = {name: kind.spellings for name, kind in kinds.items() if isinstance(kind, Words)}
    assert word_sets == {
        "status_callback_event": EVENTS,
        "recording_status_callback_event": RECORDING_EVENTS,
    }
    assert {name for name, kind in kinds.items() if isinstance(kind, Boolean)} == {
        "muted",
        "start_on_enter",
        "end_on_exit",
    }
    (most,) = (kind for kind in kinds.values() if isinstance(kind, Integer))
    assert (most.minimum, most.maximum) == (1, 250)
    (result,) = (kind for kind in kinds.values() if isinstance(kind, Json))
    assert result.json_types == (dict, list)


def sdk_dictionary(values: dict[str, Any], sdk: Any) -> Any:
    """What the SDK makes of it; `max_participants` as the older one has it, and the reference."""
    from signalwire_agents.core.function_result import SwaigFunctionResult as Older

    oracle = Older if "max_participants" in values else sdk
    return oracle("hi").join_conference(**values).to_dict()


@given(VALUES)
def test_same_dictionary_as_the_sdk(values: dict[str, Any]) -> None:
    from signalwire.core.function_result import FunctionResult as Sdk

    ours = FunctionResult("hi").join_conference(**values).to_dict()
    # As text, so that the order of the keys counts.
    assert json.dumps(ours) == json.dumps(sdk_dictionary(values, Sdk))


@given(VALUES)
def test_same_dictionary_from_the_command_line(values: dict[str, Any]) -> None:
    arguments = ["join-conference", "--compact"]
    for name, value in values.items():
        flag = "--" + name.replace("_", "-")
        if isinstance(value, bool):
            arguments.append(flag if value else flag.replace("--", "--no-", 1))
        elif value is not None:
            text = value if isinstance(value, str) else json.dumps(value)
            arguments.append(f"{flag}={text}")
    outcome = run_here(arguments)
    assert outcome.status == 0, outcome.err
    (action,) = FunctionResult().join_conference(**values).action
    assert json.loads(outcome.out) == action


@given(NAME)
def test_any_name_survives(name: str) -> None:
    outcome = run_here(["join-conference", "--name", name, "--as", "verb"])
    assert json.loads(outcome.out) == {"join_conference": name}
    assert (
        outcome.out.decode()
        == json.dumps(json.loads(outcome.out), indent=2, ensure_ascii=False) + "\n"
    )


INTEGER = "an integer between 1 and 250"
WRONG: list[tuple[str, Any, str]] = [
    ("name", "", "name cannot be empty"),
    ("name", " \t", "name cannot be empty"),
    ("beep", "onenter", "beep must be one of ['true', 'false', 'onEnter', 'onExit']"),
    ("beep", None, "beep must be one of ['true', 'false', 'onEnter', 'onExit']"),
    ("max_participants", 0, "max_participants must be a positive integer <= 250"),
    ("max_participants", 251, "max_participants must be a positive integer <= 250"),
    ("record", "yes", "record must be one of ['do-not-record', 'record-from-start']"),
    ("trim", "", "trim must be one of ['trim-silence', 'do-not-trim']"),
    ("status_callback_method", "PUT", "status_callback_method must be one of ['GET', 'POST']"),
    (
        "recording_status_callback_method",
        "get",
        "recording_status_callback_method must be one of ['GET', 'POST']",
    ),
]


@pytest.mark.parametrize(("parameter", "value", "wording"), WRONG)
def test_errors_start_with_the_sdks_wording(parameter: str, value: Any, wording: str) -> None:
    from signalwire_agents.core.function_result import SwaigFunctionResult as Older

    with pytest.raises(ValueError, match=r".+") as theirs:
        Older().join_conference(**{"name": "x", parameter: value})
    assert str(theirs.value) == wording
    with pytest.raises(ParameterError) as ours:
        FunctionResult().join_conference(**{"name": "x", parameter: value})
    assert isinstance(ours.value, ValueError)
    assert str(ours.value).startswith(wording)
    assert (ours.value.parameter, ours.value.value) == (parameter, value)


@pytest.mark.parametrize(
    ("parameter", "value", "allowed"),
    [
        ("name", 7, "text"),
        ("name", "\ud800", "valid UTF-8 text"),
        ("muted", 1, "a boolean (true or false)"),
        ("muted", None, "a boolean (true or false)"),
        ("muted", "true", "a boolean (true or false)"),
        ("beep", True, ("true", "false", "onEnter", "onExit")),
        ("wait_url", "", "text that is not empty"),
        ("region", "", "text that is not empty"),
        ("max_participants", 2.5, INTEGER),
        ("max_participants", True, INTEGER),
        ("max_participants", "50", INTEGER),
        ("max_participants", 251, range(1, 251)),
        ("status_callback_event", "join leaves", EVENTS),
        ("status_callback_event", "join\tleave", EVENTS),
        ("status_callback_event", "", EVENTS),
        (
            *("recording_status_callback_event", None),
            "text of one or more of 'in-progress', 'completed', 'absent', with spaces between them",
        ),
        ("result", "x", "an object or a list"),
        ("result", 0, "an object or a list"),
        ("result", {"a": float("nan")}, "JSON"),
        ("result", {1: 2}, "JSON"),
        ("result", [object()], "JSON"),
    ],
)
def test_what_the_reference_does_not_allow(parameter: str, value: Any, allowed: object) -> None:
    result = FunctionResult()
    with pytest.raises(ParameterError) as raised:
        result.join_conference(**{"name": "x", parameter: value})
    assert raised.value.parameter == parameter
    assert raised.value.allowed == allowed
    assert str(raised.value).startswith(parameter)
    assert result.action == []


def test_error_says_where_and_what_was_meant() -> None:
    with pytest.raises(ParameterError) as raised:
        FunctionResult().join_conference("x", result={"a": [1, float("inf")]})
    assert (raised.value.code, raised.value.path) == ("json", ("a", 1))
    assert str(raised.value) == "result.a[1] must be JSON."
    with pytest.raises(ParameterError) as raised:
        FunctionResult().join_conference("x", beep="onenter")  # type: ignore[arg-type]
    assert (raised.value.code, raised.value.near) == ("choice", "onEnter")


@cache
def schema_validator() -> Draft202012Validator:
    schema = json.loads((files("signalwire") / "schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


# schema.json has no simplified form, a single event word, other limits for `max_participants`,
# and its own ideas of `result`.
IN_SCHEMA = st.fixed_dictionaries(
    {"name": NAME},
    optional={
        **{
            name: values
            for name, (_, values) in REFERENCE.items()
            if name not in ("name", "result")
        },
        "status_callback_event": st.sampled_from(EVENTS),
        "recording_status_callback_event": st.sampled_from(RECORDING_EVENTS),
        "max_participants": st.integers(2, 250),
    },
)


@given(IN_SCHEMA)
def test_full_form_passes_the_sdks_schema(values: dict[str, Any]) -> None:
    arguments = [
        "join-conference",
        "--form",
        "full",
        "--as",
        "swml",
        "--params",
        json.dumps(values),
    ]
    outcome = run_here(arguments)
    assert outcome.status == 0, outcome.err
    schema_validator().validate(json.loads(outcome.out))


def test_schema_is_really_asked() -> None:
    document = json.loads(run_here(["join-conference", "--name", "x", "--as", "swml"]).out)
    assert not schema_validator().is_valid(document), "the simplified form is not in schema.json"
