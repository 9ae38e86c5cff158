"""The schema of an action's parameters, of an action on the wire, and of a whole response."""

from collections import Counter
from collections.abc import Callable

from swaigctl.catalog import every_action
from swaigctl.catalog.program import flags
from swaigctl.formats.json import compact_json
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.places import transfer_field
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
        {each.name: of_parameter(each, definitions) for each in action.parameters}
    )
    required = [each.name for each in action.parameters if each.required]
    if required:
        schema["required"] = required
    title = f"The parameters of {action.command}, as --params takes them"
    schema = {**schema, **together(action.rules)}
    return document(f"{action.command}:params", title, prose(action), schema, definitions)


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
