"""`SWMLDocument` and `MessagingDocument`: what they build, and what the SDK's builder makes."""

import inspect
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from strategies import right_values
from test_quick_path import BANNED, modules_after
from test_typing import mypy

from swaigctl import FunctionResult, MessagingDocument, ParameterError, SWMLDocument
from swaigctl.build.documents import findings_of
from swaigctl.catalog.verbs import CALLING, MESSAGING, Flavour, attribute_of
from swaigctl.formats.yaml import yaml_document
from swaigctl.generate.methods import arguments_of
from swaigctl.model.entries import Verb
from swaigctl.model.steps import Document
from swaigctl.model.walk import findings

VERBS = Path(__file__).parent / "verbs"

CLASSES: dict[Flavour, Callable[[], Any]] = {CALLING: SWMLDocument, MESSAGING: MessagingDocument}
EVERY_VERB = [
    pytest.param(flavour, name, id=f"{flavour.name}: {name}")
    for flavour in CLASSES
    for name in flavour.names()
]
each_verb = pytest.mark.parametrize(("flavour", "name"), EVERY_VERB)
few_examples = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)


def methods_of(document: Any, name: str) -> Callable[..., Any]:
    method: Callable[..., Any] = getattr(document, attribute_of(name))
    return method


def call(document: Any, verb: Verb, value: Any) -> Any:
    """The document with one more step, from keyword arguments where the verb has parameters."""
    method = methods_of(document, verb.name)
    if verb.value is not None:
        return method(value)
    if not isinstance(value, dict):
        return document.add_verb(verb.name, value)
    return method(**{f"{name}_" if name == "from" else name: value[name] for name in value})


def errors(flavour: Flavour, document: Any) -> list[str]:
    return [repr(each) for each in findings(Document(flavour), document) if each.is_error]


# What is built.


def test_the_example_of_the_documentation() -> None:
    built = SWMLDocument().answer().play(url="say:Hi").section("later").hangup()
    assert built.to_dict() == {
        "version": "1.0.0",
        "sections": {
            "main": [{"answer": {}}, {"play": {"url": "say:Hi"}}],
            "later": [{"hangup": {}}],
        },
    }


def one_step(document: Any) -> Any:
    (step,) = document.sections["main"]
    return step


@pytest.mark.parametrize(
    ("build", "step"),
    [
        (lambda: SWMLDocument().play("say:Hi"), {"play": {"url": "say:Hi"}}),
        (lambda: SWMLDocument().play(urls=["say:Hi"], volume=None), {"play": {"urls": ["say:Hi"]}}),
        (
            lambda: SWMLDocument().play(volume=3, url="say:Hi"),
            {"play": {"url": "say:Hi", "volume": 3}},
        ),
        (
            lambda: SWMLDocument().connect("+15551234567", from_="+1555"),
            {"connect": {"to": "+15551234567", "from": "+1555"}},
        ),
        (
            lambda: SWMLDocument().connect(serial=[{"to": "+15551234567"}]),
            {"connect": {"serial": [{"to": "+15551234567"}]}},
        ),
        (lambda: SWMLDocument().hangup("busy"), {"hangup": {"reason": "busy"}}),
        (lambda: SWMLDocument().denoise(), {"denoise": {}}),
        (lambda: SWMLDocument().label("a"), {"label": "a"}),
        (lambda: SWMLDocument().label(name="a"), {"label": "a"}),
        (lambda: SWMLDocument().goto("a", max=3), {"goto": {"label": "a", "max": 3}}),
        (lambda: SWMLDocument().sleep(2000), {"sleep": 2000}),
        (lambda: SWMLDocument().sleep(duration="${ms}"), {"sleep": "${ms}"}),
        (lambda: SWMLDocument().unset("a"), {"unset": "a"}),
        (lambda: SWMLDocument().unset(names=["a", "b"]), {"unset": ["a", "b"]}),
        (lambda: SWMLDocument().cond([{"else": []}]), {"cond": [{"else": []}]}),
        (lambda: SWMLDocument().return_(), {"return": None}),
        (lambda: SWMLDocument().return_({"a": None}), {"return": {"a": None}}),
        (lambda: SWMLDocument().return_(value=7), {"return": 7}),
        (lambda: SWMLDocument().set({"a": None, "b": 1}), {"set": {"a": None, "b": 1}}),
        (lambda: SWMLDocument().set({"a": 1}, b=2, c=None), {"set": {"a": 1, "b": 2}}),
        (lambda: SWMLDocument().set(vars=1, self=2), {"set": {"vars": 1, "self": 2}}),
        (lambda: SWMLDocument().set(), {"set": {}}),
        (
            lambda: SWMLDocument().join_conference("a", muted=False),
            {"join_conference": {"name": "a", "muted": False}},
        ),
        (
            lambda: SWMLDocument().say("Hi", "Polly.Amy", volume=-3),
            {"play": {"url": "say:Hi", "volume": -3, "say_voice": "Polly.Amy"}},
        ),
        (lambda: SWMLDocument().add_verb("play", "say:Hi"), {"play": {"url": "say:Hi"}}),
        (lambda: SWMLDocument().add_verb("return", None), {"return": None}),
        (
            lambda: SWMLDocument().pay("https://example.com", max_attempts=3),
            {"pay": {"payment_connector_url": "https://example.com", "max_attempts": "3"}},
        ),
        (lambda: MessagingDocument().reply("Hi"), {"reply": {"body": "Hi"}}),
        (
            lambda: MessagingDocument().reply(media=["u"], from_="+1555"),
            {"reply": {"media": ["u"], "from": "+1555"}},
        ),
        (lambda: MessagingDocument().add_verb("reply", "Hi"), {"reply": {"body": "Hi"}}),
        (
            lambda: MessagingDocument().transfer("https://example.com", method="GET"),
            {"transfer": {"dest": "https://example.com", "method": "GET"}},
        ),
        (lambda: MessagingDocument().label("a"), {"label": "a"}),
        (lambda: MessagingDocument().return_(), {"return": None}),
        (lambda: MessagingDocument().receive(), {"receive": {}}),
    ],
)
def test_step(build: Callable[[], Any], step: Any) -> None:
    assert json.dumps(one_step(build())) == json.dumps(step)


