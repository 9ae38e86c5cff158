"""The JSON that steers a SignalWire call, from Python and from the command line.

from swaigctl import FunctionResult

FunctionResult("Joining.").join_conference("team-standup").to_dict()

from swaigctl import SWMLDocument

SWMLDocument().answer().play("say:Hi").hangup().to_dict()

from swaigctl import validate

assert not validate({"response": "Hi.", "action": [{"say": "One moment."}]})
"""

__version__ = "0.1.0"

__all__ = [
    "Finding",
    "FunctionResult",
    "MessagingDocument",
    "ParameterError",
    "SWMLDocument",
    "SwaigFunctionResult",
    "__version__",
    "validate",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.check.validation import validate
    from swaigctl.findings import Finding, ParameterError
    from swaigctl.python.function_result import FunctionResult, SwaigFunctionResult
    from swaigctl.python.swml_document import MessagingDocument, SWMLDocument


def __getattr__(name: str) -> object:
    # Late, because the command line imports this package and needs none of it.
    if name in ("FunctionResult", "SwaigFunctionResult"):
        from swaigctl.python.function_result import FunctionResult

        return FunctionResult
    if name in ("MessagingDocument", "SWMLDocument"):
        from swaigctl.python import swml_document

        return getattr(swml_document, name)
    if name in ("Finding", "ParameterError"):
        from swaigctl import findings

        return getattr(findings, name)
    if name == "validate":
        from swaigctl.check.validation import validate

        return validate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> "list[str]":
    return sorted({*globals(), *__all__})
