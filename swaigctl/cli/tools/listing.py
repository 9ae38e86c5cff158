"""`swaigctl list`: the actions, for people and for scripts."""

from swaigctl.catalog import families
from swaigctl.catalog.program.tools import list_actions
from swaigctl.cli.answers import Answer
from swaigctl.cli.commands import refuse_words, tool_options
from swaigctl.cli.terminal.printing import print_answer
from swaigctl.formats.json import pretty_json


def answer(arguments: list[str]) -> int:
    options, words = tool_options(list_actions, arguments)
    refuse_words(list_actions, words)
    language = str(options["format"])
    return print_answer(Answer(listing(as_json=language == "json"), language, []))


def listing(as_json: bool) -> "str | list[str]":
    """Every action's command, family and one line about it."""
    rows = [
        {
            "command": action.command,
            "method": action.name,
            "family": family,
            "summary": action.summary,
        }
        for family, actions in families().items()
        for action in actions
    ]
    if as_json:
        return pretty_json(rows) + "\n"
    widths = {name: max(len(row[name]) for row in rows) for name in ("command", "family")}
    return [
        f"{row['command']:{widths['command']}}  {row['family']:{widths['family']}}  "
        f"{row['summary']}"
        for row in rows
    ]
