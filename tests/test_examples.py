"""Pairs of files: the arguments in `NAME.args`, what they print in `NAME.json`, `.yaml` or `.diff`.

Every action command has a folder of pairs. They feed the command line (the quick path and the
Typer app), and where they give nothing but parameters, `FunctionResult` and the SDK too.
"""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, run_here, run_program

from swaigctl import FunctionResult
from swaigctl.catalog import action_named, index
from swaigctl.cli.flags import ActionFlags, FlagReading, read_flags
from swaigctl.findings import Refused
from swaigctl.model.walk import findings
from swaigctl.python.values import PYTHON_KINDS

FOLDER = HERE / "examples"
EXAMPLES = sorted(FOLDER.rglob("*.args"))


def name_of(path: Path) -> str:
    return str(path.relative_to(FOLDER).with_suffix(""))


def arguments_in(path: Path) -> list[str]:
    return shlex.split(path.read_text(encoding="utf-8"))


def expected_by(path: Path) -> bytes:
    (output,) = (
        path.with_suffix(s) for s in (".json", ".yaml", ".diff") if path.with_suffix(s).exists()
    )
    return output.read_bytes()


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_program_prints_it(path: Path) -> None:
    outcome = run_program(arguments_in(path))
    assert outcome.err == ""
    assert outcome.out.decode() == expected_by(path).decode()
    assert outcome.status == 0


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_typer_app_prints_it(path: Path) -> None:
    assert run_here(arguments_in(path), quick=False).out == expected_by(path)


def parameters_only(path: Path) -> dict[str, object] | None:
    """The example's parameters; None if it uses other flags or prints another shape."""
    arguments = arguments_in(path)
    action = action_named(arguments[0].replace("-", "_"))
    its = ActionFlags(action)
    try:
        read_flags(arguments, 1, [its])
    except Refused:
        return None
    own = {name.partition(".")[0] for name in its.given}
    if not own <= {each.name for each in action.all_parameters}:
        return None
    return FlagReading().action_values(action, its.given, None)


def is_for_python(path: Path) -> bool:
    """Whether the example can be keyword arguments: just what the SDK's method takes."""
    values = parameters_only(path)
    action = action_named(arguments_in(path)[0].replace("-", "_"))
    return values is not None and all(
        not each.of_verb and not list(findings(PYTHON_KINDS[each], values[each.name]))
        for each in action.all_parameters
        if each.name in values
    )


METHOD_EXAMPLES = [path for path in EXAMPLES if is_for_python(path)]


@pytest.mark.parametrize("path", METHOD_EXAMPLES, ids=name_of)
def test_method_builds_it(path: Path, sdk: Any) -> None:
    name = arguments_in(path)[0].replace("-", "_")
    values = parameters_only(path)
    assert values is not None
    ours = getattr(FunctionResult(), name)(**values)
    if not action_named(name).place.is_part:
        (ours,) = ours.action
    assert ours == json.loads(expected_by(path))
    if values.get("max_participants") == 250:  # the reference's default, which SDK 3.7 has not
        del values["max_participants"]
    if hasattr(sdk, name):
        theirs = getattr(sdk(), name)(**values)
        if isinstance(theirs, sdk):
            (theirs,) = theirs.action
        assert json.dumps(ours) == json.dumps(theirs)


def test_every_action_has_examples() -> None:
    folders = {path.parent.name for path in METHOD_EXAMPLES}
    assert folders == {name.replace("_", "-") for name in index.ACTIONS}
