"""What is wrong with how flags are given, and how a line is read on behind it.

Imported only once something is wrong, or may be.
"""

from swaigctl.catalog.program import flags
from swaigctl.catalog.program.documents import DOCUMENT_IN_RESPONSE, FOR, SECTION
from swaigctl.cli.flags import flag_table
from swaigctl.findings import ERROR, NEAREST, WARNING, Finding, literal
from swaigctl.findings.messages import shown
from swaigctl.model.entries import FROM_FILE
from swaigctl.model.kinds import Switch, is_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from swaigctl.cli.chains import Entry, ResponseLine
    from swaigctl.cli.flags import Begins, Doubt, FlagReading, Flags, Found
    from swaigctl.model.entries import Parameter

FLAG_AS_VALUE = "flag-as-value"
NO_COMMAND = "{value} is not a command."


def is_flag(word: str) -> bool:
    """Whether it looks like a flag; `-` alone stands for standard input."""
    return word[:1] == "-" != word


def found_by(flag: str, levels: "Sequence[Flags]") -> "tuple[Flags, Found] | None":
    """The first level that has a flag, and what the flag sets there; None if no level has it."""
    for level in levels:
        found = level.found(flag)
        if found is not None:
            return level, found
    return None


def end_of_unknown(
    arguments: "list[str]",
    at: int,
    levels: "Sequence[Flags]",
    stops: "tuple[str, ...]",
    begins: "Begins | None",
) -> int:
    """Keep what is wrong with a flag that no level has; the index where flags can be read again.

    That is the end of the line, unless it is certain where the value of the flag ends.
    """
    flag, _, value = arguments[at].partition("=")
    if flag in (flags.HELP.flag, flags.HELP.short):
        levels[0].add_fault(takes_no_value(flag, flags.HELP, value))
        return at + 1
    if begins is not None:
        name_at = entry_taken_as_value(arguments, at, levels, begins)
        if name_at:
            before, word = arguments[name_at - 1 : name_at + 1]
            take_back(before, levels)
            levels[0].add_fault(of_entry_taken_as_value(flag, before, word))
            is_document = begins(word) is True
            return len(arguments) if is_document else next_entry(arguments, at, stops, begins)
    follows = arguments[at + 1] if at + 1 < len(arguments) else ""
    finding = no_flag(flag, levels, value or ("" if is_flag(follows) else follows))
    end = end_of_value(arguments, at, begins)
    levels[0].add_fault(finding, None if end is None else parameter_meant(finding, levels))
    return len(arguments) if end is None else end


def end_of_value(arguments: "list[str]", at: int, begins: "Begins | None") -> "int | None":
    """The index behind the value of an unknown flag, if it has one; None if that is not certain."""
    end = at + 1
    has_none = "=" in arguments[at] or end == len(arguments) or is_flag(arguments[end])
    if has_none or begins is None:
        return end
    if begins(arguments[end]):  # the entry, or a value of this name
        return None
    behind = end + 1
    ends = behind == len(arguments) or is_flag(arguments[behind]) or begins(arguments[behind])
    return behind if ends else None


def parameter_meant(finding: Finding, levels: "Sequence[Flags]") -> "Parameter | None":
    """The parameter that an unknown flag is certainly meant for; None if several are like it."""
    from swaigctl.findings.messages import is_misspelling

    flag = str(finding.value)
    if finding.meant is not NEAREST or not isinstance(finding.allowed, tuple):
        return None
    like = {str(each) for each in finding.allowed if is_misspelling(flag[2:], str(each)[2:])}
    if finding.suggestion not in like:
        return None
    found = [found_by(each, levels) for each in like]
    parameters = [None if each is None else each[1][0] for each in found]
    names = {None if each is None else each.name.removesuffix(FROM_FILE) for each in parameters}
    return parameters[0] if len(names) == 1 else None


def are_explained(its: "Flags") -> bool:
    """Whether each fault is about a parameter that is known, so that all others were not given.

    What gives all parameters, or asks for none, leaves that open.
    """
    from swaigctl.cli.flags import meant_by

    leave_open = {flags.PARAMS.name, flags.PARAMS_OBJECT.name, flags.SKELETON.name}
    return len(its.meant) == len(its.faults) and leave_open.isdisjoint(meant_by(its))


def entry_taken_as_value(
    arguments: "list[str]", at: int, levels: "Sequence[Flags]", begins: "Begins"
) -> int:
    """The index of an entry's name that a flag has taken as its value; 0 if there is none.

    So it probably is where an unknown flag behind it is one of that entry's: the value of the flag
    before was a variable of the shell that is not set.
    """
    flag = arguments[at].partition("=")[0]
    for index in range(at - 1, 0, -1):
        entry = None if is_flag(arguments[index]) else begins(arguments[index])
        if not entry:
            continue
        if not takes_value(arguments[index - 1], levels):
            return 0
        if has_flag(entry, flag, levels[-1].command):
            return index
    return 0


