"""The quick path: a well-formed action call, answered without Typer.

It reads the arguments against the catalog and declines whatever it does not fully understand:
help, a wrong value, an unknown flag, YAML, a file to read, colour. The Typer app then starts
afresh with the same arguments. It may decline; it may never differ.
"""

import sys

from swaigctl.catalog import action_named
from swaigctl.catalog.index import FAMILY_OF
from swaigctl.cli.answers import Refused, answer_to
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.cli.streams import wants_color, write_error, write_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Parameter
    from swaigctl.cli.flags import Given


def answered(arguments: "list[str]") -> "int | None":
    """The exit status, if these arguments could be answered here; None if nothing was done."""
    name = arguments[0].replace("-", "_") if arguments else ""
    if name not in FAMILY_OF or "_" in arguments[0]:
        return None
    action = action_named(name)
    given = split(arguments[1:], flag_table(parameters_of(action)))
    if given is None or given.get("format") == ["yaml"]:
        return None
    no_color = "no_color" in given
    if wants_color(sys.stdout, no_color):
        return None
    try:
        answer = answer_to(action, given)
    except Refused:
        return None
    if answer.cautions:
        if wants_color(sys.stderr, no_color):
            return None
        write_error("".join(f"Warning: {caution.line}\n" for caution in answer.cautions))
    return write_out(answer.text)


def split(
    arguments: "list[str]", table: "dict[str, tuple[Parameter, bool | None]]"
) -> "Given | None":
    """What was given for each parameter; None if it takes more than this to tell."""
    given: Given = {}
    rest = iter(arguments)
    for argument in rest:
        flag, equals, text = argument.partition("=")
        parameter, boolean = table.get(flag, (None, None))
        if parameter is None:
            return None
        if boolean is not None:
            if equals:
                return None
            given[parameter.name] = boolean
            continue
        value = text if equals else next(rest, None)
        # Standard input and some files can be read only once, and the Typer app may have to.
        if value is None or (parameter.kind.takes_json and value[:1] in ("-", "@")):
            return None
        texts = given.get(parameter.name)
        if parameter.kind.repeatable and isinstance(texts, list):
            texts.append(value)
        else:
            given[parameter.name] = [value]
    return given
