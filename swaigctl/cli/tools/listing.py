"""`swaigctl list`: actions and verbs, for people and for scripts."""

from itertools import groupby
from shlex import quote, split

from swaigctl.catalog import every_action, family, sdk
from swaigctl.catalog.index import ACTIONS
from swaigctl.catalog.program.listing import list_entries
from swaigctl.catalog.verbs import attribute_of, families
from swaigctl.cli.answers import Answer
from swaigctl.cli.commands import tool_options
from swaigctl.cli.quick import read_and_answer
from swaigctl.cli.terminal.printing import print_answer
from swaigctl.cli.terminal.streams import write_error
from swaigctl.descriptions import PROGRAM, verb_command, wire_form
from swaigctl.findings.messages import shown
from swaigctl.formats.json import pretty_json, quick_json
from swaigctl.model.entries import Action, Verb

Row = dict[str, object]

COLUMNS = ("command", "wire", "summary")
"""What people see of a row."""
SEARCHED = ("command", "method", "wire", "summary")

EVERYTHING = "all"


def answer(arguments: list[str]) -> int:
    options, words = tool_options(list_entries, arguments)
    what, language = str(options["what"]), str(options["format"])
    rows = found(what, words)
    status = 0
    if rows or language == "json":
        text = pretty_json(rows) + "\n" if language == "json" else lines(rows, bool(words))
        status = print_answer(Answer(text, language, []))
    if rows or status:
        return status
    write_error(nothing(what, words))
    return 1


def found(what: str, words: list[str]) -> list[Row]:
    """The rows about these things that have all of the words."""
    asked = {"actions": action_rows, "verbs": verb_rows}
    rows = [
        row for name, rows_of in asked.items() if what in (name, EVERYTHING) for row in rows_of()
    ]
    return [row for row in rows if all(has_word(row, word.casefold()) for word in words)]


def has_word(row: Row, word: str) -> bool:
    """Whether the word stands in a name, however that is spelled, or in the summary."""
    texts = [str(row[name] or "").casefold() for name in SEARCHED]
    spelled = (*texts, *(text.replace("_", "-") for text in texts[1:3]))
    return any(word in text for text in spelled)


def nothing(what: str, words: list[str]) -> str:
    """What to say where nothing is found, and where there is something."""
    asked = "action or verb" if what == EVERYTHING else what.removesuffix("s")
    sentence = f"No {asked} has {' and '.join(map(shown, words))} in its name or summary."
    other = {"actions": "verbs", "verbs": "actions"}.get(what)
    count = len(found(other, words)) if other else 0
    if count:
        has = f"{count} {other} have" if count > 1 else f"One of the {other} has"
        sentence += f" {has}: see '{PROGRAM} list --what {other} {' '.join(map(quote, words))}'."
    elif other:
        sentence = sentence.replace(f"No {asked}", "No action or verb", 1)
    some = words if len(words) > 1 and not count else []
    if alone := next((word for word in some if found(EVERYTHING, [word])), ""):
        line = f"'{PROGRAM} list {quote(alone)} --what {EVERYTHING}'"
        sentence += f" All of the words must be there: {line} looks for one of them."
    return sentence


def action_rows() -> list[Row]:
    return [
        {
            "command": action.command,
            "method": action.name,
            "family": family(ACTIONS[action.name]).TITLE,
            "summary": action.summary,
            "kind": "action",
            "wire": name_on_wire(action),
            "flavour": None,
            "in_sdk": sdk.has_action(action),
            **shown_in_help(action),
        }
        for action in every_action()
    ]


def name_on_wire(action: Action) -> str | None:
    """The plain action's name, or the verb's; None for a part of one, and for those of any name."""
    if action.place.is_part:
        return None
    return action.place.key or ("SWML" if action.place.carries_swml else None)


def verb_rows() -> list[Row]:
    return [verb_row(verb, title) for title, verbs in families().items() for verb in verbs]


def verb_row(verb: Verb, title: str) -> Row:
    return {
        "command": verb_command(verb),
        "method": attribute_of(verb.name),
        "family": title,
        "summary": verb.summary,
        "kind": "verb",
        "wire": verb.name,
        "flavour": verb.flavour,
        "in_sdk": sdk.has_verb(verb),
        **shown_in_help(verb),
    }


def shown_in_help(described: Action | Verb) -> Row:
    """What help says of it too."""
    example = described.examples[0]
    answer = read_and_answer(split(example.arguments))
    return {
        "wire_form": wire_form(described) or None,
        "source": described.source or None,
        "example": {
            "purpose": example.purpose,
            "arguments": example.arguments,
            "output": quick_json(answer.text(on_terminal=False)),
        },
    }


def lines(rows: list[Row], with_source: bool) -> list[str]:
    """A line for each row, with its columns below each other, under the titles of families."""
    *padded, last = COLUMNS
    widths = {name: max(len(str(row[name] or "")) for row in rows) for name in padded}
    found: list[str] = []
    for title, its in groupby(rows, key=lambda row: row["family"]):
        found += [*([""] if found else []), f"{title}:"]
        for row in its:
            columns = (f"{row[name] or '':{widths[name]}}" for name in padded)
            found.append("  ".join(["", *columns, str(row[last])]))
            found += [f"    {row['source']}"] if with_source and row["source"] else []
    return found
