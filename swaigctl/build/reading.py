"""Values given as data, checked, with all that is wrong with them collected."""

from swaigctl.findings import ABSENT, Finding
from swaigctl.model.shapes import unknown_name

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

    def value(self, parameter: "Parameter", value: object, path: "Path" = ()) -> object:
        """The value in its normal form; ABSENT if it is wrong, and what is wrong is kept."""
        found = list(parameter.findings(value))
        for finding in found:
            self.add(finding, path)
        wrong = any(finding.is_error for finding in found)
        return ABSENT if wrong else parameter.normal(value)

    def members(
        self,
        parameters: "Iterable[Parameter]",
        given: "Values",
        path: "Path" = (),
        what: str = "",
    ) -> "Values":
        """The checked members of an object with these and no other; `what` a name in it is."""
        by_name = {parameter.name: parameter for parameter in parameters}
        values = {}
        for name, value in given.items():
            if name in by_name:
                checked = self.value(by_name[name], value, path)
                if checked is not ABSENT:
                    values[name] = checked
            else:
                self.add(unknown_name(name, tuple(by_name), what), path)
        return values

    def parameters(self, action: "Action", given: "Values", path: "Path" = ()) -> "Values":
        """The checked parameters of an action; they may be incomplete."""
        return self.members(action.parameters, given, path, f"a parameter of {action.name}")

    def complete(self, action: "Action", given: "Values", path: "Path" = ()) -> "Values":
        """The checked parameters of an action; what is missing is wrong too."""
        before = len(self.findings)
        values = self.parameters(action, given, path)
        if len(self.findings) == before:
            for finding in action.missing(values):
                self.add(finding, path)
        return values
