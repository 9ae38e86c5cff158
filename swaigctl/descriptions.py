"""What help, man pages and the reference say of a command: derived from the catalog here, once."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from swaigctl.catalog.program import flags
from swaigctl.catalog.responses import ANY_ACTION
from swaigctl.findings import ERROR, flag_of
from swaigctl.formats.json import compact_json
from swaigctl.model.entries import Action, Example, Parameter
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import Boolean, Choice, Integer, Kind, Number, Spelled, Switch
from swaigctl.model.rules import Rule
from swaigctl.model.shapes import EACH, Field
from swaigctl.model.tools import Tool
from swaigctl.model.walk import fields_inside

PROGRAM = "swaigctl"
PURPOSE = "Write the JSON that steers a SignalWire call: SWAIG actions and SWML documents."
TOOLS_TITLE = "Whole responses, and about swaigctl"
VERSION = Parameter("version", Switch(), "Print the version.", default=False)
HELP = Parameter("help", Switch(), "Print this help.", group="Help", default=False, short="-h")
PROGRAM_FLAGS = (VERSION, flags.NO_COLOR, HELP)


class Caution(NamedTuple):
    """A warning for those who read about it: its code, what it is about, and why it is given."""

    code: str
    where: str
    sentence: str


def shown_flag(name: str) -> str:
    """`--trim`; what is no parameter as it is: `ACTION`"""
    return name if name == ANY_ACTION else flag_of(name)


def caution_of(rule: Rule) -> Caution:
    where = ", ".join(rule.places(shown_flag))
    return Caution(rule.code, where, rule.explanation(shown_flag))


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
            self.cautions = [caution_of(rule) for rule in described.rules]
            """What is warned of."""
            self.source = ""
            self.sample = described.sample
            """The file that the examples are about: its name, and what it says."""
        else:
            required = (invocation(each) for each in described.parameters if each.required)
            self.usage = " ".join((*required, "[FLAGS]"))
            self.own = described.parameters
            self.shared = (*flags.of(described), HELP)
            needs = [rule for rule in described.rules if rule.severity == ERROR]
            others = [rule for rule in described.rules if rule.severity != ERROR]
            self.needs = [(rule.code, rule.explanation(shown_flag)) for rule in needs]
            self.cautions = [caution_of(rule) for rule in (*others, *flags.rules_of(described))]
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


def inside(kind: Kind) -> Iterator[tuple[str, Field]]:
    """The names that objects inside have, to any depth, and what each is."""
    for path, field in fields_inside(kind):
        yield inner_name(path), field


def inner_name(path: tuple[str | int, ...]) -> str:
    """`actions[].type`: a path inside a kind, without the branches of unions."""
    name = ""
    for step in path:
        if step == EACH:
            name += "[]"
        elif isinstance(step, str):
            name += f".{step}"
    return name.lstrip("[].")


def is_nested(parameter: Field) -> bool:
    """Whether it is a name inside an object, and no flag."""
    return not isinstance(parameter, Parameter)


def limits(parameter: Field, as_flag: bool = True) -> Iterator[str]:
    """What a value must be, beyond what is shown elsewhere: phrases for a list.

    A flag shows its choices right behind it; what spellings mean stands below a parameter.
    """
    kind = parameter.kind
    as_flag = as_flag and not is_nested(parameter)
    below = bool(parameter.meanings) and not is_nested(parameter)
    elsewhere = below or (isinstance(kind, Choice) and as_flag)
    if isinstance(kind, Spelled) and not elsewhere:
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
    """What the kind allows, where its placeholder can't say it: `an object or a list`"""
    if isinstance(kind, Formatted):
        return kind.form
    return kind.allowed if kind.takes_json and kind.json_types else ""


def default_of(parameter: Field, as_flag: bool = True) -> str:
    """The default as a command line, or the object that it is in, spells it; empty for none."""
    if isinstance(parameter.kind, Switch) or parameter.default is None:
        return ""
    if isinstance(parameter.kind, Boolean) and as_flag and isinstance(parameter, Parameter):
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
