"""What the catalog is made of: verbs, actions and their parameters, examples."""

from swaigctl.findings import ERROR, Finding, ParameterError, flag_of
from swaigctl.model.kinds import Spelled
from swaigctl.model.shapes import Field, Object
from swaigctl.model.walk import findings, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from swaigctl.model.kinds import Kind
    from swaigctl.model.places import Body, Place
    from swaigctl.model.rules import Rule

    Values = dict[str, object]

SDK_DOCUMENTATION = (
    "https://signalwire.com/docs/server-sdks/reference/python/agents/function-result"
)
SWML_DOCUMENTATION = "https://signalwire.com/docs/swml/reference"

CALLING, MESSAGING = "calling", "messaging"
"""What a SWML document is for: a call, or a message."""


class Parameter(Field):
    """One parameter of an action or a command: a field with a flag, and with habits of the SDK."""

    __slots__ = (
        "always",
        "at",
        "beside",
        "flag",
        "keep_empty",
        "may_be_none",
        "option",
        "own_annotation",
        "refused_by_sdk",
        "short",
        "wording",
    )

    def __init__(
        self,
        name: str,
        kind: "Kind",
        help: str,
        *,
        group: str = "",
        default: object = None,
        required: bool = False,
        aliases: "tuple[str, ...]" = (),
        deprecated: str = "",
        source: str = "",
        short: str = "",
        option: str = "",
        at: str = "",
        always: bool = False,
        beside: str = "",
        keep_empty: bool = False,
        wording: str = "",
        refused_by_sdk: bool = False,
        annotation: str = "",
        may_be_none: bool = False,
    ) -> None:
        super().__init__(
            name,
            kind,
            help,
            group=group,
            default=default,
            required=required,
            aliases=aliases,
            deprecated=deprecated,
            source=source,
        )
        self.flag = flag_of(name)
        self.short = short
        """The one-letter flag (`-c`), if it has one."""
        self.option = option or name
        """For a command's own flags: the option that it sets."""
        self.at = at or name
        """Where it lies on the wire: a name, or a path with dots."""
        self.always = always
        """Whether it is written out even at its default."""
        self.beside = beside
        """The parameter without which this one is not written at all."""
        self.keep_empty = keep_empty
        """Whether empty text, list or object is written too; else it is left out, as by the SDK."""
        self.wording = wording
        """The SDK's wording of what is wrong, where it has another than most."""
        self.refused_by_sdk = refused_by_sdk
        """Whether the SDK refuses what is not allowed; else Python is as lenient as the SDK."""
        self.own_annotation = annotation
        self.may_be_none = may_be_none or (default is None and not required)
        """Whether Python's None says as much as leaving it out."""

    @classmethod
    def of(cls, field: Field, name: str = "", **differences: object) -> "Parameter":
        """A field as a parameter, under another name perhaps, with what is said differently."""
        facts = {each: getattr(field, each) for each in Field.__slots__}
        if name:
            facts.update(name=name, at=field.name)
        return cls(**{**facts, **differences})

    @property
    def annotation(self) -> str:
        """The type as Python source."""
        return self.own_annotation or self.kind.annotation

    @property
    def negative_flag(self) -> str:
        """`--no-muted`"""
        return "--no-" + self.flag[2:]

    def findings(self, value: object) -> "Iterator[Finding]":
        """What is wrong with a value; its path begins with the parameter's name."""
        if value is None and self.may_be_none:
            return
        for finding in findings(self.kind, value):
            yield finding.within(self.name)

    def normal(self, value: object) -> object:
        """A right value in its one normal form."""
        return None if value is None else normal(self.kind, value)


class Verb:
    """One SWML verb: what stands behind its name in a step."""

    __slots__ = (
        "description",
        "flavour",
        "kind",
        "name",
        "sets",
        "source",
        "summary",
        "value",
        "word",
    )

    def __init__(
        self,
        name: str,
        summary: str,
        kind: "Kind | Field",
        *,
        flavour: str = CALLING,
        description: str = "",
        sets: "tuple[str, ...]" = (),
        word: bool = False,
        source: str = "",
    ) -> None:
        self.name = name
        self.summary = summary
        """One line."""
        self.value = kind if isinstance(kind, Field) else None
        """The value as a field, where it has no parameters: what to call it, and what it is."""
        self.kind = kind.kind if isinstance(kind, Field) else kind
        """What its value is: mostly an object, whose fields are the verb's parameters."""
        self.flavour = flavour
        """Whether it is a verb of documents for calls or for messages."""
        self.description = description
        """What a person should know before using it."""
        self.sets = sets
        """The variables that it sets."""
        self.word = word
        """Whether a step may be just its name; that is a legacy form."""
        self.source = source or f"{SWML_DOCUMENTATION}/{flavour}/{name.replace('_', '-')}"
        """The page that describes it."""

    @property
    def fields(self) -> "dict[str, Field]":
        """Its parameters, whichever of its shapes has them; or its value, where it has none."""
        if self.value is not None:
            return {self.value.name: self.value}
        branches = getattr(self.kind, "branches", (self.kind,))  # of a union
        objects = (each for each in branches if isinstance(each, Object))
        return {field.name: field for each in objects for field in each.fields}

    def parameter(self, field: str, name: str = "", **differences: object) -> Parameter:
        """The verb's parameter as an action has it: with what the action says differently.

        A choice takes no variable there, since the SDK takes none.
        """
        taken = self.fields[field]
        if isinstance(taken.kind, Spelled):
            differences = {"kind": taken.kind.literal, **differences}
        return Parameter.of(taken, name, **differences)


