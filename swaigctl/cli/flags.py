"""Which flags a command has, how a command line gives them, and the values that were given."""

from swaigctl.build.reading import Reading
from swaigctl.catalog.program import flags
from swaigctl.findings import ABSENT, NEAREST, WARNING, Finding, Refused, SwaigctlError, flag_of
from swaigctl.model.entries import FROM_FILE, Parameter
from swaigctl.model.kinds import Switch
from swaigctl.model.shapes import member_at, members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from swaigctl.findings import Path
    from swaigctl.model.entries import Action
    from swaigctl.model.kinds import Kind
    from swaigctl.model.shapes import Field
    from swaigctl.model.tools import Tool

    Given = dict[str, "bool | str | list[str]"]
    """What a command line gave for each parameter.

    That is a boolean, the texts of its flag in order, or the text of a file that was read.
    """

    Found = tuple[Parameter, "bool | None"]
    """What a flag sets: a parameter, and the boolean it stands for (None: a value)."""

    FlagTable = dict[str, Found]
    """Each spelling of a flag, and what it sets."""


def parameters_of(action: "Action", in_chain: bool = False) -> "tuple[Parameter, ...]":
    """All that the action's command takes: the action's parameters, then those of every command."""
    return action.all_parameters + flags.of(action, in_chain)


def own_parameters_for(action: "Action", given: "Iterable[str]") -> "tuple[Parameter, ...]":
    """The action's parameters among which those given are; the verb's further ones if need be."""
    names = {name.partition(".")[0] for name in given}
    if not action.has_further(names):
        return action.parameters
    return action.parameters_for(names - {parameter.name for parameter in flags.of(action)})


def flag_table(parameters: "Iterable[Parameter]") -> "FlagTable":
    table: FlagTable = {}
    for parameter in parameters:
        for flag, boolean in spelled(parameter):
            table.setdefault(flag, (parameter, boolean))
    return table


def spelled(parameter: "Parameter") -> "list[tuple[str, bool | None]]":
    """The spellings of a parameter's flag, and the boolean that each stands for."""
    named = (parameter.flag, *parameter.also_flags)
    if not parameter.kind.is_boolean:
        return [(flag, None) for flag in named]
    found: list[tuple[str, bool | None]] = [(flag, True) for flag in named]
    if not isinstance(parameter.kind, Switch):
        found += [("--no-" + flag[2:], False) for flag in named]
    if parameter.short:
        found.append((parameter.short, True))
    return found


def taken_from(flag: str, kind: "Kind") -> "tuple[str, ...]":
    """The flag of a value of this kind, and the one that takes it from a file, if it is prose."""
    return (flag, flag + FROM_FILE) if kind.prose else (flag,)


class Flags:
    """The flags that one command takes, and what a command line gave for them.

    Attributes:
        command: the command, as `swaigctl COMMAND --help` names it.
        given: what was given for each parameter.
    """

    __slots__ = ("command", "earlier", "given", "table")

    def __init__(
        self,
        command: str,
        parameters: "Iterable[Parameter]",
        earlier: "FlagTable | None" = None,
    ) -> None:
        self.command = command
        self.table = flag_table(parameters)
        self.given: Given = {}
        self.earlier = earlier or {}
        """The flags that stand before the first entry of the line only."""

    def found(self, flag: str) -> "Found | None":
        """What the flag sets; None if the command has no such flag."""
        return self.table.get(flag) or self.found_file(flag)

    def found_file(self, flag: str) -> "Found | None":
        """What a flag sets that names a file with the text of a parameter: `--text-file`"""
        if not flag.endswith(FROM_FILE):
            return None
        found = self.found(flag.removesuffix(FROM_FILE))
        file = found[0].from_file if found else None
        return (file, None) if file else None

    def spellings(self) -> "Iterable[str]":
        """Every flag, for those who mistyped one."""
        return (
            each
            for flag, (parameter, _) in self.table.items()
            for each in taken_from(flag, parameter.kind)
        )


