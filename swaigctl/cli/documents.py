"""From what a command line gave for SWML verbs to their document."""

from swaigctl.build.calls import refuse_if_strict, without_ignored
from swaigctl.build.documents import (
    document,
    findings_of,
    shaped,
    simplified_sections,
    step,
)
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.cli.answers import Answer, cautions_beside, language_of_skeleton, written
from swaigctl.cli.chains import MAIN, document_line
from swaigctl.cli.flags import (
    FlagReading,
    as_typed,
    doubts_in,
    flags_reading,
    known_given,
    meant_by,
    reading_input,
    refuse_to_read_twice,
    with_member,
    wrong_in,
)
from swaigctl.findings import ABSENT, Finding, Refused, SwaigctlError, flag_of
from swaigctl.model.shapes import member_at
from swaigctl.model.walk import findings, ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.cli.chains import DocumentLine, Entry, VerbFlags
    from swaigctl.findings import Path
    from swaigctl.model.entries import Verb
    from swaigctl.model.kinds import Kind

    Sections = dict[str, list[dict[str, object]]]


UNREAD = "${unread}"
"""Stands for a value that was given in a wrong way: a variable may be anything."""

NO_VERB = Finding("usage", "no verb was given.")


class Built:
    """A document made from a command line.

    Attributes:
        sections: its steps by section.
        cautions: what to warn of, with the flags that it is about.
    """

    def __init__(self, sections: "Sections", cautions: "list[Finding]") -> None:
        self.sections = sections
        self.cautions = cautions

    def document(self) -> "dict[str, object]":
        return document(self.sections)


def answer_to_document(arguments: "list[str]") -> Answer:
    """The answer to `swml` with these arguments.

    Raises:
        HelpAsked: help was asked for.
        Refused: something given is wrong, or missing.
    """
    line, flavour = document_line(arguments)
    try:
        return answer_to_line(line, flavour)
    except Refused as refused:
        entries = line.entries
        command = entries[0].flags.command if len(entries) == 1 else line.flags.command
        raise refused.seen_from(command) from None


def answer_to_line(line: "DocumentLine", flavour: "Flavour") -> Answer:
    """The answer to `swml` with what was given for each verb.

    Raises:
        Refused: something given is wrong, or missing.
    """
    refuse_to_read_twice(piped(line))
    reading = FlagReading(described=lambda: described_document(flavour))
    options = reading.options(document_flags.DOCUMENT, known_given(line.flags))
    asked = [entry for entry in line.entries if "skeleton" in entry.flags.given]
    if asked and line.is_read and not reading.findings:
        return skeleton_answer(line, asked[0], options)
    if not line.entries and options["params"] is None and line.stopped is None:
        found = wrong_in(line.flags, reading, options)
        if not line.flags.faults and not any(each.path[:1] == ("params",) for each in found):
            raise Refused(*found, NO_VERB, command="swml")
    built = built_document(line, flavour, options, reading)
    cautions = without_ignored(built.cautions, options["ignore"])
    refuse_if_strict(options["strict"], cautions)
    try:
        shape = shaped(built.sections, str(options["as"]))
    except SwaigctlError as error:
        finding = error.finding.but(where=f"{flags.AS.flag} {options['as']}")
        raise Refused(finding, command="swml") from None
    try:
        return Answer(written(shape, options), str(options["format"]), cautions)
    except SwaigctlError as error:
        raise Refused(error.finding, command="swml") from None


def described_document(flavour: "Flavour") -> "Kind":
    """What the members of a document given as a whole are."""
    from swaigctl.model.steps import Document

    return Document(flavour)


