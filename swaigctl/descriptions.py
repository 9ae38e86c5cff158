"""What help, man pages and the reference say of a command: derived from the catalog here, once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import effects, flags
from swaigctl.catalog.program.topics import OUTPUT
from swaigctl.catalog.responses import ANY_ACTION
from swaigctl.cli.flags import spelled
from swaigctl.findings import ERROR, flag_of
from swaigctl.formats.json import compact_json
from swaigctl.model.entries import CALLING, Action, Example, Parameter, Verb
from swaigctl.model.forms import Formatted
from swaigctl.model.further import alternatives, by_themselves, shape_rules, telling_apart
from swaigctl.model.kinds import Boolean, Choice, Integer, Kind, Number, Spelled, Switch
from swaigctl.model.rules import Count, Rule, one_of
from swaigctl.model.shapes import EACH, Field, fields_of, members
from swaigctl.model.tools import Tool
from swaigctl.model.walk import fields_inside

PROGRAM = "swaigctl"
PURPOSE = "Write and check the JSON of SignalWire calls: SWAIG actions and SWML documents."
TOOLS_TITLE = "Whole responses, and about swaigctl"
VERSION = Parameter("version", Switch(), "Print the version.", default=False)
HELP = flags.HELP
PROGRAM_FLAGS = (VERSION, *flags.COLORS, HELP)


class Caution(NamedTuple):
    """A warning for those who read about it: its code, what it is about, and why it is given."""

    code: str
    where: str
    sentence: str


def shown_flag(name: str) -> str:
    """`--trim`; what is no parameter as it is: `ACTION`"""
    return name if name == ANY_ACTION else flag_of(name)


def caution_of(rule: Rule, mention: Callable[[str], str] = shown_flag) -> Caution:
    where = ", ".join(rule.places(mention))
    return Caution(rule.code, where, rule.explanation(mention))


def rules_of_verb(action: Action) -> Iterator[Rule]:
    """What the action's verb says of parameters together, where the action doesn't say the same."""
    if action.verb is None:
        return
    names = action.names_by_place
    own = {(rule.code, name) for rule in action.rules for name in rule.parameters}
    for rule in (*action.verb_rules, *shape_rules(action.verb)):
        known = [(rule.code, names.get(name, name)) in own for name in rule.parameters]
        if not known or not all(known):
            yield rule


def need_of(rule: Rule, mention: Callable[[str], str]) -> tuple[str, str]:
    """An error's code, and what it asks for: of one parameter, or of several that it names."""
    text = rule.explanation(mention)
    where = mention(rule.parameters[0])
    return rule.code, text if where in text or len(rule.parameters) > 1 else f"{where}: {text}"


