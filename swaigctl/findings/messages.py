"""How findings are said: a template about a finding's data becomes one plain sentence."""

from swaigctl.findings import Typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from swaigctl.findings import Allowed, Finding, Path


def told(finding: "Finding", mention: "Callable[[str], str] | None" = None) -> str:
    """The whole sentence, and what was probably meant."""
    return sentence(finding, finding.sentence, mention) + hint(finding)


def line(finding: "Finding", mention: "Callable[[str], str] | None" = None) -> str:
    """Where, what and what was meant, in one line; a warning with its code.

    Behind a place the sentence needs no subject, if it would begin with it.
    """
    template = finding.sentence
    if finding.where:
        for beginning in ("{subject} ", "{quoted} "):
            template = template.removeprefix(beginning)
    where = f"{finding.where}: " if finding.where else ""
    code = "" if finding.is_error else f" [{finding.code}]"
    return where + sentence(finding, template, mention) + hint(finding) + code


def sentence(
    finding: "Finding", template: str, mention: "Callable[[str], str] | None" = None
) -> str:
    if not finding.is_error:  # the platform runs it all the same
        template = f" {template}".replace(" must ", " should ", 1)[1:]
    return template.format_map(Names(finding, mention or repr))


def is_secret(path: "Path") -> bool:
    """Whether a place holds what messages must not show: a password, a token, or how to log in."""
    return any(is_secret_name(step) for step in path if isinstance(step, str))


SECRET_NAMES = ("auth", "authorization", "proxy-authorization", "cookie", "pass")
SECRET_ENDINGS = ("password", "token", "secret", "api-key", "api_key", "apikey")


def is_secret_name(name: str) -> bool:
    """Whether what stands behind a name, which may be that of an HTTP header, is secret."""
    folded = name.lower()
    return folded in SECRET_NAMES or folded.endswith(SECRET_ENDINGS)


def names_secret(members: "Mapping[str, object]") -> bool:
    """Whether an object with a name and a value is a header whose value is secret."""
    name = members.get("name")
    return isinstance(name, str) and "value" in members and is_secret_name(name)


def without_login(text: str) -> str:
    """The text with the password masked that stands before the host of a URL in it."""
    if "://" not in text or "@" not in text:
        return text
    from re import sub

    return sub(LOGIN_IN_URL, r"\g<1>***", text)


LOGIN_IN_URL = r"""(://[^\s/?#@:"']*:)[^\s/?#@"']+(?=@)"""
"""A user's name in a URL, and then the password."""


def holds_secret(value: object) -> bool:
    """Whether somewhere in a value there is what messages must not show."""
    if isinstance(value, dict):
        if names_secret(value):
            return True
        return any(is_secret((name,)) or holds_secret(each) for name, each in value.items())
    return isinstance(value, list) and any(map(holds_secret, value))


def hint(finding: "Finding") -> str:
    """What was probably meant, as a question; nothing if nobody knows."""
    suggestion = finding.suggestion
    is_name = finding.about_key and isinstance(suggestion, str)
    if is_secret(finding.path[:-1] if is_name else finding.path) or holds_secret(suggestion):
        return ""
    if suggestion is None:
        return ""
    if isinstance(suggestion, Typed) and "'" in suggestion:
        return f" Did you mean: {suggestion}"  # to be pasted: quotes around it would be too many
    return f" Did you mean {shown(suggestion, 160)}?"


def sdk_message(finding: "Finding", wording: str) -> str:
    """The sentence in the words of the vendor's SDK."""
    place = path_text(finding.path)
    found = ""
    if finding.has_value:
        try:
            found = f", got {cut(repr(finding.value))}"
        except ValueError:  # a number of too many digits
            found = f", got {shown(finding.value)}"
    return f"{place} {wording}{found}.{hint(finding)}".lstrip()


class Names(dict[str, str]):
    """What the names in a template stand for."""

    def __init__(self, finding: "Finding", mention: "Callable[[str], str]") -> None:
        super().__init__()
        self.finding = finding
        self.mention = mention

    def __missing__(self, name: str) -> str:
        finding = self.finding
        if name == "subject":
            return subject(finding.path)
        if name == "value":
            path = finding.path[:-1] if finding.about_key else finding.path
            return masked(finding.value) if is_secret(path) else described(finding.value)
        if name == "found":
            return found(finding)
        if name == "parent":
            return subject(finding.path[:-1]) if len(finding.path) > 1 else "this object"
        if name == "quoted":
            return repr(finding.path[-1])
        if name == "allowed":
            return allowed_text(finding.allowed)
        detail = finding.details.get(name, (name,))
        if isinstance(detail, str):
            return detail
        # Inside a value there are members, whatever a parameter beside it is called.
        inside = any(isinstance(step, str) for step in finding.path[1:])
        return ", ".join(map(repr if inside else self.mention, detail))


