"""The verb that takes payments, and what its prompts are made of."""

from swaigctl.findings import WARNING, Finding
from swaigctl.model.entries import Example, Verb
from swaigctl.model.forms import AMOUNT
from swaigctl.model.kinds import PROSE, Boolean, Choice, Integer, Text, Words, has_variable
from swaigctl.model.rules import Rule, Unlike, absolute_urls, does_nothing, is_absolute_url
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.rules import Match, Values

TITLE = "Payment"

# Headings in help.
CONNECTOR = "Connector"
CARD = "Card"
CHARGE = "Charge"
PROMPTS = "Prompts"
ATTEMPTS = "Attempts"

STRINGS = "The platform reads text here, whatever schema.json says; the SDK writes it so."

WHOLE_NUMBER = Integer(variable=True, as_text=True)

CARD_TYPES = ("visa", "mastercard", "amex", "maestro", "discover", "jcb", "diners-club")
SITUATION = Choice(
    {
        "payment-card-number": "the card's number is asked for",
        "expiration-date": "its date is asked for",
        "security-code": "its security code is asked for",
        "postal-code": "the postal code is asked for",
        "payment-processing": "the payment is under way",
        "payment-completed": "it is done",
        "payment-failed": "it failed",
        "payment-cancelled": "it was called off",
        "payment-canceled": "the same, as other pages spell it",
    }
)
ERRORS = (
    "timeout",
    "invalid-card-number",
    "invalid-card-type",
    "invalid-date",
    "invalid-security-code",
    "invalid-postal-code",
    "invalid-bank-routing-number",
    "invalid-bank-account-number",
    "input-matching-failed",
    "session-in-progress",
    "card-declined",
)


class CodeAsNumber(Integer):
    """A number where text of digits is meant."""

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        if isinstance(value, int) and not isinstance(value, bool):
            sentence = (
                "{subject} is {value}, a number: write it as text, which keeps a zero at its "
                "beginning."
            )
            yield Finding(
                "legacy-form",
                sentence,
                severity=WARNING,
                value=value,
                suggestion=str(value),
                source="The vendor's schema has a boolean or text.",
            )


ACTION_TYPE = Field(
    "type", Choice("Say", "Play"), "Whether to say or to play it.", group=PROMPTS, required=True
)
PHRASE = Field(
    "phrase", PROSE, "What to say, or the URL of what to play.", group=PROMPTS, required=True
)


class PlayedUnlike(Unlike):
    """What is played, and not said, is not of a form that the platform knows."""

    def matches(self, parameters: "tuple[str, ...]", values: "Values") -> "Iterator[Match]":
        if values.get("type") == "Play":
            yield from super().matches(parameters, values)


ACTIONS = Field(
    "actions",
    ListOf(
        Object(
            ACTION_TYPE,
            PHRASE,
            rules=(
                Rule(
                    "url-not-absolute",
                    ("phrase",),
                    PlayedUnlike(is_absolute_url),
                    "{value} is neither an absolute http(s) URL nor a SWML variable: it can't be "
                    "played.",
                    in_general="must be an absolute http(s) URL where {type} is 'Play'.",
                ),
            ),
        )
    ),
    "What is said or played.",
    group=PROMPTS,
    required=True,
)
NOTHING_PROMPTED = does_nothing("actions", [], "nothing is said or played")
FOR = Field("for", SITUATION, "When it is said.", group=PROMPTS, required=True)
FOR_CARDS = Field(
    "card_type", Words(*CARD_TYPES, "optima", metavar="CARDS"), "For which cards.", group=PROMPTS
)
AFTER_ERRORS = Field(
    "error_type", Words(*ERRORS, metavar="ERRORS"), "After which errors.", group=PROMPTS
)
NAME = Field("name", Text("NAME"), "Its name.", group=CONNECTOR, required=True)
VALUE = Field("value", Text(), "Its value.", group=CONNECTOR, required=True)


def is_currency(text: str) -> bool:
    """Whether it has the form of an ISO 4217 code, or can become one by the variables in it."""
    return (len(text) == 3 and text.isascii() and text.isalpha()) or has_variable(text)


