"""What is found beyond the shapes of values: across documents, agents and responses."""

import json
import shlex

import pytest
from conftest import HERE, run_here

from swaigctl.catalog import agent_rules, document_rules, responses
from swaigctl.check.validation import validate
from swaigctl.cli.quick import read_and_answer
from swaigctl.findings import Finding, Refused

pytestmark = pytest.mark.once

RULES = HERE / "rules"
PAIRS = HERE / "validate"

NOT_ON_THE_WIRE = {
    "conference-of-one": "the verb refuses fewer than 2: reading says 'range'",
    "not-used": "only one of the values is written",
    "nothing-to-wait-for": "without an action, 'post_process' is not written",
    "one-form": "about a flag of the output",
    "prompt-not-shown": "about a part of the response that the output leaves out",
    "response-replaced": "only the text that took the other's place is written",
    "transfer-not-shown": "about a part of the action that the output leaves out",
}
"""Cautions of the builders that what they print can't show, with the reason."""


def cautioned() -> list[object]:
    """The command lines in which a rule finds something, and that print an answer."""
    found: list[object] = []
    for folder in sorted(RULES.iterdir()):
        for line in (folder / "found.args").read_text(encoding="utf-8").splitlines():
            try:
                read_and_answer(shlex.split(line))
            except Refused:
                continue  # it is an error, so nothing is printed
            found.append(pytest.param(folder.name, line, id=f"{folder.name}: {line[:60]}"))
    return found


@pytest.mark.parametrize(("code", "line"), cautioned())
def test_what_the_builders_warn_of_is_found_when_it_is_read(code: str, line: str) -> None:
    printed = run_here(shlex.split(line)).out
    found = codes(validate(json.loads(printed))) if printed else set()
    assert (code in found) == (code not in NOT_ON_THE_WIRE)


def test_each_reason_is_about_a_rule_with_an_example() -> None:
    assert set(NOT_ON_THE_WIRE) <= {each.name for each in RULES.iterdir()}


@pytest.mark.parametrize(
    "name", ["never-runs", "nothing-spoken", "set-and-removed", "step-on-hold"]
)
def test_what_the_builders_let_pass_is_not_found(name: str) -> None:
    for line in (RULES / name / "not-found.args").read_text(encoding="utf-8").splitlines():
        printed = json.loads(run_here(shlex.split(line)).out)
        assert name not in codes(validate(printed))


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_every_rule_finds_something_in_a_pair() -> None:
    folders = {each.name for each in (PAIRS / "wrong").iterdir()}
    rules = (
        *document_rules.every_rule(),
        *agent_rules.RULES,
        *responses.RULES,
        *responses.RULES_OF_READING,
    )
    # Nothing that was read brings along a text that takes another's place.
    assert {rule.code for rule in rules} - {"response-replaced"} <= folders


def test_every_rule_is_explained_without_an_example_of_it() -> None:
    for rule in (*document_rules.every_rule(), *agent_rules.RULES, *responses.RULES_OF_READING):
        assert "''" not in rule.explanation(repr)


def document(*steps: object, **sections: list[object]) -> dict[str, object]:
    return {"sections": {"main": list(steps), **sections}}


def agent(contexts: object = None, functions: object = (), **members: object) -> dict[str, object]:
    prompt = {"text": "Hi.", **({} if contexts is None else {"contexts": contexts})}
    swaig = members.pop("SWAIG", {"functions": list(functions)})  # type: ignore[call-overload]
    return document({"ai": {"prompt": prompt, "SWAIG": swaig, **members}})


def function(*actions: object, name: str = "f", **output: object) -> dict[str, object]:
    answer = {"response": "Done.", "action": list(actions), **output}
    return {"function": name, "description": "It works.", "data_map": {"output": answer}}


def steps(*names: str, **members: object) -> dict[str, object]:
    return {"steps": [{"name": name, "text": "Ask."} for name in names], **members}


def test_a_label_of_another_section_is_said_to_be_there() -> None:
    found = validate(document({"goto": {"label": "x"}}, other=[{"label": "x"}]))
    (finding,) = (each for each in found if each.code == "unknown-label")
    assert finding.message == "there is no label 'x' in section 'main', only in 'other'."


