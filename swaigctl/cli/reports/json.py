"""Findings as one JSON object: for programs."""

from swaigctl.check.summary import file_object, summary_object
from swaigctl.cli.reports.changes import Changes
from swaigctl.cli.reports.secrets import MASK
from swaigctl.cli.reports.text import document_path
from swaigctl.cli.terminal.escaping import visible_json
from swaigctl.findings import ABSENT
from swaigctl.findings.messages import is_secret, names_secret, without_login
from swaigctl.formats.json import pretty_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.check.validation import FileReport, Verdict
    from swaigctl.findings import Finding

LONGEST = 1_000
"""How many characters, or values, there may be in a value that is repeated here."""


def report(files: "Sequence[FileReport]") -> str:
    found = []
    for file in files:
        changes = Changes(file)
        for verdict in file.verdicts:
            found += [as_object(finding, verdict, changes) for finding in verdict.findings]
    return json_text(
        {
            "findings": found,
            "files": [file_object(file) for file in files],
            "summary": summary_object(files),
        }
    )


def json_text(value: "dict[str, object]") -> str:
    """JSON for a file, a pipe, a terminal or a log, none of which finds anything in it to obey."""
    return visible_json(pretty_json(value)) + "\n"


def as_object(finding: "Finding", verdict: "Verdict", changes: Changes) -> "dict[str, object]":
    """All that is known of a finding, with its fix."""
    members = facts_of(finding)
    change = changes.of(finding, verdict)
    if change is not None:
        fix, edits = change
        members["fix"] = {
            "message": fix.message,
            "safe": fix.is_safe,
            "edits": [
                {
                    "line": begin[0],
                    "column": begin[1],
                    "end_line": end[0],
                    "end_column": end[1],
                    "text": text,
                }
                for begin, end, text in edits
            ],
        }
    return members


def facts_of(finding: "Finding") -> "dict[str, object]":
    """All that is known of a finding; what is not known is left out, but for the first seven."""
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
    value = MASK if hidden and finding.has_value else repeatable(finding.value)
    if value is not ABSENT:
        members["value"] = value
    suggestion = None if hidden else finding.suggestion
    if suggestion is not None and (suggestion := repeatable(suggestion)) is not ABSENT:
        members["suggestion"] = suggestion
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


def repeatable(value: object) -> object:
    """The value with its secrets masked; ABSENT if it is large, or JSON can't hold it.

    The file has it anyway, and findings in each of many large values would repeat it many times.
    """
    room = LONGEST

    def masked(value: object) -> object:
        nonlocal room
        room -= len(value) if isinstance(value, str) else 1
        if room < 0:
            raise ValueError
        if isinstance(value, dict):
            if not all(isinstance(name, str) for name in value):
                raise ValueError
            room -= sum(map(len, value))
            is_header = names_secret(value)
            return {
                name: MASK
                if is_secret((name,)) or (is_header and name == "value")
                else masked(each)
                for name, each in value.items()
            }
        if isinstance(value, (list, tuple)):
            return list(map(masked, value))
        if isinstance(value, float) and value - value != 0:
            raise ValueError
        if not isinstance(value, (str, int, float)) and value is not None:
            raise ValueError
        return without_login(value) if isinstance(value, str) else value

    try:
        return masked(value)
    except (ValueError, RecursionError):
        return ABSENT
