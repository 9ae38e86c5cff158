"""Every verb has pairs: a step in `verbs/VERB/NAME.json`, and what is found in it beside it.

Those of verbs for messages are in `verbs/messaging/VERB/`, whole documents in `documents/FLAVOUR/`.
"""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import right_values, steps_with

from swaigctl.catalog import verbs as families
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.findings import Finding
from swaigctl.findings.messages import path_text
from swaigctl.generate.__main__ import entries_of
from swaigctl.model.entries import Verb
from swaigctl.model.forms import Formatted
from swaigctl.model.kinds import EVERY, Kind
from swaigctl.model.shapes import Field, MapOf, Object
from swaigctl.model.steps import Document, Step
from swaigctl.model.walk import findings, read, visits, written

pytestmark = pytest.mark.once

Place = tuple[str | int, ...]

FOLDER = Path(__file__).parent / "verbs"
FOLDERS = {CALLING: FOLDER, MESSAGING: FOLDER / "messaging"}
FLAVOURS = {flavour.name: flavour for flavour in FOLDERS}

each_pair = pytest.mark.parametrize(
    ("flavour", "path"),
    [
        pytest.param(flavour, path, id=str(path.relative_to(FOLDER).with_suffix("")))
        for flavour, folder in FOLDERS.items()
        for path in sorted(folder.glob("*/*.json"))
    ],
)
each_verb = pytest.mark.parametrize(
    ("flavour", "verb"),
    [
        pytest.param(flavour, verb, id=f"{flavour.name}: {verb}")
        for flavour in FOLDERS
        for verb in flavour.names()
    ],
)
each_flavour = pytest.mark.parametrize("flavour", FOLDERS, ids=lambda flavour: flavour.name)


each_document = pytest.mark.parametrize(
    ("flavour", "path"),
    [
        pytest.param(flavour, path, id=f"{flavour.name}: {path.stem}")
        for flavour in FOLDERS
        for path in sorted((FOLDER.parent / "documents" / flavour.name).glob("*.json"))
    ],
)


