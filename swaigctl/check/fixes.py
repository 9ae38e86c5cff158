"""How a text can be put right: which findings a change takes away, and what the change is.

What a fix changes comes from the finding's data. Whether it helps is not believed but tried: the
new text is judged, and a fix stays only if its finding is gone and nothing new is found.
"""

from bisect import bisect_left, insort
from collections import Counter
from copy import copy
from typing import TYPE_CHECKING

from swaigctl.catalog.index import KEYS
from swaigctl.check.edits import (
    Change,
    Changes,
    Editor,
    NotEditable,
    member_at,
    same,
    with_edits,
)
from swaigctl.check.validation import COMMENT_MARK, found_in, verdict_of
from swaigctl.findings import ABSENT, Finding, SwaigctlError
from swaigctl.model.kinds import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from swaigctl.check.edits import Edit
    from swaigctl.check.texts import Read
    from swaigctl.check.validation import FileReport, Verdict
    from swaigctl.findings import Path


class Fix:
    """A change of a text that takes a finding away: other text in place of some of it.

    Attributes:
        edits: where each begins and ends in the file's text, and what stands there instead.
        is_safe: whether it is what was meant without a doubt.
        message: what it does, as one sentence.
    """

    __slots__ = ("edits", "is_safe", "message")

    def __init__(self, edits: "list[Edit]", is_safe: bool, message: str) -> None:
        self.edits = edits
        self.is_safe = is_safe
        self.message = message


VALUE, NAME, MEMBER, PLACE, WORD = "value", "name", "member", "place", "word"
"""What changes: a value, a member's name, name and value, where a member stands, a part of text."""

CHANGES: "dict[str, tuple[str, ...]]" = {
    "choice": (VALUE, WORD),
    "type": (VALUE,),
    "pattern": (VALUE,),
    "legacy-form": (NAME, VALUE),
    "lost-plus": (VALUE,),
    "deprecated": (NAME,),
    "misplaced": (PLACE,),
    "one-level-deep": (VALUE,),
    "unknown-verb": (MEMBER, NAME),
    "unknown-action": (NAME,),
    "unknown-name": (NAME,),
    "unknown-label": (VALUE,),
    "unknown-section": (VALUE,),
    "not-replaced": (WORD,),
}
"""What a fix for each code may change, in the order in which it is tried."""

NAMES_INSTEAD = ("meant", "instead")
"""The details of a finding that name what to write in place of a name."""

FORMS = ("choice", "type", "legacy-form")
"""The codes of what is right but for how it is written, if a suggestion says the same."""

MOST_ROUNDS = 8
"""In which what doesn't help is left out one by one, before fixes are tried by halves."""

MOST_TRIALS = 64
"""Of halves, in one text: each of them judges it anew."""


class Candidate:
    """A change that may take a finding away, with the document that it is in."""

    __slots__ = ("change", "edits", "finding", "is_safe", "message", "number")

    def __init__(
        self,
        finding: Finding,
        number: int,
        change: Change,
        edits: "list[Edit]",
        is_safe: bool,
        message: str,
    ) -> None:
        self.finding = finding
        self.number = number
        """Which of the file's documents it is in, counted from 0."""
        self.change = change
        self.edits = edits
        """Those of the change, with offsets into the whole text."""
        self.is_safe = is_safe
        self.message = message


# What may help.


def editor_of(read: "Read") -> "Editor | None":
    """What changes the text of a document; None if it is not known where in it what stands."""
    try:
        return Editor(read)
    except SwaigctlError:
        return None


