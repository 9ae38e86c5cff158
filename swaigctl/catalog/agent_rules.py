"""Rules across an agent of a document: names of contexts, steps and functions, and what may run.

They look at the outline of the document, see `swaigctl.model.outlines`.
"""

from swaigctl.catalog.verbs import AGENTS
from swaigctl.catalog.verbs.ai_functions import HOOKS
from swaigctl.catalog.verbs.ai_swaig import INTERNAL
from swaigctl.findings import ERROR, INFO
from swaigctl.model.kinds import has_variable
from swaigctl.model.outlines import repeated
from swaigctl.model.rules import Found, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.findings import Path
    from swaigctl.model.outlines import Outline, StepSeen

    Values = dict[str, object]
    Named = tuple[Path, str]
    """A name in a document, and where it is."""

NATIVE = ("next_step", "change_context", "gather_submit")
"""Functions that the platform adds where an agent has contexts."""

NEXT = "next"
FOLLOWING = "next_step"
"""What stands for the following step, as where to go when all questions are answered."""

FIRST = "default"


def object_at(value: object, name: str) -> "Values":
    """A member that is an object; an empty one if there is none."""
    inner = value.get(name) if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else {}


def list_at(value: object, name: str) -> "list[object]":
    """A member that is a list; an empty one if there is none."""
    inner = value.get(name) if isinstance(value, dict) else None
    return inner if isinstance(inner, list) else []


def names_at(value: object, name: str, path: "Path") -> "list[Named]":
    """The names that a member lists, or that it is."""
    inner = value.get(name) if isinstance(value, dict) else None
    if isinstance(inner, str):
        return [((*path, name), inner)]
    listed = inner if isinstance(inner, list) else []
    return [
        ((*path, name, index), each) for index, each in enumerate(listed) if isinstance(each, str)
    ]


class AiStep:
    """One step of a context.

    Attributes:
        path: where it is, from the document.
        value: the step itself.
        name: its name; empty if it has none.
    """

    __slots__ = ("name", "path", "value")

    def __init__(self, path: "Path", value: "Values") -> None:
        self.path = path
        self.value = value
        name = value.get("name")
        self.name = name if isinstance(name, str) else ""


class Context:
    """One context of an agent's prompt."""

    __slots__ = ("name", "path", "steps", "value")

    def __init__(self, name: str, path: "Path", value: "Values") -> None:
        self.name = name
        self.path = path
        self.value = value
        self.steps = [
            AiStep((*path, "steps", index), step)
            for index, step in enumerate(list_at(value, "steps"))
            if isinstance(step, dict)
        ]

    @property
    def step_names(self) -> "tuple[str, ...]":
        return tuple(step.name for step in self.steps if step.name)

    def valid_contexts(self) -> "Iterator[Named]":
        """What it and its steps name as contexts to go to."""
        for path, value in ((self.path, self.value), *((s.path, s.value) for s in self.steps)):
            yield from names_at(value, "valid_contexts", path)

    def named_steps(self) -> "Iterator[Named]":
        """What it and its steps name as steps to go to or to begin with."""
        yield from names_at(self.value, "initial_step", self.path)
        for path, value in ((self.path, self.value), *((s.path, s.value) for s in self.steps)):
            for place, name in names_at(value, "valid_steps", path):
                if name != NEXT:
                    yield place, name
        for step in self.steps:
            for place, name in after_questions(step):
                if name != FOLLOWING:
                    yield place, name


def after_questions(step: AiStep) -> "list[Named]":
    """Where a step goes when all its questions are answered."""
    gather = object_at(step.value, "gather_info")
    return names_at(gather, "completion_action", (*step.path, "gather_info"))


def questions_of(step: AiStep) -> "Iterator[tuple[Path, Values]]":
    """The questions that a step asks, each with where it is."""
    questions = list_at(object_at(step.value, "gather_info"), "questions")
    for index, question in enumerate(questions):
        if isinstance(question, dict):
            yield (*step.path, "gather_info", "questions", index), question


