"""What each kind is in JSON Schema: as it is given, and as it lies on the wire.

The kinds don't carry this themselves, because the quick path imports them: here it costs nothing
until a schema is asked for. The walk goes through a kind's parts; here stands what each kind makes
of the schemas of its parts. A new kind that has no schema of its own gets that of the nearest class
it comes from.

Patterns are written so that every dialect of regular expressions reads them alike: no looking
around, no classes beyond ASCII but `\\s` and `\\S`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch

from swaigctl.catalog import names_of
from swaigctl.catalog.actions.call_control import UnchangedDocument
from swaigctl.catalog.index import ACTIONS
from swaigctl.catalog.program.requests import ActionName
from swaigctl.findings import ERROR, WARNING
from swaigctl.model.forms import Formatted, Lenient, Quoted
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
from swaigctl.model.rules import Rule
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
from swaigctl.model.unions import OneOf
from swaigctl.model.walk import fold
from swaigctl.schema.definitions import Definitions, Schema, key_of, reference
from swaigctl.schema.naming import type_name
from swaigctl.schema.needs import at_least_one, clauses_of

Parts = dict[str | int, Schema]

VARIABLE = r"[$%]\{[\s\S]*\}"

NOT_REPLACED = r"\$\{[^}]*\}|%\{(?:[^}]*[^A-Za-z0-9_.\[\]}-][^}]*)?\}"
"""A variable in a message that is none of the form `%{path}`."""


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
    if kind.severity != ERROR:
        return own.dispatch(Text)(kind, parts, definitions)
    form = {**matching(kind.pattern), "minLength": 1}
    if kind.paths_only:  # a variable that is not replaced only draws a warning
        return unless({"pattern": NOT_REPLACED}, form)
    if not kind.variable:
        return form
    described = f"{kind.form[0].upper()}{kind.form[1:]}; or text with a SWML variable in it."
    schema = {"description": described, **unless(matching(VARIABLE), form)}
    return definitions.refer(type_name(kind.name), schema)


def unless(other: Schema, text: Schema) -> Schema:
    """Text that is the one or the other, and that is one type: what is wrong is the text."""
    return {"type": "string", "if": other, "else": text}


def variable(definitions: Definitions) -> Schema:
    described = {"description": "A SWML variable.", **matching(f"^{VARIABLE}$")}
    return definitions.refer("Variable", described)


@own.register(Boolean)
def _(kind: Boolean, parts: Parts, definitions: Definitions) -> Schema:
    if kind.as_text:
        text = {"type": "string", "pattern": rf"^\s*(?:{TRUE}|{FALSE}{or_variable(kind)})\s*$"}
        name = "BooleanOrText" if kind.variable else "BooleanOrItsText"
        return definitions.refer(name, {"anyOf": [{"type": "boolean"}, text]})
    schema = or_a_variable({"type": "boolean"}, kind.variable, definitions)
    if not kind.quoted:
        return schema
    if any(True for _ in kind.faults("true")):
        return any_of([schema, quoted(Boolean, definitions)])
    text = definitions.refer("BooleanAsText", matching(QUOTED[Boolean][1]))
    return any_of([schema, text])


TRUE, FALSE = "[Tt][Rr][Uu][Ee]", "[Ff][Aa][Ll][Ss][Ee]"


def or_variable(kind: Boolean | Integer) -> str:
    return f"|{VARIABLE}" if kind.variable else ""


def or_a_variable(schema: Schema, allowed: bool, definitions: Definitions) -> Schema:
    return {"anyOf": [schema, variable(definitions)]} if allowed else schema


@own.register(Constant)
def _(kind: Constant, parts: Parts, definitions: Definitions) -> Schema:
    return {"type": "null"} if kind.value is None else {"const": kind.value}


@own.register(Choice)
def _(kind: Choice, parts: Parts, definitions: Definitions) -> Schema:
    spellings: Schema = {"enum": list(kind.spellings)}
    if kind.open or kind.severity != ERROR:
        return {"anyOf": [spellings, {"type": "string"}]}
    return or_a_variable(spellings, kind.variable, definitions)


@own.register(Words)
def _(kind: Words, parts: Parts, definitions: Definitions) -> Schema:
    words = matching(rf"^ *(?:(?:{'|'.join(map(escaped, kind.spellings))})(?: +|$))+$")
    # A variable may be one word of several, or a part of one.
    return unless({"pattern": VARIABLE}, words) if kind.variable else words


@own.register(Integer)
def _(kind: Integer, parts: Parts, definitions: Definitions) -> Schema:
    if kind.as_text:
        assert not limits(kind), "a pattern can't hold text within limits"
        text = {"type": "string", "pattern": rf"^\s*(?:-?[0-9]+{or_variable(kind)})\s*$"}
        return definitions.refer("IntegerOrText", {"anyOf": [{"type": "integer"}, text]})
    return or_a_variable({"type": "integer", **limits(kind)}, kind.variable, definitions)


@own.register(Number)
def _(kind: Number, parts: Parts, definitions: Definitions) -> Schema:
    return or_a_variable({"type": "number", **limits(kind)}, kind.variable, definitions)


def limits(kind: Integer | Number) -> Schema:
    both = {"minimum": kind.minimum, "maximum": kind.maximum}
    return {name: limit for name, limit in both.items() if limit is not None}


@own.register(Quoted)
def _(kind: Quoted, parts: Parts, definitions: Definitions) -> Schema:
    """A pattern can't say what is within limits, so text of any number is right."""
    found = [type(inner) for inner in leaves(kind.kind) if type(inner) in QUOTED]
    texts = (quoted(inner, definitions) for inner in found)
    return any_of([given(kind.kind, definitions), *texts])