def takes_value(flag: str, levels: "Sequence[Flags]") -> bool:
    """Whether the word behind a flag is its value."""
    found = found_by(flag, levels)
    return flag == SECTION.flag if found is None else found[1][1] is None


def take_back(flag: str, levels: "Sequence[Flags]") -> None:
    """Forget the last value of a flag, so that nothing is told of that itself."""
    found = found_by(flag, levels)
    if found is None:
        return
    level, (parameter, _) = found
    texts = level.given.get(parameter.name)
    if isinstance(texts, list):
        level.given[parameter.name] = texts[:-1]
        if len(texts) == 1:
            del level.given[parameter.name]


def has_flag(entry: object, flag: str, command: str) -> bool:
    """Whether an entry, as `begins` tells it, may stand on the line of a command and has a flag."""
    from swaigctl.cli.flags import ActionFlags, member_found
    from swaigctl.model.entries import Action, Verb

    if isinstance(entry, Verb):
        return member_found(entry.fields, flag) is not None
    if isinstance(entry, Action):
        return command == "respond" and ActionFlags(entry, in_chain=True).found(flag) is not None
    return command == "respond" and flag in flag_table(DOCUMENT_IN_RESPONSE)


def of_entry_taken_as_value(flag: str, before: str, word: str) -> Finding:
    """What to say of a flag that belongs to the entry whose name was taken as a value."""
    sentence = (
        "{value} is not a flag here, but one of {entry}, which was taken as the value of "
        "{before}: is a value missing?"
    )
    details = {"entry": shown(word), "before": shown(before)}
    return Finding("unknown-flag", sentence, value=flag, details=details)


def next_entry(
    arguments: "list[str]", start: int, stops: "tuple[str, ...]", begins: "Begins"
) -> int:
    """The index from where a line is read on, behind an entry whose name was taken as a value.

    A name behind a flag may be a value.
    """
    for index in range(start, len(arguments)):
        word = arguments[index]
        if word.partition("=")[0] in stops:
            return index
        if not is_flag(word) and begins(word) and not is_flag(arguments[index - 1]):
            return index
    return len(arguments)


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
    found = found_by(name, levels)
    if found is None and name not in (*stops, flags.HELP.flag, flags.HELP.short):
        return False
    follows = arguments[at + 1 : at + 2]
    has_value = not equals and takes_value(name, levels)
    if has_value and follows and begins and not is_flag(follows[0]) and not begins(follows[0]):
        sentence = f"needs a value: {shown(name)} behind it is the next flag."
        levels[0].add_fault(Finding("usage", sentence, where=before), parameter)
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
    level.doubts += ((parameter.name, found[1][0].name if found else "", finding),)
    return False


def lost_pluses(name: str, value: object) -> "Iterator[Finding]":
    """A warning for each number that may be a phone number which lost its plus in YAML."""
    from swaigctl.check.spelling import SENTENCE, may_be_phone_number
    from swaigctl.model.shapes import ANY_JSON
    from swaigctl.model.walk import visits

    for path, _, member in visits(ANY_JSON, value):
        text = getattr(member, "as_written", "")
        if text and may_be_phone_number(text):
            finding = Finding("lost-plus", SENTENCE, path=(name, *path), severity=WARNING)
            yield finding.but(value=member, suggestion=text)


def note_repeated(level: "Flags", parameter: "Parameter", flag: str, value: "bool | str") -> None:
    """Keep that a flag takes the place of what was given before it, if that is another value.

    That is as usual, so that who calls a command of somebody else's can change what it has. How
    something is printed is told by its looks.
    """
    before = level.given[parameter.name]
    if parameter.group == flags.OUTPUT or text_of(before) == text_of(value):
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


def no_flag(flag: str, levels: "Sequence[Flags]", value: str = "") -> Finding:
    """What to say of a flag that no level has; `value` may have been meant for it."""
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
    pointer = pointer_for_flag(flag, allowed, [level.command for level in levels])
    if pointer is not None:
        return pointer
    from swaigctl.cli.strays import as_member, flag_instead

    finding = Finding(
        "unknown-flag",
        "{value} is not a flag.",
        value=flag,
        allowed=(*dict.fromkeys(allowed), flags.HELP.flag),
        suggestion=NEAREST,
    )
    instead = next(filter(None, (flag_instead(flag, value, each) for each in levels)), None)
    # One letter or two are like too many flags.
    if instead is None and (len(flag) <= len("--ab") or finding.suggestion is None):
        instead = as_member(flag, value, levels[0])
    return finding if instead is None else finding.but(suggestion=instead)


