"""The hooks for pre-commit, installed and run by it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.once

RIGHT = '{"response": "Hi", "action": [{"say": "Hi"}]}'


def run_git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=x", "-c", "user.email=x@example.com")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.skipif(
    not shutil.which("git") and not os.environ.get("CI"), reason="git is not installed"
)
def test_hook_judges_what_changed(tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"
    # What is here, committed or not, and nothing that is ignored.
    kept = shutil.ignore_patterns(".git", ".*_cache", ".hypothesis", "__pycache__", "*.pyc")
    shutil.copytree(ROOT, hooks, ignore=kept)
    project = tmp_path / "project"
    project.mkdir()
    for folder in (hooks, project):
        run_git(folder, "init", "-q", "-b", "main")
        run_git(folder, "add", "-A")
        run_git(folder, "commit", "-q", "--allow-empty", "-m", "x")
    (project / "right.json").write_text(RIGHT)
    (project / "package.json").write_text('{"name": "x"}')
    (project / "notes.txt").write_text("{")

    def run_hook() -> subprocess.CompletedProcess[str]:
        run_git(project, "add", "-A")
        command = ["try-repo", str(hooks), "swaigctl-validate", "--verbose", "--all-files"]
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", *command],
            cwd=project,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            timeout=300,
        )

    passed = run_hook()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "No findings in 1 file (judged as a response)." in passed.stdout
    (project / "wrong.json").write_text(RIGHT.replace('"Hi"}', "7}"))
    failed = run_hook()
    assert failed.returncode == 1
    assert "wrong.json:1:" in failed.stdout
