"""Flags that many commands share: one spelling that always works, in any place, everywhere."""

import shlex
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

import pytest
from conftest import Outcome, run_here, run_program
from hypothesis import given, settings
from hypothesis import strategies as st

from swaigctl.catalog import families
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import TOOLS, respond, swml
from swaigctl.catalog.verbs import FLAVOURS
from swaigctl.cli.chains import VerbFlags
from swaigctl.cli.flags import ActionFlags, Flags, flag_table
from swaigctl.model.entries import Parameter

ACTIONS = [action for actions in families().values() for action in actions]
VERBS = [flavour.named(name) for flavour in FLAVOURS for name in flavour.names()]

Places = Iterator[tuple[str, list[Flags], tuple[Parameter, ...]]]


def places() -> Places:
    """Each place of a command line: its name, what flags are looked up in, and shared flags."""
    of_respond = Flags("respond", flags.OUTPUTS)
    of_swml = Flags("swml", document_flags.DOCUMENT_OUTPUTS)
    for action in ACTIONS:
        yield action.command, [ActionFlags(action)], flags.of(action)
        in_chain = (*flags.of(action, in_chain=True), *flags.OUTPUTS)
        yield f"respond {action.command}", [ActionFlags(action, True), of_respond], in_chain
    for verb in VERBS:
        document = Flags("swml", document_flags.DOCUMENT)
        shared = (*document_flags.of_verb(verb), *document_flags.DOCUMENT_OUTPUTS)
        yield f"swml {verb.command}", [VerbFlags(verb, document), of_swml], shared
    for tool in TOOLS.values():
        shared = tuple(each for each in tool.parameters if each.option in ("format", "color"))
        yield tool.command, [Flags(tool.command, tool.parameters)], shared
    for tool, parameters in ((respond, flags.RESPOND), (swml, document_flags.DOCUMENT)):
        yield tool.command, [Flags(tool.command, parameters)], parameters


def meant_by(flag: str, levels: list[Flags]) -> "Parameter | None":
    return next((found[0] for level in levels if (found := level.found(flag))), None)


def test_each_shared_flag_has_a_spelling_that_always_works() -> None:
    spellings: dict[str, set[str]] = {}
    for place, levels, shared in places():
        for parameter in shared:
            named = {parameter.flag, *parameter.also_flags}
            works = {
                flag
                for flag in named
                if (found := meant_by(flag, levels))
                and (found.option, found.group) == (parameter.option, parameter.group)
            }
            assert works, f"{place}: {parameter.flag}"
            spellings[parameter.option] = spellings.get(parameter.option, works) & works
    assert {option for option, works in spellings.items() if not works} == set()
    assert spellings["format"] == {"--output-format"}
    assert spellings["params"] == {"--params-object"}
    assert {"form", "as", "transfer", "strict", "ignore", "compact", "color"} <= spellings.keys()


def test_no_parameter_takes_the_flag_for_help() -> None:
    for place, levels, _ in places():
        for flag in (flags.HELP.flag, flags.HELP.short):
            assert meant_by(flag, levels) is None, place


OUTPUTS = st.tuples(
    st.sampled_from([[], ["-c"], ["--compact"]]),
    st.sampled_from([[], ["--output-format", "yaml"], ["--output-format=json"]]),
    st.sampled_from([[], ["--color", "never"], ["--color=sometimes"], ["--no-color"]]),
    st.sampled_from([[], ["--strict"]]),
    st.sampled_from([[], ["--ignore", "never-runs"], ["--ignore=nothing-spoken,flag-as-value"]]),
)

CHAINS = [
    ["respond", "--response Hi", "say --text a", "hangup", "say --text b"],
    ["respond", "record-call --format mp3", "swml", "answer", "play --url say:x", "--end", "hold"],
    ["respond", "swml", "answer", "--section a", "return", "--end", "say --text --strict"],
    ["swml", "record-call --format mp3", "--section a", "label --name x", "--section b", "hangup"],
    ["swml", "--form full", "sleep --duration 3"],
    ["connect --destination +15551234567", "--final"],
    ["record-call", "--format mp3"],
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CHAINS), OUTPUTS, st.lists(st.integers(0, 8), min_size=5, max_size=5))
def test_output_flags_may_stand_anywhere(
    pieces: list[str], outputs: tuple[list[str], ...], at: list[int]
) -> None:
    words = [shlex.split(piece) for piece in pieces]
    behind = [*chain(*words, *outputs)]
    spread: list[list[str]] = [[] for _ in range(len(words) + 1)]
    for flag, place in zip(outputs, at, strict=True):
        spread[place % len(spread)] += flag
    line = [*chain(*chain(*zip(spread, [*words, []], strict=True)))]
    assert run_here(line) == run_here(behind)
    assert run_here(line, quick=False) == run_here(line)


IN_FRONT = [
    ["-c"],
    ["--compact"],
    ["--format", "yaml"],
    ["--output-format=yaml"],
    ["--no-color"],
    ["--strict"],
    ["--ignore", "never-runs"],
]


@pytest.mark.parametrize("flag", IN_FRONT, ids=" ".join)
def test_output_flags_in_front_of_a_command(flag: list[str]) -> None:
    """They mean the output, even where a parameter of the command has their name."""
    unmistakable = [flag[0].replace("--format", "--output-format"), *flag[1:]]
    for command in ("say --text x", "record-call", "say", "respond hold", "swml answer", "swml"):
        words = command.split()
        assert run_here([*flag, *words]) == run_here([words[0], *unmistakable, *words[1:]])


