"""What a project configures: which findings count in it, and which files.

This is imported only where there is a configuration.
"""

import os
import re

from swaigctl.catalog.program.configuration import CONFIGURATION, STEP_PATTERN
from swaigctl.catalog.program.validation import OWN_FILE, TABLE
from swaigctl.check.files import files_in, identity
from swaigctl.check.globs import Glob
from swaigctl.check.texts import Read
from swaigctl.check.validation import FileReport, Verdict
from swaigctl.findings import ABSENT, INFO, WARNING, Finding, Refused, Sentinel, SwaigctlError
from swaigctl.fixtures.sources import Source
from swaigctl.model.walk import findings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Path, Step

    Pattern = tuple[Step | Sentinel, ...]

ANY_STEP, ANY_STEPS = Sentinel("*"), Sentinel("**")
"""Stand in a pattern of paths for one step, and for any number of them."""

UNKNOWN_NAMES = ("unknown-verb", "unknown-action", "unknown-name")
"""The codes of findings about names that may have come out later."""


EFFECTS = {
    "ignore": "nothing has the code {value} here: take it out.",
    "exclude": "{value} leaves out nothing here: take it out.",
    "known-names": "the name {value} is nowhere unknown here: take it out.",
}
"""What is said of a setting without effect, by its name."""


class Ignore:
    """What doesn't count in some files, or in some places of documents."""

    def __init__(self, table: "dict[str, object]", path: "Path") -> None:
        """`path`: where the table is in the configuration."""
        files = table.get("files", [])
        self.globs = [Glob(str(each)) for each in (files if isinstance(files, list) else [files])]
        codes = table["codes"]
        assert isinstance(codes, list)
        self.places: dict[str, Path] = {
            code: (*path, "codes", index) for index, code in enumerate(codes)
        }
        """The codes that it is about, and where in the configuration each of them is."""
        self.unused = dict(self.places)
        """Those that no finding had so far."""
        self.path = path
        self.pattern = pattern_of(str(table.get("path", "$")))

    def ignores(self, finding: Finding) -> bool:
        """Whether it holds for a finding in a file that it speaks of."""
        holds = finding.code in self.places and matches(self.pattern, finding.path)
        if holds:
            self.unused.pop(finding.code, None)
        return holds

    def is_about(self, path: str) -> bool:
        """Whether it speaks of this file, whose path is seen from the configuration's folder."""
        return not self.globs or any(glob.matches(path) for glob in self.globs)


def pattern_of(text: str) -> "Pattern":
    """The steps of a path in which some may stand for any."""
    steps: list[Step | Sentinel] = []
    for found in re.finditer(STEP_PATTERN, text):
        name, any_item, index, *quoted = found.groups()
        wild = {"*": ANY_STEP, "**": ANY_STEPS}.get(name or any_item)
        if wild is not None:
            steps.append(wild)
        elif index is not None:
            steps.append(int(index))
        else:
            steps.append(next(each for each in (name, *quoted) if each is not None))
    return tuple(steps)


def matches(pattern: "Pattern", path: "Path") -> bool:
    """Whether a path is at, or inside of, a place that the pattern stands for."""
    ends = {0}
    """How much of the pattern may have been met so far."""
    for step in path:
        ends = after_any_steps(pattern, ends)
        if len(pattern) in ends:
            return True
        ends = {
            end if pattern[end] is ANY_STEPS else end + 1
            for end in ends
            if pattern[end] is ANY_STEPS or pattern[end] is ANY_STEP or pattern[end] == step
        }
    return len(pattern) in after_any_steps(pattern, ends)


def after_any_steps(pattern: "Pattern", ends: "set[int]") -> "set[int]":
    """The same, and what follows each `**`, which may stand for no step at all."""
    found = set(ends)
    for end in sorted(ends):
        while end < len(pattern) and pattern[end] is ANY_STEPS:
            end += 1
            found.add(end)
    return found


