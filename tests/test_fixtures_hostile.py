"""Plans, records and folders that a stranger has made, and systems that lack something."""

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PROGRAM, Outcome, run_here
from hypothesis import given
from hypothesis import strategies as st

from swaigctl.findings import SwaigctlError
from swaigctl.fixtures import inside
from swaigctl.fixtures.conflicts import sides
from swaigctl.fixtures.folders import Folder
from swaigctl.fixtures.seals import PACKAGES

RECORD = ".swaigctl-fixtures.json"
SECRET = "secret of somebody"
NAMES = ("one.json", "two.json", "in/three.json")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.json").write_text(SECRET)
    monkeypatch.chdir(root)
    plan(*NAMES)
    return root


def plan(*names: str, path: str = "fixtures.json", **members: object) -> None:
    fixtures = [{"file": name, "action": "hangup"} for name in names]
    Path(path).write_text(json.dumps({**members, "fixtures": fixtures}))


def run(*arguments: str) -> Outcome:
    outcome = run_here(["fixtures", *arguments])
    assert "defect" not in outcome.err
    assert SECRET not in outcome.err
    assert SECRET.encode() not in outcome.out
    return outcome


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def make_large(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 40)


OTHERS: dict[str, Callable[[Path], object]] = {
    "a symbolic link": lambda path: path.symlink_to("../../outside/secret.json"),
    "a pipe": os.mkfifo,
    "a socket": make_socket,
    "a file of more than 67,108,864 bytes": make_large,
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_file_is_not_read(root: Path, what: str) -> None:
    run("build")
    path = root / "fixtures/two.json"
    path.unlink()
    OTHERS[what](path)
    outcome = run("check")
    assert outcome.status == 1
    assert f"Warning: fixtures/two.json: is {what}, and was not read. [not-read]" in outcome.err
    assert run("build").status == run("check").status == 0
    assert stat.S_ISREG(path.lstat().st_mode)
    plan("one.json", "in/three.json")
    path.unlink()
    OTHERS[what](path)
    assert f"is {what}, and was not read" in run("check").err
    assert "fixtures/two.json: no plan makes it any more" in run("build", "--prune").err
    assert os.path.lexists(path)
    assert run("check").status == 0


@pytest.mark.parametrize("name", [RECORD, ".swaigctl-other.json"])
@pytest.mark.parametrize("what", ["a symbolic link", "a pipe", "a socket", "a folder"])
def test_record_that_is_no_file(root: Path, name: str, what: str) -> None:
    run("build")
    path = root / "fixtures" / name
    path.unlink(missing_ok=True)
    (Path.mkdir if what == "a folder" else OTHERS[what])(path)
    for task in ("build", "check"):
        outcome = run(task)
        assert (outcome.out, outcome.status) == (b"", 2)
        assert f"fixtures/{name}: is {what}, and is not read: remove it." in outcome.err


def test_record_too_large_to_read(root: Path) -> None:
    run("build")
    os.truncate(root / "fixtures" / RECORD, 1 << 40)
    for task in ("build", "check"):
        assert "is a file of more than 268,435,456 bytes" in run(task).err


def test_record_names_what_no_plan_makes(root: Path) -> None:
    run("build")
    path = root / "fixtures" / RECORD
    record = json.loads(path.read_text())
    record["script.py"] = "0" * 64
    path.write_text(json.dumps(record))
    assert "is damaged" in run("build", "--prune").err


def test_record_of_a_plan_with_a_line_end_in_its_name(root: Path) -> None:
    plan("one.json", path="a\nb.json")
    assert run("build", "a\nb.json").status == 0
    (root / "fixtures/one.json").write_text("theirs")
    assert "make it, each with other content" in run("build").err


OUTSIDE = ["../outside", "..", "in/../../outside", "/tmp/swaigctl-outside", "link", "link/x"]


@pytest.mark.parametrize("output", OUTSIDE)
def test_output_that_leads_out(root: Path, output: str) -> None:
    (root / "link").symlink_to("../outside")
    plan("one.json", output=output)
    before = sorted(root.parent.rglob("*"))
    for task in ("build", "check"):
        outcome = run(task, *(["--force"] if task == "build" else []))
        assert (outcome.out, outcome.status) == (b"", 2)
        assert outcome.err.startswith(
            f"Error: fixtures.json:1: output: {output!r} leads out of the plan's folder: "
        )
        assert "'--output'" in outcome.err
    assert sorted(root.parent.rglob("*")) == before
    assert run("list").status == 0
    if output != "/tmp/swaigctl-outside":
        assert run("build", "--output", output).status == 0
        assert run("check", "--output", output).status == 0


def test_default_output_that_leads_out(root: Path) -> None:
    (root / "fixtures").symlink_to("../outside")
    assert "output: 'fixtures' leads out of the plan's folder" in run("check").err
    (root / "fixtures").unlink()
    (root / "fixtures").symlink_to("fixtures")
    assert "fixtures: is a symbolic link" in run("check").err


def test_output_through_a_link_that_stays_inside(root: Path) -> None:
    (root / "real").mkdir()
    (root / "link").symlink_to("real")
    plan("one.json", output="link/made")
    assert run("build").status == run("check").status == 0
    assert (root / "real/made/one.json").is_file()


@pytest.mark.parametrize("member", ["output", "file"])
def test_nul(root: Path, member: str) -> None:
    fixture = {"action": "hangup", **({"file": "a\0b"} if member == "file" else {})}
    document = {"fixtures": [fixture], **({"output": "a\0b"} if member == "output" else {})}
    (root / "fixtures.json").write_text(json.dumps(document))
    for task in ("build", "check", "list"):
        outcome = run(task)
        assert outcome.status == 2
        assert outcome.err.startswith("Error: fixtures.json:1: ")
        assert f"{member}: " in outcome.err


def test_folder_swapped_for_a_link_while_building(root: Path) -> None:
    """Whether it is held open by then, or was never opened."""
    (root / "made/in").mkdir(parents=True)
    outside = root.parent / "outside"
    with Folder("made") as folder:
        folder.write("in/a.json", b"a")
        for name in ("in", "on"):
            if (root / "made" / name).exists():
                (root / "made" / name).rename(root / "moved")
            (root / "made" / name).symlink_to(outside)
        folder.write("in/b.json", b"b")
        with pytest.raises(SwaigctlError, match="is a symbolic link"):
            folder.write("on/b.json", b"b")
        with pytest.raises(SwaigctlError, match="is a symbolic link"):
            folder.read("on/secret.json")
        with pytest.raises(SwaigctlError, match="is a symbolic link"):
            folder.remove("on/secret.json")
        (root / "made").rename(root / "elsewhere")
        (root / "made").symlink_to(outside)
        folder.write("c.json", b"c")
    assert sorted(each.name for each in outside.iterdir()) == ["secret.json"]
    assert (root / "moved/b.json").read_bytes() == b"b"
    assert (root / "elsewhere/c.json").read_bytes() == b"c"


def test_more_folders_than_are_held(root: Path) -> None:
    names = [f"{number % 100}/{number % 7}/x{number}.json" for number in range(300)]
    open_before = len(os.listdir("/proc/self/fd"))
    with Folder("made") as folder:
        folder.make()
        for name in names:
            folder.write(name, name.encode())
        assert len(os.listdir("/proc/self/fd")) <= open_before + inside.MOST_HELD + 2
        for name in names[::-1]:
            assert folder.read(name) == name.encode()
            folder.remove(name)
        folder.write(names[0], b"again")
        assert folder.read(names[0]) == b"again"
    assert len(os.listdir("/proc/self/fd")) == open_before


def test_system_without_descriptors_of_folders(root: Path) -> None:
    code = (
        "import os, sys; os.supports_dir_fd.discard(os.open); del os.O_NOFOLLOW\n"
        "sys.argv[1:] = ['fixtures', *sys.argv[1:]]; from swaigctl.cli.main import run; run()"
    )

    def bare(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert "3 files missing" in bare("check").stderr
    assert bare("build").returncode == bare("check").returncode == 0
    shutil.rmtree(root / "fixtures/in")
    (root / "fixtures/in").symlink_to("../../outside")
    (root / "fixtures/two.json").unlink()
    (root / "fixtures/two.json").symlink_to("../../outside/secret.json")
    for task in ("check", "build"):
        done = bare(task)
        assert SECRET not in done.stdout
        assert done.stderr.startswith("Error: fixtures/in: is a symbolic link")
    (root / "fixtures/in").unlink()
    checked = bare("check")
    assert SECRET not in checked.stdout
    assert "fixtures/two.json: is a symbolic link, and was not read" in checked.stderr
    assert bare("build").returncode == bare("check").returncode == 0
    plan("one.json")
    assert bare("build", "--prune").returncode == bare("check").returncode == 0
    assert sorted(os.listdir("fixtures")) == [RECORD, "one.json"]
    shutil.rmtree(root / "fixtures")
    (root / "fixtures").symlink_to("../outside")
    assert "leads out of the plan's folder" in bare("build").stderr
    assert os.listdir(root.parent / "outside") == ["secret.json"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o400])
def test_rewritten_files_keep_their_mode(root: Path, mode: int) -> None:
    before = os.umask(0o027)
    try:
        run("build")
        path = root / "fixtures/one.json"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        for each in (path, root / "fixtures" / RECORD):
            each.write_text("changed" if each == path else '{"plan": "../fixtures.json"}')
            each.chmod(mode)
        (root / "fixtures" / RECORD).write_text('{"plan": "../fixtures.json", "files": {}}')
        assert run("build", "--force").status == 0
        for each in (path, root / "fixtures" / RECORD):
            assert stat.S_IMODE(each.stat().st_mode) == mode
    finally:
        os.umask(before)


def test_temporary_file_is_no_more_readable(root: Path) -> None:
    """Seen in the system calls: it is made with no more than the file's own permissions."""
    run("build")
    path = root / "fixtures/one.json"
    path.write_text("changed")
    path.chmod(0o600)
    code = (
        "import os, sys\nreal = os.open\n"
        "def opened(path, flags, mode=0o777, **more):\n"
        "    if '.tmp' in str(path): print(oct(mode), file=sys.stderr)\n"
        "    return real(path, flags, mode, **more)\n"
        "os.supports_dir_fd.add(opened); os.open = opened\n"
        "sys.argv[1:] = ['fixtures', 'build']; from swaigctl.cli.main import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stderr.startswith("0o600\n"), done.stderr


@pytest.mark.skipif(os.getuid() != 0, reason="only root can be somebody without a home")
def test_no_home_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Somebody whom the system's list of users has not got, but who may read what root may.
    reaching = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    command = ["env", "-i", "setpriv", "--reuid", "54321", "--clear-groups", *reaching]
    command += [str(PROGRAM), "fixtures"]
    with tempfile.TemporaryDirectory() as folder:  # which everybody can reach, unlike pytest's
        os.chmod(folder, 0o777)
        monkeypatch.chdir(folder)
        plan(*NAMES)
        for err in ("3 written, 0 unchanged.\n", "0 written, 3 unchanged.\n"):
            done = subprocess.run([*command, "build"], capture_output=True, text=True, timeout=60)
            assert (done.returncode, done.stderr) == (0, err)
        monkeypatch.chdir("/")


def test_all_that_stands_in_the_way_is_told(root: Path) -> None:
    many = [f"{number:02}.json" for number in range(25)]
    plan(*many, "in/x.json", "on/x.json")
    for name in many:
        (root / "fixtures" / name).mkdir(parents=True)
    (root / "fixtures/in").write_text("")
    (root / "fixtures/on").symlink_to("/")
    for task in ("build", "check"):
        outcome = run(task)
        lines = outcome.err.splitlines()
        assert (outcome.out, outcome.status) == (b"", 2)
        assert len(lines) == 20 + 2
        assert lines[20] == "... and 7 more."


@pytest.mark.skipif(os.getuid() != 0, reason="modes bind everybody else already")
def test_all_that_cant_be_read_or_written_is_told(root: Path) -> None:
    command = ["setpriv", "--bounding-set=-all", str(PROGRAM), "fixtures", "build"]
    run("build")
    for name in NAMES[:2]:
        (root / "fixtures" / name).chmod(0)
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert [line for line in done.stderr.splitlines() if "Permission denied." in line] == [
        f"Error: fixtures/{name}: Permission denied." for name in NAMES[:2]
    ]
    shutil.rmtree(root / "fixtures")
    plan("in/a.json", "in/b.json", "one.json")
    (root / "fixtures/in").mkdir(parents=True)
    (root / "fixtures/in").chmod(0o555)
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "wrote fixtures/one.json\n1 written, 0 removed; then:\n"
        "Error: fixtures/in/a.json: Permission denied.\n"
        "Error: fixtures/in/b.json: Permission denied.\n"
    )


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_record_that_git_could_not_merge(root: Path, style: str) -> None:
    def commit(*names: str) -> None:
        plan(*names)
        run("build")
        git("add", "-A")
        git("commit", "-q", "-m", "x")

    git("init", "-q", "-b", "main")
    commit("a.json")
    git("checkout", "-q", "-b", "side")
    commit("a.json", "b.json", "d.json")
    git("checkout", "-q", "main")
    commit("a.json", "c.json")
    with pytest.raises(subprocess.CalledProcessError):
        git("-c", f"merge.conflictStyle={style}", "merge", "-q", "side")
    record = root / "fixtures" / RECORD
    assert "<<<<<<<" in record.read_text()
    assert ("|||||||" in record.read_text()) == (style == "diff3")
    plan("a.json", "b.json", "c.json")
    outcome = run("check")
    assert outcome.status == 1
    assert f"fixtures/{RECORD}: git could not merge it" in outcome.err
    assert "1 left over.\nRun 'swaigctl fixtures build --prune' to put this right." in outcome.err
    assert run("build", "--prune").out == b"removed fixtures/d.json\n"
    assert json.loads(record.read_text()).keys() == {"a.json", "b.json", "c.json", "plan"}
    assert run("check").status == 0


LINES = st.lists(st.sampled_from(["a", "  b", "=======x", "<<<<<< ", ""]), max_size=4)


@given(st.lists(st.tuples(LINES, LINES, LINES, LINES), min_size=1), st.sampled_from(["\n", "\r\n"]))
def test_sides_of_a_conflict(parts: list[tuple[list[str], ...]], end: str) -> None:
    text, ours, theirs = [], [], []
    for both, one, base, other in parts:
        text += [
            *both,
            "<<<<<<< HEAD",
            *one,
            "||||||| 123",
            *base,
            "<<<<<<<<< x",
            "=======",
            *other,
        ]
        text += [">>>>>>> side"]
        ours += [*both, *one]
        theirs += [*both, *other]
    found = sides(end.join([*text, ""]))
    assert found == (end.join([*ours, ""]), end.join([*theirs, ""]))
    assert sides(end.join(ours)) is None
    assert sides(end.join(text[:-1])) is None


def test_packages_that_take_part(root: Path) -> None:
    """What a build of every kind imports from outside is what a seal looks at."""
    (root / "fixtures.json").unlink()
    (root / "fixtures.toml").write_text(
        "[[fixtures]]\naction = 'join_conference'\nformat = 'yaml'\nstrategy = 'pairwise'\n"
        "[fixtures.params]\nname = 'x'\n"
        "[fixtures.matrix]\nbeep = '*'\nmuted = '*'\nrecord = '*'\n"
    )
    code = (
        "import sys; before = {name.partition('.')[0] for name in sys.modules}\n"
        "sys.argv[1:] = ['fixtures', 'build']; from swaigctl.cli.main import main; main()\n"
        "found = {name for name, each in sys.modules.items() if hasattr(each, '__file__')}\n"
        "print('imported', *{name.partition('.')[0] for name in found} - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    names = done.stdout.splitlines()[-1].split()
    assert names[0] == "imported", done.stderr
    foreign = {name for name in names[1:] if name not in sys.stdlib_module_names}
    assert foreign == set(PACKAGES)
