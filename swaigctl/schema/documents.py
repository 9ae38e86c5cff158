"""What documents and responses are made of: steps with their verbs, and actions by their names.

Their members come from the catalog; a verb's schema is made when a step needs it.
"""

from swaigctl.catalog.response_kinds import (
    ACTION,
    BESIDE,
    RESPONSE,
    SWML,
    TRANSFER,
    ActionObject,
)
from swaigctl.catalog.verbs import MESSAGING, USES, Flavour
from swaigctl.model.entries import Verb
from swaigctl.model.kinds import Kind
from swaigctl.model.shapes import EACH, Named
from swaigctl.model.steps import Document, Step, Steps
from swaigctl.schema.definitions import Definitions, Schema, reference
from swaigctl.schema.kinds import Parts, any_of, given, object_schema, own
from swaigctl.schema.needs import there
from swaigctl.schema.whole import document

UNKNOWN_TOO = (
    "Names that the platform refuses are not allowed; those that it ignores, or may know, are, and "
    "so is all that only draws a warning."
)


def document_schema(flavour: Flavour) -> Schema:
    """The schema of a SWML document, for calls or for messages."""
    title = "SwmlMessagingDocument" if flavour is MESSAGING else "SwmlDocument"
    about = f"A SWML document for {USES[flavour.name]}. {UNKNOWN_TOO}"
    return of_kind(f"document:{flavour.name}", title, about, Document(flavour))


def any_action_schema() -> Schema:
    """The schema of an object with any actions."""
    return of_kind("action", "SwaigAction", f"An object with SWAIG actions. {UNKNOWN_TOO}", ACTION)


def any_response_schema() -> Schema:
    """The schema of a response with any actions."""
    # By the name that it has where a function's `data_map` answers with it.
    response = Named("response", lambda: RESPONSE)
    return of_kind("response", "SwaigResponse", f"A SWAIG response. {UNKNOWN_TOO}", response)


def of_kind(name: str, title: str, about: str, kind: Kind) -> Schema:
    definitions = Definitions()
    schema = given(kind, definitions)
    return document(name, title, about, {"allOf": [schema]}, definitions)


@own.register(Document)
def _(kind: Document, parts: Parts, definitions: Definitions) -> Schema:
    return definitions.define(object_schema(kind, parts), "Document")


@own.register(Steps)
def _(kind: Steps, parts: Parts, definitions: Definitions) -> Schema:
    section = {"type": "array", "items": parts[EACH]}
    step = kind.item
    if not isinstance(step, Step) or step.only:
        return section
    return definitions.define(section, "Section", family=family_of(step))


@own.register(Step)
def _(kind: Step, parts: Parts, definitions: Definitions) -> Schema:
    """An object whose one name says which schema its value has."""
    flavour = kind.verbs
    assert isinstance(flavour, Flavour)
    known = (flavour.name, kind.only)
    if known not in definitions.steps:
        key = definitions.reserve(ending="Step", family=family_of(kind))
        if not kind.only:
            definitions.unnamed[key].noun = "Step"
        definitions.steps[known] = key  # a step may contain steps
        names = kind.only or flavour.names()
        definitions[key] = {
            "type": "object",
            "properties": {
                name: of_verb(flavour.named(name), definitions)
                for name in names
                if name in flavour.names()
            },
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        }
    return reference(definitions.steps[known])


def family_of(step: Step) -> str:
    return "Messaging" if step.verbs is MESSAGING else ""


def of_verb(verb: Verb, definitions: Definitions) -> Schema:
    """The schema of what stands behind a verb, with what a person should know of it."""
    told = [verb.summary, verb.description, verb.value.help if verb.value else ""]
    if verb.sets:
        told.append(f"Sets {', '.join(verb.sets)}.")
    return {"description": " ".join(filter(None, told)), **given(verb.kind, definitions)}


@own.register(ActionObject)
def _(kind: ActionObject, parts: Parts, definitions: Definitions) -> Schema:
    """Beside a document, `transfer` is no action but says what follows the document."""
    schema = object_schema(kind, parts)
    beside = given(BESIDE.kind, definitions)
    alone: Schema | bool = True
    if TRANSFER in kind.names:
        alone = parts[TRANSFER]
        properties = schema["properties"]
        told = properties[TRANSFER]["description"]
        properties[TRANSFER] = {"description": told, **any_of([alone, beside])}
    branches = {
        "if": there(SWML),
        "then": {"properties": {TRANSFER: beside}},
        "else": {"properties": {TRANSFER: alone}},
    }
    return definitions.define({**schema, **branches}, "Action")
