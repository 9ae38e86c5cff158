"""The quick path may decline; it may never differ. And it imports next to nothing."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import pytest
from conftest import run_here, run_program
from hypothesis import event, given, settings
from hypothesis import strategies as st

from swaigctl.catalog import families, index
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.verbs import CALLING, MESSAGING
from swaigctl.cli import quick
from swaigctl.cli.flags import flag_table, parameters_of
from swaigctl.descriptions import needed_by, parameters_of_verb
from swaigctl.model.entries import Action, Parameter, Verb
from swaigctl.model.kinds import Boolean, Choice, Integer, Switch, Words

ACTIONS = [action for actions in families().values() for action in actions]

ODD = st.sampled_from(
    [
        "",
        " ",
        "  x",
        "-",
        "--",
        "--name",
        "-c",
        "--=",
        "=",
        "@",
        "@no-such-file",
        "{}",
        "[]",
        "null",
    ]
    + ["x", "007", "-1", "+5", "1.5", "250", "true", "é", "\udcff", '{"a": 1}', "respond", "say"]
)


def right_values(parameter: Parameter) -> st.SearchStrategy[str]:
    kind = parameter.kind
    if isinstance(kind, Choice):
        return st.sampled_from(kind.spellings)
    if isinstance(kind, Words):
        return st.lists(st.sampled_from(kind.spellings), min_size=1, max_size=2).map(" ".join)
    if isinstance(kind, Integer):
        return st.integers(kind.minimum, kind.maximum).map(str)
    if kind.takes_json:
        return st.sampled_from(["{}", "[]", '{"name": "p"}', '{"muted": true}', "[1, null]"])
    return st.text(min_size=1, max_size=5)


def one_flag(parameter: Parameter) -> st.SearchStrategy[list[str]]:
    """The parameter's flag as people give it, mostly right."""
    if isinstance(parameter.kind, Boolean):
        flags = [parameter.flag, *filter(None, [parameter.short])]
        if not isinstance(parameter.kind, Switch):
            flags.append(parameter.negative_flag)
        return st.sampled_from(flags).map(lambda flag: [flag])
    right = right_values(parameter)
    return st.one_of(
        right.map(lambda value: [parameter.flag, value]),
        right.map(lambda value: [f"{parameter.flag}={value}"]),
    )


def odd_piece(parameters: Sequence[Parameter]) -> st.SearchStrategy[list[str]]:
    """Something that is wrong or at least unusual."""
    flags = st.sampled_from(
        [*flag_table(parameters), "--nmae", "-x", "-cc", "--no", "--help", "-h"]
    )
    return st.one_of(
        ODD.map(lambda value: [value]),
        flags.map(lambda flag: [flag]),
        st.tuples(flags, ODD).map(list),
        st.tuples(flags, ODD).map(lambda pair: ["=".join(pair)]),
    )


def flags_for(
    parameters: Sequence[Parameter], required: Sequence[str]
) -> st.SearchStrategy[list[str]]:
    """Flags with their values, now and then with something odd among them."""
    right = st.sampled_from(parameters).flatmap(one_flag)
    pieces = st.one_of(
        st.lists(right, max_size=6),
        st.lists(right | odd_piece(parameters), max_size=6),
    )
    return st.tuples(st.booleans(), pieces).map(
        lambda drawn: [*(required if drawn[0] else []), *chain.from_iterable(drawn[1])]
    )


def required_flags(action: Action) -> list[str]:
    """What the action can't do without."""
    return [piece for p in action.parameters if p.required for piece in (p.flag, "x")]


def action_arguments(action: Action, in_chain: bool) -> st.SearchStrategy[list[str]]:
    flags = flags_for(parameters_of(action, in_chain), required_flags(action))
    return flags.map(lambda rest: [action.command, *rest])


ALONE = st.sampled_from(ACTIONS).flatmap(lambda action: action_arguments(action, False))
CHAINS = st.tuples(
    flags_for(flags.RESPOND, []),
    st.lists(
        st.sampled_from(ACTIONS).flatmap(lambda action: action_arguments(action, True)), max_size=3
    ),
).map(lambda drawn: ["respond", *drawn[0], *chain.from_iterable(drawn[1])])


VERBS = [flavour.named(name) for flavour in (CALLING, MESSAGING) for name in flavour.names()]


def verb_arguments(verb: Verb) -> st.SearchStrategy[list[str]]:
    parameters = (*parameters_of_verb(verb), *document_flags.of_verb(verb))
    required = [piece for p in needed_by(verb) for piece in (p.flag, "x")]
    section = st.sampled_from([[], [], [], ["--section", "a"], ["--section=b"], ["--end"]])
    return st.tuples(flags_for(parameters, required), section).map(
        lambda drawn: [verb.command, *drawn[0], *drawn[1]]
    )


