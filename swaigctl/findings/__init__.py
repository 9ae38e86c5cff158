"""Findings: what is wrong with a value, a request or a document, or worth knowing of it.

A finding is data first (code, path, value, allowed, suggestion) and one plain sentence second. The
sentence is a template about that data, so that each reader can show names in its own way: whoever
typed flags sees `--trim`, whoever wrote JSON sees `trim`.
"""

# Imported by the quick path and by `from swaigctl import FunctionResult`: keep it free of imports.

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from swaigctl.findings.fixes import Fix

    Step = str | int
    """One step of a path: a member's name, or an item's index."""

    Path = tuple[Step, ...]

    Allowed = tuple[object, ...] | range | str | None
    """What would have been right: spellings, a range, or a phrase such as `text`."""

    Details = Mapping[str, "str | tuple[str, ...]"]
    """What else a sentence says: text, or names of parameters."""

ERROR, WARNING, INFO = "error", "warning", "info"
"""What the platform refuses or takes for something else; what runs, but is unwise; the rest."""


class Sentinel:
    """Stands where no value can."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name

    def __reduce__(self) -> str:
        return self.name  # there is one of each


ABSENT = Sentinel("ABSENT")
"""Stands where there is no value."""

NEAREST = Sentinel("NEAREST")
"""Stands for the allowed spelling that is most like the value, until somebody asks for it."""


class Typed(str):
    """A suggestion that is a piece of a command line, quoted as a shell needs it."""

    __slots__ = ()


class Finding:
    """One thing that is wrong, or worth knowing. It can't be changed: copies can.

    Attributes:
        code: what kind of thing it is, in kebab-case; stable.
        path: where in the value it is: names and indices, from the outside in.
        severity: `"error"`, `"warning"` or `"info"`.
        value: what was found there; `ABSENT` where nothing was.
        allowed: what would have been right: a tuple of spellings, a `range`, or a phrase
            (`"text"`, `"an object or a list"`).
        meant: what was probably meant, from which `suggestion` comes: that itself, `NEAREST`, or a
            function of a module that finds it for the finding.
        source: the evidence, where the rule is a surprising one.
        about_key: whether it is about the name at the end of the path, and not about the value.
        file: the text that it is about, as it was given; empty if there is none.
        document: the number of the document in a text that may have several, counted from 1.
        position: line and column in the text where it begins, counted from 1, if they are known.
        end: line and column behind the last character that it is about.
        platform: what the platform itself calls it, where its documentation has a code.
        fix: how the text can be put right, see `swaigctl.findings.fixes`; None if nobody knows.
        where: the place as the reader of the message knows it: `--beep`, `params.beep`,
            `plan.yaml:3: fixtures[0]`. Empty until a reader has set it.
        sentence: the message as a template. `{subject}` is the name at the end of the path, and
            `{quoted}` the same in quotes; `{value}`, `{allowed}` and the `details` stand for
            themselves; any other name in braces is a parameter.
    """

    __slots__ = (
        "about_key",
        "allowed",
        "code",
        "details",
        "document",
        "end",
        "file",
        "fix",
        "meant",
        "path",
        "platform",
        "position",
        "sentence",
        "severity",
        "source",
        "value",
        "where",
    )

    about_key: bool
    code: str
    document: "int | None"
    end: "tuple[int, int] | None"
    file: str
    fix: "Fix | None"
    path: "Path"
    platform: str
    position: "tuple[int, int] | None"
    severity: str
    value: object
    allowed: "Allowed"
    meant: object
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
        position: "tuple[int, int] | None" = None,
        details: "Details | None" = None,
        about_key: bool = False,
    ) -> None:
        fill = object.__setattr__
        fill(self, "code", code)
        fill(self, "sentence", sentence)
        fill(self, "path", path)
        fill(self, "severity", severity)
        fill(self, "value", value)
        fill(self, "allowed", allowed)
        fill(self, "meant", suggestion)
        fill(self, "source", source)
        fill(self, "where", where)
        fill(self, "position", position)
        fill(self, "details", details or {})
        fill(self, "about_key", about_key)
        fill(self, "document", None)
        fill(self, "end", None)
        fill(self, "file", "")
        fill(self, "fix", None)
        fill(self, "platform", "")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a finding can't be changed: {name}")

    __delattr__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        """`$.action[0].say: error: say must be text, not a list. [type]`"""
        from swaigctl.findings.messages import path_text

        place = self.where or path_text(self.path, "$")
        return f"{place}: {self.severity}: {self.message} [{self.code}]"

    def __repr__(self) -> str:
        return f"<Finding {self}>"

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
        if "suggestion" in changes:
            changes["meant"] = changes.pop("suggestion")
        return remade_finding({**facts, **changes})

    def within(self, *steps: "Step") -> "Finding":
        """The same, seen from further out."""
        return self.but(path=(*steps, *self.path)) if steps else self

    @property
    def is_error(self) -> bool:
        """Whether the platform refuses it, or does something else than it says."""
        return self.severity == ERROR

    @property
    def has_value(self) -> bool:
        """Whether a value was found at all."""
        return self.value is not ABSENT

    @property
    def suggestion(self) -> object:
        """What was probably meant, or None; what takes a search is looked for only now."""
        if callable(self.meant):
            return self.meant(self)
        if self.meant is not NEAREST:
            return self.meant
        from swaigctl.findings.messages import nearest, shown

        word = self.value if isinstance(self.value, str) else shown(self.value)
        spellings = self.allowed if isinstance(self.allowed, tuple) else ()
        there = self.details.get("there", ())
        return nearest(word, tuple(str(each) for each in spellings if each not in there))

    @property
    def message(self) -> str:
        """The whole sentence: it needs no path beside it, and names parameters as documented."""
        from swaigctl.findings.messages import told

        return told(self)

    def line(self, mention: "Callable[[str], str] | None" = None) -> str:
        """Where, what and what was meant, in one line; a warning with its code.

        `mention` says how a parameter's name is shown: in quotes, if it doesn't say.
        """
        from swaigctl.findings.messages import line

        return line(self, mention)


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
        return self.finding.line()


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
            (`"text"`, `"an object or a list"`).
        near: what was probably meant, or None.
        sentence: the fault as one sentence.
    """

    def __init__(self, finding: Finding, wording: str = "") -> None:
        super().__init__(finding)
        self.args = (finding, wording)
        self.wording = wording

    def __str__(self) -> str:
        from swaigctl.findings.messages import sdk_message

        return sdk_message(self.finding, self.wording) if self.wording else self.finding.message

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
    def near(self) -> "str | None":
        suggestion = self.finding.suggestion
        return None if suggestion is None else str(suggestion)

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

    def seen_from(self, command: str) -> "Refused":
        """The same; this command's help tells more, unless another's was named."""
        return Refused(*self.findings, command=self.command or command)


def literal(text: str) -> str:
    """Text as a template that says just this."""
    return text.replace("{", "{{").replace("}", "}}")


def flag_of(name: str) -> str:
    """`max_participants` as a command line spells it: `--max-participants`."""
    return "--" + name.replace("_", "-")
