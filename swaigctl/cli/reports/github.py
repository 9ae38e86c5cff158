"""Findings as annotations of GitHub Actions, and as text for whoever reads the log.

The commands that make annotations stand in a group, which is folded: the log would repeat each of
them otherwise, without its place. What follows is the text for people.
"""

import os

from swaigctl.check.files import STDIN_NAME
from swaigctl.cli.reports import text
from swaigctl.cli.reports.paths import below, with_slashes
from swaigctl.cli.terminal.escaping import visible
from swaigctl.cli.terminal.streams import line_of
from swaigctl.findings import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from swaigctl.check.validation import FileReport
    from swaigctl.findings import Finding

COMMANDS = {ERROR: "error", WARNING: "warning", INFO: "notice"}

MOST = 10
"""Of each severity GitHub shows as many of a step, and leaves out the rest."""


def report(files: "Sequence[FileReport]") -> str:
    findings = [finding for file in files for finding in file.findings]
    return "".join(annotations(findings)) + text.report(files)


def annotations(findings: "list[Finding]") -> "Iterator[str]":
    """The lines that make annotations: errors first, and no more than are shown."""
    if not findings:
        return
    yield "::group::Annotations\n"
    left_out = []
    for severity, command in COMMANDS.items():
        found = [finding for finding in findings if finding.severity == severity]
        for finding in found[:MOST]:
            yield annotation(command, finding)
        if len(found) > MOST:
            left_out.append(f"{MOST} of {len(found):,} {command}s")
    yield "::endgroup::\n"
    if left_out:
        yield line_of(f"GitHub annotates {', '.join(left_out)}; all of them are here:")


def annotation(command: str, finding: "Finding") -> str:
    """The command that makes an annotation."""
    message = finding.message
    line, column = finding.position or (1, 1)
    properties: dict[str, object] = {"title": f"swaigctl: {finding.code}"}
    if finding.file == STDIN_NAME:  # GitHub can't show it
        message = f"{finding.file}:{line}:{column}: {message}"
    else:
        end_line, end_column = finding.end or (line, column)
        # GitHub takes columns only where the line of the end is that of the beginning.
        columns = {"col": column, "endColumn": end_column} if end_line == line else {}
        place = {"file": path_in_workspace(finding.file), "line": line, "endLine": end_line}
        properties = {**place, **columns, **properties}
    written = ",".join(f"{name}={in_property(str(each))}" for name, each in properties.items())
    return f"::{command} {written}::{in_data(message)}\n"


def path_in_workspace(file: str) -> str:
    """The file as GitHub knows it: seen from the root of the repository."""
    root = os.environ.get("GITHUB_WORKSPACE")
    inside = below(root, file) if root else None
    return inside or with_slashes(os.path.normpath(file))


def in_data(message: str) -> str:
    """Text as the data of a command: one line, and no command itself."""
    return visible(message).replace("%", "%25")


def in_property(value: str) -> str:
    """Text as a property of a command."""
    return in_data(value).replace(":", "%3A").replace(",", "%2C")
