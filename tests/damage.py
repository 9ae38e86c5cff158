"""Right documents, and faults put into them that `validate --fix` can take away."""

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from conftest import HERE

from swaigctl.check.judging import judged
from swaigctl.check.kinds import kind_of
from swaigctl.formats.yaml_writer import yaml_text
from swaigctl.model.kinds import IN_TEXT, Boolean, Choice, Integer, Kind, Number, Text
from swaigctl.model.shapes import ListOf, Object
from swaigctl.model.steps import Step, Steps
from swaigctl.model.walk import visits

Path = tuple[str | int, ...]


@dataclass
class Damage:
    """A document with a fault.

    Attributes:
        what: the kind of fault.
        value: the document.
        path: the part that is different.
        unsafe: whether only `--unsafe-fixes` takes it away.
    """

    what: str
    value: Any
    path: Path
    unsafe: bool = False


@cache
def right_documents() -> list[tuple[str, Any]]:
    """Documents in which nothing is found, and what each of them is."""
    found: list[tuple[str, Any]] = []
    for path in sorted((HERE / "verbs").glob("*/*.json")):
        step = json.loads(path.read_text(encoding="utf-8"))
        found.append(("swml", {"version": "1.0.0", "sections": {"main": [step, {"answer": {}}]}}))
    for path in sorted((HERE / "verbs" / "messaging").glob("*/*.json")):
        step = json.loads(path.read_text(encoding="utf-8"))
        found.append(("messaging", {"sections": {"main": [step]}}))
    found += [
        ("response", json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((HERE / "responses").glob("*.json"))
    ]
    for path in sorted((HERE / "examples").glob("*/*.json")):
        action = json.loads(path.read_text(encoding="utf-8"))
        found.append(("response", {"response": "Ok.", "action": [action]}))
    return [(kind, value) for kind, value in found if not judged(value, kind).findings]


@cache
def damages(number: int) -> list[Damage]:
    """All faults that can be put into one of the right documents."""
    name, value = right_documents()[number]
    found = []
    for path, kind, member in visits(kind_of(name), value):
        if IN_TEXT in path:
            continue
        for what, new, unsafe in faults(kind, member):
            found.append(Damage(what, replaced(value, path, new), path, unsafe))
        if path[-1:] == ("SWML",) and isinstance(member, dict):
            found += moved_in(value, path)
    return [each for each in found if is_seen(name, each)]


CODES = {
    "verb in a verb": "one-level-deep",
    "list in a list": "one-level-deep",
    "beside the verb": "misplaced",
    "two verbs": "one-verb",
}
"""What is found where something else may be meant, if that is not."""


def is_seen(kind: str, damage: Damage) -> bool:
    """Whether the fault is found, and it is clear what was meant."""
    if damage.path == () and damage.what == "list for an item":
        return False  # a list may be the steps of a document
    found = judged(damage.value, kind).findings
    if damage.what == "list for an item" and any("bare value" in each.message for each in found):
        return False  # a bare value may be a list
    if damage.what == "casing of a name":  # a name of another branch of a union may be meant
        names = {str(each.suggestion).lower() for each in found if each.code.startswith("unknown-")}
        return any(each.path and str(each.path[-1]).lower() in names for each in found)
    if damage.what in CODES:
        return any(each.code == CODES[damage.what] for each in found)
    if damage.what in ("item for a list", "list for an item"):  # which another branch may take
        return any(each.path == damage.path and each.code != "simplified-form" for each in found)
    return any(each.code != "simplified-form" for each in found)


def faults(kind: Kind, value: Any) -> Iterator[tuple[str, Any, bool]]:
    """What a value may be in place of what it is."""
    if isinstance(kind, Choice) and not kind.open and value in kind.spellings:
        may_be_boolean = value in ("true", "false")
        if not may_be_boolean:
            yield "casing", value.swapcase(), False
    if isinstance(kind, Boolean) and isinstance(value, bool) and not kind.as_text:
        yield "quoted boolean", str(value), False
    if isinstance(kind, (Integer, Number)) and type(value) in (int, float) and not is_text(kind):
        yield "quoted number", str(value), False
    if type(kind) is Text and isinstance(value, str) and value.isdigit() and value[0] != "0":
        yield "number for text", int(value), False
    if type(kind) is Text and value in ("true", "false"):
        yield "boolean for text", value == "true", False
    if isinstance(kind, ListOf) and isinstance(value, list) and len(value) == 1:
        yield "item for a list", value[0], False
    if isinstance(kind, Steps) and isinstance(value, list) and len(value) > 1:
        merged = {name: content for step in value for name, content in step.items()}
        if len(merged) == len(value) and all(len(step) == 1 for step in value):
            yield "steps without a list", merged, False
    if isinstance(kind, (Choice, Integer, Number, Boolean, Text, Object)) and value != {}:
        yield "list for an item", [value], False
    if isinstance(kind, Step) and isinstance(value, dict) and list(value.values()) == [{}]:
        yield "bare word", next(iter(value)), False
    if isinstance(kind, Step) and isinstance(value, dict):
        ((verb, content),) = value.items()
        yield "casing of a verb", {verb.capitalize(): content}, False
        if len(verb) > 5:
            yield "misspelt verb", {verb[:-1]: content}, True
        yield from other_levels(verb, content)
    if isinstance(kind, ListOf) and is_plain_list(value) and len(value) > 1:
        yield "list in a list", [value], False
        yield "list in a list", [value[0], value[1:]], False
    if isinstance(kind, Steps) and isinstance(value, list) and len(value) > 1:
        one, other, *rest = value
        if not one.keys() & other.keys():
            yield "two verbs", [{**one, **other}, *rest], True
    if isinstance(kind, Object) and isinstance(value, dict):
        if kind.bare and list(value) == [kind.bare]:
            yield "bare value", value[kind.bare], False
        yield from other_names(kind, value)


def is_plain_list(value: Any) -> bool:
    """Whether it is a list without lists in it: else it is not clear which of them is too many."""
    return isinstance(value, list) and not any(isinstance(each, list) for each in value)


def other_levels(verb: str, content: Any) -> Iterator[tuple[str, Any, bool]]:
    """What a step may be whose verb's parameters stand a level further in or out."""
    if content != {}:
        yield "verb in a verb", {verb: {verb: content}}, False
    if isinstance(content, dict) and content and verb not in content:
        yield "beside the verb", {verb: None, **content}, False
        yield "beside the verb", {verb: {}, **content}, False
        first, *others = content
        if others:
            rest = {name: content[name] for name in others}
            yield "beside the verb", {verb: {first: content[first]}, **rest}, False


def other_names(kind: Object, value: dict[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    for field in kind.fields:
        if field.name in value:
            for alias in field.aliases:
                yield "alias", renamed(value, field.name, alias), False
            if field.name.upper() not in kind.by_name and not kind.open:
                yield "casing of a name", renamed(value, field.name, field.name.upper()), False
            if field.name == "description" and "purpose" in kind.by_name:
                yield "deprecated", renamed(value, "description", "purpose"), False


def is_text(kind: Any) -> bool:
    return bool(getattr(kind, "as_text", False))


def renamed(value: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if name == old else name: member for name, member in value.items()}


def moved_in(value: Any, path: Path) -> Iterator[Damage]:
    """`transfer` inside of SWML, where it stood behind it."""
    action = at(value, path[:-1])
    names = list(action)
    if "transfer" in names and names.index("transfer") == names.index("SWML") + 1:
        for first in (True, False):
            moved = {"transfer": action["transfer"]}
            inner = {**moved, **action["SWML"]} if first else {**action["SWML"], **moved}
            rest = {name: member for name, member in action.items() if name != "transfer"}
            new = replaced(value, path[:-1], {**rest, "SWML": inner})
            yield Damage("transfer inside", new, path[:-1])


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def replaced(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    result = copy.copy(value)
    result[path[0]] = replaced(value[path[0]], path[1:], new)
    return result


STYLES = ("pretty", "compact", "tabs", "block", "flow")


def text_in(style: str, value: Any, line_end: str, with_comments: bool) -> tuple[str, str]:
    """A document as text, and its name."""
    if style in ("pretty", "compact", "tabs"):
        indent = {"pretty": 2, "compact": None, "tabs": "\t"}[style]
        text = json.dumps(value, indent=indent, ensure_ascii=False) + "\n"
        return text.replace("\n", line_end), "x.json"
    text = yaml_text(value) if style == "block" else json.dumps(value, ensure_ascii=False) + "\n"
    if with_comments:
        text = commented(text, value)
    return text.replace("\n", line_end), "x.yaml"


def commented(text: str, value: Any) -> str:
    """YAML with a comment behind each line where one can stand, and above every third one."""
    if "\\\n" in text or any("\n" in each for each in texts_in(value)):
        return f"# comment 0\n{text}# comment 1\n"
    lines = ["# comment 0\n"]
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if number % 3 == 0:
            lines.append(f"{' ' * (len(line) - len(line.lstrip()))}# comment {number}a\n")
        lines.append(f"{line}  # comment {number}\n")
    return "".join(lines)


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def comments_in(text: str) -> list[str]:
    """The comments of a text made by `commented`."""
    return re.findall(r"# comment \d+a?", text)
