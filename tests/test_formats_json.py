"""JSON and YAML: what is written can be read, by every reader, as what it was."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from yaml import safe_load

from swaigctl.findings import SwaigctlError
from swaigctl.formats.inputs import parsed
from swaigctl.formats.json import compact_json, pretty_json
from swaigctl.formats.yaml_writer import yaml_text

NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
# Text that some YAML reader takes for something else.
TREACHEROUS = st.from_regex(
    r"\A([-+]?[0-9_]*\.?[0-9_]*([eE][-+]?[0-9]+)?|0[ob]?[0-7_]+|0x[0-9a-f]+|[0-9]+(:[0-9]{2})+"
    r"|yes|No|ON|off|y|n|true|Null|~||\.inf|\.NaN|=|<<|2026-11-22([ T]10:00:00Z?)?"
    r"|[-?:#&*!|>%@`]? ?a?)\Z"
)


@given(DOCUMENTS)
def test_json_is_the_standard_librarys(document: Any) -> None:
    assert pretty_json(document) == json.dumps(document, indent=2, ensure_ascii=False)
    assert compact_json(document) == json.dumps(document, separators=(",", ":"), ensure_ascii=False)


@given(DOCUMENTS)
def test_json_comes_back(document: Any) -> None:
    assert parsed(pretty_json(document)) == document


@given(
    st.dictionaries(
        TREACHEROUS, TREACHEROUS | st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]))
    )
)
def test_yaml_text_stays_text_in_every_reader(document: dict[str, str]) -> None:
    text = yaml_text(document)
    assert safe_load(text) == document, "YAML 1.1"
    assert YAML(typ="safe", pure=True).load(text) == document, "YAML 1.2"


def test_yaml_writes_shared_values_twice() -> None:
    shared = {"a": [1]}
    assert yaml_text([shared, shared]) == "- a:\n  - 1\n- a:\n  - 1\n"


@pytest.mark.parametrize(
    "text", ["{}x", "[1,]", '{"a":1,}', "NaN", "-Infinity", "'a'", "01", "", "// c\n1"]
)
def test_json_is_read_strictly(text: str) -> None:
    with pytest.raises(SwaigctlError) as raised:
        parsed(text)
    assert raised.value.finding.code == "json"
