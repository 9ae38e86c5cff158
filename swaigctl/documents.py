"""JSON and YAML text: read strictly, written the same on every run.

The JSON writer is our own because importing `json` (and with it `re`) costs more than half of
bare Python's start-up; a property test holds it to `json.dumps`. Everything else is left to
`json` and PyYAML, which come in only when they are needed.
"""

import os
import sys

from swaigctl.errors import SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.errors import ParameterError

try:
    from _json import encode_basestring  # CPython's C accelerator, without its package
except ImportError:
    from json.encoder import encode_basestring

quoted = encode_basestring

SPACE = " \t\r\n"
"""What JSON takes for white space."""

CHUNK = 1 << 16
"""As many bytes as a pipe holds."""

MAX_NODES = 1_000_000
"""How many values a document may have: YAML's aliases can make a page expand without end."""

MAX_DEPTH = 200
"""How deep a document may nest: far beyond any real one, and short of Python's recursion limit."""


def pretty_json(value: object, indent: str = "\n") -> str:
    """`value` as JSON, two spaces a level."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        if not value:
            return "{}"
        inner = indent + "  "
        members = [f"{quoted(name)}: {pretty_json(each, inner)}" for name, each in value.items()]
        return "{" + inner + ("," + inner).join(members) + indent + "}"
    if isinstance(value, list):
        if not value:
            return "[]"
        inner = indent + "  "
        items = [pretty_json(item, inner) for item in value]
        return "[" + inner + ("," + inner).join(items) + indent + "]"
    return scalar_json(value)


def compact_json(value: object) -> str:
    """`value` as JSON on one line, without spaces."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        members = [f"{quoted(name)}:{compact_json(member)}" for name, member in value.items()]
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact_json, value)) + "]"
    return scalar_json(value)


def scalar_json(value: object) -> str:
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    return repr(value)  # int and finite float, as `json` writes them


def text_in(language: str, value: object, compact: object = False) -> str:
    """`value` as YAML, or as JSON, compact or pretty; with a line end."""
    if language == "yaml":
        return yaml_text(value)
    return (compact_json(value) if compact else pretty_json(value)) + "\n"


def yaml_text(value: object) -> str:
    """`value` as YAML, keys in order, that YAML 1.1 and 1.2 readers understand alike."""
    import re

    from yaml import SafeDumper, dump

    class Dumper(SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True  # a shared value is written out twice, not as an anchor

    # PyYAML leaves text unquoted that readers of YAML 1.2 take for a number (`1e3`, `0o17`).
    Dumper.add_implicit_resolver(
        "tag:yaml.org,2002:float",
        re.compile(r"^(?:[-+]?[0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9_]*)?|0o[0-7_]+)$"),
        list("-+.0123456789"),
    )
    text: str = dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))
    return text


def parsed(argument: str) -> object:
    """The document that a command line argument stands for.

    `@path` is a file of JSON or YAML, `-` standard input, anything else JSON text itself. What a
    file holds goes by its ending (`.json`, `.yaml`, `.yml`); with another ending, and on standard
    input, by its first character: `{` or `[` begins JSON.

    Raises:
        ParameterError: the source can't be read, or is not one document of strict JSON or YAML.
    """
    if argument == "-":
        return parsed_bytes(standard_input(), "standard input")
    if argument.startswith("@"):
        return parsed_bytes(file_bytes(argument[1:]), argument[1:])
    try:
        return parsed_json(argument)
    except SwaigctlError as error:
        if is_regular_file(argument):
            error.near = f"@{argument}"
        raise


def standard_input() -> bytes:
    """All of standard input, which is read once however often it is asked for."""
    if sys.stdin is None:
        raise unreadable("standard input is closed")
    if READ.get("stream") is not sys.stdin:
        from swaigctl.blocking import chunks

        READ.update(stream=sys.stdin, data=b"".join(chunks(sys.stdin.buffer, CHUNK)))
    data = READ["data"]
    assert isinstance(data, bytes)
    return data


READ: "dict[str, object]" = {}
"""The standard input that was read: the Typer app may need again what the quick path has read."""


def file_bytes(path: str) -> bytes:
    try:
        with open(file_name(path), "rb") as file:
            return file.read()
    except OSError as fault:
        raise unreadable(f"{path!r} can't be read: {fault.strerror}") from None
    except ValueError:  # a NUL character
        raise unreadable(f"{path!r} is not a file name") from None


def file_name(path: str) -> "str | bytes":
    """The name as the system wants it: on POSIX the bytes that were typed, whatever the locale."""
    return path.encode("utf-8", "surrogateescape") if os.name == "posix" else path


def is_regular_file(path: str) -> bool:
    """Whether it can be read again, as a pipe can't."""
    try:
        return os.path.isfile(file_name(path))
    except ValueError:  # a NUL character
        return False


