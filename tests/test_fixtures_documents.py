"""Plans with SWML documents, and matrices that lead inside values by path."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import HERE, run_here
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import NEARLY_RIGHT, right_values
from test_fixtures_plans import SCHEMA, PlanSource

from swaigctl.build.requests import answer_to
from swaigctl.catalog import action_named
from swaigctl.catalog.program.plans import FILE_NAME, MATRIX
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.findings import Finding, Refused
from swaigctl.findings.messages import path_text
from swaigctl.fixtures.expansion import expanded, texts
from swaigctl.fixtures.paths import path_in
from swaigctl.fixtures.plans import read_plan
from swaigctl.model.kinds import Choice
from swaigctl.model.steps import Document
from swaigctl.model.walk import findings, ordered, visits

PLAY = {"play": {"url": "say:Hi"}}


def document(**sections: object) -> dict[str, Any]:
    return {"version": "1.0.0", "sections": sections}


def made(*fixtures: dict[str, Any]) -> dict[str, Any]:
    """What the files of a plan hold.

    Raises:
        Refused: something is wrong with it.
    """
    plan = read_plan(PlanSource({"fixtures": list(fixtures)}))
    contents, _ = texts(plan, expanded(plan))
    return {name: value_in(name, text) for name, text in contents.items()}


def value_in(name: str, text: bytes) -> Any:
    return json.loads(text) if name.endswith(".json") else yaml.safe_load(text)


def errors(*fixtures: dict[str, Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        made(*fixtures)
    return [each.line().removeprefix("plan.json:1: ") for each in refused.value.findings]


EXPANDED_PLAY = {
    "url": "say:Hi",
    "auto_answer": True,
    "volume": 6,
    "say_voice": "Polly.Salli",
    "say_language": "en-US",
    "say_gender": "female",
}
CONNECTED: dict[str, Any] = {"case": {"connected": [{"hangup": {}}]}}
WHAT_IS_MADE: dict[str, Any] = {
    "swml.json": document(main=[PLAY]),
    "volume/0-say-Hi-auto.json": document(
        main=[{"play": {"url": "say:Hi", "volume": 0}}, {"connect": {"to": "+15551234567"}}]
    ),
    "volume/unset-say-Hi-auto.json": document(main=[PLAY, {"connect": {"to": "+15551234567"}}]),
    "swml-say-a--hangup--true-speak.json": document(
        main=[
            {
                "switch": {
                    "variable": "x",
                    "case": {"two words": [{"play": {"url": "say:a"}}], "other": [{"hangup": {}}]},
                }
            }
        ],
        later=[{"record": {"stereo": True, "direction": "speak"}}],
    ),
    "swml-say-b-unset-false-listen.json": document(
        main=[{"switch": {"variable": "x", "case": {"two words": [{"play": {"url": "say:b"}}]}}}],
        later=[{"record": {"stereo": False, "direction": "listen"}}],
    ),
    "steps/1.json": [{"sleep": 7}],
    "steps/2.json": [{"sleep": 8}],
    "steps/3.json": [{"denoise": {}}, {"sleep": 7}],
    "steps/4.json": [{"denoise": {}}, {"sleep": 8}],
    "message-messaging-document-Hi.yaml": document(main=[{"reply": {"body": "Hi"}}]),
    "message-messaging-step-Hi.yaml": {"reply": {"body": "Hi"}},
    "response/say-1-Bye.json": {
        "action": [
            {"say": "Bye"},
            {
                "SWML": document(main=[{"play": {"url": "say:1"}}, {"hangup": {"reason": "busy"}}]),
                "transfer": "true",
            },
        ]
    },
    "response/say-2-Bye.json": {
        "action": [
            {"say": "Bye"},
            {
                "SWML": document(main=[{"play": {"url": "say:2"}}, {"hangup": {}}]),
                "transfer": "true",
            },
        ]
    },
    "twice/say-1.json": {
        "response": "Bye.",
        "action": [
            {"SWML": document(main=[{"answer": {"codecs": "PCMU"}}])},
            {"SWML": document(main=[{"play": {"url": "say:1"}}])},
        ],
        "post_process": True,
    },
    "data/gold-unset-2.json": {
        "set_global_data": {"list": [2, {"x": 3}], "tier": "gold"},
    },
    "data/unset-2-2.json": {"set_global_data": {"of.old": 2, "list": [3, 2, {"x": 3}]}},
    "tier-silver.json": {"set_global_data": {"tier": "silver"}},
}


def test_what_the_plan_with_documents_makes() -> None:
    plan = yaml.safe_load((HERE / "plans/good/documents.yaml").read_text(encoding="utf-8"))
    source = PlanSource(plan)
    contents, cautions = texts(read_plan(source), expanded(read_plan(source)))
    held = {name: value_in(name, text) for name, text in contents.items()}
    full = held.pop("volume/6-say-Hi-expanded.json")
    assert held == WHAT_IS_MADE
    play, connect = full["sections"]["main"]
    assert play == {"play": EXPANDED_PLAY}
    assert CONNECTED["case"] == connect["connect"]["result"]["case"]
    assert connect["connect"]["timeout"] == 60
    assert [each.code for each in cautions] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("main", 0, "play", "url"), "main[0].play.url"),
        (("play", "url"), "play.url"),
        (("main", 0, "switch", "case", "two words", 0), "main[0].switch.case['two words'][0]"),
        (("main", 10), "main[10]"),
        (("odd section", 0, "set", "a.b"), "['odd section'][0].set['a.b']"),
        (("a", "1", "2-x", "_"), "a.1.2-x._"),
        (("a", "it's"), 'a["it\'s"]'),
        (("a", "é"), "a.é"),
        (("a", ""), "a['']"),
        (None, "a..b"),
        (None, "a["),
        (None, "a[x]"),
        (None, "a[-1]"),
        (None, "a b"),
        (None, "a['b'"),
        (None, "a."),
        (None, "a[1]b"),
        (None, "a[99999999999999999999]"),
    ],
)
def test_paths(path: "tuple[str | int, ...] | None", text: str) -> None:
    assert path_in(text) == path


PLAIN = st.characters(exclude_characters="'\\\"", exclude_categories=["C", "Z"])
STEPS = st.text(PLAIN, max_size=8) | st.integers(0, 999)


@settings(max_examples=200)
@given(st.lists(STEPS, min_size=1))
def test_paths_of_findings_are_read(path: list["str | int"]) -> None:
    """What an error names can be written into a matrix."""
    assume(isinstance(path[0], str))
    text = path_text(tuple(path))
    assume("…" not in text)
    assert path_in(text) == tuple(path)


def documents(flavour: Flavour) -> st.SearchStrategy[Any]:
    """Documents whose sections are lists of steps."""
    kind = Document(flavour)
    return right_values(kind, odd=False, depth=3).map(lambda whole: ordered(kind, whole))


@pytest.mark.parametrize("flavour", [CALLING, MESSAGING], ids=lambda each: each.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_a_matrix_puts_where_it_is_changes_nothing(
    flavour: Flavour, data: st.DataObject
) -> None:
    whole = data.draw(documents(flavour))
    sections = whole["sections"]
    answer, _ = answer_to({"swml": sections, "for": flavour.name}, {"form": "auto", "as": "action"})
    inside = [
        (path[1:], value)
        for path, _, value in visits(Document(flavour), whole)
        if len(path) > 1 and path[0] == "sections" and value is not None
    ]
    path, value = data.draw(st.sampled_from(inside))
    name = path_text(path)
    assume(path_in(name) == path)
    shapes = [sections, whole]
    if len(sections) == 1:
        shapes.append(sections["main"])
    for shape in shapes:
        fixture = {"swml": shape, "for": flavour.name, "matrix": {name: [value]}, "file": "x"}
        assert made(fixture) == {"x.json": json.loads(json.dumps(answer))}
        SCHEMA.validate({"fixtures": [fixture]})


@pytest.mark.parametrize("flavour", [CALLING, MESSAGING], ids=lambda each: each.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_null_leaves_out(flavour: Flavour, data: st.DataObject) -> None:
    """A member, or an item, is gone; where it must be there, that is told with its combination."""
    whole = data.draw(documents(flavour))
    sections = whole["sections"]
    inside = [
        path[1:] for path, _, _ in visits(Document(flavour), whole) if path[:1] == ("sections",)
    ]
    path = data.draw(st.sampled_from([each for each in inside if each]))
    name = path_text(path)
    assume(path_in(name) == path)
    left = json.loads(json.dumps(sections))
    container = left
    for step in path[:-1]:
        container = container[step]
    del container[path[-1]]
    fixture = {"swml": sections, "for": flavour.name, "matrix": {name: [None]}, "file": "x"}
    try:
        request = {"swml": left, "for": flavour.name}
        answer, _ = answer_to(request, {"form": "auto", "as": "action"})
    except Refused:
        with pytest.raises(Refused):
            made(fixture)
        return
    assert made(fixture) == {"x.json": json.loads(json.dumps(answer))}


def test_what_is_missing_may_come_from_the_matrix() -> None:
    values = {"main[0].connect.to": ["x"], "main[0].connect.result.case.busy": [[{"hangup": {}}]]}
    (held,) = made({"swml": [{"connect": {}}], "matrix": values}).values()
    result: dict[str, Any] = {"case": {"busy": [{"hangup": {}}]}}
    assert held == document(main=[{"connect": {"to": "x", "result": result}}])
    (error,) = errors({"swml": [{"play": {}}], "matrix": {"play.volume": [3]}})
    assert error == "fixtures[0].swml[0].play.url: is required, or 'urls' in its place."


def test_both_branches_of_a_union_in_turn() -> None:
    matrix = {"play.url": ["say:a", None], "play.urls": [None, ["say:b"]]}
    fixture = {
        "swml": [{"play": {"volume": 3}}],
        "matrix": matrix,
        "strategy": "each",
        "file": "{number}",
    }
    assert made(fixture) == {
        "1.json": document(main=[{"play": {"url": "say:a", "volume": 3}}]),
        "2.json": document(main=[{"play": {"urls": ["say:b"], "volume": 3}}]),
    }


def test_every_choice_of_a_member_inside() -> None:
    fixture = {"swml": [{"record": {}}], "matrix": {"record.direction": "*", "record.beep": "*"}}
    kind = CALLING.named("record").fields["direction"].kind
    assert isinstance(kind, Choice)
    found = [each["sections"]["main"][0]["record"] for each in made(fixture).values()]
    assert [(each["direction"], each["beep"]) for each in found] == [
        (direction, beep) for direction in kind.spellings for beep in (True, False)
    ]


def test_sections_come_before_verbs() -> None:
    swml = {"main": [PLAY], "play": [{"hangup": {}}]}
    fixture = {"swml": swml, "matrix": {"play[0].hangup.reason": ["busy"]}}
    (held,) = made(fixture).values()
    assert held["sections"]["play"] == [{"hangup": {"reason": "busy"}}]
    assert errors({"swml": swml, "matrix": {"play.url": ["say:x"]}}) == [
        "fixtures[0].matrix['play.url']: leads nowhere: 'play' has 1 item, counted from 0."
    ]


def test_defaults_of_actions_are_not_those_of_documents(tmp_path: Path) -> None:
    plan = {
        "defaults": {"as": ["action", "response"], "form": "full", "compact": True},
        "fixtures": [{"swml": [{"sleep": 5}]}, {"action": "hangup"}],
    }
    (tmp_path / "p.json").write_text(json.dumps(plan))
    assert run_here(["fixtures", "build", str(tmp_path / "p.json")]).status == 0
    files = {path.name: path.read_text() for path in (tmp_path / "fixtures").glob("[!.]*")}
    assert set(files) == {"swml.json", "hangup-action.json", "hangup-response.json"}
    full = {"sleep": {"duration": 5}}
    assert files["swml.json"] == json.dumps(document(main=[full]), separators=(",", ":")) + "\n"


def test_warnings_of_documents_once_for_a_fixture() -> None:
    swml = [{"play": "say:Hi"}, {"record": {}}]
    beeps = [True, False, None]
    fixtures = [
        {"swml": swml, "matrix": {"record.beep": beeps}, "file": "a{number}"},
        {"actions": [{"swml": swml}], "matrix": {"swml.record.beep": beeps}, "file": "b{number}"},
    ]
    plan = read_plan(PlanSource({"fixtures": fixtures}))
    _, cautions = texts(plan, expanded(plan))
    assert [(each.code, each.where) for each in cautions] == [
        ("legacy-form", "plan.json:1: fixtures[0].swml[0].play"),
        ("legacy-form", "plan.json:1: fixtures[1].actions[0].swml[0].play"),
    ]


def test_what_a_matrix_makes_of_a_parameter_is_checked() -> None:
    action = {"action": "toggle_functions", "file": "{number}"}
    whole = {"function": "x", "active": True}
    path = "function_toggles[0].active"
    assert made(
        {**action, "params": {"function_toggles": [{"function": "x"}]}, "matrix": {path: [True]}}
    ) == {"1.json": {"toggle_functions": [whole]}}
    assert errors(
        {**action, "params": {"function_toggles": [whole]}, "matrix": {path: [True, None]}}
    ) == [
        "fixtures[0].params.function_toggles[0].active with function_toggles[0].active=unset: "
        "is required."
    ]


@pytest.mark.parametrize("name", ["main[0].play", "main[0].play.urls[0]", "main[0]"])
def test_file_is_not_named_after_what_changes_with_another_name(name: str) -> None:
    fixture = {
        "swml": [{"play": {"urls": ["say:a"]}}],
        "matrix": {"play.urls": [["say:b"]]},
        "file": f"x-{{{name}}}",
    }
    (error,) = errors(fixture)
    assert error.startswith(f"fixtures[0].file: {{{name}}} leads to nothing in swml or matrix.")


ANY_NAME = st.sampled_from(
    [
        *("main", "main[0]", "main[0].play", "main[0].play.url", "play", "play.url", "main[9]"),
        *("main.0", "[0]", "", ".", "[", "main[0]" * 300, "a" + ".a" * 5_000, "sections.main[0]"),
        *("swml", "swml.play", "swml.main[0].play.url", "1.play.url", "say.text", "1.text"),
        *("main[0].switch.case", "main[0].switch.case.x[0]", "main[0]['play']", "{x}", "main\n"),
    ]
) | st.text(max_size=6)


SHAPES: list[Any] = [
    *([PLAY], PLAY, {"main": [PLAY]}, document(main=[PLAY]), [], {}, [PLAY, PLAY], [7]),
    *({"main": 7}, {"sections": 7}, [{"play": "say:Hi"}]),
    [{"switch": {"variable": "x", "case": {"x": [PLAY]}}}],
]
VALUES = NEARLY_RIGHT | st.lists(NEARLY_RIGHT | st.just(PLAY), max_size=2)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SHAPES),
    st.dictionaries(ANY_NAME, VALUES, max_size=3),
    st.booleans(),
    st.none() | ANY_NAME,
)
def test_any_matrix_gets_an_answer(
    swml: Any, matrix: dict[str, Any], alone: bool, name: "str | None"
) -> None:
    fixture: dict[str, Any] = {"swml": swml} if alone else {"actions": [{"swml": swml}]}
    fixture["matrix"] = matrix
    if name is not None:
        fixture["file"] = f"x-{{{name}}}"
    found: tuple[Finding, ...] = ()
    try:
        made(fixture)
    except Refused as refused:
        found = refused.findings
    else:  # what is null is not there, and may have any name
        there = {name: value for name, value in matrix.items() if value is not None}
        SCHEMA.validate({"fixtures": [{**fixture, "matrix": there}]})
    assert all(each.where.startswith("plan.json:1: fixtures[0]") for each in found)


def test_path_that_nests_without_end() -> None:
    name = "data" + ".a" * 5_000
    fixture = {"action": "update_global_data", "matrix": {name: [1]}}
    assert len(errors(fixture)) == 1
    below = {"action": "update_global_data", "matrix": {"data" + ".a" * 150: [1]}}
    assert len(made({**below, "file": "x"})) == 1


def test_placeholders_with_paths_are_file_names() -> None:
    for text in ("{main[0].play.url}", "{a['two words'][0].b}-{say.text}", '{a["it"]}/x'):
        assert list(findings(FILE_NAME, text)) == []
    for text in ("{a b}", "{a[x]}", "{a['\n']}", "{}", "x[0]", "{a['{b}']}"):
        assert list(findings(FILE_NAME, text))


def test_names_with_braces_need_no_file_name() -> None:
    fixture = {
        "swml": [{"set": {"a{b}": 1}}],
        "matrix": {"main[0].set['a{b}']": [2, 3]},
    }
    assert list(made(fixture)) == ["swml-2.json", "swml-3.json"]


def test_help_says_how_paths_begin() -> None:
    action = action_named("update_global_data")
    assert action.parameter("data").kind.takes_json
    for example in ("main[0].play.volume", "play.volume"):
        assert example in MATRIX.help
        made({"swml": [PLAY], "matrix": {example: [1]}})
    assert "swml." in MATRIX.help
    made({"actions": [{"swml": [PLAY]}], "matrix": {"swml.play.volume": [1]}})
