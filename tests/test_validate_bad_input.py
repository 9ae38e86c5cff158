"""Input that is bad in any way: a finding for it, never a traceback; the others are judged."""

import ctypes
import json
import os
import random
import string
import subprocess
import threading
from pathlib import Path

import pytest
from conftest import HERE, PROGRAM, run_here, run_program
from hypothesis import given
from hypothesis import strategies as st

from swaigctl.formats.yaml_writer import yaml_text

RIGHT = b'{"response": "Hi"}'
WRONG = b'{"response": 1}'


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()  # nothing around it configures anything
    monkeypatch.chdir(tmp_path)


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def doubling(levels: int) -> bytes:
    """YAML that names each list twice in the next one."""
    lines = ["action: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines).encode()


CASES = [
    # The name, what it says, where that is, its code, and what is said of it.
    ("a.json", b"", (1, 1), "json", "it is empty"),
    ("a.json", b" \n ", (1, 1), "json", "it is empty"),
    ("a.yaml", b"", (1, 1), "yaml", "it is empty"),
    ("a.yaml", b"# nothing\n", (1, 1), "yaml", "it is empty"),
    ("a.json", b'{"response": "\xff"}', (1, 15), "utf-8", "0xFF. Save it as UTF-8."),
    ("a.yaml", b"x: 1\nresponse: caf\xe9", (2, 14), "utf-8", "byte 18 is 0xE9. Save"),
    ("a.json", '{"response": "Hi"}'.encode("utf-16"), (1, 1), "utf-8", "this is UTF-16: save it"),
    ("a.json", '{"response": "Hi"}'.encode("utf-16-le"), (1, 1), "utf-8", "this is UTF-16: save"),
    ("a.json", '{"response": "Hi"}'.encode("utf-16-be"), (1, 1), "utf-8", "this is UTF-16: save"),
    ("a.yaml", "response: Hi".encode("utf-16-be"), (1, 1), "utf-8", "this is UTF-16: save it"),
    ("a.json", '{"response": "Hi"}'.encode("utf-32"), (1, 1), "utf-8", "this is UTF-32: save it"),
    ("a.json", b'{"a":' * 300 + b"1" + b"}" * 300, (1, 1006), "json", "deeper than 200 levels"),
    ("a.json", b'{"response": ' + nested(300) + b"}", (1, 214), "json", "deeper than 200 levels"),
    (
        "a.json",
        b'{"action": [{"set_global_data": {"x": ' + nested(300) + b"}}]}",
        (1, 236),
        "json",
        "deeper than 200 levels",
    ),
    ("a.json", nested(100_000), (1, 202), "json", "it nests deeper than 200 levels"),
    ("a.yaml", b"response: " + nested(300), (1, 211), "yaml", "it nests deeper than 200 levels"),
    ("a.yaml", doubling(9), (6, 45), "yaml", "it has more than 1,000,000 values inside"),
    ("a.json", b'{"response": ' + b"9" * 5_000 + b"}", (1, 14), "json", "too many digits"),
    ("a.json", b'{"response": NaN}', (1, 14), "json", "NaN is no JSON number"),
    ("a.json", b'{"response": 1, "response": 2}', (1, 17), "json", "stands twice in one object"),
    # Templates.
    ("a.json", b'{"response": {{ text }}}', (1, 14), "template", "this is a template"),
    (
        "a.json",
        b'{"response": "{{ x | d("y") }}"}',
        (1, 15),
        "template",
        "validate what it renders",
    ),
    ("a.json", b'{\n{% if x %}\n"response": "Hi"\n{% endif %}}', (2, 1), "template", "a template"),
    ("a.json", b'{"response": <%= text %>}', (1, 14), "template", "this is a template"),
    ("a.json", b'{"a": "{{x}}" "b": 1}', (1, 15), "json", 'a comma is missing before "b".'),
    ("a.json", b'{{"response": "Hi"}}', (1, 2), "json", "a name in double quotes must stand"),
    ("a.yaml", b"x: 1\nresponse: {{ text }}\n", (2, 11), "template", "this is a template"),
    ("a.yaml", b"{% if x %}\nresponse: Hi\n{% endif %}\n", (1, 1), "template", "a template"),
    ("a.yaml", b"response: {{#if x}}\nz: [\n", (1, 11), "template", "this is a template"),
    ("a.yaml", b"response: say {{x}}\nz: [\n", (2, 4), "yaml", "not valid YAML: "),
    # Comments, and commas behind last items.
    ("a.json", b'{\n  // so\n  "response": "//"\n}', (2, 3), "json-comments", "has no comments"),
    ("a.json", b'{"response": "Hi" /* so */}', (1, 19), "json-comments", "JSON has no comments"),
    ("a.json", b'# so\n{"response": "#"}', (1, 1), "json-comments", "JSON has no comments"),
    ("a.json", b'{"response": "Hi", // so\n}', (1, 20), "json-comments", "JSON has no comments"),
    ("a.json", b'{"response": "Hi",\n}', (1, 18), "json-comments", "no comma behind the last item"),
    ("a.json", b'{"action": [1, ], }', (1, 14), "json-comments", "no comma behind the last item"),
    ("a.json", b'{"response": // so\n "Hi" "x"}', (1, 14), "json-comments", "has no comments"),
    ("a.json", b'{"response": "Hi" "x" // so\n}', (1, 19), "json", "a comma is missing"),
    ("a.json", b'{"response": ",}" "x"}', (1, 19), "json", "a comma is missing"),
    ("a.swml", b'// so\n{"response": "Hi"}', (1, 1), "json-comments", "JSON has no comments"),
    # The other language.
    ("a.json", b"response: Hi\n", (1, 1), "json", "this is YAML, not JSON: name it .yaml."),
    ("a.json", b"---\n- say: Hi\n", (1, 1), "json", "this is YAML, not JSON: name it .yaml."),
    ("a.json", b"response", (1, 1), "json", "not valid JSON: 'response' needs quotes"),
    (
        "a.yaml",
        rb'{"response": "\ud83d\ude00"}',
        (1, 1),
        "yaml",
        "this is JSON, not YAML: name it .json",
    ),
    ("a.json", RIGHT + b"\n" + RIGHT, (1, 1), "json", "this is JSON Lines"),
    ("a.json", RIGHT + b"\n}", (2, 1), "json", "'}' closes nothing"),
    # What is neither.
    ("a.json", b"<Response><Say>Hi</Say></Response>", (1, 1), "json", "this is XML as in TwiML"),
    ("a.yaml", b"\n<Response><Say>Hi</Say></Response>", (2, 1), "yaml", "this is XML as in TwiML"),
    ("a.swml", b'<?xml version="1.0"?>\n<x y="z: 1"/>', (1, 1), "yaml", "this is XML: documents"),
    ("a.json", b"<!DOCTYPE html>\n<p>502", (1, 1), "json", "this is HTML, a web page"),
    ("a.json", b"Here:\n```json\n" + RIGHT + b"\n```\n", (2, 1), "json", "this is Markdown"),
    ("a.yaml", b"```yaml\nresponse: Hi\n```\n", (1, 1), "yaml", "this is Markdown"),
    ("a.yaml", b"response: |\n  ```\nz: [\n", (3, 4), "yaml", "the '[' here is never closed"),
    ("a.json", b"module.exports = " + RIGHT, (1, 1), "json", "this is a program"),
    ("a.json", b"\nconst x = " + RIGHT, (2, 1), "json", "this is a program"),
    ("a.yaml", b"x = " + RIGHT, (1, 1), "yaml", "this is a program"),
    ("a.yaml", b"from: {x: 1}\nreturn: [\n", (2, 9), "yaml", "the '[' here is never closed"),
    # Documents over several lines.
    ("a.jsonl", b'{\n"response": "Hi"\n}\n', (1, 1), "json", "goes over several lines"),
    ("a.jsonl", RIGHT + b'\n\n[\n{"response": 1}]', (3, 1), "json", "goes over several lines"),
    ("a.jsonl", b'{\n"response": "Hi",\n}\n', (1, 1), "json", "goes over several lines"),
    ("a.jsonl", RIGHT + b'\n{"response": \n' + RIGHT, (2, 13), "json", "still open"),
]


@pytest.mark.parametrize(("name", "data", "place", "code", "said"), CASES)
def test_one_finding_says_what_it_is(
    name: str, data: bytes, place: tuple[int, int], code: str, said: str
) -> None:
    Path(name).write_bytes(data)
    Path("other.json").write_bytes(WRONG)
    outcome = run_here(["validate", "--format", "json", name, "other.json"])
    findings = json.loads(outcome.out)["findings"]
    mine = [finding for finding in findings if finding["file"] == name]
    assert [(each["line"], each["column"], each["code"]) for each in mine] == [(*place, code)]
    assert mine[0]["path"] == "$"
    assert mine[0]["severity"] == "error"
    assert said in mine[0]["message"]
    assert [finding["file"] for finding in findings] == [name, "other.json"]
    assert (outcome.err, outcome.status) == ("", 1)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "a.json",
            '{"response": True}',
            "a.json:1:14: error: not valid JSON: JSON writes 'True' as 'true'. [json]",
        ),
        (
            "a.jsonl",
            '{"response": "Hi"}\n{"response": 1, "response": 2}\n',
            "a.jsonl:2:17: error: the name 'response' stands twice in one object. [json]",
        ),
        (
            "a.yaml",
            "x: 1\nx: 2\n",
            "a.yaml:2:1: error: the name 'x' stands twice in one object. [yaml]",
        ),
        (
            "a.yaml",
            "response: Hi: you",
            "a.yaml:1:13: error: not valid YAML: text with ': ' in it needs quotes. [yaml]",
        ),
    ],
)
def test_place_is_said_once(name: str, text: str, line: str) -> None:
    Path(name).write_text(text)
    assert run_here(["validate", name]).out.decode().split("\n")[0] == line


