"""What verbs have in common that go on with other SWML."""

from swaigctl.catalog.verbs import CALLING
from swaigctl.model.forms import is_phone_number
from swaigctl.model.kinds import has_variable
from swaigctl.model.rules import Rule, Unlike
from swaigctl.model.shapes import Field, Json, TextOrDocument

# Headings in help.
DESTINATION = "Destination"

URL_OR_SWML = TextOrDocument(CALLING, "URL")
"""A URL of SWML, or a document as text; where a document has sections, the name of one too."""


def holds_swml(text: str) -> bool:
    """Whether it can be a section, a URL or a document, and is not somebody to call."""
    return has_variable(text) or not (is_phone_number(text) or text.startswith(("sip:", "sips:")))


RUN_SWML = Rule(
    "not-a-section",
    ("dest",),
    Unlike(holds_swml),
    "{value} is taken for the name of a section: use connect to call somebody.",
)

PASSED_ON = (
    Field("params", Json(dict), "Parameters for the other SWML.", group=DESTINATION),
    Field("meta", Json(dict), "Data for whoever delivers the SWML.", group=DESTINATION),
)
"""What goes along with the destination."""
