"""Values given as data, checked, with all that is wrong with them collected."""

from swaigctl.findings import ABSENT, Finding
from swaigctl.model.shapes import not_there, unknown_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.findings import Path
    from swaigctl.model.entries import Action, Parameter

    Values = dict[str, object]


class Reading:
    """Checks values, and collects what is wrong with them.

    Attributes:
        findings: what was found so far, each with the path to it from where the reading began.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def add(self, finding: Finding, path: "Path" = ()) -> None:
        """Keep a finding that lies within `path`."""
        self.findings.append(finding.within(*path))

    def value(
        self, parameter: "Parameter", value: object, path: "Path" = (), name: str = ""
    ) -> object:
        """The value in its normal form; ABSENT if it is wrong, and what is wrong is kept.

        Warnings are not: an action's `cautions` look into its values. `name` is what the parameter
        was called, where that is another name of it.
        """
        wrong = [finding for finding in parameter.findings(value) if finding.is_error]
        for finding in wrong:
            self.add(finding.but(path=(name, *finding.path[1:])) if name else finding, path)
        return ABSENT if wrong else parameter.normal(value)

    def members(
        self,
        parameters: "Iterable[Parameter]",
        given: "Values",
        path: "Path" = (),
        what: str = "",
    ) -> "Values":
        """The checked members of an object with these and no other; `what` a name in it is."""
        by_name = {name: parameter for parameter in parameters for name in parameter.names}
        values: Values = {}
        called: dict[str, str] = {}
        for name, value in given.items():
            if name not in by_name:
                self.add(not_there(unknown_name(name, tuple(by_name), what), given, by_name), path)
                continue
            parameter = by_name[name]
            if value is None and (parameter.of_verb or parameter.name in called):
                continue
            first = called.setdefault(parameter.name, name) if value is not None else name
            if first != name:
                sentence = "{quoted} can't go with {other}: they are the same parameter."
                details = {"other": (first,)}
                self.add(Finding("exclusive", sentence, path=(name,), details=details), path)
                continue
            checked = self.value(parameter, value, path, name)
            if checked is not ABSENT:
                values[parameter.name] = checked
        return values

    def parameters(self, action: "Action", given: "Values", path: "Path" = ()) -> "Values":
        """The checked parameters of an action; they may be incomplete."""
        what = f"a parameter of {action.name}"
        before = len(self.findings)
        values = self.members(action.parameters_for(given), given, path, what)
        if len(self.findings) > before:
            from swaigctl.build.finished import finished_params

            finished = finished_params(action, given)
            if finished is not None:
                del self.findings[before:]
                self.add(finished[0], path)
                return finished[1]
        return values

    def complete(self, action: "Action", given: "Values", path: "Path" = ()) -> "Values":
        """The checked parameters of an action; what is missing is wrong too."""
        before = len(self.findings)
        values = self.parameters(action, given, path)
        missing = action.missing(values)
        if len(self.findings) > before:
            from swaigctl.build.missing import missing_beside

            missing = missing_beside(action, values, self.findings[before:], path)
        for finding in missing:
            self.add(finding, path)
        return values
