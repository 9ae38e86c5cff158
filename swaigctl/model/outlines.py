"""What a walk leaves of a document for rules that look across it.

An outline has a SWML document's steps in order. A response that was read has its actions as they
lie on the wire, and knows the document and the agent that it stands in, if it stands in one.
"""

from swaigctl.findings import ABSENT
from swaigctl.model.kinds import has_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from swaigctl.findings import Path, Step
    from swaigctl.model.steps import Verbs

    Wired = dict[str, object]
    Place = TypeVar("Place")
    Seen = TypeVar("Seen")


def repeated(named: "Iterable[tuple[Place, str]]") -> "Iterator[tuple[Place, str]]":
    """Those of some things with their names whose name one before them has.

    A name that a variable stands for may be any.
    """
    seen = set()
    for place, name in named:
        if name in seen and not has_variable(name):
            yield place, name
        seen.add(name)


class StepSeen:
    """One step of a document, wherever it stands.

    Attributes:
        path: where the step is, from the document.
        name: the name that the step has, which may be misspelt.
        verb: the verb that it is, or was meant to be.
        content: what stands behind the name.
        is_word: whether the step is just the name.
        responses: the responses that stand in it: of functions, where it is an agent.
    """

    __slots__ = ("content", "is_word", "name", "path", "responses", "verb")

    def __init__(
        self, path: "Path", name: str, verb: str, content: object, is_word: bool = False
    ) -> None:
        self.path = path
        self.name = name
        self.verb = verb
        self.content = content
        self.is_word = is_word
        self.responses: list[ResponseSeen] = []

    @property
    def section(self) -> "str | None":
        """The section that it stands in, however deep; None where there are no sections."""
        in_section = len(self.path) > 1 and self.path[0] == "sections"
        return str(self.path[1]) if in_section else None

    @property
    def content_path(self) -> "Path":
        """Where its content is; where it has none, the step."""
        return self.path if self.is_word else (*self.path, self.name)

    def member(self, name: str) -> object:
        """A member of its content, ABSENT if there is none."""
        return self.content.get(name, ABSENT) if isinstance(self.content, dict) else ABSENT

    def target(self, name: str) -> "tuple[Path, str] | None":
        """The text of a member, or the bare text in place of all members, and where it is."""
        if isinstance(self.content, str):
            return self.content_path, self.content
        value = self.member(name)
        return ((*self.content_path, name), value) if isinstance(value, str) else None


class Outline:
    """A document with its steps.

    Attributes:
        path: where the document is, from the outermost value.
        value: the document itself.
        verbs: the verbs that it may have.
        is_inside: whether it stands inside something else, such as an action.
        steps: every step in it, in the order of the text, but for those of documents in it.
        by_verb: the same by their verbs.
    """

    __slots__ = ("by_verb", "is_inside", "kept", "path", "steps", "value", "verbs")

    def __init__(
        self, path: "Path", value: object, verbs: "Verbs", is_inside: bool = False
    ) -> None:
        self.path = path
        self.value = value
        self.verbs = verbs
        self.is_inside = is_inside
        self.steps: list[StepSeen] = []
        self.by_verb: dict[str, list[StepSeen]] = {}
        self.kept: dict[object, object] = {}
        """What rules made of it, by what made that."""

    def add_step(self, step: StepSeen) -> None:
        """Keep the next step."""
        self.steps.append(step)
        self.by_verb.setdefault(step.verb, []).append(step)

    def steps_of(self, *verbs: str) -> "list[StepSeen]":
        """The steps with one of these verbs, verb by verb."""
        return [step for verb in verbs for step in self.by_verb.get(verb, ())]

    def has(self, *verbs: str) -> bool:
        """Whether there is a step with one of these verbs."""
        return any(verb in self.by_verb for verb in verbs)

    @property
    def sections(self) -> "Wired":
        """Its sections by name; none where they are no object."""
        sections = self.value.get("sections") if isinstance(self.value, dict) else None
        return sections if isinstance(sections, dict) else {}

    def add(self, response: "ResponseSeen") -> None:
        """Keep a response with the step that it stands in, one of the latest."""
        path = self.inside(response.path)
        for step in reversed(self.steps):
            if path[: len(step.path)] != step.path:
                return
            if path[: len(step.content_path)] == step.content_path:
                step.responses.append(response)
                return

    def seen_by(self, made_of: "Callable[[Outline], Seen]") -> "Seen":
        """What a function makes of the outline, once for all rules that want it."""
        if made_of not in self.kept:
            self.kept[made_of] = made_of(self)
        return self.kept[made_of]  # type: ignore[return-value]

    def inside(self, path: "Path") -> "Path":
        """A path from the outermost value, as seen from the document."""
        return path[len(self.path) :]


class ResponseSeen:
    """A response, or actions by themselves, as they were read.

    Attributes:
        path: where it is, from the outermost value.
        value: the response itself.
        wired: its actions, each as the response carries it.
        places: where each of them is, from the response.
        text: what the model reads; empty if there is nothing to read.
        post_process: whether the model takes one more turn before the actions run; text that says
            neither, such as a variable, as it is.
        prompts: the text that each action brings along: none does on the wire.
    """

    __slots__ = ("counts", "path", "places", "post_process", "prompts", "text", "value", "wired")

    has_checked_names = True
    """What is no action is found where it stands."""

    def __init__(
        self,
        path: "Path",
        value: object,
        *,
        are_actions: bool = False,
        actions_wait: bool = False,
    ) -> None:
        """A response, or with `are_actions` an action or a list of them by themselves.

        `actions_wait`: whether actions wait for the model's turn, whatever the response says.
        """
        self.path = path
        self.value = value
        response = value if isinstance(value, dict) and not are_actions else {}
        before: tuple[Step, ...] = () if are_actions else ("action",)
        actions = value if are_actions else response.get("action", [])
        listed = isinstance(actions, list)
        self.wired: list[Wired] = []
        self.places: list[Path] = []
        for index, each in enumerate(actions if isinstance(actions, list) else [actions]):
            if isinstance(each, dict):
                self.wired.append(each)
                self.places.append((*before, index) if listed else before)
        self.text = response.get("response") or ""
        turn = response.get("post_process")
        is_on = turn is True or (isinstance(turn, str) and turn.lower() == "true")
        waits = actions_wait and bool(self.wired)
        self.post_process: object = is_on or waits or (turn if isinstance(turn, str) else False)
        self.prompts: list[object] = [None for _ in self.wired]
        self.counts: dict[str, int] = {}
        """How many actions have each name, once it was asked for."""

    def place(self, at: int, key: str) -> "Path":
        """Where an action is that has this name on the wire."""
        return (*self.places[at], key)

    def content_place(self, at: int, key: str) -> "Path":
        """Where that is which stands behind the name."""
        return (*self.places[at], key)

    def prompt_place(self, at: int) -> "Path":
        """Where the response is that an action brings along: here, it is the response's own."""
        return ("response",)

    def label(self, at: int, key: str) -> str:
        """What messages call an action: by its name, and by its number where there are several."""
        if not self.counts:
            for each in (name for wired in self.wired for name in wired):
                self.counts[each] = self.counts.get(each, 0) + 1
        return repr(key) if self.counts[key] == 1 else f"action {at + 1}, {key!r}"
