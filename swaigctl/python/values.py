"""Values as Python programs have them: made into such as JSON has, and checked.

What Python may give for an action's parameters is what the SDK takes, or what a reference has.
"""

from swaigctl.findings import Finding, ParameterError
from swaigctl.formats import MAX_DEPTH
from swaigctl.model.walk import TOO_DEEP, findings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.entries import Action, Parameter
    from swaigctl.model.kinds import Kind

    Values = dict[str, object]


class PythonKinds(dict["Parameter", "Kind"]):
    """By a parameter: what Python may give for it. The SDK takes a SWML variable only for what is
    text on the wire; where it has a type of Python's own, a program puts the value in itself.
    """

    def __missing__(self, parameter: "Parameter") -> "Kind":
        kind = parameter.kind
        self[parameter] = kind if getattr(kind, "as_text", False) else kind.literal
        return self[parameter]


PYTHON_KINDS = PythonKinds()


def annotation(parameter: "Parameter") -> str:
    """The parameter's type as Python source."""
    return parameter.own_annotation or PYTHON_KINDS[parameter].annotation


def checked_values(action: "Action", given: "Values") -> "Values":
    """The values that Python gave, refused where the SDK or a reference refuses them.

    Raises:
        ParameterError: the first fault, in the documented order of the parameters.
    """
    if action.as_sdk is not None:
        given = action.as_sdk(given)
    for parameter in action.parameters:
        value = given[parameter.name]
        if action.reference_is_law or parameter.refused_by_sdk:
            given[parameter.name] = checked_value(parameter, value)
        elif parameter.default is False and not parameter.always:
            # The SDK asks whether it is true, and writes true.
            given[parameter.name] = bool(value)
    for rule in action.rules:
        if rule.refused_by_sdk:
            for finding in rule.find(given):
                raise ParameterError(finding.but(sentence=rule.wording))
    return given


def checked_value(parameter: "Parameter", value: object) -> object:
    """The value that Python gave for a parameter, in its normal form.

    Raises:
        ParameterError: the first fault.
    """
    if isinstance(value, (tuple, list, dict)):
        try:
            value = as_json(value)
        except ParameterError as error:
            raise ParameterError(error.finding.within(parameter.name)) from None
    if not (value is None and parameter.may_be_none):
        for fault in findings(PYTHON_KINDS[parameter], value):
            finding = fault.within(parameter.name)
            raise ParameterError(finding, parameter.wording or sdk_wording(finding))
    return parameter.normal(value)


def sdk_wording(finding: Finding) -> str:
    """How the vendor's SDK words most faults of this kind."""
    if finding.code == "required":
        return "is required"
    if finding.code == "empty":
        return "cannot be empty"
    if finding.code == "choice" and isinstance(finding.allowed, tuple):
        return f"must be one of {list(finding.allowed)}"
    from swaigctl.findings.messages import allowed_text

    return f"must be {allowed_text(finding.allowed)}"


def as_json(value: object, depth: int = 0) -> object:
    """A copy of a value that shares nothing with it; what else JSON can't hold stays in it.

    Tuples become lists, and what has a `to_dict` becomes what that returns: documents, responses.

    Raises:
        ParameterError: the value nests too deep.
    """
    if depth > MAX_DEPTH:
        raise ParameterError(TOO_DEEP)
    to_dict = getattr(value, "to_dict", None)
    if callable(to_dict) and not isinstance(value, type):
        value = to_dict()
    if isinstance(value, dict):
        return {name: as_json(member, depth + 1) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(item, depth + 1) for item in value]
    return value
