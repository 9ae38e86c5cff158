"""The JSON that steers a SignalWire call, from Python and from the command line.

from swaigctl import FunctionResult

FunctionResult("Joining.").join_conference("team-standup").to_dict()

from swaigctl import SWMLDocument

SWMLDocument().answer().play("say:Hi").hangup().to_dict()
"""

__version__ = "0.1.0"

__all__ = [
    "FunctionResult",
    "MessagingDocument",
    "ParameterError",
    "SWMLDocument",
    "SwaigFunctionResult",
    "__version__",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import ParameterError
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
    if name == "ParameterError":
        from swaigctl.findings import ParameterError

        return ParameterError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> "list[str]":
    return sorted({*globals(), *__all__})
