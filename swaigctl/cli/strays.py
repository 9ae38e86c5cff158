"""Words that stand where a flag is due, and which flag with which value they were meant for.

Imported only where there is such a word. What is suggested was read before as it would be read, so
that it is no mistake again.
"""

from shlex import quote

from swaigctl.cli.flags import FlagReading
from swaigctl.findings import Refused, SwaigctlError, Typed, flag_of
from swaigctl.model.entries import Action
from swaigctl.model.kinds import Choice, Spelled, Switch, boolean_meant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.cli.flags import Flags
    from swaigctl.model.entries import Parameter, Verb
    from swaigctl.model.shapes import Field

MOST_OF_A_VALUE = 60
"""As much of a value as a suggestion repeats."""


def boolean_in(word: str) -> "bool | None":
    """The boolean that a word on a command line stands for."""
    return {"1": True, "0": False}.get(word, boolean_meant(word))


def setting(parameter: "Parameter", flag: str, value: bool) -> str:
    """The flag that sets a boolean so, under the name by which it is asked for."""
    if value:
        return flag
    return f"{flag}=false" if isinstance(parameter.kind, Switch) else f"--no-{flag[2:]}"


def named(arguments: "list[str]", at: int, its: "Flags") -> "str | None":
    """The flag that is named by a word without its hyphens: `text=hello`, `text hello`."""
    name, equals, value = arguments[at].partition("=")
    flag = flag_of(name)
    found = its.found(flag) if name and len(name) < MOST_OF_A_VALUE else None
    if found is None or found[0].name in its.given:
        return None
    parameter, boolean = found
    behind = arguments[at + 1 : at + 2]
    if not equals and behind and behind[0][:1] != "-":
        value = behind[0]
    if boolean is None:
        if not value and not equals:
            return given(parameter, flag, parameter.kind.metavar or "VALUE")
        return given(parameter, flag, value)
    meant = boolean_in(value) if equals or value else True
    if meant is None:
        return setting(parameter, flag, boolean) if not equals else None
    return setting(parameter, flag, meant is boolean)


def given(parameter: "Parameter", flag: str, word: str) -> "str | None":
    """The flag with a word as its value; None if this would be refused, or is hardly meant."""
    if parameter.kind.is_boolean:
        meant = boolean_in(word)
        return None if meant is None else setting(parameter, flag, meant)
    is_wrong = word[:1] == "-" or len(word) >= MOST_OF_A_VALUE
    if is_wrong or not is_read(parameter, word):
        return None
    return Typed(f"{flag} {quote(word)}")


def is_read(parameter: "Parameter", word: str) -> bool:
    """Whether a word is read as a value of the parameter, and may be meant as one."""
    if word[:1] == "@" and parameter.kind.takes_json:
        from swaigctl.formats.inputs import is_regular_file

        return is_regular_file(word[1:])
    reading = FlagReading()
    try:
        values = reading.values((parameter,), {parameter.name: [word]})
    except (Refused, SwaigctlError):
        return False
    if reading.findings or parameter.name not in values:
        return False
    # `true` is hardly something to say, or the name of a file.
    is_text = values[parameter.name] == word and not isinstance(parameter.kind, Spelled)
    return not is_text or boolean_meant(word) is None


def value_of(word: str, names: "tuple[str, ...]", its: "Flags") -> "str | None":
    """The flag that a word is the value of: that of the first of these parameters to take it."""
    for name in names:
        found = its.found(flag_of(name))
        if found is None or found[0].name in its.given:
            continue
        suggestion = given(found[0], flag_of(name), word)
        if suggestion is not None:
            return suggestion
    return None


def candidates(described: "Action | Verb") -> "tuple[str, ...]":
    """The parameters that a value without a flag is probably meant for, the likeliest first."""
    fields: Iterable[Field] = (
        described.parameters if isinstance(described, Action) else described.fields.values()
    )
    names = [sole_of(described)]
    names += [field.name for field in fields if field.required][:1]
    names += [field.name for field in fields if isinstance(field.kind, Choice)][:1]
    return tuple(dict.fromkeys(filter(None, names)))


def sole_of(described: "Action | Verb") -> str:
    """The parameter of which the entry mainly consists, if there is one."""
    if isinstance(described, Action):
        return described.sole
    if described.value is not None:
        return described.value.name
    return described.kind.main.name if described.kind.main is not None else ""


def needed(described: "Action | Verb", its: "Flags") -> "tuple[str, ...]":
    """The parameter that a value is likely to be meant for because the entry lacks it."""
    for name in candidates(described)[:2]:
        found = its.found(flag_of(name))
        if found is not None and found[0].required and not its.given:
            return (name,)
    return ()


def is_needless(action: Action, word: str) -> bool:
    """Whether a word says only what the action by itself says: that it is true."""
    if boolean_in(word) is not True or any(each.required for each in action.parameters):
        return False
    return action.body.write(action, {}, "auto") is True


def document_line(action: Action, word: str) -> "str | None":
    """The command line of a document with the verb that a word names, behind `SWML`."""
    from swaigctl.catalog import SWML_METHOD
    from swaigctl.catalog.verbs import verb_called
    from swaigctl.cli.unknown import verb_line

    verb = verb_called(word) if action.name == SWML_METHOD else None
    return None if verb is None else verb_line(verb)


def flag_instead(flag: str, value: str, its: "Flags") -> "str | None":
    """What to write for a flag that an entry has not got, where its name tells that."""
    found = its.found("--" + flag[5:]) if flag[:5] == "--no-" else None
    if found is not None and isinstance(found[0].kind, Switch):
        return setting(found[0], "--" + flag[5:], False)
    name = flag.lstrip("-").replace("-", "_")
    described = its.described
    if described is None or not name:
        return None
    for meant, template in meant_by(described, name):
        parameter = its.found(flag_of(meant))
        if parameter is None or parameter[0].name in its.given:
            continue
        if not value:
            return flag_of(meant) if template == VALUE else None
        suggestion = given(parameter[0], flag_of(meant), template.format(value=value))
        if suggestion is not None:
            return suggestion
    return None


VALUE = "{value}"


def meant_by(described: "Action | Verb", name: str) -> "list[tuple[str, str]]":
    """The parameters that have another name elsewhere, each with what its value becomes."""
    from swaigctl.catalog.meant import parameter_meant

    verb = described.verb if isinstance(described, Action) else described
    found = []
    if isinstance(described, Action):
        found += parameter_meant(described.name, name)
    if verb is not None:
        from swaigctl.catalog.verbs.instead import parameter_instead

        instead = parameter_instead(verb.flavour, verb.name, name)
        if instead is not None and instead[0] and not instead[1]:
            found += [(instead[0], VALUE), (instead[0], f"say:{VALUE}")]
    return found


def as_member(flag: str, value: str, its: "Flags") -> "str | None":
    """A flag as a member of the one map that an entry has: `--vars a=1` for `--a 1`."""
    if its.described is None or not value:
        return None
    word = f"{flag.lstrip('-')}={value}"
    for name in candidates(its.described):
        found = its.found(flag_of(name))
        if found is not None and found[0].kind.takes_json:
            return given(found[0], flag_of(name), word)
    return None
