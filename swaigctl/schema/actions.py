"""The schema of an action's parameters, of an action on the wire, and of a whole response."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product

from swaigctl.catalog import every_action
from swaigctl.catalog.program import flags
from swaigctl.formats.json import compact_json
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.further import alternatives, shape_rules
from swaigctl.model.places import transfer_field
from swaigctl.model.rules import Rule, at_most_one_of, one_of
from swaigctl.schema.kinds import (
    Definitions,
    Schema,
    described,
    given,
    member,
    or_null,
    together,
    wired,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"


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
    title = f"The parameters of {action.command}, as --params takes them"
    schema = {**schema, **together(rules)}
    return document(f"{action.command}:params", title, prose(action), schema, definitions)


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
    definitions = Definitions()
    if action is None:
        schema = any_action(definitions)
        return document("action", "Any SWAIG action", UNKNOWN_TOO, schema, definitions)
    schema = wired(action.place.kind(action), definitions)
    title = f"What {action.command} writes, as it lies on the wire"
    return document(f"{action.command}:action", title, prose(action), schema, definitions)


def response_schema(action: Action | None) -> Schema:
    """The schema of a whole response: with this action and no other, or with any."""
    definitions = Definitions()
    if action is None:
        one = any_action(definitions)
    else:
        one = wired(action.place.kind(action), definitions)
    parts = (flags.TOOL_RESULT, flags.TOOL_PROMPT)
    both = closed_object({part.name: of_member(part, definitions) for part in parts})
    text = given(flags.RESPONSE_TEXT.kind, definitions)
    post_process = flags.POST_PROCESS
    schema = {
        **closed_object(
            {
                "response": described(
                    flags.RESPONSE_TEXT, {"anyOf": [text, {**both, "minProperties": 1}]}
                ),
                "action": {
                    "description": "What happens to the call, in this order.",
                    "type": "array",
                    "items": definitions.refer("action", one),
                },
                post_process.name: of_member(post_process, definitions),
            }
        ),
        "anyOf": [{"required": ["response"]}, {"required": ["action"]}],
    }
    if action is None:
        return document("response", "A SWAIG response", UNKNOWN_TOO, schema, definitions)
    title = f"A SWAIG response with {action.command} in it"
    return document(f"{action.command}:response", title, prose(action), schema, definitions)


UNKNOWN_TOO = (
    "Actions and SWML verbs that the catalog does not describe are allowed, as are names that it "
    "does not describe in a verb's parameters; what it describes must be as described."
)


def document(
    name: str, title: str, description: str, schema: Schema, definitions: Definitions
) -> Schema:
    head = {"$schema": DIALECT, "$id": f"urn:swaigctl:{name}", "title": title}
    schema = {**head, "description": description, **schema}
    return {**schema, "$defs": dict(sorted(definitions.items()))} if definitions else schema


def prose(action: Action) -> str:
    return f"{action.summary} {action.description}".strip()


def of_member(parameter: Parameter, definitions: Definitions) -> Schema:
    return described(parameter, given(parameter.kind, definitions))


def closed_object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def any_action(definitions: Definitions) -> Schema:
    """Any action. Other verbs and actions than those of the catalog are allowed: the SWML in a
    response may be of one's own, and `add-action` writes any action.
    """
    actions = every_action()
    verbs = [each for each in actions if each.place.verb is not None]
    plain = [each for each in actions if each.place.key and each.place.verb is None]
    described_verbs = by_key(verbs, lambda each: each.reference_is_law, definitions)
    verb = {"type": ["object", "string"], "properties": described_verbs}
    section = {"type": "array", "items": definitions.refer("verb", verb)}
    swml = {
        "type": "object",
        "properties": {
            "version": {"type": "string"},
            "sections": {"type": "object", "additionalProperties": section},
            "transfer": False,
        },
    }
    transfer = transfer_field()
    members = {
        "SWML": definitions.refer("swml", swml),
        transfer.name: member(transfer, wired(transfer.kind, definitions)),
    }
    return {
        "type": "object",
        "minProperties": 1,
        "if": {"required": ["SWML"]},
        "then": closed_object(members),
        "else": {"properties": by_key(plain, lambda each: True, definitions)},
    }


def by_key(
    actions: list[Action], closed: Callable[[Action], bool], definitions: Definitions
) -> dict[str, Schema]:
    """What stands at each key, whichever of the actions writes it."""
    contents = {
        each.name: wired(each.body.kind(each, closed(each)), definitions) for each in actions
    }
    times = Counter(map(compact_json, contents.values()))
    found: dict[str, list[Schema]] = {}
    for action in actions:
        content = contents[action.name]
        if times[compact_json(content)] > 1 and action.parameters:
            shared = "-".join(parameter.name for parameter in action.parameters)
            content = definitions.refer(shared.replace("_", "-"), content)
        said = {"title": action.command, "description": prose(action), "allOf": [content]}
        found.setdefault(action.place.key, []).append(definitions.refer(action.command, said))
    return {key: said[0] if len(said) == 1 else {"anyOf": said} for key, said in found.items()}
