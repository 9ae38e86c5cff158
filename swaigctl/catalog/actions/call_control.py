"""Actions that move the call on, and end the agent's part in it or not."""

from swaigctl.catalog.actions.call_holding import TITLE as TITLE
from swaigctl.catalog.verbs import CALLING
from swaigctl.catalog.verbs import calls as verbs
from swaigctl.catalog.verbs.destinations import RUN_SWML
from swaigctl.findings import Finding
from swaigctl.model.entries import ENDS, Action, Example, Parameter
from swaigctl.model.forms import is_phone_number
from swaigctl.model.kinds import IN_TEXT, PROSE, Boolean, Kind, Text, is_variable
from swaigctl.model.places import (
    BareValue,
    InSwml,
    Members,
    Plain,
    WholeDocument,
)
from swaigctl.model.rules import Rule, Unlike
from swaigctl.model.shapes import Named
from swaigctl.model.steps import DocumentAsText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.kinds import Part

# Headings in help.
DESTINATION = verbs.DESTINATION
DOCUMENT = "Document"

FINAL = Parameter(
    "final",
    Boolean(),
    "Leave the agent for good. Otherwise the call comes back when the other side hangs up.",
    group=DESTINATION,
    default=True,
    at="transfer",  # beside the document
)


def is_destination(text: str) -> bool:
    """A phone number, a SIP address, a resource (`/public/room`), a queue or a stream."""
    return (
        is_variable(text)
        or is_phone_number(text)
        or text.startswith(("sip:", "sips:", "/", "queue:", "stream:"))
        or "@" in text[1:-1]
    )


connect = Action(
    "connect",
    "Connect the call to a number, address or resource.",
    InSwml(verbs.connect, transfer="final", sections_first=True),
    Members(),
    (
        verbs.connect.parameter("to", "destination", always=True),
        FINAL,
        verbs.connect.parameter("from", "from_addr", keep_empty=True),
    ),
    rules=(
        Rule(
            "unknown-destination",
            ("destination",),
            Unlike(is_destination),
            "{value} is no phone number (+15551234567), SIP address or resource (/public/x).",
        ),
    ),
    examples=(
        Example("Move the call to a phone number", "connect --destination +15551234567"),
        Example(
            "Talk to somebody, then come back to the agent",
            "connect --destination sip:alice@example.com --no-final --from-addr +15559876543",
        ),
        Example(
            "Two phones at once, for 20 seconds",
            "connect --timeout 20 "
            """--parallel '[{"to": "+15551234567"}, {"to": "sip:alice@example.com"}]'""",
        ),
    ),
)

swml_transfer = Action(
    "swml_transfer",
    "Transfer to other SWML, with a word for the return.",
    InSwml(verbs.transfer, transfer="final", set_before="ai_response"),
    Members(),
    (
        verbs.transfer.parameter("dest", always=True),
        Parameter(
            "ai_response",
            PROSE,
            "What the agent reads when the call comes back to it.",
            group=DESTINATION,
            required=True,
            source="Required by the SDK even where --final leaves no way back.",
        ),
        FINAL,
    ),
    further_names={"params": "swml_params"},
    examples=(
        Example(
            "Transfer, and come back",
            "swml-transfer --dest https://example.com/support.swml "
            '--ai-response "Support is done. Ask what else you can do." --no-final',
        ),
    ),
)

transfer = Action(
    "transfer",
    "End the agent's part and go on elsewhere.",
    Plain("transfer"),
    Members("dest"),
    (
        Parameter(
            "dest",
            Text("DEST"),
            "Where the call goes: a section of the document, or a URL of SWML.",
            group=DESTINATION,
            required=True,
            always=True,
        ),
        Parameter(
            "summarize",
            Boolean(),
            "Leave a summary of the conversation in the variable transfer_summary.",
            group=DESTINATION,
            default=False,
        ),
    ),
    rules=RUN_SWML,
    effect=ENDS,
    source="https://signalwire.com/docs/swml/reference/ai/swaig",
    examples=(
        Example("Go on at other SWML", "transfer --dest https://example.com/next.swml --summarize"),
    ),
)

