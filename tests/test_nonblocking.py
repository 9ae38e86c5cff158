"""Streams that whoever started the program has set not to block: nothing is lost or torn."""

import fcntl
import json
import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import PROGRAM

SAY = b'{"action": "say", "params": {"text": "Hi"}}\n'
SAID = b'{"say":"Hi"}\n'


class Pipe:
    """A pipe whose end for the program doesn't block."""

    def __init__(self, program_reads: bool) -> None:
        reading, writing = os.pipe()
        self.theirs, self.ours = (reading, writing) if program_reads else (writing, reading)
        os.set_blocking(self.theirs, False)
        with suppress(AttributeError):  # where a pipe's size can't be chosen
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)

    def started(self) -> None:
        """Only the program has its end from now on."""
        os.close(self.theirs)

    def slowly_read(self) -> bytes:
        """All that comes, in small pieces, with pauses in which the pipe fills up."""
        pieces = []
        while piece := os.read(self.ours, 7000):
            pieces.append(piece)
            time.sleep(0.002)
        os.close(self.ours)
        return b"".join(pieces)


@pytest.fixture
def input_() -> Pipe:
    return Pipe(program_reads=True)


@pytest.fixture
def output() -> Pipe:
    return Pipe(program_reads=False)


def begun(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([PROGRAM, *arguments], **options)


def test_input_that_pauses_is_not_at_its_end(input_: Pipe) -> None:
    with begun("batch", stdin=input_.theirs, stdout=subprocess.PIPE) as process:
        input_.started()
        assert process.stdout is not None
        for begin, end in ((SAY, b""), (SAY[:9], SAY[9:])):
            os.write(input_.ours, begin)
            time.sleep(0.1)
            os.write(input_.ours, end)
            assert process.stdout.readline() == SAID
        os.close(input_.ours)
        assert process.stdout.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("quick", ["0", "1"])
def test_parameters_that_come_in_pieces(input_: Pipe, quick: str) -> None:
    call = ["say", "--params", "-", "--compact"]
    environment = {**os.environ, "SWAIGCTL_QUICK": quick}
    with begun(*call, stdin=input_.theirs, stdout=subprocess.PIPE, env=environment) as process:
        input_.started()
        for piece in (b"", b'{"text": ', b'"Hi"}'):
            time.sleep(0.2)
            os.write(input_.ours, piece)
        os.close(input_.ours)
        assert process.communicate()[0] == SAID
    assert process.returncode == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_answers_to_a_slow_reader(output: Pipe, tmp_path: Path, unbuffered: str) -> None:
    lines = tmp_path / "lines"
    long = "x" * 100_000
    lines.write_bytes((SAY * 5_000 + SAY.replace(b"Hi", long.encode())) * 2)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with begun("batch", lines, stdout=output.theirs, env=environment) as process:
        output.started()
        answers = output.slowly_read()
    assert answers == (SAID * 5_000 + SAID.replace(b"Hi", long.encode())) * 2
    assert process.returncode == 0


@pytest.mark.parametrize("quick", ["0", "1"])
def test_any_result_to_a_slow_reader(output: Pipe, tmp_path: Path, quick: str) -> None:
    params = tmp_path / "params.json"
    text = "x" * 300_000
    params.write_text(json.dumps({"text": text}))
    environment = {**os.environ, "SWAIGCTL_QUICK": quick}
    call = ["say", "--params", f"@{params}"]
    with begun(*call, stdout=output.theirs, env=environment) as process:
        output.started()
        assert json.loads(output.slowly_read()) == {"say": text}
    assert process.returncode == 0


def test_a_report_and_a_document_to_a_slow_reader(output: Pipe) -> None:
    with begun("schema", stdout=output.theirs) as process:
        output.started()
        assert json.loads(output.slowly_read())
    assert process.returncode == 0


def test_messages_to_a_slow_reader(output: Pipe, tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_bytes(b"{\n" * 3_000)
    with begun("batch", lines, stderr=output.theirs, stdout=subprocess.DEVNULL):
        output.started()
        messages = output.slowly_read().decode().splitlines()
    assert len(messages) == 3_001
    for number, message in enumerate(messages[:-1], 1):
        assert message.startswith(f"Error: line {number}: not valid JSON: ")
        assert message.endswith("(column 2).")


def test_a_reader_that_goes_away(output: Pipe) -> None:
    with begun(
        "batch", stdin=subprocess.PIPE, stdout=output.theirs, stderr=subprocess.PIPE
    ) as process:
        output.started()
        assert process.stdin is not None
        assert process.stderr is not None
        threading.Timer(0.5, os.close, [output.ours]).start()
        with suppress(BrokenPipeError):
            process.stdin.write(SAY * 50_000)
            process.stdin.close()
        assert process.wait(30) == 141
        assert process.stderr.read() == b""


def answers_until(number: int, *, blocking: bool, line: bytes = SAY) -> tuple[int, bytes]:
    """The status, and what is in the pipe, when a signal ends the program that waits for a reader.

    Nobody reads until the signal is sent.
    """
    reading, writing = os.pipe()
    os.set_blocking(writing, blocking)
    with begun("batch", stdin=subprocess.PIPE, stdout=writing) as process:
        os.close(writing)
        assert process.stdin is not None
        os.set_blocking(process.stdin.fileno(), False)
        quiet = time.monotonic()
        taken = 0
        while time.monotonic() - quiet < 0.4:  # until it takes no more: it waits for us
            try:
                taken += os.write(process.stdin.fileno(), (line * 100)[taken % len(line) :])
                quiet = time.monotonic()
            except BlockingIOError:
                time.sleep(0.01)
        process.send_signal(number)
        time.sleep(0.2)
        pieces = []
        while piece := os.read(reading, 1 << 16):
            pieces.append(piece)
        os.close(reading)
        with suppress(BrokenPipeError):
            process.stdin.close()
    return process.returncode, b"".join(pieces)


@pytest.mark.parametrize("blocking", [True, False])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_whole_lines(number: int, blocking: bool) -> None:
    status, answers = answers_until(number, blocking=blocking)
    assert status == (130 if number == signal.SIGINT else -number)
    assert answers.endswith(SAID)
    assert set(answers.splitlines(keepends=True)) == {SAID}


@pytest.mark.parametrize("blocking", [True, False])
def test_interrupt_lets_a_long_line_end(blocking: bool) -> None:
    text = b"x" * 300_000
    status, answers = answers_until(signal.SIGINT, blocking=blocking, line=SAY.replace(b"Hi", text))
    assert status == 130
    assert answers == SAID.replace(b"Hi", text)
