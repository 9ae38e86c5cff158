"""Fail if a test was skipped in every run that collected it.

Arguments are reports of test runs, as pytest's `--junitxml` writes them.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree


def always_skipped(reports: Iterable[Path]) -> dict[str, str]:
    """The tests that no run has run, and why the last one skipped them."""
    ran: set[str] = set()
    skipped: dict[str, str] = {}
    for report in reports:
        for case in ElementTree.parse(report).iter("testcase"):
            name = f"{case.get('classname')}::{case.get('name')}"
            reason = case.find("skipped[@type='pytest.skip']")
            if reason is None:
                ran.add(name)
            else:
                skipped[name] = reason.get("message", "")
    return {name: reason for name, reason in skipped.items() if name not in ran}


def main(arguments: list[str]) -> int:
    if not arguments:
        print("There are no reports.")
        return 1
    found = always_skipped(map(Path, arguments))
    for name, reason in found.items():
        print(f"Skipped in every run: {name}: {reason}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
