"""Plans: what they make, what is wrong with them and on which line, and that the schema agrees."""

import json
import shlex
import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import HERE, run_here, run_program
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from swaigctl.build.calls import Call
from swaigctl.catalog import action_named, families
from swaigctl.catalog.program.plans import MATRIX, OUTPUT, every_value
from swaigctl.catalog.program.tools import FOR_TASKS, fixtures, in_words
from swaigctl.findings import Finding, Refused, SwaigctlError, messages
from swaigctl.fixtures.expansion import expanded, texts
from swaigctl.fixtures.places import members_of_response
from swaigctl.fixtures.plans import read_plan
from swaigctl.fixtures.sources import Source
from swaigctl.formats import json_scanner, toml_scanner
from swaigctl.formats import yaml as formats_yaml
from swaigctl.schema.plans import plan_schema

PLANS = HERE / "plans"
GOOD = sorted(PLANS.glob("good/*.names"))
FAULTY = sorted(PLANS.glob("faulty/*.stderr"))
ACTIONS = [action for members in families().values() for action in members]

SCHEMA = Draft202012Validator(plan_schema())
NOT_DESCRIBED = {
    "clashes.yaml",
    "combinations.yaml",
    "compact.yaml",
    "endings.yaml",
    "placeholders.yaml",
    "paths.yaml",
    "paths-combined.yaml",
    "too-many.yaml",
    "too-many-pairs.json",
    "twice.json",
    "twice.yaml",
    "two-texts.yaml",
    "nan.yaml",
    "date.toml",
}
"""Faults that only a combination, a whole or the text itself has."""


def plan_of(path: Path) -> Path:
    return path.with_suffix("")


