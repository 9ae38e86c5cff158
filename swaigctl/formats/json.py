"""JSON: read strictly, written the same on every run.

The writer is our own because importing `json` (and with it `re`) costs more than half of bare
Python's start-up; a property test holds it to `json.dumps`. Reading is left to `json`, which comes
in only when it is needed.
"""

try:
    from _json import encode_basestring  # CPython's C accelerator, without its package
except ImportError:
    from json.encoder import encode_basestring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

quoted = encode_basestring

SPACE = " \t\r\n"
"""What JSON takes for white space."""


def pretty_json(value: object, indent: str = "\n") -> str:
    """`value` as JSON, two spaces a level."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        if not value:
            return "{}"
        inner = indent + "  "
        members = [f"{quoted(name)}: {pretty_json(each, inner)}" for name, each in value.items()]
        return "{" + inner + ("," + inner).join(members) + indent + "}"
    if isinstance(value, list):
        if not value:
            return "[]"
        inner = indent + "  "
        items = [pretty_json(item, inner) for item in value]
        return "[" + inner + ("," + inner).join(items) + indent + "]"
    return scalar_json(value)


def compact_json(value: object) -> str:
    """`value` as JSON on one line, without spaces."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        members = [f"{quoted(name)}:{compact_json(member)}" for name, member in value.items()]
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact_json, value)) + "]"
    return scalar_json(value)


def scalar_json(value: object) -> str:
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    return repr(value)  # int and finite float, as `json` writes them


def parsed_json(text: str, source: str = "") -> object:
    """Strict JSON: no NaN, no infinity, no name twice in one object, no trailing comma.

    Raises:
        SwaigctlError: it isn't.
    """
    import json

    from swaigctl.formats.faults import unparsable

    try:
        return json.loads(
            text, object_pairs_hook=object_of, parse_constant=refuse, parse_float=number
        )
    except json.JSONDecodeError:
        if not text.strip(SPACE):
            raise unparsable("JSON", "it is empty", source) from None
        from swaigctl.formats.json_faults import syntax_fault as first_fault
    except (ValueError, RecursionError):  # one of the three, more than 4,300 digits, or too deep
        from swaigctl.formats.json_scanner import first_fault
    index, reason, is_whole = first_fault(text) or (None, "a value can't be read", False)
    raise unparsable("JSON", reason, source, text, index, is_whole)


def quick_json(text: str) -> object:
    """The value of strict JSON, read without the package `json`, whose import takes longer.

    Raises:
        ValueError, RecursionError: it isn't; `parsed_json` says why.
    """
    begin = len(text) - len(text.lstrip(SPACE))
    try:
        value, end = scanner()(text, begin)
    except (StopIteration, SystemError):  # the latter on 3.11, whose scanner has no error to
        raise ValueError(text) from None  # raise until the package `json` is imported
    if text[end:].strip(SPACE):
        raise ValueError(text)
    return value


def scanner() -> "Callable[[str, int], tuple[object, int]]":
    """What reads one value at an index, and says where it ends; it raises StopIteration too."""
    if "made" not in SCANNER:
        try:
            from _json import make_scanner

            SCANNER["made"] = make_scanner(Strict())  # type: ignore[arg-type]  # any object has them
        except ImportError:
            from json import JSONDecoder

            SCANNER["made"] = JSONDecoder(
                object_pairs_hook=object_of, parse_constant=refuse, parse_float=number
            ).scan_once  # type: ignore[attr-defined]  # typeshed lacks it
    return SCANNER["made"]


SCANNER: "dict[str, Callable[[str, int], tuple[object, int]]]" = {}


class Strict:
    """How a scanner of `json` is to read."""

    strict = True
    object_hook = None
    parse_int = int

    def __init__(self) -> None:
        self.object_pairs_hook = object_of
        self.parse_float = number
        self.parse_constant = refuse


def object_of(pairs: "list[tuple[str, object]]") -> "dict[str, object]":
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a name stands twice")
    return members


def refuse(constant: str) -> object:
    raise ValueError(constant)


def number(digits: str) -> float:
    value = float(digits)
    if value - value != 0:
        raise ValueError(digits)
    return value
