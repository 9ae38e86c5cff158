"""The Typer app: everything that the quick path leaves to it."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from swaigctl import __version__
from swaigctl.catalog import action_called, action_commands
from swaigctl.catalog.program.tools import HELP_COMMAND, TOOLS
from swaigctl.cli.answers import answer_to_action
from swaigctl.cli.commands import (
    action_of,
    refusal,
    typer_command,
)
from swaigctl.cli.flags import Flags, read_flags
from swaigctl.cli.terminal import help as help_texts
from swaigctl.cli.terminal.printing import print_answer, print_errors, print_help
from swaigctl.cli.unknown import unknown_command
from swaigctl.descriptions import HELP, PROGRAM, PROGRAM_FLAGS
from swaigctl.findings import Finding, Refused


def run(arguments: list[str]) -> int:
    """Answer a command line; the exit status."""
    if arguments[:1] == [HELP_COMMAND[0]]:  # as gh, kubectl and cargo have it
        *words, last = arguments
        if last[:2] == "--" != last != HELP.flag and (
            text := help_texts.flag_help(words[1:], last)
        ):
            return print_help(text)
        arguments = [*arguments[1:], HELP.flag]
    if not arguments:
        print_help(help_texts.program_help(), to_stderr=True)
        return 2
    its = Flags("", PROGRAM_FLAGS)
    try:
        start = read_flags(arguments, 0, [its])
    except Refused as refused:
        return print_errors(refused.findings, "")
    if its.given.get("help"):
        return print_help(help_texts.program_help())
    if its.given.get("version"):
        return print_help(f"{PROGRAM} {__version__}\n")
    if start == len(arguments):
        return print_errors([Finding("usage", "no command was given.")], "")
    return run_command(arguments[start:])


def run_command(arguments: list[str]) -> int:
    """Answer a command line that begins with a command; the exit status."""
    app = typer.Typer(cls=Commands, add_completion=False)
    app.callback(context_settings={"help_option_names": []})(lambda: None)
    try:
        status = typer.main.get_command(app).main(
            arguments,
            prog_name=PROGRAM,
            complete_var="",  # no completion by way of an environment variable
            standalone_mode=False,
            windows_expand_args=False,
        )
    except typer.Abort:  # Ctrl-C
        return 130
    return status if isinstance(status, int) else 0


class Commands(TyperGroup):
    """The commands of the catalog, each built only when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*action_commands(), *TOOLS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return tool_command(cmd_name) if cmd_name in TOOLS else action_command(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        action = action_called(args[0])  # by its command, or by its method
        command = args[0] if action is None else action.command
        if action is None and command not in TOOLS:
            raise refusal("", unknown_command(command))
        return super().resolve_command(ctx, [command, *args[1:]])


def tool_command(command: str) -> Any:
    """The Typer command for a tool, whose module has an `answer` to its arguments."""
    module = import_module(f"swaigctl.cli.tools.{TOOLS[command].module}")
    return typer_command(command, module.answer)


def action_command(command: str) -> Any:
    """The Typer command for an action by itself."""
    action = action_of(command)
    return typer_command(
        command, lambda arguments: print_answer(answer_to_action(action, arguments))
    )
