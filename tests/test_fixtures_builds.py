"""A folder kept true to its plan: what is touched, and what is left when something goes wrong."""

import fcntl
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import PROGRAM, Outcome

MANIFEST = ".swaigctl-fixtures.json"
MADE = {
    "a.json": b'{\n  "say": "a"\n}\n',
    "b.json": b'{\n  "say": "b"\n}\n',
    "in/c.json": b'{\n  "say": "c"\n}\n',
}


class Project:
    """A folder with a plan in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "fixtures"

    def plan(self, *texts: str, **members: object) -> None:
        """Let the plan be of these texts to say, each in a file of its name."""
        fixtures = [
            {"file": text, "action": "say", "params": {"text": text.rpartition("/")[2]}}
            for text in texts
        ]
        document = {**members, "fixtures": fixtures}
        (self.root / "fixtures.json").write_text(json.dumps(document))

    def big_plan(self, count: int) -> None:
        matrix = {"text": [f"text {number}" for number in range(count)]}
        fixture = {"file": "{text}/x", "action": "say", "matrix": matrix}
        (self.root / "fixtures.json").write_text(json.dumps({"fixtures": [fixture]}))

    def start(
        self, *arguments: str, before: Sequence[str] = (), **options: object
    ) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            [*before, PROGRAM, "fixtures", *arguments],
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )

    def run(self, *arguments: str, **options: Any) -> Outcome:
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=60)
        return Outcome(process.returncode, out, err.decode())

    def files(self) -> dict[str, bytes]:
        """All files in the output folder but the manifest."""
        return {
            str(path.relative_to(self.output)): path.read_bytes()
            for path in self.output.rglob("*")
            if path.is_file() and path.name != MANIFEST
        }

    def manifest(self) -> dict[str, dict[str, str]]:
        return parts_of(json.loads((self.output / MANIFEST).read_text()))


def parts_of(record: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The files of a record, and those that are being written, if there are such."""
    files = {name: digest for name, digest in record.items() if name not in ("plan", "writing")}
    return {"files": files, **({"writing": record["writing"]} if "writing" in record else {})}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.plan("a", "b", "in/c")
    return project


def test_build_writes_and_says_what(project: Project) -> None:
    outcome = project.run("build")
    assert outcome.out.decode() == "".join(f"wrote fixtures/{name}\n" for name in MADE)
    assert (outcome.err, outcome.status) == ("3 written, 0 unchanged.\n", 0)
    assert project.files() == MADE
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in MADE.items()}
    assert project.manifest()["files"] == digests
    assert project.run("build") == Outcome(0, b"", "0 written, 3 unchanged.\n")
    assert project.run("check") == Outcome(0, b"", "3 files are as the plan has them.\n")


@pytest.mark.parametrize("sealed", [True, False])
def test_only_what_differs_is_touched(project: Project, sealed: bool) -> None:
    project.run("build")
    (project.output / "b.json").write_bytes(b"x")
    if not sealed:
        forget_seals()
    for path in project.output.rglob("*.json"):
        os.utime(path, ns=(1, 1))
    outcome = project.run("build")
    assert (outcome.out, outcome.err) == (b"wrote fixtures/b.json\n", "1 written, 2 unchanged.\n")
    times = {path.name: path.stat().st_mtime_ns for path in project.output.rglob("[abc].json")}
    assert times.pop("b.json") > 1
    assert set(times.values()) == {1}
    assert project.files() == MADE


def forget_seals() -> None:
    shutil.rmtree(os.path.join(os.environ["XDG_CACHE_HOME"], "swaigctl"), ignore_errors=True)


def test_seal_is_for_one_plan_and_these_files(project: Project) -> None:
    project.run("build")
    project.plan("a")
    assert "2 left over" in project.run("build").err
    project.plan("a", "b", "in/c")
    manifest = project.manifest()
    del manifest["files"]["b.json"]
    record = {**manifest["files"], "plan": "../fixtures.json"}
    (project.output / MANIFEST).write_text(json.dumps(record))
    assert project.run("build").err == "0 written, 3 unchanged.\n"
    assert project.manifest()["files"].keys() == MADE.keys()


@pytest.mark.parametrize("cache", ["/dev/null", "/nowhere/at/all", ""])
def test_cache_that_is_none(project: Project, cache: str) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": cache, "HOME": "/dev/null"}
    for err in ("3 written, 0 unchanged.\n", "0 written, 3 unchanged.\n"):
        assert project.run("build", env=environment).err == err


