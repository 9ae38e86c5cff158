"""The command `validate` and its flags."""

from swaigctl.catalog.program import flags
from swaigctl.model.entries import Example, Parameter
from swaigctl.model.kinds import Choice, Switch, Text
from swaigctl.model.tools import Tool

FIXES = "Fixes"

OWN_FILE = "swaigctl.toml"
"""The file that is a configuration as a whole."""

SHARED_FILE = "pyproject.toml"
"""The file in which it is one table."""

TABLE = ("tool", "swaigctl")
"""The path to that table."""

AS = Parameter(
    "as",
    Choice(
        {
            "response": "what a webhook answers",
            "action": "one action of a response",
            "swml": "a SWML document for calls",
            "messaging": "a SWML document for messages",
        }
    ),
    "What the documents are. Left out, it is found out from each of them. In folders, files are "
    "judged then whose names are only like those of a document, so that misspelt ones are found.",
    group=flags.INPUT,
)
LINES = Parameter(
    "lines",
    Switch(),
    "Take every line for a document by itself, whatever the file's name ends with.",
    group=flags.INPUT,
    default=False,
)
SKIP_OTHERS = Parameter(
    "skip_others",
    Switch(),
    "Skip files in which nothing is recognised even if they are named, as in folders. For programs "
    "that name every file that changed, such as pre-commit.",
    group=flags.INPUT,
    default=False,
)
FORMAT = Parameter(
    "format",
    Choice(
        {
            "text": "for people",
            "json": "one object, for programs",
            "github": "annotations of GitHub Actions",
            "sarif": "SARIF 2.1.0, for code scanning",
        }
    ),
    "How to print what was found. Left out, it is text, or what the name of the '--output' file "
    "ends with: '.json', or '.sarif' and '.sarif.json'.",
    group=flags.OUTPUT,
    also=flags.FORMAT.also,
)
OUTPUT_FILE = Parameter(
    "output",
    Text("FILE"),
    "Write what was found to this file, in the format that is asked for, and show it as text. The "
    "file is written as a whole or not at all, and can't be one of those that are validated. '-' "
    "is standard output, as without this flag.",
    group=flags.OUTPUT,
)
SELECT = Parameter(
    "select",
    flags.FindingCodes(),
    "Report findings with this code only, be they errors or not; several may be given with commas "
    "between them. Why a document can't be read is reported all the same.",
    group=flags.INPUT,
)
IGNORE = Parameter(
    "ignore",
    flags.FindingCodes(),
    "Leave out findings with this code, be they errors or not; several may be given with commas "
    "between them. The comment '# swaigctl: ignore[CODE] REASON' does so in YAML: at the end of a "
    "line for what is found there, and in the step that begins there; on a line of its own for "
    "what begins on the next line, and all that is inside. The table [tool.swaigctl] of "
    "pyproject.toml, or swaigctl.toml, does so for a project.",
    group=flags.INPUT,
)
FAIL_ON = Parameter(
    "fail_on",
    Choice(
        {
            "error": "only for what the platform refuses, or takes for something else",
            "warning": "for warnings too",
            "info": "for whatever is found",
        }
    ),
    "From which severity on a finding makes the exit status 1. Left out, it is what the project "
    "configures, or else error.",
    group=flags.INPUT,
)
FIX = Parameter(
    "fix",
    Switch(),
    "Put right in the files what can be put right without a doubt, and report what is left. What "
    "comes from standard input goes to standard output, and the report to standard error.",
    group=FIXES,
    default=False,
)
UNSAFE_FIXES = Parameter(
    "unsafe_fixes",
    Switch(),
    "With '--fix' or '--diff', put right too what was probably meant, such as misspelt names.",
    group=FIXES,
    default=False,
)
DIFF = Parameter(
    "diff",
    Switch(),
    "Show what '--fix' would change, and change nothing. The exit status is 1 if there is "
    "something to change.",
    group=FIXES,
    default=False,
)

SAMPLE = """\
version: 1.0.0
sections:
  main:
    - answer: {}
    - connect:
        to: "+15551234567"
        tmeout: 20
"""

validate = Tool(
    "validate",
    "Say whether documents are right, and if not, where and why.",
    (
        AS,
        LINES,
        SKIP_OTHERS,
        SELECT,
        IGNORE,
        FAIL_ON,
        FIX,
        UNSAFE_FIXES,
        DIFF,
        FORMAT,
        OUTPUT_FILE,
        *flags.COLORS,
    ),
    module="validate",
    usage="[PATH]... [FLAGS]",
    description=(
        "A PATH is a file, a folder, a glob, or '-' for standard input, which is also read where "
        "there is none. In folders, files are found whose names end in .json, .jsonl, "
        ".ndjson, .yaml, .yml or .swml, but not in .git, .hg, .svn, node_modules, __pycache__, "
        "site-packages, virtual environments and caches. A file that was found is judged only if "
        "there is 'sections', 'response', 'action', 'SWML' or the name of an action at its top, "
        "or, where it can't be read, if such names are in its text. Others are skipped and "
        "counted. A file that was named is judged unless '--skip-others' is given."
    ),
    examples=(
        Example("A file", "validate answer.yaml"),
        Example("For a program", "validate answer.yaml --format json"),
    ),
    sample=("answer.yaml", SAMPLE),
    most_words=1_000_000,
)