NOTHING_ACROSS = {
    "a name of the platform's, which adds it only to contexts": agent(
        None, [function(name="next_step")]
    ),
    "functions of the platform's": agent(
        {"default": {"steps": [{"name": "a", "text": "Ask.", "functions": ["startup_hook"]}]}}
    ),
    "a label of a variable": document({"goto": {"label": "${x}"}}, {"label": "here"}),
    "a goto without a label": document({"goto": {"lable": "x"}}, {"label": "x"}),
    "a misspelt label, which is found already": document({"goto": {"label": "y"}}, {"label": "x"}),
    "a misspelt section, which is found already": document(
        {"execute": {"dest": "houres"}}, hours=[{"answer": {}}]
    ),
    "a section by its URL": document({"transfer": {"dest": "https://shop.example/x"}}),
    "whom to call, which has a rule of its own": document({"transfer": {"dest": "sip:a@b.c"}}),
    "no sections to go to": {"sections": None},
    "sections that are no object": {"sections": [{"execute": {"dest": "x"}}]},
    "steps behind a goto back, for calls": document(
        {"label": "x"}, {"goto": {"label": "x"}}, {"hangup": {}}
    ),
    "a branch without an else": document(
        {"cond": [{"when": "x", "then": [{"hangup": {}}]}]}, {"answer": {}}
    ),
    "a branch that goes on": document(
        {"cond": [{"when": "x", "then": [{"hangup": {}}]}, {"else": [{"answer": {}}]}]},
        {"answer": {}},
    ),
    "an else of a condition": document(
        {"cond": [{"when": "x", "then": [{"hangup": {}}], "else": []}]}, {"answer": {}}
    ),
    "a label inside a branch behind the end": document(
        {"goto": {"label": "x", "when": "y"}},
        {"hangup": {}},
        {"cond": [{"when": "x", "then": [{"label": "x"}]}]},
    ),
    "several verbs in one step": document({"hangup": {}, "answer": {}}),
    "a way out of a circle": document(
        {"execute": {"dest": "x"}},
        x=[{"cond": [{"when": "y", "then": [{"return": 1}]}]}, {"execute": {"dest": "x"}}],
    ),
    "a circle with what may end it": document(
        {"execute": {"dest": "x"}}, {"execute": {"dest": "main"}}, x=[{"cond": []}]
    ),
    "one more turn, perhaps": {
        "response": "Bye.",
        "post_process": "${x}",
        "action": [{"hangup": True}],
    },
    "functions that bring others": agent(
        {"default": {"steps": [{"name": "a", "text": "Ask.", "functions": ["remote"]}]}},
        SWAIG={"mcp_servers": [{"url": "https://shop.example/mcp"}]},
    ),
    "steps of a variable": agent({"default": steps("a", valid_steps=["${next}", "next"])}),
    "a context that an action goes to": agent(
        {"default": steps("a", valid_contexts=["default"]), "other": steps("a")},
        [function({"change_context": "other"})],
    ),
    "a step that an action goes to": agent(
        {"default": {"steps": [{"name": "a", "text": "Ask.", "end": True}, *steps("b")["steps"]]}},  # type: ignore[misc]
        [function({"change_step": "b"})],
    ),
    "SWML that is allowed": agent(
        None, [function({"SWML": document({"answer": {}})})], params={"swaig_allow_swml": True}
    ),
    "an agent that stops once more": {
        "response": "Bye.",
        "post_process": True,
        "action": [{"SWML": document({"answer": {}}), "transfer": True}, {"stop": True}],
    },
    "several actions in one object": {"action": {"hangup": True, "say": "Bye"}},
    "no action, and none to wait for": {"response": "Hi.", "post_process": False},
    "actions that are none": {"response": "Hi.", "action": [None, "hangup", 7]},
    "data of the wrong type": {"action": [{"set_global_data": 7}, {"unset_global_data": None}]},
}

ACROSS = {
    rule.code
    for rule in (
        *document_rules.every_rule(),
        *agent_rules.RULES,
        *responses.RULES,
        *responses.RULES_OF_READING,
    )
} - {"empty"}


