"""What is only a part of a document, and documents of other kinds that are taken for one."""

from swaigctl.check.kinds import Reading
from swaigctl.findings import Finding, literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.verbs import Flavour
    from swaigctl.model.kinds import Kind


def misplaced(what: str, where: str, whole: object) -> Finding:
    """The finding for a part of a document in place of the whole."""
    sentence = "{what} by itself is no document: it belongs in {where}."
    details = {"what": what, "where": where}
    return Finding("misplaced", sentence, suggestion=whole, details=details)


def list_of_one(name: str, kind: "Kind") -> Reading:
    """How to read a list of whole documents: as the first of them, if it is the only one."""
    from swaigctl.model.shapes import ListOf

    finding = Finding(
        "type",
        "the document must be an object, not a list: take the list around it away; several "
        "documents are lines of JSON Lines, or documents of a YAML stream.",
        allowed="an object",
    )
    return Reading(name, ListOf(kind), finding)


def list_of_actions(name: str, value: "list[object]") -> Reading:
    from swaigctl.catalog.response_kinds import ACTION
    from swaigctl.model.shapes import ListOf

    finding = misplaced("a list of actions", "'action' of a response", {"action": value})
    return Reading(name, ListOf(ACTION), finding)


def part_of_swml(name: str, verbs: "Flavour", value: object) -> "Reading | None":
    """How to read steps or sections without their document; None if it may be the whole."""
    from swaigctl.check.kinds import are_sections
    from swaigctl.model.shapes import MapOf
    from swaigctl.model.steps import Document, Section, Step

    if isinstance(value, list):
        whole: object = {"sections": {"main": value}}
        finding = misplaced("a list of steps", "'main' of 'sections'", whole)
        return Reading(name, Section(verbs), finding)
    assert isinstance(value, dict)
    if isinstance(value.get("main"), (list, dict)) or are_sections(value):
        finding = misplaced("an object of sections", "'sections'", {"sections": value})
        kind = Document(verbs).by_name["sections"].kind
        if "main" not in value and len(value) == 1:  # so that is what runs
            (steps,) = value.values()
            whole = {"sections": {"main": steps}}
            finding = misplaced("a section", "'sections', as 'main'", whole)
            kind = MapOf(Section(verbs))
        return Reading(name, kind, finding)
    names = verbs.names()
    known = [each for each in value if each in names and each not in verbs.entries]
    if known:
        whole = {"sections": {"main": [value]}}
        finding = misplaced("a step", "a list that is 'main' of 'sections'", whole)
        return Reading(name, Step(verbs), finding)
    return None


def part_of_agent(value: "dict[str, object]") -> "Reading | None":
    """How to read what an agent consists of: what `ai` has, or the definition of a function."""
    if isinstance(value.get("function"), str) and any(each in value for each in OF_FUNCTIONS):
        from swaigctl.catalog.verbs.ai_functions import FUNCTION_OF_AI

        where = "'functions', in 'SWAIG' of ai"
        whole: object = {"SWAIG": {"functions": [value]}}
        return Reading("", FUNCTION_OF_AI, misplaced("a function's definition", where, whole))
    prompt = value.get("prompt")
    is_told = isinstance(prompt, dict) and ("text" in prompt or "pom" in prompt)
    if is_told or any(each in value for each in OF_AGENTS):
        from swaigctl.catalog.verbs import CALLING

        whole = {"sections": {"main": [{"ai": value}]}}
        finding = misplaced("an agent", "a step, as its 'ai'", whole)
        return Reading("", CALLING.value_of("ai"), finding)
    return None


OF_FUNCTIONS = ("description", "purpose", "parameters", "data_map", "web_hook_url")
OF_AGENTS = ("SWAIG", "post_prompt", "post_prompt_url", "languages", "pronounce")


