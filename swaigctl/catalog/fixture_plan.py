"""What a plan of fixtures has: one description, for its checks and its JSON Schema."""

import re

from swaigctl.catalog import command_flags
from swaigctl.catalog.actions import Parameter
from swaigctl.catalog.kinds import Boolean, Choice, Json, Kind, Text, Words, mistyped
from swaigctl.catalog.request_members import ACTION, ACTIONS, PARAMS
from swaigctl.catalog.special_kinds import BooleanOr, ListOf, checked_items
from swaigctl.errors import ParameterError
from swaigctl.formats.json import compact_json

MOST_FIXTURES = 100_000
"""What a plan may make: a matrix grows faster than anybody means it to."""

MOST_PAIRS = 5_000
"""Of two parameters' values, that pairwise is to cover: it takes minutes for many more."""

EVERY = "*"
"""Stands for every choice that a parameter has."""


class OneOrMore(Kind):
    """One value, or a list of different ones."""

    def __init__(self, item: Kind) -> None:
        self.item = item
        self.metavar = item.metavar

    def check(self, value: object) -> object:
        if not isinstance(value, list):
            return self.item.check(value)
        return checked_items(different(value), self.item)


class FileName(Text):
    """The name of a file, with folders before it and placeholders in it, safe on any system."""

    allowed = (
        'a relative path in ASCII, without any of \\ < > : " | ? * [ ], whose parts neither begin '
        "nor end with a dot or a space, with {NAME} where a value goes"
    )
    placeholder = r"\{[A-Za-z0-9_.-]+\}"
    # Of printable ASCII what every system allows; without dot and space at both ends of a part.
    inner = rf"(?:[ !#-).,0-9;=@-Z^-z~+-]|{placeholder})"
    outer = rf"(?:[!#-),0-9;=@-Z^-z~+-]|{placeholder})"
    part = rf"{outer}(?:{inner}*{outer})?"
    pattern = rf"^{part}(?:/{part})*$"

    def check(self, value: object) -> str:
        text = super().check(value)
        if not re.fullmatch(self.pattern[1:-1], text):
            raise mistyped(text, self.allowed)
        return text


class FolderName(Text):
    """The path of a folder."""

    pattern = "^[^\0]+$"

    def check(self, value: object) -> str:
        text = super().check(value)
        if "\0" in text:
            raise mistyped(text, "a path without the character NUL")
        return text


OUTPUT = Parameter(
    "output",
    FolderName("FOLDER"),
    "The folder that the fixtures are written to, relative to the plan's own. It must lie inside "
    "that, links resolved: any other folder can only be given on the command line, with "
    "'--output'.",
    default="fixtures",
)
FILE = Parameter(
    "file",
    FileName("FILE"),
    "The file's name, with folders if need be. {NAME} stands for the value of a parameter, for "
    "{form}, {as}, {action} or the {number} within the fixture. The ending .json or .yaml may be "
    "left out. Without it, the name is the action with all values of the matrix.",
)
MATRIX = Parameter(
    "matrix",
    Json(dict),
    "Parameters that go through several values: a list, in which null leaves the parameter out, or "
    "'*' for every choice. What they have in params does not count then. In a response they are "
    "its members, ACTION.PARAMETER, or where the action stands twice PLACE.PARAMETER, counted "
    "from 1.",
)
STRATEGY = Parameter(
    "strategy",
    Choice("each", "pairwise", "all"),
    "Which combinations of the matrix to write.",
    default="all",
    meanings={
        "each": "as few as hold every value once",
        "pairwise": "a few that hold every pair of values of two parameters",
        "all": "all of them",
    },
)
FORM = Parameter(
    "form",
    OneOrMore(command_flags.FORM.kind),
    f"{command_flags.FORM.help} A list is one more parameter of the matrix.",
    default=command_flags.FORM.default,
    meanings=command_flags.FORM.meanings,
)
AS = Parameter(
    "as",
    OneOrMore(command_flags.AS.kind),
    "What to write. A list is one more parameter of the matrix.",
    default=command_flags.AS.default,
    meanings=command_flags.AS.meanings,
)
FORMAT = Parameter(
    "format",
    command_flags.FORMAT.kind,
    "The language of the file.",
    default=command_flags.FORMAT.default,
)
COMPACT = Parameter("compact", Boolean(), "Write JSON on one line.", default=False)

SHARED = (FORM, AS, FORMAT, COMPACT, STRATEGY)
"""What `defaults` has, for every fixture that says nothing else."""

ACTION_FIXTURE = (FILE, ACTION, PARAMS, MATRIX, *SHARED, command_flags.TRANSFER)
"""One action."""

RESPONSE_AXES = (
    command_flags.RESPONSE_TEXT,
    command_flags.TOOL_RESULT,
    command_flags.TOOL_PROMPT,
    command_flags.POST_PROCESS,
)
"""Members of a response that can be in its matrix."""

RESPONSE_FIXTURE = (
    FILE,
    *RESPONSE_AXES,
    ACTIONS,
    MATRIX,
    *(member for member in SHARED if member is not AS),
)
"""A whole response."""

DEFAULTS = Parameter("defaults", Json(dict), "What holds for every fixture that says nothing else.")
FIXTURES = Parameter("fixtures", ListOf(Json(dict)), "The fixtures.", required=True)
PLAN = (OUTPUT, DEFAULTS, FIXTURES)


def every_value(kind: Kind) -> "tuple[object, ...]":
    """Every choice that there is, or each word; none where values are of one's own."""
    if isinstance(kind, Boolean):
        return True, False
    if isinstance(kind, (Choice, Words)):
        return kind.spellings
    return (True, False, *kind.words) if isinstance(kind, BooleanOr) else ()


def spread(kind: Kind, value: object) -> "list[object]":
    """The values, unchecked, that a parameter of this kind goes through.

    Raises:
        ParameterError: it is neither `*` nor a list of different values.
    """
    every = every_value(kind)
    if isinstance(value, list):
        return different(value)
    if value == EVERY and not every:
        sentence = "'*' is for parameters with choices: give a list of values."
        raise ParameterError("type", sentence, value=value, allowed="a list")
    if value != EVERY:
        raise mistyped(value, "a list of values or '*'" if every else "a list of values")
    return list(every)


def different(values: "list[object]") -> "list[object]":
    """`values`, if there is one and none stands twice."""
    if not values:
        raise ParameterError("empty", "must not be empty.", value=values, allowed="values")
    seen = set()
    for index, value in enumerate(values):
        text = compact_json(value)
        if text in seen:
            error = ParameterError("twice", f"{text} stands here twice.", value=value)
            raise error.within(index)
        seen.add(text)
    return values
