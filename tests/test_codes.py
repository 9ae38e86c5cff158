"""Every code is documented, once, with an example that has it and the same put right."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, run_here

from swaigctl.catalog.codes import CODES, COMMANDS, DOCUMENTS, Code
from swaigctl.findings import ERROR, INFO, WARNING

pytestmark = pytest.mark.once

PACKAGE = ROOT / "swaigctl"
MAKING = ("Finding", "Rule", "problem", "unparsable")
"""What is called with a code, or for `unparsable` a language, as its first argument."""

PASSED_ON = {
    "fault.code",
    "finding.code",
    "inner.code",
    "language.lower()",
    "self.code",
}
"""First arguments that are another finding's code, or one that a caller gave."""

TREE = ast.parse((PACKAGE / "catalog" / "codes.py").read_text(encoding="utf-8"))

each_code = pytest.mark.parametrize("code", CODES.values(), ids=CODES)


def test_no_code_is_described_twice() -> None:
    (made,) = [node for node in ast.walk(TREE) if isinstance(node, ast.ClassDef)]
    names = [
        node.args[0].value
        for node in ast.walk(TREE)
        if isinstance(node, ast.Call)
        and called(node) == made.name
        and isinstance(node.args[0], ast.Constant)
    ]
    assert sorted(map(str, names)) == list(CODES)


def calls() -> Iterator[tuple[Path, ast.AST, ast.Call]]:
    """Each call that makes a finding, with the function that it stands in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name.endswith("_methods.py"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        scopes = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or called(node) not in MAKING:
                continue
            around = [each for each in scopes if any(inner is node for inner in ast.walk(each))]
            yield path, (around[-1] if around else tree), node


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def codes_of(node: ast.expr, scope: ast.AST) -> set[str] | None:
    """The codes that a first argument can be; None if that can't be told."""
    if isinstance(node, ast.Constant):
        return {str(node.value).lower()}
    if isinstance(node, ast.IfExp):
        one, other = codes_of(node.body, scope), codes_of(node.orelse, scope)
        return None if one is None or other is None else one | other
    if isinstance(node, ast.Name):
        return assigned_to(node.id, scope)
    return set() if ast.unparse(node) in PASSED_ON else None


def assigned_to(name: str, scope: ast.AST) -> set[str] | None:
    """The texts that a function assigns to one of its names; none to what a caller gives it."""
    found: set[str] = set()
    parameters = getattr(scope, "args", None)
    if parameters and name in [each.arg for each in parameters.args]:
        return found
    for node in ast.walk(scope):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            for each, value in pairs:
                if isinstance(each, ast.Name) and each.id == name:
                    inner = codes_of(value, scope)
                    if inner is None:
                        return None
                    found |= inner
    return found - {""} or None


PRODUCED: dict[str, list[str]] = {}
UNTOLD: list[str] = []
for _path, _scope, _call in calls():
    _codes = codes_of(_call.args[0], _scope) if _call.args else None
    _place = f"{_path.relative_to(ROOT)}:{_call.lineno}"
    if _codes is None:
        UNTOLD.append(f"{_place}: {ast.unparse(_call)[:80]}")
    for _code in _codes or ():
        PRODUCED.setdefault(_code, []).append(_place)


def test_every_code_can_be_told_from_the_source() -> None:
    assert UNTOLD == []


def test_every_code_that_is_made_is_described() -> None:
    assert {code: places for code, places in PRODUCED.items() if code not in CODES} == {}


def test_every_code_that_is_described_is_made() -> None:
    assert CODES.keys() - PRODUCED.keys() == set()


def test_codes_are_in_order_and_under_their_names() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(name == code.name for name, code in CODES.items())


@each_code
def test_description_is_complete(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code.name)
    assert code.severity in (ERROR, WARNING, INFO)
    assert code.shown_by in (DOCUMENTS, COMMANDS)
    for sentence in (code.summary, *code.paragraphs):
        assert re.match(r"['A-Z$]|git ", sentence), sentence
        assert sentence.endswith("."), sentence
        assert "  " not in sentence
    assert "\n" not in code.summary
    assert code.wrong != code.right


def found_in(document: str, path: Path) -> list[tuple[str, str]]:
    """The codes and severities of what `validate` finds in a document."""
    path.write_text(document, encoding="utf-8")
    outcome = run_here(["validate", str(path)])
    assert outcome.err == ""
    place = rf"^{re.escape(str(path))}:[\d:]+ (\w+): .* \[([\w-]+)\]$"
    found = re.findall(place, outcome.out.decode(), re.MULTILINE)
    return [(code, severity) for severity, code in found]


@pytest.mark.parametrize(
    "code",
    [pytest.param(each, id=each.name) for each in CODES.values() if each.shown_by == DOCUMENTS],
)
def test_document_has_just_that_finding(code: Code, tmp_path: Path) -> None:
    path = tmp_path / f"example.{code.language}"
    assert found_in(code.wrong, path) == [(code.name, code.severity)]
    assert found_in(code.right, path) == []


SPY = f"""\
#!{sys.executable}
import os, sys
from swaigctl.findings import Finding
told = Finding.line
def line(self, mention=None):
    with open(os.environ["TOLD"], "a") as file:
        file.write(f"{{self.code}} {{self.severity}}\\n")
    return told(self, mention)
Finding.line = line
from swaigctl.cli.reports import json
facts = json.facts_of
def facts_of(finding):
    finding.line()
    return facts(finding)
json.facts_of = facts_of
from swaigctl.cli.main import run
sys.exit(run())
"""
"""The program, which also writes down the codes of what it tells."""


def told_by(commands: str, folder: Path) -> list[tuple[str, ...]]:
    """The codes and severities of what command lines tell."""
    program, home, told = folder / "bin/swaigctl", folder / "home", folder / "told"
    program.parent.mkdir(parents=True)
    home.mkdir()
    program.write_text(SPY)
    program.chmod(0o755)
    told.touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        ["bash", "-c", commands],
        cwd=home,
        env={
            **kept,
            "HOME": str(home),
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "TOLD": str(told),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "command not found" not in done.stderr
    return [tuple(line.split()) for line in told.read_text().splitlines()]


@pytest.mark.parametrize(
    "code",
    [pytest.param(each, id=each.name) for each in CODES.values() if each.shown_by == COMMANDS],
)
def test_commands_tell_just_that_finding(code: Code, tmp_path: Path) -> None:
    assert told_by(code.wrong, tmp_path / "wrong") == [(code.name, code.severity)]
    assert told_by(code.right, tmp_path / "right") == []
