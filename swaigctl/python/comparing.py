"""Results and documents shown and compared, where a program or a debugger asks for it."""

from json import dumps
from reprlib import Repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Protocol

    class Sendable(Protocol):
        """What is sent as JSON."""

        def to_dict(self) -> "dict[str, Any]": ...


LONGEST = 200
"""Characters that a `repr` has at most."""


class Short(Repr):
    """The `repr` of a value, cut with `…`; names stay in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.fillvalue = "…"
        self.maxstring = self.maxlong = self.maxother = 60

    def repr_dict(self, value: "dict[object, object]", level: int) -> str:
        if value and level <= 0:
            return "{…}"
        members = [
            f"{self.repr1(name, level - 1)}: {self.repr1(member, level - 1)}"
            for name, member in [*value.items()][: self.maxlist]
        ]
        return f"{{{', '.join([*members, '…'] if len(value) > self.maxlist else members)}}}"

    def repr_int(self, value: int, level: int) -> str:
        try:
            return super().repr_int(value, level)
        except ValueError:  # Python writes no number of so many digits
            return f"<an integer of {value.bit_length()} bits>"


def shown(name: str, parts: "Iterable[tuple[str, object]]") -> str:
    """A short `repr`: the class's name, and each part that holds something, cut with `…`.

    It is no call: the constructors take neither actions nor sections.
    """
    short = Short()
    told = (f"{label}{short.repr(part)}" for label, part in parts if part)
    text = "".join(each if each.isprintable() else visible(each) for each in ", ".join(told))
    most = LONGEST - len(name) - len("< >")
    return (
        f"<{name} {text if len(text) <= most else text[: most - 1] + '…'}>" if text else f"<{name}>"
    )


def visible(character: str) -> str:
    """A character that can't be seen, as an escape: what others' `repr` returns may have some."""
    return character.encode("unicode_escape").decode()


def is_sent_alike(one: "Sendable", other: "Sendable") -> bool:
    """Whether two results or documents are sent as the same JSON, whatever the order of names."""
    mine, its = one.to_dict(), other.to_dict()
    try:
        return as_sent(mine) == as_sent(its)
    except (AttributeError, TypeError, ValueError, RecursionError):  # it is no JSON
        return mine == its


def as_sent(document: "dict[str, Any]") -> str:
    """The JSON of a document, by which `True` and `1` differ, and a tuple and a list don't."""
    return dumps(document, sort_keys=True, default=lambda value: value.to_dict())
