"""Schemas are made in one dialect, 2020-12; here they become schemas of an older one."""

from swaigctl.schema.definitions import POINTER, Schema, rewritten

DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def in_draft_7(schema: Schema) -> Schema:
    """The same schema in draft 7, by another name, so that a program can know both."""
    older = rewritten(schema, older_words)
    return {**older, "$schema": DRAFT_7, "$id": f"{schema['$id']}:draft-7"}


def older_words(schema: Schema) -> Schema:
    """The schema itself, not what is inside it, in the words of draft 7."""
    older: Schema = {}
    for word, value in schema.items():
        if word == "$defs":
            older["definitions"] = value
        elif word == "$ref":
            older[word] = value.replace(POINTER, "#/definitions/")
        elif word == "prefixItems":
            older["items"] = value
        elif word == "items" and "prefixItems" in schema:
            older["additionalItems"] = value
        else:
            older[word] = value
    return older