class Agent:
    """An agent of a document.

    Attributes:
        step: the step that it is.
        path: where its object is, from the document.
        contexts: the contexts of its prompt.
    """

    def __init__(self, outline: "Outline", step: "StepSeen") -> None:
        self.outline = outline
        self.step = step
        self.path = step.content_path
        contexts = object_at(object_at(step.content, "prompt"), "contexts")
        self.contexts = [
            Context(name, (*self.path, "prompt", "contexts", name), value)
            for name, value in contexts.items()
            if isinstance(value, dict)
        ]
        self.swaig = object_at(step.content, "SWAIG")

    @property
    def context_names(self) -> "tuple[str, ...]":
        return tuple(context.name for context in self.contexts)

    def functions(self) -> "Iterator[tuple[Path, Values]]":
        for index, each in enumerate(list_at(self.swaig, "functions")):
            if isinstance(each, dict):
                yield (*self.path, "SWAIG", "functions", index), each

    @property
    def function_names(self) -> "tuple[str, ...] | None":
        """The functions that it has; None if others bring more."""
        if self.swaig.get("includes") or self.swaig.get("mcp_servers"):
            return None
        named = [function.get("function") for _, function in self.functions()]
        if any(not isinstance(name, str) or has_variable(name) for name in named):
            return None
        native = [name for name in list_at(self.swaig, "native_functions") if isinstance(name, str)]
        return (*map(str, named), *native)

    @property
    def is_answered_here(self) -> bool:
        """Whether what its functions answer stands in the document, all of it."""
        return self.function_names is not None and all(
            "data_map" in function for _, function in self.functions()
        )

    def actions(self, key: str) -> "Iterator[tuple[Path, Values]]":
        """The actions that its functions answer which have this name, and where that is."""
        for response in self.step.responses:
            for at, wired in enumerate(response.wired):
                if key in wired:
                    path = (*response.path, *response.place(at, key))
                    yield self.outline.inside(path), wired

    def goes_to(self, key: str) -> "Iterator[Named]":
        """The names that such actions have as their value."""
        for path, wired in self.actions(key):
            name = wired[key]
            if isinstance(name, str):
                yield path, name


def agents_in(outline: "Outline") -> "Iterator[Agent]":
    for step in outline.steps_of(*AGENTS):
        if isinstance(step.content, dict):
            yield Agent(outline, step)


def missing(named: "Iterable[Named]", known: "tuple[str, ...]") -> "Iterator[Match]":
    """The names that are not known, and that don't come from a variable."""
    names = set(known)
    for path, name in named:
        if name and name not in names and not has_variable(name):
            yield Match(path, name, allowed=known or None)


def missing_contexts(outline: "Outline") -> "Iterator[Match]":
    for agent in agents_in(outline):
        known = agent.context_names
        named = [each for context in agent.contexts for each in context.valid_contexts()]
        yield from missing((*named, *agent.goes_to("change_context")), known)


def missing_steps(outline: "Outline") -> "Iterator[Match]":
    for agent in agents_in(outline):
        for context in agent.contexts:
            for match in missing(context.named_steps(), context.step_names):
                match.details = {"where": f"context {context.name!r}"}
                yield match
        every = tuple(name for context in agent.contexts for name in context.step_names)
        for match in missing(agent.goes_to("change_step"), (*every, NEXT)):
            match.details = {"where": "this agent"}
            yield match


def nothing_follows(outline: "Outline") -> "Iterator[Match]":
    """The last step of a context goes to the following one when its questions are answered."""
    for agent in agents_in(outline):
        for context in agent.contexts:
            for step in context.steps[-1:]:
                for path, name in after_questions(step):
                    if name == FOLLOWING:
                        yield Match(path, name, {"where": f"context {context.name!r}"})


def missing_functions(outline: "Outline") -> "Iterator[Match]":
    for agent in agents_in(outline):
        known = agent.function_names
        if known is not None:
            for match in missing(named_functions(agent), (*known, *INTERNAL, *HOOKS, *NATIVE)):
                match.allowed = known or None
                yield match


