"""What a SWAIG response is, as the platform reads it: its text, its actions, the SWML in them.

The same description serves a webhook's response and a `data_map`'s output. What a plain action
is comes from the actions of the catalog; the platform reads a little more than the SDK writes.
"""

from swaigctl.catalog import plain_action_at
from swaigctl.catalog.index import KEYS
from swaigctl.findings import INFO, WARNING, Finding
from swaigctl.model.forms import Formatted, Quoted
from swaigctl.model.kinds import (
    QUOTED_YES_OR_NO,
    Boolean,
    Choice,
    Integer,
    Kind,
    Number,
    Text,
    is_digits,
    misfit,
)
from swaigctl.model.places import ConstantBody, transfer_field
from swaigctl.model.rules import Rule, need_one_of
from swaigctl.model.shapes import (
    ANY_JSON,
    LABELS,
    Field,
    Json,
    ListOf,
    Named,
    Object,
    fields_of,
)
from swaigctl.model.unions import OneOf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from swaigctl.catalog.verbs import Flavour
    from swaigctl.model.kinds import Part

SWML, TRANSFER, SECTIONS = "SWML", "transfer", "sections"


def is_time(text: str) -> bool:
    """`90`, `5m`, `1:30`: at least one digit, and only what times are made of."""
    return text[:1].isdigit() and all(is_digits(each) or each in ":hms" for each in text)


TIME = Formatted(
    "time", is_time, "^[0-9][0-9:hms]*$", "a time such as '90', '5m' or '1:30'", "TIME"
)


class Flag(Boolean):
    """A boolean that may as well be its text."""

    def faults(self, value: object) -> "Iterator[Finding]":
        return (finding for finding in super().faults(value) if finding.is_error)


WHATEVER = OneOf(Flag(variable=True, quoted=True), Json(dict))
"""What stands behind the name of an action without parameters: it does not matter."""

MORE: "dict[str, Kind]" = {"hold": TIME}
"""What the platform reads beside what the SDK writes: the vendor's table of actions."""

NOT_NEEDED = ("active",)
"""Members that the SDK's documentation requires, and the platform does not."""


def sections_of_prompts() -> Kind:
    from swaigctl.catalog.verbs.ai_prompt import SECTIONS

    return SECTIONS


POM = Named("pom-sections", sections_of_prompts)

MORE_MEMBERS = {
    "context_switch": (
        Field("system_pom", POM, "The new system prompt, as a list of sections."),
        Field("user_pom", POM, "A message to add as the caller's, as a list of sections."),
    )
}


SETTINGS = "settings"
"""The action whose numbers the platform reads as it reads those of `ai.params`: as text too."""

GUESSED = {
    "playback_bg": {"url": "file"},
    "transfer": {"to": "dest", "url": "dest", "destination": "dest"},
    "hold": {"seconds": "timeout", "duration": "timeout"},
    "toggle_functions": {"name": "function"},
}
"""Members of actions that people guess, with those that are meant."""


def as_read(kind: Kind, key: str = "", around: str = "") -> Kind:
    """The kind where variables stand for numbers, and unknown names and quotes do no harm.

    The SDK takes no variables for these, because Python has values of its own.
    """
    if key == SETTINGS and isinstance(kind, (Integer, Number)):
        return Quoted(as_read(kind))
    if isinstance(kind, Boolean):
        quoted = not kind.as_text
        return Boolean(variable=True, as_text=kind.as_text, quoted=quoted, word=kind.word)
    if isinstance(kind, Integer):
        return Integer(kind.minimum, kind.maximum, kind.metavar, variable=True)
    if isinstance(kind, Number):
        return Number(kind.minimum, kind.maximum, kind.metavar, variable=True)
    if isinstance(kind, Choice):
        described = (kind.meanings,) if kind.meanings else kind.spellings
        return Choice(*described, variable=True)
    if isinstance(kind, ListOf):
        return ListOf(as_read(kind.item, around=key), kind.at_least, kind.at_most, kind.distinct)
    if isinstance(kind, OneOf):  # where a boolean may stand, so may true
        branches = (each for each in kind.branches if each.allowed != "true")
        return OneOf(*(as_read(each, key) for each in branches))
    if isinstance(kind, Object):
        fields = (
            field.but(
                kind=as_read(field.kind, key if key == SETTINGS else ""),
                required=field.required and field.name not in NOT_NEEDED,
            )
            for field in kind.fields
        )
        more = MORE_MEMBERS.get(key, ())
        return Object(
            *fields,
            *more,
            open=kind.open,
            unknown=WARNING,
            title=key,
            rules=kind.rules,
            guessed=GUESSED.get(key or around),
        )
    return kind


