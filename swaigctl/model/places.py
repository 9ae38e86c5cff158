"""Where an action's content lies on the wire, and what it is made of: written, read, described.

An action is a place and a body. The place says where in a response the content stands: behind a
plain action's name, or behind a verb in a SWML document. The body says what the content is: an
object of members, one bare value, a constant. Both write values and read them back, and both
describe what they write as a kind, from which its schema comes.
"""

from swaigctl.findings import ABSENT, Finding, SwaigctlError
from swaigctl.model import SWML_VERSION
from swaigctl.model.kinds import Constant, Kind
from swaigctl.model.shapes import Field, MapOf, Object, Sequence
from swaigctl.model.walk import findings, read, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.entries import Action, Parameter, Verb

    Values = dict[str, object]


class Unreadable(Exception):
    """What stands on the wire is not what this action writes."""


class Body:
    """What an action's content is made of."""

    main = ""
    """The parameter whose bare value is the simplified form; empty if there is no such form."""

    value = ""
    """The parameter whose value is all there is, where there is no object."""

    fixed: "dict[str, object]" = {}  # noqa: RUF012
    """Members that every object has, before the parameters: one use of a verb that has many."""

    def forms(self, action: "Action") -> "tuple[str, ...]":
        """The forms that differ from each other, with defaults if not with empty values."""
        return ("auto",)

    def write(self, action: "Action", values: "Values", form: str) -> object:
        """The content, in this form.

        Raises:
            SwaigctlError: the simplified form was asked for and can't hold these values.
        """
        raise NotImplementedError

    def read(self, action: "Action", wired: object) -> "Values":
        """The values from which this content was written; what is left out is left out.

        Raises:
            Unreadable: it was not written by this action.
        """
        raise NotImplementedError

    def kind(self, action: "Action", closed: bool = True) -> Kind:
        """What the content can be; where it is not closed, members may be missing, or others."""
        raise NotImplementedError


class ConstantBody(Body):
    """The content of an action without parameters."""

    def __init__(self, value: object = True) -> None:
        self.constant = value

    def write(self, action: "Action", values: "Values", form: str) -> object:
        if form == "simplified":
            raise not_simplified(action.command, "", [])
        return dict(self.constant) if isinstance(self.constant, dict) else self.constant

    def read(self, action: "Action", wired: object) -> "Values":
        if wired != self.constant:
            raise Unreadable
        return {}

    def kind(self, action: "Action", closed: bool = True) -> Kind:
        return Constant(self.constant)


class BareValue(Body):
    """The value of one parameter, and no object."""

    def __init__(self, parameter: str) -> None:
        self.value = parameter

    def write(self, action: "Action", values: "Values", form: str) -> object:
        return written(action.parameter(self.value).kind, action.value_of(self.value, values))

    def read(self, action: "Action", wired: object) -> "Values":
        return {self.value: read(action.parameter(self.value).kind, wired)}

    def kind(self, action: "Action", closed: bool = True) -> Kind:
        return action.parameter(self.value).kind


class FirstOf(Body):
    """The first of several parameters that says something; `true` if none does."""

    def __init__(self, *parameters: str) -> None:
        self.parameters = parameters

    def write(self, action: "Action", values: "Values", form: str) -> object:
        differing = action.differing(values)
        for name in self.parameters:
            if name in differing:
                return written(action.parameter(name).kind, differing[name])
        return True

    def read(self, action: "Action", wired: object) -> "Values":
        if wired is True:
            return {}
        for name in self.parameters:
            kind = action.parameter(name).kind
            if not list(findings(kind.wired, wired)):
                return {name: read(kind, wired)}
        raise Unreadable

    def kind(self, action: "Action", closed: bool = True) -> Kind:
        from swaigctl.model.unions import OneOf

        kinds = (action.parameter(name).kind.wired for name in self.parameters)
        return OneOf(*kinds, Constant(True))


