"""The commands that are not actions."""

from swaigctl.catalog import action_commands
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.explanations import explain
from swaigctl.catalog.program.listing import TEXT_OR_JSON, list_entries
from swaigctl.catalog.program.validation import validate
from swaigctl.catalog.responses import RULES
from swaigctl.model.entries import Example, Parameter
from swaigctl.model.kinds import Choice, Switch, Text
from swaigctl.model.tools import Tool

HELP_COMMAND = ("help", "Print the help of a command.")
"""`swaigctl help COMMAND` is `swaigctl COMMAND --help`; with a flag behind it, about that only."""

SCHEMA_OF = Parameter(
    "of",
    Choice(
        {
            "params": "the object that --params takes",
            "action": "the action on the wire, in all its forms; without ACTION any action",
            "response": "a whole SWAIG response, with the ACTION or with any",
            "document": "a SWML document, with all verbs",
            "plan": "a plan of fixtures, of any actions",
        }
    ),
    "What to describe. Left out, it is the parameters of the ACTION, or without ACTION a response.",
    group=flags.OUTPUT,
)

SCHEMA_FOR = Parameter(
    "for",
    Choice({"calling": "documents for calls", "messaging": "documents for messages"}),
    "Which documents '--of document' describes. Left out, it is those for calls.",
    group=flags.OUTPUT,
)
SCHEMA_DRAFT = Parameter(
    "draft",
    Choice({"2020-12": "today's JSON Schema", "7": "for programs that know no newer one"}),
    "The dialect of JSON Schema.",
    group=flags.OUTPUT,
    default="2020-12",
)

FAIL_FAST = Parameter(
    "fail_fast",
    Switch(),
    "Stop at the first line that can't be answered.",
    group=flags.INPUT,
    default=False,
)
ERRORS = Parameter(
    "errors",
    Text("FILE"),
    "Write the lines that can't be answered to this file too, as JSON Lines: 'line' is the number, "
    "'input' the text ('input_base64' if it is not UTF-8), 'cut' is true if that is only the "
    "beginning of a line that is too long, 'errors' what is wrong, each with a 'code' that "
    "'swaigctl explain' describes. Neither the input nor the output can be this file.",
    group=flags.OUTPUT,
)
FIXTURES_OUTPUT = Parameter(
    "output",
    Text("DIR"),
    "For 'build', 'check' and 'list': the output folder, in place of the plan's own; relative to "
    "the current folder. It may be anywhere, and may be a link.",
    group=flags.OUTPUT,
)
PRUNE = Parameter(
    "prune",
    Switch(),
    "For 'build': remove what the plan once made and makes no longer, and what a plan made that "
    "is not there any more. What somebody has changed since stays, and counts as a file of their "
    "own from then on.",
    group=flags.OUTPUT,
    default=False,
)
FORCE = Parameter(
    "force",
    Switch(),
    "For 'build': overwrite files that are there already and were not made by the plan.",
    group=flags.OUTPUT,
    default=False,
)
FIXTURES_STRICT = Parameter(
    "strict",
    flags.STRICT.kind,
    "For 'build' and 'check': turn warnings into errors.",
    group=flags.INPUT,
    default=flags.STRICT.default,
)
FIXTURES_IGNORE = Parameter(
    "ignore",
    flags.IGNORE.kind,
    f"For 'build' and 'check': {flags.IGNORE.help[0].lower()}{flags.IGNORE.help[1:]}",
    group=flags.INPUT,
)
FIXTURES_FORMAT = Parameter(
    "format",
    Choice(
        {
            "text": "for people",
            "json": "one object for programs, or for 'list' a list",
            "github": "for 'check': annotations of GitHub Actions, then the text",
        }
    ),
    "For 'check' and 'list': what to print.",
    group=flags.OUTPUT,
    default=TEXT_OR_JSON.default,
    also=TEXT_OR_JSON.also,
)
FIXTURES_DIFF = Parameter(
    "diff",
    Switch(),
    "For 'check': print a diff for files that are missing or left over too, so that the whole is a "
    "patch.",
    group=flags.OUTPUT,
    default=False,
)
FIXTURES_STAT = Parameter(
    "stat",
    Switch(),
    "For 'check': print one line for each file, with how many of its lines differ.",
    group=flags.OUTPUT,
    default=False,
)
FIXTURES_QUIET = Parameter(
    "quiet",
    Switch(),
    "For 'check': print nothing but errors; the exit status tells whether anything differs.",
    group=flags.OUTPUT,
    default=False,
)

BATCH = (flags.STRICT, flags.IGNORE, FAIL_FAST, flags.FORM, flags.AS, ERRORS, *flags.COLORS)

