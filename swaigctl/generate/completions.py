"""The completion scripts: the catalog as a table, in the language of each shell.

`engine.SHELL` beside this module is the script without its data. What a flag takes is written as

| spelling | what it is |
|---|---|
| `--compact|-c`, `--muted|--no-muted` | a boolean, and the spellings that exclude each other |
| `--name=` | text, or a number |
| `--beep=true|false` | one of a few |
| `--status-callback-event=join,leave,` | words out of a few |
| `--result=@` | JSON text, `@path` or `-` |

and with `+=` in place of `=` where the flag may be given again.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from swaigctl.catalog import families
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.cli.tools.completion import MARK, SCRIPTS
from swaigctl.descriptions import HELP, PROGRAM_FLAGS
from swaigctl.model.entries import Action, Parameter
from swaigctl.model.kinds import Boolean, Choice, Kind, Switch, Words

Row = tuple[str, str]
"""A flag's spelling in the table, or a command, and one line about it."""


def scripts() -> dict[str, str]:
    """The text of each file in `completions/`."""
    return {SCRIPTS[shell]: script(shell, write) for shell, write in WRITERS.items()}


def script(shell: str, write: "Writer") -> str:
    engine = Path(__file__).with_name(f"engine.{shell}").read_text(encoding="utf-8")
    actions = [action for members in families().values() for action in members]
    tools = list(TOOLS.values())
    of_tools = {tool.command: rows(tool.parameters) for tool in tools}
    of_actions = {action.command: rows(action.all_parameters) for action in actions}
    words = {
        " ".join((tool.command, *before)): [(word, "") for word in words]
        for tool in tools
        for before, words in tool.words.items()
    }
    parts = {
        "banner": MARK,
        "actions": write.rows([(action.command, action.summary) for action in actions]),
        "tools": write.rows([(tool.command, tool.summary) for tool in tools]),
        "chaining": " ".join(tool.command for tool in tools if tool.chains),
        "program": write.rows(rows(PROGRAM_FLAGS)),
        "help": write.rows(rows([HELP])),
        "own": write.cases({(name,): its for name, its in (of_actions | of_tools).items()}),
        "alone": write.cases(shared(actions, False)),
        "chained": write.cases(shared(actions, True)),
        "words": write.cases({(before,): its for before, its in words.items()}),
    }
    return re.sub(r"@(\w+)@", lambda match: parts[match[1]], engine)


def shared(actions: Iterable[Action], in_chain: bool) -> dict[tuple[str, ...], list[Row]]:
    """The flags that actions have beside their own, each set with the actions that have it."""
    actions_with: dict[tuple[Row, ...], list[str]] = {}
    for action in actions:
        its = tuple(rows(flags.of(action, in_chain)))
        actions_with.setdefault(its, []).append(action.command)
    return {tuple(commands): list(its) for its, commands in actions_with.items()}


def rows(parameters: Iterable[Parameter]) -> list[Row]:
    return [
        (its, first_sentence(parameter.help))
        for parameter in parameters
        for its in (spelling(parameter, flag) for flag in (parameter.flag, *parameter.also_flags))
    ]


def spelling(parameter: Parameter, flag: str) -> str:
    kind = parameter.kind
    if not isinstance(kind, Boolean):
        return f"{flag}{'+' if kind.repeatable else ''}={values(kind)}"
    negative = "" if isinstance(kind, Switch) else parameter.negative_flag
    return "|".join(filter(None, [parameter.flag, negative, parameter.short]))


def values(kind: Kind) -> str:
    """What to offer as the flag's value."""
    if kind.takes_json:
        return "@"
    kind = getattr(kind, "item", kind)
    if isinstance(kind, Words):
        return ",".join(kind.spellings) + ","
    if isinstance(kind, Choice):
        return "|".join(kind.spellings)
    # `true|false|CODE`: what is not in capitals is to be typed as it stands.
    known = [word for word in kind.metavar.split("|") if "|" in kind.metavar and not word.isupper()]
    return "|".join(known)


def first_sentence(text: str) -> str:
    """The sentence that a help begins with, without its full stop, and without its examples."""
    return re.split(r"[.:;] ", text + " ", maxsplit=1)[0].strip()


class Writer:
    """How a shell writes lists and tables."""

    def __init__(
        self, quoted: Callable[[str], str], row: str, case: str, either: str, between: str = "\n"
    ) -> None:
        self.quoted = quoted
        self.row = row
        """One row, of `{name}` and `{help}`."""
        self.case = case
        """The `{rows}` for `{names}`."""
        self.either = either
        """What stands between names."""
        self.between = between
        """What stands between rows."""

    def rows(self, table: Iterable[Row]) -> str:
        return self.between.join(
            self.row.format(name=self.quoted(name), help=self.quoted(help)) for name, help in table
        )

    def cases(self, table: dict[tuple[str, ...], list[Row]]) -> str:
        return "\n".join(
            self.case.format(names=self.either.join(map(self.quoted, names)), rows=self.rows(its))
            for names, its in table.items()
            if its
        )


def single_quoted(escape: str) -> Callable[[str], str]:
    return lambda text: "'" + text.replace("'", escape) + "'"


WRITERS = {
    # bash shows no help, and its table is a list of words.
    "bash": Writer(
        lambda text: text.replace(" ", r"\ "),
        "{name}",
        "        {names})\n            specs+=' {rows}' ;;",
        either=" | ",
        between=" ",
    ),
    "zsh": Writer(
        single_quoted(r"'\''"), "    {name} {help}", "  ({names}) specs+=(\n{rows}\n  ) ;;", "|"
    ),
    "fish": Writer(
        single_quoted(r"\'"),
        "                {name} {help}",
        "        case {names}\n            printf '%s\\t%s\\n' \\\n{rows}",
        either=" ",
        between=" \\\n",
    ),
    "powershell": Writer(
        single_quoted("''"),
        "            {name}, {help}",
        "        {{ $_ -in {names} }} {{\n{rows}\n        }}",
        either=", ",
        between=",\n",
    ),
}