class Members(Body):
    """An object with a member for each parameter, and perhaps a simplified form."""

    def __init__(
        self,
        main: str = "",
        *,
        fixed: "dict[str, object] | None" = None,
        order: "tuple[str, ...]" = (),
    ) -> None:
        self.main = main
        self.fixed = fixed or {}
        self.order = order
        """The parameters as the object has them, where that is not the documented order."""

    def forms(self, action: "Action") -> "tuple[str, ...]":
        if self.main:
            return ("auto", "simplified", "full", "expanded")
        has_defaults = any(
            each.default is not None and not each.always for each in self.parameters(action)
        )
        return ("auto", "expanded") if has_defaults else ("auto",)

    def parameters(self, action: "Action") -> "list[Parameter]":
        """Those that are members, in the order of the object."""
        elsewhere = (*action.place.takes, action.prompt)
        here = [each for each in action.parameters if each.name not in elsewhere]
        if self.order:
            here.sort(key=lambda parameter: self.order.index(parameter.name))
        return here

    def given_further(self, action: "Action", values: "Values") -> "list[Parameter]":
        """The further ones of the verb's that were given."""
        if not action.has_further(values):
            return []
        return [each for each in action.further if values.get(each.name) is not None]

    def write(self, action: "Action", values: "Values", form: str) -> object:
        members = self.parameters(action)
        further = self.given_further(action, values)
        in_the_way = [
            each.name for each in members if each.name != self.main and says_something(each, values)
        ]
        in_the_way += [each.name for each in further]
        main = action.value_of(self.main, values) if self.main else None
        simplifiable = not in_the_way and (main is not None or self.main in values)
        if simplifiable and not main:
            # The SDK takes whatever is given where the main parameter is required.
            parameter = action.parameter(self.main)
            simplifiable = parameter.required or parameter.always
        if form == "simplified" and not simplifiable:
            raise not_simplified(action.command, self.main, in_the_way)
        if simplifiable and form in ("auto", "simplified"):
            return written(action.parameter(self.main).kind, main)
        content: Values = {**self.fixed}
        unfit = defaults_without_meaning(action, values) if form == "expanded" else ()
        for parameter in members:
            if parameter.at not in unfit and is_written(parameter, values, form):
                value = values.get(parameter.name, parameter.default)
                put(content, parameter.at, written(parameter.kind, value))
        for parameter in further:
            put(content, parameter.at, written(parameter.kind, values[parameter.name]))
        return content

    def read(self, action: "Action", wired: object) -> "Values":
        if not isinstance(wired, dict):
            if not self.main:
                raise Unreadable
            return {self.main: read(action.parameter(self.main).kind, wired)}
        rest = copied(wired)
        for name, value in self.fixed.items():
            if rest.pop(name, ABSENT) != value:
                raise Unreadable
        values: Values = {}
        for parameter in self.parameters(action):
            value = taken(rest, parameter.at)
            if value is not ABSENT:
                values[parameter.name] = read(parameter.kind, value)
        for parameter in action.further if rest else ():
            if parameter.at in rest:
                values[parameter.name] = read(parameter.kind, rest.pop(parameter.at))
        if rest:
            raise Unreadable
        return in_order(action, values)

    def kind(self, action: "Action", closed: bool = True) -> Kind:
        from swaigctl.model.described import object_of

        tree: Values = {
            name: Field(name, Constant(value), "") for name, value in self.fixed.items()
        }
        for parameter in (*self.parameters(action), *action.further):
            put(tree, parameter.at, parameter)
        content = object_of(tree, action, closed)
        if not self.main:
            return content
        from swaigctl.model.unions import OneOf

        return OneOf(action.parameter(self.main).kind, content)


def in_order(action: "Action", values: "Values") -> "Values":
    """The values in the documented order of their parameters."""
    names = (each.name for each in action.parameters_for(values))
    return {name: values[name] for name in names if name in values}


def is_written(parameter: "Parameter", values: "Values", form: str) -> bool:
    value = values.get(parameter.name, parameter.default)
    if value is None:
        # Python may give None where the SDK knows no meaning of it, and writes null.
        return parameter.always and not parameter.may_be_none and parameter.name in values
    if parameter.beside and values.get(parameter.beside) is None:
        return False
    return parameter.always or form == "expanded" or says_something(parameter, values)


def defaults_without_meaning(action: "Action", values: "Values") -> "set[object]":
    """Where parameters lie whose defaults have no meaning beside these values."""
    given = {each.at for each in action.parameters if each.name in values}
    by_place = {each.at: action.value_of(each.name, values) for each in action.parameters}
    return {
        match.path[0]
        for rule in action.verb_rules
        if rule.condition.denies_meaning
        for match in rule.condition.matches(rule.parameters, by_place)
        if match.path[0] not in given
    }


def says_something(parameter: "Parameter", values: "Values") -> bool:
    """Whether its value differs from the default, and from nothing at all."""
    value = values.get(parameter.name, parameter.default)
    if value is None or value == parameter.default:
        return False
    return parameter.keep_empty or parameter.default is not None or bool(value)


def put(content: "Values", path: str, value: object) -> None:
    """Put `value` into nested objects: `devices.params.to_number`."""
    step, dot, rest = path.partition(".")
    if not dot:
        content[step] = value
        return
    inner = content.setdefault(step, {})
    assert isinstance(inner, dict)
    put(inner, rest, value)


def copied(content: "Values") -> "Values":
    """A copy of nested objects, from which members can be taken."""
    return {
        name: copied(each) if isinstance(each, dict) else each for name, each in content.items()
    }


