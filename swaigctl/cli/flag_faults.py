"""What is wrong with how flags are given, and how a line is read on behind it.

Imported only once something is wrong, or may be.
"""

from swaigctl.catalog.program import flags
from swaigctl.catalog.program.documents import DOCUMENT_IN_RESPONSE, FOR, SECTION
from swaigctl.cli.flags import flag_table
from swaigctl.findings import ERROR, NEAREST, WARNING, Finding, flag_of, literal
from swaigctl.findings.messages import shown
from swaigctl.model.kinds import Switch, boolean_meant, is_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.cli.chains import Entry
    from swaigctl.cli.flags import Begins, Doubt, FlagReading, Flags
    from swaigctl.model.entries import Action, Parameter, Verb

FLAG_AS_VALUE = "flag-as-value"


def is_flag(word: str) -> bool:
    """Whether it looks like a flag; `-` alone stands for standard input."""
    return word[:1] == "-" != word


def end_of_unknown(
    arguments: "list[str]", at: int, levels: "Sequence[Flags]", begins: "Begins | None"
) -> int:
    """Keep what is wrong with a flag that no level has; the index where flags can be read again.

    That is the end of the line, unless it is certain where the value of the flag ends.
    """
    flag, equals, _ = arguments[at].partition("=")
    if flag in (flags.HELP.flag, flags.HELP.short):
        levels[0].add_fault(takes_no_value(flag, flags.HELP))
        return at + 1
    levels[0].add_fault(no_flag(flag, levels))
    end = at + 1
    if equals or end == len(arguments) or is_flag(arguments[end]) or begins is None:
        return end
    if begins(arguments[end]):  # the entry, or a value of this name
        return len(arguments)
    behind = end + 1
    ends = behind == len(arguments) or is_flag(arguments[behind]) or begins(arguments[behind])
    return behind if ends else len(arguments)


def is_missing(
    arguments: "list[str]",
    at: int,
    level: "Flags",
    parameter: "Parameter",
    levels: "Sequence[Flags]",
    stops: "tuple[str, ...]",
    begins: "Begins | None",
) -> bool:
    """Whether what stands in place of a flag's value is certainly another flag, which is kept.

    So it is if it has a value of its own. Any other flag may be meant as text: there is a doubt.
    """
    value = arguments[at]
    before = arguments[at - 1]
    name, equals, _ = value.partition("=")
    found = next((each for each in (level.found(name) for level in levels) if each), None)
    if found is None and name not in (*stops, flags.HELP.flag, flags.HELP.short):
        return False
    follows = arguments[at + 1 : at + 2]
    takes_value = (name == SECTION.flag if found is None else found[1] is None) and not equals
    if takes_value and follows and begins and not is_flag(follows[0]) and not begins(follows[0]):
        sentence = f"needs a value: {shown(name)} behind it is the next flag."
        levels[0].add_fault(Finding("usage", sentence, where=before))
        return True
    sentence = (
        "its value is {value}, which is a flag of this command: the value may be missing. "
        "If it is meant, write {meant}."
    )
    finding = Finding(
        "flag-as-value",
        sentence,
        path=(parameter.name,),
        severity=WARNING,
        value=value,
        where=before,
        details={"meant": shown(f"{before}={value}")},
    )
    level.doubts += ((parameter.name, found[0].name if found else "", finding),)
    return False


def note_repeated(level: "Flags", parameter: "Parameter", flag: str, value: "bool | str") -> None:
    """Keep that a flag takes the place of what was given before it, if that is another value.

    That is as usual, so that who calls a command of somebody else's can change what it has. How
    something is printed is told by its looks.
    """
    from swaigctl.cli.json_values import adds_up

    before = level.given[parameter.name]
    if parameter.group == flags.OUTPUT or text_of(before) == text_of(value):
        return
    if not parameter.kind.is_boolean and adds_up(parameter.kind):
        return
    sentence = "is given more than once, with different values: the last one, {value}, counts."
    finding = Finding(
        "given-twice",
        sentence,
        path=(parameter.name,),
        severity=WARNING,
        value=flag if isinstance(value, bool) else value,
        where=flag,
    )
    others = [
        each for each in level.doubts if (each[0], each[2].code) != (parameter.name, finding.code)
    ]
    level.doubts = (*others, (parameter.name, "", finding))


def text_of(given: "bool | str | list[str]") -> str:
    """What counts of what was given for a parameter that takes one value, as text."""
    if isinstance(given, bool):
        return "true" if given else "false"
    return given[-1] if isinstance(given, list) else given