def built_document(
    line: "DocumentLine",
    flavour: "Flavour",
    options: "dict[str, object]",
    own: FlagReading,
) -> Built:
    """The document that part of a command line asks for.

    Args:
        line: its verbs, with what was given for them.
        flavour: which verbs there are.
        options: what the document's own flags set: `params` and `form`.
        own: the reading of these flags; its label stands before those of the verbs in messages.

    Raises:
        Refused: something given is wrong, or missing; a finding says at which verb.
    """
    before = f"{own.label}: " if own.label else ""
    cautions = [*doubts_in(line.flags, own), *own.cautions]
    found = wrong_in(line.flags, own, options)
    command = ""
    form = str(options["form"])
    sections = given_sections(options["params"], form, flavour, found, cautions, before)
    is_read = line.stopped is None and not line.flags.faults
    is_whole = is_read and not any(each.path[:1] == (flags.PARAMS.name,) for each in found)
    for name in line.sections:
        if name in sections:
            sentence = "'--params' has a section of this name already."
            found.append(Finding("duplicate-name", sentence, where=f"{before}section {name}"))
    for (section, entry), label in zip(entries_of(line), labels_of(line, before), strict=True):
        reading = VerbReading(entry, label)
        content = reading.step(form)
        wrong = [*filter(None, [entry.unknown]), *wrong_in(entry.flags, reading, options)]
        if wrong and not found:
            command = "" if entry.unknown else entry.flags.command
        found += wrong
        own_cautions = reading.cautions
        if entry.flags.doubts:
            own_cautions = cautions_beside(entry.flags.doubts, own_cautions, options)
        cautions += [*doubts_in(entry.flags, reading), *own_cautions]
        sections.setdefault(section, []).append(content)
    if line.stopped is not None:
        found.append(line.stopped)
    for name in line.sections:
        sections.setdefault(name, [])
    if is_whole and MAIN not in sections:
        sentence = f"the document has no section '{MAIN}', which runs first."
        found.append(Finding("required", sentence, where=before.removesuffix(": ")))
    if found:
        raise Refused(*found, command=command or "swml")
    return Built(sections, cautions)


def given_sections(
    params: object,
    form: str,
    flavour: "Flavour",
    found: "list[Finding]",
    cautions: "list[Finding]",
    before: str = "",
) -> "Sections":
    """The sections of a document given as a whole; what is wrong in it is put into `found`."""
    if params is None:
        return {}
    kind = described_document(flavour)
    reading = FlagReading()
    for finding in findings(kind, params):
        located = reading.located(finding.within("params"), before + flags.PARAMS.flag)
        (found if finding.is_error else cautions).append(located)
    if found:
        return {}
    whole = ordered(kind, params, form)
    assert isinstance(whole, dict)
    sections: Sections = dict(whole["sections"])
    if form == "simplified":
        sections, faults = simplified_sections(flavour, sections)
        for fault in faults:
            inside = fault.but(path=("params", "sections", *fault.path))
            found.append(reading.located(inside, before + flags.PARAMS.flag))
    return sections


def entries_of(line: "DocumentLine") -> "Iterator[tuple[str, Entry]]":
    for section, entries in line.sections.items():
        for entry in entries:
            yield section, entry


def labels_of(line: "DocumentLine", before: str = "") -> "list[str]":
    """How messages name each verb: by name, and by place too where there are several of it.

    A verb that stands alone needs no name.
    """
    entries = list(entries_of(line))
    names = [entry.described.command for _, entry in entries]
    if len(names) == 1 and not before:
        return [""]
    labels = []
    places: dict[str, int] = {}
    for (section, _), name in zip(entries, names, strict=True):
        places[section] = places.get(section, 0) + 1
        label = name
        if names.count(name) > 1:
            label = f"step {places[section]}, {name}"
            label = f"section {section}, {label}" if len(line.sections) > 1 else label
        labels.append(before + label)
    return labels


