"""What each kind is in JSON Schema: as it is given, and as it lies on the wire.

The kinds don't carry this themselves, because the quick path imports them: here it costs nothing
until a schema is asked for. The walk goes through a kind's parts; here stands what each kind makes
of the schemas of its parts. A new kind that has no schema of its own gets that of the nearest class
it comes from.

Patterns are written so that every dialect of regular expressions reads them alike: no looking
around, no classes beyond ASCII but `\\s` and `\\S`.
"""

import re
from functools import singledispatch
from typing import Any

from swaigctl.catalog.index import ACTIONS
from swaigctl.catalog.program.requests import ActionName
from swaigctl.findings import ERROR
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import (
    EVERY,
    Boolean,
    Choice,
    Constant,
    Integer,
    Kind,
    Number,
    Text,
    Words,
)
from swaigctl.model.rules import Count, Rule
from swaigctl.model.shapes import (
    EACH,
    Field,
    Json,
    ListOf,
    MapOf,
    Named,
    Object,
    Sequence,
)
from swaigctl.model.steps import Step
from swaigctl.model.unions import OneOf
from swaigctl.model.walk import fold
from swaigctl.schema.needs import members_together

Schema = dict[str, Any]
Parts = dict[str | int, Schema]

VARIABLE = r"[$%]\{[\s\S]*\}"


class Definitions(dict[str, Schema]):
    """What `$defs` gets: schemas that others refer to, by name."""

    def refer(self, name: str, schema: Schema) -> Schema:
        """A reference to the schema of this name."""
        assert self.setdefault(name, schema) == schema, f"two schemas are called {name}"
        return {"$ref": f"#/$defs/{name}"}

    def variable(self) -> Schema:
        described = {"description": "A SWML variable.", **matching(f"^{VARIABLE}$")}
        return self.refer("variable", described)

    def with_variable(self) -> Schema:
        described = {"description": "Text with a SWML variable in it.", **matching(VARIABLE)}
        return self.refer("text-with-variable", described)


def given(kind: Kind, definitions: Definitions) -> Schema:
    """The schema of a value as `--params` takes it."""

    def combine(kind: Kind, value: object, parts: Parts) -> Schema:
        return own(kind, parts, definitions)

    return fold(kind, EVERY, combine)


def wired(kind: Kind, definitions: Definitions) -> Schema:
    """The schema of a value as it lies on the wire: numbers that are sent as text are text."""

    def combine(kind: Kind, value: object, parts: Parts) -> Schema:
        return own(kind.wired, parts, definitions)

    return fold(kind, EVERY, combine)


def matching(pattern: str) -> Schema:
    """Text that the pattern matches; in Python, `$` alone would let a line end follow."""
    schema = {"type": "string", "pattern": pattern}
    return {**schema, "not": {"pattern": r"\n$"}} if pattern.endswith("$") else schema


def escaped(spelling: str) -> str:
    return re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", spelling)


@singledispatch
def own(kind: Kind, parts: Parts, definitions: Definitions) -> Schema:
    """The schema of a kind, from the schemas of its parts."""
    raise NotImplementedError(f"{__name__} has no schema for {type(kind).__name__}")


@own.register(Text)
def _(kind: Text, parts: Parts, definitions: Definitions) -> Schema:
    if kind.empty:
        return {"type": "string"} if kind.blank else {"type": "string", "pattern": r"^$|\S"}
    return (
        {"type": "string", "minLength": 1} if kind.blank else {"type": "string", "pattern": r"\S"}
    )


@own.register(Formatted)
def _(kind: Formatted, parts: Parts, definitions: Definitions) -> Schema:
    if not kind.variable:
        return matching(kind.pattern)
    form = kind.form
    described = {
        "description": f"{form[0].upper()}{form[1:]}; or text with a SWML variable in it.",
        "anyOf": [matching(kind.pattern), definitions.with_variable()],
    }
    return definitions.refer(kind.name, described)


@own.register(Boolean)
def _(kind: Boolean, parts: Parts, definitions: Definitions) -> Schema:
    if kind.as_text:
        true, false = "[Tt][Rr][Uu][Ee]", "[Ff][Aa][Ll][Ss][Ee]"
        text = {"type": "string", "pattern": rf"^\s*(?:{true}|{false}{or_variable(kind)})\s*$"}
        name = "boolean-or-text" if kind.variable else "boolean-or-its-text"
        return definitions.refer(name, {"anyOf": [{"type": "boolean"}, text]})
    return or_a_variable({"type": "boolean"}, kind.variable, definitions)


def or_variable(kind: Boolean | Integer) -> str:
    return f"|{VARIABLE}" if kind.variable else ""


def or_a_variable(schema: Schema, allowed: bool, definitions: Definitions) -> Schema:
    return {"anyOf": [schema, definitions.variable()]} if allowed else schema


@own.register(Constant)
def _(kind: Constant, parts: Parts, definitions: Definitions) -> Schema:
    return {"const": kind.value}


@own.register(Choice)
def _(kind: Choice, parts: Parts, definitions: Definitions) -> Schema:
    spellings: Schema = {"enum": list(kind.spellings)}
    if kind.open:
        return {"anyOf": [spellings, {"type": "string"}]}
    return or_a_variable(spellings, kind.variable, definitions)


