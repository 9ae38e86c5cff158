"""`swaigctl batch`: what it answers. How it reads and writes is in test_batch_streams.py."""

import gc
import json
import re
import shlex
import sys
import tracemalloc
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice, permutations
from typing import Any

import pytest
from conftest import run_here, run_program
from hypothesis import event, given, settings
from hypothesis import strategies as st
from strategies import ODD_NUMBERS, ODD_OTHERS, ODD_TEXTS
from strategies import params as params_of
from test_examples import EXAMPLES, arguments_in, expected_by, name_of, parameters_only

from swaigctl.batch.holes import Declined, KnownTexts
from swaigctl.batch.lines import NOT_QUICK, Answers
from swaigctl.batch.members import Members
from swaigctl.batch.patterns import WORTHWHILE_BESIDE_MEMBERS
from swaigctl.batch.stream import answer_stream
from swaigctl.catalog import action_named, families
from swaigctl.catalog.program import flags
from swaigctl.findings import Finding, Refused
from swaigctl.formats.json import compact_json
from swaigctl.model.entries import Action

OFTEN = WORTHWHILE_BESIDE_MEMBERS + 2
"""So many equal lines, and there is a pattern for them."""

ACTIONS = [action for actions in families().values() for action in actions]
SAY = '{"action": "say", "params": {"text": "Hi"}}'


def batch(*lines: str | bytes, arguments: tuple[str, ...] = ()) -> Any:
    encoded = (line if isinstance(line, bytes) else line.encode() for line in lines)
    return run_program(["batch", *arguments], stdin=b"\n".join(encoded) + b"\n")


class Heard:
    """All that a stream has to say."""

    def __init__(self) -> None:
        self.text = ""
        self.warnings: list[tuple[int, list[Finding]]] = []
        self.errors: list[tuple[int, bytes, list[str]]] = []

    def written(self, text: str) -> None:
        self.text += text

    def warned(self, number: int, cautions: list[Finding]) -> None:
        self.warnings.append((number, cautions))

    def refused(self, number: int, line: bytes, findings: tuple[Finding, ...]) -> None:
        self.errors.append((number, line, [each.line() for each in findings]))


def heard(*lines: str, **options: object) -> Heard:
    everything = Heard()
    asked = {"form": "auto", "as": "action", **options}
    answer_stream([line.encode() + b"\n" for line in lines], asked, False, everything)
    return everything


PARAMETERS_ONLY = [path for path in EXAMPLES if parameters_only(path) is not None]


@pytest.mark.parametrize("path", PARAMETERS_ONLY, ids=name_of)
def test_examples_of_the_single_command(path: Any) -> None:
    name = arguments_in(path)[0]
    params = parameters_only(path)
    request = json.dumps({"action": name, "params": params})
    answers = heard(*[request] * OFTEN).text.splitlines()
    assert answers == [compact_json(json.loads(expected_by(path)))] * OFTEN


def test_whole_responses() -> None:
    request = {
        "response": "Joining.",
        "post_process": True,
        "actions": [{"say": {"text": "é"}}, {"join-conference": {"name": "x"}}, {"hangup": {}}],
    }
    single = run_program(
        shlex.split(
            "respond --compact --response Joining. --post-process say --text é "
            "join-conference --name x hangup"
        )
    )
    for ensure_ascii in (True, False):
        line = json.dumps(request, ensure_ascii=ensure_ascii)
        assert heard(*[line] * OFTEN).text.encode() == single.out * OFTEN


def test_what_is_null_is_not_there() -> None:
    lines = ['{"response": "Hi", "actions": null}', '{"response": "Hi", "as": "response"}']
    for line in lines:
        assert heard(*[line] * OFTEN).text == '{"response":"Hi"}\n' * OFTEN


