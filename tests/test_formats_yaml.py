"""YAML: read alike with and without libyaml, and written so that all readers take it alike."""

import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import run_program
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from swaigctl.findings import Finding, SwaigctlError
from swaigctl.formats import yaml as reader
from swaigctl.formats.places import Position
from swaigctl.formats.yaml import parsed_yaml, yaml_document, yaml_documents
from swaigctl.formats.yaml_writer import yaml_text

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """With each of PyYAML's two parsers."""
    monkeypatch.setattr(reader, "LOADER", request.param)
    return request.param


def refusal(read: Any, text: Any) -> Finding:
    """The error that this text gets."""
    with pytest.raises(SwaigctlError) as raised:
        read(text)
    return raised.value.finding


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{<<: [{text: from the first}, {text: from the second}]}", {"text": "from the first"}),
        ("{a: own, <<: {a: merged, b: merged}}", {"a": "own", "b": "merged"}),
        ("{<<: {a: merged}, a: own}", {"a": "own"}),
        ("b: &b\n  <<: {a: 1}\n  a: 3\nx: {<<: *b, <: 0}", {"b": {"a": 3}, "x": {"a": 3, "<": 0}}),
        ("x: &x {a: 1}\ny: {<<: [*x, {a: 2, b: 2}, *x]}", {"x": {"a": 1}, "y": {"a": 1, "b": 2}}),
        ("<<: []", {}),
        ('"<<": {a: 1}', {"<<": {"a": 1}}),
        ("a: <<", {"a": "<<"}),
        ("- &a x\n- {*a : *a}", ["x", {"x": "x"}]),
        ("[! 12, !!str 12, !!int '12', !!float 1, !!null '', !!bool True, !!map {}, !!seq []]",
         ["12", "12", 12, 1.0, None, True, {}, []]),
        ("a: x\u2028y\nb: 'p\x85q'\nc: |\n  l\u2029m\n  n\n",
         {"a": "x\u2028y", "b": "p\x85q", "c": "l\u2029m\nn\n"}),
        ('- \u2028\n- "\\U0010FFFD\\u2028\U0010fffc"', ["\u2028", "\U0010fffd\u2028\U0010fffc"]),
        ("\ufeff? a\n? b", {"a": None, "b": None}),
        ("%YAML 1.2\n---\na: no", {"a": "no"}),
    ],
)  # fmt: skip
def test_values(loader: Any, text: str, value: object) -> None:
    read = parsed_yaml(text)
    assert read == value
    if isinstance(value, dict):
        assert isinstance(read, dict)


