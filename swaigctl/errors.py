"""What can be wrong with a request, as data first and one plain sentence second."""

# Imported by the quick path and by `from swaigctl import FunctionResult`: keep it free of imports.


class SwaigctlError(Exception):
    """Something in the request is wrong.

    Attributes:
        code: stable and short (`"unknown-flag"`).
        sentence: what is wrong, for a person.
        where: what it is about as the person spelled it (`"--beep"`, `"--params.beep"`), if known.
        near: the allowed spelling that was probably meant, if there is one.
        command: the command whose help tells more, where it is not the one that was called.
    """

    command = ""

    def __init__(
        self, code: str, sentence: str, where: str = "", near: "str | None" = None
    ) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.where = where
        self.near = near

    @property
    def line(self) -> str:
        """Where, what, and what was meant, in one line."""
        where = f"{self.where}: " if self.where else ""
        return where + self.sentence + self.hint

    @property
    def hint(self) -> str:
        return f" Did you mean {self.near!r}?" if self.near else ""


class ParameterError(SwaigctlError, ValueError):
    """A parameter's value is not allowed.

    Attributes:
        code: stable name of the fault: `"choice"`, `"empty"`, `"json"`, `"range"`, `"required"`,
            `"type"`, `"unknown"` or `"utf-8"`.
        parameter: the parameter's name as documented (`"max_participants"`).
        value: what was given.
        allowed: what would have been right: a tuple of spellings, a `range`, or a phrase
            (`"text"`, `"an object or an array"`).
        path: where inside the value the fault lies (`"[0].type"`), empty for the value as a whole.
        sentence: the fault without the parameter's name, for those who show that themselves.

    `str(error)` starts with the wording that the vendor's SDK has for the same fault.
    """

    parameter: str

    def __init__(
        self,
        code: str,
        sentence: str,
        *,
        value: object = None,
        allowed: object = None,
        wording: str = "is not allowed",
        near: "str | None" = None,
    ) -> None:
        super().__init__(code, sentence, near=near)
        self.parameter = ""
        self.value = value
        self.allowed = allowed
        self.wording = wording
        self.path = ""

    def within(self, step: str) -> "ParameterError":
        """The same fault seen from one level further out: `step` is `.name` or `[index]`."""
        self.path = step + self.path
        return self

    def about(self, parameter: str, wording: "str | None" = None) -> "ParameterError":
        """The same fault, knowing whose it is and the SDK's wording for it (if it has one)."""
        self.parameter = parameter
        if wording is not None:
            self.wording = wording
        return self

    def __str__(self) -> str:
        return f"{self.parameter}{self.path} {self.wording}, got {shown(self.value)}.{self.hint}"


def flag_of(name: str) -> str:
    """`max_participants` as a command line spells it: `--max-participants`."""
    return "--" + name.replace("_", "-")


def shown(value: object) -> str:
    """`value` as an error quotes it: text in single quotes, the rest as JSON, both cut short."""
    if isinstance(value, str):
        text = repr(value if len(value) <= 60 else value[:57] + "...")
    else:
        from json import dumps

        try:
            text = dumps(value, ensure_ascii=False)
        except (TypeError, ValueError, RecursionError):
            text = f"a {type(value).__name__}"
        if len(text) > 60:
            text = text[:57] + "..."
    return text


def listed(spellings: "tuple[str, ...]") -> str:
    """`'a', 'b', 'c'`"""
    return ", ".join(map(repr, spellings))


def nearest(word: str, spellings: "tuple[str, ...]") -> "str | None":
    """The allowed spelling that `word` was probably meant to be, or None."""
    from difflib import get_close_matches

    folded = {spelling.casefold().replace("_", "-"): spelling for spelling in spellings}
    meant = word.casefold().replace("_", "-")
    near = get_close_matches(meant, folded, n=1)
    return folded[near[0]] if near else None
