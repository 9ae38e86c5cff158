"""What is missing beside what is wrong; imported only where something is wrong."""

from swaigctl.findings import ABSENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.findings import Finding, Path
    from swaigctl.model.entries import Action

    Values = dict[str, object]


def missing_beside(
    action: "Action",
    values: "Values",
    found: "Iterable[Finding]",
    place: "Path" = (),
    meant: "Iterable[str]" = (),
) -> "Iterator[Finding]":
    """What an action still lacks, and what can't go together, where findings tell of other faults.

    Args:
        action: what is called.
        values: its parameters, as far as they are right.
        found: what is wrong; what these findings speak of is not told again.
        place: where the action's parameters lie in the findings' paths.
        meant: what else was given for parameters, or their members, in a way that is told already.
    """
    explained = set(explained_by(action, found, place, meant))
    given = {**values, **dict.fromkeys(explained, ABSENT)}
    for finding in action.missing(given):
        if finding.path[0] not in explained:
            yield finding


def explained_by(
    action: "Action", found: "Iterable[Finding]", place: "Path", meant: "Iterable[str]"
) -> "Iterator[str]":
    """The parameters that findings speak of: those given, and those that names were meant for."""
    names = {name.partition(".")[0] for name in meant}
    for finding in found:
        if finding.path[: len(place)] != place or len(finding.path) == len(place):
            continue
        names.add(str(finding.path[len(place)]).partition(".")[0])
        if finding.code == "unknown-name" and len(finding.path) == len(place) + 1:
            names.add(str(finding.suggestion))
    for parameter in action.all_parameters:
        if not names.isdisjoint(parameter.names):
            yield parameter.name
