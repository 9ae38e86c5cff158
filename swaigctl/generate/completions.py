"""The completion scripts: the catalog as a table, in the language of each shell.

`engine.SHELL` beside this module is the script without its data. What a flag takes is written as

| spelling | what it is |
|---|---|
| `--compact|-c`, `--muted|--no-muted` | a boolean, and the spellings that exclude each other |
| `--params|--params-object=@` | one flag with several names |
| `--name=` | text, or a number |
| `--beep=true|false` | one of a few |
| `--status-callback-event=join,leave,` | words out of a few |
| `--result=@` | JSON text, `@path` or `-` |
| `--ignore=%explain` | what may follow that command |

and with `+=` in place of `=` where the flag may be given again.
"""

import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from swaigctl.catalog import every_action
from swaigctl.catalog.codes import CODES
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import effects, flags, validation
from swaigctl.catalog.program.explanations import CODE, explain
from swaigctl.catalog.program.tools import HELP_COMMAND, TOOLS
from swaigctl.catalog.program.topics import TOPICS
from swaigctl.catalog.verbs import CALLING, FLAVOURS, Flavour
from swaigctl.cli.flags import spelled, taken_from
from swaigctl.cli.json_values import adds_up, reads_input
from swaigctl.cli.tools.completion import MARK, SCRIPTS
from swaigctl.descriptions import (
    HELP,
    PROGRAM_FLAGS,
    parameters_of_action,
    parameters_of_verb,
)
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.kinds import Boolean, Kind, Spelled, Words
from swaigctl.model.shapes import JSON_FLAG, OBJECT_FLAG, Named
from swaigctl.model.tools import Tool
from swaigctl.model.unions import OneOf

Row = tuple[str, str]
"""A flag's spelling in the table, or a command, and one line about it."""

Table = dict[tuple[str, ...], list[Row]]
"""Rows, and what they are of."""

TAKING_CODES = (flags.IGNORE, validation.IGNORE, validation.SELECT)
"""The flags that take the codes of findings."""

IN_RESPONSE = "document"
"""What the engines call the part of `respond` that makes a document."""


def scripts() -> dict[str, str]:
    """The text of each file in `completions/`."""
    return {SCRIPTS[shell]: script(shell, write) for shell, write in WRITERS.items()}


def script(shell: str, write: "Writer") -> str:
    engine = Path(__file__).with_name(f"engine.{shell}").read_text(encoding="utf-8")
    actions = every_action()
    tools = list(TOOLS.values())
    words: Table = {
        (" ".join((tool.command, *before)),): word_rows(words)
        for tool in tools
        for before, words in tool.words.items()
    }
    section, end = (spelling(each) for each in (document_flags.SECTION, document_flags.END))
    parts = {
        "banner": MARK,
        "actions": write.rows(command_rows(each for each in actions if not each.place.is_part)),
        "document": write.rows([(TOOLS["swml"].command, TOOLS["swml"].summary)]),
        "tools": write.rows(
            [
                *command_rows(each for each in actions if each.place.is_part),
                *command_rows(tools),
                HELP_COMMAND,
            ]
        ),
        "topics": write.rows([(topic.name, topic.summary) for topic in TOPICS.values()]),
        "topic": write.names(TOPICS),
        "verbs": write.cases({(each.name,): verb_rows(each) for each in FLAVOURS}),
        "program": write.rows(rows(PROGRAM_FLAGS)),
        "help": write.rows(rows([HELP])),
        **dict(table_parts("own", own_rows(), write)),
        **dict(table_parts("alone", {each.command: beside(each) for each in actions}, write)),
        **{name: part for line in chained().items() for name, part in line_parts(*line, write)},
        "words": write.cases(words),
        "outputs": write.names(spelling(each) for each in document_flags.DOCUMENT_OUTPUTS),
        "chaining": write.names(tool.command for tool in tools if tool.chains),
        "for": write.quoted(spelling(document_flags.FOR)),
        "section": write.quoted(section),
        "end": write.quoted(end),
        "calling": write.quoted(CALLING.name),
    }
    return re.sub(r"@(\w+)@", lambda match: parts[match[1]], engine)


def command_rows(commands: Iterable[Action | Tool]) -> list[Row]:
    return [(each.command, each.summary) for each in commands]


def word_rows(words: Iterable[str]) -> list[Row]:
    """A row for each word that may follow, with what it means where it is a code."""
    return [
        row
        for word in words
        for row in (
            [(code.name, code.summary) for code in CODES.values()] if word == CODE else [(word, "")]
        )
    ]


def verbs_of(flavour: Flavour) -> list[Verb]:
    return [flavour.named(name) for name in flavour.names()]


def verb_rows(flavour: Flavour) -> list[Row]:
    return [(verb.command, verb.summary) for verb in verbs_of(flavour)]


def verb_key(verb: Verb) -> str:
    """What the engines look a verb up by."""
    return f"{verb.flavour} {verb.command}"


