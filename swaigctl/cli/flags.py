"""Which flags a command has, how a command line gives them, and the values that were given."""

import sys

from swaigctl.catalog.program import flags
from swaigctl.findings import ABSENT, WARNING, Finding, Refused, SwaigctlError, flag_of
from swaigctl.model.entries import FROM_FILE, Parameter
from swaigctl.model.kinds import Switch
from swaigctl.model.reading import Reading
from swaigctl.model.shapes import member_at, members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from swaigctl.findings import Path
    from swaigctl.model.entries import Action, Verb
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

    Fault = tuple[int, Finding]

    Doubt = tuple[str, str, Finding]
    """A parameter whose value is a flag, the parameter that this flag sets, and what to say.

    Where a parameter was given twice, the second is empty.
    """

    Begins = Callable[[str], object]
    """Whether an entry begins with a word."""


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
        called: the name by which it was given, for each parameter that has several.
        faults: what is wrong in how flags were given, each with the number of those given before.
        doubts: the values that are flags themselves, so that the value may be missing, and those
            that took the place of others.
        meant: the parameters that faults are about: what can be missing does not include them.
    """

    __slots__ = ("called", "command", "doubts", "earlier", "faults", "given", "meant", "table")

    def __init__(
        self,
        command: str,
        parameters: "Iterable[Parameter]",
        earlier: "FlagTable | None" = None,
    ) -> None:
        self.command = command
        self.table = flag_table(parameters)
        self.given: Given = {}
        self.called: dict[str, str] = {}
        self.faults: tuple[Fault, ...] = ()
        self.doubts: tuple[Doubt, ...] = ()
        self.meant: tuple[str, ...] = ()
        self.earlier = earlier or {}
        """The flags that stand before the first entry of the line only."""

    @property
    def described(self) -> "Action | Verb | None":
        """The action, or the verb, whose flags they are; None for those of anything else."""
        return None

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

    def add_fault(self, finding: Finding, meant: "Parameter | None" = None) -> None:
        """Keep what is wrong in how flags were given: more can be wrong behind it.

        `meant`: the parameter that it is about, if that and all that was given for it are certain.
        """
        self.faults += ((len(self.given), finding),)
        if meant is not None:
            self.meant += (meant.name.removesuffix(FROM_FILE),)

    @property
    def is_certain(self) -> bool:
        """Whether it is known what was given, right or wrong, so that it is known what is not."""
        if not self.faults:
            return True
        from swaigctl.cli.flag_faults import are_explained

        return are_explained(self)

    def call(self, parameter: Parameter, flag: str) -> None:
        """Keep by which of its names a parameter is given, and that it was given by another one."""
        positive = "--" + flag.removeprefix("--no-") if flag[:5] == "--no-" else flag
        spelled = (flag, positive)
        names = (each for each in parameter.names if flag_of(each) in spelled)
        name = next(names, parameter.name)
        first = self.called.setdefault(parameter.name, name)
        if first != name:
            sentence = "can't go with {other}: they are the same parameter."
            details = {"other": flag_of(first)}
            self.add_fault(Finding("exclusive", sentence, where=flag, details=details))

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

    @property
    def described(self) -> "Action":
        return self.action

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
        another.called = {}
        another.faults = another.doubts = another.meant = ()
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
    arguments: "list[str]",
    start: int,
    levels: "Sequence[Flags]",
    stops: "tuple[str, ...]" = (),
    begins: "Begins | None" = None,
) -> int:
    """Give the flags from `start` on to the first level that has each; the index behind them.

    They end at a word that is no flag, or at one of `stops`, if no level has a flag of that name.
    What is wrong is kept by the first level, as its `faults`. Where nobody can tell how to read on
    behind a fault, the index is that of the end of the line. `begins` tells which words begin an
    entry; without it any word stands by itself.

    Raises:
        HelpAsked: there is a flag for help among them.
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
            if flag in (flags.HELP.flag, flags.HELP.short) and not equals:
                if levels[0].faults:
                    return len(arguments)  # what is told of them names the help
                raise HelpAsked(levels[0].command)
            from swaigctl.cli.flag_faults import end_of_unknown

            end = end_of_unknown(arguments, end, levels, stops, begins)
            continue
        parameter, boolean = found
        if parameter.also:
            level.call(parameter, flag)
        end += 1
        if boolean is not None and not equals:
            if parameter.name in level.given:
                from swaigctl.cli.flag_faults import note_repeated

                note_repeated(level, parameter, flag, boolean)
            level.given[parameter.name] = boolean
            continue
        if boolean is False or (boolean is not None and flag[:2] != "--"):
            from swaigctl.cli.flag_faults import takes_no_value

            levels[0].add_fault(takes_no_value(flag, parameter, value), parameter)
            continue
        if not equals:
            if end == len(arguments):
                levels[0].add_fault(Finding("usage", "needs a value.", where=flag), parameter)
                break
            value = arguments[end]
            if value[:1] == "-" != value:
                from swaigctl.cli.flag_faults import is_missing

                if is_missing(arguments, end, level, parameter, levels, stops, begins):
                    continue
            end += 1
        texts = level.given.get(parameter.name)
        if texts is not None and takes_one(parameter):
            from swaigctl.cli.flag_faults import note_repeated

            note_repeated(level, parameter, flag, value)
        if isinstance(texts, list):
            texts.append(value)
        else:
            level.given[parameter.name] = [value]
    return end


