"""Where in its text a finding is."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.check.texts import Read
    from swaigctl.findings import Finding


def placed(finding: "Finding", read: "Read", file: str) -> "Finding":
    """The finding with its file, the number of its document, and the lines and columns."""
    if read.fault is not None:  # whoever read the text knows the place
        line, column = finding.position or (1, 1)
        begin = end = (line + read.line, column)
        from swaigctl.formats.faults import without_place

        finding = without_place(finding)
    else:
        places = read.places
        first, last = places.span(finding.path, of_key=finding.about_key)
        begin, end = (
            (position.line + read.line, position.column)
            for position in (places.lines.position(first), places.lines.position(last))
        )
    return finding.but(file=file, document=read.number, position=begin, end=end)
