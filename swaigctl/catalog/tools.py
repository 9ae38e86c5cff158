"""The commands that are not actions."""

from swaigctl.catalog import command_flags
from swaigctl.catalog.actions import Example
from swaigctl.catalog.index import FAMILY_OF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.catalog.actions import Parameter


class Tool:
    """One command beside those of the actions."""

    __slots__ = (
        "chains",
        "command",
        "description",
        "examples",
        "module",
        "most_words",
        "parameters",
        "sample",
        "summary",
        "usage",
        "words",
    )

    def __init__(
        self,
        command: str,
        summary: str,
        parameters: "tuple[Parameter, ...]",
        *,
        module: str,
        usage: str,
        chains: bool = False,
        description: str = "",
        examples: "tuple[Example, ...]" = (),
        words: "dict[tuple[str, ...], tuple[str, ...]] | None" = None,
        sample: "tuple[str, str] | None" = None,
        most_words: "int | None" = None,
    ) -> None:
        self.command = command
        self.summary = summary
        """One line."""
        self.parameters = parameters
        self.module = module
        """The module of `swaigctl.cli` that answers it."""
        self.chains = chains
        """Whether actions with flags of their own follow."""
        self.usage = usage
        """What follows the command's name in its usage line."""
        self.description = description
        self.examples = examples
        self.words = words or {}
        """What may follow, where that is no flag: after which words, which ones."""
        self.sample = sample
        """The file that the examples are about: its name, and what it says."""
        self.most_words = most_words
        """How many words that are no flags may follow, where the module has a `run` for the quick
        path: it takes what the flags set, and these words.
        """


respond = Tool(
    "respond",
    "Write a whole response, with any number of actions.",
    command_flags.RESPOND,
    module="respond",
    usage="[FLAGS] [ACTION [FLAGS]]...",
    chains=True,
    description="Actions stand one after the other, each with its own flags, and run in this "
    "order. Flags of the response itself come before the first action.",
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
    ),
)

FILE = "FILE"
"""Among the words that may follow: a file of any name."""

MOST_MEBIBYTES = 64
"""How long a line of a stream may be: it is held in memory as long as it is answered."""

BATCH_SAMPLE = """\
{"action": "join_conference", "params": {"name": "team-standup"}}
{"action": "join-room", "params": {"name": "lobby"}, "transfer": true}
"""

batch = Tool(
    "batch",
    "Answer a stream of requests, one JSON object a line, with one line each.",
    command_flags.BATCH,
    module="batch",
    usage="[FILE|-] [FLAGS]",
    description="A line asks for one action, "
    '{"action": "say", "params": {"text": "Hi"}}, or for a whole response, '
    '{"response": "Bye.", "post_process": true, "actions": [{"say": {"text": "Hi"}}]}. '
    "Actions are named as commands or as methods. A line may have 'form', 'as' and 'transfer' too, "
    "which win over the flags. Answers come in the same order, each as soon as its line is there; "
    "blank lines have none. A line that can't be answered, or has more than "
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
"""

TASKS = ("build", "check", "list")

fixtures = Tool(
    "fixtures",
    "Make a folder of fixtures from a plan, and keep it true to it.",
    (
        command_flags.FIXTURES_OUTPUT,
        command_flags.PRUNE,
        command_flags.FORCE,
        command_flags.FIXTURES_STRICT,
        command_flags.FIXTURES_FORMAT,
        command_flags.NO_COLOR,
    ),
    module="fixtures",
    usage=f"{'|'.join(TASKS)} [PLAN] [FLAGS]",
    description="PLAN is a YAML, TOML or JSON file; left out, it is the fixtures.yaml, "
    "fixtures.yml, fixtures.toml or fixtures.json in the current folder. It has a list of "
    "'fixtures', each an 'action' with 'params' or a whole 'response' with 'actions', and a "
    "'matrix' of the parameters that go through several values; 'swaigctl schema' describes it all "
    "with '--of plan', for editors too. 'build' writes the files that differ from the plan and "
    "touches no other, in the folder 'fixtures' beside the plan or in the plan's own 'output', "
    "which must lie in the plan's folder: any other folder is given with '--output'. It exits with "
    "1 if files are left over that the plan no longer makes; '--prune' removes them. 'list' names "
    "the files of the plan. 'check' writes nothing: it prints how the files differ from the plan, "
    "and exits with 1 if any does. Only regular files are read, and no link in the folder is "
    "followed.",
    examples=(
        Example("Which files the plan in this folder makes", "fixtures list"),
        Example("Write them", "fixtures build"),
        Example(
            "To another folder, with no warning allowed",
            "fixtures build fixtures.yaml --output made --strict",
        ),
    ),
    words={(): TASKS, **{(task,): (FILE,) for task in TASKS}},
    sample=("fixtures.yaml", PLAN_SAMPLE),
    most_words=2,
)

list_actions = Tool(
    "list",
    "List the actions, with their families.",
    (command_flags.LIST_FORMAT, command_flags.NO_COLOR),
    module="listing",
    usage="[FLAGS]",
    examples=(Example("For a script", "list --format json"),),
)

schema = Tool(
    "schema",
    "Write JSON Schema: of parameters, of an action, of a response, or of a plan.",
    (
        command_flags.SCHEMA_OF,
        command_flags.FORMAT,
        command_flags.COMPACT,
        command_flags.NO_COLOR,
    ),
    module="schema",
    usage="[ACTION] [FLAGS]",
    description="JSON Schema 2020-12, for editors and validators. The parameters and a single "
    "action must be just as described. In a response, actions and SWML verbs that have no command "
    "here are allowed.",
    examples=(
        Example("The parameters, for an editor", "schema join-conference"),
        Example("What a webhook answers", "schema"),
        Example("One action on the wire", "schema join-conference --of action"),
        Example("Plans of fixtures, for an editor", "schema --of plan"),
    ),
    words={(): tuple(name.replace("_", "-") for name in FAMILY_OF)},
)

SHELLS = ("bash", "zsh", "fish", "powershell")

completion = Tool(
    "completion",
    "Print a shell's completion script, or install it.",
    (command_flags.NO_COLOR,),
    module="completion",
    usage="SHELL | install [SHELL] | uninstall [SHELL] | status [SHELL]",
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
    tool.command: tool for tool in (respond, batch, fixtures, list_actions, schema, completion)
}
