"""How the benchmarks take times: whole processes, in rounds of random order.

Each round runs every program once, so that whatever else the machine does hits all of them alike; a
ratio is the median over the rounds of two programs' times in the same round.
"""

import os
import platform
import random
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

PYTHON = sys.executable
SWAIGCTL = str(Path(sysconfig.get_path("scripts")) / "swaigctl")

# Without PYTHONDONTWRITEBYTECODE and the like: modules are compiled once, as pip compiles them.
ENVIRONMENT = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}


def seconds(command: list[str], stdin: str = os.devnull, stdout: str = os.devnull) -> float:
    """The time from start to end of one run."""
    source = os.open(stdin, os.O_RDONLY)
    target = os.open(stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    null = os.open(os.devnull, os.O_WRONLY)
    files = [
        (os.POSIX_SPAWN_DUP2, file, number) for number, file in enumerate((source, target, null))
    ]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=files)
    os.waitpid(process, 0)
    elapsed = time.perf_counter() - begin
    for file in (source, target, null):
        os.close(file)
    return elapsed


def answering(arguments: list[str], function: str = "main") -> str:
    """Code that has swaigctl answer these arguments in the process that runs it.

    With `run` in place of `main` it ends the process as the console script does.
    """
    call = f"from swaigctl.cli.main import {function}; {function}()"
    return f"import sys; sys.argv[1:] = {arguments!r}; {call}"


def peak_memory(code: str, stdin: str = os.devnull) -> float:
    """The most memory that Python held while it ran `code`, in MiB."""
    report = "; import sys; sys.stderr.write(open('/proc/self/status').read())"
    with open(stdin, "rb") as source:
        done = subprocess.run(
            [PYTHON, "-c", code + report],
            stdin=source,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            text=True,
            check=True,
        )
    return int(done.stderr.partition("VmHWM:")[2].split()[0]) / 1024


def rounds_of(programs: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """The times of each program, one a round; a first round that counts for nothing warms up."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name in random.sample(list(programs), len(programs)):
            elapsed = programs[name]()
            if turn:
                times[name].append(elapsed)
    return times


def ratio(times: Mapping[str, list[float]], name: str, beside: str) -> float:
    return statistics.median(a / b for a, b in zip(times[name], times[beside], strict=True))


def machine(*packages: str) -> str:
    """Where the figures come from, with the versions that matter."""
    versions = "".join(f", {name} {version(name)}" for name in packages)
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}{versions}"
    )
