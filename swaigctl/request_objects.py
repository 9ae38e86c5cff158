"""Requests as data, as batches and fixture plans have them, and their answers."""

from typing import TYPE_CHECKING

from swaigctl.catalog import action_named
from swaigctl.catalog.request_members import (
    ACTION,
    ACTION_MEMBERS,
    ACTIONS,
    LINK_MEMBERS,
    PARAMS,
    RESPONSE_MEMBERS,
)
from swaigctl.errors import ParameterError, SwaigctlError, path_text
from swaigctl.formats.values import check_json
from swaigctl.requests import (
    Refused,
    action_cautions,
    action_document,
    chain_labels,
    checked_members,
    linked,
    response_document,
    response_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from swaigctl.catalog.actions import Action, Parameter
    from swaigctl.catalog.cautions import Caution
    from swaigctl.catalog.chains import Link
    from swaigctl.requests import Document, Options

    Path = tuple[str | int, ...]


def answer_to(request: object, options: "Options") -> "tuple[Document, list[Caution]]":
    """The document that a request asks for, and what to warn of in it.

    Args:
        request: one action, `{"action": "say", "params": {"text": "Hi"}}`, or a whole response,
            `{"response": "Joining.", "actions": [{"say": {"text": "Hi"}}]}`, as
            `swaigctl.catalog.request_members` describes them.
        options: what counts where the request has no `form` or `as` of its own.

    Raises:
        Refused: with all that is wrong in it; where an error lies in the request, its `where` is
            the path to it (`params.beep`, `actions[0].say`).
    """
    if not isinstance(request, dict):
        raise Refused(SwaigctlError("type", "a request is a JSON object."))
    try:
        check_json(request)
    except ParameterError as error:
        raise Refused(error) from None
    reading = Reading()
    options = {**options, **reading.members(request, members_of(request), ())}
    if not any(member.name in request for member in (ACTION, *RESPONSE_ONLY)):
        sentence = "a request needs 'action', or 'response' or 'actions'."
        reading.errors.append(SwaigctlError("required", sentence))
    if reading.errors:
        raise Refused(*reading.errors)
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


def action_answer(reading: "Reading", options: "Options") -> "tuple[Document, list[Caution]]":
    action = action_named(str(options[ACTION.name]))
    values = reading.params(action, options.get(PARAMS.name), (PARAMS.name,))
    reading.transferable(action, options, ())
    if reading.errors:
        raise Refused(*reading.errors)
    return action_answered(action, values, options)


def action_answered(
    action: "Action", values: "dict[str, object]", options: "Options"
) -> "tuple[Document, list[Caution]]":
    """The answer to one action whose values are checked, and complete.

    Raises:
        Refused: it hasn't got the form or the shape that was asked for.
    """
    if action.layout.fragment and options["as"] != "action":
        sentence = f"{action.command} is a part of an action, it has no other shape."
        raise Refused(SwaigctlError("shape", sentence, f"--as {options['as']}"))
    cautions = action_cautions(action, values, options)
    try:
        return action_document(action, values, options), cautions
    except SwaigctlError as error:
        raise Refused(error) from None


class Step:
    """One action of a response: where it stands, its checked values and its own options."""

    __slots__ = ("action", "options", "place", "values")

    def __init__(
        self, place: "Path", action: "Action", values: "dict[str, object]", options: "Options"
    ) -> None:
        self.place = place
        self.action = action
        self.values = values
        self.options = options


def response_answer(reading: "Reading", options: "Options") -> "tuple[Document, list[Caution]]":
    steps = []
    if options["as"] not in ("action", "response"):
        sentence = "a whole response has no other shape."
        reading.errors.append(SwaigctlError("shape", sentence, f"--as {options['as']}"))
    requests = options.get("actions") or []
    assert isinstance(requests, list)
    for index, request in enumerate(requests):
        place = (ACTIONS.name, index)
        link = reading.link(request, place)
        if link is None:
            continue
        inside, own = link
        action = action_named(str(own[ACTION.name]))
        values = reading.params(action, own.get(PARAMS.name), inside)
        reading.transferable(action, own, place)
        steps.append(Step(place, action, values, {**options, **own}))
    errors = reading.errors
    try:
        answer = response_answered([] if errors else steps, options)
    except Refused as refused:
        errors += refused.errors
    if errors:
        raise Refused(*errors)
    return answer


def response_answered(steps: "list[Step]", options: "Options") -> "tuple[Document, list[Caution]]":
    """The answer to a response whose actions' values are checked, and complete.

    Raises:
        Refused: something in it is no action by itself, hasn't got its form, or is said twice.
    """
    errors = []
    links: list[Link] = []
    labels = chain_labels(step.action for step in steps)
    for label, step in zip(labels, steps, strict=True):
        try:
            links.append(linked(label, step.action, step.values, step.options))
        except SwaigctlError as error:
            error.where = f"{path_text(step.place)}: {error.where}".removesuffix(": ")
            errors.append(error)
    try:
        text = response_text(options)
    except SwaigctlError as error:
        errors.append(error)
    if errors:
        raise Refused(*errors)
    return response_document(links, text, bool(options.get("post_process")))


class Reading:
    """Values from a request, collecting all that is wrong with it."""

    def __init__(self) -> None:
        self.errors: list[SwaigctlError] = []

    def refuse(self, error: SwaigctlError, place: "Path") -> None:
        """Note what is wrong with the value at this place, or inside of it."""
        inside = error.path if isinstance(error, ParameterError) else ""
        error.where = (path_text(place) + inside).removeprefix(".")
        error.steps = (*place, *error.steps)
        self.errors.append(error)

    def members(
        self, request: "dict[str, object]", members: "Iterable[Parameter]", place: "Path"
    ) -> "dict[str, object]":
        """The checked members of an object with these and no other."""
        values, errors = checked_members(members, request)
        for error in errors:
            self.refuse(error, place)
        return values

    def link(
        self, request: "dict[str, object]", place: "Path"
    ) -> "tuple[Path, dict[str, object]] | None":
        """An action of a response: where its parameters stand, and its members.

        None if they are wrong.
        """
        before = len(self.errors)
        if ACTION.name in request:
            members = self.members(request, LINK_MEMBERS, place)
            inside: Path = (*place, PARAMS.name)
        elif len(request) == 1:
            ((name, params),) = request.items()
            inside = (*place, name)
            members = {}
            for member, value, where in ((ACTION, name, place), (PARAMS, params, inside)):
                try:
                    members[member.name] = member.check(value)
                except ParameterError as error:
                    self.refuse(error, where)
        else:
            sentence = (
                'is one name with its parameters, {"say": {"text": "Hi"}}, '
                "or an 'action' with 'params' and other members."
            )
            self.refuse(SwaigctlError("type", sentence), place)
        return None if len(self.errors) > before else (inside, members)

    def params(self, action: "Action", params: object, place: "Path") -> "dict[str, object]":
        """The action's checked values."""
        before = len(self.errors)
        given = params if isinstance(params, dict) else {}
        values = self.members(given, action.parameters, place)
        if len(self.errors) == before:
            try:
                action.require(values)
            except ParameterError as error:
                self.refuse(error, (*place, error.parameter))
        return values

    def transferable(self, action: "Action", given: "Options", place: "Path") -> None:
        """Refuse `transfer` where the action's command has no such flag."""
        layout = action.layout
        if "transfer" in given and (layout.transfer or not layout.carries_swml):
            sentence = f"{action.command} takes none."
            if layout.transfer:
                sentence = f"of {action.command} stands in its params: {layout.transfer!r}."
            self.refuse(SwaigctlError("unknown", sentence), (*place, "transfer"))
