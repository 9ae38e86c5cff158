"""How many findings there are in how many files, and as what those were judged."""

from swaigctl.check.kinds import KINDS, TITLES
from swaigctl.check.validation import UNREADABLE, UNRECOGNISED
from swaigctl.findings import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from swaigctl.check.validation import FileReport

SEVERITIES = (ERROR, WARNING, INFO)

PLURALS = {ERROR: "errors", WARNING: "warnings", INFO: "infos"}
"""How programs read the number of each."""

MOST_NAMES = 5
"""Of files that were skipped."""

OF_SEVERAL = {
    UNRECOGNISED: "nothing in them is SWML, a response or an action",
    UNREADABLE: "they can't be read, and have none of the names of such documents",
}
"""Why several files were skipped, by why one is."""


def counts(files: "Iterable[FileReport]") -> "dict[str, int]":
    """How many findings there are of each severity."""
    found = dict.fromkeys(SEVERITIES, 0)
    for file in files:
        for finding in file.findings:
            found[finding.severity] += 1
    return found


def documents(files: "Iterable[FileReport]") -> "dict[str, int]":
    """How many documents were judged as each kind."""
    found = dict.fromkeys(KINDS, 0)
    for file in files:
        for verdict in file.verdicts:
            if verdict.kind:
                found[verdict.kind] += 1
    return found


def summary_object(files: "Sequence[FileReport]") -> "dict[str, object]":
    """The summary for programs."""
    from swaigctl.check import fixed

    return {
        "files": sum(not file.skipped for file in files),
        "skipped": sum(bool(file.skipped) for file in files),
        "documents": documents(files),
        **numbers(files),
        **fixed.fixes_object(files),
    }


def numbers(files: "Iterable[FileReport]") -> "dict[str, int]":
    return {PLURALS[severity]: count for severity, count in counts(files).items()}


def file_object(file: "FileReport") -> "dict[str, object]":
    """As what a file was judged, for programs."""
    if file.skipped:
        return {"file": file.file, "skipped": file.skipped}
    return {"file": file.file, "documents": kinds_in(file), **numbers([file])}


def kinds_in(file: "FileReport") -> "dict[str, int]":
    """The kinds of documents that there are in a file, and how many of each."""
    return {kind: count for kind, count in documents([file]).items() if count}


def summary_lines(files: "Sequence[FileReport]") -> "list[str]":
    """The summary for people."""
    skipped: dict[str, list[str]] = {}
    for file in files:
        if file.skipped:
            skipped.setdefault(file.skipped, []).append(file.file)
    return [*(skipped_line(why, names) for why, names in skipped.items()), summary_line(files)]


def skipped_line(why: str, names: "list[str]") -> str:
    """`Skipped 2 files, as nothing in them is SWML, a response or an action: a.json, b.json.`"""
    why = OF_SEVERAL[why] if len(names) > 1 else why
    first = ", ".join(names[:MOST_NAMES])
    more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
    return f"Skipped {counted(len(names), 'file')}, as {why}: {first}{more}."


def summary_line(files: "Sequence[FileReport]") -> str:
    """`2 errors, 1 warning in 3 files (judged as 2 responses, 1 SWML document for calls).`"""
    judged = [file for file in files if not file.skipped]
    kinds = {kind: count for kind, count in documents(judged).items() if count}
    if sum(kinds.values()) == 1 and len(judged) == 1:
        as_what = "".join(TITLES[kind][0] for kind in kinds)
    else:
        as_what = ", ".join(
            f"{count:,} {TITLES[kind][1] if count > 1 else TITLES[kind][0].partition(' ')[2]}"
            for kind, count in kinds.items()
        )
    said = ", ".join(
        counted(count, severity) for severity, count in counts(judged).items() if count
    )
    line = f"{said or 'No findings'} in {counted(len(judged), 'file')}"
    line += f" (judged as {as_what})" if as_what else ""
    if said or any(file.fixed is not None for file in judged):
        from swaigctl.check.fixed import fixes_phrase

        line += fixes_phrase(files)
    return f"{line}."


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
