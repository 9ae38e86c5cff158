"""YAML as version 1.2 reads it (the core schema), through PyYAML, whose own schema is that of 1.1.

Under 1.1 `no` is a boolean, `017` is 15 and `12:30` is 750; here they are what they look like.
"""

import re
from typing import Any

from yaml import MappingNode, Node, SafeLoader, ScalarNode
from yaml.constructor import ConstructorError


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
