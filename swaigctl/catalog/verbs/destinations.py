"""What verbs have in common that go on with other SWML."""

from swaigctl.catalog.verbs import CALLING
from swaigctl.model.forms import is_phone_number
from swaigctl.model.kinds import has_variable
from swaigctl.model.rules import Rule, Unlike
from swaigctl.model.shapes import Field, Json, TextOrDocument, is_like_a_document

# Headings in help.
DESTINATION = "Destination"

URL_OR_SWML = TextOrDocument(CALLING, "URL")
"""A URL of SWML, or a document as text; where a document has sections, the name of one too."""


TO_CALL = ("sip:", "sips:", "tel:", "queue:")
"""What the addresses of those begin with whom only connect reaches."""


def holds_swml(text: str) -> bool:
    """Whether it can be a section, a URL or a document, and is not somebody to call."""
    return has_variable(text) or not (is_phone_number(text) or text.lower().startswith(TO_CALL))


def may_be_fetched(text: str) -> bool:
    """Whether it is no URL, or one of a scheme that the platform fetches by.

    What stands behind the scheme is often a placeholder in the vendor's pages.
    """
    scheme, is_url, _ = text.partition("://")
    if not is_url or has_variable(text) or is_like_a_document(text):
        return True
    return scheme.lower() in ("http", "https")


RUN_SWML = (
    Rule(
        "not-a-section",
        ("dest",),
        Unlike(holds_swml),
        "{value} is taken for the name of a section: use connect to call somebody.",
    ),
    Rule(
        "url-not-absolute",
        ("dest",),
        Unlike(may_be_fetched),
        "{value} is no http(s) URL: it can't be fetched.",
    ),
)

PASSED_ON = (
    Field("params", Json(dict), "Parameters for the other SWML.", group=DESTINATION),
    Field("meta", Json(dict), "Data for whoever delivers the SWML.", group=DESTINATION),
)
"""What goes along with the destination."""