def test_members_of_a_line_win_over_the_flags() -> None:
    conference = {"action": "join_conference", "params": {"name": "x"}}
    lines = [
        {**conference},
        {**conference, "form": "simplified", "transfer": True},
        {**conference, "as": "action"},
        {"actions": [{**conference, "form": "simplified"}, {"join_conference": {"name": "x"}}]},
    ]
    outcome = batch(*map(json.dumps, lines), arguments=("--form", "full", "--as", "response"))
    assert outcome.err == ""
    long, short = [
        {"SWML": {"version": "1.0.0", "sections": {"main": [{"join_conference": value}]}}}
        for value in ({"name": "x"}, "x")
    ]
    assert [json.loads(line) for line in outcome.out.splitlines()] == [
        {"action": [long]},
        {"action": [{**short, "transfer": "true"}]},
        long,
        {"action": [short, long]},
    ]


@pytest.mark.parametrize("flags", ["--as verb", "--as swml --form full", "--form expanded"])
def test_flags_mean_what_they_mean_for_one_action(flags: str) -> None:
    call = "join-conference --name x --muted"
    line = '{"action": "join_conference", "params": {"name": "x", "muted": true}}'
    single = run_program([*shlex.split(call), *flags.split(), "--compact"])
    assert batch(*[line] * OFTEN, arguments=tuple(flags.split())).out == single.out * OFTEN


WRONG = {
    "nothing": ("x", "not valid JSON: 'x' needs quotes, if it is text: \"x\" (column 1)."),
    "no object": ("[]", "a request is a JSON object."),
    "nothing asked for": ("{}", "a request needs 'action', 'swml', 'response' or 'actions'."),
    "unknown action": (
        '{"action": "sya"}',
        "action: 'sya' is not an action. Did you mean 'say'?",
    ),
    "unknown name": (
        '{"acton": "say", "params": {}}',
        "acton: 'acton' is not a member of a request. Did you mean 'action'?",
    ),
    "unknown names of a response": (
        '{"actoins": [{"hangup": {}}]}',
        "actoins: 'actoins' is not a member of a request. Did you mean 'actions'?",
    ),
    "unknown name of an action": (
        '{"actions": [{"acton": "say", "params": {}}]}',
        "actions[0].acton: 'acton' is not a member of an action. Did you mean 'action'?",
    ),
    "parameter beside params": (
        '{"action": "say", "text": "Hi", "form": "auto"}',
        "text: 'text' is a parameter of say: it belongs in 'params'. Did you mean "
        '{"action": "say", "params": {"text": "Hi"}, "form": "auto"}?',
    ),
    "parameters beside params": (
        '{"actions": [{"action": "join-conference", "name": "x", "muted": 3, "params": {}}]}',
        "actions[0].name: 'name' and 'muted' are parameters of join_conference: they belong in "
        "'params'. Did you mean "
        '{"action": "join-conference", "params": {"name": "x", "muted": 3}}?',
        "actions[0].params.muted: must be a boolean (true or false) or a SWML variable, not the "
        "number 3.",
    ),
    "unknown parameter": (
        '{"action": "say", "params": {"text": "Hi", "txt": 1}}',
        "params.txt: 'txt' is not a parameter of say.",
    ),
    "required": ('{"action": "say"}', "params.text: is required."),
    "two at once": (
        '{"action": "join_conference", "params": {"name": "", "beep": "onenter"}}',
        "params.name: must not be empty.",
        "params.beep: must be one of 'true', 'false', 'onEnter', 'onExit', not 'onenter'. "
        "Did you mean 'onEnter'?",
    ),
    "name twice": (
        '{"action": "say", "params": {"text": "a", "text": "b"}}',
        "the name 'text' stands twice in one object (column 43).",
    ),
    "name twice, with a colon": (
        '{"action": "say", "params": {"text": "http://x", "text": "b:c"}}',
        "the name 'text' stands twice in one object (column 50).",
    ),
    "name twice, and space before a colon": (
        '{"action" : "say", "params": {"text": "a", "text": "b:c"}}',
        "the name 'text' stands twice in one object (column 44).",
    ),
    "deep in a response": (
        '{"actions": [{"say": {"text": "Hi"}}, {"say": {"text": 7}}, {"hangpu": {}}]}',
        "actions[1].say.text: must be text, not the number 7: write it in quotes. "
        "Did you mean '7'?",
        "actions[2]: 'hangpu' is not an action. Did you mean 'hangup'?",
    ),
    "two actions in one": (
        '{"actions": [{"say": {"text": "Hi"}, "hangup": {}}]}',
        'actions[0]: an action is one name with its parameters, {"say": {"text": "Hi"}}, or an '
        "'action' with 'params' and other members.",
    ),
    "an action and a response": (
        '{"action": "hangup", "response": "Bye."}',
        "response: 'response' is not a member of a request with 'action'.",
    ),
    "a part of an action": (
        '{"actions": [{"create_payment_action": {"action_type": "Say", "phrase": "x"}}]}',
        "actions[0]: is a part of an action, not an action.",
    ),
    "actions that are none": (
        '{"response": "Hi", "actions": {}}',
        "actions: must be a list of objects, not an empty object. Did you mean [{}]?",
    ),
    "nothing in another's eyes": (
        '{"response": "Hi", "actions": 0}',
        "actions: must be a list of objects, not the number 0.",
    ),
    "a shape of an action": (
        '{"response": "Hi", "as": "verb"}',
        "as: a whole response has no other shape.",
    ),
    "transfer in its params": (
        '{"action": "execute_swml", "params": {"swml_content": {"sections": {"main": []}}}, '
        '"transfer": true}',
        "transfer: of execute-swml stands in its params: 'transfer'.",
    ),
    "space of other languages": (
        "\u3000",
        "not valid JSON: '\\u3000' begins no value: text stands in double quotes (column 1).",
    ),
    "half a pair": (
        '{"action": "say", "params": {"text": "\\ud800"}}',
        "params.text: must be valid UTF-8 text: '\\ud800' is not.",
    ),
    "no transfer": (f'{SAY[:-1]}, "transfer": true}}', "transfer: is no option of say."),
    "a form it hasn't got": (
        '{"action": "join_conference", "params": {"name": "x", "muted": true}, '
        '"form": "simplified"}',
        "form: the simplified form is just the name, it can't hold 'muted'.",
    ),
    "a shape it hasn't got": (
        f'{SAY[:-1]}, "as": "swml"}}',
        "as: say is a plain action, it carries no SWML.",
    ),
}


