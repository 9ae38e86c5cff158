"""How the catalog describes an action and its parameters."""

from swaigctl.errors import ParameterError, flag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from swaigctl.catalog.cautions import Caution, Rule
    from swaigctl.catalog.kinds import Kind


DOCUMENTATION = "https://signalwire.com/docs/server-sdks/reference/python/agents/function-result"


class Parameter:
    """One documented parameter, said once."""

    __slots__ = (
        "always",
        "annotation",
        "at",
        "beside",
        "default",
        "flag",
        "group",
        "help",
        "keep_empty",
        "kind",
        "may_be_none",
        "meanings",
        "name",
        "option",
        "refused_by_sdk",
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
        at: str = "",
        always: bool = False,
        beside: str = "",
        keep_empty: bool = False,
        refused_by_sdk: bool = False,
        option: str = "",
        annotation: str = "",
        may_be_none: bool = False,
    ) -> None:
        self.name = name
        """As documented, in snake_case."""
        self.at = at or name
        """Where it lies on the wire: a name, or a path with dots."""
        self.always = always
        """Whether it is written out even at its default."""
        self.beside = beside
        """The parameter without which this one is not written at all."""
        self.keep_empty = keep_empty
        """Whether empty text, list or object is written too; else it is left out, as by the SDK."""
        self.refused_by_sdk = refused_by_sdk
        """Whether the SDK refuses what is not allowed; else Python is as lenient as the SDK."""
        self.annotation = annotation or kind.annotation
        """The type as Python source."""
        self.may_be_none = may_be_none or (default is None and not required)
        self.option = option or name
        """For a command's own flags: the option that it sets."""
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
        if value is None and self.may_be_none:
            return None
        try:
            return self.kind.check(value)
        except ParameterError as error:
            raise error.about(self.name, self.wording) from None


class Layout:
    """How an action lies on the wire."""

    __slots__ = (
        "carries_swml",
        "constant",
        "first_of",
        "fixed",
        "fragment",
        "key",
        "key_parameter",
        "main",
        "order",
        "response",
        "sections_first",
        "set_before",
        "transfer",
        "value",
    )

    def __init__(
        self,
        key: str = "",
        *,
        carries_swml: bool = False,
        main: "str | None" = None,
        value: "str | None" = None,
        constant: object = None,
        first_of: "tuple[str, ...]" = (),
        fixed: "dict[str, object] | None" = None,
        order: "tuple[str, ...]" = (),
        set_before: "str | None" = None,
        transfer: "str | None" = None,
        sections_first: bool = False,
        response: "str | None" = None,
        key_parameter: "str | None" = None,
        fragment: bool = False,
    ) -> None:
        self.key = key
        """The name of the SWML verb, or of the plain action."""
        self.carries_swml = carries_swml
        """Whether the action is a SWML document with this verb in it."""
        self.main = main
        """The parameter whose bare value is the simplified form; None: there is no such form."""
        self.value = value
        """The parameter whose value is all there is, where there is no object form."""
        self.constant = constant
        """The value of an action without parameters."""
        self.first_of = first_of
        """Parameters of which the first that says something is all there is; true if none does."""
        self.fixed = fixed or {}
        """Members that every object has, before the parameters."""
        self.order = order
        """The parameters as the object has them, where that is not the documented order."""
        self.set_before = set_before
        """The parameter that a `set` verb in front of the verb sets."""
        self.transfer = transfer
        """The parameter that is written beside the document as `transfer`."""
        self.sections_first = sections_first
        """Whether the document has `sections` before `version`, as some of the SDK's have."""
        self.response = response
        """The parameter that becomes the response's prompt, with one more turn for the model."""
        self.key_parameter = key_parameter
        """The parameter that is the key, where the action is any action."""
        self.fragment = fragment
        """Whether this is no action but a part of one."""


