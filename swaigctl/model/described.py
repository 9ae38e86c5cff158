"""The kind of an action's object, from its parameters: for schemas."""

from swaigctl.model.further import alternatives, shape_rules
from swaigctl.model.kinds import Constant
from swaigctl.model.rules import Count
from swaigctl.model.shapes import Field, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.entries import Action
    from swaigctl.model.rules import Rule

    Values = dict[str, object]


def object_of(tree: "Values", action: "Action", closed: bool, path: str = "") -> Object:
    """The kind of nested objects: each name with its field, or with more names inside."""
    fields = []
    for name, inside in tree.items():
        if isinstance(inside, Field):
            fields.append(
                inside.but(
                    name=name,
                    # What is always written has a default that may not be the platform's own.
                    default=None if getattr(inside, "always", False) else inside.default,
                    required=closed
                    and (
                        (inside.required and inside.name not in alternatives(action))
                        or isinstance(inside.kind, Constant)
                    ),
                )
            )
        else:
            assert isinstance(inside, dict)
            content = object_of(inside, action, closed, f"{path}{name}.")
            required = any(field.required for field in content.fields) or any(
                rule.condition.at_least
                for rule in content.rules
                if isinstance(rule.condition, Count)
            )
            fields.append(Field(name, content, "", required=required))
    rules = rules_at(path, action) if closed else ()
    return Object(*fields, open=not closed, title=action.name, rules=tuple(rules))


def rules_at(path: str, action: "Action") -> "Iterator[Rule]":
    """The rules about how many of an object's members there are, by their names on the wire."""
    known = set()
    for rule in action.rules:
        if isinstance(rule.condition, Count):
            places = [action.parameter(name).at.rpartition(".") for name in rule.parameters]
            if all(before + dot == path for before, dot, _ in places):
                names = tuple(name for _, _, name in places)
                known.add((rule.code, names))
                yield rule.about(*names)
    if action.verb is not None and not path:
        for rule in (*action.verb_rules, *shape_rules(action.verb)):
            if isinstance(rule.condition, Count) and (rule.code, rule.parameters) not in known:
                yield rule
