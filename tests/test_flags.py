"""How flags and their values are read, and what is told when they are not as they should be."""

import json
import shlex
from pathlib import Path

import pytest
from conftest import run_here
from hypothesis import given, settings
from hypothesis import strategies as st

from swaigctl.catalog import action_named, families
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.verbs import FLAVOURS
from swaigctl.cli.chains import VerbFlags
from swaigctl.cli.flags import ActionFlags, Flags, read_flags, spelled
from swaigctl.cli.json_values import adds_up
from swaigctl.descriptions import parameters_of_verb
from swaigctl.model.entries import Action, Parameter

pytestmark = pytest.mark.once

ACTIONS = [action for actions in families().values() for action in actions]
VERBS = [flavour.named(name) for flavour in FLAVOURS for name in flavour.names()]

LEVELS = [
    *(
        pytest.param([ActionFlags(each)], (*each.all_parameters, *flags.of(each)), id=each.command)
        for each in ACTIONS
    ),
    *(
        pytest.param(
            [
                VerbFlags(each, Flags("swml", document_flags.DOCUMENT)),
                Flags("swml", document_flags.DOCUMENT_OUTPUTS),
            ],
            (*parameters_of_verb(each), *document_flags.of_verb(each)),
            id=f"swml {each.flavour} {each.command}",
        )
        for each in VERBS
    ),
    *(
        pytest.param([Flags(each.command, each.parameters)], each.parameters, id=each.command)
        for each in TOOLS.values()
    ),
]
"""The flags that are looked up behind the name of each entry and tool, and what it takes."""


