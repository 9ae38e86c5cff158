"""Texts that can't be read, said in one finding: what they are instead of JSON or YAML.

The readers know where a text stops to be JSON or YAML. That helps nobody whose text is a template,
has comments, or is in another encoding.
"""

import re

from swaigctl.findings import Finding, SwaigctlError
from swaigctl.formats.json import quick_json
from swaigctl.formats.places import Lines, position_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS_OF_ENCODINGS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
"""What a text in these begins with, the longer ones first."""

TAG = re.compile(
    r'\{\{(?!\s*"[^"\n]*"\s*:)[^{}]{1,500}\}\}|\{%[^%]{1,500}%\}|<%[^%]{1,500}%>', re.DOTALL
)
"""What a program that renders a template puts something in place of."""

BEFORE_VALUE = re.compile(r"(?:^|[:,\[-])[ \t]*\Z", re.MULTILINE)
"""What stands in YAML before a value that has no quotes."""

COMMENT_OR_TEXT = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"?|//|/\*|#')
"""A text of JSON, whose end may be missing, or the beginning of what may be a comment."""

LAST_COMMA = re.compile(r",(?=\s*[\]}])")

FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
"""The line before and behind code in Markdown; an indented one may be in a text of YAML."""

MARKUP = re.compile(r"\s*<(?:[?!]|[A-Za-z][\w:-]*[\s/>])")
"""The beginning of XML or HTML."""

ELEMENT = re.compile(r"<([A-Za-z][\w:-]*)")

PROGRAM = re.compile(
    r"\s*(?:(?:export|const|let|var|return|import|from|function)[ \t]+[\w{(\[\"'*]"
    r"|[A-Za-z_][\w.]*[ \t]*=[^=])"
)
"""The beginning of a program in JavaScript, Python or the like."""

OUTER_NAMES = re.compile(
    r"""(?mx)
    ["'](?:sections|SWML)["']\s*: | ^[ \t-]*(?:sections|SWML)\s*:
    | ^[ \t]*\{[^\[\]{}]*["'](?:response|action)["']\s*:
    | ^[ \t]{0,4}["'](?:response|action)["']\s*:
    | ^(?:response|action)\s*:
    """
)
"""Names that make a text look like SWML, or like a response: the latter where nothing is nested."""


def looks_like_document(text: str) -> bool:
    """Whether a text that can't be read was probably meant to be SWML, or a response."""
    return OUTER_NAMES.search(text.replace("\0", "")) is not None


def encoding_of(data: bytes) -> str:
    """The encoding of the bytes, if it is one of those with two or four bytes for a character."""
    for mark, encoding in MARKS_OF_ENCODINGS.items():
        if data.startswith(mark):
            return encoding
    begin = data[:4]
    if b"\0" not in begin or begin.strip(b"\0") == b"":
        return ""
    return "UTF-32" if begin.count(b"\0") == 3 else "UTF-16"


def in_any_encoding(data: bytes) -> str:
    """The bytes as text in which what is ASCII can be read, with NUL characters between perhaps."""
    return data.lstrip(b"\xff\xfe").decode("latin-1")


def in_encoding(encoding: str) -> Finding:
    """The finding for a text in another encoding than UTF-8."""
    return Finding("utf-8", f"this is {encoding}: save it as UTF-8.", allowed="UTF-8 text")


def not_utf8(data: bytes, fault: UnicodeDecodeError) -> Finding:
    """The finding for bytes that are not UTF-8: what they are instead, if that can be told."""
    encoding = encoding_of(data)
    if encoding:
        return in_encoding(encoding)
    before = data[: fault.start].decode("utf-8-sig", "replace")
    position = position_in(before, len(before))
    sentence = (
        f"this is not UTF-8: byte {fault.start} is 0x{data[fault.start]:02X}. Save it as UTF-8."
    )
    return Finding("utf-8", sentence, allowed="UTF-8 text", position=position)


def explained_json(text: str, fault: Finding) -> Finding:
    """What is wrong with a text that is not JSON: more than where it stops to be, if possible."""
    return (
        explained(text, fault)
        or in_markup(text, "json")
        or in_markdown(text, "json")
        or with_comments(text, fault)
        or in_program(text, "json")
        or in_other_language(text)
        or in_lines(text)
        or fault
    )


def explained_yaml(text: str, fault: Finding) -> Finding:
    """What is wrong with a text that is not YAML: more than where it stops to be, if possible."""
    found = explained(text, fault, in_yaml=True)
    if found is None and is_json(text):
        return Finding("yaml", "this is JSON, not YAML: name it .json.", allowed="YAML text")
    return (
        found
        or in_markup(text, "yaml")
        or in_markdown(text, "yaml")
        or with_comments(text)
        or in_program(text, "yaml")
        or fault
    )


def in_markup(text: str, code: str) -> "Finding | None":
    """The finding for XML or HTML in place of JSON or YAML."""
    if MARKUP.match(text) is None:
        return None
    first = ELEMENT.search(text)
    name = first[1] if first else ""
    if name.lower() == "html" or re.match(r"\s*<!doctype html", text, re.IGNORECASE):
        sentence = "this is HTML, a web page: whatever wrote it gave no document."
    elif name == "Response":
        sentence = "this is XML as in TwiML or cXML: SWML is written in JSON or YAML."
    else:
        sentence = "this is XML: documents are written in JSON or YAML."
    position = position_in(text, len(text) - len(text.lstrip()))
    return Finding(code, sentence, allowed="JSON or YAML text", position=position)


