"""`swaigctl explain`: what the code of a finding means."""

from swaigctl.catalog.codes import CODES, TITLES, Code
from swaigctl.catalog.platform_errors import (
    CALLS,
    MESSAGES,
    SOURCE,
    foreseeing,
    foreseen_by,
)
from swaigctl.catalog.program.explanations import explain
from swaigctl.catalog.verbs import USES
from swaigctl.cli.answers import Answer
from swaigctl.cli.commands import refuse_words, tool_options
from swaigctl.cli.terminal.help import filled
from swaigctl.cli.terminal.printing import print_answer
from swaigctl.findings import ERROR, INFO, NEAREST, WARNING, Finding, Refused
from swaigctl.formats.json import pretty_json
from swaigctl.model.entries import CALLING, MESSAGING

Facts = dict[str, object]

PLATFORM_ERRORS = {CALLING: CALLS, MESSAGING: MESSAGES}


def answer(arguments: list[str]) -> int:
    options, words = tool_options(explain, arguments)
    refuse_words(explain, words[1:])
    as_json = options["format"] == "json"
    if not words:
        content = json_text([facts(code) for code in CODES.values()]) if as_json else table()
    elif (name := without_brackets(words[0])) in CODES:
        code = CODES[name]
        content = json_text(facts(code)) if as_json else explanation(code)
    else:
        flavour = flavour_reporting(name)
        platform = platform_facts(name, flavour)
        content = json_text(platform) if as_json else platform_explanation(name, flavour)
    return print_answer(Answer(content, "json" if as_json else "text", []))


def json_text(value: object) -> str:
    return pretty_json(value) + "\n"


def without_brackets(word: str) -> str:
    """A code without the brackets that it has at the end of a finding's line."""
    return word[1:-1] if word[:1] == "[" and word[-1:] == "]" else word


def flavour_reporting(name: str) -> str:
    """What documents are for about which the platform reports this.

    Raises:
        Refused: there is no such code.
    """
    for flavour, errors in PLATFORM_ERRORS.items():
        if name in errors:
            return flavour
    if name in (ERROR, WARNING, INFO):
        sentence = "{value} is what findings are, and not a code of one."
        raise Refused(Finding("choice", sentence, value=name), command=explain.command)
    finding = Finding(
        "choice",
        "{value} is not a code of findings, nor one of the platform's.",
        value=name,
        allowed=(*CODES, *CALLS, *MESSAGES),
        suggestion=NEAREST,
    )
    raise Refused(finding, command=explain.command)


def facts(code: Code) -> Facts:
    """All that is known of a code; without a source, if there is none."""
    return {
        "code": code.name,
        "severity": code.severity,
        "summary": code.summary,
        "meaning": code.meaning,
        "language": code.language,
        "wrong": code.wrong,
        "right": code.right,
        "platform": foreseen_by(code.name),
        **({"source": code.source} if code.source else {}),
    }


def platform_facts(name: str, flavour: str) -> Facts:
    """All that is known of one of the platform's codes."""
    return {
        "platform": name,
        "flavour": flavour,
        "summary": PLATFORM_ERRORS[flavour][name],
        "codes": foreseeing(name),
        "source": SOURCE,
    }


def table() -> list[str]:
    """A line for each code, under what shows it."""
    names = max(map(len, CODES))
    severities = max(len(code.severity) for code in CODES.values())
    lines: list[str] = []
    for shown_by, title in TITLES.items():
        lines += [*([""] if lines else []), f"{title}:"]
        lines += [
            f"  {code.name:{names}}  {code.severity:{severities}}  {code.summary}"
            for code in CODES.values()
            if code.shown_by == shown_by
        ]
    return lines


def explanation(code: Code) -> list[str]:
    """What a person reads of a code."""
    platform = foreseen_by(code.name)
    return [
        *paragraphs(f"{code.name}: {code.summary}", *code.paragraphs),
        *labelled("Severity", code.severity),
        *labelled("Platform codes", ", ".join(platform)),
        *labelled("Source", code.source),
        "",
        "With it:",
        "",
        *indented(code.wrong),
        "",
        "Put right:",
        "",
        *indented(code.right),
    ]


def platform_explanation(name: str, flavour: str) -> list[str]:
    """What a person reads of one of the platform's codes."""
    summary = PLATFORM_ERRORS[flavour][name]
    reported = f"The platform reports it about documents for {USES[flavour]}."
    return [
        *paragraphs(f"{name}: {summary}", reported),
        *labelled("Foreseen by", ", ".join(foreseeing(name))),
        *labelled("Source", SOURCE),
    ]


def paragraphs(*texts: str) -> list[str]:
    """Text in lines, with a blank one behind each paragraph."""
    return [line for text in texts for line in (*filled(text).splitlines(), "")]


def labelled(label: str, text: str) -> list[str]:
    """What there is to say under a label, if there is anything."""
    return filled(f"{label}: {text}", rest="  ").splitlines() if text else []


def indented(example: str) -> list[str]:
    """The lines of an example."""
    return [f"  {line}".rstrip() for line in example.splitlines()]
