"""`swaigctl explain`: every code, those of the platform, and what it says where there is none."""

import json
from typing import Any

import pytest
from conftest import run_here, run_program

from swaigctl.catalog.codes import CODES, TITLES, Code
from swaigctl.catalog.platform_errors import CALLS, MESSAGES, foreseeing, foreseen_by

pytestmark = pytest.mark.once


def said(*arguments: str) -> str:
    outcome = run_here(["explain", *arguments])
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out.decode()


def as_json(*arguments: str) -> Any:
    return json.loads(said(*arguments, "--format", "json"))


def words(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


each_code = pytest.mark.parametrize("code", CODES.values(), ids=CODES)


@each_code
def test_text_says_all(code: Code) -> None:
    text = said(code.name)
    assert text.startswith(f"{code.name}: ")
    for part in (code.summary, *code.paragraphs, f"Severity: {code.severity}"):
        assert words(part) in words(text)
    assert (f"Source: {code.source}" in words(text)) == bool(code.source)
    for name in foreseen_by(code.name):
        assert name in text
    wrong, right = ("\n".join(f"  {each}".rstrip() for each in example.splitlines())
                    for example in (code.wrong, code.right))  # fmt: skip
    assert text.endswith(f"\nWith it:\n\n{wrong}\n\nPut right:\n\n{right}\n")


@pytest.mark.parametrize("columns", ["40", "72", "100"])
def test_text_fits_the_width(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for code in CODES.values():
        prose = said(code.name).partition("\nWith it:\n")[0]
        for line in prose.splitlines():
            assert len(line) <= int(columns) or " " not in line.strip(), line


@each_code
def test_json_says_all(code: Code) -> None:
    facts = as_json(code.name)
    assert facts.pop("code") == code.name
    assert facts.pop("platform") == foreseen_by(code.name)
    assert facts.pop("source", "") == code.source
    assert facts == {
        name: getattr(code, name)
        for name in ("severity", "summary", "meaning", "language", "wrong", "right")
    }


def test_all_codes_are_listed() -> None:
    lines = said().splitlines()
    for code in CODES.values():
        assert [line.split()[1] for line in lines if line.startswith(f"  {code.name} ")] == [
            code.severity
        ]
        assert any(line.endswith(f"  {code.summary}") for line in lines)
    assert [line for line in lines if line and not line.startswith(" ")] == [
        f"{title}:" for title in TITLES.values()
    ]
    assert [each["code"] for each in as_json()] == list(CODES)


@pytest.mark.parametrize("name", [*CALLS, *MESSAGES])
def test_codes_of_the_platform(name: str) -> None:
    flavour, when = ("calling", CALLS[name]) if name in CALLS else ("messaging", MESSAGES[name])
    text = words(said(name))
    assert text.startswith(f"{name}: {when} ")
    assert ("about documents for calls" in text) == (flavour == "calling")
    codes = foreseeing(name)
    assert (f"Foreseen by: {', '.join(codes)} Source:" in text) == bool(codes)
    facts = as_json(name)
    assert facts.pop("source").startswith("https://")
    assert facts == {"platform": name, "flavour": flavour, "summary": when, "codes": codes}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nothing-recoded", "nothing-recorded"),
        ("unknown_verb", "unknown-verb"),
        ("relay_script_method_undefind", "relay_script_method_undefined"),
        ("zzz", None),
        ("", None),
    ],
)
def test_unknown_code(word: str, meant: str | None) -> None:
    outcome = run_here(["explain", word])
    assert (outcome.status, outcome.out) == (2, b"")
    hint = f" Did you mean {meant!r}?" if meant else ""
    assert outcome.err == (
        f"Error: {word!r} is not a code of findings, nor one of the platform's.{hint}\n"
        "See 'swaigctl explain --help'.\n"
    )


def test_one_code_at_a_time() -> None:
    outcome = run_here(["explain", "type", "range"])
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith("Error: 'range': is not expected here.\n")


def test_it_says_the_same_on_every_run() -> None:
    assert run_program(["explain"]) == run_program(["explain"])
    assert run_program(["explain", "json"]).out == run_here(["explain", "json"]).out


def test_code_of_a_finding_can_be_explained() -> None:
    """What stands in brackets behind a message is what `explain` takes."""
    outcome = run_here(["join-conference", "--name", "x", "--trim", "do-not-trim"])
    code = outcome.err.strip().rpartition("[")[2].rstrip("]")
    assert said(code).startswith(f"{code}: ")


def test_code_in_the_brackets_of_a_finding() -> None:
    assert said("[unknown-verb]") == said("unknown-verb")


@pytest.mark.parametrize("word", ["error", "warning", "info"])
def test_severity_is_no_code(word: str) -> None:
    outcome = run_here(["explain", word])
    assert outcome.err.startswith(f"Error: '{word}' is what findings are, and not a code of one.\n")
    assert outcome.status == 2


def test_what_may_happen_in_a_call_is_foreseen_too() -> None:
    text = said("relay_script_method_no_matching_condition")
    assert "Foreseen by: no-default" in text
