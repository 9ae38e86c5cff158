"""`swaigctl list`: actions and verbs, for people and for scripts."""

import json
from itertools import groupby
from shlex import split
from typing import Any

import pytest
from conftest import run_here

from swaigctl.catalog import every_action, sdk
from swaigctl.catalog.index import KEYS
from swaigctl.catalog.verbs import FLAVOURS, families

VERBS = [verb for verbs in families().values() for verb in verbs]


def rows(*arguments: str) -> list[dict[str, Any]]:
    outcome = run_here(["list", *arguments, "--format", "json"])
    assert (outcome.status, outcome.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def commands(*arguments: str) -> list[str]:
    return [row["command"] for row in rows(*arguments)]


def test_actions_are_listed_unless_verbs_are_asked_for() -> None:
    actions, verbs = rows(), rows("--what", "verbs")
    assert [row["method"] for row in actions] == [action.name for action in every_action()]
    assert [(row["flavour"], row["wire"]) for row in verbs] == [
        (verb.flavour, verb.name) for verb in VERBS
    ]
    assert rows("--what", "all") == actions + verbs
    assert {row["kind"] for row in actions} == {"action"}
    assert {row["kind"] for row in verbs} == {"verb"}
    assert {row["flavour"] for row in actions} == {None}


@pytest.mark.parametrize("what", ["actions", "verbs", "all"])
def test_people_see_a_line_for_each(what: str) -> None:
    lines = run_here(["list", "--what", what]).out.decode().splitlines()
    titles = [line.rstrip(":") for line in lines if line and not line.startswith("  ")]
    assert titles == [title for title, _ in groupby(row["family"] for row in rows("--what", what))]
    lines = [line for line in lines if line.startswith("  ")]
    for row, line in zip(rows("--what", what), lines, strict=True):
        columns = [part.strip() for part in line.split("  ") if part.strip()]
        assert columns == [each for each in (row["command"], row["wire"], row["summary"]) if each]


def test_words_bring_the_pages_too() -> None:
    lines = run_here(["list", "recording", "--what", "all"]).out.decode().splitlines()
    links = [line.strip() for line in lines if line.startswith("    ")]
    assert links == [row["source"] for row in rows("recording", "--what", "all")]
    assert all(link.startswith("https://") for link in links)


def test_json_has_what_help_says() -> None:
    for row in rows("--what", "all"):
        help_text = " ".join(run_here(["help", *row["command"].split()]).out.decode().split())
        assert (row["source"] or "") in help_text
        assert (row["wire_form"] or "") in help_text
        example = row["example"]
        assert example["purpose"] in help_text
        outcome = run_here(split(example["arguments"]))
        assert json.loads(outcome.out) == example["output"]


def test_each_command_is_one() -> None:
    for command in commands("--what", "all"):
        assert run_here(["help", *command.split()]).out.startswith(
            f"Usage: swaigctl {command}".encode()
        )


def test_names_on_the_wire() -> None:
    wires = {row["method"]: row["wire"] for row in rows()}
    assert {(name, key) for key, name in KEYS.items()} <= wires.items()
    assert wires["connect"] == "connect"
    assert wires["execute_swml"] == "SWML"
    assert wires["create_payment_prompt"] is None
    assert wires["add_action"] is None


def test_words_filter_names_and_summaries() -> None:
    assert commands("conference") == ["join-conference"]
    assert commands("CONFERENCE", "audio") == ["join-conference"]
    assert commands("playback_bg") == ["play-background-file", "stop-background-file"]
    assert commands("join_room") == commands("join-room") == ["join-room"]
    assert commands("--what", "verbs", "fax")[:2] == ["swml receive-fax", "swml send-fax"]
    flavour = FLAVOURS[1]
    found = commands("--what", "verbs", flavour.name)
    assert found == [f"swml --for {flavour.name} {verb.command}" for verb in VERBS[-len(found) :]]
    assert len(found) == len(flavour.names())


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["zzz"], "No action or verb has 'zzz' in its name or summary.\n"),
        (["zzz", "--what", "all"], "No action or verb has 'zzz' in its name or summary.\n"),
        (
            ["--what", "verbs", "zzz", "y"],
            "No action or verb has 'zzz' and 'y' in its name or summary. All of the words must be "
            "there: 'swaigctl list y --what all' looks for one of them.\n",
        ),
        (
            ["faxes?"],
            "No action or verb has 'faxes?' in its name or summary.\n",
        ),
        (
            ["send-fax"],
            "No action has 'send-fax' in its name or summary. One of the verbs has: see "
            "'swaigctl list --what verbs send-fax'.\n",
        ),
    ],
)
def test_nothing_is_found(arguments: list[str], answer: str) -> None:
    """A script sees it by the status, and gets JSON all the same."""
    outcome = run_here(["list", *arguments])
    assert (outcome.out, outcome.err, outcome.status) == (b"", answer, 1)
    outcome = run_here(["list", *arguments, "--format", "json"])
    assert (outcome.out, outcome.err, outcome.status) == (b"[]\n", answer, 1)


def test_what_the_sdk_has() -> None:
    from signalwire.core.function_result import FunctionResult
    from signalwire.core.swml_builder import SWMLBuilder
    from signalwire.core.swml_service import SWMLService

    for action in every_action():
        assert sdk.has_action(action) == hasattr(FunctionResult, action.name), action.name
    builder = SWMLBuilder(SWMLService("listed"))
    calling, messaging = FLAVOURS
    for name in calling.names():
        assert sdk.has_verb(calling.named(name)) == hasattr(builder, name), name
    written = set(builder.service.schema_utils.get_all_verb_names())
    assert written == {name for name in calling.names() if sdk.has_verb(calling.named(name))}
    assert not any(sdk.has_verb(messaging.named(name)) for name in messaging.names())
    listed = {(row["kind"], row["flavour"], row["wire"]) for row in rows("--what", "all")}
    assert ("verb", "calling", "transcribe") in listed
    assert {row["wire"]: row["in_sdk"] for row in rows("--what", "verbs", "transcribe")} == {
        "live_transcribe": True,
        "transcribe": False,
        "transcribe_stop": False,
    }
