"""YAML as version 1.2 reads it (the core schema), through PyYAML, whose own schema is that of 1.1.

Under 1.1 `no` is a boolean, `017` is 15 and `12:30` is 750; here they are what they look like.
"""

import re
from typing import Any

from yaml import MappingNode, Node, SafeDumper, SafeLoader, ScalarNode, YAMLError, dump, load
from yaml.constructor import ConstructorError

from swaigctl.formats.faults import unparsable


class Loader(SafeLoader):
    """Reads the core schema, and refuses a name that stands twice in one mapping."""

    def compose_mapping_node(self, anchor: "dict[Any, Node]") -> MappingNode:
        # Here and not when it is constructed: merge keys (`<<`), whose names may be overridden,
        # have not come in yet.
        node = super().compose_mapping_node(anchor)
        names = set()
        for key, _ in node.value:
            if not isinstance(key, ScalarNode):
                continue
            if key.value in names:
                problem = f"{key.value!r} stands twice in one mapping"
                raise ConstructorError(None, None, problem, key.start_mark)
            names.add(key.value)
        return node

    def construct_core_int(self, node: ScalarNode) -> int:
        text = str(self.construct_scalar(node))
        base = {"0o": 8, "0x": 16}.get(text[:2])
        return int(text[2:], base) if base else int(text)

    def construct_core_float(self, node: ScalarNode) -> float:
        text = str(self.construct_scalar(node)).lower()
        return float(text.replace(".", "") if text.endswith(("inf", "nan")) else text)


# https://yaml.org/spec/1.2.2/#103-core-schema
Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        "-+.0123456789",
    ),
    ("merge", r"<<", "<"),
):
    firsts = ["" if character == "\0" else character for character in first]
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), firsts)
Loader.add_constructor("tag:yaml.org,2002:int", Loader.construct_core_int)
Loader.add_constructor("tag:yaml.org,2002:float", Loader.construct_core_float)


def parsed_yaml(text: str, source: str) -> object:
    """One YAML 1.2 document that JSON can hold, with no name twice in one mapping."""
    if not text.strip():
        raise unparsable("YAML", "it is empty", source)
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


def yaml_text(value: object) -> str:
    """`value` as YAML, keys in order, that YAML 1.1 and 1.2 readers understand alike."""

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
