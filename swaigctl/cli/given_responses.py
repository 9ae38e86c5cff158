"""A response given as a whole, with `--params`, beside what the flags of `respond` give."""

from swaigctl.build.requests import RequestReading, calls_in, path_in
from swaigctl.catalog.program import flags
from swaigctl.catalog.program.requests import OPTIONS, RESPONSE_MEMBERS
from swaigctl.cli.flags import FlagReading
from swaigctl.model.shapes import Object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.build.calls import Call
    from swaigctl.findings import Finding, Path

    Members = dict[str, object]


def described_response() -> Object:
    """What the members of a response are."""
    return Object(*RESPONSE_MEMBERS)


def given_response(
    reading: FlagReading, params: "Members", complete: bool = True
) -> "tuple[Members, list[Call]]":
    """The members of a response that are not null, and the calls of its actions.

    What is wrong and what to warn of is kept in `reading`. Where the actions need not be complete,
    required parameters may be missing.
    """
    inside = RequestReading()
    own = inside.members(RESPONSE_MEMBERS, params, (), "a member of a response")
    defaults = {each.name: each.default for each in OPTIONS}
    calls, cautions = calls_in(inside, {**defaults, **own}, complete)
    wrong = inside.findings
    if wrong:
        from swaigctl.build.finished import finished_response

        finished = finished_response(params)
        wrong = [finished] if finished is not None else wrong
    reading.findings += [in_params(each, each.path) for each in wrong]
    reading.cautions += [in_params(each, each.path) for each in cautions]
    return {name: value for name, value in own.items() if value is not None}, calls


def in_action(finding: "Finding", call: "Call", inside: "Path") -> "Finding":
    """A finding about an action, with the place in `--params` that it is about."""
    return in_params(finding, path_in(call, inside))


def in_params(finding: "Finding", path: "Path") -> "Finding":
    return FlagReading().located(finding.but(path=("params", *path)), flags.PARAMS.flag)
