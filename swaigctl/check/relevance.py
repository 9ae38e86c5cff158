"""Whether a file that nobody named is about calls and messages at all.

Folders hold other JSON and YAML too: what is found there is judged only if it has the names of a
response, of an action or of SWML.
"""

NAMES = ("sections", "response", "action", "SWML")
"""Names at the top of a document, any of which is enough."""

MOST_ITEMS = 20
"""Of a list that are looked at."""


def is_recognised(value: object, kind: str) -> bool:
    """Whether a value has names by which a document is known.

    If somebody says that the documents in a folder are of some kind, names like those of any kind
    are enough: a misspelt name must not hide a document.
    """
    if isinstance(value, list):
        return any(isinstance(item, dict) and has_names(item) for item in value[:MOST_ITEMS])
    if not isinstance(value, dict):
        return False
    return has_names(value) or bool(kind and is_like_any(value))


def has_names(value: "dict[object, object]") -> bool:
    from swaigctl.catalog.index import KEYS

    return any(name in NAMES or name in KEYS for name in value)


def is_like_any(value: "dict[object, object]") -> bool:
    from swaigctl.check.kinds import kinds_of_part
    from swaigctl.check.likeness import kinds_like

    names = [name for name in value if isinstance(name, str)]
    return bool(kinds_of_part(names) or kinds_like(names))
