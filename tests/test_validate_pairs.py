"""Documents that are right, and documents with a fault, as the command line judges them.

`right/NAME.json` or `.yaml` has no findings. `wrong/CODE/NAME.json` or `.yaml` has one with this
code, most often alone, and `NAME.out` is what `validate` prints. `NAME.args` has further flags.
"""

import os
import shlex
from pathlib import Path

import pytest
from conftest import HERE, run_here

from swaigctl.check.validation import verdicts
from swaigctl.formats.yaml_writer import yaml_text

pytestmark = pytest.mark.once

FOLDER = HERE / "validate"
ENDINGS = (".json", ".yaml", ".yml", ".jsonl")
RIGHT = sorted(each for each in (FOLDER / "right").iterdir() if each.suffix in ENDINGS)
WRONG = sorted(each for each in (FOLDER / "wrong").glob("*/*") if each.suffix in ENDINGS)


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def flags_of(path: Path) -> list[str]:
    further = path.with_suffix(".args")
    return shlex.split(further.read_text(encoding="utf-8")) if further.exists() else []


@pytest.mark.parametrize("path", RIGHT, ids=name_of)
def test_right(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    outcome = run_here(["validate", "--fail-on", "info", path.name, *flags_of(path)])
    assert outcome.out.decode().startswith("No findings in 1 file (")
    assert outcome.status == 0


@pytest.mark.parametrize("path", WRONG, ids=name_of)
def test_wrong(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    outcome = run_here(["validate", "--fail-on", "info", path.name, *flags_of(path)])
    assert outcome.out.decode() == path.with_suffix(".out").read_text(encoding="utf-8")
    assert f"[{path.parent.name}]" in outcome.out.decode()
    assert outcome.status == 1


@pytest.mark.parametrize(
    "path", [each for each in WRONG if each.suffix == ".json" and not flags_of(each)], ids=name_of
)
def test_the_same_in_yaml_has_the_same_paths(path: Path) -> None:
    (in_json,) = verdicts(path.read_text(encoding="utf-8"), "x.json")
    if in_json.read.fault is not None:
        return  # it is no JSON
    (in_yaml,) = verdicts(yaml_text(in_json.read.value), "x.yaml")
    assert {(each.code, each.path) for each in in_json.findings} == {
        (each.code, each.path) for each in in_yaml.findings
    }


def test_every_wrong_one_says_what_it_prints() -> None:
    names = {os.path.splitext(name_of(each))[0] for each in WRONG}
    outs = {os.path.splitext(name_of(each))[0] for each in (FOLDER / "wrong").glob("*/*.out")}
    assert names == outs