class Example:
    """Something to paste: what it is for, and the arguments behind `swaigctl`."""

    __slots__ = ("arguments", "purpose")

    def __init__(self, purpose: str, arguments: str) -> None:
        self.purpose = purpose
        self.arguments = arguments


class Changes:
    """What an action does to a store of the conversation: global data, or a function's metadata."""

    __slots__ = ("done", "store")

    def __init__(self, store: str, done: str) -> None:
        self.store = store
        self.done = done
        """`sets` or `removes`"""


ENDS, HOLDS = "ends", "holds"
"""What an action does to the agent's part of the call."""


class Action:
    """One `FunctionResult` method: its parameters and where they lie on the wire."""

    __slots__ = (
        "as_sdk",
        "body",
        "command",
        "description",
        "effect",
        "examples",
        "name",
        "parameters",
        "place",
        "prompt",
        "reference_is_law",
        "rules",
        "source",
        "summary",
    )

    def __init__(
        self,
        name: str,
        summary: str,
        place: "Place",
        body: "Body",
        parameters: "tuple[Parameter, ...]" = (),
        *,
        description: str = "",
        rules: "tuple[Rule, ...]" = (),
        examples: "tuple[Example, ...]" = (),
        source: str = "",
        effect: "str | Changes | None" = None,
        prompt: str = "",
        reference_is_law: bool = False,
        as_sdk: "Callable[[Values], Values] | None" = None,
    ) -> None:
        self.name = name
        """The method's name, in snake_case."""
        self.command = name.replace("_", "-")
        self.summary = summary
        """One line."""
        self.description = description
        """What a person should know before using it."""
        self.place = place
        """Where its content lies in a response."""
        self.body = body
        """What its content is made of."""
        self.parameters = parameters
        """In the documented order, which is also the order on the wire."""
        self.rules = rules
        """What must be true of its parameters together, and what is legal and yet unwise."""
        self.examples = examples
        self.source = source or f"{SDK_DOCUMENTATION}/{name.replace('_', '-')}"
        """The page that describes it."""
        self.effect = effect
        """What a plain action does to the agent's part of the call, or to a store."""
        self.prompt = prompt
        """The parameter that becomes the response's prompt, with one more turn for the model."""
        self.reference_is_law = reference_is_law
        """Whether Python refuses all that is not allowed, whatever the SDK lets through."""
        self.as_sdk = as_sdk
        """What the SDK makes of odd values before it uses them."""

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name."""
        return next(each for each in self.parameters if each.name == name)

    @property
    def main(self) -> str:
        """The parameter whose bare value is the simplified form; empty if there is no such form."""
        return self.body.main

    @property
    def sole(self) -> str:
        """The parameter that a value without a flag is probably meant for, if there is one."""
        return self.body.main or self.body.value

    @property
    def content_parameter(self) -> str:
        """The parameter that holds the content of a plain action."""
        return self.body.value or self.parameters[0].name

    def from_python(self, given: "Values") -> "Values":
        """The values that Python gave, refused where the SDK or a reference refuses them.

        Raises:
            ParameterError: the first fault, in the documented order of the parameters.
        """
        if self.as_sdk is not None:
            given = self.as_sdk(given)
        for parameter in self.parameters:
            if self.reference_is_law or parameter.refused_by_sdk:
                value = given[parameter.name]
                for finding in parameter.findings(value):
                    raise ParameterError(finding, parameter.wording or sdk_wording(finding))
                given[parameter.name] = parameter.normal(value)
        for rule in self.rules:
            if rule.refused_by_sdk:
                for finding in rule.find(given):
                    raise ParameterError(finding.but(sentence=rule.wording))
        return given

    def missing(self, values: "Values") -> "Iterator[Finding]":
        """What is required and not there, and what can't go together."""
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                yield Finding("required", "{quoted} is required.", path=(parameter.name,))
        for rule in self.rules:
            if rule.severity == ERROR:
                yield from rule.find(values)

    def cautions(self, values: "Values") -> "Iterator[Finding]":
        """What to warn of in these checked values."""
        differing = self.differing(values)
        for rule in self.rules:
            if rule.severity != ERROR:
                yield from rule.find(differing)

    def differing(self, values: "Values") -> "Values":
        """Those of `values` that are not at their defaults, in the documented order."""
        return {
            parameter.name: values[parameter.name]
            for parameter in self.parameters
            if parameter.name in values and values[parameter.name] != parameter.default
        }

    def value_of(self, name: str, values: "Values") -> object:
        """The value of the parameter of this name, or its default."""
        return values[name] if name in values else self.parameter(name).default


def sdk_wording(finding: Finding) -> str:
    """How the vendor's SDK words most faults of this kind."""
    if finding.code == "required":
        return "is required"
    if finding.code == "empty":
        return "cannot be empty"
    if finding.code == "choice" and isinstance(finding.allowed, tuple):
        return f"must be one of {list(finding.allowed)}"
    from swaigctl.findings.messages import allowed_text

    return f"must be {allowed_text(finding.allowed)}"