@pytest.mark.parametrize(("line", "errors"), [(line, errors) for line, *errors in WRONG.values()])
def test_a_line_that_is_wrong(line: str, errors: list[str]) -> None:
    everything = heard(*[SAY, line] * OFTEN)
    numbers = range(2, 2 * OFTEN + 1, 2)
    assert everything.errors == [(number, line.encode(), errors) for number in numbers]
    assert everything.text == '{"say":"Hi"}\n' * OFTEN


def test_exit_status_and_line_numbers() -> None:
    outcome = batch("", SAY, "  ", '{"action": "sya"}', SAY, "{")
    assert outcome.out == b'{"say":"Hi"}\n{"say":"Hi"}\n'
    assert outcome.status == 1
    assert outcome.err == (
        "Error: line 4: action: 'sya' is not an action. Did you mean 'say'?\n"
        "Error: line 6: not valid JSON: the text ends, and the '{' of column 1 is still open: "
        "write '}' at the end (column 2).\n"
        "2 lines were not answered.\n"
    )


def test_fail_fast() -> None:
    outcome = batch(SAY, "{", SAY, "{", arguments=("--fail-fast",))
    assert (outcome.status, outcome.out) == (1, b'{"say":"Hi"}\n')
    assert outcome.err.startswith("Error: line 2: ")
    assert outcome.err.count("\n") == 1


TRIM = '{"action": "join_conference", "params": {"name": "x", "trim": "do-not-trim"}}'


def test_warnings_are_errors_where_that_is_wanted() -> None:
    lines = [TRIM] * OFTEN + [SAY]
    lenient = batch(*lines)
    assert (lenient.status, lenient.out.count(b"\n")) == (0, OFTEN + 1)
    assert lenient.err.splitlines()[4] == (
        "Warning: line 5: params.trim: has no effect unless 'record' is 'record-from-start': "
        "nothing is recorded. [nothing-recorded]"
    )
    strict = batch(*lines, arguments=("--strict",))
    assert (strict.status, strict.out) == (1, b'{"say":"Hi"}\n')
    assert strict.err.count("[nothing-recorded]") == OFTEN


