"""Branches that have each built: what git makes of two records, and what a build makes of that."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Outcome, run_here

RECORD = Path("fixtures/.swaigctl-fixtures.json")

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(
        not shutil.which("git") and not os.environ.get("CI"), reason="git is not installed"
    ),
]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    return tmp_path


def git(*arguments: str) -> int:
    """Run git; its exit status."""
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *arguments], capture_output=True).returncode


def plan(*names: str, text: str = "x") -> None:
    """A plan with each fixture on a line of its own, as people write them."""
    fixtures = (f"- {{file: {name}, action: say, params: {{text: {text}}}}}\n" for name in names)
    Path("fixtures.yaml").write_text("fixtures:\n" + "".join(fixtures))


def run(*arguments: str) -> Outcome:
    outcome = run_here(["fixtures", *arguments])
    assert "defect" not in outcome.err
    return outcome


def commit(*names: str, text: str = "x") -> None:
    plan(*names, text=text)
    assert run("build", "--prune").status == 0
    assert git("add", "-A") == git("commit", "-q", "-m", "x") == 0


def merge(ours: Sequence[str], theirs: Sequence[str], base: Sequence[str] = "") -> int:
    """Let two branches build these fixtures, and merge them; git's exit status."""
    if base:
        commit(*base)
    else:
        assert git("commit", "-q", "--allow-empty", "-m", "x") == 0
    git("checkout", "-q", "-b", "side")
    commit(*theirs)
    git("checkout", "-q", "main")
    commit(*ours)
    return git("merge", "-q", "side")


def unmerged() -> set[str]:
    """The files that git could not merge."""
    done = subprocess.run(
        ["git", "diff", "--name-only", "--diff-filter=U"], capture_output=True, text=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("bdfh", "abdfh", "bdfhz"),  # one before all others, one behind them
        ("bdfh", "bdfhz", "bcdfh"),
        ("bdfh", "bdf", "abdfh"),  # the last one less
        ("bdfh", "dfh", "bdfhz"),
        ("b", "ab", "bz"),  # with a line of the record between them that neither changes
        ("bd", "abd", "b"),
    ],
)
def test_records_merge_where_other_files_are_built(
    repository: Path, base: str, ours: str, theirs: str
) -> None:
    merge(ours, theirs, base)
    assert str(RECORD) not in unmerged()
    record = json.loads(RECORD.read_text())
    expected = (set(ours) | set(theirs)) - (set(base) - set(ours)) - (set(base) - set(theirs))
    assert record.keys() == {*(f"{name}.json" for name in expected), "plan"}
    plan(*sorted(expected))
    assert run("check").status == 0


@pytest.mark.parametrize("base", ["", "a"])
@pytest.mark.parametrize("union", [False, True])
def test_both_have_built_neighbours(repository: Path, base: str, union: bool) -> None:
    if union:
        Path(".gitattributes").write_text(".swaigctl-*.json merge=union\n")
        git("add", "-A")
        git("commit", "-q", "-m", "attributes")
    merge(["a", "b", "d"], ["a", "c", "e"], base)
    assert (str(RECORD) in unmerged()) == (not union)
    plan("a", "b", "c", "d", "e")  # the conflict in the plan is resolved by hand
    outcome = run("check")
    assert outcome.status == int(not union)
    assert ("git could not merge it" in outcome.err) == (not union)
    assert run("build").out == b""
    assert json.loads(RECORD.read_text()).keys() == {
        *(f"{name}.json" for name in "abcde"),
        "plan",
    }
    assert run("check") == Outcome(0, b"", "5 files are as the plan has them.\n")
    plan("a")  # both sides' files are known as the plan's
    assert run("build", "--prune").status == 0
    assert sorted(path.name for path in Path("fixtures").glob("[!.]*")) == ["a.json"]


@pytest.mark.parametrize("union", [False, True])
def test_both_have_built_the_same_file_with_other_contents(repository: Path, union: bool) -> None:
    if union:
        Path(".gitattributes").write_text(".swaigctl-*.json merge=union\n")
    commit("a", "b")
    git("checkout", "-q", "-b", "side")
    commit("a", "b", text="theirs")
    git("checkout", "-q", "main")
    commit("a", "b", text="ours")
    assert git("merge", "-q", "side") == 1
    assert "<<<<<<<" in Path("fixtures/a.json").read_text()
    plan("a", "b", text="theirs")
    assert run("check").status == 1
    assert run("build").status == 0
    assert run("check").status == 0
    assert json.loads(Path("fixtures/a.json").read_text()) == {"say": "theirs"}


