"""From what a command line gave to the text that answers it, whoever read the command line."""

from swaigctl import wire
from swaigctl.catalog import command_flags
from swaigctl.cli.flags import Reading, parameters_of, piped
from swaigctl.cli.streams import line_of
from swaigctl.errors import SwaigctlError
from swaigctl.formats import text_in
from swaigctl.requests import (
    Refused,
    action_cautions,
    action_document,
    chain_labels,
    linked,
    refuse_if_strict,
    response_document,
    response_text,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Action
    from swaigctl.catalog.cautions import Caution
    from swaigctl.cli.flags import Given


class Answer:
    """What to print, its language (`json`, `yaml`, `diff` or `text`), and what to warn of.

    It is the text of a document, or the lines of a report, without their ends.
    """

    __slots__ = ("cautions", "content", "language")

    def __init__(
        self, content: "str | list[str]", language: str, cautions: "list[Caution]"
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
        from swaigctl.cli.escaping import document_on_terminal

        return document_on_terminal(self.content, self.language)


def answer_to(action: "Action", given: "Given") -> Answer:
    """The answer to one action command.

    Raises:
        Refused: something given is wrong, or missing.
    """
    refuse_to_read_twice(piped(parameters_of(action), given))
    reading = Reading()
    options = reading.options(command_flags.of(action), given)
    skeleton = bool(options["skeleton"])
    values = reading.action_values(action, given, options["params"], complete=not skeleton)
    if reading.errors:
        raise Refused(*reading.errors)
    if skeleton:
        return skeleton_answer(action, values, given, options)
    # Parts of actions have neither flag.
    options = {"form": "auto", "as": "action", **options}
    cautions = action_cautions(action, values, options)
    if options.get("diff") and action.layout.main is None:
        cautions.append(command_flags.ONE_FORM)
    refuse_if_strict(options["strict"], cautions)
    try:
        if command_flags.ONE_FORM in cautions:
            return Answer([], "diff", cautions)
        if options.get("diff"):
            return Answer(forms_diff(action, values, options), "diff", cautions)
        text = written(action_document(action, values, options), options)
        return Answer(text, str(options["format"]), cautions)
    except SwaigctlError as error:
        raise Refused(error) from None


def skeleton_answer(
    action: "Action", values: "dict[str, object]", given: "Given", options: "dict[str, object]"
) -> Answer:
    """The parameters to fill in; in YAML, unless the command line has a language.

    Raises:
        Refused: flags that shape an action, which this isn't.
    """
    from swaigctl.cli.skeleton import skeleton_json, skeleton_yaml

    by_option = {parameter.option: parameter for parameter in command_flags.of(action)}
    for option in ("transfer", "form", "diff", "as"):
        if option in by_option and by_option[option].name in given:
            sentence = f"prints parameters, not an action: leave '{by_option[option].flag}' out."
            raise Refused(SwaigctlError("flags", sentence, command_flags.SKELETON.flag))
    language = by_option["format"]
    if language.name in given and options["format"] == "json":
        return Answer(written(skeleton_json(action, values), options), "json", [])
    if options["compact"]:
        sentence = f"is for JSON: give '{language.flag} json' too."
        raise Refused(SwaigctlError("flags", sentence, command_flags.COMPACT.flag))
    return Answer(skeleton_yaml(action, values), "yaml", [])


def answer_to_chain(given: "Given", chain: "list[tuple[Action, Given]]") -> Answer:
    """The answer to `respond`: its own flags, then each action with its flags.

    Raises:
        Refused: something given is wrong, or missing; an error says in which action.
    """
    refuse_to_read_twice(
        [flag for action, its in chain for flag in piped(parameters_of(action, True), its)]
    )
    reading = Reading()
    options = reading.options(command_flags.RESPOND, given)
    errors = reading.errors
    links = []
    labels = chain_labels(action for action, _ in chain)
    for label, (action, its) in zip(labels, chain, strict=True):
        reading = Reading(label, action.command)
        its_options = reading.options(command_flags.of(action, in_chain=True), its)
        values = reading.action_values(action, its, its_options["params"])
        if not reading.errors:
            try:
                links.append(linked(label, action, values, {"form": "auto", **its_options}))
            except SwaigctlError as error:
                reading.refuse(error, error.where)
        errors += reading.errors
    try:
        text = response_text(options)
    except SwaigctlError as error:
        errors.append(error)
    if errors:
        raise Refused(*errors)
    document, cautions = response_document(links, text, bool(options["post_process"]))
    refuse_if_strict(options["strict"], cautions)
    try:
        return Answer(written(document, options), str(options["format"]), cautions)
    except SwaigctlError as error:
        raise Refused(error) from None


def refuse_to_read_twice(flags: "list[str]") -> None:
    if len(flags) > 1:
        sentence = "only one of them can read standard input."
        raise Refused(SwaigctlError("flags", sentence, " and ".join(flags)))


def forms_diff(
    action: "Action", values: "dict[str, object]", options: "dict[str, object]"
) -> "list[str]":
    """A unified diff from the simplified form to the full one, or the expanded one.

    Raises:
        SwaigctlError: flags that can't go with `--diff`.
    """
    if options["compact"]:
        raise SwaigctlError("flags", "compares line by line, leave '--compact' out.", "--diff")
    if options["form"] == "simplified":
        sentence = "goes from the simplified form to the full or the expanded one."
        raise SwaigctlError("flags", sentence, "--diff")
    form = "full" if options["form"] == "auto" else str(options["form"])
    held = wire.simplified_part(action, values)
    before = written(action_document(action, held, {**options, "form": "simplified"}), options)
    after = written(action_document(action, values, {**options, "form": form}), options)
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
        raise SwaigctlError("flags", sentence, "--compact")
    return text_in(str(options["format"]), document, options["compact"])
