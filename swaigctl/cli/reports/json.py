"""Findings as one JSON object: for programs."""

from swaigctl.cli.reports.summary import summary_object
from swaigctl.findings import ABSENT
from swaigctl.findings.messages import is_secret, path_text
from swaigctl.formats.json import pretty_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.check.validation import FileReport
    from swaigctl.findings import Finding

MASK = "***"
"""Stands for a value that nobody should read in a log."""


def report(files: "Sequence[FileReport]") -> str:
    found = [as_object(finding) for file in files for finding in file.findings]
    text = pretty_json({"findings": found, "summary": summary_object(files)}) + "\n"
    # Halves of surrogate pairs, in texts and for bytes in names of files, are escaped as in JSON.
    return text.encode(errors="backslashreplace").decode()


def as_object(finding: "Finding") -> "dict[str, object]":
    """All that is known of a finding; what is not known is left out, but for the first eight."""
    line, column = finding.position or (None, None)
    members: dict[str, object] = {
        "file": finding.file,
        "path": document_path(finding),
        "line": line,
        "column": column,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
    }
    if finding.end is not None:
        members["end_line"], members["end_column"] = finding.end
    if finding.document is not None:
        members["document"] = finding.document
    hidden = is_secret(finding.path)
    if finding.value is not ABSENT:
        members["value"] = MASK if hidden else finding.value
    if finding.suggestion is not None and not hidden:
        members["suggestion"] = finding.suggestion
    if finding.allowed is not None:
        allowed = finding.allowed
        if isinstance(allowed, range):
            members["allowed"] = {"minimum": allowed.start, "maximum": allowed.stop - 1}
        else:
            members["allowed"] = list(allowed) if isinstance(allowed, tuple) else allowed
    for name in ("source", "platform"):
        if getattr(finding, name):
            members[name] = getattr(finding, name)
    return members


def document_path(finding: "Finding") -> str:
    """`$.sections.main[2].connect.to`"""
    return path_text(finding.path, "$")
