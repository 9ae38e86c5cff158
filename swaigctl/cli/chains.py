"""Command lines on which entries follow one another: actions in `respond`, verbs in `swml`."""

from swaigctl.catalog import action_called, action_commands
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.cli.flags import (
    ActionFlags,
    Flags,
    member_found,
    read_flags,
    taken_from,
    value_of_boolean,
)
from swaigctl.findings import NEAREST, Finding, Refused, flag_of
from swaigctl.model.shapes import members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.cli.flags import Found
    from swaigctl.model.entries import Action, Verb

SWML = "swml"
SECTION, END = document_flags.SECTION.flag, document_flags.END.flag
MAIN = "main"


class VerbFlags(Flags):
    """The flags of a verb: its parameters, and with dots the members of objects inside them."""

    __slots__ = ("fields", "options")

    def __init__(self, verb: "Verb", document: Flags) -> None:
        self.options = document_flags.of_verb(verb)
        flavour = (
            ""
            if verb.flavour == document_flags.FOR.default
            else f"{document_flags.FOR.flag} {verb.flavour} "
        )
        super().__init__(f"{SWML} {flavour}{verb.command}", self.options, document.table)
        self.fields = verb.fields

    def found(self, flag: str) -> "Found | None":
        return member_found(self.fields, flag) or super().found(flag)

    def spellings(self) -> "Iterable[str]":
        for path, field in members(self.fields):
            yield from taken_from(flag_of(path), field.kind)
            if field.kind.is_boolean:
                yield "--no-" + flag_of(path)[2:]
        yield from self.table


class Entry:
    """An action, or a verb, with what was given for it."""

    __slots__ = ("described", "flags")

    def __init__(self, described: "Action | Verb", its: Flags) -> None:
        self.described = described
        self.flags = its


class DocumentLine:
    """The part of a line that makes one document: its own flags, and verbs in sections."""

    def __init__(self, its: Flags) -> None:
        self.flags = its
        self.sections: dict[str, list[Entry]] = {}

    @property
    def entries(self) -> "list[Entry]":
        return [entry for entries in self.sections.values() for entry in entries]


class ResponseLine:
    """A line that makes a response: its own flags, then actions and documents."""

    def __init__(self, its: Flags) -> None:
        self.flags = its
        self.entries: list[Entry | DocumentLine] = []


def response_line(arguments: "list[str]") -> ResponseLine:
    """What `respond` was given.

    Raises:
        HelpAsked, Refused: as `read_flags` has it, or a word is no action.
    """
    line = ResponseLine(Flags("respond", flags.RESPOND))
    outputs = Flags("respond", flags.OUTPUTS)
    outputs.given = line.flags.given
    end = read_flags(arguments, 0, [line.flags], (END,))
    known: dict[str, ActionFlags] = {}
    while end < len(arguments):
        word = arguments[end]
        if word == SWML:
            document = DocumentLine(
                Flags(SWML, document_flags.DOCUMENT_IN_RESPONSE, line.flags.table)
            )
            end = read_document(arguments, end + 1, document, outputs, calling())
            if end < len(arguments):
                end += 1  # --end
            line.entries.append(document)
            continue
        action = action_called(word)
        if action is None:
            raise no_entry(arguments, end, line.entries, line.flags)
        if word not in known:
            known[word] = ActionFlags(action, in_chain=True, earlier=line.flags.table)
        its = known[word].emptied()
        end = read_flags(arguments, end + 1, [its, outputs], (END,))
        line.entries.append(Entry(action, its))
    return line


def calling() -> "Flavour":
    from swaigctl.catalog.verbs import CALLING

    return CALLING


def flavour_asked(its: Flags) -> "Flavour":
    """The verbs of documents for calls, or of those for messages.

    Raises:
        Refused: it is neither.
    """
    from swaigctl.catalog.verbs import CALLING, MESSAGING

    given = its.given.get(document_flags.FOR.name)
    asked = given[-1] if isinstance(given, list) else document_flags.FOR.default
    for flavour in (CALLING, MESSAGING):
        if flavour.name == asked:
            return flavour
    faults = (
        each.but(where=document_flags.FOR.flag) for each in document_flags.FOR.findings(asked)
    )
    raise Refused(*faults, command=SWML)