def value_of(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return tomllib.loads(text) if path.suffix == ".toml" else yaml.safe_load(text.replace("\t", ""))


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_faulty_plan_gets_an_answer(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(plan_of(path), tmp_path)
    monkeypatch.chdir(tmp_path)
    for task in (["build"], ["check"], ["list"], ["list", "--format", "json"]):
        outcome = run_here(["fixtures", *task, path.stem])
        assert outcome.err == path.read_text(encoding="utf-8")
        assert (outcome.out, outcome.status) == (b"", 2)
    assert [each.name for each in tmp_path.iterdir()] == [path.stem]


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("p.json", '{\n  "fixtures": [\n    {"action": "hangup",}\n  ]\n}', "p.json:3: not valid"),
        ("p.json", '{"a": "NaN",\n"b": "\\"NaN",\n"c": NaN}', "p.json:3: not valid JSON: NaN is"),
        ("p.json", '{"a": true,\n"b":\n[1, -Infinity}', "p.json:3: not valid JSON: -Infinity is"),
        ("p.json", '{"a": 1e9,\n"b": 1e999}', "p.json:2: not valid JSON: 1e999 is more than a"),
        ("p.json", f'{{\n"a":{"7" * 5000}}}', "p.json:2: not valid JSON: a number has too many"),
        ("p.toml", 'output = "x"\n[[fixtures]\n', "p.toml:2: not valid TOML: "),
        ("p.toml", 'a = 1\nb = [\n"x",\n', "p.toml:3: not valid TOML: "),
        ("p.toml", "a = 1\n\na = 2\n", "p.toml:3: not valid TOML: "),
        ("p.toml", "a = 99999999-99-99", "p.toml:1: not valid TOML: "),
        ("p.yaml", "fixtures:\n  - action: [hangup\n  - x\n", "p.yaml:2: not valid YAML: "),
        ("p.yaml", "", "p.yaml: not valid YAML: it is empty"),
        ("p.json", "{}", "p.json:1: fixtures: is required."),
        ("p.txt", "", "'p.txt': a plan is a file that ends in .yaml, .yml, .toml or .json."),
        ("-", "", "'-': a plan is a file that ends in "),
        ("p.yaml", b"fixtures: [{action: \xff}]", "p.yaml: is not UTF-8 at byte 20."),
        ("gone.yaml", None, "'gone.yaml' can't be read: No such file or directory."),
        (
            "p.json",
            "[" * 100_000,
            "p.json:1: not valid JSON: it nests deeper than 200 levels (column 202).",
        ),
        (
            "p.toml",
            "a = " + "[" * 100_000,
            "p.toml:1: not valid TOML: it nests deeper than 200 levels (line 1, column ",
        ),
    ],
)
def test_text_that_is_no_plan(
    name: str,
    text: "str | bytes | None",
    answer: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    if text is not None:
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    outcome = run_here(["fixtures", "check", name])
    assert outcome.err.startswith(f"Error: {answer}")
    assert (outcome.out, outcome.status) == (b"", 2)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_plan_makes_what_the_commands_print(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(plan_of(path), tmp_path)
    monkeypatch.chdir(tmp_path)
    task = [path.stem, "--output", "made"]
    listing = run_here(["fixtures", "list", *task])
    names = path.read_text().splitlines()
    assert listing.out.decode().splitlines() == [f"made/{name}" for name in names]
    built = run_here(["fixtures", "build", *task])
    assert built.status == 0, built.err
    assert built.out.decode().splitlines() == [f"wrote made/{name}" for name in names]
    rows = json.loads(run_here(["fixtures", "list", *task, "--format", "json"]).out)
    assert [row["name"] for row in rows] == names
    assert [row["file"] for row in rows] == listing.out.decode().splitlines()
    assert {row["plan"] for row in rows} == {path.stem}
    for row in rows:
        if row["action"] in ("response", "swml"):  # what they hold stands in other tests
            continue
        flags = ["--params", json.dumps(row["values"]), "--form", row["form"], "--as", row["as"]]
        data = (tmp_path / row["file"]).read_bytes()
        flags += ["--format", "yaml"] if row["file"].endswith(".yml") else []
        flags += ["--compact"] if data.startswith(b'{"') else []
        flags += ["--transfer"] if row["action"] == "send-sms" else []
        assert data == run_here([row["action"], *flags]).out


def test_responses_are_what_respond_prints(tmp_path: Path) -> None:
    run_program(
        ["fixtures", "build", str(PLANS / "good/responses.toml"), "--output", str(tmp_path)]
    )
    for name, arguments in {
        "goodbye-true-Ciao": "--response Goodbye. --post-process say --text Ciao hangup",
        "goodbye-false-Bye": "--response Goodbye. say --text Bye hangup",
        "twice-y-b-full": "--response b say --text one join-conference --name x --no-transfer "
        "--form full say --text y",
        "facts": "--tool-result shipped --tool-prompt Say_so.",
    }.items():
        words = [word.replace("_", " ") for word in arguments.split()]
        assert (tmp_path / f"{name}.json").read_bytes() == run_here(["respond", *words]).out


@pytest.mark.parametrize("path", [*GOOD, *FAULTY], ids=lambda path: path.stem)
def test_schema_agrees_with_the_checks(path: Path) -> None:
    if path.parent.name == "good" or path.stem not in NOT_DESCRIBED:
        assert SCHEMA.is_valid(value_of(plan_of(path))) == (path.parent.name == "good")


NEARLY: st.SearchStrategy[Any] = st.sampled_from(
    ["*", "all", "auto", "hangup", "x", 1, True, None, [], {}, ["*"], [None]]
)


@st.composite
def nearly_plans(draw: st.DrawFn) -> dict[str, Any]:
    """Plans of one fixture, in which something may be wrong."""
    from strategies import mostly, right_values

    action = draw(st.sampled_from(ACTIONS))
    fixture: dict[str, Any] = {"action": draw(st.sampled_from([action.name, action.command]))}
    params: dict[str, Any] = {}
    matrix: dict[str, Any] = {}
    for parameter in action.parameters:
        if draw(st.booleans()) and not parameter.required:
            continue
        value = mostly(right_values(parameter.kind))
        if draw(st.booleans()):
            params[parameter.name] = draw(value)
        else:
            several = st.lists(value | st.none(), max_size=2)
            matrix[parameter.name] = draw(
                st.just("*") | several if every_value(parameter.kind) else several
            )
    fixture.update(params=params, matrix=matrix, strategy=draw(st.just("each") | NEARLY))
    fixture.update(draw(st.dictionaries(st.sampled_from(["form", "as", "file"]), NEARLY)))
    return {"fixtures": [fixture]}


@given(nearly_plans())
@settings(deadline=None, max_examples=150)
def test_what_the_checks_take_the_schema_takes(plan: dict[str, Any]) -> None:
    """The other way round, combinations can still be wrong."""
    try:
        read_plan(PlanSource(plan))
    except Refused:
        return
    SCHEMA.validate(plan)


@given(nearly_plans())
@settings(deadline=None, max_examples=150)
def test_every_plan_gets_an_answer_with_its_line(plan: dict[str, Any]) -> None:
    found: tuple[Finding, ...] = ()
    try:
        made = read_plan(PlanSource(plan))
        texts(made, expanded(made))
    except Refused as refused:
        found = refused.findings
    assert all(each.where.startswith("plan.json:1: fixtures[0]") for each in found)


class PlanSource(Source):
    """A plan that stands in no file."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.path = "plan.json"
        self.language = "JSON"
        self.text = json.dumps(plan)


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        ([], "Error: there is no fixtures.yaml here, nor .yml, .toml or .json: name a plan, or"),
        (["fixtures.yml"], ""),
        (
            ["fixtures.json", "fixtures.yaml"],
            "Error: there are fixtures.yaml and fixtures.json here",
        ),
    ],
)
def test_plan_of_the_current_folder(
    names: list[str], answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in names:
        Path(name).write_text('{"fixtures": [{"action": "hangup"}]}')
    outcome = run_here(["fixtures", "list"])
    assert outcome.err.startswith(answer)
    assert outcome.out == (b"" if answer else b"fixtures/hangup.json\n")


def test_lines_of_toml_are_those_of_the_same_yaml(tmp_path: Path) -> None:
    """Every key and value that TOML can say on a line of its own."""
    toml = [
        '"a b" = 1',
        "[t]",
        "x = [",
        "  1,",
        "]",
        "# c",
        "",
        'y = """',
        "x = 2",
        '"""',
        "z.q = 3",
    ]
    toml += ["[[f]]", "a = {b = 1}", "[[f]]", "[[f.g]]", "a = 1", "[f.h]", "a = 2"]
    (tmp_path / "p.toml").write_text("\r\n".join(toml))
    source = Source(str(tmp_path / "p.toml"))
    lines = {
        ("a b",): 1, ("t",): 2, ("t", "x"): 3, ("t", "x", 0): 4, ("t", "y"): 8,
        ("t", "z", "q"): 11, ("f", 0): 12, ("f", 0, "a", "b"): 13, ("f", 1): 14,
        ("f", 1, "g", 0): 15, ("f", 1, "g", 0, "a"): 16, ("f", 1, "h", "a"): 18,
        ("f", 1, "h", "b"): 17, ("f", 7): 12, ("nothing",): 1,
    }  # fmt: skip
    assert {path: source.position(path).line for path in lines} == lines


def test_warnings_once_for_a_fixture_and_strictly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fixtures.yaml").write_text(
        "fixtures:\n  - action: hangup\n  - action: join_conference\n"
        "    params: {name: x, trim: do-not-trim}\n    matrix: {muted: '*', beep: '*'}\n"
    )
    line = "fixtures.yaml:4: fixtures[1].params.trim: has no effect unless 'record' is"
    for task in ("build", "check"):
        outcome = run_here(["fixtures", task, "--strict"])
        assert outcome.err.startswith(f"Error: {line}")
        assert (outcome.out, outcome.status, outcome.err.count(line)) == (b"", 2, 1)
        assert os_names(tmp_path) == ["fixtures.yaml"]
    assert run_here(["fixtures", "list"]).err == ""
    for _ in range(2):  # a build that has nothing to write warns too
        outcome = run_here(["fixtures", "build"])
        assert (outcome.status, outcome.err.count(f"Warning: {line}")) == (0, 1)


