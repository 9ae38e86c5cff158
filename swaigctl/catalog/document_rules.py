"""Rules across a whole SWML document: what is useless or unwise, though each step is right.

They look at the outline of one document, see `swaigctl.model.outlines`; `agent_rules` has those
that look at its agents.
"""

from swaigctl.catalog.verbs import AGENTS, MESSAGING
from swaigctl.findings import ERROR, INFO
from swaigctl.model.kinds import has_variable
from swaigctl.model.outlines import repeated
from swaigctl.model.rules import Found, Match, Rule
from swaigctl.model.shapes import is_like_a_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def gotos_to_nowhere(outline: "Outline") -> "Iterator[Match]":
    """A goto whose label stands nowhere in its section."""
    labels = labels_of(outline)
    # Where each label stands: in the first of its sections, if it is in several.
    where = {name: at for at in reversed(labels) for _, name in labels[at]}
    for section, gotos in by_section(outline, "goto", "label").items():
        known = {name: None for _, name in labels.get(section, ())}
        spellings = tuple(name for name in known if not has_variable(name))
        for step, name in gotos:
            if name and name not in known and not has_variable(name):
                other = f", only in {where[name]!r}" if name in where else ""
                details = {"section": repr(section), "other": other}
                allowed = (not other and spellings) or None
                yield Match((*step.content_path, "label"), name, details, allowed)


def labels_without_goto(outline: "Outline") -> "Iterator[Match]":
    """A label that no goto of its section names; where one names no label, it may be this one."""
    gotos = by_section(outline, "goto", "label")
    for section, labels in labels_of(outline).items():
        names = [name for _, name in labels]
        known = set(names)
        named = {name for _, name in gotos.get(section, ())}
        if named <= known:
            for step, name in labels:
                # One that stands there twice is another finding.
                if name not in named and names.count(name) == 1 and not has_variable(name):
                    yield Match(step.content_path, name)


def labels_twice(outline: "Outline") -> "Iterator[Match]":
    """A label that stands in its section already."""
    for section, labels in labels_of(outline).items():
        for step, name in repeated(labels):
            yield Match(step.content_path, name, {"section": repr(section)})


def twice_in_calls(outline: "Outline") -> "Iterator[Match]":
    return iter(()) if outline.verbs is MESSAGING else labels_twice(outline)


def twice_in_messages(outline: "Outline") -> "Iterator[Match]":
    return labels_twice(outline) if outline.verbs is MESSAGING else iter(())


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


def targets_that_are_missing(outline: "Outline") -> "Iterator[Match]":
    sections = outline.sections
    if sections:
        known = tuple(name for name in sections if isinstance(name, str))
        for path, name in outline.seen_by(Targets).named:
            if name not in sections:
                yield Match(path, name, allowed=known)


def missing_in_document(outline: "Outline") -> "Iterator[Match]":
    return iter(()) if outline.is_inside else targets_that_are_missing(outline)


def missing_inside(outline: "Outline") -> "Iterator[Match]":
    return targets_that_are_missing(outline) if outline.is_inside else iter(())


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


def endless_sections(outline: "Outline") -> "Iterator[Match]":
    """A section that runs itself, on the way of which there is no condition and no end."""
    flow = outline.seen_by(Flow)
    runs = {
        name: list(runs_always(flow, ("sections", name)))
        for name in outline.sections
        if isinstance(name, str)
    }
    done: set[str] = set()
    for begin in runs:
        way = {begin: iter(runs[begin])}  # the sections that run at a time, each inside the other
        while way:
            section, targets = next(reversed(way.items()))
            target, path = next(targets, ("", None))
            if path is None:
                del way[section]
                done.add(section)
            elif target in way:
                yield Match(path, target)
            elif target in runs and target not in done:
                way[target] = iter(runs[target])