def plain_kind(key: str) -> Kind:
    """What stands behind a plain action's name."""
    action = plain_action_at(key)
    assert action is not None
    if isinstance(action.body, ConstantBody):
        return WHATEVER
    kind = as_read(action.body.kind(action), key)
    return OneOf(kind, MORE[key]) if key in MORE else kind


def found_in(key: str, content: object) -> "Iterator[Finding]":
    """What the rules of a plain action find in what stands behind its name.

    That is an object of its parameters, or the value of one of them.
    """
    action = plain_action_at(key)
    if action is None or not action.rules:
        return
    if isinstance(content, dict) and not action.body.value:
        known = {each.at: each.default for each in action.parameters}
        content = {
            name: value
            for name, value in content.items()
            if name not in known or value != known[name]
        }
        for rule in action.rules:
            yield from rule.find(content)
        return
    for rule in action.rules:
        if rule.parameters == (action.sole,):
            yield from rule.find_in(content)


BESIDE = transfer_field().but(
    kind=OneOf(Boolean(variable=True), Choice("true", "false", variable=True))
)


def calling() -> "Flavour":
    """The verbs of documents for calls; imported where a name is no action's."""
    from swaigctl.catalog.verbs import CALLING

    return CALLING


class ActionObject(Object):
    """One action or more, by their names on the wire; an action is described when it is met."""

    allowed = "an object with actions"

    def __init__(self, only: "tuple[str, ...]" = (), where: str = "") -> None:
        super().__init__(unknown=WARNING)
        self.only = only
        """The actions that count, where not all do."""
        self.where = where
        """What it is that knows no others."""
        self.described: dict[str, Kind] = {}

    @property
    def names(self) -> "tuple[str, ...]":
        """Every action that counts, as it is called on the wire."""
        return self.only or (*KEYS, SWML)

    @property
    def fields(self) -> "tuple[Field, ...]":
        """Every member that there can be; this asks for every action."""
        members = []
        for name in self.names:
            action = plain_action_at(name)
            help = action.summary if action else "A SWML document to run."
            members.append(Field(name, self.kind_of(name), help))
        return tuple(members) if TRANSFER in self.names else (*members, BESIDE)

    @fields.setter
    def fields(self, fields: "tuple[Field, ...]") -> None:
        """They come from the catalog."""

    def has_unknown(self, value: object) -> bool:
        return False  # it explains its unknown names itself

    def kind_of(self, name: str) -> Kind:
        if name == SWML:
            from swaigctl.catalog.documents_inside import DOCUMENT

            return DOCUMENT
        if name not in self.described:
            self.described[name] = plain_kind(name)
        return self.described[name]

    def faults(self, value: object) -> "Iterator[Finding]":
        if not isinstance(value, dict):
            yield misfit(self, value)
            return
        if (label := self.label_of(value)) is not None:
            from swaigctl.catalog.unknown_actions import named_by_value

            yield named_by_value(self, label, value)
            return
        for name, content in value.items():
            if name == TRANSFER and SWML in value:
                continue
            if name not in self.names:
                from swaigctl.catalog.unknown_actions import unknown_action

                yield unknown_action(self, name, value)
            elif name == TRANSFER and is_flag(content):
                from swaigctl.catalog.unknown_actions import lonely_transfer

                yield lonely_transfer(content)
            elif name in KEYS:
                yield from self.broken_rules(name, value)

    def broken_rules(self, name: str, value: "dict[str, object]") -> "Iterator[Finding]":
        found = [finding.within(name) for finding in found_in(name, value[name])]
        if found and not self.kind_of(name).chosen(value[name]).is_wrong(value[name]):
            yield from found

    def around(self, value: object) -> "dict[str, object] | None":
        """The action that was probably meant by its name: one that needs no more."""
        if not isinstance(value, str) or value not in self.names or value == SWML:
            return None
        return None if self.kind_of(value).chosen(True).is_wrong(True) else {value: True}

    def label_of(self, value: "dict[str, object]") -> "str | None":
        """The member that says which action was meant, where that is a value and not the name."""
        if any(name in self.names for name in value):
            return None
        return next((each for each in LABELS if each in value and value[each] in self.names), None)

    def meant(self, name: str) -> "str | None":
        return super().meant(name) if self.may_be_misspelt(name) else None

    def kind_beside(self, name: str, others: "dict[str, object]") -> Kind:
        """What stands behind an action's name among others: `transfer` is a flag beside `SWML`."""
        return BESIDE.kind if name == TRANSFER and SWML in others else self.kind_of(name)

    def kind_at(self, name: str, meant: str, others: "dict[str, object]") -> Kind:
        """What stands behind a name, which may be another spelling of the action's."""
        kind, content = self.kind_beside(meant, others), others[name]
        if type(content) is dict and len(content) == 1 and name in content:
            from swaigctl.model.mistakes import inside

            return inside(name, kind, content)
        return kind

    def may_be_misspelt(self, name: object) -> bool:
        known = isinstance(name, str) and name not in (*KEYS, SWML, *calling().names())
        return known and self.key_meant(str(name)) is None

    def key_meant(self, name: str) -> "str | None":
        """The action that is called otherwise elsewhere, such as by its method; None if none is."""
        from swaigctl.catalog.meant import key_meant

        return key_meant(name)

    def parts(self, value: object) -> "Iterator[Part]":
        if not isinstance(value, dict):
            yield from super().parts(value)
            return
        for name, content in value.items():
            if name == TRANSFER and SWML in value:
                yield name, BESIDE.kind, content
            elif name in self.names:
                if not (name == TRANSFER and isinstance(content, bool)):
                    yield name, self.kind_at(name, name, value), content
            elif isinstance(name, str) and (meant := self.meant(name)):
                yield name, self.kind_at(name, meant, value), content
            elif name in calling().names() and name not in KEYS:
                kind = calling().value_of(name)
                if type(content) is dict:
                    from swaigctl.model.steps import Step

                    kind = Step(calling()).kind_inside(name, name, kind, content)
                yield name, kind, content
            elif name == SECTIONS:
                yield name, fields_of(self.kind_of(SWML))[SECTIONS].kind, content
            else:
                yield name, ANY_JSON, content