def named_functions(agent: Agent) -> "Iterator[Named]":
    """The functions that steps allow, and that actions turn on or off."""
    for context in agent.contexts:
        for step in context.steps:
            listed = names_at(step.value, "functions", step.path)
            yield from (each for each in listed if each[1] != "none")
            for path, question in questions_of(step):
                yield from names_at(question, "functions", path)
    for path, wired in agent.actions("toggle_functions"):
        for index, toggle in enumerate(list_at(wired, "toggle_functions")):
            yield from names_at(toggle, "function", (*path, index))


def texts_of(member: str, objects: "Iterable[tuple[Path, Values]]") -> "Iterator[Named]":
    """A member of each of some objects, where it is a text that is not empty."""
    for path, each in objects:
        text = each.get(member)
        if isinstance(text, str) and text:
            yield (*path, member), text


def functions_twice(outline: "Outline") -> "Iterator[Match]":
    for agent in agents_in(outline):
        for path, name in repeated(texts_of("function", agent.functions())):
            yield Match(path, name, {"where": "this agent"})


def steps_twice(outline: "Outline") -> "Iterator[Match]":
    for agent in agents_in(outline):
        for context in agent.contexts:
            for path, name in repeated(
                (step.path, step.name) for step in context.steps if step.name
            ):
                yield Match((*path, "name"), name, {"where": f"context {context.name!r}"})


def questions_twice(outline: "Outline") -> "Iterator[Match]":
    for agent in agents_in(outline):
        for context in agent.contexts:
            for step in context.steps:
                for path, key in repeated(texts_of("key", questions_of(step))):
                    yield Match(path, key, {"where": "this step"})


def functions_with_native_names(outline: "Outline") -> "Iterator[Match]":
    """A function that is never called, since the platform adds one of its name."""
    for agent in agents_in(outline):
        for path, function in agent.functions() if agent.contexts else ():
            if function.get("function") in NATIVE:
                yield Match((*path, "function"), function["function"])


def unreachable_contexts(outline: "Outline") -> "Iterator[Match]":
    """A context that no other one leads to.

    The model can only go to contexts that are named as valid. Functions that are answered
    elsewhere may lead to any.
    """
    for agent in agents_in(outline):
        by_name = {context.name: context for context in agent.contexts}
        leads_to = {
            context.name: {name for _, name in context.valid_contexts()}
            for context in agent.contexts
        }
        told = set().union(*leads_to.values()) if leads_to else set()
        known = told <= set(by_name) and FIRST in by_name
        if not known or not agent.is_answered_here:
            continue
        found: set[str] = set()
        waiting = [FIRST, *(name for _, name in agent.goes_to("change_context"))]
        if any(map(has_variable, waiting)):
            continue
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += leads_to.get(name, ())
        for context in agent.contexts:
            if context.name not in found:
                yield Match(context.path, context.name, about_key=True)


def unreachable_steps(outline: "Outline") -> "Iterator[Match]":
    """A step that no other step of its context leads to."""
    for agent in agents_in(outline):
        told = [name for _, name in agent.goes_to("change_step")]
        if not agent.is_answered_here or any(map(has_variable, told)):
            continue
        for context in agent.contexts:
            known = set(context.step_names)
            if len(known) == len(context.steps) and all(
                name in known for _, name in context.named_steps()
            ):
                found = reached_steps(context, told)
                for step in context.steps:
                    if step.name not in found:
                        details = {"where": f"context {context.name!r}"}
                        yield Match((*step.path, "name"), step.name, details)


def reached_steps(context: Context, told: "list[str]") -> "set[str]":
    """The names of the steps that the agent may come to."""
    if not context.steps:
        return set()
    at = {step.name: index for index, step in enumerate(context.steps)}
    first = context.value.get("initial_step", context.steps[0].name)
    waiting = [str(first), *(name for name in told if name in at)]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found and name in at:
            found.add(name)
            waiting += following(context, at[name])
    return found


