"""What a document is most like, where none of its names is known."""

from swaigctl.check.kinds import ACTION, OF_RESPONSES, RESPONSE, SWML


def kinds_like(names: "list[str]") -> "list[str]":
    """The kinds of documents that have names most like these, if they are like enough."""
    from difflib import SequenceMatcher

    from swaigctl.catalog.index import KEYS

    of_kinds = {
        RESPONSE: OF_RESPONSES,
        SWML: ("sections",),
        ACTION: (*KEYS, "SWML"),
    }
    likeness = {
        kind: max(
            SequenceMatcher(None, name[:60].casefold(), each.casefold()).ratio()
            for name in names[:10]
            for each in known
        )
        for kind, known in of_kinds.items()
    }
    most = max(likeness.values())
    return [kind for kind in likeness if likeness[kind] == most >= LIKE_ENOUGH]


LIKE_ENOUGH = 0.75
"""How like a name must be to one that tells what a document is, from 0 to 1."""


def are_misspelt_for_messages(names: "list[str]") -> bool:
    """Whether one of some unknown names is most like a verb that only messages have."""
    from swaigctl.catalog.verbs.index import VERBS
    from swaigctl.findings.messages import nearest

    both = tuple(dict.fromkeys((*VERBS["calling"], *VERBS["messaging"])))
    return any((nearest(name, both) or "ai") not in VERBS["calling"] for name in names[:10])
