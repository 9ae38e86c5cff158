"""`swaigctl respond`: a whole response, its actions read one after the other."""

from typing import TYPE_CHECKING, Any

from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import respond
from swaigctl.cli.answers import answer_to_chain
from swaigctl.cli.commands import (
    action_commands,
    action_of,
    given_by,
    refusal,
    typer_command,
    unknown_command,
    value_of_boolean,
)
from swaigctl.cli.flags import parameters_of
from swaigctl.cli.terminal import help as help_texts
from swaigctl.cli.terminal.printing import print_answer, print_help
from swaigctl.findings import Refused

if TYPE_CHECKING:
    from swaigctl.cli.flags import Given
    from swaigctl.model.entries import Action


def answer(given: "Given", rest: list[str], ctx: Any) -> int:
    chain: list[tuple[Action, Given]] = []
    commands: dict[str, Any] = {}
    while rest:
        command = rest[0]
        if command not in action_commands():
            raise no_command(rest, chain, ctx.obj)
        action = action_of(command)
        parameters = parameters_of(action, in_chain=True)
        if command not in commands:
            commands[command] = typer_command(command, parameters, in_chain=True)
        inner = commands[command].make_context(command, rest[1:], parent=ctx)
        if inner.params["help"]:
            return print_help(help_texts.command_help(action))
        chain.append((action, given_by(parameters, inner.params)))
        rest = inner.args
    try:
        return print_answer(answer_to_chain(given, chain))
    except Refused as refused:
        raise refusal(refused.command or respond.command, *refused.findings) from None


def no_command(
    rest: list[str], chain: "list[tuple[Action, Given]]", arguments: list[str]
) -> Exception:
    """What to say where an action should begin and none does."""
    action = chain[-1][0] if chain else None
    parameters = parameters_of(action, in_chain=True) if action else flags.RESPOND
    before = arguments[len(arguments) - len(rest) - 1]
    if finding := value_of_boolean(before, parameters):
        return refusal(action.command if action else respond.command, finding)
    return refusal("", unknown_command(rest[0], action_commands()))
