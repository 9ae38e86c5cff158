"""`swaigctl completion`: prints, installs, removes, and says what it did."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT, Outcome, run_program
from shells import Session

from swaigctl.catalog.program.tools import SHELLS, completion
from swaigctl.cli.tools.completion import MARK, SCRIPTS

pytestmark = pytest.mark.once

PLACES = {
    "bash": "data/bash-completion/completions/swaigctl",
    "zsh": "data/zsh/site-functions/_swaigctl",
    "fish": "config/fish/completions/swaigctl.fish",
    "powershell": "data/swaigctl/swaigctl.ps1",
}
each_shell = pytest.mark.parametrize("shell", SHELLS)


class User:
    """Somebody with a home, and XDG folders in it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "BASH_COMPLETION_USER_DIR": "",
        }

    def completion(self, *words: str, **environment: str) -> Outcome:
        return run_program(["completion", *words], None, **(self.environment | environment))

    def files(self) -> list[str]:
        return [str(path.relative_to(self.home)) for path in self.home.rglob("*") if path.is_file()]


@pytest.fixture
def user(tmp_path: Path) -> User:
    return User(tmp_path)


def script(shell: str) -> bytes:
    return (ROOT / "completions" / SCRIPTS[shell]).read_bytes()


@each_shell
def test_prints_the_script(shell: str) -> None:
    outcome = run_program(["completion", shell])
    assert (outcome.out, outcome.err, outcome.status) == (script(shell), "", 0)


@each_shell
def test_install_and_undo(user: User, shell: str) -> None:
    path = user.home / PLACES[shell]
    assert user.completion("status", shell).status == 1
    for done in ("written", "is up to date"):
        outcome = user.completion("install", shell)
        assert (outcome.err, outcome.status) == ("", 0)
        assert outcome.out.decode().startswith(f"{shell}: {path} {done}. No start-up file was")
        assert user.files() == [PLACES[shell]]
        assert path.read_bytes() == script(shell)
    outcome = user.completion("status", shell)
    assert (outcome.out.decode(), outcome.status) == (f"{shell}: installed: {path}\n", 0)
    for said in (f"{shell}: {path} removed.\n", f"{shell}: nothing to remove, there is no {path}."):
        outcome = user.completion("uninstall", shell)
        assert outcome.out.decode().startswith(said)
        assert outcome.status == 0
        assert user.files() == []


@each_shell
def test_another_version_is_replaced(user: User, shell: str) -> None:
    path = user.home / PLACES[shell]
    path.parent.mkdir(parents=True)
    path.write_text(f"#compdef swaigctl\n{MARK}\nolder\n")
    status = user.completion("status", shell)
    assert (status.out.decode(), status.status) == (f"{shell}: of another version: {path}\n", 1)
    assert b" replaced." in user.completion("install", shell).out
    assert path.read_bytes() == script(shell)


@each_shell
def test_a_file_of_somebody_else_stays(user: User, shell: str) -> None:
    path = user.home / PLACES[shell]
    path.parent.mkdir(parents=True)
    path.write_text("mine\n")
    for task in ("install", "uninstall"):
        outcome = user.completion(task, shell)
        assert f"{path}: was not written by swaigctl, it stays as it is." in outcome.err
        assert (outcome.out, outcome.status) == (b"", 2)
    assert b": not written by swaigctl: " in user.completion("status").out
    assert path.read_text() == "mine\n"


@pytest.mark.parametrize(
    ("path", "shell"),
    [
        ("/bin/bash", "bash"),
        ("/usr/bin/zsh", "zsh"),
        ("/opt/fish", "fish"),
        ("/usr/bin/pwsh", "powershell"),
    ],
)
def test_the_user_s_shell_is_meant(user: User, path: str, shell: str) -> None:
    assert user.completion("install", SHELL=path).out.startswith(f"{shell}: ".encode())
    assert user.files() == [PLACES[shell]]
    assert user.completion("uninstall", SHELL=path).status == 0
    assert user.files() == []


@pytest.mark.parametrize("path", ["", "/bin/tcsh"])
def test_no_shell_of_ours(user: User, path: str) -> None:
    outcome = user.completion("install", SHELL=path)
    assert outcome.err.startswith("Error: the environment variable SHELL: ")
    assert (outcome.out, outcome.status, user.files()) == (b"", 2, [])