respond = Tool(
    "respond",
    "Write a whole response, with any number of actions.",
    flags.RESPOND,
    module="respond",
    between=(document_flags.SECTION, document_flags.END),
    usage="[FLAGS] [ACTION [FLAGS] | swml [FLAGS] VERB [FLAGS]... [--end]]...",
    chains=True,
    description="Actions stand one after the other, each with its own flags, and run in this "
    "order. Flags of the response itself come before the first action; those of the output may "
    "stand anywhere. Among the actions, swml begins a SWML document for the call, which '--end' "
    "ends.",
    rules=RULES,
    examples=(
        Example(
            "Say what happens, then join",
            'respond --response "Joining." join-conference --name team-standup --muted',
        ),
        Example(
            "Facts and instruction apart, and a last word before the call moves",
            'respond --tool-result "order shipped" --tool-prompt "Say goodbye." --post-process '
            "join-conference --name support",
        ),
        Example(
            "A document with several verbs, and an action behind it",
            'respond --response "One moment." swml play --url "say:Please hold." '
            "sleep --duration 500 --end update-global-data --data asked=true",
        ),
    ),
)

swml = Tool(
    "swml",
    "Write a SWML document, verb by verb.",
    document_flags.DOCUMENT,
    module="swml",
    between=(document_flags.SECTION,),
    usage="[FLAGS] VERB [FLAGS] [VERB [FLAGS]]... [--section NAME VERB [FLAGS]...]...",
    chains=True,
    description="Verbs stand one after the other, each with its own flags, and make the section "
    "main, up to '--section' with the name of another one. Members of objects have flags with dots "
    "in them, such as '--prompt.temperature'. Flags of the output may stand anywhere. 'swaigctl "
    "swml VERB --help' tells all about a verb.",
    examples=(
        Example(
            "Answer, say something, hang up",
            'swml answer play --url "say:Hello, and goodbye." hangup',
        ),
        Example(
            "A menu with a section of its own",
            'swml prompt --play "say:Press 1 to hear it again." --max-digits 1 '
            'switch --variable prompt_value --case \'1:=[{"execute": {"dest": "again"}}]\' '
            '--section again play --url "say:It is noon."',
        ),
        Example("A message", 'swml --for messaging reply --body "We are closed."'),
    ),
)

FILE = "FILE"
"""Among the words that may follow: a file of any name."""

MOST_MEBIBYTES = 64
"""How long a line of a stream may be: it is held in memory as long as it is answered."""

BATCH_SAMPLE = """\
{"action": "join_conference", "params": {"name": "team-standup"}}
{"action": "join-room", "params": {"name": "lobby"}, "transfer": true}
{"swml": [{"play": {"url": "say:We are closed."}}]}
"""

batch = Tool(
    "batch",
    "Answer a stream of requests, one JSON object a line, with one line each.",
    BATCH,
    module="batch",
    usage="[FILE|-] [FLAGS]",
    description="A line asks for one action, "
    '{"action": "say", "params": {"text": "Hi"}}, or for a whole response, '
    '{"response": "Bye.", "post_process": true, "actions": [{"say": {"text": "Hi"}}]}. '
    'A SWML document is {"swml": [{"play": {"url": "say:Hi"}}]}: a list of steps, sections by '
    "name, one step or a whole document; by itself it may have 'for', 'form' and 'as', and it may "
    "stand among the actions of a response. Actions are named as commands or as methods. A line "
    "may have 'form', 'as' and 'transfer' too, which win over the flags; '--as verb' stands for "
    "the one step of a document. Answers come in the same order, each as soon as its line is "
    "there; blank lines have none. A line that can't be answered, or has more than "
    f"{MOST_MEBIBYTES} MiB, is an error, the others go on, and the exit status is 1. Without FILE, "
    "or with -, standard input is read.",
    examples=(
        Example("A file of requests", "batch calls.jsonl"),
        Example("Just the verbs, in full", "batch --as verb --form full calls.jsonl"),
    ),
    words={(): (FILE,)},
    sample=("calls.jsonl", BATCH_SAMPLE),
    most_words=1,
)

PLAN_SAMPLE = """\
defaults: {as: response}
fixtures:
  - action: hangup
  - file: join/{beep}-{muted}
    action: join_conference
    params: {name: team-standup}
    matrix: {beep: "*", muted: [true, null]}
    strategy: each
  - file: goodbye-{say.text}
    response: The caller is done.
    actions: [{say: {}}, {hangup: {}}]
    post_process: true
    matrix: {say.text: [Bye, Ciao]}
  - file: closed-{play.volume}
    swml: [{play: {url: "say:We are closed."}}]
    matrix: {play.volume: [0, 6]}
"""

BUILD, CHECK, LIST, INIT = TASKS = ("build", "check", "list", "init")

FOR_TASKS: "dict[Parameter, tuple[str, ...]]" = {
    FIXTURES_OUTPUT: (BUILD, CHECK, LIST),
    PRUNE: (BUILD,),
    FORCE: (BUILD,),
    FIXTURES_STRICT: (BUILD, CHECK),
    FIXTURES_IGNORE: (BUILD, CHECK),
    FIXTURES_FORMAT: (CHECK, LIST),
    FIXTURES_DIFF: (CHECK,),
    FIXTURES_STAT: (CHECK,),
    FIXTURES_QUIET: (CHECK,),
}
"""The tasks that a flag of fixtures is for, where that is not every one; its help begins so."""

REPORTS = (FIXTURES_DIFF, FIXTURES_STAT, FIXTURES_QUIET, FIXTURES_FORMAT)
"""What says how a check is reported, of which only one can be given."""

