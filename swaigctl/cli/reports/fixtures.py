"""What `fixtures check` prints: how files differ from what their plans make, in each format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from swaigctl.check.summary import PLURALS, counted
from swaigctl.cli.answers import diff_of
from swaigctl.findings import Finding, literal
from swaigctl.findings.messages import path_text
from swaigctl.fixtures.builds import LEFT_OVER, MISSING, STALE, Comparison, Difference
from swaigctl.fixtures.expansion import expanded
from swaigctl.fixtures.plans import Plan

STATES = (STALE, MISSING, LEFT_OVER)

WIDEST_GRAPH = 40
"""How many signs there are at most beside a file, as in `git diff --stat`."""

MOST_NAMED = 3
"""Of files in a sentence."""


@dataclass
class Checked:
    """What was found of one plan."""

    path: str
    """The plan, as it was named."""
    plan: Plan | None = None
    """None if it has faults."""
    found: Comparison | None = None
    """None if there are faults, in the plan or in the folder."""
    faults: Sequence[Finding] = ()
    command: str = ""
    """What builds it, without further flags."""
    is_unread: bool = False
    """Whether its file can't be read at all."""

    @property
    def differences(self) -> list[Difference]:
        return self.found.differences if self.found is not None else []

    @property
    def cautions(self) -> list[Finding]:
        return self.found.cautions if self.found is not None else []

    @property
    def is_right(self) -> bool:
        return not self.faults and not self.differences

    def path_of(self, difference: Difference) -> str:
        """A file of it, seen from the current folder."""
        assert self.plan is not None
        return self.plan.shown(difference.name)

    @property
    def states(self) -> dict[str, int]:
        """How many files differ in which way."""
        found = Counter(each.state for each in self.differences)
        return {state: found[state] for state in STATES}

    @property
    def remedy(self) -> str:
        """The command that makes all that differs right."""
        its = self.differences
        prune = (
            " --prune"
            if any(each.state == LEFT_OVER and not each.is_record for each in its)
            else ""
        )
        force = " --force" if any(each.is_foreign for each in its) else ""
        return f"{self.command}{prune}{force}"


def lines(checked: Checked, whole: bool = False) -> Iterator[str]:
    """For people: a diff for each file that differs, a line for each that is missing or left over.

    `whole`: a diff for each of these too, so that all of them together are a patch.
    """
    if checked.found is not None and checked.found.is_first and not whole:
        return  # the summary says it
    for each in checked.differences:
        if each.state == STALE or whole:
            yield from diff(each, checked.path_of(each))
        else:
            yield f"{each.state} {checked.path_of(each)}{remark(each)}"


def remark(difference: Difference) -> str:
    """What else is to be known of a file that is missing or left over."""
    if difference.is_record:
        return " (a record of what a plan made)"
    return " (changed since it was built)" if difference.is_changed else ""


def diff(difference: Difference, path: str) -> list[str]:
    """A unified diff from the file to what the plan has."""
    before = "/dev/null" if difference.state == MISSING else path
    after = "/dev/null" if difference.state == LEFT_OVER else path
    return diff_of(*texts_of(difference), before, after)


def texts_of(difference: Difference) -> tuple[str, str]:
    """What is there, and what the plan has; what is no text is shown as its bytes."""
    old, new = (
        data.decode("utf-8", "backslashreplace") for data in (difference.before, difference.after)
    )
    return old, new


def stat(checked: Iterable[Checked]) -> list[str]:
    """A line for each file, with how many lines of it change, as `git diff --stat` has it."""
    rows: list[tuple[str, int, int, str]] = []
    for its in checked:
        for each in its.differences:
            if each.state == STALE:
                changed = diff(each, "")[2:]
                added = sum(line[:1] == "+" for line in changed)
                rows.append(
                    (its.path_of(each), added, sum(line[:1] == "-" for line in changed), "")
                )
            else:
                rows.append((its.path_of(each), 0, 0, f"{each.state}{remark(each)}"))
    if not rows:
        return []
    width = max(len(path) for path, *_ in rows)
    most = max(added + removed for _, added, removed, _ in rows)
    digits = len(str(most))
    return [
        f" {path:{width}} | "
        + (said or f"{added + removed:{digits}} {graph(added, removed, most)}")
        for path, added, removed, said in rows
    ]


