"""Kinds of scalar: what one value may be, how a command line spells it, how it lies on the wire.

A kind knows neither the parameter that uses it nor where a value came from. It answers for one
value: `faults` for what is wrong with it, `parts` for what is inside, `chosen` for the kind that
was meant. `swaigctl.model.walk` is the one recursion over them; `swaigctl.model.shapes` has the
kinds that nest. Nothing is imported here that the quick path would have to wait for.
"""

from swaigctl.findings import ERROR, NEAREST, WARNING, Finding, Sentinel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from functools import cached_property

    from swaigctl.findings import Step
    from swaigctl.model.shapes import Field

    Part = tuple[Step, "Kind", object]
    """What is inside a value: its name or index, its kind, and the value itself."""

    kept = cached_property
else:

    class kept:
        """A property that is kept where it was asked for; `functools` is slow to import."""

        def __init__(self, made_of: "Callable[[object], object]") -> None:
            self.made_of = made_of
            self.name = made_of.__name__

        def __get__(self, instance: object, owner: type) -> object:
            value = instance.__dict__[self.name] = self.made_of(instance)
            return value


EVERY = Sentinel("EVERY")
"""Stands for every value that a kind allows: its parts are all that there can be."""


IN_TEXT = "(in the text)"
"""The step of a path that leads into the document that a text holds; there is one such object."""


def mistyped(value: object, allowed: str, suggestion: object = None) -> Finding:
    """The finding for a value that is not `allowed` at all."""
    sentence = "{subject} must be {allowed}, not {found}."
    return Finding("type", sentence, value=value, allowed=allowed, suggestion=suggestion)


def misfit(kind: "Kind", value: object) -> Finding:
    """The finding for a value that is of no type that the kind takes.

    What is wrong inside an object or a list is said there: it may be wrong in the suggestion too.
    """
    from swaigctl.model.walk import findings

    meant: object = held_in_text(kind, value)
    if meant is None:
        meant = kind.around(value)
        is_scalar = not isinstance(value, (dict, list))
        if is_scalar and meant is not None and any(f.is_error for f in findings(kind, meant)):
            meant = None
    return mistyped(value, kind.allowed, meant)


def held_in_text(kind: "Kind", value: object) -> "dict[str, object] | list[object] | None":
    """The object or the list that a text holds as JSON, if it is what the kind takes."""
    if not isinstance(value, str) or value.lstrip()[:1] not in ("{", "["):
        return None
    from swaigctl.formats.json import quick_json

    try:
        held = quick_json(value)
    except (ValueError, RecursionError):
        return None
    chosen = kind.chosen(held)
    fits = chosen.takes(held) and not chosen.has_unknown(held)
    return held if fits and isinstance(held, (dict, list)) else None


