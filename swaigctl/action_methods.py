# Written by `python -m swaigctl.generate`; don't edit.
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, Self


class ActionMethods:
    """One method for each action of the catalog; `FunctionResult` is the class to use."""

    def _add(self, name: str, given: tuple[object, ...]) -> Self:
        raise NotImplementedError

    def join_conference(
        self,
        name: str,
        muted: bool = False,
        beep: Literal["true", "false", "onEnter", "onExit"] = "true",
        start_on_enter: bool = True,
        end_on_exit: bool = False,
        wait_url: str | None = None,
        max_participants: int = 250,
        record: Literal["do-not-record", "record-from-start"] = "do-not-record",
        region: str | None = None,
        trim: Literal["trim-silence", "do-not-trim"] = "trim-silence",
        coach: str | None = None,
        status_callback_event: str | None = None,
        status_callback: str | None = None,
        status_callback_method: Literal["GET", "POST"] = "POST",
        recording_status_callback: str | None = None,
        recording_status_callback_method: Literal["GET", "POST"] = "POST",
        recording_status_callback_event: str = "completed",
        result: dict[str, Any] | list[Any] | None = None,
    ) -> Self:
        """Put the caller into an ad-hoc audio conference.

        Callers of both RELAY and CXML can meet in one conference.

        Args:
            name: Name of the conference. Everyone who joins the same name is in the same
                conference.
            muted: Join with the microphone muted.
            beep: When a beep announces that somebody joins or leaves.
                - "true": on both
                - "false": never
                - "onEnter": when a participant joins
                - "onExit": when a participant leaves
            start_on_enter: Start the conference when this participant enters. Otherwise they wait
                until someone enters who starts it.
            end_on_exit: End the conference for everyone when this participant leaves.
            wait_url: SWML to fetch for hold music while the conference has not started. Without
                it the platform's own music plays.
            max_participants: How many participants the conference takes.
            record: Whether the conference is recorded.
                - "do-not-record": no recording
                - "record-from-start": record as soon as the conference starts
            region: Region to host the conference in, near its participants.
            trim: What becomes of silence in the recording.
                - "trim-silence": cut it off at the beginning and the end
                - "do-not-trim": keep it
            coach: SWML call ID or CXML CallSid of a participant who can whisper to this one,
                unheard by the others.
            status_callback_event: Conference events to report: one quoted value with spaces, or
                the flag repeated.
                - "start": the conference has started
                - "end": the conference has ended
                - "join": a participant joined
                - "leave": a participant left
                - "mute": a participant was muted or unmuted
                - "hold": a participant was put on hold or resumed
                - "modify": settings of the conference changed
                - "speaker": somebody else is speaking
                - "announcement": an announcement was played
            status_callback: Where to send conference events.
            status_callback_method: HTTP method that conference events are sent with.
            recording_status_callback: Where to send recording events.
            recording_status_callback_method: HTTP method that recording events are sent with.
            recording_status_callback_event: Recording events to report: one quoted value with
                spaces, or the flag repeated.
                - "in-progress": recording goes on
                - "completed": the recording is done
                - "absent": there was nothing to record
            result: What to do next, by how the conference ended: an object switches on
                return_value, an array goes through conditions.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/join-conference
        """
        given = (
            name,
            muted,
            beep,
            start_on_enter,
            end_on_exit,
            wait_url,
            max_participants,
            record,
            region,
            trim,
            coach,
            status_callback_event,
            status_callback,
            status_callback_method,
            recording_status_callback,
            recording_status_callback_method,
            recording_status_callback_event,
            result,
        )
        return self._add("join_conference", given)