class Command:
    """A command as a person is told of it, be it an action's, a verb's or a tool's."""

    def __init__(self, described: "Action | Verb | Tool") -> None:
        self.described = described
        self.name = described.command
        self.summary = described.summary
        self.description = described.description
        self.examples: tuple[Example, ...] = described.examples
        self.wire_form = wire_form(described)
        """What it writes, without what stands in it."""
        self.without_effect: dict[str, str] = {}
        """By option: why a flag that it takes can't change what it does."""
        if isinstance(described, Tool):
            self.usage = described.usage
            """What follows the command's name in its usage line."""
            self.accepted: tuple[Parameter, ...] = (*described.parameters, *described.between)
            """All that it takes beside its parameters."""
            own = (each for each in self.accepted if each not in OUTPUT.parameters)
            self.own = with_files(tuple(own))
            """The parameters that are this command's own."""
            self.shared: tuple[Parameter, ...] = (
                *(each for each in self.accepted if each in OUTPUT.parameters),
                HELP,
            )
            """Those that other commands have too, and that have an effect here."""
            self.needs: list[tuple[str, str]] = []
            """What must go together or can't: an error's code, and what it asks for."""
            self.cautions = [caution_of(rule) for rule in described.rules]
            """What is warned of."""
            self.source = ""
            self.sample = described.sample
            """The file that the examples are about: its name, and what it says."""
        elif isinstance(described, Verb):
            self.name = verb_command(described)
            its = (*described.rules, *shape_rules(described))
            usages = (
                *map(invocation, needed_by(described)),
                *usage_of_needs(its, described.fields),
            )
            self.usage = " ".join((*usages, "[FLAGS]"))
            self.own = with_files(parameters_of_verb(described))
            of_document = document_flags.DOCUMENT_OUTPUTS
            self.accepted = (*document_flags.of_verb(described), *of_document)
            self.shared = (*effects.of_verb(described), *of_document, HELP)
            self.without_effect = effects.without_effect_for_verb(described)
            self.needs = [need_of(rule, shown_flag) for rule in its if rule.severity == ERROR]
            self.cautions = [caution_of(rule) for rule in its if rule.severity != ERROR]
            self.source = described.source
            self.sample = None
            shapes = telling_apart(described)
            if len(shapes) > 1:
                named = (f"'{flag_of(name)}'" for name in shapes)
                self.description += f" Give one of {', '.join(named)}."
            if described.sets:
                self.description += f" It sets {', '.join(described.sets)}."
            self.description = self.description.strip()
        else:
            beside = effects.of_action(described)
            self.accepted = flags.of(described)
            own = (each for each in beside if each is flags.TRANSFER)
            self.own = with_files((*by_themselves(described), *own))
            instead = alternatives(described)
            required = (
                each for each in described.parameters if each.required and each.name not in instead
            )
            fields = {each.name: each for each in described.all_parameters}
            needs = (*described.rules, *((one_of(*instead),) if instead else ()))
            usages = (*map(shown_once, required), *usage_of_needs(needs, fields))
            self.usage = " ".join((*usages, "[FLAGS]"))
            self.shared = (*(each for each in beside if each is not flags.TRANSFER), HELP)
            self.without_effect = effects.without_effect(described)
            names = described.names_by_place

            def shown_flag_of_place(name: str) -> str:
                return shown_flag(names.get(name, name))

            rules = [
                *((rule, shown_flag) for rule in described.rules),
                *((rule, shown_flag_of_place) for rule in rules_of_verb(described)),
                *((rule, shown_flag) for rule in effects.rules_of(described)),
            ]
            self.needs = [
                need_of(rule, mention) for rule, mention in rules if rule.severity == ERROR
            ]
            self.cautions = [
                caution_of(rule, mention) for rule, mention in rules if rule.severity != ERROR
            ]
            self.source = described.source
            self.sample = None

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return self.own + self.shared

    @property
    def hidden(self) -> dict[Parameter, str]:
        """The flags that it takes and that can't change what it does, and why they can't."""
        without = self.without_effect
        return {each: without[each.option] for each in self.accepted if each.option in without}

    @property
    def carries(self) -> "Verb | None":
        """The verb that an action writes, if it is one that does."""
        return self.described.verb if isinstance(self.described, Action) else None

    @property
    def prose(self) -> str:
        return f"{self.summary} {self.description}".strip()


def verb_command(verb: Verb) -> str:
    """What follows `swaigctl` in front of the verb's flags."""
    flavour = "" if verb.flavour == CALLING else f"--for {verb.flavour} "
    return f"swml {flavour}{verb.command}"


def needed_by(verb: Verb) -> list[Parameter]:
    """The parameters that a verb needs, whichever of its shapes it has."""
    if verb.value is not None:
        return [Parameter.of(verb.value)] if verb.value.required else []
    shapes = [fields_of(each) for each in getattr(verb.kind, "branches", (verb.kind,))]
    objects = [each for each in shapes if each]
    return [
        Parameter.of(field)
        for name, field in (objects[0] if objects else {}).items()
        if all(name in each and each[name].required for each in objects)
    ]


