"""`swaigctl swml`: documents verb by verb, alone and in responses."""

import json
import shlex
from pathlib import Path

import pytest
from conftest import run_here, run_program

from swaigctl.catalog.verbs import CALLING, MESSAGING


def printed(arguments: str) -> object:
    """What the arguments print, which they do without a word on standard error."""
    outcome = run_here(shlex.split(arguments))
    assert (outcome.err, outcome.status) == ("", 0)
    return json.loads(outcome.out)


def steps(arguments: str) -> object:
    return printed(f"swml --as section {arguments}")


def refused(arguments: str) -> str:
    """The first line of the answer to a mistake."""
    outcome = run_here(shlex.split(arguments))
    assert (outcome.out, outcome.status) == (b"", 2)
    return outcome.err.splitlines()[0].removeprefix("Error: ")


PLAY = {"play": {"url": "say:Hi"}}

CHAINS = [
    ("swml answer", {"main": [{"answer": {}}]}),
    ("swml answer play --url say:Hi", {"main": [{"answer": {}}, PLAY]}),
    ("swml --section main answer", {"main": [{"answer": {}}]}),
    ("swml answer --section a hangup", {"main": [{"answer": {}}], "a": [{"hangup": {}}]}),
    ("swml --section a hangup --section main answer", None),
    ("swml answer --section=a --section b", {"main": [{"answer": {}}], "a": [], "b": []}),
    ("swml --for messaging reply --body Hi", {"main": [{"reply": {"body": "Hi"}}]}),
    ("swml stop-denoise stop_denoise", {"main": [{"stop_denoise": {}}] * 2}),
    ("""swml --params '{"sections": {"main": [{"play": {"url": "say:Hi"}}]}}'""", {"main": [PLAY]}),
    (
        """swml --params '{"sections": {"main": []}}' --section a answer""",
        {"main": [], "a": [{"answer": {}}]},
    ),
]


@pytest.mark.parametrize(("arguments", "sections"), CHAINS)
def test_verbs_and_sections(arguments: str, sections: object) -> None:
    if sections is None:  # main comes first, wherever it was given
        sections = {"main": [{"answer": {}}], "a": [{"hangup": {}}]}
    document = printed(arguments)
    assert json.dumps(document) == json.dumps({"version": "1.0.0", "sections": sections})


@pytest.mark.parametrize(
    ("form", "steps"),
    [
        ("auto", [{"join_conference": {"name": "x"}}, {"sleep": 5}]),
        ("simplified", [{"join_conference": "x"}, {"sleep": 5}]),
        ("full", [{"join_conference": {"name": "x"}}, {"sleep": {"duration": 5}}]),
    ],
)
def test_form_of_a_whole_document(form: str, steps: object) -> None:
    sections = {"main": [{"join_conference": {"name": "x"}}, {"sleep": 5}]}
    params = shlex.quote(json.dumps({"sections": sections}))
    assert printed(f"swml --params {params} --form {form} --as section") == steps
    lone = shlex.quote(json.dumps({"sections": {"main": [PLAY]}}))
    assert refused(f"swml --params {lone} --form simplified") == (
        "--params.sections.main[0].play: play has no simplified form."
    )


