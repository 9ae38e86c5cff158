"""How `swaigctl batch` reads and writes: real pipes, files, terminals and faults."""

import base64
import json
import os
import pty
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import msgspec
import pytest
from conftest import PROGRAM, run_program
from hypothesis import given
from hypothesis import strategies as st
from test_quick_path import call, modules_after

from swaigctl.batch.stream import CutLine, whole_lines

SAY = b'{"action": "say", "params": {"text": "Hi"}}\n'
SAID = b'{"say":"Hi"}\n'


def begun(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """The program, running, with pipes for what `options` doesn't say."""
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([PROGRAM, "batch", *arguments], **{**streams, **options})


def stream_of(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def test_answers_come_while_the_input_pauses() -> None:
    with begun() as process:
        stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
        for begin, end in ((SAY, b""), (SAY[:9], SAY[9:])):
            stdin.write(begin)
            stdin.flush()
            stdin.write(end)
            stdin.flush()
            assert stdout.readline() == SAID
        process.communicate()
    assert process.returncode == 0


def test_slow_reader_slows_it_down() -> None:
    with begun() as process:
        stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
        os.set_blocking(stdin.fileno(), False)
        taken = 0
        quiet = time.monotonic()
        # Nobody reads: it must stop taking lines when the pipes are full.
        while time.monotonic() - quiet < 0.5:
            try:
                taken += os.write(stdin.fileno(), (SAY * 100)[taken % len(SAY) :])
                quiet = time.monotonic()
            except BlockingIOError:
                time.sleep(0.01)
            assert taken < 4_000_000
        os.set_blocking(stdin.fileno(), True)
        # And then nothing is lost.
        rest = SAY[taken % len(SAY) :]
        threading.Thread(target=finish, args=(stdin, rest)).start()
        answers = stdout.read()
    assert answers == SAID * ((taken + len(rest)) // len(SAY))


def finish(stdin: IO[bytes], rest: bytes) -> None:
    stdin.write(rest)
    stdin.close()


def test_reader_that_goes_away() -> None:
    with suppress(BrokenPipeError), begun() as process:
        stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
        stdin.write(SAY)
        stdin.flush()
        assert stdout.readline() == SAID
        stdout.close()
        with suppress(BrokenPipeError):
            for _ in range(100):
                stdin.write(SAY * 1000)
                stdin.flush()
        errors = stream_of(process.stderr).read()
        assert process.wait(30) == 141
    assert errors == b""


def test_defect_loses_no_answer() -> None:
    # A catalog that can't be imported is a defect if anything is.
    lines = SAY + SAY + b'{"action": "join_room", "params": {"name": "x"}}\n' + SAY
    code = "import sys; sys.modules['swaigctl.catalog.actions.conferencing'] = None; " + call(
        "batch"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + " or sys.stdout.flush()"],
        input=lines,
        capture_output=True,
        timeout=60,
    )
    assert done.stdout == SAID * 2
    assert done.stderr.startswith(b"Error: swaigctl has a defect (ModuleNotFoundError).")


def test_interrupt() -> None:
    with begun() as process:
        stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
        stdin.write(SAY)
        stdin.flush()
        assert stdout.readline() == SAID
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert stream_of(process.stderr).read() == b""


@pytest.mark.parametrize(
    ("data", "answers", "status"),
    [
        (b"", b"", 0),
        (b"\n\n", b"", 0),
        (SAY.rstrip(), SAID, 0),
        (SAY.replace(b"\n", b"\r\n") * 4, SAID * 4, 0),
        (b"\xef\xbb\xbf" + SAY, SAID, 0),
        (SAY + SAY[:20], SAID, 1),
        (SAY + b"\xff\n" + SAY, SAID * 2, 1),
        (SAY + b"\x00\n" + SAY, SAID * 2, 1),
    ],
)
def test_beginnings_and_ends(tmp_path: Path, data: bytes, answers: bytes, status: int) -> None:
    path = tmp_path / "lines"
    path.write_bytes(data)
    piped = run_program(["batch"], stdin=data)
    read = run_program(["batch", str(path)])
    assert (piped.out, piped.status) == (answers, status)
    assert (read.out, read.status, read.err) == (piped.out, piped.status, piped.err)
    assert piped.err.count("Error: line 2: ") == status


def test_no_file_or_dash_is_standard_input() -> None:
    assert run_program(["batch", "-"], stdin=SAY).out == SAID
    assert run_program(["batch", "--as", "response", "-"], stdin=SAY).out.startswith(b'{"action"')


def test_one_long_line() -> None:
    text = "x" * 20_000_000
    begin = time.monotonic()
    outcome = run_program(["batch"], stdin=SAY.replace(b"Hi", text.encode()))
    assert outcome.out == SAID.replace(b"Hi", text.encode())
    assert time.monotonic() - begin < 20  # not the square of its length


def generated(count: int) -> Iterator[bytes]:
    for number in range(0, count, 1000):
        yield b"".join(
            b'{"action": "join_conference", "params": {"name": "room-%d", "muted": true}}\n' % each
            for each in range(number, number + 1000)
        )


def peak_memory(process: subprocess.Popen[bytes]) -> float:
    """The most memory that a running process has held, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="there is no /proc")
def test_a_million_lines_need_no_more_memory_than_ten_thousand() -> None:
    peaks = []
    for count in (10_000, 1_000_000):
        with begun() as process:
            stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
            threading.Thread(target=feed, args=(stdin, count)).start()
            answers = 0
            while answers < count:
                chunk = os.read(stdout.fileno(), 1 << 20)
                assert chunk
                answers += chunk.count(b"\n")
            peaks.append(peak_memory(process))
            stdin.close()
            assert stdout.read() == b""
        assert process.returncode == 0
    assert max(peaks) < 48
    assert peaks[1] - peaks[0] < 4


def feed(stdin: IO[bytes], count: int) -> None:
    stdin.writelines(generated(count))
    stdin.flush()


def test_wrong_lines_are_kept_in_a_file(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text("from an earlier run")
    lines = [b'{"action": "sya"}', SAY.rstrip(), b"\xff", "é".encode()]
    beep = b'{"action": "join_conference", "params": {"name": "x", "beep": "x", "muted": 1}}'
    outcome = run_program(["batch", "--errors", str(wrong)], stdin=b"\n".join([*lines, beep]))
    assert outcome.status == 1
    assert outcome.err.count("Error: line ") == 5
    kept = [json.loads(line) for line in wrong.read_bytes().splitlines()]
    texts = [
        each["input"].encode() if "input" in each else base64.b64decode(each["input_base64"])
        for each in kept
    ]
    assert texts == [lines[0], lines[2], lines[3], beep]
    assert [each["line"] for each in kept] == [1, 3, 4, 5]
    assert [each["errors"][0]["code"] for each in kept] == [
        "unknown-action",
        "utf-8",
        "json",
        "choice",
    ]
    assert kept[3]["errors"] == [
        {
            "code": "choice",
            "where": "params.beep",
            "message": "params.beep: must be one of 'true', 'false', 'onEnter', 'onExit', not 'x'.",
            "value": "x",
            "allowed": ["true", "false", "onEnter", "onExit"],
            "near": None,
        },
        {
            "code": "type",
            "where": "params.muted",
            "message": "params.muted: must be a boolean (true or false) or a SWML variable, not "
            "the number 1. Did you mean true?",
            "value": 1,
            "allowed": "a boolean (true or false) or a SWML variable",
            "near": True,
        },
    ]
    # What was kept can be mended and sent again.
    wrong.write_bytes(b"\n".join(texts).replace(b"sya", b"hangup"))
    assert run_program(["batch", str(wrong)]).out == b'{"hangup":true}\n'


def test_kept_lines_are_json_to_everybody(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    half = b'{"action": "say", "params": {"text": "\\ud800"}}'
    doubtful = b'{"action": "join_conference", "params": {"name": "x", "trim": "do-not-trim"}}'
    run_program(["batch", "--strict", "--errors", str(wrong)], stdin=half + b"\n" + doubtful)
    first, second = map(msgspec.json.decode, wrong.read_bytes().splitlines())
    assert first["input"].encode() == half
    (error,) = second["errors"]
    assert (error["code"], error["where"]) == ("nothing-recorded", "params.trim")
    assert first["errors"][0].keys() == error.keys()


def test_a_line_without_an_end_is_not_held(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    piece = b"\xc3\xa9" * (1 << 19)
    with begun("--errors", wrong) as process:
        stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
        stdin.write(SAY)
        stdin.flush()
        assert stdout.readline() == SAID
        stdin.write(b"x")  # so that an end is in the middle of a character
        for _ in range(200):
            stdin.write(piece)
        stdin.write(b"\n" + SAY)
        stdin.flush()
        assert stdout.readline() == SAID
        if os.path.exists("/proc/self/status"):
            assert peak_memory(process) < 48 + 2 * 64
        for _ in range(70):
            stdin.write(piece)
        _, errors = process.communicate()
    assert process.returncode == 1
    assert errors.decode() == (
        "Error: line 2: it is longer than 64 MiB.\nError: line 4: it is longer than 64 MiB.\n"
        "2 lines were not answered.\n"
    )
    second, fourth = map(json.loads, wrong.read_text().splitlines())
    assert (second["line"], fourth["line"]) == (2, 4)
    assert second["cut"] is fourth["cut"] is True
    assert second["input"] == "x" + "é" * 499
    assert fourth["input"] == "é" * 500
    assert [error["code"] for error in second["errors"]] == ["too-long"]


@given(
    st.lists(st.sampled_from([b"", b"x", b"abc", b"abcd", b"abcde", b"a" * 9]), max_size=8),
    st.lists(st.integers(0, 40), max_size=8),
    st.booleans(),
)
def test_lines_however_they_are_cut(lines: list[bytes], cuts: list[int], ended: bool) -> None:
    data = b"\n".join([*lines, b""] if ended else lines)
    places = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    chunks = [data[begin:end] for begin, end in pairwise(places)]
    found: list[bytes] = []
    for piece in whole_lines(chunks, longest=4):
        found += [piece] if isinstance(piece, CutLine) else piece
        assert isinstance(piece, CutLine) or all(len(line) <= 4 for line in piece)
    expected = data.split(b"\n")
    # What ends no line, and is nothing, is none.
    expected = expected if expected[-1] else expected[:-1]
    assert len(found) == len(expected)
    for line, whole in zip(found, expected, strict=True):
        assert isinstance(line, CutLine) == (len(whole) > 4)
        assert line == whole or (isinstance(line, CutLine) and whole.startswith(line))


def test_names_without_end_take_no_memory() -> None:
    def line(number: int) -> bytes:
        names = (f"{number}-{each}".ljust(1000, "-") for each in range(1000))
        params = {"text": "Hi", **dict.fromkeys(names, 1)}
        return json.dumps({"action": "say", "params": params}).encode() + b"\n"

    code = (
        "import resource, subprocess, sys; "
        f"done = subprocess.run([{str(PROGRAM)!r}, 'batch'], capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    lines = b"".join(line(number) for number in range(60)) + SAY
    done = subprocess.run([sys.executable, "-c", code], input=lines, capture_output=True)
    assert float(done.stdout) < 48


def test_its_own_output_is_no_input(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(SAY)
    with path.open("ab") as out, begun(path, stdout=out) as process:
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 2
    assert b"is the file that is written." in errors
    assert path.read_bytes() == SAY


def test_kept_lines_survive_a_kill(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    with begun("--errors", wrong) as process:
        stdin, stdout = stream_of(process.stdin), stream_of(process.stdout)
        stdin.write(b"{\n" + SAY)
        stdin.flush()
        assert stdout.readline() == SAID
        process.kill()
    assert json.loads(wrong.read_bytes())["line"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no-such-file"], "'no-such-file' can't be read: No such file or directory."),
        (["/"], "'/' can't be read: Is a directory."),
        (["a\udc80"], "can't be read: No such file or directory."),
        (
            ["--errors", "no/such"],
            "--errors: 'no/such' can't be written: No such file or directory.",
        ),
        (["lines", "--errors", "lines"], "--errors: is the file that is read."),
        (["lines", "--errors", "link"], "--errors: is the file that is read."),
        (["lines", "lines"], "'lines': is not expected here."),
        (["--form", "ful"], "--form: must be one of"),
        (["--errors="], "--errors: must not be empty."),
        (["--nope"], "'--nope' is not a flag."),
    ],
)
def test_requests_that_are_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lines").write_bytes(SAY)
    Path("link").symlink_to("lines")
    outcome = run_program([os.fsencode(each) for each in ["batch", *arguments]], stdin=SAY)
    assert (outcome.status, outcome.out) == (2, b"")
    assert words in outcome.err
    assert outcome.err.endswith("See 'swaigctl batch --help'.\n")
    assert Path("lines").read_bytes() == SAY


USES = {
    "the output": ("out < lines > out", "the answers are written to"),
    "the output, by another name": ("link < lines > out", "the answers are written to"),
    "what is added to": ("out < lines >> out", "the answers are written to"),
    "/dev/stdout": ("/dev/stdout < lines > out", "the answers are written to"),
    "a pipe that is the output": (
        "/dev/stdout < lines | cat > piped",
        "the answers are written to",
    ),
    "a FIFO that is the output": ("fifo < lines 1<> fifo", "the answers are written to"),
    "standard input": ("/dev/stdin < lines", "is read"),
    "a pipe that is the input": ("/dev/stdin < <(sleep 1)", "is read"),
    "messages": ("/dev/stderr < lines 2>> out", "standard error is written to"),
    "messages and answers": ("/dev/stderr < lines >> out 2>&1", "the answers are written to"),
}


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="there is no /dev/stdout")
@pytest.mark.parametrize(("end", "words"), USES.values(), ids=USES)
def test_file_for_errors_that_has_another_use(tmp_path: Path, end: str, words: str) -> None:
    (tmp_path / "lines").write_bytes(SAY)
    (tmp_path / "out").write_bytes(b"")
    (tmp_path / "link").symlink_to("out")
    os.mkfifo(tmp_path / "fifo")
    before = "echo before >> out; " if ">> out" in end else ""
    command = f"set -o pipefail; {before}'{PROGRAM}' batch --errors {end}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 2
    out = (tmp_path / "out").read_text()
    kept, message = ("before\n" if before else ""), f"Error: --errors: is the file that {words}."
    assert out.startswith(kept)
    assert message in (out + done.stderr.decode())
    assert (tmp_path / "lines").read_bytes() == SAY
    assert b"say" not in done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="there is no /dev/stdout")
@pytest.mark.parametrize(
    "end",
    [
        "/dev/null < wrong > /dev/null",
        "/dev/stderr < wrong > out",
        ">(cat > kept) < wrong > out",
        "fifo < wrong > out & cat fifo > kept; wait $!",
    ],
)
def test_file_for_errors_that_is_no_file(tmp_path: Path, end: str) -> None:
    (tmp_path / "wrong").write_bytes(b"{\n" + SAY)
    os.mkfifo(tmp_path / "fifo")
    command = f"'{PROGRAM}' batch --errors {end}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    errors = done.stderr.decode()
    assert "Error: line 1: not valid JSON" in errors
    assert "written to" not in errors
    assert not (tmp_path / "out").exists() or (tmp_path / "out").read_bytes() == SAID
    if "stderr" in end:
        assert json.loads(errors.splitlines()[1])["line"] == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")
def test_disk_full() -> None:
    with open("/dev/full", "wb") as full, begun(stdout=full) as process:
        _, errors = process.communicate(SAY * 10, timeout=30)
    assert process.returncode == 2
    assert errors == b"Error: standard output can't be written: No space left on device.\n"
    outcome = run_program(["batch", "--errors", "/dev/full"], stdin=b"{\n" + SAY)
    assert outcome.status == 2
    assert outcome.err.splitlines()[1] == (
        "Error: --errors: '/dev/full' can't be written: No space left on device."
    )


def test_file_size_limit(tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    with (tmp_path / "out").open("wb") as out, begun(stdout=out, preexec_fn=limit) as process:
        _, errors = process.communicate(SAY * 100, timeout=30)
    assert process.returncode == 2
    assert errors == b"Error: standard output can't be written: File too large.\n"


def test_closed_standard_input() -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{PROGRAM}' batch <&-"], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Error: standard input is closed.")


def seen_on_a_terminal(lines: list[bytes], pause: float, **streams: Any) -> str:
    """What standard error shows on a terminal while lines come in slowly."""
    ours, theirs = pty.openpty()
    with begun(stderr=theirs, **streams) as process:
        os.close(theirs)
        stdin = stream_of(process.stdin)
        for line in lines:
            stdin.write(line)
            stdin.flush()
            time.sleep(pause)
        stdin.close()
        process.wait(30)
    seen = b""
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return seen.decode()


def test_progress_on_a_terminal_and_only_there() -> None:
    lines = [SAY, b"{\n", SAY, SAY, b"{\n", SAY]
    seen = seen_on_a_terminal(lines, 0.4, stdout=subprocess.DEVNULL)
    assert re.search(r"\b[345] lines", seen)
    assert seen.count("line 2: not valid JSON") == 1
    assert seen.count("line 5: not valid JSON") == 1
    # Nothing of it stays, and nothing is shown of what is soon done.
    assert seen.endswith("2 lines were not answered.\r\n")
    assert "\r\n\r\n" not in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen)
    assert "lines" not in seen_on_a_terminal([SAY], 0, stdout=subprocess.DEVNULL)
    # Where the answers are seen themselves, there is no need of it.
    ours, theirs = pty.openpty()
    assert "lines" not in seen_on_a_terminal([SAY] * 4, 0.5, stdout=theirs)
    os.close(theirs)
    os.close(ours)
    with begun(stdout=subprocess.DEVNULL) as process:
        stdin = stream_of(process.stdin)
        for _ in range(4):
            stdin.write(SAY)
            stdin.flush()
            time.sleep(0.5)
        stdin.close()
        assert stream_of(process.stderr).read() == b""


@pytest.mark.parametrize("waits", [True, False])
def test_names_that_a_terminal_would_obey_beside_the_progress(waits: bool) -> None:
    name = "[red]::error::a[/red]:smile:\n::error::b\r\x1b]0;c\x07\u202e\x9b31m"
    wrong = json.dumps({"action": "hangup", name: 1}).encode() + b"\n"
    ours, theirs = pty.openpty()
    os.set_blocking(theirs, waits)
    with begun(stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        stdin = stream_of(process.stdin)
        for line in (SAY, SAY, wrong, wrong):
            stdin.write(line)
            stdin.flush()
            time.sleep(0.6)
        stdin.close()
        process.wait(30)
    seen = b""
    with suppress(OSError):  # the other end is closed
        while chunk := os.read(ours, 4096):
            seen += chunk
    os.close(ours)
    # What Rich writes itself: colours, and what moves the cursor and clears its own line.
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())
    told = r"[red]::error::a[/red]:smile:\n::error::b\r\x1b]0;c\x07\u202e\x9b31m"
    assert shown.count(f"['{told}']: '{told}' is not") == 2
    assert not set(shown) & set("\x1b\x07\u202e\x9b")


def test_no_typer_for_a_stream() -> None:
    code = f"import io, sys; sys.stdin = io.TextIOWrapper(io.BytesIO({SAY!r})); "
    loaded = modules_after(code + call("batch"))
    assert "msgspec" in loaded
    assert not {"typer", "click", "rich", "pydantic", "yaml"} & loaded
    slow = "import os; os.environ['SWAIGCTL_QUICK'] = '0'; " + code + call("batch")
    assert "typer" in modules_after(slow)
