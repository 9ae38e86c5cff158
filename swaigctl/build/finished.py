"""What is given in place of a request, and is finished already: a response, an action, a document.

Imported only where a request is wrong.
"""

from swaigctl.catalog import SWML_KEY, action_called, method_called, plain_action_at
from swaigctl.catalog.program.requests import ACTION, ACTIONS, PARAMS, SWML
from swaigctl.catalog.verbs import CALLING, MESSAGING
from swaigctl.findings import Finding, literal
from swaigctl.model.places import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.entries import Action, Parameter

Values = dict[str, object]

OF_DOCUMENTS = ("sections", "version")
TRANSFER = "transfer"

WIRED_ACTION = "an action as a response carries it"
WIRED_RESPONSE = "a response as a webhook answers it"
"""What messages call what is finished."""


def finished(given: Values, asked: str, reader: str) -> "Finding | None":
    """What to say of an object that is finished already; None if it is no such.

    Args:
        given: what stands in place of a request.
        asked: what it should be: `a request`, `a fixture`.
        reader: the command that reads what is finished.
    """
    suggestion: object = None
    wired = given.get(ACTION.name)
    if isinstance(wired, dict) or (isinstance(wired, list) and all(map(is_object, wired))):
        what = WIRED_RESPONSE
        instead = (
            f"has '{ACTIONS.name}' in place of '{ACTION.name}', in which parameters have names"
        )
        suggestion = response_asked(given)
    elif is_document(given):
        what = "a SWML document"
        instead = f"has it in '{SWML.name}'"
    elif SWML_KEY in given and is_wired_action(given):
        what = WIRED_ACTION
        instead = f"has the document in '{SWML.name}', among its '{ACTIONS.name}'"
        suggestion = {ACTIONS.name: [link_asked(given)]}
    elif is_wired_action(given):
        what = WIRED_ACTION
        instead = f"has its name in '{ACTION.name}', and its parameters in '{PARAMS.name}'"
        suggestion = action_asked(given)
    elif is_step(given):
        what = "a step of a SWML document"
        instead = f"has steps in '{SWML.name}'"
        suggestion = {SWML.name: [given]}
    else:
        return None
    sentence = f"this is {what}, and not {asked}: {asked} {instead}. {reader}"
    return Finding("type", literal(sentence), suggestion=suggestion)


def is_object(value: object) -> bool:
    return isinstance(value, dict)


def is_document(given: Values) -> bool:
    return any(name in given for name in OF_DOCUMENTS)


def is_wired_action(given: Values) -> bool:
    """Whether all names are actions', on the wire or elsewhere."""
    names = [name for name in given if not (name == TRANSFER and SWML_KEY in given)]
    return bool(names) and all(method_called(name) is not None for name in names)


def is_step(given: Values) -> bool:
    if len(given) != 1:
        return False
    (name,) = given
    return name in CALLING.names() or name in MESSAGING.names()


def response_asked(given: Values) -> "Values | None":
    """The request for a finished response, if it can be told."""
    wired = given[ACTION.name]
    links = [
        link_asked(each) if isinstance(each, dict) else None
        for each in (wired if isinstance(wired, list) else [wired])
    ]
    if None in links or not links:
        return None
    return {**{name: each for name, each in given.items() if name != ACTION.name}, "actions": links}


def action_asked(given: Values) -> "Values | None":
    """The request for a finished action, if it can be told."""
    link = link_asked(given)
    if link is None:
        return None
    ((name, params),) = link.items()
    return {ACTION.name: name, **({PARAMS.name: params} if params else {})}


def link_asked(wired: Values) -> "Values | None":
    """The same as one of the actions of a response."""
    if SWML_KEY in wired:
        leaves = {TRANSFER: wired[TRANSFER] in (True, "true")} if TRANSFER in wired else {}
        return {SWML.name: wired[SWML_KEY], **leaves}
    if len(wired) != 1:
        return None
    ((name, content),) = wired.items()
    values = parameters_of(name, content)
    return None if values is None else {name: values}


def parameters_of(name: str, content: object) -> "Values | None":
    """The parameters that stand behind the name of a plain action; None if that can't be told."""
    action = plain_action_at(name) or action_called(name)
    if action is None:
        return None
    names = {each for parameter in action.parameters for each in parameter.names}
    if isinstance(content, dict) and content.keys() <= names:
        return content
    try:
        return action.place.read(action, {name: content})
    except (Unreadable, TypeError, ValueError, AttributeError, LookupError):
        return None


def finished_link(name: str, content: object) -> "Finding | None":
    """What to say of one name with what a finished action has behind it, among the actions."""
    if name == SWML_KEY and isinstance(content, dict) and is_document(content):
        sentence = "a document stands behind {instead} here, and not behind {value}."
        details = {"instead": repr(SWML.name)}
        return Finding("type", sentence, value=name, details=details)
    if isinstance(content, dict) or content is None:
        return None
    values = parameters_of(name, content)
    return None if values is None else without_names({name: values})


def without_names(suggestion: Values) -> Finding:
    """What to say of a finished action where one with names for its parameters is asked for."""
    sentence = "this is {what}: here, parameters have names."
    details = {"what": WIRED_ACTION}
    return Finding("type", sentence, details=details, suggestion=suggestion)


def finished_params(action: "Action", given: Values) -> "tuple[Finding, Values] | None":
    """What to say of a finished action in place of its parameters, and the parameters in it."""
    if len(given) != 1:
        return None
    ((name, content),) = given.items()
    if not isinstance(name, str) or method_called(name) != action.name:
        return None
    if any(name in each.names for each in action.all_parameters):
        return None
    values = parameters_of(name, content)
    return None if values is None else (without_names(values), values)


def finished_response(given: Values) -> "Finding | None":
    """What to say of a finished response in place of one that is asked for."""
    wired = given.get(ACTION.name)
    if not isinstance(wired, (dict, list)) or ACTIONS.name in given:
        return None
    if isinstance(wired, list) and not (wired and all(map(is_object, wired))):
        return None
    sentence = "this is {what}: here, it has {instead}, in which parameters have names."
    details = {
        "what": WIRED_RESPONSE,
        "instead": f"'{ACTIONS.name}' in place of '{ACTION.name}'",
    }
    return Finding("type", sentence, details=details, suggestion=response_asked(given))


def params_moved(
    given: Values, described: "tuple[Parameter, ...]"
) -> "tuple[Finding, Values] | None":
    """What to say of parameters that stand beside the name of their action, and where they belong.

    None if there are none, or if that can't be told.
    """
    name, params = given.get(ACTION.name), given.get(PARAMS.name) or {}
    action = action_called(name) if isinstance(name, str) else None
    if action is None or not isinstance(params, dict):
        return None
    own = {each for member in described for each in member.names}
    known = {each for parameter in action.all_parameters for each in parameter.names}
    beside = {each: value for each, value in given.items() if each in known - own}
    if not beside or not beside.keys().isdisjoint(params):
        return None
    others = {each: value for each, value in given.items() if each not in beside}
    right = {ACTION.name: name, PARAMS.name: {**params, **beside}}
    right = {**right, **{each: others[each] for each in others if each not in right}}
    names = [repr(each) for each in beside]
    sentence = "{names} is a parameter of {action}: it belongs in '{params}'."
    if len(names) > 1:
        sentence = "{names} are parameters of {action}: they belong in '{params}'."
    details = {
        "names": " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])),
        "action": action.name,
        "params": PARAMS.name,
    }
    path = (next(iter(beside)),)
    finding = Finding("misplaced", sentence, path=path, suggestion=right, details=details)
    return finding.but(about_key=True), right
