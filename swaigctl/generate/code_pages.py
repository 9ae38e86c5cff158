"""The reference of codes: what each means, an example with it, and the same put right."""

from collections.abc import Iterator

from swaigctl.catalog.codes import CODES, DOCUMENTS, TITLES, Code
from swaigctl.catalog.platform_errors import CALLS, MESSAGES, SOURCE, foreseeing, foreseen_by
from swaigctl.check.validation import validate
from swaigctl.findings.messages import path_text
from swaigctl.generate.markdown import BANNER, anchor, code, prose, table

CODES_PAGE = "codes.md"

INTRODUCTION = (
    "Each warning, and each finding of 'swaigctl validate', ends with its code in brackets; in "
    "reports for programs, in Python and in what 'batch --errors' writes it is the 'code'. Codes "
    "stay what they are from version to version. 'swaigctl explain CODE' says the same as this "
    "page.",
    "An error is what the platform refuses, or takes for something else than it says. What draws a "
    "warning runs, but is an old form, useless, unwise or unknown. The rest is worth knowing. The "
    "severity given here is the usual one; the text says where it is another.",
)

PLATFORM_TITLE = "What the platform reports"

ABOUT_PLATFORM = (
    "These are the platform's own codes. A call has them in script_error and in the event "
    "calling.script.warning; a message is marked as failed with them. An error that 'validate' "
    "finds names the one that the platform would report, where its documentation has one."
)


def codes_page() -> str:
    """The page of all codes, with a heading for each."""
    return "\n".join(
        [
            BANNER,
            "# Codes of findings\n",
            *(f"{prose(each)}\n" for each in INTRODUCTION),
            contents(),
            *(part for title, codes in groups().items() for part in group_parts(title, codes)),
            f"## {PLATFORM_TITLE}\n",
            prose(ABOUT_PLATFORM) + "\n",
            f"Source: <{SOURCE}>\n",
            *platform_tables(),
        ]
    )


def groups() -> dict[str, list[Code]]:
    """The codes, under what shows them."""
    return {
        title: [each for each in CODES.values() if each.shown_by == shown_by]
        for shown_by, title in TITLES.items()
    }


def contents() -> str:
    lines = [
        f"- [{title}](#{anchor(title)}): "
        + ", ".join(f"[{each.name}](#{anchor(each.name)})" for each in codes)
        for title, codes in groups().items()
    ]
    return "".join(
        f"{each}\n" for each in [*lines, f"- [{PLATFORM_TITLE}](#{anchor(PLATFORM_TITLE)})"]
    )


def group_parts(title: str, codes: list[Code]) -> Iterator[str]:
    yield f"## {title}\n"
    for each in codes:
        yield from code_parts(each)


def code_parts(described: Code) -> Iterator[str]:
    yield f"### {described.name}\n"
    yield f"**{described.severity.capitalize()}.** {prose(described.summary)}\n"
    for paragraph in described.paragraphs:
        yield prose(paragraph) + "\n"
    yield block(described.language, described.wrong)
    if described.shown_by == DOCUMENTS:
        for finding in validate(described.wrong):
            yield f"{code(path_text(finding.path, '$'))}: {prose(finding.message)}\n"
    yield "Put right:\n"
    yield block(described.language, described.right)
    if platform := foreseen_by(described.name):
        yield f"What the platform reports: {', '.join(map(code, platform))}.\n"
    if described.source:
        yield f"Source: {link(described.source)}\n"


def block(language: str, text: str) -> str:
    """An example, as it is."""
    return f"```{language}\n{text.rstrip()}\n```\n"


def link(source: str) -> str:
    """A source: the address of a page, or a sentence."""
    return f"<{source}>" if source.startswith("https://") else prose(source)


def link_to_code(name: str) -> str:
    """A code, with a link to what it means."""
    return f"[{code(name)}]({CODES_PAGE}#{anchor(name)})"


def platform_tables() -> Iterator[str]:
    for what, errors in (("calls", CALLS), ("messages", MESSAGES)):
        yield f"About documents for {what}:\n"
        yield table(
            ("Code", "When", "Foreseen by"),
            (
                (code(name), prose(when), ", ".join(map(link_to_code, foreseeing(name))))
                for name, when in errors.items()
            ),
        )
