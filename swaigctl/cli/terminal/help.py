"""Help, written from the catalog for a terminal of any width."""

import textwrap
from collections.abc import Iterable, Mapping
from shutil import get_terminal_size

from swaigctl.catalog import action_called, action_named, families
from swaigctl.catalog.program.documents import FOR
from swaigctl.catalog.program.tools import TOOLS, respond, swml
from swaigctl.catalog.verbs import CALLING, FLAVOURS, MESSAGING, USES, Flavour
from swaigctl.catalog.verbs import families as verb_families
from swaigctl.cli.flags import spelled
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
MOST_MEMBERS = 20
"""Of the value of a flag that its command's help lists."""
WIDEST_NAME = 12
"""Of names inside a flag's value that stand beside their explanations."""
NO_BREAK = "\N{NO-BREAK SPACE}"

MORE = (
    f"'{PROGRAM} COMMAND --help' tells all about a command, '{PROGRAM} swml --help' names the "
    f"verbs of SWML documents, and '{PROGRAM} swml VERB --help' tells all about one. '{PROGRAM} "
    f"list WORD --what all' finds both by their names and summaries, and '{PROGRAM} help COMMAND "
    "--FLAG' tells all about one flag."
)


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
    parts.append(filled(MORE))
    return "\n".join(parts)


def verbs_section(flavour: Flavour) -> str:
    """The verbs of documents for calls, or of those for messages, by family."""
    asked = "" if flavour.name == FOR.default else f" ('{FOR.flag} {flavour.name}')"
    parts = [f"Verbs for {USES[flavour.name]}{asked}:\n"]
    for title, verbs in verb_families().items():
        rows = [row(f"  {each.command}", [("", each.summary)]) for each in verbs]
        if verbs[0].flavour == flavour.name:
            parts.append(f"  {title}\n{''.join(rows)}")
    return "".join(parts)


def help_of(command: str) -> str:
    """The help of a command, as `read_flags` names it: `say`, `swml --for messaging reply`."""
    if not command:
        return program_help()
    described = described_by(command.split(" "))
    assert described is not None
    return command_help(described)


def described_by(words: list[str]) -> "Action | Verb | Tool | None":
    """What a command line that begins so is about: `say`, `swml --for messaging reply`."""
    first, *rest = words or [""]
    if first == respond.command and rest:
        return described_by(rest)
    if first == swml.command and rest:
        flavour = MESSAGING if MESSAGING.name in rest[:-1] else CALLING
        return flavour.called(rest[-1])
    return TOOLS[first] if first in TOOLS else action_called(first)


def flag_help(words: list[str], flag: str) -> str:
    """What `swaigctl help swml ai --prompt` says: all about a flag and the members inside it.

    Empty if there is no such command, or no such flag.
    """
    described = described_by(words)
    if described is None:
        return ""
    parameters = [
        each
        for each in Command(described).parameters
        if f"{each.flag}.".startswith(f"{flag}.") or flag in dict(spelled(each))
    ]
    groups = grouped(parameters)
    return "\n".join(f"{group}:\n{flag_rows(its)}" for group, its in groups.items())


def command_help(described: "Action | Verb | Tool") -> str:
    """What `swaigctl join-conference --help` says."""
    command = Command(described)
    usage = f"Usage: {PROGRAM} {command.name} {command.usage}"
    parts = [filled(usage, "", "       "), filled(command.prose)]
    if described is swml:
        parts += map(verbs_section, FLAVOURS)
    groups = grouped(command.parameters)
    same = same_inside(command.parameters)
    parts += [f"{group}:\n{flag_rows(its, same, command.name)}" for group, its in groups.items()]
    if command.examples:
        parts.append(examples_section(command.examples))
    return "\n".join(parts)


def plan_help() -> str:
    """What `swaigctl help fixtures plan` says: all members of a plan."""
    from swaigctl.catalog.program.plans import ABOUT_PLANS, SECTIONS
    from swaigctl.descriptions import said_of_member

    parts = list(map(filled, ABOUT_PLANS))
    for title, (text, members) in SECTIONS.items():
        rows = "".join(
            row(each.name, [("", said_of_member(each, members)), *beside(each.meanings.items())])
            for each in members
        )
        parts.append(f"{title}:\n{filled(text, '  ', '  ')}{rows}")
    return "\n".join(parts)


def flag_rows(
    parameters: Iterable[Parameter], same: Mapping[str, str] = {}, command: str = ""
) -> str:
    """The flags with their explanations; for a command, the longest ones are left to `help`.

    `same`: by a parameter's name, that of one that has the same names inside.
    """
    return "".join(row(shown_flags(each), explained(each, same, command)) for each in parameters)


def explained(parameter: Parameter, same: Mapping[str, str], command: str) -> list[tuple[str, str]]:
    same_as = flag_of(same[parameter.name]) if parameter.name in same else ""
    lines = explanation(parameter, same_as=same_as)
    members = list(inside(parameter))
    if same_as or not command or len(members) <= MOST_MEMBERS:
        return lines
    more = f"'{PROGRAM} help {command} {parameter.flag}'"
    return [*lines[:1], ("  ", f"{len(members)} members: see {more}.")]


def shown_flags(parameter: Parameter) -> str:
    """`--muted, --no-muted`, `-c, --compact`, `--name TEXT`"""
    flags = spellings(parameter)
    return invocation(parameter) if parameter.kind.metavar else ", ".join(flags)


def explanation(parameter: Field, as_flag: bool = True, same_as: str = "") -> list[tuple[str, str]]:
    """The help with its limits, then what each spelling means: pairs of lead and text.

    `same_as`: where the names inside are explained, if not here.
    """
    lines = [("", with_limits(parameter, as_flag)), *beside(parameter.meanings.items())]
    if same_as:
        return [*lines, ("  ", f"Inside is the same as in {same_as}.")]
    fields = [(name, with_limits(field)) for name, field in inside(parameter)]
    if max((len(name) for name, _ in fields), default=0) <= WIDEST_NAME:
        return [*lines, *beside(fields)]
    for name, text in fields:
        lines += [("  ", name), ("    ", text)]
    return lines


def beside(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of lead and text in which the texts stand below each other."""
    known = list(rows)
    width = max((len(word) for word, _ in known), default=0)
    return [(f"  {word:{width}}  ", text) for word, text in known]


def with_limits(parameter: Field, as_flag: bool = True) -> str:
    default = default_of(parameter, as_flag)
    facts = [*limits(parameter, as_flag), *([f"default: {default}"] if default else [])]
    joined = "; ".join(map(unbroken, facts))
    return f"{parameter.help} [{joined}]" if joined else parameter.help


def unbroken(fact: str) -> str:
    """A short fact on one line; a list, or what is long, may be broken."""
    return fact if ", " in fact or len(fact) >= 30 else fact.replace(" ", NO_BREAK)


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
        shown.append(f"{filled(example.purpose, '  # ', '  # ')}  {command}\n")
    return "Examples:\n" + "\n".join(shown)


def filled(text: str, first: str = "", rest: str = "", columns: int | None = None) -> str:
    """The text in lines of that many columns, or of the terminal's, with what they begin with."""
    most = columns or width()
    lines = textwrap.wrap(
        text,
        most,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    if NO_BREAK in text and max(map(len, lines)) > most:
        return filled(text.replace(NO_BREAK, " "), first, rest, columns)
    return "\n".join(lines).replace(NO_BREAK, " ") + "\n"


def width() -> int:
    """`COLUMNS`, or the terminal's width, or 80; never too wide to read nor too narrow to write."""
    return max(40, min(get_terminal_size().columns, WIDEST))