def runs_always(flow: Flow, path: "Path") -> "Iterator[tuple[str, Path]]":
    """The sections that a list of steps runs whatever happens, each with where it is named."""
    for at, step in enumerate(flow.lists.get(path, ())):
        if step.verb in ("execute", "transfer"):
            target = step.target("dest")
            if target is not None and is_section_name(target[1]):
                yield target[1], target[0]
        if step.verb not in STRAIGHT or flow.leaves(step, path, at):
            return


STRAIGHT = (
    *("answer", "denoise", "live_transcribe", "live_translate", "play", "prompt"),
    *("record_call", "request", "send_digits", "send_sms", "set", "sleep", "stop_denoise"),
    *("stop_record_call", "stop_stream", "stop_tap", "stream", "tap", "transcribe"),
    *("transcribe_stop", "unset", "user_event", "reply"),
)
"""Verbs behind which the next step always runs, as long as there is a call. What execute runs may
end it."""


def empty_sections(outline: "Outline") -> "Iterator[Match]":
    for name, steps in outline.sections.items():
        if steps == []:
            yield Match(("sections", name), steps, about_key=True)


def switches(outline: "Outline") -> "Iterator[tuple[Path, dict[str, object]]]":
    """Each switch, and where it is; in messages, a reply may hold one."""
    for step in outline.steps_of("switch", "reply"):
        if step.verb == "switch" and isinstance(step.content, dict):
            yield step.content_path, step.content
        held = step.member("switch") if step.verb == "reply" else None
        if isinstance(held, dict):
            yield (*step.content_path, "switch"), held


def switches_without_default(outline: "Outline") -> "Iterator[Match]":
    for path, switch in switches(outline):
        if isinstance(cases := switch.get("case"), dict) and not any(
            name.casefold() == "default" for name in switch if isinstance(name, str)
        ):
            is_case = "default" in cases
            yield Match(path, details={"other": IN_CASE if is_case else ""}, about_key=True)


IN_CASE = " beside 'case', only a value of that name in it"

TRANSFORMS: "dict[str, Callable[[str], str]]" = {
    "lowercase": str.lower,
    "uppercase": str.upper,
    "trim": str.strip,
    "lowercase_trim": lambda text: text.lower().strip(),
    "uppercase_trim": lambda text: text.upper().strip(),
}


def cases_that_never_match(outline: "Outline") -> "Iterator[Match]":
    """A key that the variable's value, once transformed, can't equal."""
    for path, switch in switches(outline):
        transform = TRANSFORMS.get(str(switch.get("transform")))
        cases = switch.get("case")
        if transform is not None and isinstance(cases, dict):
            for key in cases:
                if isinstance(key, str) and transform(key) != key:
                    details = {"transform": repr(switch["transform"])}
                    meant = (transform(key),)
                    yield Match((*path, "case", key), key, details, meant, about_key=True)


RESULTS = {
    "connect_result": ("connected", "failed"),
    "denoise_result": ("on", "failed"),
    "detect_result": ("machine", "human", "fax", "unknown", "detecting", "error"),
    "join_conference_result": ("completed", "answered", "no-answer", "failed", "canceled"),
    "join_room_result": ("joined", "failed"),
    "prompt_result": ("failed", "no_input", "match_speech", "match_digits", "no_match"),
    "request_result": ("success", "failed"),
}
"""What variables hold that verbs for calls set."""

RESULTS_IN_MESSAGES = {
    "reply_result": ("queued", "failed"),
    "request_result": ("success", "failed", "timeout", "limit_exceeded"),
}


