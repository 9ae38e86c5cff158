"""How a text can be put right: which findings a change takes away, and what the change is.

What a fix changes comes from the finding's data. Whether it helps is not believed but tried: the
new text is judged, and a fix stays only if its finding is gone and nothing new is found.
"""

from bisect import bisect_left, insort
from collections import Counter
from copy import copy
from typing import TYPE_CHECKING

from swaigctl.catalog.index import KEYS
from swaigctl.check.changes import Change, Changes, NotEditable
from swaigctl.check.edits import Editor, member_at, same, with_edits
from swaigctl.check.validation import COMMENT_MARK, found_in, verdict_of
from swaigctl.findings import ABSENT, Finding, SwaigctlError
from swaigctl.findings.fixes import Fix
from swaigctl.model.kinds import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from swaigctl.check.changes import Edit
    from swaigctl.check.texts import Read
    from swaigctl.check.validation import FileReport, Verdict
    from swaigctl.findings import Path


VALUE, NAME, MEMBER, WORD = "value", "name", "member", "word"
"""What changes: a value, a member's name, name and value, a part of text."""

OUT, IN, LEVEL, PARTS, WHOLE = "out", "in", "level", "parts", "whole"
"""A member moves out of an object, or into one; a value loses a level; an object falls into
several; a document gets what is missing around it."""

CHANGES: "dict[str, tuple[str, ...]]" = {
    "choice": (VALUE, WORD),
    "type": (VALUE,),
    "pattern": (VALUE,),
    "legacy-form": (NAME, VALUE),
    "lost-plus": (VALUE,),
    "deprecated": (NAME,),
    "misplaced": (OUT, IN, MEMBER, WHOLE),
    "one-level-deep": (LEVEL,),
    "one-verb": (PARTS,),
    "unknown-verb": (MEMBER, NAME),
    "unknown-action": (MEMBER, NAME),
    "unknown-name": (MEMBER, NAME),
    "unknown-label": (VALUE,),
    "unknown-section": (VALUE,),
    "unknown-context": (VALUE,),
    "unknown-step": (VALUE,),
    "unknown-function": (VALUE,),
    "never-matches": (NAME,),
    "not-replaced": (WORD,),
}
"""What a fix for each code may change, in the order in which it is tried."""

NAMES_INSTEAD = ("meant", "instead")
"""The details of a finding that name what to write in place of a name."""

FORMS = ("choice", "type", "legacy-form")
"""The codes of what is right but for how it is written, if a suggestion says the same."""

OWN_NAMES = (
    *("unknown-label", "unknown-section", "unknown-context", "unknown-step", "unknown-function"),
    "never-matches",
)
"""The codes about names that whoever wrote a document gave: which was meant is only probable."""

GUESSES = ("unknown-verb", "unknown-action", "unknown-name")
"""The codes about names of which is guessed what they mean, and so what stands behind them."""

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
    is_list_around = isinstance(old, list) and len(old) == 1 and same(old[0], new)
    if isinstance(new, dict) and has_collections(old) and not is_list_around:
        return None
    if isinstance(new, dict) and isinstance(old, str) and len(new) > 1:
        return None  # what stands beside the value is a sample
    if isinstance(old, list) and len(old) == 1 and not isinstance(new, (dict, list)):
        new = old[0]
    if new is None:
        return None
    if finding.code in OWN_NAMES:
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
    is_same_name = finding.code not in OWN_NAMES and old.casefold() == new.casefold()
    is_safe = is_other_name or is_same_name
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
    if is_told_again(old, content):
        change = editor.other_member(finding.path, name, content)
    elif old == name:  # the name stands in the value, beside what belongs to it
        *outer, label = finding.path
        whole = member_at(editor.read.value, tuple(outer))
        rest = {each: member for each, member in whole.items() if each != label}
        if not is_told_again(rest, content):
            return None
        change = editor.replacement(tuple(outer), new)
    else:
        return None
    pair = shown_pair(finding, finding.path[-1], name)
    return change, False, "Write {new} in place of {old}.".format(**pair)


def is_told_again(old: object, new: object) -> bool:
    """Whether a new value has every scalar of the old one, perhaps behind others, and no more."""
    before = [] if old is None else leaves(old)
    after = [] if old is None and new == {} else leaves(new)
    return len(before) == len(after) and all(
        one.endswith(other) for one, other in zip(after, before, strict=True)
    )


