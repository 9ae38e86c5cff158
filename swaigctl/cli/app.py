"""The Typer app: everything that the quick path leaves to it."""

import inspect
import keyword
import os
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from swaigctl import __version__
from swaigctl.catalog import action_named
from swaigctl.catalog.actions import Action, Parameter
from swaigctl.catalog.index import FAMILY_OF
from swaigctl.catalog.kinds import Boolean, Switch
from swaigctl.cli import help as help_texts
from swaigctl.cli.answers import Refused, answer_to
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.cli.help import PROGRAM
from swaigctl.cli.printing import print_answer, print_errors, print_help
from swaigctl.errors import SwaigctlError, nearest, shown

if TYPE_CHECKING:
    from swaigctl.cli.flags import Given

LIKE_BOOLEANS = ("true", "false", "yes", "no", "on", "off", "1", "0")


def run(arguments: list[str]) -> int:
    """Answer a command line; the exit status."""
    if "--no-color" in arguments:
        os.environ["NO_COLOR"] = "1"
    if not arguments:
        print_help(help_texts.program_help(), to_stderr=True)
        return 2
    app = typer.Typer(cls=Commands, add_completion=False)
    app.callback(invoke_without_command=True, context_settings={"help_option_names": []})(program)
    try:
        status = typer.main.get_command(app).main(
            arguments, prog_name=PROGRAM, standalone_mode=False, windows_expand_args=False
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
        raise refusal(PROGRAM, SwaigctlError("usage", "no command was given."))


class Commands(TyperGroup):
    """The commands of the catalog, each built only when it is asked for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except Exception as fault:
            raise usage_refusal(fault, PROGRAM, flag_table(help_texts.PROGRAM_FLAGS)) from None

    def list_commands(self, ctx: Any) -> list[str]:
        return [name.replace("_", "-") for name in FAMILY_OF]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            return None
        return action_command(action_named(cmd_name.replace("-", "_")))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        commands = tuple(self.list_commands(ctx))
        if args[0] not in commands:
            sentence = f"{shown(args[0])} is not a command."
            near = nearest(args[0], commands)
            raise refusal(PROGRAM, SwaigctlError("unknown-command", sentence, near=near))
        return super().resolve_command(ctx, args)


def action_command(action: Action) -> Any:
    """The Typer command for an action."""
    path = f"{PROGRAM} {action.command}"

    class ActionCommand(TyperCommand):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            try:
                return super().parse_args(ctx, args)
            except Exception as fault:
                raise usage_refusal(fault, path, flag_table(parameters_of(action))) from None

    def answer(ctx: typer.Context, **options: Any) -> None:
        if options.pop("help"):
            raise typer.Exit(print_help(help_texts.action_help(action)))
        given = given_by(action, options)
        if ctx.args:
            raise refusal(path, positional(ctx.args[0], action, given))
        try:
            status = print_answer(answer_to(action, given))
        except Refused as refused:
            raise refusal(path, *refused.errors) from None
        raise typer.Exit(status)

    answer.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("ctx", KEYWORD, annotation=typer.Context),
            *(typer_parameter(each) for each in (*parameters_of(action), help_texts.HELP)),
        ]
    )
    answer.__annotations__ = {}
    app = typer.Typer(add_completion=False)
    settings = {"allow_extra_args": True}
    app.command(
        action.command, cls=ActionCommand, context_settings=settings, add_help_option=False
    )(answer)
    return typer.main.get_command(app)


KEYWORD = inspect.Parameter.KEYWORD_ONLY


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
        # `parser` keeps Typer from refusing text by itself, in words of its own.
        option = typer.Option(None, *declarations, parser=str)
    return inspect.Parameter(python_name(parameter), KEYWORD, default=option, annotation=annotation)


def python_name(parameter: Parameter) -> str:
    return parameter.name + "_" if keyword.iskeyword(parameter.name) else parameter.name


def given_by(action: Action, options: dict[str, Any]) -> "Given":
    """What Typer read, as the quick path would have read it."""
    given: Given = {}
    for parameter in parameters_of(action):
        value = options[python_name(parameter)]
        if value is not None:
            given[parameter.name] = value if isinstance(value, (bool, list)) else [value]
    return given


def positional(argument: str, action: Action, given: "Given") -> SwaigctlError:
    """What to say to a value without a flag."""
    if argument.lower() in LIKE_BOOLEANS:
        sentence = "a boolean takes no value: it is '--flag' or '--no-flag'."
        return SwaigctlError("usage", sentence, shown(argument))
    main = action.layout.main
    near = f"--{main} {argument}" if main and main not in given else None
    return SwaigctlError("usage", "every value needs its flag.", shown(argument), near)


def refusal(path: str, *errors: SwaigctlError) -> typer.Exit:
    """Print the errors; the exception that ends the program then."""
    return typer.Exit(print_errors(errors, path))


def usage_refusal(fault: Exception, path: str, flags: dict[str, Any]) -> Exception:
    """An error of Typer's parser, in our words; anything else as it is.

    Typer vendors Click and names its exceptions nowhere in public, but their attributes are
    Click's: `option_name` on every error about a flag, `possibilities` on an unknown one.
    """
    if not hasattr(fault, "format_message"):
        return fault
    flag = getattr(fault, "option_name", None)
    if flag is None:
        error = SwaigctlError("usage", fault.format_message())
    elif flag not in flags:
        near = nearest(flag, tuple(flags))
        error = SwaigctlError("unknown-flag", f"{shown(flag)} is not a flag.", near=near)
    elif flags[flag][1] is None:
        error = SwaigctlError("usage", "needs a value.", flag)
    else:
        error = SwaigctlError("usage", "takes no value.", flag)
    return refusal(path, error)
