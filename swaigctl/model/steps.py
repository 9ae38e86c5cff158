"""Steps and documents of SWML. They hold no verbs: they ask for one when they meet its name."""

from swaigctl.findings import WARNING, Finding
from swaigctl.model import FACTS_OF, SWML_VERSION
from swaigctl.model.kinds import IN_TEXT, Choice, Kind, Text, has_variable, kept, misfit
from swaigctl.model.shapes import (
    JSON_FLAG,
    LABELS,
    MOST_GUESSES,
    Field,
    Json,
    ListOf,
    MapOf,
    Named,
    Object,
    fields_of,
    formed,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from swaigctl.findings import Path
    from swaigctl.findings import Step as PathStep
    from swaigctl.model.kinds import Part

    class Verbs(Protocol):
        """Where steps look for verbs: the index of a catalog."""

        @property
        def families(self) -> "dict[str, str]":
            """Every verb there is, with something about each."""

        def names(self) -> "tuple[str, ...]":
            """Every verb there is."""

        def value_of(self, name: str) -> Kind:
            """What stands behind the verb of this name."""

        def use_elsewhere(self, name: str) -> str:
            """What such a verb is for, if only documents of another flavour have it."""

        def instead_of(self, name: str, content: object) -> "tuple[str, object] | None":
            """What to say of a name that is no verb, and the step that it stands for."""

        def parameter_instead(self, verb: str, name: object) -> "tuple[str, str] | None":
            """What a guessed parameter of a verb stands for, and what else to say of it."""

        def may_be_word(self, name: str) -> bool:
            """Whether a step may be just the name of this verb."""

        may_be_one_step: bool
        """Whether one step may stand in place of a list of steps."""

        has_short_verbs: bool
        """Whether there are verbs whose object has one member only."""

        entries: "tuple[str, ...]"
        """The verbs of which one may be all that a document is, in place of sections."""

        when_empty: str
        """The verb that an empty document stands for, if there is one."""


class Step(Kind):
    """One step of a section: an object whose one name is a verb, with the verb's parameters."""

    takes_json = True
    metavar = JSON_FLAG
    allowed = "a step: an object with one verb"
    annotation = "dict[str, Any]"
    json_types = (dict,)
    is_outlined = is_swml_step = True

    def __init__(self, verbs: "Verbs", allowed: "tuple[str, ...]" = ()) -> None:
        self.verbs = verbs
        self.only = allowed
        """The verbs that may stand here, where not all may."""

    def named(self, name: object, content: object = None) -> "str | None":
        """The verb that a step's name is, or was meant to be.

        Of several that it may have been, it is the one that has most of the parameters.
        """
        if not isinstance(name, str):
            return None
        if name in self.verbs.families:
            return name
        names = self.verbs.names()
        if self.verbs.use_elsewhere(name) or self.verbs.instead_of(name, None):
            return None
        from swaigctl.findings.messages import near_spellings

        near = near_spellings(name, names, 3)
        if len(near) < 2 or not isinstance(content, dict) or not content:
            return near[0] if near else None

        def in_common(verb: str) -> int:
            fields = fields_of(self.verbs.value_of(verb))
            return sum(each in fields for each in content)

        return max(near, key=in_common)

    def takes(self, value: object) -> bool:
        return isinstance(value, dict) or self.is_word(value)

    def has_unknown(self, value: object) -> bool:
        return isinstance(value, dict) and len(value) > 1

    def is_word(self, value: object) -> bool:
        """Whether it is just the name of a verb, where that is enough."""
        known = isinstance(value, str) and value in self.verbs.families
        return known and self.verbs.may_be_word(str(value))

    def faults(self, value: object) -> "Iterator[Finding]":
        if self.is_word(value):
            yield Finding(
                "legacy-form",
                "{subject} is just a verb's name: write an object.",
                severity=WARNING,
                value=value,
                suggestion=self.around(value),
            )
            yield from self.misplaced(str(value), ())
            return
        if not isinstance(value, dict):
            yield misfit(self, value)
            return
        verbs = [name for name in value if name in self.verbs.families]
        if len(verbs) == len(value) == 1 and not self.only:
            return
        if (label := self.label_of(value)) is not None:
            yield self.named_by_value(label, value)
            return
        if len(verbs) > 1 or not value:
            sentence = "{subject} must have just one verb: {count}."
            count = f"it has {', '.join(map(repr, verbs))}" if value else "it has none"
            steps = [{name: content} for name, content in value.items()]
            yield Finding(
                "one-verb",
                sentence,
                value=value,
                suggestion=steps if len(verbs) == len(steps) > 0 else None,
                details={"count": count},
            )
        yield from self.faults_of_names(value)

    def faults_of_names(self, value: "dict[str, object]") -> "Iterator[Finding]":
        """What is wrong with the names that should be verbs."""
        if (whole := self.told_by_all(value)) is not None:
            yield whole
            return
        for name, content in value.items():
            if name in self.verbs.families:
                yield from self.misplaced(name, (name,))
            else:
                yield self.unknown_verb(name, content)

    def told_by_all(self, value: "dict[str, object]") -> "Finding | None":
        """The finding for several names of which none is a verb, if they tell of one together."""
        if len(value) < 2 or any(name in self.verbs.families for name in value):
            return None
        for name in [each for each in value if isinstance(each, str)][:MOST_GUESSES]:
            instead = self.verbs.instead_of(name, value)
            if instead is not None and instead[1] is not None:
                return self.unknown_verb(name, value)
        return None

    def label_of(self, value: "dict[str, object]") -> "str | None":
        """The member that says which verb was meant, where the verb is a value and not the name."""
        for name in value:
            if name in self.verbs.families:
                return None
        named = (each for each in LABELS if isinstance(value.get(each), str))
        return next((each for each in named if value[each] in self.verbs.families), None)

    def named_by_value(self, label: str, value: "dict[str, object]") -> Finding:
        rest = {name: content for name, content in value.items() if name != label}
        return Finding(
            "unknown-verb",
            "{value} is not a verb: the verb is the name in a step, and not a value.",
            path=(label,),
            value=label,
            allowed=self.only or self.verbs.names(),
            suggestion={str(value[label]): rest},
            about_key=True,
        )

    def unknown_verb(self, name: object, content: object) -> Finding:
        """The finding for a name that is no verb here: what to write is said if it is known."""
        use = self.verbs.use_elsewhere(str(name))
        instead = None if use else self.verbs.instead_of(str(name), content)
        sentence = "{value} is not a verb."
        suggestion: object = self.named(name, content)
        if use:
            sentence, suggestion = "{value} is not a verb here: it is one for {use}.", None
        elif instead is not None:
            sentence, suggestion = instead
        elif suggestion is None:
            sentence = "{value} is not a verb as of {date}."
        return Finding(
            "unknown-verb",
            sentence,
            path=(str(name),),
            value=name,
            allowed=self.only or self.verbs.names(),
            suggestion=suggestion,
            details={"use": use, "date": FACTS_OF},
            about_key=True,
        )

    def misplaced(self, name: str, path: "Path") -> "Iterator[Finding]":
        """The finding for a verb that can't stand here, if it can't."""
        if self.only and name not in self.only:
            yield Finding(
                "misplaced",
                "{value} can't stand here: only {verbs} can.",
                path=path,
                value=name,
                allowed=self.only,
                details={"verbs": ", ".join(self.only)},
                about_key=bool(path),
            )

    def around(self, value: object) -> "dict[str, object] | None":
        """The step that was probably meant by a word: one that needs no parameters."""
        verb = self.named(value)
        if verb is None:
            instead = self.verbs.instead_of(value, None) if isinstance(value, str) else None
            step = None if instead is None else instead[1]
            return step if isinstance(step, dict) else None
        kind = self.verbs.value_of(verb)
        content: object = {} if kind.json_types else None
        return None if any(True for _ in kind.faults(content)) else {verb: content}

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, dict) and self.label_of(value) is None:
            for name, content in value.items():
                verb = self.named(name, content)
                if verb is not None:
                    kind = self.verbs.value_of(verb)
                    if type(content) is dict:
                        kind = self.kind_inside(name, verb, kind, content)
                    yield name, kind, content

    def kind_inside(self, name: str, verb: str, kind: Kind, content: "dict[str, object]") -> Kind:
        """The kind of what stands behind a verb, if that is an object."""
        if len(content) == 1 and (name in content or verb in content):
            from swaigctl.model.mistakes import inside

            return inside(name if name in content else verb, kind, content)
        if kind.chosen(content).has_unknown(content):
            from swaigctl.model.mistakes import guessed

            return guessed(kind, verb, self.verbs, content)
        return kind

    def verbs_in(self, value: object) -> "Iterator[tuple[str, str, object]]":
        """Each name in a step with the verb that it is, or was meant to be, and its content."""
        if isinstance(value, dict):
            for name, content in value.items():
                verb = self.named(name, content)
                if verb is not None:
                    yield name, verb, content
        elif self.is_word(value):
            yield str(value), str(value), {}

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return dict(parts) if isinstance(value, dict) else value

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        if not isinstance(value, dict):
            from swaigctl.model.walk import ordered

            return ordered(self, self.around(value), form) if self.is_word(value) else value
        return {
            name: formed(self.verbs.value_of(str(self.named(name, content))), content, form)
            for name, content in parts.items()
        }


