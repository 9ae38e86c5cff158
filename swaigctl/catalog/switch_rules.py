"""Rules across a document about switches, and what they compare."""

from swaigctl.catalog.verbs import MESSAGING
from swaigctl.findings import INFO
from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from swaigctl.findings import Path
    from swaigctl.model.outlines import Outline


def switches(outline: "Outline") -> "Iterator[tuple[Path, dict[str, object]]]":
    """Each switch, and where it is; in messages, a reply may hold one."""
    for step in outline.steps_of("switch", "reply"):
        if step.verb == "switch" and isinstance(step.content, dict):
            yield step.content_path, step.content
        held = step.member("switch") if step.verb == "reply" else None
        if isinstance(held, dict):
            yield (*step.content_path, "switch"), held


def switches_without_default(outline: "Outline") -> "Iterator[Match]":
    for path, switch in switches(outline):
        if isinstance(cases := switch.get("case"), dict) and not any(
            name.casefold() == "default" for name in switch if isinstance(name, str)
        ):
            is_case = "default" in cases
            yield Match(path, details={"other": IN_CASE if is_case else ""}, about_key=True)


IN_CASE = " beside 'case', only a value of that name in it"

TRANSFORMS: "dict[str, Callable[[str], str]]" = {
    "lowercase": str.lower,
    "uppercase": str.upper,
    "trim": str.strip,
    "lowercase_trim": lambda text: text.lower().strip(),
    "uppercase_trim": lambda text: text.upper().strip(),
}


def cases_that_never_match(outline: "Outline") -> "Iterator[Match]":
    """A key that the variable's value, once transformed, can't equal."""
    for path, switch in switches(outline):
        transform = TRANSFORMS.get(str(switch.get("transform")))
        cases = switch.get("case")
        if transform is not None and isinstance(cases, dict):
            for key in cases:
                if isinstance(key, str) and transform(key) != key:
                    details = {"transform": repr(switch["transform"])}
                    meant = (transform(key),)
                    yield Match((*path, "case", key), key, details, meant, about_key=True)


RESULTS = {
    "connect_result": ("connected", "failed"),
    "denoise_result": ("on", "failed"),
    "detect_result": ("machine", "human", "fax", "unknown", "detecting", "error"),
    "join_conference_result": ("completed", "answered", "no-answer", "failed", "canceled"),
    "join_room_result": ("joined", "failed"),
    "prompt_result": ("failed", "no_input", "match_speech", "match_digits", "no_match"),
    "request_result": ("success", "failed"),
}
"""What variables hold that verbs for calls set."""

RESULTS_IN_MESSAGES = {
    "reply_result": ("queued", "failed"),
    "request_result": ("success", "failed", "timeout", "limit_exceeded"),
}


def cases_of_no_result(outline: "Outline") -> "Iterator[Match]":
    """A key that is none of what a verb says of its end, where the document does not set that."""
    results = RESULTS_IN_MESSAGES if outline.verbs is MESSAGING else RESULTS
    found = [(path, switch, switch.get("variable")) for path, switch in switches(outline)]
    for step in outline.steps_of("connect"):
        result = step.member("result")
        if isinstance(result, dict):
            path = (*step.content_path, "result")
            found.append((path, result, result.get("variable", "connect_result")))
    set_here = {
        name
        for step in outline.steps_of("set")
        if isinstance(step.content, dict)
        for name in step.content
    }
    for path, switch, variable in found:
        name = variable.removeprefix("vars.") if isinstance(variable, str) else ""
        cases = switch.get("case")
        if name in results and name not in set_here and isinstance(cases, dict):
            for key in cases:
                if key and key not in results[name]:
                    place = (*path, "case", key)
                    yield Match(place, key, {"variable": name}, results[name], about_key=True)


SOURCE_OF_SWITCH = "The vendor's page of errors has a code for it."


RULES = (
    Rule(
        "no-default",
        ("switch",),
        Found(switches_without_default),
        "{quoted} has no 'default'{other}: where no case matches, the platform reports an error.",
        severity=INFO,
        in_general="reports an error where no case matches.",
        source=SOURCE_OF_SWITCH,
    ),
    Rule(
        "never-matches",
        ("switch",),
        Found(cases_that_never_match),
        "{value} never matches: {transform} changes the value before it is compared.",
        severity=INFO,
        in_general="has a case that never matches, since the value is changed first.",
    ),
    Rule(
        "never-matches",
        ("switch",),
        Found(cases_of_no_result),
        "{variable} is never {value}: it is {allowed}.",
        severity=INFO,
        in_general="never matches: the variable holds other values.",
        source="The pages of the verbs that set these variables.",
    ),
)
