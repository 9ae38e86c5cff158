"""Streams, exit status, colour and locale of the real program."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import PROGRAM, run_program

from swaigctl import __version__

CALL = ["join-conference", "--name", "x", "--muted"]
WARNED = ["join-conference", "--name", "x", "--trim", "do-not-trim"]
WARNING = (
    "Warning: --trim: has no effect unless --record is 'record-from-start': nothing is recorded. "
    "[nothing-recorded]\n"
)


def on_terminal(arguments: list[str], stream: str, **environment: str) -> str:
    """What `stream` (`stdout` or `stderr`) gets when it is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs if stream == "stdout" else subprocess.DEVNULL,
        stderr=theirs if stream == "stderr" else subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    text = b""
    while True:
        ended = process.poll() is not None  # asked first: what is written before comes after
        if select.select([ours], [], [], 0.1)[0]:
            text += os.read(ours, 65536)
        elif ended:
            break
    os.close(ours)
    os.close(theirs)
    return text.decode().replace("\r\n", "\n")


def test_version() -> None:
    outcome = run_program(["--version"])
    assert (outcome.status, outcome.out.decode(), outcome.err) == (
        0,
        f"swaigctl {__version__}\n",
        "",
    )


def test_python_m_is_the_same_program() -> None:
    for arguments in (CALL, ["--version"], ["join-conference", "--help"], ["nonsense"]):
        program = run_program(arguments)
        module = subprocess.run(
            [sys.executable, "-m", "swaigctl", *arguments], capture_output=True, timeout=60
        )
        assert (module.returncode, module.stdout) == (program.status, program.out)
        assert module.stderr.decode() == program.err


def test_no_arguments_is_help_on_stderr() -> None:
    outcome = run_program([])
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.encode() == run_program(["--help"]).out


def test_help_is_a_command_too() -> None:
    assert run_program(["help"]).out == run_program(["--help"]).out
    command = run_program(["help", "join-conference"])
    assert command.out == run_program(["join-conference", "--help"]).out
    assert run_program(["help", "nonsense"]).status == 2


def test_warning_goes_to_stderr() -> None:
    outcome = run_program(WARNED)
    assert (outcome.status, outcome.err) == (0, WARNING)
    assert json.loads(outcome.out)


def test_params_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    expected = run_program(CALL).out
    for name, text in (
        ("p.json", '{"name": "x", "muted": true}'),
        ("p.yaml", "name: x\nmuted: true\n"),
        ("bom.json", '\ufeff{"name": "x", "muted": true}'),
        ("json", ' {"name": "x", "muted": true}'),
        ("yaml", "name: x\nmuted: true\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        outcome = run_program(["join-conference", "--params", f"@{tmp_path / name}"])
        assert (outcome.out, outcome.err) == (expected, ""), name
        piped = run_program(["join-conference", "--params", "-"], stdin=text.encode())
        assert (piped.out, piped.err) == (expected, ""), name


def test_dates_in_yaml_stay_text() -> None:
    outcome = run_program(["join-conference", "--params=-", "--as=verb"], stdin=b"name: 2026-11-22")
    assert json.loads(outcome.out) == {"join_conference": "2026-11-22"}


def test_yaml_merge_keys_may_be_overridden() -> None:
    text = b"name: x\nresult:\n  <<: {a: 1, b: 2}\n  a: 3\n"
    outcome = run_program(["join-conference", "--params=-", "--as=verb"], stdin=text)
    assert json.loads(outcome.out)["join_conference"]["result"] == {"a": 3, "b": 2}


@pytest.mark.parametrize("quick", ["0", "1"])
@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONUTF8": "1"}]
)
def test_utf8_whatever_the_locale(locale: dict[str, str], quick: str) -> None:
    arguments = ["join-conference", "--name", "Zürich 🎉", "--wait-url", "ü"]
    outcome = run_program(arguments, None, SWAIGCTL_QUICK=quick, **locale)
    assert '"name": "Zürich 🎉"'.encode() in outcome.out
    assert "Warning: --wait-url: 'ü' is neither" in outcome.err
    assert outcome.status == 0


def test_same_bytes_whatever_the_hash_seed() -> None:
    outputs = {run_program(CALL, PYTHONHASHSEED=seed).out for seed in ("0", "1", "2")}
    assert len(outputs) == 1


@pytest.mark.parametrize("quick", ["0", "1"])
def test_reader_that_goes_away(quick: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [PROGRAM, *CALL],
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**os.environ, "SWAIGCTL_QUICK": quick},
        timeout=60,
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


def test_help_to_a_reader_that_goes_away() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [PROGRAM, "join-conference", "--help"], stdout=theirs, stderr=subprocess.PIPE, timeout=60
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


@pytest.mark.parametrize("quick", ["0", "1"])
def test_output_that_cannot_be_written(quick: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [PROGRAM, *CALL],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "SWAIGCTL_QUICK": quick},
            timeout=60,
        )
    answer = b"Error: standard output can't be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (2, answer)


def test_standard_output_that_is_closed() -> None:
    done = subprocess.run(
        ["sh", "-c", f"{PROGRAM} join-conference --name x >&-"], capture_output=True, timeout=60
    )
    answer = b"Error: standard output can't be written: it is closed.\n"
    assert (done.returncode, done.stderr) == (2, answer)


