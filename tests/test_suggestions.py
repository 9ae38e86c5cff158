"""What is suggested in place of a name that is none: by its meaning, and never the opposite."""

import shlex
from collections.abc import Callable, Iterator

import pytest

from swaigctl.catalog import action_called, every_action, names_of
from swaigctl.catalog.meant import METHODS, method_meant, unknown_action
from swaigctl.catalog.program import pointers
from swaigctl.catalog.program.requests import ACTION as ACTION_OF_A_REQUEST
from swaigctl.catalog.program.tools import TOOLS
from swaigctl.catalog.response_kinds import ACTION
from swaigctl.catalog.verbs import CALLING, FLAVOURS
from swaigctl.cli.answers import stray_value
from swaigctl.cli.chains import VerbFlags
from swaigctl.cli.flag_faults import no_flag
from swaigctl.cli.flags import ActionFlags, FlagReading, Flags, read_flags
from swaigctl.cli.strays import candidates, value_of
from swaigctl.cli.unknown import no_verb, unknown_command, unknown_entry
from swaigctl.descriptions import PROGRAM
from swaigctl.findings.messages import near_spellings
from swaigctl.findings.opposites import UNDOING, words_of
from swaigctl.model.steps import Step
from swaigctl.model.walk import findings

pytestmark = pytest.mark.once

OPPOSITES = [
    ("update_global_data", "remove_global_data"),
    ("set_semantic_state", "remove_global_data"),
    ("set_metadata", "remove_metadata"),
    ("play_background_file", "stop_background_file"),
    ("record_call", "stop_record_call"),
    ("tap", "stop_tap"),
    ("add_dynamic_hints", "clear_dynamic_hints"),
    ("hold", "rpc_ai_unhold"),
    # verbs, and actions as responses have them
    ("set", "unset"),
    ("denoise", "stop_denoise"),
    ("stream", "stop_stream"),
    ("transcribe", "transcribe_stop"),
    ("live_transcribe", "transcribe_stop"),
    ("record", "stop_record_call"),
    ("answer", "hangup"),
    ("connect", "hangup"),
    ("send_fax", "receive_fax"),
    ("set_global_data", "unset_global_data"),
    ("set_meta_data", "unset_meta_data"),
    ("playback_bg", "stop_playback_bg"),
]
OPPOSITE = {*OPPOSITES, *((other, one) for one, other in OPPOSITES)}

ALONE = ("stop", "hangup", "set_end_of_speech_timeout", "end_of_speech_timeout")
"""Names with a word for undoing whose opposite is no action."""

BEFORE: tuple[str, ...] = (
    "un",
    "de",
    "dis",
    "no",
    "non",
    "un-",
    "un_",
    "dont_",
    "stop",
    "stop_",
    "stop-",
    "end_",
)
BEFORE = (*BEFORE, "remove_", "clear-", "delete_", "disable-", "cancel_", "unset_")

NATURAL = (
    "unhold mute unmute dial undial call uncall forward sms text speak shut_up play unplay "
    "record unrecord end bye unset_global unset_data unset_metadata add_hints remove_hints "
    "context step conference room leave_room leave_conference exit_conference refer "
    "stop_recording start_recording end_recording unset_hints stop_hold end_hold resume "
    "pause disconnect unjoin untap detap stop_music start_music enable_hints disable_hints "
    "clear_data delete_data erase_global_data put_global_data removeGlobalData "
    "stop_transcribe stop_transcription unsubscribe dequeue enqueue leave_queue unanswer "
    "hang_up reject stop_stream start_stream undenoise renoise stop_noise start_denoise "
    "unrecord_call unstop "
)

Ask = Callable[[str], object]


def verb_asked(flavour: object) -> Ask:
    def ask(word: str) -> object:
        return no_verb(word, flavour, in_response=False).suggestion  # type: ignore[arg-type]

    return ask


def step_asked(word: str) -> object:
    return suggestion_in(list(findings(Step(CALLING), {word: {}})))


def action_asked(word: str) -> object:
    return suggestion_in(list(findings(ACTION, {word: True})))


def request_asked(word: str) -> object:
    return suggestion_in(list(ACTION_OF_A_REQUEST.findings(word)))


def suggestion_in(found: list[object]) -> object:
    """The name that a finding about a name suggests."""
    codes = ("unknown-verb", "unknown-action")
    near = [each.suggestion for each in found if each.code in codes]  # type: ignore[attr-defined]
    name = near[0] if near else None
    return next(iter(name)) if isinstance(name, dict) else name


METHOD_NAMES = {name: each.name for each in every_action() for name in names_of(each.name)}
ASKED: dict[str, tuple[Ask, dict[str, str]]] = {
    "command": (lambda word: unknown_command(word).suggestion, METHOD_NAMES),
    "entry": (lambda word: unknown_entry(word).suggestion, METHOD_NAMES),
    "request": (request_asked, METHOD_NAMES),
    **{
        f"verb-{each.name}": (verb_asked(each), {name: name for name in each.names()})
        for each in FLAVOURS
    },
    "step": (step_asked, {name: name for name in CALLING.names()}),
    "action": (action_asked, {name: name for name in ACTION.names}),
}
each_input = pytest.mark.parametrize("where", ASKED)


