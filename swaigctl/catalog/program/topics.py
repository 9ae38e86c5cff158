"""What `help` explains for many commands at once, and what its first screen begins with."""

from swaigctl.catalog import action_called, every_action
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.tools import TOOLS, respond
from swaigctl.model.tools import Topic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.model.entries import Parameter

SHARED = (
    flags.FORMAT,
    flags.COMPACT,
    *flags.COLORS,
    flags.STRICT,
    flags.IGNORE,
    flags.HELP,
)
OF_ACTIONS = (flags.PARAMS, flags.SKELETON, flags.FORM, flags.DIFF, flags.AS)


def takers(flag: "Parameter") -> "list[str]":
    """The commands beside actions and verbs that have a flag of this name."""
    named = {flag.flag, *flag.also_flags}
    return [
        tool.command
        for tool in TOOLS.values()
        if flag is flags.HELP or any(each.flag in named for each in tool.parameters)
    ]


def where_else(parameters: "tuple[Parameter, ...]") -> str:
    """Which commands beside actions and verbs have which of these flags."""
    those_of: dict[tuple[str, ...], list[str]] = {}
    for each in parameters:
        those_of.setdefault(tuple(takers(each)), []).append(f"'{each.flag}'")
    parts = [
        f"{joined(its)} in {'all of them' if len(commands) == len(TOOLS) else joined(commands)}"
        for commands, its in those_of.items()
        if commands
    ]
    return f"Other commands have some of them: {'; '.join(parts)}."


def joined(words: "Sequence[str]") -> str:
    """`a, b and c`"""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def about_shared() -> str:
    return f"Every action has them, and every verb. {where_else(SHARED)}"


def about_actions() -> str:
    parts = [each.command for each in every_action() if each.place.is_part]
    lacking = [each for each in OF_ACTIONS if each not in flags.of(action_called(parts[0]))]  # type: ignore[arg-type]
    in_chain = flags.of(action_called("hangup"), in_chain=True)  # type: ignore[arg-type]
    alone = [each for each in OF_ACTIONS if each not in in_chain]
    return (
        f"Those of an action by itself. Among others, behind '{respond.command}', it has no "
        f"{or_of(alone)}. What is a part of an action ({', '.join(parts)}) has no "
        f"{or_of(lacking)}. {where_else(OF_ACTIONS)}"
    )


def or_of(parameters: "Sequence[Parameter]") -> str:
    *others, last = (f"'{each.flag}'" for each in parameters)
    return f"{', '.join(others)} or {last}" if others else last


OUTPUT = Topic(
    "output",
    "Input and output",
    "The flags about input and output, which commands share.",
    ("Actions and verbs", about_shared, SHARED),
    ("Actions", about_actions, OF_ACTIONS),
    (
        "Documents",
        "Before the first verb of 'swaigctl swml'. '--as' may stand behind any verb too.",
        (document_flags.DOCUMENT_PARAMS, document_flags.VERB_FORM, document_flags.DOCUMENT_AS),
    ),
    (
        "Verbs",
        "Behind a verb of a SWML document. '--form' and '--skeleton' are for that verb then.",
        (document_flags.VERB_PARAMS,),
    ),
    (
        "Objects and lists",
        'A flag that takes an object has it as JSON ({"name": "Bob"}), from a file (@FILE), from '
        "standard input (-), or member by member, the flag repeated: 'name=Bob' is text, "
        "'count:=3' is JSON, 'address.city=Bonn' is a member of a member, and 'notes:=@FILE' reads "
        "JSON from a file. Members win over objects given beside them. A flag that takes a list "
        "of objects has the whole list ([...]) or one item each time, and an item may be written "
        "as a member: 'to=+15551234567' is an object with just that. YAML is taken from files, and "
        "as text by '--params' only.",
        (),
    ),
    description="The help of a command names those of them that can change what it does, with the "
    "choices that it has. An action or a verb takes the others of its section too, and where one "
    "of them fails, it says why. Where a command has a parameter of the same name, the flag is the "
    "parameter's: '--params-object' and '--output-format' are the shared ones then.",
)

TOPICS = {OUTPUT.name: OUTPUT}

BEGIN_WITH = ("respond", "validate", "swml")
"""The tools that most people come for."""

USED_MOST = ("update_global_data", "connect", "hold", "say", "send_sms")
"""The actions that the examples and skills of the vendor's SDK use most, by how often they do.

Without what serves steps of a context only (swml_change_step).
"""
