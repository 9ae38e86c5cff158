# swaigctl's completions, written by `python -m swaigctl.generate`; don't edit.
# What Tab completes behind swaigctl, for fish 3.4 or newer.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no; += in place of = where it may be given again. Behind each stands its help.

function __swaigctl_actions
    printf '%s\t%s\n' \
                'connect' 'Connect the call to a number, address or resource.' \
                'swml-transfer' 'Transfer to other SWML, with a word for the return.' \
                'transfer' 'End the agent\'s part and go on elsewhere.' \
                'sip-refer' 'Send a SIP REFER, to move a SIP call elsewhere.' \
                'execute-swml' 'Run a SWML document of your own.' \
                'hangup' 'End the call.' \
                'hold' 'Put the call on hold.' \
                'wait-for-user' 'Say how the agent waits for the caller to speak.' \
                'stop' 'Stop the agent; the call goes on without it.' \
                'join-conference' 'Put the caller into an ad-hoc audio conference.' \
                'join-room' 'Put the caller into a RELAY room.' \
                'swml-change-step' 'Go to a step of the current context at once.' \
                'swml-change-context' 'Go to the first step of another context at once.' \
                'switch-context' 'Change the agent\'s prompt during the conversation.' \
                'replace-in-history' 'Take this function\'s call out of the history.' \
                'toggle-functions' 'Turn functions on and off.' \
                'enable-functions-on-timeout' 'Let functions run when the speaker times out.' \
                'enable-extensive-data' 'Give the model the full data for this turn only.' \
                'back-to-back-functions' 'Let functions follow without a turn of the caller.' \
                'update-settings' 'Change the model\'s settings during the call.' \
                'update-global-data' 'Set global data, for all functions and prompts.' \
                'remove-global-data' 'Remove names from the global data.' \
                'set-semantic-state' 'Replace the state that semantic gates judge.' \
                'set-metadata' 'Set data that only this function\'s own token sees.' \
                'remove-metadata' 'Remove names from this function\'s metadata.' \
                'play-background-file' 'Play a file in the background.' \
                'stop-background-file' 'Stop the file that plays in the background.' \
                'record-call' 'Record the call in the background.' \
                'stop-record-call' 'Stop a recording.' \
                'tap' 'Stream the call\'s sound elsewhere.' \
                'stop-tap' 'Stop a tap.' \
                'send-sms' 'Send a text message, with media if you like.' \
                'swml-user-event' 'Send an event to the clients of the call.' \
                'user-event' 'Send an event to RELAY, without SWML.' \
                'pay' 'Take a payment by card.' \
                'create-payment-prompt' 'Write one prompt for the prompts of pay.' \
                'create-payment-action' 'Write one action for a payment prompt.' \
                'create-payment-parameter' 'Write one parameter for the connector of pay.' \
                'execute-rpc' 'Call an RPC method, on this call or another.' \
                'rpc-dial' 'Call somebody, with SWML for their side.' \
                'rpc-ai-message' 'Send a message or data to another call\'s agent.' \
                'rpc-ai-global-data' 'Merge data into another call\'s global data.' \
                'rpc-ai-unhold' 'Take another call off hold.' \
                'add-action' 'Write any action, known here or not.' \
                'say' 'Speak a text at once.' \
                'change-voice' 'Speak with another voice from now on.' \
                'add-dynamic-hints' 'Help speech recognition with special words.' \
                'clear-dynamic-hints' 'Forget the hints that were added during the call.' \
                'set-end-of-speech-timeout' 'Set how much silence ends what the caller says.' \
                'set-speech-event-timeout' 'Set how long after the last sound speech is final.' \
                'simulate-user-input' 'Go on as if the caller had said a text.'
end

function __swaigctl_tools
    printf '%s\t%s\n' \
                'respond' 'Write a whole response, with any number of actions.' \
                'swml' 'Write a SWML document, verb by verb.' \
                'batch' 'Answer a stream of requests, one JSON object a line, with one line each.' \
                'fixtures' 'Make a folder of fixtures from a plan, and keep it true to it.' \
                'list' 'List the actions, with their families.' \
                'schema' 'Write JSON Schema: of parameters, of an action, of a response, or of a plan.' \
                'completion' 'Print a shell\'s completion script, or install it.'