class Steps(ListOf):
    """A list of steps: a section, or what a branch runs."""

    item: Step
    is_outlined = is_swml_step = True  # if it is one in place of a list

    def __init__(self, verbs: "Verbs", allowed: "tuple[str, ...]" = ()) -> None:
        super().__init__(Step(verbs, allowed))

    @property
    def allowed(self) -> str:  # type: ignore[override]
        return "a list of steps"

    def takes(self, value: object) -> bool:
        return isinstance(value, list) or self.is_one_step(value)

    def is_one_step(self, value: object) -> bool:
        """Whether it is one step in place of a list, where that is enough."""
        if not self.item.verbs.may_be_one_step:
            return False
        return len(value) == 1 if isinstance(value, dict) else self.item.is_word(value)

    def faults(self, value: object) -> "Iterator[Finding]":
        if isinstance(value, list):
            yield from super().faults(value)
            return
        listed = self.around(value)
        if self.is_one_step(value):
            sentence = "{subject} is one step: write a list of steps."
            yield Finding("legacy-form", sentence, severity=WARNING, value=value, suggestion=listed)
        else:
            yield misfit(self, value)
        if isinstance(value, dict):
            if listed is not None:
                yield from self.item.faults_of_names(value)
        elif self.item.is_word(value):
            yield from self.item.misplaced(str(value), ())

    def around(self, value: object) -> "list[object] | None":
        """The list that was probably meant by its steps without it."""
        if isinstance(value, dict):
            known = any(self.item.named(name) is not None for name in value)
            known = known or (len(value) == 1 and self.is_one_step(value))
            return [{name: content} for name, content in value.items()] if known else None
        step = self.item.around(value)
        return None if step is None else [step]

    def verbs_in(self, value: object) -> "Iterator[tuple[str, str, object]]":
        """The same of a step in place of a list; nothing for a list, whose steps have their own."""
        return self.item.verbs_in(value)

    def parts(self, value: object) -> "Iterator[Part]":
        if isinstance(value, dict):
            yield from self.item.parts(value)
        else:
            yield from super().parts(value)

    def rebuilt(self, value: object, parts: "dict[PathStep, object]") -> object:
        return {**value, **parts} if isinstance(value, dict) else super().rebuilt(value, parts)

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        if self.is_one_step(value):
            return [self.item.arranged(value, parts, form)]
        return super().arranged(value, parts, form)


