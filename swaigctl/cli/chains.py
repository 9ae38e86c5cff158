"""Command lines on which entries follow one another: actions in `respond`, verbs in `swml`."""

from swaigctl.catalog import action_called
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.cli.flags import ActionFlags, Flags, member_found, read_flags, taken_from
from swaigctl.findings import Finding, Refused, flag_of
from swaigctl.model.shapes import members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.cli.flags import Begins, Found
    from swaigctl.model.entries import Action, Parameter, Verb

SWML = "swml"
SECTION, END = document_flags.SECTION.flag, document_flags.END.flag
MAIN = "main"


class VerbFlags(Flags):
    """The flags of a verb: its parameters, and with dots the members of objects inside them."""

    __slots__ = ("fields", "options", "verb")

    def __init__(self, verb: "Verb", document: Flags) -> None:
        self.verb = verb
        self.options = document_flags.of_verb(verb)
        flavour = (
            ""
            if verb.flavour == document_flags.FOR.default
            else f"{document_flags.FOR.flag} {verb.flavour} "
        )
        super().__init__(f"{SWML} {flavour}{verb.command}", self.options, document.table)
        self.fields = verb.fields

    @property
    def described(self) -> "Verb":
        return self.verb

    def found(self, flag: str) -> "Found | None":
        return member_found(self.fields, flag) or super().found(flag)

    def spellings(self) -> "Iterable[str]":
        for path, field in members(self.fields):
            yield from taken_from(flag_of(path), field.kind)
            if field.kind.is_boolean:
                yield "--no-" + flag_of(path)[2:]
        yield from self.table


class Entry:
    """An action, or a verb, with what was given for it.

    Attributes:
        unknown: what is wrong with its name, if it was read as the entry that was probably meant.
        is_cut: whether reading ended in it, before the end of the line.
    """

    __slots__ = ("described", "flags", "is_cut", "unknown")

    def __init__(
        self, described: "Action | Verb", its: Flags, unknown: "Finding | None" = None
    ) -> None:
        self.described = described
        self.flags = its
        self.unknown = unknown
        self.is_cut = False

    @property
    def is_read(self) -> bool:
        """Whether nothing is wrong with how it was given."""
        return self.unknown is None and not self.flags.faults and not self.is_cut

    @property
    def is_certain(self) -> bool:
        """Whether all that was given for it is known, so that it is known what is missing."""
        return self.unknown is None and not self.is_cut and self.flags.is_certain

    def stop_misread(self) -> bool:
        """Whether it can't be what was meant: then what its flags have wrong is only a consequence.

        What was meant is known only if all flags fit.
        """
        if self.unknown is None or not self.flags.faults:
            return False
        self.flags.faults = ()
        return True


class Line:
    """A line, or a part of one, on which entries follow its own flags.

    Attributes:
        flags: its own flags, and those of the output, wherever they stand.
        stopped: what is wrong where reading ended before the end of the line.
    """

    def __init__(self, its: Flags) -> None:
        self.flags = its
        self.stopped: Finding | None = None

    def stop(
        self,
        finding: Finding,
        arguments: "list[str]",
        at: int,
        entries: "Sequence[Entry | DocumentLine]",
    ) -> None:
        """Keep what is wrong with a word behind these entries: nobody can tell how to read on."""
        from swaigctl.cli.flag_faults import with_flag

        entry = last_entry(entries)
        if entry is not None:
            entry.is_cut = True
        is_first = entry is not None or not entries
        self.stopped = with_flag(finding, arguments, at, entry, self.flags) if is_first else finding

    def is_read_with(self, entries: "Sequence[Entry | DocumentLine]") -> bool:
        """Whether all of the line is read, and nothing is wrong with how it was given."""
        is_read = self.stopped is None and not self.flags.faults
        return is_read and all(entry.is_read for entry in entries)

    def outputs(self, parameters: "tuple[Parameter, ...]") -> Flags:
        """The flags that may stand behind its entries too."""
        outputs = Flags(self.flags.command, parameters, self.flags.table)
        outputs.given = self.flags.given
        return outputs

    def take_in(self, outputs: Flags) -> None:
        """Count what is wrong with the flags behind entries among its own."""
        self.flags.faults += outputs.faults
        self.flags.doubts += outputs.doubts


