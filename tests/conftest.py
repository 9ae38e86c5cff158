"""How the tests run swaigctl: the installed console script, or `main` in this process."""

import io
import os
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from swaigctl.cli.main import main

HERE = Path(__file__).parent
ROOT = HERE.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
PROGRAM = SCRIPTS / "swaigctl"

# Nor must tests leave anything in a person's cache.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="swaigctl-cache-")

# What a person may have set must not decide what a test sees.
for name in (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SWAIGCTL_QUICK", "SWAIGCTL_TRACEBACK"),
    *("PYTHONUNBUFFERED", "BASH_COMPLETION_USER_DIR"),
):
    os.environ.pop(name, None)


@dataclass
class Outcome:
    """What a run left behind."""

    status: int
    out: bytes
    err: str


def run_program(
    arguments: list[str] | list[bytes], stdin: bytes | None = None, **environment: str
) -> Outcome:
    """Run the installed `swaigctl`."""
    done = subprocess.run(
        [PROGRAM, *arguments],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode())


def run_here(arguments: list[str], quick: bool = True) -> Outcome:
    """Run `main` in this process, where a property test needs it a thousand times."""
    streams = sys.stdin, sys.stdout, sys.stderr, sys.argv
    out, err = io.BytesIO(), io.BytesIO()
    os.environ["SWAIGCTL_QUICK"] = "1" if quick else "0"
    try:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
        sys.stdout = io.TextIOWrapper(out, encoding="utf-8")
        sys.stderr = io.TextIOWrapper(err, encoding="utf-8")
        sys.argv = ["swaigctl", *arguments]
        status = main()
        return Outcome(status, out.getvalue(), err.getvalue().decode())
    finally:
        sys.stdin, sys.stdout, sys.stderr, sys.argv = streams
        del os.environ["SWAIGCTL_QUICK"]


@pytest.fixture(scope="session")
def sdk() -> Any:
    """The vendor's `FunctionResult`: the oracle."""
    from signalwire.core.function_result import FunctionResult

    return FunctionResult