class Kind:
    """What all kinds share."""

    repeatable = False
    """Whether several uses of the flag add up (else the last one wins)."""

    takes_json = False
    """Whether a command line gives it as JSON text, `@path` or `-`, and not as the bare value."""

    is_boolean = False
    """Whether a command line gives it by the flag alone: `--muted`, `--no-muted`."""

    metavar = ""
    """How help shows the value; where it has a unit, the unit."""

    allowed = ""
    """What is allowed, as a phrase: `text`, `an integer between 1 and 250`."""

    plural = ""
    """What several of them are called: `objects`; empty if that takes more than a word or two."""

    json_types: "tuple[type, ...]" = ()
    """Of which types a value can be, as Python reads JSON; none if it can be any."""

    fields: "tuple[Field, ...]" = ()
    """The members that an object can have."""

    opaque = False
    """Whether what is inside goes on the wire as it is: only faults are looked for there."""

    is_outlined = False
    """Whether rules that look across a document want to know of it: a document, a step, or a
    response."""

    is_swml_document = False
    """Whether it is a SWML document."""

    is_swml_step = False
    """Whether it is a step of one."""

    is_response = False
    """Whether it is the response of a function."""

    actions_wait = False
    """Whether the actions of such a response wait for the model's turn, whatever it says."""

    main: "Field | None" = None
    """The member whose bare value is an object's simplified form; None if that is a legacy form."""

    only_main = False
    """Whether the object has no other member, so that the bare value says it all."""

    prose = False
    """Whether it is text that people write, such as a prompt: a command line takes it from a file
    too."""

    meanings: "dict[str, str]" = {}  # noqa: RUF012
    """What each spelling means, where there are spellings."""

    @property
    def annotation(self) -> str:
        """The type as Python source."""
        raise NotImplementedError

    def from_texts(self, texts: "list[str]") -> object:
        """The value that a command line's texts stand for, unchecked."""
        return texts[-1]

    def faults(self, value: object) -> "Iterable[Finding]":
        """What is wrong with the value itself, not with what is inside it."""
        return ()

    def around(self, value: object) -> object:
        """What was probably meant by a value of another type, if it is right; None if unknown."""
        return None

    def is_wrong(self, value: object) -> bool:
        """Whether there is an error in the value itself."""
        return any(finding.is_error for finding in self.faults(value))

    def parts(self, value: object) -> "Iterable[Part]":
        """What is inside the value, or with EVERY, what can be inside one."""
        return ()

    def chosen(self, value: object) -> "Kind":
        """The kind that was meant, where there is a choice."""
        return self

    def takes(self, value: object) -> bool:
        """Whether the value is of the right JSON type."""
        return not self.json_types or (
            isinstance(value, self.json_types)
            and (bool in self.json_types or not isinstance(value, bool))
        )

    def has_unknown(self, value: object) -> bool:
        """Whether a value of the right type has names that tell of a mistake."""
        return False

    def fits(self, value: object) -> bool:
        """Whether the value is of the right type, and has no names that tell of a mistake."""
        return self.takes(value) and not self.has_unknown(value)

    def rebuilt(self, value: object, parts: "dict[Step, object]") -> object:
        """The value with other parts in place of its own."""
        return value

    def normal(self, value: object) -> object:
        """The one form of a right value that may be given in several."""
        return value

    def on_wire(self, value: object) -> object:
        """A normal value as it goes on the wire."""
        return value

    def from_wire(self, value: object) -> object:
        """What stands on the wire, as it would have been given."""
        return value

    def arranged(self, value: object, parts: "dict[Step, object]", form: str) -> object:
        """A right value with its parts as it is written in this form, as `walk.ordered` has it."""
        return self.on_wire(self.normal(self.rebuilt(value, parts) if parts else value))

    @property
    def wired(self) -> "Kind":
        """What it is on the wire, where that is another kind."""
        return self

    @property
    def literal(self) -> "Kind":
        """The same, where no variable may stand for it."""
        return self


def invalid_text(value: str) -> "tuple[Finding, ...]":
    """The finding for text that UTF-8 can't hold, if it is such."""
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            sentence = "{subject} must be {allowed}: {value} is not."
            return (Finding("utf-8", sentence, value=value, allowed="valid UTF-8 text"),)
    return ()


class Text(Kind):
    """Any text but none at all. Taken literally: `007` stays the text `007`."""

    allowed = "text"
    plural = "text"
    annotation = "str"
    json_types = (str,)

    def __init__(
        self,
        metavar: str = "TEXT",
        blank: bool = True,
        empty: bool = False,
        paths_only: bool = False,
        prose: bool = False,
        any_value: bool = False,
    ) -> None:
        self.metavar = metavar
        self.prose = prose
        self.any_value = any_value
        """Whether it holds values of any kind as text: `true` is hardly a name, or a sentence."""
        self.blank = blank
        """Whether text of nothing but white space is allowed."""
        self.empty = empty
        """Whether text without any character is allowed."""
        self.paths_only = paths_only
        """Whether of all variables only `%{path}` is replaced in it, as in messages."""

    def faults(self, value: object) -> "Iterable[Finding]":
        if not isinstance(value, str):
            return (misfit(self, value),)
        if (value and (self.blank or value.strip())) or (self.empty and not value):
            if self.paths_only and "{" in value:
                from swaigctl.model.forms import not_replaced

                return (*invalid_text(value), *not_replaced(value))
            return invalid_text(value)
        what = "blank" if value else "empty"
        allowed = "text that is not empty" if self.blank else "text that is not blank"
        return (Finding("empty", f"{{subject}} must not be {what}.", value=value, allowed=allowed),)

    def around(self, value: object) -> "str | None":
        if isinstance(value, bool) and not self.any_value:
            return None
        text = as_text(value)
        return None if text is None or self.is_wrong(text) else text


