"""The schema of a plan of fixtures, in which editors complete each action's parameters."""

from collections.abc import Iterable, Iterator

from swaigctl.catalog import every_action, names_of
from swaigctl.catalog.program.flags import TRANSFER
from swaigctl.catalog.program.plans import (
    ACTION_FIXTURE,
    DEFAULTS,
    DOCUMENT_FIXTURE,
    EVERY,
    FIXTURES,
    MATRIX,
    OUTPUT,
    RESPONSE_AXES,
    RESPONSE_FIXTURE,
    SHARED,
    values_of,
)
from swaigctl.catalog.program.requests import ACTION, ACTIONS, PARAMS, SWML
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.further import alternatives
from swaigctl.model.kinds import Constant
from swaigctl.model.shapes import Json, ListOf
from swaigctl.model.unions import OneOf
from swaigctl.schema.actions import of_parameter
from swaigctl.schema.definitions import Definitions, Schema
from swaigctl.schema.kinds import all_true, described, given, or_null
from swaigctl.schema.needs import at_least_one, there
from swaigctl.schema.whole import closed_object, document


def plan_schema() -> Schema:
    """The schema of a plan."""
    definitions = Definitions()
    shared = closed_object(properties("fixture", SHARED, definitions))
    items = definitions.refer("Fixture", fixture(definitions))
    members = {
        **properties("plan", (OUTPUT,), definitions),
        DEFAULTS.name: described(DEFAULTS, or_null(shared)),
        FIXTURES.name: described(FIXTURES, {"type": "array", "items": items}),
    }
    schema = {**closed_object(members), "required": [FIXTURES.name]}
    return document("plan", "FixturePlan", PROSE, schema, definitions)


PROSE = (
    "A plan of fixtures: what 'swaigctl fixtures' makes files from. What only a combination of "
    "parameters makes wrong is not described."
)


def fixture(definitions: Definitions) -> Schema:
    """One action where `action` is there, else a document where `swml` is, or a whole response."""
    actions = every_action()
    one = {
        **closed_object(properties("fixture", ACTION_FIXTURE, definitions)),
        "allOf": [of_action(action, definitions) for action in actions],
    }
    whole = closed_object(properties("fixture", RESPONSE_FIXTURE, definitions))
    matrix = {"allOf": [whole["properties"][MATRIX.name], matrix_of_response(definitions)]}
    whole["properties"][MATRIX.name] = matrix
    is_response = all_true(at_least_one([each.name for each in (*RESPONSE_AXES, ACTIONS)]))
    whole.update(is_response)
    document = closed_object(properties("swml-fixture", DOCUMENT_FIXTURE, definitions))
    any_path = {"type": ["object", "null"], "additionalProperties": any_values(definitions)}
    document["properties"][MATRIX.name] = {"allOf": [document["properties"][MATRIX.name], any_path]}
    document["required"] = [SWML.name]
    other = {"if": is_response, "then": whole, "else": document}
    # All members, for programs that make types and don't look behind the condition.
    either = closed_object(
        either_of(
            properties("fixture", (*RESPONSE_FIXTURE, *ACTION_FIXTURE), definitions),
            properties("swml-fixture", DOCUMENT_FIXTURE, definitions),
        )
    )
    return {**either, "if": there(ACTION.name), "then": one, "else": other}


def either_of(*members: dict[str, Schema]) -> dict[str, Schema]:
    """The members of several objects; one that they don't describe alike is as any has it."""
    found: dict[str, list[Schema]] = {}
    for some in members:
        for name, schema in some.items():
            if schema not in found.setdefault(name, []):
                found[name].append(schema)
    return {name: its[0] if len(its) == 1 else {"anyOf": its} for name, its in found.items()}


def properties(
    owner: str, parameters: Iterable[Parameter], definitions: Definitions
) -> dict[str, Schema]:
    """References to what the parameters take, under each of their names."""
    return {name: member(owner, each, definitions) for each in parameters for name in each.names}