class ActionFlags(Flags):
    """The flags of an action: its parameters, then those of its verb that the SDK lacks.

    With dots in them they are the members of described objects: `--stream.realtime`.
    """

    __slots__ = ("action", "is_whole")

    def __init__(
        self, action: "Action", in_chain: bool = False, earlier: "FlagTable | None" = None
    ) -> None:
        super().__init__(action.command, action.parameters + flags.of(action, in_chain), earlier)
        self.action = action
        self.is_whole = False
        """Whether the table has the verb's further parameters too, which take time to make."""

    def found(self, flag: str) -> "Found | None":
        found = self.table.get(flag) or self.found_file(flag)
        if found is None and flag[:2] == "--":
            self.complete()
            found = self.table.get(flag)
            if found is None and "." in flag:
                found = member_found({each.name: each for each in self.action.all_parameters}, flag)
        return found

    def complete(self) -> None:
        if not self.is_whole:
            self.table = {**flag_table(self.action.further), **self.table}
            self.is_whole = True

    def spellings(self) -> "Iterable[str]":
        self.complete()
        inside = members({each.name: each for each in self.action.all_parameters})
        further = (taken_from(flag_of(path), field.kind) for path, field in inside if "." in path)
        return (*super().spellings(), *(flag for flags in further for flag in flags))

    def emptied(self) -> "ActionFlags":
        """The same flags, with nothing given for them yet."""
        another = ActionFlags.__new__(ActionFlags)
        for name in ("command", "earlier", "table", "action", "is_whole"):
            setattr(another, name, getattr(self, name))
        another.given = {}
        return another


def member_found(fields: "dict[str, Field]", flag: str) -> "Found | None":
    """What the flag of a member sets: `--prompt.temperature`, `--no-stream.realtime`."""
    if "_" in flag or flag[:2] != "--":
        return None
    for boolean, name in ((True, flag[2:]), (False, flag.removeprefix("--no-"))):
        path = name.replace("-", "_")
        field = member_at(fields, path)
        if field is not None and (boolean or field.kind.is_boolean):
            return Parameter.of(field, path, at=path), boolean if field.kind.is_boolean else None
    return None


def with_member(content: "dict[str, object]", name: str, value: object) -> "dict[str, object]":
    """A copy of nested objects, with a value at a dotted name.

    Raises:
        SwaigctlError: what should have this member is no object.
    """
    *steps, last = name.split(".")
    whole = inner = {**content}
    for depth, step in enumerate(steps, 1):
        member = inner.get(step, {})
        if not isinstance(member, dict):
            outer = flag_of(".".join(steps[:depth]))
            sentence = f"can't go with '{outer}', unless that is an object."
            raise SwaigctlError(Finding("exclusive", sentence, path=(name,)))
        inner[step] = {**member}
        inner = inner[step]  # type: ignore[assignment]
    inner[last] = value
    return whole


class HelpAsked(Exception):
    """Help was asked for, in place of an answer.

    Attributes:
        command: of which command.
    """

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self.command = command


END_OF_FLAGS = "--"


def read_flags(
    arguments: "list[str]", start: int, levels: "Sequence[Flags]", stops: "tuple[str, ...]" = ()
) -> int:
    """Give the flags from `start` on to the first level that has each; the index behind them.

    They end at a word that is no flag, or at one of `stops`, if no level has a flag of that name.

    Raises:
        HelpAsked: there is a flag for help among them.
        Refused: a flag is unknown, lacks its value, or has one that it can't have.
    """
    end = start
    while end < len(arguments) and arguments[end][:1] == "-" != arguments[end]:
        flag, equals, value = arguments[end].partition("=")
        for level in levels:
            found = level.found(flag)
            if found is not None:
                break
        else:
            if flag in stops:
                return end
            if flag in (flags.HELP.flag, flags.HELP.short):
                if equals:
                    raise Refused(takes_no_value(flag, flags.HELP), command=levels[0].command)
                raise HelpAsked(levels[0].command)
            raise Refused(no_flag(flag, levels), command=levels[0].command)
        parameter, boolean = found
        end += 1
        if boolean is not None and not equals:
            level.given[parameter.name] = boolean
            continue
        if boolean is False or (boolean is not None and flag[:2] != "--"):
            raise Refused(takes_no_value(flag, parameter), command=levels[0].command)
        if not equals:
            if end == len(arguments):
                finding = Finding("usage", "needs a value.", where=flag)
                raise Refused(finding, command=levels[0].command)
            value = arguments[end]
            end += 1
        texts = level.given.get(parameter.name)
        if isinstance(texts, list):
            texts.append(value)
        else:
            level.given[parameter.name] = [value]
    return end


def no_flag(flag: str, levels: "Sequence[Flags]") -> Finding:
    """What to say of a flag that no level has."""
    if flag in levels[0].earlier:
        what = "the response" if flags.POST_PROCESS.flag in levels[0].earlier else "the document"
        sentence = f"is for {what}: give it before its first entry."
        return Finding("usage", sentence, where=flag)
    allowed = [each for level in levels for each in level.spellings()]
    return Finding(
        "unknown-flag",
        "{value} is not a flag.",
        value=flag,
        allowed=(*dict.fromkeys(allowed), flags.HELP.flag),
        suggestion=NEAREST,
    )


def takes_no_value(flag: str, parameter: "Parameter") -> Finding:
    """What to say of a value that a boolean's flag was given as another word, or can't have."""
    choice = "" if isinstance(parameter.kind, Switch) else f" or '{parameter.negative_flag}'"
    sentence = f"takes no value: write '{parameter.flag}'{choice}."
    return Finding("usage", sentence, where=flag)


