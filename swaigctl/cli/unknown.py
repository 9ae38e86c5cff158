"""What to say of words and flags that are none; imported only where there is one."""

from swaigctl.catalog import action_commands
from swaigctl.catalog.meant import method_by_meaning, methods_meant
from swaigctl.catalog.program import pointers
from swaigctl.catalog.program.documents import END, FOR
from swaigctl.catalog.program.tools import TOOLS, swml
from swaigctl.catalog.verbs import CALLING, USES, Flavour, verb_called
from swaigctl.findings import NEAREST, Finding, literal
from swaigctl.model.entries import Verb

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_OF_A_NAME = 60
"""As much of a file's name as a message repeats."""


def unknown_command(word: str) -> Finding:
    """What to say of a word that stands in place of a command and is none."""
    finding = Finding(
        "unknown-command",
        "{value} is not a command.",
        value=word,
        allowed=(*action_commands(), *TOOLS),
        suggestion=command_meant,
    )
    verb = verb_called(word)
    if verb is not None:
        return of_verb(finding, verb, f"'swaigctl {verb_line(verb)}' writes it")
    what = pointers.COMMANDS.get(word.lower())
    if what is None and word.lower().endswith(pointers.FILE_ENDINGS):
        what = pointers.OF_FILE.format(file=literal(file_in_command(word)))
    if what is None:
        return finding
    return finding.but(sentence=f"{{value}} is not a command: {what}.", suggestion=None)


def unknown_entry(word: str) -> Finding:
    """The same of a word that stands in place of an action of a response."""
    finding = Finding(
        "unknown-command",
        "{value} is not a command.",
        value=word,
        allowed=(*action_commands(), swml.command),
        suggestion=command_meant,
    )
    verb = verb_called(word)
    if verb is None:
        return finding
    if verb.flavour != CALLING.name:
        sentence = "{value} is a verb of documents for {use}, which no response carries."
        return finding.but(sentence=sentence, details={"use": USES[verb.flavour]}, suggestion=None)
    line = f"'{swml.command} {verb.command} ... {END.flag}' puts it into a response"
    return of_verb(finding, verb, line)


def of_verb(finding: Finding, verb: Verb, what: str) -> Finding:
    """The finding for a verb in place of an action, with the action that it means elsewhere."""
    method = method_by_meaning(verb.name)
    suggestion = method.replace("_", "-") if method else None
    sentence = f"{{value}} is a verb of SWML documents: {what}."
    return finding.but(sentence=sentence, suggestion=suggestion)


def verb_line(verb: Verb) -> str:
    """How a command line asks for a verb."""
    of_messages = f" {FOR.flag} {verb.flavour}" if verb.flavour != CALLING.name else ""
    return f"{swml.command}{of_messages} {verb.command}"


def file_in_command(name: str) -> str:
    """A file's name as it stands in a command."""
    from shlex import quote

    return quote(name) if len(name) <= MOST_OF_A_NAME and name.isprintable() else "FILE"


def command_meant(finding: Finding) -> "str | None":
    """The command that was probably meant: by its meaning, else one that is like it."""
    from swaigctl.findings.messages import nearest

    word = str(finding.value)
    allowed = finding.allowed if isinstance(finding.allowed, tuple) else ()
    method = method_by_meaning(word)
    if method is None:
        methods = methods_meant()
        near = nearest(word, (*map(str, allowed), *methods))
        method = methods.get(near) if near else None
        if method is None:
            return near
    return method.replace("_", "-")


def no_verb(word: str, flavour: "Flavour", *, in_response: bool) -> Finding:
    """What to say of a word that stands in place of a verb and is none."""
    name = word.replace("-", "_")
    use = flavour.use_elsewhere(name)
    finding = Finding(
        "unknown-verb",
        "{value} is not a verb.",
        value=word,
        allowed=tuple(each.replace("_", "-") for each in flavour.names()),
        suggestion=NEAREST,
        details={"use": use},
    )
    if use:
        sentence = "{value} is not a verb here: it is one for {use}"
        of_messages = flavour.name == FOR.default and not in_response
        sentence += f", behind '{FOR.flag} messaging'." if of_messages else "."
        return finding.but(sentence=sentence, suggestion=None)
    instead = step_instead(word, flavour)
    if instead is None:
        return finding
    sentence, verb = instead
    # On a command line, a verb is called by its command.
    sentence = sentence.replace(f"'{verb}'", f"'{flavour.named(verb).command}'")
    return finding.but(sentence=sentence, suggestion=None)


def step_instead(word: str, flavour: "Flavour") -> "tuple[str, str] | None":
    """What to say of a name that is no verb, and the verb that does it; None if nobody knows."""
    instead = flavour.instead_of(word, None)
    if instead is None or not isinstance(instead[1], dict):
        return None
    sentence, step = instead[0], instead[1]
    return sentence, next(iter(step))


def pointer_for_flag(
    flag: str, allowed: "Iterable[str]", commands: "Iterable[str]" = ()
) -> "Finding | None":
    """What to say of a flag that other programs have and a command has not, if that is known."""
    finding = Finding("unknown-flag", "{value} is not a flag.", value=flag)
    if flag in pointers.FLAGS:
        return finding.but(sentence=f"{{value}} is not a flag: {pointers.FLAGS[flag]}.")
    for command in commands:
        if (command, flag) in pointers.OF_COMMAND:
            what = pointers.OF_COMMAND[command, flag]
            return finding.but(sentence=f"{{value}} is not a flag of '{command}': {what}.")
    known = set(allowed)
    for instead in pointers.INSTEAD.get(flag, ()):
        if instead.partition(" ")[0] in known:
            return finding.but(suggestion=instead)
    return None