def cases_of_no_result(outline: "Outline") -> "Iterator[Match]":
    """A key that is none of what a verb says of its end, where the document does not set that."""
    results = RESULTS_IN_MESSAGES if outline.verbs is MESSAGING else RESULTS
    found = [(path, switch, switch.get("variable")) for path, switch in switches(outline)]
    for step in outline.steps_of("connect"):
        result = step.member("result")
        if isinstance(result, dict):
            path = (*step.content_path, "result")
            found.append((path, result, result.get("variable", "connect_result")))
    set_here = {
        name
        for step in outline.steps_of("set")
        if isinstance(step.content, dict)
        for name in step.content
    }
    for path, switch, variable in found:
        name = variable.removeprefix("vars.") if isinstance(variable, str) else ""
        cases = switch.get("case")
        if name in results and name not in set_here and isinstance(cases, dict):
            for key in cases:
                if key and key not in results[name]:
                    place = (*path, "case", key)
                    yield Match(place, key, {"variable": name}, results[name], about_key=True)


SOURCE_OF_SWITCH = "The vendor's page of errors has a code for it."

OF_LABELS = (
    Rule(
        "unknown-label",
        ("goto",),
        Found(gotos_to_nowhere),
        "there is no label {value} in section {section}{other}.",
        severity=ERROR,
        in_general="must name a label of the same section.",
        source="goto reaches labels of its own section only.",
    ),
    Rule(
        "unused-label",
        ("label",),
        Found(labels_without_goto),
        "no goto of the section leads to the label {value}.",
        severity=INFO,
        in_general="is the target of no goto.",
    ),
    Rule(
        "duplicate-name",
        ("label",),
        Found(twice_in_calls),
        "the label {value} stands in section {section} already.",
        in_general="must not stand twice in a section.",
        source="The page on labels of messages wants them unique; for calls it is probable.",
    ),
    Rule(
        "duplicate-name",
        ("label",),
        Found(twice_in_messages),
        "the label {value} stands in section {section} already.",
        in_general="must not stand twice in a section.",
        severity=ERROR,
        source="The vendor's page on labels: unique in their section.",
    ),
)

OF_TARGETS = (
    Rule(
        "unknown-section",
        ("execute", "transfer"),
        Found(missing_in_document),
        "there is no section {value} in this document.",
        severity=ERROR,
        in_general="must name a section of the document.",
    ),
    Rule(
        "unknown-section",
        ("execute", "transfer"),
        Found(missing_inside),
        "there is no section {value} in this document, and those of others may be out of reach.",
        source="Nothing documents whether it reaches sections of the document that runs already.",
        in_general="may reach sections of its own document only.",
    ),
    Rule(
        "never-ends",
        ("execute", "transfer"),
        Found(endless_sections),
        "section {value} runs itself again and again: on the way there is no condition, and no "
        "end.",
        in_general="leads to a section that runs itself again and again.",
        source="The platform has errors for too many transfers, and for what nests too deep.",
    ),
)

OF_SECTIONS = (
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

OF_SWITCHES = (
    Rule(
        "no-default",
        ("switch",),
        Found(switches_without_default),
        "{quoted} has no 'default'{other}: where no case matches, the platform reports an error.",
        severity=INFO,
        in_general="reports an error where no case matches.",
        source=SOURCE_OF_SWITCH,
    ),
    Rule(
        "never-matches",
        ("switch",),
        Found(cases_that_never_match),
        "{value} never matches: {transform} changes the value before it is compared.",
        severity=INFO,
        in_general="has a case that never matches, since the value is changed first.",
    ),
    Rule(
        "never-matches",
        ("switch",),
        Found(cases_of_no_result),
        "{variable} is never {value}: it is {allowed}.",
        severity=INFO,
        in_general="never matches: the variable holds other values.",
        source="The pages of the verbs that set these variables.",
    ),
)

RULES = (*OF_LABELS, *OF_TARGETS, *OF_SECTIONS, *OF_SWITCHES)


def rules_for(outline: "Outline") -> "tuple[Rule, ...]":
    """The rules that may find something in a document with these verbs."""
    found: tuple[Rule, ...] = OF_SECTIONS
    if outline.has("goto", "label"):
        found += OF_LABELS
    if outline.has("execute", "transfer", *AGENTS):
        found += OF_TARGETS
    if outline.has("switch", "reply", "connect"):
        found += OF_SWITCHES
    return found
