"""Documents and plans that chance has damaged: an answer of ours, whatever they are.

`SWAIGCTL_FUZZ=60000 python -m pytest tests/test_fuzz.py` tries that many of each instead of the few
of every day; `SWAIGCTL_FUZZ_SEED` begins elsewhere.
"""

import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import HERE
from yaml import SafeLoader

from swaigctl.findings import Refused, SwaigctlError
from swaigctl.fixtures.expansion import expanded, texts
from swaigctl.fixtures.plans import read_plan
from swaigctl.fixtures.sources import Source
from swaigctl.formats import text_in, yaml
from swaigctl.formats.inputs import parsed_bytes
from swaigctl.model.shapes import ANY_JSON
from swaigctl.model.walk import findings

COUNT = int(os.environ.get("SWAIGCTL_FUZZ", "800"))
SEED = int(os.environ.get("SWAIGCTL_FUZZ_SEED", "1"))

PLANS = [
    path.read_bytes()
    for path in sorted((HERE / "plans").glob("*/*"))
    if path.suffix in (".yaml", ".json", ".toml") and "too-many" not in path.name
]
DOCUMENTS = [
    b'{"a": [1, -2.5e3, "x\\u00e9\\n", null, {"b": {}}], "c": true}',
    b"a: &a {b: 'c', <<: {d: 1}}\ne: [*a, !!str 1, \"\\x41\"]\nf: |\n  g\n? h\n: ~\n",
    b'[a.\'b c\']\nd = 7.0\ne = [1, {f = """\ng"""}]\n[[h]]\ni.j = 0x1F\n',
]
PIECES = [
    *(b"[", b"]", b"{", b"}", b":", b": ", b",", b'"', b"'", b"\\", b"\\u", b"\\UFFFFFFFF", b"#"),
    *(b"\0", b"\t", b"\n", b"\r", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\x7f"),
    *(b"&a ", b"*a", b"<<: ", b"- ", b"? ", b"--- ", b"...\n", b"%YAML 9.9\n---\n", b"|\n", b"!!"),
    *(b"!!set ", b"!!omap ", b"!!binary ", b"!!timestamp ", b"!!bool ", b"!!int ", b"!x ", b"!<"),
    *(b"NaN", b"-Infinity", b"1e999", b".nan", b"0x" + b"f" * 4000, b"7" * 4400, b"\\ud800", b"="),
    *(b"[" * 300, b"{a: " * 300, b"a." * 300, b'"""', b"'''", b"[[", b"]]", b"null", b"*", b"."),
    *(b"\\u0000", b"1979-05-27"),
]


VALUES = [
    *(b"0x" + b"f" * 4000, b"7" * 4400, b"-" + b"7" * 4400, b"1e999", b"NaN", b".nan", b"-.inf"),
    *(b'"\\UFFFFFFFF"', b'"\\ud800"', b'"\\u0000"', b'"a\\u2028"', b"''", b"1979-05-27", b"null"),
    *(b"[" * 3000, b'{"a":' * 3000, b"[" * 150 + b"]" * 150, b"!!set {a}", b"!!omap [a: 1]"),
    *(b"!!binary aGk=", b"!!timestamp x", b"!!bool maybe", b"!!int x", b"*a", b"&a [*a]", b"<<"),
    *(
        b"? [a]",
        b"{}",
        b"[]",
        b"true",
        b"1",
        b"-1.5",
        b"[null]",
        b'{"a": 1, "a": 2}',
        b'"*"',
        b"[1, 1]",
    ),
]
"""What takes the place of a whole name, number or text."""

WORD = re.compile(rb"\"[^\"\n]*\"|'[^'\n]*'|[\w.+-]+")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The same with a few pieces put in, taken out, repeated, moved or replaced."""
    for _ in range(chance.randint(1, 4)):
        words = list(WORD.finditer(data))
        if words and chance.random() < 0.5:
            start, end = chance.choice(words).span()
            other = chance.choice(words)[0]
            piece = chance.choice((chance.choice(VALUES), chance.choice(VALUES), other))
        else:
            start = chance.randint(0, len(data))
            end = min(len(data), start + chance.choice((0, 0, 1, 1, 2, 5, 20)))
            part = data[start:end]
            moved = chance.choice(PLANS + DOCUMENTS)[start:end]
            byte = bytes([chance.randrange(256)])
            piece = chance.choice((b"", chance.choice(PIECES), byte, part * 2, part[::-1], moved))
        data = data[:start] + piece + data[end:]
    return data


def inputs(
    corpus: "list[bytes]", name: str, count: int = COUNT
) -> "Iterator[tuple[bytes, random.Random]]":
    for number in range(count):
        chance = random.Random(f"{SEED} {name} {number}")
        yield damaged(chance.choice(corpus), chance), chance


def refused(task: "Callable[[], object]", data: bytes) -> bool:
    """Whether one of our errors is the answer; any other is a defect."""
    lines = []
    try:
        task()
    except SwaigctlError as error:
        lines = [error.finding.line()]
    except Refused as refusal:
        lines = [each.line() for each in refusal.findings]
    except BaseException:
        print(f"With {data!r}:")
        raise
    assert all(line and "\n" not in line for line in lines)
    return bool(lines)


def read_damaged(ending: str, count: int) -> None:
    """Read damaged documents of a kind, and write them again."""

    def read() -> None:
        value = read_toml(data) if ending == "toml" else parsed_bytes(data, f"x.{ending}")
        for finding in findings(ANY_JSON, value):
            raise SwaigctlError(finding)
        for language in ("json", "yaml"):
            text_in(language, value).encode()

    answers = set()
    for data, _ in inputs(DOCUMENTS, ending, count):
        answers.add(refused(read, data))
    assert answers == {True, False}


@pytest.mark.parametrize("ending", ["json", "yaml", "toml", ""])
def test_damaged_documents(ending: str) -> None:
    read_damaged(ending, COUNT)


def test_damaged_documents_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "LOADER", SafeLoader)
    read_damaged("yaml", COUNT // 4)


def read_toml(data: bytes) -> object:
    from swaigctl.formats.documents import Document

    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    document = Document("TOML", text)
    assert list(document.places.table())
    return document.value


def test_damaged_plans(tmp_path: Path) -> None:
    """What `swaigctl fixtures list` does with them."""

    def listed() -> None:
        plan = read_plan(Source(str(path)))
        texts(plan, expanded(plan))

    answers = set()
    for data, chance in inputs(PLANS, "plan"):
        path = tmp_path / f"p.{chance.choice(('json', 'yaml', 'toml', 'yaml'))}"
        path.write_bytes(data)
        answers.add(refused(listed, data))
    assert True in answers
