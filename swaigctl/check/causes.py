"""Findings that another one causes, or that it makes less severe."""

from swaigctl.catalog.verbs import AGENTS
from swaigctl.findings import ERROR, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Path

IGNORED = ("unknown-name", "unknown-action", "misplaced", "no-effect")
"""Codes that say of a name that what stands behind it is ignored, unless they are errors."""

LEVEL = "one-level-deep"

OF_VALUES = ("type", "empty", "choice", "range", "pattern")
"""Codes that say of a value that it is no such value at all: nothing more is to be said of it."""

OF_PLACES = ("misplaced", "unknown-name", "unknown-verb", "type", "one-level-deep", "required")
"""Codes of findings after which it is not known which names there are."""

DEFINED_IN = {
    "unknown-function": ("SWAIG", "functions", "function"),
    "unknown-step": ("steps", "name"),
    "unknown-context": ("contexts",),
    "unknown-section": ("sections",),
    "unused-section": (),
}
"""The members that have the names which findings of these codes look for."""


UNUSED = ("unused-section", "unused-context")
"""Codes that say that nothing leads to a name: nobody knows that while it has to be another."""


def without_consequences(found: "list[Finding]") -> "list[Finding]":
    """The findings, without those about a value that is wrong already, or that another one causes.

    What lies inside something that the platform ignores can't be worse than that. Where only the
    name is misspelt, nothing is said of the value itself: nobody refuses it.
    """
    found = without_missing_names(found)
    wrong: dict[Path, str] = {}
    ignored: dict[Path, str] = {}
    for each in found:
        if each.code in OF_VALUES and each.is_error and not each.about_key:
            wrong.setdefault(each.path, each.code)
        elif is_ignored(each):
            ignored[each.path] = each.severity
    # A name that is one level too deep is none: nothing else is to be said of it.
    levels = {each.path for each in found if each.code == LEVEL and each.about_key}
    misspelt = {each.path for each in found if each.code == "unknown-name" and each.about_key}
    kept = [
        each
        for each in found
        if (each.path not in levels or each.code == LEVEL)
        and not (each.code in UNUSED and each.path in misspelt)
        and (
            each.about_key
            or (wrong.get(each.path, each.code) == each.code and not is_of_ignored(each, ignored))
        )
    ]
    if not ignored:
        return kept
    return [severe_as_around(each, ignored) if each.is_error else each for each in kept]


def is_ignored(finding: Finding) -> bool:
    """Whether it says of a name that what stands behind it is ignored."""
    return finding.code in IGNORED and finding.about_key and not finding.is_error


def is_of_ignored(finding: Finding, ignored: "dict[Path, str]") -> bool:
    """Whether it says of a value that is ignored that it is no such value as it should be."""
    return finding.code in OF_VALUES and finding.path in ignored


def severe_as_around(finding: Finding, severities: "dict[Path, str]") -> Finding:
    """The finding as severe as whatever around it is ignored, if anything is."""
    for length in range(1, len(finding.path) + 1):
        severity = severities.get(finding.path[:length], ERROR)
        if severity != ERROR:
            return finding.but(severity=severity)
    return finding


def without_missing_names(found: "list[Finding]") -> "list[Finding]":
    """The findings, without names that are missing only because they stand in a wrong place.

    What is wrong with the place is as severe as what comes of it.
    """
    consequences = [each for each in found if each.code in DEFINED_IN]
    if not consequences:
        return found
    causes = [each for each in found if each.code in OF_PLACES]
    dropped: set[int] = set()
    raised: set[int] = set()
    for each in consequences:
        cause = next((other for other in causes if is_cause(other, each)), None)
        if cause is not None:
            dropped.add(id(each))
            if each.is_error:
                raised.add(id(cause))
    return [
        each.but(severity=ERROR) if id(each) in raised else each
        for each in found
        if id(each) not in dropped
    ]


def is_cause(cause: Finding, finding: Finding) -> bool:
    """Whether a name is missing because of what is wrong with the place that has such names."""
    around = scope(finding)
    if cause.path[: len(around)] != around or not cause.path:
        return False
    if finding.code == "unused-section" and cause.code != "required":
        return False  # it is still unused when that is put right
    about = {str(cause.path[-1]), str(cause.suggestion), *map(str, cause.details.values())}
    name = finding.value if finding.has_value else None
    if isinstance(name, str) and {name, repr(name)} & about:
        return True
    names = set(DEFINED_IN[finding.code]) & about
    return bool(names - {"name"}) or ("name" in names and "steps" in cause.path)


def scope(finding: Finding) -> "Path":
    """The path of the agent, or of the document, that has the names which a finding looks for."""
    path = finding.path
    if not finding.code.endswith("-section"):
        ends = [at + 1 for at, step in enumerate(path) if step in AGENTS]
        return path[: ends[-1]] if ends else ()
    ends = [at for at, step in enumerate(path) if step == "sections"]
    return path[: ends[-1]] if ends else ()
