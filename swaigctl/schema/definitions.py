"""What `$defs` gets: schemas that others refer to, most of them without a name at first.

A schema is a dictionary, and which of its members are schemas again is said here once, for whoever
goes through one.
"""

from collections.abc import Callable, Iterator
from typing import Any

from swaigctl.formats.json import compact_json

Schema = dict[str, Any]

ONE = ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else")
SEVERAL = ("anyOf", "allOf", "prefixItems")
BY_NAME = ("properties", "patternProperties", "$defs")

POINTER = "#/$defs/"


def subschemas(schema: Schema) -> "Iterator[tuple[str, str, Schema]]":
    """The schemas in a schema, each with its keyword and, in an object's, the member's name."""
    for keyword, value in schema.items():
        if keyword in BY_NAME:
            inner = [(keyword, name, each) for name, each in value.items()]
        elif keyword in SEVERAL:
            inner = [(keyword, "", each) for each in value]
        else:
            inner = [(keyword, "", value)] if keyword in ONE else []
        yield from (found for found in inner if isinstance(found[2], dict))


def rewritten(schema: Schema, change: "Callable[[Schema], Schema]") -> Schema:
    """The schema with `change` made to it and to each schema in it, inside out."""

    def inside(value: Any) -> Any:  # a boolean is a schema too
        return rewritten(value, change) if isinstance(value, dict) else value

    copy = {}
    for keyword, value in schema.items():
        if keyword in BY_NAME:
            value = {name: inside(each) for name, each in value.items()}
        elif keyword in SEVERAL:
            value = [inside(each) for each in value]
        elif keyword in ONE:
            value = inside(value)
        copy[keyword] = value
    return change(copy)


def reference(key: str) -> Schema:
    return {"$ref": POINTER + key}


def key_of(schema: Schema) -> str:
    """Which definition the schema is, if it is just a reference."""
    return schema["$ref"].removeprefix(POINTER) if list(schema) == ["$ref"] else ""


class Unnamed:
    """What is known of a definition that gets its name at the end."""

    def __init__(self, noun: str, ending: str, family: str) -> None:
        self.noun = noun
        """What it is, such as `Destination`; if empty, it is called as its member is."""
        self.ending = ending
        """What follows the name of its member."""
        self.family = family
        """What goes before the name where another definition has it already."""
        self.branch = ""
        """The member that tells it apart from other branches of a union."""


class Definitions(dict[str, Schema]):
    """Schemas by their names, or by a number as long as they have none."""

    def __init__(self) -> None:
        super().__init__()
        self.unnamed: dict[str, Unnamed] = {}
        self.steps: dict[tuple[str, tuple[str, ...]], str] = {}
        """Those of steps, by their flavour and what may stand there: their members are verbs."""
        self.merged: dict[str, str] = {}
        """Those that are the same as another one."""
        self.known: dict[str, str] = {}

    def refer(self, name: str, schema: Schema) -> Schema:
        """A reference to the schema of this name."""
        assert self.setdefault(name, schema) == schema, f"two schemas are called {name}"
        return reference(name)

    def define(self, schema: Schema, noun: str = "", family: str = "") -> Schema:
        """A reference to the schema, which is defined once, however often it comes."""
        text = compact_json([noun, schema])
        if text not in self.known:
            self.known[text] = self.reserve(noun, family=family)
            self[self.known[text]] = schema
        return reference(self.known[text])

    def reserve(self, noun: str = "", *, ending: str = "", family: str = "") -> str:
        """The key of a definition that is filled later, because it may contain itself."""
        key = f"{len(self.unnamed) + 1}"
        self[key] = {}
        self.unnamed[key] = Unnamed(noun, ending, family)
        return key

    def fill(self, key: str, schema: Schema) -> None:
        """Say what was reserved; the name counts for a definition that is just this too."""
        other = key_of(schema)
        if other in self.unnamed:
            self.merged[other] = key
            schema = self[other]
        self[key] = schema

    def is_object(self, schema: Schema) -> bool:
        """Whether the schema is just a reference to that of an object."""
        key = key_of(schema)
        return key in self.unnamed and self[key].get("type") == "object"
