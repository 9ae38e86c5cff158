"""Pairs of files: the arguments in `NAME.args`, what they print in `NAME.json`, `.yaml` or `.diff`.

Every action command has a folder of pairs. They feed the command line (the quick path and the
Typer app), and where they give nothing but parameters, `FunctionResult` and the SDK too.

So has every verb, in `swml`: `bare` has what is required and nothing else, those that begin with
`full` have all parameters between them, and `wrong` is a mistake. What is said of it is in
`NAME.stderr`, and so are warnings.
"""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, run_here, run_program

from swaigctl import FunctionResult
from swaigctl.catalog import action_named, index
from swaigctl.catalog.verbs import CALLING, families
from swaigctl.cli.chains import VerbFlags, document_line
from swaigctl.cli.flags import ActionFlags, FlagReading, Flags, read_flags
from swaigctl.descriptions import verb_command
from swaigctl.findings import flag_of
from swaigctl.model.entries import Verb
from swaigctl.model.shapes import members
from swaigctl.model.walk import findings
from swaigctl.python.values import PYTHON_KINDS

FOLDER = HERE / "examples"
VERBS = FOLDER / "swml"
DOCUMENTS = sorted(path.with_suffix(".args") for path in VERBS.rglob("*.json"))
MISTAKES = sorted({*VERBS.rglob("*.args")} - {*DOCUMENTS})
EXAMPLES = sorted({*FOLDER.rglob("*.args")} - {*VERBS.rglob("*.args")})

each_verb = pytest.mark.parametrize(
    "verb",
    [verb for verbs in families().values() for verb in verbs],
    ids=lambda verb: f"{verb.flavour}: {verb.command}",
)


def name_of(path: Path) -> str:
    return str(path.relative_to(FOLDER).with_suffix(""))


def arguments_in(path: Path) -> list[str]:
    return shlex.split(path.read_text(encoding="utf-8"))


def folder_of(verb: Verb) -> Path:
    return (VERBS if verb.flavour == CALLING.name else VERBS / verb.flavour) / verb.command


def flags_in(path: Path, verb: Verb) -> dict[str, bool | str | list[str]]:
    """What a pair gives for the parameters of its verb, which is the only one on its line."""
    head = verb_command(verb).split()
    arguments = arguments_in(path)
    if "--as" in arguments:  # of a step that leads elsewhere, which a whole document must have
        at = arguments.index("--as")
        arguments = arguments[:at] + arguments[at + 2 :]
    assert arguments[: len(head)] == head
    its = VerbFlags(verb, Flags("", ()))
    assert read_flags(arguments, len(head), [its]) == len(arguments)
    return its.given


def expected_by(path: Path) -> bytes:
    (output,) = (
        path.with_suffix(s) for s in (".json", ".yaml", ".diff") if path.with_suffix(s).exists()
    )
    return output.read_bytes()


def warnings_in(path: Path) -> str:
    warnings = path.with_suffix(".stderr")
    return warnings.read_text(encoding="utf-8") if warnings.exists() else ""


def test_every_verb_has_examples() -> None:
    folders = {folder_of(verb) for verbs in families().values() for verb in verbs}
    assert folders == {path.parent for path in DOCUMENTS} == {path.parent for path in MISTAKES}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_document_is_printed(path: Path) -> None:
    for quick in (True, False):
        outcome = run_here(arguments_in(path), quick)
        assert outcome.err == warnings_in(path)
        assert outcome.status == 0
        assert outcome.out.decode() == expected_by(path).decode()


@pytest.mark.parametrize("path", MISTAKES, ids=name_of)
def test_wrong_document_gets_an_answer(path: Path) -> None:
    outcome = run_here(arguments_in(path))
    assert outcome.err == path.with_suffix(".stderr").read_text(encoding="utf-8")
    assert (outcome.out, outcome.status) == (b"", 2)


