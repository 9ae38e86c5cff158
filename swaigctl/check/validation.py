"""Validation as a whole: of a value or a text for Python, and of the texts of files."""

from swaigctl.check.judging import RANKS, judged
from swaigctl.findings import ABSENT, Finding, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.check.texts import Read


class Verdict:
    """What was found in one document of a file.

    Attributes:
        kind: what it was judged as, one of `swaigctl.check.kinds.KINDS`; empty if it is none.
        findings: what is wrong, with places; errors first, then by place.
        read: the document itself.
    """

    __slots__ = ("findings", "kind", "read")

    def __init__(self, kind: str, findings: "list[Finding]", read: "Read") -> None:
        self.kind = kind
        self.findings = findings
        self.read = read


def verdicts(text: str, file: str, kind: str = "", lines: bool = False) -> "Iterator[Verdict]":
    """What is found in each document of a text.

    Args:
        text: the text.
        file: its name, by whose ending its language goes.
        kind: what the documents are; empty if that is to be found out.
        lines: whether it is JSON Lines, whatever its name.
    """
    from swaigctl.check.texts import documents_in, language_of

    for read in documents_in(text, language_of(file, text, lines)):
        yield verdict_of(read, file, kind)


def verdict_of(read: "Read", file: str, kind: str) -> Verdict:
    if read.fault is not None:
        found, kind = [read.fault], ""
    else:
        judgement = judged(read.value, kind)
        found, kind = judgement.findings, judgement.kind
    if not found:
        return Verdict(kind, [], read)
    from swaigctl.check.placing import placed
    from swaigctl.check.platform import with_platform_code

    in_text = [placed(with_platform_code(finding, kind), read, file) for finding in found]
    return Verdict(kind, sorted(in_text, key=order), read)


def order(finding: Finding) -> "tuple[int, tuple[int, int]]":
    return RANKS[finding.severity], finding.position or (0, 0)


def validate(document: object, kind: "str | None" = None) -> "list[Finding]":
    """All that is wrong with a document, and what is worth knowing of it.

    Args:
        document: a response, an action or a SWML document, as Python has it (dictionaries, or
            whatever has `to_dict`), or as text in JSON or YAML.
        kind: `"response"`, `"action"`, `"swml"` (for calls) or `"messaging"`; left out, it is
            found out.

    Returns:
        Findings, errors first. Those of a text say where in it they are.

    Raises:
        ValueError: there is no such kind.
    """
    from swaigctl.check.kinds import KINDS

    if kind is not None and kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(map(repr, KINDS))}, not {kind!r}")
    if isinstance(document, str):
        return [each for verdict in verdicts(document, "", kind or "") for each in verdict.findings]
    to_dict = getattr(document, "to_dict", None)
    value = document if to_dict is None else to_dict()
    from swaigctl.check.platform import with_platform_code

    judgement = judged(value, kind or "")
    return [with_platform_code(finding, judgement.kind) for finding in judgement.findings]


class FileReport:
    """What was found in one file.

    Attributes:
        file: its name, as it was given.
        text: what it says; empty if it can't be read.
        verdicts: one for each document in it.
        is_skipped: whether nothing in it was recognised, and nobody had named it.
        fixed: how many findings were put right in it; None if that was not asked for.
    """

    __slots__ = ("file", "fixed", "is_skipped", "text", "verdicts")

    def __init__(
        self, file: str, text: str, verdicts: "list[Verdict]", is_skipped: bool = False
    ) -> None:
        self.file = file
        self.text = text
        self.verdicts = verdicts
        self.is_skipped = is_skipped
        self.fixed: int | None = None

    @property
    def findings(self) -> "list[Finding]":
        """All of the file's, document by document."""
        return [finding for verdict in self.verdicts for finding in verdict.findings]


def file_report(path: str, is_named: bool, kind: str = "", lines: bool = False) -> FileReport:
    """What is found in a file, or in standard input."""
    from swaigctl.check.files import STDIN, text_of
    from swaigctl.check.texts import JSON, Read

    name = "<stdin>" if path == STDIN else path
    try:
        text = text_of(path)
    except SwaigctlError as error:
        finding = error.finding.but(file=name, position=(1, 1), end=(1, 1))
        return FileReport(name, "", [Verdict("", [finding], Read(ABSENT, "", JSON))])
    found = list(verdicts(text, name, kind, lines))
    if not is_named and not kind and not any(verdict.kind for verdict in found):
        return FileReport(name, text, [], is_skipped=True)
    return FileReport(name, text, found)
