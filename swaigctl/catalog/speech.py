"""Actions on what the agent says and hears."""

from swaigctl.catalog.actions import Action, Example, Layout, Parameter
from swaigctl.catalog.cautions import Unlike
from swaigctl.catalog.kinds import Boolean, Integer, Text, is_variable
from swaigctl.catalog.special_kinds import Either, ListOf, Object

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
    Layout("say", value="text"),
    (Parameter("text", Text(), "What to say.", group=SPEECH, required=True),),
    examples=(Example("Speak", 'say --text "One moment, please."'),),
)

change_voice = Action(
    "change_voice",
    "Speak with another voice from now on.",
    Layout("change_voice", value="voice"),
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
    cautions=(
        Unlike(
            "not-a-voice",
            ("voice",),
            lambda text: is_variable(text) or "." in text.strip()[1:-1],
            "is not of the form engine.voice, such as elevenlabs.rachel.",
        ),
    ),
    examples=(Example("Another voice", "change-voice --voice elevenlabs.rachel"),),
)

add_dynamic_hints = Action(
    "add_dynamic_hints",
    "Help speech recognition with special words.",
    Layout("add_dynamic_hints", value="hints"),
    (
        Parameter(
            "hints",
            ListOf(
                Either(
                    Text(),
                    Object(
                        Parameter("hint", Text(), "The word."),
                        Parameter(
                            "pattern",
                            Text("REGEX"),
                            "Regular expression for what is heard.",
                            required=True,
                        ),
                        Parameter("replace", Text(), "What it is replaced with.", required=True),
                        Parameter("ignore_case", Boolean(), "Whether case counts.", default=False),
                    ),
                    dict,
                ),
                "list[str | dict[str, Any]]",
            ),
            "An array of words, and of objects that turn what is heard into what is meant.",
            group=HINTS,
            required=True,
        ),
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
    Layout("clear_dynamic_hints", constant={}),
    examples=(Example("Forget them", "clear-dynamic-hints"),),
)

set_end_of_speech_timeout = Action(
    "set_end_of_speech_timeout",
    "Set how much silence ends what the caller says.",
    Layout("end_of_speech_timeout", value="milliseconds"),
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
    Layout("speech_event_timeout", value="milliseconds"),
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
    Layout("user_input", value="text"),
    (Parameter("text", Text(), "What the caller is to have said.", group=SPEECH, required=True),),
    examples=(Example("Let the caller ask", 'simulate-user-input --text "What is my balance?"'),),
)
