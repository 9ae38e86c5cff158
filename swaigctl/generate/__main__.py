"""Writes what is derived from the catalog: `python -m swaigctl.generate` (`--check` only compares).

| file | what it is |
|---|---|
| `swaigctl/catalog/index.py` | which family an action or verb is in: using one imports one family |
| `swaigctl/python/action_methods.py` | `FunctionResult`'s action methods, with real signatures |
| `docs/` | all commands and all verbs, with their flags, rules, wire form and examples |
| `man/man1/` | a man page for each command, and one for the whole |
| `completions/` | what Tab completes, for four shells |
"""

import argparse
import importlib
import json
import pkgutil
import re
import sys
import textwrap
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from swaigctl.catalog import actions as action_families
from swaigctl.catalog import verbs as verb_families
from swaigctl.generate.completions import scripts
from swaigctl.generate.man_pages import man_pages
from swaigctl.generate.reference import pages
from swaigctl.model.entries import CALLING, MESSAGING, Action, Parameter, Verb
from swaigctl.model.kinds import Integer, Number
from swaigctl.model.places import Plain

ROOT = Path(__file__).parent.parent.parent
Entry = TypeVar("Entry")

BANNER = "# Written by `python -m swaigctl.generate`; don't edit.\n"


def entries_of(package: ModuleType, kind: type[Entry]) -> dict[str, list[Entry]]:
    """The entries that each module of a package describes, in the order they stand there."""
    found = {}
    for module in pkgutil.iter_modules(package.__path__):
        members = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
        entries = [member for member in members.values() if isinstance(member, kind)]
        if entries:
            found[module.name] = entries
    return found


def families() -> dict[str, list[Action]]:
    """The actions of each family."""
    return entries_of(action_families, Action)


def index_source() -> str:
    """Which module has which entry, and which plain action stands at which key."""
    actions = {each.name: family for family, some in families().items() for each in some}
    keys: dict[str, str] = {}
    for some in families().values():
        for action in some:
            if isinstance(action.place, Plain):
                keys.setdefault(action.place.key, action.name)
    verbs: dict[str, dict[str, str]] = {CALLING: {}, MESSAGING: {}}
    for family, described in entries_of(verb_families, Verb).items():
        for verb in described:
            verbs[verb.flavour][verb.name] = family
    tables = f"ACTIONS = {table(actions)}KEYS = {table(keys)}"
    inner = "".join(f'    "{name}": {table(each, "    ")[:-1]},\n' for name, each in verbs.items())
    return f"{BANNER}{tables}VERBS: dict[str, dict[str, str]] = {{\n{inner}}}\n"


def table(rows: dict[str, str], indent: str = "") -> str:
    """A dictionary as source."""
    lines = "".join(f'{indent}    "{name}": "{value}",\n' for name, value in rows.items())
    return f"{{\n{lines}{indent}}}\n" if rows else "{}\n"


def methods_source() -> str:
    methods = "".join(
        "\n" + method_source(action) for actions in families().values() for action in actions
    )
    return f'''{BANNER}from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typing
else:

    class typing:
        """Imports `typing` when somebody evaluates the annotations, and not before."""

        def __getattr__(self, name: str) -> object:
            import typing

            return getattr(typing, name)

    typing = typing()


class ActionMethods:
    """One method for each action of the catalog; `FunctionResult` is the class to use."""

    def _add(self, name: str, given: tuple[object, ...]) -> typing.Self:
        raise NotImplementedError

    @staticmethod
    def _part(name: str, given: tuple[object, ...]) -> dict[str, typing.Any]:
        from swaigctl.python.function_result import FunctionResult

        return FunctionResult._part(name, given)
{methods}'''


def method_source(action: Action) -> str:
    """The method's source, indented as a member of a class."""
    is_part = action.place.is_part
    given = "".join(f"{parameter.name}, " for parameter in action.parameters).rstrip()
    call = "ActionMethods._part" if is_part else "self._add"
    arguments = [argument_source(parameter) for parameter in action.parameters]
    lines = [
        *(["@staticmethod"] if is_part else []),
        f"def {action.name}(",
        *(f"    {argument}," for argument in ([] if is_part else ["self"]) + arguments),
        f") -> {'dict[str, typing.Any]' if is_part else 'typing.Self'}:",
        f'    """{textwrap.indent(docstring(action), "    ").strip()}',
        '    """',
        f'    return {call}("{action.name}", ({given}))',
    ]
    return textwrap.indent("\n".join(lines) + "\n", "    ")


def argument_source(parameter: Parameter) -> str:
    annotation = re.sub(r"\b(Any|Literal)\b", r"typing.\1", parameter.annotation)
    if parameter.required:
        return f"{parameter.name}: {annotation}"
    if parameter.may_be_none:
        annotation += " | None"
    default = parameter.default
    source = json.dumps(default) if isinstance(default, str) else repr(default)
    return f"{parameter.name}: {annotation} = {source}"


def docstring(action: Action) -> str:
    text = f"{action.summary}\n\n"
    if action.description:
        text += fill(action.description) + "\n\n"
    text += "Args:\n"
    for parameter in action.parameters:
        kind = parameter.kind
        limits = f" ({kind.allowed}.)" if isinstance(kind, (Integer, Number)) else ""
        text += fill(f"{parameter.name}: {parameter.help}{limits}", "    ", "        ") + "\n"
        for spelling, meaning in parameter.meanings.items():
            text += fill(f'- "{spelling}": {meaning}', " " * 8, " " * 10) + "\n"
    text += "\nRaises:\n    ParameterError: a value is not allowed; it is a ValueError.\n"
    return text + f"\nSource: {action.source}\n" if action.source else text


def fill(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        90,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def generated_files() -> dict[Path, str]:
    return {
        **{ROOT / "man/man1" / name: page for name, page in man_pages().items()},
        **{ROOT / "docs" / name: page for name, page in pages().items()},
        ROOT / "swaigctl/catalog/index.py": index_source(),
        ROOT / "swaigctl/python/action_methods.py": methods_source(),
        **{ROOT / "completions" / name: text for name, text in scripts().items()},
    }


def stale_files() -> dict[Path, str]:
    """The generated files that are not what the catalog says now, and what it says."""
    return {
        path: text
        for path, text in generated_files().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Write what is derived from the catalog.")
    parser.add_argument("--check", action="store_true", help="only compare, and exit with 1")
    if parser.parse_args().check:
        stale = stale_files()
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale: run 'python -m swaigctl.generate'")
        return 1 if stale else 0
    for _ in range(2):  # the reference shows the completion scripts, as they are on disk
        for path, text in stale_files().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
