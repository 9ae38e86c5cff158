"""Verbs that decide what runs next, and those that set what it runs with."""

from swaigctl.catalog.verbs import CALLING
from swaigctl.catalog.verbs.branches import (
    BRANCHES,
    CASES,
    CONDITIONS,
    NO_CASE,
    OTHERWISE,
    PLAIN_JAVASCRIPT,
    STEPS,
    VARIABLE,
    WHEN,
    Conditions,
    VariableName,
    result,
)
from swaigctl.catalog.verbs.destinations import DESTINATION, PASSED_ON, RUN_SWML
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Integer, Text, mistyped
from swaigctl.model.rules import does_nothing, no_json_for, one_name_each
from swaigctl.model.shapes import ANY_JSON, Field, ListOf, MapOf, Object, TextOrDocument
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.findings import Finding

TITLE = "Flow"

# Headings in help.
AFTERWARDS = "Afterwards"
JUMP = "Jump"
VARIABLES = "Variables"
PAUSE = "Pause"
VALUE = "Value"

NO_BRANCH = does_nothing("branches", [], "no steps run")


class Branches(Conditions):
    """The conditions that a step is about."""

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        yield from NO_BRANCH.find_in(value)


cond = Verb(
    "cond",
    "Run the steps of the first condition that is true.",
    Field(
        "branches",
        Branches(CONDITIONS.item),
        "Conditions with their steps; the last one may be just an else.",
        group=BRANCHES,
        required=True,
    ),
    description="A condition is JavaScript and names variables without ${}.",
    examples=(
        Example(
            "One condition, and what else to do",
            'swml cond --branches \'{"when": "call.from == \\"+15551234567\\"", "then": '
            '[{"play": {"url": "say:Welcome back."}}]}\' --branches \'{"else": '
            '[{"hangup": {}}]}\'',
        ),
    ),
)

switch = Verb(
    "switch",
    "Run the steps whose key equals a variable's value.",
    Object(VARIABLE.but(required=True), CASES, OTHERWISE, title="switch", rules=(NO_CASE,)),
    description="Where no key matches and there is no default, the platform reports an error.",
    examples=(
        Example(
            "By the key that was pressed",
            'swml switch --variable prompt_value --case \'1:=[{"execute": {"dest": '
            '"hours"}}]\' --case \'2:=[{"transfer": {"dest": '
            '"https://shop.example/orders.swml"}}]\'',
        ),
        Example(
            "As one object, with what to do otherwise",
            'swml switch --variable prompt_value --case \'{"1": [{"execute": {"dest": '
            '"hours"}}]}\' --default \'[{"hangup": {}}]\'',
        ),
    ),
)

execute = Verb(
    "execute",
    "Run other SWML, and come back.",
    Object(
        Field(
            "dest",
            TextOrDocument(CALLING, "DEST"),
            "What to run: a section of the document, a URL of SWML, or a SWML document as text.",
            group=DESTINATION,
            required=True,
        ),
        *PASSED_ON,
        Field("on_return", STEPS, "Steps to run when it comes back.", group=AFTERWARDS),
        Field(
            "result",
            result("return_value"),
            "What to do next, by return_value.",
            group=AFTERWARDS,
        ),
        bare="dest",
        title="execute",
        rules=RUN_SWML,
    ),
    description="While it runs, its params take the place of the section's own. What it returns "
    "is in return_value.",
    sets=("return_value",),
    examples=(
        Example(
            "A section of the document",
            'swml execute --dest hours --section hours play --url "say:We open at nine."',
        ),
        Example(
            "With parameters, and by what it returns",
            "swml execute --dest greet --params name=Ada --result.case "
            "'no:=[{\"hangup\": {}}]' --section greet play --url 'say:Hello "
            "${params.name}.'",
        ),
    ),
)

return_ = Verb(
    "return",
    "Leave the section, with a value for whoever executed it.",
    Field("value", ANY_JSON, "The value: any JSON.", group=VALUE),
    description="Outside of execute, it ends the document.",
    sets=("return_value",),
    word=True,
    examples=(
        Example(
            "A value for whoever executed the section", "swml return --value '{\"found\": true}'"
        ),
        Example("Just back", "swml return"),
    ),
)

