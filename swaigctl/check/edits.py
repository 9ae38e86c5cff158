"""Changes of a document: of its value, and of its text at just those places.

A change of text keeps all that it isn't about: comments, quotes, layout, the order of keys, ends
of lines. What is new is written as its surroundings are: JSON on one line or on several, YAML in
flow or in block style. Where that is not possible without touching more, a change is refused.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from swaigctl.check.changes import Change, Edit, NotEditable, Spread
from swaigctl.check.texts import YAML, Read
from swaigctl.findings import Sentinel
from swaigctl.formats.json import compact_json, quoted, scalar_json
from swaigctl.formats.places import Path, Spot

HOLE = Sentinel("HOLE")
"""Stands in a new value where the old one stays."""

MARK = "\0"
"""Stands for it in new text; neither JSON nor YAML can have this character."""

YAML_UNIT = 2
"""Spaces for each level of new YAML."""


def member_at(value: Any, path: Path) -> Any:
    """What a path leads to.

    Raises:
        NotEditable: nothing is there.
    """
    try:
        for step in path:
            value = value[step]
    except (LookupError, TypeError):
        raise NotEditable from None
    return value


def same(one: object, other: object) -> bool:
    """Whether two values are the same in JSON, the order of names included."""
    return type(one) is type(other) and compact_json(one) == compact_json(other)


def template_of(new: object, old: object) -> tuple[object, Path]:
    """A new value, with HOLE where it contains the old one, and the path to that.

    Only what has nothing else inside is looked into, so that the hole is alone there.
    """
    if same(new, old):
        return HOLE, ()
    if isinstance(new, (dict, list)) and len(new) == 1:
        step: Any = next(iter(new)) if isinstance(new, dict) else 0
        inner, path = template_of(new[step], old)
        if inner is HOLE or path:
            return ({step: inner} if isinstance(new, dict) else [inner]), (step, *path)
    return new, ()


def filled(template: object, value: object) -> object:
    """A template with a value in its hole."""
    if template is HOLE:
        return value
    if isinstance(template, dict):
        return {name: filled(each, value) for name, each in template.items()}
    if isinstance(template, list):
        return [filled(each, value) for each in template]
    return template


class Editor:
    """What can be changed in the text of one document, and how."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.text = read.text
        self.places = read.places
        self.is_yaml = read.language == YAML
        self.starts = self.places.lines.starts
        self.key_like = ""
        """The character with which the key next to a change begins."""
        self.units: dict[int, str | None] = {}
        """The white space of one level of JSON, by where an object or a list begins."""
        found = self.text.find("\n")
        self.line_end = "\r\n" if found > 0 and self.text[found - 1] == "\r" else "\n"

    # Where something stands.

    def spots(self, path: Path) -> list[Spot]:
        """The spots along a path, the document's own first.

        Raises:
            NotEditable: it leads nowhere, or through what stands somewhere else too: what an alias
                leads to, what is merged, what an anchor or a tag names.
        """
        found = self.places.spots(path)
        if len(found) <= len(path):
            raise NotEditable
        begin, end = 0, len(self.text)
        for key, value, _, _, last in found:
            first = value if key is None else key
            if not begin <= first <= value <= last <= end:
                raise NotEditable
            if self.is_yaml:
                heads = (value,) if key is None else (key, value)
                if any(self.text[at : at + 1] in ("&", "*", "!") for at in heads):
                    raise NotEditable
            begin, end = value, last
        return found

    def end(self, spot: Spot) -> int:
        """Where a value ends: in YAML, the marks of what is in block style lie further on."""
        _, begin, inside, _, last = spot
        if not self.is_yaml:
            return last
        if inside and not self.is_flow(spot):
            children = inside.values() if isinstance(inside, dict) else inside
            within = [each for each in children if begin <= each[1] <= last]
            return max((self.end(each) for each in within), default=last)
        return begin + len(self.text[begin:last].rstrip())

    def is_flow(self, spot: Spot) -> bool:
        """Whether a value is an object or a list in brackets."""
        return self.text[spot[1] : spot[1] + 1] in ("{", "[")

    def is_block(self, spot: Spot) -> bool:
        """Whether a value is a mapping or a sequence of YAML in block style."""
        return self.is_yaml and spot[2] is not None and not self.is_flow(spot)

    def hangs_below(self, spot: Spot) -> bool:
        """Whether a sequence in place of a mapping would stand right below its name.

        Where a text has sequences so, the mapping's lines are where those of an item should be.
        """
        key, value, *_ = spot
        if key is None or not self.is_block(spot) or not self.is_first(value):
            return False
        return self.column(value) == self.column(key) + YAML_UNIT and self.has_hanging_lists

    @cached_property
    def has_hanging_lists(self) -> bool:
        """Whether the first sequence in block style stands right below its name."""
        waiting = [self.places.root]
        while waiting:
            spot = waiting.pop()
            key, value, inside, *_ = spot
            if isinstance(inside, list) and key is not None and self.is_block(spot):
                return self.column(key) == self.column(value)
            children = inside.values() if isinstance(inside, dict) else inside or ()
            waiting += reversed(list(children))
        return False

    def line_start(self, index: int) -> int:
        return self.starts[bisect_right(self.starts, index) - 1]

    def column(self, index: int) -> int:
        return index - self.line_start(index)

    def margin(self, index: int) -> str:
        """The white space before everything else on the line."""
        start = self.line_start(index)
        rest = self.text[start : start + 1000]
        return rest[: len(rest) - len(rest.lstrip(" \t"))]

    def is_first(self, index: int) -> bool:
        """Whether nothing but white space comes before it on its line."""
        start = self.line_start(index)
        return not self.text[start:index].strip(" \t")

    def later_lines(self, begin: int, end: int) -> Iterator[int]:
        """Where each line begins that is not the first one between two places, nor blank."""
        for start in self.starts[bisect_right(self.starts, begin) : bisect_left(self.starts, end)]:
            if self.text[start : start + 1] not in ("\n", "\r"):
                yield start

    def without_comments(self, begin: int, end: int) -> None:
        """Nothing, if what stands there has no comment.

        Raises:
            NotEditable: it may have one.
        """
        if self.is_yaml and "#" in self.text[begin:end]:
            raise NotEditable

    def indented(self, begin: int, end: int, more: str) -> list[Edit]:
        """What moves the lines after the first one to the right."""
        return [(start, start, more) for start in self.later_lines(begin, end)] if more else []

    def outdented(self, begin: int, end: int, less: int) -> list[Edit]:
        """What moves the lines after the first one to the left, if they have room there."""
        edits: list[Edit] = []
        for start in self.later_lines(begin, end):
            room = len(self.margin(start))
            if less and room:
                edits.append((start, start + min(less, room), ""))
        return edits

    # Changes.

    def replacement(self, path: Path, new: object) -> Change:
        """Another value in place of one; what it contains of that keeps its text.

        Raises:
            NotEditable: that can't be done.
        """
        spots = self.spots(path)
        old = member_at(self.read.value, path)
        source = self.text[spots[-1][1] : self.end(spots[-1])]
        if is_number(old) and isinstance(new, str) and source and source[0] not in "\"'":
            # A number that should be text: as it was written, with its plus and its zeros.
            new = source
        if isinstance(old, dict) and is_split(new, old):
            return self.split(path, spots)
        if isinstance(old, (dict, list)) and len(old) == 1:
            step: Any = next(iter(old)) if isinstance(old, dict) else 0
            if same(old[step], new):
                return self.unwrapping(path, spots, step)
        template, hole = template_of(new, old)
        if template is HOLE:
            raise NotEditable
        edits = self.replaced(spots, template, bool(hole))
        if isinstance(old, str) and isinstance(new, dict) and list(new) == [old]:
            hole = (old,)  # what is said of the word is said of the name then
        return Change(path, edits, lambda value: filled(template, value), lambda rest: hole + rest)

    def renaming(self, path: Path, name: str) -> Change:
        """Another name for a member.

        Raises:
            NotEditable: that can't be done; there is one of this name already, for instance.
        """
        *outer, old = path
        parent = member_at(self.read.value, tuple(outer))
        if not isinstance(parent, dict) or not isinstance(old, str) or name in parent:
            raise NotEditable
        spots = self.spots(path)
        return Change(
            tuple(outer),
            [self.renamed(spots, name)],
            lambda value: {name if each == old else each: value[each] for each in value},
            lambda rest: (name, *rest[1:]) if rest[:1] == (old,) else rest,
            old,
        )

    def renamed(self, spots: list[Spot], name: str) -> Edit:
        """What gives a member another name."""
        key, _, _, end, _ = spots[-1]
        if key is None:
            raise NotEditable
        return key, end, self.scalar(name, self.text[key], self.in_flow(spots))

    def other_member(self, path: Path, name: str, new: object) -> Change:
        """Another name and another value for a member.

        Raises:
            NotEditable: that can't be done.
        """
        rename = self.renaming(path, name)
        if same(member_at(self.read.value, path), new):
            return rename
        inner = self.replacement(path, new)
        old = path[-1]
        return Change(
            rename.path,
            rename.edits + inner.edits,
            lambda value: {
                name if each == old else each: inner.make(member) if each == old else member
                for each, member in value.items()
            },
            lambda rest: (name, *inner.move(rest[1:])) if rest[:1] == (old,) else rest,
            str(old),
        )

    def lifting(self, path: Path, name: Any) -> Change:
        """The one member of an object, in place of that.

        Raises:
            NotEditable: that can't be done.
        """
        value = member_at(self.read.value, path)
        if not isinstance(value, dict) or list(value) != [name]:
            raise NotEditable
        return self.unwrapping(path, self.spots(path), name)

    def unwrapping(self, path: Path, spots: list[Spot], step: Any) -> Change:
        """What is alone in a list, or in an object, in place of that."""
        outer = spots[-1]
        inner = self.spots((*path, step))[-1]
        begin, end = outer[1], self.end(outer)
        first, last = inner[1], self.end(inner)
        if self.is_block(outer):
            edits = self.unwrapped_block(spots, inner, begin, first, last)
        else:
            self.without_comments(begin, first)
            self.without_comments(last, end)
            less = len(self.margin(first)) - len(self.margin(begin))
            edits = [(begin, first, ""), *self.outdented(first, last, max(0, less))]
            edits.append((last, end, ""))
        return Change(
            path,
            edits,
            lambda value: value[step],
            lambda rest: rest[1:] if rest[:1] == (step,) else rest,
        )

    def unwrapped_block(
        self, spots: list[Spot], inner: Spot, begin: int, first: int, last: int
    ) -> list[Edit]:
        key_end = spots[-1][3] if spots[-1][0] is not None else None
        if self.is_block(inner):
            if self.text[begin:first].strip(" ") == "-" and key_end is not None:
                return [(begin, begin + 1, " ")]  # the lines below are where they should be
            less = max(0, self.column(first) - self.column(begin))
            comment = self.text.find("#", begin, first)
            kept = first if comment < 0 else comment
            return [(begin, kept, ""), *self.outdented(kept, last, less)]
        self.without_comments(begin, first)
        if key_end is None:
            return [(begin, first, "")]
        if self.text[key_end:begin].strip() != ":":  # there are comments
            is_item = self.text[begin:first].strip(" ") == "-"
            return [(begin, begin + 1, " ") if is_item else (begin, first, "")]
        colon = self.text.index(":", key_end) + 1
        return [(colon, first, " ")]

    def splicing(self, path: Path) -> Change:
        """The items of a list that is an item of another one, in its place.

        Raises:
            NotEditable: that can't be done.
        """
        items = member_at(self.read.value, path)
        if not isinstance(items, list) or not items or not isinstance(path[-1], int):
            raise NotEditable
        edits = self.spliced(self.spots(path))

        def place(rest: Path) -> tuple[int, Path]:
            return (int(rest[0]), rest[1:]) if rest else (0, ())

        return Spread(path, edits, len(items), lambda item: item, place)

    def spliced(self, spots: list[Spot]) -> list[Edit]:
        """What takes away all of a list in a list but its items."""
        outer, inner = spots[-2:]
        begin, end = inner[1], self.end(inner)
        items: list[Spot] = inner[2]
        first, last = items[0][1], self.end(items[-1])
        if self.is_block(inner):
            dash = self.dash_of(outer, inner)
            less = self.column(begin) - self.column(dash)
            comment = self.text.find("#", dash, begin)
            if comment < 0:
                return [(dash, begin, ""), *self.outdented(begin, last, less)]
            return [(dash, comment, ""), *self.outdented(comment, last, less)]
        self.without_comments(begin, first)
        self.without_comments(last, end)
        if self.is_block(outer):
            gap = self.line_end + " " * self.column(self.dash_of(outer, inner)) + "- "
            edits = [(begin, first, "")]
            for one, other in pairwise(items):
                self.without_comments(self.end(one), other[1])
                edits.append((self.end(one), other[1], gap))
            return [*edits, (last, end, "")]
        is_alone = len(outer[2]) == 1 and self.line_start(begin) == self.line_start(outer[1])
        if is_alone and self.line_start(first) != self.line_start(begin):
            return [(begin, begin + 1, ""), (end - 1, end, "")]  # the brackets around stay apart
        less = len(self.margin(first)) - len(self.margin(begin))
        return [
            (begin, first, ""),
            *self.outdented(first, last, max(0, less)),
            (last, end, ""),
        ]

    def splitting(self, path: Path) -> Change:
        """Objects with one member each in place of an item that has several.

        Raises:
            NotEditable: that can't be done.
        """
        value = member_at(self.read.value, path)
        if not isinstance(value, dict) or len(value) < 2 or not isinstance(path[-1], int):
            raise NotEditable
        spots = self.spots(path)
        order = list(value)
        members = [spots[-1][2][name] for name in order]
        if members != sorted(members, key=lambda each: each[1]):
            raise NotEditable

        def items(item: Any) -> list[Any]:
            return [{name: each} for name, each in item.items()]

        def place(rest: Path) -> tuple[int, Path]:
            return (order.index(str(rest[0])) if rest and rest[0] in order else 0), rest

        return Spread(path, self.divided(spots, members), len(order), items, place)

    def divided(self, spots: list[Spot], members: list[Spot]) -> list[Edit]:
        """What begins a new item of a list with each member of an object but the first."""
        outer, spot = spots[-2:]
        edits: list[Edit] = []
        for one, other in pairwise(members):
            last, key = self.end(one), key_of(other)
            if last > key:
                raise NotEditable
            if self.is_block(spot):
                if not self.is_first(key):
                    raise NotEditable
                column = self.column(self.dash_of(outer, spot))
                dash = "-".ljust(self.column(key) - column)
                edits.append((self.line_start(key) + column, key, dash))
                continue
            self.without_comments(last, key)
            gap = self.text[last:key]
            if self.is_block(outer):
                column = self.column(self.dash_of(outer, spot))
                text = f"}}{self.line_end}{' ' * column}- {{"
            elif self.is_first(key) and self.is_first(key_of(members[0])):
                margin = self.line_end + self.margin(spot[1])
                text = f"{margin}}},{margin}{{{self.line_end}{self.margin(key)}"
            else:
                text = "}" + gap + "{"
            edits.append((last, key, text))
        return edits

    def dash_of(self, outer: Spot, item: Spot) -> int:
        """Where the dash of an item in block style stands.

        Raises:
            NotEditable: that is not where its list has others.
        """
        column = self.column(outer[1])
        at = bisect_right(self.starts, item[1]) - 1
        while self.starts[at] + column > outer[1]:
            dash = self.starts[at] + column
            if self.text[dash : dash + 1] == "-" and dash < item[1] and self.is_first(dash):
                return dash
            at -= 1
        if item is not outer[2][0]:
            raise NotEditable
        return outer[1]

    def moving_in(self, path: Path, inner: str) -> Change:
        """All that stands in an object behind one of its members, moved into that.

        Raises:
            NotEditable: that can't be done; something stands before that member, for instance.
        """
        value = member_at(self.read.value, path)
        names = list(value)
        content = value[inner]
        strays = names[1:]
        is_object = content is None or isinstance(content, dict)
        if names[:1] != [inner] or not is_object or not strays:
            raise NotEditable
        if any(name in (content or {}) for name in strays):
            raise NotEditable
        spots = self.spots((*path, inner))
        members = [self.spots((*path, name))[-1] for name in strays]
        if members != sorted(members, key=lambda each: each[1]):
            raise NotEditable
        return Change(
            path,
            self.moved_in(spots, members),
            lambda value: {inner: {**(value[inner] or {}), **without(value, inner)}},
            lambda rest: (inner, *rest) if rest[:1] and rest[0] != inner else rest,
            inner,
        )

    def moved_in(self, spots: list[Spot], members: list[Spot]) -> list[Edit]:
        """What moves members of an object, which stand behind another one, into that."""
        outer, inner = spots[-2:]
        _, begin, inside, key_end, _ = inner
        first, last = key_of(members[0]), self.end(members[-1])
        end = self.end(inner)
        if self.is_block(outer) and (not inside or self.is_block(inner)):
            # The lines are where they should be, but for their margin.
            column = self.column(first)
            more = YAML_UNIT
            if inside:
                more = self.column(min(each[0] for each in inside.values())) - column
            if more <= 0 or not self.is_first(first):
                raise NotEditable
            moved = self.indented(end if inside else key_end, last, " " * more)
            if inside:
                return moved
            self.without_comments(begin, end)
            colon = key_end + self.text[key_end:].index(":") + 1
            return [(colon, end, ""), *moved] if colon < end else moved
        if inside is not None and not self.is_flow(inner):
            raise NotEditable
        ends = [self.end(each) for each in inside.values()] if inside else []
        start = max(ends, default=begin)
        self.without_comments(start, first)
        if self.is_block(outer):
            if any(map(self.is_block, members)):
                raise NotEditable
            edits = [(start, first, ", "), (last, last, "}")]
            for one, other in pairwise(members):
                self.without_comments(self.end(one), key_of(other))
                edits.append((self.end(one), key_of(other), ", "))
            return edits
        if not self.is_first(first) or self.is_yaml:
            gap = ", " if self.text[first - 1] == " " else ","
            return [(start, first, gap if ends else "{"), (last, last, "}")]
        unit = self.margin(first).removeprefix(self.margin(int(outer[1])))
        on_lines = not ends or self.line_start(start) != self.line_start(begin)
        if not on_lines:
            if "\n" in self.text[first:last]:
                raise NotEditable
            return [(start, first, ", "), (last, last, "}")]
        gap = self.line_end + self.margin(first)
        return [
            (start, first, ("," if ends else "{") + gap + unit),
            *self.indented(first, last, unit),
            (last, last, gap + "}"),
        ]

    def split(self, path: Path, spots: list[Spot]) -> Change:
        """A list of objects with one member each, in place of an object with several."""
        spot = spots[-1]
        inside: dict[str, Spot] = spot[2]
        members = sorted(inside.values(), key=lambda each: each[1])
        begin, end = spot[1], self.end(spot)
        if any(key is None or not begin <= key < end for key, *_ in members):
            raise NotEditable
        keys: list[int] = [each[0] for each in members if each[0] is not None]
        edits: list[Edit]
        if self.hangs_below(spot):
            edits = [(key - YAML_UNIT, key, "- ") for key in keys]
        elif self.is_block(spot):
            edits = [(key, key, "- ") for key in keys]
            own = {self.line_start(key) for key in keys}
            edits += [
                (start, start, "  ") for start in self.later_lines(begin, end) if start not in own
            ]
        else:
            edits = [(begin, begin + 1, "["), (end - 1, end, "]")]
            unit = self.margin(keys[0]).removeprefix(self.margin(end - 1))
            on_lines = not self.is_yaml and bool(unit) and all(map(self.is_first, keys))
            for key, member in zip(keys, members, strict=True):
                last = self.end(member)
                gap = self.line_end + self.margin(key) if on_lines else ""
                edits += [
                    (key, key, "{" + gap + unit if on_lines else "{"),
                    (last, last, gap + "}"),
                ]
                edits += self.indented(key, last, unit) if on_lines else []
        order = list(member_at(self.read.value, path))
        return Change(
            path,
            sorted(edits),
            lambda value: [{name: member} for name, member in value.items()],
            lambda rest: (order.index(rest[0]), *rest) if rest and rest[0] in order else rest,
        )

    def moving_out(self, path: Path) -> Change:
        """A member of an object inside another one, moved into that, behind the inner object.

        Raises:
            NotEditable: that can't be done; there is one of this name already, for instance.
        """
        *outer, between, name = path
        around = tuple(outer)
        parent = member_at(self.read.value, around)
        if not isinstance(parent, dict) or name in parent or len(parent[between]) < 2:
            raise NotEditable
        spots = self.spots(path)
        edits = self.moved_out(spots)

        def make(value: Any) -> object:
            inner = {each: member for each, member in value[between].items() if each != name}
            result = {}
            for each, member in value.items():
                result[each] = inner if each == between else member
                if each == between:
                    result[name] = value[between][name]
            return result

        return Change(
            around,
            edits,
            make,
            lambda rest: rest[1:] if rest[:2] == (between, name) else rest,
            str(between),
        )

    def moved_out(self, spots: list[Spot]) -> list[Edit]:
        outer, inner, member = spots[-3:]
        key, _, _, _, _ = member
        assert key is not None
        line = self.text[key : self.end(member)]
        if "\n" in line or "\r" in line:
            raise NotEditable
        end = self.end(inner)
        removal: Edit
        if self.is_block(inner):
            start = self.line_start(key)
            after = bisect_right(self.starts, key)
            stop = self.starts[after] if after < len(self.starts) else len(self.text)
            if not self.is_first(key):
                raise NotEditable
            line = self.text[key:stop].rstrip("\r\n")
            removal = (start, stop, "")
        else:
            removal = self.removed_from_flow(inner, member)
        if self.is_block(outer):
            between = inner[0]
            assert between is not None
            column = self.column(between)
            after = bisect_left(self.starts, end)
            stop = self.starts[after] if after < len(self.starts) else len(self.text)
            closed = self.text[stop - 1 : stop] in ("\n", "\r")
            text = " " * column + line + self.line_end if closed else ""
            text = text or self.line_end + " " * column + line
            if not closed and removal[1] == stop:  # the last line, without an end
                return [(removal[0], stop, " " * column + line)]
            return [removal, (stop, stop, text)]
        return [removal, (end, end, self.separator(outer, inner) + line)]

    def removed_from_flow(self, spot: Spot, member: Spot) -> Edit:
        """What takes a member, and the comma that it needs, out of an object in brackets."""
        members = sorted(spot[2].values(), key=lambda each: each[1])
        at = members.index(member)
        if at:
            begin, end = self.end(members[at - 1]), self.end(member)
        else:
            begin, end = int(member[0] or 0), int(members[1][0] or 0)
        self.without_comments(begin, int(member[0] or 0))
        self.without_comments(self.end(member), end)
        return begin, end, ""

    def separator(self, outer: Spot, member: Spot) -> str:
        """What stands between two members of an object in brackets, behind this one."""
        key = member[0]
        assert key is not None
        if self.is_first(key) and self.line_start(key) > outer[1]:
            return "," + self.line_end + self.margin(key)
        colon = self.text[member[3] : member[1]]
        return ", " if colon.endswith(" ") else ","

    # New text.

    def in_flow(self, spots: list[Spot]) -> bool:
        """Whether the last of these spots stands inside brackets."""
        return not self.is_yaml or any(map(self.is_flow, spots[:-1]))

    def replaced(self, spots: list[Spot], template: Any, has_hole: bool) -> list[Edit]:
        """What puts the text of a template in place of a value."""
        spot = spots[-1]
        begin, end = spot[1], self.end(spot)
        if not has_hole and spot[2] is not None:
            self.without_comments(begin, end)
        if not self.is_yaml:
            text = JsonText(self, spots).text(template)
            return self.around(begin, end, text, self.json_indent(begin, text))
        like = self.text[begin : begin + 1]
        keys = (self.text[each[0]] for each in reversed(spots) if each[0] is not None)
        self.key_like = next(keys, "")
        is_nested = isinstance(template, (dict, list)) and bool(template)
        if self.in_flow(spots) or self.is_flow(spot) or not is_nested:
            text = self.flow(template, like, self.in_flow(spots) or is_nested)
            if begin == end and self.text[begin - 1 : begin] in (":", "-"):  # nothing was there
                text = f" {text}"
            return self.around(begin, end, text, "")
        return self.block_edits(spots, template, like)

    def around(self, begin: int, end: int, text: str, more: str) -> list[Edit]:
        """What puts new text in place of the old, or around it if it has a hole."""
        before, hole, behind = text.partition(MARK)
        if not hole:
            return [(begin, end, text)]
        edits = [(begin, begin, before), *self.indented(begin, end, more), (end, end, behind)]
        return [each for each in edits if each[2]]

    def json_indent(self, begin: int, text: str) -> str:
        """How much further to the right the hole in a text is than the line where it begins."""
        before, hole, _ = text.partition(MARK)
        line = before[before.rfind("\n") + 1 :]
        if not hole or "\n" not in before:
            return ""
        return line[len(self.margin(begin)) : len(line) - len(line.lstrip(" \t"))]

    def block_edits(self, spots: list[Spot], template: Any, like: str) -> list[Edit]:
        """What puts a template into YAML in block style."""
        spot = spots[-1]
        key, begin, _, key_end, _ = spot
        end = self.end(spot)
        column = self.column(begin)
        if self.is_block(spot):
            if isinstance(template, list) and self.hangs_below(spot):
                begin -= YAML_UNIT
                column -= YAML_UNIT
            # A sequence may stand right below its name; an object in its place may not.
            more = YAML_UNIT if key is not None and isinstance(template, dict) else 0
            more = more if key is not None and column <= self.column(key) else 0
            text = " " * more + self.block(template, column + more, like, True)
            before, hole, _ = text.partition(MARK)
            if not hole:
                return [(begin, end, text)]
            at = len(before) - before.rfind("\n") - 1 + (0 if "\n" in before else column)
            return [
                (begin, spot[1], before),
                *self.indented(begin, end, " " * (at - self.column(spot[1]))),
            ]
        if key is None:  # an item, or the document itself
            if self.text[begin - 1 : begin] not in (" ", "\n", "\r", ""):
                raise NotEditable
            text = self.block(template, column, like, False)
            return self.around(begin, end, text, " " * YAML_UNIT)
        gap = self.text[key_end:begin]
        if gap.strip(" ") != ":":
            raise NotEditable
        # In `- key: value`, what belongs to the key stands to the right of it.
        hangs = isinstance(template, list) and self.has_hanging_lists
        inner = self.column(key) + (0 if hangs else YAML_UNIT)
        text = self.line_end + " " * inner + self.block(template, inner, like, False)
        colon = key_end + gap.index(":") + 1
        before, hole, _ = text.partition(MARK)
        if not hole:
            return [(colon, end, text)]
        line = before[before.rfind("\n") + 1 :]
        more = len(line) - len(line.lstrip(" ")) - self.column(key)
        return [(colon, begin, before), *self.indented(begin, end, " " * more)]

    def block(self, value: Any, column: int, like: str, hole_is_block: bool) -> str:
        """A value in block style, whose first line begins at a column."""
        if isinstance(value, dict) and value:
            lines = []
            for name, member in value.items():
                key = self.scalar(name, self.key_like, False)
                inner = column + YAML_UNIT
                text = self.block(member, inner, like, hole_is_block)
                below = hole_is_block if member is HOLE else isinstance(member, (dict, list))
                below = below and member not in ({}, [])
                gap = self.line_end + " " * inner if below else " "
                lines.append(f"{key}:{gap}{text}")
            return (self.line_end + " " * column).join(lines)
        if isinstance(value, list) and value:
            items = (f"- {self.block(item, column + 2, like, hole_is_block)}" for item in value)
            return (self.line_end + " " * column).join(items)
        return self.flow(value, like, False)

    def flow(self, value: Any, like: str, in_flow: bool) -> str:
        """A value in flow style."""
        if value is HOLE:
            return MARK
        if isinstance(value, dict):
            members = (
                f"{self.scalar(name, self.key_like, True)}: {self.flow(member, like, True)}"
                for name, member in value.items()
            )
            return "{" + ", ".join(members) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(item, like, True) for item in value) + "]"
        return self.scalar(value, like, in_flow)

    def scalar(self, value: object, like: str, in_flow: bool) -> str:
        """A scalar, quoted as the old one was, and else only if it has to be.

        `like`: the character with which the old one begins.
        """
        if not isinstance(value, str):
            return scalar_json(value)
        if not self.is_yaml:
            return quoted(value)
        style = like if like in ('"', "'") else None
        if style is None:
            from swaigctl.formats.yaml_writer import yaml_text

            # What is plain inside brackets is plain everywhere.
            text = yaml_text([[value]]).removeprefix("- - ").removesuffix("\n")
            if text == value and not (in_flow and set(text) & set(",[]{}")):
                return text
        from swaigctl.formats.yaml_writer import quoted_yaml

        return quoted_yaml(value, style or '"')


