"""What can be wrong with a request, as data first and one plain sentence second."""

# Imported by the quick path and by `from swaigctl import FunctionResult`: keep it free of imports.

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class SwaigctlError(Exception):
    """Something in the request is wrong.

    Attributes:
        code: stable and short (`"unknown-flag"`).
        sentence: what is wrong, for a person.
        where: what it is about as the person spelled it (`"--beep"`, `"--params.beep"`), if known.
        near: the allowed spelling that was probably meant, if there is one; it is looked for when
            it is asked for.
        command: the command whose help tells more, where it is not the one that was called.
        position: line and column in the text that it is about, counted from 1, if they are known.
        steps: the names and indices that lead to the fault, `("fixtures", 1, "matrix")`, if known.
    """

    command = ""
    steps: "tuple[str | int, ...]" = ()
    position: "tuple[int, int] | None" = None

    def __init__(
        self, code: str, sentence: str, where: str = "", near: "str | Meant | None" = None
    ) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.where = where
        self._near = near

    @property
    def near(self) -> "str | None":
        if isinstance(self._near, Meant):
            self._near = nearest(self._near.word, self._near.spellings)
        return self._near

    @near.setter
    def near(self, near: "str | None") -> None:
        self._near = near

    def __reduce__(self) -> "tuple[object, ...]":
        return remade, (type(self), self.args, self.__dict__)

    @property
    def line(self) -> str:
        """Where, what, and what was meant, in one line."""
        where = f"{self.where}: " if self.where else ""
        return where + self.sentence + self.hint

    @property
    def hint(self) -> str:
        return f" Did you mean {self.near!r}?" if self.near else ""


class Meant:
    """A word that is not allowed, and what is: one of them was probably meant.

    Given as the `near` of an error, it is looked up when somebody wants to know: of thousands of
    errors few are shown.
    """

    __slots__ = ("spellings", "word")

    def __init__(self, word: str, spellings: "tuple[str, ...]") -> None:
        self.word = word
        self.spellings = spellings


def remade(
    error_type: "type[SwaigctlError]", args: "tuple[object, ...]", state: "dict[str, object]"
) -> SwaigctlError:
    """An error as it was, for `pickle` and `copy`."""
    error = error_type.__new__(error_type, *args)
    error.__dict__.update(state)
    return error


class ParameterError(SwaigctlError, ValueError):
    """A parameter's value is not allowed.

    Attributes:
        code: stable name of the fault: `"choice"`, `"empty"`, `"exclusive"`, `"json"`, `"range"`,
            `"required"`, `"source"`, `"toml"`, `"type"`, `"unknown"`, `"utf-8"` or `"yaml"`.
        parameter: the parameter's name as documented (`"max_participants"`).
        value: what was given.
        allowed: what would have been right: a tuple of spellings, a `range`, or a phrase
            (`"text"`, `"an object or an array"`).
        path: where inside the value the fault lies (`"[0].type"`), empty for the value as a whole;
            the middle of a long one is left out.
        steps: the same as names and indices, whole: `(0, "type")`.
        sentence: the fault without the parameter's name, for those who show that themselves.

    `str(error)` starts with the wording that the vendor's SDK has for the same fault.
    """

    def __init__(
        self,
        code: str,
        sentence: str,
        *,
        value: object = None,
        allowed: "tuple[str, ...] | range | str | None" = None,
        wording: str = "is not allowed",
        near: "str | Meant | None" = None,
    ) -> None:
        super().__init__(code, sentence, near=near)
        self.parameter = ""
        self.value = value
        self.allowed = allowed
        self.wording = wording
        self.path = ""

    def within(self, name: "str | int") -> "ParameterError":
        """The same fault seen from one level further out, where it has this name or index."""
        self.path = step_text(name) + (self.path if len(self.path) < 60 else "…" + self.path[-30:])
        self.steps = (name, *self.steps)
        return self

    def about(self, parameter: str, wording: "str | None" = None) -> "ParameterError":
        """The same fault, knowing whose it is and the SDK's wording for it (if it has one)."""
        self.parameter = parameter
        if wording is not None:
            self.wording = wording
        return self

    @property
    def args(self) -> "tuple[str]":  # type: ignore[override]
        """As any exception has it; the suggestion in it is looked for only when it is read."""
        return (str(self) if self.parameter else self.sentence,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.args[0]!r})"

    def __str__(self) -> str:
        what = f"{self.parameter}{self.path} {self.wording}"
        if self.code == "json":
            return f"{what}: {self.sentence}"
        return f"{what}, got {cut(repr(self.value))}.{self.hint}"


def step_text(name: "str | int") -> str:
    """A name or an index as paths show it: `.beep`, `['a b']`, `[0]`."""
    plain = isinstance(name, str) and name.replace("-", "_").isidentifier()
    return f".{name}" if plain else f"[{shown(name)}]"


def path_text(steps: "Iterable[str | int]") -> str:
    """`fixtures[1].matrix['say.text']`"""
    return "".join(map(step_text, steps)).removeprefix(".")


def flag_of(name: str) -> str:
    """`max_participants` as a command line spells it: `--max-participants`."""
    return "--" + name.replace("_", "-")


def shown(value: object) -> str:
    """`value` as an error quotes it: text in single quotes, the rest as JSON, both cut short."""
    if isinstance(value, str):
        # A byte that is not UTF-8 came in as a lone surrogate; show it as the byte.
        return repr(value if len(value) <= 60 else value[:57] + "...").replace(r"\udc", r"\x")
    from json import dumps

    try:
        return cut(dumps(value, ensure_ascii=False))
    except (TypeError, ValueError, RecursionError):  # a number of too many digits, among others
        return f"this {type(value).__name__}"


def cut(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def listed(spellings: "tuple[str, ...]") -> str:
    """`'a', 'b', 'c'`"""
    return ", ".join(map(repr, spellings))


MOST_SUGGESTIONS = 20
"""In one object. Nobody reads more of them, and each takes a fraction of a millisecond."""

MOST_SPELLINGS = 1_000
"""That a word is compared with: a comparison takes some ten microseconds."""


def nearest(word: str, spellings: "tuple[str, ...]") -> "str | None":
    """The allowed spelling that `word` was probably meant to be, or None.

    A spelling that begins with it comes first, then one that looks like it, then one that shares
    all words with it. Of very many only the first are looked at.
    """
    from difflib import get_close_matches

    def folded(text: str) -> str:
        return text.casefold().replace("_", "-").strip("-")

    by_folded = {folded(spelling): spelling for spelling in reversed(spellings[:MOST_SPELLINGS])}
    meant = folded(word[:60])
    begin = sorted((each for each in by_folded if meant and each.startswith(meant)), key=len)
    alike = get_close_matches(meant, by_folded, n=1, cutoff=0.7 if len(meant) > 4 else 0.65)
    words = set(meant.split("-"))
    sharing = [each for each in by_folded if (own := set(each.split("-"))) <= words or words <= own]
    near = (begin if len(meant) > 2 or len(begin) == 1 else []) or alike or sharing
    return by_folded[near[0]] if near else None