@each_verb
def test_verb_is_shown_in_use(verb: Verb) -> None:
    """In one or two examples, with the simplest first; nothing is to be warned of in them."""
    assert 1 <= len(verb.examples) <= 2
    for example in verb.examples:
        command, *arguments = shlex.split(example.arguments)
        assert command == "swml"
        line, flavour = document_line(arguments)
        shown = [entry.described for entry in line.entries]
        assert flavour.name == verb.flavour
        assert verb in shown
        outcome = run_here([command, *arguments])
        assert (outcome.status, outcome.err) == (0, "")


@each_verb
def test_bare_has_what_is_required_only(verb: Verb) -> None:
    """Left out, each of its flags is missed."""
    given = flags_in(folder_of(verb) / "bare.args", verb)
    for left_out in given:
        kept = [
            word
            for name, texts in given.items()
            if name != left_out and isinstance(texts, list)
            for text in texts
            for word in (flag_of(name), text)
        ]
        assert run_here([*verb_command(verb).split(), *kept]).status == 2
    if not given:
        assert arguments_in(folder_of(verb) / "bare.args") == verb_command(verb).split()


@each_verb
def test_full_has_all_parameters(verb: Verb) -> None:
    """Those of shapes that exclude each other in several pairs."""
    paths = [path for path in folder_of(verb).glob("*.args") if path.stem.startswith("full")]
    given = {name for path in paths for name in flags_in(path, verb)}
    deprecated = [name for name, field in members(verb.fields) if field.deprecated]
    for name, _ in members(verb.fields):
        if any(is_inside(name, each) for each in deprecated):
            continue
        assert any(is_inside(name, each) or is_inside(each, name) for each in given), name


def is_inside(name: str, outer: str) -> bool:
    """Whether a name with dots is the outer one, or leads to a member of it."""
    return f"{name}.".startswith(f"{outer}.")


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_program_prints_it(path: Path) -> None:
    outcome = run_program(arguments_in(path))
    assert outcome.err == warnings_in(path)
    assert outcome.out.decode() == expected_by(path).decode()
    assert outcome.status == 0


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_typer_app_prints_it(path: Path) -> None:
    assert run_here(arguments_in(path), quick=False).out == expected_by(path)


def parameters_only(path: Path) -> dict[str, object] | None:
    """The example's parameters; None if it uses other flags or prints another shape."""
    arguments = arguments_in(path)
    action = action_named(arguments[0].replace("-", "_"))
    its = ActionFlags(action)
    read_flags(arguments, 1, [its])
    own = {name.partition(".")[0] for name in its.given}
    if not own <= {each.name for each in action.all_parameters}:
        return None
    return FlagReading().action_values(action, its.given, None)


def is_for_python(path: Path) -> bool:
    """Whether the example can be keyword arguments: just what the SDK's method takes."""
    values = parameters_only(path)
    action = action_named(arguments_in(path)[0].replace("-", "_"))
    return values is not None and all(
        not each.of_verb and not list(findings(PYTHON_KINDS[each], values[each.name]))
        for each in action.all_parameters
        if each.name in values
    )


METHOD_EXAMPLES = [path for path in EXAMPLES if is_for_python(path)]


@pytest.mark.parametrize("path", METHOD_EXAMPLES, ids=name_of)
def test_method_builds_it(path: Path, sdk: Any) -> None:
    name = arguments_in(path)[0].replace("-", "_")
    values = parameters_only(path)
    assert values is not None
    ours = getattr(FunctionResult(), name)(**values)
    if not action_named(name).place.is_part:
        (ours,) = ours.action
    assert ours == json.loads(expected_by(path))
    if values.get("max_participants") == 250:  # the reference's default, which SDK 3.7 has not
        del values["max_participants"]
    if hasattr(sdk, name):
        theirs = getattr(sdk(), name)(**values)
        if isinstance(theirs, sdk):
            (theirs,) = theirs.action
        assert json.dumps(ours) == json.dumps(theirs)


def test_every_action_has_examples() -> None:
    folders = {path.parent.name for path in METHOD_EXAMPLES}
    assert folders == {name.replace("_", "-") for name in index.ACTIONS}
