"""Taking payments, and the parts that prompts for it are made of."""

from swaigctl.catalog.verbs import payment as verbs
from swaigctl.model.entries import Action, Example, Parameter
from swaigctl.model.kinds import PROSE
from swaigctl.model.places import InSwml, Members, Part

TITLE = "Payment"

given = verbs.pay.parameter

pay = Action(
    "pay",
    "Take a payment by card.",
    InSwml(verbs.pay, set_before="ai_response"),
    Members(
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
        given("payment_connector_url", always=True),
        given("input", "input_method", always=True),
        given("status_url"),
        given("payment_method", always=True),
        given("timeout", always=True, refused_by_sdk=True),
        given("max_attempts", always=True, refused_by_sdk=True),
        given("security_code", always=True, refused_by_sdk=True),
        given("postal_code", always=True),
        given("min_postal_code_length", always=True, refused_by_sdk=True),
        given("token_type", always=True),
        given("charge_amount"),
        given("currency", always=True),
        given("language", always=True),
        given("voice", always=True),
        given("description"),
        given("valid_card_types", always=True),
        given("parameters", annotation="list[dict[str, str]]"),
        given("prompts"),
        Parameter(
            "ai_response",
            PROSE,
            "What the agent reads when the payment is over.",
            group=verbs.PROMPTS,
            default="The payment status is ${pay_result}, do not mention anything else about "
            "collecting payment if successful.",
            source="The default is the SDK's, word for word: it goes on the wire.",
            may_be_none=True,
            keep_empty=True,
        ),
    ),
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
    Part(),
    Members(),
    (
        Parameter.of(verbs.FOR, "for_situation", always=True),
        Parameter.of(
            verbs.ACTIONS,
            always=True,
            help="An array of objects with type (Say or Play) and phrase.",
            annotation="list[dict[str, str]]",
        ),
        Parameter.of(verbs.FOR_CARDS),
        Parameter.of(verbs.AFTER_ERRORS),
    ),
    rules=(verbs.NOTHING_PROMPTED,),
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
    Part(),
    Members(),
    (
        Parameter.of(verbs.ACTION_TYPE, "action_type", always=True),
        Parameter.of(verbs.PHRASE, always=True),
    ),
    examples=(
        Example("Say it", 'create-payment-action --action-type Say --phrase "Your card number?"'),
    ),
)

create_payment_parameter = Action(
    "create_payment_parameter",
    "Write one parameter for the connector of pay.",
    Part(),
    Members(),
    (Parameter.of(verbs.NAME, always=True), Parameter.of(verbs.VALUE, always=True)),
    examples=(
        Example("An order's number", "create-payment-parameter --name order_id --value ORD-789"),
    ),
)
