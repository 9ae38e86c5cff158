"""What Python has and JSON has no word for, found in a value before it is judged.

A webhook's framework writes what the webhook returns as JSON. It refuses sets and objects, takes
tuples for lists and numbers for names, and what it makes of NaN nobody else can read.
"""

from swaigctl.findings import ERROR, WARNING, Finding
from swaigctl.formats import MAX_DEPTH
from swaigctl.formats.values import has_too_many_digits
from swaigctl.model.walk import TOO_DEEP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.findings import Path


class PlainValue:
    """A value as JSON has it, as far as it goes.

    Attributes:
        value: a copy of dictionaries with text for names, lists, text, numbers, booleans and None,
            which stands for all else.
        findings: what was something else, in the order of the value.
        lost: where None stands for something else, so that nothing can be said of what is there.
    """

    __slots__ = ("findings", "lost", "value")

    def __init__(self, value: object) -> None:
        self.findings: list[Finding] = []
        self.lost: list[Path] = []
        self.value = self.plain(value, ())

    def is_lost(self, path: "Path") -> bool:
        """Whether nothing can be said of what is at a path."""
        has_lost_names = any(each.is_error and each.path == path for each in self.findings)
        return has_lost_names or any(path[: len(lost)] == lost for lost in self.lost)

    def plain(self, value: object, path: "Path") -> object:
        """What is at a path, as JSON has it."""
        if isinstance(value, (dict, list, tuple)):
            if len(path) > MAX_DEPTH:
                self.findings.append(TOO_DEEP.within(*path))
                self.lost.append(path)
                return None
            if isinstance(value, dict):
                return dict(self.members(value, path))
            if isinstance(value, tuple):
                sentence = (
                    "{subject} is a tuple: the json module writes it as a list, but not every "
                    "serializer does."
                )
                self.add(sentence, path, WARNING)
            return [self.plain(item, (*path, index)) for index, item in enumerate(value)]
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return str.__str__(value)  # of an enumeration the text, and not the member
        if isinstance(value, int) and not has_too_many_digits(value):
            return value
        if isinstance(value, float) and value - value == 0:  # neither infinite nor NaN
            return value
        self.add(
            "{subject} is {what}, which can't be written as JSON.", path, what=described(value)
        )
        self.lost.append(path)
        return None

    def members(
        self, value: "dict[object, object]", path: "Path"
    ) -> "Iterator[tuple[str, object]]":
        """The members of a dictionary, under the names that json gives them."""
        for name, member in value.items():
            if isinstance(name, str):
                text = str.__str__(name)
            elif name is None or isinstance(name, (bool, int, float)):
                text = written_name(name)
                sentence = (
                    "the name {what} is not text: the json module writes it as {quoted}, but not "
                    "every serializer does."
                )
                self.add(sentence, (*path, text), WARNING, what=str(name))
            else:
                sentence = "{subject} has a name {what}, which can't be written as JSON."
                self.add(sentence, path, what=described(name))
                continue
            yield text, self.plain(member, (*path, text))

    def add(self, sentence: str, path: "Path", severity: str = ERROR, what: str = "") -> None:
        """Keep a finding; `{what}` in its sentence is what was found."""
        finding = Finding("json", sentence, path=path, severity=severity, details={"what": what})
        self.findings.append(finding)


def described(value: object) -> str:
    """What a value is that JSON has no word for."""
    if isinstance(value, int):
        return "a number of too many digits"
    return repr(value) if isinstance(value, float) else f"of type {type(value).__name__}"


def written_name(name: object) -> str:
    """How json writes a name that is no text."""
    from json import dumps

    return dumps(name)
