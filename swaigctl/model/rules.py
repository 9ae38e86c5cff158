"""Rules: what must be true of several values together, and what is legal yet useless or unwise.

All rules have one notation: a code, a severity, a condition, and a message with `{parameter}`s in
it. A condition says where in its subject the rule finds something; the subject is what the rule is
about: the values of one entry, the actions of a response, the flags of a command.
"""

from swaigctl.findings import ABSENT, ERROR, NEAREST, WARNING, Finding
from swaigctl.model.kinds import has_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from typing import Any

    from swaigctl.findings import Details, Path

    Values = dict[str, object]

SCHEMES = ("http://", "https://")
PLAYED = (*SCHEMES, "say:", "ring:", "silence:")
"""What something to play begins with, if it is a URL or one of the platform's own words."""

NOTHING_SAID = (None, False)
"""What counts as not given, where a rule counts."""


class Match:
    """One place in a rule's subject where it finds something."""

    __slots__ = ("about_key", "allowed", "details", "path", "value")

    def __init__(
        self,
        path: "Path",
        value: object = ABSENT,
        details: "Details | None" = None,
        allowed: "tuple[str, ...] | None" = None,
        about_key: bool = False,
    ) -> None:
        self.path = path
        self.value = value
        self.details = details
        self.allowed = allowed
        """The spellings of which one was probably meant."""
        self.about_key = about_key
        """Whether it is about the name at the end of the path, and not about the value."""


class Condition:
    """What a rule looks for in the values of an entry: those that differ from their defaults."""

    subject = ""
    """What the message speaks of, where it begins with a value: for those who read about it."""

    denies_meaning = False
    """Whether what it finds has no meaning beside the other values, not even as a default."""

    def watched(self, parameters: "tuple[str, ...]", names: "Container[str]") -> "list[str]":
        """Which of the rule's parameters to look at when just these names are given."""
        return [parameter for parameter in parameters if parameter in names]

    def doubts(self, value: object) -> bool:
        """Whether there is something to find in the value of a watched parameter."""
        return any(True for _ in self.matches_in(value))

    def matches_in(self, value: object) -> "Iterator[Match]":
        """Where in the value of a watched parameter there is something to find."""
        raise NotImplementedError

    def matches(self, parameters: "tuple[str, ...]", values: "Values") -> "Iterator[Match]":
        """Where in the values there is something to find."""
        for parameter in self.watched(parameters, values):
            for match in self.matches_in(values[parameter]):
                match.path = (parameter, *match.path)
                yield match

    def place(self, mention: "Callable[[str], str]", parameter: str) -> str:
        """What the rule is about, for those who read about it."""
        return mention(parameter)


class Without(Condition):
    """The parameter is given, while another one is at its default."""

    def __init__(self, needed: str, value: object = ABSENT) -> None:
        self.needed = needed
        self.value = value
        """The only value that needs it, where not all do."""

    def watched(self, parameters: "tuple[str, ...]", names: "Container[str]") -> "list[str]":
        return [] if self.needed in names else super().watched(parameters, names)

    def matches_in(self, value: object) -> "Iterator[Match]":
        if self.value in (ABSENT, value):
            yield Match((), value, about_key=self.value is ABSENT)


class Equal(Condition):
    """The parameter has a certain value."""

    def __init__(self, value: object) -> None:
        self.value = value

    def matches_in(self, value: object) -> "Iterator[Match]":
        if value == self.value:
            yield Match((), value)

    def place(self, mention: "Callable[[str], str]", parameter: str) -> str:
        return f"{mention(parameter)} {self.value}"


class MoreThan(Condition):
    """The parameter is a number above a certain one."""

    def __init__(self, most: float) -> None:
        self.most = most

    def matches_in(self, value: object) -> "Iterator[Match]":
        if isinstance(value, (int, float)) and value > self.most:
            yield Match((), value)


class Unlike(Condition):
    """A text, or a text in a list, is not of a form that the platform knows."""

    subject = "the value"

    def __init__(self, is_known: "Callable[[str], object]") -> None:
        self.is_known = is_known

    def matches_in(self, value: object) -> "Iterator[Match]":
        if isinstance(value, str) and not self.is_known(value):
            yield Match((), value)
        for index, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, str) and not self.is_known(each):
                yield Match((index,), each)