@pytest.mark.parametrize(("levels", "parameters"), LEVELS)
def test_a_flag_in_place_of_a_value_is_noticed(
    levels: list[Flags], parameters: tuple[Parameter, ...]
) -> None:
    of_these = [flag for each in parameters for flag, _ in spelled(each)]
    taken = [*of_these[:: max(1, len(of_these) // 8)], "--color", "--no-color", "--help", "-h"]
    for parameter in parameters:
        if parameter.kind.is_boolean:
            continue
        for value in taken:
            for level in levels:
                level.given, level.doubts = {}, ()
            line = [parameter.flag, value]
            assert read_flags(line, 0, levels) == 2
            (doubt,) = (each for level in levels for each in level.doubts)
            assert doubt[0] in [each for level in levels for each in level.given]
            assert (doubt[2].code, doubt[2].where) == ("flag-as-value", parameter.flag)
            for sure in ([f"{parameter.flag}={value}"], [parameter.flag, "-1"]):
                for level in levels:
                    level.given, level.doubts = {}, ()
                read_flags(sure, 0, levels)
                assert [each for level in levels for each in level.doubts] == []


WARNING = (
    "Warning: {where}: its value is '{value}', which is a flag of this command: the value may be "
    "missing. If it is meant, write '{flag}={value}'. [flag-as-value]\n"
)

TAKEN = [
    ("say --text {}", "say", "--text", ["-c", "--strict", "--no-color", "--as=response", "-h"]),
    ("swml label --name {}", "swml", "--name", ["-c", "--section", "--section=a", "--as"]),
    ("swml hangup --section {} label --name X", "", "--section", ["-c", "--strict", "--as=step"]),
    ("respond say --text {}", "say", "--text", ["-c", "--end", "--params-object", "--color"]),
    ("respond swml label --name {}", "swml: label", "--name", ["--end", "--strict", "--section"]),
    ("respond --response {} say --text a", "", "--response", ["--post-process", "-c", "--end"]),
]


@pytest.mark.parametrize(("line", "entry", "flag", "values"), TAKEN)
def test_what_becomes_of_a_flag_in_place_of_a_value(
    line: str, entry: str, flag: str, values: list[str]
) -> None:
    label = f"{entry}: {flag}" if line.startswith("respond") and entry else flag
    for value in values:
        words = line.format(value).split()
        warning = WARNING.format(where=label, value=value, flag=flag)
        outcome = run_here(words)
        assert (outcome.err, outcome.status) == (warning, 0)
        assert f'"{value}"' in outcome.out.decode()
        assert run_here(words, quick=False) == outcome
        strict = run_here([*words, "--strict"])
        assert strict.err.startswith(warning.replace("Warning", "Error"))
        assert (strict.status, strict.out) == (2, b"")
        for more in ([], ["--strict"]):
            ignored = run_here([*words, "--ignore", "flag-as-value", *more])
            assert (ignored.err, ignored.out) == ("", outcome.out)
        certain = run_here(line.format("X").replace(f"{flag} X", f"{flag}={value}").split())
        assert (certain.err, certain.out) == ("", outcome.out)


def errors(line: str) -> list[str]:
    """What is told of a line that is wrong, without the labels."""
    outcome = run_here(shlex.split(line))
    assert (outcome.out, outcome.status) == (b"", 2)
    assert run_here(shlex.split(line), quick=False) == outcome
    *lines, hint = outcome.err.splitlines()
    assert hint.startswith("See 'swaigctl ")
    assert all(each.startswith("Error: ") for each in lines)
    return [each.removeprefix("Error: ") for each in lines]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "say --text Hi --format -c",
            "--format: must be one of 'json', 'yaml', not '-c'. '-c' is a flag of this command: "
            "the value may be missing.",
        ),
        (
            "respond join-conference --name x --max-participants --muted",
            "join-conference: --max-participants: must be an integer between 1 and 250 or a SWML "
            "variable, not '--muted'. '--muted' is a flag of this command: the value may be "
            "missing.",
        ),
        (
            "swml play --url say:x --volume --auto-answer",
            "--volume: must be a number between -40 and 40 or a SWML variable, not "
            "'--auto-answer'. '--auto-answer' is a flag of this command: the value may be missing.",
        ),
        (
            "validate --select --fix",
            "--select: '--fix' is not the code of a finding. '--fix' is a flag of this command: "
            "the value may be missing.",
        ),
        # What takes a value itself, and has one behind it, is no value.
        (
            "connect --from --destination +15551234567",
            "--from: needs a value: '--destination' behind it is the next flag.",
        ),
        (
            "swml connect --from --to +15551234567 hangup",
            "connect: --from: needs a value: '--to' behind it is the next flag.",
        ),
        (
            "swml answer --section --section x hangup",
            "--section: needs a value: '--section' behind it is the next flag.",
        ),
        (
            "swml answer label --name --section x hangup",
            "label: --name: needs a value: '--section' behind it is the next flag.",
        ),
        # Nor is it reported that the flag which was taken is missing.
        (
            "send-sms --to-number +15551234567 --body --from-number",
            "--body: its value is '--from-number', which is a flag of this command: the value may "
            "be missing. If it is meant, write '--body=--from-number'.",
        ),
        ('connect --destination ""', "--destination: must not be empty."),
        ('respond say --text ""', "say: --text: must not be empty."),
        ('swml connect --to ""', "--to: must not be empty."),
    ],
)
def test_where_a_value_is_missing(line: str, told: str) -> None:
    assert errors(line) == [told]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        # All of an action, in the order of the line; nothing is missing for certain.
        (
            "join-conference --nmae x --beep loud --max_participants 3",
            ["'--nmae' is not a flag.", "--beep: must be", "'--max_participants' is not a flag."],
        ),
        ("say --bogus", ["'--bogus' is not a flag."]),
        ("say --bogus=1 --format xml", ["'--bogus' is not a flag.", "--format: must be"]),
        ("say --bogus --format xml", ["'--bogus' is not a flag.", "--format: must be"]),
        ("say --format xml --bogus", ["--format: must be", "'--bogus' is not a flag."]),
        ("say hello --format xml", ["'hello': every value needs its flag.", "--format: must be"]),
        (
            "join-conference --name x --muted true --no-muted=false --beep loud",
            [
                "--muted: takes no value as a separate word: write '--muted' or '--muted=true'.",
                "--no-muted: takes no value: write '--muted'.",
                "--beep: must be",
            ],
        ),
        ("join-conference --name x --beep loud --trim", ["--beep: must be", "--trim: needs a"]),
        # Of two words behind an unknown flag nobody can tell what the second one is.
        ("say --bogus a b --format xml", ["'--bogus' is not a flag."]),
        # Of standard input nothing is read then.
        ("join-conference --params - --bogus", ["'--bogus' is not a flag."]),
        (
            "respond --bogus x join-conference --beep loud hangup --foo",
            [
                "'--bogus' is not a flag.",
                "join-conference: --beep: must be",
                "join-conference: --name: is required.",
                "hangup: '--foo' is",
            ],
        ),
        (
            "respond sya --text x join-conference --name x --beep loud hold",
            ["'sya' is not a command. Did you mean 'say'?", "join-conference: --beep: must be"],
        ),
        # If the flags are not those of what was probably meant, it was not meant.
        ("respond sya --beep loud", ["'sya' is not a command. Did you mean 'say'?"]),
        # It may be a flag's value, or the next action.
        ("respond say --bogus hangup --foo", ["say: '--bogus' is not a flag."]),
        ("respond say --bogus x hangup --foo", ["say: '--bogus' is", "hangup: '--foo' is"]),
        ("respond say hello", ["'hello' is not a command. Did you mean '--text hello'?"]),
        (
            "respond say --format xml say --text a nonsense hangup --foo",
            ["--format: must be", "action 1, say: --text: is required.", "'nonsense' is not a"],
        ),
        (
            "respond swml answer say --text a --foo",
            ["'say' is no verb: put '--end' before it", "say: '--foo' is not a flag."],
        ),
        (
            "respond swml --for messaging answer --bogus",
            ["swml: --for: is not taken here", "swml: answer: '--bogus' is not a flag."],
        ),
        (
            "swml anwser play --url say:x --volum 3 --auto-answer=maybe sleep",
            [
                "'anwser' is not a verb. Did you mean 'answer'?",
                "play: '--volum' is not a flag.",
                "play: --auto-answer: must be",
                "sleep: --duration: is required.",
            ],
        ),
        ("swml --as x play --url say:x --volume y", ["--as: must be", "--volume: must be"]),
        (
            "respond --form full swml answer --end --transfer -c hangup --foo",
            ["--form: is for one entry", "--transfer: is for one entry", "hangup: '--foo' is not"],
        ),
        ("swml sleep 500", ["'500' is not a verb. Did you mean '--duration 500'?"]),
        (
            "swml --section a answer --section a hangup --bogus",
            ["--section 'a': there is a section", "hangup: '--bogus' is"],
        ),
        ("swml answer --end hangup --bogus", ["--end: ends a document", "hangup: '--bogus' is"]),
        (
            "validate --ouput x --format xml --fail-on never a b",
            ["'--ouput' is not a flag.", "--format: must be", "--fail-on: must be"],
        ),
        ("fixtures build plan --bogus --force=maybe", ["'--bogus' is", "--force: must be"]),
    ],
)
def test_all_that_is_wrong_with_a_line(line: str, told: list[str]) -> None:
    found = errors(line)
    assert len(found) == len(told), found
    for sentence, expected in zip(found, told, strict=True):
        assert sentence.startswith(expected)


