"""`swaigctl completion`: what Tab completes, printed, or put where a shell looks for it."""

import os
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import swaigctl
from swaigctl.catalog.kinds import Choice
from swaigctl.catalog.tools import SHELLS, completion
from swaigctl.cli.commands import refusal, tool_options
from swaigctl.cli.streams import write_lines, write_out
from swaigctl.errors import SwaigctlError, listed, shown

if TYPE_CHECKING:
    from swaigctl.cli.flags import Given

SCRIPTS = {
    "bash": "swaigctl.bash",
    "zsh": "_swaigctl",
    "fish": "swaigctl.fish",
    "powershell": "swaigctl.ps1",
}
"""What the script for each shell is called in `completions/`."""

MARK = "# swaigctl's completions, written by `python -m swaigctl.generate`; don't edit."
"""The line by which a script of ours is known."""


def answer(given: "Given", rest: list[str], ctx: Any) -> int:
    task = rest[0] if rest and (rest[0],) in completion.words else ""
    words = rest[1:] if task else rest
    tool_options(completion, given, words[1:])
    try:
        if task == "status":
            return status(words)
        if task:
            do = install if task == "install" else uninstall
            return write_lines(do(named(words[0], SHELLS) if words else own_shell()))
        if not words:
            sentence = f"needs one of {listed(completion.words[()])}."
            raise SwaigctlError("usage", sentence, completion.command)
        return write_out(script(named(words[0], completion.words[()])))
    except OSError as fault:
        sentence = f"{fault.strerror}."
        error = SwaigctlError("file", sentence, str(fault.filename))
        raise refusal(completion.command, error) from None
    except SwaigctlError as error:
        raise refusal(completion.command, error) from None


def named(word: str, allowed: tuple[str, ...]) -> str:
    """`word`, if it is allowed here.

    Raises:
        SwaigctlError: it is not.
    """
    return Choice(*allowed).check(word)


def own_shell() -> str:
    """The shell that the environment variable SHELL names.

    Raises:
        SwaigctlError: it names none of ours.
    """
    path = os.environ.get("SHELL", "")
    name = Path(path).stem
    shell = "powershell" if name == "pwsh" else name
    if shell not in SHELLS:
        sentence = (
            f"{shown(path)} is none of {listed(SHELLS)}: name one." if path else "is not set."
        )
        raise SwaigctlError("shell", sentence, "the environment variable SHELL")
    return shell


def script(shell: str) -> str:
    """The text of the shell's script: in the wheel beside the code, in a clone above it."""
    package = Path(swaigctl.__file__).parent
    folders = (package / "completions", package.parent / "completions")
    folder = next(each for each in folders if each.is_dir())
    return (folder / SCRIPTS[shell]).read_text(encoding="utf-8")


def place(shell: str) -> Path:
    """Where this shell looks for the current user's completions."""
    data = xdg("XDG_DATA_HOME", ".local/share")
    if shell == "bash":
        own = os.environ.get("BASH_COMPLETION_USER_DIR", "").split(":")[0]
        return (Path(own) if own else data / "bash-completion") / "completions" / "swaigctl"
    if shell == "zsh":
        return data / "zsh/site-functions/_swaigctl"
    if shell == "fish":
        return xdg("XDG_CONFIG_HOME", ".config") / "fish/completions/swaigctl.fish"
    return data / "swaigctl/swaigctl.ps1"


def xdg(variable: str, otherwise: str) -> Path:
    """A folder of the XDG base directory specification, which ignores relative ones."""
    folder = Path(os.environ.get(variable, ""))
    return folder if folder.is_absolute() else Path.home() / otherwise


def needed_line(shell: str, path: Path) -> list[str]:
    """What the user has to do for the shell to see the file, if anything."""
    if shell == "bash":
        return [
            "The bash-completion package finds it there. Without that package, add to ~/.bashrc:",
            f"  . {quote(str(path))}",
        ]
    if shell == "zsh":
        return [
            "If zsh doesn't look there yet, add to ~/.zshrc, before 'compinit':",
            f"  fpath=({quote(str(path.parent))} $fpath)",
        ]
    if shell == "powershell":
        literal = str(path).replace("'", "''")
        return ["Add to the file that $PROFILE names:", f"  . '{literal}'"]
    return []


def content(path: Path) -> "str | None":
    """What the file says, None if there is none.

    Raises:
        SwaigctlError: it is not of ours.
    """
    if not (path.exists() or path.is_symlink()):
        return None
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if MARK not in text.splitlines()[:3]:
        raise SwaigctlError("foreign", "is not of swaigctl's making, it stays as it is.", str(path))
    return text


def install(shell: str) -> list[str]:
    """Write the script to its place; what was done."""
    path, text = place(shell), script(shell)
    before = content(path)
    if before == text:
        done = "is up to date"
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        done = "written" if before is None else "replaced"
    return [
        f"{shell}: {path} {done}. No start-up file was touched.",
        *needed_line(shell, path),
        "New shells complete swaigctl.",
    ]


def uninstall(shell: str) -> list[str]:
    """Remove the script; what was done."""
    path = place(shell)
    if content(path) is None:
        return [f"{shell}: nothing to remove, there is no {path}."]
    path.unlink()
    return [f"{shell}: {path} removed."]


def status(shells: list[str]) -> int:
    """Say what is installed; 1 if one shell was asked about, and its script is not there."""
    asked = [named(shell, SHELLS) for shell in shells] or list(SHELLS)
    states = {shell: state(shell) for shell in asked}
    lines = (f"{shell}: {states[shell]}: {place(shell)}" for shell in asked)
    return write_lines(lines) or int(bool(shells) and states[asked[0]] != "installed")


def state(shell: str) -> str:
    try:
        text = content(place(shell))
    except SwaigctlError:
        return "not of swaigctl's making"
    if text is None:
        return "not installed"
    return "installed" if text == script(shell) else "of another version"