def leaves(value: object) -> "list[str]":
    """The scalars in a value, and what is empty, as text."""
    found = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, (dict, list)) and each:
            waiting += each.values() if isinstance(each, dict) else each
        else:
            found.append(str(each))
    return found


def place_outside(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """What stands inside 'SWML' and belongs beside it."""
    path = finding.path
    if len(path) < 2 or path[-2:] != ("SWML", "transfer"):
        return None
    return editor.moving_out(path), True, "Move 'transfer' out of 'SWML', to stand beside it."


def place_inside(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """What stands beside a verb and belongs inside it."""
    verb = finding.details.get("verb")
    if not isinstance(verb, str):
        return None
    change = editor.moving_in(finding.path[:-1], verb)
    return change, True, f"Move what stands beside {verb!r} into it."


def level_less(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """What stands inside a list in a list, or inside an object of the same name."""
    if not finding.about_key:
        *outer, _ = finding.path
        around = member_at(editor.read.value, tuple(outer))
        is_item = bool(outer) and isinstance(outer[-1], int)
        if is_item and len(around) > 1 and all(isinstance(each, list) for each in around):
            return None  # the list around may be the one that is too many
        return editor.splicing(finding.path), True, "Put the items of the inner list in its place."
    *outer, name = finding.path
    change = editor.lifting(tuple(outer), name)
    return change, True, f"Take one {str(name)!r} of two away."


def parts(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """A step for each of the verbs that one step has."""
    if not isinstance(finding.suggestion, list):
        return None
    return editor.splitting(finding.path), False, "Write a step for each verb."


def whole_document(finding: Finding, editor: Editor) -> "tuple[Change, bool, str] | None":
    """The document of which there is only a part."""
    if finding.path or not isinstance(finding.suggestion, dict):
        return None
    change = editor.replacement((), finding.suggestion)
    where = finding.details["where"]
    return change, False, f"Write it in {where}."


MAKERS: "dict[str, Callable[[Finding, Editor], tuple[Change, bool, str] | None]]" = {
    VALUE: other_value,
    NAME: other_name,
    MEMBER: other_member,
    WORD: other_word,
    OUT: place_outside,
    IN: place_inside,
    LEVEL: level_less,
    PARTS: parts,
    WHOLE: whole_document,
}


def shown_pair(finding: Finding, old: object, new: object) -> "dict[str, str]":
    """Old and new as a message shows them; passwords and the like are hidden."""
    from swaigctl.findings.messages import is_secret, shown

    if is_secret(finding.path) and not finding.about_key:
        return {"old": "'***'", "new": "the same as it should be written"}
    return {"old": shown(old), "new": shown(new)}


# What helps.


def is_inside(path: "Path", others: "set[Path]") -> bool:
    """Whether it leads into one of these."""
    return bool(others) and any(path[:length] in others for length in range(1, len(path) + 1))


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
            fixes = [(finding, change_for(finding, editor)) for finding in wrong]
            guessed = {
                finding.path
                for finding, made in fixes
                if finding.code in GUESSES and finding.about_key and not (made and made[1])
            }
            for finding, made in fixes:
                if made is None:
                    continue
                change, is_safe, message = made
                is_safe = is_safe and not is_inside(finding.path, guessed)
                if is_asked(is_safe):
                    found.append(self.candidate(finding, number, change, is_safe, message))
        # What a value should be may depend on what its name should be.
        return sorted(found, key=lambda each: (not each.is_safe, each.change.target is None))

    def helpful(self, is_asked: "Callable[[bool], bool]") -> "list[Candidate]":
        """Changes that can be made together; none if nothing more helps."""
        waiting = self.candidates(is_asked)
        while waiting:
            taken, waiting = apart(waiting)
            kept = self.kept(taken)
            if kept:
                return kept
        return []

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
        self.places: set[tuple[int, Path, str | int | None]] = set()
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
    if not file.findings:
        return file
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
    while file.findings:
        text = Text(file)
        # Safe ones first: they are done, whatever becomes of the others.
        done = text.helpful(lambda is_safe: is_safe)
        if unsafe and not done:
            done = text.helpful(lambda is_safe: True)
        if not done:
            break
        count += len(done)
        file = kept(judged_again(text.text_with(done), file))
    return PutRight(file, count)


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
