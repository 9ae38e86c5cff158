"""SWML documents in streams of requests: alone, and among the actions of a response."""

import json
import re
from typing import Any

import pytest
from conftest import run_here, run_program
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import JSON_VALUE, NEARLY_RIGHT, right_values, steps_with
from test_batch import OFTEN, SAY, batch, heard

from swaigctl.batch.lines import NOT_QUICK, Answers
from swaigctl.catalog.program.requests import DOCUMENT_LINK_MEMBERS, DOCUMENT_MEMBERS
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour
from swaigctl.formats.json import compact_json
from swaigctl.model.steps import Document, Step
from swaigctl.model.walk import ordered

PLAY = {"play": {"url": "say:Hi"}}
HANGUP: dict[str, Any] = {"hangup": {}}

both_flavours = pytest.mark.parametrize("flavour", [CALLING, MESSAGING], ids=lambda each: each.name)


def document(**sections: object) -> dict[str, Any]:
    return {"version": "1.0.0", "sections": sections}


RIGHT: dict[str, tuple[Any, Any]] = {
    "steps": ({"swml": [PLAY, HANGUP]}, document(main=[PLAY, HANGUP])),
    "no steps": ({"swml": []}, document(main=[])),
    "sections": (
        {"swml": {"later": [HANGUP], "main": [PLAY]}},
        document(main=[PLAY], later=[HANGUP]),
    ),
    "a section that is called like a member of a document": (
        {"swml": {"sections": [HANGUP], "main": [PLAY]}},
        document(main=[PLAY], sections=[HANGUP]),
    ),
    "one step": ({"swml": PLAY}, document(main=[PLAY])),
    "one step whose value is a list": (
        {"swml": {"unset": ["x"]}},
        document(main=[{"unset": ["x"]}]),
    ),
    "a whole document": (
        {"swml": document(later=[HANGUP], main=[PLAY])},
        document(main=[PLAY], later=[HANGUP]),
    ),
    "a whole document without its version": (
        {"swml": {"sections": {"main": [PLAY]}}},
        document(main=[PLAY]),
    ),
    "a message": (
        {"swml": [{"reply": {"body": "Hi"}}], "for": "messaging"},
        document(main=[{"reply": {"body": "Hi"}}]),
    ),
    "documented order": (
        {"swml": [{"play": {"volume": 3, "url": "say:Hi"}}]},
        document(main=[{"play": {"url": "say:Hi", "volume": 3}}]),
    ),
    "a section": ({"swml": [PLAY, HANGUP], "as": "section"}, [PLAY, HANGUP]),
    "a step": ({"swml": document(main=[PLAY]), "as": "step"}, PLAY),
    "as it says": ({"swml": PLAY, "as": "document"}, document(main=[PLAY])),
    "bare value": ({"swml": [{"sleep": {"duration": 5}}], "as": "step"}, {"sleep": 5}),
    "full": ({"swml": [{"sleep": 5}], "as": "step", "form": "full"}, {"sleep": {"duration": 5}}),
    "expanded inside": (
        {
            "swml": [{"switch": {"variable": "x", "case": {"1": [PLAY]}}}],
            "as": "step",
            "form": "expanded",
        },
        {
            "switch": {
                "variable": "x",
                "case": {
                    "1": [
                        {
                            "play": {
                                "url": "say:Hi",
                                "auto_answer": True,
                                "volume": 0,
                                "say_voice": "Polly.Salli",
                                "say_language": "en-US",
                                "say_gender": "female",
                            }
                        }
                    ]
                },
            }
        },
    ),
    "simplified": (
        {"swml": [{"join_conference": {"name": "x", "muted": False}}], "form": "simplified"},
        document(main=[{"join_conference": "x"}]),
    ),
    "in a response": (
        {"actions": [{"say": {"text": "Hi"}}, {"swml": [PLAY]}, {"swml": PLAY, "transfer": True}]},
        {
            "action": [
                {"say": "Hi"},
                {"SWML": document(main=[PLAY])},
                {"SWML": document(main=[PLAY]), "transfer": "true"},
            ]
        },
    ),
    "in a response, in another form": (
        {"actions": [{"swml": [{"sleep": 5}], "form": "full"}, {"swml": [{"sleep": 5}]}]},
        {
            "action": [
                {"SWML": document(main=[{"sleep": {"duration": 5}}])},
                {"SWML": document(main=[{"sleep": 5}])},
            ]
        },
    ),
    "in a response of another form": (
        {"actions": [{"swml": [{"sleep": 5}]}], "form": "full"},
        {"action": [{"SWML": document(main=[{"sleep": {"duration": 5}}])}]},
    ),
}


