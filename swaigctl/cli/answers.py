"""From what a command line gave to the text that answers it, whoever read the command line."""

from swaigctl.build.calls import Call, refuse_if_strict
from swaigctl.catalog.program import flags
from swaigctl.cli.flags import FlagReading, located, parameters_for, piped, refuse_to_read_twice
from swaigctl.cli.terminal.streams import line_of
from swaigctl.findings import Finding, Refused, SwaigctlError, flag_of
from swaigctl.formats import text_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.cli.flags import Given
    from swaigctl.model.entries import Action


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


def answer_to_command(action: "Action", given: "Given") -> Answer:
    """The answer to one action command.

    Raises:
        Refused: something given is wrong, or missing.
    """
    refuse_to_read_twice(piped(parameters_for(action, given), given))
    reading = FlagReading()
    options = reading.options(flags.of(action), given)
    skeleton = bool(options["skeleton"])
    values = reading.action_values(action, given, options["params"], complete=not skeleton)
    if reading.findings:
        raise Refused(*reading.findings)
    if skeleton:
        return skeleton_answer(action, values, given, options)
    # Parts of actions have neither flag.
    call = Call(action, values, {"form": "auto", "as": "action", **options})
    cautions = located(call.cautions(), action)
    refuse_if_strict(options["strict"], cautions)
    try:
        if options.get("diff"):
            return Answer(forms_diff(call) if action.main else [], "diff", cautions)
        return Answer(written(call.document(), options), str(options["format"]), cautions)
    except SwaigctlError as error:
        finding = error.finding
        raise Refused(*(located([finding], action) if finding.path else [finding])) from None


def skeleton_answer(
    action: "Action", values: "dict[str, object]", given: "Given", options: "dict[str, object]"
) -> Answer:
    """The parameters to fill in; in YAML, unless the command line has a language.

    Raises:
        Refused: flags that shape an action, which this isn't.
    """
    from swaigctl.cli.skeleton import skeleton_json, skeleton_yaml

    by_option = {parameter.option: parameter for parameter in flags.of(action)}
    for option in ("transfer", "form", "diff", "as"):
        if option in by_option and by_option[option].name in given:
            sentence = f"prints parameters, not an action: leave '{by_option[option].flag}' out."
            raise Refused(Finding("flags", sentence, where=flags.SKELETON.flag))
    language = by_option["format"]
    if language.name in given and options["format"] == "json":
        return Answer(written(skeleton_json(action, values), options), "json", [])
    if options["compact"]:
        sentence = f"is for JSON: give '{language.flag} json' too."
        raise Refused(Finding("flags", sentence, where=flags.COMPACT.flag))
    return Answer(skeleton_yaml(action, values), "yaml", [])


def answer_to_chain(given: "Given", chain: "list[tuple[Action, Given]]") -> Answer:
    """The answer to `respond`: its own flags, then each action with its flags.

    Raises:
        Refused: something given is wrong, or missing; a finding says in which action.
    """
    from swaigctl.build.responses import Response, labels

    refuse_to_read_twice(
        [flag for action, its in chain for flag in piped(parameters_for(action, its, True), its)]
    )
    reading = FlagReading()
    options = reading.options(flags.RESPOND, given)
    found = reading.findings
    calls = [Call(action, {}, {}) for action, _ in chain]
    names = labels(calls)
    command = ""
    for label, call, (action, its) in zip(names, calls, chain, strict=True):
        reading = FlagReading(label)
        call.options = reading.options(flags.of(action, in_chain=True), its)
        call.values = reading.action_values(action, its, call.options["params"])
        if reading.findings and not found:
            command = action.command
        found += reading.findings
    try:
        response = Response(calls if not found else (), options)
    except Refused as refused:
        found += [in_chain(each, calls, names) for each in refused.findings]
        first = refused.findings[0].path
        command = calls[int(first[1])].action.command if first[:1] == ("action",) else command
    if found:
        raise Refused(*found, command=command)
    cautions = [in_chain(each, calls, names) for each in response.cautions()]
    refuse_if_strict(options["strict"], cautions)
    try:
        return Answer(written(response.document(), options), str(options["format"]), cautions)
    except SwaigctlError as error:
        raise Refused(error.finding) from None


def in_chain(finding: Finding, calls: "list[Call]", names: "list[str]") -> Finding:
    """A finding about a response, with the flag and the action that it is about."""
    if finding.path[:1] != ("action",):
        return finding.but(where=flag_of(str(finding.path[0])))
    index = int(finding.path[1])
    label = names[index]
    inside = finding.but(path=finding.path[2:])
    if not inside.path:
        return inside.but(where=label)
    return located([inside], calls[index].action, label)[0]


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


def written(document: "dict[str, object]", options: "dict[str, object]") -> str:
    """`document` in the language that was asked for, with a line end.

    Raises:
        SwaigctlError: that language can't be compact.
    """
    if options["format"] == "yaml" and options["compact"]:
        sentence = "is for JSON and can't go with '--format yaml'."
        raise SwaigctlError(Finding("flags", sentence, where="--compact"))
    return text_in(str(options["format"]), document, options["compact"])
