"""JSON and YAML text: read strictly, written the same on every run.

The JSON writer is our own because importing `json` (and with it `re`) costs more than half of
bare Python's start-up; a property test holds it to `json.dumps`. Everything else is left to
`json` and PyYAML, which come in only when they are needed.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.errors import ParameterError

try:
    from _json import encode_basestring as quoted  # CPython's C accelerator, without its package
except ImportError:
    from json.encoder import encode_basestring as quoted

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
        import sys

        if sys.stdin is None:
            raise unreadable("standard input is closed")
        return parsed_bytes(sys.stdin.buffer.read(), "standard input")
    if not argument.startswith("@"):
        return parsed_json(argument)
    path = argument[1:]
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as fault:
        raise unreadable(f"{path!r} can't be read: {fault.strerror}") from None
    except ValueError:  # a NUL character
        raise unreadable(f"{path!r} is not a file name") from None
    return parsed_bytes(data, path)


def parsed_bytes(data: bytes, source: str) -> object:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise unreadable(f"{source!r} is not UTF-8 at byte {fault.start}") from None
    ending = source.rpartition(".")[2].lower()
    if ending in ("yaml", "yml") or (ending != "json" and text.lstrip()[:1] not in ("{", "[")):
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

    from swaigctl.errors import ParameterError

    def object_of(pairs: "list[tuple[str, object]]") -> "dict[str, object]":
        members = dict(pairs)
        if len(members) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise unparsable("JSON", f"{twice!r} stands twice in one object", source)
        return members

    def refuse(constant: str) -> object:
        raise unparsable("JSON", f"{constant} is no JSON number", source)

    try:
        return json.loads(text, object_pairs_hook=object_of, parse_constant=refuse)
    except json.JSONDecodeError as fault:
        what = "it is empty" if not text.strip() else fault.msg[:1].lower() + fault.msg[1:]
        where = f" (line {fault.lineno}, column {fault.colno})"
        raise unparsable("JSON", what + where, source) from None
    except RecursionError:
        raise unparsable("JSON", "it nests too deep", source) from None
    except ParameterError:
        raise
    except ValueError:  # more than 4,300 digits
        raise unparsable("JSON", "a number has too many digits", source) from None


def parsed_yaml(text: str, source: str) -> object:
    """One YAML document that JSON can hold, with no name twice in one mapping."""
    from yaml import SafeLoader, YAMLError, load
    from yaml.constructor import ConstructorError
    from yaml.nodes import MappingNode, ScalarNode

    class Loader(SafeLoader):
        def flatten_mapping(self, node: MappingNode) -> None:
            # Before merge keys (`<<`) come in, which may be overridden.
            keys = [key for key, _ in node.value if isinstance(key, ScalarNode)]
            names = [key.value for key in keys]
            for index, key in enumerate(keys):
                if key.value in names[:index]:
                    problem = f"{key.value!r} stands twice in one mapping"
                    raise ConstructorError(None, None, problem, key.start_mark)
            super().flatten_mapping(node)

    # Dates stay the text that they are in JSON.
    Loader.yaml_implicit_resolvers = {
        first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
        for first, pairs in SafeLoader.yaml_implicit_resolvers.items()
    }

    try:
        return load(text, Loader=Loader)
    except YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        what = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "unreadable"
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise unparsable("YAML", f"{what}{where}", source) from None
    except RecursionError:
        raise unparsable("YAML", "it nests too deep", source) from None
    except ValueError:  # more than 4,300 digits
        raise unparsable("YAML", "a number has too many digits", source) from None


def check_json(value: object, depth: int = 0) -> None:
    """Nothing, if JSON in UTF-8 can hold `value`.

    Raises:
        ParameterError: something in it has no form in JSON; `path` says where.
    """
    from math import isfinite

    from swaigctl.errors import ParameterError, shown

    def refused(what: str) -> ParameterError:
        return ParameterError(
            "json", f"{what}.", value=value, allowed="JSON", wording="must be JSON"
        )

    if depth > MAX_DEPTH:
        raise refused(f"nests deeper than {MAX_DEPTH} levels, or holds itself")
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            raise refused(f"{shown(value)} is not valid UTF-8 text") from None
    elif isinstance(value, dict):
        for name, member in value.items():
            if not isinstance(name, str):
                raise refused(f"the name {shown(name)} is not text")
            try:
                check_json(name, depth)
                check_json(member, depth + 1)
            except ParameterError as error:
                raise error.within(f".{name}") from None
    elif isinstance(value, list):
        for index, item in enumerate(value):
            try:
                check_json(item, depth + 1)
            except ParameterError as error:
                raise error.within(f"[{index}]") from None
    elif isinstance(value, float):
        if not isfinite(value):
            raise refused(f"{value!r} is no JSON number")
    elif not (value is None or isinstance(value, int)):
        raise refused(f"a {type(value).__name__} has no JSON form")
