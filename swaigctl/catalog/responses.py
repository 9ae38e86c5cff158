"""Rules across a whole response: what is useless or unwise in it, though each action is right.

They look at what lands on the wire, whichever action or flag put it there.
"""

from swaigctl.catalog import plain_action_at
from swaigctl.model.entries import ENDS, HOLDS, Changes
from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.build.responses import Response
    from swaigctl.model.entries import Action

STOP = "stop"
"""The action that ends the agent's part, and not the call: what is to be said is still said."""


def effects(wired: "dict[str, object]") -> "Iterator[tuple[str, str | Changes, object]]":
    """What an action of a response does, by what it has on the wire: key, effect and value."""
    if "SWML" in wired:
        if wired.get("transfer") in ("true", True):
            yield "SWML", ENDS, True
        return
    for key, value in wired.items():
        action = plain_action_at(key)
        if action is not None and action.effect is not None:
            yield key, action.effect, value


def ends(wired: "dict[str, object]") -> bool:
    """Whether no later action runs."""
    return any(effect == ENDS for _, effect, _ in effects(wired))


def after_the_end(response: "Response") -> "Iterator[Match]":
    """An action stands behind one that ends the agent's part."""
    ending = next((at for at, each in enumerate(response.wired) if ends(each)), None)
    if ending is not None:
        for late in range(ending + 1, len(response.wired)):
            yield Match(("action", late), details={"earlier": response.labels[ending]})


def unspoken(response: "Response") -> "Iterator[Match]":
    """An action leaves no time to say the response's text.

    The SDK's documentation: what is not said before these land is never said.
    """
    if not response.text or response.post_process:
        return
    for at, wired in enumerate(response.wired):
        silent = any(
            effect == HOLDS or (effect == ENDS and key != STOP) for key, effect, _ in effects(wired)
        )
        if silent and not response.prompts[at]:
            yield Match(("action", at))
            return


def set_and_removed(response: "Response") -> "Iterator[Match]":
    """An action sets a name that one before it removed, or removes one that was set."""
    done: dict[tuple[str, str], tuple[str, str]] = {}
    for at, wired in enumerate(response.wired):
        for _, effect, value in effects(wired):
            if not isinstance(effect, Changes):
                continue
            label = response.labels[at]
            for name in [value] if isinstance(value, str) else list(value):  # type: ignore[call-overload]
                earlier, before = done.setdefault((effect.store, name), (label, effect.done))
                if before != effect.done:
                    details = {
                        "does": effect.done,
                        "name": repr(name),
                        "earlier": earlier,
                        "did": before,
                    }
                    path = ("action", at, response.calls[at].action.content_parameter)
                    yield Match(path, name, details)
                done[effect.store, name] = (label, effect.done)


def nothing_to_wait_for(response: "Response") -> "Iterator[Match]":
    """The model is to take one more turn, but there is no action to run after it."""
    if response.post_process and not response.calls:
        yield Match(("post_process",))


def response_replaced(response: "Response") -> "Iterator[Match]":
    """A response was given, and an action brings another one."""
    for at, prompt in enumerate(response.prompts):
        if prompt and response.text:
            yield Match(("action", at, response.calls[at].action.prompt))
            return


ANY_ACTION = "ACTION"
"""What a rule is about that looks at actions, for those who read about it."""

RULES = (
    Rule(
        "never-runs",
        (ANY_ACTION,),
        Found(after_the_end),
        "{subject} never runs: {earlier} before it ends the agent's part.",
        in_general="never runs: one before it ends the agent's part.",
    ),
    Rule(
        "nothing-spoken",
        (ANY_ACTION,),
        Found(unspoken),
        "{subject} comes before anything is said: the response needs {post_process}.",
    ),
    Rule(
        "set-and-removed",
        (ANY_ACTION,),
        Found(set_and_removed),
        "{subject} {does} {name}, which {earlier} {did}.",
        in_general="undoes what one before it set or removed.",
    ),
    Rule(
        "nothing-to-wait-for",
        ("post_process",),
        Found(nothing_to_wait_for),
        "{subject} has no effect without an action: there is nothing to run later.",
    ),
    Rule(
        "response-replaced",
        ("prompt",),
        Found(response_replaced),
        "{subject} takes the place of the response that was given.",
    ),
)


def may_find(actions: "list[Action]", has_text: bool, post_process: bool) -> bool:
    """Whether a rule may find something in a response with these actions, whatever their values."""
    ending = [may_end(action) for action in actions]
    holding = [action.effect == HOLDS for action in actions]
    changing = [isinstance(action.effect, Changes) for action in actions]
    unknown = any(action.place.key_parameter for action in actions)
    return (
        any(ending[:-1])
        or (has_text and not post_process and (any(ending) or any(holding)))
        or sum(changing) > 1
        or (unknown and len(actions) > 1)
        or any(action.prompt for action in actions)
        or (post_process and not actions)
    )


def may_end(action: "Action") -> bool:
    """Whether the action may end the agent's part, with some values."""
    return action.effect == ENDS or bool(action.place.transfer or action.place.key_parameter)