def test_merged_names_come_first_and_in_order(loader: Any) -> None:
    read = parsed_yaml("{z: 1, b: 1, <<: [{b: 0, a: 0}, {c: 0, a: 1}], y: 1}")
    assert isinstance(read, dict)
    assert list(read.items()) == [("b", 1), ("a", 0), ("c", 0), ("z", 1), ("y", 1)]


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("a: !!bool maybe", "'maybe' is no value for '!!bool'", (1, 4)),
        ("a: !!bool 1", "'1' is no value for '!!bool'", (1, 4)),
        ("a: !!int x", "'x' is no value for '!!int'", (1, 4)),
        ("a: !!int 1.5", "'1.5' is no value for '!!int'", (1, 4)),
        ("a: !!float true", "'true' is no value for '!!float'", (1, 4)),
        ("a: !!timestamp x", "the tag '!!timestamp' is not allowed here, only", (1, 4)),
        ("a: !!timestamp 2026-11-22", "the tag '!!timestamp' is not allowed here, only", (1, 4)),
        ("a: !!binary aGk=", "the tag '!!binary' is not allowed here, only", (1, 4)),
        ("a: !!set {x}", "the tag '!!set' is not allowed here, only '!!map'", (1, 4)),
        ("a:\n- !!omap [a: 1]", "the tag '!!omap' is not allowed here, only '!!seq'", (2, 3)),
        ("!!map [a]", "the tag '!!map' is not allowed here, only '!!seq'", (1, 1)),
        ("!!str {a: 1}", "the tag '!!str' is not allowed here, only '!!map'", (1, 1)),
        ("!<str> a", "the tag 'str' is not allowed here, only", (1, 1)),
        ("!x a", "the tag '!x' is not allowed here, only", (1, 1)),
        ("a: 0x" + "f" * 4000, "a number has too many digits", (1, 4)),
        ("a: 0o" + "7" * 9000, "a number has too many digits", (1, 4)),
        ("a: " + "7" * 4301, "a number has too many digits", (1, 4)),
        ("? [a]\n: 1", "an object or a list stands where a name must", (1, 3)),
        ("? {a: 1}\n: 1", "an object or a list stands where a name must", (1, 3)),
        ("x: 1\n7: 1", "the name 7 is not text: write it in quotes", (2, 1)),
        ("null: 1", "the name null is not text: write it in quotes", (1, 1)),
        ("a: 1\nb: 2\n'a': 3", "the name 'a' stands twice in one object", (3, 1)),
        ("{<<: {}, <<: {}}", "the name '<<' stands twice in one object", (1, 10)),
        ("<<: 1", "'<<' takes a mapping, or a list of mappings", (1, 5)),
        ("<<: [{},\n 3]", "'<<' takes a mapping, or a list of mappings", (2, 2)),
        ("a: &a [*a]", "the alias 'a' stands inside of what it names", (1, 8)),
        ("a: &a {<<: *a}", "the alias 'a' stands inside of what it names", (1, 12)),
        ("a: *b\nb: &b 1", "there is no anchor 'b' before this alias", (1, 4)),
        ("a: &a 1\nb: &a 2", "the anchor 'a' stands twice", (2, 4)),
        ("a: 1\n---\nb: 2", "a second document begins here, and only one may", (2, 1)),
        ("x: 1\ry: 2\r\nz: !!int x", "'x' is no value for '!!int'", (3, 4)),
        ("'x\u2028y\x85': !!int x", "'x' is no value for '!!int'", (1, 9)),
        ("- \U0001f600é\n- é \0", "the character U+0000 can't stand here", (2, 5)),
        ("a: \ud800", "the character U+D800 can't stand here", (1, 4)),
        ("\ufeff\ufeffa: 1", "the character U+FEFF can't stand here", (1, 1)),
        ("a: 1\n\ufeffb: 2", "the character U+FEFF can't stand here", (2, 1)),
        ("a: \x7f", "the character U+007F can't stand here", (1, 4)),
        ("[" * 201 + "x" + "]" * 201, "it nests deeper than 200 levels", (1, 202)),
        ("- " * 900 + "x", "it nests deeper than 200 levels", (1, 403)),
        ("a: [\n", "the '[' here is never closed", (1, 4)),
        ("a: 1\n\tb: 1", "a tab: YAML indents with spaces", (2, 1)),
        ("%YAML 9.9\n---\na: 1", "", (1, 1)),
        ("%YAML 1.3\n---\na: 1", "", (1, 1)),
        ('a: "\\UFFFFFFFF"', "", None),
        ('a: "\\ud800"', "", None),
    ],
)
def test_refusals(loader: Any, text: str, reason: str, position: "tuple[int, int] | None") -> None:
    error = refusal(parsed_yaml, text)
    assert error.message.removeprefix("not valid YAML: ").startswith(reason)
    assert error.position is not None
    assert position in (None, error.position)
    line, column = error.position
    assert error.message.endswith(f" (line {line}, column {column}).")


