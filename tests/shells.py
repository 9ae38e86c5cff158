"""Real shells behind a pseudo-terminal, in which a Tab is pressed and the line is read back."""

import os
import re
import shutil
from pathlib import Path

import pexpect
import pytest
from conftest import ROOT

SHELLS = ("bash", "zsh", "fish", "fish-4")
"""`fish-4` is the fish that is there, with `?` as in fish 4: no wildcard."""

SCRIPTS = {
    "bash": ROOT / "completions/swaigctl.bash",
    "zsh": ROOT / "completions/_swaigctl",
    "fish": ROOT / "completions/swaigctl.fish",
    "fish-4": ROOT / "completions/swaigctl.fish",
}
COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile"],
    "zsh": ["zsh", "-f"],
    "fish": ["fish", "--private"],
    "fish-4": ["fish", "--private", "--features", "qmark-noglob"],
}
LOADING = {
    "bash": f". {SCRIPTS['bash']}",
    "zsh": f"fpath=({ROOT}/completions $fpath); autoload -U compinit; compinit -u -D",
    "fish": f"source {SCRIPTS['fish']}",
    "fish-4": f"source {SCRIPTS['fish-4']}",
}

# Ctrl-X p prints the line as the shell holds it, Ctrl-X a completes it to all candidates.
KEYS = {
    "bash": r"""
        bind -x '"\C-xp": printf "\n<<%s>>\n" "$READLINE_LINE"'
        bind '"\C-xa": insert-completions'
        PATH=TRAPS; hash -r
    """,
    "zsh": r"""
        show() { print -r -- $'\n'"<<$BUFFER>>" }
        zle -N show
        bindkey '^Xp' show
        insert_all() { compstate[insert]=all compstate[list]= }
        complete_all() { comppostfuncs=(insert_all); _main_complete }
        zle -C complete_all complete-word complete_all
        bindkey '^Xa' complete_all
        LISTMAX=9999
        path=(TRAPS); rehash
    """,
    "fish": r"""
        bind \cxp 'printf "\n<<%s>>\n" (commandline | string collect)'
        set -gx PATH TRAPS
    """,
}
KEYS["fish-4"] = KEYS["fish"]

TRAP = '#!/bin/sh\necho "$0 $*" >>"$TRACE"\n'


def need(program: str) -> None:
    """End the test where the program is missing: it fails in CI, which installs it."""
    if not shutil.which(program):
        reason = f"there is no {program} here: apt-get install {program}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


class Session:
    """An interactive shell in `folder`, which finds nothing but traps to run.

    Whatever it starts, Python or anything else, leaves a line in `trace`.
    """

    def __init__(self, shell: str, folder: Path, loading: str, **environment: str) -> None:
        command, *arguments = COMMANDS[shell]
        need(command)
        self.trace = folder.parent / "trace"
        traps = folder.parent / "traps"
        traps.mkdir(exist_ok=True)
        for name in ("python", "python3", "swaigctl"):
            (traps / name).write_text(TRAP)
            (traps / name).chmod(0o755)
        # A home and XDG folders of its own, and a terminal that is asked nothing.
        environment = {
            "HOME": str(folder.parent),
            "TRACE": str(self.trace),
            "TERM": "xterm",
            "PS1": "> ",
            "LC_ALL": "C.UTF-8",
            "PATH": os.environ["PATH"],
            **environment,
        }
        self.terminal = pexpect.spawn(
            command,
            arguments,
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            timeout=20,
            dimensions=(60, 1000),
        )
        self.terminal.delaybeforesend = None
        setup = folder.parent / "setup"
        setup.write_text(f"{loading}\n{KEYS[shell]}".replace("TRAPS", str(traps)))
        self.run(f"{'source' if command == 'fish' else '.'} {setup}")

    def run(self, command: str) -> None:
        """Run a command line, and wait until it is done."""
        self.terminal.sendline(f"{command}; echo do''ne")
        self.terminal.expect("done\r")

    def press(self, line: str, keys: str) -> str:
        """The line after `line` was typed and then these keys."""
        self.terminal.send(f"{line}{keys}\x18p")
        self.terminal.expect(r"<<([^\n]*)>>\r")
        assert isinstance(self.terminal.match, re.Match)
        after = str(self.terminal.match[1])
        self.terminal.send("\x05\x15")  # to the end, and away with it
        return after

    def tab(self, line: str) -> str:
        return self.press(line, "\t")

    def close(self) -> None:
        self.terminal.close(force=True)
