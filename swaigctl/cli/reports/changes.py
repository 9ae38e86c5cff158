"""A fix as lines and columns, for programs that change texts by them."""

from swaigctl.cli.reports.secrets import Secrets
from swaigctl.findings.messages import is_secret
from swaigctl.formats.places import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.check.validation import FileReport, Verdict
    from swaigctl.findings import Finding
    from swaigctl.findings.fixes import Fix

    Change = tuple[tuple[int, int], tuple[int, int], str]
    """Where a piece of a file begins and ends, and what stands there instead."""


class Changes:
    """The fixes of a file's findings."""

    def __init__(self, file: "FileReport") -> None:
        self.lines = Lines(file.text)
        self.secrets: tuple[Verdict, Secrets] | None = None
        """Those of the document that was asked about last."""

    def of(self, finding: "Finding", verdict: "Verdict") -> "tuple[Fix, list[Change]] | None":
        """The fix of a finding; None if there is none, or if it would show a secret."""
        fix = finding.fix
        if fix is None or is_secret(finding.path):
            return None
        if self.secrets is None or self.secrets[0] is not verdict:
            self.secrets = verdict, Secrets(verdict.read)
        if self.secrets[1].shows_in("\n".join(text for _, _, text in fix.edits)):
            return None
        position = self.lines.position
        return fix, [(position(begin), position(end), text) for begin, end, text in fix.edits]
