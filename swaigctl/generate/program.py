"""What is true of the whole program, for its man page and the reference."""

from swaigctl.catalog import families
from swaigctl.catalog.program.configuration import CONFIGURATION
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.program.topics import OUTPUT
from swaigctl.catalog.program.validation import OWN_FILE, SHARED_FILE, TABLE
from swaigctl.catalog.verbs import families as verb_families
from swaigctl.descriptions import PROGRAM_FLAGS, TOOLS_TITLE, Command
from swaigctl.model.entries import Parameter
from swaigctl.model.shapes import ListOf, Object

INTRODUCTION = (
    "A SWAIG webhook answers with a response: what the model reads next, and the actions that "
    "happen to the call. Each action is a command, with a flag for every documented parameter; "
    "nothing is positional. Text is taken literally, and choices are spelled to the letter. "
    "Flags under 'SWML parameters' are further ones of the SWML verb that an action carries: the "
    "SDK's method lacks them, and they are written only where they are given. "
    "A flag that takes JSON takes it as text, from @FILE, or with - from standard input."
)

STREAMS = (
    "Standard output carries the result and nothing else: UTF-8 in any locale, the same bytes on "
    "every run, colour only on a terminal.",
    "Warnings and errors go to standard error. A warning ends with its code in brackets, which "
    "stays the same; '--strict' makes it an error.",
    "Messages and reports (differences, and lists of files that are no JSON) quote text from "
    "elsewhere on one line. Characters that a terminal obeys or that can't be seen are written as "
    "escapes, such as \\x1b and \\u202e, and nothing in them is a command to what reads the log of "
    "an automated build. JSON and YAML documents are written as they are; on a terminal the same "
    "document has escapes for these characters. For exact names of files, use 'fixtures list "
    "--format json'.",
)

EXIT_STATUS = {
    "0": "It is done.",
    "1": "The answer is no: a line of a stream that can't be answered, a fixture that differs from "
    "its plan, a completion script that isn't there, a word that 'list' finds nowhere.",
    "2": "The request was wrong: usage, a value, a file that can't be read. Standard output is "
    "empty then, but for the answers of a stream that went wrong later: a disk that got full.",
    "130": "Ctrl-C ended it.",
    "141": "Whoever read standard output went away.",
}

ENVIRONMENT = {
    "NO_COLOR": "If it is not empty: no colour, not even on a terminal.",
    "COLUMNS": "How wide help is, between 40 and 100; without it, as wide as the terminal.",
    "XDG_CACHE_HOME": "Where 'fixtures build' remembers which plans it need not compute again; "
    "without it, ~/.cache.",
    "SWAIGCTL_QUICK": "If it is 0: every command goes the slow way, through the parser that has "
    "help and errors too. The answers are the same; it helps to find a defect.",
    "SWAIGCTL_TRACEBACK": "If it is 1: a defect of swaigctl shows where it is.",
}


def settings(table: Object) -> str:
    """What stands in a table, and in the tables inside."""
    said = (f"{field.name!r}: {field.help}" for field in table.fields)
    inner = (
        settings(field.kind.item)
        for field in table.fields
        if isinstance(field.kind, ListOf) and isinstance(field.kind.item, Object)
    )
    return " ".join((*said, *(f"Each of those has: {each}" for each in inner)))


FILES = {
    "@FILE": "Where a flag takes JSON, @ and a path read it from that file. By its ending (.json, "
    ".yaml or .yml) it is JSON or YAML; with another one it is JSON if it begins with { or [.",
    f"{SHARED_FILE}, {OWN_FILE}": "What a project configures for 'validate': a table "
    f"[{'.'.join(TABLE)}] in the former, or all of the latter. The nearest one counts, from the "
    f"current folder upwards to the root of the repository. {settings(CONFIGURATION)}",
}


VERBS_TITLE = "Verbs of SWML documents"

ABOUT_VERBS = (
    "A SWML document has sections of steps, and each step is a verb with its parameters. Behind "
    "'swaigctl swml' verbs stand one after the other, each with a flag for every parameter of its "
    "own, and with dots for the members of objects: '--prompt.temperature'. A flag whose value is "
    "a list takes it as JSON, or item by item, the flag repeated; where names are one's own, "
    "NAME=TEXT and NAME:=JSON give one each. The verbs of documents for messages stand behind "
    "'swaigctl swml --for messaging'."
)


def verbs() -> dict[str, list[Command]]:
    """Every verb, as what follows `swaigctl`, under its family's title."""
    return {title: [Command(each) for each in its] for title, its in verb_families().items()}


def writers(described: object) -> list[Command]:
    """The actions that write a verb."""
    actions = (each for its in commands().values() for each in its)
    return [each for each in actions if each.carries is not None and each.carries is described]


def commands() -> dict[str, list[Command]]:
    """Every command under its family's title; verbs are commands inside one of them."""
    found = {title: [Command(each) for each in actions] for title, actions in families().items()}
    return {**found, TOOLS_TITLE: [Command(tool) for tool in TOOLS.values()]}


def own_flags() -> list[Parameter]:
    """The flags of the program itself, which stand before any command."""
    return [each for each in PROGRAM_FLAGS if each not in OUTPUT.parameters]
