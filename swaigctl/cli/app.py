"""The Typer app: everything that the quick path leaves to it."""

import shlex
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from swaigctl import __version__
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.cli.answers import answer_to_command
from swaigctl.cli.commands import (
    action_commands,
    action_of,
    refusal,
    typer_command,
    unknown_command,
    usage_refusal,
    value_of_boolean,
)
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.cli.terminal import help as help_texts
from swaigctl.cli.terminal.printing import print_answer, print_help
from swaigctl.descriptions import PROGRAM, PROGRAM_FLAGS
from swaigctl.findings import Finding, Refused, flag_of
from swaigctl.findings.messages import shown
from swaigctl.model.entries import Action

if TYPE_CHECKING:
    from swaigctl.cli.flags import Given


def run(arguments: list[str]) -> int:
    """Answer a command line; the exit status."""
    if arguments[:1] == ["help"]:  # as gh, kubectl and cargo have it
        arguments = [*arguments[1:], "--help"]
    if not arguments:
        print_help(help_texts.program_help(), to_stderr=True)
        return 2
    app = typer.Typer(cls=Commands, add_completion=False)
    app.callback(invoke_without_command=True, context_settings={"help_option_names": []})(program)
    try:
        status = typer.main.get_command(app).main(
            arguments,
            prog_name=PROGRAM,
            complete_var="",  # no completion by way of an environment variable
            standalone_mode=False,
            windows_expand_args=False,
            obj=arguments,
        )
    except typer.Abort:  # Ctrl-C
        return 130
    return status if isinstance(status, int) else 0


def program(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version"),
    no_color: bool = typer.Option(False, "--no-color"),
    help: bool = typer.Option(False, "--help", "-h"),
) -> None:
    """What the program does by itself; its commands come after."""
    if help:
        raise typer.Exit(print_help(help_texts.program_help()))
    if version:
        raise typer.Exit(print_help(f"{PROGRAM} {__version__}\n"))
    if ctx.invoked_subcommand is None:
        raise refusal("", Finding("usage", "no command was given."))


class Commands(TyperGroup):
    """The commands of the catalog, each built only when it is asked for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except Exception as fault:
            flags = flag_table(PROGRAM_FLAGS)
            raise usage_refusal(fault, "", flags, ctx.obj) from None

    def list_commands(self, ctx: Any) -> list[str]:
        return [*action_commands(), *TOOLS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return tool_command(cmd_name) if cmd_name in TOOLS else action_command(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        commands = (*action_commands(), *TOOLS)
        if args[0] not in commands:
            raise refusal("", unknown_command(args[0], commands))
        return super().resolve_command(ctx, args)


def tool_command(command: str) -> Any:
    """The Typer command for a tool, whose module has an `answer` to its arguments."""
    tool = TOOLS[command]
    answer = import_module(f"swaigctl.cli.tools.{tool.module}").answer
    help_text = partial(help_texts.command_help, tool)
    return typer_command(command, tool.parameters, help_text, answer, in_chain=tool.chains)


def action_command(command: str) -> Any:
    """The Typer command for an action by itself."""
    action = action_of(command)

    def answer(given: "Given", rest: list[str], ctx: Any) -> int:
        if rest:
            raise refusal(action.command, stray_value(rest[0], action, given, ctx.obj))
        try:
            return print_answer(answer_to_command(action, given))
        except Refused as refused:
            raise refusal(refused.command or action.command, *refused.findings) from None

    help_text = partial(help_texts.command_help, action)
    return typer_command(action.command, parameters_of(action), help_text, answer)


def stray_value(argument: str, action: Action, given: "Given", arguments: list[str]) -> Finding:
    """What to say to a value without a flag."""
    before = arguments[arguments.index(argument) - 1]
    if finding := value_of_boolean(before, parameters_of(action)):
        return finding
    main = action.sole
    pastes = main and main not in given and argument[:1] != "-" and len(argument) < 60
    near = f"{flag_of(main)} {shlex.quote(argument)}" if main and pastes else None
    sentence = "every value needs its flag."
    return Finding("usage", sentence, where=shown(argument), suggestion=near)