PROSE = Text(prose=True)
"""Sentences that a person or a model hears or reads."""


def as_text(value: object) -> "str | None":
    """The text that somebody may have meant who gave something else.

    That is a number, a boolean, or an object with the text in it.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict) and len(value) == 1:
        (member,) = value.values()
        return member if isinstance(member, str) and member else None
    if not isinstance(value, (int, float)):
        return None
    # Of a number in YAML, the plus before it may be known.
    return getattr(value, "as_written", None) or repr(value)


def is_variable(value: object) -> bool:
    """Whether `value` is a SWML variable, which the platform replaces when the call gets there."""
    return isinstance(value, str) and value[:2] in ("${", "%{") and value[-1:] == "}"


def has_variable(text: str) -> bool:
    """Whether a SWML variable stands anywhere in `text`, so that only the platform knows it all."""
    _, opened, rest = text.replace("%{", "${").partition("${")
    return bool(opened) and "}" in rest


def is_digits(text: str) -> bool:
    # isdigit() alone would take '²' and '٣'.
    return text.isascii() and text.isdigit()


class Boolean(Kind):
    """`--muted` or `--no-muted`. It may be a SWML variable, or go on the wire as text."""

    annotation = "bool"
    is_boolean = True

    def __init__(
        self,
        *,
        variable: bool = False,
        as_text: bool = False,
        quoted: bool = False,
        word: str = "",
    ) -> None:
        self.variable = variable
        self.as_text = as_text
        """Whether it is text on the wire, which Python and JSON may give too."""
        self.quoted = quoted
        """Whether the platform takes the texts `true` and `false` too; that is a legacy form."""
        self.word = word
        """What stands for true on the wire, if that is a word."""
        self.json_types = (bool, str) if variable or as_text or quoted else (bool,)
        or_variable = " or a SWML variable" if variable else ""
        self.allowed = f"a boolean (true or false){or_variable}"

    def from_texts(self, texts: "list[str]") -> object:
        return {"true": True, "false": False}.get(texts[-1], texts[-1])

    def normal(self, value: object) -> object:
        if self.as_text and isinstance(value, str):
            text = value.strip()
            return text.lower() == "true" if text.lower() in ("true", "false") else text
        return value

    def faults(self, value: object) -> "Iterable[Finding]":
        normal = self.normal(value)
        if isinstance(normal, bool) or (self.variable and is_variable(normal)):
            return ()
        if self.quoted and isinstance(value, str) and value.lower() in ("true", "false"):
            return (needlessly_quoted(value, boolean_meant(value)),)
        return (misfit(self, value),)

    def around(self, value: object) -> "bool | None":
        return boolean_meant(value)

    def on_wire(self, value: object) -> object:
        if self.word and value is True:
            return self.word
        return ("true" if value else "false") if self.as_text and value in (True, False) else value

    def from_wire(self, value: object) -> object:
        return True if self.word and value == self.word else self.normal(value)

    @property
    def wired(self) -> Kind:
        if self.word:
            return Constant(self.word)
        if not self.as_text:
            return self
        from swaigctl.model.forms import BOOLEAN_AS_TEXT

        return BOOLEAN_AS_TEXT

    @property
    def literal(self) -> "Boolean":
        if not self.variable:
            return self
        return Boolean(as_text=self.as_text, word=self.word, quoted=self.quoted)


def boolean_meant(value: object) -> "bool | None":
    """The boolean that a number or a word stands for in other languages, or its text."""
    if isinstance(value, (int, float)):
        return bool(value) if value in (0, 1) else None
    text = without_quotes(value).lower() if isinstance(value, str) else ""
    if text in ("true", "yes", "on"):
        return True
    return False if text in ("false", "no", "off") else None


def without_quotes(text: str) -> str:
    """A text without white space and quotes around it, which somebody may have written twice."""
    text = text.strip()
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "'\""
    return text[1:-1].strip() if is_quoted else text


YES_OR_NO = Boolean(variable=True)
"""A boolean for which a SWML variable may stand."""

QUOTED_YES_OR_NO = Boolean(variable=True, quoted=True)
"""The same where the platform reads text."""


def needlessly_quoted(value: object, meant: object) -> Finding:
    """The finding for the text of a boolean or a number, where the platform takes that too."""
    sentence = "{subject} is {value}, which is text: write it without quotes."
    return Finding("legacy-form", sentence, severity=WARNING, value=value, suggestion=meant)


class Switch(Boolean):
    """A boolean that a command line can only turn on: `--compact`."""


class Constant(Kind):
    """One fixed value, such as `true` or `{}`."""

    annotation = "Any"

    def __init__(self, value: object) -> None:
        self.value = value
        self.json_types = (type(value),)

    @property
    def allowed(self) -> str:  # type: ignore[override]
        from swaigctl.findings.messages import shown

        return shown(self.value)

    def faults(self, value: object) -> "Iterable[Finding]":
        if value == self.value and isinstance(value, type(self.value)):
            return ()
        sentence = "{subject} must be {allowed}, not {found}."
        meant = self.around(value)
        return (Finding("choice", sentence, value=value, allowed=self.allowed, suggestion=meant),)

    def around(self, value: object) -> object:
        own = self.value if isinstance(self.value, str) else self.allowed
        said = value if isinstance(value, str) else as_text(value)
        return self.value if said is not None and said.strip() == own else None


def not_one_of(
    spellings: "tuple[str, ...]",
    value: object,
    severity: str = ERROR,
    suggestion: object = NEAREST,
) -> Finding:
    """The finding for a value that is none of a few spellings."""
    sentence = "{subject} must be {allowed}, not {found}."
    return Finding(
        "choice",
        sentence,
        severity=severity,
        value=value,
        allowed=spellings,
        suggestion=suggestion,
    )


class Spelled(Kind):
    """What choices and words share: spellings, and perhaps what each of them means."""

    annotation = "str"
    json_types = (str,)

    def __init__(self, spellings: "tuple[str | dict[str, str], ...]", variable: bool) -> None:
        first = spellings[0]
        self.meanings = first if isinstance(first, dict) else {}
        self.spellings: tuple[str, ...] = tuple(first) if isinstance(first, dict) else spellings  # type: ignore[assignment]
        self.variable = variable
        """Whether a SWML variable may stand for it."""

    @property
    def literal(self) -> "Spelled":
        """The same, where no variable may stand for it."""
        raise NotImplementedError


class Choice(Spelled):
    """One of a few spellings, to the letter; an open choice takes any other text too.

    The spellings, or one dictionary of spellings with their meanings: `Choice({"GET": "…"})`.
    """

    def __init__(
        self,
        *spellings: "str | dict[str, str]",
        open: bool = False,
        metavar: str = "",
        variable: bool = False,
        severity: str = ERROR,
    ) -> None:
        super().__init__(spellings, variable)
        self.open = open
        self.severity = severity
        """How severe other text is: a warning where evidence has more spellings than the schema."""
        joined = "|".join(self.spellings)
        self.metavar = metavar or (joined if len(joined) < 60 else "CHOICE")
        one_of = "one of " if len(self.spellings) > 1 else ""
        self.allowed = "text" if open else one_of + ", ".join(map(repr, self.spellings))
        self.plural = "text" if open else ""

    @property
    def literal(self) -> "Choice":
        described = (self.meanings,) if self.meanings else self.spellings
        return Choice(*described, open=self.open, metavar=self.metavar, severity=self.severity)

    @property
    def annotation(self) -> str:  # type: ignore[override]
        if self.open or self.variable:
            return "str"
        quoted = ", ".join(f'"{spelling}"' for spelling in self.spellings)
        return f"Literal[{quoted}]"

    def faults(self, value: object) -> "Iterable[Finding]":
        # The type first: what JSON and Python give need not be hashable or comparable.
        if isinstance(value, str) and (
            self.open or value in self.spellings or (self.variable and is_variable(value))
        ):
            return invalid_text(value)
        if self.open:
            return (misfit(self, value),)
        if isinstance(value, str):
            return (not_one_of(self.spellings, value, self.severity),)
        return (not_one_of(self.spellings, value, suggestion=self.around(value)),)

    def around(self, value: object) -> "str | None":
        text = as_text(value)
        return text if text and (self.open or text in self.spellings) else None


class Words(Spelled):
    """Words out of a documented set: one value with spaces between them, or the flag repeated."""

    repeatable = True

    def __init__(
        self, *spellings: "str | dict[str, str]", metavar: str = "WORDS", variable: bool = False
    ) -> None:
        super().__init__(spellings, variable)
        self.metavar = metavar

    @property
    def allowed(self) -> str:  # type: ignore[override]
        known = ", ".join(map(repr, self.spellings))
        return f"text of one or more of {known}, with spaces between them"

    @property
    def literal(self) -> "Words":
        described = (self.meanings,) if self.meanings else self.spellings
        return Words(*described, metavar=self.metavar)

    def from_texts(self, texts: "list[str]") -> str:
        if not all(map(self.words_in, texts)):
            return ""
        return " ".join(word for text in texts for word in self.words_in(text))

    def words_in(self, text: str) -> "list[str]":
        return [word for word in text.split(" ") if word]

    def faults(self, value: object) -> "Iterable[Finding]":
        if not isinstance(value, str):
            return (misfit(self, value),)
        if self.variable and has_variable(value):
            return invalid_text(value)
        words = self.words_in(value)
        if not words:
            sentence = "{subject} must not be empty."
            return (Finding("empty", sentence, value=value, allowed=self.spellings),)
        return [self.not_a_word(word) for word in words if word not in self.spellings]

    def around(self, value: object) -> "str | None":
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            words = [word for each in value for word in self.words_in(each)]
        else:
            words = [as_text(value) or ""]
        meant = [word if word in self.spellings else self.nearest(word) for word in words]
        return " ".join(meant) or None if all(meant) else None  # type: ignore[arg-type]

    def nearest(self, word: str) -> "str | None":
        from swaigctl.findings.messages import nearest

        return nearest(word, self.spellings)

    def not_a_word(self, word: str) -> Finding:
        finding = not_one_of(self.spellings, word)
        if set(word.split(",")) <= set(self.spellings):
            return finding.but(suggestion=word.replace(",", " "))
        return finding


class Integer(Kind):
    """A whole number within limits, both included. It may be a SWML variable, or sent as text."""

    plural = "integers"
    annotation = "int"

    def __init__(
        self,
        minimum: "int | None" = None,
        maximum: "int | None" = None,
        metavar: str = "INTEGER",
        *,
        variable: bool = False,
        as_text: bool = False,
        without_point: bool = False,
    ) -> None:
        self.minimum = minimum
        self.maximum = maximum
        self.metavar = metavar
        self.variable = variable
        self.as_text = as_text
        """Whether it is text on the wire, which Python and JSON may give too."""
        self.without_point = without_point or as_text
        """Whether 5.0 is written as 5; else it is written as it was given, as by the SDK."""
        self.json_types = (int, float, str) if variable or as_text else (int, float)

    @property
    def allowed(self) -> str:  # type: ignore[override]
        limits = range_phrase(self.minimum, self.maximum)
        return f"an integer {limits}".rstrip() + (" or a SWML variable" if self.variable else "")

    def from_texts(self, texts: "list[str]") -> object:
        return integer_in(texts[-1])

    def normal(self, value: object) -> object:
        if self.without_point and isinstance(value, float) and value.is_integer():
            return int(value)
        if self.as_text and isinstance(value, str):
            text = value.strip()
            return integer_in(text, zeros=True) if text[:1] != "+" else text
        return value

    def faults(self, value: object) -> "Iterable[Finding]":
        number = self.normal(value)
        if self.variable and is_variable(number):
            return ()
        # JSON has one type of numbers: 5.0 is a whole number there.
        is_whole = isinstance(number, float) and number.is_integer()
        if not (is_whole or isinstance(number, int)) or isinstance(number, bool):
            return (misfit(self, value),)
        return out_of_range(number, self.minimum, self.maximum)  # type: ignore[arg-type]

    def around(self, value: object) -> object:
        return number_meant(value, self.allows)

    def allows(self, value: object) -> bool:
        return isinstance(value, int) and not list(self.faults(value))

    def on_wire(self, value: object) -> object:
        return str(value) if self.as_text else value

    def from_wire(self, value: object) -> object:
        return self.normal(value)

    @property
    def wired(self) -> Kind:
        if not self.as_text:
            return self
        from swaigctl.model.forms import INTEGER_AS_TEXT

        return INTEGER_AS_TEXT

    @property
    def literal(self) -> "Integer":
        if not self.variable:
            return self
        return Integer(
            self.minimum,
            self.maximum,
            self.metavar,
            as_text=self.as_text,
            without_point=self.without_point,
        )


def integer_in(text: str, zeros: bool = False) -> "int | str":
    """The whole number that a text is as JSON has them, or with a plus, or else the text as it is.

    `zeros`: whether zeros may stand before it, as where the platform reads text.
    """
    digits = text[1:] if text[:1] in ("+", "-") else text
    if not is_digits(digits) or (digits[0] == "0" and digits != "0" and not zeros):
        return text
    # int() alone would take ' 7' and '1_0'. Python refuses to convert more than 4,300 digits; no
    # limit in the catalog has anything near that.
    return int(text) if len(digits) <= 4300 else text


def number_meant(value: object, allows: "Callable[[object], bool]") -> object:
    """The number that a text seems to stand for, if it is allowed."""
    if not isinstance(value, str):
        return None
    number = number_in(without_zeros(without_quotes(value)))
    return number if not isinstance(number, str) and allows(number) else None


def without_zeros(text: str) -> str:
    """The text of a number without the zeros before it that JSON does not allow."""
    sign = text[:1] if text[:1] in ("+", "-") else ""
    digits = text[len(sign) :]
    rest = digits.lstrip("0")
    return sign + (rest if is_digits(rest[:1]) else digits)


class Number(Kind):
    """A number within limits, both included; a fraction is fine."""

    plural = "numbers"
    annotation = "float"

    def __init__(
        self,
        minimum: "float | None" = None,
        maximum: "float | None" = None,
        metavar: str = "NUMBER",
        *,
        variable: bool = False,
    ) -> None:
        self.minimum = minimum
        self.maximum = maximum
        self.metavar = metavar
        self.variable = variable
        self.json_types = (int, float, str) if variable else (int, float)

    @property
    def allowed(self) -> str:  # type: ignore[override]
        limits = range_phrase(self.minimum, self.maximum)
        return f"a number {limits}".rstrip() + (" or a SWML variable" if self.variable else "")

    def from_texts(self, texts: "list[str]") -> object:
        return number_in(texts[-1])

    def faults(self, value: object) -> "Iterable[Finding]":
        if self.variable and is_variable(value):
            return ()
        # NaN and the infinities: taken from themselves, they leave NaN.
        if not isinstance(value, (int, float)) or isinstance(value, bool) or value - value != 0:
            return (misfit(self, value),)
        return out_of_range(value, self.minimum, self.maximum)

    def around(self, value: object) -> object:
        return number_meant(value, self.allows)

    def allows(self, value: object) -> bool:
        return not list(self.faults(value))

    @property
    def literal(self) -> "Number":
        return Number(self.minimum, self.maximum, self.metavar) if self.variable else self


def number_in(text: str) -> "int | float | str":
    """The number that a text is in JSON, or with a plus, or else the text as it is."""
    mantissa, e, exponent = text.replace("E", "e").partition("e")
    whole, point, fraction = mantissa.partition(".")
    power = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    is_number = isinstance(integer_in(whole), int)
    if not is_number or (point and not is_digits(fraction)) or (e and not is_digits(power)):
        return text
    if len(text) > 300:
        return text
    number = float(text) if point or e else int(text)
    return number if number - number == 0 else text  # no JSON number is infinite


def out_of_range(
    value: "int | float", minimum: "float | None", maximum: "float | None"
) -> "Iterable[Finding]":
    """The finding for a number beyond a limit, if it is."""
    if (minimum is None or value >= minimum) and (maximum is None or value <= maximum):
        return ()
    limits: str | range = range_text(minimum, maximum)
    if isinstance(minimum, int) and isinstance(maximum, int):
        limits = range(minimum, maximum + 1)
    sentence = "{subject} must be {allowed}, not {value}."
    return (Finding("range", sentence, value=value, allowed=limits),)


def range_phrase(minimum: "float | None", maximum: "float | None") -> str:
    """The same, behind a noun: `an integer of at least 1`"""
    text = range_text(minimum, maximum)
    return f"of {text}" if text.startswith("at ") else text


def range_text(minimum: "float | None", maximum: "float | None") -> str:
    """`between 1 and 250`, `at least 1`, or nothing where there is no limit"""
    if maximum is None:
        return "" if minimum is None else f"at least {minimum}"
    return f"at most {maximum}" if minimum is None else f"between {minimum} and {maximum}"
