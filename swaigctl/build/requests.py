"""Requests as data, as batches and fixture plans have them, and their answers."""

from swaigctl.build.calls import Call
from swaigctl.build.documents import shaped, simplified_sections
from swaigctl.build.responses import Response
from swaigctl.catalog import SWML_KEY, action_named
from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program.requests import (
    ACTION,
    ACTION_MEMBERS,
    ACTIONS,
    CARRIED,
    DOCUMENT_LINK_MEMBERS,
    DOCUMENT_MEMBERS,
    GIVEN_DOCUMENTS,
    LINK_MEMBERS,
    PARAMS,
    RESPONSE_MEMBERS,
    SHAPES,
    SWML,
)
from swaigctl.findings import Finding, Refused, SwaigctlError
from swaigctl.findings.messages import path_text
from swaigctl.model.reading import Reading
from swaigctl.model.shapes import ANY_JSON, unknown_name
from swaigctl.model.walk import findings, ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from swaigctl.build.calls import Document, Options
    from swaigctl.catalog.program.requests import GivenDocument, Sections
    from swaigctl.findings import Path
    from swaigctl.model.entries import Action, Parameter


def answer_to(request: object, options: "Options") -> "tuple[object, list[Finding]]":
    """What a request asks for, and what to warn of in it.

    Args:
        request: one action, `{"action": "say", "params": {"text": "Hi"}}`, a whole response,
            `{"response": "Joining.", "actions": [{"say": {"text": "Hi"}}]}`, or a SWML document,
            `{"swml": [{"play": {"url": "say:Hi"}}]}`, as `swaigctl.catalog.program.requests`
            describes them.
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
    asked, described = asked_for(request)
    what = f"a member of a request with {asked!r}" if asked else "a member of a request"
    own = reading.members_asked(described, request, (), what)
    if not asked and not reading.has_misspelt(DECIDING):
        sentence = "a request needs 'action', 'swml', 'response' or 'actions'."
        reading.add(Finding("required", sentence))
    if reading.findings:
        from swaigctl.build.finished import finished

        whole = finished(request, "a request", READER_OF_LINES)
        if whole is not None:
            raise Refused(at_path(whole))
    if asked in (ACTION.name, SWML.name, "") and asked not in own:
        reading.refuse_if_wrong()
    if asked == SWML.name:
        return document_answer(reading, own, options)
    if asked == ACTION.name:
        return action_answer(reading, {**options, **own})
    return response_answer(reading, {**options, **own})


READER_OF_LINES = "'swaigctl validate --lines' reads lines of what is finished."

RESPONSE_ONLY = tuple(member for member in RESPONSE_MEMBERS if member not in ACTION_MEMBERS)


def asked_for(request: "dict[str, object]") -> "tuple[str, tuple[Parameter, ...]]":
    """The member that says what a request is for, and what it may have then.

    Nothing, and all that there is, if that can't be told.
    """
    if ACTION.name in request:
        return ACTION.name, ACTION_MEMBERS
    for member in RESPONSE_ONLY:
        if member.name in request:
            return member.name, RESPONSE_MEMBERS
    if SWML.name in request:
        return SWML.name, DOCUMENT_MEMBERS
    return "", tuple({each.name: each for each in EVERY_MEMBER}.values())


DECIDING = (ACTION.name, SWML.name, *(each.name for each in RESPONSE_ONLY))
"""The members that say what a request is for."""

EVERY_MEMBER = (*ACTION_MEMBERS, *RESPONSE_ONLY, *DOCUMENT_MEMBERS)


def at_path(finding: Finding, inside: "Path" = ()) -> Finding:
    """The finding, saying where in the request it lies."""
    whole = finding.within(*inside)
    return whole.but(where=path_text(whole.path))


def action_answer(
    reading: "RequestReading", options: "Options"
) -> "tuple[Document, list[Finding]]":
    action = action_named(str(options[ACTION.name]))
    place = (PARAMS.name,)
    values = reading.values_in(action, options, place)
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


def document_answer(
    reading: "RequestReading", own: "Options", options: "Options"
) -> "tuple[object, list[Finding]]":
    if reading.findings:
        is_known = all(each.path != (document_flags.FOR.name,) for each in reading.findings)
        inside = DocumentCall(own, (SWML.name,)).errors() if is_known else []
        raise Refused(*reading.findings, *inside)
    shape = own.get("as") or SHAPES.get(str(options["as"]))
    if shape is None:
        sentence = "a document has no such shape: one among 'actions' is in a response."
        raise Refused(at_path(Finding("shape", sentence, path=("as",), value=options["as"])))
    call = DocumentCall({**options, **own, "as": shape}, (SWML.name,))
    return answer_of_document(call)


def answer_of_document(call: "DocumentCall") -> "tuple[object, list[Finding]]":
    """The answer to a document, in the shape that was asked for.

    Raises:
        Refused: something is wrong with it, or it hasn't got that form or shape.
    """
    sections, cautions = call.sections()
    try:
        return shaped(sections, str(call.options["as"])), cautions
    except SwaigctlError as error:
        raise Refused(at_path(error.finding)) from None


class DocumentCall(Call):
    """A SWML document as a request asks for it, unchecked.

    Attributes:
        kind: what it may be.
    """

    __slots__ = ("kind",)

    def __init__(self, options: "Options", place: "Path") -> None:
        """`options`: the members of the request that has it, `swml` among them."""
        values = {name: options[name] for name in (SWML.name, "transfer") if name in options}
        super().__init__(CARRIED, values, options, place)
        self.kind: GivenDocument = GIVEN_DOCUMENTS[
            str(options.get("for", document_flags.FOR.default))
        ]

    def holding(self, values: "Options", options: "Options") -> "DocumentCall":
        """The same with another document in `values`, and further options."""
        return DocumentCall({**options, **self.options, **values}, self.place)

    @property
    def given(self) -> object:
        """The document in the shape in which it is given."""
        return self.values[SWML.name]

    def findings(self) -> "list[Finding]":
        """What is wrong with the document, and what to warn of in it."""
        return [at_path(finding, self.place) for finding in findings(self.kind, self.given)]

    def errors(self) -> "list[Finding]":
        """What is wrong with the document."""
        return [finding for finding in self.findings() if finding.is_error]

    def sections(self) -> "tuple[Sections, list[Finding]]":
        """Its sections as they are written, and what to warn of in them.

        Raises:
            Refused: with all that is wrong with it, or it hasn't got that form.
        """
        found = self.findings()
        wrong = [finding for finding in found if finding.is_error]
        if wrong:
            raise Refused(*wrong)
        written = self.kind.sections_in(ordered(self.kind, self.given, self.form))
        if self.form == "simplified":
            written = self.simplified(written)
        return written, found

    def simplified(self, sections: "Sections") -> "Sections":
        """The sections, each step in its simplified form.

        Raises:
            Refused: some have none, or can't be said so.
        """
        written, faults = simplified_sections(self.kind.verbs, sections)
        found = []
        for fault in faults:
            inside = self.kind.path_in(self.given, fault.path[:-1]) or ()
            verb = fault.path[-1:]
            found.append(at_path(fault.but(path=verb), (*self.place, *inside)))
        if found:
            raise Refused(*found)
        return written

    def carried(self) -> "tuple[Call, list[Finding]]":
        """The call of a response that carries the document, and what to warn of in it.

        Raises:
            Refused: as for its sections.
        """
        sections, cautions = self.sections()
        values = {**self.values, SWML.name: shaped(sections, "document")}
        return Call(self.action, values, {"form": "auto"}, self.place), cautions


def response_answer(
    reading: "RequestReading", options: "Options"
) -> "tuple[Document, list[Finding]]":
    calls, cautions = calls_in(reading, options)
    wrong = reading.findings
    try:
        answer, across = answer_of_response([] if wrong else calls, options)
    except Refused as refused:
        wrong += refused.findings
    if wrong:
        raise Refused(*wrong)
    return answer, [*cautions, *across]


def calls_in(
    reading: "RequestReading", options: "Options", complete: bool = True
) -> "tuple[list[Call], list[Finding]]":
    """The actions of a response, and what to warn of in its documents; what is wrong is kept.

    Where they need not be complete, required parameters may be missing.
    """
    if options["as"] not in ("action", "response"):
        sentence = "a whole response has no other shape."
        reading.add(Finding("shape", sentence, path=("as",), value=options["as"]))
    requests = options.get(ACTIONS.name) or []
    assert isinstance(requests, list)
    calls: list[Call] = []
    cautions: list[Finding] = []
    for index, request in enumerate(requests):
        link = reading.link(request, (ACTIONS.name, index))
        if link is None:
            continue
        inside, own = link
        if SWML.name in own:
            try:
                call, found = DocumentCall({"form": options["form"], **own}, inside).carried()
            except Refused as refused:
                reading.findings += refused.findings
            else:
                calls.append(call)
                cautions += found
        else:
            action = action_named(str(own[ACTION.name]))
            values = reading.values_in(action, own, inside, complete)
            reading.refuse_transfer(action, own, (ACTIONS.name, index))
            calls.append(Call(action, values, {**options, **own}, inside))
    return calls, cautions


def answer_of_response(calls: "list[Call]", options: "Options") -> "tuple[Document, list[Finding]]":
    """The answer to a response whose actions' values are checked, and complete.

    Raises:
        Refused: something in it is no action by itself, hasn't got its form, or is said twice.
    """

    def in_request(finding: Finding) -> Finding:
        if finding.path[:1] != ("action",):
            return at_path(finding)
        call = calls[int(finding.path[1])]
        return at_path(finding.but(path=path_in(call, finding.path[2:])))

    try:
        response = Response(calls, options)
    except Refused as refused:
        raise Refused(*map(in_request, refused.findings)) from None
    return response.document(), [in_request(each) for each in response.cautions()]


def path_in(call: Call, inside: "Path") -> "Path":
    """Where a place in an action lies in the request that it came in."""
    # A finding about the action as a whole is not one about its parameters.
    return (*call.place, *inside) if inside else call.place[:-1]


class RequestReading(Reading):
    """Values from a request, collecting all that is wrong with it."""

    def add(self, finding: Finding, path: "Path" = ()) -> None:
        self.findings.append(at_path(finding, path))

    def members_asked(
        self, described: "tuple[Parameter, ...]", given: "Options", place: "Path", what: str
    ) -> "Options":
        """The checked members of what has an action; parameters beside `params` are told of once.

        They are read as if they stood in `params`.
        """
        before = len(self.findings)
        own = self.members(described, given, place, what)
        if len(self.findings) == before:
            return own
        from swaigctl.build.finished import params_moved

        moved = params_moved(given, described)
        if moved is None:
            return own
        finding, right = moved
        del self.findings[before:]
        self.add(finding, place)
        return self.members(described, right, place, what)

    def has_misspelt(self, names: "tuple[str, ...]", place: "Path" = ()) -> bool:
        """Whether a finding tells that one of these names was probably meant by another one."""
        return any(
            each.code == "unknown-name" and each.path[:-1] == place and each.suggestion in names
            for each in self.findings
        )

    def values_in(
        self, action: "Action", members: "Options", place: "Path", complete: bool = True
    ) -> "Options":
        """The checked parameters of an action among the members of a request that has it.

        What is missing is wrong too, unless they need not be complete, or what should have it is
        no object.
        """
        if any(each.path == place for each in self.findings):
            return {}
        read = self.complete if complete else self.parameters
        return read(action, params_in(members), place)

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

        A document has the path to itself, and `swml` among its members. None if they are wrong.
        """
        before = len(self.findings)
        inside: Path
        if SWML.name in request and ACTION.name not in request:
            if document_flags.FOR.name in request:
                sentence = "{quoted} has no place here: a document in a response is for calls."
                self.add(Finding("unknown-name", sentence, path=(document_flags.FOR.name,)), place)
            own = {name: each for name, each in request.items() if name != document_flags.FOR.name}
            members = self.members(DOCUMENT_LINK_MEMBERS, own, place, "a member of a document")
            inside = (*place, SWML.name)
        elif ACTION.name in request:
            members = self.members_asked(LINK_MEMBERS, request, place, "a member of an action")
            inside = (*place, PARAMS.name)
        elif len(request) == 1:
            ((name, params),) = request.items()
            inside = (*place, name)
            if type(params) is not dict or name == SWML_KEY:
                from swaigctl.build.finished import finished_link

                whole = finished_link(name, params)
                if whole is not None:
                    self.add(whole, place)
                    return None
            members = {ACTION.name: name, PARAMS.name: params}
            for member in (ACTION, PARAMS):
                for finding in member.findings(members[member.name]):
                    where = place if member is ACTION else inside
                    self.add(finding.but(path=finding.path[1:]), where)
                members[member.name] = member.normal(members[member.name])
        else:
            if SWML_KEY in request:
                from swaigctl.build.finished import finished_link

                whole = finished_link(SWML_KEY, request[SWML_KEY])
                if whole is not None:
                    self.add(whole, place)
                    return None
            sentence = (
                'an action is one name with its parameters, {{"say": {{"text": "Hi"}}}}, or an '
                "'action' with 'params' and other members."
            )
            names = tuple(each.name for each in (*LINK_MEMBERS, SWML))
            found = [unknown_name(name, names, "a member of an action") for name in request]
            misspelt = [each for each in found if each.suggestion in (ACTION.name, SWML.name)]
            for finding in misspelt or [Finding("type", sentence)]:
                self.add(finding, place)
        wrong = any(each.is_error for each in self.findings[before:])
        asked = ACTION.name if ACTION.name in request else SWML.name
        is_known = asked in request and asked in members  # whatever else is wrong
        return None if wrong and not is_known else (inside, members)

    def refuse_transfer(self, action: "Action", given: "Options", place: "Path" = ()) -> None:
        """Refuse `transfer` where the action's command has no such flag."""
        transfer = action.place.transfer
        if "transfer" in given and (transfer or not action.place.carries_swml):
            sentence = "{subject} is no option of {command}."
            details = {"command": action.command}
            if transfer:
                sentence = f"{{subject}} of {{command}} stands in its params: '{transfer}'."
            self.add(Finding("unknown-name", sentence, path=("transfer",), details=details), place)
