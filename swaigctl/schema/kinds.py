"""What each kind of parameter is in JSON Schema: as it is given, and as it lies on the wire.

The kinds don't carry this themselves, because the quick path imports them: here it costs nothing
until a schema is asked for. A new kind that has no schema of its own gets that of the nearest
class it comes from.

Patterns are written so that every dialect of regular expressions reads them alike: no looking
around, no classes beyond ASCII but `\\s` and `\\S`.
"""

import re
from functools import singledispatch
from typing import Any

from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.fixture_plan import FileName, FolderName, OneOrMore
from swaigctl.catalog.index import FAMILY_OF
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Json, Kind, Number, Text, Words
from swaigctl.catalog.request_members import ActionName
from swaigctl.catalog.special_kinds import (
    BooleanOr,
    BooleanText,
    Either,
    Formatted,
    IntegerText,
    ListOf,
    Object,
    TextOrBoolean,
    TextOrTexts,
    Texts,
    TextWithBoolean,
    Word,
)

Schema = dict[str, Any]
Definitions = dict[str, Schema]
"""What `$defs` gets: schemas that others refer to, by name."""

VARIABLE = r"[$%]\{[\s\S]*\}"


def referred(name: str, schema: Schema, definitions: Definitions) -> Schema:
    """A reference to the schema of this name."""
    assert definitions.setdefault(name, schema) == schema, f"two schemas are called {name}"
    return {"$ref": f"#/$defs/{name}"}


def matching(pattern: str) -> Schema:
    """Text that the pattern matches; in Python, `$` alone would let a line end follow."""
    schema = {"type": "string", "pattern": pattern}
    return {**schema, "not": {"pattern": r"\n$"}} if pattern.endswith("$") else schema


def variable(definitions: Definitions) -> Schema:
    described = {"description": "A SWML variable.", **matching(f"^{VARIABLE}$")}
    return referred("variable", described, definitions)


def escaped(spelling: str) -> str:
    return re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", spelling)


@singledispatch
def given(kind: Kind, definitions: Definitions) -> Schema:
    """The schema of a value as `--params` takes it."""
    raise NotImplementedError(f"{__name__} has no schema for {type(kind).__name__}")


@given.register(Text)
def _(kind: Text, definitions: Definitions) -> Schema:
    return (
        {"type": "string", "minLength": 1} if kind.blank else {"type": "string", "pattern": r"\S"}
    )


@given.register(Boolean)
def _(kind: Boolean, definitions: Definitions) -> Schema:
    return {"type": "boolean"}


@given.register(Choice)
def _(kind: Choice, definitions: Definitions) -> Schema:
    return {"enum": list(kind.spellings)}


@given.register(Words)
def _(kind: Words, definitions: Definitions) -> Schema:
    return matching(rf"^ *(?:(?:{'|'.join(map(escaped, kind.spellings))})(?: +|$))+$")


@given.register(Integer)
def _(kind: Integer, definitions: Definitions) -> Schema:
    return {"type": "integer", **limits(kind)}


@given.register(Number)
def _(kind: Number, definitions: Definitions) -> Schema:
    return {"type": "number", **limits(kind)}


def limits(kind: Integer | Number) -> Schema:
    both = {"minimum": kind.minimum, "maximum": kind.maximum}
    return {name: limit for name, limit in both.items() if limit is not None}


@given.register(Json)
def _(kind: Json, definitions: Definitions) -> Schema:
    spellings: dict[type, str] = {dict: "object", list: "array"}
    names = [spellings[shape] for shape in kind.shapes]
    return {"type": names[0] if len(names) == 1 else names} if names else {}


@given.register(Formatted)
def _(kind: Formatted, definitions: Definitions) -> Schema:
    described = {
        "description": f"{kind.allowed[0].upper()}{kind.allowed[1:]}; or a SWML variable.",
        "anyOf": [matching(kind.pattern), variable(definitions)],
    }
    return referred(kind.name, described, definitions)