@pytest.mark.parametrize("name", NOTHING_ACROSS)
def test_nothing_is_found_across(name: str) -> None:
    expected = {"unknown-label", "unknown-section"} if "found already" in name else set()
    assert codes(validate(NOTHING_ACROSS[name])) & ACROSS <= expected


SEEN = {
    ("unused-context", "sections.main.0.ai.prompt.contexts.other"): agent(
        {"default": steps("a"), "other": steps("a")}
    ),
    ("reserved-name", "sections.main.0.ai.SWAIG.functions.0.function"): agent(
        {"default": steps("a")}, [function(name="next_step")]
    ),
    ("never-runs", "sections.main.1.answer"): document({"return": 1}, {"answer": {}}),
    ("never-runs", "sections.main.1.play"): document(
        {
            "switch": {
                "variable": "x",
                "case": {"a": [{"hangup": {}}]},
                "default": [{"transfer": {"dest": "https://shop.example/x"}}],
            }
        },
        {"play": {"url": "say:Hi"}},
    ),
    ("unused-section", "sections.x"): document({"answer": {}}, x=[{"answer": {}}]),
    ("never-ends", "sections.main.1.execute.dest"): document(
        {"play": {"url": "say:Hi"}}, {"execute": {"dest": "main"}}
    ),
    ("unknown-context", "sections.main.0.ai.SWAIG.functions.0.data_map.output.action.0."
     "change_context"): agent(None, [function({"change_context": "x"})]),
    ("unknown-function", "sections.main.0.ai.prompt.contexts.default.steps.0.gather_info."
     "questions.0.functions.0"): agent(
        {"default": {"steps": [{
            "name": "a",
            "text": "Ask.",
            "gather_info": {"questions": [
                {"key": "k", "question": "Q?", "functions": ["x"]}
            ]},
        }]}}
    ),
    ("not-allowed", "sections.main.0.ai.SWAIG.functions.0.data_map.output.action.0.SWML"): agent(
        None, [function({"SWML": document({"answer": {}})})], params={"swaig_allow_swml": "false"}
    ),
    ("nothing-spoken", "sections.main.0.ai.SWAIG.functions.0.data_map.output.action.0.hangup"):
        agent(None, [function({"hangup": True})]),
    ("set-and-removed", "action.1.unset_global_data"): {
        "action": [{"set_global_data": {"x": 1}}, {"unset_global_data": "x"}]
    },
    ("agent-stays", "action.SWML.sections.main.0.join_room"): {
        "action": {"SWML": document({"join_room": {"name": "x"}})}
    },
    ("agent-stays", "0.SWML.sections.main.0.join_room"): [
        {"SWML": document({"join_room": {"name": "x"}})}
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "path", "value"),
    [(*at, value) for at, value in SEEN.items()],
    ids=map(" ".join, SEEN),
)
def test_it_is_found_there(code: str, path: str, value: object) -> None:
    found = {(each.code, ".".join(map(str, each.path))) for each in validate(value)}
    assert (code, path) in found


DEPRECATED = {
    "purpose": ({"functions": [{"function": "f", "purpose": "x"}]}, "description"),
    "argument": (
        {"functions": [{"function": "f", "description": "x", "argument": "x"}]},
        "parameters",
    ),
    "user": (
        {"includes": [{"url": "https://a.example", "functions": [], "user": "x"}]},
        "auth_user",
    ),
    "pass": (
        {"includes": [{"url": "https://a.example", "functions": [], "pass": "x"}]},
        "auth_password",
    ),
    "web_hook_auth_pass": ({"defaults": {"web_hook_auth_pass": "x"}}, "web_hook_auth_password"),
    "engine": ([{"name": "x", "code": "x", "voice": "x", "engine": "x"}], "voice"),
    "fillers": ([{"name": "x", "code": "x", "voice": "x", "fillers": ["x"]}], "function_fillers"),
    "listen_language": ([{"name": "x", "voice": "x", "listen_language": "x"}], "code"),
    "eleven_labs_stability": ({"eleven_labs_stability": 0.4}, "params"),
    "eleven_labs_similarity": ({"eleven_labs_similarity": 0.4}, "params"),
    "languages_enabled": ({"languages_enabled": True}, "no effect"),
    "voice": ("x", "languages"),
    "post_prompt_auth_user": ("x", "post_prompt_url"),
    "post_prompt_auth_password": ("x", "post_prompt_url"),
}
MEMBER = {
    **dict.fromkeys(("purpose", "argument", "user", "pass", "web_hook_auth_pass"), "SWAIG"),
    **dict.fromkeys(("engine", "fillers", "listen_language"), "languages"),
    **dict.fromkeys(
        ("eleven_labs_stability", "eleven_labs_similarity", "languages_enabled"), "params"
    ),
}