def parsed_bytes(data: bytes, source: str) -> object:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise unreadable(f"{source!r} is not UTF-8 at byte {fault.start}") from None
    ending = os.path.splitext(source)[1].lower()
    if ending in (".yaml", ".yml") or (ending != ".json" and text.lstrip()[:1] not in "{["):
        return parsed_yaml(text, source)
    return parsed_json(text, source)


def unreadable(reason: str) -> "ParameterError":
    from swaigctl.errors import ParameterError

    return ParameterError("source", f"{reason}.", wording="can't be read")


def unparsable(language: str, reason: str, source: str = "") -> "ParameterError":
    from swaigctl.errors import ParameterError

    prefix = f"{source!r}: " if source else ""
    return ParameterError(
        language.lower(),
        f"{prefix}not valid {language}: {reason}.",
        allowed=f"{language} text",
        wording=f"must be {language}",
    )


def parsed_json(text: str, source: str = "") -> object:
    """Strict JSON: no NaN, no infinity, no name twice in one object, no trailing comma."""
    import json

    def object_of(pairs: "list[tuple[str, object]]") -> "dict[str, object]":
        members: dict[str, object] = {}
        for name, value in pairs:
            if name in members:
                raise unparsable("JSON", f"{name!r} stands twice in one object", source)
            members[name] = value
        return members

    def refuse(constant: str) -> object:
        raise unparsable("JSON", f"{constant} is no JSON number", source)

    def number(digits: str) -> float:
        value = float(digits)
        if value - value != 0:
            raise unparsable("JSON", f"{digits} is more than a number can be", source)
        return value

    try:
        return json.loads(
            text, object_pairs_hook=object_of, parse_constant=refuse, parse_float=number
        )
    except json.JSONDecodeError as fault:
        what = fault.msg[:1].lower() + fault.msg[1:].removesuffix(" at")
        line = f"line {fault.lineno}, " if "\n" in text else ""
        reason = f"{what} ({line}column {fault.colno})" if text.strip(SPACE) else "it is empty"
        raise unparsable("JSON", reason, source) from None
    except RecursionError:
        raise unparsable("JSON", "it nests too deep", source) from None
    except SwaigctlError:
        raise
    except ValueError:  # more than 4,300 digits
        raise unparsable("JSON", "a number has too many digits", source) from None


def parsed_yaml(text: str, source: str) -> object:
    """One YAML 1.2 document that JSON can hold, with no name twice in one mapping."""
    if not text.strip():
        raise unparsable("YAML", "it is empty", source)
    from yaml import YAMLError, load

    from swaigctl.yaml_reader import Loader

    try:
        return load(text, Loader=Loader)
    except YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        what = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "unreadable"
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise unparsable("YAML", f"{what.removeprefix('but ')}{where}", source) from None
    except RecursionError:
        raise unparsable("YAML", "it nests too deep", source) from None
    except ValueError:  # more than 4,300 digits, or a tag that lies
        raise unparsable("YAML", "a number can't be read", source) from None


def check_json(value: object) -> None:
    """Nothing, if JSON in UTF-8 can hold `value`.

    Raises:
        ParameterError: something in it has no form in JSON; `path` says where.
    """
    check_inside(value, 0, [0])


def check_inside(value: object, depth: int, seen: "list[int]") -> None:
    """`check_json` at some depth; `seen` counts what was visited so far."""
    seen[0] += 1
    if depth > MAX_DEPTH:
        raise not_json(value, f"nests deeper than {MAX_DEPTH} levels, or holds itself")
    if seen[0] > MAX_NODES:
        raise not_json(value, f"has more than {MAX_NODES:,} values inside")
    if isinstance(value, str):
        if not value.isascii():
            check_unicode(value)
    elif isinstance(value, dict):
        for name, member in value.items():
            if not isinstance(name, str):
                raise not_json(value, f"the name {name!r} is not text")
            try:
                check_unicode(name)
                check_inside(member, depth + 1, seen)
            except SwaigctlError as error:
                raise within(error, name) from None
    elif isinstance(value, list):
        for index, item in enumerate(value):
            try:
                check_inside(item, depth + 1, seen)
            except SwaigctlError as error:
                raise within(error, index) from None
    elif isinstance(value, float):
        if value - value != 0:
            raise not_json(value, f"{value!r} is no JSON number")
    elif not (value is None or isinstance(value, int)):
        raise not_json(value, f"{type(value).__name__} has no JSON form")


def within(error: SwaigctlError, name: "str | int") -> SwaigctlError:
    from swaigctl.errors import ParameterError

    return error.within(name) if isinstance(error, ParameterError) else error


def check_unicode(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        from swaigctl.errors import shown

        raise not_json(text, f"{shown(text)} is not valid UTF-8 text") from None


def not_json(value: object, what: str) -> "ParameterError":
    from swaigctl.errors import ParameterError

    return ParameterError("json", f"{what}.", value=value, allowed="JSON", wording="must be JSON")