class Need:
    """How many of some parameters must, or may, be given."""

    __slots__ = ("at_least", "at_most", "count_empty", "names", "refused_by_sdk", "wording")

    def __init__(
        self,
        names: "tuple[str, ...]",
        *,
        at_least: int = 0,
        at_most: int = 99,
        wording: str = "",
        count_empty: bool = True,
        refused_by_sdk: bool = False,
    ) -> None:
        self.names = names
        self.at_least = at_least
        self.at_most = at_most
        self.wording = wording
        """The SDK's wording, if it refuses this."""
        self.count_empty = count_empty
        """Whether empty text and lists count as given."""
        self.refused_by_sdk = refused_by_sdk

    def check(self, values: "dict[str, object]") -> None:
        """Nothing, if the right number of them is given.

        Raises:
            ParameterError: about the first of them.
        """
        given = [
            name
            for name in self.names
            if values.get(name) is not None
            and values[name] is not False
            and (self.count_empty or values[name])
        ]
        if self.at_least <= len(given) <= self.at_most:
            return
        if len(given) < self.at_least:
            error = NeedError("required", self.demand, wording=self.wording)
            raise error.about(self.names[0])
        others = ", ".join(map(flag_of, given[1:]))
        sentence = f"can't go with {others}: they exclude each other."
        raise NeedError("exclusive", sentence, wording=self.wording).about(given[0])

    @property
    def demand(self) -> str:
        """What to give, as a sentence."""
        flags = " or ".join(flag_of(name) for name in self.names)
        return f"give {flags}, or both." if self.at_most > 1 else f"give {flags}."

    @property
    def described(self) -> "Iterator[tuple[str, str]]":
        """For those who read about it: each error's code, and what it asks for."""
        if self.at_least:
            yield "required", self.demand
        if self.at_most < len(self.names):
            flags = ", ".join(flag_of(name) for name in self.names)
            yield "exclusive", f"of {flags} give at most {self.at_most}: they exclude each other."


class NeedError(ParameterError):
    """Too few or too many of some parameters; the SDK's wording is the whole message."""

    def __str__(self) -> str:
        return self.wording or f"{self.parameter}: {self.sentence}"


class Example:
    """Something to paste: what it is for, and the arguments behind `swaigctl`."""

    __slots__ = ("arguments", "purpose")

    def __init__(self, purpose: str, arguments: str) -> None:
        self.purpose = purpose
        self.arguments = arguments


class Action:
    """One `FunctionResult` method: its parameters and how they lie on the wire."""

    __slots__ = (
        "as_sdk",
        "cautions",
        "command",
        "description",
        "ends_call",
        "examples",
        "layout",
        "name",
        "needs",
        "parameters",
        "reference_is_law",
        "source",
        "summary",
        "touches",
    )

    def __init__(
        self,
        name: str,
        summary: str,
        layout: "Layout",
        parameters: "tuple[Parameter, ...]" = (),
        *,
        description: str = "",
        needs: "tuple[Need, ...]" = (),
        cautions: "tuple[Rule, ...]" = (),
        examples: "tuple[Example, ...]" = (),
        source: str = "",
        ends_call: "bool | str" = False,
        touches: "tuple[str, str, str] | None" = None,
        reference_is_law: bool = False,
        as_sdk: "Callable[[dict[str, object]], dict[str, object]] | None" = None,
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
        self.needs = needs
        self.cautions = cautions
        """What is legal and yet useless or unwise."""
        self.examples = examples
        self.source = source or f"{DOCUMENTATION}/{name.replace('_', '-')}"
        """The page that describes it."""
        self.ends_call = ends_call
        """Whether nothing runs after it, or the parameter that says so."""
        self.touches = touches
        """The store that it changes, `"sets"` or `"removes"`, and the parameter with the keys."""
        self.reference_is_law = reference_is_law
        """Whether Python refuses all that is not allowed, whatever the SDK lets through."""
        self.as_sdk = as_sdk
        """What the SDK makes of odd values before it uses them."""

    def check(self, given: "dict[str, object]") -> "dict[str, object]":
        """The values that Python gave, checked where the SDK or a reference refuses any.

        Raises:
            ParameterError: the first fault, in the documented order of the parameters.
        """
        if self.as_sdk is not None:
            given = self.as_sdk(given)
        for parameter in self.parameters:
            if self.reference_is_law or parameter.refused_by_sdk:
                given[parameter.name] = parameter.check(given[parameter.name])
        for need in self.needs:
            if need.refused_by_sdk:
                need.check(given)
        return given

    def require(self, values: "dict[str, object]") -> None:
        """Nothing, if no required parameter is missing and all needs are met.

        Raises:
            ParameterError: the first fault.
        """
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                missing = ParameterError("required", "is required.", wording="is required")
                raise missing.about(parameter.name)
        for need in self.needs:
            need.check(values)

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

    def ends_call_with(self, values: "dict[str, object]") -> bool:
        """Whether, with these values, no later action runs."""
        if isinstance(self.ends_call, bool):
            return self.ends_call
        return bool(self.value_of(self.ends_call, values))

    def value_of(self, name: str, values: "dict[str, object]") -> object:
        """The value of the parameter of this name, or its default."""
        if name in values:
            return values[name]
        return next(each.default for each in self.parameters if each.name == name)
