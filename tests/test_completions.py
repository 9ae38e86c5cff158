"""What Tab completes, in real shells.

bash, zsh and fish run behind a pseudo-terminal. PowerShell is in none of the places that the tests
can install from, so its script does not run here: a PowerShell grammar reads it without an error,
and its table is compared with the catalog. That its engine does what it should is not tested.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import tree_sitter_powershell
from conftest import ROOT
from shells import COMMANDS, LOADING, SCRIPTS, SHELLS, Session, need
from tree_sitter import Language, Node, Parser

from swaigctl.catalog import families
from swaigctl.catalog.codes import CODES
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import effects, flags, validation
from swaigctl.catalog.program.explanations import CODE
from swaigctl.catalog.program.tools import FILE, HELP_COMMAND, TOOLS
from swaigctl.catalog.program.topics import TOPICS
from swaigctl.catalog.verbs import CALLING, FLAVOURS
from swaigctl.catalog.verbs import families as verb_families
from swaigctl.cli.flags import flag_table, taken_from
from swaigctl.cli.json_values import reads_input
from swaigctl.descriptions import HELP, parameters_of_action, parameters_of_verb
from swaigctl.model.entries import Parameter
from swaigctl.model.kinds import Boolean, Kind, Spelled
from swaigctl.model.shapes import ListOf
from swaigctl.model.unions import OneOf

pytestmark = pytest.mark.once

ACTIONS = [action for actions in families().values() for action in actions]
VERBS = [verb for verbs in verb_families().values() for verb in verbs]

# What was typed before Tab, and what Tab adds to it.
TABS = [
    ("swaigctl join-conf", "erence "),
    ("swaigctl --vers", "ion "),
    ("swaigctl --no-color join-conf", "erence "),
    ("true; swaigctl join-conf", "erence "),
    # Flags, but not those already given.
    ("swaigctl say --te", "xt"),
    ("swaigctl say --text x --te", ""),
    ("swaigctl say --text=x --te", ""),
    ("swaigctl say --text-", "file "),
    ("swaigctl say --text-file x --te", ""),
    ("swaigctl join-conference --mut", "ed "),
    ("swaigctl join-conference --muted --mut", ""),
    ("swaigctl join-conference --no-muted --mut", ""),
    ("swaigctl say --text x -c --compac", ""),
    ("swaigctl join-conference --wait-url https://a.b/c?d=e --mut", "ed "),
    ('swaigctl join-conference --name "a b" --mut', "ed "),
    (r"swaigctl join-conference --name a\"b --mut", "ed "),
    ("swaigctl join-conference --name hangup --mut", "ed "),
    ("swaigctl join-conference --name --muted --mut", "ed "),
    ("swaigctl join-conference --name a: --mut", "ed "),
    ("swaigctl send-sms --tags a --ta", "gs "),
    # Choices.
    ("swaigctl join-conference --beep onEn", "ter "),
    ("swaigctl join-conference --beep=onEn", "ter "),
    ("swaigctl back-to-back-functions --enabled fo", "rever "),
    ("swaigctl list --format js", "on "),
    # Words.
    ("swaigctl join-conference --status-callback-event le", "ave "),
    ("swaigctl join-conference --status-callback-event=le", "ave "),
    ('swaigctl join-conference --status-callback-event "le', 'ave" '),
    ('swaigctl join-conference --status-callback-event "join le', 'ave" '),
    ("swaigctl join-conference --status-callback-event 'start join le", "ave' "),
    (r"swaigctl join-conference --status-callback-event join\ le", "ave "),
    ('swaigctl join-conference --status-callback-event "join jo', ""),
    ("swaigctl join-conference --status-callback-event join --status-callback-e", "vent"),
    ("swaigctl join-conference --status-callback-event join --status-callback-m", "ethod "),
    ("swaigctl connect --parall", "el "),
    ("swaigctl connect --seri", "al"),
    ("swaigctl connect --t", ""),
    ("swaigctl connect --call-state-events cr", "eated "),
    # Files.
    ("swaigctl join-conference --params @par", "ams.json "),
    ("swaigctl join-conference --params=@par", "ams.json "),
    ("swaigctl join-conference --params @two", r"\ words.yaml "),
    ('swaigctl join-conference --params "@two', ' words.yaml" '),
    ("swaigctl join-conference --params @fol", "der/"),
    ("swaigctl join-conference --params @folder/in", "ner.json "),
    ("swaigctl join-conference --params par", ""),
    ("swaigctl join-conference --name par", ""),
    ("swaigctl list > par", "ams.json "),
    # Chains: each action has its own flags, and fewer than by itself.
    ("swaigctl respond --resp", "onse"),
    ("swaigctl respond hang", "up "),
    ("swaigctl respond --response Hi hang", "up "),
    ("swaigctl respond say --text Hi join-conf", "erence "),
    ("swaigctl respond say --text hangup --te", ""),
    ("swaigctl respond say --text Hi say --te", "xt"),
    ("swaigctl respond say --text Hi --compa", "ct "),
    ("swaigctl respond --compact say --text Hi --compa", ""),
    ("swaigctl respond say --text Hi --compact hangup --compa", ""),
    ("swaigctl respond say --text Hi join-conference --beep onEn", "ter "),
    ("swaigctl respond say --text Hi hangup --te", ""),
    # Documents: verbs have their own flags, and members of objects have flags with dots.
    ("swaigctl swml join-conf", "erence "),
    ("swaigctl swml --for messaging repl", "y "),
    ("swaigctl swml --for=messaging repl", "y "),
    ("swaigctl swml repl", ""),
    ("swaigctl swml --for mess", "aging "),
    ("swaigctl swml --for messaging execute --pa", "rams"),
    ("swaigctl swml play --url say:Hi hang", "up "),
    ("swaigctl swml play --url hangup --vol", "ume "),
    ("swaigctl swml play --volume 3 --vol", ""),
    ("swaigctl swml play --volume 3 play --vol", "ume "),
    ("swaigctl swml join_conference --wait", "-url "),
    ("swaigctl swml record --format mp", ""),
    ("swaigctl swml record --format w", "av "),
    ("swaigctl swml record --output-format y", "aml "),
    ("swaigctl swml play --url say:Hi --as st", "ep "),
    ("swaigctl swml --as step play --as", ""),
    ("swaigctl swml ai --prompt.temp", "erature "),
    ("swaigctl swml ai --SWAIG.defaults.web-hook-u", "rl "),
    ("swaigctl swml ai --prompt.pom @par", "ams.json "),
    ("swaigctl swml ai --prompt.pom=@par", "ams.json "),
    ("swaigctl swml live-transcribe --no-action.start.live", "-events "),
    ("swaigctl swml play --no-auto-answer --auto", ""),
    ("swaigctl swml play --auto-answer=fa", "lse "),
    ("swaigctl swml play --no-auto-answer=fa", ""),
    ("swaigctl swml set --vars a=b --va", "rs "),
    ("swaigctl swml hangup --section x hang", "up "),
    ("swaigctl swml hangup --section=x hang", "up "),
    ("swaigctl swml hangup --section hang", ""),
    ("swaigctl swml play --section x --vol", ""),
    ("swaigctl swml play --section x play --vol", "ume "),
    # In a response, a document ends at --end.
    ("swaigctl respond swm", "l"),
    ("swaigctl respond say --text Hi swml pla", "y "),
    ("swaigctl respond swml say", ""),
    ("swaigctl respond swml --trans", "fer "),
    ("swaigctl respond swml play --en", "d "),
    ("swaigctl respond swml play --end sa", "y "),
    ("swaigctl respond swml play --end say --te", "xt"),
    ("swaigctl respond swml play --end swml --section x pla", "y "),
    ("swaigctl respond swml --section x --en", "d "),
    ("swaigctl respond swml play --as", ""),
    # Help is for commands, and for entries of a chain.
    ("swaigctl hel", "p "),
    ("swaigctl help join-conf", "erence "),
    ("swaigctl help swml join-conf", "erence "),
    ("swaigctl help swml --for messaging repl", "y "),
    ("swaigctl help out", "put "),
    ("swaigctl out", ""),
    ("swaigctl help output -", ""),
    ("swaigctl help join-conference mut", ""),
    ("swaigctl help join-conference --mut", "ed "),
    ("swaigctl help join-conference --muted --be", ""),
    ("swaigctl help swml play --vol", "ume "),
    ("swaigctl help respond join-conf", "erence "),
    ("swaigctl help respond say --te", "xt"),
    ("swaigctl help respond swml pla", "y "),
    ("swaigctl help respond swml play --en", "d "),
    ("swaigctl help fixtures --pru", "ne "),
    # What has no effect, or is refused, is not offered.
    ("swaigctl say --for", "mat "),
    ("swaigctl say --as sw", ""),
    ("swaigctl connect --as sw", "ml "),
    ("swaigctl tap --form si", ""),
    ("swaigctl hangup --pa", ""),
    ("swaigctl create-payment-pr", "ompt "),
    ("swaigctl respond create-payment-pr", ""),
    # Tools with words of their own.
    ("swaigctl completion inst", "all "),
    ("swaigctl completion install fi", "sh "),
    ("swaigctl completion fish z", ""),
    ("swaigctl fixtures che", "ck "),
    ("swaigctl fixtures check par", "ams.json "),
    ("swaigctl fixtures check --strict par", "ams.json "),
    ("swaigctl fixtures check fol", "der/"),
    ("swaigctl fixtures check params.json zz", ""),
    ("swaigctl fixtures check --pru", "ne "),
    # Codes of findings.
    ("swaigctl explain nothing-rec", "orded "),
    ("swaigctl validate --ignore legacy-f", "orm "),
    ("swaigctl validate --select=legacy-f", "orm "),
    ("swaigctl join-conference --ignore nothing-rec", "orded "),
    ("swaigctl swml play --ignore=nothing-rec", "orded "),
    ("swaigctl respond --ignore nothing-rec", "orded "),
]


@pytest.fixture(scope="module", params=SHELLS)
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    folder = some_files(tmp_path_factory.mktemp(request.param))
    opened = Session(request.param, folder, LOADING[request.param])
    yield opened
    opened.close()


def some_files(home: Path) -> Path:
    folder = home / "files"
    (folder / "folder").mkdir(parents=True)
    for name in ("params.json", "two words.yaml", "folder/inner.json"):
        (folder / name).touch()
    return folder


def test_tab(session: Session) -> None:
    """And nothing was started for it, Python least of all."""
    wrong = [
        (line, added, found) for line, added in TABS if (found := session.tab(line)) != line + added
    ]
    assert not wrong
    assert not session.trace.exists(), session.trace.read_text()


def test_what_is_started_leaves_a_trace(session: Session) -> None:
    session.run("swaigctl --version")
    assert session.trace.read_text().endswith("swaigctl --version\n")
    session.trace.unlink()


@pytest.mark.parametrize("breaks", ["", "@=:", "=", ":"])
def test_bash_whatever_breaks_words(tmp_path: Path, breaks: str) -> None:
    """bash's own are `@` to `:` as here; people and packages take some of them out."""
    session = Session("bash", some_files(tmp_path), LOADING["bash"])
    try:
        session.run(rf"COMP_WORDBREAKS=$' \t\n\'\"><;|&({breaks}'")
        for line, added in TABS:
            assert session.tab(line) == line + added
    finally:
        session.close()


