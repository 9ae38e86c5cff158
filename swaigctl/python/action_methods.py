# Written by `python -m swaigctl.generate`; don't edit.
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typing
else:

    class typing:
        """Imports `typing` when somebody evaluates the annotations, and not before."""

        def __getattr__(self, name: str) -> object:
            import typing

            return getattr(typing, name)

    typing = typing()

if TYPE_CHECKING:
    from swaigctl.python import action_objects as objects
else:

    class objects:
        """Imports the types of objects when somebody evaluates the annotations."""

        def __getattr__(self, name: str) -> object:
            from swaigctl.python import action_objects

            return getattr(action_objects, name)

    objects = objects()


class ActionMethods:
    """One method for each action of the catalog; `FunctionResult` is the class to use."""

    def _add(self, name: str, given: tuple[object, ...]) -> typing.Self:
        raise NotImplementedError

    @staticmethod
    def _part(name: str, given: tuple[object, ...]) -> dict[str, typing.Any]:
        from swaigctl.python.function_result import FunctionResult

        return FunctionResult._part(name, given)

    def connect(
        self,
        destination: str,
        final: bool = True,
        from_addr: str | None = None,
    ) -> typing.Self:
        """Connect the call to a number, address or resource.

        Args:
            destination: Whom to call: a number such as +15551234567, a SIP address such as
                sip:alice@example.com, or a resource such as /public/test_room.
            final: Leave the agent for good. Otherwise the call comes back when the other side
                hangs up.
            from_addr: The number or SIP address to show as the caller. Without it, the current
                call's.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/connect
        """
        return self._add("connect", (destination, final, from_addr,))

    def swml_transfer(
        self,
        dest: str,
        ai_response: str,
        final: bool = True,
    ) -> typing.Self:
        """Transfer to other SWML, with a word for the return.

        Args:
            dest: Where the SWML comes from: a URL, a section of the document, or SWML as text.
            ai_response: What the agent reads when the call comes back to it.
            final: Leave the agent for good. Otherwise the call comes back when the other side
                hangs up.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/swml-transfer
        """
        return self._add("swml_transfer", (dest, ai_response, final,))

    def transfer(
        self,
        dest: str,
        summarize: bool = False,
    ) -> typing.Self:
        """End the agent's part and go on elsewhere.

        Args:
            dest: Where the call goes: a section of the document, or a URL of SWML.
            summarize: Leave a summary of the conversation in the variable transfer_summary.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/swml/reference/ai/swaig
        """
        return self._add("transfer", (dest, summarize,))

    def sip_refer(
        self,
        to_uri: str,
    ) -> typing.Self:
        """Send a SIP REFER, to move a SIP call elsewhere.

        Args:
            to_uri: SIP URI to refer to, such as sip:user@example.com.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/sip-refer
        """
        return self._add("sip_refer", (to_uri,))

    def execute_swml(
        self,
        swml_content: str | dict[str, typing.Any] | typing.Any,
        transfer: bool = False,
    ) -> typing.Self:
        """Run a SWML document of your own.

        Args:
            swml_content: The SWML document.
            transfer: Leave the agent for good when the document has run.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/execute-swml
        """
        return self._add("execute_swml", (swml_content, transfer,))

    def hangup(
        self,
    ) -> typing.Self:
        """End the call.

        With 'respond --post-process' the model says its last words before.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/hangup
        """
        return self._add("hangup", ())

    def hold(
        self,
        prompt: str | int | None = None,
        timeout: int = 300,
        step: str | None = None,
        timeout_step: str | None = None,
    ) -> typing.Self:
        """Put the call on hold.

        The agent neither listens nor speaks meanwhile.

        Args:
            prompt: What the model is to say before the hold. It becomes the response, and the
                model takes one more turn.
            timeout: How long to hold at most, in seconds. (an integer between 0 and 900.)
            step: The step to go to when the call is taken off hold.
            timeout_step: The step to go to when the time is up. Without it, the call goes on
                where it was.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/hold
        """
        return self._add("hold", (prompt, timeout, step, timeout_step,))

    def wait_for_user(
        self,
        enabled: bool | None = None,
        timeout: int | None = None,
        answer_first: bool = False,
    ) -> typing.Self:
        """Say how the agent waits for the caller to speak.

        Args:
            enabled: Wait, or don't. Without any flag: wait.
            timeout: How long to wait, in seconds. (an integer of at least 0.)
            answer_first: Wait until the caller has answered.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/wait-for-user
        """
        return self._add("wait_for_user", (enabled, timeout, answer_first,))

    def stop(
        self,
    ) -> typing.Self:
        """Stop the agent; the call goes on without it.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/stop
        """
        return self._add("stop", ())

    def join_conference(
        self,
        name: str,
        muted: bool = False,
        beep: typing.Literal["true", "false", "onEnter", "onExit"] = "true",
        start_on_enter: bool = True,
        end_on_exit: bool = False,
        wait_url: str | None = None,
        max_participants: int | None = 250,
        record: typing.Literal["do-not-record", "record-from-start"] = "do-not-record",
        region: str | None = None,
        trim: typing.Literal["trim-silence", "do-not-trim"] = "trim-silence",
        coach: str | None = None,
        status_callback_event: str | None = None,
        status_callback: str | None = None,
        status_callback_method: typing.Literal["GET", "POST"] = "POST",
        recording_status_callback: str | None = None,
        recording_status_callback_method: typing.Literal["GET", "POST"] = "POST",
        recording_status_callback_event: str = "completed",
        result: dict[str, typing.Any] | list[typing.Any] | None = None,
    ) -> typing.Self:
        """Put the caller into an ad-hoc audio conference.

        Callers of both RELAY and CXML can meet in one conference.

        Args:
            name: Name of the conference. Everyone who joins the same name is in the same
                conference.
            muted: Join with the microphone muted.
            beep: When a beep announces that somebody joins or leaves.
                - "true": on entering and leaving
                - "false": never
                - "onEnter": when a participant joins
                - "onExit": when a participant leaves
            start_on_enter: Start the conference when this participant enters. Otherwise they wait
                until someone enters who starts it.
            end_on_exit: End the conference for everyone when this participant leaves.
            wait_url: SWML to fetch for hold music while the conference has not started. Without
                it the platform's own music plays.
            max_participants: How many participants the conference takes at most. (an integer
                between 1 and 250.)
            record: Whether the conference is recorded.
                - "do-not-record": no recording
                - "record-from-start": record as soon as the conference starts
            region: Region to host the conference in, near its participants.
            trim: What becomes of silence in the recording.
                - "trim-silence": cut it off at the beginning and the end
                - "do-not-trim": keep it
            coach: SWML call ID or CXML CallSid of a participant who can whisper to this one,
                unheard by the others.
            status_callback_event: Conference events to report, with spaces between them.
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
            recording_status_callback_event: Recording events to report, with spaces between them.
                - "in-progress": recording goes on
                - "completed": the recording is done
                - "absent": there was nothing to record
            result: What to do next, by how the conference ended: an object switches on
                return_value, a list goes through conditions.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/join-conference
        """
        return self._add("join_conference", (name, muted, beep, start_on_enter, end_on_exit, wait_url, max_participants, record, region, trim, coach, status_callback_event, status_callback, status_callback_method, recording_status_callback, recording_status_callback_method, recording_status_callback_event, result,))

    def join_room(
        self,
        name: str,
    ) -> typing.Self:
        """Put the caller into a RELAY room.

        Args:
            name: Name of the room: letters, digits, _ and -. A room that does not exist is made.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/join-room
        """
        return self._add("join_room", (name,))

    def swml_change_step(
        self,
        step_name: str,
    ) -> typing.Self:
        """Go to a step of the current context at once.

        Args:
            step_name: Name of the step, or next for the following one.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/swml-change-step
        """
        return self._add("swml_change_step", (step_name,))

    def swml_change_context(
        self,
        context_name: str,
    ) -> typing.Self:
        """Go to the first step of another context at once.

        Args:
            context_name: Name of the context.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/swml-change-context
        """
        return self._add("swml_change_context", (context_name,))

    def switch_context(
        self,
        system_prompt: str | None = None,
        user_prompt: str | None = None,
        consolidate: bool = False,
        full_reset: bool = False,
    ) -> typing.Self:
        """Change the agent's prompt during the conversation.

        Args:
            system_prompt: The new system prompt.
            user_prompt: A message to add as the caller's.
            consolidate: Summarise the conversation so far.
            full_reset: Forget the conversation so far.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/switch-context
        """
        return self._add("switch_context", (system_prompt, user_prompt, consolidate, full_reset,))

    def replace_in_history(
        self,
        text: str | bool = True,
    ) -> typing.Self:
        """Take this function's call out of the history.

        Args:
            text: What the agent is to have said in its place, or true for nothing.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/replace-in-history
        """
        return self._add("replace_in_history", (text,))

    def toggle_functions(
        self,
        function_toggles: typing.Sequence[objects.FunctionToggle | dict[str, objects.OnlyAny]],
    ) -> typing.Self:
        """Turn functions on and off.

        Only functions with this function's own meta_data_token can be turned.

        Args:
            function_toggles: An array of objects with function and active.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/toggle-functions
        """
        return self._add("toggle_functions", (function_toggles,))

    def enable_functions_on_timeout(
        self,
        enabled: bool = True,
    ) -> typing.Self:
        """Let functions run when the speaker times out.

        Args:
            enabled: Whether they may run.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/enable-functions-on-timeout
        """
        return self._add("enable_functions_on_timeout", (enabled,))

    def enable_extensive_data(
        self,
        enabled: bool = True,
    ) -> typing.Self:
        """Give the model the full data for this turn only.

        Args:
            enabled: Whether to give it all.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/enable-extensive-data
        """
        return self._add("enable_extensive_data", (enabled,))

    def back_to_back_functions(
        self,
        enabled: bool | typing.Literal["forever"] = True,
    ) -> typing.Self:
        """Let functions follow without a turn of the caller.

        Args:
            enabled: Whether they may: for once, or forever.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/swml/reference/ai/swaig
        """
        return self._add("back_to_back_functions", (enabled,))

    def update_settings(
        self,
        settings: objects.Settings | dict[str, objects.OnlyAny],
    ) -> typing.Self:
        """Change the model's settings during the call.

        Args:
            settings: An object of settings, with hyphens in their names.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/update-settings
        """
        return self._add("update_settings", (settings,))

    def update_global_data(
        self,
        data: dict[str, typing.Any],
    ) -> typing.Self:
        """Set global data, for all functions and prompts.

        Args:
            data: Names and values; other names keep theirs.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/update-global-data
        """
        return self._add("update_global_data", (data,))

    def remove_global_data(
        self,
        keys: str | list[str],
    ) -> typing.Self:
        """Remove names from the global data.

        Args:
            keys: A name to remove.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/remove-global-data
        """
        return self._add("remove_global_data", (keys,))

    def set_semantic_state(
        self,
        state: dict[str, typing.Any],
    ) -> typing.Self:
        """Replace the state that semantic gates judge.

        It is the name semantic_state in the global data.

        Args:
            state: The whole state; {} resets it.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.
        """
        return self._add("set_semantic_state", (state,))

    def set_metadata(
        self,
        data: dict[str, typing.Any],
    ) -> typing.Self:
        """Set data that only this function's own token sees.

        Args:
            data: Names and values; other names keep theirs.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/set-metadata
        """
        return self._add("set_metadata", (data,))

    def remove_metadata(
        self,
        keys: str | list[str],
    ) -> typing.Self:
        """Remove names from this function's metadata.

        Args:
            keys: A name to remove.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/remove-metadata
        """
        return self._add("remove_metadata", (keys,))

    def play_background_file(
        self,
        filename: str,
        wait: bool = False,
    ) -> typing.Self:
        """Play a file in the background.

        Args:
            filename: URL or path of the file. It takes the place of one that plays already.
            wait: Don't try to get the caller's attention while it plays.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/play-background-file
        """
        return self._add("play_background_file", (filename, wait,))

    def stop_background_file(
        self,
    ) -> typing.Self:
        """Stop the file that plays in the background.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/stop-background-file
        """
        return self._add("stop_background_file", ())

    def record_call(
        self,
        control_id: str | None = None,
        stereo: bool = False,
        format: typing.Literal["wav", "mp3", "mp4"] = "wav",
        direction: typing.Literal["speak", "listen", "both"] = "both",
        terminators: str | None = None,
        beep: bool = False,
        input_sensitivity: float = 44.0,
        initial_timeout: float | None = None,
        end_silence_timeout: float | None = None,
        max_length: float | None = None,
        status_url: str | None = None,
    ) -> typing.Self:
        """Record the call in the background.

        Args:
            control_id: Name of the recording, to stop it by. Without it, the platform gives it
                one.
            stereo: Record each side on a channel of its own.
            format: The recording's file format.
            direction: Which side to record.
                - "speak": what the party says
                - "listen": what the party hears
                - "both": what it says and hears
            terminators: Keys that end the recording, such as #.
            beep: Beep before the recording begins.
            input_sensitivity: How quiet a sound still counts as speech; more is more sensitive.
                (a number between 0 and 100.)
            initial_timeout: How long to wait for speech, in seconds. (a number of at least 0.)
            end_silence_timeout: How much silence ends the recording, in seconds. (a number of at
                least 0.)
            max_length: How long the recording may get, in seconds. (a number of at least 0.)
            status_url: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/record-call
        """
        return self._add("record_call", (control_id, stereo, format, direction, terminators, beep, input_sensitivity, initial_timeout, end_silence_timeout, max_length, status_url,))

    def stop_record_call(
        self,
        control_id: str | None = None,
    ) -> typing.Self:
        """Stop a recording.

        Args:
            control_id: Which one to stop. Without it, the latest.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/stop-record-call
        """
        return self._add("stop_record_call", (control_id,))

    def tap(
        self,
        uri: str,
        control_id: str | None = None,
        direction: typing.Literal["speak", "listen", "both"] = "both",
        codec: typing.Literal["PCMU", "PCMA"] = "PCMU",
        rtp_ptime: int = 20,
        status_url: str | None = None,
    ) -> typing.Self:
        """Stream the call's sound elsewhere.

        Args:
            uri: Where to: rtp://IP:PORT, ws://… or wss://….
            control_id: Name of the tap, to stop it by. Without it, the platform gives it one.
            direction: Which side to stream.
                - "speak": what the party says
                - "listen": what the party hears
                - "both": what it says and hears
            codec: How the sound is encoded.
            rtp_ptime: Milliseconds of sound in a packet; for rtp:// only. (an integer of at least
                1.)
            status_url: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/tap
        """
        return self._add("tap", (uri, control_id, direction, codec, rtp_ptime, status_url,))

    def stop_tap(
        self,
        control_id: str | None = None,
    ) -> typing.Self:
        """Stop a tap.

        Args:
            control_id: Which one to stop. Without it, the latest.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/stop-tap
        """
        return self._add("stop_tap", (control_id,))

    def send_sms(
        self,
        to_number: str,
        from_number: str,
        body: str | None = None,
        media: list[str] | None = None,
        tags: list[str] | None = None,
        region: str | None = None,
    ) -> typing.Self:
        """Send a text message, with media if you like.

        Args:
            to_number: Who gets it, in E.164 form.
            from_number: Your number that it comes from, in E.164 form.
            body: The text. Either it or media is needed.
            media: URL of a picture or file to send.
            tags: Tag to find the message by later.
            region: Region to send it from.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/send-sms
        """
        return self._add("send_sms", (to_number, from_number, body, media, tags, region,))

    def swml_user_event(
        self,
        event_data: dict[str, typing.Any],
    ) -> typing.Self:
        """Send an event to the clients of the call.

        Args:
            event_data: The event; by convention it has a type.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/swml-user-event
        """
        return self._add("swml_user_event", (event_data,))

    def user_event(
        self,
        event: dict[str, typing.Any],
    ) -> typing.Self:
        """Send an event to RELAY, without SWML.

        Args:
            event: The event, as it is; by convention it has a type.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/swml/reference/ai/swaig
        """
        return self._add("user_event", (event,))

    def pay(
        self,
        payment_connector_url: str,
        input_method: typing.Literal["dtmf"] = "dtmf",
        status_url: str | None = None,
        payment_method: typing.Literal["credit-card"] = "credit-card",
        timeout: int = 5,
        max_attempts: int = 1,
        security_code: bool = True,
        postal_code: bool | str | int = True,
        min_postal_code_length: int = 0,
        token_type: typing.Literal["one-time", "reusable"] = "reusable",
        charge_amount: str | None = None,
        currency: str = "usd",
        language: str = "en-US",
        voice: str = "woman",
        description: str | None = None,
        valid_card_types: str = "visa mastercard amex",
        parameters: list[dict[str, str]] | None = None,
        prompts: typing.Sequence[objects.PayPrompt | dict[str, objects.OnlyAny]] | None = None,
        ai_response: str | None = "The payment status is ${pay_result}, do not mention anything else about collecting payment if successful.",
    ) -> typing.Self:
        """Take a payment by card.

        Args:
            payment_connector_url: Where the payment is made.
            input_method: How the caller enters the card.
            status_url: Where to report what becomes of it.
            payment_method: What is paid with.
            timeout: How long to wait for the next digit, in seconds. (an integer or a SWML
                variable.)
            max_attempts: How often to try again. (an integer or a SWML variable.)
            security_code: Ask for the security code.
            postal_code: Whether to ask for the postal code, or the postal code itself.
            min_postal_code_length: How many digits a postal code has at least. (an integer or a
                SWML variable.)
            token_type: How often the payment token can be used.
            charge_amount: What to charge, without the currency. Without it, the card is only made
                a token.
            currency: Currency of the amount, as an ISO 4217 code such as eur.
            language: Language of the prompts.
            voice: Voice of the prompts.
            description: What is paid for.
            valid_card_types: Cards that are taken, with spaces between them.
            parameters: A list of names and values for the connector.
            prompts: A list of prompts in place of the platform's own.
            ai_response: What the agent reads when the payment is over.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/pay
        """
        return self._add("pay", (payment_connector_url, input_method, status_url, payment_method, timeout, max_attempts, security_code, postal_code, min_postal_code_length, token_type, charge_amount, currency, language, voice, description, valid_card_types, parameters, prompts, ai_response,))

    @staticmethod
    def create_payment_prompt(
        for_situation: typing.Literal["payment-card-number", "expiration-date", "security-code", "postal-code", "payment-processing", "payment-completed", "payment-failed", "payment-cancelled", "payment-canceled"],
        actions: list[dict[str, str]],
        card_type: str | None = None,
        error_type: str | None = None,
    ) -> dict[str, typing.Any]:
        """Write one prompt for the prompts of pay.

        Args:
            for_situation: When it is said.
                - "payment-card-number": the card's number is asked for
                - "expiration-date": its date is asked for
                - "security-code": its security code is asked for
                - "postal-code": the postal code is asked for
                - "payment-processing": the payment is under way
                - "payment-completed": it is done
                - "payment-failed": it failed
                - "payment-cancelled": it was called off
                - "payment-canceled": the same, as other pages spell it
            actions: An array of objects with type (Say or Play) and phrase.
            card_type: For which cards.
            error_type: After which errors.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/create-payment-prompt
        """
        return ActionMethods._part("create_payment_prompt", (for_situation, actions, card_type, error_type,))

    @staticmethod
    def create_payment_action(
        action_type: typing.Literal["Say", "Play"],
        phrase: str,
    ) -> dict[str, typing.Any]:
        """Write one action for a payment prompt.

        Args:
            action_type: Whether to say or to play it.
            phrase: What to say, or the URL of what to play.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/create-payment-action
        """
        return ActionMethods._part("create_payment_action", (action_type, phrase,))

    @staticmethod
    def create_payment_parameter(
        name: str,
        value: str,
    ) -> dict[str, typing.Any]:
        """Write one parameter for the connector of pay.

        Args:
            name: Its name.
            value: Its value.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/create-payment-parameter
        """
        return ActionMethods._part("create_payment_parameter", (name, value,))

    def execute_rpc(
        self,
        method: str,
        params: dict[str, typing.Any] | None = None,
        call_id: str | None = None,
        node_id: str | None = None,
    ) -> typing.Self:
        """Call an RPC method, on this call or another.

        Args:
            method: Name of the method, such as dial, ai_message or ai_unhold.
            params: The method's parameters, as an object.
            call_id: Which call it is for.
            node_id: Which node that call is on.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/execute-rpc
        """
        return self._add("execute_rpc", (method, params, call_id, node_id,))

    def rpc_dial(
        self,
        to_number: str,
        from_number: str,
        dest_swml: str,
        device_type: str = "phone",
    ) -> typing.Self:
        """Call somebody, with SWML for their side.

        Args:
            to_number: Whom to call, in E.164 form.
            from_number: The number to show as the caller, in E.164 form.
            dest_swml: URL of the SWML that answers the called side.
            device_type: What is called.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/rpc-dial
        """
        return self._add("rpc_dial", (to_number, from_number, dest_swml, device_type,))

    def rpc_ai_message(
        self,
        call_id: str,
        message_text: str | None = None,
        role: str = "system",
        global_data: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Send a message or data to another call's agent.

        Args:
            call_id: Which call it is for.
            message_text: The message, a turn in the other conversation.
            role: Whose message it is.
            global_data: Data to merge into the other call's global data.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/rpc-ai-message
        """
        return self._add("rpc_ai_message", (call_id, message_text, role, global_data,))

    def rpc_ai_global_data(
        self,
        call_id: str,
        data: dict[str, typing.Any],
    ) -> typing.Self:
        """Merge data into another call's global data.

        Args:
            call_id: Which call it is for.
            data: Names and values; other names keep theirs.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/rpc-ai-global-data
        """
        return self._add("rpc_ai_global_data", (call_id, data,))

    def rpc_ai_unhold(
        self,
        call_id: str,
    ) -> typing.Self:
        """Take another call off hold.

        Args:
            call_id: Which call it is for.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/rpc-ai-unhold
        """
        return self._add("rpc_ai_unhold", (call_id,))

    def add_action(
        self,
        name: str,
        data: typing.Any,
    ) -> typing.Self:
        """Write any action, known here or not.

        Nothing is checked but that it is JSON.

        Args:
            name: Name of the action.
            data: Its value, as JSON of any kind.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/add-action
        """
        return self._add("add_action", (name, data,))

    def say(
        self,
        text: str,
    ) -> typing.Self:
        """Speak a text at once.

        Args:
            text: What to say.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/say
        """
        return self._add("say", (text,))

    def change_voice(
        self,
        voice: str,
    ) -> typing.Self:
        """Speak with another voice from now on.

        It takes the place of the current language's voice, from the next sentence on.

        Args:
            voice: The voice as engine.voice or engine.voice:model.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.
        """
        return self._add("change_voice", (voice,))

    def add_dynamic_hints(
        self,
        hints: list[str | dict[str, typing.Any]],
    ) -> typing.Self:
        """Help speech recognition with special words.

        Args:
            hints: An array of words, and of objects that turn what is heard into what is meant.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/add-dynamic-hints
        """
        return self._add("add_dynamic_hints", (hints,))

    def clear_dynamic_hints(
        self,
    ) -> typing.Self:
        """Forget the hints that were added during the call.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/clear-dynamic-hints
        """
        return self._add("clear_dynamic_hints", ())

    def set_end_of_speech_timeout(
        self,
        milliseconds: int,
    ) -> typing.Self:
        """Set how much silence ends what the caller says.

        Args:
            milliseconds: Silence in milliseconds. (an integer of at least 1.)

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/set-end-of-speech-timeout
        """
        return self._add("set_end_of_speech_timeout", (milliseconds,))

    def set_speech_event_timeout(
        self,
        milliseconds: int,
    ) -> typing.Self:
        """Set how long after the last sound speech is final.

        Args:
            milliseconds: Time in milliseconds. Better than silence where it is noisy. (an integer
                of at least 1.)

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/set-speech-event-timeout
        """
        return self._add("set_speech_event_timeout", (milliseconds,))

    def simulate_user_input(
        self,
        text: str,
    ) -> typing.Self:
        """Go on as if the caller had said a text.

        Args:
            text: What the caller is to have said.

        Whatever is given is taken, as in the SDK; 'findings' tells what is wrong.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/simulate-user-input
        """
        return self._add("simulate_user_input", (text,))