def with_files(parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
    """The parameters, each that is prose followed by the flag that takes its text from a file."""
    return tuple(flag for each in parameters for flag in (each, each.from_file) if flag is not None)


def parameters_of_action(action: Action) -> Iterator[Parameter]:
    """The parameters of an action and the members of objects inside them, each with its flag."""
    parameters: dict[str, Field] = {each.name: each for each in action.all_parameters}
    for path, field in members(parameters):
        yield field if isinstance(field, Parameter) else Parameter.of(field, path, at=path)


def parameters_of_verb(verb: Verb) -> tuple[Parameter, ...]:
    """The parameters of a verb and the members of objects inside them, each with its flag."""
    needed = [each.name for each in needed_by(verb)]
    return tuple(
        Parameter.of(
            field,
            path,
            at=path,
            required=field.required and ("." in path or path in needed),
            group=field.group if "." not in path else f"Inside {flag_of(path.rpartition('.')[0])}",
            parts_have_flags=True,
        )
        for path, field in members(verb.fields)
    )


def grouped(parameters: Iterable[Parameter]) -> dict[str, list[Parameter]]:
    """The parameters under their headings, in the order of the catalog."""
    groups: dict[str, list[Parameter]] = {}
    for parameter in parameters:
        groups.setdefault(parameter.group, []).append(parameter)
    return groups


def wire_form(described: "Action | Verb | Tool") -> str:
    """`{"say": …}`, `{"SWML": …} with the step {"connect": …}`; empty for a part of an action."""
    if isinstance(described, Tool):
        return ""
    if isinstance(described, Verb):
        return step_form(described.name)
    place = described.place
    if place.verb:
        step = step_form(place.verb.name, **described.body.fixed)
        return f'{{"SWML": …}} with the step {step}'
    if place.carries_swml:
        return '{"SWML": …}'
    if place.key_parameter:
        return f"{{{described.parameter(place.key_parameter).kind.metavar}: …}}"
    return f'{{"{place.key}": …}}' if place.key else ""


def step_form(verb: str, **fixed: object) -> str:
    """`{"play": …}`, `{"execute_rpc": {"method": "dial", …}}`"""
    members = "".join(f"{compact_json(name)}: {compact_json(its)}, " for name, its in fixed.items())
    return f'{{"{verb}": {f"{{{members}…}}" if members else "…"}}}'


def spellings(parameter: Parameter) -> tuple[str, ...]:
    """The flags that set it: `-c` and `--compact`, `--muted` and `--no-muted`, or just one."""
    return tuple(sorted((flag for flag, _ in spelled(parameter)), key=is_long))


def is_long(flag: str) -> bool:
    return flag[:2] == "--"


def invocation(parameter: Parameter) -> str:
    """`--name TEXT`, `--destination, --to ADDRESS`, `--muted`"""
    flags = ", ".join((parameter.flag, *parameter.also_flags))
    return f"{flags} {parameter.kind.metavar}".rstrip()


def shown_once(parameter: Parameter) -> str:
    """The flag with what it takes, without its other spellings: `--format json|yaml`"""
    return f"{parameter.flag} {parameter.kind.metavar}".rstrip()


def usage_of_needs(rules: Iterable[Rule], fields: Mapping[str, Field]) -> Iterator[str]:
    """What a usage line shows of parameters of which one is needed: `{--body TEXT | --media}`

    What a flag takes is left out where that has strokes of its own.
    """
    for rule in rules:
        condition = rule.condition
        if rule.severity == ERROR and isinstance(condition, Count) and condition.at_least == 1:
            flags_of_it = (
                shown_once(Parameter.of(fields[name]))
                if "|" not in fields[name].kind.metavar
                else flag_of(name)
                for name in rule.parameters
            )
            yield f"{{{' | '.join(flags_of_it)}}}"


def inside(parameter: Field) -> Iterator[tuple[str, Field]]:
    """The names that objects inside have, to any depth, and what each is.

    Those that have flags of their own are left out. A name that several shapes have is one, with
    what it is in each of them.
    """
    has_flags = isinstance(parameter, Parameter) and parameter.parts_have_flags
    found: dict[str, Field] = {}
    for path, field in fields_inside(parameter.kind):
        first = next((step for step in path if isinstance(step, str)), "")
        if has_flags and first != EACH:
            continue
        name = inner_name(path)
        known = found.setdefault(name, field)
        if known.help != field.help and field.help not in known.help:
            both = f"{known.help} {field.help}"
            found[name] = known.but(help=both, required=known.required and field.required)
    yield from found.items()


def same_inside(parameters: Iterable[Parameter]) -> dict[str, str]:
    """By a parameter's name: that of one before it that has just the same names inside."""
    known: dict[tuple[object, ...], str] = {}
    same = {}
    for parameter in parameters:
        names = tuple((name, field.help) for name, field in inside(parameter))
        if names and known.setdefault(names, parameter.name) != parameter.name:
            same[parameter.name] = known[names]
    return same


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
    if getattr(kind, "variable", False) and not isinstance(kind, Formatted):
        yield "a SWML variable too"
    if kind.repeatable and as_flag:
        yield "repeatable"
    if isinstance(parameter, Parameter) and parameter.always and not parameter.required:
        beside = f" beside {flag_of(parameter.beside)}" if parameter.beside else ""
        yield f"always written{beside}"


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


def said_of_member(member: Parameter, members: tuple[Parameter, ...]) -> str:
    """A member of a plan: what it is, and what it may be."""
    from swaigctl.catalog.program.plans import help_in

    default = default_of(member, as_flag=False)
    facts = [
        str(member.kind.allowed),
        *(["required"] if member.required else []),
        *([f"default: {default}"] if default else []),
    ]
    return f"{help_in(member, members)} [{'; '.join(facts)}]"


def pasted(arguments: str, width: int) -> list[str]:
    """The command line's lines, broken before flags so that they fit and can still be pasted."""
    lines = [""]
    for piece in f"{PROGRAM} {arguments}".replace(" --", "\n--").split("\n"):
        if lines[-1] and len(lines[-1]) + len(piece) > width - 8:
            lines.append("")
        lines[-1] += f" {piece}" if lines[-1] else piece
    return [f"{line} \\" for line in lines[:-1]] + lines[-1:]
