"""What an agent speaks and understands: languages, voices, fillers, hints, pronunciation."""

from swaigctl.catalog.verbs.picking import picked
from swaigctl.findings import WARNING
from swaigctl.model.forms import Lenient
from swaigctl.model.kinds import YES_OR_NO, Choice, Integer, Number, Text
from swaigctl.model.shapes import Field, ListOf, MapOf, Object
from swaigctl.model.unions import OneOf

# Headings in help.
LANGUAGE = "Language"
VOICE = "Voice"
FILLERS = "Fillers"
RECOGNITION = "Speech recognition"

PHRASES = ListOf(Text("PHRASE"))
PHRASES_BY_LANGUAGE = MapOf(ListOf(OneOf(Text("PHRASE"), PHRASES)), key=Text("CODE"))
"""By language code, `auto` (translated) or `default`; a list in a list is said bit by bit."""

IN_ENGINE_NOTATION = "'voice', as ENGINE.VOICE"

DIGITS = "Demos of the vendor write 0 and 1, which its schema refuses."
YES_OR_NO_OR_DIGIT = Lenient(YES_OR_NO, Integer(0, 1), DIGITS)

PRONOUNCE = ListOf(
    Object(
        Field("replace", Text(), "What stands in the text.", required=True),
        Field("with", Text(), "How to say it.", required=True),
        Field(
            "ignore_case",
            YES_OR_NO_OR_DIGIT,
            "If true, upper and lower case make no difference.",
            default=True,
            source=DIGITS,
        ),
        unknown=WARNING,
        title="pronounce",
    )
)

HINT_FIELDS = (
    Field("hint", Text("WORD"), "The word to listen for.", required=True),
    Field("pattern", Text("REGEX"), "Regular expression for what is heard.", required=True),
    Field("replace", Text(), "What to put in its place.", required=True),
    Field(
        "ignore_case",
        YES_OR_NO_OR_DIGIT,
        "If true, upper and lower case make no difference.",
        default=False,
        source=DIGITS,
    ),
)
HINT = Object(*HINT_FIELDS, unknown=WARNING, title="a hint")
HINTS = ListOf(OneOf(Text("WORD"), HINT))


def only_with(engine: str) -> str:
    return f"The vendor's description: it works with {engine} only."


VOICE_SETTINGS = Object(
    Field(
        "stability",
        Number(0, 1, variable=True),
        "How even the voice is; less is more emotional. For ElevenLabs.",
        default=0.5,
        source=only_with("ElevenLabs"),
    ),
    Field(
        "similarity",
        Number(0, 1, variable=True),
        "How close to stay to the original voice. For ElevenLabs.",
        default=0.75,
        source=only_with("ElevenLabs"),
    ),
    Field(
        "speakingRate",
        Number(0.5, 1.5, variable=True),
        "How fast the voice speaks. For Inworld.",
        default=1,
        source=only_with("Inworld"),
    ),
    Field(
        "temperature",
        Number(0, 2, variable=True),
        "How much the delivery varies. For Inworld.",
        default=1,
        source=only_with("Inworld"),
    ),
    Field(
        "speed",
        Number(0.5, 2, variable=True),
        "How fast the voice speaks. For MiniMax.",
        default=1,
        source=only_with("MiniMax"),
    ),
    Field(
        "vol",
        Number(0.1, 1, variable=True),
        "How loud the voice is. For MiniMax.",
        default=1,
        source=only_with("MiniMax"),
    ),
    Field(
        "pitch",
        Integer(-12, 12, "SEMITONES", variable=True),
        "How much higher or lower the voice is, in semitones. For MiniMax.",
        default=0,
        source=only_with("MiniMax"),
    ),
    Field(
        "emotion",
        Choice(
            *("happy", "sad", "angry", "fearful", "disgusted", "surprised", "neutral"),
            variable=True,
        ),
        "One emotion for all that is said. For MiniMax.",
        source=only_with("MiniMax"),
    ),
    unknown=WARNING,
    title="the voice's params",
)

