"""What the catalog is made of: verbs, actions and their parameters, examples."""

from swaigctl.findings import ERROR, Finding, flag_of
from swaigctl.model.kinds import Boolean, Choice, Integer, Number, Switch, Text, Words
from swaigctl.model.shapes import Field, Json, Object, fields_of, is_deprecated
from swaigctl.model.walk import findings, normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from swaigctl.model.kinds import Kind
    from swaigctl.model.places import Body, Place
    from swaigctl.model.rules import Rule

    Values = dict[str, object]

WITHOUT_WARNINGS = (Text, Boolean, Switch, Integer, Number, Choice, Words, Json)
"""Kinds that find nothing but errors."""

SDK_DOCUMENTATION = (
    "https://signalwire.com/docs/server-sdks/reference/python/agents/function-result"
)
SWML_DOCUMENTATION = "https://signalwire.com/docs/swml/reference"

FROM_FILE = "-file"
"""What the flag that takes a text from a file has behind the name of the parameter."""

CALLING, MESSAGING = "calling", "messaging"
"""What a SWML document is for: a call, or a message."""


class Parameter(Field):
    """One parameter of an action or a command: a field with a flag, and with habits of the SDK."""

    __slots__ = (
        "also",
        "always",
        "at",
        "beside",
        "flag",
        "keep_empty",
        "may_be_none",
        "of_verb",
        "option",
        "own_annotation",
        "parts_have_flags",
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
        also: "tuple[str, ...]" = (),
        option: str = "",
        at: str = "",
        of_verb: bool = False,
        always: bool = False,
        beside: str = "",
        keep_empty: bool = False,
        wording: str = "",
        refused_by_sdk: bool = False,
        annotation: str = "",
        may_be_none: bool = False,
        parts_have_flags: bool = False,
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
        self.also = also or (() if self.at == name else name_at(self.at, name))
        """Other names of the same parameter: the one that it has on the wire."""
        self.of_verb = of_verb
        """Whether only the SWML verb has it, and the SDK's method has not: no method takes it."""
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
        """The type as Python source, where that is not its kind's."""
        self.may_be_none = may_be_none or (default is None and not required)
        """Whether Python's None says as much as leaving it out."""
        self.parts_have_flags = parts_have_flags
        """Whether the members of a described object have flags of their own: `--prompt.text`."""

    @classmethod
    def of(cls, field: Field, name: str = "", **differences: object) -> "Parameter":
        """A field as a parameter, under another name perhaps, with what is said differently."""
        facts = {each: getattr(field, each) for each in Field.__slots__}
        if name:
            facts.update(name=name, at=field.name)
        return cls(**{**facts, **differences})

    @property
    def negative_flag(self) -> str:
        """`--no-muted`"""
        return "--no-" + self.flag[2:]

    @property
    def also_flags(self) -> "tuple[str, ...]":
        """Other spellings of its flag: `--to`

        None for what is called otherwise because every command has a flag of its name.
        """
        return () if self.of_verb else tuple(map(flag_of, self.also))

    @property
    def from_file(self) -> "Parameter | None":
        """The flag that takes its text from a file, `--text-file`; None if it is not prose."""
        if not self.kind.prose:
            return None
        help = "Read it from a file, or with - from standard input."
        return Parameter(self.name + FROM_FILE, Text("FILE"), help, group=self.group)

    @property
    def names(self) -> "tuple[str, ...]":
        """What an object of parameters may call it."""
        return (self.name, *self.also)

    def findings(self, value: object) -> "Iterator[Finding]":
        """What is wrong with a value; its path begins with the parameter's name."""
        if value is None and self.may_be_none:
            return
        for finding in findings(self.kind, value):
            yield finding.within(self.name)

    def normal(self, value: object) -> object:
        """A right value in its one normal form.

        None is the default, unless it is written as null.
        """
        if value is None:
            return None if self.keep_empty else self.default
        return normal(self.kind, value)


def name_at(path: str, name: str) -> "tuple[str, ...]":
    """The name at the end of a path, if it is another one."""
    last = path.rpartition(".")[2]
    return () if last == name else (last,)


class Verb:
    """One SWML verb: what stands behind its name in a step."""

    __slots__ = (
        "_fields",
        "description",
        "examples",
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
        examples: "tuple[Example, ...]" = (),
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
        self.examples = examples
        self.word = word
        """Whether a step may be just its name; that is a legacy form."""
        self.source = source or f"{SWML_DOCUMENTATION}/{flavour}/{name.replace('_', '-')}"
        """The page that describes it."""
        self._fields: dict[str, Field] | None = None

    @property
    def command(self) -> str:
        """Its name on a command line, in kebab-case."""
        return self.name.replace("_", "-")

    @property
    def objects(self) -> "list[Object]":
        """Its shapes that have parameters; mostly one."""
        branches = getattr(self.kind, "branches", (self.kind,))  # of a union
        return [each for each in branches if isinstance(each, Object)]

    @property
    def fields(self) -> "dict[str, Field]":
        """Its parameters, whichever of its shapes has them; or its value, where it has none."""
        if self._fields is None:
            value = self.value
            self._fields = fields_of(self.kind) if value is None else {value.name: value}
        return self._fields

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """What must be true of its parameters together, in whichever of its shapes."""
        return tuple(dict.fromkeys(rule for each in self.objects for rule in each.rules))

    def parameter(self, field: str, name: str = "", **differences: object) -> Parameter:
        """The verb's parameter as an action has it: with what the action says differently.

        The verb's name is another name of it, where the action has one of its own.
        """
        return Parameter.of(self.fields[field], name, **differences)


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


ENDS, HOLDS, STEPS = "ends", "holds", "steps"
"""What an action does to the agent's part of the call: end it, hold it, go to another step."""


class Action:
    """One `FunctionResult` method: its parameters and where they lie on the wire."""

    __slots__ = (
        "_further",
        "_verb_rules",
        "as_sdk",
        "body",
        "command",
        "description",
        "effect",
        "examples",
        "further_names",
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
        source: "str | None" = "",
        effect: "str | Changes | None" = None,
        prompt: str = "",
        reference_is_law: bool = False,
        as_sdk: "Callable[[Values], Values] | None" = None,
        further_names: "dict[str, str] | None" = None,
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
        """The SDK's, in the documented order, which is also the order on the wire."""
        self.rules = rules
        """What must be true of its parameters together, and what is legal and yet unwise."""
        self.examples = examples
        page = f"{SDK_DOCUMENTATION}/{name.replace('_', '-')}"
        self.source = "" if source is None else source or page
        """The page that describes it; empty (given as None) where there is none."""
        self.effect = effect
        """What a plain action does to the agent's part of the call, or to a store."""
        self.prompt = prompt
        """The parameter that becomes the response's prompt, with one more turn for the model."""
        self.reference_is_law = reference_is_law
        """Whether Python refuses all that is not allowed, whatever the SDK lets through."""
        self.as_sdk = as_sdk
        """What the SDK makes of odd values before it uses them."""
        self.further_names = further_names or {}
        """What the verb's own parameters are called here, where every command has such a flag."""
        self._further: tuple[Parameter, ...] | None = None
        self._verb_rules: tuple[Rule, ...] | None = None

    @property
    def verb(self) -> "Verb | None":
        """The SWML verb whose parameters it takes, if it has any but a fixed use of it."""
        return None if self.body.fixed else self.place.verb

    @property
    def further(self) -> "tuple[Parameter, ...]":
        """The verb's parameters that the SDK's method lacks, made when somebody asks for them."""
        if self._further is None:
            from swaigctl.model.further import further_parameters

            self._further = tuple(further_parameters(self))
        return self._further

    @property
    def all_parameters(self) -> "tuple[Parameter, ...]":
        """All that a command line or a request may give: the SDK's, then the verb's further ones.

        Python takes only `parameters`.
        """
        return self.parameters + self.further

    def as_object(self) -> "Object":
        """What an object of its parameters may have."""
        return Object(*self.all_parameters)

    def has_further(self, names: "Iterable[str]") -> bool:
        """Whether one of the names is none of the SDK's parameters'."""
        return not {parameter.name for parameter in self.parameters}.issuperset(names)

    def parameters_for(self, names: "Iterable[str]") -> "tuple[Parameter, ...]":
        """Those among which the parameters of these names are, further ones only if need be."""
        return self.all_parameters if self.has_further(names) else self.parameters

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name."""
        for each in self.parameters:
            if each.name == name:
                return each
        return next(each for each in self.further if each.name == name)

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

    def missing(self, values: "Values") -> "Iterator[Finding]":
        """What is required and not there, what can't go together, and what else is refused."""
        rules = self.verb_rules
        missing = [each for each in self.parameters if each.required and each.name not in values]
        if missing or self.has_further(values):
            from swaigctl.model.further import alternatives, shape_rules

            instead = alternatives(self)
            for parameter in missing:
                if parameter.name not in instead:
                    yield Finding("required", "{quoted} is required.", path=(parameter.name,))
            rules += shape_rules(self.verb)
        yield from self.found(rules, values, True)

    def cautions(self, values: "Values") -> "Iterator[Finding]":
        """What to warn of in these checked values."""
        for parameter in self.parameters_for(values):
            value = values.get(parameter.name)
            if value is None:
                continue
            if parameter.deprecated:
                yield is_deprecated(parameter).within(parameter.name)
            if type(parameter.kind) not in WITHOUT_WARNINGS:
                yield from (each for each in parameter.findings(value) if not each.is_error)
        yield from self.found(self.verb_rules, self.differing(values), False)

    @property
    def verb_rules(self) -> "tuple[Rule, ...]":
        """The verb's own rules, which speak of parameters as the verb calls them.

        Without those about one parameter of which the action says itself what it may be.
        """
        if self._verb_rules is None:
            verb = self.verb
            fields = verb.fields if verb else {}
            redefined = [
                (each.at,)
                for each in self.parameters
                if each.kind is not fields.get(each.at, each).kind
            ]
            rules = verb.rules if verb else ()
            self._verb_rules = tuple(rule for rule in rules if rule.parameters not in redefined)
        return self._verb_rules

    def found(
        self, verb_rules: "tuple[Rule, ...]", values: "Values", are_errors: bool
    ) -> "Iterator[Finding]":
        """What the action's own rules and the verb's find in values, nothing twice.

        `are_errors`: whether to look for errors, or for the rest.
        """
        known = set()
        names = self.names_by_place if verb_rules else {}
        places = {name: place for place, name in names.items()}
        by_place = {places.get(name, name): value for name, value in values.items()}
        for rules, subject in ((self.rules, values), (verb_rules, by_place)):
            for rule in rules:
                if (rule.severity == ERROR) != are_errors:
                    continue
                for finding in rule.find(subject):
                    if names and subject is by_place:
                        from swaigctl.model.further import by_other_names

                        finding = by_other_names(finding, names)
                    if (finding.code, finding.path) not in known:
                        known.add((finding.code, finding.path))
                        yield finding

    @property
    def names_by_place(self) -> "dict[str, str]":
        """By a parameter's name on the wire, its name, for those of another name there."""
        renamed = {each.at: each.name for each in self.parameters if each.at != each.name}
        return renamed | self.further_names

    def differing(self, values: "Values") -> "Values":
        """Those of `values` that are not at their defaults, in the documented order."""
        return {
            parameter.name: values[parameter.name]
            for parameter in self.parameters_for(values)
            if parameter.name in values and values[parameter.name] != parameter.default
        }

    def value_of(self, name: str, values: "Values") -> object:
        """The value of the parameter of this name, or its default."""
        return values[name] if name in values else self.parameter(name).default