def last_entry(entries: "Sequence[Entry | DocumentLine]") -> "Entry | None":
    """The entry that stands before a word, if that is no whole document."""
    last = entries[-1] if entries else None
    return last if isinstance(last, Entry) else None


class DocumentLine(Line):
    """The part of a line that makes one document: its own flags, and verbs in sections."""

    def __init__(self, its: Flags) -> None:
        super().__init__(its)
        self.sections: dict[str, list[Entry]] = {}

    @property
    def entries(self) -> "list[Entry]":
        return [entry for entries in self.sections.values() for entry in entries]

    @property
    def is_read(self) -> bool:
        return self.is_read_with(self.entries)


class ResponseLine(Line):
    """A line that makes a response: its own flags, then actions and documents."""

    def __init__(self, its: Flags) -> None:
        super().__init__(its)
        self.entries: list[Entry | DocumentLine] = []

    @property
    def is_read(self) -> bool:
        return self.is_read_with(self.entries)

    @property
    def has_doubts(self) -> bool:
        """Whether a value in it is a flag."""
        return any(each.flags.doubts for each in (self, *self.entries))


def begins_action(word: str) -> "Action | bool":
    """What entry of a response begins with this word: an action, or (True) a document."""
    return action_called(word) or word == SWML


def begins_anything(word: str) -> object:
    """What entry of a document, or else of a response, begins with this word."""
    from swaigctl.catalog.verbs import verb_called

    return verb_called(word) or begins_action(word)


