"""What an action takes of its verb beside the SDK's parameters; the quick path seldom needs it."""

from swaigctl.model.entries import Parameter
from swaigctl.model.rules import at_most_one_of, one_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Finding
    from swaigctl.model.entries import Action, Verb
    from swaigctl.model.rules import Rule

GROUP = "SWML parameters"
"""The heading that they stand under in help, before the verb's own."""


def further_parameters(action: "Action") -> "Iterator[Parameter]":
    """The parameters of an action's verb that the SDK's method lacks, in the verb's order."""
    if action.verb is None:
        return
    own = {each.at for each in action.parameters}
    for field in action.verb.fields.values():
        if field.name not in own:
            yield action.verb.parameter(
                field.name,
                action.further_names.get(field.name, ""),
                group=f"{GROUP}: {field.group}" if field.group else GROUP,
                of_verb=True,
                may_be_none=True,
                required=False,  # the SDK's method writes the verb without it
            )


def alternatives(action: "Action") -> "tuple[str, ...]":
    """The parameters of which just one is given, where the action's verb has several shapes."""
    names = action.names_by_place
    places = telling_apart(action.verb) if action.verb is not None else ()
    return tuple(names.get(place, place) for place in places)


def by_themselves(action: "Action") -> "tuple[Parameter, ...]":
    """All parameters, and of those that others can stand for none is required by itself."""
    from copy import copy

    instead = alternatives(action)
    parameters = []
    for each in action.all_parameters:
        if each.name in instead and each.required:
            each = copy(each)
            each.required = False
        parameters.append(each)
    return tuple(parameters)


def telling_apart(verb: "Verb") -> "tuple[str, ...]":
    """The parameters that tell a verb's shapes apart, where it has several: each requires one."""
    if len(verb.objects) < 2:
        return ()
    names = [{field.name for field in each.fields} for each in verb.objects]
    common = set.intersection(*names)
    return tuple(
        field.name
        for each in verb.objects
        for field in each.fields
        if field.required and field.name not in common
    )


def shape_rules(verb: "Verb | None") -> "tuple[Rule, ...]":
    """That one of a verb's shapes is given, where it has several, and parameters of no other."""
    if verb is None or len(verb.objects) < 2:
        return ()
    alternatives = telling_apart(verb)
    if len(alternatives) < 2:
        return ()
    more = []
    for name in verb.fields:
        # Beside which of them it can't stand: those whose shapes have no such parameter.
        without = [each for each in verb.objects if name not in each.by_name]
        if without and name not in alternatives:
            needed = {field.name for each in without for field in each.fields if field.required}
            more += [at_most_one_of(name, each) for each in alternatives if each in needed]
    return one_of(*alternatives), at_most_one_of(*alternatives), *more


def by_other_names(finding: "Finding", names: "dict[str, str]") -> "Finding":
    """A finding about a verb's parameters, by the names that an action has for them."""
    sentence = finding.sentence
    for place, name in names.items():
        sentence = sentence.replace(f"{{{place}}}", f"{{{name}}}")
    details = {
        key: said if isinstance(said, str) else tuple(names.get(each, each) for each in said)
        for key, said in finding.details.items()
    }
    first, *inside = finding.path
    path = (names.get(str(first), first), *inside)
    return finding.but(path=path, sentence=sentence, details=details)