def documents(parameters: Sequence[Parameter]) -> st.SearchStrategy[list[str]]:
    entries = st.lists(st.sampled_from(VERBS).flatmap(verb_arguments), max_size=3)
    return st.tuples(flags_for(parameters, []), entries).map(
        lambda drawn: ["swml", *drawn[0], *chain.from_iterable(drawn[1])]
    )


DOCUMENTS = documents(document_flags.DOCUMENT)
WITH_DOCUMENTS = st.tuples(CHAINS, documents(document_flags.DOCUMENT_IN_RESPONSE)).map(
    lambda drawn: [*drawn[0], *drawn[1]]
)


@settings(max_examples=600, deadline=None)
@given(ALONE | CHAINS | DOCUMENTS | WITH_DOCUMENTS)
def test_quick_path_never_differs(arguments: list[str]) -> None:
    first = run_here(arguments)
    second = run_here(arguments, quick=False)
    assert (first.out, first.err, first.status) == (second.out, second.err, second.status)
    event(f"status {first.status}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["join-conference", "--name", "x", "--muted"],
        ["join-conference", "--name=x", "--status-callback-event", "join leave", "-c"],
        ["join-conference", "--params", '{"name": "x"}', "--strict"],
        ["join-conference", "--name", "x", "--trim", "do-not-trim"],
        ["join-conference", "--name", "x", "--diff", "--format", "yaml"],
        [
            "respond",
            "--response",
            "Hi",
            "join-conference",
            "--name",
            "x",
            "join-conference",
            "--name=y",
        ],
        ["respond"],
        ["respond", "--params", '{"response": "Hi", "actions": [{"hangup": {}}]}'],
        ["respond", "--response", "Hi", "--skeleton", "say"],
        ["say", "--text-file", "pyproject.toml"],
        ["update-global-data", "--data", "name=Bob", "--data", "count:=3"],
        ["swml", "answer", "play", "--url", "say:Hi", "hangup", "-c"],
        ["swml", "ai", "--prompt.text", "x", "--section", "a", "return"],
        ["respond", "swml", "answer", "hangup", "--end", "say", "--text", "x"],
    ],
)
def test_quick_path_answers_what_is_well_formed(arguments: list[str]) -> None:
    assert quick.read_and_answer(arguments).content


BANNED = {
    *("typer", "click", "rich", "pydantic", "typing", "inspect", "dataclasses", "argparse"),
    *("json", "re", "enum", "functools", "collections", "yaml", "difflib", "pathlib", "shutil"),
    *("importlib.metadata", "subprocess", "logging", "tempfile", "contextlib", "warnings"),
}


def modules_after(code: str) -> set[str]:
    """The modules that running `code` adds to those of bare Python."""
    report = "; import sys as s; s.stderr.write(' '.join(s.modules))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", text + report],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env={name: os.environ[name] for name in os.environ if not name.startswith("COV")},
        )
        for text in ("pass", code)
    ]
    bare, loaded = (set(run.stderr.splitlines()[-1].split()) for run in runs)
    return loaded - bare


def call(*arguments: str) -> str:
    run = "from swaigctl.cli.main import main; main()"
    return f"import sys; sys.argv[1:] = {list(arguments)!r}; {run}"


@pytest.mark.parametrize(
    "code",
    [
        call("join-conference", "--name", "x", "--muted"),
        call("join-conference", "--name", "x", "--beep", "onEnter", "-c", "--as", "swml"),
        call("join-conference", "--name", "x", "--trim", "do-not-trim"),  # with a warning
        call("respond", "--response", "Hi", "join-conference", "--name", "x"),
        call("say", "--text-file", "pyproject.toml"),
        call("update-global-data", "--data", "name=Bob", "--data", "address.city=Bonn"),
        call("toggle-functions", "--function-toggles", "lookup=false"),
        call("respond", "--response-file", "pyproject.toml", "hangup"),
        call("swml", "answer", "play", "--url", "say:Hi", "hangup"),
        call("swml", "connect", "--to", "+15551234567", "--codecs", "OPUS"),  # with a warning
        call("respond", "swml", "answer", "--end", "say", "--text", "x"),
        "from swaigctl import FunctionResult",
        "from swaigctl import FunctionResult as F; F().join_conference('x', True).to_dict()",
    ],
)
def test_nothing_heavy_is_imported(code: str) -> None:
    assert not BANNED & modules_after(code)


