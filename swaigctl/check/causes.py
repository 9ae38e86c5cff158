"""Findings that another one causes, or that it makes less severe."""

from swaigctl.findings import ERROR, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Path

IGNORED = ("unknown-name", "unknown-action", "misplaced", "no-effect")
"""Codes that say of a name that what stands behind it is ignored, unless they are errors."""

OF_VALUES = ("type", "empty", "choice", "range", "pattern")
"""Codes that say of a value that it is no such value at all: nothing more is to be said of it."""


UNUSED = ("unused-section", "unused-context")
"""Codes that say that nothing leads to a name: nobody knows that while it has to be another."""


def without_consequences(found: "list[Finding]") -> "list[Finding]":
    """The findings, without those about a value that is wrong already.

    What lies inside something that the platform ignores can't be worse than that.
    """
    wrong: dict[Path, str] = {}
    ignored: dict[Path, str] = {}
    for each in found:
        if each.code in OF_VALUES and each.is_error and not each.about_key:
            wrong.setdefault(each.path, each.code)
        elif is_ignored(each):
            ignored[each.path] = each.severity
    misspelt = {each.path for each in found if each.code == "unknown-name" and each.about_key}
    kept = [
        each
        for each in found
        if (each.about_key or wrong.get(each.path, each.code) == each.code)
        and not (each.code in UNUSED and each.path in misspelt)
    ]
    if not ignored:
        return kept
    return [severe_as_around(each, ignored) if each.is_error else each for each in kept]


def is_ignored(finding: Finding) -> bool:
    """Whether it says of a name that what stands behind it is ignored, whatever was meant."""
    return finding.code in IGNORED and finding.about_key and not finding.is_error


def severe_as_around(finding: Finding, severities: "dict[Path, str]") -> Finding:
    """The finding as severe as whatever around it is ignored, if anything is."""
    for length in range(1, len(finding.path) + 1):
        severity = severities.get(finding.path[:length], ERROR)
        if severity != ERROR:
            return finding.but(severity=severity)
    return finding
