"""Verbs that decide what runs next."""

from swaigctl.catalog.verbs.branches import CASES, OTHERWISE, VARIABLE
from swaigctl.model.entries import Verb
from swaigctl.model.shapes import Object

switch = Verb(
    "switch",
    "Run the steps whose key equals a variable's value.",
    Object(VARIABLE.but(required=True), CASES, OTHERWISE, title="switch"),
    description="Where no key matches and there is no default, the platform reports an error.",
)
