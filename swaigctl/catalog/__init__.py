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


SWML_KEY, SWML_METHOD = "SWML", "execute_swml"
"""What a response calls the action that carries a document, and the method that takes any."""


def method_called(name: str) -> "str | None":
    """The method of this name: a command's, a method's, or one on the wire; None if there is none.

    Looked up in this order. Names on the wire may be in kebab-case too. A SWML verb that an action
    carries is no name of its own: there is a method of the same name, and that one counts.
    """
    if "-" in name and "_" in name:
        return None
    method = name.replace("-", "_")
    if method in ACTIONS:
        return method
    return SWML_METHOD if name == SWML_KEY else KEYS.get(method)


def names_of(method: str) -> "tuple[str, ...]":
    """Every name by which `method_called` finds this method, its own and its command's first."""
    keys = [key for key, its in KEYS.items() if its == method and method_called(key) == method]
    snake = (method, *keys)
    kebab = (name.replace("_", "-") for name in snake)
    pairs = (each for pair in zip(snake, kebab, strict=True) for each in pair)
    whole = (SWML_KEY,) if method == SWML_METHOD else ()
    return tuple(dict.fromkeys((*pairs, *whole)))


def action_called(name: str) -> "Action | None":
    """The action of this name, as `method_called` looks it up; None if there is none."""
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