class JsonText:
    """New JSON, in the layout of what surrounds it."""

    def __init__(self, editor: Editor, spots: list[Spot]) -> None:
        text = editor.text
        self.line_end = editor.line_end
        key, begin, *_ = spots[-1]
        self.margin = editor.margin(begin if key is None else key)
        self.colon = next(
            (text[each[3] : each[1]] for each in reversed(spots) if each[0] is not None), ": "
        )
        self.colon = self.colon if self.colon.strip(" ") == ":" else ": "
        self.comma = ", " if self.colon.endswith(" ") else ","
        self.unit: str | None = None
        """The white space of one level; None if all stands on one line."""
        if len(spots) > 1:
            parent = spots[-2][1]
            if parent not in editor.units:  # looking at all of a list takes long
                editor.units[parent] = self.unit_in(editor, spots[-2])
            self.unit = editor.units[parent]

    def unit_in(self, editor: Editor, parent: Spot) -> str | None:
        """The white space of one level, if the members of an object or a list have own lines."""
        _, begin, inside, _, end = parent
        children = list(inside.values() if isinstance(inside, dict) else inside)
        first = children[0][1] if children[0][0] is None else children[0][0]
        if editor.line_start(first) <= begin:
            return None
        for _, start, within, _, last in children:
            if within and editor.line_start(last - 1) == editor.line_start(start):
                return None  # those beside it stand on one line each
        closing = editor.margin(end - 1)
        return editor.margin(first).removeprefix(closing) or None

    def text(self, value: Any) -> str:
        return self.written(value, self.margin)

    def written(self, value: Any, margin: str) -> str:
        if value is HOLE:
            return MARK
        if isinstance(value, dict) and value:
            inner = margin + (self.unit or "")
            parts = [
                f"{quoted(name)}{self.colon}{self.written(member, inner)}"
                for name, member in value.items()
            ]
            return self.enclosed("{", parts, "}", margin)
        if isinstance(value, list) and value:
            inner = margin + (self.unit or "")
            return self.enclosed("[", [self.written(item, inner) for item in value], "]", margin)
        return compact_json(value)

    def enclosed(self, opening: str, parts: list[str], closing: str, margin: str) -> str:
        if self.unit is None:
            return opening + self.comma.join(parts) + closing
        gap = self.line_end + margin + self.unit
        return opening + gap + f",{gap}".join(parts) + self.line_end + margin + closing


def key_of(spot: Spot) -> int:
    """Where a member's name begins.

    Raises:
        NotEditable: there is no name.
    """
    if spot[0] is None:
        raise NotEditable
    return spot[0]


def without(value: dict[str, Any], name: str) -> dict[str, Any]:
    """The members of an object but for one."""
    return {each: member for each, member in value.items() if each != name}


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_split(new: object, old: dict[str, object]) -> bool:
    """Whether it is a list of objects with one member each, which together are the old object."""
    return len(old) > 1 and same(new, [{name: member} for name, member in old.items()])


def with_edits(text: str, edits: list[Edit]) -> str:
    """A text with these edits, which don't overlap."""
    parts: list[str] = []
    at = 0
    for begin, end, new in sorted(edits, key=lambda each: each[:2]):
        parts += (text[at:begin], new)
        at = end
    return "".join((*parts, text[at:]))
