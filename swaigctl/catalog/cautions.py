"""What is legal and yet useless or unwise: rules that an action names, each with its reason.

A rule looks at the values that differ from their defaults, for those are what the platform gets.
"""

from swaigctl.errors import MOST_SUGGESTIONS, flag_of, nearest, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from swaigctl.catalog.actions import Parameter


class Caution:
    """A warning as data: a stable code, what it is about (`--trim`), and one sentence."""

    __slots__ = ("code", "sentence", "where")

    def __init__(self, code: str, where: str, sentence: str) -> None:
        self.code = code
        self.where = where
        self.sentence = sentence

    @property
    def line(self) -> str:
        """Where, what and the code, in one line."""
        return f"{self.where}: {self.sentence} [{self.code}]"


class Rule:
    """A warning's code, the parameters it looks at, and why it is given."""

    def __init__(self, code: str, parameters: "tuple[str, ...]", reason: str) -> None:
        self.code = code
        self.parameters = parameters
        self.reason = reason
        """One sentence, shown with the warning."""

    subject = ""
    """What the reason speaks of, where it is a sentence only behind a value."""

    @property
    def described(self) -> Caution:
        """The warning for those who read about it: what it is about in general, and why."""
        where = ", ".join(self.places)
        return Caution(self.code, where, f"{self.subject} {self.reason}".strip())

    @property
    def places(self) -> "list[str]":
        return [flag_of(parameter) for parameter in self.parameters]

    def find(self, values: "dict[str, object]") -> "Iterator[Caution]":
        """A caution for each of the rule's parameters that `values` has in a doubtful state."""
        for parameter in self.watched(values):
            yield from self.find_in(parameter, values[parameter])

    def watched(self, names: "Container[str]") -> "list[str]":
        """Which parameters to look at when just these differ from their defaults."""
        return [parameter for parameter in self.parameters if parameter in names]

    def find_in(self, parameter: str, value: object) -> "Iterator[Caution]":
        if self.doubts(value):
            yield Caution(self.code, flag_of(parameter), self.sentence(value))

    def doubts(self, value: object) -> bool:
        """Whether there is something to find in the value of a watched parameter."""
        raise NotImplementedError

    def sentence(self, value: object) -> str:
        return self.reason


class Without(Rule):
    """Has no effect while another parameter is at its default."""

    def __init__(self, code: str, parameters: "tuple[str, ...]", needed: str, reason: str) -> None:
        super().__init__(code, parameters, reason)
        self.needed = needed

    def watched(self, names: "Container[str]") -> "list[str]":
        return [] if self.needed in names else super().watched(names)

    def doubts(self, value: object) -> bool:
        return True


class Equal(Rule):
    """Allowed as a value, but it won't do what it seems to."""

    def __init__(self, code: str, parameter: str, value: object, reason: str) -> None:
        super().__init__(code, (parameter,), reason)
        self.value = value

    @property
    def places(self) -> "list[str]":
        return [f"{place} {self.value}" for place in super().places]

    def doubts(self, value: object) -> bool:
        return value == self.value


class Unlike(Rule):
    """Allowed as a value, but not of a form that the platform knows."""

    subject = "the value"

    def __init__(
        self,
        code: str,
        parameters: "tuple[str, ...]",
        is_known: "Callable[[str], bool]",
        reason: str,
    ) -> None:
        super().__init__(code, parameters, reason)
        self.is_known = is_known

    def doubts(self, value: object) -> bool:
        return not self.is_known(str(value))

    def sentence(self, value: object) -> str:
        return f"{shown(value)} {self.reason}"


class Undescribed(Rule):
    """A name in an open object that nobody has described."""

    subject = "a name in it"

    def __init__(
        self, code: str, parameter: str, fields: "tuple[Parameter, ...]", reason: str
    ) -> None:
        super().__init__(code, (parameter,), reason)
        self.names = tuple(field.name for field in fields)

    def doubts(self, value: object) -> bool:
        return isinstance(value, dict) and any(name not in self.names for name in value)

    def find_in(self, parameter: str, value: object) -> "Iterator[Caution]":
        names = value if isinstance(value, dict) else ()
        for count, name in enumerate(name for name in names if name not in self.names):
            where = f"{flag_of(parameter)}.{name}"
            near = nearest(name, self.names) if count < MOST_SUGGESTIONS else None
            hint = f" Did you mean {near!r}?" if near else ""
            yield Caution(self.code, where, self.reason + hint)


class Above(Rule):
    """A number in an object that is more than the platform uses."""

    subject = "the value"

    def __init__(self, code: str, parameter: str, name: str, most: float, reason: str) -> None:
        super().__init__(code, (parameter,), reason)
        self.name = name
        self.most = most

    @property
    def places(self) -> "list[str]":
        return [f"{place}.{self.name}" for place in super().places]

    def doubts(self, value: object) -> bool:
        number = value.get(self.name) if isinstance(value, dict) else None
        return isinstance(number, (int, float)) and number > self.most

    def find_in(self, parameter: str, value: object) -> "Iterator[Caution]":
        if isinstance(value, dict) and self.doubts(value):
            where = f"{flag_of(parameter)}.{self.name}"
            yield Caution(self.code, where, f"{value[self.name]} {self.reason}")


class NotAbsolute(Rule):
    """A URL that the platform can't fetch: neither absolute http(s) nor a SWML variable."""

    subject = "the value"

    def __init__(self, *parameters: str) -> None:
        super().__init__(
            "url-not-absolute",
            parameters,
            "is neither an absolute http(s) URL nor a SWML variable: it can't be fetched.",
        )

    def doubts(self, value: object) -> bool:
        return (
            not is_absolute_url(value) if isinstance(value, str) else bool(self.wrong_ones(value))
        )

    def sentence(self, value: object) -> str:
        return f"{shown(self.wrong_ones(value)[0])} {self.reason}"

    def wrong_ones(self, value: object) -> "list[object]":
        return [
            each
            for each in (value if isinstance(value, list) else [value])
            if not is_absolute_url(str(each))
        ]


def is_absolute_url(text: str) -> bool:
    """Whether `text` is an http(s) URL with a host, or a SWML variable stands where one would."""
    scheme, _, host = text.partition("://")
    if scheme not in ("http", "https") and scheme.lower() not in ("http", "https"):
        return text.startswith(("${", "%{")) and "}" in text
    if "@" in host:
        host = host.replace("?", "/").replace("#", "/").partition("/")[0].rpartition("@")[2]
    return host[:1] not in ("", ":", "/", "?", "#") and text.split() == [text]  # no white space
