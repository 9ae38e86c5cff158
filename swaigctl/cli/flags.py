"""Which flags a command has, and the values of what was given with them."""

from swaigctl.build.reading import Reading
from swaigctl.catalog.program import flags
from swaigctl.findings import ABSENT, Finding, Refused, SwaigctlError, flag_of
from swaigctl.model.kinds import Boolean, Switch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.findings import Path
    from swaigctl.model.entries import Action, Parameter
    from swaigctl.model.kinds import Kind

    Given = dict[str, "bool | list[str]"]
    """What a command line gave for each parameter: a boolean, or the texts of its flag in order."""

    FlagTable = dict[str, tuple[Parameter, "bool | None"]]
    """Each spelling of a flag: its parameter, and the boolean it stands for (None: a value)."""


def parameters_of(action: "Action", in_chain: bool = False) -> "tuple[Parameter, ...]":
    """All that the action's command takes: the action's parameters, then those of every command."""
    return action.all_parameters + flags.of(action, in_chain)


def parameters_for(
    action: "Action", given: "Iterable[str]", in_chain: bool = False
) -> "tuple[Parameter, ...]":
    """Those among which the parameters of these names are; the verb's further ones if need be."""
    return own_parameters_for(action, given) + flags.of(action, in_chain)


def own_parameters_for(action: "Action", given: "Iterable[str]") -> "tuple[Parameter, ...]":
    """The same without the parameters of every command."""
    given = set(given)
    if not action.has_further(given):
        return action.parameters
    shared = {parameter.name for parameter in flags.of(action)}
    return action.parameters_for(given - shared)


def flag_table(parameters: "Iterable[Parameter]") -> "FlagTable":
    table: FlagTable = {}
    for parameter in parameters:
        if not isinstance(parameter.kind, Boolean):
            table[parameter.flag] = (parameter, None)
            if parameter.also:
                table.update(dict.fromkeys(parameter.also_flags, (parameter, None)))
            continue
        table[parameter.flag] = (parameter, True)
        if not isinstance(parameter.kind, Switch):
            table[parameter.negative_flag] = (parameter, False)
        if parameter.short:
            table[parameter.short] = (parameter, True)
    return table


def value_given(kind: "Kind", texts: "list[str]") -> object:
    """What a flag's texts stand for, unchecked; a file or standard input is read for JSON.

    Raises:
        SwaigctlError: it can't be read, or is no JSON or YAML.
    """
    if not kind.takes_json:
        return kind.from_texts(texts)
    from swaigctl.formats.inputs import parsed

    return parsed(texts[-1])


def word_among(allowed: "tuple[str, ...]", word: str, name: str) -> str:
    """`word`, if it is allowed where help says `name`.

    Raises:
        SwaigctlError: it is not.
    """
    from swaigctl.model.kinds import Choice

    for finding in Choice(*allowed).faults(word):
        raise SwaigctlError(finding.within(name))
    return word


class FlagReading(Reading):
    """Values from what a command line gave, collecting all that is wrong with it."""

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self.label = label
        """Stands before the flag in messages: which action of a chain it belongs to."""

    def located(self, finding: Finding, at: str) -> Finding:
        """The finding, saying at which flag of which action it is."""
        from swaigctl.findings.messages import path_text

        where = path_text(finding.path[1:], at)
        return finding.but(where=f"{self.label}: {where}" if self.label else where)

    def add(self, finding: Finding, path: "Path" = ()) -> None:
        """Keep a finding: the first step of its path is a parameter's name."""
        whole = finding.within(*path)
        at = flag_of(str(whole.path[0])) if whole.path else ""
        self.findings.append(whole if whole.where else self.located(whole, at))

    def options(self, parameters: "tuple[Parameter, ...]", given: "Given") -> "dict[str, object]":
        """What each of these parameters sets: the value given, or its default."""
        values = self.values(parameters, given)
        return {
            parameter.option: values.get(parameter.name, parameter.default)
            for parameter in parameters
        }

    def values(self, parameters: "tuple[Parameter, ...]", given: "Given") -> "dict[str, object]":
        """The checked value of each of these parameters that was given."""
        values: dict[str, object] = {}
        for parameter in parameters:
            texts = given.get(parameter.name)
            if isinstance(texts, bool):
                values[parameter.name] = texts
            elif texts is not None:
                try:
                    value = value_given(parameter.kind, texts)
                except SwaigctlError as error:
                    self.add(error.finding, (parameter.name,))
                else:
                    checked = self.value(parameter, value)
                    if checked is not ABSENT:
                        values[parameter.name] = checked
        return values

    def action_values(
        self, action: "Action", given: "Given", params: object, complete: bool = True
    ) -> "dict[str, object]":
        """The action's parameters, from its flags and the `--params` object; the flags win.

        Where they need not be complete, required ones may be missing.
        """
        values = self.values(own_parameters_for(action, given), given)
        if isinstance(params, dict):
            in_object = Reading()
            values = {**in_object.parameters(action, params), **values}
            for finding in in_object.findings:
                self.findings.append(self.located(finding.within("params"), flags.PARAMS.flag))
        if complete and not self.findings:
            for finding in action.missing(values):
                self.add(finding)
        return values


def located(findings: "Iterable[Finding]", action: "Action", label: str = "") -> "list[Finding]":
    """Findings about an action's values, or its options, with the flags that they are about."""
    by_option = {each.option: each.flag for each in flags.of(action)}
    reading = FlagReading(label)
    found = []
    for finding in findings:
        name = str(finding.path[0])
        at = by_option.get(name, flag_of(name))
        if name in ("as", "form") and isinstance(finding.value, str):
            at += f" {finding.value}"
        found.append(reading.located(finding, at))
    return found


def refuse_to_read_twice(flags: "list[str]") -> None:
    """Nothing, unless several flags read standard input.

    Raises:
        Refused: they do.
    """
    if len(flags) > 1:
        sentence = "only one of them can read standard input."
        raise Refused(Finding("flags", sentence, where=" and ".join(flags)))


def piped(parameters: "Iterable[Parameter]", given: "Given") -> "list[str]":
    """The flags that read standard input."""
    return [
        parameter.flag
        for parameter in parameters
        if parameter.kind.takes_json and given.get(parameter.name) == ["-"]
    ]