end

function __swaigctl_own
    switch $argv[1]
        case 'connect'
            printf '%s\t%s\n' \
                '--destination=' 'Whom to call' \
                '--to=' 'Whom to call' \
                '--final|--no-final' 'Leave the agent for good' \
                '--from-addr=' 'The number or SIP address to show as the caller' \
                '--from=' 'The number or SIP address to show as the caller' \
                '--username=' 'User name for SIP authentication' \
                '--password=' 'Password for SIP authentication' \
                '--from-name=' 'The name to show as the caller, to SIP addresses' \
                '--headers=@' 'SIP headers to send with the call' \
                '--codecs=' 'Codecs to offer to a SIP address, with commas' \
                '--webrtc-media|--no-webrtc-media' 'Offer WebRTC media to a SIP address' \
                '--session-timeout=' 'How long a SIP session lasts until it is refreshed, in seconds' \
                '--timeout=' 'How long to let it ring, in seconds' \
                '--confirm=@' 'What whoever answers hears before the calls are joined' \
                '--confirm-timeout=' 'How long the confirmation may take, in seconds' \
                '--encryption=mandatory|optional|forbidden' 'Whether the media is encrypted' \
                '--call-state-url=' 'Where to report the call\'s states' \
                '--call-state-events=@' 'Which states to report' \
                '--name=' 'Name of the stream' \
                '--codec=' 'Codec of the stream' \
                '--realtime|--no-realtime' 'Exchange sound in both directions' \
                '--status-url-method=GET|POST' 'HTTP method that reports on the stream are sent with' \
                '--authorization-bearer-token=' 'Bearer token for the stream' \
                '--custom-parameters=@' 'Parameters to send with the stream' \
                '--ringback+=' 'What the caller hears meanwhile' \
                '--max-duration=' 'How long the connected call may last, in seconds' \
                '--answer-on-bridge|--no-answer-on-bridge' 'Answer the caller only when the other side has answered' \
                '--transfer-after-bridge=' 'SWML for the caller when the other side has hung up' \
                '--status-url=' 'Where to report what becomes of it' \
                '--result=@' 'What to do next, by connect_result' \
                '--serial=@' 'Destinations to call one after the other, until one answers' \
                '--parallel=@' 'Destinations to call at the same time' \
                '--serial-parallel=@' 'Groups of destinations'
        case 'swml-transfer'
            printf '%s\t%s\n' \
                '--dest=' 'Where the SWML comes from' \
                '--ai-response=' 'What the agent reads when the call comes back to it' \
                '--final|--no-final' 'Leave the agent for good' \
                '--swml-params=@' 'Parameters for the other SWML' \
                '--meta=@' 'Data for whoever delivers the SWML'
        case 'transfer'
            printf '%s\t%s\n' \
                '--dest=' 'Where the call goes' \
                '--summarize|--no-summarize' 'Leave a summary of the conversation in the variable transfer_summary'
        case 'sip-refer'
            printf '%s\t%s\n' \
                '--to-uri=' 'SIP URI to refer to, such as sip:user@example.com' \
                '--status-url=' 'Where to report what becomes of it' \
                '--username=' 'User name for SIP authentication' \
                '--password=' 'Password for SIP authentication' \
                '--result=@' 'What to do next, by how it ended'
        case 'execute-swml'
            printf '%s\t%s\n' \
                '--swml-content=@' 'The SWML document' \
                '--transfer|--no-transfer' 'Leave the agent for good when the document has run'
        case 'hold'
            printf '%s\t%s\n' \
                '--prompt=' 'What the model is to say before the hold' \
                '--timeout=' 'How long to hold at most, in seconds' \
                '--step=' 'The step to go to when the call is taken off hold' \
                '--timeout-step=' 'The step to go to when the time is up'
        case 'wait-for-user'
            printf '%s\t%s\n' \
                '--enabled|--no-enabled' 'Wait, or don\'t' \
                '--timeout=' 'How long to wait, in seconds' \
                '--answer-first' 'Wait until the caller has answered'
        case 'join-conference'
            printf '%s\t%s\n' \
                '--name=' 'Name of the conference' \
                '--muted|--no-muted' 'Join with the microphone muted' \
                '--beep=true|false|onEnter|onExit' 'When a beep announces that somebody joins or leaves' \
                '--start-on-enter|--no-start-on-enter' 'Start the conference when this participant enters' \
                '--end-on-exit|--no-end-on-exit' 'End the conference for everyone when this participant leaves' \
                '--wait-url=' 'SWML to fetch for hold music while the conference has not started' \
                '--max-participants=' 'How many participants the conference takes at most' \
                '--record=do-not-record|record-from-start' 'Whether the conference is recorded' \
                '--region=' 'Region to host the conference in, near its participants' \
                '--trim=trim-silence|do-not-trim' 'What becomes of silence in the recording' \
                '--coach=' 'SWML call ID or CXML CallSid of a participant who can whisper to this one, unheard by the others' \
                '--status-callback-event+=start,end,join,leave,mute,hold,modify,speaker,announcement,' 'Conference events to report, with spaces between them' \
                '--status-callback=' 'Where to send conference events' \
                '--status-callback-method=GET|POST' 'HTTP method that conference events are sent with' \
                '--recording-status-callback=' 'Where to send recording events' \
                '--recording-status-callback-method=GET|POST' 'HTTP method that recording events are sent with' \
                '--recording-status-callback-event+=in-progress,completed,absent,' 'Recording events to report, with spaces between them' \
                '--result=@' 'What to do next, by how the conference ended' \
                '--status-callback-event-type=cxml|laml|relay' 'The style that conference events are reported in' \
                '--recording-status-callback-event-type=cxml|laml|relay' 'The style that recording events are reported in' \
                '--stream=@' 'A WebSocket that takes part in the conference'
        case 'join-room'
            printf '%s\t%s\n' \
                '--name=' 'Name of the room'
        case 'swml-change-step'
            printf '%s\t%s\n' \
                '--step-name=' 'Name of the step, or next for the following one'
        case 'swml-change-context'
            printf '%s\t%s\n' \
                '--context-name=' 'Name of the context'
        case 'switch-context'
            printf '%s\t%s\n' \
                '--system-prompt=' 'The new system prompt' \
                '--user-prompt=' 'A message to add as the caller\'s' \
                '--consolidate|--no-consolidate' 'Summarise the conversation so far' \
                '--full-reset|--no-full-reset' 'Forget the conversation so far'
        case 'replace-in-history'
            printf '%s\t%s\n' \
                '--text=' 'What the agent is to have said in its place'
        case 'toggle-functions'
            printf '%s\t%s\n' \
                '--function-toggles=@' 'An array of objects with function and active'
        case 'enable-functions-on-timeout'
            printf '%s\t%s\n' \
                '--enabled|--no-enabled' 'Whether they may run'
        case 'enable-extensive-data'
            printf '%s\t%s\n' \
                '--enabled|--no-enabled' 'Whether to give it all'
        case 'back-to-back-functions'
            printf '%s\t%s\n' \
                '--enabled=true|false|forever' 'Whether they may'
        case 'update-settings'
            printf '%s\t%s\n' \
                '--settings=@' 'An object of settings, with hyphens in their names'
        case 'update-global-data'
            printf '%s\t%s\n' \
                '--data=@' 'Names and values'
        case 'remove-global-data'
            printf '%s\t%s\n' \
                '--keys+=' 'A name to remove'
        case 'set-semantic-state'
            printf '%s\t%s\n' \
                '--state=@' 'The whole state'
        case 'set-metadata'
            printf '%s\t%s\n' \
                '--data=@' 'Names and values'
        case 'remove-metadata'
            printf '%s\t%s\n' \
                '--keys+=' 'A name to remove'
        case 'play-background-file'
            printf '%s\t%s\n' \
                '--filename=' 'URL or path of the file' \
                '--wait|--no-wait' 'Don\'t try to get the caller\'s attention while it plays'
        case 'record-call'
            printf '%s\t%s\n' \
                '--control-id=' 'Name of the recording, to stop it by' \
                '--stereo|--no-stereo' 'Record each side on a channel of its own' \
                '--format=wav|mp3|mp4' 'The recording\'s file format' \
                '--direction=speak|listen|both' 'Which side to record' \
                '--terminators=' 'Keys that end the recording, such as #' \
                '--beep|--no-beep' 'Beep before the recording begins' \
                '--input-sensitivity=' 'How quiet a sound still counts as speech' \
                '--initial-timeout=' 'How long to wait for speech, in seconds' \
                '--end-silence-timeout=' 'How much silence ends the recording, in seconds' \
                '--max-length=' 'How long the recording may get, in seconds' \
                '--status-url=' 'Where to report what becomes of it'
        case 'stop-record-call'
            printf '%s\t%s\n' \
                '--control-id=' 'Which one to stop'
        case 'tap'
            printf '%s\t%s\n' \
                '--uri=' 'Where to' \
                '--control-id=' 'Name of the tap, to stop it by' \
                '--direction=speak|listen|both' 'Which side to stream' \
                '--codec=PCMU|PCMA' 'How the sound is encoded' \
                '--rtp-ptime=' 'Milliseconds of sound in a packet' \
                '--status-url=' 'Where to report what becomes of it'
        case 'stop-tap'
            printf '%s\t%s\n' \
                '--control-id=' 'Which one to stop'
        case 'send-sms'
            printf '%s\t%s\n' \
                '--to-number=' 'Who gets it, in E.164 form' \
                '--from-number=' 'Your number that it comes from, in E.164 form' \
                '--body=' 'The text' \
                '--media+=' 'URL of a picture or file to send' \
                '--tags+=' 'Tag to find the message by later' \
                '--region=' 'Region to send it from' \
                '--status-callback=' 'Where to report what becomes of it'
        case 'swml-user-event'
            printf '%s\t%s\n' \
                '--event-data=@' 'The event' \
                '--event=@' 'The event'
        case 'user-event'
            printf '%s\t%s\n' \
                '--event=@' 'The event, as it is'
        case 'pay'
            printf '%s\t%s\n' \
                '--payment-connector-url=' 'Where the payment is made' \
                '--input-method=dtmf' 'How the caller enters the card' \
                '--input=dtmf' 'How the caller enters the card' \
                '--status-url=' 'Where to report what becomes of it' \
                '--payment-method=credit-card' 'What is paid with' \
                '--timeout=' 'How long to wait for the next digit, in seconds' \
                '--max-attempts=' 'How often to try again' \
                '--security-code|--no-security-code' 'Ask for the security code' \
                '--postal-code=true|false' 'Whether to ask for the postal code, or the postal code itself' \
                '--min-postal-code-length=' 'How many digits a postal code has at least' \
                '--token-type=one-time|reusable' 'How often the payment token can be used' \
                '--charge-amount=' 'What to charge, without the currency' \
                '--currency=' 'Currency of the amount' \
                '--language=' 'Language of the prompts' \
                '--voice=' 'Voice of the prompts' \
                '--description=' 'What is paid for' \
                '--valid-card-types+=visa,mastercard,amex,maestro,discover,jcb,diners-club,' 'Cards that are taken, with spaces between them' \
                '--parameters=@' 'A list of names and values for the connector' \
                '--prompts=@' 'A list of prompts in place of the platform\'s own' \
                '--ai-response=' 'What the agent reads when the payment is over'
        case 'create-payment-prompt'
            printf '%s\t%s\n' \
                '--for-situation=payment-card-number|expiration-date|security-code|postal-code|payment-processing|payment-completed|payment-failed|payment-cancelled|payment-canceled' 'When it is said' \
                '--actions=@' 'An array of objects with type (Say or Play) and phrase' \
                '--card-type+=visa,mastercard,amex,maestro,discover,jcb,diners-club,optima,' 'For which cards' \
                '--error-type+=timeout,invalid-card-number,invalid-card-type,invalid-date,invalid-security-code,invalid-postal-code,invalid-bank-routing-number,invalid-bank-account-number,input-matching-failed,session-in-progress,card-declined,' 'After which errors'
        case 'create-payment-action'
            printf '%s\t%s\n' \
                '--action-type=Say|Play' 'Whether to say or to play it' \
                '--phrase=' 'What to say, or the URL of what to play'
        case 'create-payment-parameter'
            printf '%s\t%s\n' \
                '--name=' 'Its name' \
                '--value=' 'Its value'
        case 'execute-rpc'
            printf '%s\t%s\n' \
                '--method=' 'Name of the method, such as dial, ai_message or ai_unhold' \
                '--params=@' 'The method\'s parameters, as an object' \
                '--call-id=' 'Which call it is for' \
                '--node-id=' 'Which node that call is on'
        case 'rpc-dial'
            printf '%s\t%s\n' \
                '--to-number=' 'Whom to call, in E.164 form' \
                '--from-number=' 'The number to show as the caller, in E.164 form' \
                '--dest-swml=' 'URL of the SWML that answers the called side' \
                '--device-type=' 'What is called'
        case 'rpc-ai-message'
            printf '%s\t%s\n' \
                '--call-id=' 'Which call it is for' \
                '--message-text=' 'The message, a turn in the other conversation' \
                '--role=' 'Whose message it is' \
                '--global-data=@' 'Data to merge into the other call\'s global data'
        case 'rpc-ai-global-data'
            printf '%s\t%s\n' \
                '--call-id=' 'Which call it is for' \
                '--data=@' 'Names and values'
        case 'rpc-ai-unhold'
            printf '%s\t%s\n' \
                '--call-id=' 'Which call it is for'
        case 'add-action'
            printf '%s\t%s\n' \
                '--name=' 'Name of the action' \
                '--data=@' 'Its value, as JSON of any kind'
        case 'say'
            printf '%s\t%s\n' \
                '--text=' 'What to say'
        case 'change-voice'
            printf '%s\t%s\n' \
                '--voice=' 'The voice as engine.voice or engine.voice:model'
        case 'add-dynamic-hints'
            printf '%s\t%s\n' \
                '--hints=@' 'An array of words, and of objects that turn what is heard into what is meant'
        case 'set-end-of-speech-timeout'
            printf '%s\t%s\n' \
                '--milliseconds=' 'Silence in milliseconds'
        case 'set-speech-event-timeout'
            printf '%s\t%s\n' \
                '--milliseconds=' 'Time in milliseconds'
        case 'simulate-user-input'
            printf '%s\t%s\n' \
                '--text=' 'What the caller is to have said'
        case 'respond'
            printf '%s\t%s\n' \
                '--response=' 'What the model reads next' \
                '--tool-result=' 'What the tool did, for the model to reason from' \
                '--tool-prompt=' 'What the model is to say now' \
                '--post-process' 'Let the model take one more turn before the actions run' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'swml'
            printf '%s\t%s\n' \
                '--for=calling|messaging' 'What the document is for' \
                '--params=@' 'A whole document, to which the sections on the command line are added' \
                '--params-object=@' 'A whole document, to which the sections on the command line are added' \
                '--form=auto|simplified|full|expanded' 'How verbs are spelled' \
                '--as=document|section|step' 'What to print' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'batch'
            printf '%s\t%s\n' \
                '--strict' 'Turn warnings into errors' \
                '--fail-fast' 'Stop at the first line that can\'t be answered' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--as=action|response|swml|verb' 'What to print' \
                '--errors=' 'Write the lines that can\'t be answered to this file too, as JSON Lines' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'fixtures'
            printf '%s\t%s\n' \
                '--output=' 'For \'build\' and \'check\'' \
                '--prune' 'For \'build\'' \
                '--force' 'For \'build\'' \
                '--strict' 'For \'build\' and \'check\'' \
                '--format=text|json' 'For \'list\'' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'list'
            printf '%s\t%s\n' \
                '--format=text|json' 'Text for people, JSON for scripts' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'schema'
            printf '%s\t%s\n' \
                '--of=params|action|response|plan' 'What to describe' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'completion'
            printf '%s\t%s\n' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
    end
