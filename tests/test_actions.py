"""Every action against the SDK: same signatures, same dictionaries, or both refuse."""

import inspect
import json
import re
import typing
from typing import Any

import pytest
from conftest import run_here
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import python_values

from swaigctl import FunctionResult, ParameterError
from swaigctl.catalog import action_named, every_action, index
from swaigctl.descriptions import inside
from swaigctl.model.entries import Action
from swaigctl.model.kinds import Boolean, Choice, Kind
from swaigctl.model.shapes import ListOf
from swaigctl.model.unions import OneOf

ACTIONS = every_action()
OURS_ALONE = {"back_to_back_functions", "findings", "transfer", "user_event"}
WITH_SDK = [action for action in ACTIONS if action.name not in OURS_ALONE]


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A method and keyword arguments for it."""
    action = draw(st.sampled_from([each for each in WITH_SDK if not each.reference_is_law]))
    arguments = {}
    for parameter in action.parameters:
        if parameter.required or draw(st.booleans()):
            arguments[parameter.name] = draw(python_values(action, parameter))
    return action.name, arguments


def outcome(result: Any, name: str, arguments: dict[str, Any]) -> str:
    """What the call does to a result, as text, so that the order of keys counts; or `refused`."""
    try:
        answer = getattr(result, name)(**arguments)
    except (ValueError, TypeError):
        assert result.action == []
        return "refused"
    if answer is not result:
        return json.dumps(answer)
    return json.dumps([result.to_dict(), result.post_process])


@settings(max_examples=1500, deadline=None)
@given(calls())
def test_same_dictionary_or_both_refuse(call: tuple[str, dict[str, Any]]) -> None:
    from signalwire.core.function_result import FunctionResult as Sdk

    name, arguments = call
    assert outcome(FunctionResult("Hi"), name, arguments) == outcome(Sdk("Hi"), name, arguments)


@settings(max_examples=100, deadline=None)
@given(st.lists(calls(), max_size=5))
def test_same_dictionary_for_a_chain(chain: list[tuple[str, dict[str, Any]]]) -> None:
    from signalwire.core.function_result import FunctionResult as Sdk

    results: list[Any] = [FunctionResult(), Sdk()]
    for result in results:
        for name, arguments in chain:
            try:
                getattr(result, name)(**arguments)
            except (ValueError, TypeError):
                continue
    ours, theirs = (json.dumps(result.to_dict()) for result in results)
    assert ours == theirs


REFUSED_BY_BOTH = [
    ("tap", {"uri": "ws://x", "direction": "hear"}),
    ("tap", {"uri": "ws://x", "codec": "OPUS"}),
    ("tap", {"uri": "ws://x", "rtp_ptime": 0}),
    ("record_call", {"format": "ogg"}),
    ("record_call", {"direction": "none"}),
    ("change_voice", {"voice": "  "}),
    ("send_sms", {"to_number": "+1", "from_number": "+2"}),
    ("send_sms", {"to_number": "+1", "from_number": "+2", "body": "", "media": []}),
    ("rpc_ai_message", {"call_id": "x"}),
    ("pay", {"payment_connector_url": "https://x", "timeout": "soon"}),
    ("pay", {"payment_connector_url": "https://x", "max_attempts": True}),
    ("pay", {"payment_connector_url": "https://x", "min_postal_code_length": 1.5}),
    ("pay", {"payment_connector_url": "https://x", "security_code": "yes"}),
]


@pytest.mark.parametrize(("name", "arguments"), REFUSED_BY_BOTH)
def test_errors_start_with_the_sdks_wording(sdk: Any, name: str, arguments: Any) -> None:
    with pytest.raises(ValueError, match=r".+") as theirs:
        getattr(sdk(), name)(**arguments)
    with pytest.raises(ParameterError) as ours:
        getattr(FunctionResult(), name)(**arguments)
    wording = str(theirs.value).partition(", got ")[0]
    assert str(ours.value).startswith(wording)


def test_every_method_of_the_sdk_is_there(sdk: Any) -> None:
    def methods(cls: Any) -> set[str]:
        return {name for name, _ in inspect.getmembers(cls, callable) if name[0] != "_"}

    assert methods(sdk) - methods(FunctionResult) == set(), "describe it in the catalog"
    assert methods(FunctionResult) - methods(sdk) == OURS_ALONE


def test_every_action_on_the_wire_is_there() -> None:
    from signalwire.core.swaig_actions_generated import _SwaigActions

    keys = {name for name in vars(_SwaigActions) if name[0] != "_"}
    assert keys <= {action.place.key for action in ACTIONS}


@pytest.mark.parametrize("name", [*(a.name for a in WITH_SDK), "add_actions", "set_response"])
def test_signature_is_the_sdks(sdk: Any, name: str) -> None:
    def shape(cls: Any) -> list[Any]:
        parameters = inspect.signature(getattr(cls, name)).parameters.values()
        return [(each.name, each.kind, each.default) for each in parameters]

    if name != "join_conference":  # the reference's default of max_participants
        assert shape(FunctionResult) == shape(sdk)
    static = isinstance(inspect.getattr_static(sdk, name), staticmethod)
    assert isinstance(inspect.getattr_static(FunctionResult, name), staticmethod) == static


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_method_has_types_and_words(action: Action) -> None:
    method = getattr(FunctionResult, action.name)
    hints = typing.get_type_hints(method)
    for parameter in action.parameters:
        if isinstance(parameter.kind, Choice):
            assert typing.get_args(hints[parameter.name]) == parameter.kind.spellings
        assert f"{parameter.name}: {parameter.help.split()[0]}" in method.__doc__
    assert method.__qualname__ == f"FunctionResult.{action.name}"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_help_says_it_all(action: Action) -> None:
    help_text = run_here([action.command, "--help"]).out.decode()
    assert action.summary.split()[0] in help_text
    for parameter in action.parameters:
        assert f"  {parameter.flag}" in help_text
        for name, _ in inside(parameter):
            assert re.search(rf"^    +{re.escape(name)}( |$)", help_text, re.M)
    # An address is not broken, so that it can be followed, and neither is text in an example.
    lines = [line for line in help_text.splitlines() if " " in line.strip()]
    assert max(map(len, (line for line in lines if '": "' not in line))) <= 100


def as_flags(action: Action, arguments: dict[str, Any]) -> list[str]:
    """The command line's way to give these arguments."""
    flags = []
    for parameter in action.parameters:
        value = arguments.get(parameter.name)
        if value is None:
            continue
        if isinstance(value, bool) and isinstance(parameter.kind, Boolean):
            if value != parameter.default:
                flags.append(parameter.flag if value else parameter.negative_flag)
        elif isinstance(value, list) and parameter.kind.repeatable:
            flags += [f"{parameter.flag}={each}" for each in value]
        elif isinstance(value, str) and not parameter.kind.takes_json:
            flags.append(f"{parameter.flag}={value}")
        elif isinstance(value, bool):
            flags.append(f"{parameter.flag}={'true' if value else 'false'}")
        else:
            flags.append(f"{parameter.flag}={json.dumps(value)}")
    return flags


