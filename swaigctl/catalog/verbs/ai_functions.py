"""Functions that an agent can call: their parameters, and what answers a call without a server."""

from swaigctl.catalog.verbs.ai_languages import PHRASES_BY_LANGUAGE
from swaigctl.catalog.verbs.picking import Fewer, picked
from swaigctl.findings import ERROR, WARNING, Finding
from swaigctl.model.forms import Lenient
from swaigctl.model.kinds import (
    QUOTED_YES_OR_NO,
    YES_OR_NO,
    Boolean,
    Choice,
    Constant,
    Integer,
    Kind,
    Number,
    Text,
    has_variable,
)
from swaigctl.model.rules import (
    Condition,
    Count,
    Equal,
    Match,
    Rule,
    Unlike,
    Without,
    absolute_urls,
)
from swaigctl.model.shapes import Field, Json, ListOf, MapOf, Named, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Headings in help.
FUNCTION = "Function"
WEBHOOK = "Webhook"
DATA = "Data"
WAITING = "While it runs"
SCHEMA = "Schema"
REQUEST = "Request"
RESULT = "Result"
GATES = "Gates"

NAMES = ListOf(Text("NAME"))
ONE_OR_MORE_NAMES = OneOf(Text("NAME"), NAMES)

BY_SDK = "Written by the SDK; missing in the vendor's schema."

TYPES: "dict[str, Kind]" = {
    "string": Text(empty=True),
    "integer": Integer(),
    "number": Number(),
    "boolean": Boolean(),
    "array": Json(list),
    "object": Json(dict),
    "null": Constant(None),
}


class OfAnotherType(Condition):
    """A value in a schema is not of the schema's own type."""

    def matches(
        self, parameters: "tuple[str, ...]", values: "dict[str, object]"
    ) -> "Iterator[Match]":
        named = values.get("type")
        kind = TYPES.get(named) if isinstance(named, str) else None
        if kind is None:
            return
        details = {"type": repr(named)}
        for path, value in self.values(parameters, values):
            is_null = value is None and values.get("nullable") is True
            if any(True for _ in kind.faults(value)) and not is_null:
                yield Match(path, value, details)

    def values(
        self, parameters: "tuple[str, ...]", values: "dict[str, object]"
    ) -> "Iterator[tuple[tuple[str | int, ...], object]]":
        for name in parameters:
            if name == "enum":
                listed = values.get(name)
                for index, value in enumerate(listed if isinstance(listed, list) else ()):
                    yield (name, index), value
            elif name in values:
                yield (name,), values[name]


def schema(name: str) -> Named:
    """A JSON Schema as the model is given it; it may contain itself."""
    return Named(name, lambda: SCHEMAS[name])


PARAMETER = schema("function-parameter")
SIMPLE_PARAMETER = schema("simple-function-parameter")


OF_ONE_PARAMETER = "A skill of the SDK writes false for one parameter."


class NamesOfMembers(ListOf):
    """The names of the members that must be given: a boolean is meant for the schema's own."""

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, bool):
            yield from super().faults(value)
            return
        sentence = (
            "{subject} must be a list of names, not {found}: whether {parent} must be given is "
            "said in 'required' beside 'properties', by its name."
        )
        yield Finding("type", sentence, value=value, allowed=self.allowed)


