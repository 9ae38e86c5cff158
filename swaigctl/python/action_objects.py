# Written by `python -m swaigctl.generate`; don't edit.
"""The types of the objects that methods of `FunctionResult` take.

A type checker compares an object that is written out with them. A variable is taken if it has one
of these types, or is a `dict[str, Any]`, as for the SDK.
"""

from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class OnlyAny:
    """No value is one: it stands where a type checker is to take `Any`, and nothing that it knows.

    So a `dict[str, OnlyAny]` is a `dict[str, Any]`, but no object that is written out.
    """


FunctionToggle = TypedDict(
    "FunctionToggle",
    {
        "function": Required[str | list[str]],
        "active": Required[bool | int],
    },
    total=False,
)

Settings = TypedDict(
    "Settings",
    {
        "frequency-penalty": float,
        "presence-penalty": float,
        "max-tokens": int,
        "top-p": float,
        "confidence": float,
        "barge-confidence": float,
        "temperature": float,
    },
    total=False,
)

PayPromptAction = TypedDict(
    "PayPromptAction",
    {
        "type": Required[Literal["Say", "Play"]],
        "phrase": Required[str],
    },
    total=False,
)

PayPrompt = TypedDict(
    "PayPrompt",
    {
        "for": Required[Literal["payment-card-number", "expiration-date", "security-code", "postal-code", "payment-processing", "payment-completed", "payment-failed", "payment-cancelled", "payment-canceled"]],
        "actions": Required[Sequence[PayPromptAction | dict[str, OnlyAny]]],
        "card_type": str,
        "error_type": str,
        "attempts": str,
    },
    total=False,
)
