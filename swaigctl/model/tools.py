"""Commands beside those of the actions."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from swaigctl.model.entries import Example, Parameter
    from swaigctl.model.rules import Rule


class Topic:
    """What `help` explains for many commands at once: flags that they share, under headings."""

    __slots__ = ("description", "name", "parts", "summary", "title")

    def __init__(
        self,
        name: str,
        title: str,
        summary: str,
        *parts: "tuple[str, str | Callable[[], str], tuple[Parameter, ...]]",
        description: str = "",
    ) -> None:
        self.name = name
        """What follows `help`."""
        self.title = title
        """Its heading, where there are others."""
        self.summary = summary
        """One line."""
        self.description = description
        self.parts = parts
        """For each heading, what to know about its flags, and the flags.

        What takes all of the catalog to know is a function, which is asked only by who shows it.
        """

    @property
    def sections(self) -> "Iterator[tuple[str, str, tuple[Parameter, ...]]]":
        """For each heading, what to know about its flags, and the flags."""
        for title, about, its in self.parts:
            yield title, about() if callable(about) else about, its

    @property
    def parameters(self) -> "tuple[Parameter, ...]":
        return tuple(each for _, _, its in self.parts for each in its)

    @property
    def prose(self) -> str:
        return f"{self.summary} {self.description}".strip()


class Tool:
    """One command beside those of the actions."""

    __slots__ = (
        "between",
        "chains",
        "command",
        "description",
        "examples",
        "module",
        "most_words",
        "parameters",
        "rules",
        "sample",
        "summary",
        "usage",
        "words",
    )

    def __init__(
        self,
        command: str,
        summary: str,
        parameters: "tuple[Parameter, ...]",
        *,
        module: str,
        usage: str,
        chains: bool = False,
        between: "tuple[Parameter, ...]" = (),
        description: str = "",
        rules: "tuple[Rule, ...]" = (),
        examples: "tuple[Example, ...]" = (),
        words: "dict[tuple[str, ...], tuple[str, ...]] | None" = None,
        sample: "tuple[str, str] | None" = None,
        most_words: "int | None" = None,
    ) -> None:
        self.command = command
        self.summary = summary
        """One line."""
        self.parameters = parameters
        self.module = module
        """The module of `swaigctl.cli.tools` that answers it."""
        self.chains = chains
        """Whether actions or verbs with flags of their own follow."""
        self.between = between
        """The flags that stand between those that follow."""
        self.usage = usage
        """What follows the command's name in its usage line."""
        self.description = description
        self.rules = rules
        """What it warns of."""
        self.examples = examples
        self.words = words or {}
        """What may follow, where that is no flag: after which words, which ones."""
        self.sample = sample
        """The file that the examples are about: its name, and what it says."""
        self.most_words = most_words
        """How many words that are no flags may follow, where the module has a `run` for the quick
        path: it takes what the flags set, and these words.
        """