def test_what_either_side_has_built_is_pruned_unless_it_was_changed(repository: Path) -> None:
    Path(".gitattributes").write_text(".swaigctl-*.json merge=union\n")
    merge(["a", "b", "d"], ["a", "c", "e"], "a")
    Path("fixtures/c.json").write_text("precious")
    plan("a")
    outcome = run("build", "--prune")
    assert sorted(outcome.out.decode().splitlines()) == [
        *("removed fixtures/b.json", "removed fixtures/d.json", "removed fixtures/e.json"),
    ]
    assert Path("fixtures/c.json").read_text() == "precious"
    assert run("check").status == 0


@pytest.mark.parametrize("is_ours", [False, True])
def test_one_side_has_renamed_the_plan(repository: Path, is_ours: bool) -> None:
    plan("a", "b")
    run("build")
    record = RECORD.read_text()
    renamed = record.replace("fixtures.yaml", "fixtures.yml").replace("b.json", "c.json")
    sides = [renamed, record] if is_ours else [record, renamed]
    RECORD.write_text("<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n".format(*sides))
    Path("fixtures.yaml").rename("fixtures.yml")
    assert "git could not merge it" in run("check").err
    assert run("build").status == 0
    assert json.loads(RECORD.read_text())["plan"] == "../fixtures.yml"
    assert run("check").status == 0
    RECORD.write_text("<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n".format(*sides))
    Path("fixtures.yml").rename("fixtures.json")
    Path("fixtures.json").write_text('{"fixtures": []}')
    assert "is damaged" in run("check").err


@pytest.mark.parametrize("writing", [{}, {"b.json": "0" * 64}])
def test_records_of_earlier_versions_are_read(repository: Path, writing: dict[str, str]) -> None:
    plan("a", "b")
    run("build")
    record = json.loads(RECORD.read_text())
    own = record.pop("plan")
    older = {"plan": own, "files": record, **({"writing": writing} if writing else {})}
    RECORD.write_text(json.dumps(older, indent=2) + "\n")
    assert run("check").status == bool(writing)
    plan("a")
    assert run("check").status == 1
    assert run("build", "--prune").out == b"removed fixtures/b.json\n"
    assert json.loads(RECORD.read_text()).keys() == {"a.json", "plan"}
    assert run("check").status == 0


def test_older_record_on_one_side_only(repository: Path) -> None:
    commit("a")
    record = json.loads(RECORD.read_text())
    own = record.pop("plan")
    RECORD.write_text(json.dumps({"plan": own, "files": record}, indent=2) + "\n")
    git("commit", "-qam", "older")
    git("checkout", "-q", "-b", "side")
    plan("a", "b")
    run("build")
    git("add", "-A")
    git("commit", "-qm", "newer")
    git("checkout", "-q", "main")
    Path("fixtures/c.json").write_bytes(Path("fixtures/a.json").read_bytes())
    more = {**record, "c.json": record["a.json"]}
    RECORD.write_text(json.dumps({"plan": own, "files": more}, indent=2) + "\n")
    plan("a", "c")
    git("add", "-A")
    git("commit", "-qm", "older still")
    assert git("merge", "-q", "side") == 1
    plan("a", "b", "c")
    assert "git could not merge it" in run("check").err
    assert run("build").status == 0
    assert json.loads(RECORD.read_text()).keys() == {"a.json", "b.json", "c.json", "plan"}


@pytest.mark.parametrize(
    "record",
    [
        '{"a.json": "0"}',
        '{"plan": "x.yaml", "plan": "x.yaml"}',
        '{"plan": "x.yaml", "files": {}, "files": {}}',
        '{"plan": "x.yaml", "files": {}, "a.json": "DIGEST"}',
        '{"plan": "x.yaml", "writing": []}',
        '{"plan": "\\ud800"}',
        "[" * 100_000,
        "{" + '"a.json": "DIGEST", ' * 17 + '"plan": "x.yaml"}',
    ],
)
def test_what_is_no_record(repository: Path, record: str) -> None:
    plan("a")
    run("build")
    RECORD.write_text(record.replace("DIGEST", "0" * 64))
    for task in ("check", "build"):
        outcome = run(task)
        assert (outcome.status, outcome.out) == (2, b"")
        assert f"Error: {RECORD}: is damaged" in outcome.err
