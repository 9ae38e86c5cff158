"""From what a command line gave to the text that answers it, whoever read the command line."""

from swaigctl.build.calls import Call, refuse_if_strict, without_ignored
from swaigctl.catalog import action_named
from swaigctl.catalog.program import flags
from swaigctl.cli.flags import (
    ActionFlags,
    FlagReading,
    Flags,
    doubts_in,
    flags_reading,
    known_given,
    located,
    meant_by,
    piped,
    read_flags,
    reading_input,
    refuse_to_read_twice,
    wrong_in,
)
from swaigctl.cli.terminal.streams import line_of
from swaigctl.findings import Finding, Refused, SwaigctlError, flag_of
from swaigctl.formats import text_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.cli.chains import DocumentLine, Entry, ResponseLine
    from swaigctl.cli.flags import Doubt, Given
    from swaigctl.model.entries import Action, Parameter
    from swaigctl.model.kinds import Kind


class Answer:
    """What to print, its language (`json`, `yaml`, `diff` or `text`), and what to warn of.

    It is the text of a document, or the lines of a report, without their ends.
    """

    __slots__ = ("cautions", "content", "language")

    def __init__(
        self, content: "str | list[str]", language: str, cautions: "list[Finding]"
    ) -> None:
        self.content = content
        self.language = language
        self.cautions = cautions

    def text(self, on_terminal: bool) -> str:
        """What to print: a document as it is, unless a terminal would obey what stands in it."""
        if isinstance(self.content, list):
            return "".join(map(line_of, self.content))
        if not on_terminal:
            return self.content
        from swaigctl.cli.terminal.escaping import document_on_terminal

        return document_on_terminal(self.content, self.language)


def answer_to_action(action: "Action", arguments: "list[str]") -> Answer:
    """The answer to the command of one action with these arguments.

    Raises:
        HelpAsked: help was asked for.
        Refused: something given is wrong, or missing.
    """
    its = action_flags(action, arguments)
    try:
        return answer_to_values(action, its)
    except Refused as refused:
        raise refused.seen_from(action.command) from None


def action_flags(action: "Action", arguments: "list[str]") -> ActionFlags:
    """What was given to the command of one action.

    Raises:
        HelpAsked: help was asked for.
    """
    its = ActionFlags(action)
    end = read_flags(arguments, 0, [its], (), begins_nothing)
    while end < len(arguments):
        its.add_fault(stray_value(arguments, end, action, its))
        while end < len(arguments) and arguments[end][:1] != "-":
            end += 1
        end += arguments[end : end + 1] == ["-"]
        end = read_flags(arguments, end, [its], (), begins_nothing)
    return its


def begins_nothing(word: str) -> bool:
    """No entries follow an action by itself."""
    return False


def stray_value(arguments: "list[str]", at: int, action: "Action", its: Flags) -> Finding:
    """What to say to a value without a flag."""
    from swaigctl.cli import strays
    from swaigctl.cli.flag_faults import value_of_boolean
    from swaigctl.findings.messages import shown

    argument = arguments[at]
    if finding := value_of_boolean(arguments, at, [its]):
        return finding
    if strays.is_needless(action, argument):
        return Finding("usage", "no value is needed here: leave it out.", where=shown(argument))
    near = strays.named(arguments, at, its)
    near = near or strays.value_of(argument, strays.candidates(action), its)
    near = near or strays.document_line(action, argument)
    sentence = "every value needs its flag."
    return Finding("usage", sentence, where=shown(argument), suggestion=near)


