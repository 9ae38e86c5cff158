"""Rules across a whole response: what is useless or unwise in it, though each action is right.

They look at what lands on the wire, whichever action or flag put it there, and whether it is
written here or was read.
"""

from swaigctl.catalog import SWML_KEY, plain_action_at
from swaigctl.catalog.index import KEYS
from swaigctl.model.entries import ENDS, HOLDS, STEPS, Changes
from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    from swaigctl.findings import Path
    from swaigctl.model.entries import Action

    class Response(Protocol):
        """What the rules look at: a response that is written, or one that was read."""

        @property
        def wired(self) -> "Sequence[dict[str, object]]":
            """Each action as the response carries it."""

        @property
        def text(self) -> object:
            """What the model reads; empty if there is nothing to read."""

        @property
        def post_process(self) -> object:
            """Whether the model takes one more turn before the actions run; text if that is not
            known."""

        @property
        def prompts(self) -> "Sequence[object]":
            """The response that each action brings along, if it brings one."""

        @property
        def has_checked_names(self) -> bool:
            """Whether another finding tells of each name that is no action."""

        def place(self, at: int, key: str) -> "Path":
            """Where an action is that has this name on the wire."""

        def content_place(self, at: int, key: str) -> "Path":
            """Where that is which stands behind the name."""

        def prompt_place(self, at: int) -> "Path":
            """Where the response is that an action brings along."""

        def label(self, at: int, key: str) -> str:
            """What messages call an action that has this name on the wire."""


STOP = "stop"
"""The action that ends the agent's part, and not the call: what is to be said is still said."""

SAY = "say"
"""The action that speaks at once."""


SPEAKING = ("play", "prompt")
"""Verbs by which a document says something itself."""

MOVING = ("connect", "enter_queue", "join_conference", "join_room", "sip_refer")
"""Verbs by which a document moves the caller; nobody may be left with them but the agent."""

LEAVING = (*MOVING, "execute", "hangup", "return", "transfer")
"""Verbs behind which a document may have nothing more to say."""


def main_of(wired: "dict[str, object]") -> "list[tuple[int, str]]":
    """The verbs of the main section of an action's document, each with its index."""
    document = wired.get("SWML")
    sections = document.get("sections") if isinstance(document, dict) else None
    main = sections.get("main") if isinstance(sections, dict) else None
    return [
        (index, str(next(iter(step)) if isinstance(step, dict) and step else step))
        for index, step in enumerate(main if isinstance(main, list) else ())
    ]


def speaks(wired: "dict[str, object]") -> bool:
    """Whether a document says something before it moves the call on."""
    telling = (verb for _, verb in main_of(wired) if verb in (*SPEAKING, *LEAVING))
    return next(telling, None) in SPEAKING


def is_left(wired: "dict[str, object]") -> bool:
    """Whether the agent leaves when a document has run, or was meant to: the flag may be in it."""
    document = wired.get("SWML", False)
    inside = document.get("transfer") if isinstance(document, dict) else None
    return document is not False and (wired.get("transfer", inside) in ("true", True))


def effects(wired: "dict[str, object]") -> "Iterator[tuple[str, str | Changes, object]]":
    """What an action of a response does, by what it has on the wire: key, effect and value."""
    if is_left(wired):
        yield "SWML", ENDS, True
    for key, value in wired.items():
        # As a flag, it belongs beside a document.
        is_flag = key == "transfer" and ("SWML" in wired or value in (True, False, "true", "false"))
        action = None if is_flag else plain_action_at(key)
        # Nothing says that the call, or the agent's part, ends where that is denied.
        is_denied = value is False and action is not None and action.effect == ENDS
        if action is not None and action.effect is not None and not is_denied:
            yield key, action.effect, value


def ending(wired: "dict[str, object]") -> "str | None":
    """The name of what ends the agent's part, so that no later action runs, if something does."""
    return next((key for key, effect, _ in effects(wired) if effect == ENDS), None)


def after_the_end(response: "Response") -> "Iterator[Match]":
    """An action stands behind one that ends the agent's part: the first of them tells for all.

    To stop the agent once more is no fault: a guide of the vendor does so behind a document that
    leaves it. What is no action doesn't run anyway.
    """
    first, name = next(
        ((at, key) for at, each in enumerate(response.wired) if (key := ending(each))), (-1, "")
    )
    if not name:
        return
    late = [
        (at, keys[0])
        for at in range(first + 1, len(response.wired))
        if (keys := late_keys(response, at)) and keys != [STOP]
    ]
    if late:
        at, key = late[0]
        more = len(late) - 1
        behind = f", nor do {more} actions behind it" if more > 1 else ""
        behind = ", nor does one action behind it" if more == 1 else behind
        details = {"earlier": response.label(first, name), "behind": behind}
        yield Match(response.place(at, key), details=details, about_key=True)


def late_keys(response: "Response", at: int) -> "list[str]":
    """The names of an action that would run, if it came in time."""
    return [
        key
        for key in response.wired[at]
        if key != "transfer"
        and not (response.has_checked_names and key not in KEYS and key != SWML_KEY)
    ]