@own.register(Lenient)
def _(kind: Lenient, parts: Parts, definitions: Definitions) -> Schema:
    more = {"description": "Not as documented.", "deprecated": True}
    return any_of([given(kind.kind, definitions), {**more, **given(kind.more, definitions)}])


def quoted(kind: type[Kind], definitions: Definitions) -> Schema:
    """The text of a boolean or a number."""
    name, pattern = QUOTED[kind]
    told = {"description": "As text, a legacy form: write it without quotes.", "deprecated": True}
    return definitions.refer(name, {**told, **matching(pattern)})


QUOTED: dict[type[Kind], tuple[str, str]] = {
    Boolean: ("QuotedBoolean", f"^(?:{TRUE}|{FALSE})$"),
    Integer: ("QuotedInteger", r"^[+-]?[0-9]{1,299}$"),
    Number: ("QuotedNumber", r"^[+-]?[0-9]{1,299}(?:\.[0-9]{1,299})?(?:[eE][+-]?[0-9]{1,299})?$"),
}


def leaves(kind: Kind) -> tuple[Kind, ...]:
    """The branches of a union, or else the kind itself."""
    return kind.branches if isinstance(kind, OneOf) else (kind,)


@own.register(Json)
def _(kind: Json, parts: Parts, definitions: Definitions) -> Schema:
    names = [JSON_TYPES[shape] for shape in kind.json_types]
    if names:
        return any_of([{"type": name} for name in names])
    # With nothing but a description, some programs take it for an object.
    types = [{"type": name} for name in ("string", "number", "boolean", "null", "array", "object")]
    return definitions.refer("Json", {"description": "Any JSON.", "anyOf": types})


JSON_TYPES: dict[type, str] = {dict: "object", list: "array"}


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
    schema = {"type": "array", "items": any_of(items), "minItems": len(items)}
    if len(items) > 1:
        schema["prefixItems"] = items
    return {**schema, "maxItems": len(items)}


@own.register(MapOf)
def _(kind: MapOf, parts: Parts, definitions: Definitions) -> Schema:
    inner = parts[EACH]
    schema: Schema = {"type": "object"}
    if kind.required:
        properties = dict.fromkeys(kind.required, inner)
        needs: Schema = {"properties": properties, "required": list(kind.required)}
        if kind.several_without:
            # Nothing outside: types can't have both a name that may be missing and any other name.
            needs = {"if": {"maxProperties": 1}, "then": needs}
        schema.update(needs)
    if kind.exactly is not None:
        schema["minProperties"] = schema["maxProperties"] = kind.exactly
    if (names := given(kind.key, definitions)) != {"type": "string"}:
        schema["propertyNames"] = names
    return {**schema, "additionalProperties": inner}


@own.register(Object)
def _(kind: Object, parts: Parts, definitions: Definitions) -> Schema:
    schema = definitions.define(object_schema(kind, parts), type_name(kind.title))
    if not kind.bare:
        return schema
    bare: Schema = {"description": f"The bare {kind.bare}."}
    if kind.bare_severity == WARNING:
        bare = {"description": f"The bare {kind.bare}, a legacy form.", "deprecated": True}
    return any_of([schema, {**bare, **parts[kind.bare]}])


def object_schema(kind: Object, parts: Parts) -> Schema:
    """The schema of an object by itself, whatever else may stand for it."""
    properties: dict[str, Schema] = {}
    for field in kind.fields:
        properties[field.name] = member(field, parts[field.name])
        for alias in field.aliases:
            instead = {"description": f"Write {field.name}.", "deprecated": True}
            properties[alias] = {**instead, **parts[field.name]}
    schema: Schema = {"type": "object", "properties": properties}
    required = [each.name for each in kind.fields if each.required and not each.aliases]
    if required:
        schema["required"] = required
    if not kind.open and kind.unknown == ERROR:
        schema["additionalProperties"] = False
    return {**schema, **all_true(clauses_on(kind))}