def test_help_in_the_middle_of_a_line() -> None:
    """What is wrong before it is told; behind it nothing is read."""
    for line in ("say -h --bogus", "say --text x --help --text", "respond hangup say -h nonsense"):
        outcome = run_here(line.split())
        assert outcome.out.startswith(b"Usage: swaigctl say ")
        assert (outcome.err, outcome.status) == ("", 0)
    for line in ("say --bogus --help", "say --bogus -h --foo", "help say --bogus"):
        assert errors(line) == ["'--bogus' is not a flag."]


MISSPELT = ["--max_participants", "--maxParticipants", "-max-participants", "--Max-Participants"]
MISSPELT += ["--max-participants:", "--max-participants ", "--max", "--max-particpants"]


@pytest.mark.parametrize("flag", MISSPELT)
@pytest.mark.parametrize("command", ["join-conference", "respond join-conference"])
def test_a_misspelt_flag_is_recognised_and_not_taken(command: str, flag: str) -> None:
    outcome = run_here([*command.split(), "--name", "x", flag, "3"])
    assert f"'{flag}' is not a flag. Did you mean '--max-participants'?" in outcome.err
    assert (outcome.out, outcome.status) == (b"", 2)


@pytest.mark.parametrize("text", ["+5", "+2.5", "+0", "05", "5.", ".5", "1_0", " 5", "0x5", "٣"])
def test_numbers_of_verbs_are_those_of_json(text: str) -> None:
    outcome = run_here(["swml", "play", "--url", "say:x", "--volume", text])
    assert outcome.err.startswith("Error: --volume: must be a number between -40 and 40 ")
    assert (outcome.out, outcome.status) == (b"", 2)
    if text[0] == "+" and text != "+0":
        assert f"Did you mean {json.loads(text[1:])}?" in outcome.err


