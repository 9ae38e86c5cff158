"""What is useless or unwise in a chain of actions, though each of them is right by itself."""

from swaigctl.catalog import command_flags
from swaigctl.catalog.cautions import Caution
from swaigctl.errors import flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.actions import Action

# For those who read about them; where one is given, it says more.
NEVER_RUNS = Caution("never-runs", "ACTION", "never runs: one before it ends the agent's part.")
NOTHING_SPOKEN = Caution(
    "nothing-spoken",
    "ACTION",
    "comes before anything is said: the response needs '--post-process'.",
)
SET_AND_REMOVED = Caution("set-and-removed", "ACTION", "undoes what one before it set or removed.")
NOTHING_TO_WAIT_FOR = Caution(
    "nothing-to-wait-for",
    command_flags.POST_PROCESS.flag,
    "has no effect without an action: there is nothing to run later.",
)
RESPONSE_REPLACED = Caution(
    "response-replaced", "--prompt", "takes the place of the response that was given."
)
DESCRIBED = (
    NEVER_RUNS,
    NOTHING_SPOKEN,
    SET_AND_REMOVED,
    NOTHING_TO_WAIT_FOR,
    RESPONSE_REPLACED,
)


class Link:
    """One action of a chain: how messages name it, its checked values, and how it is written."""

    __slots__ = ("action", "label", "values", "wired")

    def __init__(
        self,
        label: str,
        action: "Action",
        values: "dict[str, object]",
        wired: "dict[str, object]",
    ) -> None:
        self.label = label
        self.action = action
        self.values = values
        self.wired = wired

    @property
    def name(self) -> str:
        """`connect`, or `action 2, connect`"""
        return self.label.rstrip(": ")

    def touched(self) -> "list[str]":
        """The names that the action sets or removes in the store that it changes."""
        if self.action.touches is None:
            return []
        given = self.values[self.action.touches[2]]
        return [given] if isinstance(given, str) else list(given)  # type: ignore[call-overload]


def chain_cautions(
    links: "list[Link]", text: "str | dict[str, object]", post_process: bool
) -> "list[Caution]":
    """What to warn of: in each action, and across them."""
    return [
        *own_cautions(links),
        *never_run(links),
        *unspoken(links, text, post_process),
        *set_and_removed(links),
        *response_problems(links, text, post_process),
    ]


def may_draw_cautions(actions: "list[Action]", has_text: bool, post_process: bool) -> bool:
    """Whether a chain of these actions may draw one across them, whatever their parameters are."""
    ending = [bool(action.ends_call) for action in actions]
    return (
        any(ending[:-1])
        or (has_text and not post_process and (any(ending) or any(map(suspends, actions))))
        or sum(action.touches is not None for action in actions) > 1
        or any(action.layout.response for action in actions)
        or (post_process and not actions)
    )


def suspends(action: "Action") -> bool:
    return action.name == "hold"


def own_cautions(links: "list[Link]") -> "Iterator[Caution]":
    for link in links:
        for caution in link.action.advice(link.values):
            yield Caution(caution.code, link.label + caution.where, caution.sentence)


def never_run(links: "list[Link]") -> "Iterator[Caution]":
    """The documentation: put what ends the call last."""
    ending = next((link for link in links if link.action.ends_call_with(link.values)), None)
    if ending is not None and ending is not links[-1]:
        for late in links[links.index(ending) + 1 :]:
            sentence = f"never runs: {ending.name} before it ends the agent's part."
            yield Caution(NEVER_RUNS.code, late.name, sentence)


def unspoken(
    links: "list[Link]", text: "str | dict[str, object]", post_process: bool
) -> "Iterator[Caution]":
    """The SDK's documentation: what is not said before these land is never said."""
    if not text or post_process:
        return
    for link in links:
        silent = suspends(link.action) and "prompt" not in link.values
        if silent or (link.action.ends_call_with(link.values) and link.action.name != "stop"):
            yield Caution(NOTHING_SPOKEN.code, link.name, NOTHING_SPOKEN.sentence)
            return


def set_and_removed(links: "list[Link]") -> "Iterator[Caution]":
    done: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.action.touches is None:
            continue
        store, verb, parameter = link.action.touches
        for key in link.touched():
            earlier = done.setdefault((store, key), link)
            if earlier.action is not link.action:
                sentence = f"{verb} {key!r}, which {earlier.name} {earlier.action.touches[1]}."  # type: ignore[index]
                yield Caution(SET_AND_REMOVED.code, link.label + flag_of(parameter), sentence)
            done[store, key] = link


def response_problems(
    links: "list[Link]", text: "str | dict[str, object]", post_process: bool
) -> "Iterator[Caution]":
    if post_process and not links:
        yield NOTHING_TO_WAIT_FOR
    prompts = [link for link in links if link.values.get(link.action.layout.response or "")]
    if prompts and text:
        where = prompts[0].label + RESPONSE_REPLACED.where
        yield Caution(RESPONSE_REPLACED.code, where, RESPONSE_REPLACED.sentence)