@pytest.mark.parametrize("depth", [150, 250, 950, 5_000, 200_000])
def test_nesting_without_end(depth: int) -> None:
    event = '{"a":' * depth + "1" + "}" * depth
    line = f'{{"action": "user_event", "params": {{"event": {event}}}}}'
    everything = heard(*[SAY, line] * 3)
    if depth < 200:
        assert everything.text == f'{{"say":"Hi"}}\n{{"user_event":{event}}}\n' * 3
    else:
        assert everything.text == '{"say":"Hi"}\n' * 3
        assert [number for number, _, _ in everything.errors] == [2, 4, 6]
        assert all("deep" in errors[0] for _, _, errors in everything.errors)


DOUBTFUL = {
    "never-runs": {"actions": [{"hangup": {}}, {"say": {"text": "Hi"}}]},
    "nothing-spoken": {"response": "Bye.", "actions": [{"hangup": {}}]},
    "set-and-removed": {
        "actions": [
            {"set_metadata": {"data": {"a": 1}}},
            {"remove_metadata": {"keys": ["a"]}},
        ]
    },
    "nothing-to-wait-for": {"response": "Hi", "post_process": True},
    "response-replaced": {"response": "Hi", "actions": [{"hold": {"prompt": "Wait."}}]},
}


@pytest.mark.parametrize(("code", "request_"), DOUBTFUL.items(), ids=DOUBTFUL)
def test_warnings_across_a_response(code: str, request_: dict[str, Any]) -> None:
    warnings = heard(*[json.dumps(request_)] * OFTEN).warnings
    assert [number for number, _ in warnings] == list(range(1, OFTEN + 1))
    for _, cautions in warnings:
        assert [caution.code for caution in cautions] == [code]


@st.composite
def requests(draw: st.DrawFn) -> dict[str, Any]:
    """One action, mostly right."""
    action = draw(st.sampled_from(ACTIONS))
    odd = draw(st.integers(0, 3)) == 0
    params = draw(params_of(action, odd=odd))
    names = draw(st.permutations(list(params)))
    return {
        "action": draw(st.sampled_from([action.name, action.command])),
        "params": {name: params[name] for name in names},
    }


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """A request, or a response of several, in any spelling of JSON."""
    request: dict[str, Any] = draw(requests())
    if draw(st.booleans()):
        chain = [request, *draw(st.lists(requests(), max_size=2))]
        request = {"actions": [{each["action"]: each["params"]} for each in chain]}
        if draw(st.booleans()):
            request["response"] = draw(st.text(max_size=3))
        if draw(st.booleans()):
            request["post_process"] = draw(st.booleans() | st.just(1))
    separators = draw(st.sampled_from([(",", ":"), (", ", ": "), (" ,", " :"), (",\t", "\r:")]))
    text = json.dumps(
        request, ensure_ascii=draw(st.booleans()), separators=separators, allow_nan=True
    )
    if draw(st.integers(0, 9)) == 0:  # a name twice, somewhere
        text = text.replace('"text"', '"text":"x","text"', 1).replace('{"', '{"x":1,"x":2,"', 1)
    return text.encode("utf-8", "surrogatepass")


OPTIONS = [
    {"form": form, "as": shape}
    for form in flags.FORM.kind.spellings  # type: ignore[attr-defined]
    for shape in flags.AS.kind.spellings  # type: ignore[attr-defined]
]


# Patterns that one line has made are there for the next ones.
ANSWERS = [Answers(options, strict=False) for options in OPTIONS]


@pytest.mark.parametrize("path", PARAMETERS_ONLY, ids=name_of)
def test_pattern_takes_no_odd_value(path: Any) -> None:
    answers = Answers({"form": "auto", "as": "action"}, strict=False)
    params = parameters_only(path)
    assert params is not None

    def quick(changed: dict[str, Any]) -> str | None:
        line = json.dumps({"action": arguments_in(path)[0], "params": changed}).encode()
        try:
            return answers.quick(line)
        except NOT_QUICK:
            return None

    def general(changed: dict[str, Any]) -> str | None:
        request = {"action": arguments_in(path)[0], "params": changed}
        try:
            text, cautions = answers.general(json.dumps(request).encode())
        except Refused:
            return None
        return None if cautions else text

    for _ in range(2 * OFTEN):
        quick(params)
    for name in params:
        for odd in (*ODD_TEXTS, *ODD_NUMBERS, *ODD_OTHERS):
            changed = {**params, name: odd}
            assert quick(changed) in (None, general(changed)), (name, odd)


