"""Actions member by member, for streams in which hardly two lines have the same parameters.

Where an action's object has a member for each parameter, and none depends on another, it takes no
pattern for each choice of them: what stands before each value is found once, by writing the action
with that parameter alone, and then with all at once to see that it adds up.
"""

from typing import TYPE_CHECKING, Any

from swaigctl.batch.holes import (
    HOLE,
    Declined,
    KnownTexts,
    Params,
    function_of,
    hole_for,
    written_value,
)
from swaigctl.build.calls import Call
from swaigctl.findings import ERROR
from swaigctl.formats.json import compact_json, quoted
from swaigctl.model.conditions import NothingGiven
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.kinds import Boolean

if TYPE_CHECKING:
    from collections.abc import Callable

    from swaigctl.build.calls import Options


def member_writer(
    parameter: Parameter, before: str, known_texts: KnownTexts
) -> "Callable[[Any], str]":
    """What writes the parameter's member with a value that is not its default.

    It raises Declined, or whatever error an odd value causes, where it isn't sure. `before` is what
    stands before the value, or the whole member of a boolean.
    """
    hole = hole_for(parameter, 0, known_texts)
    text = f"{{before}}{{{hole.text}}}" if hole.text else "{before}"
    source = f"""
def written({hole.variable}):
    if {" and ".join(hole.conditions) or True}:
        return f"{text}"
    raise Declined
"""
    scope = {"before": before, "quoted": quoted, "Declined": Declined, **hole.scope}
    writer: Callable[[Any], str] = function_of(source, scope)
    return writer


class Members:
    """What writes one action, whichever of its parameters stand beside the main one."""

    def __init__(self, action: Action, options: "Options", known: KnownTexts) -> None:
        """Find out what stands where.

        Raises:
            Declined, SwaigctlError: the members depend on each other, or aren't all there is.
        """
        # The main parameter is always given here.
        rules = [
            rule
            for rule in (*action.rules, *action.verb_rules)
            if not isinstance(rule.condition, NothingGiven)
        ]
        needs = any(rule.severity == ERROR or not rule.looks_at_each for rule in rules)
        renamed = action.verb_rules and action.names_by_place
        if not action.main or needs or renamed or options["form"] not in ("auto", "full"):
            raise Declined
        self.main = action.parameter(action.main)
        self.rules = rules
        stand_ins: dict[str, object] = {
            each.name: not each.default
            if isinstance(each.kind, Boolean)
            else HOLE.format(each.name)
            for each in action.parameters
        }

        def text(*names: str) -> str:
            values = {name: stand_ins[name] for name in (self.main.name, *names)}
            call = Call(action, values, {**options, "form": "full"})
            if any(True for _ in call.cautions_of_options()):
                raise Declined
            return compact_json(call.document())

        value = quoted(HOLE.format(self.main.name))
        self.before, _, self.after = text().partition(value)
        found = {}
        for parameter in action.parameters:
            if parameter is not self.main:
                member = text(parameter.name).removeprefix(self.before + value)
                found[member.removesuffix(self.after)] = parameter
        whole = text(*(parameter.name for parameter in found.values()))
        order = sorted(found, key=whole.find)
        if whole != self.before + value + "".join(order) + self.after:
            raise Declined
        self.members = []
        for member in order:
            parameter = found[member]
            before = member.removesuffix(quoted(HOLE.format(parameter.name)))
            write = member_writer(parameter, before, known)
            self.members.append((parameter.name, parameter.default, write))

    def written(self, params: Params) -> str:
        """The compact JSON of the action.

        Raises:
            Declined, ParameterError, LookupError, TypeError: something is wrong, or draws a
                warning, or that isn't sure.
        """
        values = {self.main.name: params[self.main.name]}
        pieces = [self.before, written_value(self.main, params[self.main.name])]
        given = 1
        for name, default, write in self.members:
            if name in params:
                given += 1
                value = params[name]
                if value != default or value.__class__ is not default.__class__:
                    values[name] = value
                    pieces.append(write(value))
        if given != len(params) or len(values) == 1:  # by itself it may have a simplified form
            raise Declined
        if any(rule.doubts(values[name]) for rule in self.rules for name in rule.watched(values)):
            raise Declined
        pieces.append(self.after)
        return "".join(pieces)
