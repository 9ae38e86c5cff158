"""`swaigctl completion`: prints, installs, removes, and says what it did."""

import os
from pathlib import Path

import pytest
from conftest import ROOT, Outcome, run_program
from shells import Session

from swaigctl.catalog.tools import SHELLS, completion
from swaigctl.cli.completion import MARK, SCRIPTS

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
        assert f"{path}: is not of swaigctl's making, it stays as it is." in outcome.err
        assert (outcome.out, outcome.status) == (b"", 2)
    assert b": not of swaigctl's making: " in user.completion("status").out
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
