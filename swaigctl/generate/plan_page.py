"""The page about plans of fixtures: their members, and what becomes of the files."""

import re
from collections.abc import Iterator

from swaigctl.catalog.program.plans import ABOUT_PLANS, ABOUT_RECORDS, SECTIONS, STARTER, help_in
from swaigctl.descriptions import default_of, form_of
from swaigctl.generate.markdown import BANNER, anchor, code, prose, table
from swaigctl.model.entries import Parameter

PLAN_PAGE = "fixtures.md"

COLUMNS = ("Member", "Value", "Default", "What it is")


def plan_page() -> str:
    """The page, with a heading for each kind of object that a plan has."""
    return "\n".join(
        [
            BANNER,
            "# Plans of fixtures\n",
            *(f"{with_commands(each)}\n" for each in ABOUT_PLANS),
            "See also [fixtures](reference.md#fixtures).\n",
            "".join(f"- [{each}](#{anchor(each)})\n" for each in (EXAMPLE, *SECTIONS, RECORDS)),
            f"## {EXAMPLE}\n",
            with_commands(
                "'swaigctl fixtures init' writes this plan, and 'swaigctl fixtures build' makes "
                "its files:\n"
            ),
            f"```yaml\n{STARTER}```\n",
            *(
                part
                for title, (text, members) in SECTIONS.items()
                for part in section(title, text, members)
            ),
            f"## {RECORDS}\n",
            *(f"{with_commands(each)}\n" for each in ABOUT_RECORDS),
        ]
    )


EXAMPLE = "A plan to begin with"
RECORDS = "What is kept beside the files"


def with_commands(text: str) -> str:
    """Markdown for plain text, with whole commands as code."""
    pieces = re.split(r"'(swaigctl [^']+)'", text)
    return "".join(code(each) if at % 2 else prose(each) for at, each in enumerate(pieces))


def section(title: str, text: str, members: tuple[Parameter, ...]) -> Iterator[str]:
    yield f"## {title}\n"
    yield prose(text) + "\n"
    yield table(COLUMNS, (row(each, members) for each in members))


def row(member: Parameter, members: tuple[Parameter, ...]) -> tuple[str, ...]:
    """A member: what it may be, what it is by itself, and what it is for."""
    value = form_of(member.kind) or member.kind.allowed
    value = f"{value}{'; required' if member.required else ''}"
    meanings = (f"{code(word)}: {prose(text)}" for word, text in member.meanings.items())
    explanation = "<br>".join((prose(help_in(member, members)), *meanings))
    return code(member.name), prose(value), code(default_of(member, as_flag=False)), explanation
