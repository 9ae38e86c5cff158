"""The members of described objects, to any depth: `prompt.temperature`.

They stop at lists, maps and free objects, whose members have no names of their own here.
"""

from swaigctl.model.shapes import Named, Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.model.kinds import Kind
    from swaigctl.model.shapes import Field

    Fields = dict[str, Field]


def fields_of(kind: "Kind") -> "Fields":
    """The members that a value can have, whichever branch of a union has them."""
    if isinstance(kind, Object):
        return {field.name: field for field in kind.fields}
    if isinstance(kind, Named):
        return fields_of(kind.kind())
    found: Fields = {}
    for branch in getattr(kind, "branches", ()):
        for name, field in fields_of(branch).items():
            found.setdefault(name, field)
    return found


def member_at(fields: "Fields", path: str) -> "Field | None":
    """The member at a path with dots, found by walking the names; None if there is none."""
    name, dot, rest = path.partition(".")
    field = fields.get(name)
    if field is None or not dot:
        return field
    return member_at(fields_of(field.kind), rest)


def members(fields: "Fields", before: str = "") -> "Iterator[tuple[str, Field]]":
    """Every member with its path, the outer ones first, and below each what is inside it."""
    for name, field in fields.items():
        path = before + name
        yield path, field
        yield from members(fields_of(field.kind), f"{path}.")
