"""Values as Python programs have them, made into such as JSON has."""

from swaigctl.findings import ParameterError
from swaigctl.formats import MAX_DEPTH
from swaigctl.model.walk import TOO_DEEP


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