end

# What actions have beside their own flags: by themselves, and in a chain.
function __swaigctl_alone
    switch $argv[1]
        case 'connect' 'swml-transfer' 'transfer' 'execute-swml' 'hangup' 'hold' 'wait-for-user' 'stop' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'stop-background-file' 'user-event' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'clear-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--diff' 'Show how the full form (or with \'--form expanded\' the expanded one) differs from the simplified form' \
                '--as=action|response|swml|verb' 'What to print' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'sip-refer' 'join-conference' 'join-room' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'pay' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--diff' 'Show how the full form (or with \'--form expanded\' the expanded one) differs from the simplified form' \
                '--as=action|response|swml|verb' 'What to print' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'record-call'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--diff' 'Show how the full form (or with \'--form expanded\' the expanded one) differs from the simplified form' \
                '--as=action|response|swml|verb' 'What to print' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'create-payment-prompt' 'create-payment-action' 'create-payment-parameter'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
        case 'execute-rpc'
            printf '%s\t%s\n' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--diff' 'Show how the full form (or with \'--form expanded\' the expanded one) differs from the simplified form' \
                '--as=action|response|swml|verb' 'What to print' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format=json|yaml' 'The language of the output' \
                '--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
    end
end

function __swaigctl_chained
    switch $argv[1]
        case 'connect' 'swml-transfer' 'transfer' 'execute-swml' 'hangup' 'hold' 'wait-for-user' 'stop' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'stop-background-file' 'user-event' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'clear-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled'
        case 'sip-refer' 'join-conference' 'join-room' 'record-call' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'pay' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled'
        case 'create-payment-prompt' 'create-payment-action' 'create-payment-parameter'
            printf '%s\t%s\n' \
                '--params=@' 'The parameters as one object, named as in the documentation' \
                '--params-object=@' 'The parameters as one object, named as in the documentation'
        case 'execute-rpc'
            printf '%s\t%s\n' \
                '--params-object=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled'
    end
end

# What may follow, where that is no flag; FILE is any file.
function __swaigctl_words
    switch "$argv"
        case 'batch'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures'
            printf '%s\t%s\n' \
                'build' '' \
                'check' '' \
                'list' ''
        case 'fixtures build'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures check'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures list'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'schema'
            printf '%s\t%s\n' \
                'connect' '' \
                'swml-transfer' '' \
                'transfer' '' \
                'sip-refer' '' \
                'execute-swml' '' \
                'hangup' '' \
                'hold' '' \
                'wait-for-user' '' \
                'stop' '' \
                'join-conference' '' \
                'join-room' '' \
                'swml-change-step' '' \
                'swml-change-context' '' \
                'switch-context' '' \
                'replace-in-history' '' \
                'toggle-functions' '' \
                'enable-functions-on-timeout' '' \
                'enable-extensive-data' '' \
                'back-to-back-functions' '' \
                'update-settings' '' \
                'update-global-data' '' \
                'remove-global-data' '' \
                'set-semantic-state' '' \
                'set-metadata' '' \
                'remove-metadata' '' \
                'play-background-file' '' \
                'stop-background-file' '' \
                'record-call' '' \
                'stop-record-call' '' \
                'tap' '' \
                'stop-tap' '' \
                'send-sms' '' \
                'swml-user-event' '' \
                'user-event' '' \
                'pay' '' \
                'create-payment-prompt' '' \
                'create-payment-action' '' \
                'create-payment-parameter' '' \
                'execute-rpc' '' \
                'rpc-dial' '' \
                'rpc-ai-message' '' \
                'rpc-ai-global-data' '' \
                'rpc-ai-unhold' '' \
                'add-action' '' \
                'say' '' \
                'change-voice' '' \
                'add-dynamic-hints' '' \
                'clear-dynamic-hints' '' \
                'set-end-of-speech-timeout' '' \
                'set-speech-event-timeout' '' \
                'simulate-user-input' ''
        case 'completion'
            printf '%s\t%s\n' \
                'bash' '' \
                'zsh' '' \
                'fish' '' \
                'powershell' '' \
                'install' '' \
                'uninstall' '' \
                'status' ''
        case 'completion install'
            printf '%s\t%s\n' \
                'bash' '' \
                'zsh' '' \
                'fish' '' \
                'powershell' ''
        case 'completion uninstall'
            printf '%s\t%s\n' \
                'bash' '' \
                'zsh' '' \
                'fish' '' \
                'powershell' ''
        case 'completion status'
            printf '%s\t%s\n' \
                'bash' '' \
                'zsh' '' \
                'fish' '' \
                'powershell' ''
    end
end

# The spec among the rows $argv[2..] that has the flag $argv[1].
function __swaigctl_find
    for row in $argv[2..]
        set -l spec (string split \t -- $row)[1]
        set -l names (string trim -r -c + -- (string split -m1 = -- $spec)[1])
        if contains -- $argv[1] (string split '|' -- $names)
            echo -- $spec
            return
        end
    end
    return 1
end

# Files that begin with $argv[1], each behind $argv[2].
function __swaigctl_files
    set -l begun $argv[1]
    for path in "$begun"*
        test -d "$path"; and set path $path/
        echo -- $argv[2]$path
    end
end

# Values of the spec $argv[1] for the word $argv[2], each behind $argv[3].
function __swaigctl_values
    set -l values (string split -m1 = -- $argv[1])[2]
    set -l before $argv[3]
    switch $values
        case '' # any text
        case @
            if string match -q -- '@*' $argv[2]
                __swaigctl_files (string sub -s 2 -- $argv[2] | string collect) $before@
            else
                printf '%s\n' $before@\t'a JSON or YAML file' $before-\t'standard input'
            end
        case '*,'
            set -l taken (string split ' ' -- $argv[2])[..-2]
            for word in (string split -n , -- $values)
                contains -- $word $taken; or echo -- $before(string join ' ' -- $taken $word)
            end
        case '*'
            printf '%s\n' $before(string split '|' -- $values)
    end
end

function __swaigctl_complete
    set -l tokens (commandline -opc)
    # The word at the cursor, without its quotes; fish itself puts them back.
    set -l cur (commandline -ct | string collect)
    set -l quoted '^(--[a-z-]+=)?["\']'
    if string match -qr -- $quoted $cur
        set cur (string replace -r -- $quoted '$1' $cur | string collect)
    else
        set cur (string unescape -- $cur | string collect)
    end
    set -l actions (__swaigctl_actions | string split -f1 \t)
    set -l rows (printf '%s\t%s\n' \
                '--version' 'Print the version' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\'' \
                '--help|-h' 'Print this help'
    )
    set -l used
    set -l command
    set -l chains
    set -l pending
    set -l following
    for word in $tokens[2..]
        if test -n "$pending"
            set pending
        else if string match -qr -- '^-.' $word
            set -l spec (__swaigctl_find (string split -m1 = -- $word)[1] $rows); or continue
            string match -q -- '*+=*' $spec; or set -a used $spec
            if string match -q -- '*=*' $spec; and not string match -q -- '*=*' $word
                set pending $spec
            end
        else if test -z "$command"; or begin; test -n "$chains"; and contains -- $word $actions; end
            set used
            set rows (printf '%s\t%s\n' \
                '--help|-h' 'Print this help'
            ) (__swaigctl_own $word)
            if test -n "$chains"
                set -a rows (__swaigctl_chained $word)
            else
                set -a rows (__swaigctl_alone $word)
                set command $word
                contains -- $word (string split ' ' 'respond swml'); and set chains 1
            end
        else
            set -a following $word
        end
    end
    if test -n "$pending"
        __swaigctl_values $pending $cur ''
        return
    else if string match -q -- '-*=*' $cur
        set -l parts (string split -m1 = -- $cur)
        set -l spec (__swaigctl_find $parts[1] $rows); or return
        string match -q -- '*=*' $spec; and __swaigctl_values $spec $parts[2] $parts[1]=
        return
    end
    if not string match -q -- '-*' $cur
        if test -z "$command"
            __swaigctl_actions
            __swaigctl_tools
            return
        else if test -n "$chains"
            __swaigctl_actions
            return
        end
        set -l words (__swaigctl_words $command $following | string split -f1 \t)
        if test "$words" = FILE
            __swaigctl_files $cur ''
            return
        end
        if set -q words[1]
            printf '%s\n' $words
            return
        end
    end
    for row in $rows
        set -l parts (string split \t -- $row)
        contains -- $parts[1] $used; and continue
        set -l names (string trim -r -c + -- (string split -m1 = -- $parts[1])[1])
        for name in (string split '|' -- $names)
            printf '%s\t%s\n' $name $parts[2]
        end
    end
end

complete -c swaigctl -f -a '(__swaigctl_complete)'
