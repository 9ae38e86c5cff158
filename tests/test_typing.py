"""What a type checker makes of the Python API."""

import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = """\
from typing import Any

from swaigctl import FunctionResult, ParameterError, SwaigFunctionResult
from swaigctl.python.action_objects import FunctionToggle, Settings


class Mine(FunctionResult):
    def goodbye(self) -> "Mine":
        return self.say("Goodbye.").hangup()


result: Mine = Mine("Hi").join_conference("x", beep="onEnter").say("Hi").goodbye()
document: dict[str, object] = result.to_dict()
other: SwaigFunctionResult = FunctionResult().pay("https://x", prompts=[
    FunctionResult.create_payment_prompt(
        "postal-code", [FunctionResult.create_payment_action("Say", "Code?")]
    ),
])
FunctionResult().join_conference("x", max_participants=None)

settings: dict[str, Any] = {"temperature": 0.3}
typed_settings: Settings = {"temperature": 0.3, "top-p": 1}
FunctionResult().update_settings(settings).update_settings(typed_settings).update_settings({})
FunctionResult().update_settings({"temperature": 0.3, "max-tokens": 256})

toggles: list[dict[str, Any]] = [{"function": "x", "active": True}]
typed_toggles: list[FunctionToggle] = [{"function": ["x", "y"], "active": 2}]
FunctionResult().toggle_functions(toggles).toggle_functions(typed_toggles).toggle_functions([])
FunctionResult().toggle_functions([{"function": "x", "active": False}, *toggles])

prompts: list[dict[str, Any]] = []
FunctionResult().pay("https://x", prompts=prompts).pay("https://x", prompts=[
    {"for": "postal-code", "actions": [{"type": "Say", "phrase": "Code?"}]},
])
try:
    FunctionResult().tap("wss://x", direction="speak")
except ParameterError as error:
    names: tuple[str, str | None] = (error.parameter, error.near)
"""
WRONG = [
    'FunctionResult().join_conference("x", beep="loud")',
    'FunctionResult().join_conference("x", muted="yes")',
    "FunctionResult().join_conference()",
    'FunctionResult().tap("wss://x", codec="OPUS")',
    'FunctionResult().saay("x")',
    "FunctionResult().say(5)",
    'FunctionResult().update_settings({"temperature": "high"})',
    'FunctionResult().update_settings({"temprature": 0.3})',
    "FunctionResult().update_settings([])",
    'FunctionResult().toggle_functions([{"function": "x", "activ": True}])',
    'FunctionResult().toggle_functions([{"function": "x"}])',
    'FunctionResult().toggle_functions([{"function": "x", "active": "yes"}])',
    'FunctionResult().toggle_functions({"function": "x", "active": True})',
    'FunctionResult().pay("https://x", prompts=[{"for": "postal-code"}])',
]


def mypy(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    path = folder / "program.py"
    path.write_text(source)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder / "cache")]
    return subprocess.run(
        [*command, str(path)], capture_output=True, text=True, cwd=folder, timeout=120
    )


def test_right_program_passes(tmp_path: Path) -> None:
    done = mypy(tmp_path, RIGHT)
    assert done.returncode == 0, done.stdout


def test_wrong_calls_are_found(tmp_path: Path) -> None:
    source = "from swaigctl import FunctionResult\n" + "\n".join(WRONG) + "\n"
    done = mypy(tmp_path, source)
    for number in range(2, 2 + len(WRONG)):
        assert f"program.py:{number}: error:" in done.stdout


METHODS = ["join_conference", "pay", "say", "toggle_functions", "update_settings"]


@pytest.mark.parametrize("method", METHODS)
def test_signature_can_be_evaluated(method: str) -> None:
    import inspect

    from swaigctl import FunctionResult

    inspect.signature(getattr(FunctionResult, method), eval_str=True)


def test_types_are_what_the_catalog_has() -> None:
    from swaigctl.catalog import action_named
    from swaigctl.model.shapes import ListOf, fields_of
    from swaigctl.python import action_objects

    (settings,) = action_named("update_settings").parameters
    (toggles,) = action_named("toggle_functions").parameters
    assert isinstance(toggles.kind, ListOf)
    for kind, found in (
        (settings.kind, action_objects.Settings),
        (toggles.kind.item, action_objects.FunctionToggle),
    ):
        fields = fields_of(kind).values()
        assert list(found.__annotations__) == [field.name for field in fields]
        assert found.__required_keys__ == {field.name for field in fields if field.required}
