"""Steps and documents of SWML. They hold no verbs: they ask for one when they meet its name."""

from swaigctl.findings import NEAREST, Finding
from swaigctl.model.kinds import Choice, Kind, mistyped
from swaigctl.model.shapes import JSON_FLAG, Field, ListOf, MapOf, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part

    class Verbs(Protocol):
        """Where steps look for verbs: the index of a catalog."""

        def names(self) -> "tuple[str, ...]":
            """Every verb there is."""

        def value_of(self, name: str) -> Kind:
            """What stands behind the verb of this name."""

        def use_elsewhere(self, name: str) -> str:
            """What such a verb is for, if only documents of another flavour have it."""


class Step(Kind):
    """One step of a section: an object whose one name is a verb, with the verb's parameters."""

    takes_json = True
    metavar = JSON_FLAG
    allowed = "a step: an object with one verb"
    annotation = "dict[str, Any]"
    json_types = (dict,)

    def __init__(self, verbs: "Verbs", allowed: "tuple[str, ...]" = ()) -> None:
        self.verbs = verbs
        self.only = allowed
        """The verbs that may stand here, where not all may."""

    def named(self, name: object) -> "str | None":
        """The verb that a step's name is, or was meant to be."""
        names = self.verbs.names()
        if not isinstance(name, str):
            return None
        if name in names or self.verbs.use_elsewhere(name):
            return name if name in names else None
        from swaigctl.findings.messages import nearest

        return nearest(name, names)

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, dict):
            yield mistyped(value, self.allowed)
            return
        if len(value) != 1:
            sentence = "{subject} must have just one verb: {count}."
            count = f"it has {len(value)}" if value else "it has none"
            yield Finding("one-verb", sentence, value=value, details={"count": count})
        names = self.verbs.names()
        for name in value:
            if name not in names:
                use = self.verbs.use_elsewhere(name)
                yield Finding(
                    "unknown-verb",
                    "{value} is not a verb here: it is one for {use}."
                    if use
                    else "{value} is not a verb.",
                    path=(str(name),),
                    value=name,
                    allowed=self.only or names,
                    suggestion=None if use else NEAREST,
                    details={"use": use},
                )
            elif self.only and name not in self.only:
                sentence = "{value} can't stand here: only {verbs} can."
                details = {"verbs": ", ".join(self.only)}
                yield Finding(
                    "misplaced",
                    sentence,
                    path=(name,),
                    value=name,
                    allowed=self.only,
                    details=details,
                )

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, dict):
            for name, content in value.items():
                verb = self.named(name)
                if verb is not None:
                    yield name, self.verbs.value_of(verb), content

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return dict(parts) if isinstance(value, dict) else value

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        if not isinstance(value, dict):
            return value
        return {
            name: formed(self.verbs.value_of(str(self.named(name))), content, form)
            for name, content in parts.items()
        }


def formed(kind: Kind, content: object, form: str) -> object:
    """What stands behind a verb, as the object or the bare value that this form asks for."""
    if kind.main is None:
        return content
    if not isinstance(content, dict):
        as_it_is = kind.only_main and form not in ("full", "expanded")
        return content if as_it_is else {kind.main.name: content}
    is_short = kind.only_main and form in ("auto", "simplified")
    return content.get(kind.main.name, content) if is_short else content


class Steps(ListOf):
    """A list of steps: a section, or what a branch runs."""

    def __init__(self, verbs: "Verbs", allowed: "tuple[str, ...]" = ()) -> None:
        super().__init__(Step(verbs, allowed))

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return "a list of steps"


class Document(Object):
    """A SWML document: sections of steps, of which `main` comes first."""

    def __init__(self, verbs: "Verbs") -> None:
        super().__init__(
            Field("version", Choice("1.0.0"), "The version of SWML.", default="1.0.0"),
            Field(
                "sections",
                MapOf(Steps(verbs), required=("main",)),
                "Sections of steps by name; main comes first.",
                required=True,
            ),
            title="a SWML document",
        )