def step_in(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def told(kind: Kind, value: Any) -> str:
    """What is found in a value, as it stands beside it."""
    return "".join(
        f"{path_text(each.path)}: {each.message} [{each.code}]\n" for each in findings(kind, value)
    )


@each_pair
def test_what_is_found(flavour: Flavour, path: Path) -> None:
    assert told(Step(flavour), step_in(path)) == findings_of(path)


@each_document
def test_what_is_found_in_a_document(flavour: Flavour, path: Path) -> None:
    document = step_in(path)
    assert told(Document(flavour), document) == findings_of(path)
    wired = written(Document(flavour), read(Document(flavour), document))
    assert json.dumps(wired) == json.dumps(document)


@each_pair
def test_what_is_read_is_written_the_same(flavour: Flavour, path: Path) -> None:
    step = step_in(path)
    assert json.dumps(written(Step(flavour), read(Step(flavour), step))) == json.dumps(step)


@each_pair
def test_same_findings_inside_a_document(flavour: Flavour, path: Path) -> None:
    step = step_in(path)
    document = {"version": "1.0.0", "sections": {"main": [step]}}
    inside = [each.within("sections", "main", 0) for each in findings(Step(flavour), step)]
    assert list(findings(Document(flavour), document)) == inside


def steps_of(flavour: Flavour, verb: str) -> dict[Path, Any]:
    return {path: step_in(path) for path in (FOLDERS[flavour] / verb).glob("*.json")}


def findings_of(path: Path) -> str:
    return path.with_suffix(".findings").read_text(encoding="utf-8")


@each_verb
def test_verb_has_right_and_wrong_examples(flavour: Flavour, verb: str) -> None:
    steps = steps_of(flavour, verb)
    assert all(verb in step for step in steps.values())
    texts = [findings_of(path) for path in steps]
    assert any(texts)
    assert not all(texts)


def test_every_example_is_of_a_verb() -> None:
    for flavour, folder in FOLDERS.items():
        paths = list(folder.glob("*/*.findings"))
        assert {path.parent.name for path in paths} <= set(flavour.names())
        assert all(path.with_suffix(".json").exists() for path in paths)


@each_verb
def test_every_parameter_is_in_a_right_example(flavour: Flavour, verb: str) -> None:
    described = flavour.named(verb)
    missing = {name for name, field in described.fields.items() if not field.deprecated}
    for path, step in steps_of(flavour, verb).items():
        if isinstance(step[verb], dict) and not findings_of(path):
            missing -= set(step[verb])
    assert described.value is not None or missing == set()


@each_verb
def test_every_rule_finds_something_in_an_example(flavour: Flavour, verb: str) -> None:
    rules = {
        rule.code
        for _, kind, _ in visits(flavour.named(verb).kind, EVERY)
        if isinstance(kind, Object)
        for rule in kind.rules
    }
    paths = FOLDERS[flavour].glob("*/*.json")
    found = {each.code for path in paths for each in findings(Step(flavour), step_in(path))}
    assert rules <= found


@each_verb
def test_verb_is_described(flavour: Flavour, verb: str) -> None:
    described = flavour.named(verb)
    assert (described.name, described.flavour) == (verb, flavour.name)
    assert described.summary.endswith(".")
    assert len(described.summary) < 80
    assert not described.description or described.description.endswith(".")
    for field in described_fields(described):
        assert field.help.endswith("."), field.name


@each_verb
def test_defaults_are_right_values(flavour: Flavour, verb: str) -> None:
    for field in described_fields(flavour.named(verb)):
        if field.default is not None:
            assert list(findings(field.kind, field.default)) == [], field.name


@each_verb
def test_fields_of_a_verb_have_headings(flavour: Flavour, verb: str) -> None:
    for field in flavour.named(verb).fields.values():
        assert field.group, field.name
        assert len(field.group.split()) <= 4


def described_fields(verb: Verb) -> list[Field]:
    """What the verb is described with, at every level but the steps inside."""
    own = [verb.value] if verb.value is not None else []
    return own + [each for _, kind, _ in visits(verb.kind, EVERY) for each in kind.fields]


def test_every_verb_is_found_by_its_name_and_flavour() -> None:
    """No verb hides another one of its name, in a family or in the index."""
    described = [verb for some in entries_of(families, Verb).values() for verb in some]
    assert all(FLAVOURS[verb.flavour].named(verb.name) is verb for verb in described)
    assert len(described) == sum(len(each.names()) for each in FOLDERS)


def test_verbs_of_one_name_differ() -> None:
    both = set(CALLING.names()) & set(MESSAGING.names())
    assert both
    assert not any(CALLING.named(name) is MESSAGING.named(name) for name in both)
    step = {"transfer": {"dest": "https://example.com/", "method": "GET"}}
    assert [each.code for each in findings(Step(CALLING), step)] == ["unknown-name"]
    assert not list(findings(Step(MESSAGING), step))


@pytest.mark.parametrize(
    ("flavour", "step", "message"),
    [
        (CALLING, {"reply": 7}, "'reply' is not a verb here: it is one for messages."),
        (MESSAGING, {"play": {"url": 7}}, "'play' is not a verb here: it is one for calls."),
    ],
)
def test_verbs_of_the_other_flavour_are_told_apart(
    flavour: Flavour, step: Any, message: str
) -> None:
    (finding,) = findings(Step(flavour), step)
    assert (finding.code, finding.message) == ("unknown-verb", message)


@pytest.mark.parametrize(
    ("flavour", "document", "severities"),
    [
        (CALLING, {"sections": {"main": ["answer"]}}, ["warning"]),
        (CALLING, {"sections": {"main": ["stop_stream"]}}, ["error"]),
        (MESSAGING, {"sections": {"main": ["return"]}}, ["error"]),
        (CALLING, {"sections": {"main": {"answer": {}}}}, ["warning"]),
        (CALLING, {"sections": {"main": "answer"}}, ["warning"]),
        (CALLING, {"sections": {"main": {"answer": {}, "hangup": {}}}}, ["error"]),
        (CALLING, {"sections": {"main": {"code": [{"answer": {}}]}}}, ["warning"]),
        (MESSAGING, {"sections": {"main": {"reply": "Hi"}}}, ["error"]),
        (MESSAGING, {"reply": "Hi"}, ["warning"]),
        (MESSAGING, {}, ["warning"]),
        (MESSAGING, {"version": "1.0.0"}, ["error"]),
        (CALLING, {}, ["error"]),
    ],
)
def test_legacy_forms_are_warnings(flavour: Flavour, document: Any, severities: list[str]) -> None:
    assert [each.severity for each in findings(Document(flavour), document)] == severities


def text_of(*steps: Any) -> str:
    return json.dumps({"sections": {"main": list(steps)}})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("main", []),
        ("https://example.com/{id}", []),
        ("${vars.document}", []),
        (text_of({"answer": {}}), []),
        (text_of("answer"), [("legacy-form", "warning")]),
        (text_of({"play": {"url": "x"}}), [("pattern", "error")]),
        ("sections:\n  main: []", [("not-documented", "warning")]),
        (
            "# later\nsections: {main: [{hangup: 7}]}",
            [("not-documented", "warning"), ("type", "error")],
        ),
        ("no sections: of a document", []),
        ("{}", [("required", "error")]),
        ("{", [("json", "error")]),
        ("{${vars.members}}", []),
        ("sections:\n\t", [("yaml", "error")]),
    ],
)
def test_documents_in_text(text: str, found: Any) -> None:
    for verb, field in (("execute", "dest"), ("transfer", "dest")):
        step = {verb: {field: text}}
        assert [(each.code, each.severity) for each in findings(Step(CALLING), step)] == found
        assert {each.path for each in findings(Step(CALLING), step)} <= {(verb, field)}
        assert written(Step(CALLING), read(Step(CALLING), step)) == step


