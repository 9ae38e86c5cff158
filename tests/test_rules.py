"""Every rule has a folder of examples: command lines in which it finds something, and others."""

import shlex
from pathlib import Path

import pytest
from conftest import run_here

from swaigctl.catalog import every_action
from swaigctl.catalog.program.flags import OPTION_RULES
from swaigctl.catalog.responses import RULES
from swaigctl.cli.quick import read_and_answer
from swaigctl.findings import ERROR, Refused
from swaigctl.model.further import shape_rules
from swaigctl.model.rules import Rule

FOLDER = Path(__file__).parent / "rules"
EVERY_RULE: list[Rule] = [
    *(rule for action in every_action() for rule in (*action.rules, *action.verb_rules)),
    *(rule for action in every_action() if action.verb for rule in shape_rules(action.verb)),
    *RULES,
    *OPTION_RULES,
]


def examples(name: str) -> list[object]:
    """The command lines of a kind, each with the code that it is about."""
    return [
        pytest.param(folder.name, line, id=f"{folder.name}: {line[:60]}")
        for folder in sorted(FOLDER.iterdir())
        for line in (folder / f"{name}.args").read_text(encoding="utf-8").splitlines()
    ]


def codes(line: str) -> list[str]:
    """What is found in a command line."""
    try:
        return [each.code for each in read_and_answer(shlex.split(line)).cautions]
    except Refused as refused:
        return [each.code for each in refused.findings]


def test_every_rule_has_a_folder() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == {rule.code for rule in EVERY_RULE}


@pytest.mark.parametrize(("code", "line"), examples("found"))
def test_found(code: str, line: str) -> None:
    assert code in codes(line)
    outcome = run_here(shlex.split(line), quick=False)
    severity = {rule.severity for rule in EVERY_RULE if rule.code == code}
    assert bool(outcome.status) == (severity == {ERROR})
    assert (f"[{code}]" in outcome.err) == (severity != {ERROR})


@pytest.mark.parametrize(("code", "line"), examples("not-found"))
def test_not_found(code: str, line: str) -> None:
    assert code not in codes(line)
    assert run_here(shlex.split(line)).status == 0


def test_nothing_but_rules_warns_of_anything() -> None:
    """What a strict run refuses is a rule's, so that its code is listed and has examples."""
    known = {rule.code for rule in EVERY_RULE}
    lines = [line for path in FOLDER.rglob("*.args") for line in path.read_text().splitlines()]
    assert {code for line in lines for code in codes(line)} <= known