@pytest.mark.parametrize("name", DEPRECATED)
def test_what_is_deprecated_says_what_to_write(name: str) -> None:
    value, instead = DEPRECATED[name]
    ai = {"prompt": {"text": "Hi."}, MEMBER.get(name, name): value}
    (finding,) = validate(document({"ai": ai}))
    assert finding.path[-1] == name
    assert finding.severity == "warning"
    assert instead in finding.message


@pytest.mark.parametrize(
    ("step", "suggestion"),
    [
        ({"connect": {"to_number": "+15551234567"}}, "to"),
        ({"connect": {"to": "+15551234567", "from_number": "+15559876543"}}, "from"),
        ({"unset": {"vars": ["x", "y"]}}, ["x", "y"]),
    ],
)
def test_what_was_renamed_is_suggested(step: object, suggestion: object) -> None:
    (finding,) = validate(document(step))
    assert finding.suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("connect: {to: +15551234567}", [("lost-plus", "error", "+15551234567")]),
        ("connect: {serial: [{to: +15551234567}]}", [("lost-plus", "error", "+15551234567")]),
        ("connect: +15551234567", [("type", "error", None)]),
        ("set: {to: +15551234567}", [("lost-plus", "warning", "+15551234567")]),
        ("set: {to: [{it: +15551234567}]}", [("lost-plus", "warning", "+15551234567")]),
        ("set: {to: +17}", []),
        ("set: {to: '+15551234567', sum: 1 +15551234567}", []),
        ("sleep: +500", []),
        ("play: {url: 'say:x', volume: +50}", [("range", "error", None)]),
        ("send_digits: {digits: 0123}", [("type", "error", "0123")]),
        ("label: 1.50", [("type", "error", "1.50")]),
        ("send_digits: {digits: 123}", [("type", "error", "123")]),
        ("set: {a: &x +15551234567, b: *x}", [("lost-plus", "warning", "+15551234567")]),
    ],
)
def test_numbers_are_seen_as_they_are_written(
    text: str, expected: list[tuple[str, str, object]]
) -> None:
    found = validate(f"sections:\n  main:\n  - {text}\n")
    assert [(each.code, each.severity, each.suggestion) for each in found] == expected


def test_a_fraction_in_json_is_suggested_as_it_is_written() -> None:
    text = '{"sections": {"main": [{"label": 1.50}]}}'
    (finding,) = validate(text)
    assert finding.suggestion == "1.50"


def test_transfer_inside_the_document_is_said_to_keep_the_agent() -> None:
    action = {"SWML": {**document({"connect": {"to": "+15551234567"}}), "transfer": "true"}}
    (finding,) = validate(action)
    assert (finding.code, finding.severity) == ("misplaced", "error")
    assert "the agent never leaves" in finding.message


def test_paths_of_pairs_are_in_their_documents() -> None:
    """Each finding points at something that is there, or at a member that is missing."""
    for path in (PAIRS / "wrong").glob("*/*.json"):
        value = json.loads(path.read_text(encoding="utf-8"))
        for finding in validate(value):
            inner = value
            if not finding.path:
                continue  # about the document as a whole
            for step in finding.path[:-1]:
                inner = inner[step]
            assert finding.code == "required" or finding.path[-1] in (
                inner if isinstance(inner, dict) else range(len(inner))
            )
