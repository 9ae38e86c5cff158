"""Man pages in mdoc(7): one for the whole, one for each command."""

import re
import textwrap
from collections.abc import Iterable, Mapping

from swaigctl.catalog import method_called
from swaigctl.catalog.program import tools
from swaigctl.catalog.program.plans import SECTIONS
from swaigctl.catalog.program.topics import OUTPUT
from swaigctl.descriptions import (
    PROGRAM,
    PURPOSE,
    Command,
    default_of,
    form_of,
    grouped,
    inside,
    limits,
    pasted,
    said_of_member,
    same_inside,
    shown_once,
    spellings,
)
from swaigctl.findings import flag_of
from swaigctl.generate import program
from swaigctl.generate.wire_forms import forms, printed
from swaigctl.model.entries import CALLING, Parameter, Verb
from swaigctl.model.shapes import Field

DATE = "November 22, 2026"
"""A page must have one. It is set by hand, so that a page changes only with what it says."""

WIDTH = 68
"""So that indented command lines fit into 80 columns."""


def man_pages() -> dict[str, str]:
    """The source of each page, under its file's name."""
    families = program.commands()
    pages = {f"{PROGRAM}.1": program_page(families)}
    for chain, some in (("respond", families), ("swml", program.verbs())):
        for members in some.values():
            for command in members:
                related = {chain, *map(page_of, members), *map(page_of, related_to(command))}
                page = command_page(command, related - {page_of(command)})
                pages[f"{page_name(page_of(command))}.1"] = page
    return pages


def page_name(command: str) -> str:
    return f"{PROGRAM}-{command}"


def page_of(command: Command) -> str:
    """What a command's page is called, behind the name of the program.

    A verb's is `swml-VERB`. Those for messages have `messaging` before the verb, and those for
    calls `calling`, where an action is called like that.
    """
    verb = command.described
    if not isinstance(verb, Verb):
        return command.name
    name = f"swml-{verb.command}"
    if verb.flavour == CALLING and method_called(name) is None:
        return name
    return f"swml-{verb.flavour}-{verb.command}"


def related_to(command: Command) -> list[Command]:
    """The actions that write a verb, the verb that an action writes, and of swml all verbs."""
    if command.described is tools.swml:
        return [each for members in program.verbs().values() for each in members]
    if command.carries is not None:
        return [Command(command.carries)]
    return program.writers(command.described)


def program_page(families: Mapping[str, list[Command]]) -> str:
    commands = {command.name: command for members in families.values() for command in members}
    examples = (commands[name].examples for name in ("join-conference", "respond"))
    return "".join(
        (
            head(PROGRAM, PURPOSE),
            f".Nm {PROGRAM}\n.Cm COMMAND\n.Op Ar FLAGS\n",
            f".Nm {PROGRAM}\n.Fl {word('-help')} | {word('-version')}\n",
            ".Sh DESCRIPTION\n",
            prose(program.INTRODUCTION),
            ".Ss Commands\n",
            prose(f"Each has a page of its own: {PROGRAM}-COMMAND(1)."),
            *(
                f".Pp\n{prose(f'{title}:')}"
                + tagged({each.name: each.summary for each in members}, "Cm", compact=True)
                for title, members in families.items()
            ),
            f".Ss {program.VERBS_TITLE}\n",
            prose("Each has a page of its own too:"),
            *(
                f".Pp\n{prose(f'{title}:')}{references(map(page_of, members))}"
                for title, members in program.verbs().items()
            ),
            ".Ss Flags of the program\n",
            flag_list(program.own_flags()),
            f".Ss {OUTPUT.title}\n",
            prose(OUTPUT.prose),
            *(
                f".Pp\n{prose(f'{title}:')}{prose(about) if about else ''}{flag_list(its)}"
                for title, about, its in OUTPUT.sections
            ),
            ".Ss Standard streams\n",
            ".Pp\n".join(map(prose, program.STREAMS)),
            ".Sh ENVIRONMENT\n",
            tagged(program.ENVIRONMENT, "Ev"),
            ".Sh FILES\n",
            tagged(program.FILES, "Pa"),
            ".Sh EXIT STATUS\n",
            tagged(program.EXIT_STATUS, "Cm"),
            ".Sh EXAMPLES\n",
            displays(
                {each.purpose: command_line(each.arguments) for its in examples for each in its}
            ),
            see_also([page_name(name) for name in ("list", "respond", "swml")]),
        )
    )


