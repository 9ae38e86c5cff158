"""What CONTRIBUTING.md names is there."""

import re

import pytest
from conftest import HERE, ROOT

pytestmark = pytest.mark.once

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROMISES = TEXT.partition("## What is not promised to us")[2]


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`(test_\w+\.py(?:::\w+)?)`", TEXT))))
def test_named_test_is_there(named: str) -> None:
    module, _, name = named.partition("::")
    text = (HERE / module).read_text(encoding="utf-8")
    assert not name or f"\ndef {name}(" in text


def test_every_promise_has_its_place_and_its_test() -> None:
    rows = [line.split(" | ") for line in PROMISES.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    for _, where, tests in rows:
        for path in re.findall(r"`(.*?)`", where):
            assert (ROOT / "swaigctl" / path).is_file(), path
        assert "`test_" in tests