@given.register(IntegerText)
def _(kind: IntegerText, definitions: Definitions) -> Schema:
    assert not limits(kind), "a pattern can't hold text within limits"
    text = {"type": "string", "pattern": rf"^\s*(?:-?[0-9]+|{VARIABLE})\s*$"}
    return referred("integer-or-text", {"anyOf": [{"type": "integer"}, text]}, definitions)


@given.register(BooleanText)
def _(kind: BooleanText, definitions: Definitions) -> Schema:
    true, false = "[Tt][Rr][Uu][Ee]", "[Ff][Aa][Ll][Ss][Ee]"
    text = {"type": "string", "pattern": rf"^\s*(?:{true}|{false}|{VARIABLE})\s*$"}
    return referred("boolean-or-text", {"anyOf": [{"type": "boolean"}, text]}, definitions)


@given.register(TextOrBoolean)
def _(kind: TextOrBoolean, definitions: Definitions) -> Schema:
    return {"type": ["string", "boolean"], "minLength": 1}


@given.register(BooleanOr)
def _(kind: BooleanOr, definitions: Definitions) -> Schema:
    return {"enum": [True, False, *kind.words]}


@given.register(Texts)
def _(kind: Texts, definitions: Definitions) -> Schema:
    return {"type": "array", "items": given(kind.item, definitions)}


@given.register(TextOrTexts)
def _(kind: TextOrTexts, definitions: Definitions) -> Schema:
    item = given(kind.item, definitions)
    return {"anyOf": [item, {"type": "array", "items": item}]}


@given.register(ListOf)
def _(kind: ListOf, definitions: Definitions) -> Schema:
    return {"type": "array", "items": given(kind.item, definitions)}


@given.register(Object)
def _(kind: Object, definitions: Definitions) -> Schema:
    schema: Schema = {"type": "object"}
    schema["properties"] = {
        field.name: described(field, given(field.kind, definitions)) for field in kind.fields
    }
    required = [field.name for field in kind.fields if field.required]
    return {
        **schema,
        **({"required": required} if required else {}),
        **({} if kind.open else {"additionalProperties": False}),
    }


@given.register(Either)
def _(kind: Either, definitions: Definitions) -> Schema:
    return {"anyOf": [given(each, definitions) for each in (kind.otherwise, kind.kind)]}


@given.register(OneOrMore)
def _(kind: OneOrMore, definitions: Definitions) -> Schema:
    item = given(kind.item, definitions)
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1, "uniqueItems": True}]}


@given.register(ActionName)
def _(kind: ActionName, definitions: Definitions) -> Schema:
    names = (spelling for name in FAMILY_OF for spelling in (name.replace("_", "-"), name))
    return {"enum": list(dict.fromkeys(names))}


@given.register(FileName)
def _(kind: FileName, definitions: Definitions) -> Schema:
    return matching(kind.pattern)


@given.register(FolderName)
def _(kind: FolderName, definitions: Definitions) -> Schema:
    return {"type": "string", "pattern": kind.pattern}  # which a line end may end, too


@singledispatch
def wired(kind: Kind, definitions: Definitions) -> Schema:
    """The schema of a value as it lies on the wire: like `given`, but for what is sent as text."""
    return given(kind, definitions)


@wired.register(IntegerText)
def _(kind: IntegerText, definitions: Definitions) -> Schema:
    text = {"anyOf": [matching("^-?[0-9]+$"), variable(definitions)]}
    return referred("integer-as-text", text, definitions)


@wired.register(BooleanText)
def _(kind: BooleanText, definitions: Definitions) -> Schema:
    text = {"anyOf": [{"enum": ["true", "false"]}, variable(definitions)]}
    return referred("boolean-as-text", text, definitions)


@wired.register(TextWithBoolean)
def _(kind: TextWithBoolean, definitions: Definitions) -> Schema:
    return {"type": "string", "minLength": 1}


@wired.register(Word)
def _(kind: Word, definitions: Definitions) -> Schema:
    return {"const": kind.word}


def described(parameter: Parameter, schema: Schema) -> Schema:
    """The schema with the parameter's help, and what each spelling means."""
    meanings = (f"- {spelling}: {meaning}" for spelling, meaning in parameter.meanings.items())
    return {"description": "\n".join([parameter.help, *meanings]), **schema}


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
