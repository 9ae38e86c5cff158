"""What documents and responses are made of: steps with their verbs, and actions by their names.

Their members come from the catalog; a verb's schema is made when a step needs it.
"""

from swaigctl.catalog.documents_inside import Inside
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
from swaigctl.model.steps import Code, Document, Section, Step, Steps
from swaigctl.schema.definitions import Definitions, Schema, reference
from swaigctl.schema.kinds import Parts, all_true, any_of, given, object_schema, own
from swaigctl.schema.needs import at_least_one, there
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
    return definitions.define(document_of(kind, parts, definitions), "Document")


@own.register(Inside)
def _(kind: Inside, parts: Parts, definitions: Definitions) -> Schema:
    return definitions.define(document_of(kind, parts, definitions), "ActionDocument")


def document_of(kind: Document, parts: Parts, definitions: Definitions) -> Schema:
    """A document, which may have something else in place of sections."""
    schema = object_schema(kind, parts)
    ways = ("sections", *kind.names_instead())
    if not kind.instead:
        return schema
    for field in kind.instead:
        told = {"description": "In place of sections: write a step of main.", "deprecated": True}
        # A verb's value is no type of its own beside those that the verb is made of.
        value = field.kind.kind() if isinstance(field.kind, Named) else field.kind
        schema["properties"][field.name] = {**told, **given(value, definitions)}
    schema["required"].remove("sections")
    needed: Schema = {"allOf": list(at_least_one(ways))}
    if kind.verbs.when_empty:
        needed = {"if": {"minProperties": 1}, "then": needed}
    only_one = (
        {"if": there(way), "then": {"properties": {each: False for each in ways if each != way}}}
        for way in ways
    )
    return {**schema, **all_true([needed, *only_one])}


@own.register(Steps)
def _(kind: Steps, parts: Parts, definitions: Definitions) -> Schema:
    step = kind.item
    section: Schema = {"type": "array", "items": parts[EACH]}
    if step.verbs.may_be_one_step:
        one = {"description": "One step, a legacy form.", "deprecated": True}
        section = {"anyOf": [section, {**one, **any_of([parts[EACH]])}]}
    if step.only:
        return section
    return definitions.define(section, "Section", family=family_of(step))


@own.register(Section)
def _(kind: Section, parts: Parts, definitions: Definitions) -> Schema:
    section = own.dispatch(Steps)(kind, parts, definitions)
    verbs = kind.item.verbs
    if not verbs.may_be_one_step:
        return section
    return any_of([section, given(Code(verbs), definitions)])


@own.register(Code)
def _(kind: Code, parts: Parts, definitions: Definitions) -> Schema:
    told = {"description": "A section as an object, a legacy form.", "deprecated": True}
    return {**told, **definitions.define(object_schema(kind, parts), "SectionCode")}


@own.register(Step)
def _(kind: Step, parts: Parts, definitions: Definitions) -> Schema:
    """An object whose one name says which schema its value has, or just a verb's name."""
    flavour = kind.verbs
    assert isinstance(flavour, Flavour)
    names = [name for name in kind.only or flavour.names() if name in flavour.names()]
    known = (flavour.name, kind.only)
    if known not in definitions.steps:
        key = definitions.reserve(ending="Step", family=family_of(kind))
        if not kind.only:
            definitions.unnamed[key].noun = "Step"
        definitions.steps[known] = key  # a step may contain steps
        definitions[key] = {
            "type": "object",
            "properties": {name: of_verb(flavour.named(name), definitions) for name in names},
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        }
    step = reference(definitions.steps[known])
    words = [name for name in names if flavour.may_be_word(name)]
    if not words:
        return step
    told = "Just a verb's name, a legacy form."
    word = {"description": told, "deprecated": True, "enum": words}
    return any_of([step, definitions.define(word, "ConfirmWord" if kind.only else "StepWord")])


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