def answer_to_values(action: "Action", its: ActionFlags) -> Answer:
    """The answer to an action with what was given for its parameters.

    Raises:
        Refused: something given is wrong, or missing.
    """
    given = known_given(its)
    refuse_to_read_twice(piped(action, given))
    reading = FlagReading("", action.as_object, its.called)
    given = reading.with_texts(given)
    options = reading.options(flags.of(action), given)
    skeleton = bool(options["skeleton"])
    complete = not skeleton and its.is_certain
    values = reading.action_values(action, given, options["params"], complete, meant_by(its))
    if reading.findings or its.faults:
        raise Refused(*wrong_in(its, reading, options))
    if skeleton:
        return skeleton_answer(action, values, given, options)
    # Parts of actions have neither flag.
    call = Call(action, values, {"form": "auto", "as": "action", **options})
    params = options["params"]
    cautions = [*reading.cautions]
    cautions += located(call.cautions(), action, "", its.called, given, params)
    if its.doubts:
        cautions = cautions_beside(its.doubts, cautions, options)
    cautions = [*doubts_in(its, reading), *cautions]
    cautions = without_ignored(cautions, options["ignore"])
    refuse_if_strict(options["strict"], cautions)
    try:
        if options.get("diff"):
            return Answer(forms_diff(call) if action.main else [], "diff", cautions)
        return Answer(written(call.document(), options), str(options["format"]), cautions)
    except SwaigctlError as error:
        finding = error.finding
        raise Refused(
            *(located([finding], action, called=its.called) if finding.path else [finding])
        ) from None


def cautions_beside(
    doubts: "Sequence[Doubt]", cautions: "list[Finding]", options: "dict[str, object]"
) -> "list[Finding]":
    """The warnings that are no consequence of values that are flags, which are told of."""
    from swaigctl.cli.flag_faults import without_consequences

    return without_consequences(cautions, doubts, options.get("ignore"))


def skeleton_answer(
    action: "Action", values: "dict[str, object]", given: "Given", options: "dict[str, object]"
) -> Answer:
    """The parameters to fill in; in YAML, unless the command line has a language.

    Raises:
        Refused: flags that shape an action, which this isn't.
    """
    from swaigctl.cli.skeleton import skeleton_of_action

    by_option = {parameter.option: parameter for parameter in flags.of(action)}
    for option in ("transfer", "form", "diff", "as"):
        if option in by_option and by_option[option].name in given:
            sentence = f"prints parameters, not an action: leave '{by_option[option].flag}' out."
            raise Refused(Finding("flags", sentence, where=flags.SKELETON.flag))
    language = language_of_skeleton(by_option["format"], given, options)
    return skeleton_of_action(action, values, language, options)


def language_of_skeleton(
    parameter: "Parameter", given: "Given", options: "dict[str, object]"
) -> str:
    """The language that this flag asked for; YAML, unless it was given.

    Raises:
        Refused: YAML is to be compact.
    """
    language = str(options["format"]) if parameter.name in given else "yaml"
    if language == "yaml" and options["compact"]:
        sentence = f"is for JSON: give '{parameter.flag} json' too."
        raise Refused(Finding("flags", sentence, where=flags.COMPACT.flag))
    return language


def answer_to_response(arguments: "list[str]") -> Answer:
    """The answer to `respond`: its own flags, then each action, or document, with its flags.

    Raises:
        HelpAsked: help was asked for.
        Refused: something given is wrong, or missing; a finding says in which action.
    """
    from swaigctl.cli.chains import response_line

    line = response_line(arguments)
    try:
        return answer_to_line(line)
    except Refused as refused:
        if refused.findings[0].code == "unknown-command":
            raise  # the help of the program has all commands
        raise refused.seen_from(line.flags.command) from None