def following(context: Context, index: int) -> "Iterator[str]":
    """The names of the steps that one leads to."""
    step = context.steps[index]
    after = [context.steps[index + 1].name] if index + 1 < len(context.steps) else []
    listed = [name for _, name in names_at(step.value, "valid_steps", ())]
    if "valid_steps" not in step.value:
        listed = [name for _, name in names_at(context.value, "valid_steps", ())]
        if not listed:
            yield from after
    for name in listed:
        yield from after if name == NEXT else (name,)
    if step.value.get("skip_to_next_step"):
        yield from after
    for _, name in after_questions(step):
        yield from after if name == FOLLOWING else (name,)


ALLOWANCES = {
    "swaig_allow_swml": ("SWML",),
    "swaig_allow_settings": ("settings",),
    "swaig_set_global_data": ("set_global_data", "unset_global_data"),
}
"""The settings that let functions answer with certain actions."""


def actions_not_allowed(outline: "Outline") -> "Iterator[Match]":
    """An action that a function answers, though a setting of the agent does not let it."""
    for agent in agents_in(outline):
        where = "permissions" if agent.step.verb == "ai_sidecar" else "params"
        settings = object_at(agent.step.content, where)
        for setting, keys in ALLOWANCES.items():
            if settings.get(setting) in (False, "false") and agent.step.verb != "amazon_bedrock":
                for key in keys:
                    for path, _ in agent.actions(key):
                        details = {"setting": repr(setting)}
                        yield Match(path, details=details, about_key=True)


CONTEXTS = ("valid_contexts", "change_context")
STEPS = ("valid_steps", "initial_step", "change_step")

RULES = (
    Rule(
        "unknown-context",
        CONTEXTS,
        Found(missing_contexts),
        "there is no context {value} in this agent.",
        severity=ERROR,
        in_general="must name a context of the agent.",
        source="The SDK refuses other names.",
    ),
    Rule(
        "unknown-step",
        STEPS,
        Found(missing_steps),
        "there is no step {value} in {where}.",
        severity=ERROR,
        in_general="must name a step of the context.",
        source="The SDK refuses other names.",
    ),
    Rule(
        "unknown-step",
        ("completion_action",),
        Found(nothing_follows),
        "{subject} can't be {value}: no step follows in {where}.",
        severity=ERROR,
        in_general="can't be 'next_step' in the last step.",
        source="The SDK refuses it.",
    ),
    Rule(
        "unknown-function",
        ("functions", "toggle_functions"),
        Found(missing_functions),
        "there is no function {value} in this agent.",
        severity=ERROR,
        in_general="must name a function of the agent.",
    ),
    Rule(
        "duplicate-name",
        ("functions",),
        Found(functions_twice),
        "the function {value} stands in {where} already.",
        in_general="must not stand twice.",
    ),
    Rule(
        "duplicate-name",
        ("steps",),
        Found(steps_twice),
        "the step {value} stands in {where} already.",
        severity=ERROR,
        in_general="must not stand twice.",
        source="The SDK refuses a second step of a name.",
    ),
    Rule(
        "duplicate-name",
        ("questions",),
        Found(questions_twice),
        "the key {value} stands in {where} already.",
        severity=ERROR,
        in_general="must not have the same key.",
        source="The SDK refuses a second question with a key.",
    ),
    Rule(
        "reserved-name",
        ("functions",),
        Found(functions_with_native_names),
        "{value} can't be the name of a function: the platform adds one where there are contexts.",
        severity=ERROR,
        in_general="can't have a name that the platform gives to its own.",
        source="The SDK refuses these names: such functions are never called.",
    ),
    Rule(
        "unused-context",
        ("contexts",),
        Found(unreachable_contexts),
        "nothing leads to context {value}.",
        severity=INFO,
        source="The SDK: the model can change contexts only where some are named as valid.",
        in_general="may have one that nothing leads to.",
    ),
    Rule(
        "unused-step",
        ("steps",),
        Found(unreachable_steps),
        "nothing leads to step {value} of {where}.",
        severity=INFO,
        in_general="is never reached.",
    ),
    Rule(
        "not-allowed",
        ("SWML", "settings", "set_global_data", "unset_global_data"),
        Found(actions_not_allowed),
        "{subject} has no effect in a function's answer: {setting} is off.",
        in_general="has no effect where the agent does not let functions do it.",
    ),
)