def schema_fields(inner: Kind) -> "tuple[Field, ...]":
    return (
        Field("type", Choice(*TYPES), "JSON type of the value.", group=SCHEMA),
        Field("description", Text(), "What the value is, told to the model.", group=SCHEMA),
        Field("enum", Json(list), "A list of the only values.", group=SCHEMA),
        Field("default", Json(), "The value that counts when none is given.", group=SCHEMA),
        Field("items", inner, "Schema of an array's items.", group=SCHEMA),
        Field("properties", MapOf(inner), "Schemas of an object's members by name.", group=SCHEMA),
        Field(
            "required",
            Lenient(NamesOfMembers(Text("NAME")), Constant(False), OF_ONE_PARAMETER),
            "Names of the members that an object must have.",
            group=SCHEMA,
            source=OF_ONE_PARAMETER,
        ),
        Field("nullable", YES_OR_NO, "Null is allowed too.", group=SCHEMA),
        Field("pattern", Text("REGEX"), "Regular expression for a text.", group=SCHEMA),
        Field(
            "format",
            Choice(
                *("date_time", "time", "date", "duration", "email"),
                *("hostname", "ipv4", "ipv6", "uri", "uuid"),
                open=True,
                metavar="FORMAT",
            ),
            "Form of a text.",
            group=SCHEMA,
            source="The vendor's schema spells date_time, JSON Schema date-time.",
        ),
        Field("oneOf", ListOf(inner), "A list of schemas, of which one must fit.", group=SCHEMA),
        Field("anyOf", ListOf(inner), "A list of schemas, of which some must fit.", group=SCHEMA),
        Field("allOf", ListOf(inner), "A list of schemas that must all fit.", group=SCHEMA),
        Field("const", Json(), "The only value.", group=SCHEMA),
    )


class Untyped(Condition):
    """A schema says nothing of its values: they may be null or false, so names are looked at."""

    def matches(
        self, parameters: "tuple[str, ...]", values: "dict[str, object]"
    ) -> "Iterator[Match]":
        if not any(name in values for name in parameters):
            yield Match((parameters[0],))


class ArrayWithoutItems(Condition):
    """A schema of an array does not say what its items are."""

    def matches(
        self, parameters: "tuple[str, ...]", values: "dict[str, object]"
    ) -> "Iterator[Match]":
        if values.get("type") == "array" and "items" not in values:
            yield Match(("items",))


class NoProperty(Condition):
    """A name is required that is none of the properties."""

    def matches(
        self, parameters: "tuple[str, ...]", values: "dict[str, object]"
    ) -> "Iterator[Match]":
        properties, required = values.get("properties"), values.get("required")
        if isinstance(properties, dict) and isinstance(required, list):
            for index, name in enumerate(required):
                if isinstance(name, str) and name not in properties:
                    yield Match(("required", index), name, allowed=tuple(properties) or None)


REQUIRED_PROPERTIES = Rule(
    "unknown-name",
    ("required",),
    NoProperty(),
    "there is no property {value}.",
    in_general="must name properties that there are.",
)
ARRAYS = Rule(
    "required",
    ("items",),
    ArrayWithoutItems(),
    "{quoted} is required, since the type is 'array'.",
    in_general="is required where {type} is 'array'.",
    source="The vendor's schema requires it; the SDK's DataMap writes arrays without it.",
)
SAME_TYPE = Rule(
    "type",
    ("enum", "default"),
    OfAnotherType(),
    "{value} is not of the type that the schema has, {type}.",
    in_general="must be of the schema's own type.",
)

SCHEMAS = {
    "function-parameter": Object(
        *schema_fields(PARAMETER),
        unknown=WARNING,
        title="a parameter's schema",
        rules=(
            Rule(
                "required",
                ("type", "oneOf", "anyOf", "allOf", "const"),
                Untyped(),
                "give {type}, {oneOf}, {anyOf}, {allOf} or {const}.",
                severity=ERROR,
            ),
            ARRAYS,
            SAME_TYPE,
            REQUIRED_PROPERTIES,
        ),
    ),
    "simple-function-parameter": Object(
        *(
            field.but(required=field.name == "type")
            for field in picked(
                schema_fields(SIMPLE_PARAMETER),
                *("type", "description", "enum", "default", "items", "properties", "required"),
            )
        ),
        title="a parameter's schema",
        rules=(ARRAYS, SAME_TYPE, REQUIRED_PROPERTIES),
    ),
}


