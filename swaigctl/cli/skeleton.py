"""`--skeleton`: the parameters of an action or a verb as `--params` takes them, to be filled in."""

from typing import TYPE_CHECKING

from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags, requests
from swaigctl.catalog.verbs import CALLING
from swaigctl.cli.answers import Answer, written
from swaigctl.cli.chains import DocumentLine, Entry, ResponseLine
from swaigctl.cli.documents import built_document
from swaigctl.cli.flags import FlagReading
from swaigctl.cli.given_responses import given_response
from swaigctl.cli.terminal.help import explanation, filled
from swaigctl.descriptions import PROGRAM, needed_by, same_inside, verb_command
from swaigctl.findings import Refused
from swaigctl.formats.yaml_writer import yaml_text
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.further import alternatives, by_themselves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.cli.flags import Given

    Values = dict[str, object]

TO_FILL_IN = ""
"""What stands for a required value: hardly any kind allows it."""

WIDTH = 80
"""Of comments, whatever the terminal: a file is written."""


def skeleton_of_action(
    action: Action, values: "Values", language: str, options: "Values"
) -> Answer:
    """The parameters of an action: what was given, the defaults, and what is to be filled in.

    Where one of several was given, the others are not to be filled in.
    """
    parameters = action.all_parameters
    instead = alternatives(action)
    if any(name in values for name in instead):
        parameters = by_themselves(action)
    if language == "json":
        return Answer(written(skeleton_json(parameters, values), options), "json", [])
    by_option = {each.option: each.flag for each in flags.of(action)}
    head = [action.summary, f"{PROGRAM} {action.command} {by_option['params']} @FILE"]
    return Answer(skeleton_yaml(head, parameters, values, by_themselves(action)), "yaml", [])


def skeleton_of_verb(verb: Verb, value: object, language: str, options: "Values") -> Answer:
    """The parameters of a verb, or its value, in the same way."""
    needed = [each.name for each in needed_by(verb)]
    parameters = [
        Parameter.of(field, required=field.name in needed) for field in verb.fields.values()
    ]
    head = [
        verb.summary,
        f"{PROGRAM} {verb_command(verb)} {document_flags.of_verb(verb)[0].flag} @FILE",
    ]
    if verb.value is not None:
        return skeleton_of_value(head, parameters[0], value, language, options)
    values = value if isinstance(value, dict) else {}
    if language == "json":
        return Answer(written(skeleton_json(parameters, values), options), "json", [])
    return Answer(skeleton_yaml(head, parameters, values), "yaml", [])


def skeleton_of_value(
    head: "list[str]", parameter: Parameter, value: object, language: str, options: "Values"
) -> Answer:
    """The bare value of a verb: what was given, or what is to be filled in."""
    empty: dict[type, object] = {dict: {}, list: []}
    types = parameter.kind.json_types
    shown = value if value is not None else empty.get(types[0] if types else dict, TO_FILL_IN)
    if language == "json":
        return Answer(written(shown, options), "json", [])
    lines = [comment(text) for text in head]
    lines += ["\n", *(comment(text, lead) for lead, text in explanation(parameter, as_flag=False))]
    return Answer("".join([*lines, yaml_text(shown)]), "yaml", [])


def skeleton_of_response(
    line: ResponseLine, reading: FlagReading, given: "Given", language: str, options: "Values"
) -> Answer:
    """The members of a response: what was given, the actions on the line, and what else there is.

    Raises:
        Refused: something given is wrong.
    """
    values: Values = {}
    if isinstance(options["params"], dict):
        values = given_response(reading, options["params"], complete=False)[0]
    parameters = [each for each in requests.RESPONSE_MEMBERS if each not in requests.OPTIONS]
    values |= {each.name: options[each.name] for each in parameters if each.name in given}
    actions = [*values.get(requests.ACTIONS.name, [])]  # type: ignore[misc]
    for entry in line.entries:
        if isinstance(entry, DocumentLine):
            actions.append(document_given(entry))
        else:
            actions.append(action_given(entry, reading))
    values[requests.ACTIONS.name] = actions
    if reading.findings:
        raise Refused(*reading.findings)
    head = [
        "A whole response.",
        f"{PROGRAM} {line.flags.command} {flags.RESPONSE_PARAMS.flag} @FILE",
    ]
    if language == "json":
        return Answer(written(skeleton_json(parameters, values), options), "json", [])
    return Answer(skeleton_yaml(head, parameters, values), "yaml", [])