FAULTS = [
    # The text, with a mark before the place, and what is said of it.
    ("a:\n  - b\n¦\t- c", "a tab: YAML indents with spaces"),
    ("a: |\n  b\n¦\tc", "a tab: YAML indents with spaces"),
    ("a: Hello¦: world", "text with ': ' in it needs quotes"),
    ("- a: say hi¦: there\n- b", "text with ': ' in it needs quotes"),
    ("a: {url: ¦${x}}", "'${x}' needs quotes here: \"${x}\""),
    ("a: [¦${x}]", "'${x}' needs quotes here: \"${x}\""),
    ("a: ¦%{x}", "'%{x}' needs quotes here: \"%{x}\""),
    ("a: ¦%d", "text that begins with '%' needs quotes"),
    ("a: [¦@x]", "text that begins with '@' needs quotes"),
    ("a: ¦`x`", "text that begins with '`' needs quotes"),
    ("a: ¦*.x", "text that begins with '*' needs quotes"),
    ("- a: {b: ¦#}\n- c", "'#' begins a comment here, and takes the rest of the line away"),
    ("a: [b, ¦#c]\nd: 1", "'#' begins a comment here, and takes the rest of the line away"),
    ("a:\n  url¦:x\n  to: y", "a space is missing behind this colon"),
    ("a:\n  b: 1\n  url¦:x", "a space is missing behind this colon"),
    ('a: {b: ¦"c}\n', 'the " that opens text here is never closed'),
    ("a: ¦[b\nc: 1", "the '[' here is never closed: ']' is missing"),
    ("a: ¦{b: 1", "the '{' here is never closed: '}' is missing"),
    ("a: {b: 1 c¦: 2}", "a comma or '}' is missing before this"),
    ("a: {b: 1}¦}", "'}' closes nothing: take it out"),
    ("a: ¦]", "']' stands where a value must"),
    ("a: b\n  c¦: d", "this is indented below a line that can have nothing inside"),
    ("a:\n  - b\n ¦c: 1", "this line is indented like none of those"),
    ('a: "b" ¦c', "the text ends at the quote before this"),
    ("a: 'it'¦s'", "the text ends at the quote before this"),
    ('a: "b¦\\dc"', "a backslash in double quotes begins no such character"),
    ("a: |¦x\n y", "text behind '|' or '>' begins on the next line"),
    ("a: ¦- b", "'-' can't stand here"),
    ('"a" ¦"b"', "this belongs to nothing: the document has ended before it"),
]


@pytest.mark.parametrize(("marked", "reason"), FAULTS)
def test_faults_are_said_in_plain_words(loader: Any, marked: str, reason: str) -> None:
    before, _, after = marked.partition("¦")
    error = refusal(parsed_yaml, before + after)
    assert error.message.startswith(f"not valid YAML: {reason}")
    assert error.position == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def test_names_as_text(loader: Any) -> None:
    text = "x:\n  1: a\n  +1: {True: b}\n  <<: {007: c}\n---\n!!int '2': d\n"
    one, other = yaml_documents(text, names_as_text=True)
    assert one.value == {"x": {"007": "c", "1": "a", "+1": {"True": "b"}}}
    assert {text[at : at + 1]: value for at, value in one.names.items()} == {
        "1": 1,
        "+": 1,
        "T": True,
        "0": 7,
    }
    assert (other.value, list(other.names.values())) == ({"2": "d"}, [2])


@pytest.mark.parametrize("text", ["null: 1", "~: 1", "? [a]\n: 1", "? {a: 1}\n: 1", "1: a\n'1': b"])
def test_names_that_are_no_text_nor_taken_for_it(loader: Any, text: str) -> None:
    refusal(lambda text: list(yaml_documents(text, names_as_text=True)), text)


@pytest.mark.parametrize("text", ["", " \n", "# nothing\n", "\ufeff"])
def test_nothing_is_no_document(loader: Any, text: str) -> None:
    assert refusal(parsed_yaml, text).sentence == "not valid YAML: it is empty."
    assert list(yaml_documents(text)) == []


def test_depth_through_aliases(loader: Any) -> None:
    levels = ["- &a0 [x]", *(f"- &a{n} [*a{n - 1}]" for n in range(1, 300))]
    error = refusal(parsed_yaml, "\n".join(levels))
    assert "it nests deeper than 200 levels" in error.message
    assert error.position == (200, 10)
    parsed_yaml("\n".join(levels[:199]))


def laughs(member: str) -> str:
    """A small text, of which every line repeats the one before it nine times."""
    levels = (f"a{n}: &a{n} " + member.replace("*", f"*a{n - 1}") for n in range(1, 12))
    return "\n".join(["a0: &a0 {k: x}", *levels])