def test_sections() -> None:
    built = SWMLDocument().section("b").hangup().section("main").answer().section("b").answer()
    assert json.dumps(built.add_section("empty").section("b").to_dict()["sections"]) == json.dumps(
        {"main": [{"answer": {}}], "b": [{"hangup": {}}, {"answer": {}}], "empty": []}
    )


def test_sections_as_the_sdk_names_them() -> None:
    built = SWMLDocument().add_section("b").answer().add_verb_to_section("b", "hangup", {})
    built.add_verb_to_section("c", "sleep", 5).hangup()
    with pytest.raises(ParameterError):
        built.add_verb_to_section("b", "sleep", "x")
    assert built.denoise().build()["sections"] == {
        "main": [{"answer": {}}, {"hangup": {}}, {"denoise": {}}],
        "b": [{"hangup": {}}],
        "c": [{"sleep": 5}],
    }


def test_reset() -> None:
    built = SWMLDocument().section("b").answer().reset().hangup()
    assert built.to_dict() == SWMLDocument().hangup().to_dict()


def test_documents_are_values_too() -> None:
    inner = SWMLDocument().hangup()
    outer = SWMLDocument().set(document=inner, answers=(FunctionResult("Hi"), [inner]))
    assert one_step(outer) == {
        "set": {
            "document": inner.to_dict(),
            "answers": [{"response": "Hi"}, [inner.to_dict()]],
        }
    }
    assert FunctionResult().execute_swml(inner).action == [{"SWML": inner.to_dict()}]


def test_steps_go_into_branches() -> None:
    later = SWMLDocument().sleep(5).hangup().section("other").answer()
    built = SWMLDocument().switch(
        variable="v", case={"a": later.steps()}, default=later.steps("other")
    )
    assert one_step(built)["switch"]["case"] == {"a": [{"sleep": 5}, {"hangup": {}}]}
    assert one_step(built)["switch"]["default"] == [{"answer": {}}]
    with pytest.raises(KeyError):
        later.steps("none")


def test_nothing_is_shared() -> None:
    """Neither with what was given, nor with what was returned."""
    given: dict[str, Any] = {"a": {"b": []}}
    built = SWMLDocument().set(given).section("x")
    before = built.to_json()
    given["a"]["b"].append(1)
    built.to_dict()["sections"]["main"][0]["set"]["a"]["b"].append(1)
    built.to_dict()["sections"]["x"].append({})
    built.steps()[0]["set"]["a"]["b"].append(1)
    assert built.to_json() == before


