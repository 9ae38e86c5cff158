"""Requests as data, as batches and fixture plans have them, and their answers."""

from typing import TYPE_CHECKING

from swaigctl.build.calls import Call
from swaigctl.build.reading import Reading
from swaigctl.build.responses import Response
from swaigctl.catalog import action_named
from swaigctl.catalog.program.requests import (
    ACTION,
    ACTION_MEMBERS,
    ACTIONS,
    LINK_MEMBERS,
    PARAMS,
    RESPONSE_MEMBERS,
)
from swaigctl.findings import Finding, Refused, SwaigctlError
from swaigctl.findings.messages import path_text
from swaigctl.model.shapes import ANY_JSON
from swaigctl.model.walk import findings

if TYPE_CHECKING:
    from swaigctl.build.calls import Document, Options
    from swaigctl.findings import Path
    from swaigctl.model.entries import Action, Parameter


def answer_to(request: object, options: "Options") -> "tuple[Document, list[Finding]]":
    """The document that a request asks for, and what to warn of in it.

    Args:
        request: one action, `{"action": "say", "params": {"text": "Hi"}}`, or a whole response,
            `{"response": "Joining.", "actions": [{"say": {"text": "Hi"}}]}`, as
            `swaigctl.catalog.program.requests` describes them.
        options: what counts where the request has no `form` or `as` of its own.

    Raises:
        Refused: with all that is wrong in it; a finding's path leads through the request
            (`params.beep`, `actions[0].say`), and so does its `where`.
    """
    if not isinstance(request, dict):
        raise Refused(Finding("type", "a request is a JSON object."))
    unfit = next(iter(findings(ANY_JSON, request)), None)
    if unfit is not None:
        raise Refused(at_path(unfit))
    reading = RequestReading()
    options = {
        **options,
        **reading.members(members_of(request), request, (), "a member of a request"),
    }
    if not any(member.name in request for member in (ACTION, *RESPONSE_ONLY)):
        sentence = "a request needs 'action', or 'response' or 'actions'."
        reading.add(Finding("required", sentence))
    reading.refuse_if_wrong()
    if ACTION.name in request:
        return action_answer(reading, options)
    return response_answer(reading, options)


RESPONSE_ONLY = tuple(member for member in RESPONSE_MEMBERS if member not in ACTION_MEMBERS)


def members_of(request: "dict[str, object]") -> "tuple[Parameter, ...]":
    """What the request may have, by what it is; all there is, if that can't be told."""
    if ACTION.name in request:
        return ACTION_MEMBERS
    if any(member.name in request for member in RESPONSE_ONLY):
        return RESPONSE_MEMBERS
    return ACTION_MEMBERS + RESPONSE_ONLY


def at_path(finding: Finding, inside: "Path" = ()) -> Finding:
    """The finding, saying where in the request it lies."""
    whole = finding.within(*inside)
    return whole.but(where=path_text(whole.path))


def action_answer(
    reading: "RequestReading", options: "Options"
) -> "tuple[Document, list[Finding]]":
    action = action_named(str(options[ACTION.name]))
    place = (PARAMS.name,)
    values = reading.complete(action, params_in(options), place)
    reading.refuse_transfer(action, options)
    reading.refuse_if_wrong()
    return answer_of(Call(action, values, options, place))


def params_in(members: "Options") -> "dict[str, object]":
    params = members.get(PARAMS.name)
    return params if isinstance(params, dict) else {}


def answer_of(call: Call) -> "tuple[Document, list[Finding]]":
    """The answer to one action whose values are checked, and complete.

    Raises:
        Refused: it hasn't got the form or the shape that was asked for.
    """
    try:
        return call.document(), [located(each, call) for each in call.cautions()]
    except SwaigctlError as error:
        raise Refused(located(error.finding, call)) from None


