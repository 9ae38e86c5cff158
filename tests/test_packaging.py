"""The wheel: small, complete, and what is installed from it works."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from swaigctl import __version__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (path,) = folder.iterdir()
    return path


def test_wheel_is_small_and_complete(wheel: Path) -> None:
    assert wheel.name == f"swaigctl-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        weights = {True: 0, False: 0}  # man pages, and all else
        for member in archive.infolist():
            weights["/share/man/" in member.filename] += member.compress_size
        entry_points = archive.read(f"swaigctl-{__version__}.dist-info/entry_points.txt").decode()
    assert max(weights.values()) < 96 * 1024
    modules = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "swaigctl").rglob("*")
        if path.suffix in (".py", ".typed") and not {"generate.py", "writers"} & set(path.parts)
    }
    assert {name for name in names if name.startswith("swaigctl/")} == modules
    assert "swaigctl = swaigctl.cli.main:run" in entry_points


def test_wheel_brings_man_pages_where_man_looks(wheel: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", tmp_path], check=True, timeout=60
    )
    python = str(tmp_path / "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"]
    subprocess.run([*pip, wheel], check=True, capture_output=True, timeout=120)
    installed = {path.name: path.read_bytes() for path in (tmp_path / "share/man/man1").iterdir()}
    assert installed == {path.name: path.read_bytes() for path in (ROOT / "man/man1").iterdir()}
    assert "swaigctl-join-conference.1" in installed


def test_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "import swaigctl; print(swaigctl.__file__); print(swaigctl.FunctionResult('Hi').to_dict())"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],  # -S: nothing that is installed is seen
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == f"{tmp_path / 'swaigctl/__init__.py'}\n{{'response': 'Hi'}}\n"
