"""Plain actions that hold or end the call, or the agent's part in it.

They are apart from those that carry SWML, so that most responses that are read import no verbs.
"""

from swaigctl.model.entries import ENDS, HOLDS, Action, Example, Parameter
from swaigctl.model.kinds import PROSE, Boolean, Integer, Switch, Text
from swaigctl.model.places import ConstantBody, FirstOf, Members, Plain
from swaigctl.model.rules import Found, Match, Rule, at_most_one_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.entries import Values

TITLE = "Call control"

# Headings in help.
HOLD = "Hold"
RETURN = "When the hold ends"
WAITING = "Waiting"

hangup = Action(
    "hangup",
    "End the call.",
    Plain("hangup"),
    ConstantBody(),
    description="With 'respond --post-process' the model says its last words before.",
    effect=ENDS,
    examples=(Example("End the call", "hangup"),),
)


def hold_as_sdk(given: "dict[str, object]") -> "dict[str, object]":
    """The SDK takes a number for `prompt` as the timeout, and clamps to 0 to 900 seconds."""
    prompt, timeout = given["prompt"], given["timeout"]
    if isinstance(prompt, bool):
        prompt = None
    elif isinstance(prompt, int):
        prompt, timeout = None, prompt
    clamped = max(0, min(timeout, 900))  # type: ignore[call-overload]
    return {**given, "prompt": prompt, "timeout": clamped}


hold = Action(
    "hold",
    "Put the call on hold.",
    Plain("hold"),
    Members("timeout"),
    (
        Parameter(
            "prompt",
            PROSE,
            "What the model is to say before the hold. It becomes the response, and the model "
            "takes one more turn.",
            group=HOLD,
            annotation="str | int",
        ),
        Parameter(
            "timeout",
            Integer(0, 900, "SECONDS"),
            "How long to hold at most, in seconds.",
            group=HOLD,
            default=300,
            always=True,
            source="The SDK clamps to 0 to 900. On the wire, anything else means 300.",
        ),
        Parameter(
            "step",
            Text("STEP"),
            "The step to go to when the call is taken off hold.",
            group=RETURN,
            keep_empty=True,
        ),
        Parameter(
            "timeout_step",
            Text("STEP"),
            "The step to go to when the time is up. Without it, the call goes on where it was.",
            group=RETURN,
            keep_empty=True,
        ),
    ),
    description="The agent neither listens nor speaks meanwhile.",
    effect=HOLDS,
    prompt="prompt",
    as_sdk=hold_as_sdk,
    examples=(
        Example("Hold for two minutes", "hold --timeout 120"),
        Example(
            "Take a message when nobody comes back",
            "hold --timeout 60 --step back_with_agent --timeout-step take_a_message",
        ),
    ),
)


def timeout_wins(values: "Values") -> "Iterator[Match]":
    """Both are given, and only the timeout is written."""
    if "enabled" in values and "timeout" in values:
        yield Match(("enabled",), values["enabled"], about_key=True)


wait_for_user = Action(
    "wait_for_user",
    "Say how the agent waits for the caller to speak.",
    Plain("wait_for_user"),
    FirstOf("answer_first", "timeout", "enabled"),
    (
        Parameter("enabled", Boolean(), "Wait, or don't. Without any flag: wait.", group=WAITING),
        Parameter(
            "timeout",
            Integer(0, None, "SECONDS"),
            "How long to wait, in seconds.",
            group=WAITING,
            source="Seconds in the SDK; the table of actions on the wire calls it a count.",
        ),
        Parameter(
            "answer_first",
            Switch(word="answer_first"),
            "Wait until the caller has answered.",
            group=WAITING,
            default=False,
        ),
    ),
    rules=(
        at_most_one_of("timeout", "answer_first"),
        at_most_one_of("enabled", "answer_first"),
        Rule(
            "not-used",
            ("enabled",),
            Found(timeout_wins),
            "{subject} is not used beside {timeout}: the action has one value only.",
            in_general="is not used beside {timeout}: the action has one value only.",
            source="The SDK writes the timeout; a guide of the vendor gives both.",
        ),
    ),
    examples=(
        Example("Wait for the caller", "wait-for-user"),
        Example("Wait until the caller has answered", "wait-for-user --answer-first"),
    ),
)

stop = Action(
    "stop",
    "Stop the agent; the call goes on without it.",
    Plain("stop"),
    ConstantBody(),
    effect=ENDS,
    examples=(Example("Stop the agent", "stop"),),
)
