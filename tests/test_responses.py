"""What a SWAIG response is: pairs in `responses/`, a response and what is found in it beside it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_model import each_action, right_calls

from swaigctl.catalog.bedrock_response import BEDROCK_RESPONSE
from swaigctl.catalog.index import KEYS
from swaigctl.catalog.response_kinds import ACTION, RESPONSE, SWML
from swaigctl.catalog.verbs import CALLING
from swaigctl.findings.messages import path_text
from swaigctl.model.entries import Action
from swaigctl.model.kinds import EVERY, Kind
from swaigctl.model.shapes import Named
from swaigctl.model.walk import findings, read, visits, written

pytestmark = pytest.mark.once

PAIRS = sorted((Path(__file__).parent / "responses").glob("*.json"))
each_pair = pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)


@each_pair
def test_what_is_found(path: Path) -> None:
    response = json.loads(path.read_text(encoding="utf-8"))
    found = "".join(
        f"{path_text(each.path)}: {each.message} [{each.code}]\n"
        for each in findings(RESPONSE, response)
    )
    assert found == path.with_suffix(".findings").read_text(encoding="utf-8")


@each_pair
def test_what_is_read_is_written_the_same(path: Path) -> None:
    response = json.loads(path.read_text(encoding="utf-8"))
    assert json.dumps(written(RESPONSE, read(RESPONSE, response))) == json.dumps(response)


def test_every_plain_action_has_an_example() -> None:
    response = json.loads((PAIRS[0].parent / "every-plain-action.json").read_text())
    assert {name for action in response["action"] for name in action} == set(KEYS)


@each_action
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_actions_write_is_right(action: Action, data: st.DataObject) -> None:
    if action.place.key_parameter or action.place.is_part or action.name == "execute_swml":
        return  # these write whatever they are given
    wired = data.draw(right_calls(action, "auto")).wired()
    found = findings(RESPONSE, {"response": "Done.", "action": [wired]})
    # What documents may hold is for the tests of verbs.
    wrong = [each for each in found if each.severity == "error" and each.path[2:3] != (SWML,)]
    assert wrong == []
    assert not any(each.code == "unknown-action" for each in findings(ACTION, wired))


def test_the_sdk_knows_no_other_plain_action() -> None:
    generated = pytest.importorskip("signalwire.core.swaig_actions_generated")
    names = {name for name in vars(generated._SwaigActions) if not name.startswith("_")}
    assert names <= set(KEYS)


def test_members_are_all_that_can_stand_in_an_action() -> None:
    assert [field.name for field in ACTION.fields] == [*KEYS, SWML]
    assert all(field.help.endswith(".") for field in ACTION.fields)


def named_inside(kind: Kind, seen: dict[str, Kind]) -> dict[str, Kind]:
    """Every named kind inside, by its name."""
    for _, inner, _ in visits(kind, EVERY):
        if isinstance(inner, Named) and inner.name not in seen:
            seen[inner.name] = inner.kind()
            named_inside(inner.kind(), seen)
    return seen


@pytest.mark.parametrize("verb", ["ai", "ai_sidecar", "amazon_bedrock"])
def test_named_kinds_are_described(verb: str) -> None:
    named = named_inside(CALLING.value_of(verb), {})
    assert named
    for kind in named.values():
        for _, inner, _ in visits(kind, EVERY):
            for field in inner.fields:
                assert field.help.endswith(".") or field.name in ("SWML", *KEYS), field.name


def test_one_description_serves_webhooks_and_data_maps() -> None:
    assert named_inside(CALLING.value_of("ai"), {})["response"] is RESPONSE
    assert named_inside(CALLING.value_of("amazon_bedrock"), {})["bedrock-response"] is (
        BEDROCK_RESPONSE
    )


def modules_after(statements: str) -> set[str]:
    """What is imported when a fresh Python has run these."""
    program = f"{statements}\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


JUDGE = """
from swaigctl.catalog.verbs import CALLING
from swaigctl.model.steps import Step
from swaigctl.model.walk import findings
function = {"function": "f", "description": "F.", "data_map": {"output": %s}}
step = {"ai": {"prompt": {"text": "x"}, "SWAIG": {"functions": [function]}}}
assert not list(findings(Step(CALLING), step))
"""


@pytest.mark.parametrize(
    ("output", "families"),
    [
        ({"response": "x"}, set()),
        ({"action": [{"say": "x"}]}, {"speech"}),
        ({"action": {"set_global_data": {"plan": 1}, "hangup": True}}, {"data", "call_holding"}),
    ],
)
def test_actions_are_imported_when_they_are_met(output: Any, families: set[str]) -> None:
    begin = "swaigctl.catalog.actions."
    modules = modules_after(JUDGE % repr(output))
    assert {each[len(begin) :] for each in modules if each.startswith(begin)} == families


@pytest.mark.parametrize(
    "module",
    ["response_kinds", "actions.context", "verbs.ai_functions", "verbs.ai_sidecar"],
)
def test_any_module_can_be_imported_first(module: str) -> None:
    assert f"swaigctl.catalog.{module}" in modules_after(f"import swaigctl.catalog.{module}")
