"""Help: of the program, of every command and verb, and of one flag."""

import re
from itertools import pairwise

import pytest
from conftest import run_here

from swaigctl.catalog import every_action
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.verbs import families
from swaigctl.cli.terminal import help as help_texts
from swaigctl.cli.terminal.help import MOST_MEMBERS
from swaigctl.descriptions import Command, inside, same_inside, spellings, verb_command

pytestmark = pytest.mark.once

VERBS = [verb for verbs in families().values() for verb in verbs]
COMMANDS = [
    *(action.command for action in every_action()),
    *TOOLS,
    *map(verb_command, VERBS),
]


def help_of(*words: str) -> str:
    outcome = run_here(["help", *words])
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out.decode()


@pytest.mark.parametrize("columns", ["60", "80", "100"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_the_width(command: str, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for line in help_texts.help_of(command).splitlines():
        # What has no blank can't be broken, and command lines only in front of flags.
        is_one_word = " " not in line.strip()
        is_typed = line.startswith("  ") and re.match(r"  (    )?(swaigctl|--)", line)
        assert len(line) <= int(columns) or is_one_word or is_typed, line


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_section_is_empty(command: str) -> None:
    lines = [*help_texts.help_of(command).splitlines(), ""]
    for heading, below in pairwise(lines):
        if re.fullmatch(r'[A-Z][^"]*:', heading):
            assert below.startswith("  "), heading


@pytest.mark.parametrize("verb", VERBS, ids=verb_command)
def test_help_has_every_flag_of_a_verb(verb: object) -> None:
    command = Command(verb)  # type: ignore[arg-type]
    lines = help_texts.help_of(command.name).splitlines()
    for parameter in command.parameters:
        shown = f"  {', '.join(spellings(parameter))}"
        assert any(line == shown or line.startswith(f"{shown} ") for line in lines), shown
    usage = f"Usage: swaigctl {command.name} "
    assert lines[0].startswith(usage)


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
    text = re.sub(r"\s+", " ", help_of())
    assert "'swaigctl swml --help' names the verbs" in text
    assert "'swaigctl swml VERB --help'" in text


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
    assert text.startswith("Inside --prompt:\n  --prompt.contexts JSON|@FILE|-\n")
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