def clauses_on(kind: Object) -> Iterator[Schema]:
    """What else must be true of an object."""
    for field in kind.fields:
        if field.required and field.aliases:
            yield from at_least_one((field.name, *field.aliases))
    if kind.open or kind.unknown != ERROR:
        others = dict.fromkeys(kind.elsewhere, False)
        if others:
            yield {"properties": others}
    yield from clauses_of(kind.rules)


def together(rules: tuple[Rule, ...]) -> Schema:
    """What rules say of the members of an object."""
    return all_true(clauses_of(rules))


def all_true(clauses: Iterable[Schema]) -> Schema:
    """What an object's schema has besides.

    It lies behind `then`, because programs that make types would make types of `allOf`.
    """
    found = list(clauses)
    if len(found) == 1 and "if" in found[0]:
        return found[0]
    return {"if": True, "then": {"allOf": found}} if found else {}


@own.register(OneOf)
def _(kind: OneOf, parts: Parts, definitions: Definitions) -> Schema:
    """Objects come first: of branches that fit equally badly, editors report the first."""
    flat = flattened(parts.values())
    objects = [each for each in flat if definitions.is_object(each)]
    others = [each for each in flat if each not in objects]
    if len(objects) > 1:  # they are one type by themselves
        tell_apart(kind, list(parts.values()), definitions)
        nouns = {definitions.unnamed[key_of(each)].noun for each in objects}
        noun = nouns.pop() if len(nouns) == 1 else ""
        objects = [definitions.define({"anyOf": objects}, noun)]
    return any_of([*objects, *others])


def any_of(schemas: Iterable[Schema]) -> Schema:
    """One of these schemas, which are no unions themselves then."""
    flat = flattened(schemas)
    if all(list(each) in (["enum"], ["const"]) for each in flat):
        values = [each.get("enum", [each.get("const")]) for each in flat]
        return {"enum": [value for some in values for value in some]}
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def flattened(schemas: Iterable[Schema]) -> list[Schema]:
    """The same without unions of unions, and with what is deprecated at the end."""
    found: list[Schema] = []
    for schema in schemas:
        for each in schema["anyOf"] if list(schema) == ["anyOf"] else [schema]:
            if each not in found:
                found.append(each)
    return sorted(found, key=lambda each: each.get("deprecated", False))


def tell_apart(kind: OneOf, branches: list[Schema], definitions: Definitions) -> None:
    """Say of each object which member the others have not."""
    by_key = {
        key_of(flattened([schema])[0]): branch
        for branch, schema in zip(kind.branches, branches, strict=True)
        if isinstance(branch, Object)
    }
    for key, branch in by_key.items():
        others = [other for other in by_key.values() if other is not branch]
        elsewhere = {field.name for other in others for field in other.fields}
        needed = {field.name for other in others for field in other.fields if field.required}
        own_needs = (field.name for field in branch.fields if field.required)
        own = (field.name for field in branch.fields if field.name not in elsewhere)
        apart = (*(name for name in own_needs if name not in needed), *own)
        if apart and key in definitions.unnamed:
            definitions.unnamed[key].branch = apart[0]


@own.register(Named)
def _(kind: Named, parts: Parts, definitions: Definitions) -> Schema:
    name = type_name(kind.name)
    if name not in definitions:
        definitions[name] = {}  # it may contain itself
        definitions.fill(name, given(kind.kind(), definitions))
    return reference(name)


@own.register(UnchangedDocument)
def _(kind: UnchangedDocument, parts: Parts, definitions: Definitions) -> Schema:
    described = {"description": "The JSON of a SWML document, as text."}
    text = {**described, "type": "string", "pattern": r"^\s*\{"}
    return any_of([own.dispatch(Named)(kind, parts, definitions), text])


@own.register(ActionName)
def _(kind: ActionName, parts: Parts, definitions: Definitions) -> Schema:
    return {"enum": [name for method in ACTIONS for name in names_of(method)]}


def member(field: Field, schema: Schema) -> Schema:
    """The schema of an object's member."""
    schema = described(field, schema) if field.help else dict(schema)
    if field.default is not None:
        schema["default"] = field.default
    if field.deprecated:
        schema["deprecated"] = True
    return schema


def described(field: Field, schema: Schema) -> Schema:
    """The schema with the field's help, and what each spelling means."""
    lines = [field.help, *(f"- {spelling}: {text}" for spelling, text in field.meanings.items())]
    if field.deprecated:
        lines.append(f"Deprecated: use {field.deprecated}.")
    return {"description": "\n".join(lines), **schema}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    described = {name: schema[name] for name in ("description",) if name in schema}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema and "not" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    rest = {name: value for name, value in schema.items() if name not in described}
    alternatives = rest["anyOf"] if list(rest) == ["anyOf"] else [rest]
    return {**described, "anyOf": [*alternatives, {"type": "null"}]}
