"""Which findings count: those that are selected, and that nothing ignores.

What the command line says counts before what is configured. The places that a configuration
ignores come first: whether that is of use doesn't depend on what is selected.
"""

from swaigctl.check.files import may_configure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.build.calls import Options
    from swaigctl.check.configuration import Configuration
    from swaigctl.check.files import Found
    from swaigctl.check.validation import FileReport, Verdict
    from swaigctl.findings import Finding


class Control:
    """What the command line and the configuration say of findings."""

    def __init__(self, options: "Options") -> None:
        """Read the configuration that holds here.

        Raises:
            Refused: it is wrong.
        """
        self.select: Sequence[str] = options["select"] or ()  # type: ignore[assignment]
        self.ignore: Sequence[str] = options["ignore"] or ()  # type: ignore[assignment]
        self.configuration = configuration_here()
        configured = self.configuration
        self.fail_on = str(options["fail_on"] or (configured and configured.fail_on) or "error")

    def kept(self, file: "FileReport") -> "FileReport":
        """The file with those findings that count."""
        configuration = self.configuration
        if configuration is not None:
            configuration.see(file)
        if configuration is not None and configuration.known_names:
            file = file.but([without_known(each, configuration) for each in file.verdicts])
        if configuration is not None and configuration.ignores:
            file = configuration.without_ignored(file)
        if not file.findings or not (self.select or self.ignore or configuration):
            return file
        from swaigctl.check.validation import Verdict

        return file.but(
            [
                Verdict(
                    verdict.kind,
                    [finding for finding in verdict.findings if self.counts(finding, verdict)],
                    verdict.read,
                )
                for verdict in file.verdicts
            ]
        )

    def counts(self, finding: "Finding", verdict: "Verdict | None" = None) -> bool:
        """Whether a finding is selected, or says why a document can't be read, and not ignored."""
        code = finding.code
        if code in self.ignore:
            return False
        if self.select and code in self.select:
            return True
        configured = self.configuration
        if configured is not None and configured.is_ignored(code):
            return False
        selected = self.select or (configured.select if configured is not None else ())
        is_fault = verdict is not None and verdict.read.fault is not None
        return not selected or code in selected or is_fault

    def is_excluded(self, path: str) -> bool:
        """Whether the configuration leaves out a file or a folder that nobody named."""
        return self.configuration is not None and self.configuration.is_excluded(path)

    def unused_ignores(self, found: "Found") -> "list[FileReport]":
        """The configuration with what it ignores in vain, once all files were judged."""
        if self.configuration is None:
            return []
        if self.select or self.ignore:  # not each finding was held against the configuration
            self.configuration.unused["ignore"].clear()
        unused = list(filter(self.counts, list(self.configuration.unused_ignores(found.folders))))
        return [self.configuration.report_of(unused)] if unused else []


def without_known(verdict: "Verdict", configuration: "Configuration") -> "Verdict":
    """The verdict without findings about names that the configuration knows."""
    from swaigctl.check.validation import Verdict

    left = [each for each in verdict.findings if not configuration.is_known(each)]
    return Verdict(verdict.kind, left, verdict.read)


def configuration_here() -> "Configuration | None":
    """The configuration that holds here.

    Raises:
        Refused: it is wrong.
    """
    for path in may_configure():
        from swaigctl.check.configuration import configuration_in

        found = configuration_in(path)
        if found is not None:
            return found
    return None
