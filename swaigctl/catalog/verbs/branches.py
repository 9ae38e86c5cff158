"""What verbs have in common that go on in one of several ways."""

from swaigctl.catalog.verbs import CALLING
from swaigctl.model.kinds import Text
from swaigctl.model.shapes import Field, ListOf, MapOf, Object
from swaigctl.model.steps import Steps
from swaigctl.model.unions import OneOf

BRANCHES = "Branches"

STEPS = Steps(CALLING)

VARIABLE = Field(
    "variable",
    Text("NAME"),
    "Name of the variable to compare, without ${}.",
    group=BRANCHES,
)
CASES = Field(
    "case",
    MapOf(STEPS),
    "Steps to run, by the value of the variable.",
    group=BRANCHES,
    required=True,
)
OTHERWISE = Field("default", STEPS, "Steps to run where no value matches.", group=BRANCHES)

CONDITIONS = ListOf(
    OneOf(
        Object(
            Field("when", Text("JAVASCRIPT"), "The condition, in JavaScript.", required=True),
            Field("then", STEPS, "Steps to run where it is true.", required=True),
            Field("else", STEPS, "Steps to run where it is not."),
        ),
        Object(Field("else", STEPS, "Steps to run where no condition was true.", required=True)),
    )
)
"""Branches with conditions: the first one that is true runs."""


def result(variable: str = "") -> OneOf:
    """What to do next, by how something ended: a switch, or a list of conditions.

    `variable`: what the switch compares where it names none; without it, it has to.
    """
    compared = VARIABLE.but(default=variable) if variable else VARIABLE.but(required=True)
    return OneOf(Object(compared, CASES, OTHERWISE), CONDITIONS)
