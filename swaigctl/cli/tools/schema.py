"""`swaigctl schema`: JSON Schema of parameters, of actions on the wire, of responses, of plans."""

from typing import TYPE_CHECKING

from swaigctl.catalog.program import tools
from swaigctl.cli.answers import Answer, written
from swaigctl.cli.commands import action_commands, action_of, refuse_words, tool_options
from swaigctl.cli.terminal.printing import print_answer
from swaigctl.findings import NEAREST, Finding, SwaigctlError
from swaigctl.schema.actions import action_schema, params_schema, response_schema
from swaigctl.schema.plans import plan_schema

if TYPE_CHECKING:
    from swaigctl.model.entries import Action
    from swaigctl.schema.kinds import Schema


def answer(arguments: list[str]) -> int:
    options, words = tool_options(tools.schema, arguments)
    refuse_words(tools.schema, words[1:])
    action = action_argument(words[0]) if words else None
    document = schema_of(action, options["of"])
    return print_answer(Answer(written(document, options), str(options["format"]), []))


def action_argument(command: str) -> "Action":
    """The action that a tool was asked about.

    Raises:
        SwaigctlError: there is none of this name.
    """
    commands = action_commands()
    if command not in commands:
        sentence = "{value} is not an action."
        raise SwaigctlError(
            Finding("unknown-action", sentence, value=command, allowed=commands, suggestion=NEAREST)
        )
    return action_of(command)


def schema_of(action: "Action | None", of: object) -> "Schema":
    """The schema that `--of` asks for; without it, of the parameters, or of a response."""
    if of == "plan":
        if action is not None:
            sentence = "is of no action by itself."
            raise SwaigctlError(Finding("usage", sentence, where="--of plan"))
        return plan_schema()
    if of == "action":
        return action_schema(action)
    if of == "response" or (of is None and action is None):
        return response_schema(action)
    if action is None:
        sentence = "needs an action: give its name too."
        raise SwaigctlError(Finding("usage", sentence, where="--of params"))
    return params_schema(action)
