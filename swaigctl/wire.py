"""Checked values in, JSON-ready dictionaries out."""

from swaigctl.errors import SwaigctlError, flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Action


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
    differing = action.differing(values)
    in_the_way = [name for name in differing if name != layout.main]
    if form == "simplified" and in_the_way:
        raise not_simplified(action, in_the_way)
    if form == "simplified" or (form == "auto" and not in_the_way):
        return {layout.key: values[layout.main or ""]}
    if form == "expanded":
        differing = {
            parameter.name: values.get(parameter.name, parameter.default)
            for parameter in action.parameters
        }
        differing = {name: value for name, value in differing.items() if value is not None}
    return {layout.key: differing}


def simplified_part(action: "Action", values: "dict[str, object]") -> "dict[str, object]":
    """As much of `values` as the simplified form can hold."""
    return {name: value for name, value in values.items() if name == action.layout.main}


def swml_document(verb: "dict[str, object]") -> "dict[str, object]":
    """A SWML document that does nothing but this verb."""
    return {"version": "1.0.0", "sections": {"main": [verb]}}


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
    body = verb(action, values, form)
    if not action.layout.carries_swml:
        return body
    result: dict[str, object] = {"SWML": swml_document(body)}
    if transfer is not None:
        result["transfer"] = "true" if transfer else "false"
    return result


def response(
    text: "str | dict[str, object]", actions: "list[dict[str, object]]", post_process: bool
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
    flags = ", ".join(map(flag_of, in_the_way))
    return SwaigctlError(
        "form",
        f"the simplified form is just the {action.layout.main}, it can't hold {flags}.",
        "--form simplified",
    )
