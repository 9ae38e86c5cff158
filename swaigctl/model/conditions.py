"""Conditions of rules that few actions need; `swaigctl.model.rules` has the others."""

from swaigctl.model.rules import Condition, Match, Without
from swaigctl.model.shapes import MOST_GUESSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from swaigctl.model.rules import Values


class Beside(Condition):
    """The parameter is given, while another one is a text of a form that it does not go with."""

    denies_meaning = True

    def __init__(self, other: str, is_unfit: "Callable[[str], object]") -> None:
        self.other = other
        self.is_unfit = is_unfit

    def matches(self, parameters: "tuple[str, ...]", values: "Values") -> "Iterator[Match]":
        other = values.get(self.other)
        if isinstance(other, str) and self.is_unfit(other):
            for parameter in self.watched(parameters, values):
                yield Match((parameter,), values[parameter], about_key=True)


class Given(Condition):
    """The parameter is given, whatever its value."""

    def matches_in(self, value: object) -> "Iterator[Match]":
        yield Match((), value, about_key=True)


class NothingGiven(Condition):
    """No parameter is given at all."""

    def watched(self, parameters: "tuple[str, ...]", names: "Container[str]") -> "list[str]":
        return list(parameters)

    def matches(self, parameters: "tuple[str, ...]", values: "Values") -> "Iterator[Match]":
        if not any(values.values()):
            yield Match(parameters[:1])


class Useless(Without):
    """The parameter is given, and not to turn it off, while another one is not given at all."""

    def matches_in(self, value: object) -> "Iterator[Match]":
        if value not in (False, "false", 0):
            yield Match((), value, about_key=True)


class NotAmong(Condition):
    """An open object has a name that nobody has described."""

    subject = "a name in it"

    def __init__(self, names: "Iterable[str]") -> None:
        self.names = tuple(names)

    def matches_in(self, value: object) -> "Iterator[Match]":
        for name in value if isinstance(value, dict) else ():
            if name not in self.names:
                yield Match((name,), name, allowed=self.names, about_key=True)


class NamesUnlike(Condition):
    """An object has a name that is not of a form that the platform knows."""

    subject = "a name in it"

    def __init__(self, is_known: "Callable[[str], object]") -> None:
        self.is_known = is_known

    def matches_in(self, value: object) -> "Iterator[Match]":
        for name in value if isinstance(value, dict) else ():
            if not self.is_known(str(name)):
                yield Match((name,), name, about_key=True)


class Above(Condition):
    """A number in an object is more than the platform uses."""

    subject = "the value"

    def __init__(self, name: str, most: float) -> None:
        self.name = name
        self.most = most

    def matches_in(self, value: object) -> "Iterator[Match]":
        number = value.get(self.name) if isinstance(value, dict) else None
        if isinstance(number, (int, float)) and number > self.most:
            yield Match((self.name,), number)

    def place(self, mention: "Callable[[str], str]", parameter: str) -> str:
        return f"{mention(parameter)}.{self.name}"


class Misspelt(Condition):
    """An open object has a name that is not known and very like one that is."""

    subject = "a name in it"

    def __init__(self, names: "Iterable[str]") -> None:
        self.names = tuple(names)

    def matches(self, parameters: "tuple[str, ...]", values: "Values") -> "Iterator[Match]":
        unknown = [name for name in values if isinstance(name, str) and name not in self.names]
        if not unknown:
            return
        from difflib import get_close_matches

        for name in unknown[:MOST_GUESSES]:
            folded = name[:60].casefold().replace("-", "_")
            if get_close_matches(folded, self.names, n=1, cutoff=0.86):
                yield Match((name,), name, allowed=self.names, about_key=True)
