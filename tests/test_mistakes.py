"""Mistakes that people make: the arguments in `NAME.args`, the answer in `NAME.stderr`."""

import shlex
from pathlib import Path

import pytest
from conftest import HERE, run_program

MISTAKES = sorted((HERE / "mistakes").glob("*.args"))


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_mistake_gets_an_answer(path: Path) -> None:
    outcome = run_program(shlex.split(path.read_text(encoding="utf-8")))
    assert outcome.err == path.with_suffix(".stderr").read_text(encoding="utf-8")
    assert outcome.out == b""
    assert outcome.status == 2


def test_bytes_that_are_not_utf8() -> None:
    outcome = run_program([b"join-conference", b"--name", b"caf\xe9"])
    assert outcome.err.startswith(r"Error: --name: must be valid UTF-8 text: 'caf\xe9' is not.")
    assert (outcome.out, outcome.status) == (b"", 2)


def test_json_that_does_not_parse_says_where() -> None:
    outcome = run_program(["join-conference", "--name", "x", "--result", '{\n "a": 1,}'])
    # What is said about it changes with Python's version; the place does not.
    assert outcome.err.startswith("Error: --result: not valid JSON: ")
    assert "(line 2, column " in outcome.err
    assert (outcome.out, outcome.status) == (b"", 2)


def test_json_that_nests_too_deep() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    outcome = run_program(["join-conference", "--name", "x", "--result", "-"], stdin=deep.encode())
    assert "it nests deeper than 200 levels (column 202)." in outcome.err
    assert (outcome.out, outcome.status) == (b"", 2)


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("p.json", b'{"name": "x",', "'p.json': not valid JSON: "),
        ("p.json", b"name: x", "'p.json': not valid JSON: "),
        ("p.json", b'{"name": "\xff"}', "'p.json' is not UTF-8 at byte 10."),
        ("p.json", b"", "'p.json': not valid JSON: it is empty"),
        ("p.yaml", b"name: x\nname: y\n", "'p.yaml': the name 'name' stands twice in one"),
        ("p.yaml", b"name: [x\n", "'p.yaml': not valid YAML: "),
        ("p.yaml", b"name: !!python/object:os.system x", "not valid YAML: the tag '!!python/"),
        ("p.yaml", b"name: x\n---\nname: y\n", "'p.yaml': not valid YAML: "),
        (
            "p.yaml",
            b"? [a]\n: b\n",
            "an object or a list stands where a name must: if it is text, it needs quotes (line",
        ),
        ("p.yml", b"- x\n", "must be an object, not a list."),
        ("p.yaml", b"1: x\n", "the name 1 is not text: write it in quotes (line 1, column 1)."),
        (
            "p.yaml",
            b"name: x\nresult: {a: .nan}\n",
            "--params.result.a: nan is not a JSON number.",
        ),
        (
            "p.yaml",
            b"name: x\nresult: &r [*r]\n",
            "the alias 'r' stands inside of what it names (line 2",
        ),
        ("p", b"name: [", "'p': not valid YAML: "),
        ("p", b'{"name": "x",}', "'p': not valid JSON: "),
    ],
)
def test_file_that_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, answer: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content)
    outcome = run_program(["join-conference", "--params", f"@{name}"])
    assert answer in outcome.err
    assert outcome.err.startswith("Error: --params")
    assert (outcome.out, outcome.status) == (b"", 2)


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    outcome = run_program(["join-conference", "--params", f"@{tmp_path}"])
    assert "can't be read: Is a directory." in outcome.err
    assert (outcome.out, outcome.status) == (b"", 2)
