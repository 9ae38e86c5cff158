"""Help, written from the catalog for a terminal of any width."""

import textwrap
from collections.abc import Iterable, Mapping
from shlex import split
from shutil import get_terminal_size

from swaigctl.catalog import action_called, action_named, families
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program.documents import FOR
from swaigctl.catalog.program.tools import HELP_COMMAND, TOOLS, respond, swml
from swaigctl.catalog.program.topics import BEGIN_WITH, OUTPUT, TOPICS, USED_MOST
from swaigctl.catalog.verbs import CALLING, FLAVOURS, MESSAGING, USES, Flavour
from swaigctl.catalog.verbs import families as verb_families
from swaigctl.cli.flags import spelled
from swaigctl.cli.quick import read_and_answer
from swaigctl.descriptions import (
    HELP,
    PROGRAM,
    PROGRAM_FLAGS,
    PURPOSE,
    Command,
    default_of,
    grouped,
    inside,
    invocation,
    limits,
    pasted,
    same_inside,
    shown_once,
    spellings,
)
from swaigctl.findings import NEAREST, Finding, flag_of
from swaigctl.formats.json import compact_json, quick_json
from swaigctl.model.entries import Action, Example, Parameter, Verb
from swaigctl.model.shapes import Field
from swaigctl.model.tools import Tool, Topic

COLUMN = 28
"""Where explanations begin."""
MORE_COLUMN = 33
"""Where it is said what commands tell that are to be read next."""
WIDEST = 100
MOST_MEMBERS = 20
"""Of the value of a flag that its command's help lists."""
WIDEST_NAME = 12
"""Of names inside a flag's value that stand beside their explanations."""
NO_BREAK = "\N{NO-BREAK SPACE}"
OTHER_TOOLS = "Other commands"
SHARED_TITLE = f"{OUTPUT.title} (see '{PROGRAM} help {OUTPUT.name}')"

MORE = {
    "COMMAND --help": "tells all about a command.",
    "help COMMAND --FLAG": "tells all about one of its flags.",
    f"help {OUTPUT.name}": "tells about the flags that commands share.",
    "swml --help": "names the verbs, and 'swml VERB --help' tells about one.",
    "list WORD --what all": "finds actions and verbs by names and summaries.",
}
"""What to run to read more."""


def program_help() -> str:
    """What `swaigctl --help` says."""
    first: list[Tool | Action] = [
        *(TOOLS[name] for name in BEGIN_WITH),
        *map(action_named, USED_MOST),
    ]
    others = [tool for tool in TOOLS.values() if tool not in first]
    actions = (
        row(title, [("", ", ".join(each.command for each in its))])
        for title, its in families().items()
    )
    more = (row(f"{PROGRAM} {typed}", [("", text)], MORE_COLUMN) for typed, text in MORE.items())
    return "\n".join(
        [
            f"Usage: {PROGRAM} COMMAND [FLAGS]\n",
            filled(PURPOSE),
            f"To begin with:\n{summaries(first)}",
            f"All actions:\n{''.join(actions)}",
            f"{OTHER_TOOLS}:\n{summaries(others)}",
            f"Flags:\n{flags_in_lines(PROGRAM_FLAGS)}",
            f"Read more:\n{''.join(more)}",
        ]
    )


def summaries(commands: "Iterable[Action | Tool]") -> str:
    return "".join(row(each.command, [("", each.summary)]) for each in commands)


def flags_in_lines(parameters: Iterable[Parameter]) -> str:
    """Flags one after the other, each with what it takes, and without its other spellings."""
    shown = (shown_once(each).replace(" ", NO_BREAK) for each in parameters)
    return filled(", ".join(shown), "  ", "  ")


def topic_help(topic: Topic) -> str:
    """What `swaigctl help output` says."""
    sections = (
        f"{title}:\n{filled(about, '  ', '  ') if about else ''}{flag_rows(its)}"
        for title, about, its in topic.sections
    )
    return "\n".join([filled(topic.prose), *sections])


def asked_help(words: list[str]) -> str:
    """What `swaigctl help` says with these words behind it: a topic, or one flag of a command.

    Empty if it is neither, so that it is about a command, if there is such a one.
    """
    if words == [HELP_COMMAND[0]]:
        return program_help()
    if words and words[0] in TOPICS:
        topic, *flags_asked = words
        if not flags_asked or flags_asked[0] in (HELP.flag, HELP.short):
            return topic_help(TOPICS[topic])
        return flag_of_topic(TOPICS[topic], flags_asked[0])
    *command, flag = words or [""]
    return flag_help(command, flag) if flag[:2] == "--" != flag else ""


def flag_of_topic(topic: Topic, flag: str) -> str:
    """What `swaigctl help output --format` says: the flag, under each heading that has it."""
    found = [
        (title, [each for each in its if flag in spellings(each)])
        for title, _, its in topic.sections
    ]
    return "\n".join(f"{title}:\n{flag_rows(its)}" for title, its in found if its)


def no_flag_of_topic(topic: str, flag: str) -> Finding:
    """What to say of a flag that a topic doesn't explain."""
    allowed = tuple(name for each in TOPICS[topic].parameters for name in spellings(each))
    sentence = "{value} is none of the flags that 'help {topic}' explains."
    details = {"topic": topic}
    return Finding(
        "unknown-flag", sentence, value=flag, allowed=allowed, suggestion=NEAREST, details=details
    )


