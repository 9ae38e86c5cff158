"""Every name of an action is taken in every input, and means the same there."""

import json
from pathlib import Path

import pytest
from conftest import run_here
from test_batch import OFTEN, heard
from test_examples import EXAMPLES, arguments_in, parameters_only

from swaigctl.catalog import SWML_KEY, action_called, every_action, index, names_of
from swaigctl.catalog.index import KEYS
from swaigctl.catalog.verbs import FLAVOURS, Flavour
from swaigctl.model.entries import Action
from swaigctl.model.places import Plain

pytestmark = pytest.mark.once

NAMES = [
    pytest.param(action, name, id=f"{action.name}-{name}")
    for action in every_action()
    for name in names_of(action.name)
]
each_name = pytest.mark.parametrize(("action", "name"), NAMES)


def example_of(action: Action) -> tuple[list[str], dict[str, object]]:
    """Flags of the action that give it parameters and nothing else, and the parameters."""
    for path in EXAMPLES:
        params = parameters_only(path)
        command, *flags = arguments_in(path)
        if command == action.command and params is not None and "-" not in flags:
            return flags, params
    raise AssertionError(f"there is no example of {action.command}")


def test_every_name_on_the_wire_is_an_actions() -> None:
    for action in every_action():
        assert action_called(action.name) is action_called(action.command) is action
        if isinstance(action.place, Plain) and KEYS[action.place.key] == action.name:
            found = action_called(action.place.key)
            # A method of this name counts first.
            assert found is action or (found and found.name == action.place.key)
        if action.place.verb is not None:
            verb = action.place.verb.name
            assert verb in index.ACTIONS, "the verb's name is no method's: look it up too"
    whole = [each for each in every_action() if each.place.carries_swml and not each.place.verb]
    assert [action_called(SWML_KEY)] == whole
    names = [name for action in every_action() for name in names_of(action.name)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("unset_global_data", "remove_global_data"),
        ("unset-global-data", "remove_global_data"),
        ("set_global_data", "update_global_data"),
        ("playback_bg", "play_background_file"),
        ("user_input", "simulate_user_input"),
        ("context_switch", "switch_context"),
        ("transfer", "transfer"),
        ("user_event", "user_event"),
        ("SWML", "execute_swml"),
    ],
)
def test_names_are_looked_up_in_order(name: str, method: str) -> None:
    found = action_called(name)
    assert found is not None
    assert found.name == method


@pytest.mark.parametrize("name", ["unset-global_data", "swml", "Unset_Global_Data", "", "-", "_"])
def test_what_is_no_name(name: str) -> None:
    assert action_called(name) is None


@each_name
def test_a_name_is_taken_on_every_command_line(action: Action, name: str) -> None:
    flags, _ = example_of(action)
    for asked in (
        ["{}", *flags],
        ["schema", "{}"],
        ["schema", "{}", "--of", "action"],
        ["help", "{}"],
        ["{}", "--help"],
        *([] if action.place.is_part else [["respond", "{}", *flags], ["respond", "{}", "--help"]]),
    ):
        by_command, by_name = (
            run_here([each.replace("{}", called) if each == "{}" else each for each in asked])
            for called in (action.command, name)
        )
        assert by_name == by_command
        assert by_command.status == 0
        assert by_command.out


@each_name
def test_a_name_is_found_by_list(action: Action, name: str) -> None:
    rows = json.loads(run_here(["list", name, "--format", "json"]).out)
    assert action.name in [row["method"] for row in rows]


@each_name
def test_a_name_is_taken_in_batches(action: Action, name: str) -> None:
    _, params = example_of(action)
    requests: list[object] = [{"action": name, "params": params}] * OFTEN
    if not action.place.is_part:
        requests += [{"actions": [{name: params}]}] * OFTEN
        requests += [{"actions": [{"action": name, "params": params}]}]
    answers = heard(*map(json.dumps, requests))
    assert answers.errors == []
    same = heard(
        *(json.dumps(each).replace(f'"{name}"', f'"{action.name}"', 1) for each in requests)
    )
    assert answers.text == same.text
    assert len(answers.text.splitlines()) == len(requests)


@each_name
def test_a_name_is_taken_in_plans(action: Action, name: str, tmp_path: Path) -> None:
    flags, params = example_of(action)
    fixtures: list[dict[str, object]] = [{"action": name, "params": params, "file": "a"}]
    if not action.place.is_part:
        fixtures.append({"actions": [{name: params}], "file": "b"})
        for member, value in params.items():
            rest = {each: its for each, its in params.items() if each != member}
            matrix = {f"{name}.{member}": [value]}
            fixtures.append({"actions": [{action.command: rest}], "matrix": matrix, "file": member})
    plan = tmp_path / "fixtures.json"
    plan.write_text(json.dumps({"fixtures": fixtures}))
    outcome = run_here(["fixtures", "build", str(plan)])
    assert outcome.status == 0, outcome.err
    written = {
        each.stem: json.loads(each.read_text()) for each in tmp_path.glob("fixtures/[!.]*.json")
    }
    alone = json.loads(run_here([action.command, *flags]).out)
    assert written.pop("a") == alone
    assert len(written) == len(fixtures) - 1
    for each in written.values():
        assert each["action"] == [alone]


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda each: each.name)
def test_verbs_are_called_as_commands_and_as_in_documents(flavour: Flavour) -> None:
    for verb in flavour.names():
        named = flavour.named(verb)
        for word in (verb, named.command):
            asked = ["swml", "--for", named.flavour, word, "--help"]
            assert run_here(asked).out == run_here(["help", *asked[:-1]]).out != b""