def no_flag(flag: str, levels: "Sequence[Flags]") -> Finding:
    """What to say of a flag that no level has."""
    if flag in levels[0].earlier:
        what = "the response" if flags.POST_PROCESS.flag in levels[0].earlier else "the document"
        sentence = f"is for {what}: give it before its first entry."
        return Finding("usage", sentence, where=flag)
    if flag == FOR.flag and levels[0].command[:4] == "swml" and levels[-1].command == "respond":
        sentence = "is not taken here: a document in a response is always one for calls."
        return Finding("usage", sentence, where=flag)
    if levels[0].command == "respond" and flag in flag_table(DOCUMENT_IN_RESPONSE):
        sentence = "is for one entry: give it behind the entry's name."
        return Finding("usage", sentence, where=flag)
    if flag == "--":
        sentence = "is not used here: each value stands behind its flag."
        return Finding("usage", sentence, where=flag)
    from swaigctl.cli.unknown import pointer_for_flag

    allowed = [each for level in levels for each in level.spellings()]
    return pointer_for_flag(flag, allowed) or Finding(
        "unknown-flag",
        "{value} is not a flag.",
        value=flag,
        allowed=(*dict.fromkeys(allowed), flags.HELP.flag),
        suggestion=NEAREST,
    )


def takes_no_value(flag: str, parameter: "Parameter", word: str = "") -> Finding:
    """What to say of a value that the flag of a boolean can't have, or not as another word."""
    if isinstance(parameter.kind, Switch):
        return Finding("usage", f"takes no value: write '{parameter.flag}'.", where=flag)
    value = literal(word) if is_variable(word) else "true"
    if boolean_meant(word) is False:
        value = "false"
    ways = f"write '{parameter.flag}', '{parameter.negative_flag}' or '{parameter.flag}={value}'."
    how = "takes no value as a separate word" if word else "takes no value"
    return Finding("usage", f"{how}: {ways}", where=flag)


def value_of_boolean(before: str, word: str, levels: "Sequence[Flags]") -> "Finding | None":
    """What to say of a word behind `before`, if that is the flag of a boolean."""
    for level in levels:
        found = level.found(before)
        if found is not None:
            return None if found[1] is None else takes_no_value(before, found[0], word)
    return None


def given_by_flag(word: str, name: str, its: "Flags") -> "str | None":
    """A word without a flag with the flag that it probably lacks, if nothing was given by that."""
    if not name or name in its.given or word[:1] == "-" or len(word) >= 60:
        return None
    from shlex import quote

    return f"{flag_of(name)} {quote(word)}"


def with_flag(finding: Finding, word: str, entry: "Entry") -> Finding:
    """What to say of a word that begins no entry: it may be a value that lacks its flag."""
    if finding.suggestion is not None or finding.details.get("use"):
        return finding
    return finding.but(suggestion=given_by_flag(word, sole_of(entry.described), entry.flags))


def sole_of(described: "Action | Verb") -> str:
    """The parameter that a value without a flag is probably meant for, if there is one."""
    from swaigctl.model.entries import Action

    if isinstance(described, Action):
        return described.sole
    if described.value is not None:
        return described.value.name
    if described.kind.main is not None:
        return described.kind.main.name
    required = [field.name for field in described.fields.values() if field.required]
    return required[0] if len(required) == 1 else ""


def all_wrong(its: "Flags", reading: "FlagReading", ignored: object) -> "list[Finding]":
    """What is wrong with flags and with what was read of their values, in their order.

    What may have come of a missing value is told with it, where anything is wrong at all.
    """
    if not its.faults and not reading.findings:
        return []
    names = list(its.given)
    found = [(at, labelled(each, reading.label)) for at, each in its.faults]
    is_ignored = isinstance(ignored, list) and FLAG_AS_VALUE in ignored
    doubts = [each for each in its.doubts if each[2].code == FLAG_AS_VALUE and not is_ignored]
    told = set()
    for finding in reading.findings:
        doubt = next((each for each in doubts if is_about(finding, each[0])), None)
        if doubt is not None:
            told.add(doubt)
            finding = with_doubt(finding, doubt)
        elif finding.code == "required" and any(is_about(finding, each[1]) for each in doubts):
            continue
        at = next((at for at, name in enumerate(names) if is_about(finding, name)), len(names))
        found.append((at, finding))
    for doubt in doubts:
        if doubt not in told:
            finding = labelled(doubt[2], reading.label).but(severity=ERROR)
            found.append((names.index(doubt[0]) if doubt[0] in names else len(names), finding))
    return [finding for _, finding in sorted(found, key=lambda each: each[0])]


def labelled(finding: Finding, label: str) -> Finding:
    """The finding, saying in which entry of a chain it is."""
    return finding.but(where=": ".join(filter(None, [label, finding.where])))


def is_about(finding: Finding, name: str) -> bool:
    """Whether a finding is about the parameter, or the member, of this name."""
    steps = tuple(name.split("."))
    return bool(name) and (finding.path[:1] == (name,) or finding.path[: len(steps)] == steps)


def with_doubt(finding: Finding, doubt: "Doubt") -> Finding:
    """A finding about a value that is a flag, which says so too."""
    word = literal(shown(doubt[2].value))
    sentence = f"{finding.sentence} {word} is a flag of this command: the value may be missing."
    return finding.but(sentence=sentence, suggestion=None)