ASKED: dict[str, object] = {"form": "auto", "as": "action"}


def fed(answers: Answers, lines: Iterable[str]) -> None:
    """Let the quick way answer the lines as a stream does, or decline them."""
    for line in map(str.encode, lines):
        with suppress(*NOT_QUICK):
            answers.quick(line)


def of_conference(**params: object) -> str:
    return json.dumps({"action": "join_conference", "params": {"name": "x", **params}})


def of_many_actions(count: int) -> str:
    return json.dumps({"actions": [{"say": {"text": "Hi"}}] * count})


ENDLESS = {
    "names that are no parameters": (
        of_conference(**{f"{number}-{each}".ljust(100, "x"): 1 for each in range(100)})
        for number in range(200)
    ),
    "names that are no actions": (
        json.dumps({"action": f"{number}".ljust(10_000, "x"), "params": {}})
        for number in range(300)
    ),
    "names in a response": (
        json.dumps({"actions": [{f"{number}".ljust(10_000, "x"): {"text": "Hi"}}]})
        for number in range(300)
    ),
    "values with as much space as somebody likes": (
        of_conference(status_callback="https://x", status_callback_event=f"start{' ' * number}end")
        for number in range(1, 10_000, 30)
        for _ in range(2)
    ),
    "as many actions as somebody likes": map(of_many_actions, range(2_000, 2_060)),
    "parameters in any order": (
        of_conference(**dict.fromkeys(names))
        for names in islice(permutations(["beep", "muted", "coach", "region", "trim"] * 2), 30_000)
    ),
}


@pytest.mark.parametrize("lines", ENDLESS.values(), ids=ENDLESS)
def test_little_is_kept_for_the_next_lines(lines: Iterable[str]) -> None:
    answers = Answers(ASKED, strict=False)
    fed(answers, [of_conference(muted=True), of_many_actions(2)] * OFTEN)
    tracemalloc.start()
    try:
        fed(answers, lines)
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1 << 19


def test_patterns_and_their_counts_are_limited_by_their_size() -> None:
    conference = action_named("join_conference")
    answers = Answers(ASKED, strict=False)
    patterns = answers.patterns
    names = [parameter.name for parameter in conference.parameters]
    sizes = []
    for order in islice(permutations(names), 12_000):
        patterns["join_conference", *order]
        sizes.append(sum(map(sys.getsizeof, patterns.seen)))
    assert max(sizes) < patterns.MOST_BYTES_SEEN
    for order in islice(permutations(names), 500):
        for _ in range(OFTEN):
            patterns["join_conference", *order]
    assert 100 < len(patterns) < 500
    # Those that there are, and the others, are answered all the same.
    line = of_conference(muted=True, beep="onEnter")
    for _ in range(2 * OFTEN):
        assert answers.quick(line.encode())


def test_only_the_catalog_names_what_is_kept() -> None:
    answers = Answers(ASKED, strict=False)
    lines = [
        *('{"action": "say", "params": {"text": "Hi", "txt": 1}}',) * 2,
        *('{"action": "sya", "params": {}}', '{"action": "join-_conference", "params": {}}'),
        '{"actions": [{"sya": {}}, {"say": {"txt": 1}}]}',
        *(SAY, SAY.replace("say", "Say"), of_conference(muted=True)),
    ]
    fed(answers, lines * 2 * OFTEN)
    actions = {name for action in ACTIONS for name in (action.name, action.command)}
    known = actions | {parameter.name for action in ACTIONS for parameter in action.parameters}
    for patterns in (answers.patterns, answers.links):
        kept = {name for key in (*patterns, *patterns.seen) for name in key}
        assert kept | patterns.meanwhile.keys() <= known
    assert answers.patterns.keys() == {("say", "text"), ("join_conference", "name", "muted")}


