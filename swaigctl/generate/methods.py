"""The methods of the Python API, with real signatures: actions of a result, verbs of a document."""

import json
import keyword
import re
import textwrap
from collections.abc import Iterable

from swaigctl.catalog.verbs import USES
from swaigctl.model.entries import CALLING, Action, Parameter, Verb
from swaigctl.model.forms import Lenient, Quoted
from swaigctl.model.kinds import Choice, Integer, Kind, Number
from swaigctl.model.shapes import Field, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf
from swaigctl.python import values
from swaigctl.schema.naming import type_name

TYPING = '''from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typing
else:

    class typing:
        """Imports `typing` when somebody evaluates the annotations, and not before."""

        def __getattr__(self, name: str) -> object:
            import typing

            return getattr(typing, name)

    typing = typing()
'''

OBJECTS = '''
if TYPE_CHECKING:
    from swaigctl.python import action_objects as objects
else:

    class objects:
        """Imports the types of objects when somebody evaluates the annotations."""

        def __getattr__(self, name: str) -> object:
            from swaigctl.python import action_objects

            return getattr(action_objects, name)

    objects = objects()
'''


def action_methods(actions: Iterable[Action]) -> str:
    """The module with a method for each action."""
    methods = "".join("\n" + action_method(action) for action in actions)
    return f'''{TYPING}{OBJECTS}

class ActionMethods:
    """One method for each action of the catalog; `FunctionResult` is the class to use."""

    def _add(self, name: str, given: tuple[object, ...]) -> typing.Self:
        raise NotImplementedError

    @staticmethod
    def _part(name: str, given: tuple[object, ...]) -> dict[str, typing.Any]:
        from swaigctl.python.function_result import FunctionResult

        return FunctionResult._part(name, given)
{methods}'''


def action_method(action: Action) -> str:
    """The method's source, indented as a member of a class."""
    is_part = action.place.is_part
    given = "".join(f"{parameter.name}, " for parameter in action.parameters).rstrip()
    call = "ActionMethods._part" if is_part else "self._add"
    arguments = [argument_of_action(action, parameter) for parameter in action.parameters]
    return method(
        action.name,
        arguments if is_part else ["self", *arguments],
        "dict[str, typing.Any]" if is_part else "typing.Self",
        documentation(action, map(parameter_told, action.parameters)),
        f'{call}("{action.name}", ({given}))',
        decorators=["@staticmethod"] if is_part else [],
    )


def argument_of_action(action: Action, parameter: Parameter) -> str:
    described = typed(parameter.kind, name_of_object(action, parameter), "objects.")
    is_described = described and not parameter.own_annotation
    source = qualified(described if is_described else values.annotation(parameter))
    if parameter.required:
        return f"{parameter.name}: {source}"
    if parameter.may_be_none:
        source += " | None"
    return f"{parameter.name}: {source} = {literal_source(parameter.default)}"


def action_objects(actions: Iterable[Action]) -> str:
    """The module with the types of the objects that methods of actions take."""
    found: dict[str, str] = {}
    for action in actions:
        for parameter in action.parameters:
            if not parameter.own_annotation:
                add_typed_dicts(parameter.kind, name_of_object(action, parameter), found)
    definitions = "\n".join(found.values())
    return f'''"""The types of the objects that methods of `FunctionResult` take.

A type checker compares an object that is written out with them. A variable is taken if it has one
of these types, or is a `dict[str, Any]`, as for the SDK.
"""

from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class OnlyAny:
    """No value is one: it stands where a type checker is to take `Any`, and nothing that it knows.

    So a `dict[str, OnlyAny]` is a `dict[str, Any]`, but no object that is written out.
    """


{definitions}'''


def add_typed_dicts(kind: Kind, name: str, found: dict[str, str]) -> None:
    """Define the described objects in a kind, the inner ones first."""
    if isinstance(kind, ListOf):
        add_typed_dicts(kind.item, name, found)
    if not isinstance(kind, Object):
        return
    lines = []
    for field in kind.fields:
        inner = f"{name}{type_name(singular(field))}"
        add_typed_dicts(field.kind, inner, found)
        source = typed(field.kind, inner) or annotation(field.kind)
        lines.append(
            f'        "{field.name}": {f"Required[{source}]" if field.required else source},'
        )
    members = "\n".join(lines)
    found[name] = f'''{name} = TypedDict(
    "{name}",
    {{
{members}
    }},
    total=False,
)
'''


def typed(kind: Kind, name: str, module: str = "") -> str:
    """The type of a described object, or of a list of them; nothing for other kinds.

    `module` is what stands before the names of types, with its dot.
    """
    if isinstance(kind, ListOf) and isinstance(kind.item, Object):
        return f"Sequence[{typed(kind.item, name, module)}]"
    return f"{module}{name} | dict[str, {module}OnlyAny]" if isinstance(kind, Object) else ""