def unspoken(response: "Response") -> "Iterator[Match]":
    """An action leaves no time to say the response's text, and none before it speaks.

    The SDK's documentation: what is not said before these land is never said.
    """
    if not response.text or response.post_process:
        return
    for at, wired in enumerate(response.wired):
        if SAY in wired or speaks(wired):
            return
        silent = (
            key
            for key, effect, _ in effects(wired)
            if effect == HOLDS or (effect == ENDS and key != STOP)
        )
        if not response.prompts[at] and (key := next(silent, None)):
            yield Match(response.place(at, key), about_key=True)
            return


def steps_on_hold(response: "Response") -> "Iterator[Match]":
    """An action goes to another step, or context, behind one that holds the call."""
    held = ""
    for at, wired in enumerate(response.wired):
        for key, effect, _ in effects(wired):
            if effect == HOLDS:
                held = response.label(at, key)
            elif effect == STEPS and held:
                yield Match(response.place(at, key), details={"earlier": held}, about_key=True)
                return


def set_and_removed(response: "Response") -> "Iterator[Match]":
    """An action sets a name that one before it removed, or removes one that was set."""
    done: dict[tuple[str, str], tuple[str, str]] = {}
    for at, wired in enumerate(response.wired):
        for key, effect, value in effects(wired):
            if not isinstance(effect, Changes):
                continue
            label = response.label(at, key)
            for name in names_in(value):
                earlier, before = done.setdefault((effect.store, name), (label, effect.done))
                if before != effect.done:
                    details = {
                        "does": effect.done,
                        "name": repr(name),
                        "earlier": earlier,
                        "did": before,
                    }
                    yield Match(response.content_place(at, key), name, details)
                done[effect.store, name] = (label, effect.done)


def names_in(value: object) -> "list[str]":
    """The names that an action on data sets or removes."""
    if isinstance(value, str):
        return [value]
    names = value if isinstance(value, (list, dict)) else ()
    return [name for name in names if isinstance(name, str)]


def nothing_to_wait_for(response: "Response") -> "Iterator[Match]":
    """The model is to take one more turn, but there is no action to run after it."""
    if response.post_process is True and not response.wired:
        yield Match(("post_process",), about_key=True)


def response_replaced(response: "Response") -> "Iterator[Match]":
    """A response was given, and an action brings another one."""
    for at, prompt in enumerate(response.prompts):
        if prompt and response.text:
            yield Match(response.prompt_place(at))
            return


ANY_ACTION = "ACTION"
"""What a rule is about that looks at actions, for those who read about it."""

RULES = (
    Rule(
        "never-runs",
        (ANY_ACTION,),
        Found(after_the_end),
        "{subject} never runs{behind}: {earlier} before it ends the agent's part.",
        in_general="never runs: one before it ends the agent's part.",
    ),
    Rule(
        "nothing-spoken",
        (ANY_ACTION,),
        Found(unspoken),
        "{subject} comes before anything is said: the response needs {post_process}.",
    ),
    Rule(
        "step-on-hold",
        (ANY_ACTION,),
        Found(steps_on_hold),
        "{subject} comes after {earlier}, which holds the call: put it first, or give {step} to "
        "hold.",
        in_general="goes to another step after one that holds the call.",
        source="The SDK's hold has the parameter step for what follows it.",
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


def agent_stays(response: "Response") -> "Iterator[Match]":
    """A document moves the caller at its end, and nothing says whether the agent leaves."""
    if any(ending(wired) for wired in response.wired):
        return
    for at, wired in enumerate(response.wired):
        index, verb = (main_of(wired) or [(0, "")])[-1]
        if verb in MOVING and "transfer" not in (*wired, *wired["SWML"]):  # type: ignore[misc]
            path = (*response.place(at, "SWML"), "sections", "main", index, verb)
            yield Match(path, about_key=True)


RULES_OF_READING = (
    Rule(
        "agent-stays",
        (ANY_ACTION,),
        Found(agent_stays),
        "the agent stays on the call, and is billed, while {subject} moves the caller: with "
        "'transfer' beside 'SWML' it leaves.",
        severity="info",
        in_general="the agent stays on the call, and is billed, while the document moves it.",
    ),
)
"""Of responses that were read: whoever writes one here is asked whether the agent leaves."""


def may_find(actions: "list[Action]", has_text: bool, post_process: bool) -> bool:
    """Whether a rule may find something in a response with these actions, whatever their values."""
    ending = [may_end(action) for action in actions]
    holding = [action.effect == HOLDS for action in actions]
    changing = [isinstance(action.effect, Changes) for action in actions]
    unknown = any(action.place.key_parameter for action in actions)
    return (
        any(ending[:-1])
        or (any(holding) and STEPS in [action.effect for action in actions])
        or (has_text and not post_process and (any(ending) or any(holding)))
        or sum(changing) > 1
        or (unknown and len(actions) > 1)
        or any(action.prompt for action in actions)
        or (post_process and not actions)
    )


def may_end(action: "Action") -> bool:
    """Whether the action may end the agent's part, with some values."""
    return action.effect == ENDS or bool(action.place.transfer or action.place.key_parameter)
