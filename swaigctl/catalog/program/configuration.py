"""What a project can configure: `[tool.swaigctl]` of `pyproject.toml`, or `swaigctl.toml`."""

import re

from swaigctl.catalog.program.codes import FindingCode
from swaigctl.catalog.program.validation import FAIL_ON
from swaigctl.findings import Finding
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import Text
from swaigctl.model.shapes import Field, ListOf, Object, unknown_name
from swaigctl.model.unions import OneOf

STEP_PATTERN = r"""\.(\*\*?|[^\s.'"\[\]*]+)|\[(?:(\*\*?)|([0-9]{1,9})|'([^']*)'|"([^"]*)")\]"""
PATH_PATTERN = rf"\$(?:{STEP_PATTERN})*"

PATH = Formatted(
    "path-pattern",
    re.compile(PATH_PATTERN).fullmatch,
    f"^{PATH_PATTERN}$",
    "a path as findings have it, such as '$.sections.main[0].play', in which * stands for one name "
    "or number, and ** for any number of them",
    "PATH",
    variable=False,
)

GLOB = Text("GLOB")
CODE = FindingCode()


class Settings(Object):
    """A table of settings."""

    def unknown_name(self, name: str) -> Finding:
        return unknown_name(name, self.names, "a setting here")


IGNORE_OF_PLACES = Settings(
    Field(
        "files",
        OneOf(GLOB, ListOf(GLOB, at_least=1)),
        "Globs of the files that it holds for, seen from the configuration's folder. Left out, it "
        "holds for all files.",
    ),
    Field(
        "codes",
        ListOf(CODE, at_least=1),
        "The codes of findings to leave out there.",
        required=True,
    ),
    Field(
        "path",
        PATH,
        "The place in the document that it holds for, with all that is inside. Left out, it holds "
        "for the whole document.",
    ),
    Field("reason", Text(), "Why, for whoever reads it."),
)

CONFIGURATION = Settings(
    Field("select", ListOf(CODE), "Report findings with these codes only."),
    Field("ignore", ListOf(CODE), "Leave out findings with these codes."),
    Field("fail-on", FAIL_ON.kind, "From which severity on a finding makes the exit status 1."),
    Field(
        "known-names",
        ListOf(Text("NAME")),
        "Names of verbs, actions and parameters that are right though swaigctl doesn't know them.",
    ),
    Field(
        "exclude",
        ListOf(GLOB),
        "Globs of files and folders to leave out, seen from the configuration's folder. Files that "
        "are named on the command line are judged all the same.",
    ),
    Field("ignores", ListOf(IGNORE_OF_PLACES), "What to leave out in some files and places only."),
)
