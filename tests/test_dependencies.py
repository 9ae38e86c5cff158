"""An environment in which a package is missing: that is said, and how to install it."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

from swaigctl.catalog.program.dependencies import PACKAGES

SITE = Path(sysconfig.get_path("purelib"))
PLAN = {
    "fixtures": [
        {
            "action": "join_conference",
            "params": {"name": "x"},
            "matrix": {"beep": "*", "muted": "*", "record": "*"},
            "strategy": "pairwise",
        }
    ]
}
NEEDING = {
    "covertable": ["fixtures", "list", "p.json"],
    "msgspec": ["batch", "b.jsonl"],
    "rich": ["say", "--text", "Hi", "--color", "always"],
    "typer": ["say", "--help"],
    "yaml": ["say", "--text", "Hi", "--format", "yaml"],
    "click": ["say", "--help"],
}
"""A command that needs the module."""


def without(module: str, folder: Path, arguments: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run the program in an environment that has everything but this module."""
    packages = folder / "site"
    packages.mkdir()
    for each in SITE.iterdir():
        if each.name.partition(".")[0] != module:
            (packages / each.name).symlink_to(each)
    code = (
        f"import sys; sys.path[:1] = [{str(ROOT)!r}, {str(packages)!r}]\n"
        f"sys.argv = ['swaigctl', *{arguments!r}]\n"
        "from swaigctl.cli.main import run; run()"
    )
    home = folder / "home"
    home.mkdir()
    (home / "p.json").write_text(json.dumps(PLAN))
    (home / "b.jsonl").write_text('{"action": "hangup"}\n')
    return subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=home, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("module", PACKAGES)
def test_missing_package_is_named(module: str, tmp_path: Path) -> None:
    done = without(module, tmp_path, NEEDING[module])
    assert (done.returncode, done.stdout) == (2, "")
    package = PACKAGES[module]
    assert done.stderr.startswith(
        f"Error: the package {package}, which swaigctl needs, is not installed. "
        f"Install it with: {sys.executable} -m pip install "
    )
    assert re.search(rf"pip install '?{package}[=>]", done.stderr, re.IGNORECASE)
    assert "defect" not in done.stderr


def test_module_that_a_package_needs_is_named(tmp_path: Path) -> None:
    done = without("click", tmp_path, NEEDING["click"])
    if done.returncode == 0:
        pytest.skip("this Typer brings Click along")
    assert done.returncode == 2
    assert "the module 'click', which swaigctl's packages need, is not installed" in done.stderr


def test_package_of_which_a_part_is_missing(tmp_path: Path) -> None:
    (tmp_path / "rich").mkdir()
    done = without("rich", tmp_path, NEEDING["rich"])
    assert "is not installed" in done.stderr
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        f"sys.argv = ['swaigctl', *{NEEDING['rich']!r}]\n"
        "from swaigctl.cli.main import run; run()"
    )
    (tmp_path / "rich/__init__.py").write_text("")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "the package rich, which swaigctl needs, is not complete." in done.stderr
    assert "--force-reinstall 'rich>=" in done.stderr


def test_what_is_missing_of_our_own_is_a_defect(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['swaigctl.cli.app'] = None\n"
        "sys.argv = ['swaigctl', '--help']\n"
        "from swaigctl.cli.main import run; run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "SWAIGCTL_TRACEBACK": "0"},
    )
    assert done.returncode == 2
    assert "swaigctl has a defect (ModuleNotFoundError)" in done.stderr


def test_packages_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=;]", each)[0] for each in project["dependencies"]}
    assert names == set(PACKAGES.values())
