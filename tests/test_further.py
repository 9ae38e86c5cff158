"""What actions take of their verbs: further parameters, other names, variables, and rules."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import run_here
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import right_values, values

from swaigctl import FunctionResult, ParameterError
from swaigctl.build.calls import Call
from swaigctl.build.requests import answer_to
from swaigctl.catalog import action_named, every_action
from swaigctl.catalog.program import flags
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.forms import Formatted
from swaigctl.model.further import alternatives
from swaigctl.model.kinds import Boolean
from swaigctl.model.places import Unreadable
from swaigctl.model.reading import Reading
from swaigctl.model.walk import findings

pytestmark = pytest.mark.once

WITH_VERB = [action for action in every_action() if action.verb is not None]
FURTHER = [
    pytest.param(action, parameter, id=f"{action.name}.{parameter.name}")
    for action in WITH_VERB
    for parameter in action.further
]
OTHER_NAMES = [
    pytest.param(action, parameter, name, id=f"{action.name}.{name}")
    for action in WITH_VERB
    for parameter in action.all_parameters
    for name in parameter.also
]
each_action = pytest.mark.parametrize("action", WITH_VERB, ids=lambda action: action.name)


def required_by(action: Action) -> dict[str, Any]:
    """Right values for what an action requires."""
    needed = {
        "to_number": "+15551234567",
        "from_number": "+15559876543",
        "uri": "wss://example.com",
        "event_data": {"type": "x"},
        "body": "Hi",
    }
    names = {each.name for each in action.parameters}
    required = {each.name for each in action.parameters if each.required}
    return {name: needed.get(name, "x") for name in names if name in required or name == "body"}


def given_with(action: Action, name: str, value: object) -> dict[str, Any]:
    """These and a further parameter, which may exclude some of them."""
    given = {**required_by(action), name: value}
    if name in alternatives(action):
        given = {each: its for each, its in given.items() if each not in alternatives(action)}
        given[name] = value
    return given


def verb_of(action: Action, given: dict[str, Any], form: str = "full") -> dict[str, Any]:
    """What stands behind the verb when the action is asked for with these parameters."""
    reading = Reading()
    checked = reading.complete(action, given)
    assert [each.line() for each in reading.findings] == []
    document = Call(action, checked, {"form": form, "as": "verb"}).document()
    verb: dict[str, Any] = document[action.place.key]  # type: ignore[assignment]
    return verb


def test_there_are_such_parameters() -> None:
    names = {action.name: [each.name for each in action.further] for action in WITH_VERB}
    assert {"timeout", "confirm", "serial", "parallel", "serial_parallel"} < set(names["connect"])
    assert names["join_conference"] == [
        "status_callback_event_type",
        "recording_status_callback_event_type",
        "stream",
    ]
    assert names["send_sms"] == ["status_callback"]
    assert names["swml_transfer"] == ["swml_params", "meta"]
    assert names["pay"] == names["tap"] == names["record_call"] == []


@each_action
def test_every_parameter_of_the_verb_can_be_given(action: Action) -> None:
    assert action.verb is not None
    places = [each.at.partition(".")[0] for each in action.all_parameters]
    assert set(action.verb.fields) <= set(places)
    assert len(places) == len(set(places))
    for parameter in action.all_parameters:
        assert parameter.of_verb == (parameter in action.further)
        assert parameter.of_verb == parameter.group.startswith("SWML parameters")


def test_one_use_of_a_verb_takes_no_others() -> None:
    for name in ("rpc_dial", "rpc_ai_message", "rpc_ai_global_data", "rpc_ai_unhold"):
        assert action_named(name).further == ()
    for action in every_action():
        if action.place.verb is None:
            assert action.further == ()


@pytest.mark.parametrize(("action", "parameter"), FURTHER)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_it_is_written_where_the_verb_wants_it(
    action: Action, parameter: Parameter, data: st.DataObject
) -> None:
    assert action.verb is not None
    value = data.draw(right_values(parameter.kind, False, 1))
    assume(not any(each.is_error for each in findings(parameter.kind, value)))
    given = given_with(action, parameter.name, value)
    rest = {name: its for name, its in given.items() if name != parameter.name}
    verb = verb_of(action, given)
    assert verb[parameter.at] == parameter.normal(value)
    assert not any(
        each.is_error and each.path[:1] == (parameter.at,)
        for each in findings(action.verb.kind, verb)
    )
    if rest.keys() == required_by(action).keys():
        without = verb_of(action, rest)
        assert verb == {**without, parameter.at: verb[parameter.at]}
        assert list(verb)[: len(without)] == list(without)
    wired = Call(action, Reading().parameters(action, given), {"form": "auto"}).wired()
    assert action.place.read(action, json.loads(json.dumps(wired)))[parameter.name] == value


@pytest.mark.parametrize(("action", "parameter"), FURTHER)
def test_even_a_default_is_written_if_it_is_given(action: Action, parameter: Parameter) -> None:
    if parameter.default is not None:
        verb = verb_of(action, given_with(action, parameter.name, parameter.default))
        assert verb[parameter.at] == parameter.default
    nothing = verb_of(action, {**required_by(action), parameter.name: None})
    assert nothing == verb_of(action, required_by(action))
    expanded = verb_of(action, required_by(action), "expanded")
    assert parameter.at not in expanded


@pytest.mark.parametrize(("action", "parameter"), FURTHER)
def test_it_prevents_the_simplified_form(action: Action, parameter: Parameter) -> None:
    if not action.main:
        return
    value = {"stream": {"url": "wss://x"}}.get(parameter.name, "relay")
    given = json.dumps(given_with(action, parameter.name, value))
    outcome = run_here([action.command, "--params", given, "--form", "simplified"])
    assert outcome.err.startswith("Error: --form simplified: the simplified form is just the ")
    assert parameter.flag in outcome.err


@pytest.mark.parametrize(("action", "parameter"), FURTHER)
def test_it_is_a_flag_with_help(action: Action, parameter: Parameter) -> None:
    table = flag_table(parameters_of(action))
    assert table[parameter.flag][0] is parameter
    text = run_here([action.command, "--help"]).out.decode()
    headings = re.split(r"\n(?=\S)", text)
    (section,) = (each for each in headings if each.startswith(f"{parameter.group}:\n"))
    assert f"\n  {parameter.flag}" in section


@each_action
def test_no_flag_of_every_command_is_hidden(action: Action) -> None:
    shared = {each.flag for each in flags.of(action)}
    own = {flag for each in action.all_parameters for flag in (each.flag, *each.also_flags)}
    assert not own & shared


@pytest.mark.parametrize(("action", "parameter", "name"), OTHER_NAMES)
def test_other_names_mean_the_same(action: Action, parameter: Parameter, name: str) -> None:
    samples = {"input": "dtmf", "event": {"type": "x"}, "params": {"a": 1}, "transfer": False}
    value: object = samples.get(name, "+1555")
    given = {**required_by(action), parameter.name: value}
    other = {**{each: its for each, its in given.items() if each != parameter.name}, name: value}
    assert verb_of(action, other) == verb_of(action, given)
    both = run_here([action.command, "--params", json.dumps({**given, name: value})])
    assert "they are the same parameter" in both.err
    assert both.status == 2
    if not parameter.of_verb:
        help = run_here([action.command, "--help"]).out.decode()
        assert f"{parameter.flag}, {parameter.also_flags[0]}" in help


def test_what_is_wrong_is_said_of_the_name_that_was_given() -> None:
    outcome = run_here(["connect", "--params", '{"to": ""}'])
    assert outcome.err.startswith("Error: --params.to: must not be empty.")


VARIABLES = [
    pytest.param(action, parameter, id=f"{action.name}.{parameter.name}")
    for action in WITH_VERB
    for parameter in action.parameters
    if getattr(parameter.kind, "variable", False)
]


def test_the_verbs_variables_are_taken() -> None:
    for action in WITH_VERB:
        assert action.verb is not None
        for parameter in action.all_parameters:
            field = action.verb.fields.get(parameter.at)
            if field is not None and not list(findings(field.kind, "${v}")):
                assert list(findings(parameter.kind, "${v}")) == [], parameter.name


@pytest.mark.parametrize(("action", "parameter"), VARIABLES)
def test_a_variable_is_written_as_it_is(action: Action, parameter: Parameter) -> None:
    given = {**required_by(action), parameter.name: "${call.v}"}
    assert verb_of(action, given)[parameter.at] == "${call.v}"
    if not isinstance(parameter.kind, Boolean):  # a boolean's flag takes no value
        rest = {name: value for name, value in given.items() if name != parameter.name}
        arguments = ["--params", json.dumps(rest), parameter.flag, "${call.v}", "--as", "verb"]
        outcome = run_here([action.command, *arguments])
        assert outcome.status == 0, outcome.err
        assert json.loads(outcome.out)[action.place.key][parameter.at] == "${call.v}"


@pytest.mark.parametrize(("action", "parameter"), VARIABLES)
def test_python_is_as_strict_as_before(action: Action, parameter: Parameter) -> None:
    """The SDK takes variables only where all is text, and where it checks nothing."""
    given = {**required_by(action), parameter.name: "${call.v}"}
    is_compared = (action.name, parameter.name) == ("tap", "rtp_ptime")  # with 0
    checked = action.reference_is_law or parameter.refused_by_sdk or is_compared
    if checked and not isinstance(parameter.kind, Formatted) and not is_text(parameter):
        with pytest.raises(ParameterError):
            getattr(FunctionResult(), action.name)(**given)
    else:
        getattr(FunctionResult(), action.name)(**given)


def is_text(parameter: Parameter) -> bool:
    return getattr(parameter.kind, "as_text", False)


def test_python_takes_no_further_parameters() -> None:
    result: Any = FunctionResult()
    with pytest.raises(TypeError):
        result.connect("+15551234567", timeout=20)
    with pytest.raises(TypeError):
        result.connect(to="+15551234567")
    result.execute_swml({"transfer": True, "sections": {"main": [{"plya": 1}]}})
    assert result.action == [{"SWML": {"transfer": True, "sections": {"main": [{"plya": 1}]}}}]


@each_action
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_the_verb_finds_together_the_action_has_said(
    action: Action, data: st.DataObject
) -> None:
    """Whatever is found in the step that an action writes was found in its parameters."""
    assert action.verb is not None
    reading = Reading()
    checked = reading.complete(action, data.draw(values(action, odd=False)))
    assume(not reading.findings)
    said = list(action.cautions(checked))
    assert len({(each.code, each.path) for each in said}) == len(said)
    verb = action.body.write(action, checked, "full")
    names = action.names_by_place
    redefined = {
        each.at
        for each in action.parameters
        if each.at in action.verb.fields and each.kind is not action.verb.fields[each.at].kind
    }
    found = {
        (each.code, (names.get(str(each.path[0]), each.path[0]), *each.path[1:]))
        for each in findings(action.verb.kind, verb)
        if each.path and each.path[0] not in redefined
    }
    assert found <= {(each.code, each.path) for each in said}


def test_what_excludes_each_other() -> None:
    connect = action_named("connect")
    assert alternatives(connect) == ("destination", "serial", "parallel", "serial_parallel")
    for first in alternatives(connect):
        for second in alternatives(connect):
            found = list(connect.missing({first: [], second: []}))
            assert [each.code for each in found] == ([] if first == second else ["exclusive"])
    (missing,) = connect.missing({"timeout": 20})
    assert (missing.code, missing.path) == ("required", ("destination",))


def test_further_ones_are_not_made_on_the_quick_path(monkeypatch: pytest.MonkeyPatch) -> None:
    conference = action_named("join_conference")
    monkeypatch.setattr(conference, "_further", None)
    outcome = run_here(["join-conference", "--name", "x", "--muted", "--beep", "false"])
    assert (outcome.status, outcome.err) == (0, "")
    assert conference._further is None
    assert run_here(["join-conference", "--name", "x", "--stream", '{"url": "wss://x"}']).out
    assert conference._further is not None


def test_what_others_wrote_with_names_of_no_verb_is_not_read() -> None:
    connect = action_named("connect")
    wired = Call(connect, {"destination": "+1555", "timeout": 9}, {"form": "auto"}).wired()
    assert connect.place.read(connect, wired)["timeout"] == 9
    text = json.dumps(wired).replace('"timeout"', '"timout"')
    with pytest.raises(Unreadable):
        connect.place.read(connect, json.loads(text))


def test_documents_are_checked_everywhere(tmp_path: Path) -> None:
    document = {"sections": {"main": [{"play": {"url": "say:Hi", "volme": 2}}]}}
    line = json.dumps({"action": "execute_swml", "params": {"swml_content": document}})
    path = tmp_path / "line.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    place = "swml_content.sections.main[0].play.volme: 'volme' is not a parameter of play."
    assert place in run_here(["execute-swml", "--swml-content", json.dumps(document)]).err.replace(
        "--swml-content", "swml_content"
    )
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps({"fixtures": [json.loads(line)]}), encoding="utf-8")
    assert place in run_here(["fixtures", "list", str(plan)]).err


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ("{ai: {prompt: {text: Hi}, zzz: {a: .nan}}}", "main[0].ai.zzz.a"),
        ("{set: {a: [.inf]}}", "main[0].set.a[0]"),
        ("{ai: {prompt: {text: Hi}, params: {zzz: .nan}}}", "main[0].ai.params.zzz"),
    ],
)
def test_a_document_is_json_to_the_bottom(inside: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(f"sections: {{main: [{inside}]}}", encoding="utf-8")
    outcome = run_here(["execute-swml", "--swml-content", f"@{path}"])
    assert outcome.status == 2
    assert f"--swml-content.sections.{place}: " in outcome.err
    assert "is not a JSON number." in outcome.err


def test_rules_about_further_parameters_say_where_they_lie() -> None:
    request = {"action": "connect", "params": {"to": "+15551234567", "realtime": True}}
    _, cautions = answer_to(request, {"form": "auto", "as": "action"})
    assert [each.path for each in cautions] == [("params", "realtime")]


def test_a_document_is_written_as_it_was_given() -> None:
    pay = {"payment_connector_url": "https://example.com", "timeout": 5, "security_code": True}
    document = {"sections": {"main": [{"pay": pay}, {"sip_refer": {"to_uri": "sip:a@b"}}]}}
    outcome = run_here(["execute-swml", "--swml-content", json.dumps(document), "--as", "swml"])
    assert outcome.err == ""
    assert json.loads(outcome.out) == document
