"""`swaigctl schema`: JSON Schema of documents, responses, actions, parameters and plans."""

from typing import TYPE_CHECKING

from swaigctl.catalog import action_called, action_commands
from swaigctl.catalog.meant import unknown_action
from swaigctl.catalog.program import tools
from swaigctl.catalog.verbs import CALLING, MESSAGING
from swaigctl.cli.answers import Answer, written
from swaigctl.cli.commands import refuse_words, tool_options
from swaigctl.cli.terminal.printing import print_answer
from swaigctl.findings import Finding, SwaigctlError
from swaigctl.schema.actions import action_schema, params_schema, response_schema
from swaigctl.schema.dialects import in_draft_7
from swaigctl.schema.documents import document_schema
from swaigctl.schema.plans import plan_schema

if TYPE_CHECKING:
    from swaigctl.model.entries import Action
    from swaigctl.schema.definitions import Schema


def answer(arguments: list[str]) -> int:
    options, words = tool_options(tools.schema, arguments)
    refuse_words(tools.schema, words[1:])
    action = action_argument(words[0]) if words else None
    schema = schema_of(action, options["of"], options.get("for"))
    document = in_draft_7(schema) if options["draft"] == "7" else schema
    return print_answer(Answer(written(document, options), str(options["format"]), []))


def action_argument(command: str) -> "Action":
    """The action that a tool was asked about.

    Raises:
        SwaigctlError: there is none of this name.
    """
    action = action_called(command)
    if action is None:
        raise SwaigctlError(unknown_action(command, action_commands()))
    return action


def schema_of(action: "Action | None", of: object, flavour: object) -> "Schema":
    """The schema that `--of` asks for; without it, of the parameters, or of a response.

    Raises:
        SwaigctlError: there is no such schema.
    """
    if flavour is not None and of != "document":
        raise usage("--for", "goes with '--of document' only.")
    if action is not None and of in ("document", "plan"):
        raise usage(f"--of {of}", "is of no action by itself.")
    if of == "document":
        return document_schema(MESSAGING if flavour == MESSAGING.name else CALLING)
    if of == "plan":
        return plan_schema()
    if of == "action":
        return action_schema(action)
    if of == "response" or (of is None and action is None):
        return response_schema(action)
    if action is None:
        raise usage("--of params", "needs an action: give its name too.")
    return params_schema(action)


def usage(where: str, sentence: str) -> SwaigctlError:
    return SwaigctlError(Finding("usage", sentence, where=where))