def parameters(parameter: Kind) -> Object:
    """What a function takes: the schema of an object."""
    return Object(
        Field("type", Choice("object"), "JSON type of the parameters.", required=True),
        Field("properties", MapOf(parameter), "Schemas of the parameters by name.", required=True),
        Field("required", NAMES, "Names of the parameters that must be given."),
        unknown=WARNING,
        title="a function's parameters",
        rules=(REQUIRED_PROPERTIES,),
    )


PARAMETERS = parameters(PARAMETER)


def response() -> Kind:
    from swaigctl.catalog.response_kinds import RESPONSE

    return RESPONSE


def bedrock_response() -> Kind:
    from swaigctl.catalog.bedrock_response import BEDROCK_RESPONSE

    return BEDROCK_RESPONSE


OUTPUT = Named("response", response)
BEDROCK_OUTPUT = Named("bedrock-response", bedrock_response)


NOT_OUTPUT = dict.fromkeys(("error_output", "fallback_output", "nomatch-output"), "")
"""Names for a response when something failed: `output` would be the opposite."""


def expressions(output: Kind) -> ListOf:
    return ListOf(
        Object(
            Field("string", Text(empty=True), "What is compared, with variables.", required=True),
            Field(
                "pattern", Text("REGEX", empty=True), "Regular expression for it.", required=True
            ),
            Field("output", output, "The response, if it matches.", required=True),
            Field("nomatch-output", output, "The response, if it does not match.", source=BY_SDK),
            unknown=WARNING,
            title="an expression",
        )
    )


FOREACH = Object(
    Field("input_key", Text("NAME"), "Name of the list in the answer.", required=True),
    Field("output_key", Text("NAME"), "Name of the text that is built.", required=True),
    Field("append", Text(empty=True), "What each item adds to that text.", required=True),
    Field("max", Integer(variable=True), "How many items to use at most."),
    unknown=WARNING,
    title="foreach",
)

ERROR_KEYS = Field(
    "error_keys",
    ONE_OR_MORE_NAMES,
    "Names in the answer that mean it failed.",
    group=RESULT,
)


def webhook(output: Kind) -> Object:
    return Object(
        Field("url", Text("URL"), "Where to send the request.", group=REQUEST, required=True),
        Field(
            "method",
            Choice("GET", "POST", "PUT", "DELETE", variable=True),
            "HTTP method of the request.",
            group=REQUEST,
        ),
        Field("headers", Json(dict), "HTTP headers of the request.", group=REQUEST),
        Field("params", Json(dict), "What the request sends.", group=REQUEST),
        Field(
            "input_args_as_params",
            YES_OR_NO,
            "Send the function's arguments, too.",
            group=REQUEST,
        ),
        Field(
            "form_param",
            Text("NAME"),
            "Name of the form field that holds what is sent.",
            group=REQUEST,
            source=BY_SDK,
        ),
        Field(
            "require_args",
            ONE_OR_MORE_NAMES,
            "Names of the arguments without which no request is sent.",
            group=REQUEST,
            aliases=("required_args",),
            source="require_args in the vendor's schema and the SDK; a page has required_args.",
        ),
        ERROR_KEYS,
        Field("foreach", FOREACH, "How a text is built from a list in the answer.", group=RESULT),
        Field(
            "expressions",
            expressions(output),
            "A list of patterns for the answer, each with its response.",
            group=RESULT,
        ),
        Field("output", output, "The response when the answer came.", group=RESULT),
        unknown=WARNING,
        title="a webhook",
        guessed=NOT_OUTPUT,
        rules=(absolute_urls("url"),),
    )


