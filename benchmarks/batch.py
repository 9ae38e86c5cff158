"""How fast `swaigctl batch` is, as ratios: `python benchmarks/batch.py [ROUNDS]`.

The floor is a loop like the SDK's that only reads and writes the JSON of each line, with
orjson. Needs `pip install -e '.[benchmarks]'`.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from measuring import (
    ENVIRONMENT,
    PYTHON,
    SWAIGCTL,
    answering,
    machine,
    peak_memory,
    ratio,
    rounds_of,
    seconds,
)

LINES = 200_000

PASS_THROUGH = """
import sys, orjson
for line in sys.stdin:
    print(orjson.dumps(orjson.loads(line)).decode())
"""
PASS_THROUGH_IN_BYTES = """
import sys, orjson
for line in sys.stdin.buffer:
    sys.stdout.buffer.write(orjson.dumps(orjson.loads(line)) + b"\\n")
"""
US = "swaigctl batch"
SDK = "SDK's loop"
FLOOR = "orjson pass-through"
FLOOR_IN_BYTES = "the same in bytes"
PROGRAMS = {
    US: [SWAIGCTL, "batch"],
    SDK: [PYTHON, str(Path(__file__).parent / "sdk_stream.py")],
    FLOOR: [PYTHON, "-c", PASS_THROUGH],
    FLOOR_IN_BYTES: [PYTHON, "-c", PASS_THROUGH_IN_BYTES],
}
LIMITS = {SDK: "0.33", FLOOR: "1.6"}


def texts(number: int) -> dict[str, Any]:
    return {"action": "say", "params": {"text": f"Hello {number}"}}


def conferences(number: int) -> dict[str, Any]:
    """Two parameters, one of them now and then at its default."""
    return {"action": "join_conference", "params": {"name": f"r{number}", "muted": number % 2 > 0}}


def mixed_conferences(number: int) -> dict[str, Any]:
    """One to six parameters."""
    params: dict[str, Any] = {"name": f"room-{number}"}
    if number % 2:
        params["muted"] = True
    if number % 3 == 0:
        params["beep"] = random.choice(["true", "false", "onEnter", "onExit"])
    if number % 4 == 0:
        params["max_participants"] = random.randint(2, 249)  # the SDK has no default
    if number % 5 == 0:
        params["status_callback"] = f"https://example.com/events?call={number}"
        params["status_callback_event"] = "start end"
    return {"action": "join_conference", "params": params}


def varied_conferences(number: int) -> dict[str, Any]:
    """Any of thirteen parameters beside the name: hardly two lines have the same."""
    chance = random.random
    url = "https://example.com/"
    most: dict[str, Any] = {
        "muted": True,
        "beep": "onEnter",
        "start_on_enter": False,
        "end_on_exit": True,
        "wait_url": f"{url}{number}.swml",
        "max_participants": 9,
        "region": f"region-{number}",
        "trim": "do-not-trim",
        "coach": f"call-{number}",
        "status_callback_event": "join leave",
        "status_callback_method": "GET",
        "recording_status_callback_event": "completed absent",
        "recording_status_callback_method": "GET",
    }
    always = {"record": "record-from-start", "status_callback": url}
    always["recording_status_callback"] = url
    chosen = {name: value for name, value in most.items() if chance() < 0.5}
    return {"action": "join_conference", "params": {"name": f"r{number}", **always, **chosen}}


def responses(number: int) -> dict[str, Any]:
    return {
        "response": f"Joining {number}.",
        "post_process": True,
        "actions": [
            {"say": {"text": "One moment."}},
            {"join_conference": {"name": f"room-{number}", "muted": True}},
        ],
    }


STREAMS = {
    "`say`": texts,
    "`join_conference`, two parameters": conferences,
    "`join_conference`, one to six": mixed_conferences,
    "`join_conference`, any of 17": varied_conferences,
    "responses with two actions": responses,
}
NO_LIMIT = {varied_conferences: (SDK, FLOOR), responses: (FLOOR,)}
"""The limits are for actions whose parameters come again and again, one in a line."""


def write_lines(path: Path, request: Callable[[int], dict[str, Any]], count: int) -> None:
    random.seed(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(request(number)) + "\n")


def assert_same_answers(lines: Path) -> None:
    """Fail if the programs don't do the same work: what is measured must be right."""
    ours, theirs = (
        subprocess.run(
            PROGRAMS[name], stdin=lines.open(), capture_output=True, env=ENVIRONMENT, check=True
        ).stdout.splitlines()
        for name in (US, SDK)
    )
    assert len(ours) == len(theirs) == LINES
    assert all(json.loads(a) == json.loads(b) for a, b in zip(ours, theirs, strict=True))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    print(f"{machine('msgspec', 'orjson', 'signalwire-sdk')}; medians of {rounds} rounds\n")
    print(f"| {LINES:,} lines of | beside | ratio | at most |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "lines"
        for stream, request in STREAMS.items():
            write_lines(lines, request, LINES)
            assert_same_answers(lines)
            runs = {
                name: partial(seconds, command, stdin=str(lines))
                for name, command in PROGRAMS.items()
            }
            times = rounds_of(runs, rounds)
            for beside in (SDK, FLOOR, FLOOR_IN_BYTES):
                limit = "" if beside in NO_LIMIT.get(request, ()) else LIMITS.get(beside, "")
                print(f"| {stream} | {beside} | {ratio(times, US, beside):.2f} | {limit} |")
        print("\n| peak memory, lines | MiB | at most |\n|---|---|---|")
        for count in (LINES, LINES * 10):
            write_lines(lines, mixed_conferences, count)
            peak = statistics.median(
                peak_memory(answering(["batch"]), str(lines)) for _ in range(3)
            )
            print(f"| {count:,} | {peak:.1f} | 48 |")


if __name__ == "__main__":
    main()