PLAN_HELP = "plan"
"""Behind 'help fixtures': tells about the members of plans."""


def in_words(tasks: "tuple[str, ...]") -> str:
    """`'build', 'check' and 'list'`"""
    *others, last = map(repr, tasks)
    return f"{', '.join(others)} and {last}" if others else last


fixtures = Tool(
    "fixtures",
    "Make a folder of fixtures from a plan, and keep it true to it.",
    (
        FIXTURES_OUTPUT,
        PRUNE,
        FORCE,
        FIXTURES_STRICT,
        FIXTURES_IGNORE,
        FIXTURES_FORMAT,
        FIXTURES_DIFF,
        FIXTURES_STAT,
        FIXTURES_QUIET,
        *flags.COLORS,
    ),
    module="fixtures",
    usage=f"{'|'.join(TASKS)} [PLAN]... [FLAGS]",
    description="PLAN is a YAML, TOML or JSON file; left out, it is the fixtures.yaml, "
    "fixtures.yml, fixtures.toml or fixtures.json in the current folder. It has a list of "
    "'fixtures', each an 'action' with 'params', a whole 'response' with 'actions' or a 'swml' "
    "document, and a 'matrix' of the parameters that go through several values, of what is inside "
    "them by path, such as 'main[0].play.volume'. 'swaigctl help fixtures plan' tells all that may "
    "stand in it, and 'swaigctl schema' describes it with '--of plan', for editors too. 'init' "
    "writes a small plan to begin with. 'build' writes the files that differ from the plan and "
    "touches no other, in the folder 'fixtures' beside the plan or in the plan's own 'output', "
    "which must lie in the plan's folder: any other folder is given with '--output'. It exits with "
    "1 if files are left over that the plan no longer makes, or that a plan made which is not "
    "there any more; '--prune' removes them. 'list' names the files of the plan. 'check' writes "
    "nothing: it prints how the files differ from the plan, a diff for each that has other "
    "contents, and exits with 1 if any does. '--diff', '--stat', '--quiet' and '--format' each "
    "print something else in its place, so that only one of them can be given. With several plans, "
    "each of them is built, checked or listed, in this order. Only regular files are read, and no "
    "link in the folder is followed.",
    examples=(
        Example("Begin", "fixtures init plan.yaml"),
        Example("Which files the plan in this folder makes", "fixtures list"),
        Example("Write them", "fixtures build"),
        Example(
            "To another folder, with no warning allowed",
            "fixtures build fixtures.yaml --output made --strict",
        ),
    ),
    words={(): TASKS, **{(task,): (FILE,) for task in TASKS}},
    sample=("fixtures.yaml", PLAN_SAMPLE),
    most_words=1_000_000,
)

schema = Tool(
    "schema",
    "Write JSON Schema: of documents, responses, actions, parameters, or plans.",
    (
        SCHEMA_OF,
        SCHEMA_FOR,
        SCHEMA_DRAFT,
        flags.FORMAT,
        flags.COMPACT,
        *flags.COLORS,
    ),
    module="schema",
    usage="[ACTION] [FLAGS]",
    description="JSON Schema for editors, validators, and programs that make types of it. What is "
    "wrong with a value by itself makes it invalid; what only draws a warning is valid, and marked "
    "as deprecated where it is a legacy form. Rules about values in different places are not "
    "described, such as that the label of a goto exists. The parameters, and what a single ACTION "
    "writes, must be just as described.",
    examples=(
        Example("The parameters, for an editor", "schema join-conference"),
        Example("SWML documents", "schema --of document"),
        Example("SWML for messages, in draft 7", "schema --of document --for messaging --draft 7"),
        Example("What a webhook answers", "schema"),
        Example("One action on the wire", "schema join-conference --of action"),
        Example("Plans of fixtures, for an editor", "schema --of plan"),
    ),
    words={(): action_commands()},
)

SHELLS = ("bash", "zsh", "fish", "powershell")

completion = Tool(
    "completion",
    "Print a shell's completion script, or install it.",
    (*flags.COLORS,),
    module="completion",
    usage="[SHELL] | install [SHELL] | uninstall [SHELL] | status [SHELL]",
    description="SHELL is bash, zsh, fish or powershell; left out, it is the one that the "
    "environment variable SHELL names, and for 'status' all of them. 'install' and 'uninstall' "
    "write and remove one file, where that shell looks for the current user, and say which; no "
    "start-up file is touched. 'status' of one shell exits with 1 if the script is not there or "
    "is another version's.",
    examples=(
        Example("Complete with Tab from the next shell on", "completion install bash"),
        Example("See what is there", "completion status"),
        Example("Read the script", "completion zsh"),
    ),
    words={
        (): (*SHELLS, "install", "uninstall", "status"),
        ("install",): SHELLS,
        ("uninstall",): SHELLS,
        ("status",): SHELLS,
    },
)

TOOLS = {
    tool.command: tool
    for tool in (
        *(respond, swml, validate, explain, batch, fixtures),
        *(list_entries, schema, completion),
    )
}