def damaged(name: str) -> Iterator[str]:
    """The name with one typing mistake, in each of its places."""
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
        yield f"{name[:at]}x{name[at:]}"
        yield f"{name[:at]}q{name[at + 1 :]}"
        yield name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
    yield f"{name}s"


def is_name(word: str, names: dict[str, str]) -> bool:
    return word in names or action_called(word) is not None


def meant_by(ask: Ask, word: str) -> str:
    return str(ask(word) or "").replace("-", "_")


@each_input
def test_a_misspelt_name_is_never_taken_for_its_opposite(where: str) -> None:
    ask, names = ASKED[where]
    count = right = 0
    for name, method in names.items():
        if "-" in name:
            continue
        for word in [each for each in damaged(name) if not is_name(each, names)][::7]:
            meant = meant_by(ask, word)
            assert (method, meant) not in OPPOSITE, (word, meant)
            count += 1
            right += meant == method
    if where not in ("action",):  # which suggests no name that its value does not fit
        assert right > 0.9 * count


@each_input
def test_what_undoes_something_is_never_taken_for_doing_it(where: str) -> None:
    ask, names = ASKED[where]
    for name, method in names.items():
        for before in BEFORE if where == "command" or len(names) < 100 else BEFORE[::5]:
            word = before + name
            if is_name(word, names):
                continue
            meant = meant_by(ask, word)
            assert meant != method or not meant, (word, meant)
            if meant:  # the opposite, or the same as somebody else has it
                known = (method, meant) in OPPOSITE or word.replace("-", "_") in METHODS
                assert known or not set(words_of(meant.replace("_", "-"))) & {name}, (word, meant)


@each_input
def test_no_natural_word_is_taken_for_its_opposite(where: str) -> None:
    ask, names = ASKED[where]
    for word in NATURAL.split():
        if is_name(word, names) or word in CALLING.names():
            continue
        plain = word.lower()
        undoes = plain.startswith(("un", "de", "dis", "leave", "exit")) or any(
            each in plain.split("_") for each in UNDOING
        )
        undoes = undoes and word not in ("pause", "unstop", "resume", "enqueue")
        meant = meant_by(ask, word)
        does = not any(each in meant.split("_") for each in UNDOING)
        if word in METHODS and method_meant(word) == meant:
            continue  # by its meaning
        assert not (undoes and meant and does), (word, meant)
        assert not (plain.startswith(("start", "put", "add")) and meant and not does), (word, meant)


def test_every_name_that_undoes_has_its_opposite_here() -> None:
    """So that the tests above know each of them."""
    known = {name for pair in OPPOSITES for name in pair}
    for _, names in ASKED.values():
        for name, method in names.items():
            if set(name.replace("-", "_").split("_")) & UNDOING:
                assert method in known or method in ALONE, name


LEVELS: list[Flags] = [
    *(ActionFlags(action) for action in every_action()),
    *(
        VerbFlags(flavour.named(name), Flags("swml", ()))
        for flavour in FLAVOURS
        for name in flavour.names()
    ),
]

LEVELS_BY: dict[str, Flags] = {"--version": Flags("", ())}
LEVELS_BY |= {each.command: each for each in LEVELS}


def test_a_flag_is_never_taken_for_its_opposite() -> None:
    done = set()
    for level in LEVELS:
        spellings = set(level.spellings())
        for flag in sorted(spellings):
            opposite = f"--no-{flag[2:]}"
            if opposite not in spellings or flag in done:
                continue
            done.add(flag)
            if len(flag) > 25 and len(done) % 7:
                continue
            for word in list(damaged(flag[2:]))[::4]:
                assert no_flag(f"--{word}", [level]).suggestion != opposite, word
            for word in list(damaged(opposite[2:]))[:8]:
                assert no_flag(f"--{word}", [level]).suggestion != flag, word
            for before in ("un", "un-", "dis", "disable-", "not-"):
                if f"--{before}{flag[2:]}" not in spellings and "." not in flag:
                    near = no_flag(f"--{before}{flag[2:]}", [level]).suggestion
                    assert near in (None, opposite), (before, flag, near)
    assert len(done) > 30


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("unhold", "rpc-ai-unhold"),
        ("dial", "connect"),
        ("call", "connect"),
        ("forward", "connect"),
        ("sms", "send-sms"),
        ("text", "send-sms"),
        ("speak", "say"),
        ("end", "hangup"),
        ("bye", "hangup"),
        ("endCall", "hangup"),
        ("add_hints", "add-dynamic-hints"),
        ("context", "swml-change-context"),
        ("step", "swml-change-step"),
        ("conference", "join-conference"),
        ("room", "join-room"),
        ("refer", "sip-refer"),
        ("record", "record-call"),
        ("unset_global_dta", "remove-global-data"),
        ("unsetGlobalData", "remove-global-data"),
        ("erase-global-data", "remove-global-data"),
        ("playbackBg", "play-background-file"),
        ("usr_input", "simulate-user-input"),
        ("setMetadata", "set-metadata"),
        ("schem", "schema"),
        ("unmute", None),
        ("frobnicate", None),
    ],
)
def test_suggestions_are_by_meaning(word: str, command: str | None) -> None:
    assert unknown_command(word).suggestion == command
    if command != "schema":
        assert unknown_entry(word).suggestion == command
        method = command and command.replace("-", "_")
        assert unknown_action(word, ()).suggestion == method
        assert request_asked(word) == method