def test_documents_before_the_fault_are_judged() -> None:
    Path("a.yaml").write_text("response: 1\n---\nresponse: {{ x }}\n---\nresponse: 1\n")
    Path("b.jsonl").write_text('{"response": 1}\n{"response": \n{"response": 1}\n')
    outcome = run_here(["validate", "--format", "json", "a.yaml", "b.jsonl"])
    found = [
        (each["file"], each["line"], each.get("document"), each["code"])
        for each in json.loads(outcome.out)["findings"]
    ]
    assert found == [
        ("a.yaml", 1, 1, "type"),
        ("a.yaml", 3, 2, "template"),
        ("b.jsonl", 1, None, "type"),
        ("b.jsonl", 2, None, "json"),
        ("b.jsonl", 3, None, "type"),
    ]


def test_file_that_vanishes_while_others_are_read() -> None:
    os.mkfifo("a.json")
    Path("b.json").write_bytes(WRONG)
    Path("c.json").write_bytes(WRONG)

    def delete_and_answer() -> None:
        with open("a.json", "wb") as pipe:  # it is opened for reading when all paths are known
            os.remove("b.json")
            pipe.write(WRONG)

    writer = threading.Thread(target=delete_and_answer)
    writer.start()
    outcome = run_program(["validate", "--format", "json", "a.json", "b.json", "c.json"])
    writer.join()
    found = [(each["file"], each["code"]) for each in json.loads(outcome.out)["findings"]]
    assert found == [("a.json", "type"), ("b.json", "source"), ("c.json", "type")]
    assert (outcome.err, outcome.status) == ("", 1)


