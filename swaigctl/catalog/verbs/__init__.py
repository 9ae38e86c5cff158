"""SWML verbs by family. A family is imported when one of its verbs is asked for."""

from swaigctl.catalog.index import VERBS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from swaigctl.model.entries import Verb
    from swaigctl.model.kinds import Kind


class Flavour:
    """The verbs of documents for calls, or of those for messages.

    Some names stand in both, for verbs with other parameters. Each flavour has its own table of
    families, and a family has verbs of one flavour only: so a name means one verb in a family, and
    the verb is the attribute of this name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.families = VERBS[name]

    def names(self) -> "tuple[str, ...]":
        """Every verb, in the order of the catalog."""
        return tuple(self.families)

    def named(self, name: str) -> "Verb":
        """The verb of this name.

        Raises:
            KeyError: there is none.
        """
        verb: Verb = getattr(family(self.families[name]), attribute_of(name))
        return verb

    def called(self, word: str) -> "Verb | None":
        """The verb of this name, in kebab-case or as documents have it; None if there is none."""
        name = word.replace("-", "_")
        known = name in self.families and not ("-" in word and "_" in word)
        return self.named(name) if known else None

    def value_of(self, name: str) -> "Kind":
        """What stands behind the verb of this name."""
        return self.named(name).kind

    def use_elsewhere(self, name: str) -> str:
        """What such a verb is for, if only documents of the other flavour have it."""
        if name in self.families:
            return ""
        return next((USES[other] for other, verbs in VERBS.items() if name in verbs), "")


def attribute_of(name: str) -> str:
    """What a verb is called in its family's module: `return` is a word of Python's."""
    return f"{name}_" if name in ("return",) else name


USES = {"calling": "calls", "messaging": "messages"}

CALLING = Flavour("calling")
MESSAGING = Flavour("messaging")
FLAVOURS = (CALLING, MESSAGING)


def families() -> "dict[str, list[Verb]]":
    """Every verb of either flavour, under its family's title, in the order of the catalog."""
    found: dict[str, list[Verb]] = {}
    for flavour in FLAVOURS:
        for name, module in flavour.families.items():
            found.setdefault(family(module).TITLE, []).append(flavour.named(name))
    return found


def family(module: str) -> "ModuleType":
    return __import__("swaigctl.catalog.verbs." + module, fromlist=["TITLE"])