def subject(path: "Path") -> str:
    """The name at the end of a path, with the indices behind it: `urls[0]`."""
    start = len(path)
    while start and isinstance(path[start - 1], int):
        start -= 1
    if not start:
        return "the value"
    name = path[start - 1]
    # With indices behind it, nobody reads it as a word; 'main' is no made-up name.
    is_own = 1 < start == len(path) and path[start - 2] in NAMES_OF_ONES_OWN and name != "main"
    return path_text(path[start:], str(name) if is_plain(name) and not is_own else repr(name))


NAMES_OF_ONES_OWN = ("sections", "case", "contexts", "properties")
"""Inside these, names are made up, so that a sentence could read them as words."""


def is_plain(name: object) -> bool:
    """Whether a path shows a name without quotes."""
    return isinstance(name, str) and name.replace("-", "_").isidentifier()


def path_text(path: "Path", begin: str = "") -> str:
    """`prompts[0].type`, `['two words']`, and behind a beginning: `--params.beep`."""
    text = begin
    for step in path:
        if is_plain(step):
            text += f".{step}" if text else str(step)
        else:
            text += f"[{shown(step)}]"
    return text if len(text) < 200 else f"{text[:100]}…{text[-60:]}"


def shown(value: object, most: int = 60) -> str:
    """`value` as a message quotes it: text in single quotes, the rest as JSON, both cut short."""
    if isinstance(value, str):
        value = without_login(value)
        # A byte that is not UTF-8 came in as a lone surrogate; show it as the byte.
        return repr(value if len(value) <= 60 else value[:57] + "...").replace(r"\udc", r"\x")
    from json import dumps

    try:
        return cut(without_login(dumps(value, ensure_ascii=False)), most)
    except (TypeError, ValueError, RecursionError):  # a number of too many digits, among others
        return f"this {type(value).__name__}"


