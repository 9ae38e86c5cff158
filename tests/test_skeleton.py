"""`--skeleton`: refused until it is filled in, and then the same action."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import run_here, run_program
from ruamel.yaml import YAML

from swaigctl.catalog import families
from swaigctl.catalog.program import flags
from swaigctl.model.entries import Action

ACTIONS = [action for actions in families().values() for action in actions]
each_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
EXAMPLES = [
    pytest.param(example.arguments, id=f"{action.name}-{number}")
    for action in ACTIONS
    for number, example in enumerate(action.examples)
]


def flag_for(action: Action, option: str) -> str:
    """The flag for this option, called otherwise where a parameter has its name."""
    return next(each.flag for each in flags.of(action) if each.option == option)


def skeleton(action: Action, *flags: str) -> str:
    outcome = run_here([action.command, *flags, "--skeleton"])
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out.decode()


@each_action
def test_every_parameter_stands_in_it(action: Action) -> None:
    text = skeleton(action)
    members = YAML(typ="safe").load(text)
    as_json = json.loads(skeleton(action, flag_for(action, "format"), "json"))
    lines = text.splitlines()
    assert max(map(len, lines)) <= 80 or action.name == "pay"
    for parameter in action.parameters:
        (where,) = (
            n for n, s in enumerate(lines) if s.lstrip("#").startswith(f"{parameter.name}:")
        )
        assert lines[where - 1].startswith("# ")
        if parameter.required:
            assert not members.get(parameter.name)
            assert not as_json.get(parameter.name)
            assert "[required" in text
        elif parameter.default is None:
            assert members.get(parameter.name) is None
            assert as_json[parameter.name] is None
            assert lines[where] in (f"#{parameter.name}:", f"{parameter.name}: null")
        else:
            assert members[parameter.name] == as_json[parameter.name] == parameter.default
        for spelling in parameter.meanings:
            assert f"#   {spelling} " in text


@each_action
@pytest.mark.parametrize("language", ["yaml", "json"])
def test_refused_until_filled_in(action: Action, language: str, tmp_path: Path) -> None:
    path = tmp_path / f"params.{language}"
    path.write_text(skeleton(action, flag_for(action, "format"), language), encoding="utf-8")
    outcome = run_here([action.command, flag_for(action, "params"), f"@{path}"])
    missing = [parameter.flag for parameter in action.parameters if parameter.required]
    needs = any(rule.code == "required" for rule in action.rules)
    assert outcome.status == (2 if missing or needs else 0), outcome.err
    if len(missing) == 1:
        name = missing[0][2:].replace("-", "_")
        inside = f"{flag_for(action, 'params')}.{name}"
        assert outcome.err.startswith((f"Error: {inside}", f"Error: {missing[0]}: is req"))


@pytest.mark.parametrize("arguments", EXAMPLES)
@pytest.mark.parametrize("language", ["yaml", "json"])
def test_filled_in_it_is_the_same_action(arguments: str, language: str, tmp_path: Path) -> None:
    command, *flags = shlex.split(arguments)
    (action,) = (each for each in ACTIONS if each.command == command)
    path = tmp_path / f"params.{language}"
    path.write_text(
        skeleton(action, *flags, flag_for(action, "format"), language), encoding="utf-8"
    )
    fed_back = run_here([command, flag_for(action, "params"), f"@{path}"])
    assert fed_back == run_here([command, *flags])
    assert fed_back.status == 0


@each_action
def test_typer_app_prints_the_same(action: Action) -> None:
    arguments = [action.command, "--skeleton"]
    assert run_here(arguments, quick=False) == run_here(arguments)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("join-conference --name 007 --muted", {"name": "007", "muted": True, "beep": "true"}),
        ("""pay --params '{"ai_response": null, "timeout": " 7"}'""", {"timeout": 7}),
        ("send-sms --media a --media b", {"media": ["a", "b"], "to_number": ""}),
        ("hold --prompt 'a: #b'", {"prompt": "a: #b", "timeout": 300}),
    ],
)
def test_what_was_given_is_kept(arguments: str, expected: dict[str, Any]) -> None:
    outcome = run_program([*shlex.split(arguments), "--skeleton"])
    assert (outcome.status, outcome.err) == (0, "")
    members = YAML(typ="safe").load(outcome.out)
    assert {name: members[name] for name in expected} == expected


def test_null_is_kept_where_it_is_not_the_default(tmp_path: Path) -> None:
    flags = ["--payment-connector-url", "x", "--params", '{"ai_response": null}']
    path = tmp_path / "params.yaml"
    path.write_bytes(run_program(["pay", *flags, "--skeleton"]).out)
    assert run_here(["pay", "--params", f"@{path}"]).out == run_here(["pay", *flags]).out


def test_same_bytes_at_any_width() -> None:
    arguments = ["join-conference", "--skeleton"]
    narrow, wide = (run_program(arguments, None, COLUMNS=width) for width in ("40", "200"))
    assert narrow == wide


def test_not_in_a_chain() -> None:
    outcome = run_program(["respond", "say", "--skeleton"])
    assert (outcome.status, outcome.out) == (2, b"")


def test_required_value_of_any_kind_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "params.yaml"
    for language in ("yaml", "json"):
        text = run_program(["add-action", "--name", "x", "--skeleton", "--format", language]).out
        path.write_bytes(text)
        outcome = run_program(["add-action", "--params", f"@{path}"])
        assert outcome.err.startswith("Error: --data: is required.")