def taken(content: "Values", path: str) -> object:
    """The member at a path, taken out together with the objects that are empty then."""
    step, dot, rest = path.partition(".")
    if not dot:
        return content.pop(step, ABSENT)
    inner = content.get(step)
    if not isinstance(inner, dict):
        return ABSENT
    value = taken(inner, rest)
    if not inner:
        del content[step]
    return value


def not_simplified(command: str, main: str, in_the_way: "list[str]") -> SwaigctlError:
    """The error where the simplified form was asked for; `in_the_way` is what it can't hold."""
    details: dict[str, str | tuple[str, ...]] = {"main": main, "others": tuple(in_the_way)}
    if not main:
        details["command"] = command
        sentence = "{command} has no simplified form."
    elif in_the_way:
        sentence = "the simplified form is just the {main}, it can't hold {others}."
    else:
        sentence = f"the simplified form is just the {{main}}: give {{{main}}}."
    return SwaigctlError(
        Finding("form", sentence, path=("form",), value="simplified", details=details)
    )


class Place:
    """Where an action's content lies."""

    key = ""
    """The name of the plain action, or of the SWML verb."""

    verb: "Verb | None" = None
    """The SWML verb that it carries."""

    carries_swml = False
    """Whether the action is a SWML document."""

    is_part = False
    """Whether this is no action, but a part of one."""

    transfer = ""
    """The parameter that is written beside the document as `transfer`."""

    set_before = ""
    """The parameter that a `set` verb in front of the verb sets."""

    key_parameter = ""
    """The parameter that is the key, where the action is any action."""

    @property
    def takes(self) -> "tuple[str, ...]":
        """The parameters that lie in the place, and not in the content."""
        return self.transfer, self.set_before, self.key_parameter

    def write(
        self, action: "Action", values: "Values", form: str = "auto", transfer: "bool | None" = None
    ) -> "Values":
        """The action as a response carries it.

        `transfer` says whether the call leaves the agent when the document has run; it stands
        beside the document as the text `"true"` or `"false"`, as the SDK writes it. None leaves
        it out.

        Raises:
            SwaigctlError: the simplified form was asked for and can't hold these values.
        """
        raise NotImplementedError

    def read(self, action: "Action", wired: object) -> "Values":
        """The values from which an action was written.

        Raises:
            Unreadable: it was not written by this action.
        """
        raise NotImplementedError

    def kind(self, action: "Action") -> Kind:
        """What it can be, as it lies in a response."""
        raise NotImplementedError


