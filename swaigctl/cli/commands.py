"""Typer commands made from the catalog's parameters."""

import inspect
import keyword
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from swaigctl.catalog import action_called
from swaigctl.catalog.index import ACTIONS
from swaigctl.catalog.program import flags
from swaigctl.cli.flags import FlagReading, flag_table
from swaigctl.cli.terminal.printing import print_errors, print_help
from swaigctl.descriptions import HELP
from swaigctl.findings import NEAREST, Finding, literal
from swaigctl.findings.messages import shown
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.kinds import Boolean, Switch
from swaigctl.model.tools import Tool

if TYPE_CHECKING:
    from swaigctl.cli.flags import FlagTable, Given

KEYWORD = inspect.Parameter.KEYWORD_ONLY


def typer_command(
    name: str,
    parameters: Sequence[Parameter],
    help_text: Callable[[], str] = str,
    answer: Callable[["Given", list[str], Any], int] = lambda given, rest, ctx: 0,
    in_chain: bool = False,
) -> Any:
    """A Typer command with these parameters that ends with the status of `answer`.

    `help_text` is written only when somebody asks for it.
    `answer` gets what was given, what is left over, and Typer's context. In a chain, the first
    value without a flag ends the command's own arguments.
    """

    class CatalogCommand(TyperCommand):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            # Typer's parser, and none of its conversions: the catalog's kinds read the texts, and
            # pydantic, which recent Typers convert with, takes half of the time to answer.
            try:
                options, rest, _ = self.make_parser(ctx).parse_args(args=args)
            except Exception as fault:
                table = flag_table((*parameters, HELP))
                raise usage_refusal(fault, name, table, ctx.obj, in_chain) from None
            ctx.params = {
                option.name: options.get(option.name, () if option.multiple else None)
                for option in self.params
            }
            ctx.args = rest
            return rest

    def callback(ctx: typer.Context, **options: Any) -> None:
        if options["help"]:
            raise typer.Exit(print_help(help_text()))
        raise typer.Exit(answer(given_by(parameters, options), ctx.args, ctx))

    context = inspect.Parameter("ctx", KEYWORD, annotation=typer.Context)
    options = [typer_parameter(parameter) for parameter in (*parameters, HELP)]
    callback.__signature__ = inspect.Signature([context, *options])  # type: ignore[attr-defined]
    callback.__annotations__ = {}
    app = typer.Typer(add_completion=False)
    app.command(
        name,
        cls=CatalogCommand,
        context_settings={"allow_extra_args": True, "allow_interspersed_args": not in_chain},
        add_help_option=False,
    )(callback)
    return typer.main.get_command(app)


def typer_parameter(parameter: Parameter) -> inspect.Parameter:
    """The catalog's parameter as Typer wants it: its flags, and no check but the catalog's own."""
    declarations = [parameter.flag]
    annotation: Any
    if isinstance(parameter.kind, Boolean):
        annotation = bool | None
        if not isinstance(parameter.kind, Switch):
            declarations = [f"{parameter.flag}/{parameter.negative_flag}"]
        option = typer.Option(None, *declarations, *filter(None, [parameter.short]))
    else:
        annotation = list[str] | None if parameter.kind.repeatable else str | None
        option = typer.Option(None, *declarations, *parameter.also_flags)
    return inspect.Parameter(python_name(parameter), KEYWORD, default=option, annotation=annotation)


def python_name(parameter: Parameter) -> str:
    return parameter.name + "_" if keyword.iskeyword(parameter.name) else parameter.name


def given_by(parameters: Sequence[Parameter], options: dict[str, Any]) -> "Given":
    """What Typer read, as the quick path would have read it."""
    given: Given = {}
    for parameter in parameters:
        value = options[python_name(parameter)]
        if isinstance(value, (bool, str)):
            given[parameter.name] = value if isinstance(value, bool) else [value]
        elif value:  # the texts of a repeatable flag
            given[parameter.name] = list(value)
    return given


def tool_options(tool: Tool, given: "Given", rest: list[str]) -> dict[str, object]:
    """What a tool's flags set; ends the program if they are wrong, or anything is left over."""
    reading = FlagReading()
    options = reading.options(tool.parameters, given)
    if rest:
        reading.add(Finding("usage", "is not expected here.", where=shown(rest[0])))
    if reading.findings:
        raise refusal(tool.command, *reading.findings)
    return options


def action_commands() -> tuple[str, ...]:
    return tuple(name.replace("_", "-") for name in ACTIONS)


def action_of(command: str) -> Action:
    """The action of this command, which is one of `action_commands`."""
    action = action_called(command)
    assert action is not None
    return action


def unknown_command(command: str, commands: tuple[str, ...]) -> Finding:
    sentence = "{value} is not a command."
    return Finding("unknown-command", sentence, value=command, allowed=commands, suggestion=NEAREST)


def refusal(command: str, *findings: Finding) -> typer.Exit:
    """Print what is wrong; the exception that ends the program then."""
    return typer.Exit(print_errors(findings, command))


def value_of_boolean(before: str, parameters: Sequence[Parameter]) -> Finding | None:
    """What to say of a value behind `before`, if that is the flag of a boolean."""
    parameter, boolean = flag_table(parameters).get(before, (None, None))
    if parameter is None or boolean is None:
        return None
    return takes_no_value(before, parameter)


def takes_no_value(flag: str, parameter: Parameter) -> Finding:
    """What to say of a value that a boolean's flag was given."""
    choice = "" if isinstance(parameter.kind, Switch) else f" or '{parameter.negative_flag}'"
    sentence = f"takes no value: write '{parameter.flag}'{choice}."
    return Finding("usage", sentence, where=flag)


def usage_refusal(
    fault: Exception,
    command: str,
    table: "FlagTable",
    arguments: Sequence[str],
    in_chain: bool = False,
) -> Exception:
    """An error of Typer's parser, in our words; anything else as it is.

    Typer vendors Click and names its exceptions nowhere in public, but their attributes are
    Click's: `option_name` stands on every error about a flag.
    """
    if not hasattr(fault, "format_message"):
        return fault
    flag = getattr(fault, "option_name", None)
    if flag is None:
        finding = Finding("usage", literal(fault.format_message()))
    elif flag in table and table[flag][1] is None:
        finding = Finding("usage", "needs a value.", where=flag)
    elif flag in table:
        finding = takes_no_value(flag, table[flag][0])
    elif in_chain and flag in flag_table(flags.RESPOND):
        sentence = "is for the response: give it before the first action."
        finding = Finding("usage", sentence, where=flag)
    else:
        # Click reads `-name` as `-n -a -m -e` and reports `-n`.
        typed = next((each for each in arguments if each.startswith(flag)), flag).partition("=")[0]
        sentence = "{value} is not a flag."
        finding = Finding(
            "unknown-flag", sentence, value=typed, allowed=tuple(table), suggestion=NEAREST
        )
    return refusal(command, finding)