def own_rows() -> dict[str, list[Row]]:
    """The parameters of actions and verbs, the flags of tools, and those that begin documents."""
    beginnings = {
        **{tool.command: tool.parameters for tool in TOOLS.values()},
        TOOLS["swml"].command: (*document_flags.DOCUMENT, document_flags.SECTION),
        IN_RESPONSE: (
            *document_flags.DOCUMENT_IN_RESPONSE,
            *flags.OUTPUTS,
            document_flags.SECTION,
            document_flags.END,
        ),
    }
    actions = {each.command: rows(parameters_of_action(each)) for each in every_action()}
    verbs = {
        verb_key(verb): rows(parameters_of_verb(verb))
        for flavour in FLAVOURS
        for verb in verbs_of(flavour)
    }
    its = {name: rows(parameters) for name, parameters in beginnings.items()}
    return actions | its | verbs


def beside(action: Action, in_chain: bool = False) -> list[Row]:
    """What an action takes beside its parameters, and that has an effect."""
    outputs = flags.OUTPUTS if in_chain else ()
    taken = (*effects.of_action(action, in_chain), *outputs)
    return rows(taken, chain.from_iterable(map(spelled, parameters_of_action(action))))


def beside_verb(verb: Verb, others: Iterable[Parameter], in_response: bool = False) -> list[Row]:
    """What a verb takes beside its parameters, these others included."""
    own = chain.from_iterable(map(spelled, parameters_of_verb(verb)))
    its = [each for each in effects.of_verb(verb) if each is not flags.SKELETON or not in_response]
    return rows((*its, *others), own)


def chained() -> dict[str, dict[str, list[Row]]]:
    """For each line with entries, what they take beside their parameters."""
    calling = verbs_of(CALLING)
    return {
        "respond": {each.command: beside(each, in_chain=True) for each in every_action()},
        "swml": {
            verb_key(verb): beside_verb(
                verb, (*document_flags.DOCUMENT_OUTPUTS, document_flags.SECTION)
            )
            for flavour in FLAVOURS
            for verb in verbs_of(flavour)
        },
        IN_RESPONSE + "s": {
            verb_key(verb): beside_verb(
                verb, (*flags.OUTPUTS, document_flags.SECTION, document_flags.END), True
            )
            for verb in calling
        },
    }


def table_parts(
    title: str, rows_of: dict[str, list[Row]], write: "Writer"
) -> Iterable[tuple[str, str]]:
    """What several commands have in common, a statement for each such part, and what is left."""
    having: dict[Row, list[str]] = {}
    for name, its in rows_of.items():
        for row in its:
            having.setdefault(row, []).append(name)
    common: Table = {}
    for row, names in having.items():
        common.setdefault(tuple(names), []).append(row)
    common = {names: its for names, its in common.items() if write.is_shorter(names, its)}
    taken = {(name, row) for names, its in common.items() for name in names for row in its}
    left = {name: [row for row in its if (name, row) not in taken] for name, its in rows_of.items()}
    yield f"{title}_common", write.statements(common)
    yield title, write.cases(shared(left))


def line_parts(
    line: str, rows_of: dict[str, list[Row]], write: "Writer"
) -> Iterable[tuple[str, str]]:
    """What all entries of a line take, and what they take beside that."""
    common = set.intersection(*map(set, rows_of.values()))
    first = next(iter(rows_of.values()))
    others = {name: [each for each in its if each not in common] for name, its in rows_of.items()}
    yield f"{line}_all", write.rows(each for each in first if each in common)
    yield line, write.cases(*usual(shared(others)))


def shared(rows_of: dict[str, list[Row]]) -> Table:
    """The rows that several have, with those that have them."""
    having: dict[tuple[Row, ...], list[str]] = {}
    for name, its in rows_of.items():
        having.setdefault(tuple(its), []).append(name)
    return {tuple(names): list(its) for its, names in having.items()}


def usual(table: Table) -> tuple[Table, list[Row]]:
    """The table without the rows that most have, and these."""
    most = max(table, key=len)
    return {names: its for names, its in table.items() if names != most}, table[most]


def rows(parameters: Iterable[Parameter], taken: Iterable[tuple[str, object]] = ()) -> list[Row]:
    """A row for each parameter, whose flags are not taken by others."""
    used = {flag for flag, _ in taken}
    found = []
    for parameter in parameters:
        if flag := spelling(parameter, used):
            found.append((flag, first_sentence(parameter.help)))
        used |= {*spellings(parameter)}
    return found


def spelling(parameter: Parameter, taken: Iterable[str] = ()) -> str:
    """The names of a flag and what it takes; empty if all of its names are taken."""
    names = "|".join(flag for flag in spellings(parameter) if flag not in taken)
    kind = parameter.kind
    if not names or kind.is_boolean:
        return names
    offered = f"%{explain.command}" if parameter in TAKING_CODES else values(kind)
    return f"{names}{'+' if adds_up(kind) else ''}={offered}"


def spellings(parameter: Parameter) -> list[str]:
    """The names of a flag, and that of the one that takes its text from a file in its place."""
    return [each for flag, _ in spelled(parameter) for each in taken_from(flag, parameter.kind)]


