"""What commands print, found by running them."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from swaigctl.catalog.program.tools import TOOLS
from swaigctl.cli.flags import Flags, parameters_of, read_flags
from swaigctl.cli.quick import Declined, read_and_answer
from swaigctl.findings import flag_of
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.tools import Tool


def printed(arguments: str) -> str:
    """All that `swaigctl` with these arguments shows a person.

    Raises:
        Refused, CalledProcessError: it is a mistake.
    """
    words = shlex.split(arguments)
    try:
        answer = read_and_answer(words)
    except Declined:
        return printed_by_program(words)
    warnings = "".join(f"Warning: {caution.line(flag_of)}\n" for caution in answer.cautions)
    return warnings + answer.text(on_terminal=False)


def printed_by_program(words: list[str]) -> str:
    """The same, by another process, in a home of its own: nobody's files are read or changed.

    The file that the examples of a tool are about is there.
    """
    tool = TOOLS.get(words[0])
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    root = Path(__file__).parent.parent.parent
    with tempfile.TemporaryDirectory() as home:
        if tool and tool.sample:
            name, text = tool.sample
            Path(home, name).write_text(text, encoding="utf-8", newline="\n")
        done = subprocess.run(
            [sys.executable, "-m", "swaigctl", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**kept, "HOME": home, "PYTHONPATH": str(root)},
            cwd=home,
            encoding="utf-8",
            timeout=60,
        )
    if done.returncode > 1:  # 1 is an answer too: that something was found
        raise subprocess.CalledProcessError(done.returncode, words, done.stdout)
    return done.stdout.replace(home, "~")


def forms(described: Action | Verb | Tool) -> dict[str, str]:
    """The arguments that show what goes on the wire, under the name of each form."""
    if not described.examples:
        return {}
    arguments = described.examples[0].arguments
    if isinstance(described, Tool):
        return {"": arguments} if described.chains else {}
    action = described
    if isinstance(action, Verb) or not action.main:
        return {"": arguments}
    main = action.parameter(action.main)
    return {
        "Simplified": f"{action.command}{given(main, action, arguments)} --form simplified",
        "Full": f"{arguments} --form full",
    }


def given(parameter: Parameter, action: Action, arguments: str) -> str:
    """What these arguments give for the parameter, as arguments."""
    its = Flags(action.command, parameters_of(action))
    read_flags(shlex.split(arguments), 1, [its])
    value = its.given.get(parameter.name)
    if isinstance(value, bool):
        return f" {parameter.flag if value else parameter.negative_flag}"
    return "".join(f" {parameter.flag} {shlex.quote(text)}" for text in value or ())