@pytest.mark.parametrize(
    "member",
    [
        "[*, *, *, *, *, *, *, *, *]",
        "{<<: [*, *, *, *, *, *, *, *, *]}",
        "{k1: *, k2: *, k3: *, k4: *, k5: *, k6: *, k7: *, k8: *, k9: *}",
        "{<<: *, k1: *, k2: *, k3: *, k4: *, k5: *, k6: *, k7: *, k8: *}",
    ],
)
def test_values_are_counted_while_they_are_read(loader: Any, member: str) -> None:
    error = refusal(parsed_yaml, laughs(member))
    assert "it has more than 1,000,000 values inside" in error.message
    assert error.position is not None
    assert error.position[0] in (7, 8)


def test_every_document_of_a_stream(loader: Any) -> None:
    text = "a: &x 1\n---\n- b\n...\n# c\n---\nd:\n  <<: {e: f}\n"
    documents = list(yaml_documents(text))
    assert [document.value for document in documents] == [{"a": 1}, ["b"], {"d": {"e": "f"}}]
    assert documents[1].places.value((0,)) == (3, 3)
    assert documents[2].places.key(("d", "e")) == (8, 8)
    error = refusal(lambda text: list(yaml_documents(text)), "a: &x 1\n---\nb: *x")
    assert "there is no anchor 'x'" in error.message


def test_places(loader: Any) -> None:
    text = "\n".join(
        [
            "# c",
            "b: &b",
            "  x: 'p\u2028q'",
            "'é':",
            "- 1",
            "- <<: *b",
            "  y: *b",
            "  z:",
            "k: {é : []}",
        ]
    )
    document = yaml_document(text)
    table = {path: (key, value) for path, key, value in document.places.table()}
    assert table == {
        (): (None, (2, 1)),
        ("b",): ((2, 1), (2, 4)),
        ("b", "x"): ((3, 3), (3, 6)),
        ("é",): ((4, 1), (5, 1)),
        ("é", 0): (None, (5, 3)),
        ("é", 1): (None, (6, 3)),
        ("é", 1, "x"): ((3, 3), (3, 6)),
        ("é", 1, "y"): ((7, 3), (7, 6)),
        ("é", 1, "y", "x"): ((3, 3), (3, 6)),
        ("é", 1, "z"): ((8, 3), (8, 5)),
        ("k",): ((9, 1), (9, 4)),
        ("k", "é"): ((9, 5), (9, 9)),
    }
    nearest = document.places.nearest
    assert nearest(("é", 1, "x")) == Position(3, 3)
    assert nearest(("é", 5, "x")) == Position(4, 1)
    assert nearest(("nothing", "x")) == Position(2, 1)


SCALARS = st.sampled_from(
    [
        "a",
        "b",
        "'q\n  r'",
        '"\\u2028 s"',
        "|\n  t\n",
        "12",
        "*x",
        "&y z",
        "!!str 1",
        "é",
        "x\u2028y",
        "",
    ]
)


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """Texts that are YAML more often than not."""
    pieces = st.sampled_from(
        ["a: ", "b: ", "- ", "\n", "\n  ", "\r\n", "\n  - ", "[", "]", "{", "}", ", ", "? ",
         "# c\n", "&x ", "<<: ", "!!map ", "---\n", ">-\n", "\u2029", "\ufeff", "\U0001f600"]
    )  # fmt: skip
    return "".join(draw(st.lists(SCALARS | pieces, max_size=25)))


