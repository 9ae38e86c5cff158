"""The quick path: a well-formed action call or `respond` chain, answered without Typer.

It reads the arguments against the catalog and declines whatever it does not fully understand:
help, a wrong value, an unknown flag, a pipe to read from, colour. The Typer app then starts
afresh with the same arguments. It may decline; it may never differ.
"""

import gc
import sys

from swaigctl.catalog import action_called
from swaigctl.catalog.program import flags
from swaigctl.cli.answers import Answer, answer_to_chain, answer_to_command
from swaigctl.cli.flags import FlagReading, flag_table, parameters_for
from swaigctl.cli.terminal.streams import is_terminal, wants_color, write_error, write_out
from swaigctl.findings import Refused, flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.cli.flags import FlagTable, Given
    from swaigctl.model.entries import Action


class Declined(Exception):
    """Not for the quick path."""


def answered(arguments: "list[str]") -> "int | None":
    """The exit status, if these arguments could be answered here; None if nothing was done."""
    try:
        if arguments[:1] in (["batch"], ["fixtures"]):
            return tool_status(arguments)
        answer = read_and_answer(arguments)
    except (Declined, Refused):
        return None
    if wants_color(sys.stdout) or (answer.cautions and wants_color(sys.stderr)):
        return None
    for caution in answer.cautions:
        write_error(caution.line(flag_of), "Warning: ")
    return write_out(answer.text(is_terminal(sys.stdout)))


def tool_status(arguments: "list[str]") -> int:
    """The exit status of a tool that needs no Typer once its command line is read.

    Raises:
        Declined: that takes more than this.
    """
    from swaigctl.catalog.program.tools import TOOLS

    tool = TOOLS[arguments[0]]
    table = flag_table(tool.parameters)
    given: Given = {}
    words = []
    end = 0
    while end < len(arguments):
        words.append(arguments[end])
        more, end = split(arguments, end + 1, table)
        given.update(more)
    reading = FlagReading()
    options = reading.options(tool.parameters, given)
    if reading.findings or len(words) > 1 + (tool.most_words or 0):
        raise Declined
    gc.enable()  # from here on it may take long
    module = __import__("swaigctl.cli.tools." + tool.module, fromlist=["run"])
    status: int = module.run(options, words[1:])
    return status


def read_and_answer(arguments: "list[str]") -> Answer:
    """The answer to these arguments.

    Raises:
        Declined, Refused: it takes more than this to answer.
    """
    if arguments[:1] != ["respond"]:
        action = action_of(arguments[0] if arguments else "")
        table = flag_table(parameters_for(action, ()))
        given, end = split(arguments, 1, table, action)
        if end < len(arguments):
            raise Declined
        return answer_to_command(action, given)
    given, end = split(arguments, 1, flag_table(flags.RESPOND))
    tables: dict[str, FlagTable] = {}
    chain = []
    while end < len(arguments):
        command = arguments[end]
        action = action_of(command)
        if command not in tables:
            tables[command] = flag_table(parameters_for(action, (), in_chain=True))
        its, end = split(arguments, end + 1, tables[command], action)
        chain.append((action, its))
    return answer_to_chain(given, chain)


def action_of(command: str) -> "Action":
    """The action of this command.

    Raises:
        Declined: there is none.
    """
    action = action_called(command)
    if action is None or action.command != command:
        raise Declined
    return action


def split(
    arguments: "list[str]", start: int, table: "FlagTable", action: "Action | None" = None
) -> "tuple[Given, int]":
    """What was given for each parameter from `start` on, and where the next command begins.

    The table gets the further parameters of the action's verb when a flag is not in it.
    """
    given: Given = {}
    end = start
    while end < len(arguments) and arguments[end][:1] == "-" != arguments[end]:
        flag, equals, value = arguments[end].partition("=")
        if flag not in table and action is not None:
            table.update({**flag_table(action.further), **table})
        if flag not in table:
            raise Declined
        parameter, boolean = table[flag]
        end += 1
        if boolean is not None:
            if equals:
                raise Declined
            given[parameter.name] = boolean
            continue
        if not equals:
            if end == len(arguments):
                raise Declined
            value = arguments[end]
            end += 1
        if parameter.kind.takes_json and value[:1] == "@":
            from swaigctl.formats.inputs import is_regular_file

            # A pipe can be read only once, and the Typer app may have to.
            if not is_regular_file(value[1:]):
                raise Declined
        texts = given.get(parameter.name)
        if parameter.kind.repeatable and isinstance(texts, list):
            texts.append(value)
        else:
            given[parameter.name] = [value]
    return given, end
