"""The law of fixtures, whatever happened before: where a build ends well, so does a check."""

import importlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from conftest import run_here
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from swaigctl.cli.main import main

RECORD = ".swaigctl-fixtures.json"
NAMES = ("a.json", "b.json", "in/c.json", "in/d.yaml", "in/deep/e.json")
THEIRS = {"mine.json": b"mine", "in/mine.json": b"mine, too", ".swaigctl-other.txt": b"mine"}
PAIRWISE = {
    "file": "pairs/{number}",
    "action": "join_conference",
    "params": {"name": "x"},
    "matrix": {"beep": "*", "muted": [True, None], "region": ["x", "y"]},
    "strategy": "pairwise",
}


FEWER = """
every = make
def make(factors):
    return list(every(factors))[1:]
"""
"""What another version of covertable might do: other rows, of other files."""


class Killed(BaseException):
    """In place of a signal that nothing can catch: no handler of the program's runs."""


class Kill:
    """Ends the process, as far as it can see, at some system call that changes a file."""

    CALLS = ("write", "replace", "unlink", "mkdir", "rmdir")

    def __init__(self, after: int) -> None:
        self.left = after
        self.calls = {name: getattr(os, name) for name in self.CALLS}

    def __enter__(self) -> None:
        for name, call in self.calls.items():
            setattr(os, name, self.counting(call))

    def counting(self, call: Any) -> Any:
        def counted(*arguments: Any, **options: Any) -> Any:
            # Of a dead process nothing more is done, whatever its code would like to tidy up.
            if self.left <= 0:
                raise Killed
            self.left -= 1
            return call(*arguments, **options)

        return counted

    def __exit__(self, *fault: object) -> None:
        for name, call in self.calls.items():
            setattr(os, name, call)


