"""The errors of readers."""

from swaigctl.findings import Finding, SwaigctlError, literal


def unreadable(reason: str) -> SwaigctlError:
    return SwaigctlError(Finding("source", f"{literal(reason)}."))


def unparsable(
    language: str, reason: str, source: str = "", text: str = "", index: "int | None" = None
) -> SwaigctlError:
    """The error for a text that is not what it should be.

    Args:
        language: JSON, YAML or TOML.
        reason: what is wrong.
        source: the name of the text, if it has one.
        text: the text itself.
        index: where in it the fault lies, if that is known.
    """
    position, place = None, ""
    if index is not None:
        from swaigctl.formats.places import position_in

        position = position_in(text, index)
        line = "" if language == "JSON" and "\n" not in text else f"line {position.line}, "
        place = f" ({line}column {position.column})"
    prefix = f"{source!r}: " if source else ""
    sentence = literal(f"{prefix}not valid {language}: {reason}{place}.")
    return SwaigctlError(
        Finding(language.lower(), sentence, allowed=f"{language} text", position=position)
    )
