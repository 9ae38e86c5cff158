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


class VerbMethods:
    """What the methods of both kinds of document do."""

    def add_verb(self, name: str, value: typing.Any) -> typing.Self:
        raise NotImplementedError

    @staticmethod
    def _given(parameters: dict[str, typing.Any]) -> dict[str, typing.Any]:
        return {name: value for name, value in parameters.items() if value is not None}


class CallingMethods(VerbMethods):
    """One method for each verb of documents for calls; `SWMLDocument` is the class to use."""

    def ai(
        self,
        prompt: dict[str, typing.Any],
        *,
        post_prompt: dict[str, typing.Any] | None = None,
        post_prompt_url: str | None = None,
        SWAIG: dict[str, typing.Any] | None = None,
        params: dict[str, typing.Any] | None = None,
        global_data: dict[str, typing.Any] | None = None,
        languages: list[dict[str, typing.Any]] | None = None,
        multilingual: dict[str, typing.Any] | None = None,
        hints: list[str | dict[str, typing.Any]] | None = None,
        pronounce: list[dict[str, typing.Any]] | None = None,
        voice: str | None = None,
        post_prompt_auth_user: str | None = None,
        post_prompt_auth_password: str | None = None,
    ) -> typing.Self:
        """Hand the call to an AI agent.

        The agent stays until it stops, hangs up or transfers the call; then the next step runs.

        Sets ai_result.

        Args:
            prompt: What the agent is told, and how its model is set.
            post_prompt: What the model is told when the conversation is over, mostly to sum it
                up.
            post_prompt_url: Where the answer to the post-prompt is sent, with a report of the
                conversation.
            SWAIG: The functions that the agent can call.
            params: Settings of the agent.
            global_data: Data for all functions and prompts.
            languages: A list of languages with their voices.
            multilingual: How the agent follows the caller from language to language.
            hints: A list of words that are hard to hear, and of patterns for them.
            pronounce: A list of words and how to say them.
            voice: The agent's voice. (Deprecated: use 'voice' in 'languages'.)
            post_prompt_auth_user: User name for the report. (Deprecated: use 'post_prompt_url'
                with https://USER:PASSWORD@HOST.)
            post_prompt_auth_password: Password for the report. (Deprecated: use 'post_prompt_url'
                with https://USER:PASSWORD@HOST.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/ai
        """
        return self.add_verb("ai", self._given({"prompt": prompt, "post_prompt": post_prompt, "post_prompt_url": post_prompt_url, "SWAIG": SWAIG, "params": params, "global_data": global_data, "languages": languages, "multilingual": multilingual, "hints": hints, "pronounce": pronounce, "voice": voice, "post_prompt_auth_user": post_prompt_auth_user, "post_prompt_auth_password": post_prompt_auth_password}))

    def ai_sidecar(
        self,
        lang: str,
        *,
        prompt: str | dict[str, typing.Any] | None = None,
        model: str | None = None,
        direction: list[str] | None = None,
        customer_role: str | None = None,
        url: str | None = None,
        SWAIG: dict[str, typing.Any] | None = None,
        permissions: dict[str, typing.Any] | None = None,
        global_data: dict[str, typing.Any] | None = None,
        hints: list[str] | None = None,
        params: dict[str, typing.Any] | None = None,
        action: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Let a model listen to the call and send advice.

        The call goes on as it was; callers hear nothing of it.

        Args:
            lang: Code of the conversation's language, such as en-US.
            prompt: What the model is told: a text, or an object with text, pom or file.
            model: The model to use. (Default: "gpt-4o-mini".)
            direction: A list of the sides to listen to. It must name both. (Default:
                ['remote-caller', 'local-caller'].)
            customer_role: Which side is the customer, after whose words the model thinks. (one of
                'remote-caller', 'local-caller'. Default: "remote-caller".)
            url: Where advice and events are sent.
            SWAIG: The functions that the model can call.
            permissions: What functions may do.
            global_data: Data for all functions and prompts.
            hints: Words that are hard to hear.
            params: Settings of the model.
            action: What to do once, in place of listening.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/ai-sidecar
        """
        return self.add_verb("ai_sidecar", self._given({"prompt": prompt, "lang": lang, "model": model, "direction": direction, "customer_role": customer_role, "url": url, "SWAIG": SWAIG, "permissions": permissions, "global_data": global_data, "hints": hints, "params": params, "action": action}))

    def amazon_bedrock(
        self,
        prompt: dict[str, typing.Any],
        *,
        post_prompt: dict[str, typing.Any] | None = None,
        post_prompt_url: str | None = None,
        SWAIG: dict[str, typing.Any] | None = None,
        params: dict[str, typing.Any] | None = None,
        global_data: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Hand the call to a voice agent of Amazon Bedrock.

        Its functions may answer with text, SWML, and actions on global data and metadata; other
        actions are ignored.

        Args:
            prompt: What the agent is told, and how its model is set.
            post_prompt: What the model is told when the conversation is over, mostly to sum it
                up.
            post_prompt_url: Where the answer to the post-prompt is sent, with a report of the
                conversation.
            SWAIG: The functions that the agent can call.
            params: Settings of the agent.
            global_data: Data for all functions and prompts.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/amazon-bedrock
        """
        return self.add_verb("amazon_bedrock", self._given({"prompt": prompt, "post_prompt": post_prompt, "post_prompt_url": post_prompt_url, "SWAIG": SWAIG, "params": params, "global_data": global_data}))

    def answer(
        self,
        max_duration: int | str | None = None,
        *,
        codecs: str | None = None,
        username: str | None = None,
        password: str | None = None,
    ) -> typing.Self:
        """Answer the call.

        Some verbs answer by themselves, such as play.

        Sets answer_result.

        Args:
            max_duration: How long the call may last, in seconds. (an integer of at least 1 or a
                SWML variable. Default: 14400.)
            codecs: Codecs to offer, with commas between them.
            username: User name for SIP authentication.
            password: Password for SIP authentication.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/answer
        """
        return self.add_verb("answer", self._given({"max_duration": max_duration, "codecs": codecs, "username": username, "password": password}))

    def hangup(
        self,
        reason: str | None = None,
    ) -> typing.Self:
        """End the call.

        Args:
            reason: What the other side is told.
                - "hangup": the call is over
                - "busy": as if the line were busy
                - "decline": as if somebody declined the call

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/hangup
        """
        return self.add_verb("hangup", self._given({"reason": reason}))

    def connect(
        self,
        to: str | None = None,
        *,
        from_: str | None = None,
        username: str | None = None,
        password: str | None = None,
        from_name: str | None = None,
        headers: list[dict[str, typing.Any]] | None = None,
        codecs: str | None = None,
        webrtc_media: bool | str | None = None,
        session_timeout: int | str | None = None,
        timeout: int | str | None = None,
        confirm: str | list[dict[str, typing.Any]] | None = None,
        confirm_timeout: int | str | None = None,
        encryption: str | None = None,
        call_state_url: str | None = None,
        call_state_events: list[str] | None = None,
        name: str | None = None,
        codec: str | None = None,
        realtime: bool | str | None = None,
        status_url_method: str | None = None,
        authorization_bearer_token: str | None = None,
        custom_parameters: dict[str, str] | None = None,
        ringback: list[str] | None = None,
        max_duration: int | str | None = None,
        answer_on_bridge: bool | str | None = None,
        transfer_after_bridge: str | None = None,
        status_url: str | None = None,
        result: dict[str, typing.Any] | list[dict[str, typing.Any]] | None = None,
        serial: list[dict[str, typing.Any]] | None = None,
        parallel: list[dict[str, typing.Any]] | None = None,
        serial_parallel: list[list[dict[str, typing.Any]]] | None = None,
    ) -> typing.Self:
        """Call one or more destinations and connect them to the caller.

        Destinations are given in one of four ways: to, serial, parallel, or serial_parallel. A
        leg that is connected starts with no variables set.

        Sets connect_result, connect_failed_reason, return_value.

        Args:
            to: Whom to call: a number such as +15551234567, a SIP address such as
                sip:alice@example.com, or a resource such as /public/test_room.
            from_: The number or SIP address to show as the caller. Without it, the current
                call's.
            username: User name for SIP authentication.
            password: Password for SIP authentication.
            from_name: The name to show as the caller, to SIP addresses.
            headers: SIP headers to send with the call.
            codecs: Codecs to offer to a SIP address, with commas.
            webrtc_media: Offer WebRTC media to a SIP address. (Default: False.)
            session_timeout: How long a SIP session lasts until it is refreshed, in seconds. (an
                integer of at least 1 or a SWML variable.)
            timeout: How long to let it ring, in seconds. (an integer or a SWML variable. Default:
                60.)
            confirm: What whoever answers hears before the calls are joined: the URL of SWML, or
                steps.
            confirm_timeout: How long the confirmation may take, in seconds. (an integer or a SWML
                variable.)
            encryption: Whether the media is encrypted. (Default: "optional".)
                - "mandatory": only encrypted media
                - "optional": encrypted where the other side can
                - "forbidden": never encrypted
            call_state_url: Where to report the call's states.
            call_state_events: Which states to report. (Default: ['ended'].)
            name: Name of the stream.
            codec: Codec of the stream.
            realtime: Exchange sound in both directions. (Default: False.)
            status_url_method: HTTP method that reports on the stream are sent with. (one of
                'GET', 'POST'. Default: "POST".)
            authorization_bearer_token: Bearer token for the stream.
            custom_parameters: Parameters to send with the stream.
            ringback: What the caller hears meanwhile.
            max_duration: How long the connected call may last, in seconds. (an integer or a SWML
                variable. Default: 14400.)
            answer_on_bridge: Answer the caller only when the other side has answered. (Default:
                False.)
            transfer_after_bridge: SWML for the caller when the other side has hung up: its URL,
                or a document as text.
            status_url: Where to report what becomes of it.
            result: What to do next, by connect_result.
            serial: Destinations to call one after the other, until one answers.
            parallel: Destinations to call at the same time; the first that answers is connected.
            serial_parallel: Groups of destinations: the groups one after the other, each at once.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/connect
        """
        return self.add_verb("connect", self._given({"to": to, "from": from_, "username": username, "password": password, "from_name": from_name, "headers": headers, "codecs": codecs, "webrtc_media": webrtc_media, "session_timeout": session_timeout, "timeout": timeout, "confirm": confirm, "confirm_timeout": confirm_timeout, "encryption": encryption, "call_state_url": call_state_url, "call_state_events": call_state_events, "name": name, "codec": codec, "realtime": realtime, "status_url_method": status_url_method, "authorization_bearer_token": authorization_bearer_token, "custom_parameters": custom_parameters, "ringback": ringback, "max_duration": max_duration, "answer_on_bridge": answer_on_bridge, "transfer_after_bridge": transfer_after_bridge, "status_url": status_url, "result": result, "serial": serial, "parallel": parallel, "serial_parallel": serial_parallel}))

    def transfer(
        self,
        dest: str,
        *,
        params: dict[str, typing.Any] | None = None,
        meta: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Go on with other SWML, and don't come back.

        A phone number or SIP address is no destination here. A call is transferred at most 32
        times.

        Args:
            dest: Where the SWML comes from: a URL, a section of the document, or SWML as text.
            params: Parameters for the other SWML.
            meta: Data for whoever delivers the SWML.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/transfer
        """
        return self.add_verb("transfer", self._given({"dest": dest, "params": params, "meta": meta}))

    def sip_refer(
        self,
        to_uri: str,
        *,
        status_url: str | None = None,
        username: str | None = None,
        password: str | None = None,
        result: dict[str, typing.Any] | list[dict[str, typing.Any]] | None = None,
    ) -> typing.Self:
        """Send a SIP REFER, to move a SIP call elsewhere.

        Sets sip_refer_to, sip_refer_result, return_value, sip_refer_response_code,
        sip_refer_to_response_code.

        Args:
            to_uri: SIP URI to refer to, such as sip:user@example.com.
            status_url: Where to report what becomes of it.
            username: User name for SIP authentication.
            password: Password for SIP authentication.
            result: What to do next, by how it ended. (Deprecated: use a switch step behind it.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/sip-refer
        """
        return self.add_verb("sip_refer", self._given({"to_uri": to_uri, "status_url": status_url, "username": username, "password": password, "result": result}))

    def join_conference(
        self,
        name: str,
        *,
        muted: bool | str | None = None,
        beep: str | None = None,
        start_on_enter: bool | str | None = None,
        end_on_exit: bool | str | None = None,
        wait_url: str | None = None,
        max_participants: int | str | None = None,
        record: str | None = None,
        region: str | None = None,
        trim: str | None = None,
        coach: str | None = None,
        status_callback_event: str | None = None,
        status_callback_event_type: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_method: str | None = None,
        recording_status_callback_event: str | None = None,
        recording_status_callback_event_type: str | None = None,
        result: dict[str, typing.Any] | list[dict[str, typing.Any]] | None = None,
        stream: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Put the caller into an ad-hoc audio conference.

        Callers of both RELAY and CXML can meet in one conference.

        Sets join_conference_result, return_value.

        Args:
            name: Name of the conference. Everyone who joins the same name is in the same
                conference.
            muted: Join with the microphone muted. (Default: False.)
            beep: When a beep announces that somebody joins or leaves. (Default: "true".)
                - "true": on entering and leaving
                - "false": never
                - "onEnter": when a participant joins
                - "onExit": when a participant leaves
            start_on_enter: Start the conference when this participant enters. Otherwise they wait
                until someone enters who starts it. (Default: True.)
            end_on_exit: End the conference for everyone when this participant leaves. (Default:
                False.)
            wait_url: SWML to fetch for hold music while the conference has not started. Without
                it the platform's own music plays.
            max_participants: How many participants the conference takes at most. (an integer
                between 2 and 100000 or a SWML variable. Default: 250.)
            record: Whether the conference is recorded. (Default: "do-not-record".)
                - "do-not-record": no recording
                - "record-from-start": record as soon as the conference starts
            region: Region to host the conference in, near its participants.
            trim: What becomes of silence in the recording. (Default: "trim-silence".)
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
            status_callback_event_type: The style that conference events are reported in. (one of
                'cxml', 'laml', 'relay'.)
            status_callback: Where to send conference events.
            status_callback_method: HTTP method that conference events are sent with. (one of
                'GET', 'POST'. Default: "POST".)
            recording_status_callback: Where to send recording events.
            recording_status_callback_method: HTTP method that recording events are sent with.
                (one of 'GET', 'POST'. Default: "POST".)
            recording_status_callback_event: Recording events to report, with spaces between them.
                (Default: "completed".)
                - "in-progress": recording goes on
                - "completed": the recording is done
                - "absent": there was nothing to record
            recording_status_callback_event_type: The style that recording events are reported in.
                (one of 'cxml', 'laml', 'relay'.)
            result: What to do next, by how the conference ended: an object switches on
                return_value, a list goes through conditions.
            stream: A WebSocket that takes part in the conference.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/join-conference
        """
        return self.add_verb("join_conference", self._given({"name": name, "muted": muted, "beep": beep, "start_on_enter": start_on_enter, "end_on_exit": end_on_exit, "wait_url": wait_url, "max_participants": max_participants, "record": record, "region": region, "trim": trim, "coach": coach, "status_callback_event": status_callback_event, "status_callback_event_type": status_callback_event_type, "status_callback": status_callback, "status_callback_method": status_callback_method, "recording_status_callback": recording_status_callback, "recording_status_callback_method": recording_status_callback_method, "recording_status_callback_event": recording_status_callback_event, "recording_status_callback_event_type": recording_status_callback_event_type, "result": result, "stream": stream}))

    def join_room(
        self,
        name: str,
    ) -> typing.Self:
        """Put the caller into a RELAY room.

        Sets join_room_result.

        Args:
            name: Name of the room: letters, digits, _ and -. A room that does not exist is made.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/join-room
        """
        return self.add_verb("join_room", self._given({"name": name}))

    def receive_fax(
        self,
        *,
        status_url: str | None = None,
    ) -> typing.Self:
        """Receive a fax on this call.

        Sets receive_fax_document, receive_fax_identity, receive_fax_remote_identity,
        receive_fax_pages, receive_fax_result_code, receive_fax_result_text, receive_fax_result.

        Args:
            status_url: Where to report how receiving the fax goes.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/receive-fax
        """
        return self.add_verb("receive_fax", self._given({"status_url": status_url}))

    def send_fax(
        self,
        document: str,
        *,
        header_info: str | None = None,
        identity: str | None = None,
        status_url: str | None = None,
    ) -> typing.Self:
        """Send a PDF document as a fax.

        Sets send_fax_document, send_fax_identity, send_fax_remote_identity, send_fax_pages,
        send_fax_result_code, send_fax_result_text, send_fax_result.

        Args:
            document: URL of the PDF to send.
            header_info: Text for the header of each page.
            identity: The station that the fax says it comes from. Without it, the caller's
                number.
            status_url: Where to report how sending the fax goes.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/send-fax
        """
        return self.add_verb("send_fax", self._given({"document": document, "header_info": header_info, "identity": identity, "status_url": status_url}))

    def cond(
        self,
        branches: list[dict[str, typing.Any]],
    ) -> typing.Self:
        """Run the steps of the first condition that is true.

        A condition is JavaScript and names variables without ${}.

        Args:
            branches: Conditions with their steps; the last one may be just an else.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/cond
        """
        return self.add_verb("cond", branches)

    def switch(
        self,
        *,
        variable: str,
        case: dict[str, list[dict[str, typing.Any]]],
        default: list[dict[str, typing.Any]] | None = None,
    ) -> typing.Self:
        """Run the steps whose key equals a variable's value.

        Where no key matches and there is no default, the platform reports an error.

        Args:
            variable: Name of the variable to compare, without ${}.
            case: Steps to run, by the value of the variable.
            default: Steps to run where no value matches.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/switch
        """
        return self.add_verb("switch", self._given({"variable": variable, "case": case, "default": default}))

    def execute(
        self,
        dest: str,
        *,
        params: dict[str, typing.Any] | None = None,
        meta: dict[str, typing.Any] | None = None,
        on_return: list[dict[str, typing.Any]] | None = None,
        result: dict[str, typing.Any] | list[dict[str, typing.Any]] | None = None,
    ) -> typing.Self:
        """Run other SWML, and come back.

        While it runs, its params take the place of the section's own. What it returns is in
        return_value.

        Sets return_value.

        Args:
            dest: What to run: a section of the document, a URL of SWML, or a SWML document as
                text.
            params: Parameters for the other SWML.
            meta: Data for whoever delivers the SWML.
            on_return: Steps to run when it comes back.
            result: What to do next, by return_value.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/execute
        """
        return self.add_verb("execute", self._given({"dest": dest, "params": params, "meta": meta, "on_return": on_return, "result": result}))

    def return_(
        self,
        value: typing.Any = None,
    ) -> typing.Self:
        """Leave the section, with a value for whoever executed it.

        Outside of execute, it ends the document.

        Sets return_value.

        Args:
            value: The value: any JSON.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/return
        """
        return self.add_verb("return", value)

    def label(
        self,
        name: str,
    ) -> typing.Self:
        """Name a place in the section for goto.

        Args:
            name: Name of the place. No other label of the section may have it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/label
        """
        return self.add_verb("label", name)

    def goto(
        self,
        label: str,
        *,
        when: str | None = None,
        max: int | str | None = None,
    ) -> typing.Self:
        """Go on at a label of the same section.

        The steps between a label and its goto run once more than max says, since the first time
        needs no jump.

        Args:
            label: Where to go on.
            when: Jump only where this is true, in JavaScript.
            max: How often to jump at most. (an integer between 1 and 100 or a SWML variable.
                Default: 100.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/goto
        """
        return self.add_verb("goto", self._given({"label": label, "when": when, "max": max}))

    def set(
        self,
        vars: dict[str, typing.Any] | None = None,
        /,
        **vars_by_name: typing.Any,
    ) -> typing.Self:
        """Set variables.

        Variables last until the call ends or unset removes them. A leg that is connected starts
        without any.

        Args:
            vars: Variables with their values: any JSON.
            **vars_by_name: More of them, as keywords. None is left out.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/set
        """
        return self.add_verb("set", {**(vars or {}), **self._given(vars_by_name)})

    def unset(
        self,
        names: str | list[str],
    ) -> typing.Self:
        """Remove variables.

        Args:
            names: Name of a variable, without ${}; several are a list.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/unset
        """
        return self.add_verb("unset", names)

    def sleep(
        self,
        duration: int | str,
    ) -> typing.Self:
        """Wait before the next step.

        Args:
            duration: How long to wait, in milliseconds; -1 is for ever. (an integer of at least
                -1 or a SWML variable.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/sleep
        """
        return self.add_verb("sleep", self._given({"duration": duration}))

    def prompt(
        self,
        play: str | list[str],
        *,
        volume: float | str | None = None,
        say_voice: str | None = None,
        say_language: str | None = None,
        say_gender: str | None = None,
        max_digits: int | str | None = None,
        terminators: str | None = None,
        digit_timeout: float | str | None = None,
        initial_timeout: float | str | None = None,
        speech_timeout: float | str | None = None,
        speech_end_timeout: float | str | None = None,
        speech_language: str | None = None,
        speech_hints: list[str] | None = None,
        speech_engine: str | None = None,
        status_url: str | None = None,
        result: dict[str, typing.Any] | list[dict[str, typing.Any]] | None = None,
    ) -> typing.Self:
        """Play something, and collect keys or speech.

        Only keys are collected, unless a parameter of speech is given; then only speech is,
        unless a parameter of keys is given too.

        Sets prompt_result, prompt_value, prompt_digit_terminator, prompt_speech_confidence.

        Args:
            play: What to play; several are played one after the other.
            volume: How much louder to play it, in decibels. (a number between -40 and 40 or a
                SWML variable. Default: 0.)
            say_voice: The voice of speech. (Default: "Polly.Salli".)
            say_language: The language of speech. (Default: "en-US".)
            say_gender: The gender of the voice. (Default: "female".)
            max_digits: How many keys to collect. (an integer of at least 0 or a SWML variable.
                Default: 1.)
            terminators: Keys that end the input, such as #.
            digit_timeout: How long to wait for the next key, in seconds. (a number of at least 0
                or a SWML variable. Default: 5.)
            initial_timeout: How long to wait for the input to begin, in seconds. (a number of at
                least 0 or a SWML variable. Default: 5.)
            speech_timeout: How long the speech may last, in seconds. (a number of at least 0 or a
                SWML variable.)
            speech_end_timeout: How much silence ends the speech, in seconds. (a number of at
                least 0 or a SWML variable.)
            speech_language: The language of the speech.
            speech_hints: A word or phrase to expect.
            speech_engine: What recognizes the speech; it must know the language. Without it, the
                platform chooses.
            status_url: Where to report what becomes of it.
            result: What to do next, by prompt_result. (Deprecated: use a switch step behind it.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/prompt
        """
        return self.add_verb("prompt", self._given({"play": play, "volume": volume, "say_voice": say_voice, "say_language": say_language, "say_gender": say_gender, "max_digits": max_digits, "terminators": terminators, "digit_timeout": digit_timeout, "initial_timeout": initial_timeout, "speech_timeout": speech_timeout, "speech_end_timeout": speech_end_timeout, "speech_language": speech_language, "speech_hints": speech_hints, "speech_engine": speech_engine, "status_url": status_url, "result": result}))

    def send_digits(
        self,
        digits: str,
    ) -> typing.Self:
        """Press keys.

        Sets send_digits_result.

        Args:
            digits: Which keys: digits, *, # and A to D. A w waits for half a second, a W for one.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/send-digits
        """
        return self.add_verb("send_digits", self._given({"digits": digits}))

    def detect_machine(
        self,
        *,
        detectors: str | None = None,
        wait: bool | str | None = None,
        timeout: float | str | None = None,
        initial_timeout: float | str | None = None,
        end_silence_timeout: float | str | None = None,
        machine_ready_timeout: float | str | None = None,
        machine_voice_threshold: float | str | None = None,
        machine_words_threshold: int | str | None = None,
        detect_message_end: bool | str | None = None,
        tone: str | None = None,
        status_url: str | None = None,
    ) -> typing.Self:
        """Find out whether a person, a machine or a fax answered.

        Sets detect_result, detect_machine_beep, detect_ms.

        Args:
            detectors: What to look for: amd is answering machines, fax is fax machines. (Default:
                "amd,fax".)
            wait: Go on only when the detection is over. (Default: True.)
            timeout: How long the detection may take, in seconds. (a number of at least 0 or a
                SWML variable. Default: 30.)
            initial_timeout: How long to wait for a voice, in seconds. (a number of at least 0 or
                a SWML variable. Default: 4.5.)
            end_silence_timeout: How much silence ends what the voice says, in seconds. (a number
                of at least 0 or a SWML variable. Default: 1.)
            machine_ready_timeout: How much silence shows that a machine is ready to record, in
                seconds. Without it, end_silence_timeout counts. (a number of at least 0 or a SWML
                variable.)
            machine_voice_threshold: How long a voice must go on to be a machine's, in seconds. (a
                number of at least 0 or a SWML variable. Default: 1.25.)
            machine_words_threshold: How many words without a pause are a machine's. (an integer
                of at least 0 or a SWML variable. Default: 6.)
            detect_message_end: Wait for the beep or the end of the machine's greeting. (Default:
                False.)
            tone: The tone of a fax machine to listen for, on the other side. (Default: "CED".)
                - "CED": of a fax that answers
                - "CNG": of a fax that calls
            status_url: Where to report what is found.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/detect-machine
        """
        return self.add_verb("detect_machine", self._given({"detectors": detectors, "wait": wait, "timeout": timeout, "initial_timeout": initial_timeout, "end_silence_timeout": end_silence_timeout, "machine_ready_timeout": machine_ready_timeout, "machine_voice_threshold": machine_voice_threshold, "machine_words_threshold": machine_words_threshold, "detect_message_end": detect_message_end, "tone": tone, "status_url": status_url}))

    def send_sms(
        self,
        *,
        to_number: str,
        from_number: str,
        body: str | None = None,
        media: list[str] | None = None,
        tags: list[str] | None = None,
        region: str | None = None,
        status_callback: str | None = None,
    ) -> typing.Self:
        """Send a text message, with media if you like.

        Sets send_sms_result.

        Args:
            to_number: Who gets it, in E.164 form.
            from_number: Your number that it comes from, in E.164 form.
            body: The text. Either it or media is needed.
            media: URL of a picture or file to send.
            tags: Tag to find the message by later.
            region: Region to send it from.
            status_callback: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/send-sms
        """
        return self.add_verb("send_sms", self._given({"to_number": to_number, "from_number": from_number, "body": body, "media": media, "tags": tags, "region": region, "status_callback": status_callback}))

    def user_event(
        self,
        event: dict[str, typing.Any],
    ) -> typing.Self:
        """Send an event to the clients of the call.

        Args:
            event: The event; by convention it has a type.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/user-event
        """
        return self.add_verb("user_event", self._given({"event": event}))

    def pay(
        self,
        payment_connector_url: str,
        *,
        input: str | None = None,
        payment_method: str | None = None,
        timeout: int | str | None = None,
        max_attempts: int | str | None = None,
        security_code: bool | str | None = None,
        min_postal_code_length: int | str | None = None,
        token_type: str | None = None,
        currency: str | None = None,
        language: str | None = None,
        voice: str | None = None,
        valid_card_types: str | None = None,
        postal_code: bool | str | int | None = None,
        status_url: str | None = None,
        charge_amount: str | None = None,
        description: str | None = None,
        parameters: list[dict[str, typing.Any]] | None = None,
        prompts: list[dict[str, typing.Any]] | None = None,
    ) -> typing.Self:
        """Take a payment by card.

        Sets pay_result, pay_payment_results.

        Args:
            payment_connector_url: Where the payment is made.
            input: How the caller enters the card. ('dtmf'. Default: "dtmf".)
            payment_method: What is paid with. ('credit-card'. Default: "credit-card".)
            timeout: How long to wait for the next digit, in seconds. (an integer or a SWML
                variable. Default: 5.)
            max_attempts: How often to try again. (an integer or a SWML variable. Default: 1.)
            security_code: Ask for the security code. (Default: True.)
            min_postal_code_length: How many digits a postal code has at least. (an integer or a
                SWML variable. Default: 0.)
            token_type: How often the payment token can be used. (one of 'one-time', 'reusable'.
                Default: "reusable".)
            currency: Currency of the amount, as an ISO 4217 code such as eur. (Default: "usd".)
            language: Language of the prompts. (Default: "en-US".)
            voice: Voice of the prompts. (Default: "woman".)
            valid_card_types: Cards that are taken, with spaces between them. (Default: "visa
                mastercard amex".)
            postal_code: Whether to ask for the postal code, or the postal code itself. (Default:
                True.)
            status_url: Where to report what becomes of it.
            charge_amount: What to charge, without the currency. Without it, the card is only made
                a token.
            description: What is paid for.
            parameters: A list of names and values for the connector.
            prompts: A list of prompts in place of the platform's own.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/pay
        """
        return self.add_verb("pay", self._given({"payment_connector_url": payment_connector_url, "input": input, "payment_method": payment_method, "timeout": timeout, "max_attempts": max_attempts, "security_code": security_code, "min_postal_code_length": min_postal_code_length, "token_type": token_type, "currency": currency, "language": language, "voice": voice, "valid_card_types": valid_card_types, "postal_code": postal_code, "status_url": status_url, "charge_amount": charge_amount, "description": description, "parameters": parameters, "prompts": prompts}))

    def play(
        self,
        url: str | None = None,
        *,
        auto_answer: bool | str | None = None,
        volume: float | str | None = None,
        say_voice: str | None = None,
        say_language: str | None = None,
        say_gender: str | None = None,
        status_url: str | None = None,
        urls: list[str] | None = None,
    ) -> typing.Self:
        """Play files, ringing, speech or silence.

        What is played is a file (https://…), speech (say:TEXT), a country's ringing tone
        (ring:us, ring:20:us) or silence (silence:SECONDS).

        Args:
            url: What to play.
            auto_answer: Answer the call first, where it is not answered yet. (Default: True.)
            volume: How much louder to play it, in decibels. (a number between -40 and 40 or a
                SWML variable. Default: 0.)
            say_voice: The voice of speech. (Default: "Polly.Salli".)
            say_language: The language of speech. (Default: "en-US".)
            say_gender: The gender of the voice. (Default: "female".)
            status_url: Where to report what becomes of it.
            urls: What to play, one after the other.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/play
        """
        return self.add_verb("play", self._given({"url": url, "auto_answer": auto_answer, "volume": volume, "say_voice": say_voice, "say_language": say_language, "say_gender": say_gender, "status_url": status_url, "urls": urls}))

    def enter_queue(
        self,
        *,
        queue_name: str,
        wait_url: str | None = None,
        wait_time: int | str | None = None,
        transfer_after_bridge: str,
        status_url: str | None = None,
    ) -> typing.Self:
        """Put the caller into a queue, until somebody connects to it.

        Somebody connects to it with connect, to queue:NAME.

        Sets queue_result, wait_time, entry_position, entry_size.

        Args:
            queue_name: Name of the queue. A queue that does not exist is made.
            wait_url: What the caller hears meanwhile. Without it, the platform's own music plays.
            wait_time: How long the caller waits at most, in seconds. (an integer of at least 1 or
                a SWML variable. Default: 3600.)
            transfer_after_bridge: SWML for the caller when the other side has hung up: its URL,
                or a document as text.
            status_url: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/enter-queue
        """
        return self.add_verb("enter_queue", self._given({"queue_name": queue_name, "wait_url": wait_url, "wait_time": wait_time, "transfer_after_bridge": transfer_after_bridge, "status_url": status_url}))

    def request(
        self,
        *,
        url: str,
        method: str,
        headers: dict[str, typing.Any] | None = None,
        body: str | dict[str, typing.Any] | list[typing.Any] | None = None,
        timeout: float | str | None = None,
        connect_timeout: float | str | None = None,
        save_variables: bool | str | None = None,
    ) -> typing.Self:
        """Send an HTTP request.

        At most 64 headers and 64 KB of the response's body are kept.

        Sets request_url, request_result, return_value, request_response_code,
        request_response_headers, request_response_body, request_response.

        Args:
            url: Where to: https://…. It may hold a user name and a password.
            method: HTTP method of the request. (one of 'GET', 'POST', 'PUT', 'DELETE'.)
            headers: Headers to send: Accept, Authorization, Content-Type, Range, and those that
                begin with X-.
            body: What to send. Without a Content-Type among the headers, its first character
                decides.
            timeout: How long to wait for the response, in seconds; 0 is for ever. (a number of at
                least 0 or a SWML variable. Default: 0.)
            connect_timeout: How long to wait for the connection, in seconds; 0 is for ever. (a
                number of at least 0 or a SWML variable. Default: 0.)
            save_variables: Save what the response's JSON holds in request_response. (Default:
                False.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/request
        """
        return self.add_verb("request", self._given({"url": url, "method": method, "headers": headers, "body": body, "timeout": timeout, "connect_timeout": connect_timeout, "save_variables": save_variables}))

    def execute_rpc(
        self,
        method: str,
        *,
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

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/server-sdks/reference/python/agents/function-result/execute-rpc
        """
        return self.add_verb("execute_rpc", self._given({"method": method, "params": params, "call_id": call_id, "node_id": node_id}))

    def record(
        self,
        *,
        stereo: bool | str | None = None,
        format: str | None = None,
        direction: str | None = None,
        terminators: str | None = None,
        beep: bool | str | None = None,
        input_sensitivity: float | str | None = None,
        initial_timeout: float | str | None = None,
        end_silence_timeout: float | str | None = None,
        max_length: float | str | None = None,
        status_url: str | None = None,
    ) -> typing.Self:
        """Record the call, and go on when the recording ends.

        The next step waits until the recording ends; record_call does not wait.

        Sets record_url, record_result.

        Args:
            stereo: Record each side on a channel of its own. (Default: False.)
            format: The recording's file format. (one of 'wav', 'mp3', 'mp4'. Default: "wav".)
            direction: Which side to record. (Default: "speak".)
                - "speak": what the party says
                - "listen": what the party hears
            terminators: Keys that end the recording; with an empty text, none does. (Default:
                "#".)
            beep: Beep before the recording begins. (Default: False.)
            input_sensitivity: How quiet a sound still counts as speech; more is more sensitive.
                (a number between 0 and 100 or a SWML variable. Default: 44.)
            initial_timeout: How long to wait for speech, in seconds. (a number of at least 0 or a
                SWML variable. Default: 4.)
            end_silence_timeout: How much silence ends the recording, in seconds. (a number of at
                least 0 or a SWML variable. Default: 5.)
            max_length: How long the recording may get, in seconds. (a number of at least 0 or a
                SWML variable.)
            status_url: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/record
        """
        return self.add_verb("record", self._given({"stereo": stereo, "format": format, "direction": direction, "terminators": terminators, "beep": beep, "input_sensitivity": input_sensitivity, "initial_timeout": initial_timeout, "end_silence_timeout": end_silence_timeout, "max_length": max_length, "status_url": status_url}))

    def record_call(
        self,
        *,
        control_id: str | None = None,
        stereo: bool | str | None = None,
        format: str | None = None,
        direction: str | None = None,
        terminators: str | None = None,
        beep: bool | str | None = None,
        input_sensitivity: float | str | None = None,
        initial_timeout: float | str | None = None,
        end_silence_timeout: float | str | None = None,
        max_length: float | str | None = None,
        status_url: str | None = None,
    ) -> typing.Self:
        """Record the call in the background.

        Sets record_call_url, record_call_result, record_control_id.

        Args:
            control_id: Name of the recording, to stop it by. Without it, the platform gives it
                one.
            stereo: Record each side on a channel of its own. (Default: False.)
            format: The recording's file format. (one of 'wav', 'mp3', 'mp4'. Default: "wav".)
            direction: Which side to record. (Default: "both".)
                - "speak": what the party says
                - "listen": what the party hears
                - "both": what it says and hears
            terminators: Keys that end the recording, such as #. (Default: "".)
            beep: Beep before the recording begins. (Default: False.)
            input_sensitivity: How quiet a sound still counts as speech; more is more sensitive.
                (a number between 0 and 100 or a SWML variable. Default: 44.)
            initial_timeout: How long to wait for speech, in seconds. (a number of at least 0 or a
                SWML variable.)
            end_silence_timeout: How much silence ends the recording, in seconds. (a number of at
                least 0 or a SWML variable.)
            max_length: How long the recording may get, in seconds. (a number of at least 0 or a
                SWML variable.)
            status_url: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/record-call
        """
        return self.add_verb("record_call", self._given({"control_id": control_id, "stereo": stereo, "format": format, "direction": direction, "terminators": terminators, "beep": beep, "input_sensitivity": input_sensitivity, "initial_timeout": initial_timeout, "end_silence_timeout": end_silence_timeout, "max_length": max_length, "status_url": status_url}))

    def stop_record_call(
        self,
        control_id: str | None = None,
    ) -> typing.Self:
        """Stop a recording.

        Sets stop_record_call_result.

        Args:
            control_id: Which one to stop. Without it, the latest.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/stop-record-call
        """
        return self.add_verb("stop_record_call", self._given({"control_id": control_id}))

    def tap(
        self,
        uri: str,
        *,
        control_id: str | None = None,
        direction: str | None = None,
        codec: str | None = None,
        rtp_ptime: int | str | None = None,
        status_url: str | None = None,
    ) -> typing.Self:
        """Stream the call's sound elsewhere.

        Sets tap_uri, tap_result, tap_control_id, tap_rtp_src_addr, tap_rtp_src_port, tap_ptime,
        tap_codec, tap_rate.

        Args:
            uri: Where to: rtp://IP:PORT, ws://… or wss://….
            control_id: Name of the tap, to stop it by. Without it, the platform gives it one.
            direction: Which side to stream. (Default: "speak".)
                - "speak": what the party says
                - "listen": what the party hears
                - "both": what it says and hears
            codec: How the sound is encoded. (one of 'PCMU', 'PCMA'. Default: "PCMU".)
            rtp_ptime: Milliseconds of sound in a packet; for rtp:// only. (an integer of at least
                1 or a SWML variable. Default: 20.)
            status_url: Where to report what becomes of it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/tap
        """
        return self.add_verb("tap", self._given({"uri": uri, "control_id": control_id, "direction": direction, "codec": codec, "rtp_ptime": rtp_ptime, "status_url": status_url}))

    def stop_tap(
        self,
        control_id: str | None = None,
    ) -> typing.Self:
        """Stop a tap.

        Args:
            control_id: Which one to stop. Without it, the latest.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/stop-tap
        """
        return self.add_verb("stop_tap", self._given({"control_id": control_id}))

    def stream(
        self,
        url: str,
        *,
        control_id: str | None = None,
        name: str | None = None,
        track: str | None = None,
        codec: str | None = None,
        status_url: str | None = None,
        status_url_method: str | None = None,
        authorization_bearer_token: str | None = None,
        custom_parameters: dict[str, str] | None = None,
    ) -> typing.Self:
        """Stream the call's sound to a WebSocket, in the background.

        Sets stream_result, stream_control_id.

        Args:
            url: Where to: wss://….
            control_id: Name of the stream, to stop it by; no other active stream may have it.
                Without it, the platform gives it one.
            name: What people call the stream.
            track: Which side to stream. (Default: "inbound_track".)
                - "inbound_track": what the caller says
                - "outbound_track": what the caller hears
                - "both_tracks": what the caller says and hears
            codec: How the sound is encoded, such as PCMU, PCMA or OPUS.
            status_url: Where to report what becomes of it.
            status_url_method: HTTP method that reports are sent with. (one of 'GET', 'POST'.
                Default: "POST".)
            authorization_bearer_token: Bearer token that the WebSocket is opened with.
            custom_parameters: Names and texts to send in the first message.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/stream
        """
        return self.add_verb("stream", self._given({"url": url, "control_id": control_id, "name": name, "track": track, "codec": codec, "status_url": status_url, "status_url_method": status_url_method, "authorization_bearer_token": authorization_bearer_token, "custom_parameters": custom_parameters}))

    def stop_stream(
        self,
        *,
        control_id: str | None = None,
    ) -> typing.Self:
        """Stop a stream.

        Sets stream_control_id, stop_stream_result.

        Args:
            control_id: Which one to stop. Without it, the latest.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/stop-stream
        """
        return self.add_verb("stop_stream", self._given({"control_id": control_id}))

    def denoise(
        self,
    ) -> typing.Self:
        """Begin to reduce noise.

        It takes no parameters, and lasts until stop_denoise.

        Sets denoise_result.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/denoise
        """
        return self.add_verb("denoise", {})

    def stop_denoise(
        self,
    ) -> typing.Self:
        """Stop reducing noise.

        It takes no parameters.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/stop-denoise
        """
        return self.add_verb("stop_denoise", {})

    def live_transcribe(
        self,
        action: str | dict[str, typing.Any],
    ) -> typing.Self:
        """Start, summarize or stop transcribing the call while it goes on.

        What is recognized goes to a webhook while the call goes on; transcribe gives a transcript
        of the whole call afterwards.

        Args:
            action: What to do: a word, or an object with start or summarize.
                - "stop": stop transcribing
                - "summarize": summarize what was said so far

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/live-transcribe
        """
        return self.add_verb("live_transcribe", self._given({"action": action}))

    def live_translate(
        self,
        action: str | dict[str, typing.Any],
    ) -> typing.Self:
        """Start, summarize, stop or add to the translation of the call.

        People who speak two languages hear each other translated.

        Args:
            action: What to do: a word, or an object with start, summarize or inject.
                - "stop": stop translating
                - "summarize": summarize what was said so far

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/live-translate
        """
        return self.add_verb("live_translate", self._given({"action": action}))

    def transcribe(
        self,
        *,
        status_url: str | None = None,
    ) -> typing.Self:
        """Transcribe the whole call in the background.

        The transcript is done when the call has ended. A call has one such transcription at a
        time; live_transcribe reports while the call goes on.

        Sets transcribe_result, transcribe_control_id.

        Args:
            status_url: Where to report that it is done.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/transcribe
        """
        return self.add_verb("transcribe", self._given({"status_url": status_url}))

    def transcribe_stop(
        self,
    ) -> typing.Self:
        """Stop the transcription that transcribe started.

        Sets transcribe_stop_result.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/calling/transcribe-stop
        """
        return self.add_verb("transcribe_stop", {})


class MessagingMethods(VerbMethods):
    """One method for each verb of documents for messages; `MessagingDocument` is the class to use."""

    def reply(
        self,
        body: str | None = None,
        *,
        media: list[str] | None = None,
        to: str | None = None,
        from_: str | None = None,
        status_url: str | None = None,
        switch: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Answer with a text message, with media if you like.

        The steps behind it still run. Where a switch has no matching value and no default, the
        platform reports an error.

        Sets reply_result, reply_message_id.

        Args:
            body: The text. Either it or media is needed.
            media: URL of a file to send.
            to: Who gets it. Without it, whoever sent the message.
            from_: Your number that it comes from. Without it, the number that the message came
                to.
            status_url: Where to report what becomes of it.
            switch: Which reply to send, by the value of a variable.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/reply
        """
        return self.add_verb("reply", self._given({"body": body, "media": media, "to": to, "from": from_, "status_url": status_url, "switch": switch}))

    def receive(
        self,
    ) -> typing.Self:
        """Take the message and do nothing.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/receive
        """
        return self.add_verb("receive", {})

    def request(
        self,
        url: str,
        *,
        method: typing.Literal["GET", "POST", "PUT", "PATCH", "DELETE"] | None = None,
        headers: dict[str, str] | None = None,
        body: str | dict[str, typing.Any] | None = None,
        timeout: float | None = None,
        save_variables: bool | None = None,
    ) -> typing.Self:
        """Send an HTTP request, and go on whatever becomes of it.

        A document can send 10 requests for one message.

        Sets request_result, request_response_code, request_response_body, request_response.

        Args:
            url: Where to send it.
            method: Its HTTP method. (one of 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'. Default:
                "POST".)
            headers: Its headers, by name.
            body: Its body: text, or an object that is sent as JSON.
            timeout: How long to wait for the response, in seconds. (a number between 0 and 5.
                Default: 5.)
            save_variables: Make variables of a response in JSON: request_response.NAME. (Default:
                False.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/request
        """
        return self.add_verb("request", self._given({"url": url, "method": method, "headers": headers, "body": body, "timeout": timeout, "save_variables": save_variables}))

    def execute(
        self,
        dest: str,
        *,
        params: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Run another section of the document, and come back.

        The section must be in this document; transfer goes to a URL.

        Sets return_value.

        Args:
            dest: Which section to run.
            params: Parameters for the section, in place of the current ones.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/execute
        """
        return self.add_verb("execute", self._given({"dest": dest, "params": params}))

    def transfer(
        self,
        dest: str,
        *,
        method: typing.Literal["GET", "POST", "PUT", "PATCH", "DELETE"] | None = None,
        params: dict[str, typing.Any] | None = None,
    ) -> typing.Self:
        """Go on with SWML from a URL, and don't come back.

        The destination is never a section of this document; execute runs those.

        Args:
            dest: Where the SWML comes from.
            method: The HTTP method to fetch it with. (one of 'GET', 'POST', 'PUT', 'PATCH',
                'DELETE'. Default: "POST".)
            params: Parameters for the other SWML.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/transfer
        """
        return self.add_verb("transfer", self._given({"dest": dest, "method": method, "params": params}))

    def switch(
        self,
        *,
        variable: str,
        transform: typing.Literal["lowercase", "uppercase", "trim", "lowercase_trim", "uppercase_trim"] | None = None,
        case: dict[str, list[dict[str, typing.Any]]],
        default: list[dict[str, typing.Any]] | None = None,
    ) -> typing.Self:
        """Run the steps whose key equals a variable's value.

        Where no key matches and there is no default, the platform reports an error.

        Args:
            variable: Name of the variable to compare, such as message.body, without %{}.
            transform: What to make of the variable's value before it is compared.
                - "lowercase": in small letters
                - "uppercase": in capital letters
                - "trim": without white space around it
                - "lowercase_trim": in small letters, without white space around it
                - "uppercase_trim": in capital letters, without white space around it
            case: Steps to run, by the value of the variable.
            default: Steps to run where no value matches.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/switch
        """
        return self.add_verb("switch", self._given({"variable": variable, "transform": transform, "case": case, "default": default}))

    def goto(
        self,
        label: str,
        *,
        max: int | None = None,
    ) -> typing.Self:
        """Jump to a label of the same section.

        Args:
            label: Which label to jump to.
            max: How often to jump at most; then the section ends. (an integer. Default: 100.)

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/goto
        """
        return self.add_verb("goto", self._given({"label": label, "max": max}))

    def return_(
        self,
        value: typing.Any = None,
    ) -> typing.Self:
        """Return a value from the section, or from main, end.

        Sets return_value.

        Args:
            value: The value: any JSON; null where there is nothing to return.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/return
        """
        return self.add_verb("return", value)

    def label(
        self,
        name: str,
    ) -> typing.Self:
        """Name this place in the section, for goto.

        Args:
            name: Name of the place. No other label of the section may have it.

        Raises:
            ParameterError: a value is not allowed; it is a ValueError.

        Source: https://signalwire.com/docs/swml/reference/messaging/label
        """
        return self.add_verb("label", name)
