"""What the lines of a stream have in common, worked out once.

A stream asks for the same few things again and again: an action with the same parameters, and other
values. Such a *pattern* is written once, by the code that writes every other request, with a hole
for each value, and compiled to a function that looks at the values and fills them in. It declines
whatever it is not sure of, and the request is answered the general way: it may decline, it may
never differ.
"""

import re
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from swaigctl.batch.holes import (
    ENTRY,
    HOLE,
    Allowance,
    Declined,
    KnownTexts,
    Params,
    function_of,
    hole_for,
)
from swaigctl.batch.members import Members
from swaigctl.build.calls import Call, response_object
from swaigctl.catalog import action_called, names_of
from swaigctl.catalog.responses import may_find
from swaigctl.findings import ABSENT, SwaigctlError
from swaigctl.formats.json import compact_json, quoted
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.rules import Count, Rule

if TYPE_CHECKING:
    from swaigctl.build.calls import Options

Written = Callable[[Params], str]

WORTHWHILE = 16
"""A pattern is compiled when it comes for this time: that takes as long as some fifteen answers."""

WORTHWHILE_BESIDE_MEMBERS = 64
"""The same where `Members` answers meanwhile, several times as fast as the general way."""


PATTERN = 4_000
"""Bytes that a pattern takes, roughly."""

PATTERN_PARAMETER = 800
"""Bytes that each of its parameters adds."""


STRUCTURAL = ("required", "exclusive")
"""Codes of errors that only the names of the parameters matter for."""


def decline(params: Params) -> str:
    raise Declined


class Patterns(dict[tuple[str, ...], Written]):
    """By an action's name and the names of its parameters, as given: what writes the request.

    `patterns[action, *params](params)` is the compact JSON of the action. It raises Declined, or
    whatever error odd values cause, where it isn't sure.

    No name is kept that the catalog has not got, and of the others only the catalog's own text.
    """

    MOST_BYTES = 4 << 20
    MOST_BYTES_SEEN = 3 << 20

    def __init__(self, options: "Options", known: KnownTexts) -> None:
        super().__init__()
        self.options = options
        self.known = known
        self.allowance = Allowance(self.MOST_BYTES)
        self.seen: dict[tuple[str, ...], int] = {}
        """How often a key came that there is no pattern for."""
        self.allowance_seen = Allowance(self.MOST_BYTES_SEEN)
        self.meanwhile: dict[str, Written] = {}
        """By an action's name: what writes it as long as there is no pattern."""
        self.own: dict[str, dict[str, str]] = {}
        """By an action's name: that name and those of its parameters, as the catalog has them."""

    def __missing__(self, key: tuple[str, ...]) -> Written:
        name = key[0]
        if name not in self.meanwhile:
            self.learn(known_action(name), name)
        meanwhile = self.meanwhile[name]
        times = self.seen.get(key, 0) + 1
        if times == 1:
            key = tuple(map(self.own[name].__getitem__, key))
            size = sys.getsizeof(key) + ENTRY
            if not self.allowance_seen.grants(size):
                self.seen.clear()
                self.allowance_seen.renew()
                self.allowance_seen.grants(size)
        self.seen[key] = times
        if times < (WORTHWHILE if meanwhile is decline else WORTHWHILE_BESIDE_MEMBERS):
            return meanwhile
        if not self.allowance.grants(PATTERN + PATTERN_PARAMETER * len(key)):
            return meanwhile
        key = tuple(map(self.own[name].__getitem__, key))
        action = known_action(name)
        try:
            otherwise = partial(self.without_defaults, name, defaults_of(action))
            self[key] = compiled(action, key[1:], self.options, otherwise, self.known)
        except (SwaigctlError, Declined):
            self[key] = decline
        return self[key]

    def learn(self, action: Action, called: str) -> None:
        """Find out what there is to know of an action, by the name that a request has for it."""
        own = {name: name for name in parameters_by_name(action)}
        name = next(each for each in names_of(action.name) if each == called)
        self.own[name] = {**own, name: name}
        self.meanwhile[name] = member_by_member(action, self.options, self.known)

    def without_defaults(self, name: str, defaults: Params, params: Params) -> str:
        """The request without what is at its default, which says nothing."""
        speaking = {
            each: value
            for each, value in params.items()
            if value != defaults[each] or value.__class__ is not defaults[each].__class__
        }
        if len(speaking) == len(params):
            raise Declined
        return self[name, *speaking](speaking)


