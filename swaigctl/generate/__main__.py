"""Writes what is derived from the catalog: `python -m swaigctl.generate` (`--check` only compares).

| file | what it is |
|---|---|
| `swaigctl/catalog/index.py`, `catalog/verbs/index.py` | which family an action or verb is in |
| `swaigctl/python/action_methods.py` | `FunctionResult`'s action methods, with real signatures |
| `swaigctl/python/action_objects.py` | the types of the objects that these methods take |
| `swaigctl/python/verb_methods.py` | the verb methods of documents for calls, and for messages |
| `docs/` | all commands and all verbs, with their flags, rules, wire form and examples |
| `man/man1/` | a man page for each command, and one for the whole |
| `completions/` | what Tab completes, for four shells |
"""

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from swaigctl.catalog import actions as action_families
from swaigctl.catalog import verbs as verb_families
from swaigctl.generate.completions import scripts
from swaigctl.generate.man_pages import man_pages
from swaigctl.generate.methods import action_methods, action_objects, verb_methods
from swaigctl.generate.reference import pages
from swaigctl.model.entries import CALLING, MESSAGING, Action, Verb
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


def index_of_actions() -> str:
    """Which module has which action, and which plain action stands at which key."""
    actions = {each.name: family for family, some in families().items() for each in some}
    keys: dict[str, str] = {}
    for some in families().values():
        for action in some:
            if isinstance(action.place, Plain):
                keys.setdefault(action.place.key, action.name)
    return f"{BANNER}ACTIONS = {table(actions)}KEYS = {table(keys)}"


def index_of_verbs() -> str:
    """Which module has which verb, in each flavour."""
    verbs: dict[str, dict[str, str]] = {CALLING: {}, MESSAGING: {}}
    for family, described in entries_of(verb_families, Verb).items():
        for verb in described:
            verbs[verb.flavour][verb.name] = family
    inner = "".join(f'    "{name}": {table(each, "    ")[:-1]},\n' for name, each in verbs.items())
    return f"{BANNER}VERBS: dict[str, dict[str, str]] = {{\n{inner}}}\n"


def table(rows: dict[str, str], indent: str = "") -> str:
    """A dictionary as source."""
    lines = "".join(f'{indent}    "{name}": "{value}",\n' for name, value in rows.items())
    return f"{{\n{lines}{indent}}}\n" if rows else "{}\n"


def generated_files() -> dict[Path, str]:
    actions = [action for some in families().values() for action in some]
    verbs = [verb for some in entries_of(verb_families, Verb).values() for verb in some]
    return {
        **{ROOT / "man/man1" / name: page for name, page in man_pages().items()},
        **{ROOT / "docs" / name: page for name, page in pages().items()},
        ROOT / "swaigctl/catalog/index.py": index_of_actions(),
        ROOT / "swaigctl/catalog/verbs/index.py": index_of_verbs(),
        ROOT / "swaigctl/python/action_methods.py": BANNER + action_methods(actions),
        ROOT / "swaigctl/python/action_objects.py": BANNER + action_objects(actions),
        ROOT / "swaigctl/python/verb_methods.py": BANNER + verb_methods(verbs),
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
