"""How fast swaigctl starts, as ratios: `python benchmarks/startup.py [ROUNDS]`.

Needs `pip install -e '.[benchmarks]'`.
"""

import random
import statistics
import sys
from functools import partial
from importlib.metadata import distribution
from pathlib import Path

from measuring import (
    PYTHON,
    SWAIGCTL,
    answering,
    machine,
    peak_memory,
    ratio,
    rounds_of,
    seconds,
)

HERE = Path(__file__).parent
CALL = [SWAIGCTL, "join-conference", "--name", "x", "--muted"]
DOCUMENT_CALL = [SWAIGCTL, "swml", "answer", "play", "--url", "say:Hi", "hangup"]
ONE_COMMAND = [PYTHON, str(HERE / "one_command_app.py")]

DOCUMENT = {
    "SWML": {
        "version": "1.0.0",
        "sections": {"main": [{"join_conference": {"name": "x", "muted": True}}]},
    }
}
BARE = [PYTHON, "-c", f"import json; print(json.dumps({DOCUMENT!r}, indent=2))"]
SDK = [
    PYTHON,
    "-c",
    "import json; from signalwire import FunctionResult; "
    "print(json.dumps(FunctionResult().join_conference('x', muted=True).to_dict(), indent=2))",
]
(ENTRY,) = distribution("signalwire-sdk").entry_points.select(name="swaig-test")
SWAIG_TEST = f"from {ENTRY.module} import {ENTRY.attr}; {ENTRY.attr}()"


def launched_plainly(command: list[str]) -> list[str]:
    """The same with what newer pips put into a console script; older ones import `re` in it."""
    return [PYTHON, "-c", answering(command[1:], "run")]


PROGRAMS = {
    "bare Python printing JSON": BARE,
    "python -c 'import json'": [PYTHON, "-c", "import json"],
    "swaigctl, an action": CALL,
    "swaigctl, an action, launched by a newer pip": launched_plainly(CALL),
    "swaigctl, a document of three verbs": DOCUMENT_CALL,
    "swaigctl, the document, launched by a newer pip": launched_plainly(DOCUMENT_CALL),
    "swaigctl, an action with a warning": [*CALL, "--trim", "do-not-trim"],
    "swaigctl, a wrong value": [*CALL, "--beep", "x"],
    "swaigctl, help": [*CALL[:2], "--help"],
    "from swaigctl import FunctionResult": [PYTHON, "-c", "from swaigctl import FunctionResult"],
    "Typer app of one command, the action": [*ONE_COMMAND, "--name", "x", "--muted"],
    "Typer app of one command, a wrong value": [*ONE_COMMAND, "--name", "x", "--beep", "x"],
    "Typer app of one command, help": [*ONE_COMMAND, "--help"],
    "SDK one-liner": SDK,
    "swaig-test --exec": [PYTHON, "-c", SWAIG_TEST, str(HERE / "agent.py"), "--exec", "join"],
}

RATIOS = [
    ("swaigctl, an action", "bare Python printing JSON", 1.1),
    ("swaigctl, an action, launched by a newer pip", "bare Python printing JSON", 1.1),
    ("swaigctl, a document of three verbs", "bare Python printing JSON", 1.1),
    ("swaigctl, the document, launched by a newer pip", "bare Python printing JSON", 1.1),
    ("swaigctl, an action", "SDK one-liner", 0.25),
    ("swaigctl, an action", "Typer app of one command, the action", None),
    ("swaigctl, an action", "swaig-test --exec", None),
    ("swaigctl, an action with a warning", "bare Python printing JSON", 1.1),
    ("swaigctl, help", "Typer app of one command, help", 1),
    ("swaigctl, a wrong value", "Typer app of one command, a wrong value", 1),
    ("from swaigctl import FunctionResult", "python -c 'import json'", 1),
    ("Typer app of one command, the action", "bare Python printing JSON", None),
    ("SDK one-liner", "bare Python printing JSON", None),
]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    runs = {name: partial(seconds, command) for name, command in PROGRAMS.items()}
    times = rounds_of(runs, rounds)
    print(f"{machine('typer', 'signalwire-sdk')}; medians of {rounds} rounds\n")
    print("| what | beside | ratio | at most |\n|---|---|---|---|")
    for name, beside, limit in RATIOS:
        print(f"| {name} | {beside} | {ratio(times, name, beside):.2f} | {limit or ''} |")
    print("\n| peak memory | MiB |\n|---|---|")
    for name, code in (
        ("bare Python printing JSON", BARE[2]),
        ("swaigctl, an action", answering(CALL[1:])),
        ("swaigctl, 1,000 actions in one response", answering(["respond", *CALL[1:] * 1000])),
    ):
        print(f"| {name} | {statistics.median(peak_memory(code) for _ in range(5)):.1f} |")
    print("\n| actions in one response | time beside one |\n|---|---|")
    lengths = (1, 10, 100, 1000)
    turns = [
        {actions: chain_seconds(actions) for actions in random.sample(lengths, len(lengths))}
        for _ in range(rounds)
    ]
    for actions in lengths[1:]:
        print(f"| {actions} | {statistics.median(t[actions] / t[1] for t in turns):.2f} |")


def chain_seconds(actions: int) -> float:
    """The time of one `respond` with that many actions, the process and its start included."""
    return seconds([SWAIGCTL, "respond", *CALL[1:] * actions])


if __name__ == "__main__":
    main()
