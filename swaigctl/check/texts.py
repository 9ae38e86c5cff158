"""A text as its documents, with the places in them: JSON, JSON Lines, YAML."""

from swaigctl.findings import ABSENT, Finding, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.formats.places import Places

JSON, JSON_LINES, YAML = "JSON", "JSON Lines", "YAML"

ENDINGS = {
    ".json": JSON,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".yaml": YAML,
    ".yml": YAML,
}
"""The language of a file by its ending; with another one, it goes by the first character."""


class Read:
    """One document of a text.

    Attributes:
        value: what it says; ABSENT if that can't be read.
        fault: why it can't be read; None if it can.
        number: which document of a stream of YAML it is, counted from 1; None where there is one.
        line: how many lines come before its text, where the text is only a part.
        text: the text that places in it count from: the whole file's, or a line's.
        language: JSON or YAML.
        names: what names in YAML are that are no text, by where they begin in it; in the value
            they are text.
    """

    __slots__ = ("_places", "fault", "language", "line", "names", "number", "text", "value")

    def __init__(
        self,
        value: object,
        text: str,
        language: str,
        *,
        fault: "Finding | None" = None,
        number: "int | None" = None,
        line: int = 0,
        places: "Places | None" = None,
        names: "dict[int, float] | None" = None,
    ) -> None:
        self.value = value
        self.text = text
        self.language = language
        self.fault = fault
        self.number = number
        self.line = line
        self.names: dict[int, float] = names or {}
        self._places = places

    @property
    def places(self) -> "Places":
        """Where keys and values stand in the text; for JSON, it is gone through when asked."""
        return self.scan()

    def scan(self) -> "Places":
        """Go through JSON for its places, and for what only then is known to be a fault."""
        if self._places is not None:
            return self._places
        from swaigctl.formats.json_scanner import scanned
        from swaigctl.formats.places import Lines, Places

        root, fault = scanned(self.text)
        if fault is not None:
            from swaigctl.formats.faults import unparsable

            index, reason, is_whole = fault
            error = unparsable("JSON", reason, text=self.text, index=index, is_whole=is_whole)
            self.fault = error.finding
        self._places = Places(Lines(self.text), root)
        return self._places


def language_of(name: str, text: str, lines: bool = False) -> str:
    """What a text is written in, by the ending of its name, or else by how it begins."""
    if lines:
        return JSON_LINES
    dot = name.rfind(".")
    known = ENDINGS.get(name[dot:].lower()) if dot >= 0 else None
    return known or (JSON if text.lstrip()[:1] in ("{", "[") else YAML)


def documents_in(text: str, language: str) -> "Iterator[Read]":
    """The documents of a text, one after the other; what can't be read is the last."""
    if language == JSON:
        yield json_document(text)
    elif language == JSON_LINES:
        yield from json_lines_in(text)
    else:
        yield from yaml_documents_in(text)


def json_document(text: str, line: int = 0) -> Read:
    from swaigctl.formats.json import parsed_json, quick_json

    try:
        return Read(quick_json(text), text, JSON, line=line)
    except (ValueError, RecursionError):
        pass
    try:
        return Read(parsed_json(text), text, JSON, line=line)
    except SwaigctlError as error:
        from swaigctl.check.unparsable import explained_json

        fault = explained_json(text, error.finding)
        return Read(ABSENT, text, JSON, fault=fault, line=line)


def json_lines_in(text: str) -> "Iterator[Read]":
    """The documents of JSON Lines, as far as each is on one line."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        read = json_document(line.removesuffix("\r"), number)
        if read.fault is not None:
            from swaigctl.check.unparsable import goes_over_lines, over_lines

            if goes_over_lines(lines, number):
                yield Read(ABSENT, line, JSON, fault=over_lines(), line=number)
                return
        yield read


def yaml_documents_in(text: str) -> "Iterator[Read]":
    from swaigctl.formats.yaml import yaml_documents

    number = 0
    documents = yaml_documents(text, names_as_text=True)
    waiting: Read | None = None
    try:
        for number, document in enumerate(documents, 1):
            if waiting is not None:
                yield waiting
            if isinstance(document.value, str) and document.value.startswith("<"):
                from swaigctl.check.unparsable import in_markup

                if fault := in_markup(text, "yaml"):  # which is text to YAML
                    yield Read(ABSENT, text, YAML, fault=fault)
                    return
            waiting = Read(
                document.value,
                text.removeprefix("\ufeff"),
                YAML,
                number=number,
                places=document.places,
                names=document.names,
            )
    except SwaigctlError as error:
        from swaigctl.check.unparsable import explained_yaml

        if waiting is not None:
            yield waiting
        fault = explained_yaml(text.removeprefix("\ufeff"), error.finding)
        yield Read(ABSENT, text, YAML, fault=fault, number=number + 1 if number else None)
        return
    if waiting is None:
        fault = Finding("yaml", "not valid YAML: it is empty.", allowed="YAML text")
        yield Read(ABSENT, text, YAML, fault=fault)
        return
    if number == 1:
        waiting.number = None
    yield waiting
