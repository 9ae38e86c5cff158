"""What verbs have in common that go on in one of several ways."""

from swaigctl.catalog.verbs import CALLING
from swaigctl.findings import WARNING, Finding
from swaigctl.model.kinds import Text, has_variable, is_variable
from swaigctl.model.rules import Rule, Unlike, Without, does_nothing
from swaigctl.model.shapes import Field, ListOf, MapOf, Object
from swaigctl.model.steps import Steps
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BRANCHES = "Branches"

NO_CASE = does_nothing("case", {}, "no value is compared")

MOST_JAVASCRIPT = 1_024
"""Characters that the platform evaluates at most."""

STEPS = Steps(CALLING)

WHEN = Field("when", Text("JAVASCRIPT"), "The condition, in JavaScript.", required=True)

PLAIN_JAVASCRIPT = (
    Rule(
        "variable-in-javascript",
        ("when",),
        Unlike(lambda text: not has_variable(text)),
        "{subject} is JavaScript already: name the variable without ${{}} or %{{}}.",
        source="The vendor warns of results that differ from time to time.",
    ),
    Rule(
        "javascript-too-long",
        ("when",),
        Unlike(lambda text: len(text) <= MOST_JAVASCRIPT),
        f"{{subject}} must have at most {MOST_JAVASCRIPT:,} characters.",
        source="The limit is known of expressions in ${}; here it is probable.",
    ),
)


class VariableName(Text):
    """The name of a variable; with `${}` around it, it would be what the variable holds."""

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        if isinstance(value, str) and is_variable(value):
            sentence = "{subject} must be the name of a variable: {value} is what it holds."
            name = value[2:-1].strip()
            yield Finding(
                "variable-for-a-name",
                sentence,
                severity=WARNING,
                value=value,
                suggestion=None if has_variable(name) else name or None,
            )


VARIABLE = Field(
    "variable",
    VariableName("NAME"),
    "Name of the variable to compare, without ${}.",
    group=BRANCHES,
)
CASES = Field(
    "case",
    MapOf(STEPS, key=Text(empty=True)),
    "Steps to run, by the value of the variable.",
    group=BRANCHES,
    required=True,
    source="A variable that is not set has an empty text, so the key of a case may be empty.",
)
OTHERWISE = Field("default", STEPS, "Steps to run where no value matches.", group=BRANCHES)


GUESSED = {
    **dict.fromkeys(("if", "condition", "expression", "test", "case"), "when"),
    **dict.fromkeys(("do", "steps", "actions", "run"), "then"),
    **dict.fromkeys(("otherwise", "default"), "else"),
}
"""What other languages call the members of a condition."""


class Conditions(ListOf):
    """Branches with conditions, of which the last one may have none."""

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return "a list of conditions"

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        for index, branch in enumerate(value[:-1] if isinstance(value, list) else ()):
            if isinstance(branch, dict) and list(branch) == ["else"]:
                sentence = "an 'else' of its own must come last: what follows it may never run."
                yield Finding("else-not-last", sentence, path=(index,), severity=WARNING)


CONDITIONS = Conditions(
    OneOf(
        Object(
            WHEN,
            Field("then", STEPS, "Steps to run where it is true.", required=True),
            Field("else", STEPS, "Steps to run where it is not."),
            title="a condition",
            guessed=GUESSED,
            rules=PLAIN_JAVASCRIPT,
        ),
        Object(
            Field(
                "else",
                STEPS,
                "By itself in the last item: steps to run where no condition was true.",
                required=True,
            ),
            title="a condition",
            guessed=GUESSED,
        ),
    )
)
"""Branches with conditions: the first one that is true runs."""


def result(variable: str) -> OneOf:
    """What to do next, by how something ended: a switch, or a list of conditions.

    `variable`: what the switch compares where it names none.
    """
    compared = VARIABLE.but(default=variable)
    return OneOf(Object(compared, CASES, OTHERWISE, title="result", rules=(NO_CASE,)), CONDITIONS)


def lenient_result() -> OneOf:
    """The same where a reference has any object: what deviates draws warnings."""
    return OneOf(
        Object(
            VARIABLE,
            CASES.but(required=False),
            OTHERWISE,
            title="result",
            unknown=WARNING,
            rules=(
                Rule(
                    "required",
                    ("case", "default"),
                    Without("variable"),
                    "{variable} is required beside {subject}.",
                ),
                Rule(
                    "required",
                    ("variable", "default"),
                    Without("case"),
                    "{case} is required beside {subject}.",
                ),
            ),
        ),
        CONDITIONS,
    )
