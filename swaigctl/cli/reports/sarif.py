"""Findings as SARIF 2.1.0: for code scanning, and for editors."""

import hashlib
import os
from collections import Counter
from urllib.parse import quote

from swaigctl import __version__
from swaigctl.catalog.codes import CODES
from swaigctl.check.files import STDIN_NAME
from swaigctl.check.summary import kinds_in
from swaigctl.cli.reports.changes import Changes
from swaigctl.cli.reports.json import json_text
from swaigctl.cli.reports.paths import below, with_slashes
from swaigctl.cli.reports.text import document_path
from swaigctl.descriptions import PROGRAM
from swaigctl.findings import ERROR, INFO, WARNING
from swaigctl.formats import file_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.check.validation import FileReport, Verdict
    from swaigctl.findings import Finding

    Object = dict[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

LEVELS = {ERROR: "error", WARNING: "warning", INFO: "note"}

ROOT = "%SRCROOT%"
"""What relative URIs are relative to, as code scanning knows it."""


def report(files: "Sequence[FileReport]") -> str:
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [Run(files).as_object()]})


class Run:
    """What was found in some files, as one run of the program."""

    def __init__(self, files: "Sequence[FileReport]") -> None:
        self.files = [file for file in files if not file.skipped]
        found = {each.code for file in self.files for each in file.findings}
        self.codes = {code: index for index, code in enumerate(sorted(found))}
        self.seen: Counter[str] = Counter()
        """How often there was a finding that looks like this one."""

    def as_object(self) -> "Object":
        return {
            "tool": {
                "driver": {
                    "name": PROGRAM,
                    "version": __version__,
                    "rules": [rule(code) for code in self.codes],
                }
            },
            "originalUriBaseIds": {
                ROOT: {"description": message("The folder in which the program was run.")}
            },
            "artifacts": list(map(artifact, self.files)),
            "results": [
                result
                for index, file in enumerate(self.files)
                for result in self.results(file, index)
            ],
            "columnKind": "unicodeCodePoints",
        }

    def results(self, file: "FileReport", index: int) -> "list[Object]":
        changes = Changes(file)
        place = {**location(file.file), "index": index}
        return [
            self.result(finding, verdict, changes, place)
            for verdict in file.verdicts
            for finding in verdict.findings
        ]

    def result(
        self, finding: "Finding", verdict: "Verdict", changes: Changes, place: "Object"
    ) -> "Object":
        path = document_path(finding)
        uri = str(place.get("uri", ""))
        physical: Object = {"artifactLocation": place}
        if finding.position is not None:
            physical["region"] = region(finding.position, finding.end or finding.position)
        properties = {
            "path": path,
            "document": finding.document,
            "platform": finding.platform,
            "source": finding.source,
        }
        found: Object = {
            "ruleId": finding.code,
            "ruleIndex": self.codes[finding.code],
            "level": LEVELS[finding.severity],
            "message": message(finding.message),
            "locations": [
                {
                    "physicalLocation": physical,
                    "logicalLocations": [{"fullyQualifiedName": path}],
                }
            ],
            "partialFingerprints": {"swaigctl/v1": self.fingerprint(finding, uri)},
            "properties": {name: value for name, value in properties.items() if value},
        }
        change = changes.of(finding, verdict)
        if change is not None:
            fix, edits = change
            replacements = [
                {"deletedRegion": region(begin, end), "insertedContent": {"text": text}}
                for begin, end, text in edits
            ]
            found["fixes"] = [
                {
                    "description": message(fix.message),
                    "artifactChanges": [
                        {"artifactLocation": place, "replacements": replacements},
                    ],
                    "properties": {"safe": fix.is_safe},
                }
            ]
        return found

    def fingerprint(self, finding: "Finding", uri: str) -> str:
        """What stays the same when lines move, and when steps come in before this one.

        Of several that look the same it tells which one it is.
        """
        names = [step for step in finding.path if isinstance(step, str)]
        look = "\0".join((uri, finding.code, *names, finding.message))
        self.seen[look] += 1
        text = f"{look}\0{self.seen[look]}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def rule(code: str) -> "Object":
    """What a code stands for."""
    entry = CODES[code]
    examples = (("Wrong", entry.wrong), ("Right", entry.right))
    plain = "".join(f"\n\n{title}:\n\n{text.strip()}" for title, text in examples)
    fenced = "".join(
        f"\n\n{title}:\n\n```{entry.language}\n{text.strip()}\n```" for title, text in examples
    )
    return {
        "id": code,
        "shortDescription": message(entry.summary),
        "fullDescription": message(entry.meaning),
        "help": {"text": entry.meaning + plain, "markdown": entry.meaning + fenced},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
    }


def message(text: str) -> "Object":
    """Text as a message. It has no links, so nothing in it may look like one: `[text](URL)`."""
    return {"text": text.replace("](", "] (")}


def region(begin: "tuple[int, int]", end: "tuple[int, int]") -> "Object":
    return {
        "startLine": begin[0],
        "startColumn": begin[1],
        "endLine": end[0],
        "endColumn": end[1],
    }


def artifact(file: "FileReport") -> "Object":
    """A file, and as what it was judged."""
    roles = ["analysisTarget"]
    found: Object = {"location": location(file.file)}
    if file.file == STDIN_NAME:
        roles.append("standardStream")
        found = {"description": message("standard input")}
    return {**found, "roles": roles, "properties": {"documents": kinds_in(file)}}


def location(file: str) -> "Object":
    """Where a file is, relative to the current folder if it lies below it."""
    if file == STDIN_NAME:
        return {}
    inside = below(os.curdir, file)
    if inside is not None:
        return {"uri": in_uri(inside), "uriBaseId": ROOT}
    whole = in_uri(with_slashes(os.path.abspath(file)))
    return {"uri": f"file://{whole}" if whole.startswith("/") else f"file:///{whole}"}


def in_uri(path: str) -> str:
    return quote(file_name(path))