class VerbReading(FlagReading):
    """Reads what was given for one verb."""

    def __init__(self, entry: "Entry", label: str = "") -> None:
        self.verb: Verb = entry.described  # type: ignore[assignment]
        self.flags: VerbFlags = entry.flags  # type: ignore[assignment]
        super().__init__(label, lambda: self.verb.kind)
        self.is_certain = entry.is_certain
        self.meant = meant_by(entry.flags)
        given = self.with_texts(known_given(entry.flags))
        by_name = {each.name: each for each in self.flags.options}
        values = self.values(self.flags.options, given)
        self.asked = {by_name[name].option: value for name, value in values.items()}
        """What was given beside the parameters."""
        self.given = {name: its for name, its in given.items() if name not in by_name}

    def given_value(self, name: str, kind: "Kind", given: "bool | str | list[str]") -> object:
        """The same, where a number is just what JSON has: a plus before it makes it text."""
        value = super().given_value(name, kind, given)
        if isinstance(given, list) and given[-1][:1] == "+" and isinstance(value, (int, float)):
            return given[-1]
        return value

    def step(self, form: str) -> "dict[str, object]":
        """The verb's step, in its own form or else in this one; what is wrong is kept."""
        value = self.whole()
        if value is ABSENT or (value is None and self.findings):
            return {}
        self.check(value)
        if self.findings:
            return {}
        form = str(self.asked.get("form", form))
        try:
            return step(self.verb, value, form)
        except SwaigctlError as error:
            self.add(error.finding.but(where=self.place(f"--form {form}")))
            return {}

    def whole(self) -> object:
        """The verb's value, from `--params` and its flags, which win; unchecked."""
        fields = self.flags.fields
        members = {
            name: self.given_value(name, member_at(fields, name).kind, its)  # type: ignore[union-attr]
            for name, its in self.given.items()
        }
        given = self.asked.get("params", ABSENT)
        if self.verb.value is not None:
            return self.bare_value(members, given)
        members.update(dict.fromkeys(self.unread(), UNREAD))
        if not members:
            return {} if given is ABSENT else given
        if given is not ABSENT and not isinstance(given, dict):
            flag = flag_of(next(iter(members)))
            sentence = f"can't go with '{flag}', unless it is an object."
            self.add(Finding("exclusive", sentence, where=self.place(flags.PARAMS.flag)))
            return None
        content = given if isinstance(given, dict) else {}
        # What is inside an object given as JSON may be given again: the longer name wins.
        for name in sorted(members, key=lambda each: each.count(".")):
            try:
                content = with_member(content, name, members[name])
            except SwaigctlError as error:
                self.add(error.finding)
        return content

    def unread(self) -> "list[str]":
        """The parameters, and members, that were given in a way that is told of elsewhere."""
        fields = self.flags.fields
        return [name for name in self.meant if self.is_certain and member_at(fields, name)]

    def bare_value(self, members: "dict[str, object]", given: object) -> object:
        """The value of a verb that has no parameters, but a value with a name."""
        field = self.verb.value
        assert field is not None
        if members and given is not ABSENT:
            return self.together(members[field.name], given, flag_of(field.name))
        value = members.get(field.name, given)
        if value is not ABSENT:
            return value
        if not self.is_certain or field.name in self.meant:
            return ABSENT
        if field.required and not self.findings:
            self.add(Finding("required", "{quoted} is required.", path=(field.name,)))
        return None

    def together(self, value: object, given: object, flag: str) -> object:
        """What `--params` and the one flag of a verb give together: two objects are one."""
        if isinstance(value, dict) and isinstance(given, dict):
            return {**given, **value}
        if value is not ABSENT:
            sentence = f"can't go with '{flag}', unless both are objects."
            self.add(Finding("exclusive", sentence, where=self.place(flags.PARAMS.flag)))
        return None

    def check(self, value: object) -> None:
        """Keep what is wrong with the whole value, and what to warn of.

        Where `--params` can't be read, nothing is known of the whole.
        """
        if any(each.path == (flags.PARAMS.name,) for each in self.findings):
            return
        names = [*self.unread(), *(str(each.path[0]) for each in self.findings if each.path)]
        unread = [tuple(name.split(".")) for name in names]
        for finding in findings_of(self.verb, value):
            if any(finding.path[: len(place)] == place for place in unread):
                continue
            if not self.is_certain and not finding.has_value:
                continue  # what is missing may be what could not be read
            finding = self.as_typed(self.naming_all_ways(finding))
            located = finding.but(where=self.place(self.at(finding.path, value)))
            if finding.is_error:
                self.findings.append(located)
            else:
                self.cautions.append(located)

    def as_typed(self, finding: Finding) -> Finding:
        """A finding about what a flag was given, in terms of a command line."""
        name = ".".join(map(str, finding.path))
        texts = self.given.get(name)
        field = member_at(self.flags.fields, name)
        if field is None or not isinstance(texts, list):
            return finding
        return as_typed(finding, field.but(name=name), texts)

    def naming_all_ways(self, finding: Finding) -> Finding:
        """A finding that a parameter is missing names those that could stand in its place."""
        if finding.code != "required" or len(finding.path) != 1:
            return finding
        from swaigctl.model.further import telling_apart

        ways = telling_apart(self.verb)
        others = tuple(name for name in ways if name != finding.path[0])
        if finding.path[0] not in ways or not others:
            return finding
        one_of = "one of " if len(others) > 1 else ""
        sentence = f"{{quoted}} is required, or {one_of}{{others}} in its place."
        return finding.but(sentence=sentence, details={"others": others})

    def at(self, path: "Path", value: object) -> str:
        """The flag that a place in the value was given by, or could be."""
        from swaigctl.findings.messages import path_text

        for length in range(len(path), 0, -1):
            name = ".".join(map(str, path[:length]))
            if name in self.given:
                return path_text(path[length:], self.flag(name))
        if "params" in self.asked and (
            not path or (isinstance(value, dict) and path[0] in value) or self.verb.value
        ):
            return path_text(() if self.verb.value else path, flags.PARAMS.flag)
        names = [str(each) for each in path]
        known = member_at(self.flags.fields, ".".join(names))
        return flag_of(".".join(names)) if known else path_text(path)

    def place(self, at: str) -> str:
        return ": ".join(filter(None, [self.label, at]))


