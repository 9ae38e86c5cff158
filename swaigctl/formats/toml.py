"""TOML, read."""

from swaigctl.formats.faults import unparsable


def parsed_toml(text: str, source: str = "") -> object:
    """The value of a text.

    Raises:
        SwaigctlError: it is not TOML, or has a number that JSON can't hold.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        reason, index = told(str(fault), text)
        raise unparsable("TOML", reason, source, text, index) from None
    except (ValueError, RecursionError):
        from swaigctl.formats.toml_scanner import first_fault

        index, reason = first_fault(text) or (None, "a value can't be read")
        raise unparsable("TOML", reason, source, text, index) from None


def told(message: str, text: str) -> "tuple[str, int | None]":
    """What `tomllib` says of a text, and where; older Pythons have both in the message alone."""
    from re import fullmatch

    from swaigctl.formats.places import Lines

    found = fullmatch(r"(?s)(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    what, line, column = found.groups() if found else (message, None, None)
    reason = what[:1].lower() + what[1:]
    if line and column:
        return reason, Lines(text).starts[int(line) - 1] + int(column) - 1
    return reason, len(text.rstrip()) if found else None
