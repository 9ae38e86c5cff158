"""Rules across a whole SWML document: what is useless or unwise, though each step is right.

They look at the outline of one document, see `swaigctl.model.outlines`. Here are those that every
document comes under; `label_rules`, `target_rules` and `switch_rules` come in with the verbs that
they are about, and `agent_rules` has those that look at agents.
"""

from swaigctl.catalog.verbs import AGENTS, MESSAGING
from swaigctl.findings import INFO
from swaigctl.model.kinds import has_variable
from swaigctl.model.rules import Found, Match, Rule
from swaigctl.model.shapes import is_like_a_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Path
    from swaigctl.model.outlines import Outline, StepSeen

    Labels = dict[str | None, list[tuple[StepSeen, str]]]
    """The labels of each section, or what its gotos name."""

MAIN = "main"


def by_section(outline: "Outline", verb: str, member: str) -> "Labels":
    """What the steps of a verb name, by the section that they stand in."""
    found: Labels = {}
    for step in outline.steps_of(verb):
        content = step.content if not member else step.member(member)
        text = content if isinstance(content, str) else "${}"  # whatever it may be
        found.setdefault(step.section, []).append((step, text))
    return found


def labels_of(outline: "Outline") -> "Labels":
    return by_section(outline, "label", "")


class Targets:
    """The sections that a document goes to.

    Attributes:
        named: each by its name, with the place where it is named.
        may_be_any: whether some of them are only known while the document runs.
    """

    def __init__(self, outline: "Outline") -> None:
        self.named: list[tuple[Path, str]] = []
        self.may_be_any = False
        for step in outline.steps:
            if step.verb == "execute" or (
                step.verb == "transfer" and outline.verbs is not MESSAGING
            ):
                self.add(step.target("dest"))
            for response in step.responses:
                for at, wired in enumerate(response.wired):
                    # A text that is true or false belongs beside a document, which is not there.
                    is_flag = wired.get("transfer") in (True, False, "true", "false")
                    if "transfer" in wired and "SWML" not in wired and not is_flag:
                        path = outline.inside((*response.path, *response.place(at, "transfer")))
                        self.add(transfer_target(path, wired["transfer"]))

    def add(self, target: "tuple[Path, str] | None") -> None:
        if target is None or has_variable(target[1]):
            self.may_be_any = True
        elif is_section_name(target[1]):
            self.named.append(target)


def transfer_target(path: "Path", content: object) -> "tuple[Path, str] | None":
    """Where the action `transfer` goes."""
    if isinstance(content, dict):
        path, content = (*path, "dest"), content.get("dest")
    return (path, content) if isinstance(content, str) else None


def is_section_name(text: str) -> bool:
    """Whether a destination is the name of a section, and not a URL or a document.

    For whom to call there is a rule of its own.
    """
    from swaigctl.catalog.verbs.destinations import holds_swml

    is_other = "://" in text or is_like_a_document(text) or has_variable(text)
    return bool(text) and not is_other and holds_swml(text)


def unused_sections(outline: "Outline") -> "Iterator[Match]":
    """A section that nothing goes to; where a target is missing, it may be this one.

    Functions that are answered elsewhere may go to any section.
    """
    others = [name for name in outline.sections if name != MAIN and isinstance(name, str)]
    if MAIN not in outline.sections:
        return  # what is missing may be what leads to the others
    if not others or any(map(has_outer_functions, outline.steps_of(*AGENTS))):
        return
    targets = outline.seen_by(Targets)
    named = {name for _, name in targets.named}
    if not targets.may_be_any and named <= {MAIN, *others}:
        for name in others:
            # A boolean is no section: that is another finding.
            if name not in named and not isinstance(outline.sections[name], bool):
                yield Match(("sections", name), name, about_key=True)


def has_outer_functions(step: "StepSeen") -> bool:
    """Whether an agent has functions that are answered by somebody else."""
    swaig = step.member("SWAIG")
    if not isinstance(swaig, dict):
        return False
    functions = swaig.get("functions")
    answered = functions if isinstance(functions, list) else []
    return any(swaig.get(name) for name in ("includes", "mcp_servers")) or any(
        not isinstance(each, dict) or "data_map" not in each for each in answered
    )


