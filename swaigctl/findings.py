"""Findings: what is wrong with a value, a request or a document, or worth knowing of it.

A finding is data first (code, path, value, allowed, suggestion) and one plain sentence second. The
sentence is a template about that data, so that each reader can show names in its own way: whoever
typed flags sees `--trim`, whoever wrote JSON sees `trim`.
"""

# Imported by the quick path and by `from swaigctl import FunctionResult`: keep it free of imports.

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Step = str | int
    """One step of a path: a member's name, or an item's index."""

    Path = tuple[Step, ...]

    Allowed = tuple[object, ...] | range | str | None
    """What would have been right: spellings, a range, or a phrase such as `text`."""

    Details = dict[str, "str | tuple[str, ...]"]
    """What else a sentence says: text, or names of parameters."""

ERROR, WARNING, INFO = "error", "warning", "info"
"""What the platform refuses or takes for something else; what runs, but is unwise; the rest."""


class Absent:
    """Stands where there is no value."""

    def __repr__(self) -> str:
        return "ABSENT"

    def __reduce__(self) -> str:
        return "ABSENT"  # there is one


ABSENT = Absent()


class Finding:
    """One thing that is wrong, or worth knowing. It can't be changed: copies can.

    Attributes:
        code: what kind of thing it is, in kebab-case; stable.
        path: where in the value it is: names and indices, from the outside in.
        severity: `"error"`, `"warning"` or `"info"`.
        value: what was found there; `ABSENT` where nothing was.
        allowed: what would have been right: a tuple of spellings, a `range`, or a phrase
            (`"text"`, `"an object or an array"`).
        suggestion: what was probably meant.
        source: the evidence, where the rule is a surprising one.
        where: the place as the reader of the message knows it: `--beep`, `params.beep`,
            `plan.yaml:3: fixtures[0]`. Empty until a reader has set it.
        sentence: the message as a template. `{subject}` is the name at the end of the path, and
            `{quoted}` the same in quotes; `{value}`, `{allowed}` and the `details` stand for themselves; any other name in
            braces is a parameter.
    """

    __slots__ = (
        "allowed",
        "code",
        "details",
        "path",
        "sentence",
        "severity",
        "source",
        "suggestion",
        "value",
        "where",
    )

    code: str
    path: "Path"
    severity: str
    value: object
    allowed: "Allowed"
    suggestion: object
    source: str
    where: str
    sentence: str
    details: "Details"

    def __init__(
        self,
        code: str,
        sentence: str,
        *,
        path: "Path" = (),
        severity: str = ERROR,
        value: object = ABSENT,
        allowed: "Allowed" = None,
        suggestion: object = None,
        source: str = "",
        where: str = "",
        details: "Details | None" = None,
    ) -> None:
        fill = object.__setattr__
        fill(self, "code", code)
        fill(self, "sentence", sentence)
        fill(self, "path", path)
        fill(self, "severity", severity)
        fill(self, "value", value)
        fill(self, "allowed", allowed)
        fill(self, "suggestion", suggestion)
        fill(self, "source", source)
        fill(self, "where", where)
        fill(self, "details", details or {})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a finding can't be changed: {name}")

    __delattr__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Finding({self.code!r}, {self.message!r}, path={self.path!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.code, self.path, self.sentence, self.where))

    def __reduce__(self) -> "tuple[object, ...]":
        return remade_finding, ({name: getattr(self, name) for name in self.__slots__},)

    def but(self, **changes: object) -> "Finding":
        """A copy with other values for some attributes."""
        facts = {name: getattr(self, name) for name in self.__slots__}
        return remade_finding({**facts, **changes})

    def within(self, *steps: "Step") -> "Finding":
        """The same, seen from further out."""
        return self.but(path=(*steps, *self.path)) if steps else self

    @property
    def subject(self) -> str:
        """The name at the end of the path, with the indices behind it: `urls[0]`."""
        start = len(self.path)
        while start and isinstance(self.path[start - 1], int):
            start -= 1
        name = self.path[start - 1] if start else ""
        plain = isinstance(name, str) and name.replace("-", "_").isidentifier()
        shown_name = name if plain else repr(name)
        return f"{shown_name}{path_text(self.path[start:])}" if start else "the value"

    @property
    def message(self) -> str:
        """The whole sentence: it needs no path beside it, and names parameters as documented."""
        return self.told()

    def told(self, mention: "Callable[[str], str] | None" = None, subject: str = "") -> str:
        """The sentence with the suggestion.

        `mention` says how a parameter's name is shown (quoted, if it doesn't say); `subject` is
        how what is wrong is called, where that isn't its name.
        """
        return self.sentence_for(self.sentence, mention, subject or self.subject) + self.hint

    def told_at_place(self, mention: "Callable[[str], str] | None" = None) -> str:
        """The sentence behind `where`: without the subject, if it would begin with it."""
        for beginning in ("{subject} ", "{quoted} "):
            if self.where and self.sentence.startswith(beginning):
                rest = self.sentence[len(beginning) :]
                return f"{self.where}: {self.sentence_for(rest, mention, self.subject)}{self.hint}"
        return f"{self.where}: {self.told(mention)}" if self.where else self.told(mention)

    def line(self, mention: "Callable[[str], str] | None" = None) -> str:
        """Where, what and what was meant, in one line; a warning with its code."""
        code = "" if self.severity == ERROR else f" [{self.code}]"
        return self.told_at_place(mention) + code

    def sentence_for(
        self, template: str, mention: "Callable[[str], str] | None", subject: str
    ) -> str:
        return template.format_map(Names(self, mention or repr, subject))

    @property
    def hint(self) -> str:
        if self.suggestion is None:
            return ""
        return f" Did you mean {shown(self.suggestion)}?"


