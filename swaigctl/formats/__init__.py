"""Bytes to plain values and back: JSON, YAML, TOML, read strictly, written alike on every run.

| module | what |
|---|---|
| `json` | JSON, read and written |
| `yaml`, `yaml_writer` | YAML 1.2, read; YAML written |
| `toml` | TOML, read |
| `inputs` | what a command line argument stands for: text, `@file` or `-` |
| `outputs` | files written as a whole, or not at all |
| `values` | which values JSON can hold |
| `faults` | the errors of readers |
| `places` | from a path to line and column |
| `json_scanner`, `toml_scanner` | the places in texts whose readers have none |
| `documents` | a text in any of the languages, with its value and places |

An action imports only `json`; a module that has a library to import does it when it is used.
"""

import os

MAX_NODES = 1_000_000
"""How many values a document may have: YAML's aliases can make a page expand without end."""

MAX_DEPTH = 200
"""How deep a document may nest: far beyond any real one, and short of Python's recursion limit."""


def text_in(language: str, value: object, compact: object = False) -> str:
    """`value` as YAML, or as JSON, compact or pretty; with a line end."""
    if language == "yaml":
        from swaigctl.formats.yaml_writer import yaml_text

        return yaml_text(value)
    from swaigctl.formats.json import compact_json, pretty_json

    return (compact_json(value) if compact else pretty_json(value)) + "\n"


def file_name(path: str) -> "str | bytes":
    """The name as the system wants it: on POSIX the bytes that were typed, whatever the locale."""
    return path.encode("utf-8", "surrogateescape") if os.name == "posix" else path
