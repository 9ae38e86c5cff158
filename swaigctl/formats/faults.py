"""The errors of readers."""

from swaigctl.errors import ParameterError


def unreadable(reason: str) -> ParameterError:
    return ParameterError("source", f"{reason}.", wording="can't be read")


def unparsable(language: str, reason: str, source: str = "") -> ParameterError:
    prefix = f"{source!r}: " if source else ""
    return ParameterError(
        language.lower(),
        f"{prefix}not valid {language}: {reason}.",
        allowed=f"{language} text",
        wording=f"must be {language}",
    )
