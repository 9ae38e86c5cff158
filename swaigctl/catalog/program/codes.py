"""The codes of findings, where somebody names them: in flags, comments and configurations."""

from swaigctl.findings import NEAREST, Finding
from swaigctl.model.kinds import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def faults_of_code(code: str) -> "Iterator[Finding]":
    """The finding for what is not the code of a finding."""
    from swaigctl.catalog.codes import CODES

    if code not in CODES:
        sentence = "{value} is not the code of a finding."
        yield Finding("choice", sentence, value=code, allowed=tuple(CODES), suggestion=NEAREST)


class FindingCode(Text):
    """The code of a finding."""

    allowed = "the code of a finding"

    def __init__(self) -> None:
        super().__init__("CODE")

    def faults(self, value: object) -> "Iterable[Finding]":
        return faults_of_code(value) if isinstance(value, str) else super().faults(value)