@pytest.mark.parametrize(("request_", "answer"), RIGHT.values(), ids=RIGHT)
def test_what_is_right(request_: Any, answer: Any) -> None:
    everything = heard(*[json.dumps(request_), SAY] * OFTEN)
    assert (everything.errors, everything.warnings) == ([], [])
    assert everything.text == (compact_json(answer) + '\n{"say":"Hi"}\n') * OFTEN


WRONG: dict[str, tuple[Any, ...]] = {
    "neither list nor object": (
        {"swml": 7},
        "swml: must be an object or a list, not the number 7.",
    ),
    "nothing": ({"swml": None}, "swml: must be an object or a list, not null."),
    "no section": ({"swml": {}}, "swml.main: is required."),
    "no main": ({"swml": {"later": [HANGUP]}}, "swml.main: is required."),
    "no main, and verbs' names": (
        {"swml": {"play": [HANGUP], "record": [HANGUP]}},
        "swml.main: is required.",
    ),
    "two verbs": (
        {"swml": {**PLAY, **HANGUP}},
        "swml: must have just one verb: it has 'play', 'hangup'. Did you mean "
        '[{"play": {"url": "say:Hi"}}, {"hangup": {}}]?',
    ),
    "a misspelt verb alone": (
        {"swml": {"plya": {"url": "say:Hi"}}},
        "swml.plya: 'plya' is not a verb. Did you mean 'play'?",
    ),
    "in steps": (
        {"swml": [PLAY, {"play": {"url": 7}}, {"connect": {"to": "x", "timeuot": 3}}]},
        "swml[1].play.url: must be text (a URL, 'say:TEXT', 'ring:SECONDS:COUNTRY' or "
        "'silence:SECONDS'), not the number 7.",
        "swml[2].connect.timeuot: 'timeuot' is not a parameter of connect. Did you mean 'timeout'?",
    ),
    "in sections": (
        {"swml": {"main": [PLAY], "later": [{"play": {}}]}},
        "swml.later[0].play.url: is required, or 'urls' in its place.",
    ),
    "in a whole document": (
        {"swml": {"version": 2, "sections": {"main": [{"play": {}}]}}},
        "swml.version: must be '1.0.0', not the number 2.",
        "swml.sections.main[0].play.url: is required, or 'urls' in its place.",
    ),
    "in a step": ({"swml": {"play": {}}}, "swml.play.url: is required, or 'urls' in its place."),
    "in a branch": (
        {"swml": [{"switch": {"variable": "x", "case": {"1": [{"play": {}}]}}}]},
        "swml[0].switch.case['1'][0].play.url: is required, or 'urls' in its place.",
    ),
    "for something else": (
        {"swml": [PLAY], "for": "messaging"},
        "swml[0].play: 'play' is not a verb here: it is one for calls.",
    ),
    "for nothing there is": (
        {"swml": [PLAY], "for": "fax"},
        "for: must be one of 'calling', 'messaging', not 'fax'.",
    ),
    "in a response": (
        {"actions": [{"say": {"text": 7}}, {"swml": {"main": [PLAY, {"connect": {"to": 7}}]}}]},
        "actions[0].say.text: must be text, not the number 7: write it in quotes. "
        "Did you mean '7'?",
        "actions[1].swml.main[1].connect.to: must be text, not the number 7: write it in quotes. "
        "Did you mean '7'?",
    ),
    "for messages in a response": (
        {"actions": [{"swml": [PLAY], "for": "messaging"}]},
        "actions[0].for: has no place here: a document in a response is for calls.",
    ),
    "a shape in a response": (
        {"actions": [{"swml": [PLAY], "as": "step"}]},
        "actions[0].as: 'as' is not a member of a document.",
    ),
    "no transfer alone": (
        {"swml": [PLAY], "transfer": True},
        "transfer: 'transfer' is not a member of a request with 'swml'.",
    ),
    "beside an action": (
        {"action": "hangup", "swml": [PLAY]},
        "swml: 'swml' is not a member of a request with 'action'.",
    ),
    "beside actions": (
        {"actions": [], "swml": [PLAY]},
        "swml: 'swml' is not a member of a request with 'actions'.",
    ),
    "a shape of an action": (
        {"swml": [PLAY], "as": "verb"},
        "as: must be one of 'document', 'section', 'step', not 'verb'.",
    ),
    "more than one step": (
        {"swml": [PLAY, HANGUP], "as": "step"},
        "as: there are 2 steps, and this prints one.",
    ),
    "more than one section": (
        {"swml": {"main": [], "later": []}, "as": "section"},
        "as: there are 2 sections, and this prints one.",
    ),
    "forms that there are not": (
        {
            "swml": {
                "main": [HANGUP, {"join_conference": {"name": "x"}}],
                "later": [{"join_conference": {"name": "x", "muted": True}}],
            },
            "form": "simplified",
        },
        "swml.main[0].hangup: hangup has no simplified form.",
        "swml.later[0].join_conference: the simplified form is just the name, it can't hold "
        "'muted'.",
    ),
}