def test_places_without_xdg(user: User) -> None:
    """Relative ones are as good as none; bash-completion has a variable of its own."""
    none = {"XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "relative"}
    own = str(user.home / "own")
    said = user.completion("status", **none).out.decode()
    assert said.splitlines() == [
        f"bash: not installed: {user.home}/.local/share/bash-completion/completions/swaigctl",
        f"zsh: not installed: {user.home}/.local/share/zsh/site-functions/_swaigctl",
        f"fish: not installed: {user.home}/.config/fish/completions/swaigctl.fish",
        f"powershell: not installed: {user.home}/.local/share/swaigctl/swaigctl.ps1",
    ]
    said = user.completion("status", "bash", BASH_COMPLETION_USER_DIR=own).out.decode()
    assert said == f"bash: not installed: {own}/completions/swaigctl\n"


def test_folder_that_can_t_be_made(user: User) -> None:
    (user.home / "data").write_text("")
    outcome = user.completion("install", "zsh")
    assert outcome.err.startswith(f"Error: {user.home}/data/zsh")
    assert "Traceback" not in outcome.err
    assert (outcome.out, outcome.status) == (b"", 2)


def assert_one_error(outcome: Outcome, answer: str) -> None:
    assert outcome.err == f"Error: {answer}\nSee 'swaigctl completion --help'.\n"
    assert (outcome.out, outcome.status) == (b"", 2)


def older(user: User, shell: str = "zsh") -> Path:
    """The script of another version in its place."""
    path = user.home / PLACES[shell]
    path.parent.mkdir(parents=True)
    path.write_text(f"#compdef swaigctl\n{MARK}\nolder\n")
    return path


def test_file_is_replaced_as_a_whole_or_not_at_all(user: User) -> None:
    path = older(user)
    before = path.read_bytes()
    done = subprocess.run(
        [PROGRAM, "completion", "install", "zsh"],
        capture_output=True,
        env={**os.environ, **user.environment},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        timeout=60,
    )
    outcome = Outcome(done.returncode, done.stdout, done.stderr.decode())
    assert_one_error(outcome, f"{path}: File too large.")
    assert (path.read_bytes(), user.files()) == (before, [PLACES["zsh"]])


def test_those_who_read_the_old_file_keep_it(user: User) -> None:
    path = older(user)
    with path.open("rb") as reader:
        assert user.completion("install", "zsh").status == 0
        assert reader.read().endswith(b"older\n")
    assert path.read_bytes() == script("zsh")


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_mode_is_kept(user: User, mode: int) -> None:
    path = older(user)
    path.chmod(mode)
    assert user.completion("install", "zsh").status == 0
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
def test_owner_is_kept(user: User) -> None:
    path = older(user)
    os.chown(path, 12345, 12345)
    assert user.completion("install", "zsh").status == 0
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 12345)