def value_of_boolean(before: str, its: Flags) -> "Finding | None":
    """What to say of a value behind `before`, if that is the flag of a boolean."""
    found = its.found(before)
    if found is None or found[1] is None:
        return None
    return takes_no_value(before, found[0])


def read_tool(tool: "Tool", arguments: "list[str]") -> "tuple[Given, list[str]]":
    """What was given to a tool that takes no entries, and the words that are no flags.

    Raises:
        HelpAsked, Refused: as `read_flags` has it.
    """
    its = Flags(tool.command, tool.parameters)
    words: list[str] = []
    end = read_flags(arguments, 0, [its], (END_OF_FLAGS,))
    while end < len(arguments):
        if arguments[end] == END_OF_FLAGS:
            return its.given, words + arguments[end + 1 :]
        words.append(arguments[end])
        end = read_flags(arguments, end + 1, [its], (END_OF_FLAGS,))
    return its.given, words


def value_given(
    kind: "Kind", texts: "list[str]", described: "Callable[[], Kind] | None" = None
) -> object:
    """What a flag's texts stand for, unchecked; a file or standard input is read for JSON.

    `described`: what has the members, where the flag has all parameters of something.

    Raises:
        SwaigctlError: it can't be read, or is no JSON or YAML.
    """
    if not kind.takes_json and texts[-1][:1] != "[":  # which a list in a union may begin with
        return kind.from_texts(texts)
    from swaigctl.cli.json_values import json_value

    return json_value(kind, texts, described)


def word_among(allowed: "tuple[str, ...]", word: str, name: str) -> str:
    """`word`, if it is allowed where help says `name`.

    Raises:
        SwaigctlError: it is not.
    """
    from swaigctl.model.kinds import Choice

    for finding in Choice(*allowed).faults(word):
        raise SwaigctlError(finding.within(name))
    return word


class FlagReading(Reading):
    """Values from what a command line gave, collecting all that is wrong with it.

    Attributes:
        cautions: what to warn of in how it was given.
    """

    from_files: "dict[str, str]" = {}  # noqa: RUF012
    """By the names of parameters whose text was read from a file: the flag that named it."""

    def __init__(self, label: str = "", described: "Callable[[], Kind] | None" = None) -> None:
        super().__init__()
        self.label = label
        """Stands before the flag in messages: which entry of a chain it belongs to."""
        self.described = described
        """What is described of the members that a flag for all parameters has."""
        self.cautions: list[Finding] = []

    def located(self, finding: Finding, at: str) -> Finding:
        """The finding, saying at which flag of which entry it is."""
        from swaigctl.findings.messages import path_text

        where = path_text(finding.path[1:], at)
        return finding.but(where=f"{self.label}: {where}" if self.label else where)

    def add(self, finding: Finding, path: "Path" = ()) -> None:
        """Keep a finding: the first step of its path is a parameter's name."""
        whole = finding.within(*path)
        at = self.flag(str(whole.path[0])) if whole.path else ""
        self.findings.append(whole if whole.where else self.located(whole, at))

    def flag(self, name: str) -> str:
        """The flag that gave a parameter, or could have."""
        return self.from_files.get(name) or flag_of(name)

    def with_texts(self, given: "Given") -> "Given":
        """What was given, with the texts of files that were named; what is wrong is kept."""
        named = [name for name in given if name.endswith(FROM_FILE)]
        if not named:
            return given
        from swaigctl.formats.inputs import text_in

        self.from_files = {name.removesuffix(FROM_FILE): flag_of(name) for name in named}
        read = {name: each for name, each in given.items() if name not in named}
        for file in named:
            name = file.removesuffix(FROM_FILE)
            if name in read:
                sentence = "{quoted} can't go with {other}: both give the same text."
                self.add(Finding("exclusive", sentence, path=(file,), details={"other": (name,)}))
                continue
            try:
                read[name] = text_in(given[file][-1])  # type: ignore[index]
            except SwaigctlError as error:
                self.add(error.finding, (file,))
        return read

    def options(self, parameters: "tuple[Parameter, ...]", given: "Given") -> "dict[str, object]":
        """What each of these parameters sets: the value given, or its default."""
        values = self.values(parameters, given)
        return {
            parameter.option: values.get(parameter.name, parameter.default)
            for parameter in parameters
        }

    def values(self, parameters: "tuple[Parameter, ...]", given: "Given") -> "dict[str, object]":
        """The checked value of each of these parameters that was given, itself or a member."""
        inside = [name for name in given if "." in name]
        values: dict[str, object] = {}
        for parameter in parameters:
            name = parameter.name
            texts = given.get(name)
            its = [each for each in inside if each.partition(".")[0] == name] if inside else []
            if isinstance(texts, bool) and not its:
                values[name] = texts
            elif texts is not None or its:
                value = {} if texts is None else self.given_value(name, parameter.kind, texts)
                for each in sorted(its, key=lambda each: each.count(".")):
                    value = self.with_member(value, each, parameter, given[each])
                checked = ABSENT if value is ABSENT else self.value(parameter, value)
                if checked is not ABSENT:
                    values[name] = checked
        return values

    def given_value(self, name: str, kind: "Kind", given: "bool | str | list[str]") -> object:
        """What was given by a flag, unchecked; ABSENT if it can't be read, and that is kept."""
        if not isinstance(given, list):
            return given
        if kind.prose and given[-1][:1] == "@":
            self.warn_of_file(name, given[-1])
        try:
            return value_given(kind, given, self.described)
        except SwaigctlError as error:
            self.add(error.finding, (name,))
            return ABSENT

    def warn_of_file(self, name: str, text: str) -> None:
        """Warn of a text that is literal, where a file has the name behind its `@`."""
        from swaigctl.formats.inputs import is_regular_file

        if is_regular_file(text[1:]):
            sentence = "{value} is taken as text: '{flag}' takes the text from this file."
            details = {"flag": flag_of(name) + FROM_FILE}
            finding = Finding(
                "literal-at", sentence, path=(name,), severity=WARNING, value=text, details=details
            )
            self.cautions.append(self.located(finding, flag_of(name)))

    def with_member(
        self, value: object, name: str, parameter: "Parameter", given: "bool | str | list[str]"
    ) -> object:
        """The value with what was given for a member; ABSENT if that can't be, and why is kept."""
        field = member_at({parameter.name: parameter}, name)
        assert field is not None
        member = self.given_value(name, field.kind, given)
        if value is ABSENT or member is ABSENT:
            return ABSENT
        try:
            return with_member({parameter.name: value}, name, member)[parameter.name]
        except SwaigctlError as error:
            self.add(error.finding)
            return ABSENT

    def action_values(
        self, action: "Action", given: "Given", params: object, complete: bool = True
    ) -> "dict[str, object]":
        """The action's parameters, from its flags and the `--params` object; the flags win.

        Where they need not be complete, required ones may be missing.
        """
        values = self.values(own_parameters_for(action, given), given)
        if isinstance(params, dict):
            in_object = Reading()
            values = {**in_object.parameters(action, params), **values}
            for finding in in_object.findings:
                self.findings.append(self.located(finding.within("params"), flags.PARAMS.flag))
        if complete and not self.findings:
            for finding in action.missing(values):
                self.add(finding)
        return values


