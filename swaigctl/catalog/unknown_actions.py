"""What to say of names that are no actions, and of actions that stand in the wrong place."""

from swaigctl.catalog.index import KEYS
from swaigctl.catalog.response_kinds import SECTIONS, SWML, TRANSFER, calling
from swaigctl.findings import ERROR, WARNING, Finding
from swaigctl.model import FACTS_OF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.response_kinds import ActionObject


def named_by_value(kind: "ActionObject", label: str, value: "dict[str, object]") -> Finding:
    """The finding for an action's name that is a value in place of the name."""
    rest = [content for name, content in value.items() if name != label]
    return Finding(
        "unknown-action",
        "{value} is not an action: the action is the name, and not a value; it is ignored.",
        path=(label,),
        about_key=True,
        severity=WARNING,
        value=label,
        allowed=kind.names,
        suggestion={str(value[label]): rest[0] if rest else True},
    )


def unknown_action(kind: "ActionObject", name: str, others: "dict[str, object]") -> Finding:
    """The finding for a name that is no action here, with what to write if that is known."""
    content = others[name]
    code = "unknown-action"
    suggestion: object = None
    if name in KEYS or name == SWML:
        code, sentence = "no-effect", "{value} is no action of {where}: it is ignored."
    elif name in calling().names():
        sentence = "{value} is a SWML verb, not an action: it is ignored outside 'SWML'."
        suggestion = {SWML: {"sections": {"main": [{name: content}]}}}
    elif name in (SECTIONS, "version"):
        sentence = "{value} belongs inside 'SWML': here it is ignored."
    elif kind.key_meant(name) in kind.names:
        sentence, suggestion = "{value} is not an action: it is ignored.", kind.key_meant(name)
    else:
        meant = kind.meant(name)
        sentence = "{value} is not an action: it is ignored."
        if meant is None:
            sentence = "{value} is not an action as of {date}: it is ignored."
        elif not kind.kind_beside(meant, others).chosen(content).is_wrong(content):
            suggestion = meant
    return Finding(
        code,
        sentence,
        path=(name,),
        about_key=True,
        severity=WARNING,
        value=name,
        allowed=kind.names,
        suggestion=suggestion,
        details={"where": kind.where, "date": FACTS_OF},
    )


def lonely_transfer(value: object) -> Finding:
    """The finding for what belongs beside a document, where there is none."""
    return Finding(
        "misplaced",
        "{subject} can be {value} only beside 'SWML', in the same object.",
        path=(TRANSFER,),
        about_key=True,
        severity=ERROR if isinstance(value, bool) else WARNING,
        value=value,
    )