def action_given(entry: Entry, reading: FlagReading) -> "Values":
    """An action of a response as data: what was given for it, and what is required."""
    action: Action = entry.described  # type: ignore[assignment]
    inner = FlagReading(action.command, action.as_object, entry.flags.called)
    its = inner.with_texts(entry.flags.given)
    beside = flags.of(action, in_chain=True)
    given = inner.values(beside, its)
    options = {each.option: given[each.name] for each in beside if each.name in given}
    values = inner.action_values(action, its, options.pop("params", None), complete=False)
    reading.findings += inner.findings
    instead = alternatives(action)
    some = by_themselves(action) if any(name in values for name in instead) else action.parameters
    needed = [each for each in some if each.required and each.name not in values]
    params = skeleton_json(needed, {}) | values
    ordered = {
        each.name: params[each.name] for each in action.all_parameters if each.name in params
    }
    if options:
        return {requests.ACTION.name: action.name, requests.PARAMS.name: ordered, **options}
    return {action.name: ordered}


def document_given(line: DocumentLine) -> "Values":
    """A document among the actions of a response as data.

    Raises:
        Refused: something given for it is wrong, or missing.
    """
    label = line.flags.command
    reading = FlagReading(label)
    options = reading.options(document_flags.DOCUMENT_IN_RESPONSE, line.flags.given)
    sections = built_document(line, CALLING, options, reading).sections
    values: Values = {
        requests.SWML.name: sections if len(sections) > 1 else sections[requests.MAIN]
    }
    for parameter in requests.DOCUMENT_LINK_MEMBERS:
        if parameter.name in line.flags.given:
            values[parameter.name] = options[parameter.name]
    return values


def skeleton_json(parameters: "Sequence[Parameter]", values: "Values") -> "Values":
    """All parameters: what was given, the default, null; or something that is refused as it is.

    Of the SWML verb's further ones only what was given, since whatever is given is written.
    """
    return {
        parameter.name: value_of(parameter, values)
        for parameter in parameters
        if not is_left_out(parameter, values)
    }


def skeleton_yaml(
    head: "list[str]",
    parameters: "Sequence[Parameter]",
    values: "Values",
    told: "Sequence[Parameter]" = (),
) -> str:
    """The same with comments, and with what has no value commented out.

    Where that would be everything, nothing is: a file without a value is no object. `told` are the
    parameters as comments tell of them, where that is something else.
    """
    live = [each.name for each in parameters if is_live(each, values)]
    nulls = {} if live else {each.name: None for each in parameters}
    parts = [comment(text) for text in head]
    same = same_inside(parameters)
    for parameter, explained in zip(parameters, told or parameters, strict=True):
        same_as = same.get(parameter.name, "")
        lines = explanation(explained, as_flag=False, same_as=same_as)
        parts.append("\n" + "".join(comment(text, lead) for lead, text in lines))
        name = parameter.name
        if name in live or name in nulls:
            parts.append(yaml_text({name: value_of(parameter, values)}))
        else:
            parts.append(f"#{name}:\n")
    return "".join(parts) if parameters else "".join([*parts, "\n{}\n"])


def value_of(parameter: Parameter, values: "Values") -> object:
    if parameter.of_verb:
        return values.get(parameter.name)
    default = TO_FILL_IN if parameter.required else parameter.default
    return values.get(parameter.name, default)


def is_live(parameter: Parameter, values: "Values") -> bool:
    """Whether it has a value, which may be null where that is not the default."""
    if value_of(parameter, values) is None:
        return parameter.default is not None and not parameter.of_verb
    return not is_left_out(parameter, values)


def is_left_out(parameter: Parameter, values: "Values") -> bool:
    """Whether null is refused, or only a missing value is, because the kind allows any."""
    if parameter.name in values:
        return False
    if not parameter.required:
        return value_of(parameter, values) is None and any(parameter.findings(None))
    return not list(parameter.findings(TO_FILL_IN))


def comment(text: str, lead: str = "") -> str:
    return filled(text, f"# {lead}", "# " + " " * len(lead), WIDTH)
