"""YAML that readers of version 1.1 and 1.2 understand alike."""

import re
from typing import Any

from yaml import SafeDumper, dump

from swaigctl.findings import Finding, SwaigctlError
from swaigctl.formats.values import is_unicode

TAG = "tag:yaml.org,2002:"


def yaml_text(value: object) -> str:
    """`value` as YAML, keys in order, that YAML 1.1 and 1.2 readers understand alike.

    Raises:
        SwaigctlError: a text in it is not Unicode.
    """
    text: str = dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))
    return text


class Dumper(SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True  # a shared value is written out twice, not as an anchor


TREACHEROUS = re.compile(
    "[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]"
)
"""Characters that are written as escape sequences: readers refuse, skip or change them."""


def represented(dumper: SafeDumper, text: str) -> Any:
    style = None
    if TREACHEROUS.search(text):
        if not is_unicode(text):
            sentence = "{subject} must be {allowed}: {value} is not."
            raise SwaigctlError(Finding("utf-8", sentence, value=text, allowed="valid UTF-8 text"))
        style = '"'
    return dumper.represent_scalar(f"{TAG}str", text, style=style)


Dumper.add_representer(str, represented)
Dumper.add_multi_representer(int, SafeDumper.represent_int)  # that of YAML may be a kind of it
# What PyYAML leaves unquoted though others take it for something else: numbers of YAML 1.2 (`1e3`,
# `0o17`), and `y` and `n`, which are booleans under 1.1.
Dumper.add_implicit_resolver(
    f"{TAG}float",
    re.compile(
        r"^(?:[-+]?[0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9_]*)?|[-+]?0o[0-7_]+|[-+]?0b[01_]+"
        r"|[-+]?0x[0-9a-fA-F_]+)$"
    ),
    list("-+.0123456789"),
)
Dumper.add_implicit_resolver(f"{TAG}bool", re.compile(r"^[yYnN]$"), list("yYnN"))


def quoted_yaml(text: str, quote: str) -> str:
    """Text in quotes: these if it can stand in them, or else double ones, which hold everything."""
    style = '"' if TREACHEROUS.search(text) else quote
    written: str = dump(
        text, Dumper=SafeDumper, default_style=style, allow_unicode=True, width=float("inf")
    )
    return written.removesuffix("\n")
