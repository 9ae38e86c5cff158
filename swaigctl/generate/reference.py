"""The reference, in Markdown: pages with every command, every verb, every code, and plans."""

from collections.abc import Iterable, Iterator, Mapping

from swaigctl.catalog.program.topics import OUTPUT
from swaigctl.descriptions import (
    PROGRAM,
    Command,
    default_of,
    form_of,
    grouped,
    inside,
    limits,
    pasted,
    same_inside,
    shown_once,
    spellings,
)
from swaigctl.findings import flag_of
from swaigctl.generate import program
from swaigctl.generate.code_pages import CODES_PAGE, codes_page, link_to_code
from swaigctl.generate.markdown import BANNER, anchor, code, prose, table
from swaigctl.generate.plan_page import PLAN_PAGE, plan_page
from swaigctl.generate.wire_forms import forms, printed
from swaigctl.model.entries import Parameter
from swaigctl.model.shapes import Field

FLAG_COLUMNS = ("Flag", "Value", "Default", "Limits", "What it does")
NAME_COLUMNS = ("Name", "Default", "Limits", "What it is")
PROGRAM_PAGE, VERBS_PAGE = "reference.md", "swml.md"

MOST_LINES = 60
"""Of more than these the page shows the beginning."""


def pages() -> dict[str, str]:
    """The text of each page in `docs/`."""
    return {
        PROGRAM_PAGE: program_page(),
        VERBS_PAGE: verbs_page(),
        CODES_PAGE: codes_page(),
        PLAN_PAGE: plan_page(),
    }


def program_page() -> str:
    families = program.commands()
    parts = [
        BANNER,
        "# Reference\n",
        prose(program.INTRODUCTION) + "\n",
        f"{program.VERBS_TITLE} have [a page of their own]({VERBS_PAGE}), and so have [the "
        f"codes of findings]({CODES_PAGE}) and [plans of fixtures]({PLAN_PAGE}).\n",
        contents(families),
        f"## {OUTPUT.title}\n",
        prose(OUTPUT.prose) + "\n",
        *(
            part
            for title, about, its in OUTPUT.sections
            for part in (
                f"**{title}**\n",
                *([f"{prose(about)}\n"] if about else []),
                table(FLAG_COLUMNS, map(flag_row, its)),
            )
        ),
        "The program itself has these too, before any command:\n",
        table(FLAG_COLUMNS, map(flag_row, program.own_flags())),
        "## Standard streams, exit status, environment, files\n",
        *(f"{prose(each)}\n" for each in program.STREAMS),
        table(("Exit status", "Meaning"), definitions(program.EXIT_STATUS)),
        table(("Variable", "Meaning"), definitions(program.ENVIRONMENT)),
        table(("File", "Meaning"), definitions(program.FILES)),
    ]
    return "\n".join([*parts, *family_parts(families, "")])


def verbs_page() -> str:
    families = program.verbs()
    parts = [
        BANNER,
        f"# {program.VERBS_TITLE}\n",
        prose(program.ABOUT_VERBS) + "\n",
        f"See also [swml]({PROGRAM_PAGE}#swml) and [respond]({PROGRAM_PAGE}#respond).\n",
        contents(families),
    ]
    return "\n".join([*parts, *family_parts(families, PROGRAM_PAGE)])


def family_parts(families: Mapping[str, list[Command]], page: str) -> Iterator[str]:
    """`page`: where the flags are described that commands share, if not here."""
    for title, members in families.items():
        yield f"## {title}\n"
        for command in members:
            yield from command_parts(command, f"{page}#{anchor(OUTPUT.title)}")


def contents(families: Mapping[str, list[Command]]) -> str:
    return "".join(
        f"- {title}: {', '.join(f'[{label(each)}](#{anchor(each.name)})' for each in members)}\n"
        for title, members in families.items()
    )


def label(command: Command) -> str:
    """A command in a list: a verb without what all of them stand behind."""
    return command.described.command