def test_files_of_others_are_not_overwritten(project: Project) -> None:
    project.output.mkdir()
    mine = project.output / "b.json"
    mine.write_text("precious")
    outcome = project.run("build")
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith(
        "Error: fixtures/b.json: is there already, and was not made by this plan: "
    )
    assert project.files() == {"b.json": b"precious"}
    assert project.run("check").err == (
        "1 stale, 2 missing.\nRun 'swaigctl fixtures build --force' to put this right.\n"
        "'--force' overwrites fixtures/b.json, which this plan did not make: move away what you "
        "need.\n"
    )
    assert project.run("build", "--force").status == 0
    assert project.files() == MADE


def test_same_file_of_others_is_taken_over(project: Project) -> None:
    project.output.mkdir()
    (project.output / "b.json").write_bytes(MADE["b.json"])
    assert project.run("build").err == "2 written, 1 unchanged.\n"


def test_plan_itself_is_not_overwritten(project: Project) -> None:
    project.plan("fixtures", output=".")
    plan = (project.root / "fixtures.json").read_bytes()
    for force in ([], ["--force"]):
        outcome = project.run("build", *force)
        assert outcome.status == 2
        assert "./fixtures.json: is the plan itself" in outcome.err
    assert (project.root / "fixtures.json").read_bytes() == plan


def test_plans_in_one_folder_leave_each_other_alone(project: Project) -> None:
    def plan(name: str, *texts: str) -> None:
        project.plan(*texts)
        (project.root / "fixtures.json").rename(project.root / name)

    plan("p.json", "a", "b")
    plan("q.json", "b", "in/c")
    assert project.run("build", "p.json").status == 0
    assert project.run("build", "q.json").err == "1 written, 1 unchanged.\n"
    plan("q.json", "in/c")
    assert project.run("build", "--prune", "q.json").err == "0 written, 1 unchanged.\n"
    assert project.files().items() >= MADE.items()
    assert project.run("check", "p.json").status == 0
    (project.output / "b.json").write_text("x")
    plan("q.json", "b", "in/c")
    for options in ([], ["--force"]):
        err = project.run("build", "q.json", *options).err
        assert "b.json: the plans 'q.json' and 'p.json' make it, each with other content" in err
    plan("r.json", "r")
    outcome = project.run("build", "r.json", "q.json")
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith("wrote fixtures/r.json\nr.json: 1 written, 0 unchanged.\nError: ")
    # Of the same name, they would take each other's files for left over.
    (project.root / "other").mkdir()
    plan("other/p.json", "d")
    outcome = project.run("build", "other/p.json", "--output", "fixtures")
    assert "is the record of '../p.json', another plan of this name" in outcome.err


def test_record_is_checked_too(project: Project) -> None:
    project.run("build")
    (project.output / MANIFEST).unlink()
    outcome = project.run("check")
    assert outcome.status == 1
    assert outcome.out == f"missing fixtures/{MANIFEST} (a record of what a plan made)\n".encode()
    assert outcome.err == "1 missing.\nRun 'swaigctl fixtures build' to put this right.\n"
    assert project.run("build").err == "0 written, 3 unchanged.\n"
    assert project.run("check").status == 0
    text = (project.output / MANIFEST).read_text()
    (project.output / MANIFEST).write_text(text.replace("a.json", "z.json"))
    assert project.run("check").status == 1


def test_file_that_becomes_a_folder(project: Project) -> None:
    project.plan("a")
    project.run("build")
    project.plan("a.json/b")
    assert project.run("check").err == (
        "1 missing, 1 left over.\nRun 'swaigctl fixtures build --prune' to put this right.\n"
    )
    refused = project.run("build")
    assert refused.status == 2
    assert "fixtures/a.json: is in the way of a folder: the plan once made it" in refused.err
    assert project.run("build", "--prune").out == (
        b"removed fixtures/a.json\nwrote fixtures/a.json/b.json\n"
    )
    assert project.run("check").status == 0


def test_line_ends_that_git_has_changed(project: Project) -> None:
    project.run("build")
    for name in MADE:
        path = project.output / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    outcome = project.run("check")
    assert outcome.status == 1
    assert ".gitattributes" in outcome.err


