"""A whole response: its calls, what the model reads, and what to warn of across them."""

from swaigctl.build.calls import response_object
from swaigctl.findings import Finding, Refused, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from swaigctl.build.calls import Call, Document, Options
    from swaigctl.findings import Path


class Response:
    """A response whose actions' values are checked and complete.

    Attributes:
        calls: its actions, in the order in which they run.
        labels: how messages name each: by command, and by place too where a command stands twice.
        text: what the model reads.
        post_process: whether the model takes one more turn before the actions run.
        wired: each action as the response carries it.
        prompts: the response that each action brings along, if it brings one.
    """

    has_checked_names = False
    """Whoever writes it may add an action of any name."""

    def __init__(self, calls: "Sequence[Call]", options: "Options") -> None:
        """Write the actions.

        Raises:
            Refused: something in it is no action by itself, hasn't got its form, or is said twice.
                The path of what lies in an action begins with `action` and its number.
        """
        self.calls = calls
        self.labels = labels(calls)
        self.wired: list[Document] = []
        found = []
        for index, call in enumerate(calls):
            if call.action.place.is_part:
                sentence = "{subject} is a part of an action, not an action."
                found.append(Finding("usage", sentence, path=("action", index)))
                continue
            try:
                self.wired.append(call.wired())
            except SwaigctlError as error:
                found.append(error.finding.within("action", index))
        parts = {
            name: options[name] for name in ("tool_result", "tool_prompt") if options.get(name)
        }
        if parts and options.get("response"):
            sentence = (
                "{subject} can't go with {tool_result} or {tool_prompt}, which take its place."
            )
            found.append(Finding("exclusive", sentence, path=("response",)))
        if found:
            raise Refused(*found)
        self.text = parts or str(options.get("response") or "")
        self.prompts = [call.prompt() for call in calls]
        prompted = any(prompt is not None for prompt in self.prompts)
        self.post_process = bool(options.get("post_process")) or prompted

    def document(self) -> "Document":
        """The response as a webhook answers it."""
        prompt = next((each for each in reversed(self.prompts) if each), None)
        return response_object(prompt or self.text, self.wired, self.post_process)

    def place(self, at: int, key: str) -> "Path":
        """Where an action is, whatever it is called on the wire."""
        return "action", at

    def content_place(self, at: int, key: str) -> "Path":
        """The parameter that holds the action's content."""
        return "action", at, self.calls[at].action.content_parameter

    def prompt_place(self, at: int) -> "Path":
        """Where the response is that an action brings along."""
        return "action", at, self.calls[at].action.prompt

    def label(self, at: int, key: str) -> str:
        """How messages name an action, whatever it is called on the wire."""
        return self.labels[at]

    def cautions(self) -> "Iterator[Finding]":
        """What to warn of: in each action, and across them."""
        from swaigctl.catalog.responses import RULES

        for index, call in enumerate(self.calls):
            for finding in call.action.cautions(call.values):
                yield finding.within("action", index)
        for rule in RULES:
            yield from rule.find(self)


def labels(calls: "Sequence[Call]") -> "list[str]":
    """How messages name each call: by command, and by place too where a command stands twice."""
    commands = [call.command for call in calls]
    counts: dict[str, int] = {}
    for command in commands:
        counts[command] = counts.get(command, 0) + 1
    return [
        f"action {place}, {command}" if counts[command] > 1 else command
        for place, command in enumerate(commands, 1)
    ]
