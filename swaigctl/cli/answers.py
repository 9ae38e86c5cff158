"""From what a command line gave to the text that answers it, whoever read the command line."""

from swaigctl import wire
from swaigctl.catalog import command_flags
from swaigctl.cli.flags import parameters_of
from swaigctl.documents import compact_json, pretty_json
from swaigctl.errors import ParameterError, SwaigctlError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Action, Parameter
    from swaigctl.catalog.cautions import Caution
    from swaigctl.cli.flags import Given


class Refused(Exception):
    """The request can't be answered; `errors` says why."""

    def __init__(self, *errors: SwaigctlError) -> None:
        super().__init__(*errors)
        self.errors = errors


class Answer:
    """What to print, its language (`json`, `yaml` or `diff`), and what to warn of."""

    __slots__ = ("cautions", "language", "text")

    def __init__(self, text: str, language: str, cautions: "list[Caution]") -> None:
        self.text = text
        self.language = language
        self.cautions = cautions


def answer_to(action: "Action", given: "Given") -> Answer:
    """The answer to one action command.

    Raises:
        Refused: something given is wrong, or missing.
    """
    piped = [
        parameter.flag
        for parameter in parameters_of(action)
        if parameter.kind.takes_json and given.get(parameter.name) == ["-"]
    ]
    if len(piped) > 1:
        raise Refused(
            SwaigctlError("flags", "only one of them can read standard input.", " and ".join(piped))
        )
    errors: list[SwaigctlError] = []
    options = read_options(command_flags.of(action), given, errors)
    values = read_values(action, given, options.get("params"), errors)
    if errors:
        raise Refused(*errors)
    cautions = action.advice(values)
    if "transfer" in given and options["as"] in ("swml", "verb"):
        cautions.append(command_flags.TRANSFER_NOT_SHOWN)
    if options["strict"] and cautions:
        raise Refused(*(SwaigctlError(caution.code, caution.line) for caution in cautions))
    try:
        return Answer(*printed(action, values, options), cautions)
    except SwaigctlError as error:
        raise Refused(error) from None


def read_options(
    parameters: "tuple[Parameter, ...]", given: "Given", errors: "list[SwaigctlError]"
) -> "dict[str, object]":
    """The value or default of each of a command's own flags; what is wrong goes to `errors`."""
    options = {parameter.name: parameter.default for parameter in parameters}
    options.update(read_given(parameters, given, errors))
    return options


def read_values(
    action: "Action", given: "Given", params: "object", errors: "list[SwaigctlError]"
) -> "dict[str, object]":
    """The action's parameters, from its flags and the `--params` object; the flags win."""
    values = read_given(action.parameters, given, errors)
    by_name = {parameter.name: parameter for parameter in action.parameters}
    for name, value in (params if isinstance(params, dict) else {}).items():
        if name in values or name in given:
            continue
        try:
            if name not in by_name:
                raise unknown_parameter(name, action)
            values[name] = by_name[name].check(value)
        except ParameterError as error:
            error.where = f"--params.{name}{error.path}"
            errors.append(error)
    if not errors:
        try:
            action.require(values)
        except ParameterError as error:
            error.where = by_name[error.parameter].flag
            errors.append(error)
    return values


def read_given(
    parameters: "tuple[Parameter, ...]", given: "Given", errors: "list[SwaigctlError]"
) -> "dict[str, object]":
    """The checked value of each of these parameters that was given."""
    values = {}
    for parameter in parameters:
        texts = given.get(parameter.name)
        if texts is None:
            continue
        try:
            values[parameter.name] = texts if isinstance(texts, bool) else parameter.read(texts)
        except ParameterError as error:
            error.where = parameter.flag + error.path
            errors.append(error)
    return values


def unknown_parameter(name: str, action: "Action") -> ParameterError:
    names = tuple(parameter.name for parameter in action.parameters)
    return ParameterError(
        "unknown",
        f"{action.name} has no parameter of this name.",
        allowed=names,
        near=nearest(name, names),
    ).about(name)


def printed(
    action: "Action", values: "dict[str, object]", options: "dict[str, object]"
) -> "tuple[str, str]":
    """The text to print, and its language.

    Raises:
        SwaigctlError: flags that can't go together, or a form or shape that this action hasn't got.
    """
    form = str(options["form"])
    if options["compact"] and options["format"] == "yaml":
        raise SwaigctlError("flags", "is for JSON and can't go with '--format yaml'.", "--compact")
    if not options["diff"]:
        return written(shaped(action, values, form, options), options), str(options["format"])
    if options["compact"]:
        raise SwaigctlError("flags", "compares line by line, leave '--compact' out.", "--diff")
    if form == "simplified":
        raise SwaigctlError(
            "flags", "goes from the simplified form to the full or the expanded one.", "--diff"
        )
    from difflib import unified_diff

    form = "full" if form == "auto" else form
    held = wire.simplified_part(action, values)
    before = written(shaped(action, held, "simplified", options), options)
    after = written(shaped(action, values, form, options), options)
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), "simplified", form
    )
    return "".join(lines), "diff"


def shaped(
    action: "Action", values: "dict[str, object]", form: str, options: "dict[str, object]"
) -> "dict[str, object]":
    """What `--as` asks for."""
    shape = options["as"]
    if shape in ("action", "response"):
        transfer = options.get("transfer")
        leaves = None if transfer is None else bool(transfer)
        on_the_wire = wire.on_the_wire(action, values, form, leaves)
        return on_the_wire if shape == "action" else {"action": [on_the_wire]}
    if not action.layout.carries_swml:
        raise SwaigctlError(
            "shape", f"{action.command} is a plain action, it carries no SWML.", f"--as {shape}"
        )
    verb = wire.verb(action, values, form)
    return verb if shape == "verb" else wire.swml_document(verb)


def written(document: "dict[str, object]", options: "dict[str, object]") -> str:
    """`document` in the language that was asked for, with a line end."""
    if options["format"] == "yaml":
        from swaigctl.documents import yaml_text

        return yaml_text(document)
    return (compact_json(document) if options["compact"] else pretty_json(document)) + "\n"