class Count(Condition):
    """Too few, or too many, of the parameters are given."""

    def __init__(self, at_least: int = 0, at_most: int = 99, count_empty: bool = True) -> None:
        self.at_least = at_least
        self.at_most = at_most
        self.count_empty = count_empty
        """Whether empty text and lists count as given."""

    def matches(self, parameters: "tuple[str, ...]", values: "Values") -> "Iterator[Match]":
        given = [
            name
            for name in parameters
            if values.get(name) not in NOTHING_SAID and (self.count_empty or values[name])
        ]
        if len(given) < self.at_least:
            yield Match((parameters[0],))
        elif len(given) > self.at_most:
            others = {"others": tuple(given[1:])}
            yield Match((given[0],), values[given[0]], others, about_key=True)


class Found(Condition):
    """What a function finds in its subject, be that a call or a whole response."""

    def __init__(self, find: "Callable[[Any], Iterator[Match]]") -> None:
        self.find = find

    def matches(self, parameters: "tuple[str, ...]", subject: "Any") -> "Iterator[Match]":
        return self.find(subject)


class Rule:
    """What to find, where to look for it, and what to say."""

    def __init__(
        self,
        code: str,
        parameters: "tuple[str, ...]",
        condition: Condition,
        message: str,
        *,
        severity: str = WARNING,
        in_general: str = "",
        source: str = "",
        wording: str = "",
        refused_by_sdk: bool = False,
    ) -> None:
        self.code = code
        self.parameters = parameters
        """What it looks at."""
        self.condition = condition
        self.message = message
        """A finding's sentence, as `swaigctl.findings` describes it."""
        self.severity = severity
        self.in_general = in_general
        """The message for those who read about the rule, where it speaks of one finding's data."""
        self.source = source
        self.wording = wording
        """The SDK's wording, if it refuses the same."""
        self.refused_by_sdk = refused_by_sdk
        """Whether Python refuses it as the SDK does."""

    def about(self, *parameters: str) -> "Rule":
        """The same rule about parameters of other names."""
        return Rule(
            self.code,
            parameters,
            self.condition,
            self.message,
            severity=self.severity,
            in_general=self.in_general,
            source=self.source,
        )

    def find(self, subject: "Any") -> "list[Finding]":
        """A finding for each place in the subject that the condition is true of."""
        return [*map(self.finding, self.condition.matches(self.parameters, subject))]

    def find_in(self, value: object) -> "Iterator[Finding]":
        """What a rule about one parameter finds in a value that stands there by itself."""
        for finding in self.find({self.parameters[0]: value}):
            yield finding.but(path=finding.path[1:])

    def finding(self, match: Match) -> Finding:
        return Finding(
            self.code,
            self.message,
            path=match.path,
            severity=self.severity,
            value=match.value,
            allowed=match.allowed,
            suggestion=NEAREST if match.allowed else None,
            source=self.source,
            details=match.details,
            about_key=match.about_key,
        )

    @property
    def looks_at_each(self) -> bool:
        """Whether it looks at the watched parameters one by one."""
        return type(self.condition).matches is Condition.matches

    def watched(self, names: "Container[str]") -> "list[str]":
        """Which parameters to look at when just these differ from their defaults."""
        return self.condition.watched(self.parameters, names)

    def doubts(self, value: object) -> bool:
        """Whether there is something to find in the value of a watched parameter."""
        return self.condition.doubts(value)

    def places(self, mention: "Callable[[str], str]") -> "list[str]":
        """What it is about, for those who read about it."""
        return [self.condition.place(mention, parameter) for parameter in self.parameters]

    def explanation(self, mention: "Callable[[str], str]") -> str:
        """What it says in general, for those who read about it."""
        subject = self.condition.subject
        text = self.in_general or self.message
        if subject and text.startswith("{value} "):
            text = f"{subject} {text.removeprefix('{value} ')}"
        text = text.removeprefix("{subject} ").replace(", not {value}", "")
        from swaigctl.findings.messages import told

        return told(Finding(self.code, text, value=subject, severity=self.severity), mention)


def need_one_of(*parameters: str, count_empty: bool = True, wording: str = "") -> Rule:
    """At least one of these must be given; where the SDK has a wording, it refuses that too."""
    names = " or ".join(f"{{{name}}}" for name in parameters)
    return Rule(
        "required",
        parameters,
        Count(at_least=1, count_empty=count_empty),
        f"give {names}, or both.",
        severity=ERROR,
        wording=wording,
        refused_by_sdk=bool(wording),
    )


def one_of(*parameters: str) -> Rule:
    """One of these must be given; the first is what most give."""
    *others, last = (f"{{{name}}}" for name in parameters[1:])
    instead = f"{', '.join(others)} or {last}" if others else last
    return Rule(
        "required",
        parameters,
        Count(at_least=1),
        f"{{subject}} is required, or {instead} in its place.",
        severity=ERROR,
        in_general=f"give one of {', '.join(f'{{{name}}}' for name in parameters)}.",
    )