def answer(text: str, loader: Any) -> "tuple[object, ...] | None":
    """What is read, and where, with one of the parsers; None if it is refused."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "LOADER", loader)
        try:
            documents = list(yaml_documents(text))
        except SwaigctlError:
            return None
        return tuple((each.value, list(each.places.table())) for each in documents)


@pytest.mark.skipif(len(LOADERS) < 2, reason="PyYAML has no libyaml here")
@settings(max_examples=500, deadline=None)
@given(yaml_texts())
def test_both_parsers_give_the_same_values_at_the_same_places(text: str) -> None:
    answers = [answer(text, loader) for loader in LOADERS]
    # One may refuse what the other takes (tabs, for one); but not read it as something else.
    if None not in answers:
        assert answers[0] == answers[1]


@settings(deadline=None)
@given(
    st.recursive(
        st.text(max_size=4), lambda x: st.lists(x) | st.dictionaries(st.text(max_size=4), x)
    )
)
def test_places_are_where_the_text_is(document: Any) -> None:
    text = yaml_text(document)
    read = yaml_document(text)
    lines = text.split("\n")
    for path, key, _ in read.places.table():
        if key is not None:
            line, column = key
            rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
            scalar = next(e for e in yaml.parse(rest) if isinstance(e, yaml.ScalarEvent))
            assert scalar.value == path[-1]


READERS: "list[tuple[str, Any]]" = [
    *(
        (loader.__name__, lambda text, its=loader: yaml.load(text, Loader=its))
        for loader in LOADERS
    ),
    ("ruamel.yaml", YAML(typ="safe", pure=True).load),
    ("swaigctl", parsed_yaml),
]
ALIKE = [
    "".join(word)
    for word in (
        *product("+-", ["", "0", "1", "."], "019_.:eExob", ["", "0", "1", "_", "e1", ":30", "xf"]),
        *product("01_.", "0179_.:exob", ["", "0", "1", "_", "e1", "e+1", ":30", ":30:59.5", "xF"]),
        *product(["", "+", "-"], [".inf", ".Inf", ".INF", ".nan", "0o17", "0b1", "0x_F", "1:20"]),
    )
] + [
    *("", "=", "<<", "~", "null", "Null", "true", "True", "TRUE", "yes", "No", "on", "OFF", "y"),
    *("N", "---", "...", "--- a", "- a", "a: b", "a #b", "# a", "!a", "&a", "*a", "%a", "@a", "`a"),
    *("2026-11-22", "2026-11-22T10:00:00Z", "2026-1-2 1:02:03.5 +1", "2026-11-22t1:00:00 -5", "?"),
    *("|", ">", "-", " a", "a ", "\ta", "a\t", "a\n", "\na", "a\n\nb", "a\n b", "\n", " \n a", ":"),
    *("a: ", ": a", "[", "{a", "'", '"', "\\", "\\n", "'\"", "a,b", "{a}", "[a]", "a]", "\r"),
    *("x" * 200, f"{'x ' * 100}y", "a\r\nb"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "read"), READERS)
def test_text_that_looks_like_something_else(name: str, read: Any) -> None:
    document = {"values": ALIKE, "names": dict.fromkeys(ALIKE, 1)}
    assert read(yaml_text(document)) == document


POINTS = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]


@pytest.fixture(scope="session")
def every_character() -> "tuple[dict[str, object], str]":
    """A document with every character, and its text.

    What readers may treat in a way of its own stands alone, in the middle and between lines; of the
    others, which are letters and the like to everybody, many stand in one text.
    """
    own = [each for each in POINTS if each < "\u2100" or "\ufe00" <= each <= "\uffff"]
    texts = [text for each in own for text in (f"a{each}b", each, f"a\n{each}\nb")]
    texts += ["".join(POINTS[start : start + 4096]) for start in range(0, len(POINTS), 4096)]
    document = {**dict.fromkeys(own), "texts": texts}
    return document, yaml_text(document)


@pytest.mark.parametrize(("name", "read"), READERS)
def test_every_character_comes_back(
    name: str, read: Any, every_character: "tuple[dict[str, object], str]"
) -> None:
    document, text = every_character
    assert read(text) == document


NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@settings(deadline=None)
@given(DOCUMENTS)
def test_documents_come_back_in_every_reader(document: Any) -> None:
    text = yaml_text(document)
    for name, read in READERS:
        assert read(text) == document, name


def test_half_of_a_surrogate_pair_is_not_written() -> None:
    error = refusal(yaml_text, {"a": ["x\ud800"]})
    assert "must be valid UTF-8 text" in error.message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.yaml", 'output: "a\\0b"\nfixtures: [{action: hangup}]'),
        ("p.json", '{"output": "a\\u0000b", "fixtures": [{"action": "hangup"}]}'),
        ("p.toml", 'output = "a\\u0000b"\n[[fixtures]]\naction = "hangup"'),
        ("p.toml", "[[fixtures]]\naction = 'hangup'\nparams = {a = 0x" + "f" * 4000 + "}"),
    ],
)
def test_plans_that_can_not_be(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    for task in ("list", "check", "build"):
        outcome = run_program(["fixtures", task, str(tmp_path / name)])
        assert outcome.err.startswith(f"Error: {tmp_path / name}:")
        assert outcome.status == 2