def response_line(arguments: "list[str]") -> ResponseLine:
    """What `respond` was given.

    Raises:
        HelpAsked: help was asked for.
    """
    line = ResponseLine(Flags("respond", flags.RESPOND))
    outputs = line.outputs(flags.OUTPUTS)
    levels = [line.flags]
    end = read_flags(arguments, 0, levels, (END,), begins_action)
    known: dict[str, ActionFlags] = {}
    while end < len(arguments):
        word = arguments[end]
        if word == SWML:
            document = DocumentLine(
                Flags(SWML, document_flags.DOCUMENT_IN_RESPONSE, line.flags.table)
            )
            line.entries.append(document)
            end = read_document(arguments, end + 1, document, outputs, calling())
            levels = [outputs]
            if arguments[end : end + 1] == [END]:
                end = read_flags(arguments, end + 1, levels, (END,), begins_action)
            continue
        entry: Entry | None = None
        action = action_called(word)
        if action is None:
            finding = no_entry(arguments, end, levels, line)
            action = action_called(str(finding.suggestion))
            if finding.code != "unknown-command":
                (outputs if word == END else levels[0]).add_fault(finding)
            elif action is None:
                line.stop(finding, arguments, end, line.entries)
                break
            else:
                its = ActionFlags(action, in_chain=True, earlier=line.flags.table)
                entry = Entry(action, its, finding)
        else:
            if word not in known:
                known[word] = ActionFlags(action, in_chain=True, earlier=line.flags.table)
            entry = Entry(action, known[word].emptied())
        if entry is not None:
            line.entries.append(entry)
            levels = [entry.flags, outputs]
        end = read_flags(arguments, end + 1, levels, (END,), begins_action)
        if entry is not None and entry.stop_misread():
            break
    line.take_in(outputs)
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
        HelpAsked: help was asked for.
        Refused: it is not said which verbs there are.
    """
    line = DocumentLine(Flags(SWML, document_flags.DOCUMENT))
    outputs = line.outputs(document_flags.DOCUMENT_OUTPUTS)
    end = read_flags(arguments, 0, [line.flags], (SECTION,), begins_anything)
    flavour = flavour_asked(line.flags)
    end = read_document(arguments, end, line, outputs, flavour)
    while end < len(arguments):
        sentence = "ends a document inside 'respond': leave it out here."
        line.flags.add_fault(Finding("usage", sentence, where=END))
        end = read_document(arguments, end + 1, line, outputs, flavour)
    line.take_in(outputs)
    return line, flavour


def read_document(
    arguments: "list[str]", start: int, line: DocumentLine, outputs: Flags, flavour: "Flavour"
) -> int:
    """Read flags of the document, then verbs, up to `--end`; the index where that stands.

    In a response the document ends before an action too, which is wrong.
    """

    def begins(word: str) -> object:
        return flavour.called(word) or begins_action(word)

    levels = [line.flags, outputs]
    end = read_flags(arguments, start, levels, (SECTION, END), begins)
    section = next(reversed(line.sections), MAIN)
    while end < len(arguments) and arguments[end] != END:
        word = arguments[end]
        if word.partition("=")[0] == SECTION:
            levels = [outputs]
            section, end = section_named(arguments, end, line, levels, begins)
            line.sections.setdefault(section, [])
            end = read_flags(arguments, end, levels, (SECTION, END), begins)
            continue
        unknown = None
        verb = flavour.called(word)
        if verb is None:
            unknown = no_verb(arguments, end, levels, line, flavour)
            verb = flavour.called(str(unknown.suggestion))
        entry = None
        if unknown is not None and unknown.code != "unknown-verb":
            levels[0].add_fault(unknown)
        elif unknown is not None and outputs.command != SWML and begins_action(word):
            outputs.add_fault(unknown)
            return end
        elif unknown is not None and verb is None:
            line.stop(unknown, arguments, end, line.entries)
            return len(arguments)
        else:
            assert verb is not None
            entry = Entry(verb, VerbFlags(verb, line.flags), unknown)
            line.sections.setdefault(section, []).append(entry)
            levels = [entry.flags, outputs]
        end = read_flags(arguments, end + 1, levels, (SECTION, END), begins)
        if entry is not None and entry.stop_misread():
            return len(arguments)
    return end


def section_named(
    arguments: "list[str]",
    at: int,
    line: DocumentLine,
    levels: "Sequence[Flags]",
    begins: "Begins",
) -> "tuple[str, int]":
    """The name of the section that begins at `--section`, and the index behind it.

    That it has no name, or one that another section has, is kept.
    """
    _, equals, name = arguments[at].partition("=")
    end = at + 1
    if not equals:
        if end == len(arguments):
            line.flags.add_fault(Finding("usage", "needs a value.", where=SECTION))
            return MAIN, end
        name = arguments[end]
        if name[:1] == "-" != name:
            from swaigctl.cli.flag_faults import is_missing

            parameter, stops = document_flags.SECTION, (SECTION, END)
            if is_missing(arguments, end, levels[0], parameter, levels, stops, begins):
                return MAIN, end
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
        line.flags.add_fault(Finding(code, sentence, where=where, value=name))
    return name, end


def no_verb(
    arguments: "list[str]",
    at: int,
    levels: "Sequence[Flags]",
    line: DocumentLine,
    flavour: "Flavour",
) -> Finding:
    """What to say where a verb should begin and none does."""
    from swaigctl.cli.flag_faults import lacking_flag, value_of_boolean

    word = arguments[at]
    if finding := value_of_boolean(arguments, at, levels):
        return finding
    from swaigctl.cli import unknown

    action = action_called(word)
    in_response = document_flags.FOR.flag not in line.flags.table
    if in_response and (action is not None or word == SWML):
        sentence = "{value} is no verb: put '--end' before it, which ends the document."
        return Finding("unknown-verb", sentence, value=word)
    if action is not None and not unknown.step_instead(word, flavour):
        sentence = "{value} is an action, not a verb: {command} writes it."
        details = {"command": f"'swaigctl {action.command}'"}
        return Finding("unknown-verb", sentence, value=word, details=details)
    finding = unknown.no_verb(word, flavour, in_response=in_response)
    return lacking_flag(finding, arguments, at, last_entry(line.entries))


def no_entry(
    arguments: "list[str]", at: int, levels: "Sequence[Flags]", line: ResponseLine
) -> Finding:
    """What to say where an action should begin and none does."""
    if arguments[at] == END:
        sentence = "ends a document, and none has begun here: 'swml' begins one."
        return Finding("usage", sentence, where=END)
    from swaigctl.cli.flag_faults import lacking_flag, value_of_boolean
    from swaigctl.cli.unknown import unknown_entry

    if finding := value_of_boolean(arguments, at, levels):
        return finding
    return lacking_flag(unknown_entry(arguments[at]), arguments, at, last_entry(line.entries))
