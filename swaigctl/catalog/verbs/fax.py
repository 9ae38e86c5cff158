"""Verbs that send and receive faxes."""

from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Text
from swaigctl.model.shapes import Field, Object

TITLE = "Fax"

# Headings in help.
FAX = "Fax"
EVENTS = "Events"

STATUS_URL = Field("status_url", Text("URL"), "", group=EVENTS)

# What both verbs tell about the fax, behind the verb's own name.
TOLD = ("document", "identity", "remote_identity", "pages", "result_code", "result_text", "result")

receive_fax = Verb(
    "receive_fax",
    "Receive a fax on this call.",
    Object(
        STATUS_URL.but(help="Where to report how receiving the fax goes."),
        title="receive_fax",
    ),
    sets=tuple(f"receive_fax_{each}" for each in TOLD),
    word=True,
    examples=(
        Example("Take what the other machine sends", "swml answer receive-fax"),
        Example(
            "And report how it goes",
            "swml answer receive-fax --status-url https://shop.example/faxes",
        ),
    ),
)

send_fax = Verb(
    "send_fax",
    "Send a PDF document as a fax.",
    Object(
        Field("document", Text("URL"), "URL of the PDF to send.", group=FAX, required=True),
        Field("header_info", Text(), "Text for the header of each page.", group=FAX),
        Field(
            "identity",
            Text("NUMBER"),
            "The station that the fax says it comes from. Without it, the caller's number.",
            group=FAX,
        ),
        STATUS_URL.but(help="Where to report how sending the fax goes."),
        bare="document",
        title="send_fax",
    ),
    sets=tuple(f"send_fax_{each}" for each in TOLD),
    examples=(
        Example("A PDF", "swml send-fax --document https://shop.example/invoice.pdf"),
        Example(
            "With a line above each page",
            "swml send-fax --document https://shop.example/invoice.pdf --header-info "
            '"Invoice 17" --identity +15559876543',
        ),
    ),
)