@pytest.mark.parametrize(
    "code",
    [
        call("remove-global-data", "--keys", "a", "--keys", "b"),
        call("swml", "play", "--urls", "say:a", "--urls", "say:b"),
    ],
)
def test_what_tells_of_mistakes_is_not_imported(code: str) -> None:
    assert not {"swaigctl.cli.flag_faults", "swaigctl.findings.messages"} & modules_after(code)


RIGHT = {
    "document": '{"sections": {"main": [{"answer": {}}, {"play": {"url": "say:x"}}]}}',
    "response": '{"response": "Bye", "action": [{"say": "Bye"}, {"hangup": true}]}',
    "action": '{"set_global_data": {"caller": "Ada"}}',
}


@pytest.mark.parametrize("kind", RIGHT)
def test_a_right_file_imports_nothing_heavy(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "right.json"
    path.write_text(RIGHT[kind])
    loaded = modules_after(call("validate", str(path)))
    assert "swaigctl.check.judging" in loaded
    assert not BANNED & loaded
    needless = ("cli.answers", "build.calls", "catalog.program.tools", "findings.messages")
    assert not {f"swaigctl.{module}" for module in needless} & loaded


@pytest.mark.parametrize("params", ['{"name": "x"}', "@params.json", "@params.yaml", "-"])
def test_files_and_standard_input_need_no_typer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, params: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("params.json").write_text('{"name": "x"}')
    Path("params.yaml").write_text("name: x")
    code = "import io, sys; sys.stdin = io.TextIOWrapper(io.BytesIO(b'name: x')); "
    loaded = modules_after(code + call("join-conference", "--params", params))
    assert "swaigctl.catalog.actions.conferencing" in loaded
    assert not {"typer", "click", "rich", "pydantic"} & loaded


def test_one_action_imports_one_family() -> None:
    loaded = modules_after(call("join-conference", "--name", "x"))
    actions = {f"swaigctl.catalog.actions.{module}" for module in set(index.ACTIONS.values())}
    assert loaded & actions == {"swaigctl.catalog.actions.conferencing"}
    verbs = {f"swaigctl.catalog.verbs.{module}" for module in CALLING.families.values()}
    assert loaded & verbs == {"swaigctl.catalog.verbs.conferencing"}


@pytest.mark.parametrize(
    "arguments",
    [
        "fixtures list",
        "fixtures list --format json fixtures.yaml",
        "fixtures build --prune --output made fixtures.yaml",
        "fixtures check",
        "fixtures check --output made --strict",
        "fixtures lst",
        "fixtures list --prune",
        "fixtures list none.yaml",
        "fixtures list a b",
        "fixtures --output=",
        "fixtures",
        "batch calls.jsonl",
        "batch --as verb calls.jsonl --form full",
        "batch calls.jsonl --fail-fast --strict",
        "batch none.jsonl",
        "batch a b",
        "batch --as=verbs",
        "validate answer.yaml",
        "validate --format json answer.yaml --as messaging",
        "validate none.yaml",
        "validate --fail-on=never answer.yaml",
        "validate --as",
    ],
)
def test_tools_answer_alike_without_the_quick_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for tool in TOOLS.values():
        if tool.sample:
            Path(tool.sample[0]).write_text(tool.sample[1] + "\n")
    quickly = run_program(arguments.split())
    shutil.rmtree("made", ignore_errors=True)
    assert run_program(arguments.split(), SWAIGCTL_QUICK="0") == quickly


@pytest.mark.parametrize(
    "arguments", [["fixtures", "list", "p.json"], ["batch", "p.json"], ["validate", "p.json"]]
)
def test_tools_need_no_typer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("p.json").write_text('{"fixtures": [{"action": "hangup"}]}')
    loaded = modules_after(call(*arguments))
    assert f"swaigctl.cli.tools.{arguments[0]}" in loaded
    assert not {"typer", "click", "rich", "pydantic", "yaml"} & loaded


def test_quick_path_can_be_turned_off() -> None:
    loaded = modules_after(
        "import os; os.environ['SWAIGCTL_QUICK'] = '0'; " + call("join-conference", "--name", "x")
    )
    assert "typer" in loaded


def test_a_thousand_actions_in_one_response() -> None:
    actions = [
        piece for n in range(1000) for piece in ("join-conference", "--name", str(n), "--muted")
    ]
    outcome = run_here(["respond", *actions])
    assert outcome.status == 0
    assert len(json.loads(outcome.out)["action"]) == 1000
