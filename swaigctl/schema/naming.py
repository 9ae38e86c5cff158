"""What definitions are called: short names, of which programs make the names of types.

A definition without a name of its own is called what it is, behind the verb that it is a part of:
`ConnectDestination`. What several verbs have in common is called without a verb: `Condition`.
"""

from collections import deque
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from swaigctl.schema.definitions import (
    POINTER,
    Definitions,
    Schema,
    reference,
    rewritten,
    subschemas,
)

ARTICLES = ("a", "an", "the")


def type_name(phrase: str) -> str:
    """`AiFunction` of `ai_function`, `McpServer` of `an MCP server`."""
    text = phrase.replace("'s ", " ")
    words = "".join(each if each.isalnum() else " " for each in text).split()
    words = words[1:] if words[:1] and words[0] in ARTICLES else words
    return "".join(
        word.capitalize() if word.isupper() else word[0].upper() + word[1:] for word in words
    )


class Use(NamedTuple):
    """Where a definition is used first."""

    parent: str
    """The definition that refers to it; empty if the whole schema does."""
    member: str
    """The member whose value it is."""
    listed: bool
    """Whether it is one of several in that value."""


def named(schema: Schema, definitions: Definitions) -> Schema:
    """The schema and all that it refers to, by the final names, in their order."""
    uses = uses_in(schema, definitions)
    names = Naming(uses, definitions).names

    def renamed(schema: Schema) -> Schema:
        if "$ref" not in schema:
            return schema
        key = schema["$ref"].removeprefix(POINTER)
        refers = reference(names[definitions.merged.get(key, key)])
        rest = {name: value for name, value in schema.items() if name != "$ref"}
        if not rest:
            return refers
        # Beside a reference, draft 7 and some programs see nothing. Beside `allOf`, others take
        # a default's type for one more that must fit.
        return {**rest, "anyOf" if "default" in rest else "allOf": [refers]}

    found = {names[key]: rewritten(definitions[key], renamed) for key in uses}
    defined = {
        name: {"title": name, **each} if name.isalnum() else each for name, each in found.items()
    }
    schema = rewritten(schema, renamed)
    return {**schema, "$defs": dict(sorted(defined.items()))} if defined else schema


def uses_in(schema: Schema, definitions: Definitions) -> dict[str, Use]:
    """The definitions that a schema needs, each with its first use, outer ones first."""
    found: dict[str, Use] = {}
    waiting = deque([("", schema)])
    while waiting:
        parent, outer = waiting.popleft()
        for key, use in references(outer, parent):
            if key in definitions.merged:
                key = definitions.merged[key]
            if key not in found:
                if not use.member and use.parent:  # a branch of a union
                    use = Use(use.parent, found[use.parent].member, found[use.parent].listed)
                found[key] = use
                waiting.append((key, definitions[key]))
    return found


def references(
    schema: Schema, parent: str, member: str = "", listed: bool = False
) -> Iterator[tuple[str, Use]]:
    """What a schema refers to, and where."""
    if "$ref" in schema:
        yield schema["$ref"].removeprefix(POINTER), Use(parent, member, listed)
    for keyword, name, inner in subschemas(schema):
        several = keyword in ("items", "prefixItems", "additionalProperties")
        yield from references(inner, parent, name or member, several or (listed and not name))


class Naming:
    """Names for definitions that have none, in the order of their first use."""

    def __init__(self, uses: dict[str, Use], definitions: Definitions) -> None:
        self.uses = uses
        self.definitions = definitions
        self.verbs = [key for key in uses if self.is_verb(key)]
        self.users = self.verbs_that_use()
        self.names = {key: key for key in uses if key not in definitions.unnamed}
        taken = set(self.names.values())
        rest = [key for key in uses if key in definitions.unnamed and key not in self.verbs]
        for key in (*self.verbs, *rest):
            self.names[key] = next(name for name in self.candidates(key) if name not in taken)
            taken.add(self.names[key])

    def is_verb(self, key: str) -> bool:
        """Whether it is what stands behind a verb in a step."""
        use = self.uses[key]
        return use.parent in self.definitions.steps.values() and self.noun(key) == type_name(
            use.member
        )

    def verbs_that_use(self) -> dict[str, set[str]]:
        """For each definition the verbs that it is a part of; `""` where it is one outside too."""
        found: dict[str, set[str]] = {key: set() for key in self.uses}
        outside = [key for key, use in self.uses.items() if key not in self.verbs]
        for verb in ("", *self.verbs):
            waiting = [verb] if verb else [key for key in outside if not self.uses[key].parent]
            while waiting:
                key = waiting.pop()
                found[key].add(verb)
                for inner, _ in references(self.definitions[key], key):
                    inner = self.definitions.merged.get(inner, inner)
                    if self.is_part(inner) and verb not in found[inner]:
                        waiting.append(inner)
        return found

    def is_part(self, key: str) -> bool:
        """Whether it is called by what it is a part of: no verb is, nor what has a name."""
        if key in self.verbs or key in self.definitions.steps.values():
            return False
        return key in self.definitions.unnamed or "anyOf" in self.definitions[key]

    def noun(self, key: str) -> str:
        """What it is."""
        unnamed, use = self.definitions.unnamed.get(key), self.uses[key]
        if unnamed is None:
            return key
        noun = unnamed.noun or type_name(use.member)
        if use.listed and noun.endswith("s") and not noun.endswith("ss"):
            noun = noun[:-1]
        return noun if unnamed.noun else noun + unnamed.ending

    def candidates(self, key: str) -> Iterator[str]:
        """What it may be called, the best name first."""
        unnamed, use = self.definitions.unnamed[key], self.uses[key]
        noun = self.noun(key)
        branch = type_name(unnamed.branch)
        name = noun
        verb = "".join(self.users[key]) if len(self.users[key]) == 1 else ""
        if verb and key != verb:
            name = behind(self.names[verb], noun)
        yield name + branch
        if unnamed.family:
            yield unnamed.family + name + branch
        if use.parent and not self.names.get(use.parent, "").endswith(noun):
            yield self.names.get(use.parent, "") + noun + branch
        if not branch:
            yield from (
                name + type_name(each) for each in self.definitions[key].get("properties", ())
            )
        yield from (f"{name}{branch}{number}" for number in count(2))


def behind(verb: str, noun: str) -> str:
    """`AiPrompt`, but not `AiAiPrompt`."""
    return noun if noun.startswith(verb) else verb + noun