def os_names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ([], "fixtures: needs one of 'build', 'check', 'list', 'init'."),
        (
            ["bild"],
            "TASK must be one of 'build', 'check', 'list', 'init', not 'bild'. Did you mean "
            "'build'?",
        ),
        (["init", "a.yaml", "b.yaml"], "'b.yaml': is not expected here."),
        (["check", "--prune"], "--prune: is for 'build', not for 'check'."),
        (["list", "--strict"], "--strict: is for 'build' and 'check', not for 'list'."),
        (
            ["init", "--output", "x"],
            "--output: is for 'build', 'check' and 'list', not for 'init'.",
        ),
        (["build", "--format", "json"], "--format: is for 'check' and 'list', not for 'build'."),
        (["list", "--format", "github"], "--format: github is for 'check', not for 'list'."),
        (["check", "--stat", "--quiet"], "--stat: can't go with '--quiet': give one of them."),
        (
            ["check", "--format", "json", "--diff"],
            "--diff: can't go with '--format': give one of them.",
        ),
        (["build", "--output", ""], "--output: must not be empty."),
    ],
)
def test_usage(arguments: list[str], answer: str) -> None:
    outcome = run_here(["fixtures", *arguments])
    assert outcome.err == f"Error: {answer}\nSee 'swaigctl fixtures --help'.\n"
    assert (outcome.out, outcome.status) == (b"", 2)


