"""The command `validate` and its flags."""

from swaigctl.catalog.program import flags
from swaigctl.model.entries import Example, Parameter
from swaigctl.model.kinds import Choice, Switch, Text
from swaigctl.model.shapes import ListOf
from swaigctl.model.tools import Tool

FIXES = "Fixes"

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
    "What the documents are. Left out, it is found out from each of them.",
    group=flags.INPUT,
)
LINES = Parameter(
    "lines",
    Switch(),
    "Take every line for a document by itself, whatever the file's name ends with.",
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
    "How to print what was found.",
    group=flags.OUTPUT,
    default="text",
)
OUTPUT_FILE = Parameter(
    "output",
    Text("FILE"),
    "Write what was found to this file, in the format that is asked for, and show it as text.",
    group=flags.OUTPUT,
)
SELECT = Parameter(
    "select",
    ListOf(Text("CODE")),
    "Report findings with this code only; several may be given with commas between them.",
    group=flags.INPUT,
)
IGNORE = Parameter(
    "ignore",
    ListOf(Text("CODE")),
    "Leave out findings with this code; several may be given with commas between them.",
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
    "From which severity on a finding makes the exit status 1.",
    group=flags.INPUT,
    default="error",
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
    description="A PATH is a file, a folder, a glob, or '-' for standard input.",
    examples=(
        Example("A file", "validate answer.yaml"),
        Example("For a program", "validate answer.yaml --format json"),
    ),
    sample=("answer.yaml", SAMPLE),
    most_words=1_000_000,
)
