"""Commands that a Markdown page shows, with what they print: the README's and the reference's."""

import os
import re
import subprocess
from pathlib import Path

from conftest import SCRIPTS


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def shown_commands(page: str) -> list[tuple[str, str]]:
    """Each command behind a `$` in a console block, as typed, and the output below it."""
    return [
        shown
        for block in blocks(page, "console")
        for shown in re.findall(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


def assert_prints(command: str, output: str, folder: Path) -> None:
    """Paste `command` into a shell whose home is `folder`, and compare."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env={**kept, "HOME": str(folder), "PATH": f"{SCRIPTS}:{os.environ['PATH']}"},
        cwd=folder,
        text=True,
        timeout=60,
    )
    assert done.stdout.replace(str(folder), "~") == output
