"""The quick path: a well-formed command line answered without Typer.

What is wrong, help and colour are left to the Typer app, which starts afresh with the same
arguments and reads them in the same way. The quick path may decline; it may never differ.
"""

import gc
import sys

from swaigctl.catalog import action_called
from swaigctl.cli.flags import FlagReading, HelpAsked, read_tool
from swaigctl.cli.terminal.streams import LABELS, is_terminal, wants_color, write_error, write_out
from swaigctl.findings import Refused, flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.cli.answers import Answer
    from swaigctl.model.tools import Tool

TOOLS = {"validate": "validation", "batch": "tools", "fixtures": "tools"}
"""The tools that need no Typer once their command line is read: the module that describes each."""


class Declined(Exception):
    """Not for the quick path."""


def answered(arguments: "list[str]") -> "int | None":
    """The exit status, if these arguments could be answered here; None if nothing was done."""
    try:
        if arguments and arguments[0] in TOOLS:
            return tool_status(arguments[0], arguments[1:])
        answer = read_and_answer(arguments)
    except (Declined, HelpAsked, Refused):
        return None
    if wants_color(sys.stdout) or (answer.cautions and wants_color(sys.stderr)):
        return None
    for caution in answer.cautions:
        write_error(caution.line(flag_of), f"{LABELS[caution.severity]}: ")
    return write_out(answer.text(is_terminal(sys.stdout)))


def tool_status(command: str, arguments: "list[str]") -> int:
    """The exit status of one of `TOOLS`.

    Raises:
        Declined, HelpAsked, Refused: that takes more than this.
    """
    described = __import__("swaigctl.catalog.program." + TOOLS[command], fromlist=[command])
    tool: Tool = getattr(described, command)
    its, words = read_tool(tool, arguments)
    if its.faults or its.doubts or len(words) > (tool.most_words or 0):
        raise Declined
    reading = FlagReading()
    options = reading.options(tool.parameters, its.given)
    if reading.findings:
        raise Declined
    gc.set_threshold(20_000)  # so seldom that one small file does not wait for it
    gc.enable()  # from here on it may take long
    module = __import__("swaigctl.cli.tools." + tool.module, fromlist=["run"])
    status: int = module.run(options, words)
    return status


def read_and_answer(arguments: "list[str]") -> "Answer":
    """The answer to these arguments.

    Raises:
        Declined: they begin with neither an action nor a chain.
        HelpAsked: help was asked for.
        Refused: something given is wrong, or missing.
    """
    command = arguments[0] if arguments else ""
    if command == "respond":
        from swaigctl.cli.answers import answer_to_response

        return answer_to_response(arguments[1:])
    if command == "swml":
        from swaigctl.cli.documents import answer_to_document

        return answer_to_document(arguments[1:])
    action = action_called(command)
    if action is None:
        raise Declined
    from swaigctl.cli.answers import answer_to_action

    return answer_to_action(action, arguments[1:])
