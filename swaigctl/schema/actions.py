"""The schema of an action's parameters, of an action on the wire, and of a whole response."""

from swaigctl.catalog.program import flags
from swaigctl.model.entries import Action, Parameter
from swaigctl.schema.definitions import Definitions, Schema
from swaigctl.schema.documents import any_action_schema, any_response_schema
from swaigctl.schema.kinds import (
    all_true,
    described,
    given,
    member,
    or_null,
    together,
    wired,
)
from swaigctl.schema.naming import type_name
from swaigctl.schema.needs import at_least_one
from swaigctl.schema.whole import closed_object, document


def params_schema(action: Action) -> Schema:
    """The schema of what `--params` takes."""
    definitions = Definitions()
    schema = closed_object(
        {each.name: of_parameter(each, definitions) for each in action.parameters}
    )
    required = [each.name for each in action.parameters if each.required]
    if required:
        schema["required"] = required
    schema = {**schema, **together(action.rules)}
    about = f"The parameters of {action.command}, as --params takes them. {prose(action)}"
    title = f"{type_name(action.name)}Params"
    return document(f"{action.command}:params", title, about, schema, definitions)


def of_parameter(parameter: Parameter, definitions: Definitions) -> Schema:
    """The schema of a parameter's value, with its help and default."""
    schema = given(parameter.kind, definitions)
    if parameter.may_be_none:
        schema = or_null(schema)
    return member(parameter, schema)


def action_schema(action: Action | None) -> Schema:
    """The schema of the action as it lies on the wire; without one, of any action."""
    if action is None:
        return any_action_schema()
    definitions = Definitions()
    schema = wired(action.place.kind(action), definitions)
    about = f"What {action.command} writes, as it lies on the wire. {prose(action)}"
    title = f"{type_name(action.name)}Action"
    return document(f"{action.command}:action", title, about, schema, definitions)


def response_schema(action: Action | None) -> Schema:
    """The schema of a whole response: with this action and no other, or with any."""
    if action is None:
        return any_response_schema()
    definitions = Definitions()
    parts = (flags.TOOL_RESULT, flags.TOOL_PROMPT)
    both = closed_object({part.name: of_member(part, definitions) for part in parts})
    both = definitions.define({**both, "minProperties": 1}, "ResponseText")
    text = given(flags.RESPONSE_TEXT.kind, definitions)
    post_process = flags.POST_PROCESS
    items = definitions.define(wired(action.place.kind(action), definitions), "Action")
    schema = {
        **closed_object(
            {
                "response": described(flags.RESPONSE_TEXT, {"anyOf": [text, both]}),
                "action": {
                    "description": "What happens to the call, in this order.",
                    "type": "array",
                    "items": items,
                },
                post_process.name: of_member(post_process, definitions),
            }
        ),
        **all_true(at_least_one(("response", "action"))),
    }
    about = f"A SWAIG response with {action.command} in it. {prose(action)}"
    title = f"{type_name(action.name)}Response"
    return document(f"{action.command}:response", title, about, schema, definitions)


def prose(action: Action) -> str:
    return f"{action.summary} {action.description}".strip()


def of_member(parameter: Parameter, definitions: Definitions) -> Schema:
    return described(parameter, given(parameter.kind, definitions))
