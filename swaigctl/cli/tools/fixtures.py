"""`swaigctl fixtures`: folders of fixtures from plans, built, checked, listed, or begun."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING

from swaigctl.build.calls import without_ignored
from swaigctl.catalog.program import tools
from swaigctl.catalog.program.tools import BUILD, CHECK, INIT, LIST, TASKS, fixtures
from swaigctl.cli.answers import Answer
from swaigctl.cli.flags import word_among
from swaigctl.cli.terminal.printing import print_answer, print_errors
from swaigctl.cli.terminal.streams import write_error, write_out
from swaigctl.descriptions import PROGRAM
from swaigctl.findings import WARNING, Finding, Refused, SwaigctlError, literal
from swaigctl.findings.messages import listed, shown
from swaigctl.fixtures.builds import Built, build, compare
from swaigctl.fixtures.expansion import expanded, texts
from swaigctl.fixtures.manifests import left_by
from swaigctl.fixtures.plans import Plan, plan_here, read_plan
from swaigctl.fixtures.sources import Source
from swaigctl.formats.json import pretty_json

if TYPE_CHECKING:
    from swaigctl.build.calls import Options
    from swaigctl.cli.reports.fixtures import Checked


def answer(arguments: list[str]) -> int:
    from swaigctl.cli.commands import tool_options

    if arguments[:1] == [tools.PLAN_HELP]:
        from swaigctl.cli.flags import HelpAsked
        from swaigctl.cli.terminal.help import plan_help
        from swaigctl.cli.terminal.printing import print_help

        try:
            tool_options(fixtures, arguments)
        except HelpAsked:
            return print_help(plan_help())
    return run(*tool_options(fixtures, arguments))


def run(options: "Options", words: list[str]) -> int:
    """Do what the first word says with the plans that the others name; the exit status."""
    try:
        return done(options, words)
    except Refused as refused:
        return print_errors(refused.findings, fixtures.command, mention=None)
    except SwaigctlError as error:
        return print_errors([error.finding], fixtures.command, mention=None)


def done(options: "Options", words: list[str]) -> int:
    """The same.

    Raises:
        Refused, SwaigctlError: it can't be done.
    """
    task = task_named(words, options)
    paths = words[1:]
    if task == INIT:
        return begun(paths)
    commands = [command_to_build(path, options) for path in paths or [""]]
    paths = paths or [plan_here()]
    if task == CHECK:
        return check(paths, commands, options)
    attempts = [attempted(path, options) for path in paths]
    if task == LIST:
        return print_answer(listing(attempts, str(options["format"])))
    return build_all(attempts, commands, options)


def task_named(words: list[str], options: "Options") -> str:
    """What to do.

    Raises:
        SwaigctlError: it was not said, or not for this are the flags.
    """
    if not words:
        sentence = f"needs one of {listed(TASKS)}."
        raise SwaigctlError(Finding("usage", sentence, where=fixtures.command))
    task = word_among(TASKS, words[0], "TASK")
    given = [each for each in tools.FOR_TASKS if options[each.option] != each.default]
    for flag in given:
        tasks = tools.FOR_TASKS[flag]
        if task not in tasks:
            sentence = f"is for {tools.in_words(tasks)}, not for {task!r}."
            raise SwaigctlError(Finding("flags", sentence, where=flag.flag))
    several = [each for each in tools.REPORTS if each in given]
    if len(several) > 1:
        first, *others = (each.flag for each in several)
        sentence = f"can't go with {tools.in_words(tuple(others))}: give one of them."
        raise SwaigctlError(Finding("flags", sentence, where=first))
    if task == LIST and options["format"] == "github":
        sentence = f"github is for {CHECK!r}, not for {LIST!r}."
        raise SwaigctlError(Finding("flags", sentence, where=tools.FIXTURES_FORMAT.flag))
    return task


def command_to_build(path: str, options: "Options") -> str:
    """What builds a plan, for a command that goes on from here: with what else was typed."""
    typed = [f"./{path}" if path.startswith("-") else path] if path else []
    output = options.get("output")
    if output is not None:
        text = str(output)
        typed += [f"--output={text}"] if text[:1] == "-" else ["--output", text]
    typed += ["--strict"] if options.get("strict") else []
    ignored = options.get("ignore")
    typed += ["--ignore", ",".join(ignored)] if isinstance(ignored, list) else []
    return " ".join(map(quote, [PROGRAM, fixtures.command, BUILD, *typed]))


def source_at(path: str, options: "Options") -> Source:
    """The text of a plan.

    Raises:
        SwaigctlError: it can't be read.
    """
    try:
        return Source(path)
    except SwaigctlError as error:
        folder = left_by(path, options["output"])
        if folder is None:
            raise
        raise SwaigctlError(still_there(error.finding, folder)) from None


def still_there(finding: Finding, folder: str) -> Finding:
    """What to say of a plan that is gone, where its record is not."""
    sentence = (
        f"{finding.message} What it made is still in {shown(folder)}: a build with '--prune' of "
        "any plan with that folder, be it one with 'fixtures: []', removes it."
    )
    return finding.but(sentence=literal(sentence))


def plan_of(source: Source, options: "Options") -> Plan:
    """The plan that a source holds.

    Raises:
        Refused: with all that is wrong in it.
    """
    output = options["output"]
    return read_plan(source, None if output is None else str(output))


@dataclass
class Attempt:
    """A plan that was asked for, read if that could be done."""

    path: str
    plan: Plan | None = None
    faults: Sequence[Finding] = ()
    """Why there is no plan."""


def attempted(path: str, options: "Options") -> Attempt:
    """Read a plan: one that is wrong keeps none of the others from being read."""
    try:
        return Attempt(path, plan_of(source_at(path, options), options))
    except Refused as refused:
        return Attempt(path, faults=refused.findings)
    except SwaigctlError as error:
        return Attempt(path, faults=[error.finding])


def begun(paths: list[str]) -> int:
    """Write a plan to begin with, where there is none.

    Raises:
        SwaigctlError: there is one, or it can't be written.
    """
    from swaigctl.cli.commands import refuse_words
    from swaigctl.fixtures.starters import write_starter

    refuse_words(fixtures, paths[1:])
    path = write_starter(paths[0] if paths else None)
    status = print_answer(Answer([f"wrote {path}"], "text", []))
    typed = command_to_build(
        path if paths else "", {"output": None, "strict": False, "ignore": None}
    )
    write_error(f"Run '{typed}' to make its files, and change the plan as you need it.")
    write_error(
        f"'{PROGRAM} help {fixtures.command} {tools.PLAN_HELP}' tells what a plan may have."
    )
    return status


def listing(attempts: list[Attempt], language: str) -> Answer:
    """The files that the plans make, as a build names them.

    Raises:
        Refused: one of them can't be read, or carried out.
    """
    found = []
    wrong: list[Finding] = []
    for attempt in attempts:
        wrong += attempt.faults
        plan = attempt.plan
        if plan is None:
            continue
        try:
            its = expanded(plan)
            texts(plan, its)  # what a build would refuse is no list either
            found += [(plan, each) for each in its]
        except Refused as refused:
            wrong += refused.findings
    if wrong:
        raise Refused(*wrong)
    if language == "json":
        rows = [
            {"plan": plan.source.path, "file": plan.shown(each.name), **each.described()}
            for plan, each in found
        ]
        return Answer(pretty_json(rows) + "\n", language, [])
    return Answer([plan.shown(each.name) for plan, each in found], language, [])


def build_all(attempts: list[Attempt], commands: list[str], options: "Options") -> int:
    """Carry the plans out, one after the other, and say what was done; 1 if something is left over,
    as for a check. One that can't be read or carried out keeps none of the others from it.

    Raises:
        Refused: some can't be read, or carried out.
    """
    lines: list[str] = []
    cautions: list[Finding] = []
    said: list[str] = []
    wrong: list[Finding] = []
    status = 0
    several = len(attempts) > 1
    for attempt, command in zip(attempts, commands, strict=True):
        wrong += attempt.faults
        plan = attempt.plan
        if plan is None:
            continue
        its = Built()
        try:
            build_one(plan, its, options)
        except (Refused, SwaigctlError) as fault:
            wrong += fault.findings if isinstance(fault, Refused) else [fault.finding]
            lines += done_by(plan, its)
            if its.written or its.removed:
                done = f"{len(its.written):,} written, {len(its.removed):,} removed; then:"
                said.append(of_plan(plan, done, several))
            continue
        lines += done_by(plan, its)
        cautions += its.cautions
        disowned = [left_alone(plan.shown(name)) for name in its.disowned]
        cautions += without_ignored(disowned, options["ignore"])
        said += [of_plan(plan, each, several) for each in summary_of(plan, its, command)]
        status = max(status, int(bool(its.left_over or its.changed)))
    if not wrong:
        status = print_answer(Answer(lines, "text", cautions), mention=None) or status
    # A program that reads standard output gets all of the answer or nothing.
    for each in [*lines, *said] if wrong else said:
        write_error(each)
    if wrong:
        raise Refused(*wrong)
    return status


def build_one(plan: Plan, built: Built, options: "Options") -> None:
    """Carry a plan out.

    Raises:
        Refused, SwaigctlError: that can't be done.
    """

    def wait() -> None:
        write_error(f"{plan.output}: another build is under way, waiting for it.")

    prune, strict, force = (bool(options[name]) for name in ("prune", "strict", "force"))
    build(plan, wait, built, prune, strict, force, options["ignore"])


def done_by(plan: Plan, built: Built) -> list[str]:
    """A line for each file that a build removed or wrote."""
    return [
        *(f"removed {plan.shown(name)}" for name in built.removed),
        *(f"wrote {plan.shown(name)}" for name in built.written),
    ]


def of_plan(plan: Plan, line: str, several: bool) -> str:
    """A line about a plan, which is named where there are several."""
    return f"{plan.source.path}: {line}" if several else line


def summary_of(plan: Plan, built: Built, command: str) -> Iterator[str]:
    """What a build did, and what is left to do."""
    from swaigctl.cli.reports.fixtures import kept_by_prune

    removed = f"{len(built.removed):,} removed, " if built.removed else ""
    yield f"{len(built.written):,} written, {removed}{built.unchanged:,} unchanged."
    left = len(built.left_over) + len(built.changed)
    if left:
        yield f"{left:,} left over: no plan makes {'it' if left == 1 else 'them'} any more."
        yield f"Run '{command} --prune' to put this right."
    if built.changed:
        yield kept_by_prune([plan.shown(name) for name in built.changed])


def left_alone(path: str) -> Finding:
    sentence = "no plan makes it any more, and it was changed since: it stays, and is yours now."
    return Finding("left-alone", sentence, where=path, severity=WARNING)


def check(paths: list[str], commands: list[str], options: "Options") -> int:
    """Say how the files differ from the plans; 1 if any does.

    A report for programs has all that is wrong with plans among its findings, as that of
    `validate` has it of documents: nothing else is printed of that.

    Raises:
        Refused: plans can't be read; or they can't be carried out, and the report is for people.
    """
    from swaigctl.cli.reports import fixtures as reports

    format = str(options["format"])
    found = [checked(path, command, options) for path, command in zip(paths, commands, strict=True)]
    unread = [fault for each in found if each.is_unread for fault in each.faults]
    if unread and format != tools.FIXTURES_FORMAT.default:
        raise Refused(*unread)
    if format == "json":
        return write_out(reports.json_report(found)) or status_of(found)
    faults = [fault for each in found for fault in each.faults]
    if options["quiet"]:
        if faults:
            raise Refused(*faults)
        return status_of(found)
    status = 0
    cautions = [caution for each in found for caution in each.cautions]
    if format == "github":
        status = write_out(reports.github_report(found))
        cautions = []
    elif not faults:
        whole = bool(options["diff"])
        lines = (
            reports.stat(found)
            if options["stat"]
            else [line for each in found for line in reports.lines(each, whole)]
        )
        status = print_answer(Answer(lines, "diff", cautions), mention=None)
    for each in found:
        if each.plan is not None and each.found is not None:
            for line in reports.summary(each):
                write_error(of_plan(each.plan, line, len(found) > 1))
    if faults and format != "github":
        raise Refused(*faults)
    return status or status_of(found)


def status_of(found: "list[Checked]") -> int:
    return int(not all(each.is_right for each in found))


def checked(path: str, command: str, options: "Options") -> "Checked":
    """What is found of one plan."""
    from swaigctl.cli.reports.fixtures import Checked

    its = Checked(path, command=command)
    try:
        source = source_at(path, options)
    except SwaigctlError as error:
        its.faults, its.is_unread = [error.finding], True
        return its
    try:
        its.plan = plan_of(source, options)
        its.found = compare(its.plan, bool(options["strict"]), options["ignore"])
    except Refused as refused:
        its.faults = refused.findings
    except SwaigctlError as error:
        its.faults = [error.finding]
    return its