def member(owner: str, parameter: Parameter, definitions: Definitions) -> Schema:
    return once(f"{owner}.{parameter.name}", of_parameter(parameter, definitions), definitions)


def once(name: str, schema: Schema, definitions: Definitions) -> Schema:
    """A reference to the schema, by the name that it got first: many actions have the same."""
    first = next((known for known, its in definitions.items() if its == schema), name)
    return definitions.refer(first, schema)


def of_action(action: Action, definitions: Definitions) -> Schema:
    """What else holds where the fixture is of this action."""
    params = closed_object(properties(action.command, action.all_parameters, definitions))
    matrix = closed_object(
        {
            name: axis(action.command, each, definitions)
            for each in action.all_parameters
            for name in each.names
        }
    )
    nested = [each for each in action.all_parameters if each.kind.takes_json]
    if nested:
        inside = path_inside(*nested)
        matrix["patternProperties"] = {inside: any_values(definitions)}
    then: Schema = {"properties": {PARAMS.name: or_null(params), MATRIX.name: or_null(matrix)}}
    instead = alternatives(action)
    needed = [[each] for each in action.parameters if each.required and each.name not in instead]
    needed += [[action.parameter(name) for name in instead]] if instead else []
    required = [
        {"anyOf": [way for each in group for way in ways_to_give(each)]} for group in needed
    ]
    if required:
        then["allOf"] = required
    if action.place.transfer or not action.place.carries_swml:
        then["properties"][TRANSFER.name] = False
    names = list(names_of(action.name))
    return {"if": {"properties": {ACTION.name: {"enum": names}}}, "then": then}


def ways_to_give(parameter: Parameter) -> Iterator[Schema]:
    """The schemas of the fixtures that have the parameter: given, or in the matrix."""
    for name in parameter.names:
        yield has(PARAMS.name, name)
        yield has(MATRIX.name, name)
    yield from goes_inside(parameter)


def has(member: str, name: str) -> Schema:
    """The schema of an object that has this name inside this member."""
    inner = {"type": "object", **there(name)}
    return {"required": [member], "properties": {member: inner}}


def path_inside(*parameters: Parameter) -> str:
    """The pattern of names that lead inside one of the parameters."""
    names = (name for each in parameters for name in each.names)
    return rf"^(?:{'|'.join(names)})[.\[]"


def goes_inside(parameter: Parameter) -> list[Schema]:
    """The schema of a fixture whose matrix leads inside the parameter, if it can."""
    if not parameter.kind.takes_json:
        return []
    others = {"propertyNames": {"not": {"pattern": path_inside(parameter)}}}
    inner = {"type": "object", "not": others}
    return [{"required": [MATRIX.name], "properties": {MATRIX.name: inner}}]


def any_values(definitions: Definitions) -> Schema:
    return definitions.refer("any-values", given(ANY_VALUES, definitions))


def axis(owner: str, parameter: Parameter, definitions: Definitions) -> Schema:
    """What a parameter goes through: some values, or every choice."""
    values = given(values_of(parameter.kind), definitions)
    return once(f"{owner}.{parameter.name}-values", values, definitions)


def matrix_of_response(definitions: Definitions) -> Schema:
    """The matrix of a response, where parameters are named behind their action or its place."""
    return {
        "type": ["object", "null"],
        "properties": {each.name: axis("fixture", each, definitions) for each in RESPONSE_AXES},
        "patternProperties": {DOTTED: any_values(definitions)},
        "propertyNames": {
            "anyOf": [{"enum": [each.name for each in RESPONSE_AXES]}, {"pattern": DOTTED}]
        },
    }


ANY_VALUES = OneOf(Constant(EVERY), ListOf(Json(), at_least=1, distinct=True))
"""What some parameter goes through."""

DOTTED = r"^[A-Za-z0-9_-]+[.\[]"
"""`say.text`, `2.text`, `swml.main[0].play.volume`"""
