"""Findings for people: the place, the sentence, and the line with a mark below it."""

from swaigctl.cli.reports.summary import summary_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.check.validation import FileReport
    from swaigctl.findings import Finding


def report(files: "Sequence[FileReport]") -> str:
    from swaigctl.cli.terminal.streams import line_of

    lines = []
    for file in files:
        for verdict in file.verdicts:
            for finding in verdict.findings:
                lines += finding_lines(finding, verdict.read.text, verdict.read.line)
                lines.append("")
    return "".join(map(line_of, [*lines, summary_line(files)]))


def finding_lines(finding: "Finding", text: str, before: int) -> "list[str]":
    """What is said of one finding. `before`: how many lines come before `text` in its file."""
    from swaigctl.cli.reports.json import document_path

    line, column = finding.position or (1, 1)
    first = f"{finding.file}:{line}:{column}: {finding.severity}: {finding.message}"
    lines = [f"{first} [{finding.code}]", f"  at {document_path(finding)}"]
    shown = text.split("\n")[line - 1 - before : line - before]
    if shown:
        lines.append(f"{line:5} | {shown[0]}")
        end_line, end = finding.end or (line, column)
        width = end - column if end_line == line else 1
        lines.append(f"      | {' ' * (column - 1)}{'^' * max(1, width)}")
    return lines
