"""Kinds of text that must have a documented form, and numbers and booleans that stand in text."""

from swaigctl.findings import ERROR, WARNING, Finding
from swaigctl.model.kinds import (
    EVERY,
    Kind,
    Text,
    as_text,
    has_variable,
    is_digits,
    needlessly_quoted,
    number_meant,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from swaigctl.model.kinds import Part


def not_replaced(text: str) -> "Iterator[Finding]":
    """A finding for each variable in the text that is none of the form `%{path}`."""
    end = 0
    while (start := text.find("{", end)) >= 0 and (end := text.find("}", start) + 1):
        path = text[start + 1 : end - 1]
        is_path = bool(path) and not path.strip(PATH_CHARACTERS)
        if text[:start].endswith(("$",) if is_path else ("$", "%")):
            yield Finding(
                "not-replaced",
                "{value} is not replaced in messages: only '%{{path}}' is.",
                severity=WARNING,
                value=text[start - 1 : end],
                suggestion=f"%{{{path}}}" if is_path else None,
            )


PATH_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.[]"
"""Of which the path of a variable consists; anything else is JavaScript."""


class Formatted(Text):
    """Text of a documented form, or with a SWML variable in it: only the platform knows it all."""

    def __init__(
        self,
        name: str,
        is_right: "Callable[[str], object]",
        pattern: str,
        allowed: str,
        metavar: str,
        variable: bool = True,
        paths_only: bool = False,
        severity: str = ERROR,
    ) -> None:
        super().__init__(metavar, paths_only=paths_only)
        self.name = name
        """What the form is called, in kebab-case."""
        self.is_right = is_right
        self.pattern = pattern
        """The same as a regular expression for schemas; `re` is too slow to import for checks."""
        self.form = allowed
        """What the form is, as a phrase."""
        self.variable = variable
        """Whether a SWML variable may stand in it."""
        self.severity = severity
        """How severe another form is: a warning where not every source wants this one."""

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return f"text ({self.form})" if self.severity == ERROR else "text"

    def faults(self, value: object) -> "Iterable[Finding]":
        found = list(super().faults(value))
        if found or not isinstance(value, str):
            return found
        if (self.variable and has_variable(value)) or self.is_right(value):
            return ()
        sentence = "{subject} must be {allowed}, not {value}."
        severity = self.severity
        return (Finding("pattern", sentence, severity=severity, value=value, allowed=self.form),)

    def around(self, value: object) -> "str | None":
        text = super().around(value)
        # YAML reads a phone number without quotes as a number, which has no plus.
        with_plus = f"+{as_text(value)}"
        return with_plus if self.is_right(with_plus) and not self.is_right(text or "") else text


def is_phone_number(text: str) -> bool:
    """E.164: a plus, then up to 15 digits that don't begin with 0."""
    digits = text[1:]
    return text[:1] == "+" and is_digits(digits) and digits[0] != "0" and 2 <= len(digits) <= 15


def is_amount(text: str) -> bool:
    whole, point, cents = text.partition(".")
    return is_digits(whole) and (not point or is_digits(cents))


PHONE_NUMBER = Formatted(
    "phone-number",
    is_phone_number,
    r"^\+[1-9][0-9]{1,14}$",
    "a phone number in E.164 form, such as '+15551234567'",
    "NUMBER",
)

ADVISED_PHONE_NUMBER = Formatted(
    PHONE_NUMBER.name,
    is_phone_number,
    PHONE_NUMBER.pattern,
    PHONE_NUMBER.form,
    "NUMBER",
    severity=WARNING,
)
"""The same where documentation asks for it, and no schema refuses other text."""

AMOUNT = Formatted(
    "amount",
    is_amount,
    r"^[0-9]+(?:\.[0-9]+)?$",
    "a decimal amount without currency, such as '25.50'",
    "AMOUNT",
)


class Url(Formatted):
    """A URL with one of a few schemes."""

    def __init__(self, *schemes: str) -> None:
        named = ", ".join(f"{scheme}://" for scheme in schemes)
        spelled = ("".join(f"[{each.upper()}{each}]" for each in scheme) for scheme in schemes)
        super().__init__(
            "-".join(("url", *schemes)),
            self.has_scheme,
            rf"^(?:{'|'.join(spelled)})://[\s\S]",
            f"a URL that begins with one of {named}",
            "URL",
        )
        self.schemes = schemes

    def has_scheme(self, text: str) -> bool:
        scheme, separator, rest = text.partition("://")
        return bool(separator and rest) and scheme.lower() in self.schemes


class Quoted(Kind):
    """A number or a boolean that the platform takes as text too, with a warning for the text."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.metavar = kind.metavar
        self.is_boolean = kind.is_boolean
        self.json_types = (*kind.json_types, str)

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return self.kind.allowed

    @property
    def annotation(self) -> str:
        return self.kind.annotation

    def from_texts(self, texts: "list[str]") -> object:
        return self.kind.from_texts(texts)

    def chosen(self, value: object) -> Kind:
        return self if isinstance(value, str) or value is EVERY else self.kind.chosen(value)

    def faults(self, value: object) -> "Iterator[Finding]":
        faults = list(self.kind.chosen(value).faults(value))
        meant: object = {"true": True, "false": False}.get(str(value).lower())
        if meant is None or not self.allows(meant):
            meant = number_meant(value, self.allows)
        yield from (needlessly_quoted(value, meant),) if faults and meant is not None else faults

    def allows(self, value: object) -> bool:
        kind = self.kind.chosen(value)
        return kind.takes(value) and not kind.is_wrong(value)


BOOLEAN_AS_TEXT = Formatted(
    "boolean-as-text",
    ("true", "false").__contains__,
    "^(?:true|false)$",
    "'true', 'false' or a SWML variable",
    "",
)

INTEGER_AS_TEXT = Formatted(
    "integer-as-text",
    lambda text: is_digits(text.removeprefix("-")),
    "^-?[0-9]+$",
    "digits, or a SWML variable",
    "",
)


class Lenient(Kind):
    """A kind of which evidence has more values than its documentation: those are warnings."""

    def __init__(self, kind: Kind, more: Kind, source: str) -> None:
        self.kind = kind
        self.more = more
        """What is taken besides; it has no parts of its own."""
        self.source = source
        """Where the evidence is."""
        self.branches = (kind,)
        self.metavar = kind.metavar
        self.takes_json = kind.takes_json
        self.repeatable = kind.repeatable
        self.is_boolean = kind.is_boolean
        self.meanings = kind.meanings
        self.variable = getattr(kind, "variable", False)
        self.json_types = (*kind.json_types, *more.json_types)

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return self.kind.allowed

    @property
    def annotation(self) -> str:
        return self.kind.annotation

    def from_texts(self, texts: "list[str]") -> object:
        return self.kind.from_texts(texts)

    def takes(self, value: object) -> bool:
        return self.kind.takes(value) or self.more.takes(value)

    def chosen(self, value: object) -> Kind:
        if value is EVERY:
            return self
        kind = self.kind.chosen(value)
        return self if self.has_more(value) and kind.is_wrong(value) else kind

    def has_more(self, value: object) -> bool:
        """Whether the value is one of those that are taken besides."""
        return self.more.takes(value) and not self.more.is_wrong(value)

    def faults(self, value: object) -> "Iterator[Finding]":
        has_more = self.has_more(value)
        for finding in self.kind.chosen(value).faults(value):
            is_softer = has_more and finding.is_error
            yield finding.but(severity=WARNING, source=self.source) if is_softer else finding

    def parts(self, value: object) -> "Iterable[Part]":
        return self.kind.parts(value) if value is EVERY else ()