def takes_no_value(flag: str, parameter: "Parameter", value: str = "", word: str = "") -> Finding:
    """What to say of a value that the flag of a boolean can't have, or not as another word.

    What was meant comes first: `--no-muted` for `--no-muted=true`, and for `--muted off`.
    """
    from swaigctl.cli.strays import boolean_in, setting

    how = "takes no value as a separate word" if word else "takes no value"
    value = value or word
    is_negative = flag[:5] == "--no-" and flag not in (parameter.flag, *parameter.also_flags)
    positive = parameter.flag
    if flag[:2] == "--":
        positive = f"--{flag[5:]}" if is_negative else flag
    is_switch = isinstance(parameter.kind, Switch)
    meant = boolean_in(value)
    if meant is None and is_variable(value) and not is_negative and not is_switch:
        ways = [f"{positive}={value}"]
    elif meant is None:
        ways = [positive] if is_switch else [positive, f"--no-{positive[2:]}"]
        ways += [] if is_switch else [f"{positive}=true"]
    else:
        is_true = meant is not is_negative
        ways = [setting(parameter, positive, is_true)]
        spelled = f"{positive}={'true' if is_true else 'false'}"
        ways += [spelled] if not is_switch and not is_negative else []
    *first, last = (f"'{literal(each)}'" for each in ways)
    which = f"{', '.join(first)} or {last}" if first else last
    leave = "leave it out, or " if is_switch and meant is False else ""
    return Finding("usage", f"{how}: {leave}write {which}.", where=flag)


def value_of_boolean(
    arguments: "list[str]", at: int, levels: "Sequence[Flags]"
) -> "Finding | None":
    """What to say of a word behind the flag of a boolean, if it looks like its value."""
    from swaigctl.cli.strays import boolean_in

    before, word = arguments[at - 1] if at else "", arguments[at]
    if boolean_in(word) is None and not is_variable(word):
        return None
    found = found_by(before, levels)
    if found is None or found[1][1] is None:
        return None
    return takes_no_value(before, found[1][0], word=word)


def with_flag(
    finding: Finding, arguments: "list[str]", at: int, entry: "Entry | None", its: "Flags"
) -> Finding:
    """What to say of a word that begins no entry: it may be a value that lacks its flag.

    Without an entry it may be the text of the response.
    """
    from swaigctl.cli import strays

    if finding.suggestion is not None or finding.details.get("use"):
        return finding
    if entry is not None:
        names = strays.candidates(entry.described)
        return finding.but(suggestion=strays.value_of(arguments[at], names, entry.flags))
    if finding.sentence != NO_COMMAND:
        return finding
    suggestion = strays.value_of(arguments[at], (flags.RESPONSE_TEXT.name,), its)
    return finding.but(suggestion=suggestion)


def lacking_flag(
    finding: Finding, arguments: "list[str]", at: int, entry: "Entry | None"
) -> Finding:
    """The finding for a word that begins no entry, unless it is plainly meant for the one before.

    So it is if it names a flag of that, or if that lacks what the word may be.
    """
    from swaigctl.cli import strays

    if entry is None or finding.details.get("use"):
        return finding
    suggestion = strays.named(arguments, at, entry.flags)
    if suggestion is None:
        names = strays.needed(entry.described, entry.flags)
        suggestion = strays.value_of(arguments[at], names, entry.flags)
    if suggestion is None:
        return finding
    what = NO_COMMAND if finding.code == "unknown-command" else "{value} is not a verb."
    return finding.but(sentence=what, suggestion=suggestion)


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


def without_consequences(
    cautions: "list[Finding]", doubts: "Sequence[Doubt]", ignored: object
) -> "list[Finding]":
    """Warnings but those about values that are flags, and about what these flags would have set.

    All of them, if it is not told that the values are flags.
    """
    if isinstance(ignored, list) and FLAG_AS_VALUE in ignored:
        return cautions
    flags_taken = [doubt for doubt in doubts if doubt[2].code == FLAG_AS_VALUE]
    names = {name for doubt in flags_taken for name in doubt[:2] if name}
    return [
        each
        for each in cautions
        if not any(is_about(each, name) or f"{{{name}}}" in each.sentence for name in names)
    ]


def across_without_consequences(
    cautions: "list[Finding]", line: "ResponseLine", before: int, ignored: object
) -> "list[Finding]":
    """The same for warnings about a whole response: an action's have its place in their paths.

    `before`: how many actions the response has before those of the line.
    """
    kept = without_consequences(cautions, line.flags.doubts, ignored)
    for index, entry in enumerate(line.entries, before):
        its = [each for each in kept if each.path[:2] == ("action", index)]
        seen = [each.but(path=each.path[2:]) for each in its]
        left = without_consequences(seen, entry.flags.doubts, ignored)
        kept = [each for each in kept if each not in its or each.but(path=each.path[2:]) in left]
    return kept


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