@pytest.mark.parametrize(("mask", "mode"), [("022", 0o644), ("077", 0o600)])
def test_mode_of_a_new_file(user: User, mask: str, mode: int) -> None:
    subprocess.run(
        ["sh", "-c", f"umask {mask}; exec {PROGRAM} completion install zsh"],
        env={**os.environ, **user.environment},
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert stat.S_IMODE((user.home / PLACES["zsh"]).stat().st_mode) == mode


def test_link_stays_and_what_it_leads_to_is_replaced(user: User) -> None:
    kept = user.home / "settings/zsh"
    kept.parent.mkdir()
    older(user).rename(kept)
    path = user.home / PLACES["zsh"]
    path.symlink_to(kept)
    assert b" replaced." in user.completion("install", "zsh").out
    assert path.is_symlink()
    assert kept.read_bytes() == script("zsh")
    assert user.completion("uninstall", "zsh").status == 0
    assert (path.is_symlink(), kept.exists()) == (False, True)


@pytest.mark.parametrize("target", ["nowhere", "_swaigctl", "/dev/null", "."])
def test_link_that_leads_to_no_script_stays(user: User, target: str) -> None:
    path = user.home / PLACES["zsh"]
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    for task in ("install", "uninstall"):
        answer = f"{path}: was not written by swaigctl, it stays as it is."
        assert_one_error(user.completion(task, "zsh"), answer)
    assert os.readlink(path) == target


@pytest.mark.parametrize("task", ["install", "uninstall", "status"])
def test_without_a_home(user: User, task: str) -> None:
    """Nobody's home: no HOME, and no entry in the system's list of users."""
    nowhere = {"XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}
    code = (
        "import os, pwd, sys; pwd.getpwuid = lambda uid: {}[uid]; del os.environ['HOME']; "
        f"sys.argv[1:] = ['completion', {task!r}, 'fish']; "
        "from swaigctl.cli.main import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={**os.environ, **user.environment, **nowhere},
        timeout=60,
    )
    answer = "the environment variable HOME: is not set, and this user has no home folder."
    assert_one_error(Outcome(done.returncode, done.stdout, done.stderr.decode()), answer)


@pytest.mark.parametrize("home", ["", "relative", "~"])
def test_home_that_is_no_absolute_path(user: User, home: str) -> None:
    outcome = user.completion("install", "fish", HOME=home, XDG_CONFIG_HOME="")
    answer = f"the environment variable HOME: must be an absolute path, not {home!r}."
    assert_one_error(outcome, answer)
    # Where XDG folders say it all, nobody asks for a home.
    assert user.completion("install", "fish", HOME=home).status == 0


def test_places_that_must_not_be_written(user: User) -> None:
    # Modes don't bind root, unless it gives its capabilities away.
    bound = ["setpriv", "--bounding-set=-all"] if os.getuid() == 0 else []
    path = older(user)

    def bound_outcome() -> Outcome:
        done = subprocess.run(
            [*bound, PROGRAM, "completion", "install", "zsh"],
            capture_output=True,
            env={**os.environ, **user.environment},
            timeout=60,
        )
        return Outcome(done.returncode, done.stdout, done.stderr.decode())

    path.parent.chmod(0o555)
    assert_one_error(bound_outcome(), f"{path}: Permission denied.")
    path.parent.chmod(0o000)
    assert_one_error(bound_outcome(), f"{path}: Permission denied.")
    path.parent.chmod(0o755)
    path.unlink()
    path.parent.rmdir()
    path.parent.parent.chmod(0o555)
    assert_one_error(bound_outcome(), f"{path.parent}: Permission denied.")


@pytest.mark.parametrize("name", ["two words", "it's", "ünïcode", "\udcff'\\", "a\nb", "$HOME"])
def test_line_for_the_start_up_file_in_any_folder(user: User, name: str) -> None:
    """It names the file that was written, whatever the folder is called, in any locale."""
    data = user.home / name
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for environment in ({}, locale):
        outcome = user.completion("install", "bash", XDG_DATA_HOME=str(data), **environment)
        assert (outcome.err, outcome.status) == ("", 0)
        line = outcome.out.decode().partition("~/.bashrc:\n")[2].rpartition("New shells")[0]
        loading = f"{line}complete -p swaigctl"
        subprocess.run(
            ["bash", "--norc", "-c", loading], check=True, capture_output=True, timeout=60
        )
        assert user.completion("status", XDG_DATA_HOME=str(data), **environment).err == ""
        removed = user.completion("uninstall", "bash", XDG_DATA_HOME=str(data), **environment)
        assert removed.status == 0
    assert user.files() == []


def test_folder_name_that_is_too_long(user: User) -> None:
    data = f"{user.home}/{'x' * 300}"
    outcome = user.completion("install", "zsh", XDG_DATA_HOME=data)
    assert_one_error(outcome, f"{data}/zsh/site-functions/_swaigctl: File name too long.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completes_after_install(user: User, shell: str) -> None:
    """With the line that was printed in its start-up file, where it needs one."""
    said = user.completion("install", shell).out.decode().splitlines()
    lines = [line for line in said if line.startswith("  ")]
    assert len(lines) == (0 if shell == "fish" else 1)
    if shell == "zsh":
        lines.append("autoload -U compinit; compinit -u -D")
    folder = user.home / "folder"
    folder.mkdir()
    session = Session(shell, folder, "\n".join(lines), **user.environment)
    try:
        assert session.tab("swaigctl join-conf") == "swaigctl join-conference "
    finally:
        session.close()


def test_words_are_those_of_the_catalog(user: User) -> None:
    """Tab offers no word that the command refuses."""
    for before, words in completion.words.items():
        for word in words:
            outcome = user.completion(*before, word, SHELL="/bin/bash")
            assert outcome.status in (0, 1), outcome.err


def test_status_of_all(user: User) -> None:
    outcome = user.completion("status")
    assert (len(outcome.out.splitlines()), outcome.status) == (len(SHELLS), 0)
    assert os.listdir(user.home) == []
