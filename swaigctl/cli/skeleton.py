"""`--skeleton`: an action's parameters as `--params` takes them, to be filled in."""

from typing import TYPE_CHECKING

from swaigctl.catalog.program import flags
from swaigctl.cli.terminal.help import explanation, filled
from swaigctl.descriptions import PROGRAM, same_inside
from swaigctl.formats.yaml_writer import yaml_text
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.further import alternatives, by_themselves

if TYPE_CHECKING:
    Values = dict[str, object]

TO_FILL_IN = ""
"""What stands for a required value: hardly any kind allows it."""

WIDTH = 80
"""Of comments, whatever the terminal: a file is written."""


def skeleton_json(action: Action, values: "Values") -> "Values":
    """All parameters: what was given, the default, null; or something that is refused as it is.

    Of the SWML verb's further ones only what was given, since whatever is given is written.
    """
    return {
        parameter.name: value_of(parameter, values)
        for parameter in action.all_parameters
        if not is_left_out(parameter, values, action)
    }


def skeleton_yaml(action: Action, values: "Values") -> str:
    """The same with comments, and with what has no value commented out.

    Where that would be everything, nothing is: a file without a value is no object.
    """
    parameters = action.all_parameters
    live = [each.name for each in parameters if is_live(each, values, action)]
    nulls = {} if live else {each.name: None for each in parameters}
    by_option = {each.option: each.flag for each in flags.of(action)}
    call = f"{PROGRAM} {action.command} {by_option['params']} @FILE"
    parts = [comment(action.summary), comment(call)]
    same = same_inside(parameters)
    for parameter, told in zip(parameters, by_themselves(action), strict=True):
        same_as = same.get(parameter.name, "")
        lines = explanation(told, as_flag=False, same_as=same_as)
        parts.append("\n" + "".join(comment(text, lead) for lead, text in lines))
        name = parameter.name
        if name in live or name in nulls:
            parts.append(yaml_text({name: value_of(parameter, values)}))
        else:
            parts.append(f"#{name}:\n")
    return "".join(parts) if parameters else "".join([*parts, "\n{}\n"])


def value_of(parameter: Parameter, values: "Values") -> object:
    if parameter.of_verb:
        return values.get(parameter.name)
    default = TO_FILL_IN if parameter.required else parameter.default
    return values.get(parameter.name, default)


def is_live(parameter: Parameter, values: "Values", action: Action) -> bool:
    """Whether it has a value, which may be null where that is not the default."""
    if value_of(parameter, values) is None:
        return parameter.default is not None and not parameter.of_verb
    return not is_left_out(parameter, values, action)


def is_left_out(parameter: Parameter, values: "Values", action: Action) -> bool:
    """Whether it must be missing: another one was given in its place, or its kind allows any value,
    so that only a missing one is refused.
    """
    if not parameter.required or parameter.name in values:
        return False
    instead = alternatives(action)
    if parameter.name in instead and any(name in values for name in instead):
        return True
    return not list(parameter.findings(TO_FILL_IN))


def comment(text: str, lead: str = "") -> str:
    return filled(text, f"# {lead}", "# " + " " * len(lead), WIDTH)
