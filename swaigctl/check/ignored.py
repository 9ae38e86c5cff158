"""What lies inside something that the platform ignores can't be worse than that."""

from swaigctl.findings import ERROR, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Path

IGNORED = ("unknown-name", "unknown-action", "misplaced", "no-effect")
"""Codes that say of a name that what stands behind it is ignored, unless they are errors."""


def judged_as_ignored(found: "list[Finding]") -> "list[Finding]":
    """The findings, where errors inside something ignored are as severe as that is."""
    severities: dict[Path, str] = {
        each.path: each.severity
        for each in found
        if each.about_key and not each.is_error and each.code in IGNORED
    }
    if not severities:
        return found
    return [severity_inside(each, severities) if each.is_error else each for each in found]


def severity_inside(finding: Finding, severities: "dict[Path, str]") -> Finding:
    """The finding as severe as whatever around it is ignored, if anything is."""
    for length in range(1, len(finding.path) + 1):
        severity = severities.get(finding.path[:length], ERROR)
        if severity != ERROR:
            return finding.but(severity=severity)
    return finding