def foreign(value: "dict[str, object]") -> str:
    """What a document is that is no SWML and no response; empty if nobody knows."""
    answer = value.get("Response")
    if isinstance(answer, dict) and any(str(name)[:1].isupper() for name in answer):
        return "TwiML as JSON, and no SWML, which has verbs in 'sections'"
    if value.get("type") == "function" and isinstance(value.get("function"), dict):
        return (
            "the definition of a tool for another API: write {'function': name, 'description': …, "
            "'parameters': …} in 'functions', in 'SWAIG' of ai"
        )
    argument = value.get("argument")
    has_argument = isinstance(argument, dict) and any(each in argument for each in OF_ARGUMENTS)
    if "function" in value and (has_argument or any(each in value for each in OF_REQUESTS)):
        return (
            "a request, which the platform posts to a function's webhook, and not the response, "
            "which has 'response' or 'action'"
        )
    if "post_prompt_data" in value or "conversation_summary" in value:
        return "a report, which the platform posts when a conversation is over"
    call = value.get("call")
    if isinstance(call, dict) and "call_id" in call:
        return "a request, which the platform posts to fetch SWML, and not the SWML"
    if "json-schema.org" in str(value.get("$schema", ""))[:200] or "$defs" in value:
        return "a JSON Schema, and not a document"
    if value.get("type") == "object" and isinstance(value.get("properties"), dict):
        return "a JSON Schema: it belongs in 'parameters' of a function"
    if "openapi" in value or "swagger" in value:
        return "an OpenAPI description, and not a document"
    if "name" in value and any(each in value for each in OF_PACKAGES):
        return "the description of a package, and not a document"
    return asked_of_us(value)


def asked_of_us(value: "dict[str, object]") -> str:
    """What a document is that another command of this program reads; empty if it is none."""
    if not any(name in value for name in ASKING):
        return ""
    from swaigctl.catalog.program import plans, requests

    if isinstance(value.get(plans.FIXTURES.name), list):
        return "a plan of fixtures, and not a document: 'swaigctl fixtures check' reads it"
    action = value.get(requests.ACTION.name)
    actions = value.get(requests.ACTIONS.name)
    of_actions = {each.name for each in requests.ACTION_MEMBERS}
    is_request = (
        (isinstance(action, str) and len(value) > 1 and of_actions.issuperset(value))
        or (action is None and isinstance(actions, list) and any(map(is_link, actions)))
        or (
            isinstance(value.get(requests.SWML.name), list)
            and {each.name for each in requests.DOCUMENT_MEMBERS}.issuperset(value)
        )
    )
    return "a request of a batch, and not its answer: 'swaigctl batch' reads it" * is_request


def is_link(value: object) -> bool:
    """Whether it is an action as a request has it, and not as a response carries it."""
    from swaigctl.catalog import action_called
    from swaigctl.catalog.program import requests
    from swaigctl.catalog.response_kinds import ACTION

    if not isinstance(value, dict):
        return False
    if isinstance(value.get(requests.ACTION.name), str) or requests.SWML.name in value:
        return True
    if len(value) != 1:
        return False
    ((name, params),) = value.items()
    action = action_called(name) if isinstance(name, str) else None
    if action is None or not isinstance(params, dict):
        return False
    names = {each for parameter in action.parameters for each in parameter.names}
    if not names.issuperset(params):
        return False
    return name not in ACTION.names or ACTION.kind_of(name).chosen(params).is_wrong(params)


def markup(text: str) -> str:
    """What a text is that is HTML or XML; empty if it is neither."""
    begin = text.lstrip()[:1_000].lower()
    if begin[:1] != "<" or ">" not in begin:
        return ""
    if begin.startswith(("<!doctype html", "<html")):
        return "HTML, and neither JSON nor YAML: perhaps a server answered with a page"
    if "<response" in begin:
        return "XML, as TwiML is: SWML is JSON or YAML, and has verbs in 'sections'"
    return "XML, and neither JSON nor YAML"


ASKING = ("action", "actions", "swml", "fixtures")
"""Names one of which a request or a plan has: looked at first, so that nothing is imported."""

OF_ARGUMENTS = ("parsed", "raw", "substituted")
OF_REQUESTS = ("call_id", "ai_session_id", "caller_id_num", "content_type")
OF_PACKAGES = ("dependencies", "devDependencies", "scripts", "workspaces", "peerDependencies")


def unrecognised(value: object) -> Finding:
    """The finding for a value that no document could be."""
    from swaigctl.findings.messages import described, shown

    what = (asked_of_us(value) or foreign(value)) if isinstance(value, dict) else ""
    what = markup(value) if isinstance(value, str) else what
    if what:
        return Finding("unknown-document", literal(f"this is {what}."), value=value)
    names = ", ".join(shown(name) for name in list(value)[:3]) if isinstance(value, dict) else ""
    begins = f"it has {names}" if names else f"it is {described(value)}"
    sentence = (
        "this is neither SWML, which has 'sections', nor a response, which has 'response' or "
        f"'action', nor an action: {begins}."
    )
    return Finding("unknown-document", literal(sentence), value=value)