def command_page(command: Command, related: Iterable[str]) -> str:
    groups = grouped(command.own)
    same = same_inside(command.own)
    wire_forms = forms(command.described)
    verbs = program.verbs() if command.described is tools.swml else {}
    return "".join(
        (
            head(page_name(page_of(command)), command.summary),
            f".Nm {PROGRAM}\n.Cm {word(command.name)}\n{escaped(command.usage)}\n",
            ".Sh DESCRIPTION\n",
            prose(command.summary),
            prose(command.description) if command.description else "",
            *(f".Ss {escaped(group)}\n{flag_list(flags, same)}" for group, flags in groups.items()),
            shared_flags(command),
            ".Ss Rules\n" if command.needs else "",
            *(prose(demand[0].upper() + demand[1:]) for _, demand in command.needs),
            ".Ss Wire form\n" if wire_forms else "",
            displays(
                {
                    f"{form} form" if form else "": [*command_line(its), *lines(printed(its))]
                    for form, its in wire_forms.items()
                }
            ),
            ".Sh VERBS\n" if verbs else "",
            *(
                f".Ss {escaped(title)}\n"
                + tagged({shown_verb(each): each.summary for each in members}, "Cm", compact=True)
                for title, members in verbs.items()
            ),
            plan_section() if command.described is tools.fixtures else "",
            f".Sh EXIT STATUS\nSee\n.Xr {PROGRAM} 1 .\n",
            ".Sh EXAMPLES\n",
            sample(command),
            displays({each.purpose: command_line(each.arguments) for each in command.examples}),
            warnings(command),
            see_also([PROGRAM, *map(page_name, related)], command.source),
        )
    )


def plan_section() -> str:
    """What a plan of fixtures may have."""
    return ".Sh PLANS\n" + "".join(
        f".Ss {escaped(title)}\n{prose(text)}"
        + ".Bl -tag -width Ds\n"
        + "".join(
            f".It Cm {word(each.name)}\n{prose(said_of_member(each, members))}"
            + (tagged(each.meanings, "Cm", compact=True) if each.meanings else "")
            for each in members
        )
        + ".El\n"
        for title, (text, members) in SECTIONS.items()
    )


def head(name: str, purpose: str) -> str:
    """The prologue, the name with what it is for, and where the synopsis begins."""
    short = purpose[0].lower() + purpose[1:].rstrip(".")
    return (
        ".\\\" Written by `python -m swaigctl.generate`; don't edit.\n"
        f".Dd {DATE}\n.Dt {name.upper()} 1\n.Os\n"
        f".Sh NAME\n.Nm {name}\n.Nd {escaped(short)}\n.Sh SYNOPSIS\n"
    )


def flag_list(parameters: Iterable[Parameter], same: Mapping[str, str] = {}) -> str:
    """`same`: by a parameter's name, that of one that has the same names inside."""
    items = (f".It {flags(each)}\n{explanation(each, same.get(each.name))}" for each in parameters)
    listed = "".join(items)
    return f".Bl -tag -width Ds\n{listed}.El\n" if listed else ""


def shared_flags(command: Command) -> str:
    """The names of those that the page of the whole explains."""
    items = " ,\n".join(f".Fl {word(shown_once(each)[1:])}" for each in command.shared)
    explained = f".Pp\nThey are explained in\n.Xr {PROGRAM} 1 .\n"
    return f".Ss {OUTPUT.title}\n{items}\n{explained}"


def flags(parameter: Parameter) -> str:
    joined = " , ".join(f"Fl {word(spelling[1:])}" for spelling in spellings(parameter))
    metavar = parameter.kind.metavar
    return f"{joined} Ar {word(metavar)}" if metavar else joined


def explanation(parameter: Parameter, same_as: str | None = None) -> str:
    fields = {name: described(field) for name, field in inside(parameter)}
    rows = {**parameter.meanings, **({} if same_as else fields)}
    evidence = prose(f"Evidence: {parameter.source}") if parameter.source else ""
    return (
        prose(described(parameter))
        + (tagged(rows, "Cm", compact=True) if rows else "")
        + (prose(f"Inside is the same as in {flag_of(same_as)}.") if same_as else "")
        + evidence
    )