def contexts() -> dict[str, tuple[Parameter, ...]]:
    """Each beginning of a command line, and what may be given then."""
    return {
        **{
            f"swaigctl {each.command}": (*parameters_of_action(each), *effects.of_action(each))
            for each in ACTIONS
        },
        **{
            f"swaigctl respond {each.command}": (
                *parameters_of_action(each),
                *effects.of_action(each, in_chain=True),
                *flags.OUTPUTS,
            )
            for each in ACTIONS
            if not each.place.is_part
        },
        **{f"swaigctl {tool.command}": tool.parameters for tool in TOOLS.values()},
        "swaigctl swml": (*document_flags.DOCUMENT, document_flags.SECTION),
        **{
            f"swaigctl swml --for {verb.flavour} {verb.command}": (
                *parameters_of_verb(verb),
                *effects.of_verb(verb),
                *document_flags.DOCUMENT_OUTPUTS,
                document_flags.SECTION,
            )
            for verb in VERBS
        },
        "swaigctl respond swml": (
            *document_flags.DOCUMENT_IN_RESPONSE,
            *flags.OUTPUTS,
            document_flags.SECTION,
            document_flags.END,
        ),
        **{
            f"swaigctl respond swml {verb.command}": (
                *parameters_of_verb(verb),
                *(each for each in effects.of_verb(verb) if each is not flags.SKELETON),
                *flags.OUTPUTS,
                document_flags.SECTION,
                document_flags.END,
            )
            for verb in VERBS
            if verb.flavour == CALLING.name
        },
    }