def test_interrupt_while_waiting_for_input() -> None:
    process = subprocess.Popen(
        [PROGRAM, "join-conference", "--params", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    for _ in range(50):  # a signal during start-up is Python's own to answer
        if waits_for_input(process.pid):
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def waits_for_input(pid: int) -> bool:
    """Whether the process has slept for a while, without using the processor."""
    seen = set()
    for _ in range(2):
        time.sleep(0.2)
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        seen.add((fields[0], fields[11], fields[12]))  # state, user time, system time
    return len(seen) == 1 and seen.pop()[0] == "S"


@pytest.mark.parametrize("arguments", [CALL, [*CALL, "--diff"], [*CALL, "--format", "yaml"]])
def test_colour_on_a_terminal_and_only_there(arguments: list[str]) -> None:
    plain = run_program(arguments).out.decode()
    assert "\x1b" not in plain
    colored = on_terminal(arguments, "stdout")
    assert "\x1b[" in colored
    assert without_escapes(colored) == plain
    for off in (["--no-color"], []):
        environment = {} if off else {"NO_COLOR": "1"}
        assert on_terminal([*arguments, *off], "stdout", **environment) == plain
    assert on_terminal(arguments, "stdout", TERM="dumb") == plain


@pytest.mark.parametrize("arguments", [["--help"], ["join-conference", "--help"]])
def test_help_has_colour_on_a_terminal_and_only_there(arguments: list[str]) -> None:
    plain = run_program(arguments, GITHUB_ACTIONS="true", COLUMNS="80").out.decode()
    assert "\x1b" not in plain
    colored = on_terminal(arguments, "stdout", COLUMNS="80")
    assert "\x1b[" in colored
    assert without_escapes(colored) == plain
    assert on_terminal(arguments, "stdout", COLUMNS="80", NO_COLOR="1") == plain


@pytest.mark.parametrize("arguments", [WARNED, ["join-conference", "--name="], []])
def test_messages_have_colour_on_a_terminal_and_only_there(arguments: list[str]) -> None:
    plain = run_program(arguments, GITHUB_ACTIONS="true", COLUMNS="80").err
    assert "\x1b" not in plain
    colored = on_terminal(arguments, "stderr", COLUMNS="80")
    assert "\x1b[" in colored
    assert without_escapes(colored) == plain
    assert on_terminal(arguments, "stderr", COLUMNS="80", NO_COLOR="1") == plain


COLOR_ASKED = [
    (["--color", "always"], {}, True),
    (["--color=always"], {"NO_COLOR": "1"}, True),
    ([], {"FORCE_COLOR": "1"}, True),
    ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    (["--no-color"], {"FORCE_COLOR": "1"}, False),
    (["--color", "auto"], {}, False),
]


@pytest.mark.parametrize(("flags", "environment", "colored"), COLOR_ASKED)
def test_colour_where_it_was_asked_for(
    flags: list[str], environment: dict[str, str], colored: bool
) -> None:
    for arguments in (WARNED, ["swml", "answer"]):
        outcome = run_program([*arguments, *flags], None, **environment)
        assert (b"\x1b[" in outcome.out) == colored
        assert without_escapes(outcome.out.decode()) == run_program(arguments).out.decode()
    first = run_program([*flags, "say", "--text", "x"], None, **environment)
    assert (b"\x1b[" in first.out) == colored


def without_escapes(text: str) -> str:
    from rich.text import Text

    return "".join(Text.from_ansi(line).plain + "\n" for line in text.splitlines())


@pytest.mark.parametrize("columns", ["60", "80", "100"])
def test_help_fits_the_width(columns: str) -> None:
    for arguments in (["--help"], ["join-conference", "--help"]):
        text = run_program(arguments, COLUMNS=columns).out.decode()
        lines = [line for line in text.splitlines() if not re.fullmatch(r" *https://\S+", line)]
        assert max(map(len, lines)) <= int(columns)


def test_help_names_every_flag_and_choice() -> None:
    from swaigctl.catalog.actions.conferencing import join_conference
    from swaigctl.cli.flags import flag_table, parameters_of
    from swaigctl.descriptions import Command
    from swaigctl.findings import flag_of

    text = run_program(["join-conference", "--help"], COLUMNS="80").out.decode()
    shared = [each.flag for each in Command(join_conference).shared]
    for flag, (parameter, _) in flag_table(parameters_of(join_conference)).items():
        if flag in map(flag_of, parameter.also) or (
            parameter.flag in shared and flag not in shared
        ):
            continue  # a second name for a flag that is there
        assert f"{flag} " in text or f"{flag}," in text or f"{flag}\n" in text
        for spelling in parameter.meanings if flag not in shared else ():
            assert spelling in text
    assert "\nExamples:\n" in text


def test_flags_of_a_group_stand_together() -> None:
    from swaigctl.catalog.actions.conferencing import join_conference
    from swaigctl.descriptions import Command

    text = run_program(["join-conference", "--help"], COLUMNS="80").out.decode()
    headings = [line for line in text.splitlines() if line.endswith(":") and line[0] != " "]
    groups = dict.fromkeys(each.group for each in Command(join_conference).own)
    shared = "Input and output (see 'swaigctl help output'):"
    assert headings == [*(f"{group}:" for group in groups), shared, "Examples:", "Described in:"]


def test_defect_is_no_traceback() -> None:
    # A catalog that can't be imported is a defect if anything is.
    broken = "import sys; sys.modules['swaigctl.catalog.actions.conferencing'] = None;"
    code = f"{broken} sys.argv[1:] = {CALL!r}; from swaigctl.cli.main import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stderr.startswith(b"Error: swaigctl has a defect (ModuleNotFoundError).")
    assert (done.returncode, done.stdout) == (2, b"")
    environment = {**os.environ, "SWAIGCTL_TRACEBACK": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, env=environment
    )
    assert b"Traceback" in done.stderr