def name_of_object(action: Action, parameter: Parameter) -> str:
    """What the type of a parameter's object is called: `Settings`, `PayPrompt`."""
    is_whole = action.body.value == parameter.name
    return ("" if is_whole else type_name(action.name)) + type_name(singular(parameter))


def singular(field: Field) -> str:
    """The field's name, of one thing where it is a list of several."""
    return field.name.removesuffix("s") if isinstance(field.kind, ListOf) else field.name


def parameter_told(parameter: Parameter) -> str:
    kind = values.PYTHON_KINDS[parameter]
    limits = f" ({kind.allowed}.)" if isinstance(kind, (Integer, Number)) else ""
    return argument_told(parameter.name, parameter.help + limits, parameter.meanings)


def verb_methods(verbs: Iterable[Verb]) -> str:
    """The module with a class for each flavour, and a method in it for each verb."""
    by_flavour: dict[str, list[Verb]] = {}
    for verb in verbs:
        by_flavour.setdefault(verb.flavour, []).append(verb)
    classes = "".join(f"\n\n{verb_class(*each)}" for each in by_flavour.items())
    return f'''{TYPING}

class VerbMethods:
    """What the methods of both kinds of document do."""

    def add_verb(self, name: str, value: typing.Any) -> typing.Self:
        raise NotImplementedError

    @staticmethod
    def _given(parameters: dict[str, typing.Any]) -> dict[str, typing.Any]:
        return {{name: value for name, value in parameters.items() if value is not None}}
{classes}'''


def verb_class(flavour: str, verbs: list[Verb]) -> str:
    """The class with the methods of one flavour's verbs."""
    to_use = "SWMLDocument" if flavour == CALLING else "MessagingDocument"
    methods = "".join("\n" + verb_method(verb) for verb in verbs)
    return f'''class {flavour.title()}Methods(VerbMethods):
    """One method for each verb of documents for {USES[flavour]}; `{to_use}` is the class to use."""
{methods}'''


class Argument:
    """A parameter of a verb, in whichever of its shapes it is."""

    def __init__(self, fields: list[Field], required: bool) -> None:
        self.field = fields[0]
        self.name = identifier(self.field.name)
        self.required = required
        self.annotation = union(annotation(field.kind) for field in fields)

    @property
    def source(self) -> str:
        if self.required:
            return f"{self.name}: {qualified(self.annotation)}"
        return f"{self.name}: {qualified(union([self.annotation, 'None']))} = None"

    @property
    def told(self) -> str:
        field, kind = self.field, self.field.kind
        notes = []
        listed = isinstance(kind, Choice) and not (kind.open or kind.meanings)
        if listed or isinstance(kind, (Integer, Number)):
            notes.append(kind.allowed)
        if field.default is not None:
            notes.append(f"Default: {literal_source(field.default)}")
        if field.deprecated:
            notes.append(f"Deprecated: use {field.deprecated}")
        text = f"{field.help} ({'. '.join(notes)}.)" if notes else field.help
        return argument_told(self.name, text, field.meanings)


def verb_method(verb: Verb) -> str:
    """The method's source, indented as a member of a class."""
    if verb.value is not None:
        return method_with_value(verb, verb.value)
    arguments = {each.field.name: each for each in arguments_of(verb)}
    first = [each for name, each in arguments.items() if name == positional(verb)]
    others = [each for each in arguments.values() if each not in first]
    given = ", ".join(f'"{name}": {each.name}' for name, each in arguments.items())
    return method(
        identifier(verb.name),
        [
            "self",
            *(each.source for each in first),
            *(["*"] if others else []),
            *(each.source for each in others),
        ],
        "typing.Self",
        documentation(verb, (each.told for each in (*first, *others)), verb.sets),
        f'self.add_verb("{verb.name}", self._given({{{given}}}))'
        if given
        else f'self.add_verb("{verb.name}", {{}})',
    )


def method_with_value(verb: Verb, value: Field) -> str:
    """The source of a method for a verb that has a value, and no parameters."""
    argument = Argument([value], value.required)
    arguments, told, given = [argument.source], [argument.told], argument.name
    if isinstance(value.kind, MapOf):
        item = qualified(annotation(value.kind.item))
        optional = Argument([value], False)
        arguments = [optional.source, "/", f"**{argument.name}_by_name: {item}"]
        told.append(
            argument_told(
                f"**{argument.name}_by_name", "More of them, as keywords. None is left out."
            )
        )
        given = f"{{**({argument.name} or {{}}), **self._given({argument.name}_by_name)}}"
    return method(
        identifier(verb.name),
        ["self", *arguments],
        "typing.Self",
        documentation(verb, told, verb.sets),
        f'self.add_verb("{verb.name}", {given})',
    )


