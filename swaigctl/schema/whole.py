"""What every schema has around it: its dialect, its name, and what it refers to."""

from swaigctl.schema.definitions import Definitions, Schema, key_of
from swaigctl.schema.naming import named

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document(
    name: str, title: str, description: str, schema: Schema, definitions: Definitions
) -> Schema:
    """The schema with what stands around it; `title` is short, since programs call a type so."""
    if key_of(schema) in definitions.unnamed:
        schema = definitions[key_of(schema)]
    head = {"$schema": DIALECT, "$id": f"urn:swaigctl:{name}", "title": title}
    return named({**head, "description": description, **schema}, definitions)


def closed_object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}
