"""Descriptions that have some members of another one."""

from swaigctl.findings import WARNING, Finding
from swaigctl.model.shapes import Field, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.model.rules import Rule


def picked(fields: "tuple[Field, ...]", *names: str) -> "tuple[Field, ...]":
    """The fields of these names, in this order."""
    by_name = {field.name: field for field in fields}
    return tuple(by_name[name] for name in names)


class Fewer(Object):
    """An object that lacks some members of another one: those are known, and ignored."""

    def __init__(
        self,
        *fields: Field,
        than: "tuple[Field, ...]",
        title: str,
        place: str,
        rules: "tuple[Rule, ...]" = (),
    ) -> None:
        super().__init__(*fields, unknown=WARNING, title=title, rules=rules)
        self.place = place
        """Where they are ignored."""
        own = {field.name for field in fields}
        self.ignored = {field.name for field in than} - own

    def knows_elsewhere(self, name: str) -> bool:
        return name in self.ignored

    def meant(self, name: str) -> "str | None":
        return None if name in self.ignored else super().meant(name)

    def unknown_name(self, name: str) -> Finding:
        if name not in self.ignored:
            return super().unknown_name(name)
        sentence = "{quoted} has no effect in {place}."
        details = {"place": self.place}
        return Finding(
            "no-effect",
            sentence,
            path=(name,),
            severity=WARNING,
            details=details,
            about_key=True,
        )
