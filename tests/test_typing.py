"""What a type checker makes of the Python API."""

import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = """\
from swaigctl import FunctionResult, ParameterError, SwaigFunctionResult


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


@pytest.mark.parametrize("method", ["join_conference", "pay", "say"])
def test_signature_can_be_evaluated(method: str) -> None:
    import inspect

    from swaigctl import FunctionResult

    inspect.signature(getattr(FunctionResult, method), eval_str=True)
