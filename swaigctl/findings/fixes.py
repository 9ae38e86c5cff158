"""How a text can be put right, as data."""


class Fix:
    """A change of a text that takes a finding away: other text in place of some of it.

    Attributes:
        edits: where each begins and ends in the file's text, and what stands there instead.
        is_safe: whether it is what was meant without a doubt.
        message: what it does, as one sentence.
    """

    __slots__ = ("edits", "is_safe", "message")

    def __init__(self, edits: "list[tuple[int, int, str]]", is_safe: bool, message: str) -> None:
        self.edits = edits
        self.is_safe = is_safe
        self.message = message
