"""What help, man pages and the reference say of a command: derived from the catalog here, once."""

from collections.abc import Iterable, Iterator

from swaigctl.catalog import command_flags
from swaigctl.catalog.actions import Action, Example, Parameter
from swaigctl.catalog.chains import DESCRIBED
from swaigctl.catalog.kinds import Boolean, Choice, Integer, Json, Kind, Number, Switch, Words
from swaigctl.catalog.special_kinds import Formatted
from swaigctl.catalog.tools import Tool
from swaigctl.formats.json import compact_json

PROGRAM = "swaigctl"
PURPOSE = "Write the JSON that steers a SignalWire call: SWAIG actions and SWML documents."
TOOLS_TITLE = "Whole responses, and about swaigctl"
VERSION = Parameter("version", Switch(), "Print the version.", default=False)
HELP = Parameter("help", Switch(), "Print this help.", group="Help", default=False, short="-h")
PROGRAM_FLAGS = (VERSION, command_flags.NO_COLOR, HELP)


class Command:
    """A command as a person is told of it, be it an action's or a tool's."""

    def __init__(self, described: "Action | Tool") -> None:
        self.described = described
        self.name = described.command
        self.summary = described.summary
        self.description = described.description
        self.examples: tuple[Example, ...] = described.examples
        if isinstance(described, Tool):
            self.usage = described.usage
            """What follows the command's name in its usage line."""
            self.own = described.parameters
            """The parameters that are this command's own."""
            self.shared: tuple[Parameter, ...] = (HELP,)
            """Those that other commands have too."""
            self.needs: list[tuple[str, str]] = []
            """What must go together or can't: an error's code, and what it asks for."""
            self.cautions = list(DESCRIBED if described.chains else ())
            """What is warned of."""
            self.source = ""
            self.sample = described.sample
            """The file that the examples are about: its name, and what it says."""
        else:
            required = (invocation(each) for each in described.parameters if each.required)
            self.usage = " ".join((*required, "[FLAGS]"))
            self.own = described.parameters
            self.shared = (*command_flags.of(described), HELP)
            self.needs = [each for need in described.needs for each in need.described]
            rules = (rule.described for rule in described.cautions)
            self.cautions = [*rules, *command_flags.cautions_of(described)]
            self.source = described.source
            self.sample = None

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return self.own + self.shared

    @property
    def prose(self) -> str:
        return f"{self.summary} {self.description}".strip()


def grouped(parameters: Iterable[Parameter]) -> dict[str, list[Parameter]]:
    """The parameters under their headings, in the order of the catalog."""
    groups: dict[str, list[Parameter]] = {}
    for parameter in parameters:
        groups.setdefault(parameter.group, []).append(parameter)
    return groups


def spellings(parameter: Parameter) -> tuple[str, ...]:
    """The flags that set it: `-c` and `--compact`, `--muted` and `--no-muted`, or just one."""
    if parameter.short:
        return parameter.short, parameter.flag
    if isinstance(parameter.kind, Boolean) and not isinstance(parameter.kind, Switch):
        return parameter.flag, parameter.negative_flag
    return (parameter.flag,)


def invocation(parameter: Parameter) -> str:
    """`--name TEXT`, `--muted`"""
    return f"{parameter.flag} {parameter.kind.metavar}".rstrip()


def inside(fields: Iterable[Parameter], prefix: str = "") -> Iterator[tuple[str, Parameter]]:
    """The names that an object has inside, to any depth, and what each is."""
    for field in fields:
        yield prefix + field.name, field
        yield from inside(field.kind.fields, f"{prefix}{field.name}[].")


def is_nested(parameter: Parameter) -> bool:
    """Whether it is a name inside an object, and no flag."""
    return not parameter.group


def limits(parameter: Parameter, as_flag: bool = True) -> Iterator[str]:
    """What a value must be, beyond what is shown elsewhere: phrases for a list.

    A flag shows its choices right behind it; what spellings mean stands below a parameter.
    """
    kind = parameter.kind
    as_flag = as_flag and not is_nested(parameter)
    below = bool(parameter.meanings) and not is_nested(parameter)
    elsewhere = below or (isinstance(kind, Choice) and as_flag)
    if isinstance(kind, (Choice, Words)) and not elsewhere:
        yield ", ".join(kind.spellings)
    if parameter.required:
        yield "required"
    if limit := range_of(kind):
        yield limit
    if kind.repeatable and as_flag:
        yield "repeatable"


def range_of(kind: Kind) -> str:
    """`1 to 250`, `1 or more`, or nothing where there is no limit"""
    if not isinstance(kind, (Integer, Number)) or kind.minimum is None:
        return ""
    return f"{kind.minimum} {'or more' if kind.maximum is None else f'to {kind.maximum}'}"


def form_of(kind: Kind) -> str:
    """What the kind allows, where its placeholder can't say it: `an object or an array`"""
    return kind.allowed if isinstance(kind, (Formatted, Json)) else ""


def default_of(parameter: Parameter, as_flag: bool = True) -> str:
    """The default as a command line, or the object that it is in, spells it; empty for none."""
    if isinstance(parameter.kind, Switch) or parameter.default is None:
        return ""
    if isinstance(parameter.kind, Boolean) and as_flag and not is_nested(parameter):
        return parameter.flag if parameter.default else parameter.negative_flag
    default = parameter.default
    return default if isinstance(default, str) else compact_json(default)


def pasted(arguments: str, width: int) -> list[str]:
    """The command line's lines, broken before flags so that they fit and can still be pasted."""
    lines = [""]
    for piece in f"{PROGRAM} {arguments}".replace(" --", "\n--").split("\n"):
        if lines[-1] and len(lines[-1]) + len(piece) > width - 8:
            lines.append("")
        lines[-1] += f" {piece}" if lines[-1] else piece
    return [f"{line} \\" for line in lines[:-1]] + lines[-1:]
