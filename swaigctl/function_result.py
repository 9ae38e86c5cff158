"""The answer to a SWAIG webhook, built in Python."""

from __future__ import annotations

from swaigctl.action_methods import ActionMethods
from swaigctl.catalog import action_named
from swaigctl.wire import on_the_wire, response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


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
            parts = {"tool_result": tool_result, "tool_prompt": tool_prompt}
            self.response = {name: text for name, text in parts.items() if text is not None}

    def to_dict(self) -> dict[str, Any]:
        """The response as the webhook answers it.

        Empty parts are left out, and `post_process` where there is no action to wait with. A
        result with neither response nor action says `"Action completed."`, as in the SDK.
        """
        return response(self.response, self.action, self.post_process)

    def _add(self, name: str, given: tuple[object, ...]) -> Self:
        """Append the action of this name; `given` holds its parameters in the documented order."""
        action = action_named(name)
        names = (parameter.name for parameter in action.parameters)
        values = action.check(dict(zip(names, given, strict=True)))
        self.action.append(on_the_wire(action, values))
        return self


SwaigFunctionResult = FunctionResult
"""The SDK's older name for the same class."""