pay = Verb(
    "pay",
    "Take a payment by card.",
    Object(
        Field(
            "payment_connector_url",
            Text("URL"),
            "Where the payment is made.",
            group=CONNECTOR,
            required=True,
        ),
        Field(
            "input",
            Choice("dtmf", variable=True),
            "How the caller enters the card.",
            group=CARD,
            default="dtmf",
        ),
        Field(
            "payment_method",
            Choice("credit-card", variable=True),
            "What is paid with.",
            group=CARD,
            default="credit-card",
        ),
        Field(
            "timeout",
            Integer(metavar="SECONDS", variable=True, as_text=True),
            "How long to wait for the next digit, in seconds.",
            group=ATTEMPTS,
            default=5,
            source=STRINGS,
        ),
        Field(
            "max_attempts",
            WHOLE_NUMBER,
            "How often to try again.",
            group=ATTEMPTS,
            default=1,
            source=STRINGS,
        ),
        Field(
            "security_code",
            Boolean(variable=True, as_text=True),
            "Ask for the security code.",
            group=CARD,
            default=True,
            source=STRINGS,
        ),
        Field(
            "min_postal_code_length",
            WHOLE_NUMBER,
            "How many digits a postal code has at least.",
            group=CARD,
            default=0,
            source=STRINGS,
        ),
        Field(
            "token_type",
            Choice("one-time", "reusable", variable=True),
            "How often the payment token can be used.",
            group=CHARGE,
            default="reusable",
        ),
        Field(
            "currency",
            Text("CODE"),
            "Currency of the amount, as an ISO 4217 code such as eur.",
            group=CHARGE,
            default="usd",
        ),
        Field("language", Text("CODE"), "Language of the prompts.", group=PROMPTS, default="en-US"),
        Field("voice", Text("VOICE"), "Voice of the prompts.", group=PROMPTS, default="woman"),
        Field(
            "valid_card_types",
            Words(*CARD_TYPES, metavar="CARDS", variable=True),
            "Cards that are taken, with spaces between them.",
            group=CARD,
            default="visa mastercard amex",
        ),
        Field(
            "postal_code",
            OneOf(Boolean(as_text=True), Text("CODE"), CodeAsNumber()),
            "Whether to ask for the postal code, or the postal code itself.",
            group=CARD,
            default=True,
            source=STRINGS,
        ),
        Field("status_url", Text("URL"), "Where to report what becomes of it.", group=CONNECTOR),
        Field(
            "charge_amount",
            AMOUNT,
            "What to charge, without the currency. Without it, the card is only made a token.",
            group=CHARGE,
        ),
        Field("description", Text(), "What is paid for.", group=CHARGE),
        Field(
            "parameters",
            ListOf(Object(NAME, VALUE)),
            "A list of names and values for the connector.",
            group=CONNECTOR,
        ),
        Field(
            "prompts",
            ListOf(
                Object(
                    FOR,
                    ACTIONS,
                    FOR_CARDS,
                    AFTER_ERRORS,
                    Field("attempts", Text("NUMBERS"), "At which attempts, such as 2 3."),
                    rules=(NOTHING_PROMPTED,),
                )
            ),
            "A list of prompts in place of the platform's own.",
            group=PROMPTS,
        ),
        title="pay",
        rules=(
            absolute_urls("payment_connector_url", "status_url"),
            Rule(
                "unknown-currency",
                ("currency",),
                Unlike(is_currency),
                "{value} is no ISO 4217 code, which has three letters, such as 'usd' or 'eur'.",
            ),
        ),
    ),
    sets=("pay_result", "pay_payment_results"),
    examples=(
        Example(
            "An amount",
            "swml pay --payment-connector-url https://shop.example/pay --charge-amount 49.90",
        ),
        Example(
            "In euros, with words of your own for the card's number",
            "swml pay --payment-connector-url https://shop.example/pay --charge-amount "
            '49.90 --currency eur --no-security-code --prompts \'{"for": '
            '"payment-card-number", "actions": [{"type": "Say", "phrase": "Please type '
            'in the number of your card."}]}\' --parameters \'{"name": "order", "value": '
            '"17"}\'',
        ),
    ),
)