@pytest.mark.parametrize(
    ("request_", "errors"), [(one, its) for one, *its in WRONG.values()], ids=WRONG
)
def test_what_is_wrong(request_: Any, errors: list[str]) -> None:
    everything = heard(json.dumps(request_), SAY)
    assert [found for _, _, found in everything.errors] == [errors]
    assert everything.text == '{"say":"Hi"}\n'


def test_flags_count_where_a_line_says_nothing() -> None:
    lines = [{"swml": [{"sleep": 5}]}, {"swml": [{"sleep": 5}], "as": "section", "form": "auto"}]
    texts = list(map(json.dumps, lines))
    full = batch(*texts, arguments=("--form", "full"))
    assert list(map(json.loads, full.out.splitlines())) == [
        document(main=[{"sleep": {"duration": 5}}]),
        [{"sleep": 5}],
    ]
    for shape, answer in {"action": document(main=[{"sleep": 5}]), "verb": {"sleep": 5}}.items():
        outcome = batch(*texts, arguments=("--as", shape))
        assert list(map(json.loads, outcome.out.splitlines())) == [answer, [{"sleep": 5}]]
    assert batch(*texts, arguments=("--as", "swml")).out == batch(*texts).out
    refused = batch(*texts, json.dumps({"swml": []}), arguments=("--as", "response"))
    assert refused.err.splitlines()[0] == (
        "Error: line 1: as: a document has no such shape: one among 'actions' is in a response."
    )
    several = batch(json.dumps({"swml": [PLAY, HANGUP]}), arguments=("--as", "verb"))
    assert several.err == "Error: line 1: as: there are 2 steps, and this prints one.\n"


