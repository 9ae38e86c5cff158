"""What was asked for, once its texts are read: an action in a form and a shape, or a response.

Command lines, batches and fixture plans come together here: values are checked, the document is
made, and what is useless or unwise in it is found.
"""

from swaigctl import wire
from swaigctl.catalog import command_flags
from swaigctl.catalog.kinds import unknown_name
from swaigctl.errors import MOST_SUGGESTIONS, ParameterError, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.catalog.actions import Action, Parameter
    from swaigctl.catalog.cautions import Caution
    from swaigctl.catalog.chains import Link

    Options = dict[str, object]
    """What was asked for beside the parameters, by option: `form`, `as`, `transfer` and others."""

    Document = dict[str, object]


class Refused(Exception):
    """The request can't be answered; `errors` says why."""

    def __init__(self, *errors: SwaigctlError) -> None:
        super().__init__(*errors)
        self.errors = errors


def checked_members(
    parameters: "Iterable[Parameter]", given: "dict[str, object]"
) -> "tuple[dict[str, object], list[ParameterError]]":
    """The checked members of an object with these and no other, and all that is wrong in it.

    An error's `path` begins with the name in the object: `.beep`.
    """
    by_name = {parameter.name: parameter for parameter in parameters}
    values = {}
    errors: list[ParameterError] = []
    for name, value in given.items():
        try:
            if name not in by_name:
                raise unknown_name(name, tuple(by_name))
            values[name] = by_name[name].check(value)
        except ParameterError as error:
            if len(errors) >= MOST_SUGGESTIONS:
                error.near = None
            errors.append(error.within(name))
    return values, errors


def action_cautions(
    action: "Action", values: "dict[str, object]", options: "Options"
) -> "list[Caution]":
    """What to warn of in one action, and in how it was asked for."""
    return action.advice(values) + option_cautions(action, values, options)


def option_cautions(
    action: "Action", values: "dict[str, object]", options: "Options"
) -> "list[Caution]":
    """What to warn of in how an action was asked for."""
    cautions = []
    if options.get("transfer") is not None and options["as"] in ("swml", "verb"):
        cautions.append(command_flags.transfer_not_shown(str(options["as"])))
    if wire.prompt_of(action, values) and options["as"] != "response":
        cautions.append(command_flags.PROMPT_NOT_SHOWN)
    return cautions


def action_document(
    action: "Action", values: "dict[str, object]", options: "Options"
) -> "Document":
    """The action in the shape that `as` asks for, and in `form`.

    Raises:
        SwaigctlError: this action hasn't got that form or shape.
    """
    form = str(options["form"])
    shape = options["as"]
    if shape == "action":
        return on_the_wire(action, values, options)
    if shape == "response":
        prompt = wire.prompt_of(action, values)
        actions = [on_the_wire(action, values, options)]
        return wire.response(prompt or "", actions, post_process=prompt is not None)
    if not action.layout.carries_swml:
        sentence = f"{action.command} is a plain action, it carries no SWML."
        raise SwaigctlError("shape", sentence, f"--as {shape}")
    if shape == "swml":
        return wire.swml_document(action, values, form)
    if action.layout.value is not None:
        sentence = f"{action.command} carries a document, not one verb; use '--as swml'."
        raise SwaigctlError("shape", sentence, f"--as {shape}")
    return wire.verb(action, values, form)


def on_the_wire(action: "Action", values: "dict[str, object]", options: "Options") -> "Document":
    transfer = options.get("transfer")
    form = str(options["form"])
    return wire.on_the_wire(action, values, form, None if transfer is None else bool(transfer))


def chain_labels(actions: "Iterable[Action]") -> "list[str]":
    """How messages name each action: by command, and by place too where a command stands twice."""
    commands = [action.command for action in actions]
    counts: dict[str, int] = {}
    for command in commands:
        counts[command] = counts.get(command, 0) + 1
    return [
        f"action {place}, {command}: " if counts[command] > 1 else f"{command}: "
        for place, command in enumerate(commands, 1)
    ]


def linked(label: str, action: "Action", values: "dict[str, object]", options: "Options") -> "Link":
    """One action of a response.

    Raises:
        SwaigctlError: it is no action by itself, or hasn't got that form.
    """
    from swaigctl.catalog.chains import Link

    if action.layout.fragment:
        raise SwaigctlError("usage", "is a part of an action, not an action.")
    return Link(label, action, values, on_the_wire(action, values, options))


def response_text(options: "Options") -> "str | Document":
    """What the model reads.

    Raises:
        SwaigctlError: it was given in two ways.
    """
    parts = {name: options[name] for name in ("tool_result", "tool_prompt") if options.get(name)}
    if parts and options.get("response"):
        sentence = "can't go with '--tool-result' or '--tool-prompt', which take its place."
        raise SwaigctlError("flags", sentence, "--response")
    return parts or str(options.get("response") or "")


def response_document(
    links: "list[Link]", text: "str | Document", post_process: bool
) -> "tuple[Document, list[Caution]]":
    """The response with these actions, and what to warn of in it."""
    from swaigctl.catalog.chains import chain_cautions

    prompts = [wire.prompt_of(link.action, link.values) for link in links]
    prompt = next((each for each in reversed(prompts) if each), None)
    post_process = post_process or prompt is not None
    cautions = chain_cautions(links, text, post_process)
    return wire.response(prompt or text, [link.wired for link in links], post_process), cautions


def refuse_if_strict(strict: object, cautions: "list[Caution]") -> None:
    """Turn warnings into errors, where that was asked for.

    Raises:
        Refused: there is something to warn of.
    """
    if strict and cautions:
        raise Refused(
            *(
                SwaigctlError(each.code, f"{each.sentence} [{each.code}]", each.where)
                for each in cautions
            )
        )
