"""Typer commands for what the catalog describes: the catalog's grammar reads their arguments."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand

from swaigctl.build.calls import refuse_if_strict, without_ignored
from swaigctl.catalog import action_called
from swaigctl.cli.flags import (
    FlagReading,
    HelpAsked,
    doubts_in,
    known_given,
    read_tool,
    wrong_in,
)
from swaigctl.cli.terminal.help import help_of
from swaigctl.cli.terminal.printing import print_cautions, print_errors, print_help
from swaigctl.findings import Finding, Refused, SwaigctlError
from swaigctl.findings.messages import shown
from swaigctl.model.entries import Action
from swaigctl.model.tools import Tool


class CatalogCommand(TyperCommand):
    """A command that gets its arguments as they were typed.

    Typer's own parser knows neither chains nor `--muted=${muted}` nor the dotted names of members,
    and the quick path has to read command lines without it: so both read them in the same way.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.args = list(args)
        return args


def typer_command(command: str, answer: Callable[[list[str]], int]) -> Any:
    """A Typer command that ends with the status of `answer` to its arguments."""

    def callback(ctx: typer.Context) -> None:
        try:
            status = answer(ctx.args)
        except HelpAsked as asked:
            status = print_help(help_of(asked.command))
        except Refused as refused:
            raise refusal(refused.command, *refused.findings) from None
        except SwaigctlError as error:
            raise refusal(error.command or command, error.finding) from None
        raise typer.Exit(status)

    app = typer.Typer(add_completion=False)
    app.command(command, cls=CatalogCommand, add_help_option=False)(callback)
    return typer.main.get_command(app)


def tool_options(tool: Tool, arguments: list[str]) -> tuple[dict[str, object], list[str]]:
    """What a tool's flags set, and the words that are no flags.

    Raises:
        HelpAsked: help was asked for.
        Refused: they are wrong.
    """
    its, words = read_tool(tool, arguments)
    reading = FlagReading()
    options = reading.options(tool.parameters, known_given(its))
    if wrong := wrong_in(its, reading, options):
        raise Refused(*wrong, command=tool.command)
    cautions = without_ignored(doubts_in(its, reading), options.get("ignore"))
    try:
        refuse_if_strict(options.get("strict"), cautions)
    except Refused as refused:
        raise refused.seen_from(tool.command) from None
    print_cautions(cautions)
    return options, words


def refuse_words(tool: Tool, words: list[str]) -> None:
    """Nothing, if there are no words that are no flags.

    Raises:
        Refused: there are.
    """
    if words:
        finding = Finding("usage", "is not expected here.", where=shown(words[0]))
        raise Refused(finding, command=tool.command)


def action_of(command: str) -> Action:
    """The action of this command, which is one of `swaigctl.catalog.action_commands`."""
    action = action_called(command)
    assert action is not None
    return action


def refusal(command: str, *findings: Finding) -> typer.Exit:
    """Print what is wrong; the exception that ends the program then."""
    return typer.Exit(print_errors(findings, command))
