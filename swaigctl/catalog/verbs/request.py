"""The verb that sends an HTTP request."""

from swaigctl.model.conditions import NamesUnlike
from swaigctl.model.entries import Example, Verb
from swaigctl.model.kinds import Boolean, Choice, Number, Text, has_variable
from swaigctl.model.rules import Rule, absolute_urls
from swaigctl.model.shapes import Field, Json, Object
from swaigctl.model.unions import OneOf

TITLE = "HTTP"

# Headings in help.
REQUEST = "Request"
RESPONSE = "Response"

SECONDS = Number(0, None, "SECONDS", variable=True)

HEADERS = ("Accept", "Authorization", "Content-Type", "Range")
FOLDED = tuple(each.lower() for each in HEADERS)


def is_sent(header: str) -> bool:
    name = header.lower()
    return name in FOLDED or name.startswith("x-") or has_variable(header)


request = Verb(
    "request",
    "Send an HTTP request.",
    Object(
        Field(
            "url",
            Text("URL"),
            "Where to: https://…. It may hold a user name and a password.",
            group=REQUEST,
            required=True,
        ),
        Field(
            "method",
            Choice("GET", "POST", "PUT", "DELETE", variable=True),
            "HTTP method of the request.",
            group=REQUEST,
            required=True,
        ),
        Field(
            "headers",
            Json(dict),
            "Headers to send: Accept, Authorization, Content-Type, Range, and those that begin "
            "with X-.",
            group=REQUEST,
        ),
        Field(
            "body",
            OneOf(Text(empty=True), Json(dict, list)),
            "What to send. Without a Content-Type among the headers, its first character decides.",
            group=REQUEST,
            source="Today's schema has text and objects; that of 2023 had lists too.",
        ),
        Field(
            "timeout",
            SECONDS,
            "How long to wait for the response, in seconds; 0 is for ever.",
            group=REQUEST,
            default=0,
        ),
        Field(
            "connect_timeout",
            SECONDS,
            "How long to wait for the connection, in seconds; 0 is for ever.",
            group=REQUEST,
            default=0,
        ),
        Field(
            "save_variables",
            Boolean(variable=True),
            "Save what the response's JSON holds in request_response.",
            group=RESPONSE,
            default=False,
        ),
        title="request",
        sample={"url": "https://example.com", "method": "GET"},
        rules=(
            Rule(
                "header-not-sent",
                ("headers",),
                NamesUnlike(is_sent),
                f"{{value}} is not a header that can be sent: {', '.join(HEADERS)} and those that "
                "begin with X- can.",
            ),
            absolute_urls("url"),
        ),
    ),
    description="At most 64 headers and 64 KB of the response's body are kept.",
    sets=(
        *("request_url", "request_result", "return_value", "request_response_code"),
        *("request_response_headers", "request_response_body", "request_response"),
    ),
    examples=(
        Example(
            "Look something up, and keep what comes back",
            "swml request --url https://shop.example/orders/17 --method GET --save-variables",
        ),
        Example(
            "Send an object",
            "swml request --url https://shop.example/orders --method POST --headers "
            'Content-Type=application/json --body \'{"caller": "${call.from}"}\' '
            "--timeout 5",
        ),
    ),
)