def values(kind: Kind) -> str:
    """What to offer as the flag's value."""
    if kind.takes_json and reads_input(kind):
        return "@"
    item = getattr(kind, "item", kind)
    if isinstance(item, Words):
        return ",".join(item.spellings) + ","
    return "|".join(dict.fromkeys(fixed(item)))


def fixed(kind: Kind) -> Iterable[str]:
    """The values that are to be typed as they stand."""
    if isinstance(kind, Named):
        yield from fixed(kind.kind())
    elif isinstance(kind, OneOf):
        for branch in kind.branches:
            yield from fixed(branch)
    elif isinstance(kind, Spelled):
        yield from kind.spellings
    elif isinstance(kind, Boolean):
        yield from ("true", "false")
    elif kind.metavar not in (JSON_FLAG, OBJECT_FLAG) and "|" in kind.metavar:
        # `true|false|CODE`: what is in capitals stands for something else.
        yield from (word for word in kind.metavar.split("|") if not word.isupper())


def first_sentence(text: str) -> str:
    """The sentence that a help begins with, without its full stop, and without its examples.

    Which task of a command a flag is for stands before it.
    """
    task, text = re.fullmatch(r"(For '[^:]*: )?(.*)", text).groups("")  # type: ignore[union-attr]
    return task + re.split(r"[.:;] ", text + " ", maxsplit=1)[0].strip()


class Writer:
    """How a shell writes lists and tables."""

    def __init__(
        self,
        quoted: Callable[[str], str],
        row: str,
        case: str,
        default: str,
        statement: str,
        either: str,
        between: str = "\n",
        listed: str = " ",
    ) -> None:
        self.quoted = quoted
        self.row = row
        """One row, of `{name}` and `{help}`."""
        self.case = case
        """The `{rows}` for `{names}`."""
        self.statement = statement
        """The same `{rows}` for these `{names}`, whatever else is done for them."""
        self.either = either
        """What stands between names."""
        self.between = between
        """What stands between rows."""
        self.default = default
        """The `{rows}` for all other names."""
        self.listed = listed
        """One of a few names."""

    def rows(self, table: Iterable[Row]) -> str:
        return self.between.join(
            self.row.format(name=self.quoted(name), help=self.quoted(help)) for name, help in table
        )

    def names(self, names: Iterable[str]) -> str:
        """A list of them, on one line."""
        return self.listed.join(map(self.quoted, names))

    def statements(self, table: Table) -> str:
        """What is done for each of these names, beside what is chosen by `cases`."""
        return "\n".join(
            self.statement.format(
                names=self.either.join(map(self.quoted, names)), rows=self.rows(its)
            )
            for names, its in table.items()
        )

    def is_shorter(self, names: Iterable[str], its: list[Row]) -> bool:
        """Whether a statement for all of the names takes less room than the rows for each."""
        known = list(names)
        statement = self.statements({tuple(known): its})
        return len(known) > 1 and len(statement) < len(self.rows(its)) * len(known)

    def cases(self, table: Table, others: Iterable[Row] = ()) -> str:
        """What is chosen by name, and what all others have."""
        cases = [
            self.case.format(names=self.either.join(map(self.quoted, names)), rows=self.rows(its))
            for names, its in table.items()
            if its
        ]
        return "\n".join(
            [*cases, *([self.default.format(rows=self.rows(others))] if others else [])]
        )


def single_quoted(escape: str) -> Callable[[str], str]:
    return lambda text: "'" + text.replace("'", escape) + "'"


WRITERS = {
    # bash shows no help, and its table is a list of words.
    "bash": Writer(
        lambda text: text.replace(" ", r"\ "),
        "{name}",
        "        {names})\n            specs+=' {rows}' ;;",
        "        *)\n            specs+=' {rows}' ;;",
        "    case $1 in {names}) specs+=' {rows}' ;; esac",
        either=" | ",
        between=" ",
    ),
    "zsh": Writer(
        single_quoted(r"'\''"),
        "    {name} {help}",
        "  ({names}) specs+=(\n{rows}\n  ) ;;",
        "  (*) specs+=(\n{rows}\n  ) ;;",
        "  case $1 in ({names}) specs+=(\n{rows}\n  ) ;; esac",
        either="|",
    ),
    "fish": Writer(
        single_quoted(r"\'"),
        "                {name} {help}",
        "        case {names}\n            printf '%s\\t%s\\n' \\\n{rows}",
        "        case '*'\n            printf '%s\\t%s\\n' \\\n{rows}",
        "    contains -- $argv[1] {names}; and printf '%s\\t%s\\n' \\\n{rows}",
        either=" ",
        between=" \\\n",
    ),
    "powershell": Writer(
        single_quoted("''"),
        "            {name}, {help}",
        "        {{ $_ -in {names} }} {{\n{rows}\n        }}",
        "        default {{\n{rows}\n        }}",
        "    if ($command -in {names}) {{\n{rows}\n    }}",
        either=", ",
        between=",\n",
        listed=", ",
    ),
}