def data_map(output: Kind) -> Object:
    return Object(
        Field(
            "expressions",
            expressions(output),
            "A list of patterns, each with its response. They are looked at first.",
            group=RESULT,
        ),
        Field(
            "webhooks",
            ListOf(webhook(output)),
            "A list of requests, sent one after the other until one is answered.",
            group=REQUEST,
        ),
        Field("output", output, "The response where nothing else gave one.", group=RESULT),
        ERROR_KEYS.but(source=BY_SDK),
        unknown=WARNING,
        title="data_map",
        guessed=NOT_OUTPUT,
        rules=(
            Rule(
                "required",
                ("expressions", "webhooks", "output"),
                Count(at_least=1),
                "give {expressions}, {webhooks} or {output}.",
            ),
        ),
    )


GATE = Object(
    Field("id", Text("ID"), "Name of the gate, in letters, digits and _."),
    Field("question", Text(), "A question about the call, answered by yes or no.", required=True),
    Field(
        "criteria",
        Object(
            Field("true", Text(), "What yes means."),
            Field("false", Text(), "What no means."),
            unknown=WARNING,
            title="criteria",
        ),
        "What the answers mean.",
    ),
    Field("threshold", Number(0, 1), "How sure the answer yes must be.", required=True),
    Field("on_fail", OneOf(Text(), OUTPUT), "The response when it is not yes.", required=True),
    Field(
        "visual_input",
        OneOf(Boolean(), Integer(0, 5)),
        "Whether to look at the caller's video, and at how many pictures.",
    ),
    unknown=WARNING,
    title="a gate",
)

HOOKS = {
    "startup_hook": "when the conversation begins",
    "hangup_hook": "when the call ends",
    "summarize_conversation": "to be given a summary",
}

DESCRIPTION = Field(
    "description", Text(), "What the function is for, told to the model.", group=FUNCTION
)
NEEDS_DESCRIPTION = Rule(
    "required",
    ("description", "purpose"),
    Count(at_least=1),
    "{quoted} is required.",
    severity=ERROR,
    source="The vendor's engine reads description, or else purpose.",
)

LOGIN = (
    Field(
        "web_hook_auth_user",
        Text(),
        "User name for the webhook.",
        group=WEBHOOK,
        source="The vendor's guide to webhooks; missing in the schema of ai.",
    ),
    Field(
        "web_hook_auth_password",
        Text(),
        "Password for the webhook.",
        group=WEBHOOK,
        aliases=("web_hook_auth_pass",),
        source="The vendor's guide to webhooks; missing in the schema of ai.",
    ),
)

FUNCTION_FIELDS = (
    Field(
        "function",
        Choice(HOOKS, open=True, metavar="NAME"),
        "Name of the function. The platform itself calls those of a few names.",
        group=FUNCTION,
        required=True,
    ),
    DESCRIPTION,
    Field(
        "purpose",
        Text(),
        "What the function is for, told to the model.",
        group=FUNCTION,
        deprecated="'description'",
    ),
    Field("parameters", PARAMETERS, "What the function takes, as JSON Schema.", group=FUNCTION),
    Field(
        "argument",
        OneOf(PARAMETERS, Text()),
        "What the function takes.",
        group=FUNCTION,
        deprecated="'parameters'",
    ),
    Field(
        "active",
        QUOTED_YES_OR_NO,
        "Whether it can be called.",
        group=FUNCTION,
        default=True,
        source="Two of the vendor's guides have the text false; its schema has booleans only.",
    ),
    Field(
        "web_hook_url",
        Text("URL"),
        "Where a call of the function is sent. Without it, where the defaults say.",
        group=WEBHOOK,
    ),
    *LOGIN,
    Field(
        "data_map",
        data_map(OUTPUT),
        "How the platform itself answers a call, without a webhook of yours.",
        group=WEBHOOK,
    ),
    Field("meta_data", Json(dict), "Data for this function alone.", group=DATA),
    Field(
        "meta_data_token",
        Text("TOKEN"),
        "Name by which functions share their metadata. Without it, the webhook's URL.",
        group=DATA,
    ),
    Field("fillers", PHRASES_BY_LANGUAGE, "What to say while it runs, by language.", group=WAITING),
    Field(
        "skip_fillers",
        YES_OR_NO,
        "Say only these, and not those of the languages.",
        group=WAITING,
        default=False,
    ),
    Field(
        "wait_for_fillers",
        YES_OR_NO,
        "Let fillers end before the function runs.",
        group=WAITING,
        default=False,
    ),
    Field("wait_file", Text("URL"), "What to play while it runs.", group=WAITING),
    Field(
        "wait_file_loops",
        OneOf(Integer(variable=True), Text()),
        "How often to play it.",
        group=WAITING,
    ),
    Field(
        "gates",
        ListOf(GATE, at_most=8),
        "A list of questions that must be answered by yes before the function runs.",
        group=GATES,
        source=BY_SDK,
    ),
    Field(
        "gate_fillers",
        PHRASES_BY_LANGUAGE,
        "What to say while they are answered, by language.",
        group=GATES,
        source=BY_SDK,
    ),
)


