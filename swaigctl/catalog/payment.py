"""Taking payments, and the parts that prompts for it are made of."""

from swaigctl.catalog.actions import Action, Example, Layout, Parameter
from swaigctl.catalog.cautions import NotAbsolute
from swaigctl.catalog.kinds import Choice, Text, Words
from swaigctl.catalog.special_kinds import (
    AMOUNT,
    BooleanText,
    IntegerText,
    ListOf,
    Object,
    TextWithBoolean,
)

TITLE = "Payment"

# Headings in help.
CONNECTOR = "Connector"
CARD = "Card"
CHARGE = "Charge"
PROMPTS = "Prompts"
ATTEMPTS = "Attempts"

STRINGS = "The platform reads text here, whatever schema.json says; the SDK writes it so."

CARD_TYPES = ("visa", "mastercard", "amex", "maestro", "discover", "jcb", "diners-club")
SITUATIONS = {
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

ACTION_TYPE = Choice("Say", "Play")
PHRASE = Parameter(
    "phrase", Text(), "What to say, or the URL of what to play.", group=PROMPTS, required=True
)
PROMPT_ACTIONS = ListOf(
    Object(Parameter("type", ACTION_TYPE, "Whether to say or to play it.", required=True), PHRASE),
    "list[dict[str, str]]",
)
PROMPT_CARDS = Words(*CARD_TYPES, "optima", metavar="CARDS")
PROMPT_ERRORS = Words(*ERRORS, metavar="ERRORS")
PAIR = (
    Parameter("name", Text("NAME"), "Its name.", group=CONNECTOR, required=True, always=True),
    Parameter("value", Text(), "Its value.", group=CONNECTOR, required=True, always=True),
)

pay = Action(
    "pay",
    "Take a payment by card.",
    Layout(
        "pay",
        carries_swml=True,
        set_before="ai_response",
        order=(
            "payment_connector_url",
            "input_method",
            "payment_method",
            "timeout",
            "max_attempts",
            "security_code",
            "min_postal_code_length",
            "token_type",
            "currency",
            "language",
            "voice",
            "valid_card_types",
            "postal_code",
            "status_url",
            "charge_amount",
            "description",
            "parameters",
            "prompts",
        ),
    ),
    (
        Parameter(
            "payment_connector_url",
            Text("URL"),
            "Where the payment is made.",
            group=CONNECTOR,
            required=True,
            always=True,
        ),
        Parameter(
            "input_method",
            Choice("dtmf"),
            "How the caller enters the card.",
            group=CARD,
            default="dtmf",
            at="input",
            always=True,
        ),
        Parameter(
            "status_url", Text("URL"), "Where to report what becomes of it.", group=CONNECTOR
        ),
        Parameter(
            "payment_method",
            Choice("credit-card"),
            "What is paid with.",
            group=CARD,
            default="credit-card",
            always=True,
        ),
        Parameter(
            "timeout",
            IntegerText(metavar="SECONDS"),
            "How long to wait for the next digit, in seconds.",
            group=ATTEMPTS,
            default=5,
            always=True,
            refused_by_sdk=True,
            source=STRINGS,
        ),
        Parameter(
            "max_attempts",
            IntegerText(),
            "How often to try again.",
            group=ATTEMPTS,
            default=1,
            always=True,
            refused_by_sdk=True,
            source=STRINGS,
        ),
        Parameter(
            "security_code",
            BooleanText(),
            "Ask for the security code.",
            group=CARD,
            default=True,
            always=True,
            refused_by_sdk=True,
            source=STRINGS,
        ),
        Parameter(
            "postal_code",
            TextWithBoolean("true|false|CODE"),
            "Whether to ask for the postal code, or the postal code itself.",
            group=CARD,
            default=True,
            always=True,
            source=STRINGS,
        ),
        Parameter(
            "min_postal_code_length",
            IntegerText(),
            "How many digits a postal code has at least.",
            group=CARD,
            default=0,
            always=True,
            refused_by_sdk=True,
            source=STRINGS,
        ),
        Parameter(
            "token_type",
            Choice("one-time", "reusable"),
            "How often the payment token can be used.",
            group=CHARGE,
            default="reusable",
            always=True,
        ),
        Parameter(
            "charge_amount",
            AMOUNT,
            "What to charge, without the currency. Without it, the card is only made a token.",
            group=CHARGE,
        ),
        Parameter(
            "currency",
            Text("CODE"),
            "Currency of the amount.",
            group=CHARGE,
            default="usd",
            always=True,
        ),
        Parameter(
            "language",
            Text("CODE"),
            "Language of the prompts.",
            group=PROMPTS,
            default="en-US",
            always=True,
        ),
        Parameter(
            "voice",
            Text("VOICE"),
            "Voice of the prompts.",
            group=PROMPTS,
            default="woman",
            always=True,
        ),
        Parameter("description", Text(), "What is paid for.", group=CHARGE),
        Parameter(
            "valid_card_types",
            Words(*CARD_TYPES, metavar="CARDS"),
            "Cards that are taken, with spaces between them.",
            group=CARD,
            default="visa mastercard amex",
            always=True,
        ),
        Parameter(
            "parameters",
            ListOf(Object(*PAIR), "list[dict[str, str]]"),
            "An array of names and values for the connector.",
            group=CONNECTOR,
        ),
        Parameter(
            "prompts",
            ListOf(
                Object(
                    Parameter(
                        "for",
                        Choice(*SITUATIONS),
                        "When it is said.",
                        required=True,
                        meanings=SITUATIONS,
                    ),
                    Parameter("actions", PROMPT_ACTIONS, "What is said or played.", required=True),
                    Parameter("card_type", PROMPT_CARDS, "For which cards."),
                    Parameter("error_type", PROMPT_ERRORS, "After which errors."),
                    Parameter("attempts", Text("NUMBERS"), "At which attempts, such as 2 3."),
                )
            ),
            "An array of prompts in place of the platform's own.",
            group=PROMPTS,
        ),
        Parameter(
            "ai_response",
            Text(),
            "What the agent reads when the payment is over.",
            group=PROMPTS,
            default="The payment status is ${pay_result}, do not mention anything else about "
            "collecting payment if successful.",
            source="The default is the SDK's, word for word: it goes on the wire.",
            may_be_none=True,
        ),
    ),
    cautions=(NotAbsolute("payment_connector_url", "status_url"),),
    examples=(
        Example(
            "Charge 25.50",
            "pay --payment-connector-url https://example.com/pay --charge-amount 25.50 "
            "--token-type one-time --no-security-code",
        ),
        Example(
            "A prompt of your own",
            "pay --payment-connector-url https://example.com/pay --prompts "
            """'[{"for": "security-code", "actions": [{"type": "Say", "phrase": "Code?"}]}]'""",
        ),
    ),
)

create_payment_prompt = Action(
    "create_payment_prompt",
    "Write one prompt for the prompts of pay.",
    Layout(fragment=True),
    (
        Parameter(
            "for_situation",
            Choice(*SITUATIONS),
            "When it is said.",
            group=PROMPTS,
            required=True,
            at="for",
            always=True,
            meanings=SITUATIONS,
        ),
        Parameter(
            "actions",
            PROMPT_ACTIONS,
            "An array of objects with type (Say or Play) and phrase.",
            group=PROMPTS,
            required=True,
            always=True,
        ),
        Parameter("card_type", PROMPT_CARDS, "For which cards.", group=PROMPTS),
        Parameter("error_type", PROMPT_ERRORS, "After which errors.", group=PROMPTS),
    ),
    examples=(
        Example(
            "Ask again",
            "create-payment-prompt --for-situation payment-card-number --error-type timeout "
            """--actions '[{"type": "Say", "phrase": "Please enter your card number."}]'""",
        ),
    ),
)

create_payment_action = Action(
    "create_payment_action",
    "Write one action for a payment prompt.",
    Layout(fragment=True),
    (
        Parameter(
            "action_type",
            ACTION_TYPE,
            "Whether to say or to play it.",
            group=PROMPTS,
            required=True,
            at="type",
            always=True,
        ),
        Parameter("phrase", PHRASE.kind, PHRASE.help, group=PROMPTS, required=True, always=True),
    ),
    examples=(
        Example("Say it", 'create-payment-action --action-type Say --phrase "Your card number?"'),
    ),
)

create_payment_parameter = Action(
    "create_payment_parameter",
    "Write one parameter for the connector of pay.",
    Layout(fragment=True),
    PAIR,
    examples=(
        Example("An order's number", "create-payment-parameter --name order_id --value ORD-789"),
    ),
)