def graph(added: int, removed: int, most: int) -> str:
    """`+++--`: a sign for each line, or fewer in the same proportion where `most` are too many."""
    if most <= WIDEST_GRAPH:
        return "+" * added + "-" * removed
    plus, minus = (-(-count * (WIDEST_GRAPH - 1) // most) for count in (added, removed))
    return "+" * plus + "-" * minus


def summary(checked: Checked) -> Iterator[str]:
    """How many files differ, what puts them right, and what that does and doesn't do."""
    found = checked.found
    assert found is not None
    if not found.differences:
        are = "is as the plan has it" if found.fixtures == 1 else "are as the plan has them"
        yield f"{counted(found.fixtures, 'file')} {are}."
        return
    if found.is_first:
        yield f"Nothing is built yet: {counted(found.fixtures, 'file')} missing."
        yield f"Run '{checked.remedy}' to make {'it' if found.fixtures == 1 else 'them'}."
        return
    yield ", ".join(f"{count:,} {state}" for state, count in checked.states.items() if count) + "."
    yield f"Run '{checked.remedy}' to put this right."
    foreign = [checked.path_of(each) for each in found.differences if each.is_foreign]
    if foreign:
        yield (
            f"'--force' overwrites {named(foreign)}, which this plan did not make: move away what "
            "you need."
        )
    changed = [checked.path_of(each) for each in found.differences if each.is_changed]
    if changed:
        yield kept_by_prune(changed)
    if any(each.in_line_ends for each in found.differences):
        yield (
            "Some differ in their line ends alone. If git has changed them, '* text eol=lf' in a "
            "file .gitattributes keeps it from that."
        )


def kept_by_prune(paths: Sequence[str]) -> str:
    """What to say of files that are left over, and that somebody has changed."""
    one = len(paths) == 1
    return (
        f"'--prune' keeps {named(paths)}, which {'was' if one else 'were'} changed since "
        f"{'it was' if one else 'they were'} built, as {'a file' if one else 'files'} of your own: "
        f"delete {'it' if one else 'them'} yourself if nobody needs {'it' if one else 'them'}."
    )


def named(paths: Sequence[str]) -> str:
    """`a.json, b.json, c.json and 4 more`"""
    more = f" and {len(paths) - MOST_NAMED:,} more" if len(paths) > MOST_NAMED else ""
    return ", ".join(paths[:MOST_NAMED]) + more


def findings(checked: Checked) -> Iterator[Finding]:
    """All that was found, for programs: faults, files that differ, and warnings."""
    for each in checked.faults:
        yield placed(each, checked.path)
    for difference in checked.differences:
        yield finding_of(difference, checked)
    for each in checked.cautions:
        yield placed(each, checked.path)


def placed(finding: Finding, plan: str) -> Finding:
    """A finding about a plan, or about a file in its folder, with the file that it is about."""
    where = finding.where
    is_about_plan = finding.position is not None or not where or where.startswith(f"{plan}:")
    if not is_about_plan:
        return finding.but(file=where)
    line, _, said = where.removeprefix(f"{plan}:").partition(": ")
    if said and said != path_text(finding.path):
        # It is found in some combinations only, which the line tells, and the path doesn't.
        whole = finding.line().removeprefix(f"{plan}:{line}: ").removesuffix(f" [{finding.code}]")
        finding = finding.but(sentence=literal(whole))
    return finding.but(file=plan)


def finding_of(difference: Difference, checked: Checked) -> Finding:
    """A file that differs, as a finding."""
    path, plan = checked.path_of(difference), checked.path
    if difference.state == MISSING:
        finding = Finding("missing-fixture", literal(f"{path} is missing: {plan} makes it."))
    elif difference.state == LEFT_OVER:
        its = remark(difference)
        finding = Finding(
            "left-over-fixture", literal(f"{path}{its} is left over: no plan makes it.")
        )
    else:
        finding = Finding("stale-fixture", literal(f"{path} differs from what {plan} makes."))
        old, new = (text.split("\n") for text in texts_of(difference))
        line = next(
            (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
            min(len(old), len(new)) - 1,
        )
        finding = finding.but(position=(line + 1, 1))
    return finding.but(file=path)


def json_report(all_checked: Sequence[Checked]) -> str:
    """One object, for programs."""
    from swaigctl.cli.reports.json import facts_of, json_text

    found = [each for checked in all_checked for each in findings(checked)]
    severities = Counter(each.severity for each in found)
    totals: Counter[str] = Counter()
    for checked in all_checked:
        totals.update(numbers(checked))
    return json_text(
        {
            "findings": list(map(facts_of, found)),
            "plans": [plan_object(checked) for checked in all_checked],
            "summary": {
                "plans": len(all_checked),
                **totals,
                **{PLURALS[severity]: severities[severity] for severity in PLURALS},
            },
        }
    )


def numbers(checked: Checked) -> dict[str, int]:
    """How many fixtures a plan makes, and how many files differ in which way."""
    fixtures = checked.found.fixtures if checked.found is not None else 0
    states = {state.replace(" ", "_"): count for state, count in checked.states.items()}
    return {"fixtures": fixtures, **states}


def plan_object(checked: Checked) -> dict[str, object]:
    """One plan, for programs; what is not known of a plan with faults is left out."""
    if checked.plan is None or checked.found is None:
        return {"plan": checked.path}
    its = {"plan": checked.path, "output": checked.plan.output, **numbers(checked)}
    return {**its, "command": checked.remedy} if checked.differences else its


def github_report(all_checked: Sequence[Checked]) -> str:
    """Annotations of GitHub Actions, then the text for people."""
    from swaigctl.cli.reports.github import annotations
    from swaigctl.cli.terminal.streams import line_of

    found = [each for checked in all_checked for each in annotated(checked)]
    text = (line for checked in all_checked for line in lines(checked))
    return "".join((*annotations(found), *map(line_of, text)))


def annotated(checked: Checked) -> Iterator[Finding]:
    """The findings, in files that are there: what is missing is shown where the plan has it."""
    places = {}
    if checked.plan is not None and checked.states[MISSING]:
        source = checked.plan.source
        places = {each.name: source.position(each.entry.place) for each in expanded(checked.plan)}
    missing = {
        checked.path_of(each): each.name for each in checked.differences if each.state == MISSING
    }
    for each in findings(checked):
        name = missing.get(each.file)
        yield each if name is None else each.but(file=checked.path, position=places.get(name))
