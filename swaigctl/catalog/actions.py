"""How the catalog describes an action and its parameters."""

from swaigctl.errors import ParameterError, flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.cautions import Caution, Rule
    from swaigctl.catalog.kinds import Kind


class Parameter:
    """One documented parameter, said once."""

    __slots__ = (
        "default",
        "flag",
        "group",
        "help",
        "kind",
        "meanings",
        "name",
        "required",
        "short",
        "source",
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
        meanings: "dict[str, str] | None" = None,
        wording: "str | None" = None,
        source: str = "",
        short: str = "",
    ) -> None:
        self.name = name
        """As documented, in snake_case."""
        self.kind = kind
        self.help = help
        """One or two sentences, without the default, the choices or the range."""
        self.group = group
        """The heading that help puts it under."""
        self.default = default
        """What the platform takes when it is left out; None: nothing at all."""
        self.required = required
        self.meanings = meanings or {}
        """For choices and words: what each spelling means."""
        self.wording = wording
        """The SDK's wording where the kind has another (`must be a positive integer <= 250`)."""
        self.source = source
        """The evidence for a surprising fact."""
        self.short = short
        """The one-letter flag (`-c`), if it has one."""
        self.flag = flag_of(name)

    @property
    def negative_flag(self) -> str:
        """`--no-muted`"""
        return "--no-" + self.flag[2:]

    def read(self, texts: "list[str]") -> object:
        """The checked value of a command line's texts for this parameter.

        Raises:
            ParameterError: naming this parameter.
        """
        try:
            return self.kind.read(texts)
        except ParameterError as error:
            raise error.about(self.name, self.wording) from None

    def check(self, value: object) -> object:
        """`value`, if it is allowed; None where that is the default.

        Raises:
            ParameterError: naming this parameter.
        """
        if value is None and self.default is None and not self.required:
            return None
        try:
            return self.kind.check(value)
        except ParameterError as error:
            raise error.about(self.name, self.wording) from None


class Layout:
    """How an action lies on the wire."""

    __slots__ = ("carries_swml", "key", "main")

    def __init__(self, key: str, *, carries_swml: bool, main: "str | None" = None) -> None:
        self.key = key
        """The name of the SWML verb, or of the plain action."""
        self.carries_swml = carries_swml
        """Whether the action is a SWML document with this verb in it."""
        self.main = main
        """The parameter whose bare value is the simplified form; None: there is no such form."""


class Example:
    """Something to paste: what it is for, and the arguments behind `swaigctl`."""

    __slots__ = ("arguments", "purpose")

    def __init__(self, purpose: str, arguments: str) -> None:
        self.purpose = purpose
        self.arguments = arguments


class Action:
    """One `FunctionResult` method: its parameters and how they lie on the wire."""

    __slots__ = (
        "cautions",
        "command",
        "description",
        "examples",
        "layout",
        "name",
        "parameters",
        "source",
        "summary",
    )

    def __init__(
        self,
        name: str,
        summary: str,
        layout: "Layout",
        parameters: "tuple[Parameter, ...]",
        *,
        description: str = "",
        cautions: "tuple[Rule, ...]" = (),
        examples: "tuple[Example, ...]" = (),
        source: str = "",
    ) -> None:
        self.name = name
        """The method's name, in snake_case."""
        self.command = name.replace("_", "-")
        self.summary = summary
        """One line."""
        self.description = description
        """What a person should know before using it."""
        self.layout = layout
        self.parameters = parameters
        """In the documented order, which is also the order on the wire."""
        self.cautions = cautions
        """What is legal and yet useless or unwise."""
        self.examples = examples
        self.source = source

    def check(self, given: "dict[str, object]") -> "dict[str, object]":
        """The same values, if each is allowed and none that is required is missing.

        Raises:
            ParameterError: the first fault, in the documented order of the parameters.
        """
        values = {
            parameter.name: parameter.check(given[parameter.name])
            for parameter in self.parameters
            if parameter.name in given
        }
        self.require(values)
        return values

    def require(self, values: "dict[str, object]") -> None:
        """Nothing, if no required parameter is missing.

        Raises:
            ParameterError: the first one that is.
        """
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                raise ParameterError("required", "is required.", wording="is required").about(
                    parameter.name
                )

    def differing(self, values: "dict[str, object]") -> "dict[str, object]":
        """Those of `values` that are not at their defaults, in the documented order."""
        return {
            parameter.name: values[parameter.name]
            for parameter in self.parameters
            if parameter.name in values and values[parameter.name] != parameter.default
        }

    def advice(self, values: "dict[str, object]") -> "list[Caution]":
        """What to warn of in these checked values."""
        differing = self.differing(values)
        return [caution for rule in self.cautions for caution in rule.find(differing)]