@pytest.mark.parametrize("quick", ["1", "0"])
def test_output_flags_stand_anywhere(quick: str) -> None:
    expected = run_program(["swml", "--compact", "--as", "step", "answer"]).out
    assert expected == b'{"answer":{}}\n'
    for arguments in (
        "swml answer -c --as step",
        "swml --as step answer --compact",
        "swml --section main -c answer --as=step",
        "swml -c --as document answer --as step",
    ):
        outcome = run_program(arguments.split(), SWAIGCTL_QUICK=quick)
        assert (outcome.out, outcome.err) == (expected, "")
    for arguments in ("respond hangup -c", "respond -c hangup", "respond swml answer -c"):
        out = run_program(arguments.split(), SWAIGCTL_QUICK=quick).out
        assert out.count(b"\n") == 1


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("sleep --duration 5", 5),
        ("sleep --duration -1", -1),
        ("sleep --duration '${n}'", "${n}"),
        ("sleep --duration 5 --form full", {"duration": 5}),
        ("sleep --params 5", 5),
        ("label --name x", "x"),
        ("label --name 007", "007"),
        ("goto --label x", {"label": "x"}),
        ("return", None),
        ("return --value 5", 5),
        ("""return --value '"x"'""", "x"),
        ("""return --value '{"a": [1]}'""", {"a": [1]}),
        ("set --vars a=1 --vars b:=1 --vars c=", {"a": "1", "b": 1, "c": ""}),
        ("""set --vars '{"a": 1}' --vars b=2""", {"a": 1, "b": "2"}),
        ("""set --vars a=x --params '{"a": 1, "b": 2}'""", {"a": "x", "b": 2}),
        ("set --vars a=b=c", {"a": "b=c"}),
        ("unset --names a", "a"),
        ("unset --names a --names b", ["a", "b"]),
        ("""cond --branches '{"when": "x", "then": []}'""", [{"when": "x", "then": []}]),
        ("""cond --branches '[{"when": "x", "then": []}]'""", [{"when": "x", "then": []}]),
    ],
)
def test_verbs_with_a_bare_value(arguments: str, value: object) -> None:
    verb = arguments.split()[0]
    assert steps(arguments) == [{verb: value}]


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("play --url say:x --auto-answer", {"auto_answer": True}),
        ("play --url say:x --no-auto-answer", {"auto_answer": False}),
        ("play --url say:x --auto-answer=true", {"auto_answer": True}),
        ("play --url say:x --auto-answer=false", {"auto_answer": False}),
        ("play --url say:x --auto-answer='${a}'", {"auto_answer": "${a}"}),
        ("play --url say:x --volume 2.5", {"volume": 2.5}),
        ("play --url say:x --volume -3", {"volume": -3}),
        ("play --url say:x --volume '%{v}'", {"volume": "%{v}"}),
        ("""play --params '{"url": "say:x", "volume": 1}' --volume 2""", {"volume": 2}),
    ],
)
def test_values(arguments: str, value: "dict[str, object]") -> None:
    assert steps(arguments) == [{"play": {"url": "say:x", **value}}]


def test_values_are_taken_whatever_they_are() -> None:
    assert steps("label --name=--section label --name hangup") == [
        {"label": "--section"},
        {"label": "hangup"},
    ]


def test_text_that_the_sdk_could_not_read_is_no_step() -> None:
    output = {"response": "Said.", "action": [{"SWML": {"raw_swml": "- play: say:Sorry"}}]}
    function = {"function": "f", "description": "Does it.", "data_map": {"output": output}}
    agent = {"prompt": {"text": "x"}, "SWAIG": {"functions": [function]}}
    outcome = run_here(["swml", "--as", "step", "ai", "--params-object", json.dumps(agent)])
    assert outcome.err.endswith("[not-documented]\n")
    assert json.loads(outcome.out) == {"ai": agent}


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ("--prompt.text x --prompt.temperature 0.3", {"prompt": {"text": "x", "temperature": 0.3}}),
        (
            """--prompt '{"text": "x", "top_p": 0.1}' --prompt.temperature 0.3""",
            {"prompt": {"text": "x", "temperature": 0.3, "top_p": 0.1}},
        ),
        (
            """--prompt.temperature 0.3 --prompt '{"text": "x", "temperature": 0.1}'""",
            {"prompt": {"text": "x", "temperature": 0.3}},
        ),
        (
            "--prompt.text x --SWAIG.defaults.web-hook-url https://example.com",
            {
                "prompt": {"text": "x"},
                "SWAIG": {"defaults": {"web_hook_url": "https://example.com"}},
            },
        ),
        (
            "--prompt.text x --params.end-of-speech-timeout 700 --params-object "
            """'{"params": {"attention_timeout": 20000}}'""",
            {
                "prompt": {"text": "x"},
                "params": {"end_of_speech_timeout": 700, "attention_timeout": 20000},
            },
        ),
        ("--prompt.text x --hints a --hints b", {"prompt": {"text": "x"}, "hints": ["a", "b"]}),
        (
            "--prompt.text x --global-data name=Bob --global-data count:=3",
            {"prompt": {"text": "x"}, "global_data": {"name": "Bob", "count": 3}},
        ),
    ],
)
def test_members_of_objects_have_flags(arguments: str, value: object) -> None:
    assert steps(f"ai {arguments}") == [{"ai": value}]


def test_booleans_inside_objects() -> None:
    arguments = "join-conference --name x --stream.url wss://example.com --no-stream.realtime"
    stream = {"url": "wss://example.com", "realtime": False}
    assert steps(arguments) == [{"join_conference": {"name": "x", "stream": stream}}]


def test_lists_of_objects_take_items_and_whole_lists() -> None:
    one, other = {"to": "+15551234567"}, {"to": "+15557654321"}
    expected = [{"connect": {"parallel": [one, other]}}]
    items = f"--parallel '{json.dumps(one)}' --parallel '{json.dumps(other)}'"
    assert steps(f"connect {items}") == expected
    assert steps(f"connect --parallel '{json.dumps([one, other])}'") == expected