def at_most_one_of(*parameters: str) -> Rule:
    """These exclude each other."""
    return Rule(
        "exclusive",
        parameters,
        Count(at_most=1),
        "{subject} can't go with {others}: they exclude each other.",
        severity=ERROR,
        in_general=f"of {', '.join(f'{{{name}}}' for name in parameters)} give at most 1: they "
        "exclude each other.",
    )


def does_nothing(parameter: str, empty: object, effect: str) -> Rule:
    """An empty list or object is taken, and then nothing happens."""
    return Rule(
        "empty",
        (parameter,),
        Equal(empty),
        f"{{subject}} is empty: {effect}.",
        in_general=f"{effect}.",
    )


def is_one_name(text: str) -> bool:
    """Whether `text` is not several names with commas or spaces between them."""
    if not is_no_json(text):
        return True  # which is said otherwise
    return len(text.replace(",", " ").split()) < 2 or has_variable(text)


def one_name_each(parameter: str) -> Rule:
    """A text that the platform takes for one name looks like several."""
    return Rule(
        "several-in-one",
        (parameter,),
        Unlike(is_one_name),
        "{value} is taken for one name: give several names one by one.",
        in_general="several names in one text are taken for one name.",
    )


def has_no_comma(text: str) -> bool:
    """Whether `text` is not several texts with commas between them."""
    if not is_no_json(text):
        return True  # which is said otherwise
    return len([piece for piece in text.split(",") if piece.strip()]) < 2 or has_variable(text)


def one_text_each(parameter: str, noun: str) -> Rule:
    """A text that is taken as it stands, spaces and all, looks like several with commas."""
    return Rule(
        "several-in-one",
        (parameter,),
        Unlike(has_no_comma),
        f"{{value}} is taken for one {noun}: give several {noun}s one by one.",
        in_general=f"several {noun}s with commas between them are taken for one {noun}.",
    )


def is_one_url(text: str) -> bool:
    """Whether `text` is not several things to fetch or to play, with commas or spaces between."""
    first, *others = text.replace(",", " ").split() or [""]
    if not first.lower().startswith(SCHEMES):
        return True  # 'say:' may have anything behind it
    return not any(each.lower().startswith(PLAYED) for each in others)


def one_url_each(*parameters: str) -> Rule:
    """A text that the platform takes for one URL looks like several."""
    return Rule(
        "several-in-one",
        parameters,
        Unlike(is_one_url),
        "{value} is taken for one URL: give several URLs one by one.",
        in_general="several URLs in one text are taken for one URL.",
    )


def is_no_json(text: str) -> bool:
    """Whether `text` is not a list or an object of JSON, which no name looks like."""
    bare = text.strip()
    return bare[:1] + bare[-1:] not in ("{}", "[]") or has_variable(text)


def no_json_for(parameter: str, noun: str) -> Rule:
    """A text that is taken as it stands looks like JSON."""
    return Rule(
        "json-as-text",
        (parameter,),
        Unlike(is_no_json),
        f"{{value}} is taken for one {noun}, not read as JSON.",
        in_general=f"what looks like JSON is taken for one {noun}.",
    )


def is_absolute_url(text: str) -> bool:
    """Whether `text` is an http(s) URL with a host, or can become one by the variables in it."""
    if "{" in text and has_variable(text):
        begin = text.replace("%{", "${").partition("${")[0].lower()
        return begin.startswith(SCHEMES) or any(each.startswith(begin) for each in SCHEMES)
    scheme, _, host = text.partition("://")
    if scheme not in ("http", "https") and scheme.lower() not in ("http", "https"):
        return False
    if "@" in host:
        host = host.replace("?", "/").replace("#", "/").partition("/")[0].rpartition("@")[2]
    return host[:1] not in ("", ":", "/", "?", "#") and text.split() == [text]  # no white space


def absolute_urls(*parameters: str) -> Rule:
    """A URL that the platform can't fetch is neither absolute http(s) nor a SWML variable."""
    return Rule(
        "url-not-absolute",
        parameters,
        Unlike(is_absolute_url),
        "{value} is neither an absolute http(s) URL nor a SWML variable: it can't be fetched.",
    )


def each_absolute_url(parameter: str) -> "tuple[Rule, ...]":
    """The same of each URL of a list, unless it looks like several, which is said in its place."""
    urls = absolute_urls(parameter)
    alone = Unlike(lambda text: not is_one_url(text) or is_absolute_url(text))
    return Rule("url-not-absolute", (parameter,), alone, urls.message), one_url_each(parameter)
