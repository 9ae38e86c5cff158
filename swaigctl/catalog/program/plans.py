"""What a plan of fixtures has: one description, for its checks and its JSON Schema."""

import re

from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.requests import ACTION, ACTIONS, PARAMS, SWML
from swaigctl.model.entries import Parameter
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import Boolean, Choice, Constant, Kind, Words
from swaigctl.model.shapes import Json, ListOf
from swaigctl.model.unions import OneOf

MOST_FIXTURES = 100_000
"""What a plan may make: a matrix grows faster than anybody means it to."""

MOST_PAIRS = 5_000
"""Of two parameters' values, that pairwise is to cover: it takes minutes for many more."""

EVERY = "*"
"""Stands for every choice that a parameter has."""


def one_or_more(kind: Kind) -> OneOf:
    """One value, or a list of different ones."""
    return OneOf(kind, ListOf(kind, at_least=1, distinct=True))


IN_QUOTES = "[ !#-&(-z|~]*"
QUOTED_NAME = f"""'{IN_QUOTES}'|"{IN_QUOTES}\""""
PLACEHOLDER = rf"\{{(?:[A-Za-z0-9_.-]|\[(?:[0-9]+|{QUOTED_NAME})\])+\}}"

# Of printable ASCII what every system allows; without dot and space at both ends of a part.
INNER = rf"(?:[ !#-).,0-9;=@-Z^-z~+-]|{PLACEHOLDER})"
OUTER = rf"(?:[!#-),0-9;=@-Z^-z~+-]|{PLACEHOLDER})"
PART = rf"{OUTER}(?:{INNER}*{OUTER})?"
FILE_NAME_PATTERN = rf"{PART}(?:/{PART})*"

FILE_NAME = Formatted(
    "file-name",
    re.compile(FILE_NAME_PATTERN).fullmatch,
    f"^{FILE_NAME_PATTERN}$",
    'a relative path in ASCII, without any of \\ < > : " | ? * [ ], whose parts neither begin nor '
    "end with a dot or a space, with {NAME} where a value goes",
    "FILE",
    variable=False,
)

FOLDER_NAME = Formatted(
    "folder-name",
    lambda text: "\0" not in text,
    "^[^\0]+$",
    "a path without the character NUL",
    "FOLDER",
    variable=False,
)

OUTPUT = Parameter(
    "output",
    FOLDER_NAME,
    "The folder that the fixtures are written to, relative to the plan's own. It must lie inside "
    "that, links resolved: any other folder can only be given on the command line, with "
    "'--output'.",
    default="fixtures",
)
FILE = Parameter(
    "file",
    FILE_NAME,
    "The file's name, with folders if need be. {NAME} stands for the value of a parameter or at a "
    "path, for {form}, {as}, {action} or the {number} within the fixture. The ending .json or "
    ".yaml may be left out. Without it, the name is the action, or swml, with all values of the "
    "matrix.",
)
MATRIX = Parameter(
    "matrix",
    Json(dict),
    "Parameters that go through several values: a list, in which null leaves the parameter out, or "
    "'*' for every choice. What they have in params does not count then. In a response they are "
    "its members, ACTION.PARAMETER, or where the action stands twice PLACE.PARAMETER, counted "
    "from 1. Behind a parameter the path goes on to what is inside: prompt.text. In a document it "
    "begins with the section, main[0].play.volume, or with a verb that stands there once, "
    "play.volume; among the actions of a response, swml. comes before.",
)
STRATEGY = Parameter(
    "strategy",
    Choice(
        {
            "each": "as few as hold every value once",
            "pairwise": "a few that hold every pair of values of two parameters",
            "all": "all of them",
        }
    ),
    "Which combinations of the matrix to write.",
    default="all",
)
FORM = Parameter(
    "form",
    one_or_more(flags.FORM.kind),
    f"{flags.FORM.help} A list is one more parameter of the matrix.",
    default=flags.FORM.default,
)
AS = Parameter(
    "as",
    one_or_more(flags.AS.kind),
    "What to write. A list is one more parameter of the matrix.",
    default=flags.AS.default,
)
FORMAT = Parameter(
    "format",
    flags.FORMAT.kind,
    "The language of the file.",
    default=flags.FORMAT.default,
)
COMPACT = Parameter("compact", Boolean(), "Write JSON on one line.", default=False)

SHARED = (FORM, AS, FORMAT, COMPACT, STRATEGY)
"""What `defaults` has, for every fixture that says nothing else."""

ACTION_FIXTURE = (FILE, ACTION, PARAMS, MATRIX, *SHARED, flags.TRANSFER)
"""One action."""

DOCUMENT_FORM = Parameter(
    "form",
    one_or_more(document_flags.VERB_FORM.kind),
    "How verbs are spelled. A list is one more parameter of the matrix.",
    default=document_flags.VERB_FORM.default,
)
DOCUMENT_AS = Parameter(
    "as",
    one_or_more(document_flags.DOCUMENT_AS.kind),
    "What to write; what 'defaults' has is for actions only. A list is one more parameter of the "
    "matrix.",
    default=document_flags.DOCUMENT_AS.default,
)

DOCUMENT_FIXTURE = (
    FILE,
    SWML,
    document_flags.FOR,
    MATRIX,
    DOCUMENT_FORM,
    DOCUMENT_AS,
    *(member for member in SHARED if member not in (FORM, AS)),
)
"""A document."""