def test_file_that_cannot_be_read() -> None:
    os.symlink("loop.json", "loop.json")
    os.symlink("/proc/self/mem", "memory.json")
    Path("c.json").write_bytes(WRONG)
    outcome = run_here(["validate", "loop.json", "memory.json", "c.json"])
    text = outcome.out.decode()
    assert "loop.json:1:1: error: 'loop.json' can't be read: Too many levels of symbolic" in text
    assert "memory.json:1:1: error: 'memory.json' can't be read: Input/output error." in text
    assert "c.json:1:14: error: response must be text" in text
    assert (outcome.err, outcome.status) == ("", 1)
    assert "memory.json:1:1: error: " in run_here(["validate", "."]).out.decode()


def without_override() -> None:
    """Let permissions hold for root too, from the next program on."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability)  # PR_CAPBSET_DROP


def test_what_nobody_may_read() -> None:
    for name in ("a.json", "x/b.json", "y/c.json"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(WRONG)
    os.chmod("a.json", 0)
    os.chmod("x", 0)
    done = subprocess.run(
        [PROGRAM, "validate", "."],
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=without_override,
    )
    os.chmod("x", 0o755)
    assert "a.json:1:1: error: 'a.json' can't be read: Permission denied. [source]" in done.stdout
    assert "x:1:1: error: 'x' can't be read: Permission denied. [source]" in done.stdout
    assert "y/c.json:1:14: error: response must be text" in done.stdout
    assert (done.stderr, done.returncode) == ("", 1)


def test_standard_input_that_is_closed() -> None:
    done = subprocess.run(
        f"{PROGRAM} validate - <&-", shell=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.startswith("<stdin>:1:1: error: standard input is closed. [source]")
    assert (done.stderr, done.returncode) == ("", 1)


def test_text_that_no_output_can_hold() -> None:
    Path("a.json").write_bytes(rb'{"response": "\ud800", "action": [{"\udfff": 1}]}')
    for form in ("text", "json"):
        outcome = run_here(["validate", "--format", form, "a.json"])
        assert rb"\ud800" in outcome.out
        assert (outcome.err, outcome.status) == ("", 1)


def documents() -> list[tuple[str, bytes]]:
    """Documents of ours, right and wrong, by their endings."""
    found = [
        (path.suffix, path.read_bytes())
        for path in sorted((HERE / "validate").rglob("*"))
        if path.suffix in (".json", ".yaml", ".jsonl")
    ]
    in_json = [json.loads(data) for ending, data in found if ending == ".json" and data[:1] == b"{"]
    return [
        *found,
        *((".yaml", yaml_text(value).encode()) for value in in_json),
        (".yaml", b"response: Hi # swaigctl: ignore[type] so\naction: &a [{say: x}, *a]\n---\n"),
        (".json", b'{"response": "{{ x }}", // so\n "action": [{"say": "\\ud800"},],}'),
        (".jsonl", b'{"response": "Hi"}\n{"action": {"say": 1}}\n'),
    ]


DOCUMENTS = documents()
PIECES = [
    *(letter.encode() for letter in string.printable),
    *(b"{{", b"}}", b"{%", b"%}", b"//", b"/*", b"*/", b"\\", b"\\u", b"\xff", b"\xfe", b"\0"),
    *(b"---\n", b"\n", b"\r", b"&a ", b"*a", b"<<: ", b"!!int ", b"| ", b"> ", b"\t", b"# "),
    *(b"# swaigctl: ignore[type]", b"# swaigctl: ignore", b"\xef\xbb\xbf", b"\xc2\x85", b"1e999"),
]


def damaged(data: bytes, luck: random.Random) -> bytes:
    """The same with pieces of it taken out, doubled, moved or replaced."""
    for _ in range(luck.randint(1, 4)):
        begin = luck.randint(0, len(data))
        end = min(len(data), begin + luck.choice((0, 1, 1, 2, 10, len(data))))
        piece = luck.choice((b"", luck.choice(PIECES), data[begin:end] * 2, luck.choice(PIECES)))
        data = data[:begin] + piece + data[end:]
    return data


def check(ending: str, data: bytes, form: str) -> None:
    """Judge a file beside another one, and look at what comes out."""
    name = f"a{ending}"
    Path("in").mkdir(exist_ok=True)
    for each in Path("in").iterdir():
        each.unlink()
    Path("in", name).write_bytes(data)
    Path("in", "z.json").write_bytes(WRONG)
    for words in (["in/" + name, "in/z.json"], ["in"]):
        outcome = run_here(["validate", "--format", form, *words])
        assert (outcome.err, outcome.status) == ("", 1), data
        assert b"response must be text" in outcome.out, data
    assert run_here(["validate", "in/" + name]).status in (0, 1)


@pytest.mark.parametrize("seed", range(int(os.environ.get("SWAIGCTL_FUZZ", "300")) // 100))
def test_damaged_documents(seed: int) -> None:
    luck = random.Random(seed)
    for _ in range(100):
        ending, data = luck.choice(DOCUMENTS)
        check(luck.choice((ending, ending, ".swml")), damaged(data, luck), luck.choice(FORMS))


FORMS = ("text", "json")


@given(
    st.sampled_from((".json", ".yaml", ".jsonl", ".swml")),
    st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(FORMS),
)
def test_any_bytes(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes, form: str
) -> None:
    check(ending, data, form)