def change_for(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """A change that may take a finding away, whether it is safe, and what it does."""
    for kind in CHANGES.get(finding.code, ()):
        try:
            found = MAKERS[kind](finding, editor)
        except NotEditable:
            continue
        if found is not None:
            return found
    return None


def other_value(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """The suggestion in place of the value, or what is alone in a list."""
    old, new = finding.value, finding.suggestion
    if (
        finding.about_key
        or old is ABSENT
        or not same(member_at(editor.read.value, finding.path), old)
    ):
        return None
    if isinstance(new, dict) and has_collections(old):
        return None
    if isinstance(new, dict) and isinstance(old, str) and len(new) > 1:
        return None  # what stands beside the value is a sample
    if isinstance(old, list) and len(old) == 1 and not isinstance(new, (dict, list)):
        new = old[0]
    if new is None:
        return None
    if finding.code == "unknown-label":
        is_safe = False
    elif isinstance(old, (dict, list)) or isinstance(new, (dict, list)):
        is_safe = finding.code in FORMS and says_the_same(old, new)
    else:
        is_safe = is_same_scalar(old, new)
    change = editor.replacement(finding.path, new)
    return change, is_safe, "Write {new} in place of {old}.".format(**shown_pair(finding, old, new))


def has_collections(value: object) -> bool:
    """Whether it is a list of objects or lists: no bare value of a member, as objects have it."""
    return isinstance(value, list) and any(isinstance(each, (dict, list)) for each in value)


def says_the_same(old: object, new: object) -> bool:
    """Whether one value is the other with something around it, or a verb's name as a step."""
    if same(old, new) or (old is None and new == {}):
        return True
    if isinstance(old, str) and isinstance(new, dict) and list(new) == [old]:
        return True
    if isinstance(old, dict) and same([{name: each} for name, each in old.items()], new):
        return True
    if isinstance(old, list) and len(old) == 1 and same(old[0], new):
        return True
    if not isinstance(new, (dict, list)) or len(new) != 1:
        return False
    return says_the_same(old, next(iter(new.values() if isinstance(new, dict) else new)))


def is_same_scalar(old: object, new: object) -> bool:
    """Whether two scalars differ only in their type, or in upper and lower case."""

    def spelled(value: object) -> str:
        return value if isinstance(value, str) else as_text(value) or ""

    one, other = spelled(old).casefold(), spelled(new).casefold()
    return one == other or (type(old) is not type(new) and numbers_equal(one, other))


def numbers_equal(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def other_word(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """The suggestion in place of a part of the text."""
    old, new, path = finding.value, finding.suggestion, finding.path
    whole = member_at(editor.read.value, path)
    if not (isinstance(whole, str) and isinstance(old, str) and isinstance(new, str)) or not old:
        return None
    if finding.code == "choice":
        text = " ".join(new if word == old else word for word in whole.split(" "))
    else:
        text = whole.replace(old, new, 1)
    if text == whole:
        return None
    change = editor.replacement(path, text)
    is_safe = old.casefold() == new.casefold()
    return change, is_safe, "Write {new} in place of {old}.".format(**shown_pair(finding, old, new))


def other_name(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """The name that was meant, or that is written today."""
    if not finding.about_key or not finding.path:
        return None
    old, new = finding.path[-1], finding.suggestion
    is_other_name = finding.code in ("legacy-form", "deprecated")
    if is_other_name:
        new = name_instead(finding)
    if not isinstance(new, str) or not isinstance(old, str):
        return None
    if finding.code == "unknown-verb" and old in KEYS:
        return None  # an action, and no misspelt verb
    change = editor.renaming(finding.path, new)
    is_safe = is_other_name or old.casefold() == new.casefold()
    return change, is_safe, "Write {new} in place of {old}.".format(**shown_pair(finding, old, new))


def name_instead(finding: Finding) -> "str | None":
    """The one name of the same object that is to be written in place of another, if that is all."""
    for detail in NAMES_INSTEAD:
        text = finding.details.get(detail)
        if isinstance(text, tuple) and len(text) == 1:
            return text[0]
        if isinstance(text, str) and text[:1] == text[-1:] == "'" and text[1:-1].isidentifier():
            return text[1:-1]
    return None


def other_member(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """The step that was meant by one whose name is no verb, if it says all that was said."""
    new = finding.suggestion
    if not finding.about_key or not isinstance(new, dict) or len(new) != 1:
        return None
    ((name, content),) = new.items()
    old = member_at(editor.read.value, finding.path)
    if not is_told_again(old, content):
        return None
    change = editor.other_member(finding.path, name, content)
    pair = shown_pair(finding, finding.path[-1], name)
    return change, False, "Write {new} in place of {old}.".format(**pair)


def is_told_again(old: object, new: object) -> bool:
    """Whether a new value has every scalar of the old one, perhaps behind others, and no more."""
    before = [str(each) for each in scalars_in(old) if each is not None]
    after = [str(each) for each in scalars_in(new)]
    return len(before) == len(after) and all(
        one.endswith(other) for one, other in zip(after, before, strict=True)
    )


def scalars_in(value: object) -> "Iterator[object]":
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, (dict, list)):
            waiting += each.values() if isinstance(each, dict) else each
        else:
            yield each


def other_place(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """What stands inside 'SWML' and belongs beside it."""
    path = finding.path
    if len(path) < 2 or path[-2:] != ("SWML", "transfer"):
        return None
    return editor.moving_out(path), True, "Move 'transfer' out of 'SWML', to stand beside it."


MAKERS: "dict[str, Callable[[Finding, Editor], tuple[Change, bool, str] | None]]" = {
    VALUE: other_value,
    NAME: other_name,
    MEMBER: other_member,
    PLACE: other_place,
    WORD: other_word,
}


def shown_pair(finding: Finding, old: object, new: object) -> "dict[str, str]":
    """Old and new as a message shows them; passwords and the like are hidden."""
    from swaigctl.findings.messages import is_secret, shown

    if is_secret(finding.path) and not finding.about_key:
        return {"old": "'***'", "new": "the same as it should be written"}
    return {"old": shown(old), "new": shown(new)}


# What helps.


class Text:
    """The text of a file, with what was found in it, and what may take that away."""

    def __init__(self, file: "FileReport") -> None:
        self.file = file
        self.trials = 0
        self.offsets = offsets(file)
        self.before: dict[int, Counter[tuple[str, Path]]] = {}
        """What is found in a document, before anything is changed."""

    def candidates(self, is_asked: "Callable[[bool], bool]") -> "list[Candidate]":
        """Changes for the file's findings; `is_asked` says whether safe ones, or others, count."""
        found = []
        for number, verdict in enumerate(self.file.verdicts):
            if not verdict.kind or verdict.read.fault is not None:
                continue
            wrong = [each for each in verdict.findings if each.code in CHANGES]
            editor = editor_of(verdict.read) if wrong else None
            if editor is None:
                continue
            for finding in wrong:
                made = change_for(finding, editor)
                if made is not None and is_asked(made[1]):
                    found.append(self.candidate(finding, number, *made))
        # What a value should be may depend on what its name should be.
        return sorted(found, key=lambda each: (not each.is_safe, each.change.target is None))

    def candidate(
        self, finding: Finding, number: int, change: Change, is_safe: bool, message: str
    ) -> Candidate:
        more = self.offsets[number]
        edits = [(begin + more, end + more, text) for begin, end, text in change.edits]
        return Candidate(finding, number, change, edits, is_safe, message)

    def text_with(self, candidates: "list[Candidate]") -> str:
        return with_edits(self.file.text, [edit for each in candidates for edit in each.edits])

    def found_before(self, number: int) -> "Counter[tuple[str, Path]]":
        if number not in self.before:
            verdict = self.file.verdicts[number]
            found, _ = found_in(verdict.read, verdict.kind)
            self.before[number] = Counter((each.code, each.path) for each in found)
        return self.before[number]

    def kept(self, candidates: "list[Candidate]") -> "list[Candidate]":
        """Those that take their findings away together, and bring no new ones."""
        for _ in range(MOST_ROUNDS):
            if not candidates:
                return []
            blamed = self.blamed(candidates)
            if blamed is not None and not blamed:
                return candidates
            if blamed is None:
                break
            left_out = set(map(id, blamed))
            candidates = [each for each in candidates if id(each) not in left_out]
        return self.kept_of_halves(candidates)

    def kept_of_halves(self, candidates: "list[Candidate]") -> "list[Candidate]":
        if not candidates or self.trials >= MOST_TRIALS:
            return []
        self.trials += 1
        if self.blamed(candidates) == []:
            return candidates
        if len(candidates) == 1:
            return []
        half = len(candidates) // 2
        first = self.kept_of_halves(candidates[:half])
        second = self.kept_of_halves(candidates[half:])
        both = first + second
        return both if not (first and second) or self.blamed(both) == [] else first

    def blamed(self, candidates: "list[Candidate]") -> "list[Candidate] | None":
        """Which of these don't help, or do harm, all of them applied; None if nobody can tell."""
        reads = reads_of(self.text_with(candidates), self.file)
        if len(reads) != len(self.file.verdicts):
            return None
        by_number: dict[int, list[Candidate]] = {}
        for each in candidates:
            by_number.setdefault(each.number, []).append(each)
        blamed = []
        for number, verdict in enumerate(self.file.verdicts):
            own = by_number.get(number, [])
            changes = Changes([each.change for each in own])
            if not same(reads[number].value, changes.made(verdict.read.value)):
                return None
            if own:
                culprits = self.blamed_in(number, own, changes, reads[number])
                if culprits is None:
                    return None
                blamed += culprits
        return blamed

    def blamed_in(
        self, number: int, own: "list[Candidate]", changes: Changes, read: "Read"
    ) -> "list[Candidate] | None":
        """The same for one document, which is another one now."""
        expected: Counter[tuple[str, Path]] = Counter()
        for (code, path), count in self.found_before(number).items():
            for place in places_of(path, changes):
                expected[code, place] += count
        gone = [
            [(each.finding.code, place) for place in places_of(each.finding.path, changes)]
            for each in own
        ]
        for keys in gone:
            expected.subtract(keys)
        after, _ = found_in(read, self.file.verdicts[number].kind)
        found = Counter((each.code, each.path) for each in after)
        blamed = [
            each
            for each, keys in zip(own, gone, strict=True)
            if any(found[key] > expected[key] for key in keys)
        ]
        settled = {key for keys in gone for key in keys}
        for key, count in found.items():
            if count > expected[key] and key not in settled:
                culprit = nearest_to(key[1], own, changes)
                if culprit is None:
                    return None
                blamed.append(culprit)
        fewer = self.found_before(number).total() - len(own)
        return blamed if blamed or found.total() <= fewer else None


def places_of(path: "Path", changes: Changes) -> "set[Path]":
    """Where something found in a place may be after changes.

    What is said of a value that has something around it now is said of either.
    """
    place = changes.moved(path)
    return {place, path} if place[: len(path)] == path else {place}


def nearest_to(path: "Path", own: "list[Candidate]", changes: Changes) -> "Candidate | None":
    """The change that is nearest to a place; None if several are as near."""

    def likeness(candidate: Candidate) -> int:
        place = changes.moved(candidate.finding.path)
        pairs = zip(place, path, strict=False)
        return next((at for at, (one, other) in enumerate(pairs) if one != other), len(place))

    scores = [likeness(each) for each in own]
    best = max(scores)
    return own[scores.index(best)] if scores.count(best) == 1 else None


def offsets(file: "FileReport") -> "list[int]":
    """Where the text of each document's places begins in the file's text."""
    if not is_lines(file):
        return [len(file.text) - len(each.read.text) for each in file.verdicts]
    starts = [0]
    for line in file.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return [starts[each.read.line] for each in file.verdicts]


def is_lines(file: "FileReport") -> bool:
    """Whether a file is JSON Lines: a document's text is only a part of it."""
    from swaigctl.check.texts import JSON

    first = file.verdicts[0].read if file.verdicts else None
    return first is not None and first.language == JSON and first.text != file.text


def reads_of(text: str, file: "FileReport") -> "list[Read]":
    """The documents of a text in the language of a file."""
    from swaigctl.check.texts import JSON_LINES, documents_in

    language = JSON_LINES if is_lines(file) else file.verdicts[0].read.language
    return list(documents_in(text, language))


class Apart:
    """Changes that don't touch the same parts of a text.

    New lines are written for where their surroundings stand, so no change that may move those goes
    together with them.
    """

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.places: set[tuple[int, Path, str | None]] = set()
        self.named: set[tuple[int, Path]] = set()
        """Members that get another name, or another value."""
        self.moved: set[tuple[int, Path]] = set()
        """Values whose lines move."""
        self.around_lines: set[tuple[int, Path]] = set()
        """Values in which there are new lines."""

    def take(self, candidate: Candidate) -> bool:
        """Take one more, if it touches no part that another one does."""
        number, path = candidate.number, candidate.change.path
        place = (number, path, candidate.change.target)
        around = {(number, path[:length]) for length in range(len(path) + 1)}
        spans = [(begin, end) for begin, end, _ in candidate.edits]
        moves = len(spans) > 1
        has_lines = any("\n" in text for _, _, text in candidate.edits)
        named = (
            (number, path) if candidate.change.target is None else (number, candidate.finding.path)
        )
        if place in self.places or named in self.named or any(map(self.is_taken, spans)):
            return False
        if (has_lines and around & self.moved) or (moves and (number, path) in self.around_lines):
            return False
        self.places.add(place)
        self.named.add(named)
        if moves:
            self.moved.add((number, path))
        if has_lines:
            self.around_lines |= around
        for span in spans:
            insort(self.spans, span)
        return True

    def is_taken(self, span: "tuple[int, int]") -> bool:
        begin, end = span
        at = bisect_left(self.spans, span)
        return any(
            (begin < last and first < end) or (begin, end) == (first, last)
            for first, last in self.spans[max(0, at - 1) : at + 2]
        )


def apart(candidates: "list[Candidate]") -> "tuple[list[Candidate], list[Candidate]]":
    """Those that don't touch the same parts, the first ones first, and the others."""
    together = Apart()
    taken: list[Candidate] = []
    left: list[Candidate] = []
    for each in candidates:
        (taken if together.take(each) else left).append(each)
    return taken, left


def with_fixes(file: "FileReport") -> "FileReport":
    """The file with a fix for each of its findings that can be put right."""
    text = Text(file)
    by_finding: dict[int, Fix] = {}
    for is_safe in (True, False):
        waiting = text.candidates(is_safe.__eq__)
        for _ in range(MOST_ROUNDS):
            taken, waiting = apart(waiting)
            for each in text.kept(taken):
                by_finding[id(each.finding)] = Fix(each.edits, is_safe, each.message)
            if not waiting:
                break
    if not by_finding:
        return file
    return with_verdicts(
        file,
        [
            type(verdict)(
                verdict.kind,
                [
                    each.but(fix=by_finding[id(each)]) if id(each) in by_finding else each
                    for each in verdict.findings
                ],
                verdict.read,
            )
            for verdict in file.verdicts
        ],
    )


def with_verdicts(file: "FileReport", verdicts: "list[Verdict]") -> "FileReport":
    """The same file, where this was found in its documents."""
    report = copy(file)
    report.verdicts = verdicts
    return report


class PutRight:
    """A text that was put right.

    Attributes:
        file: the text, and what is left to find in it.
        count: how many findings are gone.
    """

    __slots__ = ("count", "file")

    def __init__(self, file: "FileReport", count: int) -> None:
        self.file = file
        self.count = count


def put_right(
    file: "FileReport", unsafe: bool, kept: "Callable[[FileReport], FileReport]"
) -> PutRight:
    """The text of a file without the findings that have a fix, and with no new ones.

    Each round takes findings away and brings none, so there is a last one.

    Args:
        file: what was found in it.
        unsafe: whether to do, too, what was only probably meant.
        kept: what leaves out the findings that don't count.
    """
    count = 0
    while True:
        text = Text(file)
        waiting = text.candidates(lambda is_safe: is_safe or unsafe)
        done: list[Candidate] = []
        while waiting and not done:
            taken, waiting = apart(waiting)
            done = text.kept(taken)
        if not done:
            return PutRight(file, count)
        count += len(done)
        file = kept(judged_again(text.text_with(done), file))


def judged_again(text: str, file: "FileReport") -> "FileReport":
    """A file with another text, whose documents are judged as what they were."""
    pairs = zip(reads_of(text, file), file.verdicts, strict=True)
    verdicts = [verdict_of(read, file.file, verdict.kind) for read, verdict in pairs]
    if COMMENT_MARK in text:
        from swaigctl.check.comments import without_ignored

        verdicts = list(without_ignored(verdicts, file.file))
    report = with_verdicts(file, verdicts)
    report.text = text
    return report


def fixed_text(file: "FileReport", unsafe: bool) -> str:
    """The text of a file, put right: without the findings that have a fix, and with no new ones."""
    return put_right(file, unsafe, lambda each: each).file.text