def command_parts(command: Command, shared: str) -> list[str]:
    also = ", ".join(f"`{shown_once(each)}`" for each in command.shared)
    wire_forms = forms(command.described)
    others = [each for each in command.examples if each.arguments not in wire_forms.values()]
    return [
        f"### {command.name}\n",
        prose(command.prose) + "\n",
        *related(command),
        f"`{PROGRAM} {command.name} {command.usage}`\n",
        *flag_tables(command.own),
        f"Also {also}: see [{OUTPUT.title.lower()}]({shared}).\n",
        *rules(command),
        *(["**Wire form**\n"] if wire_forms else []),
        *(
            part
            for form, arguments in wire_forms.items()
            for part in shown(form or command.examples[0].purpose, arguments)
        ),
        *(["**Examples**\n"] if others else []),
        *sample(command),
        *(part for each in others for part in shown(each.purpose, each.arguments)),
        *([f"Source: <{command.source}>\n"] if command.source else []),
    ]


def related(command: Command) -> list[str]:
    """Links between an action and the verb that it writes."""
    if command.carries is not None:
        verb = Command(command.carries)
        return [f"It writes the verb [{label(verb)}]({VERBS_PAGE}#{anchor(verb.name)}).\n"]
    links = [
        f"[{each.name}]({PROGRAM_PAGE}#{anchor(each.name)})"
        for each in program.writers(command.described)
    ]
    return [f"Actions that write it: {', '.join(links)}.\n"] if links else []


def flag_tables(parameters: Iterable[Parameter]) -> Iterable[str]:
    """A table for each group of flags, and after it one for each object that a flag takes."""
    parameters = list(parameters)
    same = same_inside(parameters)
    for group, members in grouped(parameters).items():
        yield f"**{group}**\n"
        yield table(FLAG_COLUMNS, (flag_row(each) for each in members))
        for parameter in members:
            fields = list(inside(parameter))
            if parameter.name in same:
                other = flag_of(same[parameter.name])
                yield prose(f"Inside {parameter.flag} is the same as in {other}.\n")
            elif fields:
                yield f"Inside `{parameter.flag}`:\n"
                yield table(NAME_COLUMNS, (field_row(name, field) for name, field in fields))


def flag_row(parameter: Parameter) -> tuple[str, ...]:
    flags = "<br>".join(map(code, spellings(parameter)))
    metavar = parameter.kind.metavar
    return flags, code(metavar), *facts(parameter), explanation(parameter)


def field_row(name: str, field: Field) -> tuple[str, ...]:
    return code(name), *facts(field), explanation(field)


def facts(parameter: Field) -> tuple[str, str]:
    """The default, and what a value must be."""
    form = form_of(parameter.kind)
    phrases = [*([form] if form else []), *limits(parameter)]
    return code(default_of(parameter)), prose("; ".join(phrases))


def explanation(parameter: Field) -> str:
    meanings = (f"{code(word)}: {prose(text)}" for word, text in parameter.meanings.items())
    evidence = [f"Evidence: {prose(parameter.source)}"] if parameter.source else []
    return "<br>".join((prose(parameter.help), *meanings, *evidence))


def rules(command: Command) -> list[str]:
    """What is refused or warned of, beyond each value by itself."""
    rows = [
        *(("error", code, demand) for code, demand in command.needs),
        *(("warning", each.code, f"{each.where}: {each.sentence}") for each in command.cautions),
    ]
    cells = ((link_to_code(name), what, prose(text)) for what, name, text in rows)
    return ["**Rules**\n", table(("Code", "Is", "When"), cells)] if rows else []


def sample(command: Command) -> list[str]:
    """The file that the examples are about."""
    if command.sample is None:
        return []
    name, text = command.sample
    return [f"With this {code(name)}:\n", f"```{name.rpartition('.')[2]}\n{text}```\n"]


def shown(purpose: str, arguments: str) -> list[str]:
    """A command and what it prints, to paste and to compare."""
    command = " \\\n    ".join(line.removesuffix(" \\") for line in pasted(arguments, 100))
    output = printed(arguments)
    lines = output.splitlines(keepends=True)
    if len(lines) > MOST_LINES:
        command, output = f"{command} | head -n 12", "".join(lines[:12])
    return [f"{purpose}:\n", f"```console\n$ {command}\n{output}```\n"]


def definitions(meanings: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ((code(name), prose(text)) for name, text in meanings.items())
