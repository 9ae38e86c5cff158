"""Every example in the README runs, and its output is what the README says."""

import doctest
import json
import re
import subprocess
from itertools import combinations, product
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT
from shown_commands import assert_prints, blocks, shown_commands

from swaigctl.catalog.actions.conferencing import join_conference
from swaigctl.formats.inputs import parsed_bytes
from swaigctl.model.kinds import Choice

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = shown_commands(README)


ANSWER, PLAN, JOB = blocks(README, "yaml")
(CONFIGURATION,) = blocks(README, "toml")


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[each[0] for each in COMMANDS])
def test_command_prints_what_the_readme_shows(command: str, output: str, tmp_path: Path) -> None:
    (tmp_path / "fixtures.yaml").write_text(PLAN)
    (tmp_path / "answer.yaml").write_text(ANSWER)
    assert_prints(command, output, tmp_path)


def test_plan_covers_every_pair_of_choices(tmp_path: Path) -> None:
    (tmp_path / "fixtures.yaml").write_text(PLAN)
    plan = run_in(tmp_path, "fixtures", "list", "--format", "json")
    made = [each["values"] for each in json.loads(plan.stdout) if each["action"] != "response"]
    axes = {
        parameter.name: parameter.kind.spellings
        for parameter in join_conference.parameters
        if isinstance(parameter.kind, Choice)
    }
    assert len(axes) == 5
    for (one, its), (other, others) in combinations(axes.items(), 2):
        pairs = {(params[one], params[other]) for params in made}
        assert pairs == set(product(its, others))


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=60
    )


def test_job_keeps_fixtures_true(tmp_path: Path) -> None:
    job = parsed_bytes(JOB.encode(), "fixtures.yml")
    steps = [step["run"] for step in job["jobs"]["fixtures"]["steps"] if "run" in step]  # type: ignore[index]
    assert steps[0] == "pip install swaigctl"

    def job_passes() -> bool:
        runs = [run_in(tmp_path, *step.split()[1:]) for step in steps[1:]]
        assert all(run.returncode in (0, 1) for run in runs)
        return all(run.returncode == 0 for run in runs)

    (tmp_path / "fixtures.yaml").write_text(PLAN)
    assert not job_passes()
    assert run_in(tmp_path, "fixtures", "build").returncode == 0
    assert job_passes()
    fixture = tmp_path / "fixtures/goodbye-full.json"
    text = fixture.read_text()
    fixture.write_text(text.replace("lounge", "bar"))
    assert not job_passes()
    fixture.write_text(text)
    assert job_passes()
    (tmp_path / "fixtures.yaml").write_text(PLAN.replace("[auto, full]", "[auto]"))
    assert not job_passes()
    assert run_in(tmp_path, "fixtures", "build", "--prune").returncode == 0
    assert job_passes()


def test_configuration_ignores_what_the_readme_says(tmp_path: Path) -> None:
    recorded = tmp_path / "recorded/main.json"
    recorded.parent.mkdir()
    steps = [{"a_verb_of_next_month": {}}, {"play": "say:Hi"}]
    recorded.write_text(json.dumps({"sections": {"main": steps}}))
    strictly = ("validate", "--fail-on", "info", "recorded")
    assert run_in(tmp_path, *strictly).returncode == 1
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    assert run_in(tmp_path, *strictly).returncode == 0


def test_python_does_what_the_readme_shows() -> None:
    examples = "\n".join(blocks(README, "pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    report: list[str] = []
    results = doctest.DocTestRunner().run(test, out=report.append)
    assert results.attempted >= 5
    assert not results.failed, "".join(report)


def test_quick_start_opens_with_its_two_blocks() -> None:
    section = README.partition("## Quick start\n")[2]
    first, prose, second = re.match(
        r"\n```sh\n(.*?)```\n\n([^\n]+)\n\n```sh\n(.*?)```\n", section, re.DOTALL
    ).groups()  # type: ignore[union-attr]
    assert first.splitlines() == ["pip install .", "swaigctl join-conference --name team-standup"]
    assert second.splitlines() == ["pip install -e '.[test]'", "python -m pytest"]
    assert "`" not in prose


def test_every_other_block_is_tested() -> None:
    languages = set(re.findall(r"^```(\w+)$", README, re.MULTILINE))
    assert languages == {"sh", "console", "pycon", "yaml", "toml"}
    assert README.count("\n```sh\n") == 2
    assert len(COMMANDS) >= 8