def test_members_are_found_where_there_are_many() -> None:
    """Of 18 parameters hardly two lines have the same; it must not take a pattern for each."""
    conference = action_named("join_conference")
    assert len(Members(conference, ASKED, KnownTexts()).members) == 17
    with pytest.raises(Declined):
        Members(conference, {**ASKED, "form": "expanded"}, KnownTexts())


def test_members_write_values_of_every_kind() -> None:
    """Text, a number, a boolean, a choice and words, each beside the main parameter."""
    url = "https://example.com"
    params = {"name": "x", "status_callback": url, "muted": True, "max_participants": 9}
    params |= {"coach": "c", "beep": "onEnter", "status_callback_event": "join leave"}
    members = Members(action_named("join_conference"), ASKED, KnownTexts())
    line = json.dumps({"action": "join_conference", "params": params}).encode()
    assert (members.written(params), []) == Answers(ASKED, strict=False).general(line)


MEMBERS = [
    (name, options, Members(action_named(name), options, KnownTexts()))
    for name in ("join_conference", "switch_context", "play_background_file", "transfer")
    for options in OPTIONS
    if options["form"] in ("auto", "full") and options["as"] in ("action", "response")
]


@settings(max_examples=1000)
@given(st.data(), st.sampled_from(MEMBERS))
def test_members_never_differ(
    data: st.DataObject, members: tuple[str, dict[str, object], Members]
) -> None:
    name, options, quickly = members
    params = data.draw(params_of(action_named(name), odd=data.draw(st.booleans())))
    if name == "join_conference" and data.draw(st.booleans()):  # few warnings then
        url = "https://example.com"
        params |= {"record": "record-from-start", "status_callback": url}
        params |= {"recording_status_callback": url, "wait_url": url, "max_participants": 9}
    try:
        quick = quickly.written(params)
    except NOT_QUICK:
        return
    line = json.dumps({"action": name, "params": params}).encode()
    general, cautions = Answers(options, strict=False).general(line)
    assert (quick, cautions) == (general, [])
    event("quick")


@settings(max_examples=1500)
@given(lines(), st.sampled_from(ANSWERS))
def test_quick_way_never_differs(line: bytes, answers: Answers) -> None:
    for _ in range(2 * OFTEN):
        try:
            quick = answers.quick(line)
        except NOT_QUICK:
            continue
        general, cautions = answers.general(line)
        assert (quick, cautions) == (general, [])
        event("quick")
        return


@given(lines(), st.sampled_from(OPTIONS))
def test_general_way_answers_or_refuses(line: bytes, options: dict[str, object]) -> None:
    try:
        text, _ = Answers(options, strict=False).general(line)
    except Refused:
        return
    json.loads(text)
    assert "\n" not in text


@given(requests())
def test_same_bytes_as_the_single_command(request: dict[str, Any]) -> None:
    action = action_named(request["action"].replace("-", "_"))
    own = [parameter for parameter in flags.of(action) if parameter.option == "params"]
    params = json.dumps(request["params"])
    single = run_here([action.command, own[0].flag, params, "--compact"])
    everything = heard(json.dumps(request))
    assert everything.text.encode() == single.out
    assert bool(everything.errors) == (single.status == 2)
    codes = [caution.code for _, found in everything.warnings for caution in found]
    if single.status == 0:
        assert re.findall(r"\[([a-z-]+)\]\n", single.err) == codes


# Parts of actions have none: nobody streams these.
@pytest.mark.parametrize(
    "action",
    [action for action in ACTIONS if not action.place.is_part],
    ids=lambda action: action.name,
)
def test_every_action_has_a_quick_way(action: Action) -> None:
    (path, *_) = [path for path in PARAMETERS_ONLY if path.parent.name == action.command]
    line = json.dumps({"action": action.name, "params": parameters_only(path)}).encode()
    answers = Answers({"form": "auto", "as": "action"}, strict=False)
    tries = 0
    while True:
        tries += 1
        try:
            quick = answers.quick(line)
            break
        except NOT_QUICK:
            assert tries < 2 * OFTEN
    assert quick == answers.general(line)[0]
