"""What `.ci/run` is made of, and which warnings fail a test."""

import os
import re
import subprocess
import sys
import tomllib
import warnings
from pathlib import Path

import pytest
from conftest import HERE, ROOT
from packaging.requirements import Requirement
from packaging.version import Version

pytestmark = pytest.mark.once

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
OURS = [
    *(path.stem for path in HERE.glob("*.py")),
    *(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "swaigctl").rglob("*.py")
    ),
]


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    environment = {name: os.environ[name] for name in os.environ if name != "PYTEST_ADDOPTS"}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
    )


@pytest.mark.parametrize("python", PYTHONS)
def test_oldest_is_what_every_dependency_allows(python: str) -> None:
    lines = run(ROOT / ".ci/oldest.py", python).stdout.splitlines()
    oldest = {name: Version(version) for name, version in (line.split("==") for line in lines)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [
        requirement
        for requirement in map(Requirement, project["dependencies"])
        if requirement.marker is None or requirement.marker.evaluate({"python_version": python})
    ]
    assert oldest.keys() == {requirement.name for requirement in asked}
    bounds = {f"{specifier}" for requirement in asked for specifier in requirement.specifier}
    for requirement in asked:
        assert oldest[requirement.name] in requirement.specifier
        # Nothing is asked for that is older than a bound: it is one.
        version = str(oldest[requirement.name])
        assert any(re.fullmatch(rf"[>=]=({re.escape(version)})", bound) for bound in bounds)


def test_dependency_without_a_bound_is_refused(tmp_path: Path) -> None:
    script = tmp_path / "in/oldest.py"
    script.parent.mkdir()
    script.write_bytes((ROOT / ".ci/oldest.py").read_bytes())
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["rich<15"]\n')
    done = run(script, "3.12")
    assert (done.returncode, done.stdout) == (1, "")
    assert "rich<15 has no lower bound." in done.stderr


TESTS = """
import os, pytest

RUN = os.environ["RUN"]

def test_runs(): pass

@pytest.mark.skipif(RUN == "2", reason="the second run")
def test_once(): pass

@pytest.mark.skipif(RUN == "1", reason="the first run")
def test_the_other_time(): pass

@pytest.mark.xfail
def test_expected_to_fail(): assert 0

@pytest.mark.parametrize("number", [1, 2])
def test_never(number):
    if number == 2:
        pytest.skip("no reason")
"""


def reports(folder: Path, monkeypatch: pytest.MonkeyPatch, tests: str) -> list[Path]:
    (folder / "test_some.py").write_text(tests)
    found = []
    for number in ("1", "2"):
        monkeypatch.setenv("RUN", number)
        found.append(folder / f"{number}.xml")
        options = ("-p", "no:cacheprovider", f"--rootdir={folder}", f"--junitxml={found[-1]}")
        done = run("-m", "pytest", "-c", os.devnull, *options, folder)
        assert done.returncode == 0, done.stdout
    return found


def test_what_no_run_runs_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = reports(tmp_path, monkeypatch, TESTS)
    done = run(ROOT / ".ci/always_skipped.py", first, second)
    assert done.stdout == "Skipped in every run: test_some::test_never[2]: no reason\n"
    assert done.returncode == 1
    done = run(ROOT / ".ci/always_skipped.py", first)
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == [
        "test_some::test_the_other_time",
        "test_some::test_never[2]",
    ]
    never = TESTS[: TESTS.index("@pytest.mark.parametrize")]
    done = run(ROOT / ".ci/always_skipped.py", *reports(tmp_path, monkeypatch, never))
    assert (done.stdout, done.returncode) == ("", 0)


def test_no_reports_are_a_failure() -> None:
    assert run(ROOT / ".ci/always_skipped.py").returncode == 1


@pytest.mark.parametrize("category", [DeprecationWarning, PendingDeprecationWarning, FutureWarning])
def test_what_is_deprecated_fails_our_modules_alone(category: type[Warning]) -> None:
    for module in OURS:
        with pytest.raises(category):
            warnings.warn_explicit("old", category, "file.py", 1, module)
    for module in ("typer.core", "click.core", "signalwire.core", "yaml", "importlib", "sys"):
        warnings.warn_explicit("old", category, "file.py", 1, module)