def piped(line: "DocumentLine") -> "list[str]":
    """The flags that read standard input, each as often as it does."""
    flags_before = (*document_flags.DOCUMENT, *document_flags.DOCUMENT_IN_RESPONSE)
    own = {each.name: each for each in flags_before}
    found = flags_reading(reading_input(line.flags.given), line.flags.given, own)
    for entry in line.entries:
        its: VerbFlags = entry.flags  # type: ignore[assignment]
        names = reading_input(its.given)
        if names:
            fields = {**{each.name: each for each in its.options}, **its.fields}
            found += flags_reading(names, its.given, fields)
    return found


def skeleton_answer(line: "DocumentLine", entry: "Entry", options: "dict[str, object]") -> Answer:
    """The parameters of a verb to fill in; in YAML, unless the command line has a language.

    Raises:
        Refused: there are other verbs, or flags that shape a document.
    """
    from swaigctl.cli.skeleton import skeleton_of_verb

    command = entry.flags.command
    if len(line.entries) > 1:
        sentence = "is for one verb by itself."
        raise Refused(Finding("flags", sentence, where=flags.SKELETON.flag), command=command)
    for parameter in (
        document_flags.DOCUMENT_PARAMS,
        document_flags.VERB_FORM,
        document_flags.DOCUMENT_AS,
    ):
        if parameter.name in line.flags.given or (
            parameter is document_flags.VERB_FORM and parameter.name in entry.flags.given
        ):
            sentence = f"prints parameters, not a document: leave '{parameter.flag}' out."
            raise Refused(Finding("flags", sentence, where=flags.SKELETON.flag), command=command)
    reading = VerbReading(entry)
    value = reading.whole() if reading.given or "params" in reading.asked else None
    if reading.findings:
        raise Refused(*reading.findings, command=command)
    language = language_of_skeleton(flags.FORMAT, line.flags.given, options)
    return skeleton_of_verb(reading.verb, value, language, options)
