"""The answer to a SWAIG webhook, built in Python."""

from __future__ import annotations

from swaigctl.build.calls import Call, response_object
from swaigctl.catalog import action_named
from swaigctl.catalog.index import ACTIONS
from swaigctl.python.action_methods import ActionMethods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

    from swaigctl.findings import Finding


class FunctionResult(ActionMethods):
    """A SWAIG response: what the model reads, and what happens to the call.

    Stands in for the class of the same name in the vendor's SDK: same methods, same dictionaries.
    Every action method checks its parameters, appends one action and returns the result itself:

        FunctionResult("Joining.").join_conference("team-standup", muted=True).to_dict()

    Attributes:
        response: text, or `{"tool_result": …, "tool_prompt": …}`; empty for none.
        action: the actions so far, as they go on the wire.
        post_process: whether the model takes one more turn before the actions run.
    """

    response: str | dict[str, Any]
    action: list[dict[str, Any]]
    post_process: bool

    def __init__(
        self,
        response: str | dict[str, Any] | None = None,
        post_process: bool = False,
        tool_result: str | None = None,
        tool_prompt: str | None = None,
    ) -> None:
        """Start a response.

        Args:
            response: what the model reads next: facts, or an instruction. It is no speech.
            post_process: let the model take one more turn before the actions run.
            tool_result: what the tool did, for the model to reason from. Given with or without
                `tool_prompt`, it takes the place of `response`.
            tool_prompt: what the model is to say now.
        """
        self.response = "" if response is None else response
        self.action = []
        self.post_process = post_process
        if tool_result is not None or tool_prompt is not None:
            self.set_tool_response(tool_result, tool_prompt)

    def set_response(self, response: str) -> Self:
        """Say what the model reads next: facts, or an instruction; it is no speech."""
        self.response = response
        return self

    def set_tool_response(
        self, tool_result: str | None = None, tool_prompt: str | None = None
    ) -> Self:
        """Say what the tool did, and what the model is to say now, apart from each other."""
        parts = {"tool_result": tool_result, "tool_prompt": tool_prompt}
        self.response = {name: text for name, text in parts.items() if text is not None}
        return self

    def set_post_process(self, post_process: bool) -> Self:
        """Say whether the model takes one more turn before the actions run."""
        self.post_process = post_process
        return self

    def add_actions(self, actions: list[dict[str, Any]]) -> Self:
        """Append actions that are already as they go on the wire."""
        self.action.extend(actions)
        return self

    def to_dict(self) -> dict[str, Any]:
        """The response as the webhook answers it.

        Empty parts are left out, and `post_process` where there is no action to wait with. A
        result with neither response nor action says `"Action completed."`, as in the SDK.
        """
        return response_object(self.response, self.action, self.post_process)

    def __repr__(self) -> str:
        """The response and the actions, in at most 200 characters of one line."""
        from swaigctl.python.comparing import shown

        has = vars(self).get  # a subclass may show itself before it has them
        parts = (
            ("", has("response")),
            ("action=", has("action")),
            ("post_process=", has("post_process")),
        )
        return shown(type(self).__name__, parts)

    def __eq__(self, other: object) -> bool:
        """Whether the other result is sent as the same JSON."""
        if not isinstance(other, FunctionResult):
            return NotImplemented
        from swaigctl.python.comparing import is_sent_alike

        return self is other or is_sent_alike(self, other)

    def __hash__(self) -> int:
        """The same for all: equal results must have one hash, and no change may change it."""
        return hash(FunctionResult.__qualname__)

    def findings(self) -> list[Finding]:
        """All that is wrong with the response, and what is worth knowing of it; errors first.

        Action methods refuse what the SDK refuses; this looks at the whole, as `validate` does.
        """
        from swaigctl.check.validation import validate

        return validate(self, "response")

    def _add(self, name: str, given: tuple[object, ...]) -> Self:
        """Append the action of this name; `given` holds its parameters in the documented order."""
        call = checked(name, given)
        prompt = call.prompt()
        if prompt is not None:
            self.response = prompt
            self.post_process = True
        self.action.append(call.wired())
        return self

    @staticmethod
    def _part(name: str, given: tuple[object, ...]) -> dict[str, Any]:
        """The part of an action of this name."""
        return checked(name, given).wired()


OPTIONS: dict[str, object] = {"form": "auto"}
"""How Python's actions are written: as the SDK writes them."""


def checked(name: str, given: tuple[object, ...]) -> Call:
    """The action of this name, called with these values in the documented order.

    Raises:
        ParameterError: a value is not allowed.
    """
    from swaigctl.python.values import checked_values

    action = action_named(name)
    names = (parameter.name for parameter in action.parameters)
    return Call(action, checked_values(action, dict(zip(names, given, strict=True))), OPTIONS)


for _name in ACTIONS:  # so that errors and help name the class that is used
    getattr(ActionMethods, _name).__qualname__ = f"FunctionResult.{_name}"

SwaigFunctionResult = FunctionResult
"""The SDK's older name for the same class."""