def test_mending_command_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-p.yaml").write_text("fixtures: [{action: hangup}]")
    outcome = run_here(["fixtures", "check", "--strict", "--output", "a b", "--", "-p.yaml"])
    command = "swaigctl fixtures build ./-p.yaml --output 'a b' --strict"
    assert outcome.err == f"Nothing is built yet: 1 file missing.\nRun '{command}' to make it.\n"
    assert run_here(shlex.split(command)[1:]).out == b"wrote a b/hangup.json\n"


def test_help_says_where_files_go_and_how_places_count() -> None:
    assert f"in the folder {OUTPUT.default!r} beside the plan" in fixtures.description
    assert f"the plan's own {OUTPUT.name!r}" in fixtures.description
    step = Call(action_named("say"), {}, {})
    assert min(members_of_response([step, step])).startswith("1.")
    assert "PLACE.PARAMETER, counted from 1" in MATRIX.help


def test_help_says_what_a_flag_is_for() -> None:
    for flag, tasks in FOR_TASKS.items():
        assert flag.help.startswith(f"For {in_words(tasks)}: ")


def test_error_of_a_source_is_one_line() -> None:
    with pytest.raises(SwaigctlError, match="a plan is a file"):
        Source("/dev/stdin")


@pytest.mark.parametrize("language", ["json", "toml", "yaml"])
def test_only_what_is_shown_is_looked_for(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 3,000 mistakes: the text is gone through once, and 20 suggestions are looked for."""
    count = 3_000
    text = {
        "json": json.dumps({"fixtures": [{"action": "hangpu"} for _ in range(count)]}, indent=1),
        "toml": "".join("[[fixtures]]\naction = 'hangpu'\n" for _ in range(count)),
        "yaml": "fixtures:\n" + "".join("- action: hangpu\n" for _ in range(count)),
    }[language]
    calls: Counter[str] = Counter()

    def counted(module: object, name: str) -> None:
        real = getattr(module, name)

        def call(*arguments: Any, **named: Any) -> Any:
            calls[name] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, call)

    counted(messages, "nearest")
    counted(json_scanner, "scanned")
    counted(toml_scanner.Scanner, "scan")
    counted(tomllib, "loads")
    counted(yaml, "parse")
    monkeypatch.setattr(formats_yaml, "parse", yaml.parse)
    (tmp_path / f"p.{language}").write_text(text)
    monkeypatch.chdir(tmp_path)
    outcome = run_here(["fixtures", "list", f"p.{language}"])
    lines = outcome.err.splitlines()
    assert (len(lines), lines[20]) == (22, "... and 2980 more.")
    step, first = {"json": (3, 4), "toml": (2, 2), "yaml": (1, 2)}[language]
    assert [int(line.split(":")[2]) for line in lines[:20]] == [first + step * n for n in range(20)]
    assert all(line.endswith("Did you mean 'hangup'?") for line in lines[:20])
    once = {"json": ["scanned"], "toml": ["scan", "loads"], "yaml": ["parse"]}[language]
    assert calls == {"nearest": 20, **dict.fromkeys(once, 1)}


@pytest.mark.parametrize("length", [50, 300])
def test_place_of_what_has_a_long_path(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "x" * length
    inside: object = {"a": float("nan")}
    for _ in range(5):
        inside = {name: [inside]}
    fixture = {"action": "join_conference", "params": {"result": inside}}
    text = json.dumps({"fixtures": [fixture]}, indent=1)
    line = text[: text.index("NaN")].count("\n") + 1
    for ending, its in (("json", text), ("yaml", text.replace("NaN", ".nan"))):
        (tmp_path / f"p.{ending}").write_text(its)
        monkeypatch.chdir(tmp_path)
        outcome = run_here(["fixtures", "list", f"p.{ending}"])
        assert outcome.err.startswith(f"Error: p.{ending}:{line}:")
