"""What the platform itself calls a fault: its codes, by what was found and where."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.findings import Finding


def with_platform_code(finding: "Finding", kind: str) -> "Finding":
    """The finding with the platform's own code, where its documentation has one.

    `kind`: what the document is, one of `swaigctl.check.kinds.KINDS`.
    """
    return finding