def answer_to_line(line: "ResponseLine") -> Answer:
    """The answer to `respond` with what was given for each action.

    Raises:
        Refused: something given is wrong, or missing; a finding says in which action.
    """
    from swaigctl.build.responses import Response, labels
    from swaigctl.cli.chains import DocumentLine

    refuse_to_read_twice(piped_in_line(line))
    reading = FlagReading(described=described_response)
    given = reading.with_texts(known_given(line.flags))
    options = reading.options(flags.RESPOND, given)
    is_skeleton = bool(options["skeleton"])
    if is_skeleton and line.is_read:
        return response_skeleton(line, reading, given, options)
    calls: list[Call] = []
    if isinstance(options["params"], dict):
        from swaigctl.cli.given_responses import given_response

        own, calls = given_response(reading, options["params"])
        options.update((name, own[name]) for name in own if name in options and name not in given)
    found = wrong_in(line.flags, reading, options)
    cautions = [*doubts_in(line.flags, reading), *reading.cautions]
    before = len(calls)
    calls += [call_of(entry) for entry in line.entries]
    names = labels(calls)
    typed = [*(None for _ in calls[:before]), *(entry.flags for entry in line.entries)]
    command = ""
    for label, call, entry in zip(names[before:], calls[before:], line.entries, strict=True):
        try:
            if isinstance(entry, DocumentLine):
                cautions += read_document_call(call, entry, label)
                continue
            its = entry.flags
            reading = FlagReading(label, call.action.as_object, its.called)
            own_given = reading.with_texts(known_given(its))
            call.options = reading.options(flags.of(call.action, in_chain=True), own_given)
            params = call.options["params"]
            complete = entry.is_certain and not is_skeleton
            call.values = reading.action_values(
                call.action, own_given, params, complete, meant_by(its)
            )
            if entry.unknown or its.faults or reading.findings:
                wrong = wrong_in(its, reading, options)
                unknown = [] if entry.unknown is None else [entry.unknown]
                command_of_help = "" if unknown else call.command
                raise Refused(*unknown, *wrong, command=command_of_help)
            cautions += [*doubts_in(its, reading), *reading.cautions]
        except Refused as refused:
            command = command if found else refused.command
            found += refused.findings
    if line.stopped is not None:
        found.append(line.stopped)
    try:
        response = Response(calls if not found else (), options)
    except Refused as refused:
        found += [in_chain(each, calls, names, typed, given) for each in refused.findings]
        first = refused.findings[0].path
        command = calls[int(first[1])].command if first[:1] == ("action",) else command
    if found:
        raise Refused(*found, command=command)
    across = list(response.cautions())
    if line.has_doubts:
        from swaigctl.cli.flag_faults import across_without_consequences

        across = across_without_consequences(across, line, before, options["ignore"])
    cautions += [in_chain(each, calls, names, typed, given) for each in across]
    cautions = without_ignored(cautions, options["ignore"])
    refuse_if_strict(options["strict"], cautions)
    try:
        return Answer(written(response.document(), options), str(options["format"]), cautions)
    except SwaigctlError as error:
        raise Refused(error.finding) from None


def call_of(entry: "Entry | DocumentLine") -> Call:
    """The call that an entry of a response is; its values are still to be read."""
    from swaigctl.cli.chains import SWML, Entry

    if isinstance(entry, Entry):
        return Call(entry.described, {}, {})  # type: ignore[arg-type]
    return Call(action_named("execute_swml"), {}, {}, command=SWML)


def described_response() -> "Kind":
    """What the members of a response given as a whole are."""
    from swaigctl.cli.given_responses import described_response as described

    return described()


def piped_in_line(line: "ResponseLine") -> "list[str]":
    """The flags of a line that read standard input, each as often as it does."""
    own = line.flags.given
    names = reading_input(own)
    found = flags_reading(names, own, {each.name: each for each in flags.RESPOND}) if names else []
    return found + [flag for entry in line.entries for flag in piped_in(entry)]


def response_skeleton(
    line: "ResponseLine", reading: FlagReading, given: "Given", options: "dict[str, object]"
) -> Answer:
    """The members of a response to fill in; in YAML, unless the command line has a language.

    Raises:
        Refused: something given is wrong.
    """
    from swaigctl.cli.skeleton import skeleton_of_response

    language = language_of_skeleton(flags.FORMAT, given, options)
    return skeleton_of_response(line, reading, given, language, options)


def piped_in(entry: "Entry | DocumentLine") -> "list[str]":
    """The flags of an entry that read standard input."""
    from swaigctl.cli.chains import Entry

    if isinstance(entry, Entry):
        return piped(entry.described, known_given(entry.flags))  # type: ignore[arg-type]
    from swaigctl.cli import documents

    return documents.piped(entry)