class Fixtures(RuleBasedStateMachine):
    """One plan and its folder, and all that may befall them."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="swaigctl-law-"))
        self.packages = self.root / "packages"
        self.packages.mkdir()
        self.output = self.root / "fixtures"
        self.plan: dict[str, str] = {}
        self.pairwise = False
        self.plans: list[tuple[dict[str, str], bool]] = []
        self.theirs: dict[str, bytes] = {}
        self.before = os.getcwd(), list(sys.path), sys.modules.get("covertable")
        os.chdir(self.root)
        sys.path.insert(0, str(self.packages))

    def teardown(self) -> None:
        folder, path, covertable = self.before
        os.chdir(folder)
        sys.path[:] = path
        sys.modules.pop("covertable", None)
        if covertable is not None:
            sys.modules["covertable"] = covertable
        importlib.invalidate_caches()
        shutil.rmtree(self.root)

    @initialize(
        texts=st.dictionaries(st.sampled_from(NAMES), st.sampled_from("xy"), min_size=1),
        pairwise=st.booleans(),
    )
    def first(self, texts: dict[str, str], pairwise: bool) -> None:
        self.write_plan(texts, pairwise)

    def write_plan(self, texts: dict[str, str], pairwise: bool) -> None:
        self.plans.append((texts, pairwise))
        self.plan, self.pairwise = texts, pairwise
        fixtures: list[object] = [
            {
                "file": name,
                "action": "say",
                "params": {"text": text},
                "format": "yaml" if name.endswith(".yaml") else "json",
            }
            for name, text in texts.items()
        ]
        fixtures += [PAIRWISE] if pairwise else []
        (self.root / "fixtures.json").write_text(json.dumps({"fixtures": fixtures}))

    @rule(
        texts=st.dictionaries(st.sampled_from(NAMES), st.sampled_from("xyz"), min_size=1),
        pairwise=st.booleans(),
    )
    def edit(self, texts: dict[str, str], pairwise: bool) -> None:
        self.write_plan(texts, pairwise)

    @rule(back=st.integers(1, 3))
    def revert(self, back: int) -> None:
        self.write_plan(*self.plans[max(0, len(self.plans) - 1 - back)])

    @rule(prune=st.booleans(), after=st.integers(0, 25))
    def killed_build(self, prune: bool, after: int) -> None:
        arguments = sys.argv, sys.stdout, sys.stderr
        try:
            with Kill(after):
                sys.argv = ["swaigctl", "fixtures", "build", *(["--prune"] if prune else [])]
                sys.stdout = sys.stderr = None
                main()
        except Killed:
            pass
        finally:
            sys.argv, sys.stdout, sys.stderr = arguments

    @rule(how=st.sampled_from(["compact", "indented", "line ends", "order", "gone", "early"]))
    def change_record(self, how: str) -> None:
        path = self.output / RECORD
        if not path.exists():
            return
        data = path.read_bytes()
        document = json.loads(data)
        if how == "compact":
            data = json.dumps(document).encode()
        elif how == "indented":
            data = json.dumps(document, indent=4).encode()
        elif how == "line ends":
            data = data.replace(b"\n", b"\r\n")
        elif how == "order":
            data = json.dumps(dict(reversed(document.items()))).encode()
        elif how == "early":  # as if some had never been made
            document = {**dict(list(document.items())[:-1:2]), "plan": document["plan"]}
            data = json.dumps(document).encode()
        path.unlink()
        if how != "gone":
            path.write_bytes(data)

    @rule(name=st.sampled_from(NAMES), how=st.sampled_from(["changed", "gone", "link", "pipe"]))
    def change_file(self, name: str, how: str) -> None:
        path = self.output / name
        if not path.is_file():
            return
        path.unlink()
        if how == "changed":
            path.write_bytes(b"changed")
        elif how == "link":
            path.symlink_to("/etc/passwd")
        elif how == "pipe":
            os.mkfifo(path)

    @rule(name=st.sampled_from(list(THEIRS)))
    def add_file_of_others(self, name: str) -> None:
        path = self.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(THEIRS[name])
        self.theirs[name] = THEIRS[name]

    @rule(whole=st.booleans())
    def other_record(self, whole: bool) -> None:
        self.output.mkdir(exist_ok=True)
        document = {"plan": "../other.json", "files": {}} if whole else {}
        (self.output / ".swaigctl-other.json").write_text(json.dumps(document))

    @rule(change=st.sampled_from(["fewer", "the same", "none"]))
    def upgrade(self, change: str) -> None:
        """Another covertable comes before the installed one, or goes again."""
        copy = self.packages / "covertable"
        shutil.rmtree(copy, ignore_errors=True)
        if change != "none":
            original = next(
                folder
                for folder in map(Path, self.before[1])
                if (folder / "covertable/__init__.py").exists()
            )
            shutil.copytree(original / "covertable", copy)
            with (copy / "__init__.py").open("a") as file:
                file.write("\n# Another version.\n" + (FEWER if change == "fewer" else ""))
        for each in [each for each in sys.modules if each.partition(".")[0] == "covertable"]:
            del sys.modules[each]
        importlib.invalidate_caches()

    @rule(prune=st.booleans(), force=st.booleans())
    def build(self, prune: bool, force: bool) -> None:
        flags = [*(["--prune"] if prune else []), *(["--force"] if force else [])]
        wrong_before = run_here(["fixtures", "check"]).status != 0
        built = run_here(["fixtures", "build", *flags])
        checked = run_here(["fixtures", "check"])
        assert "defect" not in built.err + checked.err
        if built.status == 0:
            assert checked.status == 0, (built.err, checked.err, checked.out)
            record = json.loads((self.output / RECORD).read_bytes())
            assert record.keys() >= {*self.plan, "plan"}
            assert "writing" not in record
            for name in self.plan:
                assert (self.output / name).is_file()
        else:
            assert wrong_before
            assert checked.status != 0
        again = run_here(["fixtures", "build", *flags])
        if built.status == 0:
            assert (again.out, again.status) == (b"", 0)

    @rule()
    def check(self) -> None:
        before = self.state()
        assert "defect" not in run_here(["fixtures", "check"]).err
        assert self.state() == before

    def state(self) -> dict[str, tuple[int, int]]:
        """All that is in the folder, and when it was changed."""
        return {
            str(path): (path.lstat().st_mtime_ns, path.lstat().st_ino)
            for path in self.root.rglob("*")
        }

    @invariant()
    def files_of_others_stay(self) -> None:
        for name, data in self.theirs.items():
            assert (self.output / name).read_bytes() == data


TestFixtures = Fixtures.TestCase
TestFixtures.settings = settings(
    max_examples=40,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def test_upgrade_between_builds() -> None:
    """What the state machine finds only now and then."""
    fixtures = Fixtures()
    try:
        fixtures.first({"a.json": "x", "in/d.yaml": "y"}, True)
        for change in ("none", "fewer", "the same", "none"):
            fixtures.upgrade(change)
            fixtures.build(prune=True, force=False)
    finally:
        fixtures.teardown()
