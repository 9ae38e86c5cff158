"""Results, help, warnings and errors as a person sees them, with colour on a terminal."""

import sys
from collections.abc import Sequence

from swaigctl.cli.answers import Answer
from swaigctl.cli.streams import is_terminal, wants_color, write_error, write_out, write_to_stderr
from swaigctl.descriptions import PROGRAM
from swaigctl.errors import SwaigctlError

MOST_ERRORS = 20
"""More than these at once help nobody."""


def print_answer(answer: Answer) -> int:
    """Print the result and what to warn of; the exit status."""
    for caution in answer.cautions:
        write_error(caution.line, lead("Warning", "bold yellow"))
    text = answer.text(is_terminal(sys.stdout))
    if not wants_color(sys.stdout):
        return write_out(text)
    from rich.syntax import Syntax

    highlighted = Syntax("", answer.language, theme="ansi_dark").highlight(text)
    return write_out(ansi(highlighted))


def print_help(text: str, to_stderr: bool = False) -> int:
    """Print help; the exit status."""
    if wants_color(sys.stderr if to_stderr else sys.stdout):
        from rich.text import Text

        styled = Text(text)
        styled.highlight_regex(r"(?m)^\S.*:$|^Usage:", "bold")
        styled.highlight_regex(r"(?<![\w-])--?[a-z][\w-]*", "cyan")
        styled.highlight_regex(r"(?m)^ +# .*$", "dim")
        text = ansi(styled)
    if to_stderr:
        write_to_stderr(text)
        return 0
    return write_out(text)


def print_errors(errors: Sequence[SwaigctlError], command: str) -> int:
    """Print what is wrong and which command's help tells more; the exit status."""
    for error in errors[:MOST_ERRORS]:
        write_error(error.line, lead("Error", "bold red"))
    if len(errors) > MOST_ERRORS:
        write_error(f"... and {len(errors) - MOST_ERRORS} more.")
    command = errors[0].command or command
    write_error(f"See '{PROGRAM}{command and ' '}{command} --help'.")
    return 2


def lead(label: str, style: str) -> str:
    """What a line on standard error begins with."""
    if not wants_color(sys.stderr):
        return f"{label}: "
    from rich.text import Text

    return f"{ansi(Text(f'{label}:', style))} "


def ansi(text: object) -> str:
    """A Rich text with its colours as escape sequences, and not a character else."""
    from rich.console import Console

    console = Console(force_terminal=True, highlight=False)
    with console.capture() as capture:
        console.print(text, soft_wrap=True, end="")
    return capture.get()
