"""Results, help, warnings and errors as a person sees them, with colour on a terminal."""

import sys
from collections.abc import Callable, Sequence

from swaigctl.cli.answers import Answer
from swaigctl.cli.terminal.streams import (
    LABELS,
    is_terminal,
    wants_color,
    write_error,
    write_out,
    write_to_stderr,
)
from swaigctl.descriptions import PROGRAM
from swaigctl.findings import Finding, flag_of

COMMANDS_IN_HELP = (
    # With what they are behind them.
    r"(?m)^ {2,4}(?P<cyan>[a-z][a-z-]*)(?=  |$)",
    # One after the other, behind what they have in common.
    r"(?m)^  (?:[A-Z][a-z, ]+? {2,}| {26})(?P<cyan>[a-z][a-z-]*(?:, [a-z][a-z-]*)*,?)$",
)
"""Where lists of commands have their names."""

MOST_ERRORS = 20
"""More than these at once help nobody."""


def print_answer(answer: Answer, mention: Callable[[str], str] | None = flag_of) -> int:
    """Print the result and what to warn of; the exit status."""
    print_cautions(answer.cautions, mention)
    text = answer.text(is_terminal(sys.stdout))
    if not text or not wants_color(sys.stdout):
        return write_out(text)
    from rich.syntax import Syntax

    highlighted = Syntax("", answer.language, theme="ansi_dark").highlight(text)
    return write_out(ansi(highlighted))


def print_cautions(
    cautions: Sequence[Finding], mention: Callable[[str], str] | None = flag_of
) -> None:
    """Print what to warn of."""
    for caution in cautions:
        write_error(caution.line(mention), lead(LABELS[caution.severity], "bold yellow"))


def print_help(text: str, to_stderr: bool = False) -> int:
    """Print help; the exit status."""
    if wants_color(sys.stderr if to_stderr else sys.stdout):
        from rich.text import Text

        styled = Text(text)
        styled.highlight_regex(r"(?m)^\S.*:$|^Usage:", "bold")
        styled.highlight_regex(r"(?<![\w-])--?[a-z][\w-]*", "cyan")
        for pattern in COMMANDS_IN_HELP:
            styled.highlight_regex(pattern, style_prefix="")
        styled.highlight_regex(r"(?m)^ +# .*$", "dim")
        text = ansi(styled)
    if to_stderr:
        write_to_stderr(text)
        return 0
    return write_out(text)


def print_errors(
    findings: Sequence[Finding],
    command: str,
    mention: Callable[[str], str] | None = flag_of,
) -> int:
    """Print what is wrong and which command's help tells more; the exit status.

    `mention` says how a parameter's name is shown: as a flag to whoever typed flags.
    """
    for finding in findings[:MOST_ERRORS]:
        write_error(finding.line(mention), lead("Error", "bold red"))
    if len(findings) > MOST_ERRORS:
        write_error(f"... and {len(findings) - MOST_ERRORS} more.")
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

    console = Console(force_terminal=True, no_color=False, highlight=False)
    with console.capture() as capture:
        console.print(text, soft_wrap=True, end="")
    return capture.get()
