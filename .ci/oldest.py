"""Print the oldest versions of swaigctl's dependencies that it allows on a Python: `3.12`.

Requirements of pip's, one a line: the bounds of `dependencies` in pyproject.toml, as `==`.
"""

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

BOUNDS = (">=", "==", "~=")


def oldest(project: Path, python: str) -> dict[str, Version]:
    """The oldest allowed version of each dependency on this Python.

    Raises:
        SystemExit: a dependency has no lower bound.
    """
    dependencies = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    found: dict[str, Version] = {}
    for requirement in map(Requirement, dependencies):
        if requirement.marker and not requirement.marker.evaluate({"python_version": python}):
            continue
        bounds = [
            Version(each.version) for each in requirement.specifier if each.operator in BOUNDS
        ]
        if not bounds:
            sys.exit(f"{project}: {requirement} has no lower bound.")
        found[requirement.name] = max([*bounds, found.get(requirement.name, Version("0"))])
    return found


if __name__ == "__main__":
    (version,) = sys.argv[1:]
    for name, bound in oldest(Path(__file__).parents[1] / "pyproject.toml", version).items():
        print(f"{name}=={bound}")
