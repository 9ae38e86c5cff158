"""What newcomers try, at first as other programs have it, and what does it here: a line each.

Imported only where a word or a flag is unknown.
"""

COMMANDS = {
    **dict.fromkeys(
        ("lint", "check", "verify", "test"), "'swaigctl validate FILE' says what is wrong in a file"
    ),
    "fix": "'swaigctl validate --fix FILE' puts right what is safe to put right",
    "version": "'swaigctl --version' prints the version",
    "verbs": "'swaigctl list --what verbs' lists the verbs of SWML documents",
    **dict.fromkeys(("actions", "commands"), "'swaigctl list' lists the actions"),
    **dict.fromkeys(
        ("search", "find"), "'swaigctl list WORD --what all' finds actions and verbs by a word"
    ),
    **dict.fromkeys(
        ("new", "init", "create", "template"),
        "'--skeleton' prints the parameters of an action or a verb to fill in, as in "
        "'swaigctl join-conference --skeleton'",
    ),
    **dict.fromkeys(
        ("convert", "format", "fmt", "yaml", "json"),
        "'--format yaml' and '--format json' choose the language of what is written, as in "
        "'swaigctl swml --params @FILE --format yaml'",
    ),
    **dict.fromkeys(
        ("run", "serve", "exec", "start"),
        "swaigctl writes and checks documents, and runs none: 'swaigctl validate FILE' says what "
        "is wrong in a file",
    ),
    **dict.fromkeys(
        ("completions", "autocomplete"), "'swaigctl completion install' installs completion"
    ),
    **dict.fromkeys(
        ("response", "action", "webhook"),
        "'swaigctl respond ACTION [FLAGS]' writes a response with its actions",
    ),
    **dict.fromkeys(
        ("plan", "generate", "build"), "'swaigctl fixtures build' makes fixtures from a plan"
    ),
    "mute": "'swaigctl join-conference --muted' joins a conference muted",
}
"""Words that are no commands."""

FILE_ENDINGS = (".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".swml")
"""What ends the name of a file that somebody gives in place of a command."""

OF_FILE = "'swaigctl validate {file}' says what is wrong in a file"

FLAGS = {
    **dict.fromkeys(
        ("-o", "--output", "--out", "--output-file"),
        "the answer goes to standard output, and '> FILE' writes it to a file",
    ),
    **dict.fromkeys(("-V", "-v", "--version"), "'swaigctl --version' prints the version"),
    **dict.fromkeys(("--verbose", "--debug"), "there is no more to say than what is printed"),
}
"""Flags that a command has not got."""

OF_COMMAND = {
    ("batch", "-c"): "batch writes one line for each request anyway",
    ("batch", "--compact"): "batch writes one line for each request anyway",
    ("batch", "--format"): "batch writes JSON Lines",
    ("validate", "--strict"): "'--fail-on warning' makes warnings count as errors do",
    ("respond", "--as"): "a response is what respond writes",
    ("respond", "--diff"): "'--diff' belongs behind an action by itself, as in "
    "'swaigctl join-conference --name support --diff'",
    ("respond", "--form"): "'--form' belongs behind an action",
    ("swml", "--skeleton"): "'--skeleton' belongs behind the verb",
    ("swml", "--diff"): "a verb of a document is compared with no other form",
}
"""Flags that other commands have: by the command that has not got it, and the flag."""

INSTEAD = {
    "-f": ("--format", "--output-format"),
    "-F": ("--format", "--output-format"),
    "--yaml": ("--format yaml", "--output-format yaml"),
    "--json": ("--format json", "--output-format json"),
}
"""Flags in whose place there are others, of which the first one counts that the command has."""
