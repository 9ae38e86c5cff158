"""Which findings count: those that are selected, and that nothing ignores."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.build.calls import Options
    from swaigctl.check.validation import FileReport


class Control:
    """What the command line and the configuration say of findings."""

    def __init__(self, options: "Options") -> None:
        """Read the configuration that holds here.

        Raises:
            SwaigctlError: it is wrong, or a code is not known.
        """
        self.fail_on = str(options["fail_on"])

    def kept(self, file: "FileReport") -> "FileReport":
        """The file with those findings that count."""
        return file
