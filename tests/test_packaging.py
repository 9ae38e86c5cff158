"""The wheel: small, complete, and what is installed from it works."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from swaigctl import __version__
from swaigctl.cli.tools.completion import SCRIPTS

pytestmark = pytest.mark.once


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
        weights = {"/share/man/": 0, "completions": 0, "/site-functions/": 0, "": 0}
        for member in archive.infolist():  # "" is for all else
            part = next(part for part in weights if part in member.filename)
            weights[part] += member.compress_size
        entry_points = archive.read(f"swaigctl-{__version__}.dist-info/entry_points.txt").decode()
    # 51 actions, 52 verbs and more than 700 flags: each stands in a man page of its own, and with
    # its help in each completion script.
    assert weights.pop("") < 640 * 1024
    assert weights.pop("/share/man/") < 256 * 1024
    assert max(weights.values()) < 128 * 1024
    modules = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "swaigctl").rglob("*")
        if path.suffix in (".py", ".typed") and "generate" not in path.parts
    }
    scripts = {f"swaigctl/completions/{name}" for name in SCRIPTS.values()}
    assert {name for name in names if name.startswith("swaigctl/")} == modules | scripts
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


def test_wheel_brings_completions_where_shells_look(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for shell, place in {
            "bash": "bash-completion/completions/swaigctl",
            "zsh": "zsh/site-functions/_swaigctl",
            "fish": "fish/vendor_completions.d/swaigctl.fish",
        }.items():
            shared = archive.read(f"swaigctl-{__version__}.data/data/share/{place}")
            assert shared == (ROOT / "completions" / SCRIPTS[shell]).read_bytes()


def test_wheel_prints_completions(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    # Ahead of the clone on the path, so that it is the wheel's script that is read.
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.argv[1:] = ['completion', 'zsh']; "
        "from swaigctl.cli.main import main; sys.exit(main())"
    )
    (tmp_path / "swaigctl/completions/_swaigctl").write_text("the wheel's own\n")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.returncode) == ("the wheel's own\n", 0)