class Configuration:
    """What a configuration says, checked."""

    def __init__(self, source: Source, table: "dict[str, object]", path: "Path") -> None:
        """`path`: where the table is in the source."""
        self.source = source
        self.folder = os.path.dirname(os.path.abspath(source.path))
        self.fail_on = str(table.get("fail-on", ""))
        self.select = texts_at(table, "select")
        self.ignore = texts_at(table, "ignore")
        self.known_names = texts_at(table, "known-names")
        self.excludes = {each: Glob(each) for each in texts_at(table, "exclude")}
        ignores = table.get("ignores", [])
        assert isinstance(ignores, list)
        self.ignores = [
            Ignore(each, (*path, "ignores", index)) for index, each in enumerate(ignores)
        ]
        self.path = path
        self.unused: dict[str, set[str]] = {
            name: set(texts_at(table, name)) for name in ("ignore", "exclude", "known-names")
        }
        """What had no effect so far of what it says for all files, by the key that it is under."""
        self.judged: set[str] = set()
        """The files that could be read, and were judged, by `identity`."""
        self.has_unreadable = False
        """Whether there were others too."""

    def is_excluded(self, path: str) -> bool:
        """Whether a file or a folder is to be left out, unless it is named."""
        inside = self.inside(path)
        found = {text for text, glob in self.excludes.items() if glob.matches(inside)}
        self.unused["exclude"] -= found
        return bool(found)

    def is_ignored(self, code: str) -> bool:
        """Whether findings with this code don't count anywhere."""
        self.unused["ignore"].discard(code)
        return code in self.ignore

    def inside(self, path: str) -> str:
        """The path seen from the configuration's folder, with slashes; empty on another drive."""
        try:
            return os.path.relpath(path, self.folder).replace(os.sep, "/")
        except (OSError, ValueError):
            return ""

    def is_known(self, finding: Finding) -> bool:
        """Whether it is about a name that is right though swaigctl doesn't know it."""
        is_so = finding.code in UNKNOWN_NAMES and finding.value in self.known_names
        if is_so:
            self.unused["known-names"].discard(str(finding.value))
        return is_so

    def see(self, file: FileReport) -> None:
        """Keep in mind that a file was judged, or that it could not be read."""
        if any(verdict.read.fault is not None for verdict in file.verdicts):
            self.has_unreadable = True
        else:
            self.judged.add(identity(file.file))

    def without_ignored(self, file: FileReport) -> FileReport:
        """The file without what is ignored in it."""
        path = self.inside(file.file)
        ignores = [each for each in self.ignores if each.is_about(path)]
        return file.but(
            [
                Verdict(
                    verdict.kind,
                    [
                        finding
                        for finding in verdict.findings
                        # Each ignore is asked, since each that holds is of use.
                        if not [True for each in ignores if each.ignores(finding)]
                    ],
                    verdict.read,
                )
                for verdict in file.verdicts
            ]
        )

    def unused_ignores(self, folders: "list[str]") -> "Iterator[Finding]":
        """A finding for each code of an ignore that nothing had in all the files it speaks of.

        `folders`: those that were looked through.
        """
        is_whole = any(is_within(self.folder, folder) for folder in folders)
        if is_whole and not self.has_unreadable:
            yield from self.unused_settings()
        for ignore in self.ignores:
            if ignore.unused and self.has_judged_all(ignore, is_whole):
                if ignore.globs and not any(
                    ignore.is_about(self.inside(path)) for path in self.judged
                ):
                    sentence = "no file that was judged matches {value}: take it out."
                    files = ", ".join(glob.pattern for glob in ignore.globs)
                    yield Finding(
                        "unused-ignore",
                        sentence,
                        path=(*ignore.path, "files"),
                        severity=WARNING,
                        value=files,
                    )
                    continue
                for code, path in ignore.unused.items():
                    sentence = "nothing that it speaks of has the code {value}: take it out."
                    yield Finding(
                        "unused-ignore", sentence, path=path, severity=WARNING, value=code
                    )

    def unused_settings(self) -> "Iterator[Finding]":
        """A finding for each thing said for all files that had no effect in any.

        It may be meant for what comes, so it is no warning.
        """
        for name, texts in (
            ("ignore", self.ignore),
            ("exclude", list(self.excludes)),
            ("known-names", self.known_names),
        ):
            for at, text in enumerate(texts):
                if text in self.unused[name]:
                    yield Finding(
                        "unused-ignore",
                        EFFECTS[name],
                        path=(*self.path, name, at),
                        severity=INFO,
                        value=text,
                    )

    def has_judged_all(self, ignore: Ignore, is_whole: bool) -> bool:
        """Whether every file that an ignore speaks of was judged, and, unless the whole project
        was, there is one at all."""
        if not ignore.globs:
            return is_whole and not self.has_unreadable
        if not is_whole and not any(ignore.is_about(self.inside(path)) for path in self.judged):
            return False
        for begin in {glob.begin for glob in ignore.globs}:
            for each in files_in(os.path.join(self.folder, begin), self.is_excluded, ("",)):
                is_about = ignore.is_about(self.inside(each.path))
                if is_about and identity(each.path) not in self.judged:
                    return False
        return True

    def report_of(self, found: "list[Finding]") -> FileReport:
        """The configuration itself as a file with these findings."""
        from swaigctl.check.placing import placed

        read = Read(ABSENT, self.source.text, "TOML", places=self.source.document.places)
        in_text = [placed(finding, read, self.source.path) for finding in found]
        return FileReport(self.source.path, self.source.text, [Verdict("", in_text, read)])


def is_within(inner: str, folder: str) -> bool:
    """Whether a folder is another one, or inside of it."""
    outer = identity(folder)
    return inner == outer or inner.startswith(outer.rstrip(os.sep) + os.sep)


def texts_at(table: "dict[str, object]", name: str) -> "list[str]":
    texts = table.get(name, [])
    assert isinstance(texts, list)
    return texts


def configuration_in(path: str) -> "Configuration | None":
    """The configuration in a file; None if the file has none.

    Raises:
        Refused: with all that is wrong in it.
    """
    try:
        source = Source(path)
        whole = source.document.value
    except SwaigctlError as error:
        position = error.finding.position
        where = f"{path}:{position[0]}" if position else path
        raise Refused(error.finding.but(where=where), command="validate") from None
    inside: Path = () if os.path.basename(path) == OWN_FILE else TABLE
    table: object = whole
    for name in inside:
        table = table.get(name, ABSENT) if isinstance(table, dict) else ABSENT
    if table is ABSENT:
        return None
    wrong = [source.located(each.within(*inside)) for each in findings(CONFIGURATION, table)]
    if wrong:
        raise Refused(*wrong, command="validate")
    assert isinstance(table, dict)
    return Configuration(source, table, inside)
