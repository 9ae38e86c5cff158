"""Which flags a command has, and the values of what was given with them."""

from swaigctl.catalog import command_flags
from swaigctl.catalog.kinds import Boolean, Switch
from swaigctl.errors import ParameterError, SwaigctlError, flag_of
from swaigctl.requests import checked_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.catalog.actions import Action, Parameter

    Given = dict[str, "bool | list[str]"]
    """What a command line gave for each parameter: a boolean, or the texts of its flag in order."""

    FlagTable = dict[str, tuple[Parameter, "bool | None"]]
    """Each spelling of a flag: its parameter, and the boolean it stands for (None: a value)."""


def parameters_of(action: "Action", in_chain: bool = False) -> "tuple[Parameter, ...]":
    """All that the action's command takes: the action's parameters, then those of every command."""
    return action.parameters + command_flags.of(action, in_chain)


def flag_table(parameters: "Iterable[Parameter]") -> "FlagTable":
    table: FlagTable = {}
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


class Reading:
    """Values from what a command line gave, collecting all that is wrong with it."""

    def __init__(self, label: str = "", command: str = "") -> None:
        self.errors: list[SwaigctlError] = []
        self.label = label
        """Stands before the flag in errors: which action of a chain it belongs to."""
        self.command = command
        """The command whose help tells more, where it is not the one that was called."""

    def refuse(self, error: SwaigctlError, where: str) -> None:
        error.where = f"{self.label}{where}".removesuffix(": ")
        error.command = self.command
        self.errors.append(error)

    def options(self, parameters: "tuple[Parameter, ...]", given: "Given") -> "dict[str, object]":
        """What each of these parameters sets: the value given, or its default."""
        values = self.values(parameters, given)
        return {
            parameter.option: values.get(parameter.name, parameter.default)
            for parameter in parameters
        }

    def values(self, parameters: "tuple[Parameter, ...]", given: "Given") -> "dict[str, object]":
        """The checked value of each of these parameters that was given."""
        values = {}
        for parameter in parameters:
            texts = given.get(parameter.name)
            if texts is None:
                continue
            try:
                values[parameter.name] = texts if isinstance(texts, bool) else parameter.read(texts)
            except ParameterError as error:
                self.refuse(error, parameter.flag + error.path)
        return values

    def action_values(
        self, action: "Action", given: "Given", params: object, complete: bool = True
    ) -> "dict[str, object]":
        """The action's parameters, from its flags and the `--params` object; the flags win.

        Where they need not be complete, required ones may be missing.
        """
        values = self.values(action.parameters, given)
        if isinstance(params, dict):
            in_object, errors = checked_members(action.parameters, params)
            values = {**in_object, **values}
            for error in errors:
                self.refuse(error, f"--params{error.path}")
        if complete and not self.errors:
            try:
                action.require(values)
            except ParameterError as error:
                self.refuse(error, flag_of(error.parameter))
        return values


def piped(parameters: "Iterable[Parameter]", given: "Given") -> "list[str]":
    """The flags that read standard input."""
    return [
        parameter.flag
        for parameter in parameters
        if parameter.kind.takes_json and given.get(parameter.name) == ["-"]
    ]