label = Verb(
    "label",
    "Name a place in the section for goto.",
    Field(
        "name",
        Text("LABEL"),
        "Name of the place. No other label of the section may have it.",
        group=JUMP,
        required=True,
    ),
    examples=(
        Example(
            "A place to come back to",
            "swml label --name ask play --url say:Hello? goto --label ask --max 3",
        ),
    ),
)

goto = Verb(
    "goto",
    "Go on at a label of the same section.",
    Object(
        Field("label", Text("LABEL"), "Where to go on.", group=JUMP, required=True),
        WHEN.but(help="Jump only where this is true, in JavaScript.", group=JUMP, required=False),
        Field(
            "max",
            Integer(1, 100, variable=True),
            "How often to jump at most.",
            group=JUMP,
            default=100,
        ),
        title="goto",
        rules=PLAIN_JAVASCRIPT,
    ),
    description="The steps between a label and its goto run once more than max says, since the "
    "first time needs no jump.",
    examples=(
        Example(
            "Once more, three times at most",
            'swml label --name again play --url "say:Please hold." goto --label again --max 3',
        ),
        Example(
            "While a condition is true",
            'swml label --name again prompt --play "say:Press 1." goto --label again '
            "--when \"prompt_value != '1'\"",
        ),
    ),
)
NOTHING_SET = does_nothing("vars", {}, "nothing is set")
NOTHING_REMOVED = does_nothing("names", [], "nothing is removed")
NAMES = (one_name_each("names"), no_json_for("names", "name"))


class Variables(MapOf):
    """Variables with their values."""

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        yield from NOTHING_SET.find_in(value)


set = Verb(
    "set",
    "Set variables.",
    Field(
        "vars",
        Variables(ANY_JSON, key=Text("NAME")),
        "Variables with their values: any JSON.",
        group=VARIABLES,
        required=True,
    ),
    description="Variables last until the call ends or unset removes them. A leg that is "
    "connected starts without any.",
    examples=(
        Example("Text, and a number", "swml set --vars shop=bicycles --vars tries:=3"),
        Example("As one object", 'swml set --vars \'{"order": {"number": 17, "paid": false}}\''),
    ),
)


class NameToRemove(VariableName):
    """The name of one variable."""

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        for rule in NAMES:
            yield from rule.find_in(value)


class ListToRemove(ListOf):
    """A list of such names."""

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        yield from NOTHING_REMOVED.find_in(value)


NAME_TO_REMOVE = NameToRemove("NAME")


class NamesToRemove(OneOf):
    """A variable's name, or a list of names; before November 2023 they lay in an object."""

    def faults(self, value: object) -> "Iterable[Finding]":
        names = value.get("vars") if isinstance(value, dict) and len(value) == 1 else None
        if names is not None and self.allows(names):
            return (mistyped(value, self.allowed, names),)
        return super().faults(value)


unset = Verb(
    "unset",
    "Remove variables.",
    Field(
        "names",
        NamesToRemove(NAME_TO_REMOVE, ListToRemove(NAME_TO_REMOVE)),
        "Name of a variable, without ${}; several are a list.",
        group=VARIABLES,
        required=True,
    ),
    examples=(
        Example("One variable", "swml unset --names tries"),
        Example("Several", "swml unset --names tries --names order"),
    ),
)

DURATION = Integer(-1, None, "MILLISECONDS", variable=True)

sleep = Verb(
    "sleep",
    "Wait before the next step.",
    OneOf(
        DURATION,
        Object(
            Field(
                "duration",
                DURATION,
                "How long to wait, in milliseconds; -1 is for ever.",
                group=PAUSE,
                required=True,
                source="0 passes the vendor's schema, while its pages ask for a positive number.",
            ),
            title="sleep",
        ),
    ),
    examples=(
        Example("Half a second", "swml sleep --duration 500"),
        Example("In the full form", "swml sleep --duration 500 --form full"),
    ),
)