def takes_one(parameter: Parameter) -> bool:
    """Whether of several uses of its flag only the last one counts."""
    if parameter.kind.is_boolean:
        return True
    from swaigctl.cli.json_values import adds_up

    return not adds_up(parameter.kind)


def read_tool(tool: "Tool", arguments: "list[str]") -> "tuple[Flags, list[str]]":
    """The flags of a tool that takes no entries, and the words that are no flags.

    Raises:
        HelpAsked: help was asked for.
    """
    its = Flags(tool.command, tool.parameters)
    words: list[str] = []
    end = read_flags(arguments, 0, [its], (END_OF_FLAGS,))
    while end < len(arguments):
        if arguments[end] == END_OF_FLAGS:
            return its, words + arguments[end + 1 :]
        words.append(arguments[end])
        end = read_flags(arguments, end + 1, [its], (END_OF_FLAGS,))
    return its, words


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
    from swaigctl.model.shapes import Field

    field = Field(name, Choice(*allowed), "")
    for finding in field.kind.faults(word):
        raise SwaigctlError(as_typed(finding, field, [word]).within(name))
    return word


class FlagReading(Reading):
    """Values from what a command line gave, collecting all that is wrong with it.

    Attributes:
        cautions: what to warn of in how it was given.
    """

    from_files: "dict[str, str]" = {}  # noqa: RUF012
    """By the names of parameters whose text was read from a file: the flag that named it."""

    def __init__(
        self,
        label: str = "",
        described: "Callable[[], Kind] | None" = None,
        called: "dict[str, str] | None" = None,
    ) -> None:
        super().__init__()
        self.label = label
        """Stands before the flag in messages: which entry of a chain it belongs to."""
        self.described = described
        """What is described of the members that a flag for all parameters has."""
        self.called = called or {}
        """The names by which parameters with several were given, for messages to repeat."""
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
        return self.from_files.get(name) or flag_of(self.called.get(name, name))

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
                self.add(error.finding, (name,))
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
                before = len(self.findings)
                checked = ABSENT if value is ABSENT else self.value(parameter, value)
                if checked is not ABSENT:
                    values[name] = checked
                elif isinstance(texts, list) and not its:
                    found = self.findings[before:]
                    self.findings[before:] = [as_typed(each, parameter, texts) for each in found]
        return values

    def given_value(self, name: str, kind: "Kind", given: "bool | str | list[str]") -> object:
        """What was given by a flag, unchecked; ABSENT if it can't be read, and that is kept."""
        if not isinstance(given, list):
            return given
        if kind.prose and (given[-1] == "-" or given[-1][:1] == "@"):
            self.warn_of_literal(name, given[-1])
        try:
            value = value_given(kind, given, self.described)
        except SwaigctlError as error:
            self.add(error.finding, (name,))
            return ABSENT
        if isinstance(value, (dict, list)) and "swaigctl.formats.yaml" in sys.modules:
            from swaigctl.cli.flag_faults import lost_pluses  # which only YAML has

            self.cautions += (
                self.located(each, self.flag(name)) for each in lost_pluses(name, value)
            )
        return value

    def warn_of_literal(self, name: str, text: str) -> None:
        """Warn of a text that is literal, where others mean a file or standard input by it."""
        from swaigctl.formats.inputs import is_regular_file

        if text == "-":
            sentence = "{value} is taken as text: '{flag} -' takes the text from standard input."
        elif text[:1] == "@" and is_regular_file(text[1:]):
            sentence = "{value} is taken as text: '{flag}' takes the text from this file."
        else:
            return
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
        self,
        action: "Action",
        given: "Given",
        params: object,
        complete: bool = True,
        meant: "Iterable[str]" = (),
    ) -> "dict[str, object]":
        """The action's parameters, from its flags and the `--params` object; the flags win.

        Where they need not be complete, required ones may be missing. `meant`: those that were
        given in a wrong way, which is told elsewhere.
        """
        values = self.values(own_parameters_for(action, given), given)
        inside: list[Finding] = []
        if isinstance(params, dict):
            in_object = Reading()
            values = {**in_object.parameters(action, params), **values}
            inside = in_object.findings
            at = self.flag(params_of(action).name)
            for finding in inside:
                self.findings.append(self.located(finding.within("params"), at))
        if complete:
            missing: Iterable[Finding] = action.missing(values)
            if self.findings or meant:
                own = self.findings[: len(self.findings) - len(inside)]
                missing = missing_from(action, values, own, inside, meant)
            for finding in missing:
                self.add(as_called(finding, self.called))
        return values