def test_warnings_and_notes() -> None:
    lines = [
        {"swml": [{"play": "say:Hi"}, {"join_conference": "x"}]},
        {"response": "Bye.", "actions": [{"swml": [{"send_digits": "1"}], "transfer": True}]},
    ]
    outcome = batch(*map(json.dumps, lines))
    assert (outcome.status, outcome.out.count(b"\n")) == (0, 2)
    starts = [re.sub(r": has .* \[", " [", line) for line in outcome.err.splitlines()]
    assert starts == [
        "Warning: line 1: swml[0].play [legacy-form]",
        "Note: line 1: swml[1].join_conference [simplified-form]",
        "Warning: line 2: actions[0].swml[0].send_digits [legacy-form]",
        "Warning: line 2: actions[0]: comes before anything is said: the response needs "
        "'post_process'. [nothing-spoken]",
    ]
    strict = batch(*map(json.dumps, lines), arguments=("--strict",))
    assert (strict.status, strict.out) == (1, b"")
    assert strict.err.count("[legacy-form]") == 2


def test_what_stands_behind_a_document_that_leaves_never_runs() -> None:
    request = {"actions": [{"swml": [HANGUP], "transfer": True}, {"swml": [PLAY]}]}
    ((_, cautions),) = heard(json.dumps(request)).warnings
    assert [each.line() for each in cautions] == [
        "actions[1]: never runs: action 1, swml before it ends the agent's part. [never-runs]"
    ]


@st.composite
def documents(draw: st.DrawFn, flavour: Flavour) -> dict[str, Any]:
    """Whole documents; with a version, also those with something else in place of sections."""
    value = draw(right_values(Document(flavour), odd=False, depth=3))
    assert isinstance(value, dict)
    return {"version": "1.0.0", **value}


@both_flavours
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_same_bytes_as_the_command(flavour: Flavour, data: st.DataObject) -> None:
    whole = data.draw(documents(flavour))
    request = {"swml": whole, "for": flavour.name}
    flags = ["--for", flavour.name, "--params", json.dumps(whole), "--compact"]
    single = run_here(["swml", *flags])
    everything = heard(json.dumps(request))
    assert everything.text.encode() == single.out
    assert bool(everything.errors) == (single.status == 2)
    codes = [caution.code for _, found in everything.warnings for caution in found]
    if single.status == 0:
        assert re.findall(r"\[([a-z-]+)\]\n", single.err) == codes


@both_flavours
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_shape_says_the_same(flavour: Flavour, data: st.DataObject) -> None:
    whole = ordered(Document(flavour), data.draw(documents(flavour)))
    assert isinstance(whole, dict)
    sections = whole["sections"]
    form = data.draw(st.sampled_from(["auto", "full", "expanded"]))
    shapes: list[Any] = [sections, {"sections": sections}]
    if len(sections) == 1:
        shapes.append(sections["main"])
        if len(sections["main"]) == 1:
            shapes += sections["main"]
    lines = [json.dumps({"swml": each, "for": flavour.name, "form": form}) for each in shapes]
    everything = heard(*lines)
    answers = everything.text.split("\n")[:-1]
    assert everything.errors == []
    assert answers == answers[:1] * len(shapes)
    written = ordered(Document(flavour), {"version": "1.0.0", "sections": sections}, form)
    assert json.loads(answers[0]) == written
    assert next(iter(json.loads(answers[0])["sections"])) == "main"


@settings(max_examples=40, deadline=None)
@given(documents(CALLING), st.booleans())
def test_in_a_response_as_the_command_writes_it(whole: dict[str, Any], transfer: bool) -> None:
    link = {"swml": whole, "transfer": transfer}
    request = {"response": "Bye.", "post_process": True, "actions": [link]}
    flags = ["--response", "Bye.", "--post-process", "--compact"]
    leaves = ["--transfer"] if transfer else []
    single = run_here(["respond", *flags, "swml", *leaves, "--params", json.dumps(whole), "--end"])
    everything = heard(json.dumps(request))
    assert everything.text.encode() == single.out


