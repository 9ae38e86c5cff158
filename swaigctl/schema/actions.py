"""The schema of an action's parameters, of an action on the wire, and of a whole response."""

from collections.abc import Iterator
from itertools import product

from swaigctl.catalog.program import flags
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.further import alternatives, shape_rules
from swaigctl.model.rules import Rule, at_most_one_of, one_of
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
        {
            name: schema
            for each in action.all_parameters
            for name, schema in under_each_name(each, definitions)
        }
    )
    required, rules = required_in(action)
    if required:
        schema["required"] = required
    schema = {**schema, **together(rules)}
    about = f"The parameters of {action.command}, as --params takes them. {prose(action)}"
    title = f"{type_name(action.name)}Params"
    return document(f"{action.command}:params", title, about, schema, definitions)


def under_each_name(parameter: Parameter, definitions: Definitions) -> Iterator[tuple[str, Schema]]:
    """The schema of a parameter under each of its names."""
    schema = of_parameter(parameter, definitions)
    yield parameter.name, schema
    value = {name: said for name, said in schema.items() if name != "description"}
    for name in parameter.also:
        yield name, {"description": f"The same as {parameter.name}.", **value}


def required_in(action: Action) -> tuple[list[str], tuple[Rule, ...]]:
    """The parameters that must be there, and what must be true of several.

    A parameter with several names is said once; and where the verb has several shapes, none of
    the parameters that tell them apart is required by itself.
    """
    names = {each.at: each.names for each in action.all_parameters}
    instead = alternatives(action)
    required = []
    rules = list(action.rules)
    for each in action.all_parameters:
        if each.also:
            rules.append(at_most_one_of(*each.names))
        if each.required and each.name not in instead:
            if each.also:
                rules.append(one_of(*each.names))
            else:
                required.append(each.name)
    known = {(rule.code, rule.parameters) for rule in action.rules}
    of_verb = (*action.verb_rules, *shape_rules(action.verb))
    for rule in (each for each in of_verb if (each.code, each.parameters) not in known):
        if rule.code == "required" or not any(len(names[each]) > 1 for each in rule.parameters):
            rules.append(rule.about(*(name for each in rule.parameters for name in names[each])))
        else:
            rules += [
                rule.about(*some) for some in product(*(names[each] for each in rule.parameters))
            ]
    return required, tuple(rules)


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
