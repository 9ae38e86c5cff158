"""The reference's two examples as real SDK agents, run by the SDK's own `swaig-test`."""

import shlex
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from conftest import run_program

pytestmark = pytest.mark.once

AGENT = """\
from signalwire import AgentBase, FunctionResult

agent = AgentBase(name="my-agent", route="/agent")
agent.set_prompt_text("You are a helpful assistant.")


@agent.tool(name="tool", description="A tool")
def tool(args, raw_data):
    return {result}
"""

# The SDK's `swaig-test`, and not that of signalwire-agents, which takes its place in bin/.
(ENTRY,) = distribution("signalwire-sdk").entry_points.select(name="swaig-test")
SWAIG_TEST = f"from {ENTRY.module} import {ENTRY.attr}; {ENTRY.attr}()"


@pytest.mark.parametrize(
    ("response", "call", "arguments"),
    [
        pytest.param(
            "Joining the team call.",
            'join_conference(name="team-standup")',
            "join-conference --name team-standup",
            id="simple",
        ),
        pytest.param(
            "Joining the conference.",
            'join_conference(name="quarterly-review", muted=True, start_on_enter=False, '
            'record="record-from-start", max_participants=50)',
            "join-conference --name quarterly-review --muted --no-start-on-enter "
            "--record record-from-start --max-participants 50",
            id="moderated",
        ),
    ],
)
def test_agent_answers_what_swaigctl_builds(
    tmp_path: Path, response: str, call: str, arguments: str
) -> None:
    agent = tmp_path / "agent.py"
    agent.write_text(AGENT.format(result=f'FunctionResult("{response}").{call}'))
    done = subprocess.run(
        [sys.executable, "-c", SWAIG_TEST, agent, "--exec", "tool"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    _, found, answer = done.stdout.partition("RESULT:\n")
    assert found
    ours = run_program(shlex.split(arguments)).out.decode()
    assert answer == f"FunctionResult: {response}\n\nActions:\n{ours}"
