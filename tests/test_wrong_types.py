"""Values of a wrong type: each parameter of the catalog gets wrong twins of its right values.

Whatever the parameter, the message names all that is allowed, tells the types apart, and suggests
the value in the right type wherever only one can be meant.
"""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import run_here, run_program
from twins import right_values, twins

from swaigctl.catalog import every_action
from swaigctl.catalog.response_kinds import ACTION, RESPONSE
from swaigctl.catalog.verbs import CALLING, MESSAGING
from swaigctl.findings import ERROR, Finding
from swaigctl.findings.messages import shown
from swaigctl.model.forms import Formatted, Lenient, Quoted
from swaigctl.model.kinds import (
    EVERY,
    Boolean,
    Choice,
    Constant,
    Integer,
    Kind,
    Number,
    Spelled,
    Text,
)
from swaigctl.model.shapes import ListOf, MapOf, Named, Sequence
from swaigctl.model.unions import OneOf
from swaigctl.model.walk import findings, visits

pytestmark = pytest.mark.once


def described() -> "dict[str, Kind]":
    """The kind of each parameter and member in the catalog, and of what is in lists and maps.

    By where it is described; each is there once.
    """
    known: set[int] = set()
    found: dict[str, Kind] = {}

    def keep(place: str, kind: Kind) -> None:
        if id(kind) not in known:
            known.add(id(kind))
            found[place] = kind

    def keep_all(place: str, kind: Kind) -> None:
        keep(place, kind)
        for path, inner, _ in visits(kind, EVERY):
            here = ".".join((place, *map(str, path)))
            for field in inner.fields:
                keep(f"{here}.{field.name}", field.kind)
            if isinstance(inner, (ListOf, MapOf)):
                keep(f"{here}.*", inner.item)

    for action in every_action():
        for parameter in action.all_parameters:
            keep_all(f"{action.name}.{parameter.name}", parameter.kind)
    for flavour in (CALLING, MESSAGING):
        for name in flavour.names():
            keep_all(f"{flavour.name} {name}", flavour.named(name).kind)
    keep_all("response", RESPONSE)
    for name in ACTION.names:
        keep_all(f"response.action.{name}", ACTION.kind_of(name))
    return found


DESCRIBED = described()


CASES = [
    pytest.param(kind, right, twin, meant, id=f"{place}: {json.dumps(twin)[:50]}")
    for place, kind in DESCRIBED.items()
    for right in right_values(kind)
    for twin, meant in twins(kind, right)
]


def errors_in(kind: Kind, value: Any) -> "list[Finding]":
    """What is wrong with the value as a whole, as a parameter's."""
    return [
        each.within("it") for each in findings(kind, value) if each.is_error and each.path == ()
    ]


def is_right(kind: Kind, value: Any) -> bool:
    return not any(each.is_error for each in findings(kind, value))


def phrases_in(kind: Kind, value: Any) -> "list[str]":
    """What a message about a value of a wrong type must name."""
    if isinstance(kind, Named):
        return phrases_in(kind.kind(), value)
    if isinstance(kind, (Lenient, Quoted)):
        return phrases_in(kind.kind, value)
    if isinstance(kind, OneOf):
        return [each for branch in kind.branches for each in phrases_in(branch, value)]
    if isinstance(kind, Choice) and kind.open:
        return ["text"]
    if isinstance(kind, Spelled):
        return [repr(each) for each in kind.spellings]
    if isinstance(kind, Boolean):
        return ["a boolean (true or false)"]
    if isinstance(kind, Integer):
        return ["an integer"]
    if isinstance(kind, Number):
        return ["a number"]
    if isinstance(kind, Constant):
        return [shown(kind.value)]
    if isinstance(kind, Formatted):
        return [kind.form if kind.severity == ERROR else "text"]
    if isinstance(kind, Text):
        return ["text"]
    return ["a list"] if isinstance(kind, (ListOf, Sequence)) else []


def test_there_are_cases_of_all_types() -> None:
    assert len(DESCRIBED) > 500
    assert len(CASES) > 3000
    for place, kind in DESCRIBED.items():
        assert right_values(kind), place
        assert all(is_right(kind, each) for each in right_values(kind)), place