SPOKEN = (
    Field(
        "voice",
        Text("VOICE"),
        "The voice, as ENGINE.VOICE or ENGINE.VOICE:MODEL, such as elevenlabs.rachel.",
        group=VOICE,
    ),
    Field(
        "model",
        Text("MODEL"),
        "The voice engine's model, where the voice does not name one.",
        group=VOICE,
    ),
    Field(
        "engine",
        Text("ENGINE"),
        "The voice engine.",
        group=VOICE,
        deprecated=IN_ENGINE_NOTATION,
    ),
    Field("params", VOICE_SETTINGS, "Settings of the voice engine.", group=VOICE),
)

TURN_FILLERS = Field(
    "turn_fillers",
    PHRASES,
    "Short sounds of listening while the caller spells something or reads out a number.",
    group=FILLERS,
)
FUNCTION_FILLERS = Field(
    "function_fillers", PHRASES, "What to say while a function runs.", group=FILLERS
)

LANGUAGES = ListOf(
    Object(
        Field(
            "name",
            Text("NAME"),
            "Name of the language, as the model reads it, such as French.",
            group=LANGUAGE,
            required=True,
        ),
        Field(
            "code",
            OneOf(Text("CODE"), ListOf(Text("CODE"), at_most=3)),
            "Code of the language for speech recognition, such as fr; or a list of codes.",
            group=LANGUAGE,
            required=True,
            aliases=("listen_language",),
            source="listen_language is read only where code is missing.",
        ),
        *(field.but(required=field.name == "voice") for field in SPOKEN),
        Field(
            "auto_emotion",
            YES_OR_NO,
            "Let the model choose the voice's emotion, where the engine can.",
            group=VOICE,
            default=False,
        ),
        Field(
            "auto_speed",
            YES_OR_NO,
            "Let the model choose how fast the voice speaks, where the engine can.",
            group=VOICE,
            default=False,
        ),
        FUNCTION_FILLERS,
        Field(
            "speech_fillers",
            PHRASES,
            "What to say between turns, until the answer is there.",
            group=FILLERS,
        ),
        TURN_FILLERS,
        Field(
            "fillers",
            PHRASES,
            "What to say while a function runs.",
            group=FILLERS,
            deprecated="'function_fillers'",
        ),
        Field(
            "pronounce",
            PRONOUNCE,
            "How to say certain words in this language.",
            group=VOICE,
        ),
        unknown=WARNING,
        title="a language",
    )
)

MULTILINGUAL = Object(
    Field(
        "languages",
        ListOf(
            Object(
                Field(
                    "language",
                    Text("CODE"),
                    "Code of the language; default stands for all that have no entry.",
                    required=True,
                ),
                *picked(SPOKEN, "voice", "model", "engine", "params"),
                unknown=WARNING,
                title="a language",
            )
        ),
        "A list of languages with the voice of each.",
        group=LANGUAGE,
        required=True,
    ),
    Field(
        "allowed",
        ListOf(Text("CODE")),
        "Codes of the only languages that the agent changes to.",
        group=LANGUAGE,
    ),
    Field(
        "start_language",
        Text("CODE"),
        "Code of the language that the agent begins in.",
        group=LANGUAGE,
        default="en",
    ),
    Field(
        "min_switch_words",
        Integer(1, None, "WORDS", variable=True),
        "How many words in another language make the agent change to it.",
        group=LANGUAGE,
        default=2,
    ),
    Field("engine", Text("ENGINE"), "Engine of speech recognition.", group=RECOGNITION),
    Field(
        "model",
        Text("MODEL"),
        "Model of speech recognition. It must know several languages at once.",
        group=RECOGNITION,
        default="nova-3",
    ),
    Field("provider", Text(), "Provider of speech recognition.", group=RECOGNITION),
    Field(
        "fillers",
        OneOf(PHRASES, PHRASES_BY_LANGUAGE),
        "What to say between turns: phrases to translate, or phrases by language.",
        group=FILLERS,
    ),
    *(
        field.but(
            kind=OneOf(PHRASES, PHRASES_BY_LANGUAGE),
            help=f"{field.help[:-1]}: phrases to translate, or phrases by language.",
        )
        for field in (FUNCTION_FILLERS, TURN_FILLERS)
    ),
    unknown=WARNING,
    title="multilingual",
)
