"""Answers to lines: the quick way where a pattern knows the request, else the general one."""

from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from swaigctl.batch.holes import Declined, KnownTexts
from swaigctl.batch.patterns import Patterns, Responses
from swaigctl.build.calls import refuse_if_strict, without_ignored
from swaigctl.build.requests import answer_to
from swaigctl.findings import Finding, Refused, SwaigctlError
from swaigctl.formats.json import compact_json, parsed_json, quoted

if TYPE_CHECKING:
    from swaigctl.build.calls import Options


class Request(Struct, forbid_unknown_fields=True, gc=False):
    """A request as most lines have it. None is what is not there."""

    action: Any = None
    params: Any = None
    response: Any = None
    post_process: Any = None
    actions: Any = None


decoded = Decoder(Request).decode

NOT_QUICK = (
    *(Declined, MsgspecError),
    *(LookupError, TypeError, AttributeError, ValueError, RecursionError),
)
"""What the quick way raises when a line is wrong, or unusual."""


def stand_once(line: bytes, names: int) -> bool:
    """Whether no object in a line of JSON has a name twice; False if that can't be told quickly.

    The JSON reader keeps the last of two equal names, silently. `names` is how many it kept, and
    behind every one that was written stands a colon. So if there are no more colons than names,
    none was lost; colons that can only be text don't count.
    """
    colons = line.count(b":")
    if colons == names or colons - line.count(b"://") == names:
        return True
    # Those that don't follow a quote, unless there is space before the one behind a name.
    spaced = b" :" in line or b"\t:" in line or b"\r:" in line
    return not spaced and line.count(b'":') == names


def names_in(value: object) -> int:
    """How many names the objects in `value` have."""
    if isinstance(value, dict):
        return len(value) + sum(map(names_in, value.values()))
    return sum(map(names_in, value)) if isinstance(value, list) else 0


class Answers:
    """Answers to the lines of one stream, all with the same options."""

    def __init__(self, options: "Options", strict: bool) -> None:
        self.options = options
        self.strict = strict
        self.ignored = options.get("ignore")
        known = KnownTexts()
        self.patterns = Patterns(options, known)
        self.links = Patterns({**options, "as": "action"}, known)
        self.responses = Responses(options)

    def quick(self, line: bytes) -> str:
        """The answer to a line that is right and draws no warning.

        Raises:
            NOT_QUICK: it isn't, or it is not one that comes again and again.
        """
        request = decoded(line)
        if request.action is None:
            return self.quick_response(line, request)
        params = request.params
        if params is None:
            names, params = 1, {}
        else:
            names = 2 + len(params)
        colons = line.count(b":")
        if colons != names and colons - line.count(b"://") != names:  # most lines are flat
            if params and line.count(b"{") != 2:
                names = 2 + names_in(params)
            if not stand_once(line, names):  # nor has the request any other member
                raise Declined
        return self.patterns[request.action, *params](params)

    def quick_response(self, line: bytes, request: Request) -> str:
        """The same for a whole response."""
        text, post_process, actions = request.response, request.post_process, request.actions
        links = self.links
        called = []
        written = []
        names = (text is not None) + (post_process is not None) + (actions is not None)
        flat = names
        for entry in actions or ():
            (name,) = entry
            params = entry[name]
            called.append(name)
            written.append(links[name, *params](params))
            flat += 1 + len(params)
        if line.count(b":") != flat and not stand_once(line, names + names_in(actions)):
            raise Declined
        if request.params is not None or not names or (text is not None and not text.strip()):
            raise Declined
        if post_process is not None and post_process.__class__ is not bool:
            raise Declined
        if actions is not None and actions.__class__ is not list:
            raise Declined
        before, between, after = self.responses[text is not None, post_process is True, *called]
        return f"{before}{quoted(text) if text else ''}{between}{','.join(written)}{after}"

    def general(self, line: bytes) -> "tuple[str, list[Finding]]":
        """The answer to any line, and what to warn of.

        Raises:
            Refused: something is wrong with it.
        """
        try:
            request = parsed_json(line.decode())
        except UnicodeDecodeError as fault:
            sentence = f"it is not UTF-8 at byte {fault.start}."
            raise Refused(Finding("utf-8", sentence)) from None
        except SwaigctlError as error:
            raise Refused(error.finding) from None
        document, cautions = answer_to(request, self.options)
        cautions = without_ignored(cautions, self.ignored)
        refuse_if_strict(self.strict, cautions)
        return compact_json(document), cautions
