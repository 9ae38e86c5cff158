"""`respond`: a whole response, and what is unwise across its actions."""

import json
import shlex

import pytest
from conftest import run_here, run_program

from swaigctl import FunctionResult
from swaigctl.catalog import index


def respond(arguments: str) -> tuple[object, list[str]]:
    """The response, and the warnings without their label."""
    outcome = run_here(["respond", *shlex.split(arguments)])
    assert outcome.status == 0, outcome.err
    warnings = [line.removeprefix("Warning: ") for line in outcome.err.splitlines()]
    return json.loads(outcome.out), warnings


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (
            '--response "Joining." say --text "Hi" join-conference --name x',
            FunctionResult("Joining.").say("Hi").join_conference("x"),
        ),
        ("", FunctionResult()),
        ('--response "Hello"', FunctionResult("Hello")),
        (
            "--tool-result done --tool-prompt 'Say so.' --post-process hangup",
            FunctionResult(tool_result="done", tool_prompt="Say so.", post_process=True).hangup(),
        ),
        (
            "hold --prompt 'Tell them.' --timeout 60",
            FunctionResult().hold("Tell them.", 60),
        ),
        (
            "connect --destination +15551234567 --no-final",
            FunctionResult().connect("+15551234567", final=False),
        ),
        (
            "tap --uri wss://x stop-tap say --text a say --text b",
            FunctionResult().tap("wss://x").stop_tap().say("a").say("b"),
        ),
    ],
)
def test_respond_is_the_python_chain(arguments: str, result: FunctionResult) -> None:
    document, warnings = respond(arguments)
    assert json.dumps(document) == json.dumps(result.to_dict())
    assert warnings == []


@pytest.mark.parametrize(
    ("arguments", "warning"),
    [
        (
            "hangup say --text bye",
            "say: never runs: hangup before it ends the agent's part. [never-runs]",
        ),
        (
            "connect --destination +15551234567 say --text a",
            "say: never runs: connect before it ends the agent's part. [never-runs]",
        ),
        (
            "stop say --text a",
            "say: never runs: stop before it ends the agent's part. [never-runs]",
        ),
        (
            "hangup say --text a stop add-action --name x --data 1",
            "say: never runs, nor does one action behind it: hangup before it ends the agent's "
            "part. [never-runs]",
        ),
        (
            "hangup add-action --name x --data 1 say --text a hold",
            "add-action: never runs, nor do 2 actions behind it: hangup before it ends the agent's "
            "part. [never-runs]",
        ),
        (
            """--response x execute-swml --swml-content '{"sections": {"main": []}}' --transfer""",
            "execute-swml: comes before anything is said: the response needs --post-process. "
            "[nothing-spoken]",
        ),
        (
            "--response x hold",
            "hold: comes before anything is said: the response needs --post-process. "
            "[nothing-spoken]",
        ),
        (
            """update-global-data --data '{"a": 1}' remove-global-data --keys b --keys a""",
            "remove-global-data: --keys: removes 'a', which update-global-data sets. "
            "[set-and-removed]",
        ),
        (
            """remove-metadata --keys a set-metadata --data '{"a": 1}'""",
            "set-metadata: --data: sets 'a', which remove-metadata removes. [set-and-removed]",
        ),
        (
            "--response x hold --prompt y",
            "hold: --prompt: takes the place of the response that was given. [response-replaced]",
        ),
        (
            "--post-process",
            "--post-process: has no effect without an action: there is nothing to run later. "
            "[nothing-to-wait-for]",
        ),
        (
            "say --text a join-conference --name x --trim do-not-trim",
            "join-conference: --trim: has no effect unless --record is 'record-from-start': "
            "nothing is recorded. [nothing-recorded]",
        ),
    ],
)
def test_what_is_unwise(arguments: str, warning: str) -> None:
    assert respond(arguments)[1] == [warning]
    strict = run_here(["respond", "--strict", *shlex.split(arguments)])
    assert strict.err.startswith(f"Error: {warning}\n")
    assert (strict.status, strict.out) == (2, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        "--response x --post-process hold",
        "--response x connect --destination +15551234567 --no-final say --text a",
        """update-global-data --data '{"a": 1}' remove-metadata --keys a""",
        """update-global-data --data '{"a": 1}' update-global-data --data '{"a": 2}'""",
        "hangup",
        "say --text a hangup",
    ],
)
def test_what_is_not_unwise(arguments: str) -> None:
    assert respond(arguments)[1] == []


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (
            "say --text a join-conference --beep x",
            "Error: join-conference: --beep: must be one of 'true', 'false', 'onEnter', "
            "'onExit', not 'x'.\nError: join-conference: --name: is required.\n"
            "See 'swaigctl join-conference --help'.\n",
        ),
        (
            "say --text a say",
            "Error: action 2, say: --text: is required.\nSee 'swaigctl say --help'.\n",
        ),
        (
            "say --text a sya --text b",
            "Error: 'sya' is not a command. Did you mean 'say'?\nSee 'swaigctl --help'.\n",
        ),
        (
            "say --text a --post-process",
            "Error: say: --post-process: is for the response: give it before its first entry.\n"
            "See 'swaigctl say --help'.\n",
        ),
        (
            "say --txet a",
            "Error: say: '--txet' is not a flag. Did you mean '--text'?\n"
            "See 'swaigctl say --help'.\n",
        ),
        (
            "create-payment-action --action-type Say --phrase x",
            "Error: create-payment-action: is a part of an action, not an action.\n"
            "See 'swaigctl create-payment-action --help'.\n",
        ),
        (
            "--response a --tool-prompt b",
            "Error: --response: can't go with --tool-result or --tool-prompt, which take its "
            "place.\nSee 'swaigctl respond --help'.\n",
        ),
        (
            "update-global-data --data - set-metadata --data -",
            "Error: --data and --data: only one of them can read standard input.\n"
            "See 'swaigctl respond --help'.\n",
        ),
        (
            "join-conference --name x --muted --form simplified",
            "Error: join-conference: --form simplified: the simplified form is just the name, it "
            "can't hold --muted.\nSee 'swaigctl join-conference --help'.\n",
        ),
    ],
)
def test_errors_name_their_action(arguments: str, answer: str) -> None:
    outcome = run_here(["respond", *shlex.split(arguments)])
    assert (outcome.err, outcome.status, outcome.out) == (answer, 2, b"")


def test_help_inside_a_chain_is_the_actions() -> None:
    chain = run_program(["respond", "say", "--text", "a", "hold", "--help"])
    assert chain.out == run_program(["hold", "--help"]).out


def test_list_names_every_command() -> None:
    rows = json.loads(run_program(["list", "--format", "json"]).out)
    text = run_program(["list"]).out.decode()
    lines = [line for line in text.splitlines() if line.startswith("  ")]
    assert len(rows) == len(lines) == len(index.ACTIONS)
    for row, line in zip(rows, lines, strict=True):
        assert row["method"] == row["command"].replace("-", "_")
        assert line.split()[0] == row["command"]
        assert line.endswith(f"  {row['summary']}")
        assert f"{row['family']}:\n" in text
