"""What exists: every verb, action and parameter described once, as data, by family.

Everything else (flags, checks, help, completions, methods) is derived from here. A family is
imported when one of its entries is asked for, so that one action costs what one action costs.
"""

from swaigctl.catalog.index import ACTIONS, KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from swaigctl.model.entries import Action


def action_named(name: str) -> "Action":
    """The action with this method name (`join_conference`).

    Raises:
        KeyError: there is none.
    """
    action: Action = getattr(family(ACTIONS[name]), name)
    return action


def method_called(name: str) -> "str | None":
    """The method of this name, spelled as a command or as a method; None if there is none."""
    method = name.replace("-", "_")
    return method if method in ACTIONS and not ("-" in name and "_" in name) else None


def action_called(name: str) -> "Action | None":
    """The action of this name, spelled as a command or as a method; None if there is none."""
    method = method_called(name)
    return None if method is None else action_named(method)


def plain_action_at(key: str) -> "Action | None":
    """The action that a response has under this name, if the catalog has it."""
    return action_named(KEYS[key]) if key in KEYS else None


def families() -> "dict[str, list[Action]]":
    """Every action, under its family's title, in the order of the catalog."""
    found: dict[str, list[Action]] = {}
    for name, module in ACTIONS.items():
        found.setdefault(family(module).TITLE, []).append(action_named(name))
    return found


def action_commands() -> "tuple[str, ...]":
    """The command of every action, in the order of the catalog."""
    return tuple(name.replace("_", "-") for name in ACTIONS)


def every_action() -> "list[Action]":
    """All of them, in the order of the catalog."""
    return [action_named(name) for name in ACTIONS]


def family(module: str) -> "ModuleType":
    return __import__("swaigctl.catalog.actions." + module, fromlist=["TITLE"])