def document_line(arguments: "list[str]") -> "tuple[DocumentLine, Flavour]":
    """What `swml` was given.

    Raises:
        HelpAsked, Refused: as `read_flags` has it, or a word is no verb.
    """
    line = DocumentLine(Flags(SWML, document_flags.DOCUMENT))
    outputs = Flags(SWML, document_flags.DOCUMENT_OUTPUTS)
    outputs.given = line.flags.given
    end = read_flags(arguments, 0, [line.flags], (SECTION,))
    flavour = flavour_asked(line.flags)
    end = read_document(arguments, end, line, outputs, flavour)
    if end < len(arguments):
        sentence = "ends a document inside 'respond': leave it out here."
        raise Refused(Finding("usage", sentence, where=END), command=SWML)
    return line, flavour


def read_document(
    arguments: "list[str]", start: int, line: DocumentLine, outputs: Flags, flavour: "Flavour"
) -> int:
    """Read flags of the document, then verbs, up to `--end`; the index where that stands."""
    end = read_flags(arguments, start, [line.flags, outputs], (SECTION, END))
    section = MAIN
    while end < len(arguments) and arguments[end] != END:
        word = arguments[end]
        if word.partition("=")[0] == SECTION:
            section, end = section_named(arguments, end, line)
            line.sections[section] = []
            end = read_flags(arguments, end, [outputs], (SECTION, END))
            continue
        verb = flavour.called(word)
        if verb is None:
            raise no_verb(arguments, end, line, flavour)
        its = VerbFlags(verb, line.flags)
        end = read_flags(arguments, end + 1, [its, outputs], (SECTION, END))
        line.sections.setdefault(section, []).append(Entry(verb, its))
    return end


def section_named(arguments: "list[str]", at: int, line: DocumentLine) -> "tuple[str, int]":
    """The name of the section that begins at `--section`, and the index behind it.

    Raises:
        Refused: it has no name, or one that another section has.
    """
    _, equals, name = arguments[at].partition("=")
    end = at + 1
    if not equals:
        if end == len(arguments):
            raise Refused(Finding("usage", "needs a value.", where=SECTION), command=SWML)
        name = arguments[end]
        end += 1
    code = sentence = ""
    if not name:
        code, sentence = "empty", "a section needs a name."
    elif name in line.sections:
        code = "duplicate-name"
        sentence = "there is a section of this name already: give all of its verbs together."
    if code:
        from swaigctl.findings.messages import shown

        where = f"{SECTION} {shown(name)}"
        raise Refused(Finding(code, sentence, where=where, value=name), command=SWML)
    return name, end


def no_verb(arguments: "list[str]", at: int, line: DocumentLine, flavour: "Flavour") -> Refused:
    """What to say where a verb should begin and none does."""
    word = arguments[at]
    entries = line.entries
    if entries and (finding := value_of_boolean(arguments[at - 1], entries[-1].flags)):
        return Refused(finding, command=entries[-1].flags.command)
    action = action_called(word)
    in_response = document_flags.FOR.flag not in line.flags.table
    if in_response and (action is not None or word == SWML):
        sentence = "{value} is no verb: put '--end' before it, which ends the document."
        return Refused(Finding("unknown-verb", sentence, value=word), command=SWML)
    if action is not None:
        sentence = "{value} is an action, not a verb: {command} writes it."
        details = {"command": f"'swaigctl {action.command}'"}
        finding = Finding("unknown-verb", sentence, value=word, details=details)
        return Refused(finding, command=SWML)
    name = word.replace("-", "_")
    use = flavour.use_elsewhere(name)
    sentence = "{value} is not a verb."
    if use:
        sentence = "{value} is not a verb here: it is one for {use}"
        of_messages = flavour.name == document_flags.FOR.default and not in_response
        sentence += f", behind '{document_flags.FOR.flag} messaging'." if of_messages else "."
    finding = Finding(
        "unknown-verb",
        sentence,
        value=word,
        allowed=tuple(each.replace("_", "-") for each in flavour.names()),
        suggestion=None if use else NEAREST,
        details={"use": use},
    )
    return Refused(finding, command=SWML)


def no_entry(
    arguments: "list[str]", at: int, entries: "list[Entry | DocumentLine]", its: Flags
) -> Refused:
    """What to say where an action should begin and none does."""
    if arguments[at] == END:
        sentence = "ends a document, and none has begun here: 'swml' begins one."
        return Refused(Finding("usage", sentence, where=END), command=its.command)
    last = entries[-1].flags if entries else its
    if finding := value_of_boolean(arguments[at - 1], last):
        return Refused(finding, command=last.command)
    return Refused(unknown_command(arguments[at], (*action_commands(), SWML)))


def unknown_command(word: str, commands: "tuple[str, ...]") -> Finding:
    """What to say of a word that is none of these commands."""
    sentence = "{value} is not a command."
    return Finding("unknown-command", sentence, value=word, allowed=commands, suggestion=NEAREST)
