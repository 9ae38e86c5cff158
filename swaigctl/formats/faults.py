"""The errors of readers."""

from swaigctl.findings import Finding, SwaigctlError, literal


def unreadable(reason: str) -> SwaigctlError:
    return SwaigctlError(Finding("source", f"{literal(reason)}."))


def unparsable(
    language: str,
    reason: str,
    source: str = "",
    text: str = "",
    index: "int | None" = None,
    is_whole: bool = False,
) -> SwaigctlError:
    """The error for a text that is not what it should be.

    Its sentence has the place as a detail: a report that begins with the place leaves it out.

    Args:
        language: JSON, YAML or TOML.
        reason: what is wrong.
        source: the name of the text, if it has one.
        text: the text itself.
        index: where in it the fault lies, if that is known.
        is_whole: whether the reason is all there is to say: not that the text is not valid.
    """
    position, place = None, ""
    if index is not None:
        from swaigctl.formats.places import position_in

        position = position_in(text, index)
        line = "" if language == "JSON" and "\n" not in text else f"line {position.line}, "
        place = f" ({line}column {position.column})"
    prefix = f"{source!r}: " if source else ""
    prefix += "" if is_whole else f"not valid {language}: "
    return SwaigctlError(
        Finding(
            language.lower(),
            literal(prefix + reason) + ("{place}." if place else "."),
            allowed=f"{language} text",
            position=position,
            details={"place": place},
        )
    )


def without_place(finding: Finding) -> Finding:
    """The same without the place in its sentence, for a report that says it elsewhere."""
    if "place" not in finding.details:
        return finding
    return finding.but(details={**finding.details, "place": ""})
