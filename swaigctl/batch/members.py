"""Actions member by member, for streams in which hardly two lines have the same parameters.

Where an action's object has a member for each parameter, and none depends on another, it takes no
pattern for each choice of them: what stands before each value is found once, by writing the action
with that parameter alone, and then with all at once to see that it adds up.
"""

from typing import TYPE_CHECKING, Any

from swaigctl.batch.holes import HOLE, Declined, KnownTexts, Params, written_value
from swaigctl.catalog.actions import Action, Parameter
from swaigctl.catalog.kinds import Boolean, Choice, Text, Words
from swaigctl.formats.json import compact_json, quoted
from swaigctl.requests import action_document, option_cautions

if TYPE_CHECKING:
    from collections.abc import Callable

    from swaigctl.requests import Options


def member_writer(
    parameter: Parameter, before: str, known_texts: KnownTexts
) -> "Callable[[Any], str]":
    """What writes the parameter's member with a value that is not its default.

    It raises Declined, or whatever error an odd value causes, where it isn't sure. `before` is what
    stands before the value, or the whole member of a boolean.
    """
    known = known_texts[parameter]

    def write_boolean(value: object) -> str:
        if value is True or value is False:
            return before
        raise Declined

    def write_known(value: str) -> str:
        return before + known[value]

    def write_text(value: object) -> str:
        if value.__class__ is str and value.strip():
            return before + quoted(value)
        raise Declined

    def write_any(value: object) -> str:
        return before + written_value(parameter, value)

    kinds = {Boolean: write_boolean, Choice: write_known, Words: write_known, Text: write_text}
    return kinds.get(type(parameter.kind), write_any)


class Members:
    """What writes one action, whichever of its parameters stand beside the main one."""

    def __init__(self, action: Action, options: "Options", known: KnownTexts) -> None:
        """Find out what stands where.

        Raises:
            Declined, SwaigctlError: the members depend on each other, or aren't all there is.
        """
        if not action.layout.main or action.needs or options["form"] not in ("auto", "full"):
            raise Declined
        (self.main,) = (each for each in action.parameters if each.name == action.layout.main)
        self.rules = action.cautions
        stand_ins: dict[str, object] = {
            each.name: not each.default if type(each.kind) is Boolean else HOLE.format(each.name)
            for each in action.parameters
        }

        def text(*names: str) -> str:
            values = {name: stand_ins[name] for name in (self.main.name, *names)}
            if option_cautions(action, values, options):
                raise Declined
            return compact_json(action_document(action, values, {**options, "form": "full"}))

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