def test_what_is_left_over_is_pruned_when_asked(project: Project) -> None:
    project.run("build")
    (project.output / "mine.json").write_text("mine")
    project.plan("b")
    outcome = project.run("build")
    assert outcome.err == (
        "0 written, 1 unchanged.\n2 left over: no plan makes them any more.\n"
        "Run 'swaigctl fixtures build --prune' to put this right.\n"
    )
    assert project.files().keys() == {*MADE, "mine.json"}
    (project.output / "a.json").write_text("changed")
    outcome = project.run("build", "--prune")
    assert outcome.out == b"removed fixtures/in/c.json\n"
    assert outcome.err == (
        "Warning: fixtures/a.json: no plan makes it any more, and it was changed since: it stays, "
        "and is yours now. [left-alone]\n0 written, 1 removed, 1 unchanged.\n"
    )
    assert project.files().keys() == {"a.json", "b.json", "mine.json"}
    assert not (project.output / "in").exists()
    assert project.run("build", "--prune") == Outcome(0, b"", "0 written, 1 unchanged.\n")


def test_check_shows_what_build_would_do(project: Project) -> None:
    assert project.run("check").status == 1
    assert not project.output.exists()
    project.run("build")
    project.plan("b", "d", "in/c", output="./fixtures")
    (project.output / "b.json").write_bytes(b'{\n  "say": "\xff"\n}')
    before = {path: path.stat().st_mtime_ns for path in project.root.rglob("*")}
    outcome = project.run("check", "fixtures.json")
    assert outcome.status == 1
    assert outcome.err == (
        "1 stale, 1 missing, 1 left over.\n"
        "Run 'swaigctl fixtures build fixtures.json --prune' to put this right.\n"
    )
    stale = (
        '--- fixtures/b.json\n+++ fixtures/b.json\n@@ -1,3 +1,3 @@\n {\n-  "say": "\\xff"\n-}\n'
        '\\ No newline at end of file\n+  "say": "b"\n+}\n'
    )
    assert outcome.out.decode() == f"{stale}missing fixtures/d.json\nleft over fixtures/a.json\n"
    assert project.run("check", "fixtures.json", "--diff").out.decode() == (
        f"{stale}"
        '--- /dev/null\n+++ fixtures/d.json\n@@ -0,0 +1,3 @@\n+{\n+  "say": "d"\n+}\n'
        '--- fixtures/a.json\n+++ /dev/null\n@@ -1,3 +0,0 @@\n-{\n-  "say": "a"\n-}\n'
    )
    assert {path: path.stat().st_mtime_ns for path in project.root.rglob("*")} == before
    project.run("build", "--prune")
    assert project.run("check").status == 0


