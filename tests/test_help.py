"""Help: of the program, of every command and verb, of one flag, and of what commands share."""

import json
import re
from itertools import pairwise
from shlex import split
from typing import Any

import pytest
from conftest import run_here

from swaigctl.catalog import every_action
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.program.topics import OF_ACTIONS, OUTPUT, SHARED, takers
from swaigctl.catalog.verbs import families
from swaigctl.cli.terminal import help as help_texts
from swaigctl.cli.terminal.help import MOST_MEMBERS
from swaigctl.descriptions import Command, inside, same_inside, spellings, verb_command
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.tools import Tool

pytestmark = pytest.mark.once

ACTIONS = every_action()
VERBS = [verb for verbs in families().values() for verb in verbs]
DESCRIBED: list[Action | Verb | Tool] = [*ACTIONS, *TOOLS.values(), *VERBS]
COMMANDS = [
    *(action.command for action in ACTIONS),
    *TOOLS,
    *map(verb_command, VERBS),
]


def help_of(*words: str) -> str:
    outcome = run_here(["help", *words])
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out.decode()


def on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("columns", ["60", "80", "100"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_the_width(command: str, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for line in help_texts.help_of(command).splitlines():
        # What has no blank can't be broken, and command lines only in front of flags.
        is_one_word = " " not in line.strip()
        is_typed = line.startswith("  ") and re.match(r"  (    )?(swaigctl|--)", line)
        is_json_text = re.fullmatch(r' +("[^"]*": )?"(\\"|[^"])*",?', line)
        assert len(line) <= int(columns) or is_one_word or is_typed or is_json_text, line


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_section_is_empty(command: str) -> None:
    lines = [*help_texts.help_of(command).splitlines(), ""]
    for heading, below in pairwise(lines):
        if re.fullmatch(r'[A-Z][^"]*:', heading):
            assert below.startswith("  "), heading


@pytest.mark.parametrize("described", DESCRIBED, ids=COMMANDS)
def test_help_has_every_flag(described: Action | Verb | Tool) -> None:
    """A command's own with its explanation, and those that it shares by name."""
    command = Command(described)
    text = help_texts.help_of(command.name)
    own, _, shared = text.partition("\nInput and output (see 'swaigctl help output'):\n")
    lines = own.splitlines()
    for parameter in command.own:
        shown = f"  {', '.join(spellings(parameter))}"
        assert any(line == shown or line.startswith(f"{shown} ") for line in lines), shown
    named = re.split(r",\s+", shared.partition("\n\n")[0].strip())
    assert named == [f"{each.flag} {each.kind.metavar}".strip() for each in command.shared]
    usage = f"Usage: swaigctl {command.name} "
    assert lines[0].startswith(usage)


@pytest.mark.parametrize("described", DESCRIBED, ids=COMMANDS)
def test_every_flag_has_help_of_its_own(described: Action | Verb | Tool) -> None:
    """Those that are folded, and those that are hidden, which say why."""
    command = Command(described)
    words = command.name.split()
    for parameter in (*command.own, *command.accepted):
        text = on_one_line(help_of(*words, parameter.flag))
        assert parameter.help in text, parameter.flag
        reason = command.without_effect.get(parameter.option, "")
        note = f"This flag is of no use for {described.command}, which {reason}."
        assert (note in text) == (parameter.option in command.without_effect)


def test_help_of_flags_that_belong_to_the_line() -> None:
    for words, flag in {
        "swml play": "--section",
        "respond swml": "--transfer",
        "respond swml play": "--end",
        "respond": "--end",
    }.items():
        assert f"  {flag}" in help_of(*words.split(), flag)


@pytest.mark.parametrize("columns", ["60", "80", "100"])
def test_help_of_a_small_command_fits_on_one_screen(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in ("say", "hangup", "set-end-of-speech-timeout"):
        assert len(help_of(command).splitlines()) <= 24, command
    monkeypatch.setenv("COLUMNS", "80")
    assert len(help_of("say").splitlines()) <= 22


@pytest.mark.parametrize("described", [*ACTIONS, *VERBS], ids=lambda each: Command(each).name)
def test_help_shows_what_the_first_example_prints(described: Action | Verb) -> None:
    text = help_texts.help_of(Command(described).name)
    first = text.partition("\nExamples:\n")[2].partition("\n\n")[0]
    printed = re.search(r"(?ms)^  [{\[].*", first)
    assert printed
    outcome = run_here(split(described.examples[0].arguments))
    assert json.loads(printed[0]) == json.loads(outcome.out)


@pytest.mark.parametrize("described", [*ACTIONS, *VERBS], ids=lambda each: Command(each).name)
def test_help_names_the_wire_form_and_the_link(described: Action | Verb) -> None:
    command = Command(described)
    text = help_texts.help_of(command.name)
    link = re.search(r"(?m)^Described in:\s+(https://\S+)$", text)
    assert (link[1] if link else "") == command.source
    printed = run_here(split(described.examples[0].arguments)).out.decode()
    names = re.findall(r'"(\w+)": (?=[{…])', command.wire_form)
    is_part_or_any = isinstance(described, Action) and not described.place.key
    assert names or is_part_or_any
    assert all(f'"{name}": ' in printed for name in names)
    assert (f"On the wire: {command.wire_form}" in on_one_line(text)) == bool(command.wire_form)


def test_json_that_is_too_long_for_a_line_is_broken() -> None:
    value: Any = {"a": [1, {"b": ["x" * 30, []]}], "c": {}, "d": None}
    assert help_texts.fitting(value, 80) == [help_texts.spaced_json(value)]
    for columns in range(1, 60):
        lines = help_texts.fitting(value, columns)
        assert json.loads("\n".join(lines)) == value
        assert all(len(line) <= columns or len(line.split(": ")) < 3 for line in lines)


def test_topic_explains_all_flags_that_are_folded() -> None:
    text = on_one_line(help_of(OUTPUT.name))
    folded = {each.option for described in DESCRIBED for each in Command(described).shared}
    explained = {each.option for each in OUTPUT.parameters}
    assert folded == explained
    for parameter in OUTPUT.parameters:
        assert f" {', '.join(spellings(parameter))} " in text
        assert parameter.help in text
        for spelling, meaning in parameter.meanings.items():
            assert f" {spelling} {meaning} " in f"{text} "
    assert help_of(OUTPUT.name, "--help") == help_of(OUTPUT.name)
    assert help_of("help") == help_of()


def test_first_screen() -> None:
    """It begins with what most people come for, and has every command."""
    text = help_of()
    first = text.partition("\nTo begin with:\n")[2].partition("\n\n")[0]
    names = re.findall(r"(?m)^  (\S+)", first)
    assert names[:3] == ["respond", "validate", "swml"]
    assert len(names) == 8
    assert len(text.splitlines()) < 60
    words = set(re.findall(r"[a-z][a-z-]+", text))
    assert {*(each.command for each in ACTIONS), *TOOLS} <= words


def test_colour_of_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of their names in lists of them, and of nothing else in these lines."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = help_of()
    found = re.findall(r"\x1b\[36m([a-z][^\x1b]*)\x1b", text)
    names = {name for each in found for name in each.rstrip(",").split(", ")}
    assert names == {*(each.command for each in ACTIONS), *TOOLS}


def test_outer_flags_come_before_those_inside_them() -> None:
    ai = next(verb for verb in VERBS if verb.name == "ai")
    headings = [line for line in help_of("swml", "ai").splitlines() if re.fullmatch(r"\S.*:", line)]
    nested = [each for each in headings if each.startswith("Inside --")]
    assert [f"Inside {each}:" for each in ("--prompt", "--SWAIG.defaults")] == [
        each for each in nested if each in ("Inside --prompt:", "Inside --SWAIG.defaults:")
    ]
    for field in ai.fields:
        assert f"  --{field.replace('_', '-')}" in help_texts.help_of("swml ai")


def test_program_says_where_the_verbs_are() -> None:
    assert "swaigctl swml --help names the verbs" in on_one_line(help_of())


def test_swml_names_every_verb_by_family() -> None:
    text = help_of("swml")
    calls, messages = re.split(r"(?m)^Verbs for .*:$", text)[1:]
    for title, verbs in families().items():
        part = messages if verbs[0].flavour == "messaging" else calls
        family = part.partition(f"\n  {title}\n")[2]
        assert family
        names = re.findall(r"(?m)^    (\S+) ", re.split(r"(?m)^(?:  )?\S", family)[0])
        assert names == [verb.command for verb in verbs]


def test_long_values_are_left_to_the_help_of_their_flag() -> None:
    for verb in VERBS:
        command = Command(verb)
        text = re.sub(r"\s+", " ", help_texts.help_of(command.name))
        same = same_inside(command.parameters)
        for parameter in command.own:
            members = list(inside(parameter))
            hint = f"'swaigctl help {command.name} {parameter.flag}'"
            is_long = len(members) > MOST_MEMBERS and parameter.name not in same
            assert (hint in text) == is_long
    assert "'swaigctl help swml ai --prompt.contexts'" in re.sub(r"\s+", " ", help_of("swml", "ai"))


def test_help_of_one_flag() -> None:
    text = help_of("swml", "ai", "--prompt.contexts")
    assert text.startswith("Inside --prompt:\n  --prompt.contexts NAME=TEXT|JSON|@FILE|-\n")
    assert " steps[].name\n" in text
    assert "--prompt.text" not in text
    inside_prompt = help_of("swml", "ai", "--prompt")
    assert "  --prompt.text TEXT" in inside_prompt
    assert "--post-prompt" not in inside_prompt
    assert help_of("join-conference", "--no-muted") == help_of("join_conference", "--muted")
    assert help_of("respond", "say", "--text") == help_of("say", "--text")
    reply = help_of("swml", "--for", "messaging", "reply", "--switch.case")
    assert reply.startswith("Inside --switch:\n  --switch.case ")


def test_help_of_no_flag() -> None:
    outcome = run_here(["help", "swml", "ai", "--promt"])
    assert outcome.err.startswith("Error: '--promt' is not a flag. Did you mean '--prompt'?")
    assert (outcome.status, outcome.out) == (2, b"")
    outcome = run_here(["help", "nonsense", "--text"])
    assert outcome.err.startswith("Error: 'nonsense' is not a command.")
    assert help_of("say", "--help") == help_of("say")
    outcome = run_here(["help", "outptu"])
    assert outcome.err == (
        "Error: 'outptu' is not a command. Did you mean 'output'?\nSee 'swaigctl --help'.\n"
    )
    assert (outcome.status, outcome.out) == (2, b"")


def test_help_of_one_flag_of_a_topic() -> None:
    text = help_of(OUTPUT.name, "--form")
    assert text.count("  --form ") == 2
    assert "--compact" not in text
    outcome = run_here(["help", OUTPUT.name, "--formt"])
    assert (outcome.status, "Did you mean '--format'?" in outcome.err) == (2, True)


def test_help_in_front_of_a_command() -> None:
    for words in (["say"], ["swml", "play"], [OUTPUT.name]):
        assert run_here(["--help", *words]).out == run_here(["help", *words]).out


def accepts(words: list[str], flag: str) -> bool:
    """Whether a command takes a flag, be it that something else is missing."""
    error = run_here([*words, flag]).err
    refusals = (f"'{flag}' is not a flag", "is for one entry", "is for the response")
    return not any(each in error for each in refusals)


@pytest.mark.parametrize("flag", OUTPUT.parameters, ids=lambda each: each.flag)
def test_topic_says_which_commands_have_a_flag(flag: Parameter) -> None:
    has = takers(flag)
    for tool in TOOLS:
        spelled = [each for each in spellings(flag) if each[:2] == "--"]
        assert any(accepts([tool], each) for each in spelled) == (tool in has), tool


def test_topic_says_which_actions_have_a_flag() -> None:
    text = on_one_line(help_of(OUTPUT.name))
    parts = [each.command for each in ACTIONS if each.place.is_part]
    assert f"What is a part of an action ({', '.join(parts)}) has no '--form', '--diff' or" in text
    for action in ACTIONS:
        own = {each.name for each in action.parameters}
        for flag in (*SHARED, *OF_ACTIONS):
            is_lacking = action.place.is_part and flag.name in ("form", "diff", "as")
            name = flag.also_flags[0] if flag.name in own else flag.flag
            assert accepts([action.command], name) != is_lacking, (action.command, name)
    for flag in OF_ACTIONS:
        is_alone = flag.name in ("skeleton", "diff", "as")
        assert accepts(["respond", "hangup"], flag.flag) != is_alone


@pytest.mark.parametrize("described", [*ACTIONS, *VERBS], ids=lambda each: Command(each).name)
def test_usage_shows_all_that_is_needed(described: Action | Verb) -> None:
    """With any of the flags that stand in braces, nothing is missing."""
    command = Command(described)
    ways = [re.findall(r"--[a-z-]+", way) for way in ways_of(command.usage)]
    for flags in ways:
        words = [word for flag in flags for word in (flag, "x")]
        error = run_here([*command.name.split(), *words]).err
        assert "is required" not in error, error
        assert ": give " not in error, error


def ways_of(usage: str) -> list[str]:
    """The usage with each of the choices in braces."""
    found = re.search(r"\{([^}]*)\}", usage)
    if found is None:
        return [usage]
    return [usage.replace(found[0], each) for each in found[1].split(" | ")]
