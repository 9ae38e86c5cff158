"""The schema of an action's parameters, of an action on the wire, and of a whole response."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any

from swaigctl.catalog import command_flags, families
from swaigctl.catalog.actions import Action, Need, Parameter
from swaigctl.formats.json import compact_json
from swaigctl.schema.kinds import Definitions, Schema, described, given, or_null, referred, wired
from swaigctl.wire import in_object, in_wire_order

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTHING: list[Any] = [None, False]
EMPTY: list[Any] = ["", [], {}, 0]


def params_schema(action: Action) -> Schema:
    """The schema of what `--params` takes."""
    definitions: Definitions = {}
    schema: Schema = {"type": "object", "properties": {}, "additionalProperties": False}
    for parameter in action.parameters:
        of_kind = described(parameter, given(parameter.kind, definitions))
        if parameter.may_be_none:
            of_kind = or_null(of_kind)
        if parameter.default is not None:
            of_kind["default"] = parameter.default
        place(schema, [parameter.name], of_kind, parameter.required)
    hold_to(action.needs, schema, {each.name: [each.name] for each in action.parameters})
    title = f"The parameters of {action.command}, as --params takes them"
    return document(f"{action.command}:params", title, prose(action), schema, definitions)


def action_schema(action: Action | None) -> Schema:
    """The schema of the action as it lies on the wire; without one, of any action."""
    definitions: Definitions = {}
    if action is None:
        schema = any_action(definitions)
        return document("action", "Any SWAIG action", UNKNOWN_TOO, schema, definitions)
    schema = one_action(action, definitions)
    title = f"What {action.command} writes, as it lies on the wire"
    return document(f"{action.command}:action", title, prose(action), schema, definitions)


def response_schema(action: Action | None) -> Schema:
    """The schema of a whole response: with this action and no other, or with any."""
    definitions: Definitions = {}
    one = any_action(definitions) if action is None else one_action(action, definitions)
    parts = (command_flags.TOOL_RESULT, command_flags.TOOL_PROMPT)
    both = closed_object({part.name: of_parameter(part, definitions) for part in parts})
    text = given(command_flags.RESPONSE_TEXT.kind, definitions)
    post_process = command_flags.POST_PROCESS
    schema = {
        **closed_object(
            {
                "response": described(
                    command_flags.RESPONSE_TEXT, {"anyOf": [text, {**both, "minProperties": 1}]}
                ),
                "action": {
                    "description": "What happens to the call, in this order.",
                    "type": "array",
                    "items": referred("action", one, definitions),
                },
                post_process.name: of_parameter(post_process, definitions),
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


def of_parameter(parameter: Parameter, definitions: Definitions) -> Schema:
    return described(parameter, given(parameter.kind, definitions))


def closed_object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def place(
    schema: Schema, path: list[str], member: Schema, required: bool, closed: bool = True
) -> None:
    """Describe a member of an object, or of the objects inside it that the path goes through."""
    step, *rest = path
    if rest:
        inner = closed_object({}) if closed else {"type": "object", "properties": {}}
        place(schema["properties"].setdefault(step, inner), rest, member, required, closed)
    else:
        schema["properties"][step] = member
    if required and step not in schema.setdefault("required", []):
        schema["required"].append(step)


def hold_to(needs: Iterable[Need], schema: Schema, paths: dict[str, list[str]]) -> None:
    """Add how many of some members there must, or may, be."""
    clauses: list[Schema] = []
    for need in needs:
        absent = NOTHING if need.count_empty else NOTHING + EMPTY

        def together(names: tuple[str, ...], absent: list[Any] = absent) -> Schema:
            present = [is_there(paths[name], absent) for name in names]
            return present[0] if len(present) == 1 else {"allOf": present}

        if need.at_least:
            chosen = combinations(need.names, need.at_least)
            clauses.append({"anyOf": [together(names) for names in chosen]})
        if need.at_most < len(need.names):
            chosen = combinations(need.names, need.at_most + 1)
            clauses.append({"not": {"anyOf": [together(names) for names in chosen]}})
    if clauses:
        schema["allOf"] = clauses


def is_there(path: list[str], absent: list[Any]) -> Schema:
    """The schema of an object in which something is said at `path`."""
    step, *rest = path
    inner: Schema = is_there(rest, absent) if rest else {"not": {"enum": absent}}
    return {"required": [step], "properties": {step: inner}}


def one_action(action: Action, definitions: Definitions) -> Schema:
    """An action just as its command writes it, in any of its forms."""
    layout = action.layout
    if layout.fragment:
        return body(action, definitions)
    if layout.key_parameter:
        by_name = {parameter.name: parameter for parameter in action.parameters}
        key, value = by_name[layout.key_parameter], by_name[str(layout.value)]
        return {
            "type": "object",
            "propertyNames": of_parameter(key, definitions),
            "additionalProperties": of_parameter(value, definitions),
            "minProperties": 1,
            "maxProperties": 1,
        }
    said = on_key(action, definitions)
    if not layout.carries_swml:
        return {**closed_object({layout.key: said}), "required": [layout.key]}
    swml = said if layout.value else only_verb(action, said, definitions)
    return {**closed_object({"SWML": swml, "transfer": TRANSFER}), "required": ["SWML"]}


TRANSFER = described(command_flags.TRANSFER, {"enum": ["true", "false", True, False]})
"""Text as it is written; documentation shows booleans too, and they are understood."""


def only_verb(action: Action, said: Schema, definitions: Definitions) -> Schema:
    """A document with this verb in its main section, and what is set before it."""
    main = [{**closed_object({action.layout.key: said}), "required": [action.layout.key]}]
    for parameter in action.parameters:
        if parameter.name == action.layout.set_before:
            value = of_parameter(parameter, definitions)
            value = or_null(value) if parameter.may_be_none else value
            inner = {**closed_object({parameter.name: value}), "required": [parameter.name]}
            main.insert(0, {**closed_object({"set": inner}), "required": ["set"]})
    verbs = {"type": "array", "prefixItems": main, "minItems": len(main), "items": False}
    sections = {**closed_object({"main": verbs}), "required": ["main"]}
    whole = closed_object({"version": {"const": "1.0.0"}, "sections": sections})
    return {**whole, "required": ["version", "sections"]}


def on_key(action: Action, definitions: Definitions, closed: bool = True) -> Schema:
    """What stands at the verb's, or the plain action's, name."""
    layout = action.layout
    by_name = {parameter.name: parameter for parameter in action.parameters}

    def said_by(name: str) -> Schema:
        return described(by_name[name], wired(by_name[name].kind, definitions))

    if layout.constant is not None:
        return {"const": layout.constant}
    if layout.first_of:
        return {"anyOf": [*map(said_by, layout.first_of), {"const": True}]}
    if layout.value is not None:
        return said_by(layout.value)
    if layout.main is None:
        return body(action, definitions, closed)
    simplified = referred(f"{action.command}-main", said_by(layout.main), definitions)
    return {"anyOf": [simplified, body(action, definitions, closed, simplified)]}


def body(
    action: Action, definitions: Definitions, closed: bool = True, main: Schema | None = None
) -> Schema:
    """The object form. Where it is not closed, nothing is required and more names are allowed."""
    schema: Schema = closed_object({}) if closed else {"type": "object", "properties": {}}
    for name, value in action.layout.fixed.items():
        place(schema, [name], {"const": value}, required=True, closed=closed)
    written = [each for each in in_wire_order(action) if in_object(each, action.layout)]
    for parameter in written:
        member = described(parameter, wired(parameter.kind, definitions))
        if main is not None and parameter.name == action.layout.main:
            member = dict(main)
        # What is always written has a default that may not be the platform's own.
        if parameter.default is not None and not parameter.always:
            member["default"] = parameter.kind.on_wire(parameter.default)
        path = parameter.at.split(".")
        place(schema, path, member, parameter.required and closed, closed)
    if closed:
        hold_to(action.needs, schema, {each.name: each.at.split(".") for each in written})
    return schema


def any_action(definitions: Definitions) -> Schema:
    """Any action. Other verbs and actions than those of the catalog are allowed: the SWML in a
    response may be of one's own, and `add-action` writes any action.
    """
    actions = [action for members in families().values() for action in members]
    verbs = [each for each in actions if each.layout.carries_swml and each.layout.key]
    plain = [each for each in actions if not each.layout.carries_swml and each.layout.key]
    described_verbs = by_key(verbs, lambda each: each.reference_is_law, definitions)
    verb = {"type": ["object", "string"], "properties": described_verbs}
    section = {"type": "array", "items": referred("verb", verb, definitions)}
    swml = {
        "type": "object",
        "properties": {
            "version": {"type": "string"},
            "sections": {"type": "object", "additionalProperties": section},
            "transfer": False,
        },
    }
    members = {"SWML": referred("swml", swml, definitions), "transfer": TRANSFER}
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
    contents = {each.name: on_key(each, definitions, closed(each)) for each in actions}
    times = Counter(map(compact_json, contents.values()))
    found: dict[str, list[Schema]] = {}
    for action in actions:
        content = contents[action.name]
        if times[compact_json(content)] > 1 and action.parameters:
            shared = "-".join(parameter.name for parameter in action.parameters)
            content = referred(shared.replace("_", "-"), content, definitions)
        said = {"title": action.command, "description": prose(action), "allOf": [content]}
        found.setdefault(action.layout.key, []).append(referred(action.command, said, definitions))
    return {key: said[0] if len(said) == 1 else {"anyOf": said} for key, said in found.items()}
