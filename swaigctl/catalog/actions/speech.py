"""Actions on what the agent says and hears."""

from swaigctl.model.entries import Action, Example, Parameter
from swaigctl.model.kinds import PROSE, Boolean, Integer, Text, is_variable
from swaigctl.model.places import BareValue, ConstantBody, Plain
from swaigctl.model.rules import Rule, Unlike, does_nothing, one_text_each
from swaigctl.model.shapes import Field, ListOf, Object
from swaigctl.model.unions import OneOf

TITLE = "Speech"

# Headings in help.
SPEECH = "Speech"
HINTS = "Hints"
TIMING = "Timing"

MILLISECONDS = Integer(1, None, "MILLISECONDS")
MORE_THAN_NONE = "The table of actions on the wire wants more than 0."

say = Action(
    "say",
    "Speak a text at once.",
    Plain("say"),
    BareValue("text"),
    (Parameter("text", PROSE, "What to say.", group=SPEECH, required=True),),
    examples=(Example("Speak", 'say --text "One moment, please."'),),
)

change_voice = Action(
    "change_voice",
    "Speak with another voice from now on.",
    Plain("change_voice"),
    BareValue("voice"),
    (
        Parameter(
            "voice",
            Text("VOICE", blank=False),
            "The voice as engine.voice or engine.voice:model.",
            group=SPEECH,
            required=True,
            wording="must be a non-empty string",
            refused_by_sdk=True,
        ),
    ),
    description="It takes the place of the current language's voice, from the next sentence on.",
    rules=(
        Rule(
            "not-a-voice",
            ("voice",),
            Unlike(lambda text: is_variable(text) or "." in text.strip()[1:-1]),
            "{value} is not of the form engine.voice, such as elevenlabs.rachel.",
        ),
    ),
    examples=(Example("Another voice", "change-voice --voice elevenlabs.rachel"),),
    source=None,
)

add_dynamic_hints = Action(
    "add_dynamic_hints",
    "Help speech recognition with special words.",
    Plain("add_dynamic_hints"),
    BareValue("hints"),
    (
        Parameter(
            "hints",
            ListOf(
                OneOf(
                    Text(),
                    Object(
                        Field("hint", Text(), "The word."),
                        Field(
                            "pattern",
                            Text("REGEX"),
                            "Regular expression for what is heard.",
                            required=True,
                        ),
                        Field("replace", Text(), "What it is replaced with.", required=True),
                        Field(
                            "ignore_case",
                            Boolean(),
                            "If true, upper and lower case make no difference.",
                            default=False,
                        ),
                    ),
                ),
            ),
            "An array of words, and of objects that turn what is heard into what is meant.",
            group=HINTS,
            required=True,
        ),
    ),
    rules=(
        does_nothing("hints", [], "no hint is added"),
        one_text_each("hints", "hint"),
    ),
    examples=(
        Example(
            "A name, and how it is misheard",
            "add-dynamic-hints --hints "
            """'["Cabby", {"pattern": "cab bee", "replace": "Cabby", "ignore_case": true}]'""",
        ),
    ),
)

clear_dynamic_hints = Action(
    "clear_dynamic_hints",
    "Forget the hints that were added during the call.",
    Plain("clear_dynamic_hints"),
    ConstantBody({}),
    examples=(Example("Forget them", "clear-dynamic-hints"),),
)

set_end_of_speech_timeout = Action(
    "set_end_of_speech_timeout",
    "Set how much silence ends what the caller says.",
    Plain("end_of_speech_timeout"),
    BareValue("milliseconds"),
    (
        Parameter(
            "milliseconds",
            MILLISECONDS,
            "Silence in milliseconds.",
            group=TIMING,
            required=True,
            source=MORE_THAN_NONE,
        ),
    ),
    examples=(Example("Wait longer", "set-end-of-speech-timeout --milliseconds 1200"),),
)

set_speech_event_timeout = Action(
    "set_speech_event_timeout",
    "Set how long after the last sound speech is final.",
    Plain("speech_event_timeout"),
    BareValue("milliseconds"),
    (
        Parameter(
            "milliseconds",
            MILLISECONDS,
            "Time in milliseconds. Better than silence where it is noisy.",
            group=TIMING,
            required=True,
            source=MORE_THAN_NONE,
        ),
    ),
    examples=(Example("For a noisy place", "set-speech-event-timeout --milliseconds 1500"),),
)

simulate_user_input = Action(
    "simulate_user_input",
    "Go on as if the caller had said a text.",
    Plain("user_input"),
    BareValue("text"),
    (Parameter("text", PROSE, "What the caller is to have said.", group=SPEECH, required=True),),
    examples=(Example("Let the caller ask", 'simulate-user-input --text "What is my balance?"'),),
)
