"""Which findings count: flags, comments in YAML, and what a project configures."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import run_here

from swaigctl.check.configuration import matches, pattern_of
from swaigctl.check.globs import Glob
from swaigctl.check.validation import validate

WRONG = '{"response": 1, "action": [{"foo": 1}]}'
"""It has `type`, an error, and `unknown-action`, a warning."""


@pytest.fixture(autouse=True)
def _in_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    monkeypatch.chdir(project)


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def configure(text: str) -> None:
    put("swaigctl.toml", text)


def found(*arguments: str) -> list[tuple[str, int, str]]:
    """The file, line and code of each finding."""
    outcome = run_here(["validate", "--format", "json", *arguments])
    assert outcome.err == ""
    return [
        (each["file"], each["line"], each["code"]) for each in json.loads(outcome.out)["findings"]
    ]


def codes(*arguments: str) -> list[str]:
    return [code for _, _, code in found(*arguments)]


@pytest.mark.parametrize(
    ("flags", "left", "status"),
    [
        ([], ["type", "unknown-action"], 1),
        (["--select", "type"], ["type"], 1),
        (["--select", "unknown-action"], ["unknown-action"], 0),
        (["--select", "choice"], [], 0),
        (["--select", "choice,type"], ["type"], 1),
        (["--select", "type", "--select", " unknown-action , "], ["type", "unknown-action"], 1),
        (["--ignore", "type"], ["unknown-action"], 0),
        (["--ignore", "type,unknown-action"], [], 0),
        (["--ignore", "type", "--ignore", "unknown-action"], [], 0),
        (["--select", "type", "--ignore", "type"], [], 0),
        (["--ignore", "type", "--fail-on", "warning"], ["unknown-action"], 1),
        (["--select", "choice", "--fail-on", "info"], [], 0),
    ],
)
def test_select_ignore_and_fail_on(flags: list[str], left: list[str], status: int) -> None:
    put("a.json", WRONG)
    assert codes("a.json", *flags) == left
    assert run_here(["validate", "a.json", *flags]).status == status


def test_what_cannot_be_read_is_reported_unless_it_is_ignored() -> None:
    put("a.json", "{")
    put("b.json", '{"response": {{ x }}}')
    assert codes("a.json", "b.json", "--select", "type") == ["json", "template"]
    assert codes("a.json", "b.json", "--ignore", "json") == ["template"]
    assert codes("a.json", "b.json", "--ignore", "json,template") == []


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
@pytest.mark.parametrize("quick", [True, False])
def test_unknown_codes_of_flags(flag: str, quick: bool) -> None:
    outcome = run_here(["validate", "nothing.json", flag, "type,Choice", flag, "un known"], quick)
    assert outcome.err.startswith(f"Error: {flag}: 'Choice' is not the code of a finding.")
    assert f"\nError: {flag}: 'un known' is not the code of a finding." in outcome.err
    assert outcome.err.endswith("\nSee 'swaigctl validate --help'.\n")
    assert (outcome.out, outcome.status) == (b"", 2)


# Comments. In each text, `<type>` is where a finding with this code is left, and `<!>` where there
# is one about the comment itself.

COMMENTS = {
    "at the end of the line of the value": """
        response: 1  # swaigctl: ignore[type] so
        """,
    "one of two codes": """
        response: 1  # swaigctl: ignore[type, choice<!>]
        """,
    "spelled in other ways": """
        response: 1  #swaigctl:ignore [ type ,type ] so
        """,
    "behind another comment": """
        response: 1  # note # swaigctl: ignore[type]
        """,
    "two in a line": """
        response: 1  # swaigctl: ignore[choice<!>] # swaigctl: ignore[type]
        """,
    "at the end of another line": """
        post_process: false  # swaigctl: ignore[type<!>]
        response: 1  <type>
        """,
    "another code": """
        response: 1  # swaigctl: ignore[choice<!>]  <type>
        """,
    "at the key of a value on the next line": """
        response:  # swaigctl: ignore[type]
          1
        """,
    "at a value on the next line": """
        response:
          1  # swaigctl: ignore[type]
        """,
    "behind text over several lines": """
        response: Hi
        action:
          - say: [a,  <type>
              b]  # swaigctl: ignore[type<!>]
          - user_input: "x"
          - 'one
            two'  # swaigctl: ignore[type]
        """,
    "in the step that begins there": """
        sections:
          main:
            - connect:  # swaigctl: ignore[unknown-name, choice<!>]
                to: "+15551234567"
                tmeout: 20
            - connect:
                to: "+15551234567"
                tmeout: 20  <unknown-name>
        """,
    "at the end of the line of a member, not for what is inside": """
        sections:
          main:  # swaigctl: ignore[unknown-name<!>]
            - connect:
                to: "+15551234567"
                tmeout: 20  <unknown-name>
        """,
    "on its own line for the next one": """
        # swaigctl: ignore[type]
        response: 1
        """,
    "on its own line for the next one, not for the one before": """
        response: 1  <type>
        # swaigctl: ignore[type<!>]
        post_process: false
        """,
    "on its own line for all that is inside": """
        sections:
          # swaigctl: ignore[unknown-name]
          main:
            - connect:
                to: "+15551234567"
                tmeout: 20
            - execute: {dest: other}
          other:
            - connect:
                to: "+15551234567"
                tmeout: 20  <unknown-name>
        """,
    "on its own line, with others and blank lines behind it": """
        # swaigctl: ignore[type]
        # note

        # swaigctl: ignore[choice<!>]

        response: 1
        """,
    "before the first line only for that": """
        # swaigctl: ignore[type<!>]
        post_process: false
        response: 1  <type>
        """,
    "at the very end": """
        response: 1  <type>
        # swaigctl: ignore[type<!>]
        """,
    "without codes": """
        response: 1  <type>
        <!># swaigctl: ignore
        """,
    "without codes in the brackets": """
        response: 1  <!># swaigctl: ignore[ , ]  <type>
        """,
    "with a word that other programs have": """
        response: 1  <!># swaigctl: noqa  <type>
        """,
    "with a code that is none": """
        response: 1  # swaigctl: ignore[Type<!>]  <type>
        """,
    "about the program": """
        # swaigctl: the tool that checks this
        response: Hi  # see swaigctl: ignore[type]
        """,
    "in quoted text": """
        response: "# swaigctl: ignore[type]"
        action: [{say: ' # swaigctl: ignore'}, {say: "
          # swaigctl: ignore[type]
          "}]
        """,
    "in blocks, and behind their marks": """
        response: |  # swaigctl: ignore[type<!>]
          Hi # swaigctl: ignore[type]
          # swaigctl: ignore[type]

        action:
          - say: >-
              # swaigctl: ignore

            # swaigctl: ignore[unknown-action<!>]
          - say: x
        """,
    "on the line behind a block": """
        post_process: |  <type>
          x
        response: Hi  # swaigctl: ignore[type<!>]
        """,
    "for an alias, where its anchor is": """
        response: Hi
        action:
          - say: &x 1  # swaigctl: ignore[type]
          - say: *x  <type>
        """,
    "in flow style": """
        sections: {main: [
          {connect: {to: "+15551234567", tmeout: 20}},  # swaigctl: ignore[unknown-name]
          {connect: {to: "+15551234567", tmeout: 20}}  <unknown-name>
        ]}
        """,
    "in a stream": """
        response: 1  # swaigctl: ignore[type]
        ---
        # swaigctl: ignore[type]
        response: 1
        ---
        response: 1  <type>
        # swaigctl: ignore[choice<!>]
        """,
    "with characters that end a line elsewhere": """
        response: "\u2028\u0085"
        action:
          - say: 1  # swaigctl: ignore[type] \u2028
          - say: 1  <type>
        """,
}


@pytest.mark.parametrize("text", COMMENTS.values(), ids=COMMENTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_comments(text: str, line_end: str) -> None:
    lines = [line[8:] for line in text.strip("\n").split("\n")][:-1]
    expected = set()
    for number, line in enumerate(lines, 1):
        for code in ("type", "unknown-name"):
            expected |= {(number, code)} if f"<{code}>" in line else set()
        expected |= {(number, "!")} if "<!>" in line else set()
        lines[number - 1] = (
            line.replace("<!>", "").replace("<type>", "").replace("<unknown-name>", "")
        )
    Path("a.yaml").write_bytes(line_end.join([*lines, ""]).encode())
    about = ("unused-ignore", "invalid-ignore")
    seen = [(line, "!" if code in about else code) for _, line, code in found("a.yaml")]
    assert sorted(seen) == sorted(expected)


def test_comment_is_in_the_document_that_it_is_about() -> None:
    stream = "response: Hi\n---\n# swaigctl: ignore[type]\nresponse: Hi\n---\nresponse: 1\n"
    assert [(each.document, each.code) for each in validate(stream)] == [
        (3, "type"),
        (2, "unused-ignore"),
    ]


def test_comment_without_a_colon() -> None:
    text = "response: 1  # swaigctl ignore[type]\nx: 'swaigctl ignore[type]'  # swaigctl ignores\n"
    put("a.yaml", text)
    outcome = run_here(["validate", "a.yaml"]).out.decode()
    assert (
        "a.yaml:1:14: warning: a colon is missing behind 'swaigctl': write '# swaigctl: " in outcome
    )
    assert codes("a.yaml").count("invalid-ignore") == 1
    assert "type" in codes("a.yaml")


def test_comments_of_a_text_that_python_has() -> None:
    assert validate("response: 1  # swaigctl: ignore[type]") == []
    assert [each.code for each in validate("response: Hi  # swaigctl: ignore[type]")] == [
        "unused-ignore"
    ]


# Configurations.


def test_select_ignore_and_fail_on_of_a_configuration() -> None:
    put("a.json", WRONG)
    configure('select = ["unknown-action"]\nfail-on = "warning"\n')
    assert codes("a.json") == ["unknown-action"]
    assert run_here(["validate", "a.json"]).status == 1
    configure('ignore = ["type"]\n')
    assert codes("a.json") == ["unknown-action"]
    assert run_here(["validate", "a.json"]).status == 0


@pytest.mark.parametrize(
    ("configured", "flags", "left"),
    [
        ('select = ["unknown-action"]', ["--select", "type"], ["type"]),
        ('ignore = ["type"]', ["--select", "type"], ["type"]),
        ('ignore = ["type"]', ["--ignore", "unknown-action"], []),
        ('select = ["type"]', ["--ignore", "type"], []),
    ],
)
def test_flags_count_more(configured: str, flags: list[str], left: list[str]) -> None:
    put("a.json", WRONG)
    configure(configured)
    assert codes("a.json", *flags) == left


def test_fail_on_of_the_command_line_counts_more() -> None:
    put("a.json", '{"response": "Hi", "action": [{"foo": 1}]}')
    configure('fail-on = "warning"')
    assert run_here(["validate", "a.json", "--fail-on", "error"]).status == 0


PYPROJECT = '[project]\nname = "x"\nsince = 2024-01-01\n\n[tool.swaigctl]\nignore = ["type"]\n'


def test_where_a_configuration_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.json", WRONG)
    put("in/side/a.json", WRONG)
    put("../swaigctl.toml", 'ignore = ["unknown-action"]')  # outside of the repository
    assert codes("a.json") == ["type", "unknown-action"]
    put("pyproject.toml", PYPROJECT)
    put("in/pyproject.toml", "[project]\n# without [tool.swaigctl]\n")
    for _ in range(3):
        assert codes("a.json") == ["unknown-action"]
        monkeypatch.chdir("in" if Path("in").exists() else ".")
        monkeypatch.chdir("side" if Path("side").exists() else ".")
    put("../swaigctl.toml", 'select = ["type"]')
    assert codes("a.json") == ["type"]
    put("../pyproject.toml", PYPROJECT)  # the other one counts
    assert codes("a.json") == ["type"]
    os.remove("../swaigctl.toml")
    os.remove("../pyproject.toml")
    os.rmdir("../../.git")
    assert codes("a.json") == ["unknown-action"]
    os.remove("../../pyproject.toml")
    assert codes("a.json") == ["type"]  # that of the folder around the repository


def test_table_in_an_inline_table() -> None:
    put("a.json", WRONG)
    put("pyproject.toml", '[tool]\nswaigctl = {ignore = ["type"]}\n')
    assert codes("a.json") == ["unknown-action"]


@pytest.mark.parametrize(
    ("pyproject", "is_read"),
    [('[project]\ndependencies = ["swaigctl"]\n', False), ("[tool.swaigctl]\n", True)],
)
def test_no_toml_is_read_without_a_configuration(pyproject: str, is_read: bool) -> None:
    put("a.json", '{"response": "Hi"}')
    put("pyproject.toml", pyproject)
    code = (
        "import sys; sys.argv = ['swaigctl', 'validate', 'a.json']\n"
        "from swaigctl.cli.main import main; main()\n"
        "print({'tomllib', 'swaigctl.check.configuration'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n") != is_read


def test_known_names() -> None:
    put(
        "a.yaml",
        """
sections:
  main:
    - dance: {}
    - prance: {}
    - connect: {to: "+15551234567", tempo: 1, tmeout: 1}
""",
    )
    put("b.json", '{"response": "Hi", "action": [{"dance": 1}, {"prance": 1}], "tempo": 1}')
    assert len(codes("a.yaml", "b.json")) == 7
    configure('known-names = ["dance", "tempo"]')
    assert found("a.yaml", "b.json") == [
        ("a.yaml", 5, "unknown-verb"),
        ("a.yaml", 6, "unknown-name"),
        ("b.json", 1, "unknown-action"),
    ]


def test_exclude() -> None:
    for name in ("a.json", "build/b.json", "x/build/c.json", "x/d.json", "x/y/e.old.json"):
        put(name, WRONG)
    configure('select = ["type"]\nexclude = ["build", "x/**/*.old.json"]')

    def files(*words: str) -> list[str]:
        return [file for file, _, _ in found(*words)]

    assert files(".") == ["a.json", "x/d.json"]
    assert files("x") == ["x/d.json"]
    assert files("**/*.json") == ["a.json", "x/d.json"]
    assert files("build") == []  # as a shell gives it for '*'
    assert files("build/b.json", "x/y/e.old.json") == ["build/b.json", "x/y/e.old.json"]


@pytest.mark.parametrize(
    ("pattern", "paths", "others"),
    [
        ("a.json", ["a.json", "x/a.json", "x/a.json/b"], ["b.json", "xa.json", "a.json5"]),
        ("./a.json", ["a.json"], ["x/a.json"]),
        ("/a.json", ["a.json"], ["x/a.json"]),
        ("x/*.json", ["x/a.json", "x/.b.json"], ["x/y/a.json", "y/x/a.json"]),
        ("x/", ["x/a", "y/x/a/b"], ["xx/a"]),
        ("x/y", ["x/y", "x/y/a/b"], ["a/x/y", "x/yy"]),
        ("x/**", ["x/a", "x/y/a"], ["x", "y/x"]),
        ("**/y/*.json", ["y/a.json", "x/y/a.json"], ["x/y/z/a.yaml", "y.json"]),
        ("x/**/z", ["x/z", "x/y/z", "x/y/y/z/a"], ["z", "y/x/z"]),
        ("**", ["a", "x/a"], []),
        ("*", ["a", "x/a"], []),
        ("?.json", ["a.json"], ["ab.json", "/.json"]),
        ("[a-c!].json", ["b.json", "!.json"], ["d.json"]),
        ("[!a].json", ["b.json"], ["a.json"]),
        ("[^a].json", ["^.json", "a.json"], ["b.json"]),
        ("[z-a].json", ["[z-a].json"], ["z.json"]),
        ("[a.json", ["[a.json"], ["a.json"]),
        ("a+(b).json", ["a+(b).json"], ["aab.json"]),
    ],
)
def test_globs_of_configurations(pattern: str, paths: list[str], others: list[str]) -> None:
    glob = Glob(pattern)
    assert [path for path in (*paths, *others) if glob.matches(path)] == paths


MAIN = ("sections", "main")


@pytest.mark.parametrize(
    ("pattern", "paths", "others"),
    [
        ("$", [(), MAIN], []),
        ("$.sections", [("sections",), MAIN], [(), ("section",)]),
        ("$.sections.main[0]", [(*MAIN, 0), (*MAIN, 0, "play")], [MAIN, (*MAIN, 1), (*MAIN, "0")]),
        ("$.sections.*[*].play", [(*MAIN, 3, "play", "url")], [(*MAIN, "play"), (*MAIN, 0, "tap")]),
        ("$.**.play", [("play",), (*MAIN, 0, "play"), (*MAIN, 1, "play", 0)], [(), MAIN]),
        ("$.**", [(), MAIN], []),
        ("$[**].main.**[0]", [(*MAIN, 0), (*MAIN, 1, "x", 0, "y")], [MAIN, ("sections", "x", 0)]),
        ("$['two words'][\"it's\"]", [("two words", "it's")], [("two words", "its")]),
        ("$.x-y.1", [("x-y", "1")], [("x-y", 1)]),
        ("$['*']", [("*", "x")], [("x",)]),
    ],
)
def test_patterns_of_paths(
    pattern: str, paths: list[tuple[str | int, ...]], others: list[tuple[str | int, ...]]
) -> None:
    steps = pattern_of(pattern)
    assert [path for path in (*paths, *others) if matches(steps, path)] == paths


IGNORES = """
[[tool.swaigctl.ignores]]
files = "x/*.json"
codes = ["type"]
reason = "they are old"

[[tool.swaigctl.ignores]]
files = ["/b.json", "gone/*.json"]
codes = ["type", "unknown-action"]
path = "$.action[*]"
"""


def test_ignores_of_places() -> None:
    put("pyproject.toml", IGNORES)
    for name in ("a.json", "b.json", "x/a.json"):
        put(name, WRONG)
    assert found("a.json", "b.json", "x/a.json") == [
        ("a.json", 1, "type"),
        ("a.json", 1, "unknown-action"),
        ("b.json", 1, "type"),
        ("x/a.json", 1, "unknown-action"),
        # Both files that the second one speaks of were judged, or are not there.
        ("pyproject.toml", 9, "unused-ignore"),
    ]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["a.json"], []),
        (["b.json"], [9, 9]),
        (["x/a.json"], []),  # there is another one
        (["x/a.json", "x/b.json"], [4]),
        (["x"], [4]),
        (["a.json", "x"], [4]),
        (["x/*.json"], [4]),
        (["."], [4, 9, 9]),
        (["../project"], [4, 9, 9]),
        (["x", "b.json"], [4, 9, 9]),
        (["x", "broken.json"], [4]),
    ],
)
def test_ignores_that_nothing_needs(words: list[str], lines: list[int]) -> None:
    put("pyproject.toml", IGNORES)
    for name in ("a.json", "b.json", "x/a.json", "x/b.json"):
        put(name, '{"response": "Hi"}')
    put("broken.json", "{")
    unused = [(file, line) for file, line, code in found(*words) if code == "unused-ignore"]
    assert unused == [("pyproject.toml", line) for line in lines]


def test_ignore_of_files_that_are_not_there() -> None:
    configure('[[ignores]]\nfiles = ["legcy/*", "old"]\ncodes = ["type", "choice"]\n')
    put("legacy/a.json", '{"response": "Hi"}')
    outcome = run_here(["validate", "."]).out.decode()
    assert "swaigctl.toml:2:9: warning: no file that was judged matches 'legcy/*, old'" in outcome
    assert codes(".") == ["unused-ignore"]


SETTINGS = """ignore = ["type", "choice"]
exclude = ["gone", "left"]
known-names = ["foo", "bar"]
"""


def test_settings_without_effect() -> None:
    configure(SETTINGS)
    put("a.json", WRONG)
    put("left/b.json", WRONG)
    outcome = run_here(["validate", "."])
    assert [line for line in outcome.out.decode().splitlines() if "unused" in line] == [
        "swaigctl.toml:1:19: info: nothing has the code 'choice' here: take it out. "
        "[unused-ignore]",
        "swaigctl.toml:2:12: info: 'gone' leaves out nothing here: take it out. [unused-ignore]",
        "swaigctl.toml:3:23: info: the name 'bar' is nowhere unknown here: take it out. "
        "[unused-ignore]",
    ]
    assert outcome.status == 0
    assert found("a.json") == []  # there may be others
    put("c.json", '{"response": ')
    assert codes(".") == ["json"]


def test_settings_where_the_command_line_ignores_too() -> None:
    configure('ignore = ["type"]\n')
    put("a.json", WRONG)
    assert codes(".", "--ignore", "type") == ["unknown-action"]
    assert codes(".", "--ignore", "unknown-action") == []


def test_ignore_is_not_unused_where_a_file_could_not_be_read() -> None:
    put("pyproject.toml", IGNORES)
    put("x/a.json", '{"response": ')
    put("b.json", WRONG)
    assert found(".") == [
        ("b.json", 1, "type"),
        ("x/a.json", 1, "json"),
        ("pyproject.toml", 9, "unused-ignore"),  # the other one, which is about b.json only
    ]


def test_ignore_of_all_files_is_unused_only_if_all_were_judged() -> None:
    configure('[[ignores]]\ncodes = ["type"]\n')
    put("a.json", '{"response": "Hi"}')
    assert found("a.json") == []
    assert found(".") == [("swaigctl.toml", 2, "unused-ignore")]
    put("x/b.txt", WRONG)  # named, it may need the ignore; nobody knows
    assert codes(".", "--ignore", "unused-ignore") == []
    assert codes(".", "--select", "type") == []


def test_ignore_of_a_file_that_no_folder_finds() -> None:
    configure('[[ignores]]\nfiles = "x/b.txt"\ncodes = ["type"]\n')
    put("a.json", '{"response": "Hi"}')
    put("x/b.txt", WRONG)
    assert found(".") == []
    assert codes("x/b.txt") == ["unknown-action"]


def test_configuration_and_comments_together(monkeypatch: pytest.MonkeyPatch) -> None:
    put("pyproject.toml", IGNORES)
    put("x/a.yaml", "response: 1  # swaigctl: ignore[type]\n")
    put("x/a.json", WRONG)
    monkeypatch.chdir("x")
    assert found("a.yaml", "a.json") == [("a.json", 1, "unknown-action")]
    assert (
        codes("a.yaml", "--ignore", "type") == []
    )  # which the comment says needlessly, not in vain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'x = 1\nignor = ["type"]\n',
            [
                "swaigctl.toml:1: x: 'x' is not a setting here.",
                "swaigctl.toml:2: ignor: 'ignor' is not a setting here. Did you mean 'ignore'?",
            ],
        ),
        (
            'ignore = ["type",\n"Choice"]\n',
            ["swaigctl.toml:2: ignore[1]: 'Choice' is not the code of a finding."],
        ),
        (
            'fail_on = "error"\n',
            ["swaigctl.toml:1: fail_on: 'fail_on' is not a setting here. Did you mean 'fail-on'?"],
        ),
        (
            'fail-on = "warnings"\n',
            [
                "swaigctl.toml:1: fail-on: must be one of 'error', 'warning', 'info', not "
                "'warnings'. Did you mean 'warning'?"
            ],
        ),
        (
            'exclude = "build"\n',
            [
                "swaigctl.toml:1: exclude: must be a list of text, not the text 'build'. "
                'Did you mean ["build"]?'
            ],
        ),
        ("known-names = [1]\n", ["swaigctl.toml:1: known-names[0]: must be text, not the number"]),
        (
            '[[ignores]]\npath = "sections"\n',
            [
                "swaigctl.toml:1: ignores[0].codes: is required.",
                "swaigctl.toml:2: ignores[0].path: must be a path as findings have it",
            ],
        ),
        ('[ignores]\ncodes = ["type"]\n', ["swaigctl.toml:1: ignores: must be a list"]),
        ("select = 2024-01-01\n", ["swaigctl.toml:1: select: must be a list of text, not this"]),
        ("ignore = [\n", ["swaigctl.toml:1: not valid TOML: "]),
        ("ignore = []\nignore = []\n", ["swaigctl.toml:2: not valid TOML: "]),
    ],
)
@pytest.mark.parametrize("quick", [True, False])
def test_wrong_configuration(text: str, said: list[str], quick: bool) -> None:
    configure(text)
    outcome = run_here(["validate", "nothing.json"], quick)
    lines = outcome.err.splitlines()
    assert lines.pop() == "See 'swaigctl validate --help'."
    for line, expected in zip(lines, said, strict=True):
        assert line.startswith(f"Error: {expected}")
    assert (outcome.out, outcome.status) == (b"", 2)


def test_wrong_table_of_a_file_above(monkeypatch: pytest.MonkeyPatch) -> None:
    put("pyproject.toml", "[tool.swaigctl]\n\nselect = 1\n")
    put("x/a.json", WRONG)
    monkeypatch.chdir("x")
    outcome = run_here(["validate", "a.json"])
    place = "../pyproject.toml:3: tool.swaigctl.select"
    assert outcome.err.startswith(f"Error: {place}: must be a list of text, not the number 1.")
    assert outcome.status == 2
    Path("../pyproject.toml").write_text("tool.swaigctl = 1\n", encoding="utf-8")
    outcome = run_here(["validate", "a.json"])
    assert outcome.err.startswith("Error: ../pyproject.toml:1: tool.swaigctl: must be an object")
    Path("../pyproject.toml").write_bytes(b"# tool.swaigctl \xff\n")
    outcome = run_here(["validate", "a.json"])
    assert outcome.err.startswith("Error: ../pyproject.toml: is not UTF-8 at byte 16.")
    assert (outcome.out, outcome.status) == (b"", 2)
