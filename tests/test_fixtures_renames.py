"""Plans that are renamed, moved and deleted, several of them with one folder: what is left of them
is found, and nothing is lost that somebody has changed."""

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from conftest import Outcome, run_here
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

pytestmark = pytest.mark.once

FILES = ("a.json", "b.json", "in/c.json", "in/d.json")
PLANS = ("p.json", "q.json", "p.yaml", "deep/r.json")
THEIRS = {"mine.json": b"mine", "in/mine.json": b"mine, too"}
OUTPUT = "out"

Texts = dict[str, str]


def record_of(plan: str) -> str:
    return f".swaigctl-{Path(plan).stem}.json"


def write_plan(path: str, texts: Texts) -> None:
    fixtures = [
        {"file": name, "action": "say", "params": {"text": text}} for name, text in texts.items()
    ]
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(json.dumps({"fixtures": fixtures}))


def run(task: str, plan: str, *flags: str) -> Outcome:
    outcome = run_here(["fixtures", task, plan, "--output", OUTPUT, *flags])
    assert "defect" not in outcome.err, outcome.err
    return outcome


class Renames(RuleBasedStateMachine):
    """Some plans with one folder, and people who change plans and files."""

    def __init__(self) -> None:
        super().__init__()
        self.before = os.getcwd()
        self.root = Path(tempfile.mkdtemp(prefix="swaigctl-renames-"))
        os.chdir(self.root)
        self.plans: dict[str, Texts] = {}
        self.changed: dict[str, bytes] = {}
        """What somebody has written, in place of a fixture or not."""

    def teardown(self) -> None:
        os.chdir(self.before)
        shutil.rmtree(self.root)

    @rule(
        path=st.sampled_from(PLANS),
        texts=st.dictionaries(st.sampled_from(FILES), st.sampled_from("xy")),
    )
    def write(self, path: str, texts: Texts) -> None:
        write_plan(path, texts)
        self.plans[path] = texts

    @precondition(lambda self: self.plans)
    @rule(data=st.data(), new=st.sampled_from(PLANS))
    def rename(self, data: st.DataObject, new: str) -> None:
        old = data.draw(st.sampled_from(sorted(self.plans)))
        if new not in self.plans:
            Path(new).parent.mkdir(exist_ok=True)
            Path(old).rename(new)
            self.plans[new] = self.plans.pop(old)

    @precondition(lambda self: self.plans)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        old = data.draw(st.sampled_from(sorted(self.plans)))
        Path(old).unlink()
        del self.plans[old]

    @rule(name=st.sampled_from((*FILES, *THEIRS)), data=st.sampled_from([b"1", b"2"]))
    def change(self, name: str, data: bytes) -> None:
        path = Path(OUTPUT, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.changed[name] = data

    @rule(name=st.sampled_from(FILES))
    def remove(self, name: str) -> None:
        Path(OUTPUT, name).unlink(missing_ok=True)
        self.changed.pop(name, None)

    @precondition(lambda self: self.plans)
    @rule(data=st.data(), prune=st.booleans())
    def build(self, data: st.DataObject, prune: bool) -> None:
        plan = data.draw(st.sampled_from(sorted(self.plans)))
        own = self.own_files(plan)
        checked = run("check", plan)
        built = run("build", plan, *(["--prune"] if prune else []))
        again = run("check", plan)
        if built.status == 0:
            assert again.status == 0, (built.err, again.err, again.out)
        else:
            assert checked.status != 0
            assert again.status != 0
        assert checked.status != 0 or built.out == b""
        for name in own & self.plans[plan].keys():
            # What the very plan has made it may make anew.
            if name in self.changed and Path(OUTPUT, name).read_bytes() != self.changed[name]:
                del self.changed[name]

    @precondition(lambda self: self.plans)
    @rule()
    def prune_all(self) -> None:
        """If every plan can be built, the folder has what they make, and what people have."""
        if len({Path(each).stem for each in self.plans}) < len(self.plans):
            return
        for plan in sorted(self.plans):
            own = self.own_files(plan)
            if run("build", plan, "--prune").status:
                return
            for name in own & self.plans[plan].keys():
                self.changed.pop(name, None)
        if any(run("build", plan, "--prune").out for plan in self.plans):
            return  # two plans make one file, each in its own way
        made = set().union(*self.plans.values())
        records = {record_of(plan) for plan in self.plans}
        found = {
            str(path.relative_to(OUTPUT)) for path in Path(OUTPUT).rglob("*") if path.is_file()
        }
        assert found == made | records | self.changed.keys()
        assert run_here(
            ["fixtures", "check", *self.plans, "--output", OUTPUT, "--quiet"]
        ) == Outcome(0, b"", "")

    def own_files(self, plan: str) -> set[str]:
        """What the record of just this plan names."""
        try:
            record = json.loads(Path(OUTPUT, record_of(plan)).read_text())
        except FileNotFoundError:
            return set()
        is_own = record["plan"] == os.path.relpath(plan, OUTPUT)
        return set(record) - {"plan"} if is_own else set()

    @invariant()
    def nothing_is_lost_that_somebody_has_changed(self) -> None:
        for name, data in self.changed.items():
            assert Path(OUTPUT, name).read_bytes() == data


TestRenames = Renames.TestCase
TestRenames.settings = settings(
    max_examples=60,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / OUTPUT


def names_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_renamed_plan_takes_over_what_it_makes(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x", "in/c.json": "x"})
    run("build", "p.json")
    Path("p.json").rename("q.json")
    assert run("check", "q.json").out.decode().splitlines() == [
        "missing out/.swaigctl-q.json (a record of what a plan made)",
        "left over out/.swaigctl-p.json (a record of what a plan made)",
    ]
    built = run("build", "q.json")
    assert built == Outcome(
        0, b"removed out/.swaigctl-p.json\n", "0 written, 1 removed, 2 unchanged.\n"
    )
    assert names_in(folder) == {"a.json", "in/c.json", ".swaigctl-q.json"}


def test_what_a_renamed_plan_no_longer_makes_is_found_and_pruned(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x", "b.json": "x", "in/c.json": "x"})
    run("build", "p.json")
    Path("p.json").unlink()
    (folder / "mine.json").write_bytes(b"mine")
    (folder / "b.json").write_bytes(b"precious")
    write_plan("q.json", {"a.json": "y"})
    outcome = run("check", "q.json")
    assert outcome.out.decode().splitlines()[-2:] == [
        "left over out/b.json (changed since it was built)",
        "left over out/in/c.json",
    ]
    assert "1 stale, 2 left over." in outcome.err
    assert run("build", "q.json").status == 1
    assert names_in(folder) >= {"b.json", "in/c.json", ".swaigctl-p.json"}
    pruned = run("build", "q.json", "--prune")
    assert pruned.out == b"removed out/in/c.json\nremoved out/.swaigctl-p.json\n"
    assert names_in(folder) == {"a.json", "b.json", "mine.json", ".swaigctl-q.json"}
    assert run("check", "q.json").status == 0
    assert (folder / "b.json").read_bytes() == b"precious"


def test_what_was_changed_of_a_renamed_plan_is_not_overwritten(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x"})
    run("build", "p.json")
    Path("p.json").rename("q.json")
    (folder / "a.json").write_bytes(b"precious")
    assert "build q.json --output out --force'" in run("check", "q.json").err
    refused = run("build", "q.json", "--prune")
    assert refused.status == 2
    assert "out/a.json: is there already, and was not made by this plan" in refused.err
    assert (folder / "a.json").read_bytes() == b"precious"


def test_plan_that_gets_another_ending_keeps_its_record(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x", "b.json": "x"})
    run("build", "p.json")
    Path("p.json").unlink()
    write_plan("p.yaml", {"a.json": "x"})
    assert run("check", "p.yaml").out == b"left over out/b.json\n"
    assert run("build", "p.yaml", "--prune").out == b"removed out/b.json\n"
    assert json.loads((folder / record_of("p")).read_text())["plan"] == "../p.yaml"


def test_plan_that_was_moved_keeps_its_record(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x"})
    run("build", "p.json")
    write_plan("deep/p.json", {"b.json": "x"})
    other = run("build", "deep/p.json")
    assert other.status == 2
    assert "is the record of '../p.json', another plan of this name" in other.err
    Path("p.json").unlink()
    assert run("build", "deep/p.json", "--prune").out == b"removed out/a.json\nwrote out/b.json\n"


def test_plans_that_are_there_are_left_alone(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x"})
    write_plan("q.json", {"b.json": "x"})
    write_plan("r.json", {"a.json": "x", "b.json": "x", "in/c.json": "x"})
    for plan in ("p.json", "q.json", "r.json"):
        run("build", plan)
    Path("r.json").unlink()
    assert run("check", "q.json").out == b"left over out/in/c.json\n"
    assert run("build", "q.json", "--prune").out == (
        b"removed out/in/c.json\nremoved out/.swaigctl-r.json\n"
    )
    assert run("check", "p.json").status == run("check", "q.json").status == 0


def test_last_plan_of_a_folder(folder: Path) -> None:
    write_plan("p.json", {"a.json": "x"})
    run("build", "p.json")
    Path("p.json").unlink()
    gone = run("check", "p.json")
    assert gone.status == 2
    assert "What it made is still in 'out': a build with '--prune' of any plan" in gone.err
    write_plan("q.json", {})
    assert run("check", "q.json").out == b"left over out/a.json\n"
    assert run("build", "q.json", "--prune").status == 0
    assert names_in(folder) == {".swaigctl-q.json"}


def test_where_a_plan_may_be_nobody_knows(folder: Path) -> None:
    """A record is only taken for one of a plan that is gone where it can be seen to be gone."""
    write_plan("p.json", {"a.json": "x"})
    run("build", "p.json")
    record = folder / record_of("p")
    text = record.read_text()
    for place in ("../" + "x" * 300, "../p.json\\u0000"):
        record.write_text(text.replace("../p.json", place))
        write_plan("q.json", {"b.json": "x"})
        assert run("build", "q.json", "--prune").out in (b"wrote out/b.json\n", b"")
        assert (folder / "a.json").exists()