def params_of(action: "Action") -> Parameter:
    """The flag that has all parameters as one object."""
    return next(each for each in flags.of(action) if each.option == flags.PARAMS.option)


def missing_from(
    action: "Action",
    values: "dict[str, object]",
    of_flags: "list[Finding]",
    of_params: "list[Finding]",
    meant: "Iterable[str]",
) -> "list[Finding]":
    """What is missing beside what is wrong: nothing, if `--params` can't be read."""
    from swaigctl.build.missing import missing_beside

    if any(each.path == (params_of(action).name,) for each in of_flags):
        return []
    return list(missing_beside(action, values, [*of_flags, *of_params], meant=meant))


def known_given(its: Flags) -> "Given":
    """What was given for parameters, to be checked.

    Once something is wrong, nobody has to type at standard input to be told of it.
    """
    if not its.faults:
        return its.given
    return {name: texts for name, texts in its.given.items() if texts != ["-"]}


def meant_by(its: Flags) -> "tuple[str, ...]":
    """The parameters that were given, but whose values are not known."""
    if not its.faults:
        return ()
    known = known_given(its)
    unread = (name.removesuffix(FROM_FILE) for name in its.given if name not in known)
    return (*its.meant, *unread)


def doubts_in(its: Flags, reading: FlagReading) -> "list[Finding]":
    """What to warn of in how flags were given."""
    return [reading.located(finding, finding.where) for _, _, finding in its.doubts]


def wrong_in(its: Flags, reading: FlagReading, options: "dict[str, object]") -> "list[Finding]":
    """What is wrong with flags, and with what was read of their values, in their order."""
    if not its.faults and not its.doubts:
        return reading.findings
    from swaigctl.cli.flag_faults import all_wrong

    return all_wrong(its, reading, options.get("ignore"))


def as_called(finding: Finding, called: "dict[str, str]") -> Finding:
    """A finding that has the names by which parameters were given, where they have several."""
    if not called or not finding.path:
        return finding
    from swaigctl.model.further import by_other_names

    return by_other_names(finding, called)


def located(
    findings: "Iterable[Finding]",
    action: "Action",
    label: str = "",
    called: "dict[str, str] | None" = None,
    given: "Given | None" = None,
    params: object = None,
) -> "list[Finding]":
    """Findings about an action's values, or its options, with the flags that they are about.

    `params`: the object that has those parameters which are not `given` by flags of their own.
    """
    by_option = {each.option: each.flag for each in flags.of(action)}
    reading = FlagReading(label)
    found = []
    for finding in findings:
        inside = name_in_object(finding, action, given or {}, params)
        if inside:
            its = params_of(action).name
            at = flag_of((called or {}).get(its, its))
            finding = as_called(finding, {str(finding.path[0]): inside})
            found.append(reading.located(finding.within("params"), at))
            continue
        finding = as_called(finding, called or {})
        name = str(finding.path[0])
        at = by_option.get(name, flag_of(name))
        if name in ("as", "form") and isinstance(finding.value, str):
            at += f" {finding.value}"
        found.append(reading.located(finding, at))
    return found


def name_in_object(finding: Finding, action: "Action", given: "Given", params: object) -> str:
    """The name by which `--params` gave what the finding is about; empty if a flag did."""
    if not isinstance(params, dict) or not finding.path:
        return ""
    first = finding.path[0]
    if any(name.partition(".")[0] == first for name in given):
        return ""
    names = next((each.names for each in action.all_parameters if each.name == first), ())
    return next((name for name in names if name in params), "")


def as_typed(finding: Finding, field: "Field", texts: "list[str]") -> Finding:
    """A finding about what a flag was given, in terms of a command line: all is text there."""
    if finding.value in texts:
        finding = finding.but(sentence=finding.sentence.replace("{found}", "{value}"))
    meant = finding.suggestion
    if field.kind.is_boolean and isinstance(meant, bool):
        from swaigctl.cli.strays import setting

        parameter = Parameter.of(field, field.name)
        finding = finding.but(suggestion=setting(parameter, parameter.flag, meant))
    return finding


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
