"""Places in JSON and TOML, and the faults that their own readers have no place for."""

import json
import re
import tomllib
from itertools import takewhile
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swaigctl.findings import SwaigctlError
from swaigctl.formats import json_scanner, toml_scanner
from swaigctl.formats.documents import Document
from swaigctl.formats.json import parsed_json
from swaigctl.formats.json_faults import syntax_fault
from swaigctl.formats.places import Lines, Places, Position
from swaigctl.formats.toml import parsed_toml

NAMES = st.text(st.sampled_from("ab é\"\\'.\n\u2028[]{}#="), max_size=3)
SCALARS = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | NAMES
DOCUMENTS = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=15
)
SPACES = st.sampled_from(["", " ", "\n", "\r\n ", "\t"])


def paths_of(value: Any, path: "tuple[str | int, ...]" = ()) -> "dict[tuple[str | int, ...], Any]":
    """Every path in a value, and what it leads to."""
    found = {path: value}
    inside: Any = value.items() if isinstance(value, dict) else ()
    for step, member in enumerate(value) if isinstance(value, list) else inside:
        found |= paths_of(member, (*path, step))
    return found


def rest_of(text: str, position: "tuple[int, int]") -> str:
    """The text from there on."""
    return text[Lines(text).starts[position[0] - 1] + position[1] - 1 :]


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    """Documents with white space of every kind between everything."""

    def written(value: Any) -> str:
        if isinstance(value, dict):
            members = (
                f"{space()}{json.dumps(name)}{space()}:{written(each)}"
                for name, each in value.items()
            )
            inside = "{" + ",".join(members) + space() + "}"
        elif isinstance(value, list):
            inside = "[" + ",".join(map(written, value)) + space() + "]"
        else:
            inside = json.dumps(value, ensure_ascii=draw(st.booleans()))
        return space() + inside + space()

    def space() -> str:
        return draw(SPACES)

    return written(draw(DOCUMENTS))


@settings(deadline=None)
@given(json_texts())
def test_places_in_json(text: str) -> None:
    document = Document("JSON", text)
    values = paths_of(document.value)
    table = {path: (key, value) for path, key, value in document.places.table()}
    assert table.keys() == values.keys()
    decode = json.JSONDecoder().raw_decode
    for path, (key, value) in table.items():
        assert decode(rest_of(text, value))[0] == values[path]
        assert (key is None) == (not path or isinstance(path[-1], int))
        if key is not None:
            assert decode(rest_of(text, key))[0] == path[-1]


TOML_SCALARS = [
    *("1", "0x1F", "-1e3", "inf", "true", "1979-05-27 07:32:00Z", "07:32:00", "1979-05-27", "''"),
    *('""', "'a#]'", '"\\"]\\\\"', '""""a""b\\""""""', '"""\n]\\\n  x"""', '""""""'),
    *("'''a''b'''''", "'''\n[x]\n'''"),
]
KEYS = st.from_regex(r"\A[A-Za-z0-9_-]{1,3}\Z") | NAMES


def basic(text: str) -> str:
    """Text in quotes, as both JSON and TOML have it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """TOML of all that it has: tables, their lists, dotted keys, and every kind of text."""

    def space() -> str:
        return draw(st.sampled_from(["", " ", "\t"]))

    def blank() -> str:
        return draw(st.sampled_from(["", " ", "\n", "\r\n", '  # ]},= "\n']))

    def key() -> str:
        parts = draw(st.lists(KEYS, min_size=1, max_size=3))
        quoted = (part if part.replace("-", "").replace("_", "").isalnum() and part.isascii()
                  else f"'{part}'" if draw(st.booleans()) and not set(part) & set("'\n")
                  else basic(part) for part in parts)  # fmt: skip
        return space() + f"{space()}.{space()}".join(quoted) + space()

    def value(depth: int = 0) -> str:
        kind = draw(st.integers(0, 9 if depth < 3 else 6))
        if kind == 7 or kind == 8:
            items = [blank() + value(depth + 1) + blank() for _ in range(draw(st.integers(0, 3)))]
            comma = draw(st.sampled_from(["", ","])) if items else ""
            return "[" + ",".join(items) + comma + blank() + "]"
        if kind == 9:
            members = [
                f"k{number}.{key().strip()} = {value(depth + 1)}"
                for number in range(draw(st.integers(0, 3)))
            ]
            return "{" + space() + ", ".join(members) + space() + "}"
        return draw(st.sampled_from(TOML_SCALARS))

    lines = []
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.integers(0, 5))
        if kind == 0:
            lines.append(f"{space()}[{key()}]{space()}")
        elif kind == 1:
            lines.append(f"[[{key()}]]  # c")
        else:
            lines.append(f"{key()}={space()}{value()}{space()}")
        lines.append(blank().rstrip("\r\n"))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@settings(deadline=None, max_examples=150)
@given(toml_texts())
def test_places_in_toml(text: str) -> None:
    document = Document("TOML", text)
    try:
        values = paths_of(document.value)
    except SwaigctlError:
        return
    table = {path: (key, value) for path, key, value in document.places.table()}
    assert table.keys() == values.keys()
    for path, (key, value) in table.items():
        if key is not None:
            assert name_at(rest_of(text, key)) == path[-1]
        if not isinstance(values[path], (dict, list)):
            assert begins_with(rest_of(text, value), values[path])
        elif isinstance(values[path], list):
            assert rest_of(text, value)[0] == "["
        elif path:
            opens = rest_of(text, value)[0] in "[{"
            assert opens or value == key  # a dotted key has made it


def name_at(text: str) -> str:
    """The part of a key that stands there."""
    if text[0] not in "\"'":
        return "".join(takewhile(lambda each: each.isalnum() or each in "_-", text))
    ends = (end for end in range(2, len(text) + 1) if text[end - 1] == text[0])
    return next(str(name) for end in ends for name in parsed(f"{text[:end]} = 1"))


def parsed(text: str) -> Any:
    """What TOML says, if it is that."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def begins_with(text: str, value: Any) -> bool:
    """Whether some beginning of the text stands for the value."""
    ends = range(1, min(len(text), 40) + 1)
    return any(parsed(f"x = {text[:end]}") == {"x": value} for end in ends)


