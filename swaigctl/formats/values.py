"""Which values JSON can hold."""

from swaigctl.errors import ParameterError, SwaigctlError, shown

MAX_NODES = 1_000_000
"""How many values a document may have: YAML's aliases can make a page expand without end."""

MAX_DEPTH = 200
"""How deep a document may nest: far beyond any real one, and short of Python's recursion limit."""


def check_json(value: object) -> None:
    """Nothing, if JSON in UTF-8 can hold `value`.

    Raises:
        ParameterError: something in it has no form in JSON; `path` says where.
    """
    check_inside(value, 0, [0])


def check_inside(value: object, depth: int, seen: "list[int]") -> None:
    """`check_json` at some depth; `seen` counts what was visited so far."""
    seen[0] += 1
    if depth > MAX_DEPTH:
        raise not_json(value, f"nests deeper than {MAX_DEPTH} levels, or holds itself")
    if seen[0] > MAX_NODES:
        raise not_json(value, f"has more than {MAX_NODES:,} values inside")
    if isinstance(value, str):
        if not value.isascii():
            check_unicode(value)
    elif isinstance(value, dict):
        for name, member in value.items():
            if not isinstance(name, str):
                raise not_json(value, f"the name {name!r} is not text")
            try:
                check_unicode(name)
                check_inside(member, depth + 1, seen)
            except SwaigctlError as error:
                raise within(error, name) from None
    elif isinstance(value, list):
        for index, item in enumerate(value):
            try:
                check_inside(item, depth + 1, seen)
            except SwaigctlError as error:
                raise within(error, index) from None
    elif isinstance(value, float):
        if value - value != 0:
            raise not_json(value, f"{value!r} is no JSON number")
    elif isinstance(value, int):
        if has_too_many_digits(value):
            raise not_json(value, "a number has too many digits")
    elif value is not None:
        raise not_json(value, f"{type(value).__name__} has no JSON form")


def within(error: SwaigctlError, name: "str | int") -> SwaigctlError:
    return error.within(name) if isinstance(error, ParameterError) else error


def has_too_many_digits(value: int) -> bool:
    """Whether Python won't write it in decimal: `0x` and `0o` may give more than 4,300 digits."""
    if value.bit_length() < 2_000:  # 640 digits, the least that the limit can be
        return False
    try:
        repr(value)
    except ValueError:
        return True
    return False


def check_unicode(text: str) -> None:
    if not is_unicode(text):
        raise not_json(text, f"{shown(text)} is not valid UTF-8 text")


def is_unicode(text: str) -> bool:
    """Whether it has no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def not_json(value: object, what: str) -> ParameterError:
    return ParameterError("json", f"{what}.", value=value, allowed="JSON", wording="must be JSON")
