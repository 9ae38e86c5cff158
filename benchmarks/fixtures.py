"""How fast 10,000 fixtures are built, as ratios: `python benchmarks/fixtures.py [ROUNDS]`.

Needs `pip install -e '.[benchmarks]'`.
"""

import filecmp
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from measuring import PYTHON, SWAIGCTL, machine, ratio, rounds_of, seconds

PLAN = {
    "fixtures": [
        {
            "file": "{beep}/{max_participants}-{region}",
            "action": "join_conference",
            "params": {"name": "team-standup"},
            "matrix": {
                "beep": "*",
                "max_participants": list(range(2, 102)),
                "region": [f"region-{number}" for number in range(1, 26)],
            },
        }
    ]
}
PLAIN, BUILD, REBUILD, CHECK = "plain Python", "first build", "unchanged rebuild", "check"
RATIOS = [(BUILD, PLAIN, 1.5), (REBUILD, BUILD, 0.2), (CHECK, BUILD, None)]


def afresh(folder: Path, command: list[str]) -> float:
    """The time of a command whose folder is not there yet."""
    shutil.rmtree(folder, ignore_errors=True)
    return seconds(command)


def assert_same_files(plain: Path, built: Path) -> None:
    """Fail if both have not written the same: what is measured must be right."""
    names = [str(path.relative_to(plain)) for path in plain.rglob("*.json")]
    assert len(names) == 10_000 == len(list(built.rglob("[!.]*.json")))
    _, different, missing = filecmp.cmpfiles(plain, built, names, shallow=False)
    assert not different + missing


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        plan, plain, built, standing = (root / each for each in ("p.json", "a", "b", "c"))
        plan.write_text(json.dumps(PLAN), encoding="utf-8")
        swaigctl = [SWAIGCTL, "fixtures"]
        runs: dict[str, Callable[[], float]] = {
            PLAIN: partial(
                afresh,
                plain,
                [PYTHON, str(Path(__file__).parent / "plain_fixtures.py"), str(plain)],
            ),
            BUILD: partial(afresh, built, [*swaigctl, "build", str(plan), "--output", str(built)]),
            REBUILD: partial(seconds, [*swaigctl, "build", str(plan), "--output", str(standing)]),
            CHECK: partial(seconds, [*swaigctl, "check", str(plan), "--output", str(standing)]),
        }
        runs[REBUILD]()
        times = rounds_of(runs, rounds)
        assert_same_files(plain, built)
        assert_same_files(plain, standing)
    print(f"{machine()}; medians of {rounds} rounds\n")
    print("| 10,000 fixtures | beside | ratio | at most |\n|---|---|---|---|")
    for what, beside, limit in RATIOS:
        print(f"| {what} | {beside} | {ratio(times, what, beside):.2f} | {limit or ''} |")


if __name__ == "__main__":
    main()