@own.register(Words)
def _(kind: Words, parts: Parts, definitions: Definitions) -> Schema:
    words = matching(rf"^ *(?:(?:{'|'.join(map(escaped, kind.spellings))})(?: +|$))+$")
    # A variable may be one word of several, or a part of one.
    return {"anyOf": [words, definitions.with_variable()]} if kind.variable else words


@own.register(Integer)
def _(kind: Integer, parts: Parts, definitions: Definitions) -> Schema:
    if kind.as_text:
        assert not limits(kind), "a pattern can't hold text within limits"
        text = {"type": "string", "pattern": rf"^\s*(?:-?[0-9]+{or_variable(kind)})\s*$"}
        return definitions.refer("integer-or-text", {"anyOf": [{"type": "integer"}, text]})
    return or_a_variable({"type": "integer", **limits(kind)}, kind.variable, definitions)


@own.register(Number)
def _(kind: Number, parts: Parts, definitions: Definitions) -> Schema:
    return or_a_variable({"type": "number", **limits(kind)}, kind.variable, definitions)


def limits(kind: Integer | Number) -> Schema:
    both = {"minimum": kind.minimum, "maximum": kind.maximum}
    return {name: limit for name, limit in both.items() if limit is not None}


@own.register(Json)
def _(kind: Json, parts: Parts, definitions: Definitions) -> Schema:
    spellings: dict[type, str] = {dict: "object", list: "array"}
    names = [spellings[shape] for shape in kind.json_types]
    return {"type": names[0] if len(names) == 1 else names} if names else {}


@own.register(ListOf)
def _(kind: ListOf, parts: Parts, definitions: Definitions) -> Schema:
    schema: Schema = {"type": "array", "items": parts[EACH]}
    if kind.at_least:
        schema["minItems"] = kind.at_least
    if kind.at_most is not None:
        schema["maxItems"] = kind.at_most
    if kind.distinct:
        schema["uniqueItems"] = True
    return schema


@own.register(Sequence)
def _(kind: Sequence, parts: Parts, definitions: Definitions) -> Schema:
    items = list(parts.values())
    return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}


@own.register(MapOf)
def _(kind: MapOf, parts: Parts, definitions: Definitions) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": parts[EACH]}
    if kind.required:
        schema["required"] = list(kind.required)
    if kind.exactly is not None:
        schema["minProperties"] = schema["maxProperties"] = kind.exactly
    if (names := given(kind.key, definitions)) != {"type": "string", "minLength": 1}:
        schema["propertyNames"] = names
    return schema


@own.register(Object)
def _(kind: Object, parts: Parts, definitions: Definitions) -> Schema:
    properties = {field.name: member(field, parts[field.name]) for field in kind.fields}
    schema: Schema = {"type": "object", "properties": properties}
    required = [field.name for field in kind.fields if field.required]
    if required:
        schema["required"] = required
    if not kind.open:
        schema["additionalProperties"] = False
    return {**schema, **together(kind.rules)}


def together(rules: "tuple[Rule, ...]") -> Schema:
    """What rules say of how many members there are."""
    counts = (rule for rule in rules if rule.severity == ERROR)
    clauses = [
        clause
        for rule in counts
        if isinstance(rule.condition, Count)
        for clause in members_together(rule.parameters, rule.condition)
    ]
    return {"allOf": clauses} if clauses else {}


@own.register(OneOf)
def _(kind: OneOf, parts: Parts, definitions: Definitions) -> Schema:
    branches = list(parts.values())
    if all(list(each) == ["enum"] or list(each) == ["const"] for each in branches):
        values = [each.get("enum", [each.get("const")]) for each in branches]
        return {"enum": [value for some in values for value in some]}
    return {"anyOf": branches}


@own.register(Named)
def _(kind: Named, parts: Parts, definitions: Definitions) -> Schema:
    if kind.name not in definitions:
        definitions[kind.name] = {}  # it may contain itself
        definitions[kind.name] = given(kind.kind(), definitions)
    return {"$ref": f"#/$defs/{kind.name}"}


@own.register(Step)
def _(kind: Step, parts: Parts, definitions: Definitions) -> Schema:
    return {"type": "object", "minProperties": 1, "maxProperties": 1}


@own.register(ActionName)
def _(kind: ActionName, parts: Parts, definitions: Definitions) -> Schema:
    names = (spelling for name in ACTIONS for spelling in (name.replace("_", "-"), name))
    return {"enum": list(dict.fromkeys(names))}


def member(field: Field, schema: Schema) -> Schema:
    """The schema of an object's member."""
    schema = described(field, schema) if field.help else dict(schema)
    if field.default is not None:
        schema["default"] = field.default
    return schema


def described(field: Field, schema: Schema) -> Schema:
    """The schema with the field's help, and what each spelling means."""
    meanings = (f"- {spelling}: {meaning}" for spelling, meaning in field.meanings.items())
    return {"description": "\n".join([field.help, *meanings]), **schema}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    described = {name: schema[name] for name in ("description",) if name in schema}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema and "not" not in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    rest = {name: value for name, value in schema.items() if name not in described}
    alternatives = rest["anyOf"] if list(rest) == ["anyOf"] else [rest]
    return {**described, "anyOf": [*alternatives, {"type": "null"}]}