sip_refer = Action(
    "sip_refer",
    "Send a SIP REFER, to move a SIP call elsewhere.",
    InSwml(verbs.sip_refer),
    Members(),
    (verbs.sip_refer.parameter("to_uri", always=True),),
    rules=(
        Rule(
            "not-a-sip-uri",
            ("to_uri",),
            Unlike(lambda text: is_variable(text) or text.startswith(("sip:", "sips:"))),
            "{value} is no SIP URI; those begin with sip: or sips:.",
        ),
    ),
    examples=(Example("Refer to a colleague", "sip-refer --to-uri sip:support@example.com"),),
)


class UnchangedDocument(Named):
    """A SWML document that is checked, and written as it was given; or the JSON of one as text."""

    opaque = True

    def takes(self, value: object) -> bool:
        return isinstance(value, str) or super().takes(value)

    def chosen(self, value: object) -> Kind:
        return JsonOfDocument(self, value) if isinstance(value, str) else self

    @property
    def wired(self) -> Kind:
        return Named(self.name, self.make)

    def faults(self, value: object) -> "Iterator[Finding]":
        for finding in super().faults(value):
            if finding.code == "misplaced":
                sentence = (
                    "{quoted} must stand beside the document, not inside it: it is a parameter of "
                    "its own."
                )
                finding = finding.but(sentence=sentence)
            yield finding


class JsonOfDocument(DocumentAsText):
    """The text of a SWML document in JSON, which the SDK reads before it writes it."""

    def __init__(self, whole: UnchangedDocument, text: str) -> None:
        self.whole = whole
        super().__init__(CALLING, text)
        if text and self.fault is None and not isinstance(self.document, dict):
            sentence = "{subject} must be {allowed}, not {value}."
            allowed = "an object, or the JSON of one as text"
            self.fault = Finding("type", sentence, value=text, allowed=allowed)
            self.document = None

    def read_yaml(self, text: str, fault: Finding) -> None:
        if not text:
            return  # that it is empty is said already
        sentence = "{subject} is text, but not the JSON of a SWML document: {reason}"
        details = {"reason": fault.message}
        self.fault = Finding("json", sentence, value=text, details=details)

    def parts(self, value: object) -> "Iterator[Part]":
        if self.document is not None:
            yield IN_TEXT, self.whole, self.document

    def normal(self, value: object) -> object:
        # Other text, which is wrong, only stands for a value, as patterns of batches have it.
        return value if self.document is None else self.document


def described_document() -> Kind:
    from swaigctl.catalog.documents_inside import DOCUMENT

    return DOCUMENT


def swml_as_sdk(given: "dict[str, object]") -> "dict[str, object]":
    """The SDK takes JSON text, wraps other text as `raw_swml`, and asks objects for `to_dict`."""
    content = given["swml_content"]
    if isinstance(content, str):
        from json import loads

        try:
            content = loads(content)
        except ValueError:
            content = {"raw_swml": content}
    elif hasattr(content, "to_dict"):
        content = content.to_dict()
    elif isinstance(content, dict):
        content = dict(content)
    else:
        raise TypeError("swml_content must be string, dict, or SWML object")
    return {**given, "swml_content": content}


execute_swml = Action(
    "execute_swml",
    "Run a SWML document of your own.",
    WholeDocument(transfer="transfer"),
    BareValue("swml_content"),
    (
        Parameter(
            "swml_content",
            UnchangedDocument("document", described_document),
            "The SWML document.",
            group=DOCUMENT,
            required=True,
            annotation="str | dict[str, Any] | Any",
        ),
        Parameter(
            "transfer",
            Boolean(),
            "Leave the agent for good when the document has run.",
            group=DOCUMENT,
            default=False,
            source='The SDK writes "transfer" beside the document, and only where it is true.',
        ),
    ),
    as_sdk=swml_as_sdk,
    examples=(
        Example(
            "Play a file",
            "execute-swml --swml-content "
            """'{"sections": {"main": [{"play": {"url": "https://example.com/a.mp3"}}]}}'""",
        ),
    ),
)