class Names(dict[str, str]):
    """What the names in a template stand for."""

    def __init__(self, finding: Finding, mention: "Callable[[str], str]", subject: str) -> None:
        super().__init__(subject=subject)
        self.finding = finding
        self.mention = mention

    def __missing__(self, name: str) -> str:
        finding = self.finding
        if name == "value":
            return described(finding.value)
        if name == "quoted":
            return repr(finding.path[-1])
        if name == "allowed":
            return allowed_text(finding.allowed)
        detail = finding.details.get(name, (name,))
        return detail if isinstance(detail, str) else ", ".join(map(self.mention, detail))


def remade_finding(facts: "dict[str, object]") -> Finding:
    """A finding with these attributes."""
    finding = Finding.__new__(Finding)
    for name in Finding.__slots__:
        object.__setattr__(finding, name, facts[name])
    return finding


class SwaigctlError(Exception):
    """Something in the request is wrong.

    Attributes:
        finding: what is wrong, as data.
        command: the command whose help tells more, where it is not the one that was called.
    """

    def __init__(self, finding: Finding, command: str = "") -> None:
        super().__init__(finding, command)
        self.finding = finding
        self.command = command

    def __str__(self) -> str:
        return self.finding.told_at_place()


def problem(code: str, sentence: str, where: str = "", suggestion: object = None) -> SwaigctlError:
    """The error of a request that is wrong as a whole; the sentence is no template."""
    return SwaigctlError(Finding(code, literal(sentence), where=where, suggestion=suggestion))


class ParameterError(SwaigctlError, ValueError):
    """A parameter's value is not allowed.

    `str(error)` starts with the wording that the vendor's SDK has for the same fault.

    Attributes:
        finding: all of the following, as data.
        code: the stable name of the fault: `"choice"`, `"empty"`, `"exclusive"`, `"json"`,
            `"range"`, `"required"`, `"type"`, `"unknown-name"` or `"utf-8"`, among others.
        parameter: the parameter's name as documented (`"max_participants"`).
        path: where inside the parameter's value the fault lies: names and indices.
        value: what was given.
        allowed: what would have been right: a tuple of spellings, a `range`, or a phrase
            (`"text"`, `"an object or an array"`).
        near: what was probably meant, or None.
        sentence: the fault as one sentence.
    """

    def __init__(self, finding: Finding, wording: str = "") -> None:
        super().__init__(finding)
        self.args = (finding, wording)
        self.wording = wording

    def __str__(self) -> str:
        finding = self.finding
        if not self.wording:
            return finding.message
        place = path_text(finding.path).lstrip(".")
        found = f", got {cut(repr(finding.value))}" if finding.value is not ABSENT else ""
        return f"{place} {self.wording}{found}.{finding.hint}".lstrip()

    @property
    def code(self) -> str:
        return self.finding.code

    @property
    def parameter(self) -> str:
        return str(self.finding.path[0]) if self.finding.path else ""

    @property
    def path(self) -> "Path":
        return self.finding.path[1:]

    @property
    def value(self) -> object:
        return None if self.finding.value is ABSENT else self.finding.value

    @property
    def allowed(self) -> "Allowed":
        return self.finding.allowed

    @property
    def near(self) -> object:
        return self.finding.suggestion

    @property
    def sentence(self) -> str:
        return self.finding.message


