"""The man pages: clean for the formatter, complete, and readable."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

from swaigctl.catalog.index import ACTIONS
from swaigctl.catalog.program.topics import OUTPUT
from swaigctl.descriptions import PROGRAM_FLAGS, Command, inside, shown_once, spellings
from swaigctl.generate.man_pages import page_of
from swaigctl.generate.program import ENVIRONMENT, EXIT_STATUS, commands, verbs
from swaigctl.model.entries import CALLING, Verb

pytestmark = pytest.mark.once

FOLDER = ROOT / "man/man1"
PAGES = sorted(FOLDER.iterdir())
TOP = [command for members in commands().values() for command in members]
VERBS = [command for members in verbs().values() for command in members]
COMMANDS = TOP + VERBS


@pytest.fixture(scope="module")
def mandoc() -> str:
    """The formatter; only outside CI may it be missing."""
    found = shutil.which("mandoc")
    if found is None:
        assert not os.environ.get("CI"), "install Debian's package mandoc"
        pytest.skip("mandoc is not installed")
    return found


def rendered(mandoc: str, page: Path) -> str:
    """The page as a terminal shows it, without bold and underline, on one long line."""
    done = subprocess.run(
        [mandoc, "-T", "utf8", page], capture_output=True, check=True, text=True, timeout=60
    )
    return re.sub(r"\s+", " ", re.sub(r".\x08", "", done.stdout))


def on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_command_has_a_page() -> None:
    names = {f"swaigctl-{page_of(command)}.1" for command in COMMANDS}
    assert len(names) == len(COMMANDS)
    assert {page.name for page in PAGES} == names | {"swaigctl.1"}


def test_page_of_a_verb_is_called_like_it() -> None:
    for command in VERBS:
        assert isinstance(command.described, Verb)
        verb = command.described
        is_taken = verb.flavour != CALLING or f"swml_{verb.name}" in ACTIONS
        flavour = f"{verb.flavour}-" if is_taken else ""
        assert page_of(command) == f"swml-{flavour}{verb.command}"


def test_lint_finds_nothing(mandoc: str) -> None:
    done = subprocess.run(
        [mandoc, "-T", "lint", "-W", "warning", *PAGES],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_page_says_all_of_the_command(command: Command, mandoc: str) -> None:
    text = rendered(mandoc, FOLDER / f"swaigctl-{page_of(command)}.1")
    assert f"NAME swaigctl-{page_of(command)} \N{EN DASH} " in text
    assert f"SYNOPSIS swaigctl {command.name} {command.usage} DESCRIPTION" in text
    assert on_one_line(command.prose).replace("…", "...") in text
    shared = ", ".join(map(shown_once, command.shared))
    assert f" Input and output {shared} They are explained in swaigctl(1). " in text
    for parameter in command.own:
        item = f"{', '.join(spellings(parameter))} {parameter.kind.metavar}".strip()
        assert f" {item} {parameter.help.split()[0]} " in text
        for spelling, meaning in parameter.meanings.items():
            assert f" {spelling} {meaning} " in text
        for name, field in inside(parameter):
            assert f" {name} {field.help.split()[0]} " in text
    for caution in command.cautions:
        said = f"[{caution.code}] {caution.where}: {caution.sentence}"
        assert said.replace("…", "...") in text  # terminals of few characters know no other
    for example in command.examples:
        assert f"$ swaigctl {example.arguments} " in text.replace(" \\ ", " ")


def test_page_of_join_conference_shows_both_forms(mandoc: str) -> None:
    text = rendered(mandoc, FOLDER / "swaigctl-join-conference.1")
    _, simplified, full = re.split("Simplified form: |Full form: ", text)
    assert '"join_conference": "team-standup"' in simplified
    assert '"join_conference": { "name": "team-standup", "muted": true }' in full


def test_page_of_the_whole_says_what_holds_for_all(mandoc: str) -> None:
    text = rendered(mandoc, FOLDER / "swaigctl.1")
    for command in TOP:
        assert f" {command.name} {command.summary} " in text
    for command in VERBS:
        assert f"swaigctl-{page_of(command)}(1)" in text
    for parameter in (*OUTPUT.parameters, *PROGRAM_FLAGS):
        item = f"{', '.join(spellings(parameter))} {parameter.kind.metavar}".strip()
        assert f" {item} {parameter.help.split()[0]} " in text
        for spelling, meaning in parameter.meanings.items():
            assert f" {spelling} {meaning} " in text
    for name, meaning in {**ENVIRONMENT, **EXIT_STATUS}.items():
        assert f" {name} {meaning} " in text


def test_page_of_swml_lists_the_verbs(mandoc: str) -> None:
    text = rendered(mandoc, FOLDER / "swaigctl-swml.1")
    _, listed, related = re.split(" VERBS | SEE ALSO ", text)
    for command in VERBS:
        assert f" {command.name.removeprefix('swml ')} {command.summary} " in listed
        assert f"swaigctl-{page_of(command)}(1)" in related


def test_pages_of_an_action_and_its_verb_name_each_other(mandoc: str) -> None:
    for one, other in (("connect", "swml-connect"), ("swml-transfer", "swml-calling-transfer")):
        for page, named in ((one, other), (other, one)):
            text = rendered(mandoc, FOLDER / f"swaigctl-{page}.1")
            assert f" swaigctl-{named}(1)" in text.rpartition(" SEE ALSO ")[2]
