"""Which combinations are written, and what the files are called."""

import json
import os
import re
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path

import pytest
from conftest import run_here
from hypothesis import given, settings
from hypothesis import strategies as st

from swaigctl.catalog.program.plans import FILE_NAME
from swaigctl.fixtures.names import Template, safe, text_of, too_long
from swaigctl.fixtures.strategies import fewest, pairs, rows

SIZES = st.lists(st.integers(1, 5), max_size=5)


def covered(found: list[tuple[int, ...]], together: int) -> set[tuple[tuple[int, int], ...]]:
    return {each for row in found for each in combinations(enumerate(row), together)}


@given(SIZES)
def test_each_holds_every_value(sizes: list[int]) -> None:
    found = list(rows("each", sizes))
    assert len(found) == fewest("each", sizes) == max(sizes, default=1)
    assert covered(found, 1) == covered(list(product(*map(range, sizes))), 1)


@given(SIZES)
@settings(deadline=None)
def test_pairwise_holds_every_pair_of_values(sizes: list[int]) -> None:
    found = list(rows("pairwise", sizes))
    assert fewest("pairwise", sizes) <= len(found) <= fewest("all", sizes)
    every = list(product(*map(range, sizes)))
    for together in (1, 2):
        assert covered(found, together) == covered(every, together)
    assert pairs(sizes) == len(covered(every, 2))
    assert found == sorted(set(found))


@given(SIZES)
def test_all_holds_everything_in_order(sizes: list[int]) -> None:
    found = list(rows("all", sizes))
    assert found == sorted(found) == list(product(*map(range, sizes)))
    assert len(found) == fewest("all", sizes)


GOLDEN = [
    *[(0, 0, 1, 1), (0, 0, 2, 0), (0, 1, 0, 0), (1, 0, 0, 1), (1, 0, 2, 0), (1, 1, 1, 0)],
    *[(2, 0, 0, 0), (2, 0, 1, 0), (2, 1, 2, 1), (3, 0, 0, 0), (3, 0, 2, 0), (3, 1, 1, 1)],
]
"""Other rows would be as good, but the same plan must make the same files everywhere."""


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_pairwise_is_the_same_everywhere(seed: str) -> None:
    code = (
        "import json; from swaigctl.fixtures.strategies import rows; "
        "print(json.dumps(list(rows('pairwise', [4, 2, 3, 2]))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        timeout=60,
    )
    assert [tuple(row) for row in json.loads(done.stdout)] == GOLDEN


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Zürich", "Zurich"),
        ("ﬁ²", "fi2"),
        ("a/b\\c:d", "a-b-c-d"),
        ("../../etc", "-..-etc"),
        ("...", "_"),
        ("", "_"),
        ("日本", "-"),
        (" a ", "-a-"),
        ("a\n\tb", "a-b"),
        ("+1555@x.y,z=1", "+1555@x.y,z=1"),
        ("x" * 59 + ".yz", "x" * 59),
        ("%s{x}", "-s-x-"),
        (True, "true"),
        (None, "unset"),
        (1.5, "1.5"),
        ({"a": ["b"]}, "-a-b-"),
    ],
)
def test_values_become_safe(value: object, expected: str) -> None:
    assert safe(text_of(value)) == expected


@pytest.mark.parametrize(
    ("template", "texts", "expected"),
    [
        ("a", (), "a.json"),
        ("a.json", (), "a.json"),
        ("a.JSON", (), "a.JSON"),
        ("a.b", (), "a.b.json"),
        ("{x}/{y}-100%", ("-b", "c"), "_-b/c-100%.json"),
        ("{x}", ("CON",), "_CON.json"),
        ("{x}", ("nul.tar",), "_nul.tar.json"),
        ("com1/x", (), "_com1/x.json"),
        ("lpt9 .x", (), "_lpt9 .x.json"),
        ("console/computer", (), "console/computer.json"),
        ("{x}{y}", ("co", "n"), "_con.json"),
    ],
)
def test_templates(template: str, texts: tuple[str, ...], expected: str) -> None:
    assert Template(template, (".json",)).filled(texts) == expected


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=3,
)
PIECES = st.text("ab./ -_{x}", max_size=12)
PART = re.compile(r"(?!\.)(?!-)[A-Za-z0-9._+=@, -]+(?<![. ])")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@given(PIECES, VALUES)
def test_names_stay_inside_whatever_the_values_hold(template: str, value: object) -> None:
    if list(FILE_NAME.faults(template)):
        return
    filled = Template(template, (".json",))
    name = filled.filled(tuple(safe(text_of(value)) for _ in filled.names))
    for part in name.split("/"):
        assert PART.fullmatch(part), name
        assert not DEVICE.fullmatch(part), name
    assert os.path.normpath(f"/x/{name}") == f"/x/{name}"


def test_names_that_are_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not too_long("x" * 150 + "/" + "y" * 150)
    assert too_long("x/" + "y" * 151)
    monkeypatch.chdir(tmp_path)
    fixture = {"action": "say", "file": "{text}" * 3, "matrix": {"text": ["x" * 60]}}
    Path("fixtures.json").write_text(json.dumps({"fixtures": [fixture]}))
    outcome = run_here(["fixtures", "build"])
    assert "fixtures.json:1: fixtures[0].file: 'xxx" in outcome.err
    assert "has a part of more than 150 characters." in outcome.err


def test_numbers_are_as_wide_as_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    fixture = {"action": "say", "file": "{number}", "matrix": {"text": list("abcdefghijkl")}}
    Path("fixtures.json").write_text(json.dumps({"fixtures": [fixture]}))
    names = run_here(["fixtures", "list"]).out.decode().split()
    assert (names[0], names[-1]) == ("fixtures/01.json", "fixtures/12.json")
