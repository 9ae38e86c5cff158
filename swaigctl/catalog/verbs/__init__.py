"""SWML verbs by family. A family is imported when one of its verbs is asked for."""

from swaigctl.model.kinds import kept

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

    def __init__(
        self,
        name: str,
        *,
        may_be_one_step: bool = False,
        has_short_verbs: bool = False,
        entries: "tuple[str, ...]" = (),
        when_empty: str = "",
    ) -> None:
        self.name = name
        self.may_be_one_step = may_be_one_step
        """Whether one step may stand in place of a list of steps."""
        self.has_short_verbs = has_short_verbs
        """Whether there are verbs whose object has one member only, such as sleep."""
        self.entries = entries
        """The verbs of which one may be all that a document is, in place of sections."""
        self.when_empty = when_empty
        """The verb that an empty document stands for, if there is one."""
        self._names: tuple[str, ...] = ()
        self._named: dict[str, Verb] = {}

    @kept
    def families(self) -> "dict[str, str]":
        """The module that has each verb; the table is imported when it is asked for."""
        from swaigctl.catalog.verbs.index import VERBS

        return VERBS[self.name]

    def names(self) -> "tuple[str, ...]":
        """Every verb, in the order of the catalog."""
        if not self._names:
            self._names = tuple(self.families)
        return self._names

    def named(self, name: str) -> "Verb":
        """The verb of this name.

        Raises:
            KeyError: there is none.
        """
        verb = self._named.get(name)
        if verb is None:
            verb = getattr(family(self.families[name]), attribute_of(name))
            self._named[name] = verb
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
        from swaigctl.catalog.verbs.index import VERBS

        return next((USES[other] for other, verbs in VERBS.items() if name in verbs), "")

    def instead_of(self, name: str, content: object) -> "tuple[str, object] | None":
        """What to say of a name that is no verb, and the step to write; None if nobody knows."""
        from swaigctl.catalog.verbs.instead import instead_of

        return instead_of(self.name, name, content)

    def parameter_instead(self, verb: str, name: object) -> "tuple[str, str] | None":
        """The parameter that a guessed one of a verb was meant to be, and what else to say."""
        from swaigctl.catalog.verbs.instead import parameter_instead

        return parameter_instead(self.name, verb, name)

    def may_be_word(self, name: str) -> bool:
        """Whether a step may be just the name of this verb."""
        return self.named(name).word


def attribute_of(name: str) -> str:
    """What a verb is called in its family's module: `return` is a word of Python's."""
    return f"{name}_" if name in ("return",) else name


USES = {"calling": "calls", "messaging": "messages"}

# The engine's schema of 2023 has one step for a list; a page of the vendor still shows it.
CALLING = Flavour("calling", may_be_one_step=True, has_short_verbs=True)

# The vendor's page of errors has these entries; its schema had them for a while, and a page that
# took an empty document for receive.
MESSAGING = Flavour("messaging", entries=("reply", "receive"), when_empty="receive")

FLAVOURS = (CALLING, MESSAGING)


def verb_called(word: str) -> "Verb | None":
    """The verb of this name, rather one for calls."""
    return next(filter(None, (flavour.called(word) for flavour in FLAVOURS)), None)


AGENTS = ("ai", "amazon_bedrock", "ai_sidecar")
"""The verbs that hand the call to an agent, or have one listen."""


def families() -> "dict[str, list[Verb]]":
    """Every verb of either flavour, under its family's title, in the order of the catalog."""
    found: dict[str, list[Verb]] = {}
    for flavour in FLAVOURS:
        for name, module in flavour.families.items():
            found.setdefault(family(module).TITLE, []).append(flavour.named(name))
    return found


def family(module: str) -> "ModuleType":
    return __import__("swaigctl.catalog.verbs." + module, fromlist=["TITLE"])