def flags_of(parameters: Iterable[Parameter]) -> set[str]:
    """Their flags, and those that take a text from a file."""
    return {
        each
        for flag, (parameter, _) in flag_table(parameters).items()
        for each in taken_from(flag, parameter.kind)
    }


def values_of(kind: Kind) -> set[str]:
    """What can be typed as it stands for a value of this kind."""
    if kind.takes_json and reads_input(kind):
        return {"@", "-"}
    if isinstance(kind, ListOf):
        return values_of(kind.item)
    if isinstance(kind, OneOf):
        return set().union(*map(values_of, kind.branches)) - {"@", "-"}
    if isinstance(kind, Boolean):
        return {"true", "false"}
    return set(kind.spellings) if isinstance(kind, Spelled) else set()


def expected_candidates() -> dict[str, set[str]]:
    """Each line before Tab, and all that can stand in place of its last word."""
    actions = {action.command for action in ACTIONS}
    expected = {
        "swaigctl ": actions | set(TOOLS) | {HELP_COMMAND[0]},
        "swaigctl help ": actions | set(TOOLS) | set(TOPICS) | {HELP_COMMAND[0]},
        "swaigctl respond ": {
            "swml",
            *(action.command for action in ACTIONS if not action.place.is_part),
        },
        "swaigctl respond swml ": {verb.command for verb in VERBS if verb.flavour == CALLING.name},
    }
    for flavour in FLAVOURS:
        verbs = {verb.command for verb in VERBS if verb.flavour == flavour.name}
        expected[f"swaigctl swml --for {flavour.name} "] = verbs
        expected[f"swaigctl help swml --for {flavour.name} "] = verbs
    for begun, parameters in contexts().items():
        offered = {flag for flag in flags_of((*parameters, HELP)) if flag.startswith("--")}
        expected[f"{begun} --"] = expected[f"{begun.replace(' ', ' help ', 1)} --"] = offered
        if begun.startswith("swaigctl respond "):
            continue  # the values are those of the same flags elsewhere
        for flag, (parameter, boolean) in flag_table(parameters).items():
            takes_codes = parameter in (flags.IGNORE, validation.IGNORE, validation.SELECT)
            offered = set(CODES) if takes_codes else values_of(parameter.kind)
            if boolean is None and offered:
                expected[f"{begun} {flag} "] = offered
    for tool in TOOLS.values():
        for words, following in tool.words.items():
            if following == (FILE,):
                continue  # which files there are, the catalog doesn't know
            offered = set(CODES) if following == (CODE,) else set(following)
            expected[" ".join(["swaigctl", tool.command, *words, ""])] = offered
    return expected


