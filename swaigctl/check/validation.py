"""Validation as a whole: of a value or a text for Python, and of the texts of files."""

from swaigctl.check.judging import RANKS, judged
from swaigctl.findings import ABSENT, Finding, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.check.texts import Read


COMMENT_MARK = "swaigctl"
"""What is in a text that may have comments about findings."""


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

    return verdicts_of(documents_in(text, language_of(file, text, lines)), text, file, kind)


def verdicts_of(reads: "Iterable[Read]", text: str, file: str, kind: str) -> "Iterator[Verdict]":
    """What is found in each of a text's documents, and not ignored by a comment."""
    found = (verdict_of(read, file, kind) for read in reads)
    if COMMENT_MARK not in text:
        return found
    from swaigctl.check.comments import without_ignored

    return iter(without_ignored(list(found), file))


def verdict_of(read: "Read", file: str, kind: str) -> Verdict:
    found, judged_as = found_in(read, kind)
    if not found:
        return Verdict(judged_as, [], read)
    from swaigctl.check.placing import placed
    from swaigctl.check.platform import with_platform_code

    in_text = [
        with_platform_code(placed(finding, read, file), judged_as or kind) for finding in found
    ]
    return Verdict(judged_as, sorted(in_text, key=order), read)


def found_in(read: "Read", kind: str) -> "tuple[list[Finding], str]":
    """What is wrong in a document, and what it was judged as: nothing if it can't be read."""
    from swaigctl.check.texts import YAML

    if read.fault is None:
        judgement = judged(read.value, kind)
        found = judgement.findings
        if found:
            read.scan()  # whether it nests too deep is looked at only if anything is wrong
        if read.fault is None:
            if found or read.names or (read.language == YAML and "+" in read.text):
                from swaigctl.check.spelling import with_spelling

                found = with_spelling(found, judgement.described, read)
            return found, judgement.kind
    return [read.fault], ""


def order(finding: Finding) -> "tuple[int, tuple[int, int]]":
    return RANKS[finding.severity], finding.position or (0, 0)


def validate(document: object, kind: "str | None" = None) -> "list[Finding]":
    """All that is wrong with a document, and what is worth knowing of it.

    Args:
        document: a response, an action or a SWML document, as Python has it: a dictionary, or
            whatever has `to_dict`, such as a `FunctionResult`. Or the text of one or several, in
            JSON or YAML, as `str` or as bytes in UTF-8.
        kind: `"response"`, `"action"`, `"swml"` (for calls) or `"messaging"`; left out, it is
            found out.

    Returns:
        Findings, errors first; an empty list if the document is right. Those of a text say where
        in it they are.

    Raises:
        ValueError: there is no such kind.
    """
    from swaigctl.check.kinds import KINDS

    if kind is not None and kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(map(repr, KINDS))}, not {kind!r}")
    if isinstance(document, (bytes, bytearray)):
        try:
            document = document.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            return [Finding("utf-8", f"the text is not UTF-8 at byte {fault.start}.")]
    if isinstance(document, str):
        found = [
            each for verdict in verdicts(document, "", kind or "") for each in verdict.findings
        ]
        return sorted(found, key=order)
    return findings_of_value(document, kind or "")


def findings_of_value(document: object, kind: str) -> "list[Finding]":
    """All that is wrong with a document that Python has as a value, errors first."""
    from swaigctl.check.platform import with_platform_code
    from swaigctl.check.python_values import PlainValue

    to_dict = getattr(document, "to_dict", None)
    if callable(to_dict) and not isinstance(document, type):
        document = to_dict()
    plain = PlainValue(document)
    judgement = judged(plain.value, kind)
    found = plain.findings + [
        with_platform_code(finding, judgement.kind)
        for finding in judgement.findings
        if not plain.is_lost(finding.path)
    ]
    return sorted(found, key=order)


class FileReport:
    """What was found in one file.

    Attributes:
        file: its name, as it was given.
        text: what it says; empty if it can't be read.
        verdicts: one for each document in it.
        skipped: why nothing was looked for, `UNRECOGNISED` or `UNREADABLE`; empty if it was.
        fixed: how many findings were put right in it; None if that was not asked for.
    """

    __slots__ = ("file", "fixed", "skipped", "text", "verdicts")

    def __init__(self, file: str, text: str, verdicts: "list[Verdict]", skipped: str = "") -> None:
        self.file = file
        self.text = text
        self.verdicts = verdicts
        self.skipped = skipped
        self.fixed: int | None = None

    @property
    def findings(self) -> "list[Finding]":
        """All of the file's, document by document."""
        return [finding for verdict in self.verdicts for finding in verdict.findings]

    def but(self, verdicts: "list[Verdict]") -> "FileReport":
        """The same file with other verdicts."""
        return FileReport(self.file, self.text, verdicts, self.skipped)


UNRECOGNISED = "nothing in it is SWML, a response or an action"
UNREADABLE = "it can't be read, and has none of the names of such documents"
"""Why a file that nobody named is skipped."""


def file_report(path: str, is_named: bool, kind: str = "", lines: bool = False) -> FileReport:
    """What is found in a file, or in standard input."""
    from swaigctl.check.files import STDIN, STDIN_NAME, bytes_of

    name = STDIN_NAME if path == STDIN else path
    try:
        data = bytes_of(path)
    except SwaigctlError as error:
        return unreadable_file_report(name, error.finding)
    try:
        # Not by way of the codec utf-8-sig, whose module would have to be imported.
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        from swaigctl.check.unparsable import in_any_encoding, looks_like_document, not_utf8

        if is_named or looks_like_document(in_any_encoding(data)):
            return unreadable_file_report(name, not_utf8(data, fault))
        return FileReport(name, "", [], UNREADABLE)
    if is_named:
        return FileReport(name, text, list(verdicts(text, name, kind, lines)))
    return found_file_report(name, text, kind, lines)


def found_file_report(name: str, text: str, kind: str, lines: bool) -> FileReport:
    """What is found in a file that nobody named: nothing, if it is something else."""
    from swaigctl.check.relevance import is_recognised
    from swaigctl.check.texts import documents_in, language_of

    reads = list(documents_in(text, language_of(name, text, lines)))
    if not any(read.fault is None and is_recognised(read.value, kind) for read in reads):
        from swaigctl.check.unparsable import looks_like_document

        is_unreadable = any(read.fault is not None for read in reads)
        if not is_unreadable or not looks_like_document(text):
            return FileReport(name, "", [], UNREADABLE if is_unreadable else UNRECOGNISED)
    return FileReport(name, text, list(verdicts_of(reads, text, name, kind)))


def unreadable_file_report(name: str, fault: Finding) -> FileReport:
    from swaigctl.check.texts import JSON, Read

    position = fault.position or (1, 1)
    fault = fault.but(file=name, position=position, end=position)
    return FileReport(name, "", [Verdict("", [fault], Read(ABSENT, "", JSON, fault=fault))])
