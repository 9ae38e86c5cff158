"""What `fixtures check` says: in each format, of several plans, and that its advice is right."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PROGRAM, Outcome

pytestmark = pytest.mark.once

RECORD = ".swaigctl-{}.json"
COMMAND = re.compile(r"Run '(swaigctl fixtures .*)' to (?:put this right|make (?:it|them))\.$")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plan(path: str, *names: str, **members: object) -> None:
    """Write a plan of fixtures with these names, each of which says its name."""
    fixtures = [{"file": name, "action": "say", "params": {"text": name}} for name in names]
    Path(path).write_text(json.dumps({**members, "fixtures": fixtures}))


def run(*arguments: str) -> Outcome:
    """Run the installed program."""
    done = subprocess.run(
        [PROGRAM, "fixtures", *arguments], capture_output=True, stdin=subprocess.DEVNULL, timeout=60
    )
    err = done.stderr.decode()
    assert "defect" not in err
    return Outcome(done.returncode, done.stdout, err)


def lines(outcome: Outcome) -> list[str]:
    return outcome.out.decode().splitlines()


def damage() -> None:
    """One file of each state, after a build of `p.json`."""
    plan("p.json", "a", "b", "c", "d")
    run("build", "p.json")
    plan("p.json", "a", "b", "c", "e")
    Path("fixtures/b.json").write_text('{\n  "say": "B"\n}\n')
    Path("fixtures/c.json").unlink()


def test_text_is_a_diff_of_what_changed_and_a_line_for_the_rest(root: Path) -> None:
    damage()
    outcome = run("check", "p.json")
    assert outcome.status == 1
    assert lines(outcome) == [
        *("--- fixtures/b.json", "+++ fixtures/b.json", "@@ -1,3 +1,3 @@", " {"),
        *('-  "say": "B"', '+  "say": "b"', " }"),
        *("missing fixtures/c.json", "missing fixtures/e.json", "left over fixtures/d.json"),
    ]
    assert outcome.err == (
        "1 stale, 2 missing, 1 left over.\n"
        "Run 'swaigctl fixtures build p.json --prune' to put this right.\n"
    )


def test_stat_has_a_line_for_each_file(root: Path) -> None:
    damage()
    Path("fixtures/a.json").write_text("x\n" * 100)
    outcome = run("check", "p.json", "--stat")
    assert outcome.status == 1
    assert lines(outcome) == [
        " fixtures/a.json | 103 ++" + "-" * 38,
        " fixtures/b.json |   2 +-",
        " fixtures/c.json | missing",
        " fixtures/e.json | missing",
        " fixtures/d.json | left over",
    ]
    assert "2 stale, 2 missing, 1 left over." in outcome.err
    run("build", "p.json", "--prune")
    assert run("check", "p.json", "--stat").out == b""


def test_quiet_says_nothing(root: Path) -> None:
    damage()
    assert run("check", "p.json", "--quiet") == Outcome(1, b"", "")
    run("build", "p.json", "--prune")
    assert run("check", "p.json", "--quiet") == Outcome(0, b"", "")
    Path("p.json").write_text("{")
    outcome = run("check", "p.json", "--quiet")
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith("Error: p.json:1")


def test_json_is_one_object(root: Path) -> None:
    damage()
    outcome = run("check", "p.json", "--format", "json")
    assert (outcome.status, outcome.err) == (1, "")
    report = json.loads(outcome.out)
    found = {each["file"]: (each["code"], each["line"]) for each in report["findings"]}
    assert found == {
        "fixtures/b.json": ("stale-fixture", 2),
        "fixtures/c.json": ("missing-fixture", None),
        "fixtures/e.json": ("missing-fixture", None),
        "fixtures/d.json": ("left-over-fixture", None),
    }
    assert all(each["severity"] == "error" and each["message"] for each in report["findings"])
    counts = {"fixtures": 4, "stale": 1, "missing": 2, "left_over": 1}
    command = "swaigctl fixtures build p.json --prune"
    assert report["plans"] == [
        {"plan": "p.json", "output": "fixtures", **counts, "command": command}
    ]
    assert report["summary"] == {"plans": 1, **counts, "errors": 4, "warnings": 0, "infos": 0}
    subprocess.run(shlex.split(command), check=True, capture_output=True, executable=PROGRAM)
    report = json.loads(run("check", "p.json", "--format", "json").out)
    assert report["findings"] == []
    assert "command" not in report["plans"][0]


def test_faults_of_a_plan_are_findings_too(root: Path) -> None:
    Path("p.json").write_text('{"fixtures": [\n{"action": "hangup", "matirx": 1}]}')
    plan("q.json", "a")
    outcome = run("check", "p.json", "q.json", "--format", "json")
    assert (outcome.status, outcome.err) == (1, "")
    report = json.loads(outcome.out)
    first, second = report["findings"]
    assert (first["file"], first["line"], first["code"]) == ("p.json", 2, "unknown-name")
    assert first["path"] == "$.fixtures[0].matirx"
    assert (second["file"], second["code"]) == ("fixtures/a.json", "missing-fixture")
    assert [each["plan"] for each in report["plans"]] == ["p.json", "q.json"]
    annotated = run("check", "p.json", "q.json", "--format", "github")
    assert annotated.status == 1
    assert "::error file=p.json,line=2,endLine=2," in annotated.out.decode()
    assert "Error" not in annotated.err


def test_combination_in_which_something_is_wrong_is_in_the_message(root: Path) -> None:
    Path("p.yaml").write_text(
        "fixtures:\n- file: x-{name}\n  action: join_conference\n  matrix: {name: [null, x]}\n"
    )
    report = json.loads(run("check", "p.yaml", "--format", "json").out)
    (found,) = report["findings"]
    assert found["message"] == "fixtures[0].params.name with name=unset: is required."
    assert (found["file"], found["line"]) == ("p.yaml", 2)


def test_warnings_are_findings(root: Path) -> None:
    Path("p.yaml").write_text(
        "fixtures:\n  - action: join_conference\n    params: {name: x, trim: do-not-trim}\n"
    )
    run("build", "p.yaml")
    outcome = run("check", "p.yaml", "--format", "json")
    report = json.loads(outcome.out)
    assert outcome.status == 0
    (found,) = report["findings"]
    assert (found["severity"], found["line"], found["file"]) == ("warning", 3, "p.yaml")
    assert (
        "::warning file=p.yaml,line=3," in run("check", "p.yaml", "--format", "github").out.decode()
    )
    assert run("check", "p.yaml", "--format", "json", "--strict").status == 1


def test_annotations_are_limited_and_escaped(root: Path) -> None:
    names = [f"a%,{number:02}" for number in range(12)]
    plan("p.json", *names)
    run("build", "p.json")
    for path in Path("fixtures").glob("a*"):
        path.write_text("x")
    out = run("check", "p.json", "--format", "github").out.decode()
    assert out.count("::error file=fixtures/a%25%2C") == 10
    assert "GitHub annotates 10 of 12 errors; all of them are here:" in out
    assert out.count("--- fixtures/a%,") == 12


def test_missing_files_are_annotated_in_the_plan(root: Path) -> None:
    plan("p.json", "a", "b")
    run("build", "p.json")
    Path("p.yaml").write_text(
        "fixtures:\n- {file: a, action: hangup}\n- {file: c, action: hangup}\n"
    )
    Path("p.json").unlink()
    out = run("check", "p.yaml", "--format", "github").out.decode()
    assert "::error file=p.yaml,line=3,endLine=3," in out
    assert "::error file=fixtures/a.json,line=2,endLine=2," in out


def test_nothing_was_built_yet(root: Path) -> None:
    plan("fixtures.json", *(f"x{number}" for number in range(30)))
    outcome = run("check")
    assert outcome == Outcome(
        1,
        b"",
        "Nothing is built yet: 30 files missing.\nRun 'swaigctl fixtures build' to make them.\n",
    )
    assert outcome.err.count("\n") == 2
    whole = run("check", "--diff")
    assert whole.out.decode().count("--- /dev/null") == 30
    assert len(lines(run("check", "--stat"))) == 30
    run("build")
    Path("fixtures/x7.json").unlink()
    assert lines(run("check")) == ["missing fixtures/x7.json"]


def test_several_plans_are_all_judged_in_their_order(root: Path) -> None:
    plan("b.json", "one", output="made/b")
    plan("a.json", "two", "three", output="made/a")
    plan("c.json", "four", output="made/c")
    assert lines(run("list", "b.json", "a.json")) == [
        *("made/b/one.json", "made/a/two.json", "made/a/three.json"),
    ]
    built = run("build", "b.json", "a.json", "c.json")
    assert lines(built) == [
        *("wrote made/b/one.json", "wrote made/a/two.json", "wrote made/a/three.json"),
        "wrote made/c/four.json",
    ]
    assert built.err == (
        "b.json: 1 written, 0 unchanged.\na.json: 2 written, 0 unchanged.\n"
        "c.json: 1 written, 0 unchanged.\n"
    )
    Path("made/b/one.json").unlink()
    Path("made/c/four.json").unlink()
    outcomes = [run("check", "b.json", "a.json", "c.json") for _ in range(2)]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0].status == 1
    assert lines(outcomes[0]) == ["missing made/b/one.json", "missing made/c/four.json"]
    assert outcomes[0].err == (
        "b.json: 1 missing.\nb.json: Run 'swaigctl fixtures build b.json' to put this right.\n"
        "a.json: 2 files are as the plan has them.\n"
        "c.json: 1 missing.\nc.json: Run 'swaigctl fixtures build c.json' to put this right.\n"
    )
    rows = json.loads(run("list", "c.json", "b.json", "--format", "json").out)
    assert [(each["plan"], each["file"]) for each in rows] == [
        ("c.json", "made/c/four.json"),
        ("b.json", "made/b/one.json"),
    ]
    assert run("build", "c.json", "b.json").status == 0
    assert run("check", "b.json", "a.json", "c.json").status == 0


def test_one_bad_plan_keeps_no_other_from_being_judged(root: Path) -> None:
    plan("a.json", "one")
    Path("b.json").write_text('{"fixtures": 1}')
    plan("c.json", "two", output="made")
    outcome = run("check", "a.json", "b.json", "c.json")
    assert (outcome.status, outcome.out) == (2, b"")
    for part in ("a.json: Nothing is built yet", "Error: b.json:1", "c.json: Nothing is built"):
        assert part in outcome.err
    outcome = run("list", "a.json", "none.json", "b.json", "nowhere.json")
    assert (outcome.status, outcome.out) == (2, b"")
    for part in ("none.json", "Error: b.json:1", "nowhere.json"):
        assert part in outcome.err


@pytest.mark.parametrize("bad", ["none.json", "b.json", "b.txt", "empty.json", "latin.json", "."])
def test_one_plan_that_can_not_be_read_keeps_no_other_from_it(root: Path, bad: str) -> None:
    plan("a.json", "one")
    Path("b.json").write_text('{"fixtures": 1}')
    Path("empty.json").touch()
    Path("latin.json").write_bytes(b"\xe9")
    plan("c.json", "two", output="made")
    outcome = run("check", "a.json", bad, "c.json")
    assert (outcome.status, outcome.out) == (2, b"")
    for part in ("a.json: Nothing is built yet", "Error: ", bad, "c.json: Nothing is built"):
        assert part in outcome.err
    outcome = run("build", "a.json", bad, "c.json")
    assert (outcome.status, outcome.out) == (2, b"")
    for part in ("a.json: 1 written, 0 unchanged.", "Error: ", "c.json: 1 written, 0 unchanged."):
        assert part in outcome.err
    assert Path("fixtures/one.json").is_file()
    assert Path("made/two.json").is_file()
    alone = run("build", bad)
    assert [line for line in outcome.err.splitlines() if "Error" in line] == [
        line for line in alone.err.splitlines() if "Error" in line
    ]


def test_programs_are_told_of_faults_where_findings_are(root: Path) -> None:
    of_two_plans()
    assert run("check", "p.json", "q.json").status == 2
    for format in ("json", "github"):
        outcome = run("check", "p.json", "q.json", "--format", format)
        assert outcome.status == 1
        assert outcome.out.count(b"make it, each with other content") == 1
        assert "make it, each" not in outcome.err
        outcome = run("check", "none.json", "q.json", "--format", format)
        assert (outcome.status, outcome.out) == (2, b"")
        assert "none.json" in outcome.err


def test_one_build_that_fails_keeps_no_other_from_being_made(root: Path) -> None:
    plan("a.json", "one", output="made/a")
    plan("b.json", "two", output="made/b")
    Path("made").mkdir()
    Path("made/a").write_text("in the way")
    outcome = run("build", "a.json", "b.json")
    assert (outcome.status, outcome.out) == (2, b"")
    assert "Error: made/a: Not a directory." in outcome.err
    assert "b.json: 1 written, 0 unchanged." in outcome.err
    assert run("check", "b.json").status == 0


def test_lists_and_builds_name_files_alike(root: Path) -> None:
    Path("deep/er").mkdir(parents=True)
    plan("deep/er/p.json", "a", "in/b", output="made")
    for folder, path in ((".", "deep/er/p.json"), ("deep", "er/p.json"), ("deep/er", "p.json")):
        os.chdir(root / folder)
        listed = lines(run("list", path))
        shutil.rmtree(root / "deep/er/made", ignore_errors=True)
        assert [f"wrote {each}" for each in listed] == lines(run("build", path))
        assert all(Path(each).is_file() for each in listed)
        rows = json.loads(run("list", path, "--format", "json").out)
        assert [each["file"] for each in rows] == listed
        assert [each["name"] for each in rows] == ["a.json", "in/b.json"]
    os.chdir(root)
    assert lines(run("list", "deep/er/p.json", "--output", "x")) == ["x/a.json", "x/in/b.json"]


def stale() -> None:
    plan("p.json", "a", "b")
    run("build", "p.json")
    Path("fixtures/a.json").write_text("x")


def missing() -> None:
    stale()
    Path("fixtures/a.json").unlink()


def missing_record() -> None:
    plan("p.json", "a", "b")
    run("build", "p.json")
    Path("fixtures", RECORD.format("p")).unlink()


def left_over() -> None:
    plan("p.json", "a", "b")
    run("build", "p.json")
    plan("p.json", "a")


def left_over_and_changed() -> None:
    left_over()
    Path("fixtures/b.json").write_text("precious")


def left_over_and_a_link() -> None:
    left_over()
    Path("fixtures/b.json").unlink()
    Path("fixtures/b.json").symlink_to("a.json")


def foreign() -> None:
    plan("p.json", "a", "b")
    Path("fixtures").mkdir()
    Path("fixtures/b.json").write_text("x")


def a_link() -> None:
    stale()
    Path("fixtures/a.json").unlink()
    Path("fixtures/a.json").symlink_to("b.json")


def renamed() -> None:
    plan("old.json", "a", "b")
    run("build", "old.json")
    Path("old.json").rename("p.json")


def renamed_with_the_same_stem() -> None:
    Path("p.yaml").write_text("fixtures: [{action: hangup}, {action: stop}]")
    run("build", "p.yaml")
    Path("p.yaml").unlink()
    plan("p.json", "a")


def renamed_and_changed() -> None:
    renamed()
    plan("p.json", "b", "c")


def renamed_and_touched() -> None:
    renamed()
    Path("fixtures/a.json").write_text("precious")


def renamed_and_left_changed() -> None:
    renamed_and_changed()
    Path("fixtures/a.json").write_text("precious")


def in_place_of_a_folder() -> None:
    plan("p.json", "a")
    run("build", "p.json")
    plan("p.json", "a.json/b")


def merged_record() -> None:
    plan("p.json", "a", "b")
    run("build", "p.json")
    record = Path("fixtures", RECORD.format("p"))
    text = record.read_text()
    record.write_text(f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n")


def first() -> None:
    plan("p.json", "a")


SITUATIONS = [
    *(stale, missing, missing_record, left_over, left_over_and_changed, left_over_and_a_link),
    *(foreign, a_link, renamed, renamed_with_the_same_stem, renamed_and_changed),
    *(renamed_and_touched, renamed_and_left_changed, in_place_of_a_folder, merged_record, first),
]


@pytest.mark.parametrize("task", ["check", "build"])
@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda each: each.__name__)
def test_recommended_command_puts_it_right(
    root: Path, situation: Callable[[], None], task: str
) -> None:
    situation()
    precious = [
        path.name for path in Path("fixtures").glob("*.json") if path.read_text() == "precious"
    ]
    outcome = run(task, "p.json")
    if task == "check":
        assert outcome.status == 1
    else:  # a build that has nothing more to recommend has put it right
        while outcome.status == 2:
            flags = set(re.findall(r"'(--\w+)'", outcome.err))
            assert flags & {"--force", "--prune"}, outcome.err
            outcome = run(task, "p.json", *flags)
    commands = [match[1] for line in outcome.err.splitlines() if (match := COMMAND.match(line))]
    assert len(commands) == (outcome.status == 1)
    for command in commands:
        done = subprocess.run(
            shlex.split(command), executable=PROGRAM, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        # What it keeps, and what it overwrites, was said before.
        for path in re.findall(r"Warning: (\S+): no plan makes it", done.stderr):
            assert f"'--prune' keeps {path}, which was changed" in outcome.err
            assert os.path.lexists(path)
        if "--force" in command and task == "check":
            assert "'--force' overwrites fixtures/" in outcome.err
        for name in precious:
            if "--force" not in command:
                assert Path("fixtures", name).read_text() == "precious"
    assert run("check", "p.json").status == 0
    assert run("build", "p.json").out == b""


def of_two_plans() -> str:
    plan("q.json", "a")
    run("build", "q.json")
    Path("fixtures/a.json").write_text("x")
    plan("p.json", "a")
    return "fixtures/a.json: the plans 'p.json' and 'q.json' make it, each with other content"


def of_the_plan_itself() -> str:
    plan("p.json", "p", output=".")
    return "./p.json: is the plan itself: give the fixture another name."


def in_the_way_and_changed() -> str:
    in_place_of_a_folder()
    Path("fixtures/a.json").write_text("precious")
    return "fixtures/a.json: is in the way of a folder."


def a_folder_in_place() -> str:
    plan("p.json", "a")
    Path("fixtures/a.json").mkdir(parents=True)
    return "fixtures/a.json: Is a directory."


@pytest.mark.parametrize(
    "situation",
    [of_two_plans, of_the_plan_itself, in_the_way_and_changed, a_folder_in_place],
    ids=lambda each: each.__name__,
)
def test_check_recommends_nothing_that_a_build_refuses(
    root: Path, situation: Callable[[], str]
) -> None:
    answer = situation()
    check = run("check", "p.json")
    build = run("build", "p.json", "--prune", "--force")
    for outcome in (check, build):
        assert (outcome.status, outcome.out) == (2, b"")
        assert answer in outcome.err
        assert "Run '" not in outcome.err
    assert check.err == build.err


@pytest.mark.parametrize("data", [b"\xff\xfe", "x\u202e\x1b[31m::error::y\n".encode(), b"\r\n" * 3])
@pytest.mark.parametrize(
    "flags", [[], ["--diff"], ["--stat"], ["--format", "json"], ["--format", "github"]]
)
def test_whatever_is_in_a_file_it_is_reported(root: Path, flags: list[str], data: bytes) -> None:
    stale()
    Path("fixtures/a.json").write_bytes(data)
    outcome = run("check", "p.json", *flags)
    assert outcome.status == 1
    assert b"fixtures/a.json" in outcome.out
    assert not set("\u202e\x1b") & set(outcome.out.decode())
    assert b"\n::error::" not in outcome.out