EXPECTED = expected_candidates()


def test_bash_offers_what_the_catalog_says() -> None:
    loop = """
        while IFS= read -r COMP_LINE; do
            COMP_POINT=${#COMP_LINE}
            _swaigctl swaigctl "${COMP_LINE##* }" ''
            echo "${COMPREPLY[*]}"
        done"""
    done = subprocess.run(
        ["bash", "--norc", "-c", f"{LOADING['bash']}\n{loop}"],
        input="".join(f"{line}\n" for line in EXPECTED),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    offered = [set(line.split(" ")) for line in done.stdout.split("\n")[:-1]]
    assert dict(zip(EXPECTED, offered, strict=True)) == EXPECTED


@pytest.mark.parametrize("version", ["fish", "fish-4"])
def test_fish_offers_what_the_catalog_says(version: str) -> None:
    command, *arguments = COMMANDS[version]
    need(command)
    loop = "while read -l line; complete -C $line | string split -f1 \\t | string join ' '; end"
    done = subprocess.run(
        [command, *arguments, "--no-config", "-c", f"{LOADING[version]}\n{loop}"],
        input="".join(f"{line}\n" for line in EXPECTED),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    offered = [set(line.split(" ")) for line in done.stdout.split("\n")[:-1]]
    assert dict(zip(EXPECTED, offered, strict=True)) == EXPECTED


def test_zsh_offers_what_the_catalog_says(tmp_path: Path) -> None:
    session = Session("zsh", some_files(tmp_path), LOADING["zsh"])
    try:
        for line, expected in EXPECTED.items():
            offered = session.press(line, "\x18a")
            assert offered.startswith(line)
            assert set(offered[line.rindex(" ") + 1 :].split()) == expected, line
    finally:
        session.close()


@pytest.mark.parametrize("shell", ["zsh", "fish", "fish-4"])
def test_summaries_are_shown(shell: str, tmp_path: Path) -> None:
    session = Session(shell, some_files(tmp_path), LOADING[shell])
    try:
        session.terminal.send("swaigctl \t")
        session.terminal.expect(re.escape(ACTIONS[0].summary[:20]))
    finally:
        session.close()


@pytest.mark.parametrize("shell", ["zsh", "fish", "fish-4"])
def test_negative_flags_say_the_opposite(shell: str, tmp_path: Path) -> None:
    session = Session(shell, some_files(tmp_path), LOADING[shell])
    try:
        session.terminal.send("swaigctl join-conference --\t\t")
        session.terminal.expect("The opposite of --muted")
    finally:
        session.close()


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_script_is_small(script: Path) -> None:
    assert script.stat().st_size < 128 * 1024


def powershell_tree() -> Node:
    parser = Parser(Language(tree_sitter_powershell.language()))
    return parser.parse((ROOT / "completions/swaigctl.ps1").read_bytes()).root_node


def test_powershell_script_parses() -> None:
    tree = powershell_tree()
    assert not tree.has_error
    assert tree.type == "program"


def powershell_rows(function: str) -> dict[str, list[str]]:
    """A function's table: for each command, its texts; "" is for those that it doesn't name."""
    text = (ROOT / "completions/swaigctl.ps1").read_text(encoding="utf-8")
    body = re.search(rf"(?ms)^function {function}\b.*?^}}", text)
    assert body
    found: dict[str, list[str]] = {}
    cases = re.findall(r"(?s)(?:\$_ -in (.*?) \}|default) \{(.*?)\n        \}", body[0])
    for names, its in cases:
        for name in re.findall(r"'([^']*)'", names) or [""]:
            found[name] = texts_of(its)
    common = re.findall(r"(?s)\n    if \(\$command -in (.*?)\) \{(.*?)\n    \}", body[0])
    for names, its in common:
        for name in re.findall(r"'([^']*)'", names):
            found[name] = [*found.get(name, []), *texts_of(its)]
    if for_all := texts_of(re.split(r"\n    \}\n", body[0])[-1]):
        found[ALL] = for_all
    return found


ALL = "all"
"""What stands behind the cases of a function, and is for all of them."""


def texts_of(rows: str) -> list[str]:
    """The first one of each pair of quoted texts."""
    return re.findall(r"'((?:[^']|'')*)'", rows)[::2]


def test_powershell_table_is_the_catalog_s() -> None:
    own, alone, respond, swml, document = (
        powershell_rows(f"__swaigctl_{table}")
        for table in ("own", "alone", "respond", "swml", "document")
    )
    for begun, parameters in contexts().items():
        command = begun.rpartition(" ")[2]
        match begun.split()[1:]:
            case ["respond", "swml"]:
                command, beside = "document", {}
            case ["respond", "swml", verb]:
                command, beside = f"{CALLING.name} {verb}", document
            case ["respond", _]:
                beside = respond
            case ["swml", _, flavour, verb]:
                command, beside = f"{flavour} {verb}", swml
            case _:
                beside = alone
        its = beside.get(command) or beside.get("", [])
        specs = [*own.get(command, []), *its, *beside.get(ALL, [])]
        found = {flag for spec in specs for flag in re.split(r"[+=]", spec)[0].split("|")}
        assert found == flags_of(parameters), begun


def test_powershell_offers_every_verb() -> None:
    verbs = powershell_rows("__swaigctl_verbs")
    assert {name for its in verbs.values() for name in its} == {verb.command for verb in VERBS}
    assert set(verbs) == {flavour.name for flavour in FLAVOURS}
