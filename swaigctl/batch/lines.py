"""Answers to lines: the quick way where a pattern knows the request, else the general one."""

from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from swaigctl.batch.patterns import Declined, Patterns, Responses
from swaigctl.documents import compact_json, parsed_json, quoted
from swaigctl.errors import ParameterError
from swaigctl.request_objects import answer_to
from swaigctl.requests import Refused, refuse_if_strict

if TYPE_CHECKING:
    from swaigctl.catalog.cautions import Caution
    from swaigctl.requests import Options


class Request(Struct, forbid_unknown_fields=True, gc=False):
    """A request as most lines have it. None is what is not there."""

    action: Any = None
    params: Any = None
    response: Any = None
    post_process: Any = None
    actions: Any = None


decoded = Decoder(Request).decode

NOT_QUICK = (Declined, MsgspecError, LookupError, TypeError, AttributeError, ValueError)
"""What the quick way raises when a line is wrong, or unusual."""


def stand_once(line: bytes, names: int) -> bool:
    """Whether no object in a line of JSON has a name twice; False if that can't be told quickly.

    The JSON reader keeps the last of two equal names, silently. `names` is how many it found; if
    the line had more, there would be more colons behind quotes. Colons in text stand behind
    quotes only where those are escaped, which makes it look like more names, never like fewer.
    """
    return line.count(b":") == names or (
        line.count(b'":') == names and not (b" :" in line or b"\t:" in line or b"\r:" in line)
    )


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
        self.patterns = Patterns(options)
        self.links = Patterns({**options, "as": "action"})
        self.responses = Responses(options)

    def quick(self, line: bytes, request: Request) -> str:
        """The answer to a line that is right and draws no warning.

        Raises:
            NOT_QUICK: it isn't, or it is not one that comes again and again.
        """
        if request.action is None:
            return self.quick_response(line, request)
        if not request.response is request.post_process is request.actions is None:
            raise Declined
        params = request.params
        if params is None:
            names, params = 1, {}
        else:
            names = 2 + len(params)
        if not (
            stand_once(line, names) or stand_once(line, names - len(params) + names_in(params))
        ):
            raise Declined
        return self.patterns[request.action, *params](params)

    def quick_response(self, line: bytes, request: Request) -> str:
        text, post_process = request.response, request.post_process
        actions = request.actions or ()
        called = []
        written = []
        names = 0
        for entry in actions:
            ((name, params),) = entry.items()
            names += 1 + len(params)
            called.append(name)
            written.append(self.links[name, *params](params))
        outside = (text is not None) + (post_process is not None) + (request.actions is not None)
        if not stand_once(line, outside + names) and not stand_once(
            line, outside + names_in(actions)
        ):
            raise Declined
        if request.params is not None or (text is not None and not text.strip()):
            raise Declined
        if post_process is not None and post_process.__class__ is not bool:
            raise Declined
        before, between, after = self.responses[text is not None, post_process is True, *called]
        return f"{before}{quoted(text) if text else ''}{between}{','.join(written)}{after}"

    def general(self, line: bytes) -> "tuple[str, list[Caution]]":
        """The answer to any line, and what to warn of.

        Raises:
            Refused: something is wrong with it.
        """
        try:
            request = parsed_json(line.decode())
        except UnicodeDecodeError as fault:
            sentence = f"it is not UTF-8 at byte {fault.start}."
            raise Refused(ParameterError("utf-8", sentence)) from None
        except ParameterError as error:
            raise Refused(error) from None
        document, cautions = answer_to(request, self.options)
        refuse_if_strict(self.strict, cautions)
        return compact_json(document), cautions