def read_document_call(call: Call, line: "DocumentLine", label: str) -> "list[Finding]":
    """Give the call the document that its verbs make; what to warn of in it.

    Raises:
        Refused: something given for it is wrong, or missing.
    """
    from swaigctl.catalog.program.documents import DOCUMENT_IN_RESPONSE
    from swaigctl.catalog.verbs import CALLING
    from swaigctl.cli.documents import built_document

    reading = FlagReading(label)
    options = reading.options(DOCUMENT_IN_RESPONSE, known_given(line.flags))
    for entry in line.entries:
        if flags.SKELETON.name in entry.flags.given:
            sentence = "is for one verb by itself."
            where = f"{label}: {flags.SKELETON.flag}"
            finding = Finding("flags", sentence, where=where)
            raise Refused(finding, command=entry.flags.command)
    built = built_document(line, CALLING, options, reading)
    call.values = {"swml_content": built.document(), "transfer": bool(options["transfer"])}
    call.options = {"form": "auto"}
    return built.cautions


def in_chain(
    finding: Finding,
    calls: "list[Call]",
    names: "list[str]",
    typed: "list[Flags | None]",
    given: "Given",
) -> Finding:
    """A finding about a response, with the flag and the action that it is about."""
    if finding.path[:1] != ("action",):
        if "params" in given and finding.path[0] not in given:
            from swaigctl.cli.given_responses import in_params

            return in_params(finding, finding.path)
        return finding.but(where=flag_of(str(finding.path[0])))
    index = int(finding.path[1])
    if calls[index].place:
        from swaigctl.cli.given_responses import in_action

        return in_action(finding, calls[index], finding.path[2:])
    label = names[index]
    inside = finding.but(path=finding.path[2:])
    if not inside.path:
        return inside.but(where=label)
    its, call = typed[index], calls[index]
    called, own = (its.called, its.given) if its else ({}, {})
    return located([inside], call.action, label, called, own, call.options.get("params"))[0]


def forms_diff(call: Call) -> "list[str]":
    """A unified diff from the simplified form to the full one, or the expanded one.

    Raises:
        SwaigctlError: flags that can't go with `--diff`.
    """
    options = call.options
    if options["compact"]:
        sentence = "compares line by line, leave '--compact' out."
        raise SwaigctlError(Finding("flags", sentence, where="--diff"))
    if options["form"] == "simplified":
        sentence = "goes from the simplified form to the full or the expanded one."
        raise SwaigctlError(Finding("flags", sentence, where="--diff"))
    form = "full" if options["form"] == "auto" else call.form
    main = call.action.main
    held = {name: value for name, value in call.values.items() if name == main}
    simplified = Call(call.action, held, {**options, "form": "simplified"})
    before = written(simplified.document(), options)
    after = written(call.but(form=form).document(), options)
    return diff_of(before, after, "simplified", form)


def diff_of(before: str, after: str, name_before: str, name_after: str) -> "list[str]":
    """The lines of a unified diff, without their ends."""
    from difflib import unified_diff

    lines = list(unified_diff(lines_of(before), lines_of(after), name_before, name_after))
    names, rest = lines[:2], "".join(lines[2:])
    return [name.removesuffix("\n") for name in names] + rest.split("\n")[:-1]


def lines_of(text: str) -> "list[str]":
    """Its lines with their ends, as diffs want them; `splitlines` would break at U+2028 too."""
    *lines, last = text.split("\n")
    unended = [f"{last}\n\\ No newline at end of file\n"] if last else []
    return [f"{line}\n" for line in lines] + unended


def written(document: object, options: "dict[str, object]") -> str:
    """`document` in the language that was asked for, with a line end.

    Raises:
        SwaigctlError: that language can't be compact.
    """
    if options["format"] == "yaml" and options["compact"]:
        sentence = "is for JSON and can't go with '--format yaml'."
        raise SwaigctlError(Finding("flags", sentence, where="--compact"))
    return text_in(str(options["format"]), document, options["compact"])
