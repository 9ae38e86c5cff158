"""Checked values in, JSON-ready dictionaries out."""

from swaigctl.errors import SwaigctlError, flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.catalog.actions import Action, Layout, Parameter


def verb(action: "Action", values: "dict[str, object]", form: str = "auto") -> "dict[str, object]":
    """`{verb: params}` in the chosen form; for a plain action, `{key: value}`.

    `form` is one of:

    - `"simplified"`: the bare value of the main parameter;
    - `"full"`: an object with the main parameter and all that differs from its default;
    - `"expanded"`: an object with every parameter that has a default or was given;
    - `"auto"`: simplified when every other parameter is at its default, else full. That is the
      documented rule.

    Raises:
        SwaigctlError: the simplified form was asked for and can't hold these values.
    """
    layout = action.layout
    key = str(values[layout.key_parameter]) if layout.key_parameter else layout.key
    if layout.constant is not None:
        return {key: {} if layout.constant == {} else layout.constant}  # never the catalog's own
    if layout.first_of:
        differing = action.differing(values)
        said = [name for name in layout.first_of if name in differing]
        return {key: on_wire(action, said[0], values) if said else True}
    if layout.value is not None:
        return {key: on_wire(action, layout.value, values)}
    in_the_way = [
        parameter.name
        for parameter in action.parameters
        if in_object(parameter, layout, beside_main=True) and says_something(parameter, values)
    ]
    main = action.value_of(layout.main, values) if layout.main else None
    simplifiable = not in_the_way and main is not None and (main != "" or is_required(action))
    if form == "simplified" and not simplifiable:
        raise not_simplified(action, in_the_way)
    if simplifiable and form in ("auto", "simplified"):
        return {key: main}
    body: dict[str, object] = {**layout.fixed}
    for parameter in in_wire_order(action):
        if in_object(parameter, layout) and is_written(parameter, values, form):
            put(body, parameter.at, parameter.kind.on_wire(given_or_default(parameter, values)))
    return {key: body}


def is_required(action: "Action") -> bool:
    """Whether the main parameter is; the SDK takes empty text for it then."""
    return any(each.required for each in action.parameters if each.name == action.layout.main)


def in_wire_order(action: "Action") -> "list[Parameter]":
    if not action.layout.order:
        return list(action.parameters)
    by_name = {parameter.name: parameter for parameter in action.parameters}
    return [by_name[name] for name in action.layout.order]


def in_object(parameter: "Parameter", layout: "Layout", beside_main: bool = False) -> bool:
    """Whether the parameter lies in the verb's object, not beside or before it."""
    elsewhere = (layout.transfer, layout.set_before, layout.response)
    return parameter.name not in elsewhere and not (beside_main and parameter.name == layout.main)


def is_written(parameter: "Parameter", values: "dict[str, object]", form: str) -> bool:
    value = given_or_default(parameter, values)
    if value is None:
        return False
    if parameter.beside and values.get(parameter.beside) is None:
        return False
    if parameter.always or form == "expanded":
        return True
    return says_something(parameter, values)


def says_something(parameter: "Parameter", values: "dict[str, object]") -> bool:
    """Whether its value differs from the default, and from nothing at all."""
    value = given_or_default(parameter, values)
    return value != parameter.default and (parameter.keep_empty or value not in ("", [], {}))


def given_or_default(parameter: "Parameter", values: "dict[str, object]") -> object:
    return values.get(parameter.name, parameter.default)


def on_wire(action: "Action", name: str, values: "dict[str, object]") -> object:
    (parameter,) = (each for each in action.parameters if each.name == name)
    return parameter.kind.on_wire(given_or_default(parameter, values))


def put(body: "dict[str, object]", path: str, value: object) -> None:
    """Put `value` into nested objects: `devices.params.to_number`."""
    step, dot, rest = path.partition(".")
    if not dot:
        body[step] = value
        return
    inner = body.setdefault(step, {})
    assert isinstance(inner, dict)
    put(inner, rest, value)


def simplified_part(action: "Action", values: "dict[str, object]") -> "dict[str, object]":
    """As much of `values` as the simplified form can hold."""
    return {name: value for name, value in values.items() if name == action.layout.main}


def swml_document(
    action: "Action", values: "dict[str, object]", form: str = "auto"
) -> "dict[str, object]":
    """The SWML document that the action carries."""
    layout = action.layout
    if layout.value is not None:
        # From Python it may be no object: JSON text of any kind is passed on, as by the SDK.
        return on_wire(action, layout.value, values)  # type: ignore[return-value]
    main = [verb(action, values, form)]
    if layout.set_before:
        main.insert(0, {"set": {layout.set_before: action.value_of(layout.set_before, values)}})
    if layout.sections_first:
        return {"sections": {"main": main}, "version": "1.0.0"}
    return {"version": "1.0.0", "sections": {"main": main}}


def on_the_wire(
    action: "Action",
    values: "dict[str, object]",
    form: str = "auto",
    transfer: "bool | None" = None,
) -> "dict[str, object]":
    """The action as a SWAIG response carries it.

    `transfer` says whether the call leaves the agent when the document has run; it stands beside
    the document as the text `"true"` or `"false"`, as the SDK writes it. None leaves it out.
    """
    layout = action.layout
    if layout.fragment:
        (part,) = verb(action, values, form).values()
        assert isinstance(part, dict)
        return part
    if not layout.carries_swml:
        return verb(action, values, form)
    result: dict[str, object] = {"SWML": swml_document(action, values, form)}
    leaves: object = transfer
    if layout.transfer:
        leaves = action.value_of(layout.transfer, values)
        if layout.value is not None:  # a document of one's own: the SDK writes only a yes
            leaves = leaves or None
    if leaves is not None:
        result["transfer"] = str(leaves).lower()
    return result


def prompt_of(action: "Action", values: "dict[str, object]") -> "dict[str, object] | None":
    """The response that the action brings along, if it brings one."""
    if action.layout.response is None:
        return None
    prompt = values.get(action.layout.response)
    # The SDK's words for the model to reason from.
    return None if prompt is None else {"tool_result": "status: on hold", "tool_prompt": prompt}


def response(
    text: "str | dict[str, object]", actions: "Sequence[object]", post_process: bool
) -> "dict[str, object]":
    """A SWAIG response, as the SDK writes it.

    Empty parts are left out, and `post_process` where there is no action to wait with. With neither
    text nor action it says `"Action completed."`
    """
    result: dict[str, object] = {}
    if text:
        result["response"] = text
    if actions:
        result["action"] = actions
        if post_process:
            result["post_process"] = True
    return result or {"response": "Action completed."}


def not_simplified(action: "Action", in_the_way: "list[str]") -> SwaigctlError:
    main = action.layout.main
    if main is None:
        sentence = f"{action.command} has only one form."
    elif in_the_way:
        flags = ", ".join(map(flag_of, in_the_way))
        sentence = f"the simplified form is just the {main}, it can't hold {flags}."
    else:
        sentence = f"the simplified form is just the {main}: give {flag_of(main)}."
    return SwaigctlError("form", sentence, "--form simplified")
