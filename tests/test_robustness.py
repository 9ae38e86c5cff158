"""Big, deep, hostile or unlucky input: an answer in good time, whole or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROGRAM, Outcome, run_program

CALL = ["join-conference", "--name", "x", "--as", "verb", "--compact"]


def with_result(text: str | bytes) -> Outcome:
    data = text if isinstance(text, bytes) else text.encode()
    return run_program([*CALL, "--result", "-"], stdin=data)


def test_many_names_in_yaml_and_json() -> None:
    names = {f"n{number}": number for number in range(50_000)}
    yaml = "".join(f"{name}: {number}\n" for name, number in names.items())
    for text in (yaml, json.dumps(names)):
        outcome = with_result(text)
        assert json.loads(outcome.out)["join_conference"]["result"] == names


def test_name_twice_among_many() -> None:
    pairs = [f'"n{number}": 1' for number in range(50_000)]
    outcome = with_result("{" + ", ".join([*pairs, '"n1": 2']) + "}")
    assert "'n1' stands twice in one object" in outcome.err


def test_aliases_without_end() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    outcome = with_result("\n".join(lines))
    assert "has more than 1,000,000 values inside" in outcome.err
    assert (outcome.status, outcome.out) == (2, b"")


def test_yaml_is_version_1_2() -> None:
    text = """
    text: [no, yes, on, 017x, 12:30, 2026-11-22, 1_0, 0b1]
    numbers: [017, 0o17, 0x1F, +5, -3, 1e3, .5, 2.]
    constants: [true, False, ~, null]
    """
    result = json.loads(with_result(text).out)["join_conference"]["result"]
    assert result == {
        "text": ["no", "yes", "on", "017x", "12:30", "2026-11-22", "1_0", "0b1"],
        "numbers": [17, 15, 31, 5, -3, 1000.0, 0.5, 2.0],
        "constants": [True, False, None, None],
    }


def test_merged_anchor_can_be_merged_again() -> None:
    text = "b: &b\n  <<: {a: 1}\n  a: 3\nx: {<<: *b}\n"
    result = json.loads(with_result(text).out)["join_conference"]["result"]
    assert result == {"b": {"a": 3}, "x": {"a": 3}}


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_all_of_it_or_an_error(tmp_path: Path, unbuffered: str) -> None:
    params = tmp_path / "big.json"
    big = {f"n{number}": "x" * 20 for number in range(30_000)}
    params.write_text(json.dumps({"name": "x", "result": big}))
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    command = f"{PROGRAM} join-conference --params @{params} -c"
    whole = subprocess.run(["bash", "-c", command], capture_output=True, env=environment)
    assert (
        json.loads(whole.stdout)["SWML"]["sections"]["main"][0]["join_conference"]["result"] == big
    )
    # A file-size limit: the write that crosses it is cut short, the next one fails.
    limited = subprocess.run(
        ["bash", "-c", f"ulimit -f 64; trap '' XFSZ; {command} > {tmp_path}/out"],
        capture_output=True,
        env=environment,
    )
    assert limited.returncode == 2
    assert limited.stderr == b"Error: standard output can't be written: File too large.\n"
    gone = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 1"],
        capture_output=True,
        env=environment,
    )
    assert (gone.returncode, gone.stderr) == (141, b"")


def test_what_is_held_back_is_written_before_the_process_ends() -> None:
    """The interpreter, which would do it, is not taken down."""
    code = (
        "import sys; sys.stdout.write('held'); sys.argv[1:] = ['nonsense']; "
        "from swaigctl.cli.main import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"held")


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--max-participants", "1"], 0), (["--beep", "x"], 2)]
)
def test_messages_that_nobody_can_read(arguments: list[str], status: int) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, *CALL, *arguments], stdout=subprocess.PIPE, stderr=full)
    assert done.returncode == status
    assert bool(done.stdout) == (status == 0)


def test_line_separators_in_a_diff() -> None:
    outcome = run_program(["join-conference", "--name", "a\u2028b\x85c", "--diff", "--as", "verb"])
    assert rb'-  "join_conference": "a\u2028b\x85c"' + b"\n" in outcome.out


def test_file_name_in_any_locale(tmp_path: Path) -> None:
    path = tmp_path / "ñ.json"
    path.write_text('{"name": "x"}')
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    outcome = run_program(["join-conference", "--params", f"@{path}"], None, **locale)
    assert (outcome.status, outcome.err) == (0, "")


def test_pipe_as_a_file() -> None:
    command = f"""{PROGRAM} {" ".join(CALL)} --result @<(echo '{{"a": 1}}')"""
    done = subprocess.run(["bash", "-c", command], capture_output=True)
    assert json.loads(done.stdout)["join_conference"]["result"] == {"a": 1}
    wrong = subprocess.run(["bash", "-c", f"{command} --beep x"], capture_output=True)
    assert wrong.stderr.startswith(b"Error: --beep: must be one of")


def test_standard_input_is_read_once_for_both_ways() -> None:
    outcome = run_program(["join-conference", "--params", "-"], stdin=b'{"name": "x", "beep": "y"}')
    assert outcome.err.startswith("Error: --params.beep: must be one of")


def test_completion_variable_changes_nothing() -> None:
    plain = run_program(CALL)
    outcome = run_program(CALL, None, SWAIGCTL_QUICK="0", _SWAIGCTL_COMPLETE="bash_source")
    assert outcome == plain


def test_many_unknown_names_are_cut_short() -> None:
    names = json.dumps({f"n{number}": 1 for number in range(1000)})
    outcome = run_program(["join-conference", "--params", "-"], stdin=names.encode())
    assert len(outcome.err.splitlines()) == 22
    # The name of the conference is missing, too.
    assert "... and 981 more.\n" in outcome.err