def flag_meant(words: list[str]) -> str:
    """The flag of a command that its last word names without hyphens; empty if there is none."""
    from swaigctl.cli.chains import begins_anything

    *command, word = words or [""]
    if not command or not word or word[:1] == "-" or begins_anything(word):
        return ""
    flag = flag_of(word)
    return flag if flag_help(command, flag) else ""


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


def topic_meant(words: list[str]) -> str:
    """The topic that was probably meant, where these words begin with no command."""
    if not words or described_by(words[:1]) is not None:
        return ""
    from swaigctl.findings.messages import near_spellings

    return next(iter(near_spellings(words[0], tuple(TOPICS), 1)), "")


def flag_help(words: list[str], flag: str) -> str:
    """What `swaigctl help swml ai --prompt` says: all about a flag and the members inside it.

    Empty if there is no such command, or no such flag.
    """
    described = described_by(words)
    if described is None or flag == HELP.flag:
        return ""
    command = Command(described)
    hidden = command.hidden
    parameters = [
        each
        for each in (*command.parameters, *hidden, *taken_in_line(words, described))
        if f"{each.flag}.".startswith(f"{flag}.") or flag in dict(spelled(each))
    ]
    groups = grouped(dict.fromkeys(parameters))
    notes = (
        filled(f"This flag is of no use for {described.command}, which {hidden[each]}.")
        for each in parameters
        if each in hidden
    )
    return "\n".join([*(f"{group}:\n{flag_rows(its)}" for group, its in groups.items()), *notes])


def taken_in_line(words: list[str], described: "Action | Verb | Tool") -> tuple[Parameter, ...]:
    """What may be given there too because of the line that it stands in."""
    in_response = words[0] == respond.command
    if described is swml:
        return document_flags.DOCUMENT_IN_RESPONSE + (document_flags.END,) * in_response
    if isinstance(described, Verb):
        return (document_flags.SECTION, *((document_flags.END,) if in_response else ()))
    return ()


def command_help(described: "Action | Verb | Tool") -> str:
    """What `swaigctl join-conference --help` says."""
    command = Command(described)
    usage = f"Usage: {PROGRAM} {command.name} {command.usage}"
    parts = [filled(usage, "", "       "), filled(command.prose)]
    if described is swml:
        parts += map(verbs_section, FLAVOURS)
    groups = grouped(command.own)
    same = same_inside(command.own)
    parts += [f"{group}:\n{flag_rows(its, same, command.name)}" for group, its in groups.items()]
    parts.append(filled(f"{SHARED_TITLE}:") + flags_in_lines(command.shared))
    if command.examples:
        parts.append(examples_section(command))
    facts = {"On the wire:": command.wire_form, "Described in:": command.source}
    parts.append("".join(titled(title, text) for title, text in facts.items() if text))
    return "\n".join(filter(None, parts))


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


def row(name: str, lines: list[tuple[str, str]], column: int = COLUMN) -> str:
    """A name on the left, and what it is on the right, or below where the name is long."""
    text = "".join(
        filled(line, " " * column + lead, " " * (column + len(lead))) for lead, line in lines
    )
    head = f"  {name}"
    return head + text[len(head) :] if len(head) < column - 1 else f"{head}\n{text}"


def examples_section(command: Command) -> str:
    """The examples; below the first one what it prints, and below others, if it is one line."""
    shown: list[str] = []
    for example in command.examples:
        typed = "\n      ".join(pasted(example.arguments, width()))
        text = f"{filled(example.purpose, '  # ', '  # ')}  {typed}\n"
        lines = printed(example) if writes_json(command.described) else []
        if len(lines) == 1 or not shown:
            text += "".join(f"  {line}\n" for line in lines)
        shown.append(text)
    return "Examples:\n" + "\n".join(shown)


def writes_json(described: "Action | Verb | Tool") -> bool:
    """Whether it answers with a document that its examples show."""
    return not isinstance(described, Tool) or described.chains


def printed(example: Example) -> list[str]:
    """The JSON that an example prints, with as much on a line as fits; nothing if it is no JSON."""
    answer = read_and_answer(split(example.arguments))
    if answer.language != "json" or not isinstance(answer.content, str):
        return []
    return fitting(quick_json(answer.content), width() - 2)


def fitting(value: object, columns: int, before: str = "", after: str = "") -> list[str]:
    """JSON in lines of that many columns, where its texts are not longer."""
    line = before + spaced_json(value) + after
    if len(line) <= columns:
        return [line]
    if isinstance(value, dict):
        brackets, members = "{}", [(f"{compact_json(name)}: ", its) for name, its in value.items()]
    elif isinstance(value, list):
        brackets, members = "[]", [("", item) for item in value]
    else:
        return [line]
    inner = [
        f"  {each}"
        for index, (name, member) in enumerate(members, 1)
        for each in fitting(member, columns - 2, name, "," if index < len(members) else "")
    ]
    return [before + brackets[0], *inner, brackets[1] + after]


def spaced_json(value: object) -> str:
    """JSON on one line, with blanks between its parts."""
    if isinstance(value, dict):
        members = (f"{compact_json(name)}: {spaced_json(its)}" for name, its in value.items())
        return f"{{{', '.join(members)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(spaced_json, value))}]"
    return compact_json(value)


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


def titled(title: str, text: str) -> str:
    """A title with its text behind it, or below it, where that is too long."""
    if len(title) + len(text) < width():
        return f"{title} {text}\n"
    return f"{title}\n{filled(text, '  ', '  ')}"


def width() -> int:
    """`COLUMNS`, or the terminal's width, or 80; never too wide to read nor too narrow to write."""
    return max(40, min(get_terminal_size().columns, WIDEST))
