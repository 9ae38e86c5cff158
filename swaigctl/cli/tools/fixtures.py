"""`swaigctl fixtures`: a folder of fixtures from a plan, built, checked or listed."""

from collections import Counter
from shlex import quote
from typing import TYPE_CHECKING

from swaigctl.build.calls import without_ignored
from swaigctl.catalog.program import tools
from swaigctl.catalog.program.tools import TASKS, fixtures
from swaigctl.cli.answers import Answer, diff_of
from swaigctl.cli.flags import word_among
from swaigctl.cli.terminal.printing import print_answer, print_errors
from swaigctl.cli.terminal.streams import write_error
from swaigctl.descriptions import PROGRAM
from swaigctl.findings import WARNING, Finding, Refused, SwaigctlError
from swaigctl.findings.messages import listed
from swaigctl.fixtures.builds import Built, Difference, build, compare
from swaigctl.fixtures.expansion import expanded, texts
from swaigctl.fixtures.plans import Plan, plan_here, read_plan
from swaigctl.fixtures.sources import Source
from swaigctl.formats.json import pretty_json

if TYPE_CHECKING:
    from swaigctl.build.calls import Options
    from swaigctl.model.entries import Parameter


NOT_FOR_ALL: "dict[Parameter, tuple[str, ...]]" = {
    tools.FIXTURES_OUTPUT: ("build", "check"),
    tools.PRUNE: ("build",),
    tools.FORCE: ("build",),
    tools.FIXTURES_STRICT: ("build", "check"),
    tools.FIXTURES_IGNORE: ("build", "check"),
    tools.FIXTURES_FORMAT: ("list",),
}
"""The tasks that a flag is for, where that is not every one."""


def answer(arguments: list[str]) -> int:
    from swaigctl.cli.commands import refuse_words, tool_options

    options, words = tool_options(fixtures, arguments)
    refuse_words(fixtures, words[fixtures.most_words :])
    return run(options, words)


def run(options: "Options", words: list[str]) -> int:
    """Do what the first word says with the plan that the second one names; the exit status."""
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
    path = words[1] if len(words) > 1 else plan_here()
    output = options["output"]
    plan = read_plan(Source(path), None if output is None else str(output))
    if task == "list":
        return print_answer(listing(plan, str(options["format"])))
    strict = bool(options["strict"])
    # What else was typed, for a command that goes on from here.
    typed = [f"./{word}" if word.startswith("-") else word for word in words[1:]]
    if output is not None:
        text = str(output)
        typed += [f"--output={text}"] if text[:1] == "-" else ["--output", text]
    typed += ["--strict"] if strict else []
    ignored = options["ignore"]
    typed += ["--ignore", ",".join(ignored)] if isinstance(ignored, list) else []
    mending = " ".join(map(quote, [PROGRAM, fixtures.command, "build", *typed]))
    if task == "check":
        return check(plan, strict, ignored, mending)
    return built(plan, options, mending)


def task_named(words: list[str], options: "Options") -> str:
    """What to do.

    Raises:
        SwaigctlError: it was not said, or not for this are the flags.
    """
    if not words:
        sentence = f"needs one of {listed(TASKS)}."
        raise SwaigctlError(Finding("usage", sentence, where=fixtures.command))
    task = word_among(TASKS, words[0], "TASK")
    for flag, tasks in NOT_FOR_ALL.items():
        if options[flag.option] != flag.default and task not in tasks:
            sentence = f"is for {' and '.join(map(repr, tasks))}, not for {task!r}."
            raise SwaigctlError(Finding("flags", sentence, where=flag.flag))
    return task


def listing(plan: Plan, language: str) -> Answer:
    """The files that the plan makes.

    Raises:
        Refused: it can't be carried out.
    """
    found = expanded(plan)
    texts(plan, found)  # what a build would refuse is no list either
    if language == "json":
        return Answer(pretty_json([each.described() for each in found]) + "\n", language, [])
    return Answer([each.name for each in found], language, [])


def built(plan: Plan, options: "Options", mending: str) -> int:
    """Carry the plan out, and say what was done; 1 if something is left over, as for a check."""

    def wait() -> None:
        write_error(f"{plan.output}: another build is under way, waiting for it.")

    done = Built()
    prune, strict, force = (bool(options[name]) for name in ("prune", "strict", "force"))
    try:
        build(plan, wait, done, prune, strict, force, options["ignore"])
    except (SwaigctlError, Refused):
        if done.written or done.removed:
            write_error(f"{len(done.written):,} written, {len(done.removed):,} removed; then:")
        raise
    lines = [f"removed {plan.output}/{name}" for name in done.removed]
    lines += [f"wrote {plan.output}/{name}" for name in done.written]
    disowned = [left_alone(f"{plan.output}/{name}") for name in done.disowned]
    cautions = done.cautions + without_ignored(disowned, options["ignore"])
    status = print_answer(Answer(lines, "text", cautions), mention=None)
    removed = f"{len(done.removed):,} removed, " if done.removed else ""
    write_error(f"{len(done.written):,} written, {removed}{done.unchanged:,} unchanged.")
    if done.left_over:
        write_error(f"{len(done.left_over):,} left over: '{mending} --prune' removes them.")
        return status or 1
    return status


def left_alone(path: str) -> Finding:
    sentence = "the plan no longer makes it, and it was changed since: it stays, and is yours now."
    return Finding("left-alone", sentence, where=path, severity=WARNING)


def check(plan: Plan, strict: bool, ignored: object, mending: str) -> int:
    """Print how the files differ from the plan; 1 if any does."""
    found = compare(plan, strict, ignored)
    lines = [line for each in found.differences for line in diff(each, plan.output)]
    status = print_answer(Answer(lines, "diff", found.cautions), mention=None)
    if not found.differences:
        write_error(f"{found.fixtures:,} as the plan has them.")
        return status
    states = Counter(each.state for each in found.differences)
    prune = " --prune" if states["left over"] else ""
    force = " --force" if any(each.foreign for each in found.differences) else ""
    counts = ", ".join(
        f"{states[state]:,} {state}" for state in ("stale", "missing", "left over") if states[state]
    )
    write_error(f"{counts}: '{mending}{prune}{force}' mends it.")
    if any(each.in_line_ends for each in found.differences):
        write_error(
            "Some differ in their line ends alone. If git has changed them, '* text eol=lf' in a "
            "file .gitattributes keeps it from that."
        )
    return status or 1


def diff(difference: Difference, folder: str) -> list[str]:
    """A unified diff from the file to what the plan has."""
    path = f"{folder}/{difference.name}"
    before = "/dev/null" if difference.state == "missing" else path
    after = "/dev/null" if difference.state == "left over" else path
    # What is no text is shown as its bytes.
    old, new = (
        data.decode("utf-8", "backslashreplace") for data in (difference.before, difference.after)
    )
    return diff_of(old, new, before, after)