def masked(value: object) -> str:
    """What a message says was found where it must not show it."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return "a number"
    return "'***'" if isinstance(value, str) else described(value)


def described(value: object) -> str:
    """`value` as a message says what was found: `'loud'`, `7`, `a list`, `an object`."""
    if isinstance(value, dict):
        return "an object" if value else "an empty object"
    if isinstance(value, (list, tuple)):
        return "a list" if value else "an empty list"
    return shown(value)


def found(finding: "Finding") -> str:
    """What was found where another type is wanted: with its type where its spelling has none.

    And what to do with the quotes, where they make all the difference.
    """
    value, meant = finding.value, finding.suggestion
    if is_secret(finding.path):
        return masked(value)
    if isinstance(value, bool):
        said = f"the boolean {shown(value)}"
    elif isinstance(value, (int, float)):
        said = f"the number {shown(value)}"
    elif isinstance(value, str) and isinstance(meant, (dict, list)) and is_held(meant, value):
        held = "an object" if isinstance(meant, dict) else "a list"
        return f"text that holds {held}: write it without quotes"
    elif isinstance(value, str) and (is_other_type(meant) or reads_as_scalar(value)):
        said = f"the text {shown(value)}"
    else:
        return described(value)
    if isinstance(value, str) and not isinstance(meant, str) and shown(meant) == value.strip():
        return f"{said}: write it without quotes"
    if not isinstance(value, str) and isinstance(meant, str):
        return f"{said}: write it in quotes"
    return said


def is_other_type(meant: object) -> bool:
    """Whether there is something that was meant, and it is no text."""
    return meant is not None and not isinstance(meant, str)


def reads_as_scalar(text: str) -> bool:
    """Whether a text without its quotes would be a boolean, a number or null."""
    from json import loads

    try:
        return not isinstance(loads(text.lower()), (str, list, dict))
    except (ValueError, RecursionError):
        return False


def is_held(value: object, text: str) -> bool:
    """Whether a text holds a value as JSON."""
    from json import loads

    try:
        return loads(text) == value  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return False


def allowed_text(allowed: "Allowed") -> str:
    """`one of 'a', 'b'`, `between 1 and 9`, or the phrase as it is"""
    if isinstance(allowed, tuple):
        return listed(allowed) if len(allowed) == 1 else f"one of {listed(allowed)}"
    if isinstance(allowed, range):
        return f"between {allowed.start} and {allowed.stop - 1}"
    return allowed or ""


def cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 3] + "..."


def listed(spellings: "Iterable[object]") -> str:
    """`'a', 'b', 'c'`"""
    return ", ".join(map(shown, spellings))


MOST_SPELLINGS = 1_000
"""That a word is compared with: a comparison takes some ten microseconds."""


def nearest(word: str, spellings: "tuple[str, ...]") -> "str | None":
    """The allowed spelling that `word` was probably meant to be, or None.

    A spelling that begins with it comes first, then one that looks like it, then one that shares
    all words with it. Of very many only the first are looked at.
    """
    near = near_spellings(word, spellings, 1)
    return near[0] if near else None


def is_beginning(word: str, spelling: str) -> bool:
    """Whether a spelling begins with a word: whole words of it, most of it, or a letter or two."""
    rest = spelling[len(word) :]
    is_whole = rest[:1] == "-" or "-" not in rest or len(word) >= len(rest) or len(word) <= 2
    return bool(word) and spelling.startswith(word) and is_whole


MOST_INFLECTED = 3
"""By how many letters at its end a word may differ: `recording` is meant for `record`."""


def is_misspelling(word: str, spelling: str) -> bool:
    """Whether a word is so like a spelling that it is hardly another word.

    Words that end alike, such as `location` and `action`, are seldom meant for each other.
    """
    word, spelling = word.replace("-", ""), spelling.replace("-", "")
    short, long = sorted((word, spelling), key=len)
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= MOST_INFLECTED:
        return True
    most = 1 if len(long) <= 4 else 2 if len(long) <= 8 else max(3, len(long) // 4)
    if word[:1] != spelling[:1]:
        most = 1 if len(long) < 12 else 2
    return distance(word, spelling) <= most


def distance(word: str, other: str) -> int:
    """How many letters have to be put in, left out, replaced, or swapped with the next one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        earlier, before, row = before, row, [at]
        for index, each in enumerate(other, 1):
            least = min(before[index] + 1, row[-1] + 1, before[index - 1] + (letter != each))
            if at > 1 and index > 1 and (letter, word[at - 2]) == (other[index - 2], each):
                least = min(least, earlier[index - 2] + 1)
            row.append(least)
    return row[-1]


def near_spellings(word: str, spellings: "tuple[str, ...]", most: int) -> "list[str]":
    """The same where several may be meant: that many at most, the likeliest first.

    None of them says the opposite of the word: who wants to unset something is not told to set it.
    """
    from difflib import get_close_matches

    from swaigctl.findings.opposites import Meaning, are_opposite, meanings_of, negates, words_of

    def folded(text: str) -> str:
        return text.casefold().replace("_", "-").strip("-")

    meant = folded(word[:60])
    known = {folded(spelling): spelling for spelling in reversed(spellings[:MOST_SPELLINGS])}
    vocabulary, meanings = meanings_of(tuple(known))
    said = Meaning(meant, vocabulary, is_typed=True)
    by_folded = {
        each: spelling
        for each, spelling in known.items()
        if not are_opposite(said, meanings[each]) and not negates(meant, each)
    }
    begin = sorted((each for each in by_folded if is_beginning(meant, each)), key=len)
    is_short = len(meant) <= 4
    of_length = [each for each in by_folded if not is_short or abs(len(each) - len(meant)) <= 1]
    alike = get_close_matches(meant, of_length, n=most + 5, cutoff=0.65 if is_short else 0.7)
    alike = [each for each in alike if is_misspelling(meant, each)]
    alike.sort(key=lambda each: sorted(each) != sorted(meant))  # swapped letters come first
    if said.undoing:  # what is undone is named, and no misspelt word if it is a known one
        about = said.core & vocabulary
        alike = [each for each in alike if about <= meanings[each].words]
    same = [each for each in by_folded if said.core and meanings[each].core == said.core]
    words = set(words_of(meant))
    sharing = {
        each: len(own & words)
        for each in by_folded
        if ((own := set(words_of(each))) <= words or words <= own)
        and bool(meanings[each].core) == bool(said.core)
    }
    near = (begin if len(meant) > 2 or len(begin) == 1 else []) or alike or sorted(same, key=len)
    near = near or sorted(sharing, key=lambda each: (-sharing[each], len(each)))
    if not said.is_sure and len({meanings[each].undoing for each in near}) > 1:
        return []
    return [by_folded[each] for each in near[:most]]
