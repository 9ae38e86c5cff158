"""A plan to begin with, and what is said of the members of plans."""

import os
import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, run_here, run_program
from markdown_it import MarkdownIt

from swaigctl.catalog.program.plans import (
    ACTION_FIXTURE,
    DOCUMENT_FIXTURE,
    PLAN,
    RESPONSE_FIXTURE,
    SECTIONS,
    SHARED,
    STARTER,
)
from swaigctl.generate.man_pages import man_pages
from swaigctl.generate.plan_page import PLAN_PAGE, plan_page

pytestmark = pytest.mark.once


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", ["", "fixtures.yaml", "other.yml", "in/some.YAML"])
def test_starter_builds_at_once(folder: Path, path: str) -> None:
    Path("in").mkdir()
    words = [path] if path else []
    begun = run_program(["fixtures", "init", *words])
    written = path or "fixtures.yaml"
    assert (begun.status, begun.out.decode()) == (0, f"wrote {written}\n")
    assert Path(written).read_text() == STARTER
    (command,) = re.findall(r"^Run '(.*)' to make its files", begun.err)
    assert command == " ".join(["swaigctl fixtures build", *words])
    built = run_program(command.split()[1:])
    assert built.status == 0
    assert "Warning" not in built.err
    assert run_program(["fixtures", "check", *words]).status == 0
    listed = run_program(["fixtures", "list", *words]).out.decode().splitlines()
    assert all(Path(each).is_file() for each in listed)


def test_starter_shows_each_kind_of_fixture() -> None:
    fixtures = yaml.safe_load(STARTER)["fixtures"]
    for member in ("action", "response", "swml", "matrix"):
        assert any(member in each for each in fixtures)
    assert all(line.lstrip()[:1] != "#" or len(line) < 100 for line in STARTER.splitlines())


@pytest.mark.parametrize(
    "name", ["fixtures.yaml", "fixtures.yml", "fixtures.toml", "fixtures.json"]
)
def test_nothing_is_overwritten(folder: Path, name: str) -> None:
    Path(name).write_text("mine")
    outcome = run_here(["fixtures", "init"])
    assert (outcome.status, outcome.out) == (2, b"")
    assert f"Error: {name}: is there already: 'init' overwrites nothing." in outcome.err
    assert os.listdir() == [name]
    assert Path(name).read_text() == "mine"
    assert run_here(["fixtures", "init", "other.yaml"]).status == 0


def test_no_link_is_followed(folder: Path) -> None:
    Path("fixtures.yaml").symlink_to("nowhere.yaml")
    assert run_here(["fixtures", "init", "fixtures.yaml"]).status == 2
    assert not Path("nowhere.yaml").exists()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("plan.toml", "'plan.toml': a plan to begin with is YAML: let its name end in .yaml or"),
        ("plan", "'plan': a plan to begin with is YAML"),
        ("none/plan.yaml", "none/plan.yaml: can't be written: No such file or directory."),
    ],
)
def test_names_that_are_none(folder: Path, path: str, answer: str) -> None:
    outcome = run_here(["fixtures", "init", path])
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith(f"Error: {answer}")
    assert os.listdir() == []


def test_no_plan_is_told_how_to_begin(folder: Path) -> None:
    outcome = run_here(["fixtures", "check"])
    assert "or run 'swaigctl fixtures init' to write one." in outcome.err


def test_sections_have_every_member() -> None:
    described = {each for _, members in SECTIONS.values() for each in members}
    assert described == {*PLAN, *SHARED, *ACTION_FIXTURE, *RESPONSE_FIXTURE, *DOCUMENT_FIXTURE}


def cells(markdown: str) -> list[list[str]]:
    """The cells of every table, as a reader of Markdown sees them."""
    rows: list[list[str]] = []
    for token in MarkdownIt().enable("table").parse(markdown):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level > 2:
            rows[-1].append("".join(each.content for each in token.children or ()))
    return rows


def test_page_of_plans_is_what_the_catalog_says() -> None:
    page = (ROOT / "docs" / PLAN_PAGE).read_text(encoding="utf-8")
    assert page == plan_page(), "run 'python -m swaigctl.generate'"
    found = cells(page)
    for title, (_, members) in SECTIONS.items():
        assert f"\n## {title}\n" in page
        for member in members:
            its = [row for row in found if row[0] == member.name]
            assert its, member.name
            for word, meaning in member.meanings.items():
                assert any(f"{word}: {meaning}" in row[3] for row in its)
    assert STARTER in page
    anchors = {each.lower().replace(" ", "-") for each in re.findall(r"^## (.*)$", page, re.M)}
    for anchor in re.findall(r"\(#([^)]+)\)", page):
        assert anchor in {re.sub(r"[^\w-]", "", each) for each in anchors}


@pytest.mark.parametrize(
    "arguments", [["help", "fixtures", "plan"], ["fixtures", "plan", "--help"]]
)
def test_help_tells_all_members(arguments: list[str]) -> None:
    outcome = run_program(arguments)
    assert (outcome.status, outcome.err) == (0, "")
    text = outcome.out.decode()
    for title, (_, members) in SECTIONS.items():
        assert f"\n{title}:\n" in text
        for member in members:
            assert re.search(rf"^  {member.name}\s", text, re.MULTILINE)
    assert "--response" not in text
    assert run_program(["fixtures", "--help"]).out != outcome.out


def test_man_page_tells_all_members() -> None:
    page = man_pages()["swaigctl-fixtures.1"]
    section = page.partition(".Sh PLANS\n")[2].partition(".Sh ")[0]
    for title, (_, members) in SECTIONS.items():
        assert f".Ss {title}\n" in section
        for member in members:
            assert f".It Cm {member.name}\n" in section


def test_a_plan_called_plan_is_a_plan(folder: Path) -> None:
    outcome = run_here(["fixtures", "plan"])
    assert outcome.status == 2
    assert "TASK must be one of" in outcome.err