EXAMPLES = [
    pytest.param(action, example.arguments, id=action.name)
    for action in ACTIONS
    for example in action.examples[:1]
    if not action.place.is_part
]


@pytest.mark.parametrize(("action", "arguments"), EXAMPLES)
def test_round_trip_through_respond(action: Action, arguments: str) -> None:
    import shlex

    alone = json.loads(run_here(shlex.split(arguments)).out)
    chain = run_here(["respond", *shlex.split(arguments)])
    assert json.loads(chain.out) == {"action": [alone]}
    same = FunctionResult().add_actions([alone])
    assert same.to_dict() == json.loads(chain.out)


def has(kind: Kind, branch: type[Kind]) -> bool:
    """Whether it is a union with such a branch."""
    return isinstance(kind, OneOf) and any(isinstance(each, branch) for each in kind.branches)


@settings(max_examples=300, deadline=None)
@given(calls())
def test_command_line_builds_what_python_builds_or_refuses(
    call: tuple[str, dict[str, Any]],
) -> None:
    name, arguments = call
    action = action_named(name)
    if any(
        (arguments.get(each.name, 0) is None and each.default is not None)
        or (has(each.kind, Boolean) and isinstance(arguments.get(each.name), bool))
        or (has(each.kind, ListOf) and len(arguments[each.name]) < 2)
        for each in action.parameters
    ):
        return  # no flag says null, a boolean among texts, or a list of one
    first = run_here([action.command, "--compact", *as_flags(action, arguments)])
    if first.status:
        assert first.err.startswith("Error: ")
        assert first.out == b""
        return
    ours = outcome(FunctionResult(), name, arguments)
    if ours == "refused" or (not action.place.is_part and "prompt" in arguments):
        return
    built = json.loads(ours)
    assert json.loads(first.out) == (built if action.place.is_part else built[0]["action"][0])


def test_results_share_nothing_with_the_catalog() -> None:
    FunctionResult().clear_dynamic_hints().action[0]["clear_dynamic_hints"]["x"] = 1
    assert FunctionResult().clear_dynamic_hints().action == [{"clear_dynamic_hints": {}}]


def test_families_are_in_the_index() -> None:
    assert [action.name for action in ACTIONS] == list(index.ACTIONS)
