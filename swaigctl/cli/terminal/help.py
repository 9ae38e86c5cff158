"""Help, written from the catalog for a terminal of any width."""

import textwrap
from collections.abc import Iterable, Mapping
from shutil import get_terminal_size

from swaigctl.catalog import action_named, families
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.descriptions import (
    PROGRAM,
    PROGRAM_FLAGS,
    PURPOSE,
    TOOLS_TITLE,
    Command,
    default_of,
    grouped,
    inside,
    invocation,
    limits,
    pasted,
    same_inside,
    spellings,
)
from swaigctl.findings import flag_of
from swaigctl.model.entries import Action, Example, Parameter, Verb
from swaigctl.model.shapes import Field
from swaigctl.model.tools import Tool

COLUMN = 28
"""Where explanations begin."""
WIDEST = 100
NO_BREAK = "\N{NO-BREAK SPACE}"


def program_help() -> str:
    """What `swaigctl --help` says."""
    parts = [
        f"Usage: {PROGRAM} COMMAND [FLAGS]\n",
        filled(PURPOSE),
    ]
    for title, actions in families().items():
        rows = (row(action.command, [("", action.summary)]) for action in actions)
        parts.append(f"{title}:\n{''.join(rows)}")
    tools = (row(tool.command, [("", tool.summary)]) for tool in TOOLS.values())
    parts.append(f"{TOOLS_TITLE}:\n{''.join(tools)}")
    parts.append(f"Flags:\n{flag_rows(PROGRAM_FLAGS)}")
    parts.append(examples_section(action_named("join_conference").examples[:1]))
    parts.append(f"'{PROGRAM} COMMAND --help' tells all about a command.\n")
    return "\n".join(parts)


def help_of(command: str) -> str:
    """The help of a command, as `read_flags` names it: `say`, `swml --for messaging reply`."""
    if not command:
        return program_help()
    first, *rest = command.split(" ")
    if rest:
        from swaigctl.catalog.verbs import CALLING, MESSAGING

        flavour = MESSAGING if MESSAGING.name in rest else CALLING
        verb = flavour.called(rest[-1])
        assert verb is not None
        return command_help(verb)
    if first in TOOLS:
        return command_help(TOOLS[first])
    return command_help(action_named(first.replace("-", "_")))


def command_help(described: "Action | Verb | Tool") -> str:
    """What `swaigctl join-conference --help` says."""
    command = Command(described)
    usage = f"Usage: {PROGRAM} {command.name} {command.usage}"
    parts = [filled(usage, "", "       "), filled(command.prose)]
    groups = grouped(command.parameters)
    same = same_inside(command.parameters)
    parts += [f"{group}:\n{flag_rows(members, same)}" for group, members in groups.items()]
    if command.examples:
        parts.append(examples_section(command.examples))
    return "\n".join(parts)


def flag_rows(parameters: Iterable[Parameter], same: Mapping[str, str] = {}) -> str:
    """`same`: by a parameter's name, that of one that has the same names inside."""
    rows = []
    for parameter in parameters:
        same_as = flag_of(same[parameter.name]) if parameter.name in same else ""
        rows.append(row(shown_flags(parameter), explanation(parameter, same_as=same_as)))
    return "".join(rows)


def shown_flags(parameter: Parameter) -> str:
    """`--muted, --no-muted`, `-c, --compact`, `--name TEXT`"""
    flags = spellings(parameter)
    return invocation(parameter) if parameter.kind.metavar else ", ".join(flags)


def explanation(parameter: Field, as_flag: bool = True, same_as: str = "") -> list[tuple[str, str]]:
    """The help with its limits, then what each spelling means: pairs of lead and text.

    `same_as`: where the names inside are explained, if not here.
    """
    fields = [(name, with_limits(field)) for name, field in inside(parameter)]
    if same_as:
        fields = [("", f"Inside is the same as in {same_as}.")]
    rows = [*parameter.meanings.items(), *fields]
    width = max((len(word) for word, _ in rows), default=0)
    lines = [("", with_limits(parameter, as_flag))]
    lines += [(f"  {word:{width}}  ", meaning) for word, meaning in rows]
    return lines


def with_limits(parameter: Field, as_flag: bool = True) -> str:
    default = default_of(parameter, as_flag)
    facts = [*limits(parameter, as_flag), *([f"default: {default}"] if default else [])]
    joined = "; ".join(each.replace(" ", NO_BREAK) if len(each) < 30 else each for each in facts)
    return f"{parameter.help} [{joined}]" if joined else parameter.help


def row(name: str, lines: list[tuple[str, str]]) -> str:
    """A name on the left, and what it is on the right, or below where the name is long."""
    text = "".join(
        filled(line, " " * COLUMN + lead, " " * (COLUMN + len(lead))) for lead, line in lines
    )
    head = f"  {name}"
    return head + text[len(head) :] if len(head) < COLUMN - 1 else f"{head}\n{text}"


def examples_section(examples: Iterable[Example]) -> str:
    shown = []
    for example in examples:
        command = "\n      ".join(pasted(example.arguments, width()))
        shown.append(f"  # {example.purpose}\n  {command}\n")
    return "Examples:\n" + "\n".join(shown)


def filled(text: str, first: str = "", rest: str = "", columns: int | None = None) -> str:
    """The text in lines of that many columns, or of the terminal's, with what they begin with."""
    lines = textwrap.wrap(
        text,
        columns or width(),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(NO_BREAK, " ") + "\n"


def width() -> int:
    """`COLUMNS`, or the terminal's width, or 80; never too wide to read nor too narrow to write."""
    return max(40, min(get_terminal_size().columns, WIDEST))
