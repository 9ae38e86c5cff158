"""`swaigctl fixtures`: folders of fixtures from plans, built, checked, listed, or begun."""

from collections.abc import Iterator
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
    from swaigctl.model.entries import Parameter


NOT_FOR_ALL: "dict[Parameter, tuple[str, ...]]" = {
    tools.FIXTURES_OUTPUT: (BUILD, CHECK, LIST),
    tools.PRUNE: (BUILD,),
    tools.FORCE: (BUILD,),
    tools.FIXTURES_STRICT: (BUILD, CHECK),
    tools.FIXTURES_IGNORE: (BUILD, CHECK),
    tools.FIXTURES_FORMAT: (CHECK, LIST),
    tools.FIXTURES_DIFF: (CHECK,),
    tools.FIXTURES_STAT: (CHECK,),
    tools.FIXTURES_QUIET: (CHECK,),
}
"""The tasks that a flag is for, where that is not every one."""

REPORTS = (
    tools.FIXTURES_DIFF,
    tools.FIXTURES_STAT,
    tools.FIXTURES_QUIET,
    tools.FIXTURES_FORMAT,
)
"""What says how a check is reported, of which only one can be."""


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
    sources = sources_of(paths or [plan_here()], options)
    commands = [command_to_build(path, options) for path in paths or [""]]
    if task == CHECK:
        return check(sources, commands, options)
    plans = plans_of(sources, options)
    if task == LIST:
        return print_answer(listing(plans, str(options["format"])))
    return build_all(plans, commands, options)


def task_named(words: list[str], options: "Options") -> str:
    """What to do.

    Raises:
        SwaigctlError: it was not said, or not for this are the flags.
    """
    if not words:
        sentence = f"needs one of {listed(TASKS)}."
        raise SwaigctlError(Finding("usage", sentence, where=fixtures.command))
    task = word_among(TASKS, words[0], "TASK")
    given = [each for each in NOT_FOR_ALL if options[each.option] != each.default]
    for flag in given:
        tasks = NOT_FOR_ALL[flag]
        if task not in tasks:
            sentence = f"is for {tools.in_words(tasks)}, not for {task!r}."
            raise SwaigctlError(Finding("flags", sentence, where=flag.flag))
    several = [each for each in REPORTS if each in given]
    if len(several) > 1:
        sentence = f"can't go with {several[1].flag!r}."
        raise SwaigctlError(Finding("flags", sentence, where=several[0].flag))
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


def sources_of(paths: list[str], options: "Options") -> list[Source]:
    """The texts of plans.

    Raises:
        Refused: some can't be read.
    """
    sources: list[Source] = []
    wrong: list[Finding] = []
    for path in paths:
        try:
            sources.append(Source(path))
        except SwaigctlError as error:
            folder = left_by(path, options["output"])
            wrong.append(error.finding if folder is None else still_there(error.finding, folder))
    if wrong:
        raise Refused(*wrong)
    return sources


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


def plans_of(sources: list[Source], options: "Options") -> list[Plan]:
    """The plans that the sources hold.

    Raises:
        Refused: with all that is wrong in any of them.
    """
    plans: list[Plan] = []
    wrong: list[Finding] = []
    for source in sources:
        try:
            plans.append(plan_of(source, options))
        except Refused as refused:
            wrong += refused.findings
    if wrong:
        raise Refused(*wrong)
    return plans


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


def listing(plans: list[Plan], language: str) -> Answer:
    """The files that the plans make, as a build names them.

    Raises:
        Refused: one of them can't be carried out.
    """
    found = []
    wrong: list[Finding] = []
    for plan in plans:
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


def build_all(plans: list[Plan], commands: list[str], options: "Options") -> int:
    """Carry the plans out, one after the other, and say what was done; 1 if something is left over,
    as for a check. One that can't be carried out keeps none of the others from it.

    Raises:
        Refused: some can't be carried out.
    """
    lines: list[str] = []
    cautions: list[Finding] = []
    said: list[str] = []
    wrong: list[Finding] = []
    status = 0
    for plan, command in zip(plans, commands, strict=True):
        its = Built()
        try:
            build_one(plan, its, options)
        except (Refused, SwaigctlError) as fault:
            wrong += fault.findings if isinstance(fault, Refused) else [fault.finding]
            lines += done_by(plan, its)
            if its.written or its.removed:
                done = f"{len(its.written):,} written, {len(its.removed):,} removed; then:"
                said.append(of_plan(plan, plans, done))
            continue
        lines += done_by(plan, its)
        cautions += its.cautions
        disowned = [left_alone(plan.shown(name)) for name in its.disowned]
        cautions += without_ignored(disowned, options["ignore"])
        said += [of_plan(plan, plans, each) for each in summary_of(plan, its, command)]
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


def of_plan(plan: Plan, plans: list[Plan], line: str) -> str:
    """A line about a plan, which is named where there are several."""
    return f"{plan.source.path}: {line}" if len(plans) > 1 else line


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


def check(sources: list[Source], commands: list[str], options: "Options") -> int:
    """Say how the files differ from the plans; 1 if any does.

    Raises:
        Refused: plans can't be carried out, and the report is one for people.
    """
    from swaigctl.cli.reports import fixtures as reports

    found = [
        checked(source, command, options) for source, command in zip(sources, commands, strict=True)
    ]
    format = str(options["format"])
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
            plans = [each.plan] * len(found)
            for line in reports.summary(each):
                write_error(of_plan(each.plan, plans, line))
    if faults and format != "github":
        raise Refused(*faults)
    if faults:
        print_errors(faults, fixtures.command, mention=None)
    return status or status_of(found)


def status_of(found: "list[Checked]") -> int:
    return int(not all(each.is_right for each in found))


def checked(source: Source, command: str, options: "Options") -> "Checked":
    """What is found of one plan."""
    from swaigctl.cli.reports.fixtures import Checked

    its = Checked(source.path, command=command)
    try:
        its.plan = plan_of(source, options)
        its.found = compare(its.plan, bool(options["strict"]), options["ignore"])
    except Refused as refused:
        its.faults = refused.findings
    except SwaigctlError as error:
        its.faults = [error.finding]
    return its
