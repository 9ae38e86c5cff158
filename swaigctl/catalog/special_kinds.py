"""Kinds that few actions need: text of a given form, unions, lists and objects with names."""

from swaigctl.catalog.kinds import (
    Boolean,
    Choice,
    Integer,
    Json,
    Kind,
    Switch,
    Text,
    is_digits,
    is_variable,
    mistyped,
    not_one_of,
    unknown_name,
)
from swaigctl.errors import ParameterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from swaigctl.catalog.actions import Parameter


class Formatted(Text):
    """Text of a documented form, or a SWML variable."""

    def __init__(
        self,
        name: str,
        is_right: "Callable[[str], bool]",
        pattern: str,
        allowed: str,
        metavar: str,
    ) -> None:
        super().__init__(metavar)
        self.name = name
        """What the form is called, in kebab-case."""
        self.is_right = is_right
        self.pattern = pattern
        """The same as a regular expression for schemas; `re` is too slow to import for checks."""
        self.allowed = allowed

    def check(self, value: object) -> str:
        text = super().check(value)
        if not (is_variable(text) or self.is_right(text)):
            raise mistyped(text, self.allowed)
        return text


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


class IntegerText(Integer):
    """A whole number or a SWML variable, which the platform wants as text."""

    annotation = "int"

    def read(self, texts: "list[str]") -> "int | str":  # type: ignore[override]
        return texts[-1] if is_variable(texts[-1]) else super().read(texts)

    def check(self, value: object) -> "int | str":  # type: ignore[override]
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, str):
            text = value.strip()
            if is_variable(text):
                return text
            digits = text.lstrip("-")
            # Python refuses to convert more than 4,300 digits.
            if is_digits(digits) and len(text) <= len(digits) + 1 and len(digits) <= 4300:
                value = int(text)
        return super().check(value)

    def on_wire(self, value: object) -> str:
        return str(value)


class BooleanText(Boolean):
    """A boolean or a SWML variable, which the platform wants as text."""

    def check(self, value: object) -> "bool | str":  # type: ignore[override]
        if isinstance(value, str):
            text = value.strip()
            if is_variable(text):
                return text
            if text.lower() in ("true", "false"):
                return text.lower() == "true"
        return super().check(value)

    def on_wire(self, value: object) -> object:
        return ("true" if value else "false") if isinstance(value, bool) else value


class Word(Switch):
    """A boolean that is a word on the wire, if it is true."""

    def __init__(self, word: str) -> None:
        self.word = word

    def on_wire(self, value: object) -> object:
        return self.word if value is True else value


class TextOrBoolean(Text):
    """Text, or a boolean."""

    annotation = "str | bool"

    def check(self, value: object) -> "str | bool":  # type: ignore[override]
        return value if isinstance(value, bool) else super().check(value)


class TextWithBoolean(TextOrBoolean):
    """Text, or a boolean that the platform wants as text."""

    annotation = "bool | str"

    def on_wire(self, value: object) -> object:
        return ("true" if value else "false") if isinstance(value, bool) else value


class BooleanOr(Kind):
    """A boolean, or one of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.metavar = "|".join(("true", "false", *words))
        self.annotation = "bool | " + Choice(*words).annotation

    def read(self, texts: "list[str]") -> "bool | str":
        text = texts[-1]
        return text == "true" if text in ("true", "false") else self.check(text)

    def check(self, value: object) -> "bool | str":
        if isinstance(value, bool) or (isinstance(value, str) and value in self.words):
            return value
        spellings = ("true", "false", *self.words)
        raise not_one_of(spellings, value, f"must be a boolean or one of {list(self.words)}")


class Texts(Kind):
    """A list of text: the flag repeated."""

    repeatable = True
    annotation = "list[str]"

    def __init__(self, metavar: str = "TEXT", item: "Kind | None" = None) -> None:
        self.metavar = metavar
        self.item = item or Text(metavar)

    def read(self, texts: "list[str]") -> object:
        return self.check(texts)

    def check(self, value: object) -> object:
        if not isinstance(value, list):
            raise mistyped(value, "a list of text")
        return checked_items(value, self.item)


class TextOrTexts(Texts):
    """One text, or a list of them: one flag gives the text, more give the list."""

    annotation = "str | list[str]"

    def read(self, texts: "list[str]") -> object:
        return self.check(texts[0] if len(texts) == 1 else texts)

    def check(self, value: object) -> object:
        return super().check(value) if isinstance(value, list) else self.item.check(value)


def checked_items(items: "list[object]", kind: Kind) -> "list[object]":
    checked = []
    for index, item in enumerate(items):
        try:
            checked.append(kind.check(item))
        except ParameterError as error:
            raise error.within(index) from None
    return checked


class Object(Json):
    """A JSON object whose names are described."""

    def __init__(self, *fields: "Parameter", open: bool = False) -> None:
        super().__init__(dict)
        self.fields = fields
        self.open = open
        """Whether it may have other names too."""

    def check(self, value: object) -> object:
        given = super().check(value)
        assert isinstance(given, dict)
        by_name = {field.name: field for field in self.fields}
        checked = {}
        for name, member in given.items():
            try:
                if name in by_name:
                    member = by_name[name].kind.check(member)
                elif not self.open:
                    raise unknown_name(name, tuple(by_name))
            except ParameterError as error:
                raise error.within(name) from None
            checked[name] = member
        for field in self.fields:
            if field.required and field.name not in given:
                missing = ParameterError("required", "is required.", wording="is required")
                raise missing.within(field.name)
        return checked


class ListOf(Json):
    """A JSON array of one kind of thing."""

    def __init__(self, item: Kind, annotation: str = "list[dict[str, Any]]") -> None:
        super().__init__(list)
        self.item = item
        self.fields = item.fields
        self.written_annotation = annotation

    @property
    def annotation(self) -> str:  # type: ignore[override]
        return self.written_annotation

    def check(self, value: object) -> object:
        items = super().check(value)
        assert isinstance(items, list)
        return checked_items(items, self.item)


class Either(Kind):
    """One of two kinds that JSON tells apart: the second if the value is of its type."""

    def __init__(self, otherwise: Kind, kind: Kind, *types: type) -> None:
        self.otherwise = otherwise
        self.kind = kind
        self.types = types
        self.fields = kind.fields

    def check(self, value: object) -> object:
        return (self.kind if isinstance(value, self.types) else self.otherwise).check(value)