WORDS = st.sampled_from(
    ["say", "hangup", "swml", "answer", "play", "--end", "--section", "sya", "x", "-", "--"]
    + ["--text", "--url", "--name", "--bogus", "--bogus=1", "--muted", "--no-muted", "--muted=x"]
    + ["true", "-c", "--format", "yaml", "--strict", "--ignore", "range", "--for", "--params", "{}"]
    + ["--volume", "+5", "5", "--as", "--form", "--transfer", "join-conference", "respond"]
)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(["respond", "swml", "say", "join-conference", "validate", "fixtures", ""]),
    st.lists(WORDS, max_size=8),
)
def test_any_words_get_an_answer(command: str, words: list[str]) -> None:
    """Never a traceback, whatever was given; and both paths say the same."""
    line = [*filter(None, [command]), *words]
    outcome = run_here(line)
    assert "defect" not in outcome.err
    assert run_here(line, quick=False) == outcome
    assert outcome.status in (0, 1, 2)
    assert outcome.out == b"" or outcome.status < 2


def of_one_text(action: Action) -> "list[str]":
    """The flags of required parameters, with values that are no more than text."""
    return [
        each.flag
        for each in action.parameters
        if each.required and not each.kind.is_boolean and not each.kind.takes_json
    ]


SEVERAL = [action for action in ACTIONS if len(of_one_text(action)) > 1]


@pytest.mark.parametrize("action", SEVERAL, ids=lambda action: action.command)
def test_what_is_missing_beside_a_misspelt_flag_is_told(action: Action) -> None:
    first, *others = of_one_text(action)
    misspelt = first[:-2] + first[-1] + first[-2]
    for value in ([], ["x"]):
        told = errors(shlex.join([action.command, misspelt, *value]))
        assert told[0] == f"'{misspelt}' is not a flag. Did you mean '{first}'?"
        for flag in others:
            assert f"{flag}: is required." in told
        assert not any(each.startswith(f"{first}:") for each in told)
        if value and not action.place.is_part:
            line = ["respond", action.command, misspelt, *value, "hangup", "--nothing"]
            in_chain = errors(shlex.join(line))
            assert in_chain == [
                *(f"{action.command}: {each}" for each in told),
                "hangup: '--nothing' is not a flag.",
            ]
    # Where a word more stands there, nobody knows what was given.
    assert len(errors(shlex.join([action.command, "--zzzzz", "x"]))) == 1
    assert not any("required" in each for each in errors(f"{action.command} {misspelt} x y"))


def test_there_are_actions_that_require_several() -> None:
    assert SEVERAL


OWN_FLAGS = [
    (action, each)
    for action in ACTIONS
    for each in action.parameters[:2]
    if not action.place.is_part and not each.kind.is_boolean
]


@pytest.mark.parametrize(
    ("action", "parameter"), OWN_FLAGS, ids=lambda each: getattr(each, "command", each.name)
)
def test_an_action_that_was_taken_as_a_value_is_told_of(
    action: Action, parameter: Parameter
) -> None:
    for before, label, flag in (
        (["--response"], "", "--response"),
        (["say", "--text"], "say: ", "--text"),
    ):
        if ActionFlags(ACTION_OF_TEXT, in_chain=True).found(parameter.flag) and label:
            continue
        if parameter.flag in RESPOND_FLAGS and not label:
            continue
        line = ["respond", *before, action.command, parameter.flag, "x", "hangup", "--nothing"]
        assert errors(shlex.join(line)) == [
            f"{label}'{parameter.flag}' is not a flag here, but one of '{action.command}', which "
            f"was taken as the value of '{flag}': is a value missing?",
            "hangup: '--nothing' is not a flag.",
        ]


ACTION_OF_TEXT = action_named("say")
RESPOND_FLAGS = [flag for each in flags.RESPOND for flag, _ in spelled(each)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("respond --response --post-process hangup", []),
        ("respond --response Hi hangup --ignore flag-as-value", ["nothing-spoken"]),
        ("respond --response --post-process hangup --ignore flag-as-value", ["nothing-spoken"]),
        ("respond --response --post-process hangup say --text Hi", ["never-runs"]),
    ],
)
def test_consequences_of_a_flag_taken_as_a_value_are_not_told(line: str, told: list[str]) -> None:
    is_ignored = "--ignore" in line
    found = [
        each.rpartition("[")[2].rstrip("]") for each in run_here(line.split()).err.splitlines()
    ]
    assert found == ["flag-as-value"] * (not is_ignored) + told


