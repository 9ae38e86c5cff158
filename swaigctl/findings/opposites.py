"""Words of opposite meaning: nobody is to be told the opposite of what was probably meant.

Imported only where a suggestion is looked for.
"""

from functools import lru_cache

UNDOING = frozenset(
    (
        *("stop", "end", "finish", "halt", "cancel", "quit", "close", "terminate", "abort"),
        *("leave", "exit", "pause", "suspend", "detach", "disconnect", "kick", "without"),
        *("unset", "remove", "delete", "clear", "erase", "drop", "reset", "destroy", "discard"),
        *("disable", "off", "deactivate", "deny", "hide", "forbid", "block"),
        *("unhold", "unmute", "undeaf", "unlock", "resume", "release"),
    )
)
"""Words that say that something is undone, or no longer done."""

DOING = frozenset(
    (
        *("start", "begin", "play", "launch", "open", "continue", "attach", "with"),
        *("set", "add", "put", "update", "insert", "append", "assign", "create", "push", "save"),
        *("store", "enable", "on", "activate", "allow", "show"),
    )
)
"""Words that say that something is done, and not undone."""

NEGATIONS = ("un", "de", "dis", "no", "non", "not", "dont", "never")
"""What turns a word round that it stands before, as a word of its own or as its beginning."""

PAIRS = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("start begin play record run launch open", "stop end finish halt cancel quit close"),
        ("join enter connect attach", "leave exit disconnect detach"),
        ("hold mute deaf lock pause", "unhold unmute undeaf unlock resume continue release"),
        ("answer accept", "hangup reject decline"),
        ("send", "receive"),
        ("min minimum least", "max maximum most"),
        ("first", "last"),
        ("before", "after"),
        ("inbound incoming", "outbound outgoing"),
        ("input", "output"),
    )
)
"""Words of which one says the opposite of the other, although none of them undoes anything."""

OTHERS = DOING.union(*(words for pair in PAIRS for words in pair))
"""Known words, which are no misspelt ones for undoing."""


class Meaning:
    """What a name says: words in lower case, joined by dashes or dots.

    Attributes:
        words: all of its words, those without their negation that had one.
        undoing: how often it says that something is undone: once in `unhold`, twice in
            `stop_unhold`.
        is_sure: whether it says so surely: one of its words may be misspelt for either.
        core: what it is about, whether that is done or undone.
    """

    __slots__ = ("core", "is_sure", "undoing", "words")

    def __init__(self, name: str, vocabulary: "frozenset[str]", is_typed: bool = False) -> None:
        """`vocabulary`: the words of all names; in what somebody typed, others may be misspelt."""
        self.undoing = 0
        self.is_sure = True
        words = []
        for at, word in enumerate(words_of(name)):
            if rest := turned_round(word, vocabulary):
                self.undoing += 1
                word = rest
            if word in UNDOING or word in NEGATIONS:
                self.undoing += 1
            elif is_typed and at == 0 and is_misspelt(word, "no"):
                self.is_sure = False
            elif is_typed and word not in vocabulary and word not in OTHERS:
                undoes = may_undo(word, vocabulary)
                if undoes is None:
                    self.is_sure = False
                elif undoes:
                    self.undoing += 1
                    continue
            words.append(word)
        self.words = frozenset(words)
        self.core = self.words - UNDOING - DOING - frozenset(NEGATIONS)


@lru_cache(maxsize=8)
def meanings_of(names: "tuple[str, ...]") -> "tuple[frozenset[str], dict[str, Meaning]]":
    """The words of these names, and what each of them says."""
    vocabulary = frozenset(word for name in names for word in words_of(name))
    return vocabulary, {name: Meaning(name, vocabulary) for name in names}


def words_of(name: str) -> "list[str]":
    return name.replace(".", "-").split("-")


def turned_round(word: str, vocabulary: "frozenset[str]") -> str:
    """The known word that this one negates, or undoes: `hold` of `unhold`; empty if it is none."""
    if word in UNDOING:
        return ""
    for each in (*NEGATIONS, *UNDOING):
        if word.startswith(each) and word[len(each) :] in vocabulary:
            return word[len(each) :]
        if each in UNDOING and word.endswith(each) and word[: -len(each)] in vocabulary:
            return word[: -len(each)]
    return ""


def may_undo(word: str, vocabulary: "frozenset[str]") -> "bool | None":
    """Whether it is a misspelt word for undoing, or a form of one: `stpo`, `clearing`.

    None if it is as well a misspelt word of another kind.
    """
    if any(word.startswith(each.rstrip("e")) for each in UNDOING if len(each) >= 4):
        return True
    near = [each for each in UNDOING if is_misspelt(word, each)]
    if not near:
        return False
    others = any(is_misspelt(word, each) for each in vocabulary - UNDOING)
    if not others:
        return True
    return None if not vocabulary.isdisjoint(near) else False


def is_misspelt(word: str, for_word: str) -> bool:
    """Whether one typing mistake makes a word of another one."""
    from swaigctl.findings.messages import distance

    return abs(len(word) - len(for_word)) <= 1 and distance(word, for_word) <= 1


def are_opposite(said: Meaning, does: Meaning) -> bool:
    """Whether one of two names says that something is done, and the other that it is undone."""
    if said.is_sure and (bool(said.undoing) != bool(does.undoing) or said.undoing > does.undoing):
        return True
    return any(
        bool(said.words & this) > bool(said.words & that)
        and bool(does.words & that) > bool(does.words & this)
        for pair in PAIRS
        for this, that in (pair, pair[::-1])
    )


def negates(word: str, spelling: str) -> bool:
    """Whether a word is rather a negation of a spelling than the spelling itself."""
    from swaigctl.findings.messages import distance

    for before in (*NEGATIONS, *UNDOING):
        rest = word.removeprefix(before).lstrip("-")
        if rest != word and len(rest) >= 2:
            most = len(rest) // 4
            if distance(rest, spelling) <= most < distance(word, spelling):
                return True
    return False