def test_text_or_a_list_of_text() -> None:
    two = [{"prompt": {"play": ["say:a", "say:b"]}}]
    assert steps("""prompt --play '["say:a", "say:b"]'""") == two
    assert steps("prompt --play say:a --play say:b") == two
    assert steps("prompt --play say:a") == [{"prompt": {"play": "say:a"}}]


def test_help_is_of_the_verb_whose_warning_is_refused() -> None:
    arguments = "swml connect --to +15551234567 --codecs OPUS --strict"
    assert run_here(arguments.split()).err.endswith("See 'swaigctl swml connect --help'.\n")


def test_text_or_steps() -> None:
    to = "connect --to +15551234567"
    assert steps(f"{to} --confirm https://example.com") == [
        {"connect": {"to": "+15551234567", "confirm": "https://example.com"}}
    ]
    item = """--confirm '{"play": {"url": "say:Hi"}}'"""
    assert steps(f"{to} {item}") == [{"connect": {"to": "+15551234567", "confirm": [PLAY]}}]


def test_json_from_files_and_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("play.yaml").write_text("url: say:Hi\n")
    Path("document.json").write_text(json.dumps({"sections": {"main": [PLAY]}}))
    for arguments, stdin in (
        ("--as section play --params @play.yaml", None),
        ("--as section play --params -", b'{"url": "say:Hi"}'),
        ("--as section --params @document.json", None),
    ):
        outcome = run_program(["swml", *arguments.split()], stdin=stdin)
        assert (json.loads(outcome.out), outcome.err) == ([PLAY], "")
    both = "swml set --vars - return --value -"
    assert run_program(both.split(), stdin=b"{}").err.startswith(
        "Error: --vars and --value: only one of them can read standard input."
    )


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ("swml", "no verb was given."),
        ("swml ply", "'ply' is not a verb. Did you mean 'play'?"),
        ("swml hold", "'hold' is an action, not a verb: 'swaigctl hold' writes it."),
        (
            "swml reply",
            "'reply' is not a verb here: it is one for messages, behind '--for messaging'.",
        ),
        ("swml connect", "--to: is required, or one of --serial, --parallel, --serial-parallel"),
        ("swml play", "--url: is required, or --urls in its place."),
        (
            """swml return --value 1 --params 2""",
            "--params: can't go with '--value', unless both are objects.",
        ),
        (
            """swml answer --password x --params '{"password": 5}' --max-duration x""",
            "--max-duration: must be an integer",
        ),
        (
            """swml answer --params '{"password": 5}'""",
            "--params.password: must be text, not a number.",
        ),
        ("respond --end", "--end: ends a document, and none has begun here: 'swml' begins one."),
        ("respond hangup --end", "--end: ends a document, and none has begun here: 'swml' begins"),
        (
            "respond swml answer --end --end",
            "--end: ends a document, and none has begun here: 'swml' begins one.",
        ),
        ("swml --for messaging play", "'play' is not a verb here: it is one for calls."),
        (
            "swml --for sms reply",
            "--for: must be one of 'calling', 'messaging', not 'sms'.",
        ),
        ("swml --section a hangup", "the document has no section 'main', which runs first."),
        (
            "swml answer --section main",
            "--section 'main': there is a section of this name already: give all of its verbs "
            "together.",
        ),
        ("swml answer --section", "--section: needs a value."),
        ("swml answer --section ''", "--section '': a section needs a name."),
        ("swml answer --end", "--end: ends a document inside 'respond': leave it out here."),
        ("swml play --url say:x --volume loud", "--volume: must be a number between -40 and 40 "),
        ("swml play --url say:x --volume 41", "--volume: must be between -40 and 40, not 41."),
        ("swml play --url say:x hangup --reason x", "hangup: --reason: must be one of"),
        ("swml play --url say:x play", "step 2, play: --url: is required, or --urls in its place."),
        (
            "swml answer play --url say:x --section a play",
            "section a, step 1, play: --url: is required, or --urls in its place.",
        ),
        ("swml play --ur say:x", "'--ur' is not a flag. Did you mean '--url'?"),
        ("swml play --url", "--url: needs a value."),
        ("swml play --for messaging", "--for: is for the document: give it before its first entry"),
        ("swml join-conference --name x --stream.url", "--stream.url: needs a value."),
        ("swml join-conference --name x --no-stream.realtime", "--stream.url: is required."),
        (
            "swml play --form simplified --url say:x",
            "--form simplified: play has no simplified form.",
        ),
        (
            "swml return --value hello",
            "--value: not valid JSON: 'hello' needs quotes, if it is text: ",
        ),
        ("swml sleep", "--duration: is required."),
        (
            "swml switch --variable x --case 1=hangup",
            "--case['1']: not valid JSON: 'hangup' needs quotes",
        ),
        ("swml set --vars a:=hello", "--vars.a: not valid JSON: 'hello' needs quotes"),
        ("swml sleep --params 5 --duration 3", "--params: can't go with '--duration', unless it "),
        (
            "swml ai --prompt [] --prompt.text x",
            "--prompt.text: can't go with '--prompt', unless that is an object.",
        ),
        ("swml answer hangup --as step", "--as step: there are 2 steps, and this prints one."),
        (
            "swml answer --section a --as section",
            "--as section: there are 2 sections, and this prints one.",
        ),
        ("swml answer hangup --skeleton", "--skeleton: is for one verb by itself."),
        ("respond swml answer say --text x", "'say' is no verb: put '--end' before it, which "),
        ("respond swml answer swml", "'swml' is no verb: put '--end' before it, which ends the "),
        ("respond swml --for messaging reply", "swml: --for: is not taken here: a document in a "),
        ("respond swml --end", "swml: the document has no section 'main', which runs first."),
        (
            "respond swml play --end say --text x",
            "swml: play: --url: is required, or --urls in its place.",
        ),
    ],
)
def test_mistakes(arguments: str, answer: str) -> None:
    assert refused(arguments).startswith(answer)