def test_subclass_keeps_its_type() -> None:
    class Mine(SWMLDocument):
        def goodbye(self) -> "Mine":
            return self.say("Goodbye.").hangup()

    assert (
        Mine().answer().goodbye().section("x").goodbye().steps()
        == Mine().answer().goodbye().steps()
    )


# What is refused.


@pytest.mark.parametrize(
    ("build", "parameter", "path", "code", "message"),
    [
        (
            lambda: SWMLDocument().connect("+15551234567", timeout="soon"),
            *("timeout", (), "type"),
            "timeout must be an integer or a SWML variable, not 'soon'.",
        ),
        (
            lambda: SWMLDocument().play(urls=["say:Hi", 5]),  # type: ignore[list-item]
            *("urls", (1,), "type"),
            "urls[1] must be text (a URL, 'say:TEXT', 'ring:SECONDS:COUNTRY' or 'silence:SECONDS'),"
            " not the number 5.",
        ),
        (
            lambda: SWMLDocument().play(),
            *("url", (), "required", "'url' is required, or 'urls' in its place."),
        ),
        (
            lambda: SWMLDocument().connect("+15551234567", serial=[]),
            *("serial", (), "exclusive", "'serial' can't go with 'to': they exclude each other."),
        ),
        (
            lambda: SWMLDocument().connect("+15551234567", headers=[{"name": "X-A"}]),
            *("headers", (0, "value"), "required", "'value' is required."),
        ),
        (lambda: SWMLDocument().label(""), "name", (), "empty", "name must not be empty."),
        (lambda: SWMLDocument().set(a={1}), "vars", ("a",), "json", "set has no JSON form."),
        (
            lambda: SWMLDocument().switch(variable="v", case={"a": [{"paly": {}}]}),
            *(
                "case",
                ("a", 0, "paly"),
                "unknown-verb",
                "'paly' is not a verb. Did you mean 'play'?",
            ),
        ),
        (
            lambda: SWMLDocument().add_verb("plya", {}),
            *("plya", (), "unknown-verb", "'plya' is not a verb. Did you mean 'play'?"),
        ),
        (
            lambda: SWMLDocument().add_verb("reply", "Hi"),
            *("reply", (), "unknown-verb", "'reply' is not a verb here: it is one for messages."),
        ),
        (
            lambda: SWMLDocument().add_verb("play", {"url": "say:Hi", "volme": 3}),
            *("volme", (), "unknown-name"),
            "'volme' is not a parameter of play. Did you mean 'volume'?",
        ),
        (
            lambda: SWMLDocument().section(""),
            *("section_name", (), "empty", "the name '' must not be empty."),
        ),
        (
            lambda: MessagingDocument().goto("a", max="${n}"),  # type: ignore[arg-type]
            *("max", (), "type", "max must be an integer, not '${n}'."),
        ),
    ],
)
def test_refused(
    build: Callable[[], Any], parameter: str, path: tuple[str | int, ...], code: str, message: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        build()
    error = caught.value
    assert isinstance(error, ValueError)
    assert (error.parameter, error.path, error.code, str(error)) == (parameter, path, code, message)


def test_what_is_refused_leaves_no_trace() -> None:
    built = SWMLDocument()
    wrong: list[Callable[[], Any]] = [
        lambda: built.sleep(-2),
        lambda: built.section(""),
        lambda: built.add_verb("x", 1),
    ]
    for each in wrong:
        with pytest.raises(ParameterError):
            each()
    assert built.hangup().to_dict() == SWMLDocument().hangup().to_dict()


def test_warnings_are_not_raised() -> None:
    built = SWMLDocument().connect("+15551234567", from_name="Bike shop", status_url="nowhere")
    found = list(findings_of(CALLING.named("connect"), one_step(built)["connect"]))
    assert {each.code for each in found} == {"not-for-destination", "url-not-absolute"}


def test_value_that_holds_itself() -> None:
    circle: dict[str, Any] = {}
    circle["a"] = circle["b"] = circle
    with pytest.raises(ParameterError, match="nests deeper"):
        SWMLDocument().set(circle)


def test_unknown_parameter_names_the_class() -> None:
    with pytest.raises(TypeError, match=r"^SWMLDocument\.play\(\) got an unexpected"):
        SWMLDocument().play("say:Hi", volme=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"^MessagingDocument\.return_\(\)"):
        MessagingDocument().return_(volme=3)  # type: ignore[call-arg]


# How it is written.


def test_json_and_yaml() -> None:
    built = SWMLDocument().play("say:Schöne Grüße").set(off="no")
    assert built.to_json() == (
        '{"version":"1.0.0","sections":{"main":'
        '[{"play":{"url":"say:Schöne Grüße"}},{"set":{"off":"no"}}]}}'
    )
    assert built.to_json(pretty=True) == json.dumps(built.to_dict(), indent=2, ensure_ascii=False)
    assert built.to_yaml() == (
        "version: 1.0.0\nsections:\n  main:\n  - play:\n      url: say:Schöne Grüße\n"
        "  - set:\n      'off': 'no'\n"
    )


@pytest.mark.parametrize("flavour", CLASSES, ids=lambda flavour: flavour.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_built_is_right_and_read_back(flavour: Flavour, data: st.DataObject) -> None:
    built = CLASSES[flavour]()
    for name in data.draw(st.lists(st.sampled_from(flavour.names()), max_size=4)):
        if data.draw(st.booleans()):
            built.section(data.draw(st.sampled_from(["main", "later", "no", "1"])))
        verb = flavour.named(name)
        call(built, verb, data.draw(right_values(verb.kind, odd=False)))
    document = built.to_dict()
    assert errors(flavour, document) == []
    assert json.loads(built.to_json()) == json.loads(built.to_json(pretty=True)) == document
    assert json.loads(built.render()) == document
    assert yaml_document(built.to_yaml()).value == document
    assert YAML(typ="safe", pure=True).load(built.to_yaml()) == document


# Methods and catalog agree.


@each_verb
def test_method_has_the_parameters_of_the_verb(flavour: Flavour, name: str) -> None:
    verb = flavour.named(name)
    method = methods_of(CLASSES[flavour], name)
    parameters = list(inspect.signature(method, eval_str=True).parameters.values())[1:]
    names = [each.name.removesuffix("_") for each in parameters]
    assert set(names) - {"vars_by_name"} == set(verb.fields)
    for field in verb.fields.values():
        assert f"{field.name}: " in inspect.getdoc(method).replace("from_:", "from:")  # type: ignore[union-attr]
    positional = [each for each in parameters if each.kind != inspect.Parameter.KEYWORD_ONLY]
    assert len(positional) <= 1 + (name == "set")


@each_verb
@few_examples
@given(data=st.data())
def test_required_arguments_are_enough(flavour: Flavour, name: str, data: st.DataObject) -> None:
    """And without one of them, Python itself complains."""
    verb = flavour.named(name)
    if verb.value is not None:
        return
    needed = {each.name: each.field.kind for each in arguments_of(verb) if each.required}
    given = {each: data.draw(right_values(kind, odd=False)) for each, kind in needed.items()}
    for each in given:
        with pytest.raises(TypeError, match=each):
            methods_of(CLASSES[flavour](), name)(
                **{key: given[key] for key in given if key != each}
            )
    with pytest.raises(TypeError, match="positional"):
        methods_of(CLASSES[flavour](), name)(1, 2)


def test_nothing_else_is_hidden() -> None:
    """No verb has the name of something that documents do."""
    for flavour, made in CLASSES.items():
        own = {name for name in vars(type(made()).__mro__[1]) if not name.startswith("__")}
        assert not own & {attribute_of(name) for name in flavour.names()}


# The SDK's builder.

OBJECTLESS = {"label", "unset", "cond"}
"""What stands behind these is no object, and the builder of SDK 3.7 makes nothing else."""

NOT_TAKEN = {"answer": ("username", "password"), "play": ("status_url",)}
"""Parameters that methods of the SDK's builder lack: those that are written by hand there."""

PAY_TEXTS = (
    *("timeout", "max_attempts", "security_code", "min_postal_code_length", "postal_code"),
)
"""Numbers and booleans that go on the wire as text: the platform's own helper writes them so."""


@cache
def sdk_builder(validating: bool) -> Any:
    from signalwire import SWMLBuilder, SWMLService

    return SWMLBuilder(SWMLService("test", schema_validation=validating))


def sdk_verbs() -> list[str]:
    names: list[str] = sdk_builder(False).service.schema_utils.get_all_verb_names()
    return names


def sdk_step(verb: str, given: dict[str, Any], validating: bool = False) -> Any:
    """What the SDK's builder makes of these keyword arguments."""
    builder = sdk_builder(validating).reset()
    arguments = {name: given[name] for name in given if name not in NOT_TAKEN.get(verb, ())}
    if verb == "ai" and "post_prompt" in given:
        # The builder takes a text here, and puts an object around it.
        arguments["post_prompt"] = given["post_prompt"]["text"]
    getattr(builder, verb)(**arguments)
    (step,) = builder.build()["sections"]["main"]
    return step


def our_step(verb: str, given: dict[str, Any]) -> Any:
    document = SWMLDocument()
    if verb == "set":
        return one_step(document.set(**given))
    return one_step(call(document, CALLING.named(verb), given))


def as_text(name: str, value: Any) -> Any:
    """A number or a boolean as the text that goes on the wire, whichever way it is given."""
    if isinstance(value, (bool, int)):
        return str(value).lower()
    text = value.strip()
    if text.lower() in ("true", "false"):
        return text.lower()
    return value if name == "postal_code" or "{" in text else text


def expected(verb: str, step: Any) -> Any:
    """The SDK's step, but for what is written in another way on purpose."""
    if verb == "pay":
        content = step["pay"]
        texts = {name: as_text(name, content[name]) for name in PAY_TEXTS if name in content}
        return {"pay": {**content, **texts}}
    return step


def is_comparable(verb: str, given: Any) -> bool:
    """Whether nothing in it is written in another way inside.

    Legacy bare values become objects, `{"duration": 5}` becomes 5, and numbers in `pay` text.
    """
    found = findings_of(CALLING.named(verb), given)
    if any(each.code in ("legacy-form", "simplified-form") for each in found):
        return False
    inside = json.dumps(list(given.values()))
    if '"sleep": {' in inside or '"pay": {' in inside:
        return False
    if verb == "ai":  # the SDK takes either, and of post_prompt only the text
        prompt, post_prompt = given["prompt"], given.get("post_prompt", {"text": ""})
        return ("text" in prompt) != ("pom" in prompt) and set(post_prompt) == {"text"}
    return not any(name in given for name in NOT_TAKEN.get(verb, ()))


@pytest.mark.parametrize(
    "build",
    [
        lambda each: each.answer(3600).hangup("busy"),
        lambda each: each.play("say:Hi", volume=3).play(urls=["ring:us"], auto_answer=None),
        lambda each: each.say("Hi", "Polly.Amy", "en-US", "female", 3),
        lambda each: each.sleep(5).sleep(duration=6),
        lambda each: each.set(a=1, b=None).set(),
        lambda each: each.goto(label="a", max=3).denoise(),
        lambda each: each.add_section("later").add_section("later").hangup(),
        lambda each: each.answer().reset(),
    ],
)
def test_same_calls_on_both(build: Callable[[Any], Any]) -> None:
    theirs, ours = build(sdk_builder(True).reset()), build(SWMLDocument())
    assert (ours.build(), ours.render()) == (theirs.build(), theirs.render())


def test_names_of_its_own_that_the_sdk_has_for_an_agent() -> None:
    """We have those of the verb's parameters only."""
    functions = {"functions": [{"function": "a", "description": "b"}]}
    builder = sdk_builder(True).reset()
    builder.ai(prompt_text="Be kind.", post_prompt="Sum it up.", swaig=functions, hints=["a"])
    builder.ai(prompt_pom=[{"title": "a", "body": "b"}])
    document = SWMLDocument()
    document.ai(
        {"text": "Be kind."}, post_prompt={"text": "Sum it up."}, SWAIG=functions, hints=["a"]
    )
    document.ai(prompt={"pom": [{"title": "a", "body": "b"}]})
    assert document.build() == builder.build()


def test_the_sdk_has_verbs() -> None:
    assert len(sdk_verbs()) == 39
    assert set(sdk_verbs()) <= set(CALLING.names())


@pytest.mark.parametrize("verb", sorted(OBJECTLESS))
def test_what_the_sdk_cannot_build(verb: str) -> None:
    """If it can one day, the verb is to be compared too."""
    from signalwire.utils.schema_utils import SchemaValidationError

    for name in CALLING.named(verb).fields:
        with pytest.raises(SchemaValidationError):
            sdk_step(verb, {name: "a"}, validating=True)


@pytest.mark.parametrize("verb", [verb for verb in sdk_verbs() if verb not in OBJECTLESS])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_the_sdks_builder_makes_the_same(verb: str, data: st.DataObject) -> None:
    kind = CALLING.named(verb).kind
    given = data.draw(right_values(kind, odd=False).filter(lambda value: isinstance(value, dict)))
    assume(is_comparable(verb, given))
    if verb == "return":  # the builder leaves out what is None
        given = {name: given[name] for name in given if given[name] is not None}
    if verb == "sleep":  # it takes no variable
        assume(isinstance(given["duration"], int))
    if verb not in ("return", "set", "sleep", "ai"):  # with ai alone, it writes null for None
        left_out = data.draw(st.sets(st.sampled_from([*CALLING.named(verb).fields, "x"])))
        nothing = {name: None for name in left_out if name in CALLING.named(verb).fields}
        nothing = {name: None for name in nothing if name not in NOT_TAKEN.get(verb, ())}
        given = {**nothing, **given}
    assert our_step(verb, given) == expected(verb, sdk_step(verb, given))


def right_examples(verb: str) -> list[dict[str, Any]]:
    """The objects behind the verb in the examples that have no errors."""
    steps = (json.loads(path.read_text(encoding="utf-8")) for path in (VERBS / verb).glob("*.json"))
    values = (step[verb] for step in steps if isinstance(step, dict) and verb in step)
    return [
        value
        for value in values
        if isinstance(value, dict)
        and not any(each.is_error for each in findings_of(CALLING.named(verb), value))
        and is_comparable(verb, value)
    ]


@pytest.mark.parametrize("verb", [verb for verb in sdk_verbs() if verb not in OBJECTLESS])
def test_the_same_for_what_the_sdks_schema_accepts(verb: str) -> None:
    from signalwire.utils.schema_utils import SchemaValidationError

    accepted = 0
    for value in right_examples(verb):
        try:
            step = sdk_step(verb, value, validating=True)
        except (SchemaValidationError, ValueError):
            continue
        accepted += 1
        assert our_step(verb, value) == expected(verb, step)
    assert accepted


# What a type checker makes of it, and what it costs.

RIGHT = """\
from swaigctl import FunctionResult, MessagingDocument, ParameterError, SWMLDocument


class Mine(SWMLDocument):
    def goodbye(self) -> "Mine":
        return self.say("Goodbye.").hangup()


later = SWMLDocument().sleep(2000).return_({"done": True})
call: Mine = (
    Mine()
    .answer()
    .connect("+15551234567", from_="+15550001111", timeout="${vars.timeout}")
    .switch(variable="connect_result", case={"failed": later.steps()})
    .set({"a": 1}, b=[2])
    .section("later")
    .goodbye()
)
document: dict[str, object] = call.to_dict()
texts: list[str] = [call.to_json(pretty=True), call.to_yaml(), call.render()]
message: MessagingDocument = MessagingDocument().transfer("https://x", method="GET").reply("Hi")
FunctionResult().execute_swml(call)
"""
WRONG = [
    "SWMLDocument().play(7)",
    'SWMLDocument().play("say:Hi", volme=3)',
    'SWMLDocument().connect("+15551234567", "+1555")',
    'SWMLDocument().switch(variable="a")',
    'SWMLDocument().plya("say:Hi")',
    'SWMLDocument().transfer("https://x", method="GET")',
    'SWMLDocument().reply("Hi")',
    'MessagingDocument().transfer("https://x", method="get")',
    'MessagingDocument().goto("a", max="${n}")',
    "MessagingDocument().answer()",
]


def test_right_program_passes(tmp_path: Path) -> None:
    done = mypy(tmp_path, RIGHT)
    assert done.returncode == 0, done.stdout


def test_wrong_calls_are_found(tmp_path: Path) -> None:
    source = "from swaigctl import MessagingDocument, SWMLDocument\n" + "\n".join(WRONG) + "\n"
    done = mypy(tmp_path, source)
    for number in range(2, 2 + len(WRONG)):
        assert f"program.py:{number}: error:" in done.stdout


def test_nothing_heavy_is_imported() -> None:
    build = "SWMLDocument().play('say:Hi').hangup().to_json()"
    loaded = modules_after(f"from swaigctl import SWMLDocument; {build}")
    assert not BANNED & loaded
    verbs = {name for name in loaded if name.startswith("swaigctl.catalog.verbs.")}
    families = ("answering", "index", "playing")
    assert verbs == {f"swaigctl.catalog.verbs.{name}" for name in families}


def test_a_result_needs_no_document() -> None:
    loaded = modules_after("import swaigctl; from swaigctl import FunctionResult")
    assert "swaigctl.python.function_result" in loaded
    assert not {"swaigctl.python.swml_document", "swaigctl.python.verb_methods"} & loaded
    assert modules_after("import swaigctl") == {"swaigctl"}
