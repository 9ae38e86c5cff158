"""`swaigctl validate`: whether documents are right, and if not, where and why."""

import sys

from swaigctl.catalog.program.validation import validate
from swaigctl.check.files import STDIN, candidates, may_configure
from swaigctl.check.judging import RANKS
from swaigctl.check.summary import summary_lines
from swaigctl.check.validation import file_report
from swaigctl.cli.terminal.streams import is_terminal, line_of, write_out
from swaigctl.findings import SwaigctlError, problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.build.calls import Options
    from swaigctl.check.control import Control
    from swaigctl.check.validation import FileReport
    from swaigctl.cli.tools.fixing import Fixing


def answer(arguments: "list[str]") -> int:
    from swaigctl.cli.commands import tool_options

    return run(*tool_options(validate, arguments))


def run(options: "Options", words: "list[str]") -> int:
    """Judge what the words name; the exit status."""
    kind, lines = str(options["as"] or ""), bool(options["lines"])
    try:
        control = control_asked_for(options)
        fixing = fixing_asked_for(options)
        is_excluded = control.is_excluded if control else None
        found = candidates(words or [standard_input()], is_excluded)
        if fixing is not None:
            fixing.refuse_unwritable(found)
        files = []
        for each in found:
            is_named = each.is_named and not options["skip_others"]
            if each.is_named and not is_named and is_excluded and is_excluded(each.path):
                continue
            file = file_report(each.path, is_named, kind, lines)
            if control is not None:
                file = control.kept(file)
            if fixing is not None:
                file = fixing.treated(each.path, file, control.kept if control else same)
            elif file.findings:
                from swaigctl.check.fixes import with_fixes

                file = with_fixes(file)
            files.append(file)
        files += control.unused_ignores(found) if control else []
        if fixing is not None and fixing.is_diff:
            return fixing.shown(files)
        write = write_out if fixing is None else fixing.written
        format, output = str(options["format"] or ""), str(options["output"] or "")
        if output or format not in ("", "text") or any(file.findings for file in files):
            from swaigctl.cli.reports.writing import write_report

            written = write_report(files, format, output, write)
        else:
            written = write("".join(map(line_of, summary_lines(files))))
    except SwaigctlError as error:
        from swaigctl.cli.terminal.printing import print_errors

        return print_errors([error.finding], validate.command, mention=None)
    fail_on = control.fail_on if control else str(options["fail_on"] or "error")
    return written or status_of(files, fail_on)


def control_asked_for(options: "Options") -> "Control | None":
    """Which findings count, where the command line or a configuration says something of that.

    Raises:
        Refused: the configuration is wrong, or a code is not known.
    """
    if not (options["select"] or options["ignore"] or next(may_configure(), "")):
        return None
    from swaigctl.check.control import Control

    return Control(options)


def same(file: "FileReport") -> "FileReport":
    return file


def fixing_asked_for(options: "Options") -> "Fixing | None":
    """What is to be put right, if anything is.

    Raises:
        SwaigctlError: the flags for that don't go together.
    """
    if not (options["fix"] or options["diff"] or options["unsafe_fixes"]):
        return None
    from swaigctl.cli.tools.fixing import Fixing

    return Fixing(options)


def standard_input() -> str:
    """What stands for standard input.

    Raises:
        SwaigctlError: nothing is piped in.
    """
    if is_terminal(sys.stdin):
        raise problem("usage", "name files or folders, or '-' for standard input.")
    return STDIN


def status_of(files: "list[FileReport]", fail_on: str) -> int:
    """1 if something was found that is at least so severe."""
    worst = RANKS[fail_on]
    return int(any(RANKS[each.severity] <= worst for file in files for each in file.findings))
