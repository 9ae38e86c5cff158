"""What exists: every action and parameter described once, as data, by family.

Everything else (flags, checks, help, completions, methods) is derived from here. A family is
imported when one of its actions is asked for, so that one action costs what one action costs.
"""

from swaigctl.catalog.index import FAMILY_OF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from swaigctl.catalog.actions import Action


def action_named(name: str) -> "Action":
    """The action with this method name (`join_conference`).

    Raises:
        KeyError: there is none.
    """
    action: Action = getattr(family(FAMILY_OF[name]), name)
    return action


def families() -> "dict[str, list[Action]]":
    """Every action, under its family's title, in the order of the catalog."""
    found: dict[str, list[Action]] = {}
    for name, module in FAMILY_OF.items():
        found.setdefault(family(module).TITLE, []).append(action_named(name))
    return found


def family(module: str) -> "ModuleType":
    return __import__("swaigctl.catalog." + module, fromlist=["TITLE"])
