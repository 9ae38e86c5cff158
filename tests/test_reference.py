"""The reference: complete, readable as Markdown, and every example in it runs."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from markdown_it import MarkdownIt
from markdown_it.token import Token
from shown_commands import assert_prints, blocks, shown_commands

from swaigctl.catalog.codes import CODES, Code
from swaigctl.catalog.platform_errors import CALLS, MESSAGES, foreseeing, foreseen_by
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.program.topics import OUTPUT
from swaigctl.descriptions import (
    PROGRAM_FLAGS,
    Command,
    default_of,
    inside,
    shown_once,
    spellings,
)
from swaigctl.generate.code_pages import CODES_PAGE
from swaigctl.generate.program import commands, verbs
from swaigctl.generate.reference import PROGRAM_PAGE, VERBS_PAGE
from swaigctl.model.entries import Verb

pytestmark = pytest.mark.once

PAGES = {
    name: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for name in (PROGRAM_PAGE, VERBS_PAGE, CODES_PAGE)
}
SHOWN = [shown for page in PAGES.values() for shown in shown_commands(page)]
TOP = [command for members in commands().values() for command in members]
VERBS = [command for members in verbs().values() for command in members]
COMMANDS = TOP + VERBS

each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


def page_of(command: Command) -> str:
    return VERBS_PAGE if isinstance(command.described, Verb) else PROGRAM_PAGE


def section(title: str, page: str = PROGRAM_PAGE) -> str:
    """The page from this heading to the next."""
    pattern = rf"^##+ {re.escape(title)}\n(.*?)(?=^##|\Z)"
    found = re.search(pattern, PAGES[page], re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def section_of(command: Command) -> str:
    return section(command.name, page_of(command))


def table_rows(markdown: str) -> list[list[str]]:
    """The cells of every table as a reader of Markdown sees them, code and all, without marks."""
    rows: list[list[str]] = []
    for token in MarkdownIt().enable("table").parse(markdown):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level > 2:
            rows[-1].append("".join(map(seen, token.children or ())))
    return rows


def seen(token: Token) -> str:
    return "\n" if token.content == "<br>" else token.content


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[each[0] for each in SHOWN])
def test_example_prints_what_the_page_shows(command: str, output: str, tmp_path: Path) -> None:
    tool = TOOLS.get(command.split()[1])
    if tool and tool.sample:
        name, text = tool.sample
        assert f"`{name}`:\n\n```{name.rpartition('.')[2]}\n{text}```\n" in section(tool.command)
        (tmp_path / name).write_text(text)
    assert_prints(command, output, tmp_path)


@each_command
def test_every_example_is_shown(command: Command) -> None:
    joined = {re.sub(r" \\\n +", " ", typed) for typed, _ in shown_commands(section_of(command))}
    plain = {re.sub(r" --form full$| \| head .*$", "", typed) for typed in joined}
    assert {f"swaigctl {example.arguments}" for example in command.examples} <= plain | joined


@each_command
def test_tables_hold_every_flag(command: Command) -> None:
    assert_described(section_of(command), command)


def assert_described(markdown: str, command: Command) -> None:
    all_rows = table_rows(markdown)
    rows = {row[0]: row for row in all_rows}
    for parameter in command.own:
        _, value, default, _, explanation = rows["\n".join(spellings(parameter))]
        assert value == parameter.kind.metavar
        assert default == default_of(parameter)
        for spelling, meaning in parameter.meanings.items():
            assert f"{spelling}: {meaning}" in explanation
        for name, field in inside(parameter):
            spelled = ", ".join(getattr(field.kind, "spellings", ()))
            assert any(
                row[:2] == [name, default_of(field)] and spelled in row[2] for row in all_rows
            ), name
        if parameter.source:
            assert "Evidence: " in explanation
    codes = {code for code, _ in command.needs} | {each.code for each in command.cautions}
    assert codes <= set(rows)


@each_command
def test_section_says_the_rest(command: Command) -> None:
    text = section_of(command)
    assert command.summary in text
    assert f"`swaigctl {command.name} {command.usage}`" in text
    assert command.source in text
    assert all(f"`{shown_once(parameter)}`" in text for parameter in command.shared)


def test_forms_are_told_apart() -> None:
    text = section("join-conference")
    typed = [each for each, _ in shown_commands(text) if "--form" in each]
    assert typed == [
        "swaigctl join-conference --name team-standup --form simplified",
        "swaigctl join-conference --name team-standup --muted --form full",
    ]


def test_shared_flags_are_described_once() -> None:
    rows = [row[:2] for row in table_rows(section(OUTPUT.title))]
    for parameter in (*OUTPUT.parameters, *PROGRAM_FLAGS):
        assert ["\n".join(spellings(parameter)), parameter.kind.metavar] in rows


def anchors_of(page: str) -> list[str]:
    titles = re.findall(r"^##+ (.*)$", PAGES[page], re.MULTILINE)
    return [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    anchors = anchors_of(page)
    assert len(anchors) == len(set(anchors))
    for file, anchor in re.findall(r"\]\(([\w.]*)#([^)]+)\)", PAGES[page]):
        assert anchor in (anchors_of(file) if file else anchors)
    linked = set(re.findall(r"\]\(#([^)]+)\)", PAGES[page]))
    assert {re.sub(r" ", "-", each.name) for each in COMMANDS if page_of(each) == page} <= linked


def test_actions_and_the_verbs_that_they_write_are_linked() -> None:
    carrying = [command for command in TOP if command.carries]
    assert carrying
    for command in carrying:
        assert command.carries
        verb = Command(command.carries)
        assert f"({VERBS_PAGE}#{verb.name.replace(' ', '-')})" in section_of(command)
        assert f"[{command.name}]({PROGRAM_PAGE}#{command.name})" in section_of(verb)


@pytest.mark.parametrize("described", CODES.values(), ids=CODES)
def test_section_says_what_a_code_means(described: Code) -> None:
    text = section(described.name, CODES_PAGE)
    assert text.startswith(f"\n**{described.severity.capitalize()}.** ")
    examples = [described.wrong, described.right]
    assert blocks(text, described.language) == [f"{each.rstrip()}\n" for each in examples]
    seen = "".join(
        "".join(each.content for each in token.children or ()) for token in MarkdownIt().parse(text)
    )
    for sentence in (described.summary, *described.paragraphs):
        assert re.sub(r"'(--[^']+)'", r"\1", sentence) in seen
    assert described.source in text.replace("\\", "")
    assert all(f"`{name}`" in text for name in foreseen_by(described.name))
    assert f"(#{described.name})" in PAGES[CODES_PAGE]


def test_rules_lead_to_their_codes() -> None:
    text = section("join-conference")
    assert f"| [`nothing-recorded`]({CODES_PAGE}#nothing-recorded) |" in text


def test_codes_of_the_platform_lead_to_findings() -> None:
    rows = {row[0]: row[1:] for row in table_rows(section("What the platform reports", CODES_PAGE))}
    for name, when in (CALLS | MESSAGES).items():
        assert rows[name] == [when, ", ".join(foreseeing(name))]