class StaleHook(Condition):
    """A function has a name that an older page gave to a hook."""

    stale = {"start_hook": "startup_hook", "stop_hook": "hangup_hook"}  # noqa: RUF012

    def matches_in(self, value: object) -> "Iterator[Match]":
        if isinstance(value, str) and value in self.stale:
            yield Match((), value, {"hook": repr(self.stale[value])})


FETCHED = absolute_urls("web_hook_url")


def is_function_name(text: str) -> bool:
    """Whether it has letters of English, digits, `_` and `-` only, or a variable in it."""
    plain = text.replace("_", "").replace("-", "")
    return has_variable(text) or (text.isascii() and (plain.isalnum() or not plain))


FUNCTION_NAME = Rule(
    "pattern",
    ("function",),
    Unlike(is_function_name),
    "{value} is no name that models can call: it should have letters, digits, _ and - only.",
    in_general="should have letters, digits, _ and - only, so that models can call it.",
    source="The SDK's server refuses calls of functions that have other names.",
)

FUNCTION_OF_AI = Object(
    *FUNCTION_FIELDS,
    unknown=WARNING,
    title="a function",
    guessed={"name": "function", "url": "web_hook_url", "webhook": "web_hook_url"},
    rules=(
        NEEDS_DESCRIPTION,
        FETCHED,
        FUNCTION_NAME,
        Rule(
            "not-a-hook",
            ("function",),
            StaleHook(),
            "{value} is never called by the platform: the hook is {hook}.",
            in_general="{value} is never called by the platform, if it is meant as a hook.",
        ),
        Rule(
            "no-effect",
            ("gate_fillers",),
            Without("gates"),
            "{subject} has no effect without {gates}.",
        ),
    ),
)
FUNCTION_OF_BEDROCK = Fewer(
    *(
        field.but(kind=data_map(BEDROCK_OUTPUT))
        if field.name == "data_map"
        else field.but(required=field.name in ("function", "description"))
        for field in picked(
            FUNCTION_FIELDS,
            *("function", "description", "parameters", "active", "web_hook_url", "data_map"),
            *("meta_data", "meta_data_token"),
        )
    ),
    than=FUNCTION_FIELDS,
    title="a function",
    place="amazon_bedrock",
    rules=(FETCHED, FUNCTION_NAME),
)
FUNCTION_OF_SIDECAR = Fewer(
    *(
        field.but(kind=parameters(SIMPLE_PARAMETER)) if field.name == "parameters" else field
        for field in picked(
            FUNCTION_FIELDS,
            *("function", "description", "purpose", "parameters", "web_hook_url"),
            *("web_hook_auth_user", "web_hook_auth_password"),
        )
    ),
    than=FUNCTION_FIELDS,
    title="a function",
    place="ai_sidecar",
    rules=(
        FETCHED,
        FUNCTION_NAME,
        Rule(
            "reserved-name",
            ("function",),
            Equal("sidecar_skip"),
            "{value} can't be the name of a function: the platform has one of that name.",
            severity=ERROR,
        ),
    ),
)
