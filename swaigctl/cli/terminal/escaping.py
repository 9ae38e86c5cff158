"""Somebody's text made visible, for terminals and for the logs of automated builds.

Python's `str.isprintable` says which characters are escaped: controls (of C0 and C1), format
characters (also those that turn the direction of text, and those of no width), separators but the
space, surrogates, private use, and what Unicode has not assigned.
"""

LOG_COMMANDS = ("##[", "##vso[")
"""What begins a command anywhere in a line of a log: GitHub's, and Azure's."""


def visible(text: str) -> str:
    """The text, what doesn't print in it written as Python writes it: `\\x1b`, `\\u202e`, `\\n`."""
    if not text.isprintable():
        text = "".join(each if each.isprintable() else escape(each) for each in text)
    for command in LOG_COMMANDS:
        text = text.replace(command, rf"#\x23{command[2:]}")
    return text


def without_command(line: str) -> str:
    """The line, as no command of a GitHub log, which begins with two colons after any space."""
    if line.lstrip().startswith("::"):
        line = line.replace(":", r"\x3a", 1)
    return line


def escape(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that is not UTF-8
        return rf"\x{ord(character) - 0xDC00:x}"
    return repr(character)[1:-1]


def document_on_terminal(text: str, language: str) -> str:
    """JSON or YAML that says the same, and that a terminal shows and does not obey."""
    if text.replace("\n", "").isprintable():
        return text
    return visible_yaml(text) if language == "yaml" else visible_json(text)


def visible_json(text: str) -> str:
    """The same JSON: all that doesn't print stands in texts, where it can be escaped."""
    if not text.replace("\n", "").isprintable():
        text = "".join(
            each if each == "\n" or each.isprintable() else json_escape(each) for each in text
        )
    for command in LOG_COMMANDS:
        text = text.replace(command, rf"#\u0023{command[2:]}")
    return text


def shown_in_yaml(character: str) -> str:
    return character if character.isprintable() else rf"\U{ord(character):08x}"


def json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def visible_yaml(text: str) -> str:
    """The same YAML: a value in which something doesn't print is written as JSON writes it."""
    from json import dumps

    from yaml import ScalarToken, scan

    for token in reversed(list(scan(text))):
        begin, end = token.start_mark.index, token.end_mark.index
        if isinstance(token, ScalarToken) and not text[begin:end].replace("\n", "").isprintable():
            value = dumps(token.value, ensure_ascii=False)
            text = text[:begin] + "".join(map(shown_in_yaml, value)) + text[end:]
    return text
