"""Every verb has pairs: a step in `verbs/VERB/NAME.json`, and what is found in it beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from swaigctl.catalog.verbs import CALLING
from swaigctl.findings.messages import path_text
from swaigctl.model.kinds import EVERY
from swaigctl.model.steps import Document, Step
from swaigctl.model.walk import findings, read, visits, written

FOLDER = Path(__file__).parent / "verbs"
PAIRS = sorted(FOLDER.glob("*/*.json"))
NESTED = ("connect", "play", "switch")

each_pair = pytest.mark.parametrize(
    "path", PAIRS, ids=[f"{each.parent.name}/{each.stem}" for each in PAIRS]
)


def step_in(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@each_pair
def test_what_is_found(path: Path) -> None:
    found = "".join(
        f"{path_text(each.path)}: {each.message} [{each.code}]\n"
        for each in findings(Step(CALLING), step_in(path))
    )
    assert found == path.with_suffix(".findings").read_text(encoding="utf-8")


@each_pair
def test_what_is_read_is_written_the_same(path: Path) -> None:
    step = step_in(path)
    assert json.dumps(written(Step(CALLING), read(Step(CALLING), step))) == json.dumps(step)


@each_pair
def test_same_findings_inside_a_document(path: Path) -> None:
    step = step_in(path)
    document = {"version": "1.0.0", "sections": {"main": [step]}}
    inside = [each.within("sections", "main", 0) for each in findings(Step(CALLING), step)]
    assert list(findings(Document(CALLING), document)) == inside


@pytest.mark.parametrize("verb", NESTED)
def test_verbs_have_right_and_wrong_examples(verb: str) -> None:
    texts = [path.read_text() for path in (FOLDER / verb).glob("*.findings")]
    assert any(texts)
    assert not all(texts)


@pytest.mark.parametrize("verb", CALLING.names())
def test_verb_is_described(verb: str) -> None:
    described = CALLING.named(verb)
    assert described.name == verb
    assert described.summary.endswith(".")
    assert len(described.summary) < 80
    for _, kind, _ in visits(described.kind, EVERY):
        for field in kind.fields:
            assert field.help.endswith("."), field.name