class Plain(Place):
    """Behind the action's own name: `{"say": …}`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def write(
        self, action: "Action", values: "Values", form: str = "auto", transfer: "bool | None" = None
    ) -> "Values":
        return {self.key: action.body.write(action, values, form)}

    def read(self, action: "Action", wired: object) -> "Values":
        if not isinstance(wired, dict) or list(wired) != [self.key]:
            raise Unreadable
        return action.body.read(action, wired[self.key])

    def kind(self, action: "Action") -> Kind:
        return Object(Field(self.key, action.body.kind(action), action.summary, required=True))


class AnyKey(Place):
    """Behind a name that is a parameter."""

    def __init__(self, parameter: str) -> None:
        self.key_parameter = parameter

    def write(
        self, action: "Action", values: "Values", form: str = "auto", transfer: "bool | None" = None
    ) -> "Values":
        # From Python it may be no text, as the SDK has it.
        key: str = values[self.key_parameter]  # type: ignore[assignment]
        return {key: action.body.write(action, values, form)}

    def read(self, action: "Action", wired: object) -> "Values":
        if not isinstance(wired, dict) or len(wired) != 1:
            raise Unreadable
        ((key, content),) = wired.items()
        return {self.key_parameter: key, **action.body.read(action, content)}

    def kind(self, action: "Action") -> Kind:
        name = action.parameter(self.key_parameter).kind
        return MapOf(action.body.kind(action), key=name, exactly=1)


class Part(Place):
    """No action, but a part of one: the content by itself."""

    is_part = True

    def write(
        self, action: "Action", values: "Values", form: str = "auto", transfer: "bool | None" = None
    ) -> "Values":
        part = action.body.write(action, values, form)
        assert isinstance(part, dict)
        return part

    def read(self, action: "Action", wired: object) -> "Values":
        return action.body.read(action, wired)

    def kind(self, action: "Action") -> Kind:
        return action.body.kind(action)


def transfer_field() -> Field:
    """What stands beside a document."""
    from swaigctl.model.kinds import Boolean, Choice
    from swaigctl.model.unions import OneOf

    return Field(
        "transfer",
        OneOf(Choice("true", "false"), Boolean()),
        "Whether the call leaves the agent when the SWML document has run.",
        source="Written as text, as the SDK does; documentation shows booleans too.",
    )


class InSwml(Place):
    """Behind a verb, in the main section of a SWML document."""

    carries_swml = True

    def __init__(
        self,
        verb: "Verb",
        *,
        transfer: str = "",
        set_before: str = "",
        sections_first: bool = False,
    ) -> None:
        self.verb = verb
        self.key = verb.name
        self.transfer = transfer
        self.set_before = set_before
        self.sections_first = sections_first
        """Whether the document has `sections` before `version`, as some of the SDK's have."""

    def step(self, action: "Action", values: "Values", form: str = "auto") -> "Values":
        """The step with the verb."""
        return {self.key: action.body.write(action, values, form)}

    def document(self, action: "Action", values: "Values", form: str = "auto") -> "Values":
        """The SWML document."""
        main = [self.step(action, values, form)]
        if self.set_before:
            value = action.value_of(self.set_before, values)
            main.insert(0, {"set": {self.set_before: value}})
        if self.sections_first:
            return {"sections": {"main": main}, "version": SWML_VERSION}
        return {"version": SWML_VERSION, "sections": {"main": main}}

    def write(
        self, action: "Action", values: "Values", form: str = "auto", transfer: "bool | None" = None
    ) -> "Values":
        leaves = str(action.value_of(self.transfer, values)) if self.transfer else transfer
        return beside_transfer(self.document(action, values, form), leaves)

    def read(self, action: "Action", wired: object) -> "Values":
        document, leaves = document_in(wired)
        values: Values = {} if leaves is ABSENT or not self.transfer else {self.transfer: leaves}
        if set(document) != {"version", "sections"} or document["version"] != SWML_VERSION:
            raise Unreadable
        sections = document["sections"]
        main = sections.get("main") if isinstance(sections, dict) and len(sections) == 1 else None
        steps = list(main) if isinstance(main, list) else []
        if self.set_before and len(steps) == 2:
            step = steps.pop(0)
            variables = step.get("set") if isinstance(step, dict) and len(step) == 1 else None
            if not isinstance(variables, dict) or list(variables) != [self.set_before]:
                raise Unreadable
            values[self.set_before] = variables[self.set_before]
        if len(steps) != 1 or not isinstance(steps[0], dict) or list(steps[0]) != [self.key]:
            raise Unreadable
        values.update(action.body.read(action, steps[0][self.key]))
        return in_order(action, values)

    def kind(self, action: "Action") -> Kind:
        from swaigctl.model.kinds import Choice
        from swaigctl.model.unions import OneOf

        content = action.body.kind(action)
        steps: list[Kind] = [Object(Field(self.key, content, action.summary, required=True))]
        if self.set_before:
            parameter = action.parameter(self.set_before)
            kind = (
                OneOf(parameter.kind, Constant(None)) if parameter.may_be_none else parameter.kind
            )
            variables = Object(Field(parameter.name, kind, parameter.help, required=True))
            steps.insert(0, Object(Field("set", variables, "", required=True)))
        sections = Object(Field("main", Sequence(*steps), "", required=True))
        return in_response(
            Object(
                Field("version", Choice(SWML_VERSION), "", required=True),
                Field("sections", sections, "", required=True),
            )
        )


class WholeDocument(Place):
    """The content is the SWML document itself. The SDK writes `transfer` only where it is true."""

    carries_swml = True

    def __init__(self, transfer: str) -> None:
        self.transfer = transfer

    def document(self, action: "Action", values: "Values", form: str = "auto") -> "Values":
        """The SWML document."""
        # From Python it may be no object: JSON text of any kind is passed on, as by the SDK.
        return action.body.write(action, values, form)  # type: ignore[return-value]

    def write(
        self, action: "Action", values: "Values", form: str = "auto", transfer: "bool | None" = None
    ) -> "Values":
        leaves = action.value_of(self.transfer, values) or None
        return beside_transfer(self.document(action, values, form), leaves)

    def read(self, action: "Action", wired: object) -> "Values":
        document, leaves = document_in(wired)
        values = action.body.read(action, document)
        return values if leaves is ABSENT else {**values, self.transfer: leaves}

    def kind(self, action: "Action") -> Kind:
        return in_response(action.body.kind(action))


def beside_transfer(document: "Values", leaves: object) -> "Values":
    """A document as a response carries it."""
    return (
        {"SWML": document}
        if leaves is None
        else {"SWML": document, "transfer": str(leaves).lower()}
    )


def document_in(wired: object) -> "tuple[Values, object]":
    """The document that an action carries, and whether the call leaves the agent, if it says so."""
    if not isinstance(wired, dict) or not wired.keys() <= {"SWML", "transfer"}:
        raise Unreadable
    document, transfer = wired.get("SWML"), wired.get("transfer", ABSENT)
    if not isinstance(document, dict):
        raise Unreadable
    return document, transfer if transfer is ABSENT else transfer in ("true", True)


def in_response(document: Kind) -> Kind:
    """The kind of an action that carries a document."""
    return Object(Field("SWML", document, "The SWML document.", required=True), transfer_field())
