"""`swaigctl completion`: what Tab completes, printed, or put where a shell looks for it."""

import os
from pathlib import Path
from shlex import quote

import swaigctl
from swaigctl.catalog.program.tools import SHELLS, completion
from swaigctl.cli.commands import refuse_words, tool_options
from swaigctl.cli.flags import word_among
from swaigctl.cli.terminal.escaping import escape
from swaigctl.cli.terminal.streams import write_lines, write_out
from swaigctl.findings import SwaigctlError, problem
from swaigctl.findings.messages import listed, shown
from swaigctl.formats.outputs import replace

SCRIPTS = {
    "bash": "swaigctl.bash",
    "zsh": "_swaigctl",
    "fish": "swaigctl.fish",
    "powershell": "swaigctl.ps1",
}
"""What the script for each shell is called in `completions/`."""

MARK = "# swaigctl's completions, written by `python -m swaigctl.generate`; don't edit."
"""The line by which a script of ours is known."""


def answer(arguments: list[str]) -> int:
    _, words = tool_options(completion, arguments)
    task = words.pop(0) if words and (words[0],) in completion.words else ""
    refuse_words(completion, words[1:])
    try:
        if task == "status":
            return status(words)
        if task:
            do = install if task == "install" else uninstall
            return write_lines(do(named(words[0], SHELLS) if words else own_shell()))
        return write_out(script(named(words[0], completion.words[()]) if words else own_shell()))
    except OSError as fault:
        raise problem("file", f"{fault.strerror}.", str(fault.filename)) from None


def named(word: str, allowed: tuple[str, ...]) -> str:
    """`word`, if it is allowed here.

    Raises:
        SwaigctlError: it is not.
    """
    return word_among(allowed, word, "SHELL")


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
        raise problem("shell", sentence, "the environment variable SHELL")
    return shell


def script(shell: str) -> str:
    """The text of the shell's script: in the wheel beside the code, in a clone above it."""
    package = Path(swaigctl.__file__).parent
    folders = (package / "completions", package.parent / "completions")
    folder = next(each for each in folders if each.is_dir())
    return (folder / SCRIPTS[shell]).read_text(encoding="utf-8")


def place(shell: str) -> Path:
    """Where this shell looks for the current user's completions.

    Raises:
        SwaigctlError: that is in the home folder, and there is none.
    """
    if shell == "bash":
        own = absolute("BASH_COMPLETION_USER_DIR") or data_folder() / "bash-completion"
        return own / "completions/swaigctl"
    if shell == "zsh":
        return data_folder() / "zsh/site-functions/_swaigctl"
    if shell == "fish":
        settings = absolute("XDG_CONFIG_HOME") or home() / ".config"
        return settings / "fish/completions/swaigctl.fish"
    return data_folder() / "swaigctl/swaigctl.ps1"


def data_folder() -> Path:
    return absolute("XDG_DATA_HOME") or home() / ".local/share"


def absolute(variable: str) -> "Path | None":
    """The first absolute folder that the environment variable names.

    The XDG base directory specification ignores relative ones.
    """
    value = os.environ.get(variable, "")
    folders = value.split(":") if variable == "BASH_COMPLETION_USER_DIR" else [value]
    return next((Path(each) for each in folders if os.path.isabs(each)), None)


def home() -> Path:
    """The current user's home folder.

    Raises:
        SwaigctlError: there is none.
    """
    named = os.environ.get("HOME")
    if os.name == "posix" and named is not None and not os.path.isabs(named):
        sentence = f"must be an absolute path, not {shown(named)}."
    else:
        try:
            return Path.home()
        except RuntimeError:
            sentence = "is not set, and this user has no home folder."
    raise problem("home", sentence, "the environment variable HOME")


def needed_line(shell: str, path: Path) -> list[str]:
    """What the user has to do for the shell to see the file, if anything."""
    if shell == "bash":
        return [
            "The bash-completion package finds it there. Without that package, add to ~/.bashrc:",
            f"  . {quoted(path)}",
        ]
    if shell == "zsh":
        return [
            "If zsh doesn't look there yet, add to ~/.zshrc, before 'compinit':",
            f"  fpath=({quoted(path.parent)} $fpath)",
        ]
    if shell == "powershell":
        literal = str(path).replace("'", "''")
        return ["Add to the file that $PROFILE names:", f"  . '{literal}'"]
    return []


def quoted(path: Path) -> str:
    """The path as a word that bash and zsh understand, and a terminal shows as it is."""
    text = str(path)
    if text.isprintable():
        return quote(text)
    escaped = text.replace("\\", r"\\").replace("'", r"\'")
    return f"$'{''.join(each if each.isprintable() else escape(each) for each in escaped)}'"


def content(path: Path) -> "str | None":
    """What the file says, None if there is none.

    Raises:
        SwaigctlError: swaigctl has not written it.
        OSError: it can't be read.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    # Neither a folder nor a link that leads nowhere has a first line.
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if MARK not in text.splitlines()[:3]:
        sentence = "was not written by swaigctl, it stays as it is."
        raise problem("foreign", sentence, str(path))
    return text


def install(shell: str) -> list[str]:
    """Write the script to its place; what was done."""
    path, text = place(shell), script(shell)
    before = content(path)
    if before == text:
        done = "is up to date"
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text.encode())
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
    path = place(shell)
    try:
        text = content(path)
    except SwaigctlError:
        return "not written by swaigctl"
    if text is None:
        return "not installed"
    return "installed" if text == script(shell) else "of another version"
