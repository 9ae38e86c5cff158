"""The part of `swaigctl validate` that puts files right, or shows what that would change."""

import sys
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from swaigctl.catalog.program.validation import validate
from swaigctl.check.files import STDIN
from swaigctl.check.fixes import put_right, with_fixes, with_verdicts
from swaigctl.check.summary import counted
from swaigctl.check.validation import Verdict, file_report
from swaigctl.check.writing import write_text
from swaigctl.cli.answers import diff_of
from swaigctl.cli.terminal.escaping import document_on_terminal, visible
from swaigctl.cli.terminal.streams import (
    is_terminal,
    line_of,
    write_error,
    write_out,
    write_to_stderr,
)
from swaigctl.findings import Finding, SwaigctlError, flag_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from swaigctl.build.calls import Options
    from swaigctl.check.files import Candidate
    from swaigctl.check.validation import FileReport


class Fixing:
    """What `--fix`, `--unsafe-fixes` and `--diff` ask for."""

    def __init__(self, options: "Options") -> None:
        """Read the flags.

        Raises:
            SwaigctlError: they don't go together.
        """
        self.is_diff = bool(options["diff"])
        self.unsafe = bool(options["unsafe_fixes"])
        if not (options["fix"] or self.is_diff):
            raise refused("unsafe_fixes", "says how far '--fix' or '--diff' goes: give one of them")
        if self.is_diff:
            for name in ("format", "output"):
                if options[name] != default_of(name):
                    other = flag_of(name)
                    raise refused("diff", f"shows changes and no findings: leave '{other}' out")
        self.output = str(options["output"] or "")
        self.kind, self.lines = str(options["as"] or ""), bool(options["lines"])
        self.diff: list[str] = []
        self.count = 0
        self.stdin_text: str | None = None
        """Standard input, put right."""

    def refuse_unwritable(self, found: "list[Candidate]") -> None:
        """Nothing, if the report can be written to its file, so that files may be changed.

        Raises:
            SwaigctlError: it can't.
        """
        if self.output in ("", "-") or self.is_diff:
            return
        from swaigctl.cli.reports.output_file import is_same, refuse_unwritable

        same = [each for each in found if is_same(self.output, each.path)]
        files = [file_report(each.path, each.is_named, self.kind, self.lines) for each in same]
        refuse_unwritable(self.output, files)

    def treated(
        self, path: str, file: "FileReport", kept: "Callable[[FileReport], FileReport]"
    ) -> "FileReport":
        """A file after this was done with it: what is left to find, and how to put that right.

        Args:
            path: the file, as it was given.
            file: what was found in it.
            kept: what leaves out the findings that don't count.
        """
        done = put_right(file, self.unsafe, kept)
        before, after = file.text, done.file.text
        self.count += done.count
        if self.is_diff:
            if after != before:
                name = visible(file.file)
                self.diff += diff_of(before, after, name, name)
            return file
        if path == STDIN:
            self.stdin_text = after
        elif after != before:
            try:
                write_text(path, before, after)
            except SwaigctlError as error:
                return with_failure(file, error.finding)
        report = with_fixes(done.file)
        report.fixed = done.count
        return report

    def written(self, report: str) -> int:
        """Write a report, and standard input put right before it, if that was a file; the status.

        That takes standard output then, and the report goes to standard error.
        """
        if self.stdin_text is None:
            return write_out(report)
        status = write_out(self.on_stdout(self.stdin_text))
        write_to_stderr(report)
        return status

    def on_stdout(self, text: str) -> str:
        """Standard input, put right, as it came in; a terminal gets what it can show."""
        from swaigctl.formats.inputs import standard_input

        if not is_terminal(sys.stdout):
            return "\ufeff" * standard_input().startswith(BOM_UTF8) + text
        is_json = text.lstrip()[:1] in ("{", "[")
        return document_on_terminal(text.replace("\r\n", "\n"), "json" if is_json else "yaml")

    def shown(self, files: "list[FileReport]") -> int:
        """Print what would change; the exit status: 1 if something would, or can't be read."""
        shown = line_of if is_terminal(sys.stdout) else "{}\n".format
        status = write_out("".join(shown(line) for line in self.diff))
        if status:
            return status
        if self.count:
            how = "--fix --unsafe-fixes" if self.unsafe else "--fix"
            write_error(f"'{how}' would put {counted(self.count, 'finding')} right.")
        elif left := sum(len(file.findings) for file in files):
            safely = "" if self.unsafe else " safely"
            write_error(f"{counted(left, 'finding')}, of which none can be put right{safely}.")
        unread = [
            finding
            for file in files
            for verdict in file.verdicts
            if verdict.read.fault is not None or finding_is_of_file(verdict)
            for finding in verdict.findings
        ]
        for finding in unread:
            write_error(finding.but(where=file_line(finding)).line(), "Error: ")
        return int(bool(self.diff or unread))


def finding_is_of_file(verdict: Verdict) -> bool:
    """Whether a verdict is about a file that can't be read at all."""
    return not verdict.read.text and bool(verdict.findings)


def file_line(finding: Finding) -> str:
    line, column = finding.position or (1, 1)
    return f"{finding.file}:{line}:{column}"


def with_failure(file: "FileReport", finding: Finding) -> "FileReport":
    """The file with what was found in it, and why it was not put right."""
    from swaigctl.check.texts import JSON, Read
    from swaigctl.findings import ABSENT

    finding = finding.but(file=file.file, position=(1, 1), end=(1, 1))
    failure = Verdict("", [finding], Read(ABSENT, "", JSON, fault=finding))
    report = with_verdicts(file, [*with_fixes(file).verdicts, failure])
    report.fixed = 0
    return report


def refused(name: str, sentence: str) -> SwaigctlError:
    return SwaigctlError(Finding("flags", f"{sentence}.", where=flag_of(name)))


def default_of(name: str) -> object:
    return next(each.default for each in validate.parameters if each.name == name)