class Flow:
    """What can run in a document.

    Attributes:
        lists: the steps of each list of steps, by where it is.
        reached: where steps are, and what is around them, that a goto may lead to.
    """

    def __init__(self, outline: "Outline") -> None:
        self.in_messages = outline.verbs is MESSAGING
        self.lists: dict[Path, list[StepSeen]] = {}
        for step in outline.steps:
            if step.path and isinstance(step.path[-1], int):
                self.lists.setdefault(step.path[:-1], []).append(step)
        gotos = by_section(outline, "goto", "label")
        named = {section: {name for _, name in those} for section, those in gotos.items()}
        self.reached: set[Path] = set()
        for section, labels in labels_of(outline).items():
            names = named.get(section, set())
            any_label = any(map(has_variable, names))
            for step, name in labels:
                if any_label or name in names:
                    self.reached.update(step.path[:end] for end in range(len(step.path) + 1))
        self.leaving: dict[Path, int | None] = {}
        self.labels: dict[Path, dict[object, int]] = {}

    def leaves_at(self, path: "Path") -> "int | None":
        """The index, in a list of steps, of the first one behind which none comes next."""
        if path not in self.leaving:
            steps = self.lists.get(path, [])
            self.leaving[path] = next(
                (at for at, step in enumerate(steps) if self.leaves(step, path, at)), None
            )
        return self.leaving[path]

    def leaves(self, step: "StepSeen", path: "Path", at: int) -> bool:
        """Whether the step behind one of a list never comes next."""
        if step.verb in ("hangup", "transfer", "return"):
            return step.verb == "return" or step.content is not False
        if step.verb == "goto":
            return self.always_jumps(step, path, at)
        if step.verb == "switch" and isinstance(cases := step.member("case"), dict):
            lists = [(*step.content_path, "case", name) for name in cases]
            return all(map(self.never_ends, (*lists, (*step.content_path, "default"))))
        if step.verb == "cond" and isinstance(step.content, list):
            branches = [branch if isinstance(branch, dict) else {} for branch in step.content]
            if not branches or "else" not in branches[-1]:
                return False
            return all(
                self.never_ends((*step.content_path, index, name))
                for index, branch in enumerate(branches)
                for name in ("then", "else")
                if name in branch
            )
        return False

    def always_jumps(self, step: "StepSeen", path: "Path", at: int) -> bool:
        """Whether a goto has no condition, and no end.

        For calls, nobody says what follows once it jumped as often as it may; a jump ahead is not
        made so often.
        """
        label = step.member("label")
        if not isinstance(label, str) or "when" in (step.content or ()):  # type: ignore[operator]
            return False
        if path not in self.labels:
            self.labels[path] = {
                each.content: index
                for index, each in enumerate(self.lists[path])
                if each.verb == "label" and isinstance(each.content, str)
            }
        return self.in_messages or self.labels[path].get(label, -1) > at

    def never_ends(self, path: "Path") -> bool:
        """Whether a list of steps never comes to its end, wherever a goto leads."""
        at = self.leaves_at(path)
        later = self.lists.get(path, [])[0 if at is None else at + 1 :]
        return at is not None and not any(each.path in self.reached for each in later)

    def unreachable(self) -> "Iterator[tuple[StepSeen, StepSeen]]":
        """The first step of a list that never runs, and the one because of which it doesn't.

        A label that nothing leads to is found by another rule.
        """
        for path, steps in self.lists.items():
            at = self.leaves_at(path)
            for late in steps[len(steps) if at is None else at + 1 :]:
                # Several verbs in one step are a fault of their own.
                if late.path in self.reached or late.path == steps[at or 0].path:
                    break
                if late.verb != "label":
                    yield late, steps[at or 0]
                    break


def steps_that_never_run(outline: "Outline") -> "Iterator[Match]":
    for late, leaving in outline.seen_by(Flow).unreachable():
        details = {"earlier": repr(leaving.name)}
        yield Match(late.content_path, details=details, about_key=not late.is_word)


def empty_sections(outline: "Outline") -> "Iterator[Match]":
    for name, steps in outline.sections.items():
        if steps == []:
            yield Match(("sections", name), steps, about_key=True)


RULES = (
    Rule(
        "unused-section",
        ("sections",),
        Found(unused_sections),
        "nothing in the document leads to section {value}.",
        severity=INFO,
        in_general="may have one that nothing leads to.",
    ),
    Rule(
        "never-runs",
        ("steps",),
        Found(steps_that_never_run),
        "{subject} never runs: the {earlier} before it never goes on to the next step.",
        severity=INFO,
        in_general="never runs: nothing follows a step before it.",
    ),
    Rule(
        "empty",
        ("sections",),
        Found(empty_sections),
        "section {quoted} has no steps.",
        source="The vendor's page of errors refuses it, its schema does not.",
        in_general="must not be without steps.",
    ),
)


def every_rule() -> "tuple[Rule, ...]":
    """All rules across a document."""
    from swaigctl.catalog import label_rules, switch_rules, target_rules

    return (*label_rules.RULES, *target_rules.RULES, *RULES, *switch_rules.RULES)


def rules_for(outline: "Outline") -> "tuple[Rule, ...]":
    """The rules that may find something in a document with these verbs."""
    found: tuple[Rule, ...] = RULES
    if outline.has("goto", "label"):
        from swaigctl.catalog import label_rules

        found += label_rules.RULES
    if outline.has("execute", "transfer", *AGENTS):
        from swaigctl.catalog import target_rules

        found += target_rules.RULES
    if outline.has("switch", "reply", "connect"):
        from swaigctl.catalog import switch_rules

        found += switch_rules.RULES
    return found