def test_nearest_is_the_deepest_part() -> None:
    places = Document("JSON", '{\n "a": [\n  {"b": 1}, 2]}').places
    assert places.nearest(("a", 0, "b", "c")) == Position(3, 4)
    assert places.nearest(("a", 1, "b")) == Position(3, 13)
    assert places.nearest(("a", 2)) == Position(2, 2)
    assert places.nearest(("a", "0")) == Position(2, 2)
    assert places.nearest(("x",)) == Position(1, 1)
    assert (places.key(("a",)), places.value(("a",))) == ((2, 2), (2, 7))
    assert (places.key(("a", 0)), places.key(("x",)), places.value(("x",))) == (None, None, None)


def test_lines_end_where_editors_end_them() -> None:
    text = "a\u2028b\x85\r\nc\rd\n\ne"
    assert [Lines(text).position(text.index(each)) for each in "abcde"] == [
        (1, 1), (1, 3), (2, 1), (3, 1), (5, 1),
    ]  # fmt: skip


def test_path_to_nothing() -> None:
    places = Places(Lines(""), (None, 0, None, 0, 0))
    assert places.nearest(("a", 1)) == (1, 1)
    assert list(places.table()) == [((), None, (1, 1))]


LONG = '"' + "x" * 1000 + '"'


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        (f'{{{LONG}: 1,\n"b": [1,\n\n  NaN]}}', "NaN is no JSON number", (4, 3)),
        ('["NaN",\r\n"\\"NaN", -Infinity]', "-Infinity is no JSON number", (2, 10)),
        ("[1e5,\n -1e999]", "-1e999 is more than a number can be", (2, 2)),
        (f"[1,\n {'7' * 4301}]", "a number has too many digits", (2, 2)),
        (f"[1,\n -{'7' * 4301}, NaN]", "a number has too many digits", (2, 2)),
        (
            '{"a": {"b": 1},\n "c": {"b": 1, "\\u0062": 2}}',
            "the name 'b' stands twice in one object",
            (2, 16),
        ),
        ('{"a": {"a": 1},\n "a": 1}', "the name 'a' stands twice in one object", (2, 2)),
        ("\n" + "[" * 100_000, "it nests deeper than 200 levels", (2, 202)),
        ('{"a":' * 100_000, "it nests deeper than 200 levels", (1, 1006)),
        ("\ufeff{}", r"'\ufeff' begins no value", (1, 1)),
        ('{"a" 1}', 'a colon is missing behind the name "a"', (1, 6)),
        ('{"a" = 1}', "'=' stands in place of ':'", (1, 6)),
        ("{\n'a': 1}", "text stands in double quotes, not in single ones", (2, 1)),
        ("[`a`]", "text stands in double quotes, not between backticks", (1, 2)),
        ('{"a": \u201cb\u201d}', "\u201c is a curly quote: JSON takes only straight ones", (1, 7)),
        ("{a: 1}", "the name 'a' needs quotes: \"a\"", (1, 2)),
        ("{1: 1}", "the name '1' needs quotes: \"1\"", (1, 2)),
        ("{{}}", "a name in double quotes must stand here, not '{'", (1, 2)),
        ('{"a": b}', "'b' needs quotes, if it is text: \"b\"", (1, 7)),
        ('{"a": ${b}}', "'${b}' needs quotes, if it is text: \"${b}\"", (1, 7)),
        ("[True]", "JSON writes 'True' as 'true'", (1, 2)),
        ("[None]", "JSON writes 'None' as 'null'", (1, 2)),
        ("[undefined]", "JSON has no undefined: write null", (1, 2)),
        ("[01]", "'01' is not how JSON writes a number", (1, 2)),
        ("[+1]", "'+1' is not how JSON writes a number", (1, 2)),
        ("[(1)]", "'(' begins no value", (1, 2)),
        ("[,]", "a value is missing before ','", (1, 2)),
        ("[1,,2]", "a comma stands here twice", (1, 4)),
        ("[1,]", "nothing stands between this comma and the ']'", (1, 3)),
        ('{"a": 1,}', "nothing stands between this comma and the '}'", (1, 8)),
        ("[1 2]", "a comma is missing before 2", (1, 4)),
        ('{"a": 1\n"b": 2}', 'a comma is missing before "b"', (2, 1)),
        ('{"a": 1;}', "';' stands in place of ','", (1, 8)),
        ('["a": 1]', "':' stands in a list", (1, 5)),
        ('["a "b" c"]', "the text ends at the quote before this", (1, 6)),
        ("[1}", "'}' stands here, but what is open is the '[' of column 1", (1, 3)),
        (
            '[{"a": [1\n\n',
            "the text ends, and the '[' of line 1, column 8 is still open: write ']}]'",
            (1, 10),
        ),
        ('[{"a":', "the text ends, and the '{' of column 2 is still open: the rest", (1, 7)),
        ("[1]]", "']' closes nothing: take it out", (1, 4)),
        ("[1] x", "the document ends before this", (1, 5)),
        ("[1] # x", "JSON has no comments: take this one out", (1, 5)),
        ('["a\nb"]', 'the text that begins here has no " at its end on this line', (1, 2)),
        ('["a\tb"]', r"a tab stands in text: write \t", (1, 4)),
        ('["a\x01"]', "the character U+0001 can't stand in text", (1, 4)),
        (r'["a\d"]', "a backslash begins no such character", (1, 4)),
        (r'["\u12"]', r"\u is followed by four digits", (1, 3)),
    ],
)
def test_faults_of_json(text: str, reason: str, position: "tuple[int, int]") -> None:
    with pytest.raises(SwaigctlError) as raised:
        parsed_json(text)
    error = raised.value.finding
    assert error.message.removeprefix("not valid JSON: ").startswith(reason)
    assert error.position == position
    line = f"line {position[0]}, " if "\n" in text else ""
    if reason:
        assert error.message.endswith(f" ({line}column {position[1]}).")


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("a = 1\r\na = 2", "cannot overwrite a value", (2, 6)),
        ("a = 1\nb = [\n1,", "", (3, 3)),
        (f"a = 1\nb = [1, {'7' * 4301}]", "a number has too many digits", (2, 9)),
        (
            f"'0x' = '{'f' * 5000}'\nb.c = -{'7_7' * 2200}",
            "a number has too many digits",
            (2, 7),
        ),
        ("a = 1\nb = " + "[" * 100_000, "it nests deeper than 200 levels", (2, 205)),
        ("a = 1\nb = " + "{a=" * 100_000, "it nests deeper than 200 levels", (2, 605)),
        ("a = 9999-99-99", "", (1, 9)),
        ("a = \x00", "", (1, 5)),
        ("a = 1\n\ufeffb = 2", "", (2, 1)),
    ],
)
def test_faults_of_toml(text: str, reason: str, position: "tuple[int, int]") -> None:
    with pytest.raises(SwaigctlError) as raised:
        parsed_toml(text)
    error = raised.value.finding
    assert error.code == "toml"
    assert error.message.startswith(f"not valid TOML: {reason}")
    line, column = error.position or (0, 0)
    assert (line, column) == position
    assert error.message.endswith(f" (line {line}, column {column}).")