def test_documents_in_responses() -> None:
    two = "swml answer play --url say:Hi --end"
    document = {"version": "1.0.0", "sections": {"main": [{"answer": {}}, PLAY]}}
    settings = """update-settings --settings '{"top-p": 1}'"""
    assert printed(f"respond say --text x {two} {settings}") == {
        "action": [{"say": "x"}, {"SWML": document}, {"settings": {"top-p": 1}}]
    }
    assert printed(f"respond {two.removesuffix(' --end')}") == {"action": [{"SWML": document}]}
    moved = "respond swml --transfer answer play --url say:Hi"
    assert printed(moved) == {"action": [{"SWML": document, "transfer": "true"}]}
    assert printed("respond swml answer --section a play --url say:Hi --end hangup") == {
        "action": [
            {
                "SWML": {
                    "version": "1.0.0",
                    "sections": {"main": [{"answer": {}}], "a": [PLAY]},
                }
            },
            {"hangup": True},
        ]
    }


def test_a_document_that_leaves_the_agent_ends_the_response() -> None:
    outcome = run_here(shlex.split("respond swml --transfer answer --end say --text x"))
    assert outcome.err == (
        "Warning: say: never runs: swml before it ends the agent's part. [never-runs]\n"
    )


def test_warnings_and_what_becomes_of_them() -> None:
    arguments = "swml connect --to +15551234567 --codecs OPUS"
    warned = run_here(arguments.split())
    assert warned.err.endswith("[not-for-destination]\n")
    ignored = run_here([*arguments.split(), "--ignore", "nothing-recorded, not-for-destination"])
    assert (ignored.out, ignored.err) == (warned.out, "")
    strict = run_here([*arguments.split(), "--strict"])
    assert (strict.status, strict.out) == (2, b"")
    assert run_here([*arguments.split(), "--strict", "--ignore=not-for-destination"]).status == 0
    action = "join-conference --name x --trim do-not-trim"
    assert run_here(action.split()).err
    assert not run_here([*action.split(), "--ignore", "nothing-recorded"]).err
    assert not run_here(["respond", *action.split(), "--ignore", "nothing-recorded"]).err


VERBS = [(CALLING, name) for name in CALLING.names()]
VERBS += [(MESSAGING, name) for name in MESSAGING.names()]


@pytest.mark.parametrize(("flavour", "name"), VERBS)
def test_help_and_skeleton_of_every_verb(flavour: object, name: str) -> None:
    before = [] if flavour is CALLING else ["--for", "messaging"]
    verb = name.replace("_", "-")
    text = run_here(["swml", *before, verb, "--help"], quick=False).out.decode()
    assert text.startswith(f"Usage: swaigctl swml {' '.join([*before, verb])}")
    assert run_here(["help", "swml", *before, verb], quick=False).out.decode() == text
    for extra in ([], ["--format", "json"]):
        skeleton = run_here(["swml", *before, verb, "--skeleton", *extra])
        assert (skeleton.err, skeleton.status) == ("", 0)