def test_patch_of_a_check_is_the_build(project: Project) -> None:
    project.run("build")
    project.plan("b", "d", "in/c")
    (project.output / "b.json").write_text("x\n")
    for _ in ("the files", "then the record of them"):
        diff = project.run("check", "--diff").out
        assert diff
        patch = ["patch", "-p0"]
        subprocess.run(patch, cwd=project.root, input=diff, check=True, capture_output=True)
    assert project.run("check").status == 0
    assert project.run("build").err == "0 written, 3 unchanged.\n"


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "random"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_same_bytes_everywhere(
    project: Project, tmp_path: Path, environment: dict[str, str]
) -> None:
    (project.root / "fixtures.json").unlink()
    plan = project.root / "plän.yaml"
    plan.write_text(
        "fixtures:\n- file: '{name}-{beep}-{muted}'\n  action: join_conference\n"
        "  matrix: {name: [Zürich, '🎉'], beep: '*', muted: '*', record: '*', trim: '*'}\n"
        "  strategy: pairwise\n- {file: p, format: yaml, response: ü}\n",
        encoding="utf-8",
    )
    plan.write_text(plan.read_text().replace("{muted}", "{muted}-{record}-{trim}"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    outputs = []
    for number, extra in enumerate([{"PYTHONHASHSEED": "0"}, environment]):
        folder = tmp_path / f"out{number}"
        done = subprocess.run(
            [PROGRAM, "fixtures", "build", plan, "--output", folder],
            cwd=elsewhere if number else project.root,
            env={**os.environ, **extra},
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        found = {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        outputs.append((found, done.stdout.replace(str(folder).encode(), b"")))
    assert outputs[0] == outputs[1]
    assert len(outputs[0][0]) > 10


def assert_whole(project: Project) -> None:
    """Every file is as the plan has it, though not all need be there."""
    for name, data in project.files().items():
        assert data == f'{{\n  "say": "text {name.split("-")[1].split("/")[0]}"\n}}\n'.encode()


def assert_next_build_completes(project: Project, count: int) -> None:
    outcome = project.run("build")
    assert outcome.status == 0, outcome.err
    assert len(project.files()) == len(project.manifest()["files"]) == count
    assert "writing" not in project.manifest()
    assert_whole(project)


def test_killed_at_any_time(project: Project) -> None:
    count = 400
    project.big_plan(count)
    killed = 0

    def come_so_far(moment: int) -> bool:
        """Whether this part of the build's files is there, or the build is done."""
        made = len(list(project.output.glob("text-*/x.json")))
        return made >= (moment + 0.5) / 12 * count or process.poll() is not None

    for moment in range(12):
        process = project.start("build")
        wait_for(partial(come_so_far, moment))
        process.kill()
        process.communicate()
        if project.output.exists():
            killed += process.returncode == -signal.SIGKILL
            for path in project.output.glob(".*.tmp"):
                path.rename(path.with_name(f".swaigctl-{moment}.tmp"))
            made = {each for each in project.files() if not each.endswith(".tmp")}
            named = project.manifest() if (project.output / MANIFEST).exists() else {"files": {}}
            assert made <= {*named["files"], *named.get("writing", {})}
    assert killed
    (project.output / ".swaigctl-1.tmp").write_text("of a build that was killed")
    assert_next_build_completes(project, count)


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_interrupted(project: Project) -> None:
    count = 5000
    project.big_plan(count)
    process = project.start("build")
    wait_for(lambda: list(project.output.glob("text-9*/x.json")))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert not list(project.output.glob("*.tmp"))
    assert 0 < len(project.files()) < count
    assert_next_build_completes(project, count)


def test_two_builds_at_once(project: Project) -> None:
    count = 2000
    project.big_plan(count)
    project.output.mkdir()
    held = os.open(project.output, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    builds = project.start("build"), project.start("build")
    for build in builds:  # both have begun, and neither has written anything
        assert build.stderr is not None
        waiting = b"fixtures: another build is under way, waiting for it.\n"
        assert build.stderr.readline() == waiting
    os.close(held)
    errors = [build.communicate(timeout=60)[1].decode() for build in builds]
    assert [build.returncode for build in builds] == [0, 0]
    summaries = {error.splitlines()[-1] for error in errors}
    assert summaries == {"2,000 written, 0 unchanged.", "0 written, 2,000 unchanged."}
    assert_next_build_completes(project, count)


def test_build_waits_for_the_folder(project: Project) -> None:
    project.output.mkdir()
    held = os.open(project.output, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    process = project.start("build")
    assert process.stderr is not None
    assert process.stderr.readline() == b"fixtures: another build is under way, waiting for it.\n"
    assert project.files() == {}
    os.close(held)
    assert process.wait(60) == 0
    process.communicate()
    assert project.files() == MADE


def assert_one_line(outcome: Outcome, answer: str) -> None:
    assert outcome.err == f"Error: {answer}\nSee 'swaigctl fixtures --help'.\n"
    assert (outcome.out, outcome.status) == (b"", 2)


def test_file_too_large(project: Project) -> None:
    project.plan("a", "x" * 50)
    outcome = project.run(
        "build", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))
    )
    assert_one_line(outcome, f"fixtures/{MANIFEST}: File too large.")
    assert list(project.output.iterdir()) == []


def test_disk_full(project: Project) -> None:
    project.output.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(project.output)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here; test_file_too_large is another real way")
    try:
        project.big_plan(1000)
        outcome = project.run("build")
        assert re.match(
            r"(wrote .*\n)+[1-9][0-9]* written, 0 removed; then:\nError: fixtures/", outcome.err
        )
        assert "No space left on device.\n" in outcome.err
        assert (outcome.out, outcome.status) == (b"", 2)
        assert not list(project.output.glob(".*.tmp"))
        assert_whole(project)
    finally:
        subprocess.run(["umount", str(project.output)], check=True)


def test_folder_that_must_not_be_written(project: Project) -> None:
    # Modes don't bind root, unless it gives its capabilities away.
    bound = ["setpriv", "--bounding-set=-all"] if os.getuid() == 0 else []
    project.root.chmod(0o555)
    assert_one_line(project.run("build", before=bound), "fixtures: Permission denied.")
    project.root.chmod(0o755)
    project.run("build")
    (project.output / "a.json").unlink()
    project.output.chmod(0o555)
    outcome = project.run("build", before=bound)
    assert_one_line(outcome, "fixtures/a.json: Permission denied.")
    (project.output / "b.json").chmod(0)
    for task in ("build", "check"):
        outcome = project.run(task, before=bound)
        assert_one_line(outcome, "fixtures/b.json: Permission denied.")
    project.output.chmod(0o755)
    assert project.run("build").status == 0
    assert project.files() == MADE


@pytest.mark.parametrize(
    ("make", "answer"),
    [
        (lambda output: output.write_text(""), "fixtures: Not a directory."),
        (
            lambda output: (output / "a.json").mkdir(parents=True),
            "fixtures/a.json: Is a directory.",
        ),
        (
            lambda output: (output.mkdir(), (output / "in").write_text("")),
            "fixtures/in: is in the way of a folder.",
        ),
        (
            lambda output: (output.mkdir(), (output / "in").symlink_to("/tmp")),
            "fixtures/in: is a symbolic link, and may lead out of the output folder.",
        ),
        (
            lambda output: (output.mkdir(), (output / "in").symlink_to("nowhere")),
            "fixtures/in: is a symbolic link, and may lead out of the output folder.",
        ),
    ],
)
def test_something_in_the_way(
    project: Project, make: Callable[[Path], object], answer: str
) -> None:
    make(project.output)
    for task in ("build", "check"):
        assert_one_line(project.run(task), answer)
    if project.output.is_dir():
        assert project.files() in ({}, {"in": b""})


def test_links_and_pipes_in_place_of_files(project: Project) -> None:
    project.output.mkdir()
    other = project.root / "other"
    other.write_text("theirs")
    (project.output / "a.json").symlink_to(other)
    os.mkfifo(project.output / "b.json")
    assert project.run("check").status == 1
    assert project.run("build", "--force").status == 0
    assert project.files() == MADE
    assert other.read_text() == "theirs"


def test_output_folder_may_be_a_link(project: Project) -> None:
    (project.root / "real").mkdir()
    project.output.symlink_to("real")
    assert project.run("build").status == 0
    assert project.files() == MADE


DIGEST = "0" * 64
OWN = '"plan": "../fixtures.json"'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "\xff",
        '{"files": []}',
        '{"files": {}, "more": 1}',
        '{"plan": 1, "files": {}}',
        '{"files": {"a.json": 1}}',
        '{"files": {"a.json": "0"}}',
        f'{{{OWN}, "files": {{"a.json": "{DIGEST}", "a.json": "{DIGEST}"}}}}',
        f'{{{OWN}, "files": {{"../mine.json": "{DIGEST}"}}}}',
        f'{{{OWN}, "files": {{"/etc/passwd": "{DIGEST}"}}}}',
        f'{{{OWN}, "files": {{}}, "writing": {{"a/../../mine.json": "{DIGEST}"}}}}',
        f'{{{OWN}, "files": {{".hidden": "{DIGEST}"}}}}',
    ],
)
def test_damaged_manifest_is_not_followed(project: Project, text: str) -> None:
    mine = project.root / "mine.json"
    mine.write_bytes(b"mine")
    project.output.mkdir()
    sum_ = hashlib.sha256(b"mine").hexdigest()
    (project.output / MANIFEST).write_bytes(text.replace(DIGEST, sum_).encode("latin-1"))
    for task in (["build", "--prune"], ["check"]):
        outcome = project.run(*task)
        assert outcome.err.startswith(f"Error: fixtures/{MANIFEST}: is damaged: ")
        assert (outcome.out, outcome.status) == (b"", 2)
    assert mine.exists()
    assert project.files() == {}


def test_prune_does_not_follow_links(project: Project) -> None:
    project.run("build")
    project.plan("a")
    (project.output / "in").rename(project.root / "theirs")
    (project.output / "in").symlink_to("../theirs")
    outcome = project.run("build", "--prune")
    assert "fixtures/in: is a symbolic link" in outcome.err
    assert (project.root / "theirs/c.json").exists()


def test_file_left_over_by_a_stopped_build_is_known(project: Project) -> None:
    """It was written, and then the process was killed: only `writing` has its digest."""
    project.run("build")
    digests = project.manifest()["files"]
    new = {"b.json": digests.pop("b.json")}
    manifest = {**digests, "writing": new, "plan": "../fixtures.json"}
    (project.output / MANIFEST).write_text(json.dumps(manifest))
    project.plan("a")
    outcome = project.run("build", "--prune")
    assert outcome.out == b"removed fixtures/b.json\nremoved fixtures/in/c.json\n"


def test_reader_that_goes_away(project: Project) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    process = subprocess.run(
        [PROGRAM, "fixtures", "build"], cwd=project.root, stdout=theirs, stderr=subprocess.PIPE
    )
    os.close(theirs)
    assert process.returncode == 141
    assert project.files() == MADE
