"""Programs from npm read the schemas: strict ajv, an editor's engine, and two that make types.

They are installed into a temporary folder, of the major versions in `node/package.json`.
"""

import fcntl
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE
from shells import need
from test_schema import all_schemas
from test_schema_documents import (
    SCHEMAS,
    UNSAID,
    document_with,
    each_dialect,
    said_errors,
    schema_in,
)
from test_verbs import FOLDER, FOLDERS, step_in

from swaigctl.catalog.verbs import Flavour
from swaigctl.findings import Finding
from swaigctl.formats.json_scanner import json_places
from swaigctl.model.steps import Step
from swaigctl.schema.dialects import in_draft_7

pytestmark = pytest.mark.once

SCRIPTS = HERE / "node"


class Node:
    """A folder with the programs in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, script: str, given: Any) -> Any:
        """What a script of ours answers to what it is given, both as JSON."""
        done = self.done(["node", f"{script}.js"], json.dumps(given))
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)

    def done(self, arguments: list[str], text: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            arguments, input=text, capture_output=True, text=True, cwd=self.folder, timeout=300
        )

    def compiled(self, *programs: str) -> dict[str, set[int]]:
        """The lines that the TypeScript compiler has something against, by program."""
        for program in programs:
            shutil.copy(SCRIPTS / program, self.folder)
        script = "node_modules/typescript/bin/tsc"
        flags = ["--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext"]
        told = self.done(["node", script, *flags, *programs]).stdout
        lines = re.findall(r"^(\S+)\((\d+),\d+\): error ", told, re.MULTILINE)
        assert {program for program, _ in lines} <= set(programs), told
        assert not told or lines, told
        return {
            program: {int(line) for name, line in lines if name == program} for program in programs
        }


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Installed once, whichever process of the tests comes first."""
    need("node")
    need("npm")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "node"
    with (shared / "node.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "installed").exists():
            shutil.copytree(SCRIPTS, folder, dirs_exist_ok=True)
            install(folder)
            (folder / "installed").touch()
    return Node(folder)


def install(folder: Path) -> None:
    flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"]
    done = subprocess.run(
        ["npm", "install", *flags], cwd=folder, capture_output=True, text=True, timeout=600
    )
    if done.returncode:
        reason = f"npm could not install what reads the schemas: {done.stderr[-500:]}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


def steps_of(flavour: Flavour) -> Iterator[tuple[str, Any, list[Finding]]]:
    """Every example of a step, with the errors in it, but those that no schema can say."""
    for path in sorted(FOLDERS[flavour].glob("*/*.json")):
        name = str(path.relative_to(FOLDER).with_suffix(""))
        if name not in UNSAID:
            step = step_in(path)
            yield name, step, said_errors(Step(flavour), step)


@each_dialect
def test_strict_ajv_compiles_every_schema(node: Node, draft: str) -> None:
    schemas = [in_draft_7(each) if draft == "7" else each for each in all_schemas()]
    verdicts = node.run("judge", {"schemas": schemas, "values": {}})
    assert verdicts.keys() == {each["$id"] for each in schemas}


@each_dialect
def test_ajv_judges_steps_as_their_kinds_do(node: Node, draft: str) -> None:
    schemas, values, expected = [], {}, {}
    for flavour in FOLDERS:
        schema = schema_in(draft, flavour.name)
        steps = list(steps_of(flavour))
        schemas.append(schema)
        values[schema["$id"]] = [document_with(step) for _, step, _ in steps]
        expected[schema["$id"]] = [not found for _, _, found in steps]
    assert node.run("judge", {"schemas": schemas, "values": values}) == expected
    assert all(len(set(each)) == 2 for each in expected.values())


SHAPELESS = r"(?m)^export (?:interface \w+ |type \w+ = )\{\n  \[k: string\]: unknown;\n\}"


@each_dialect
def test_types_are_usable(node: Node, draft: str) -> None:
    schemas = {"document": schema_in(draft, "calling")}
    schemas["messaging-document"] = schema_in(draft, "messaging")
    for name, text in node.run("types", schemas).items():
        assert not re.search(SHAPELESS, text)
        assert not re.search(r"(?m)^export (?:type|interface) \w+\d", text)  # one more of a name
        (node.folder / f"{name}.ts").write_text(text)
    wrong = (SCRIPTS / "wrong.ts").read_text().splitlines()
    lines = {number for number, line in enumerate(wrong, 1) if "; // wrong" in line}
    assert len(lines) > 5
    found = node.compiled("right.ts", "messaging.ts", "wrong.ts")
    assert found == {"right.ts": set(), "messaging.ts": set(), "wrong.ts": lines}


def test_types_of_every_schema_have_shapes(node: Node) -> None:
    schemas = {each["$id"]: each for each in all_schemas()}
    for name, text in node.run("types", schemas).items():
        assert f"export interface {schemas[name]['title']} " in text or (
            f"export type {schemas[name]['title']} = " in text
        )
        # A plan refers by name to objects that may hold anything.
        assert name == "urn:swaigctl:plan" or not re.search(SHAPELESS, text), name
        assert not re.search(r"\bnever\b(\[\])?;", text), name


def quicktype(node: Node, language: str, output: str) -> str:
    (node.folder / "document.json").write_text(json.dumps(SCHEMAS["calling"]))
    script = "node_modules/quicktype/dist/index.js"
    of_what = ["--src-lang", "schema", "document.json", "--top-level", "SwmlDocument"]
    just_types = ["--just-types"] if language == "typescript" else []
    done = node.done(["node", script, *of_what, "--lang", language, *just_types, "--out", output])
    assert done.returncode == 0, done.stderr
    return (node.folder / output).read_text()


def test_quicktype_makes_usable_types(node: Node) -> None:
    text = quicktype(node, "typescript", "quick-document.ts")
    names = set(re.findall(r"(?m)^export interface (\w+)", text))
    assert names >= {"SwmlDocument", "Step", "Connect", "ConnectDestination", "PlayURL", "AIPrompt"}
    assert len(names) < 160
    assert node.compiled("quick.ts") == {"quick.ts": set()}


@pytest.mark.parametrize(
    ("language", "words"),
    [("go", "type Connect struct"), ("python", "class Connect:"), ("rust", "pub struct Connect ")],
)
def test_quicktype_in_other_languages(node: Node, language: str, words: str) -> None:
    text = quicktype(node, language, f"quick.{language}")
    assert f"\n{words}" in text


# Where the engine says something else, and why that is no loss.
ELSEWHERE = {
    ("ai/no-prompt", "promt"): "a misspelt name that is ignored may hold anything",
    ("ai_sidecar/wrong", "idle_timeout"): "the same",
    ("connect/two-ways", "parallel"): "of two names that exclude each other, it marks the first",
    ("play/both-ways", "urls"): "the same",
    ("switch/two-verbs-and-an-unknown-one", "plya"): "nobody knows what an unknown verb takes",
}


@each_dialect
@pytest.mark.parametrize("flavour", FOLDERS, ids=lambda flavour: flavour.name)
def test_editors_mark_what_is_wrong(node: Node, flavour: Flavour, draft: str) -> None:
    """A union's branch is the one that was meant, or else the wrong place would be marked."""
    steps = list(steps_of(flavour))
    texts = [json.dumps(document_with(step), indent=2) for _, step, _ in steps]
    begun = '{"sections": {"main": [{""}]}}'
    offer = {"text": begun, "offset": begun.index('""') + 1}
    given = {"schema": schema_in(draft, flavour.name), "texts": texts, "offer": offer}
    answer = node.run("edit", given)
    assert set(answer["offered"]) == set(flavour.names())
    missed = []
    for (name, _, found), text, marked in zip(steps, texts, answer["marked"], strict=True):
        if not found:
            legacy = ("Value is deprecated", "Incorrect type. Expected ")
            assert all(message.startswith(legacy) for _, _, message in marked), (name, marked)
        for finding in found:
            if not any((name, step) in ELSEWHERE for step in finding.path):
                places = set(places_of(finding, text))
                if not any((line, column) in places for line, column, _ in marked):
                    missed.append((name, finding.path, finding.message, marked))
    assert missed == []


def places_of(finding: Finding, text: str) -> Iterator[tuple[int, int]]:
    """Where an editor may mark a finding: the name, the value, a member, or what lacks a member."""
    path = ("sections", "main", 0, *finding.path)
    lacks_member = finding.code == "required" or finding.about_key  # it stands for that member
    outer = path[:-1] if lacks_member else path
    for each, key, value in json_places(text).table():
        if each in (path, outer) or each[:-1] == path:
            yield value
            if key is not None:
                yield key


def test_every_exception_is_one() -> None:
    """What stands in the lists above is still wrong."""
    known = {
        (name, step)
        for flavour in FOLDERS
        for name, _, found in steps_of(flavour)
        for finding in found
        for step in finding.path
    }
    assert set(ELSEWHERE) <= known