RESPONSE_AXES = (
    flags.RESPONSE_TEXT,
    flags.TOOL_RESULT,
    flags.TOOL_PROMPT,
    flags.POST_PROCESS,
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


STARTER = """\
# A plan of fixtures: what 'swaigctl fixtures build' makes files from.
# 'swaigctl help fixtures plan' tells what may stand in it.

# The folder that they are written to, beside this plan. Files of your own may be in it too.
output: fixtures

fixtures:
  # One action. Its file is called like it: hangup.json.
  - action: hangup

  # One action with parameters, of which some go through several values: a file for each
  # combination. '*' stands for every choice, and null leaves the parameter out.
  - file: join/beep-{beep}-muted-{muted}
    action: join_conference
    params: {name: team-standup}
    matrix:
      beep: "*"
      muted: [true, null]
    # As few files as hold every value once. 'pairwise' holds every pair of values, 'all' is all.
    strategy: each

  # A whole response: what the model reads next, and actions, one after the other.
  - file: goodbye
    response: The caller is done.
    actions:
      - say: {text: Goodbye.}
      - hangup: {}

  # A SWML document. A path in the matrix leads to what changes in it.
  - file: closed-{play.volume}
    swml:
      - play: {url: "say:We are closed."}
      - hangup: {}
    matrix:
      play.volume: [0, 6]
"""
"""A plan to begin with, which can be built as it is."""

ABOUT_PLANS = (
    "A plan says which fixtures a folder has: files with single actions, whole responses or SWML "
    "documents, each perhaps in many variants. It is written in YAML, TOML or JSON; what is a "
    "member of an object here is a key there.",
    "'swaigctl fixtures build' writes the files, and 'swaigctl fixtures check' compares them with "
    "the plan. 'swaigctl schema --of plan' describes plans to editors.",
)

ABOUT_RECORDS = (
    "In the output folder a build keeps a record of what it made, .swaigctl-PLAN.json, where PLAN "
    "is the name of the plan without its ending. Commit it together with the files: only what it "
    "names is ever removed or overwritten, and only '--force' overwrites anything else.",
    "Several plans may have the same folder. Each has a record of its own there, and leaves the "
    "files of the others alone.",
    "If a plan was renamed or deleted, its record still says what it made. The next check or build "
    "of any plan with the same folder takes over the files that this plan makes too, and finds the "
    "others left over. 'swaigctl fixtures build --prune' removes those that nobody has changed "
    "since, and the record. Where no plan has the folder any more, one with 'fixtures: []' will "
    "do.",
    "A record has a line for each file, sorted, so that git merges two branches that have built "
    "different files. If both have changed neighbouring lines, there is a conflict: resolve the "
    "one in the plan, run 'swaigctl fixtures build', which reads both sides of the one in the "
    "record and writes it anew, and commit all. With the line '.swaigctl-*.json merge=union' in "
    "the file .gitattributes git keeps the lines of both sides instead, which is no conflict; the "
    "next build puts the record in order.",
)

SECTIONS: "dict[str, tuple[str, tuple[Parameter, ...]]]" = {
    "A plan": (
        "An object with these members. Of each of its fixtures one file is made, or one for each "
        "combination of its matrix.",
        PLAN,
    ),
    "Every fixture": ("What any fixture may have, whatever it is of.", (FILE, MATRIX)),
    "Every fixture, and defaults": (
        "What any fixture may have, and 'defaults' for those that don't say it themselves. A "
        "response has no 'as'; a document has one of its own, which 'defaults' does not change.",
        SHARED,
    ),
    "A fixture of one action": (
        "It has 'action'.",
        tuple(each for each in ACTION_FIXTURE if each not in (FILE, MATRIX, *SHARED)),
    ),
    "A fixture of a whole response": (
        "It has one or more of these members, and no 'action'.",
        tuple(each for each in RESPONSE_FIXTURE if each not in (FILE, MATRIX, *SHARED)),
    ),
    "A fixture of a SWML document": (
        "It has 'swml', and none of the members that make it one of an action or of a response.",
        tuple(each for each in DOCUMENT_FIXTURE if each not in (FILE, MATRIX, *SHARED)),
    ),
}
"""The members of a plan, for its reference: under each title what has them, and what they are."""


def help_in(parameter: Parameter, section: "tuple[Parameter, ...]") -> str:
    """What a member is, for those who write no flags: the other members by their names."""
    text = parameter.help
    for other in section:
        if other is not parameter:
            text = text.replace(f"'{other.flag}'", other.flag)
            text = text.replace(other.flag, f"'{other.name}'")
    return text


def every_value(kind: Kind) -> "tuple[object, ...]":
    """Every choice that there is, or each word; none where values are of one's own."""
    if isinstance(kind, Boolean):
        return True, False
    if isinstance(kind, (Choice, Words)):
        return kind.spellings
    if isinstance(kind, OneOf):
        choices = [every_value(branch) for branch in kind.branches]
        return tuple(value for some in choices for value in some) if all(choices) else ()
    return ()


def values_of(kind: Kind) -> Kind:
    """What a parameter of this kind goes through: some values, of which null leaves it out."""
    some = ListOf(OneOf(kind, Constant(None)), at_least=1, distinct=True)
    return OneOf(Constant(EVERY), some) if every_value(kind) else some


def spread(kind: Kind, value: object) -> "list[object]":
    """The values, which are right, that a parameter of this kind goes through."""
    return value if isinstance(value, list) else list(every_value(kind))