@pytest.mark.parametrize(("kind", "right", "twin", "meant"), CASES)
def test_message_tells_all(kind: Kind, right: Any, twin: Any, meant: Any) -> None:
    for finding in errors_in(kind, twin):
        if finding.code not in ("type", "choice"):
            continue
        message = finding.message
        for phrase in phrases_in(kind.chosen(twin), twin):
            assert phrase in message
        allowed, _, rest = message.partition(", not ")
        assert rest or isinstance(twin, dict), message
        # What is shown like something that is allowed, or was meant, has its type beside it.
        alike = shown(twin) in allowed or shown(twin) == shown(finding.suggestion)
        assert not alike or rest.startswith(("the boolean ", "the number ", "the text ", "null"))
        meant_text = str(finding.suggestion).lower()
        if finding.suggestion is not None and meant_text == str(twin).lower():
            assert "quotes" in message


@pytest.mark.parametrize(("kind", "right", "twin", "meant"), CASES)
def test_what_is_suggested_is_right(kind: Kind, right: Any, twin: Any, meant: Any) -> None:
    wrong = errors_in(kind, twin)
    for finding in wrong:
        if finding.suggestion is not None and not finding.about_key:
            assert is_right(kind, finding.suggestion), finding
    if meant is not None and not list(findings(kind, meant)):
        for finding in wrong:
            assert finding.suggestion is not None or finding.code == "range", finding


EVERYWHERE = {
    "a quoted boolean": (
        *("back_to_back_functions", "enabled", "true"),
        "must be a boolean (true or false) or 'forever', not the text 'true': write it without "
        "quotes. Did you mean true?",
    ),
    "a boolean for text": (
        *("join_conference", "beep", True),
        "must be one of 'true', 'false', 'onEnter', 'onExit', not the boolean true: write it in "
        "quotes. Did you mean 'true'?",
    ),
    "a quoted number": (
        *("hold", "timeout", "300"),
        "must be an integer between 0 and 900, not the text '300': write it without quotes. Did "
        "you mean 300?",
    ),
    "a list of words": (
        *("join_conference", "recording_status_callback_event", ["completed", "absent"]),
        "must be text of one or more of 'in-progress', 'completed', 'absent', with spaces between "
        "them, not a list. Did you mean 'completed absent'?",
    ),
    "words for a list": (
        *("connect", "call_state_events", "ringing answered"),
        "must be a list of one or more of 'created', 'ringing', 'answered', 'ended', not the text "
        '\'ringing answered\'. Did you mean ["ringing", "answered"]?',
    ),
    "one object for a list": (
        *("connect", "headers", {"name": "a", "value": "b"}),
        'must be a list of objects, not an object. Did you mean [{"name": "a", "value": "b"}]?',
    ),
    "an object as text": (
        *("update_settings", "settings", '{"top-p": 0.5}'),
        "must be an object, not text that holds an object: write it without quotes. Did you mean "
        '{"top-p": 0.5}?',
    ),
}


@pytest.mark.parametrize(("action", "name", "value", "answer"), EVERYWHERE.values(), ids=EVERYWHERE)
def test_it_is_said_everywhere(
    tmp_path: Path, action: str, name: str, value: Any, answer: str
) -> None:
    params = {"name": "x", name: value} if action == "join_conference" else {name: value}
    request = {"action": action, "params": params}
    with_params = run_here([action.replace("_", "-"), "--params", json.dumps(params)])
    assert f"--params.{name}: {answer}" in with_params.err
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps({"fixtures": [request]}), encoding="utf-8")
    assert f"params.{name}: {answer}" in run_here(["fixtures", "list", str(plan)]).err
    lines = tmp_path / "lines"
    lines.write_text(json.dumps(request), encoding="utf-8")
    batch = run_program(["batch"], stdin=lines.read_bytes())
    assert f"params.{name}: {answer}" in batch.err


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (
            "join-conference --name x --muted=yes",
            "--muted: must be a boolean (true or false) or a SWML variable, not 'yes'. Did you "
            "mean '--muted'?",
        ),
        (
            "swml join-conference --name x --muted=off",
            "--muted: must be a boolean (true or false) or a SWML variable, not 'off'. Did you "
            "mean '--no-muted'?",
        ),
        (
            "back-to-back-functions --enabled \"'true'\"",
            "--enabled: must be a boolean (true or false) or 'forever', not \"'true'\". Did you "
            "mean true?",
        ),
        ("hold --timeout 1.5", "--timeout: must be an integer between 0 and 900, not '1.5'."),
    ],
)
def test_on_a_command_line_all_is_text(arguments: str, answer: str) -> None:
    assert run_here(shlex.split(arguments)).err.splitlines()[0] == f"Error: {answer}"