@pytest.mark.parametrize("flag", IN_FRONT, ids=" ".join)
@pytest.mark.parametrize("command", [*TOOLS, "help"])
def test_a_flag_in_front_of_a_command_that_has_none(command: str, flag: list[str]) -> None:
    parameters = TOOLS[command].parameters if command in TOOLS else flags.COLORS
    name = flag[0].partition("=")[0]
    outcome = run_here([*flag, command, "--help"])
    if name in flag_table(parameters):
        assert "Usage: " in outcome.out.decode()
        assert outcome.status == 0
        return
    of_help = "" if command == "help" else f"{command} "
    assert outcome.err == (
        f"Error: '{name}' is not a flag of '{command}'.\nSee 'swaigctl {of_help}--help'.\n"
    )
    assert (outcome.out, outcome.status) == (b"", 2)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ("--text x say", "--text: is a flag of 'say': give it behind the command."),
        ("--prune fixtures list", "--prune: is a flag of 'fixtures': give it behind the command."),
        ("--nonsense=1 say", "'--nonsense' is not a flag."),
        ("--color say --text x", "--color: must be one of 'auto', 'always', 'never', not 'say'."),
        ("--color sometimes say --text x", "--color: must be one of 'auto', 'always', 'never', "),
        ("--format yaml", "no command was given."),
        ("-c nonsense", "'nonsense' is not a command."),
        ("--format", "--format: needs a value."),
    ],
)
def test_mistakes_in_front_of_a_command(arguments: str, answer: str) -> None:
    outcome = run_here(arguments.split())
    assert outcome.err.startswith(f"Error: {answer}")
    assert (outcome.out, outcome.status) == (b"", 2)


def outcome_of(words: list[str]) -> Outcome:
    """What a command line does; a stream needs streams that the system knows."""
    return run_program(words) if "batch" in words else run_here(words)


ESCAPE = "\x1b["

LINES = {
    "say --text x": "out",
    "say --help": "out",
    "help say": "out",
    "swml answer": "out",
    "respond say --text x": "out",
    "schema say": "out",
    "validate bad.json": "out",
    "fixtures check": "out",
    "say": "err",
    "nonsense": "err",
    "join-conference --name x --trim do-not-trim": "err",
    "validate none.json": "err",
    "batch bad.json": "err",
    "fixtures list none.yaml": "err",
}
"""Command lines, and where they have colour."""


def color(flag: str, variables: "dict[str, str]") -> bool:
    """Whether there is colour where there is no terminal: the flag wins, then NO_COLOR."""
    if flag in ("--color=always", "--color always"):
        return True
    if flag in ("--no-color", "--color=never"):
        return False
    return bool(variables.get("FORCE_COLOR")) and not variables.get("NO_COLOR")


@pytest.mark.parametrize("line", LINES)
def test_colour_is_decided_alike_everywhere(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.json").write_text('{"SWML": {"sections": {"main": [{"plya": {}}]}}}')
    Path("fixtures.yaml").write_text("fixtures: [{action: hangup, file: x}]")
    Path("fixtures").mkdir()
    Path("fixtures/x.json").write_text("{}")
    values = ("", "1")
    for flag in ("", "--no-color", "--color=never", "--color always", "--color=auto"):
        for no, force in product(values, values):
            variables = {"NO_COLOR": no, "FORCE_COLOR": force}
            for name, value in variables.items():
                monkeypatch.setenv(name, value)
            for words in ([*line.split(), *flag.split()], [*flag.split(), *line.split()]):
                outcome = outcome_of(words)
                text = outcome.out.decode() if LINES[line] == "out" else outcome.err
                assert (ESCAPE in text) == color(flag, variables), (words, variables)


PLAN = "fixtures: [{action: join_conference, params: {name: x, trim: do-not-trim}}]"
REQUEST = '{"action": "join_conference", "params": {"name": "x", "trim": "do-not-trim"}}'
WARNED = [
    "join-conference --name x --trim do-not-trim",
    "respond join-conference --name x --trim do-not-trim",
    "respond swml join-conference --name x --trim do-not-trim",
    "swml join-conference --name x --trim do-not-trim",
    "batch requests.jsonl",
    "fixtures build",
    "fixtures check",
]
"""Command lines that draw this one warning."""


@pytest.mark.parametrize("line", WARNED)
def test_warnings_can_be_left_out_wherever_they_are_given(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("requests.jsonl").write_text(REQUEST)
    Path("fixtures.yaml").write_text(PLAN)

    def outcome(*more: str) -> Outcome:
        return outcome_of([*line.split(), *more])

    warned = outcome()
    assert "[nothing-recorded]" in warned.err
    refused = outcome("--strict")
    assert "[nothing-recorded]" in refused.err
    assert refused.status == 1 if line.startswith("batch") else refused.status == 2
    for ignore in (
        ["--ignore", "nothing-recorded"],
        ["--ignore=never-runs,nothing-recorded"],
        ["--ignore", "never-runs , nothing-recorded,"],
        ["--ignore=nothing-recorded", "--ignore", "never-runs"],
    ):
        for strict in ([], ["--strict"]):
            left = outcome(*ignore, *strict)
            assert "nothing-recorded]" not in left.err
            assert "Warning" not in left.err
            assert left.status in (0, warned.status)
    assert "[nothing-recorded]" in outcome("--ignore", "never-runs").err


@pytest.mark.parametrize("line", [*WARNED, "validate requests.jsonl"])
@pytest.mark.parametrize("ignore", ["--ignore=nothing-recordd", "--ignore=range,nothing-recordd"])
def test_codes_to_leave_out_must_exist(line: str, ignore: str) -> None:
    outcome = outcome_of([*line.split(), ignore])
    assert outcome.err.startswith(
        "Error: --ignore: 'nothing-recordd' is not the code of a finding. "
        "Did you mean 'nothing-recorded'?\n"
    )
    assert (outcome.out, outcome.status) == (b"", 2)