TWICE = [
    ("connect --to +15551234567 --to +15559876543", "+15559876543"),
    ("connect --to +15551234567 --to +15559876543 --to +15550000000", "+15550000000"),
    ("say --text a --text b", "b"),
    ("say --text=a --text=b", "b"),
    ("join-conference --name x --muted --no-muted", "--no-muted"),
    ("join-conference --name x --no-muted --muted=true", "true"),
    ("join-conference --name x --muted=true --no-muted", "--no-muted"),
    ("join-conference --name x --max-participants 3 --max-participants 4", "4"),
    ("swml play --url say:a --url say:b", "say:b"),
    ("swml amazon-bedrock --prompt.text a --prompt.text b", "b"),
    ("respond --response a --response b", "b"),
    ("respond say --text a --text b", "b"),
    ("respond swml play --url say:a --url say:b --end", "say:b"),
]


@pytest.mark.parametrize(("line", "last"), TWICE)
def test_the_last_of_several_values_counts_and_that_is_told(line: str, last: str) -> None:
    words = shlex.split(line)
    outcome = run_here(words)
    assert outcome.status == 0
    assert outcome.err.count("[given-twice]") == 1
    assert f"the last one, {last!r}, counts." in outcome.err
    head = 1 if words[0] in ("respond", "swml") else len(words)
    ignored = run_here([*words[:head], "--ignore", "given-twice", *words[head:]])
    assert "given-twice" not in ignored.err
    strict = run_here([*words[:head], "--strict", *words[head:]])
    assert (strict.status, strict.out) == (2, b"")
    assert "[given-twice]" in strict.err


@pytest.mark.parametrize(
    "line",
    [
        "say --text a --text a",
        "say --text a --format yaml --format json --color never --color auto",
        "join-conference --name x --muted --muted=true",
        "remove-global-data --keys a --keys b",
        "remove-global-data --keys a --params '{}' --params '{}'",
        "update-global-data --data a=1 --data b=2",
        "swml play --urls say:a --urls say:b",
        "swml set --vars a=1 --vars b=2",
        "say --text a --ignore empty --ignore literal-at",
        "wait-for-user --answer-first --no-color --no-color",
        "respond say --text a say --text b",
    ],
)
def test_what_adds_up_or_is_the_same_is_not_told(line: str) -> None:
    outcome = run_here(shlex.split(line))
    assert (outcome.status, "given-twice" in outcome.err) == (0, False)


@pytest.mark.parametrize(("levels", "parameters"), LEVELS)
def test_every_flag_of_one_value_tells_that_it_is_given_twice(
    levels: list[Flags], parameters: tuple[Parameter, ...]
) -> None:
    for parameter in parameters:
        if parameter.kind.is_boolean:
            continue
        for level in levels:
            level.given, level.doubts, level.called = {}, (), {}
        read_flags([parameter.flag, "first", parameter.flag, "second"], 0, levels)
        doubts = [doubt[2].code for level in levels for doubt in level.doubts]
        counts_once = not adds_up(parameter.kind) and parameter.group != flags.OUTPUT
        assert doubts == ["given-twice"] * counts_once, parameter.flag


@pytest.mark.parametrize(
    "line",
    ["say --text -", "respond --response -", "respond say --text -", "swml ai --prompt.text -"],
)
def test_a_dash_as_prose_is_told_to_be_literal(line: str) -> None:
    outcome = run_here(shlex.split(line))
    assert outcome.status == 0
    assert "'-' is taken as text: '" in outcome.err
    assert "-file -' takes the text from standard input. [literal-at]" in outcome.err


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("update-global-data --data @n.yaml", "--data.person.phone"),
        ("set-metadata --params 'data: {phone: +15551234567}'", "--params.data.phone"),
        (
            "respond --params 'actions: [{update_global_data: {data: {phone: +15551234567}}}]'",
            "--params.actions[0].update_global_data.data.phone",
        ),
        ("swml set --vars @n.yaml", "--vars.person.phone"),
        (
            "swml --params 'sections: {main: [{set: {phone: +15551234567}}]}'",
            "--params.sections.main[0].set.phone",
        ),
    ],
)
def test_a_plus_that_yaml_loses_is_told(
    line: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("n.yaml").write_text("person: {phone: +15551234567, floor: +3}")
    words = shlex.split(line)
    outcome = run_here(words)
    assert outcome.status == 0
    assert outcome.err == (
        f"Warning: {place}: is read as the number 15551234567, without its plus: write it in "
        "quotes. Did you mean '+15551234567'? [lost-plus]\n"
    )
    assert "15551234567" in outcome.out.decode()
    strict = run_here([words[0], "--strict", *words[1:]])
    assert (strict.status, strict.out) == (2, b"")
    quoted = [word.replace("+15551234567", "'+15551234567'") for word in words]
    Path("n.yaml").write_text("person: {phone: '+15551234567'}")
    assert run_here(quoted).err == ""