class Refused(Exception):
    """The request can't be answered.

    Attributes:
        findings: all that is wrong with it.
        command: the command whose help tells more, where it is not the one that was called.
    """

    def __init__(self, *findings: Finding, command: str = "") -> None:
        super().__init__(*findings)
        self.findings = findings
        self.command = command


def literal(text: str) -> str:
    """Text as a template that says just this."""
    return text.replace("{", "{{").replace("}", "}}")


def flag_of(name: str) -> str:
    """`max_participants` as a command line spells it: `--max-participants`."""
    return "--" + name.replace("_", "-")


def path_text(path: "Path") -> str:
    """`.prompts[0].type`, `['two words']`: a path behind what it begins at."""
    text = ""
    for step in path:
        plain = isinstance(step, str) and step.replace("-", "_").isidentifier()
        text += f".{step}" if plain else f"[{shown(step)}]"
    return text if len(text) < 200 else f"{text[:100]}…{text[-60:]}"


def shown(value: object) -> str:
    """`value` as a message quotes it: text in single quotes, the rest as JSON, both cut short."""
    if isinstance(value, str):
        # A byte that is not UTF-8 came in as a lone surrogate; show it as the byte.
        return repr(value if len(value) <= 60 else value[:57] + "...").replace(r"\udc", r"\x")
    from json import dumps

    try:
        return cut(dumps(value, ensure_ascii=False))
    except (TypeError, ValueError, RecursionError):  # a number of too many digits, among others
        return f"this {type(value).__name__}"


def described(value: object) -> str:
    """`value` as a message says what was found: `'loud'`, `7`, `a list`, `an object`."""
    if isinstance(value, dict):
        return "an object" if value else "an empty object"
    if isinstance(value, (list, tuple)):
        return "a list" if value else "an empty list"
    return shown(value)


def allowed_text(allowed: "Allowed") -> str:
    """`one of 'a', 'b'`, `between 1 and 9`, or the phrase as it is"""
    if isinstance(allowed, tuple):
        return listed(allowed) if len(allowed) == 1 else f"one of {listed(allowed)}"
    if isinstance(allowed, range):
        return f"between {allowed.start} and {allowed.stop - 1}"
    return allowed or ""


def cut(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def listed(spellings: "Iterable[object]") -> str:
    """`'a', 'b', 'c'`"""
    return ", ".join(map(shown, spellings))


def nearest(word: str, spellings: "tuple[str, ...]") -> "str | None":
    """The allowed spelling that `word` was probably meant to be, or None.

    A spelling that begins with it comes first, then one that looks like it, then one that shares
    all words with it.
    """
    from difflib import get_close_matches

    def folded(text: str) -> str:
        return text.casefold().replace("_", "-").strip("-")

    by_folded = {folded(spelling): spelling for spelling in reversed(spellings)}
    meant = folded(word[:60])
    begin = sorted((each for each in by_folded if meant and each.startswith(meant)), key=len)
    alike = get_close_matches(meant, by_folded, n=1, cutoff=0.7 if len(meant) > 4 else 0.65)
    words = set(meant.split("-"))
    sharing = [each for each in by_folded if (own := set(each.split("-"))) <= words or words <= own]
    near = (begin if len(meant) > 2 or len(begin) == 1 else []) or alike or sharing
    return by_folded[near[0]] if near else None