@pytest.mark.parametrize("form", ["auto", "simplified", "full", "expanded"])
@pytest.mark.parametrize(
    ("flavour", "verb"),
    [(flavour, verb) for flavour in (CALLING, MESSAGING) for verb in flavour.names()],
    ids=lambda each: each if isinstance(each, str) else each.name,
)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_each_verb_in_each_form(
    flavour: Flavour, verb: str, form: str, data: st.DataObject
) -> None:
    step = data.draw(steps_with(verb, Step(flavour), odd=False))
    line = json.dumps({"swml": step, "for": flavour.name, "as": "step", "form": form})
    params = json.dumps(step[verb])
    own = "--params-object" if "params" in flavour.named(verb).fields else "--params"
    shape = ["--for", flavour.name, "--as", "step", "--compact"]
    single = run_here(["swml", *shape, verb.replace("_", "-"), own, params, "--form", form])
    everything = heard(line)
    assert everything.text.encode() == single.out
    assert bool(everything.errors) == (single.status == 2)


HOSTILE = st.recursive(
    NEARLY_RIGHT | JSON_VALUE | st.just(PLAY),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["main", "sections", "version", "play", "ai", "switch", "case", "x", ""]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None)
@given(
    HOSTILE,
    st.booleans(),
    st.dictionaries(st.sampled_from(["for", "as", "form", "transfer"]), NEARLY_RIGHT, max_size=1),
)
def test_any_value_gets_an_answer(value: Any, alone: bool, others: dict[str, Any]) -> None:
    link = {"swml": value, **others}
    everything = heard(json.dumps(link if alone else {"actions": [link]}))
    assert bool(everything.text) != bool(everything.errors)
    begin = re.compile("swml|for|as|form|transfer" if alone else r"actions\[0\]")
    for _, _, errors in everything.errors:
        assert errors
        assert all(begin.match(each) for each in errors)
    if everything.text and alone and "as" not in others:
        assert json.loads(everything.text)["sections"]["main"] is not None


@pytest.mark.parametrize("depth", [20, 60, 150, 250, 5_000, 200_000])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ('{"switch":{"variable":"x","case":{"a":[', "]}}}"),
        ("[", "]"),
        ('{"main":[', "]}"),
        ('{"sections":', "}"),
    ],
)
def test_nesting_without_end(begin: str, end: str, depth: int) -> None:
    for link in ("{}", '{{"actions":[{}]}}'):
        inner = f'{{"swml":{begin * depth}{json.dumps(HANGUP)}{end * depth}}}'
        everything = heard(link.replace("{{", "{").replace("}}", "}").replace("{}", inner), SAY)
        assert everything.text.endswith('{"say":"Hi"}\n')
        answered = everything.text.count("\n") == 2
        assert answered == (not everything.errors)
        if depth > 200:
            assert "deep" in everything.errors[0][2][0]


def test_quick_way_declines() -> None:
    answers = Answers({"form": "auto", "as": "action"}, strict=False)
    for request in (
        {"swml": [PLAY]},
        {"actions": [{"swml": [PLAY]}]},
        {"actions": [{"swml": PLAY}]},
    ):
        for _ in range(OFTEN):
            with pytest.raises(NOT_QUICK):
                answers.quick(json.dumps(request).encode())


def test_every_member_is_taken() -> None:
    alone = {"swml": [PLAY], "for": "calling", "form": "full", "as": "step"}
    assert set(alone) == {each.name for each in DOCUMENT_MEMBERS}
    link = {"swml": [PLAY], "form": "full", "transfer": False}
    assert set(link) == {each.name for each in DOCUMENT_LINK_MEMBERS}
    everything = heard(json.dumps(alone), json.dumps({"actions": [link]}))
    assert everything.errors == []
    assert list(map(json.loads, everything.text.splitlines())) == [
        PLAY,
        {"action": [{"SWML": document(main=[PLAY])}]},
    ]


def test_sample_of_the_help() -> None:
    from swaigctl.catalog.program.tools import BATCH_SAMPLE

    last = BATCH_SAMPLE.splitlines()[-1]
    outcome = run_program(["batch"], stdin=last.encode())
    assert json.loads(outcome.out) == document(main=json.loads(last)["swml"])