class Section(Steps):
    """A section: a list of steps, which may lie inside an object as its code."""

    def chosen(self, value: object) -> Kind:
        if isinstance(value, dict) and "code" in value and self.item.verbs.may_be_one_step:
            return Code(self.item.verbs)
        return self


class Code(Object):
    """A section as an object, whose code is the list of steps."""

    def __init__(self, verbs: "Verbs") -> None:
        super().__init__(
            Field("code", Steps(verbs), "The steps of the section.", required=True),
            Field("params", Json(dict), "What the section takes."),
            Field("result", Json(), "What it returns."),
            Field("meta", Json(dict), "Data that the platform does not use."),
            title="a section",
        )

    def faults(self, value: object) -> "Iterator[Finding]":
        if isinstance(value, dict):
            sentence = "{subject} is an object: write the list of its 'code'."
            yield Finding("legacy-form", sentence, severity=WARNING, value=value)
        yield from super().faults(value)

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        # What else there is has no place in a list.
        has_only_steps = isinstance(value, dict) and list(value) == ["code"]
        return parts["code"] if has_only_steps else super().arranged(value, parts, form)


class Document(Object):
    """A SWML document: sections of steps, of which `main` comes first."""

    is_outlined = is_swml_document = True

    def __init__(self, verbs: "Verbs", instead: "tuple[Field, ...]" = ()) -> None:
        super().__init__(
            Field("version", Choice(SWML_VERSION), "The version of SWML.", default=SWML_VERSION),
            Field(
                "sections",
                MapOf(Section(verbs), required=("main",)),
                "Sections of steps by name; main comes first.",
                required=True,
            ),
            title="a SWML document",
        )
        self.verbs = verbs
        self.instead = instead or tuple(map(self.entry, verbs.entries))
        """What may stand in place of sections, and nobody should write."""

    def entry(self, verb: str) -> Field:
        return Field(verb, Named(verb, lambda: self.verbs.value_of(verb)), "")

    @property
    def names(self) -> "tuple[str, ...]":
        return (*super().names, *(field.name for field in self.instead))

    @kept
    def by_name(self) -> "dict[str, Field]":
        return {**super().by_name, **{field.name: field for field in self.instead}}

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, dict):
            yield from super().faults(value)
            return
        if not value and self.verbs.when_empty:
            yield self.empty()
            return
        yield from super().faults(value)
        ways = [name for name in ("sections", *self.names_instead()) if name in value]
        for name in ways[1:]:
            sentence = "{quoted} can't go with {other}: they exclude each other."
            details = {"other": repr(ways[0])}
            yield Finding("exclusive", sentence, path=(name,), details=details, about_key=True)
        if len(ways) == 1 and ways[0] != "sections":
            yield self.without_sections(ways[0])

    def around(self, value: object) -> "dict[str, object] | None":
        """The document that was probably meant by its steps, or by its text in JSON."""
        if isinstance(value, list):
            step = Step(self.verbs)
            known = value and all(
                isinstance(each, dict) and any(step.named(name) for name in each)
                for each in value[:MOST_GUESSES]
            )
            return {"sections": {"main": value}} if known else None
        if isinstance(value, str) and value.lstrip()[:1] == "{":
            from swaigctl.findings import SwaigctlError
            from swaigctl.formats.json import parsed_json

            try:
                document = parsed_json(value)
            except SwaigctlError:
                return None
            return document if isinstance(document, dict) else None
        return super().around(value)

    def names_instead(self) -> "list[str]":
        return [field.name for field in self.instead]

    def without_sections(self, name: str) -> Finding:
        """The finding for a document with something else in place of sections."""
        return Finding(
            "legacy-form",
            "{quoted} stands in place of 'sections', which the vendor's schema refuses: write it "
            "as a step of 'main'.",
            path=(name,),
            about_key=True,
            severity=WARNING,
            source="The vendor's page of errors allows it.",
        )

    def empty(self) -> Finding:
        """The finding for a document without anything."""
        verb = self.verbs.when_empty
        return Finding(
            "empty",
            "the document is empty: older pages take it for {verb}, the page of errors refuses it.",
            severity=WARNING,
            value={},
            suggestion={"sections": {"main": [{verb: {}}]}},
            details={"verb": repr(verb)},
        )

    def kind_inside(
        self, name: str, kind: Kind, member: "dict[str, object]", value: "dict[str, object]"
    ) -> Kind:
        kind = super().kind_inside(name, kind, member, value)
        if name in self.verbs.entries and kind.chosen(member).has_unknown(member):
            from swaigctl.model.mistakes import guessed

            return guessed(kind, name, self.verbs, member)
        return kind

    def missing_from(self, value: "dict[str, object]") -> "list[Field]":
        """The required fields; sections are none where something stands in place of them."""
        names = self.names_instead()
        known = self.by_name
        given = [name for name in value if isinstance(name, str)]
        meant = [name if name in known else self.meant(name) for name in given[:MOST_GUESSES]]
        return [] if any(name in names for name in meant) else super().missing_from(value)

    def arranged(self, value: object, parts: "dict[PathStep, object]", form: str) -> object:
        if not isinstance(value, dict) or "sections" in value:
            return super().arranged(value, parts, form)
        verbs = self.verbs.names()
        entries = {
            each: parts[each] for each in self.names_instead() if each in parts and each in verbs
        }
        if not value and self.verbs.when_empty:
            entries[self.verbs.when_empty] = {}
        if not entries:  # what stands in place of sections is no verb
            return super().arranged(value, parts, form)
        others = {name: member for name, member in value.items() if name not in entries}
        steps = [
            Step(self.verbs).arranged({name: entries[name]}, {name: entries[name]}, form)
            for name in entries
        ]
        return super().arranged({**others, "sections": {"main": steps}}, {}, form)