def located(findings: "Iterable[Finding]", action: "Action", label: str = "") -> "list[Finding]":
    """Findings about an action's values, or its options, with the flags that they are about."""
    by_option = {each.option: each.flag for each in flags.of(action)}
    reading = FlagReading(label)
    found = []
    for finding in findings:
        name = str(finding.path[0])
        at = by_option.get(name, flag_of(name))
        if name in ("as", "form") and isinstance(finding.value, str):
            at += f" {finding.value}"
        found.append(reading.located(finding, at))
    return found


def refuse_to_read_twice(flags: "list[str]") -> None:
    """Nothing, unless several flags read standard input.

    Raises:
        Refused: they do.
    """
    if len(flags) > 1:
        sentence = "only one of them can read standard input."
        raise Refused(Finding("flags", sentence, where=" and ".join(flags)))


def piped(action: "Action", given: "Given") -> "list[str]":
    """The flags that read standard input, each as often as it does."""
    names = reading_input(given)
    if not names:
        return []
    parameters = (*own_parameters_for(action, given), *flags.of(action))
    return flags_reading(names, given, {each.name: each for each in parameters})


def reading_input(given: "Given") -> "list[str]":
    """The names of what was given that perhaps asks for standard input."""
    return [
        name
        for name, texts in given.items()
        if isinstance(texts, list) and [text for text in texts if text[-1:] == "-"]
    ]


def flags_reading(names: "list[str]", given: "Given", fields: "Mapping[str, Field]") -> "list[str]":
    """The flags among these that read standard input, each as often as it does."""
    from swaigctl.cli.json_values import inputs_read

    order = [*fields]
    found: list[tuple[int, str]] = []
    for name in names:
        texts = given[name]
        field = member_at(fields, name)
        assert isinstance(texts, list)
        times = int(texts[-1] == "-") if field is None else inputs_read(field.kind, texts)
        first = name.removesuffix(FROM_FILE).partition(".")[0]
        found += [(order.index(first), flag_of(name))] * times
    return [flag for _, flag in sorted(found, key=lambda each: each[0])]