def test_words_for_actions_are_no_names_and_mean_known_ones() -> None:
    for word, method in METHODS.items():
        assert action_called(word) is None, word
        assert action_called(method) is not None, method


@pytest.mark.parametrize(
    ("word", "spellings", "near"),
    [
        ("nset", ("set", "unset"), []),  # it may be either
        ("stp-tap", ("tap", "stop-tap"), ["stop-tap"]),
        ("unstop-tap", ("tap", "stop-tap"), []),
        ("unser-event", ("user-event",), ["user-event"]),
        ("min-digits", ("max-digits",), []),
        ("recordstop", ("stop-record", "record"), ["stop-record"]),
        ("stok", ("stock", "other"), ["stock"]),
        ("stop-say", ("stop", "stop-tap", "say"), []),
        ("undocumented", ("documented", "not-documented"), ["not-documented"]),
    ],
)
def test_near_spellings(word: str, spellings: tuple[str, ...], near: list[str]) -> None:
    assert near_spellings(word, spellings, 3) == near


def test_pointers_lead_to_what_there_is() -> None:
    """Words and flags of other programs are none here, and each points at a command that is."""
    sentences = [*pointers.COMMANDS.values(), pointers.OF_FILE, *pointers.FLAGS.values()]
    for sentence in sentences:
        for shown in sentence.split("'")[1::2]:
            program, *words = shown.split()
            if program != PROGRAM:
                assert shown in ("--skeleton", "--format yaml", "--format json", "> FILE"), shown
                continue
            assert words[0] in (*TOOLS, "--version", "join-conference"), shown
            level = (
                Flags("", TOOLS[words[0]].parameters) if words[0] in TOOLS else LEVELS_BY[words[0]]
            )
            assert all(level.found(each) for each in words[1:] if each[:2] == "--"), shown
    for word in pointers.COMMANDS:
        assert word not in TOOLS
        assert action_called(word) is None
        assert word not in METHODS
        assert CALLING.called(word) is None
        assert f": {pointers.COMMANDS[word]}." in unknown_command(word).message


def test_flags_of_other_programs() -> None:
    for level in LEVELS[:10]:
        for flag in (*pointers.FLAGS, *pointers.INSTEAD):
            if level.found(flag) is None:
                message = no_flag(flag, [level]).message
                known = pointers.FLAGS.get(flag) or pointers.INSTEAD[flag][0].split()[0]
                assert known in message or "--output-format" in message


WORDS = (
    *("true", "false", "no", "5", "hello", "two words", "+15551234567", "https://example.com/x"),
    *("text=hello", "name=x", "enabled=false", "hangup", "busy", "{}", "[]", "@none", "sip:a@b.c"),
)


def suggested_for_actions() -> "Iterator[tuple[Flags, Callable[[], Flags], object]]":
    for action in every_action():
        for word in WORDS:
            its = ActionFlags(action)
            finding = stray_value([word], 0, action, its)
            yield its, lambda action=action: ActionFlags(action), finding.suggestion  # type: ignore[misc]


def suggested_for_verbs() -> "Iterator[tuple[Flags, Callable[[], Flags], object]]":
    document = Flags("swml", ())
    for flavour in FLAVOURS:
        for name in flavour.names():
            verb = flavour.named(name)
            for word in WORDS:
                its = VerbFlags(verb, document)
                suggestion = value_of(word, candidates(verb), its)
                yield its, lambda verb=verb: VerbFlags(verb, document), suggestion  # type: ignore[misc]


@pytest.mark.parametrize("suggested", [suggested_for_actions, suggested_for_verbs])
def test_what_is_suggested_for_a_value_is_read(
    suggested: "Callable[[], Iterator[tuple[Flags, Callable[[], Flags], object]]]",
) -> None:
    count = 0
    for _, fresh, suggestion in suggested():
        if not isinstance(suggestion, str) or not suggestion.startswith("--"):
            continue
        count += 1
        flags, its = shlex.split(suggestion), fresh()
        assert read_flags(flags, 0, [its]) == len(flags), suggestion
        assert not its.faults, suggestion
        found = its.found(flags[0].partition("=")[0])
        assert found is not None
        reading = FlagReading()
        reading.values((found[0],), its.given)
        assert not reading.findings, suggestion
    assert count > 100
