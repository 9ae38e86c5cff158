"""How results and documents show themselves, and when they are equal."""

import copy
import pickle
from typing import Any

import pytest

from swaigctl import FunctionResult, MessagingDocument, SWMLDocument


class Odd:
    def __repr__(self) -> str:
        return "\x1b[31m\n"


class Broken:
    def __repr__(self) -> str:
        raise RuntimeError


class Early(FunctionResult):
    """Its `repr` is asked for before it has any attribute."""

    def __init__(self) -> None:
        self.early = repr(self)
        super().__init__()


def many() -> FunctionResult:
    result = FunctionResult("Numbers.")
    for number in range(2000):
        result.say(str(number))
    return result


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (FunctionResult(), "<FunctionResult>"),
        (FunctionResult("Bye.").hangup(), "<FunctionResult 'Bye.', action=[{'hangup': True}]>"),
        (
            FunctionResult("x", post_process=True),
            "<FunctionResult 'x', post_process=True>",
        ),
        (FunctionResult("a\x1b\n\u202e\ud800"), r"<FunctionResult 'a\x1b\n\u202e\ud800'>"),
        (
            SWMLDocument().play("say:Hi").section("later").hangup(),
            "<SWMLDocument sections={'main': [{'play': {'url': 'say:Hi'}}], "
            "'later': [{'hangup': {}}]}>",
        ),
        (MessagingDocument(), "<MessagingDocument sections={'main': []}>"),
    ],
)
def test_repr(shown: object, text: str) -> None:
    assert repr(shown) == text


@pytest.mark.parametrize(
    "value",
    [
        "x" * 10_000,
        {str(number): [{}] * 100 for number in range(1000)},
        [["y" * 50] * 50] * 50,
        10**5000,
        Odd(),
        Broken(),
        "\x00\x9b\u2028\ud800",
        {"\x1b": 1},
    ],
    ids=lambda value: type(value).__name__,
)
def test_repr_is_short_and_stays_on_its_line(value: Any) -> None:
    for shown in (FunctionResult("x" * 500).add_action("x", value), FunctionResult(value), many()):
        text = repr(shown)
        assert len(text) <= 200
        assert text.isprintable()
        assert text.startswith("<FunctionResult")
        assert text.endswith(">")
    document = SWMLDocument()
    document.sections["main"].append({"set": value})
    assert len(repr(document)) <= 200
    assert repr(document).isprintable()


def test_repr_says_that_it_was_cut() -> None:
    assert repr(many()).endswith("{'say': '5'}, …]>")
    assert repr(FunctionResult([["y" * 50] * 50] * 50)).endswith("…>")  # type: ignore[arg-type]


def test_repr_of_what_is_not_made_yet() -> None:
    assert Early().early == "<Early>"


EQUAL = [
    (FunctionResult(), FunctionResult("Action completed.")),
    (FunctionResult("Hi").say("x"), FunctionResult("Hi").add_actions([{"say": "x"}])),
    (FunctionResult("Hi", post_process=True), FunctionResult("Hi")),  # there is nothing to wait for
    (FunctionResult().add_action("x", (1,)), FunctionResult().add_action("x", [1])),
    (
        FunctionResult().add_action("x", {"a": 1, "b": 2}),
        FunctionResult().add_action("x", {"b": 2, "a": 1}),
    ),
    (FunctionResult().add_action("x", {1, 2}), FunctionResult().add_action("x", {2, 1})),
    (
        FunctionResult().execute_swml(SWMLDocument().hangup()),
        FunctionResult().execute_swml(SWMLDocument().hangup().to_dict()),
    ),
    (FunctionResult(), Early()),
    (SWMLDocument().hangup(), SWMLDocument().add_verb("hangup", {})),
    (SWMLDocument().section("x"), SWMLDocument().add_section("x")),
]
UNEQUAL = [
    (FunctionResult("Hi"), FunctionResult("hi")),
    (FunctionResult().say("x").stop(), FunctionResult().stop().say("x")),
    (FunctionResult("Hi", post_process=True).stop(), FunctionResult("Hi").stop()),
    (FunctionResult().add_action("x", True), FunctionResult().add_action("x", 1)),
    (FunctionResult(), {"response": "Action completed."}),
    (FunctionResult(), None),
    (SWMLDocument(), MessagingDocument()),
    (SWMLDocument().hangup(), SWMLDocument().answer()),
    (SWMLDocument(), SWMLDocument().to_dict()),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_equal_is_what_is_sent_alike(one: Any, other: Any) -> None:
    assert one == other
    assert other == one
    assert not one != other  # noqa: SIM202
    assert hash(one) == hash(other)
    assert len({one, other}) == 1


@pytest.mark.parametrize(("one", "other"), UNEQUAL)
def test_all_else_is_unequal(one: Any, other: Any) -> None:
    assert one != other
    assert other != one
    assert not one == other  # noqa: SIM201


def test_others_decide_for_themselves() -> None:
    class Any_:
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]

    for mine in (FunctionResult(), SWMLDocument()):
        assert mine.__eq__({}) is NotImplemented
        assert mine == Any_()


@pytest.mark.parametrize("make", [FunctionResult, SWMLDocument, MessagingDocument])
def test_hash_stays_while_it_changes(make: Any) -> None:
    changing, other = make(), make()
    known = {changing: "mine"}
    before = hash(changing)
    changing.hangup() if hasattr(changing, "hangup") else changing.reply("Hi")
    assert hash(changing) == before
    assert known[changing] == "mine"
    assert other not in known


def test_copies_are_equal() -> None:
    result = FunctionResult("Hi").say("x")
    assert copy.deepcopy(result) == result
    assert pickle.loads(pickle.dumps(result)) == result
