"""Which flags a command has, and what was given with them."""

from swaigctl.catalog import command_flags
from swaigctl.catalog.kinds import Boolean, Switch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.catalog.actions import Action, Parameter

    Given = dict[str, "bool | list[str]"]
    """What a command line gave for each parameter: a boolean, or the texts of its flag in order."""


def parameters_of(action: "Action") -> "tuple[Parameter, ...]":
    """All that the action's command takes: its own parameters, then those of every command."""
    return action.parameters + command_flags.of(action)


def flag_table(
    parameters: "Iterable[Parameter]",
) -> "dict[str, tuple[Parameter, bool | None]]":
    """Each spelling of a flag: its parameter, and the boolean it stands for (None: a value)."""
    table: dict[str, tuple[Parameter, bool | None]] = {}
    for parameter in parameters:
        if not isinstance(parameter.kind, Boolean):
            table[parameter.flag] = (parameter, None)
            continue
        table[parameter.flag] = (parameter, True)
        if not isinstance(parameter.kind, Switch):
            table[parameter.negative_flag] = (parameter, False)
        if parameter.short:
            table[parameter.short] = (parameter, True)
    return table
