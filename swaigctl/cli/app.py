"""The Typer app: everything that the quick path leaves to it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from swaigctl import __version__
from swaigctl.catalog import action_called, action_commands
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import HELP_COMMAND, TOOLS
from swaigctl.catalog.program.topics import TOPICS
from swaigctl.cli.answers import answer_to_action
from swaigctl.cli.commands import (
    action_of,
    typer_command,
)
from swaigctl.cli.flags import FlagReading, Flags, flag_table, read_flags
from swaigctl.cli.terminal import help as help_texts
from swaigctl.cli.terminal.printing import print_answer, print_errors, print_help
from swaigctl.cli.unknown import unknown_command
from swaigctl.descriptions import HELP, PROGRAM, PROGRAM_FLAGS
from swaigctl.findings import Finding, Refused
from swaigctl.findings.messages import shown
from swaigctl.model.entries import Parameter

if TYPE_CHECKING:
    from swaigctl.cli.flags import FlagTable


def run(arguments: list[str]) -> int:
    """Answer a command line; the exit status."""
    if not arguments:
        print_help(help_texts.program_help(), to_stderr=True)
        return 2
    its = Flags("", (*PROGRAM_FLAGS, *flags.OUTPUTS))
    start = read_flags(arguments, 0, [its], (), is_command)
    before, behind = arguments[:start], arguments[start:]
    if its.faults:
        reading = FlagReading()
        reading.options(flags.COLORS, its.given)  # the command may have been taken for a value
        faults = [in_front(each, arguments) for _, each in its.faults]
        return print_errors(reading.findings or faults, "")
    if its.given.get("help") and not behind:
        return print_help(help_texts.program_help())
    if its.given.get("help"):
        colors = [word for word in before if word not in (HELP.flag, HELP.short)]
        return run([*colors, HELP_COMMAND[0], *behind])
    if its.given.get("version"):
        return print_help(f"{PROGRAM} {__version__}\n")
    if not behind:
        return print_errors([Finding("usage", "no command was given.")], "")
    command = behind[0]
    if not is_command(command):
        return print_errors([unknown_command(command)], "")
    table = table_of(command)
    try:
        moved = moved_behind(before, its, table, command)
    except Refused as refused:
        return print_errors(refused.findings, refused.command)
    if command != HELP_COMMAND[0]:
        return run_command([command, *moved, *behind[1:]])
    if text := help_texts.asked_help(behind[1:]):  # as gh, kubectl and cargo have it
        return print_help(text)
    if behind[1:2] and behind[1] in TOPICS:
        return print_errors([help_texts.no_flag_of_topic(*behind[1:3])], "")
    if topic := help_texts.topic_meant(behind[1:]):
        return print_errors([unknown_command(behind[1]).but(suggestion=topic)], "")
    if flag := help_texts.flag_meant(behind[1:]):
        sentence = "a flag begins with '--'."
        where, meant = shown(behind[-1]), " ".join([*behind[:-1], flag])
        return print_errors([Finding("usage", sentence, where=where, suggestion=meant)], "")
    return run([*behind[1:], HELP.flag])


def is_command(word: str) -> bool:
    """Whether it is the name of a command, or another name of an action."""
    return word in TOOLS or word == HELP_COMMAND[0] or action_called(word) is not None


def table_of(command: str) -> "FlagTable":
    """The flags that may stand right behind the name of a command."""
    if command == HELP_COMMAND[0]:
        return flag_table(flags.COLORS)
    if command in TOOLS:
        return flag_table(TOOLS[command].parameters)
    action = action_of(command)
    return flag_table((*flags.of(action), *action.all_parameters))


def moved_behind(before: list[str], its: Flags, table: "FlagTable", command: str) -> list[str]:
    """The flags in front of a command as they are spelled behind it.

    There a parameter of the command may have the name of one of them.

    Raises:
        Refused: the command has no such flag.
    """
    moved = []
    words = iter(before)
    for word in words:
        flag, equals, value = word.partition("=")
        found = its.found(flag)
        assert found is not None
        parameter, boolean = found
        its_spellings = (*parameter.also_flags, flag)
        same = (each for each in its_spellings if each in table)
        spelling = next((each for each in same if is_same(table[each][0], parameter)), None)
        if spelling is None:
            name = action.command if (action := action_called(command)) else command
            sentence = "{value} is not a flag of {command}."
            details = {"command": f"'{name}'"}
            finding = Finding("unknown-flag", sentence, value=flag, details=details)
            raise Refused(finding, command="" if name == HELP_COMMAND[0] else name)
        moved.append(f"{spelling}{equals}{value}")
        if boolean is None and not equals:
            moved.append(next(words))
    return moved


def is_same(parameter: Parameter, shared: Parameter) -> bool:
    """Whether it is the flag of a command that many have, and no parameter of that name."""
    return parameter.option == shared.option and parameter.group == shared.group


def in_front(finding: Finding, arguments: list[str]) -> Finding:
    """What to say of a fault in front of the command; a flag of the command belongs behind it."""
    command = next(filter(is_command, arguments), "")
    if finding.code != "unknown-flag" or not command or command == HELP_COMMAND[0]:
        return finding
    flag = str(finding.value)
    if flag not in table_of(command):
        return finding
    sentence = f"is a flag of '{command}': give it behind the command."
    return Finding("usage", sentence, where=flag)


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
