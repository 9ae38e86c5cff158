"""Every example in the README runs, and its output is what the README says."""

import doctest
import re
from pathlib import Path

import pytest
from conftest import ROOT
from shown_commands import assert_prints, blocks, shown_commands

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = shown_commands(README)


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[each[0] for each in COMMANDS])
def test_command_prints_what_the_readme_shows(command: str, output: str, tmp_path: Path) -> None:
    assert_prints(command, output, tmp_path)


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
    assert languages == {"sh", "console", "pycon"}
    assert README.count("\n```sh\n") == 2
    assert len(COMMANDS) >= 8