def test_documents_in_text_nest_only_so_deep() -> None:
    text = "sections:\n  main: []"
    for _ in range(60):
        lines = "".join(f"        {line}\n" for line in text.splitlines())
        text = f"sections:\n  main:\n  - transfer:\n      dest: |\n{lines}"
    *_, last = findings(Step(CALLING), {"transfer": {"dest": text}})
    assert last.path == ("transfer", "dest")
    assert last.message.endswith("nests deeper than 200 levels, or holds itself.")
    assert len(last.message) < 400


def test_numbers_and_choices_of_messages_take_no_variables() -> None:
    for verb in MESSAGING.names():
        for _, kind, _ in visits(MESSAGING.named(verb).kind, EVERY):
            assert not getattr(kind, "variable", False), verb


# What follows holds for every right value, so it is asked of many.

few_examples = settings(max_examples=12, deadline=None)


def errors(kind: Kind, value: Any) -> list[Finding]:
    return [each for each in findings(kind, value) if each.severity == "error"]


@each_verb
@few_examples
@given(data=st.data())
def test_right_values_have_no_errors(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    kind = Step(flavour)
    step = data.draw(steps_with(verb, kind, odd=False, depth=3))
    assert errors(kind, step) == []
    wired = written(kind, step)
    assert errors(kind, wired) == []
    assert json.dumps(written(kind, read(kind, wired))) == json.dumps(wired)


@each_flavour
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_right_documents_have_no_errors(flavour: Flavour, data: st.DataObject) -> None:
    kind = Document(flavour)
    document = data.draw(right_values(kind, odd=False))
    assert errors(kind, document) == []
    wired = written(kind, document)
    assert json.dumps(written(kind, read(kind, wired))) == json.dumps(wired)


def places(kind: Kind, value: Any, path: Place = ()) -> Iterator[tuple[Place, Kind, Any]]:
    """Every value inside, with its path and the kind that is described there."""
    yield path, kind, value
    chosen = kind.chosen(value)
    if not chosen.opaque:
        for step, inner, member in chosen.parts(value):
            yield from places(inner, member, (*path, step))


def replaced(value: Any, path: Place, other: Any) -> Any:
    """The value with another one at this path."""
    if not path:
        return other
    step, *rest = path
    value = copy.copy(value)
    value[step] = replaced(value[step], tuple(rest), other)
    return value


WRONG: tuple[Any, ...] = (None, True, 7, 0.5, "x", [], {})
"""One of each type."""


@each_verb
@few_examples
@given(data=st.data())
def test_wrong_type_is_found_in_its_place(flavour: Flavour, verb: str, data: st.DataObject) -> None:
    kind = Step(flavour)
    step = data.draw(steps_with(verb, kind, odd=False, depth=3))
    path, inner, _ = data.draw(st.sampled_from(list(places(kind, step))))
    wrong = [each for each in WRONG if not inner.takes(each)]
    if wrong:
        damaged = replaced(step, path, data.draw(st.sampled_from(wrong)))
        assert [each.path for each in errors(kind, damaged)] == [path]


@each_verb
@few_examples
@given(data=st.data())
def test_unknown_name_is_found_in_its_place(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    kind = Step(flavour)
    step = data.draw(steps_with(verb, kind, odd=False, depth=3))
    closed: list[tuple[Place, str, Any]] = [
        (path, inner.unknown, value)
        for path, inner, value in visits(kind, step)
        if isinstance(inner, Object) and not inner.open
    ]
    if closed:
        path, severity, value = data.draw(st.sampled_from(closed))
        damaged = replaced(step, path, {**value, "zzz": 1})
        codes = ("unknown-name", "unknown-action")  # an object of actions has theirs for names
        found = [each for each in findings(kind, damaged) if each.code in codes]
        found = [each for each in found if each.path[-1:] == ("zzz",)]
        assert [(each.path, each.severity) for each in found] == [((*path, "zzz"), severity)]
        assert errors(kind, damaged) == [each for each in found if each.severity == "error"]


@each_verb
@few_examples
@given(data=st.data())
def test_missing_name_is_found_in_its_place(
    flavour: Flavour, verb: str, data: st.DataObject
) -> None:
    kind = Step(flavour)
    step = data.draw(steps_with(verb, kind, odd=False, depth=3))
    needed: list[tuple[Place, str, Any]] = [
        (path, name, value)
        for path, inner, value in visits(kind, step)
        for name in names_needed(inner)
    ]
    if needed:
        path, name, value = data.draw(st.sampled_from(needed))
        damaged = replaced(step, path, {each: value[each] for each in value if each != name})
        found = errors(kind, damaged)
        assert {(each.code, each.path[:-1]) for each in found} == {("required", path)}


def names_needed(kind: Kind) -> list[str]:
    if isinstance(kind, MapOf):
        return list(kind.required)
    return [field.name for field in kind.fields if field.required]


def test_a_verb_without_parameters_has_a_named_value() -> None:
    named = {verb: list(CALLING.named(verb).fields) for verb in CALLING.names()}
    assert named["label"] == ["name"]
    assert named["return"] == ["value"]
    assert named["set"] == ["vars"]
    assert named["unset"] == ["names"]
    assert named["cond"] == ["branches"]
    assert named["sleep"] == ["duration"]
    assert list(MESSAGING.named("label").fields) == ["name"]
    assert list(MESSAGING.named("return").fields) == ["value"]


FORMATTED = {
    kind.name: kind
    for verb in CALLING.names()
    for _, kind, _ in visits(CALLING.named(verb).kind, EVERY)
    if isinstance(kind, Formatted)
}


@pytest.mark.parametrize("kind", FORMATTED.values(), ids=FORMATTED)
@settings(deadline=None)
@given(text=st.text(alphabet="amdfx,sayringlec:/htpu.,0159*#ABDWw +-${}%\n"))
@example("https://a")
@example("ring: 2.5: us")
@example("ring:us")
@example("ring:u")
@example("silence:.5")
@example("say: ")
@example("wss://a")
@example("WSS://")
@example("amd , fax")
@example("amd,")
@example("+15551234567")
@example("12.5")
@example("a${b}")
@example("%{b")
def test_pattern_of_a_form_says_the_same_as_its_check(kind: Formatted, text: str) -> None:
    text = text.rstrip("\n")  # Python's `$` would let one line end follow
    assert not text or bool(re.search(kind.pattern, text)) == bool(kind.is_right(text))
