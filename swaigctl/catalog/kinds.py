"""Kinds of parameter: each reads text from a command line, checks a value and describes itself.

A kind knows nothing of the parameter that uses it. `check` takes what Python or JSON gave and
returns it, or raises `ParameterError`; `read` does the same for the texts of a command line, which
are never coerced beyond what the kind says. Nothing is imported here that the quick path would
have to wait for.
"""

from swaigctl.errors import Meant, ParameterError, listed, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Parameter


def mistyped(value: object, allowed: str) -> ParameterError:
    return ParameterError(
        "type",
        f"{shown(value)} is not {allowed}.",
        value=value,
        allowed=allowed,
        wording=f"must be {allowed}",
    )


class Kind:
    """What all kinds share: one flag that takes one value, and the last one given counts."""

    repeatable = False
    """Whether several uses of the flag add up (else the last one wins)."""

    takes_json = False
    """Whether the command line takes JSON text, `@path` or `-` instead of the bare value."""

    metavar = ""
    """How help shows the value."""

    annotation = ""
    """The type as Python source."""

    fields: "tuple[Parameter, ...]" = ()
    """What an object has inside, or each object of a list."""

    def read(self, texts: "list[str]") -> object:
        """The value that a command line's texts stand for, checked."""
        return self.check(texts[-1])

    def check(self, value: object) -> object:
        """`value`, if this kind allows it."""
        raise NotImplementedError

    def on_wire(self, value: object) -> object:
        """A value as it goes on the wire."""
        return value


class Text(Kind):
    """Any text but none at all. Taken literally: `007` stays the text `007`."""

    metavar = "TEXT"
    annotation = "str"

    def __init__(self, metavar: str = "TEXT", blank: bool = True) -> None:
        self.metavar = metavar
        self.blank = blank
        """Whether text of nothing but white space is allowed."""

    def check(self, value: object) -> str:
        if not isinstance(value, str):
            raise mistyped(value, "text")
        if not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise ParameterError(
                    "utf-8",
                    f"{shown(value)} is not valid UTF-8 text.",
                    value=value,
                    allowed="UTF-8 text",
                    wording="must be valid UTF-8 text",
                ) from None
        if not value or not (self.blank or value.strip()):
            raise ParameterError(
                "empty",
                "must not be blank." if value else "must not be empty.",
                value=value,
                allowed="text that is not empty" if self.blank else "text that is not blank",
                wording="cannot be empty",
            )
        return value