def located(finding: Finding, call: Call) -> Finding:
    """A finding about a call, with its path in the request."""
    of_values = any(parameter.name == finding.path[0] for parameter in call.action.all_parameters)
    return at_path(finding, call.place if of_values else ())


def response_answer(
    reading: "RequestReading", options: "Options"
) -> "tuple[Document, list[Finding]]":
    if options["as"] not in ("action", "response"):
        sentence = "a whole response has no other shape."
        reading.add(Finding("shape", sentence, path=("as",), value=options["as"]))
    requests = options.get(ACTIONS.name) or []
    assert isinstance(requests, list)
    calls = []
    for index, request in enumerate(requests):
        link = reading.link(request, (ACTIONS.name, index))
        if link is not None:
            inside, own = link
            action = action_named(str(own[ACTION.name]))
            values = reading.complete(action, params_in(own), inside)
            reading.refuse_transfer(action, own, (ACTIONS.name, index))
            calls.append(Call(action, values, {**options, **own}, inside))
    found = reading.findings
    try:
        answer = answer_of_response([] if found else calls, options)
    except Refused as refused:
        found += refused.findings
    if found:
        raise Refused(*found)
    return answer


def answer_of_response(calls: "list[Call]", options: "Options") -> "tuple[Document, list[Finding]]":
    """The answer to a response whose actions' values are checked, and complete.

    Raises:
        Refused: something in it is no action by itself, hasn't got its form, or is said twice.
    """

    def in_request(finding: Finding) -> Finding:
        if finding.path[:1] != ("action",):
            return at_path(finding)
        call, inside = calls[int(finding.path[1])], finding.path[2:]
        # A finding about the action as a whole is not one about its parameters.
        return at_path(finding.but(path=inside), call.place if inside else call.place[:-1])

    try:
        response = Response(calls, options)
    except Refused as refused:
        raise Refused(*map(in_request, refused.findings)) from None
    return response.document(), [in_request(each) for each in response.cautions()]


class RequestReading(Reading):
    """Values from a request, collecting all that is wrong with it."""

    def add(self, finding: Finding, path: "Path" = ()) -> None:
        self.findings.append(at_path(finding, path))

    def refuse_if_wrong(self) -> None:
        """Nothing, if nothing is wrong so far.

        Raises:
            Refused: with all that is.
        """
        if self.findings:
            raise Refused(*self.findings)

    def link(
        self, request: "dict[str, object]", place: "Path"
    ) -> "tuple[Path, dict[str, object]] | None":
        """An action of a response: the path to its parameters, and its members.

        None if they are wrong.
        """
        before = len(self.findings)
        if ACTION.name in request:
            members = self.members(LINK_MEMBERS, request, place, "a member of an action")
            inside: Path = (*place, PARAMS.name)
        elif len(request) == 1:
            ((name, params),) = request.items()
            inside = (*place, name)
            members = {ACTION.name: name, PARAMS.name: params}
            for member in (ACTION, PARAMS):
                for finding in member.findings(members[member.name]):
                    where = place if member is ACTION else inside
                    self.add(finding.but(path=finding.path[1:]), where)
                members[member.name] = member.normal(members[member.name])
        else:
            sentence = (
                'an action is one name with its parameters, {{"say": {{"text": "Hi"}}}}, or an '
                "'action' with 'params' and other members."
            )
            self.add(Finding("type", sentence), place)
        wrong = any(each.is_error for each in self.findings[before:])
        return None if wrong else (inside, members)

    def refuse_transfer(self, action: "Action", given: "Options", place: "Path" = ()) -> None:
        """Refuse `transfer` where the action's command has no such flag."""
        transfer = action.place.transfer
        if "transfer" in given and (transfer or not action.place.carries_swml):
            sentence = "{subject} is no option of {command}."
            details = {"command": action.command}
            if transfer:
                sentence = f"{{subject}} of {{command}} stands in its params: '{transfer}'."
            self.add(Finding("unknown-name", sentence, path=("transfer",), details=details), place)