class Responses(dict[tuple[object, ...], tuple[str, str, str]]):
    """What stands around the text and the actions of a response.

    The key is whether it has text, whether it has `post_process`, and the names of its actions.
    Declined where these actions may draw a warning.
    """

    MOST_BYTES = 1 << 18

    def __init__(self, options: "Options") -> None:
        super().__init__()
        self.options = options
        self.allowance = Allowance(self.MOST_BYTES)

    def __missing__(self, key: tuple[object, ...]) -> tuple[str, str, str]:
        has_text, post_process, *names = key
        actions = [known_action(str(name)) for name in names]
        if self.options["as"] not in ("action", "response") or may_find(
            actions, bool(has_text), bool(post_process)
        ):
            raise Declined
        text, action = HOLE.format("text"), HOLE.format("actions")
        actions_written: list[Any] = [action] if names else []
        document = compact_json(
            response_object(text if has_text else "", actions_written, bool(post_process))
        )
        before, _, rest = document.rpartition(quoted(text))
        between, _, after = rest.partition(quoted(action))
        if self.allowance.grants(sum(map(sys.getsizeof, (key, *key, before, after))) + ENTRY):
            self[key] = before, between, after
        return before, between, after


def member_by_member(action: Action, options: "Options", known: KnownTexts) -> Written:
    try:
        return Members(action, options, known).written
    except (SwaigctlError, Declined):
        return decline


def known_action(name: str) -> Action:
    """The action of this name, however that is spelled.

    Raises:
        Declined: there is none.
    """
    action = action_called(name)
    if action is None:
        raise Declined
    return action


def parameters_by_name(action: Action) -> dict[str, Parameter]:
    """All that a request may give, by each of their names."""
    return {name: each for each in action.all_parameters for name in each.names}


def defaults_of(action: Action) -> Params:
    """What may be left out of a request without a difference: whatever is given of a verb's further
    parameters is written.
    """
    return {
        name: ABSENT if each.of_verb else each.default
        for name, each in parameters_by_name(action).items()
    }


def finds(rule: Rule, values: Params) -> bool:
    """Whether the rule finds something in these values."""
    return any(True for _ in rule.find(values))


def compiled(
    action: Action,
    names: tuple[str, ...],
    options: "Options",
    otherwise: Written,
    known: KnownTexts,
) -> Written:
    """What writes the action when just these parameters are given, none of them at its default.

    `otherwise` gets what is not like that.

    Raises:
        Declined, SwaigctlError: nothing is written without an error or a warning.
    """
    by_name = parameters_by_name(action)
    if action.place.is_part or not all(name in by_name for name in names):
        raise Declined
    parameters = [by_name[name] for name in names]
    holes = [hole_for(each, place, known) for place, each in enumerate(parameters)]
    values = {each.name: hole.stand_in for each, hole in zip(parameters, holes, strict=True)}
    call = Call(action, values, options)
    if len(values) < len(names) or any(each.deprecated for each in parameters):
        raise Declined
    # What an error's rule says of the values themselves is looked at with those that come.
    if any(finding.code in STRUCTURAL for finding in action.missing(values)):
        raise Declined
    if any(True for _ in call.cautions_of_options()):
        raise Declined
    # Which defaults are written out depends on the values then.
    if call.form == "expanded" and any(rule.condition.denies_meaning for rule in action.verb_rules):
        raise Declined
    conditions = [condition for hole in holes for condition in hole.conditions]
    variables = "".join(f"{hole.variable}, " for hole in holes)
    document = compact_json(call.document())
    scope: dict[str, Any] = {"otherwise": otherwise, "quoted": quoted}
    for hole in holes:
        scope.update(hole.scope)
    by_name_in_rules = dict(zip(values, holes, strict=True))
    by_place = {each.at: hole for each, hole in zip(parameters, holes, strict=True)}
    rules = [(rule, by_name_in_rules) for rule in action.rules]
    rules += [(rule, by_place) for rule in action.verb_rules]
    for number, (rule, its) in enumerate(rules):
        if rule.looks_at_each:
            scope[f"doubts{number}"] = rule.doubts
            watched = [its[name] for name in rule.watched(its)]
            conditions += [f"not doubts{number}({hole.variable})" for hole in watched]
        elif isinstance(rule.condition, Count) and rule.code in STRUCTURAL:
            continue  # nothing was found above
        elif not rule.parameters or rule.watched(its):
            scope[f"finds{number}"] = partial(finds, rule)
            members = ", ".join(f"{name!r}: {hole.variable}" for name, hole in its.items())
            conditions.append(f"not finds{number}({{{members}}})")
    parts = []
    # Every other part is the number of a hole.
    for number, part in enumerate(re.split(f'"{HOLE.format("([0-9]+)")}"', document)):
        if number % 2:
            parts.append(holes[int(part)].text)
        else:
            scope[f"piece{number}"] = part
            parts.append(f"piece{number}")
    source = f"""
def written(params):
    ({variables}) = params.values()
    if {" and ".join(conditions) or True}:
        return f"{"".join(f"{{{part}}}" for part in parts)}"
    return otherwise(params)
"""
    function: Written = function_of(source, scope)
    return function