class DocumentAsText(Text):
    """A SWML document as text: what is wrong in it is said of the text as a whole."""

    opaque = True

    def __init__(self, verbs: "Verbs", text: str) -> None:
        super().__init__()
        self.verbs = verbs
        self.document: object = None
        self.fault: Finding | None = None
        self.read(text)

    def read(self, text: str) -> None:
        from swaigctl.findings import SwaigctlError
        from swaigctl.formats.json import parsed_json

        try:
            self.document = parsed_json(text)
        except SwaigctlError as error:
            self.read_yaml(text, error.finding)

    def read_yaml(self, text: str, fault: Finding) -> None:
        """The same where it is no JSON: why it is none is said unless it looks like YAML."""
        from swaigctl.findings import SwaigctlError
        from swaigctl.formats.yaml import parsed_yaml

        try:
            self.document = parsed_yaml(text)
        except SwaigctlError as error:
            if not has_variable(text):  # which may stand for a part of the document
                fault = fault if text.lstrip()[:1] == "{" else error.finding
                sentence = "{subject} is no SWML document: {reason}"
                details = {"reason": fault.message}
                self.fault = Finding(fault.code, sentence, value=text, details=details)
        else:
            sentence = "{subject} is a document in YAML: only JSON is documented here."
            self.fault = Finding("not-documented", sentence, severity=WARNING, value=text)

    def faults(self, value: object) -> "Iterator[Finding]":
        yield from super().faults(value)
        if self.fault is not None:
            yield self.fault

    def parts(self, value: object) -> "Iterator[Part]":
        if self.document is not None:
            yield IN_TEXT, Document(self.verbs), self.document
