"""How many findings there are in how many files, and as what those were judged."""

from swaigctl.check.kinds import KINDS, TITLES
from swaigctl.cli.reports.fixed import fixes_object, fixes_phrase
from swaigctl.findings import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.check.validation import FileReport

SEVERITIES = (ERROR, WARNING, INFO)


def counts(files: "Sequence[FileReport]") -> "dict[str, int]":
    """How many findings there are of each severity."""
    found = dict.fromkeys(SEVERITIES, 0)
    for file in files:
        for finding in file.findings:
            found[finding.severity] += 1
    return found


def documents(files: "Sequence[FileReport]") -> "dict[str, int]":
    """How many documents were judged as each kind."""
    found = dict.fromkeys(KINDS, 0)
    for file in files:
        for verdict in file.verdicts:
            if verdict.kind:
                found[verdict.kind] += 1
    return found


def summary_object(files: "Sequence[FileReport]") -> "dict[str, object]":
    """The summary for programs."""
    by_severity = counts(files)
    return {
        "files": sum(not file.is_skipped for file in files),
        "skipped": sum(file.is_skipped for file in files),
        "documents": documents(files),
        "errors": by_severity[ERROR],
        "warnings": by_severity[WARNING],
        "infos": by_severity[INFO],
        **fixes_object(files),
    }


def summary_line(files: "Sequence[FileReport]") -> str:
    """The summary for people: `2 errors, 1 warning in 3 files (…).`"""
    by_severity = counts(files)
    judged = [file for file in files if not file.is_skipped]
    skipped = len(files) - len(judged)
    kinds = [
        f"1 {TITLES[kind][0].partition(' ')[2]}" if count == 1 else f"{count} {TITLES[kind][1]}"
        for kind, count in documents(files).items()
        if count
    ]
    names = {ERROR: "error", WARNING: "warning", INFO: "note"}
    said = ", ".join(
        counted(count, names[severity]) for severity, count in by_severity.items() if count
    )
    line = f"{said or 'No findings'} in {counted(len(judged), 'file')}"
    line += f" ({', '.join(kinds)})" if kinds else ""
    line += f"; {counted(skipped, 'file')} skipped" if skipped else ""
    return f"{line}{fixes_phrase(files)}."


def counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
