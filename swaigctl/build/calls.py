"""One call of an action: the values it was given, and how it is to be written."""

from swaigctl.findings import ERROR, WARNING, Finding, Refused, SwaigctlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from swaigctl.findings import Path
    from swaigctl.model.entries import Action
    from swaigctl.model.places import InSwml

    Values = dict[str, object]
    Document = dict[str, object]

    Options = dict[str, object]
    """What was asked for beside the parameters, by option: `form`, `as`, `transfer` and others."""


class Call:
    """An action with its checked values, and the options that say how it is written.

    Attributes:
        action: what is called.
        values: its parameters, checked.
        options: `form`, `as` and perhaps `transfer`, as `swaigctl.catalog.program.flags` has them.
        place: the path to its parameters in the request that asks for it.
        command: how messages name it.
    """

    __slots__ = ("action", "command", "options", "place", "values")

    def __init__(
        self,
        action: "Action",
        values: "Values",
        options: "Options",
        place: "Path" = (),
        command: str = "",
    ) -> None:
        self.action = action
        self.values = values
        self.options = options
        self.place = place
        self.command = command or action.command

    @property
    def form(self) -> str:
        return str(self.options["form"])

    def but(self, **options: object) -> "Call":
        """The same call with other options."""
        return Call(self.action, self.values, {**self.options, **options}, self.place, self.command)

    def missing(self) -> "Iterator[Finding]":
        """What is required and not there, and what can't go together."""
        return self.action.missing(self.values)

    def cautions(self) -> "Iterator[Finding]":
        """What to warn of in its values, and in how it was asked for."""
        yield from self.action.cautions(self.values)
        yield from self.cautions_of_options()

    def cautions_of_options(self) -> "Iterator[Finding]":
        """What to warn of in how it was asked for."""
        from swaigctl.catalog.program.flags import OPTION_RULES

        for rule in OPTION_RULES:
            yield from rule.find(self)

    def prompt(self) -> "Document | None":
        """The response that it brings along, if it brings one."""
        prompt = self.values.get(self.action.prompt) if self.action.prompt else None
        # The SDK's words for the model to reason from.
        return None if prompt is None else {"tool_result": "status: on hold", "tool_prompt": prompt}

    def wired(self) -> "Document":
        """The action as a response carries it.

        Raises:
            SwaigctlError: it hasn't got that form.
        """
        transfer = self.options.get("transfer")
        leaves = None if transfer is None else bool(transfer)
        return self.action.place.write(self.action, self.values, self.form, leaves)

    def document(self) -> "Document":
        """The action in the shape that `as` asks for.

        Raises:
            SwaigctlError: this action hasn't got that form or shape.
        """
        shape = str(self.options["as"])
        if self.action.place.is_part and shape != "action":
            raise self.without_shape("is a part of an action, it has no other shape.")
        if shape == "action":
            return self.wired()
        if shape == "response":
            prompt = self.prompt()
            return response_object(prompt or "", [self.wired()], prompt is not None)
        if not self.action.place.carries_swml:
            raise self.without_shape("is a plain action, it carries no SWML.")
        place: InSwml = self.action.place  # type: ignore[assignment]
        if shape == "swml":
            return place.document(self.action, self.values, self.form)
        if place.verb is None:
            reason = "carries a whole document, not one verb: choose 'swml' for {as}."
            raise self.without_shape(reason)
        return place.step(self.action, self.values, self.form)

    def without_shape(self, reason: str) -> SwaigctlError:
        details = {"command": self.action.command}
        shape = self.options["as"]
        sentence = f"{{command}} {reason}"
        return SwaigctlError(Finding("shape", sentence, path=("as",), value=shape, details=details))


def response_object(
    text: "str | Document", actions: "list[Document]", post_process: bool
) -> "Document":
    """A SWAIG response, as the SDK writes it.

    Empty parts are left out, and `post_process` where there is no action to wait with. With neither
    text nor action it says `"Action completed."`
    """
    result: Document = {}
    if text:
        result["response"] = text
    if actions:
        result["action"] = actions
        if post_process:
            result["post_process"] = True
    return result or {"response": "Action completed."}


def refuse_if_strict(strict: object, cautions: "Iterable[Finding]") -> None:
    """Turn warnings into errors, where that was asked for.

    Raises:
        Refused: there is something to warn of.
    """
    found = [each for each in cautions if each.severity == WARNING] if strict else []
    if found:
        raise Refused(
            *(each.but(severity=ERROR, sentence=f"{each.sentence} [{each.code}]") for each in found)
        )


def without_ignored(cautions: "list[Finding]", ignored: object) -> "list[Finding]":
    """Those of the warnings whose codes are not among those that `--ignore` gave, if it did."""
    if not isinstance(ignored, list):
        return cautions
    return [each for each in cautions if each.code not in ignored]