@pytest.mark.parametrize("language", ["JSON", "TOML"])
@given(text=st.text(st.sampled_from("ab01-.xEe=:,[]{}\"'\\# \n\r\u2028é"), max_size=30))
def test_places_of_anything(language: str, text: str) -> None:
    """What is no JSON or TOML has places as far as it can be followed."""
    assert list(Document(language, text).places.table())


@pytest.mark.parametrize("module", [json_scanner, toml_scanner], ids=lambda each: each.__name__)
def test_no_group_is_repeated_possessively(module: ModuleType) -> None:
    """Before 3.11.5, `re` misreads such a group if something in it may be read in two ways."""
    patterns = [each.pattern for each in vars(module).values() if isinstance(each, re.Pattern)]
    assert patterns
    assert not any(re.search(r"\)(?:[*+?]|\{[0-9,]+\})\+", pattern) for pattern in patterns)


PIECES_OF_JSON = st.sampled_from(
    [
        *"{}[],:\"'\\/#-",
        '"a"',
        '"b',
        "1",
        "-1",
        "01",
        "1.5e3",
        "true",
        "Null",
        "x",
        " ",
        "\n",
        "\t",
        r"\u0041",
    ]
)


@given(st.lists(PIECES_OF_JSON, max_size=12).map("".join))
def test_what_is_no_json_has_a_fault_and_what_is_has_none(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        assert syntax_fault(text) is not None
    else:
        assert syntax_fault(text) is None