def in_markdown(text: str, code: str) -> "Finding | None":
    """The finding for code between the fences of Markdown."""
    found = FENCE.search(text)
    if found is None:
        return None
    sentence = "this is Markdown: take out the lines with ``` and what is around them."
    position = position_in(text, found.start())
    return Finding(code, sentence, allowed="JSON or YAML text", position=position)


def in_program(text: str, code: str) -> "Finding | None":
    """The finding for a program in place of the JSON that it holds."""
    found = PROGRAM.match(text)
    if found is None or "{" not in text:
        return None
    sentence = "this is a program, and no document: keep only what it has in its outermost braces."
    position = position_in(text, len(text) - len(text.lstrip()))
    return Finding(code, sentence, allowed="JSON or YAML text", position=position)


def explained(text: str, fault: Finding, in_yaml: bool = False) -> "Finding | None":
    encoding = encoding_of(text[:4].encode("utf-8", "replace"))
    if encoding:
        return in_encoding(encoding)
    index = index_of(fault, text)
    tag = None if index is None else tag_at(text, index, in_yaml)
    if tag is None:
        return None
    sentence = (
        "this is a template, which is neither JSON nor YAML before it is rendered: "
        "validate what it renders to."
    )
    return Finding("template", sentence, position=position_in(text, tag))


def index_of(fault: Finding, text: str) -> "int | None":
    """Which character of the text the finding is at."""
    if fault.position is None:
        return None
    line, column = fault.position
    return Lines(text).starts[line - 1] + column - 1


def tag_at(text: str, index: int, in_yaml: bool) -> "int | None":
    """Where the tag of a template begins that keeps the text from being read at this character.

    In YAML that may be a tag further above, in place of a value.
    """
    for found in TAG.finditer(text):
        if found.start() > index + 1:
            return None
        is_value = in_yaml and BEFORE_VALUE.search(text[max(0, found.start() - 80) : found.start()])
        if is_value or index <= found.end() + 1:
            return found.start()
    return None


def with_comments(text: str, fault: "Finding | None" = None) -> "Finding | None":
    """The finding for JSON in which there are comments, or commas behind last items."""
    begins = []
    pieces = []
    last = 0
    for begin, end in comments_in(text):
        begins.append(begin)
        pieces += [text[last:begin], re.sub(r"[^\n]", " ", text[begin:end])]
        last = end
    plain = "".join((*pieces, text[last:]))
    commas = [found.start() for found in LAST_COMMA.finditer(plain)]
    index = None if fault is None else index_of(fault, text)
    if not is_json(LAST_COMMA.sub(" ", plain)):
        begins = [begin for begin in begins if begin == index]
        commas = []
    if begins:
        sentence = "JSON has no comments: take them out."
        return Finding("json-comments", sentence, position=position_in(text, begins[0]))
    if commas:
        sentence = "JSON has no comma behind the last item: take it out."
        return Finding("json-comments", sentence, position=position_in(text, commas[0]))
    return None


def comments_in(text: str) -> "Iterator[tuple[int, int]]":
    """Where comments begin and end: those of JavaScript, and those with `#`."""
    end = 0
    while found := COMMENT_OR_TEXT.search(text, end):
        begin, end = found.span()
        if found[0][0] == '"':
            continue
        closed = text.find("*/", end) if found[0] == "/*" else text.find("\n", end)
        if closed < 0 and found[0] == "/*":
            return
        end = len(text) if closed < 0 else closed + 2 * (found[0] == "/*")
        yield begin, end


def is_json(text: str) -> bool:
    """Whether a text is an object or a list in JSON."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        quick_json(text)
    except (ValueError, RecursionError):
        return False
    return True


def in_other_language(text: str) -> "Finding | None":
    """The finding for YAML in place of JSON."""
    if text.lstrip()[:1] in ("", "{", "[", '"'):
        return None
    from swaigctl.formats.yaml import yaml_documents

    try:
        values = [document.value for document in yaml_documents(text, names_as_text=True)]
    except SwaigctlError:
        return None
    if not any(isinstance(value, (dict, list)) for value in values):
        return None
    return Finding("json", "this is YAML, not JSON: name it .yaml.", allowed="JSON text")


def in_lines(text: str) -> "Finding | None":
    """The finding for JSON Lines in place of one document."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not all(map(is_json, lines)):
        return None
    sentence = "this is JSON Lines, with one document a line: name it .jsonl."
    return Finding("json", sentence, allowed="JSON text")


def goes_over_lines(lines: "list[str]", number: int) -> bool:
    """Whether a document that begins with this line, which is none, goes on in the next one."""
    if not leaves_open(lines[number]):
        return False
    following = (lines[after] for after in range(number + 1, len(lines)))
    return not is_json(next(filter(str.strip, following), "{}"))


def leaves_open(line: str) -> bool:
    """Whether an object or a list that begins in the line does not end there."""
    outside = COMMENT_OR_TEXT.sub("", line)
    return sum(map(outside.count, "{[")) > sum(map(outside.count, "}]"))


def over_lines() -> Finding:
    """The finding for a document over several lines where each line is to be one."""
    sentence = (
        "this document goes over several lines, and in JSON Lines every line is a document by "
        "itself: name the file .json, or write the document on one line."
    )
    return Finding("json", sentence, allowed="one document a line", position=(1, 1))
