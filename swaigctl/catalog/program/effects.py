"""Which flags can change what a command does: help and completion show these, and no others.

The command takes all of them, and says why one of the others fails.
"""

from copy import copy

from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.kinds import EVERY, Choice
from swaigctl.model.rules import Rule
from swaigctl.model.walk import visits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sized


def of_action(action: Action, in_chain: bool = False) -> tuple[Parameter, ...]:
    """What the action's command takes beside the action's parameters, as far as it has an effect.

    A flag with choices has just those of them that the action can have.
    """
    shown = {
        flags.FORM: with_choices(flags.FORM, action.body.forms(action)),
        flags.AS: with_choices(flags.AS, shapes_of(action)),
    }
    return shown_ones(flags.of(action, in_chain), shown, without_effect(action))


def of_verb(verb: Verb) -> tuple[Parameter, ...]:
    """What a verb takes beside its parameters, as far as it has an effect."""
    form = document_flags.VERB_FORM
    shown = {form: with_choices(form, forms_of_verb(verb))}
    return shown_ones(document_flags.of_verb(verb), shown, without_effect_for_verb(verb))


def shown_ones(
    parameters: "Iterable[Parameter]",
    narrowed: "dict[Parameter, Parameter]",
    without: "dict[str, str]",
) -> tuple[Parameter, ...]:
    return tuple(narrowed.get(each, each) for each in parameters if each.option not in without)


def without_effect(action: Action) -> dict[str, str]:
    """By option: why a flag that the action's command takes can't change what it does."""
    found = without_choice(action.all_parameters, action.body.forms(action))
    if not action.main:
        found["diff"] = "has no simplified form"
    return found


def without_effect_for_verb(verb: Verb) -> dict[str, str]:
    """By option: why a flag that the verb takes can't change what is written."""
    return without_choice(verb.fields, forms_of_verb(verb))


def without_choice(parameters: "Sized", forms: tuple[str, ...]) -> dict[str, str]:
    """What both have in common: no parameters to give as an object, or just one form."""
    found: dict[str, str] = {}
    if not parameters:
        found["params"] = found["skeleton"] = "has no parameters"
    if len(forms) < 2:
        found["form"] = "has only one form"
    return found


def shapes_of(action: Action) -> tuple[str, ...]:
    """Those choices of `--as` that the action has."""
    place = action.place
    return (
        *("action", "response"),
        *(("swml",) if place.carries_swml else ()),
        *(("verb",) if place.verb else ()),
    )


def forms_of_verb(verb: Verb) -> tuple[str, ...]:
    """The forms of the verb that differ from each other; steps inside it have forms too."""
    from swaigctl.model.steps import Step

    inside = [kind for _, kind, _ in visits(verb.kind, EVERY)]
    steps = [kind for kind in inside if isinstance(kind, Step)]
    is_short = verb.kind.only_main or any(each.verbs.has_short_verbs for each in steps)
    has_defaults = any(
        field.default is not None and not field.deprecated
        for kind in inside
        for field in kind.fields
    )
    return (
        "auto",
        *(("simplified",) if verb.kind.main and not verb.kind.only_main else ()),
        *(("full",) if is_short else ()),
        *(("expanded",) if is_short or steps or has_defaults else ()),
    )


def rules_of(action: Action) -> list[Rule]:
    """What to warn of in how the action is asked for, with the flags that have an effect."""
    return [
        *([flags.TRANSFER_NOT_SHOWN] if flags.TRANSFER in flags.of(action) else []),
        *([flags.PROMPT_NOT_SHOWN] if action.prompt else []),
    ]


def with_choices(parameter: Parameter, names: tuple[str, ...]) -> Parameter:
    """The same flag, with just these of its choices."""
    narrowed = copy(parameter)
    meanings = parameter.kind.meanings
    narrowed.kind = Choice({name: meanings[name] for name in names})
    return narrowed