def is_flag(value: object) -> bool:
    return isinstance(value, bool) or value in ("true", "false")


def actions(one: ActionObject) -> Field:
    return Field(
        "action",
        OneOf(ListOf(one), one),
        "What happens to the call, in this order: a list of actions, or one.",
        source="The SDK writes a list; the platform takes one object too.",
    )


ACTION = ActionObject()

TEXT = Text(empty=True)

RESPONSE_TEXT = Field(
    "response",
    OneOf(
        TEXT,
        Object(
            Field("tool_result", TEXT, "What the tool did, for the model to reason from."),
            Field("tool_prompt", TEXT, "What the model is to say now."),
            unknown=WARNING,
            title="response",
            rules=(need_one_of("tool_result", "tool_prompt"),),
        ),
    ),
    "What the model reads next: facts, or an instruction. It is no speech.",
    source="The object is the engine's; older pages require a text.",
)
POST_PROCESS = Field(
    "post_process",
    QUOTED_YES_OR_NO,
    "Let the model take one more turn before the actions run.",
    default=False,
)


class Response(Object):
    """A response; what else stands beside its members is ignored."""

    is_outlined = is_response = True

    def __init__(
        self, *fields: Field, rules: "tuple[Rule, ...]" = (), actions_wait: bool = False
    ) -> None:
        super().__init__(*fields, unknown=WARNING, title="a response", rules=rules)
        self.actions_wait = actions_wait

    def kind_elsewhere(self, name: str, kind: Kind, value: "dict[str, object]") -> Kind:
        return BESIDE.kind if name == TRANSFER and SWML in value else kind

    def unknown_name(self, name: str) -> Finding:
        finding = super().unknown_name(name)
        meant = finding.suggestion
        return finding.but(severity=INFO if meant is None else WARNING, suggestion=meant)


RESPONSE = Response(RESPONSE_TEXT, actions(ACTION), POST_PROCESS)
