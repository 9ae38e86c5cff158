"""The codes of findings, where somebody names them: in flags, comments and configurations."""

from swaigctl.findings import NEAREST, Finding
from swaigctl.model.kinds import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def known_codes() -> "tuple[str, ...]":
    """Every code that there is; none if they are not listed."""
    try:
        module = __import__("swaigctl.catalog.codes", fromlist=["CODES"])
    except ImportError:
        return ()
    return tuple(module.CODES)


def faults_of_code(code: str) -> "Iterator[Finding]":
    """The finding for what is not the code of a finding."""
    known = known_codes()
    words = code.split("-")
    is_code = code in known if known else all(word and not word.strip(LETTERS) for word in words)
    if not is_code:
        sentence = "{value} is not the code of a finding."
        yield Finding("choice", sentence, value=code, allowed=known, suggestion=NEAREST)


class FindingCode(Text):
    """The code of a finding."""

    allowed = "the code of a finding"

    def __init__(self) -> None:
        super().__init__("CODE")

    def faults(self, value: object) -> "Iterable[Finding]":
        return faults_of_code(value) if isinstance(value, str) else super().faults(value)