def described(parameter: Field) -> str:
    """The help, then what a value must be and what it is by itself."""
    default = default_of(parameter)
    form = form_of(parameter.kind)
    facts = [
        *([form] if form else []),
        *limits(parameter),
        *([f"default: {default}"] if default else []),
    ]
    return f"{parameter.help} [{'; '.join(facts)}]" if facts else parameter.help


def tagged(rows: Mapping[str, str], macro: str, compact: bool = False) -> str:
    items = (f".It {macro} {word(name)}\n{prose(text)}" for name, text in rows.items())
    longest = max(map(len, rows))
    width = f"{longest}n" if compact and longest < 20 else "Ds"
    return f".Bl -tag -width {width}{' -compact' * compact}\n{''.join(items)}.El\n"


def warnings(command: Command) -> str:
    if not command.cautions:
        return ""
    return (
        ".Sh DIAGNOSTICS\n"
        + prose("Warnings, by their codes; '--strict' makes them errors:")
        + ".Bl -tag -width Ds\n"
        + "".join(
            f".It Bq {word(each.code)}\n{prose(f'{each.where}: {each.sentence}')}"
            for each in command.cautions
        )
        + ".El\n"
    )


def sample(command: Command) -> str:
    """The file that the examples are about."""
    if command.sample is None:
        return ""
    name, text = command.sample
    return displays({f"With this {name}": lines(text)}) + ".Pp\n"


def see_also(names: Iterable[str], source: str = "") -> str:
    link = f".Pp\n.Lk {source}\n" if source else ""
    return f".Sh SEE ALSO\n{cross_references(sorted(set(names)))}{link}"


def references(pages: Iterable[str]) -> str:
    """The pages of commands, on lines of their own."""
    return cross_references(map(page_name, pages))


def cross_references(names: Iterable[str]) -> str:
    return " ,\n".join(f".Xr {name} 1" for name in names) + "\n"


def shown_verb(command: Command) -> str:
    """A verb as it is typed behind `swaigctl swml`."""
    return command.name.removeprefix("swml ")


def command_line(arguments: str) -> list[str]:
    first, *rest = pasted(arguments, WIDTH)
    return [f"$ {first}", *(f"      {line}" for line in rest)]


def displays(shown: Mapping[str, Iterable[str]]) -> str:
    """What can be typed and what it prints, under titles."""
    return ".Pp\n".join(
        (prose(f"{title}:") if title else "")
        + ".Bd -literal -offset indent\n"
        + "".join(f"{escaped(line)}\n" for line in literal)
        + ".Ed\n"
        for title, literal in shown.items()
    )


def lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def prose(text: str) -> str:
    """Text lines, a new one for each sentence."""
    sentences = re.split(r"(?<=[.:]) (?=[A-Z\[])", text)
    wrapped = (
        line
        for sentence in sentences
        for line in textwrap.wrap(sentence, 72, break_on_hyphens=False, break_long_words=False)
    )
    return "".join(f"{escaped(line)}\n" for line in wrapped)


def word(text: str) -> str:
    """One argument of a macro, never taken for a macro or for punctuation."""
    quoted = escaped(text).replace('"', "\\(dq")
    safe = f"\\&{quoted}" if re.fullmatch(r"[A-Z][a-z]{1,2}|\W", text) else quoted
    return f'"{safe}"' if " " in text else safe


ESCAPES = {
    ord(character): escape
    for character, escape in {
        "…": "...",  # terminals of few characters would show a question mark
        "\\": "\\e",
        "-": "\\-",
        "'": "\\(aq",
        "`": "\\(ga",
        "~": "\\(ti",
        "^": "\\(ha",
    }.items()
}
"""Else some formatters print what can't be pasted into a shell, or break flags at their dashes."""


def escaped(text: str) -> str:
    """A text line, or a part of one: every character itself."""
    text = text.translate(ESCAPES)
    text = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in text)
    return f"\\&{text}" if text[:1] == "." else text
