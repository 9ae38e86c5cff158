"""How fast 1 MB of YAML is read, as ratios: `python benchmarks/yaml_reading.py [ROUNDS]`.

Needs `pip install -e '.[benchmarks]'`.
"""

import sys
import time
from collections.abc import Callable
from functools import partial

import yaml
from measuring import machine, ratio, rounds_of

from swaigctl.formats.yaml import yaml_document

TEXT = "fixtures:\n" + "".join(
    f"  - action: join_conference\n    params: {{name: room-{number}, max_participants: 20}}\n"
    f"    matrix:\n      beep: ['true', \"false\", onEnter]\n      region: [us, eu-{number}]\n"
    for number in range(7_000)
)


class Loader(yaml.SafeLoader):
    """What a program that checks something itself derives its loader from."""


OURS, PYTHON, LIBYAML = "swaigctl, with places", "yaml.load, SafeLoader", "yaml.load, CSafeLoader"
EVENTS = "yaml.parse, CSafeLoader"
RATIOS = [(OURS, PYTHON, 1 / 3), (OURS, LIBYAML, None), (OURS, EVENTS, None)]


def elapsed(task: Callable[[], object]) -> float:
    begin = time.perf_counter()
    task()
    return time.perf_counter() - begin


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    tasks: dict[str, Callable[[], object]] = {
        OURS: partial(yaml_document, TEXT),
        PYTHON: partial(yaml.load, TEXT, Loader=Loader),
        LIBYAML: partial(yaml.load, TEXT, Loader=yaml.CSafeLoader),
        EVENTS: lambda: sum(1 for _ in yaml.parse(TEXT, Loader=yaml.CSafeLoader)),
    }
    assert yaml_document(TEXT).value == yaml.load(TEXT, Loader=yaml.CSafeLoader)
    times = rounds_of({name: partial(elapsed, task) for name, task in tasks.items()}, rounds)
    print(f"{machine('PyYAML')}; {len(TEXT):,} characters, medians of {rounds} rounds\n")
    print("| what | beside | ratio | at most |\n|---|---|---|---|")
    for what, beside, limit in RATIOS:
        most = f"{limit:.2f}" if limit else ""
        print(f"| {what} | {beside} | {ratio(times, what, beside):.2f} | {most} |")


if __name__ == "__main__":
    main()