class Boolean(Kind):
    """`--muted` or `--no-muted`."""

    annotation = "bool"

    def check(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise mistyped(value, "a boolean (true or false)")
        return value


class Switch(Boolean):
    """A boolean that a command line can only turn on: `--compact`."""


def not_one_of(spellings: "tuple[str, ...]", value: object, wording: str) -> ParameterError:
    text, texts = (value, "") if isinstance(value, str) else (shown(value), "the texts ")
    return ParameterError(
        "choice",
        f"{shown(value)} is not one of {texts}{listed(spellings)}.",
        value=value,
        allowed=spellings,
        wording=wording,
        near=Meant(text, spellings),
    )


class Choice(Kind):
    """One of a few spellings, to the letter."""

    def __init__(self, *spellings: str) -> None:
        self.spellings = spellings

    @property
    def metavar(self) -> str:  # type: ignore[override]
        joined = "|".join(self.spellings)
        return joined if len(joined) < 60 else "CHOICE"

    @property
    def annotation(self) -> str:  # type: ignore[override]
        quoted = ", ".join(f'"{spelling}"' for spelling in self.spellings)
        return f"Literal[{quoted}]"

    def check(self, value: object) -> str:
        # The type first: what JSON and Python give need not be hashable or comparable.
        if isinstance(value, str) and value in self.spellings:
            return value
        raise not_one_of(self.spellings, value, f"must be one of {list(self.spellings)}")


class Words(Kind):
    """Words out of a documented set: one value with spaces between them, or the flag repeated."""

    repeatable = True
    annotation = "str"

    def __init__(self, *spellings: str, metavar: str = "WORDS") -> None:
        self.spellings = spellings
        self.metavar = metavar

    def read(self, texts: "list[str]") -> str:
        for text in texts:
            self.check(text)
        return " ".join(word for text in texts for word in text.split(" ") if word)

    def check(self, value: object) -> str:
        if not isinstance(value, str):
            raise mistyped(value, "text (words with spaces between them)")
        words = [word for word in value.split(" ") if word]
        if not words:
            raise ParameterError(
                "empty",
                "must not be empty.",
                value=value,
                allowed=self.spellings,
                wording="cannot be empty",
            )
        for word in words:
            if word not in self.spellings:
                wording = f"must be words out of {list(self.spellings)}"
                error = not_one_of(self.spellings, word, wording)
                error.value = value
                if set(word.split(",")) <= set(self.spellings):
                    error.near = word.replace(",", " ")
                raise error
        return value


def is_variable(value: object) -> bool:
    """Whether `value` is a SWML variable, which the platform replaces when the call gets there."""
    return isinstance(value, str) and value[:2] in ("${", "%{") and value[-1:] == "}"


def is_digits(text: str) -> bool:
    # isdigit() alone would take '²' and '٣'.
    return text.isascii() and text.isdigit()


class Integer(Kind):
    """A whole number within limits, both included."""

    annotation = "int"

    @property
    def named(self) -> str:
        return f"an integer {range_phrase(self.minimum, self.maximum)}".rstrip()

    def __init__(
        self, minimum: "int | None" = None, maximum: "int | None" = None, metavar: str = "INTEGER"
    ) -> None:
        self.minimum = minimum
        self.maximum = maximum
        self.metavar = metavar

    def read(self, texts: "list[str]") -> int:
        text = texts[-1]
        digits = text[1:] if text[:1] in ("+", "-") else text
        # int() alone would take ' 7' and '1_0'. Python refuses to convert more than 4,300 digits;
        # no limit in the catalog has anything near that.
        if not is_digits(digits) or len(digits) > 4300:
            raise mistyped(text, self.named)
        return self.check(int(text))

    def check(self, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise mistyped(value, self.named)
        check_range(value, self.minimum, self.maximum)
        return value


class Number(Kind):
    """A number within limits, both included; a fraction is fine."""

    annotation = "float"

    @property
    def named(self) -> str:
        return f"a number {range_phrase(self.minimum, self.maximum)}".rstrip()

    def __init__(
        self,
        minimum: "float | None" = None,
        maximum: "float | None" = None,
        metavar: str = "NUMBER",
    ) -> None:
        self.minimum = minimum
        self.maximum = maximum
        self.metavar = metavar

    def read(self, texts: "list[str]") -> "int | float":
        text = texts[-1]
        unsigned = text[1:] if text[:1] in ("+", "-") else text
        whole, point, fraction = unsigned.partition(".")
        if not is_digits(whole) or (point and not is_digits(fraction)) or len(text) > 300:
            raise mistyped(text, self.named)
        return self.check(float(text) if point else int(text))

    def check(self, value: object) -> "int | float":
        # NaN and the infinities: taken from themselves, they leave NaN.
        if not isinstance(value, (int, float)) or isinstance(value, bool) or value - value != 0:
            raise mistyped(value, self.named)
        check_range(value, self.minimum, self.maximum)
        return value


def check_range(value: "int | float", minimum: "float | None", maximum: "float | None") -> None:
    if (minimum is None or value >= minimum) and (maximum is None or value <= maximum):
        return
    limits = range_text(minimum, maximum)
    whole = isinstance(minimum, int) and isinstance(maximum, int)
    raise ParameterError(
        "range",
        f"{shown(value)} is not {limits}.",
        value=value,
        allowed=range(int(minimum or 0), int(maximum or 0) + 1) if whole else limits,
        wording=f"must be {limits}",
    )


def range_phrase(minimum: "float | None", maximum: "float | None") -> str:
    """The same, behind a noun: `an integer of at least 1`"""
    text = range_text(minimum, maximum)
    return f"of {text}" if text.startswith("at ") else text


def range_text(minimum: "float | None", maximum: "float | None") -> str:
    """`between 1 and 250`, `at least 1`, or nothing where there is no limit"""
    if maximum is None:
        return "" if minimum is None else f"at least {minimum}"
    return f"at most {maximum}" if minimum is None else f"between {minimum} and {maximum}"


class Json(Kind):
    """A JSON object, a JSON array, or either of them."""

    takes_json = True
    metavar = "JSON|@FILE|-"

    def __init__(self, *shapes: type) -> None:
        """`shapes`: `dict`, `list`, or both; none for JSON of any kind."""
        self.shapes = shapes

    @property
    def annotation(self) -> str:  # type: ignore[override]
        names: dict[type, str] = {dict: "dict[str, Any]", list: "list[Any]"}
        return " | ".join(names[shape] for shape in self.shapes) or "Any"

    @property
    def allowed(self) -> str:
        names: dict[type, str] = {dict: "an object", list: "an array"}
        return " or ".join(names[shape] for shape in self.shapes)

    def read(self, texts: "list[str]") -> object:
        from swaigctl.formats.inputs import parsed

        return self.check(parsed(texts[-1]))

    def check(self, value: object) -> object:
        if self.shapes and not isinstance(value, self.shapes):
            raise mistyped(value, self.allowed)
        from swaigctl.formats.values import check_json

        check_json(value)
        return value


def unknown_name(name: str, names: "tuple[str, ...]") -> ParameterError:
    """The error for a name that an object, or an action, hasn't got."""
    return ParameterError(
        "unknown",
        "there is no such name.",
        value=name,
        allowed=names,
        wording="is unknown",
        near=Meant(name, names),
    )
