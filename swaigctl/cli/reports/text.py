"""Findings for people: the place, the sentence, and the line with a mark below it."""

from swaigctl.check.summary import summary_lines
from swaigctl.cli.terminal.streams import line_of
from swaigctl.findings import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from swaigctl.check.validation import FileReport
    from swaigctl.cli.reports.excerpts import Excerpts
    from swaigctl.findings import Finding

    Line = list[tuple[str, str]]
    """Pieces of a line, each with its style."""

STYLES = {ERROR: "bold red", WARNING: "bold yellow", INFO: "bold cyan"}
FAINT = "dim"

MOST_ALLOWED = 12
"""Of the values that are allowed: of more than these nobody reads the list."""


def report(files: "Sequence[FileReport]") -> str:
    return "".join(line_of("".join(text for text, _ in line)) for line in lines_for(files))


def colored(files: "Sequence[FileReport]") -> str:
    """The same with colours as escape sequences, and not a character else."""
    if not any(file.findings for file in files):
        return report(files)
    from rich.text import Text

    from swaigctl.cli.terminal.escaping import visible, without_command
    from swaigctl.cli.terminal.printing import ansi

    whole = Text()
    for line in lines_for(files):
        for index, (text, style) in enumerate(line):
            shown = visible(text)
            whole.append(shown if index else without_command(shown), style)
        whole.append("\n")
    return ansi(whole)


def lines_for(files: "Sequence[FileReport]") -> "Iterator[Line]":
    for file in files:
        for verdict in file.verdicts:
            if not verdict.findings:
                continue
            from swaigctl.cli.reports.excerpts import Excerpts

            excerpts = Excerpts(verdict.read)
            for finding in verdict.findings:
                yield from finding_lines(finding, excerpts)
                yield []
    for line in summary_lines(files):
        yield [(line, "")]


def finding_lines(finding: "Finding", excerpts: "Excerpts") -> "Iterator[Line]":
    """What is said of one finding."""
    style = STYLES[finding.severity]
    line, column = finding.position or (1, 1)
    said = f": {finding.message} [{finding.code}]"
    yield [(f"{finding.file}:{line}:{column}: ", ""), (finding.severity, style), (said, "")]
    place = f"  at {document_path(finding)}"
    place += "" if finding.document is None else f" in document {finding.document}"
    place += f" (platform: {finding.platform})" if finding.platform else ""
    if place != "  at $":
        yield [(place, FAINT)]
    around = excerpts.around((line, column), finding.end)
    if around:
        shown, mark = around
        yield [(f"{line:5} | ", FAINT), (shown, "")]
        yield [("      | ", FAINT), (mark, style)]
    for label, text in notes(finding):
        yield [(f"      = {label}: ", FAINT), (text, "")]


def notes(finding: "Finding") -> "Iterator[tuple[str, str]]":
    """What else helps to understand a finding."""
    if allowed := allowed_beside(finding):
        yield "allowed", allowed
    if finding.source:
        yield "source", finding.source


def allowed_beside(finding: "Finding") -> str:
    """What is allowed, if neither the message says so, nor what was meant."""
    from swaigctl.findings.messages import allowed_text, listed

    allowed = finding.allowed
    if not isinstance(allowed, (tuple, range)) or not allowed or "{allowed}" in finding.sentence:
        return ""
    if isinstance(allowed, range):
        return allowed_text(allowed)
    if finding.suggestion is not None or listed(allowed) in finding.message:
        return ""
    more = len(allowed) - MOST_ALLOWED
    return listed(allowed[:MOST_ALLOWED]) + (f" and {more} more" if more > 0 else "")


def document_path(finding: "Finding") -> str:
    """`$.sections.main[2].connect.to`"""
    from swaigctl.findings.messages import path_text

    return path_text(finding.path, "$")
