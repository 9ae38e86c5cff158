"""Help, written from the catalog for a terminal of any width."""

import textwrap
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size

from swaigctl.catalog import action_named, command_flags, families
from swaigctl.catalog.actions import Action, Example, Parameter
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Number, Switch, Words
from swaigctl.catalog.tools import TOOLS, Tool
from swaigctl.documents import scalar_json

PROGRAM = "swaigctl"
VERSION = Parameter("version", Switch(), "Print the version.", default=False)
HELP = Parameter("help", Switch(), "Print this help.", group="Help", default=False, short="-h")
PROGRAM_FLAGS = (VERSION, command_flags.NO_COLOR, HELP)

COLUMN = 28
"""Where explanations begin."""
WIDEST = 100
NO_BREAK = "\N{NO-BREAK SPACE}"


def program_help() -> str:
    """What `swaigctl --help` says."""
    parts = [
        f"Usage: {PROGRAM} COMMAND [FLAGS]\n",
        filled("Write the JSON that steers a SignalWire call: SWAIG actions and SWML documents."),
    ]
    for title, actions in families().items():
        rows = (row(action.command, [("", action.summary)]) for action in actions)
        parts.append(f"{title}:\n{''.join(rows)}")
    tools = (row(tool.command, [("", tool.summary)]) for tool in TOOLS.values())
    parts.append(f"Whole responses, and about swaigctl:\n{''.join(tools)}")
    parts.append(f"Flags:\n{flag_rows(PROGRAM_FLAGS)}")
    parts.append(examples_section(action_named("join_conference").examples[:1]))
    parts.append(f"'{PROGRAM} COMMAND --help' tells all about a command.\n")
    return "\n".join(parts)


def action_help(action: Action) -> str:
    """What `swaigctl join-conference --help` says."""
    required = "".join(
        f"{invocation(parameter)} " for parameter in action.parameters if parameter.required
    )
    parameters = (*action.parameters, *command_flags.of(action))
    prose = f"{action.summary} {action.description}".strip()
    return command_help(f"{action.command} {required}[FLAGS]", prose, parameters, action.examples)


def tool_help(tool: Tool) -> str:
    """What `swaigctl respond --help` says."""
    prose = f"{tool.summary} {tool.description}".strip()
    return command_help(f"{tool.command} {tool.usage}", prose, tool.parameters, tool.examples)


def command_help(
    usage: str, prose: str, parameters: Iterable[Parameter], examples: Iterable[Example]
) -> str:
    parts = [filled(f"Usage: {PROGRAM} {usage}", "", "       "), filled(prose)]
    groups: dict[str, list[Parameter]] = {}
    for parameter in (*parameters, HELP):
        groups.setdefault(parameter.group, []).append(parameter)
    parts += [f"{group}:\n{flag_rows(members)}" for group, members in groups.items()]
    return "\n".join([*parts, examples_section(examples)])


def flag_rows(parameters: Iterable[Parameter]) -> str:
    return "".join(row(spellings(each), explanation(each)) for each in parameters)


def spellings(parameter: Parameter) -> str:
    """`--muted, --no-muted`, `-c, --compact`, `--name TEXT`"""
    if parameter.short:
        return f"{parameter.short}, {parameter.flag}"
    if isinstance(parameter.kind, Boolean) and not isinstance(parameter.kind, Switch):
        return f"{parameter.flag}, {parameter.negative_flag}"
    return invocation(parameter)


def invocation(parameter: Parameter) -> str:
    """`--name TEXT`, `--muted`"""
    return f"{parameter.flag} {parameter.kind.metavar}".rstrip()


def explanation(parameter: Parameter, as_flag: bool = True) -> list[tuple[str, str]]:
    """The help with its limits, then what each spelling means: pairs of lead and text."""
    lines = [("", with_limits(parameter, as_flag))]
    rows = [*parameter.meanings.items(), *inside(parameter.kind.fields)]
    width = max((len(word) for word, _ in rows), default=0)
    lines += [(f"  {word:{width}}  ", meaning) for word, meaning in rows]
    return lines


def inside(fields: Iterable[Parameter], prefix: str = "") -> Iterator[tuple[str, str]]:
    """The names that an object has inside, and what each is."""
    for field in fields:
        yield prefix + field.name, with_limits(field)
        yield from inside(field.kind.fields, f"{prefix}{field.name}[].")


def with_limits(parameter: Parameter, as_flag: bool = True) -> str:
    facts = limits(parameter, as_flag)
    joined = "; ".join(each.replace(" ", NO_BREAK) if len(each) < 30 else each for each in facts)
    return f"{parameter.help} [{joined}]" if joined else parameter.help


def limits(parameter: Parameter, as_flag: bool = True) -> Iterator[str]:
    kind = parameter.kind
    inside_object = not parameter.group
    nested = inside_object or not as_flag
    # A flag shows its choices right behind it, and what spellings mean stands below.
    below = bool(parameter.meanings) and not inside_object
    elsewhere = below or (isinstance(kind, Choice) and not nested)
    if isinstance(kind, (Choice, Words)) and not elsewhere:
        yield ", ".join(kind.spellings)
    if parameter.required:
        yield "required"
    if isinstance(kind, (Integer, Number)) and kind.minimum is not None:
        yield f"{kind.minimum} {'or more' if kind.maximum is None else f'to {kind.maximum}'}"
    if kind.repeatable and not nested:
        yield "repeatable"
    if isinstance(kind, Switch) or parameter.default is None:
        return
    if isinstance(kind, Boolean) and not nested:
        yield f"default: {parameter.flag if parameter.default else parameter.negative_flag}"
    else:
        yield f"default: {spelled(parameter.default)}"


def spelled(value: object) -> str:
    """A value as JSON and YAML spell it, text without quotes."""
    return value if isinstance(value, str) else scalar_json(value)


def row(name: str, lines: list[tuple[str, str]]) -> str:
    """A name on the left, and what it is on the right, or below where the name is long."""
    text = "".join(
        filled(line, " " * COLUMN + lead, " " * (COLUMN + len(lead))) for lead, line in lines
    )
    head = f"  {name}"
    return head + text[len(head) :] if len(head) < COLUMN - 1 else f"{head}\n{text}"


def examples_section(examples: Iterable[Example]) -> str:
    return "Examples:\n" + "\n".join(
        f"  # {example.purpose}\n{pasted(f'{PROGRAM} {example.arguments}')}" for example in examples
    )


def pasted(command: str) -> str:
    """A command line, broken before flags so that it fits and can still be pasted."""
    lines = [""]
    for piece in command.replace(" --", "\n--").split("\n"):
        if lines[-1] and len(lines[-1]) + len(piece) > width() - 8:
            lines.append("")
        lines[-1] += f" {piece}" if lines[-1] else piece
    return "  " + " \\\n      ".join(lines) + "\n"


def filled(text: str, first: str = "", rest: str = "") -> str:
    lines = textwrap.wrap(
        text,
        width(),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(NO_BREAK, " ") + "\n"


def width() -> int:
    """`COLUMNS`, or the terminal's width, or 80; never too wide to read nor too narrow to write."""
    return max(40, min(get_terminal_size().columns, WIDEST))