def objects_of(verb: Verb) -> list[Object]:
    """The objects that a verb's value can be."""
    branches = verb.kind.branches if isinstance(verb.kind, OneOf) else (verb.kind,)
    return [each for each in branches if isinstance(each, Object)]


def arguments_of(verb: Verb) -> list[Argument]:
    """The parameters of all shapes; required is what is so in each of them."""
    objects = objects_of(verb)
    names = dict.fromkeys(field.name for each in objects for field in each.fields)
    found = []
    for name in names:
        fields = [field for each in objects for field in each.fields if field.name == name]
        required = len(fields) == len(objects) and all(field.required for field in fields)
        found.append(Argument(fields, required))
    return found


def positional(verb: Verb) -> str:
    """The parameter that may be given without its name, if there is one.

    It is the one that a bare value stands for, or the only one that is required.
    """
    if verb.kind.main is not None:
        return verb.kind.main.name
    first = objects_of(verb)[0]
    required = [field.name for field in first.fields if field.required]
    return first.bare or (required[0] if len(required) == 1 else "")


def annotation(kind: Kind) -> str:
    """The type as Python source; where a SWML variable may stand, text is right too."""
    if isinstance(kind, Named):
        return annotation(kind.kind())
    if isinstance(kind, (Lenient, Quoted)):
        return annotation(kind.kind)
    if isinstance(kind, OneOf):
        return union(map(annotation, kind.branches))
    if isinstance(kind, ListOf):
        return f"list[{annotation(kind.item)}]"
    if isinstance(kind, MapOf):
        return f"dict[str, {annotation(kind.item)}]"
    return union([kind.annotation, "str"]) if getattr(kind, "variable", False) else kind.annotation


def union(annotations: Iterable[str]) -> str:
    """One of several types; `Any` is all of them."""
    parts = dict.fromkeys(part for each in annotations for part in members(each))
    return "Any" if "Any" in parts else " | ".join(parts)


def members(annotation: str) -> list[str]:
    """The types of a union, which may be inside brackets again."""
    return re.split(r" \| (?![^\[]*\])", annotation)


def identifier(name: str) -> str:
    """A name as Python can have it."""
    return f"{name}_" if keyword.iskeyword(name) else name


def qualified(annotation: str) -> str:
    return re.sub(r"\b(Any|Literal|Sequence)\b", r"typing.\1", annotation)


def literal_source(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else repr(value)


def method(
    name: str,
    arguments: list[str],
    result: str,
    documentation: str,
    returned: str,
    decorators: Iterable[str] = (),
) -> str:
    """A method's source, indented as a member of a class."""
    lines = [
        *decorators,
        f"def {name}(",
        *(f"    {argument}," for argument in arguments),
        f") -> {result}:",
        f'    """{textwrap.indent(documentation, "    ").strip()}',
        '    """',
        f"    return {returned}",
    ]
    return textwrap.indent("\n".join(lines) + "\n", "    ")


def documentation(
    entry: Action | Verb, arguments: Iterable[str], sets: tuple[str, ...] = ()
) -> str:
    """The docstring of an entry's method."""
    text = f"{entry.summary}\n\n"
    if entry.description:
        text += fill(entry.description) + "\n\n"
    if sets:
        text += fill(f"Sets {', '.join(sets)}.") + "\n\n"
    told = "".join(arguments)
    text += f"Args:\n{told}\n" if told else ""
    if refuses(entry):
        text += "Raises:\n    ParameterError: a value is not allowed; it is a ValueError.\n"
    else:
        text += fill("Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.")
        text += "\n"
    return text + f"\nSource: {entry.source}\n" if entry.source else text


def refuses(entry: Action | Verb) -> bool:
    """Whether its method refuses any value: an action's does so only where the SDK does, or where
    its reference is law.
    """
    if isinstance(entry, Verb) or entry.reference_is_law or entry.as_sdk is not None:
        return True
    of_values = any(parameter.refused_by_sdk for parameter in entry.parameters)
    return of_values or any(rule.refused_by_sdk for rule in entry.rules)


def argument_told(name: str, text: str, meanings: dict[str, str] | None = None) -> str:
    """The paragraph about one argument."""
    lines = [fill(f"{name}: {text}", "    ", "        ")]
    for spelling, meaning in (meanings or {}).items():
        lines.append(fill(f'- "{spelling}": {meaning}', " " * 8, " " * 10))
    return "".join(f"{line}\n" for line in lines)


def fill(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        90,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
