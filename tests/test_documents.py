"""Steps and documents, written from checked values in each form."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import right_values

from swaigctl.build.documents import step
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.model.kinds import Kind
from swaigctl.model.shapes import Object
from swaigctl.model.steps import Step
from swaigctl.model.walk import findings, read, visits

pytestmark = pytest.mark.once

FORMS = ("auto", "full", "expanded")

each_verb = pytest.mark.parametrize(
    ("flavour", "verb"),
    [
        pytest.param(flavour, verb, id=f"{flavour.name}: {verb}")
        for flavour in (CALLING, MESSAGING)
        for verb in flavour.names()
    ],
)
few_examples = settings(max_examples=12, deadline=None)


def errors(kind: Kind, value: Any) -> list[str]:
    return [repr(each) for each in findings(kind, value) if each.is_error]


def right_value(data: st.DataObject, flavour: Flavour, verb: str) -> Any:
    return data.draw(right_values(flavour.value_of(verb), odd=False, depth=3))


@each_verb
@few_examples
@given(data=st.data())
def test_every_form_is_right(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    value = right_value(data, flavour, verb)
    for form in FORMS:
        assert errors(Step(flavour), step(flavour.named(verb), value, form)) == []


@each_verb
@few_examples
@given(data=st.data())
def test_nothing_is_written_that_is_legacy(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    written = step(flavour.named(verb), right_value(data, flavour, verb))
    bare = [each for each in findings(Step(flavour), written) if "bare value" in each.sentence]
    assert bare == []


@each_verb
@few_examples
@given(data=st.data())
def test_names_are_in_documented_order(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    value = right_value(data, flavour, verb)
    for form in FORMS:
        for _, kind, inner in visits(Step(flavour), step(flavour.named(verb), value, form)):
            if isinstance(kind, Object) and isinstance(inner, dict):
                described = [name for field in kind.fields for name in (field.name, *field.aliases)]
                known = [name for name in inner if name in described]
                assert known == sorted(known, key=described.index)
                assert list(inner)[: len(known)] == known


@each_verb
@few_examples
@given(data=st.data())
def test_written_once_more_is_the_same(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    described = flavour.named(verb)
    value = right_value(data, flavour, verb)
    for form in FORMS:
        written = step(described, value, form)
        assert json.dumps(step(described, written[verb], form)) == json.dumps(written)


@each_verb
@few_examples
@given(data=st.data())
def test_expanded_has_all_defaults_and_all_that_is_given(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    described = flavour.named(verb)
    value = right_value(data, flavour, verb)
    given = list(visits(Step(flavour), step(described, value, "full")))
    expanded = {
        path: inner for path, _, inner in visits(Step(flavour), step(described, value, "expanded"))
    }
    for path, kind, inner in given:
        if isinstance(kind, Object) and isinstance(inner, dict):
            assert set(inner) <= set(expanded[path])
            for field in kind.fields:
                if not {field.name, *field.aliases} & set(inner) and not field.deprecated:
                    default = expanded[path].get(field.name)
                    assert field.default == (default and read(field.kind, default))
        elif not isinstance(inner, (dict, list)):
            assert expanded[path] == inner
