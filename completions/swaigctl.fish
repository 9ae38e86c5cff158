# swaigctl's completions, written by `python -m swaigctl.generate`; don't edit.
# What Tab completes behind swaigctl, for fish 3.4 or newer.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no, or --code=%command for the words that may follow that command; += in place of =
# where it may be given again. Behind each stands its help.

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

# Commands that are no actions of a response.
function __swaigctl_tools
    printf '%s\t%s\n' \
                'create-payment-prompt' 'Write one prompt for the prompts of pay.' \
                'create-payment-action' 'Write one action for a payment prompt.' \
                'create-payment-parameter' 'Write one parameter for the connector of pay.' \
                'respond' 'Write a whole response, with any number of actions.' \
                'swml' 'Write a SWML document, verb by verb.' \
                'validate' 'Say whether documents are right, and if not, where and why.' \
                'explain' 'Say what the code of a finding means.' \
                'batch' 'Answer a stream of requests, one JSON object a line, with one line each.' \
                'fixtures' 'Make a folder of fixtures from a plan, and keep it true to it.' \
                'list' 'List the actions, or the verbs, with their families.' \
                'schema' 'Write JSON Schema: of documents, responses, actions, parameters, or plans.' \
                'completion' 'Print a shell\'s completion script, or install it.' \
                'help' 'Print the help of a command.'
end

# What help explains beside commands.
function __swaigctl_topics
    printf '%s\t%s\n' \
                'output' 'The flags about input and output, which commands share.'
end

# The verbs of documents for $argv[1].
function __swaigctl_verbs
    switch $argv[1]
        case 'calling'
            printf '%s\t%s\n' \
                'ai' 'Hand the call to an AI agent.' \
                'ai-sidecar' 'Let a model listen to the call and send advice.' \
                'amazon-bedrock' 'Hand the call to a voice agent of Amazon Bedrock.' \
                'answer' 'Answer the call.' \
                'hangup' 'End the call.' \
                'connect' 'Call one or more destinations and connect them to the caller.' \
                'transfer' 'Go on with other SWML, and don\'t come back.' \
                'sip-refer' 'Send a SIP REFER, to move a SIP call elsewhere.' \
                'join-conference' 'Put the caller into an ad-hoc audio conference.' \
                'join-room' 'Put the caller into a RELAY room.' \
                'receive-fax' 'Receive a fax on this call.' \
                'send-fax' 'Send a PDF document as a fax.' \
                'cond' 'Run the steps of the first condition that is true.' \
                'switch' 'Run the steps whose key equals a variable\'s value.' \
                'execute' 'Run other SWML, and come back.' \
                'return' 'Leave the section, with a value for whoever executed it.' \
                'label' 'Name a place in the section for goto.' \
                'goto' 'Go on at a label of the same section.' \
                'set' 'Set variables.' \
                'unset' 'Remove variables.' \
                'sleep' 'Wait before the next step.' \
                'prompt' 'Play something, and collect keys or speech.' \
                'send-digits' 'Press keys.' \
                'detect-machine' 'Find out whether a person, a machine or a fax answered.' \
                'send-sms' 'Send a text message, with media if you like.' \
                'user-event' 'Send an event to the clients of the call.' \
                'pay' 'Take a payment by card.' \
                'play' 'Play files, ringing, speech or silence.' \
                'enter-queue' 'Put the caller into a queue, until somebody connects to it.' \
                'request' 'Send an HTTP request.' \
                'execute-rpc' 'Call an RPC method, on this call or another.' \
                'record' 'Record the call, and go on when the recording ends.' \
                'record-call' 'Record the call in the background.' \
                'stop-record-call' 'Stop a recording.' \
                'tap' 'Stream the call\'s sound elsewhere.' \
                'stop-tap' 'Stop a tap.' \
                'stream' 'Stream the call\'s sound to a WebSocket, in the background.' \
                'stop-stream' 'Stop a stream.' \
                'denoise' 'Begin to reduce noise.' \
                'stop-denoise' 'Stop reducing noise.' \
                'live-transcribe' 'Start, summarize or stop transcribing the call while it goes on.' \
                'live-translate' 'Start, summarize, stop or add to the translation of the call.' \
                'transcribe' 'Transcribe the whole call in the background.' \
                'transcribe-stop' 'Stop the transcription that transcribe started.'
        case 'messaging'
            printf '%s\t%s\n' \
                'reply' 'Answer with a text message, with media if you like.' \
                'receive' 'Take the message and do nothing.' \
                'request' 'Send an HTTP request, and go on whatever becomes of it.' \
                'execute' 'Run another section of the document, and come back.' \
                'transfer' 'Go on with SWML from a URL, and don\'t come back.' \
                'switch' 'Run the steps whose key equals a variable\'s value.' \
                'goto' 'Jump to a label of the same section.' \
                'return' 'Return a value from the section, or from main, end.' \
                'label' 'Name this place in the section, for goto.'
    end
end

# What commands have, and verbs behind what their documents are for.
function __swaigctl_own
    contains -- $argv[1] 'connect' 'swml-transfer'; and printf '%s\t%s\n' \
                '--final|--transfer|--no-final|--no-transfer' 'Leave the agent for good'
    contains -- $argv[1] 'connect' 'sip-refer' 'calling answer' 'calling connect' 'calling sip-refer'; and printf '%s\t%s\n' \
                '--username=' 'User name for SIP authentication' \
                '--password=' 'Password for SIP authentication'
    contains -- $argv[1] 'connect' 'calling connect'; and printf '%s\t%s\n' \
                '--from-name=' 'The name to show as the caller, to SIP addresses' \
                '--headers+=@' 'SIP headers to send with the call' \
                '--codecs=' 'Codecs to offer to a SIP address, with commas' \
                '--webrtc-media|--no-webrtc-media' 'Offer WebRTC media to a SIP address' \
                '--session-timeout=' 'How long a SIP session lasts until it is refreshed, in seconds' \
                '--timeout=' 'How long to let it ring, in seconds' \
                '--confirm+=' 'What whoever answers hears before the calls are joined' \
                '--confirm-timeout=' 'How long the confirmation may take, in seconds' \
                '--encryption=mandatory|optional|forbidden' 'Whether the media is encrypted' \
                '--call-state-url=' 'Where to report the call\'s states' \
                '--call-state-events+=created|ringing|answered|ended' 'Which states to report' \
                '--name=' 'Name of the stream' \
                '--codec=' 'Codec of the stream' \
                '--realtime|--no-realtime' 'Exchange sound in both directions' \
                '--status-url-method=GET|POST' 'HTTP method that reports on the stream are sent with' \
                '--authorization-bearer-token=' 'Bearer token for the stream' \
                '--custom-parameters+=@' 'Parameters to send with the stream' \
                '--ringback+=' 'What the caller hears meanwhile' \
                '--max-duration=' 'How long the connected call may last, in seconds' \
                '--answer-on-bridge|--no-answer-on-bridge' 'Answer the caller only when the other side has answered' \
                '--result+=@' 'What to do next, by connect_result' \
                '--serial+=@' 'Destinations to call one after the other, until one answers' \
                '--parallel+=@' 'Destinations to call at the same time' \
                '--serial-parallel+=@' 'Groups of destinations'
    contains -- $argv[1] 'connect' 'calling connect' 'calling enter-queue'; and printf '%s\t%s\n' \
                '--transfer-after-bridge=' 'SWML for the caller when the other side has hung up'
    contains -- $argv[1] 'connect' 'sip-refer' 'record-call' 'tap' 'pay' 'calling connect' 'calling sip-refer' 'calling prompt' 'calling pay' 'calling play' 'calling enter-queue' 'calling record' 'calling record-call' 'calling tap' 'calling stream' 'messaging reply'; and printf '%s\t%s\n' \
                '--status-url=' 'Where to report what becomes of it'
    contains -- $argv[1] 'connect' 'sip-refer' 'calling connect' 'calling sip-refer' 'calling join-conference' 'calling execute' 'calling prompt'; and printf '%s\t%s\n' \
                '--result.variable=' 'Name of the variable to compare, without ${}' \
                '--result.case+=@' 'Steps to run, by the value of the variable' \
                '--result.default+=@' 'Steps to run where no value matches'
    contains -- $argv[1] 'swml-transfer' 'calling transfer' 'calling execute'; and printf '%s\t%s\n' \
                '--meta+=@' 'Data for whoever delivers the SWML'
    contains -- $argv[1] 'sip-refer' 'calling sip-refer'; and printf '%s\t%s\n' \
                '--to-uri=' 'SIP URI to refer to, such as sip:user@example.com' \
                '--result+=@' 'What to do next, by how it ended'
    contains -- $argv[1] 'join-conference' 'calling join-conference'; and printf '%s\t%s\n' \
                '--name=' 'Name of the conference' \
                '--muted|--no-muted' 'Join with the microphone muted' \
                '--beep=true|false|onEnter|onExit' 'When a beep announces that somebody joins or leaves' \
                '--start-on-enter|--no-start-on-enter' 'Start the conference when this participant enters' \
                '--end-on-exit|--no-end-on-exit' 'End the conference for everyone when this participant leaves' \
                '--wait-url=' 'SWML to fetch for hold music while the conference has not started' \
                '--max-participants=' 'How many participants the conference takes at most' \
                '--record=do-not-record|record-from-start' 'Whether the conference is recorded' \
                '--trim=trim-silence|do-not-trim' 'What becomes of silence in the recording' \
                '--coach=' 'SWML call ID or CXML CallSid of a participant who can whisper to this one, unheard by the others' \
                '--status-callback-event+=start,end,join,leave,mute,hold,modify,speaker,announcement,' 'Conference events to report, with spaces between them' \
                '--status-callback=' 'Where to send conference events' \
                '--status-callback-method=GET|POST' 'HTTP method that conference events are sent with' \
                '--recording-status-callback=' 'Where to send recording events' \
                '--recording-status-callback-method=GET|POST' 'HTTP method that recording events are sent with' \
                '--recording-status-callback-event+=in-progress,completed,absent,' 'Recording events to report, with spaces between them' \
                '--result+=@' 'What to do next, by how the conference ended' \
                '--status-callback-event-type=cxml|laml|relay' 'The style that conference events are reported in' \
                '--recording-status-callback-event-type=cxml|laml|relay' 'The style that recording events are reported in' \
                '--stream+=@' 'A WebSocket that takes part in the conference' \
                '--stream.url=' 'Where to' \
                '--stream.name=' 'Name of the stream' \
                '--stream.codec=' 'Codec of the stream' \
                '--stream.status-url=' 'Where to report what becomes of it' \
                '--stream.status-url-method=GET|POST' 'HTTP method that reports are sent with' \
                '--stream.realtime|--no-stream.realtime' 'Exchange sound in both directions' \
                '--stream.authorization-bearer-token=' 'Bearer token for the stream' \
                '--stream.custom-parameters+=@' 'Parameters to send with the stream'
    contains -- $argv[1] 'record-call' 'calling record-call'; and printf '%s\t%s\n' \
                '--control-id=' 'Name of the recording, to stop it by' \
                '--direction=speak|listen|both' 'Which side to record' \
                '--terminators=' 'Keys that end the recording, such as #'
    contains -- $argv[1] 'record-call' 'calling record' 'calling record-call'; and printf '%s\t%s\n' \
                '--stereo|--no-stereo' 'Record each side on a channel of its own' \
                '--format=wav|mp3|mp4' 'The recording\'s file format' \
                '--beep|--no-beep' 'Beep before the recording begins' \
                '--input-sensitivity=' 'How quiet a sound still counts as speech' \
                '--initial-timeout=' 'How long to wait for speech, in seconds' \
                '--end-silence-timeout=' 'How much silence ends the recording, in seconds' \
                '--max-length=' 'How long the recording may get, in seconds'
    contains -- $argv[1] 'stop-record-call' 'stop-tap' 'calling stop-record-call' 'calling stop-tap' 'calling stop-stream'; and printf '%s\t%s\n' \
                '--control-id=' 'Which one to stop'
    contains -- $argv[1] 'tap' 'calling tap'; and printf '%s\t%s\n' \
                '--uri=' 'Where to' \
                '--control-id=' 'Name of the tap, to stop it by' \
                '--direction=speak|listen|both' 'Which side to stream' \
                '--codec=PCMU|PCMA' 'How the sound is encoded' \
                '--rtp-ptime=' 'Milliseconds of sound in a packet'
    contains -- $argv[1] 'send-sms' 'calling send-sms'; and printf '%s\t%s\n' \
                '--to-number=' 'Who gets it, in E.164 form' \
                '--from-number=' 'Your number that it comes from, in E.164 form' \
                '--media+=' 'URL of a picture or file to send' \
                '--tags+=' 'Tag to find the message by later' \
                '--region=' 'Region to send it from' \
                '--status-callback=' 'Where to report what becomes of it'
    contains -- $argv[1] 'pay' 'calling pay'; and printf '%s\t%s\n' \
                '--payment-connector-url=' 'Where the payment is made' \
                '--payment-method=credit-card' 'What is paid with' \
                '--timeout=' 'How long to wait for the next digit, in seconds' \
                '--max-attempts=' 'How often to try again' \
                '--security-code|--no-security-code' 'Ask for the security code' \
                '--postal-code=true|false' 'Whether to ask for the postal code, or the postal code itself' \
                '--min-postal-code-length=' 'How many digits a postal code has at least' \
                '--token-type=one-time|reusable' 'How often the payment token can be used' \
                '--charge-amount=' 'What to charge, without the currency' \
                '--currency=' 'Currency of the amount, as an ISO 4217 code such as eur' \
                '--language=' 'Language of the prompts' \
                '--voice=' 'Voice of the prompts' \
                '--description=' 'What is paid for' \
                '--valid-card-types+=visa,mastercard,amex,maestro,discover,jcb,diners-club,' 'Cards that are taken, with spaces between them' \
                '--parameters+=@' 'A list of names and values for the connector' \
                '--prompts+=@' 'A list of prompts in place of the platform\'s own'
    contains -- $argv[1] 'execute-rpc' 'calling execute-rpc'; and printf '%s\t%s\n' \
                '--method=' 'Name of the method, such as dial, ai_message or ai_unhold' \
                '--params+=@' 'The method\'s parameters, as an object' \
                '--node-id=' 'Which node that call is on'
    contains -- $argv[1] 'execute-rpc' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold' 'calling execute-rpc'; and printf '%s\t%s\n' \
                '--call-id=' 'Which call it is for'
    contains -- $argv[1] 'respond' 'swml' 'batch' 'document'; and printf '%s\t%s\n' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=%explain' 'Leave out warnings with this code, which stands in brackets behind them'
    contains -- $argv[1] 'respond' 'swml' 'schema' 'document'; and printf '%s\t%s\n' \
                '--format|--output-format=json|yaml' 'The language of the output' \
                '--compact|-c' 'Print JSON on one line'
    contains -- $argv[1] 'respond' 'swml' 'validate' 'explain' 'batch' 'fixtures' 'list' 'schema' 'completion' 'document'; and printf '%s\t%s\n' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
    contains -- $argv[1] 'swml' 'document'; and printf '%s\t%s\n' \
                '--params|--params-object+=@' 'A whole document, to which the sections on the command line are added' \
                '--form=auto|simplified|full|expanded' 'How verbs are spelled' \
                '--section+=' 'Begin another section, of this name'
    contains -- $argv[1] 'explain' 'list'; and printf '%s\t%s\n' \
                '--format|--output-format=text|json' 'Text for people, JSON for scripts'
    contains -- $argv[1] 'calling ai' 'calling amazon-bedrock'; and printf '%s\t%s\n' \
                '--prompt+=@' 'What the agent is told, and how its model is set' \
                '--prompt.text|--prompt.text-file=' 'What the agent is told, as one text' \
                '--prompt.pom+=@' 'What the agent is told, as a list of sections' \
                '--prompt.max-tokens=' 'How long an answer may get, in tokens' \
                '--prompt.temperature=' 'How freely the model chooses its words' \
                '--prompt.top-p=' 'Share of the likeliest words to choose from' \
                '--prompt.confidence=' 'How sure speech recognition must be that the caller has finished' \
                '--prompt.barge-confidence=' 'How sure speech recognition must be for the caller to interrupt the agent' \
                '--prompt.presence-penalty=' 'How much to favour new subjects' \
                '--prompt.frequency-penalty=' 'How much to avoid repeating words' \
                '--post-prompt+=@' 'What the model is told when the conversation is over, mostly to sum it up' \
                '--post-prompt.text|--post-prompt.text-file=' 'What the agent is told, as one text' \
                '--post-prompt.pom+=@' 'What the agent is told, as a list of sections' \
                '--post-prompt.max-tokens=' 'How long an answer may get, in tokens' \
                '--post-prompt.temperature=' 'How freely the model chooses its words' \
                '--post-prompt.top-p=' 'Share of the likeliest words to choose from' \
                '--post-prompt.confidence=' 'How sure speech recognition must be that the caller has finished' \
                '--post-prompt.barge-confidence=' 'How sure speech recognition must be for the caller to interrupt the agent' \
                '--post-prompt.presence-penalty=' 'How much to favour new subjects' \
                '--post-prompt.frequency-penalty=' 'How much to avoid repeating words' \
                '--post-prompt-url=' 'Where the answer to the post-prompt is sent, with a report of the conversation' \
                '--SWAIG+=@' 'The functions that the agent can call' \
                '--params+=@' 'Settings of the agent' \
                '--params.attention-timeout=true|false' 'How long the caller may be silent until the agent asks for attention, in milliseconds' \
                '--params.hard-stop-time=' 'How long the agent stays at most' \
                '--params.hard-stop-prompt|--params.hard-stop-prompt-file=' 'What the model is told when that time is up' \
                '--params.video-listening-file=' 'URL of a video to show while the agent listens, on calls with video' \
                '--params.video-idle-file=' 'URL of a video to show while the agent is idle, on calls with video' \
                '--params.video-talking-file=' 'URL of a video to show while the agent speaks, on calls with video'
    contains -- $argv[1] 'calling ai' 'calling ai-sidecar' 'calling amazon-bedrock'; and printf '%s\t%s\n' \
                '--SWAIG.defaults+=@' 'What counts for functions that don\'t say it themselves' \
                '--SWAIG.defaults.web-hook-url=' 'Where calls are sent of functions that name no webhook' \
                '--SWAIG.functions+=@' 'A list of functions that the agent can call' \
                '--global-data+=@' 'Data for all functions and prompts'
    contains -- $argv[1] 'calling ai' 'calling ai-sidecar'; and printf '%s\t%s\n' \
                '--SWAIG.defaults.web-hook-auth-user=' 'User name for the webhook' \
                '--SWAIG.defaults.web-hook-auth-password=' 'Password for the webhook' \
                '--SWAIG.mcp-servers+=@' 'A list of MCP servers, whose tools become functions'
    contains -- $argv[1] 'calling transfer' 'calling execute' 'messaging transfer'; and printf '%s\t%s\n' \
                '--params+=@' 'Parameters for the other SWML'
    contains -- $argv[1] 'calling switch' 'messaging switch'; and printf '%s\t%s\n' \
                '--case+=@' 'Steps to run, by the value of the variable' \
                '--default+=@' 'Steps to run where no value matches'
    contains -- $argv[1] 'calling prompt' 'calling play'; and printf '%s\t%s\n' \
                '--volume=' 'How much louder to play it, in decibels' \
                '--say-voice=' 'The voice of speech' \
                '--say-language=' 'The language of speech' \
                '--say-gender=' 'The gender of the voice'
    contains -- $argv[1] 'calling live-transcribe' 'calling live-translate'; and printf '%s\t%s\n' \
                '--action=stop|summarize' 'What to do' \
                '--action.start+=@' 'Start, with these parameters' \
                '--action.start.direction+=remote-caller|local-caller' 'Whose speech it is about' \
                '--action.start.speech-engine=deepgram|google' 'The engine that recognizes speech' \
                '--action.start.speech-timeout=' 'How long an utterance may last, in milliseconds' \
                '--action.start.vad-silence-ms=' 'How much silence ends an utterance, in milliseconds' \
                '--action.start.vad-thresh=' 'How loud a sound has to be to count as speech' \
                '--action.start.debug-level=' 'How much is logged' \
                '--action.start.webhook=' 'Where to report what is recognized' \
                '--action.start.live-events|--no-action.start.live-events' 'Report while people still speak' \
                '--action.start.ai-summary|--no-action.start.ai-summary' 'Report a summary at the end' \
                '--action.start.ai-summary-prompt|--action.start.ai-summary-prompt-file=' 'How the summary at the end is to be written' \
                '--action.summarize+=@' 'Summarize what was said so far, with these parameters' \
                '--action.summarize.webhook=' 'Where to report the summary' \
                '--action.summarize.prompt|--action.summarize.prompt-file=' 'How the summary is to be written'
    switch $argv[1]
        case 'connect'
            printf '%s\t%s\n' \
                '--destination|--to=' 'Whom to call' \
                '--from-addr|--from=' 'The number or SIP address to show as the caller'
        case 'swml-transfer'
            printf '%s\t%s\n' \
                '--dest=' 'Where the SWML comes from' \
                '--ai-response|--ai-response-file=' 'What the agent reads when the call comes back to it' \
                '--swml-params+=@' 'Parameters for the other SWML'
        case 'transfer'
            printf '%s\t%s\n' \
                '--dest=' 'Where the call goes' \
                '--summarize|--no-summarize' 'Leave a summary of the conversation in the variable transfer_summary'
        case 'execute-swml'
            printf '%s\t%s\n' \
                '--swml-content+=@' 'The SWML document' \
                '--swml-content.version=1.0.0' 'The version of SWML' \
                '--swml-content.sections+=@' 'Sections of steps by name' \
                '--transfer|--no-transfer' 'Leave the agent for good when the document has run'
        case 'hold'
            printf '%s\t%s\n' \
                '--prompt|--prompt-file=' 'What the model is to say before the hold' \
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
                '--region=' 'Region to host the conference in, near its participants'
        case 'join-room' 'calling join-room'
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
                '--system-prompt|--system-prompt-file=' 'The new system prompt' \
                '--user-prompt|--user-prompt-file=' 'A message to add as the caller\'s' \
                '--consolidate|--no-consolidate' 'Summarise the conversation so far' \
                '--full-reset|--no-full-reset' 'Forget the conversation so far'
        case 'replace-in-history'
            printf '%s\t%s\n' \
                '--text|--text-file=true|false' 'What the agent is to have said in its place, or true for nothing'
        case 'toggle-functions'
            printf '%s\t%s\n' \
                '--function-toggles+=@' 'An array of objects with function and active'
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
                '--settings+=@' 'An object of settings, with hyphens in their names' \
                '--settings.frequency-penalty=' 'Against repeated words' \
                '--settings.presence-penalty=' 'For new subjects' \
                '--settings.max-tokens=' 'Length of an answer' \
                '--settings.top-p=' 'Share of likely words to choose from' \
                '--settings.confidence=' 'What speech recognition must reach' \
                '--settings.barge-confidence=' 'The same, to interrupt the agent' \
                '--settings.temperature=' 'Freedom of the model'
        case 'update-global-data' 'set-metadata'
            printf '%s\t%s\n' \
                '--data+=@' 'Names and values'
        case 'remove-global-data' 'remove-metadata'
            printf '%s\t%s\n' \
                '--keys+=' 'A name to remove'
        case 'set-semantic-state'
            printf '%s\t%s\n' \
                '--state|--semantic-state+=@' 'The whole state'
        case 'play-background-file'
            printf '%s\t%s\n' \
                '--filename|--file=' 'URL or path of the file' \
                '--wait|--no-wait' 'Don\'t try to get the caller\'s attention while it plays'
        case 'send-sms' 'calling send-sms'
            printf '%s\t%s\n' \
                '--body|--body-file=' 'The text'
        case 'swml-user-event'
            printf '%s\t%s\n' \
                '--event-data|--event+=@' 'The event'
        case 'user-event'
            printf '%s\t%s\n' \
                '--event+=@' 'The event, as it is'
        case 'pay'
            printf '%s\t%s\n' \
                '--input-method|--input=dtmf' 'How the caller enters the card' \
                '--ai-response|--ai-response-file=' 'What the agent reads when the payment is over'
        case 'create-payment-prompt'
            printf '%s\t%s\n' \
                '--for-situation|--for=payment-card-number|expiration-date|security-code|postal-code|payment-processing|payment-completed|payment-failed|payment-cancelled|payment-canceled' 'When it is said' \
                '--actions+=@' 'An array of objects with type (Say or Play) and phrase' \
                '--card-type+=visa,mastercard,amex,maestro,discover,jcb,diners-club,optima,' 'For which cards' \
                '--error-type+=timeout,invalid-card-number,invalid-card-type,invalid-date,invalid-security-code,invalid-postal-code,invalid-bank-routing-number,invalid-bank-account-number,input-matching-failed,session-in-progress,card-declined,' 'After which errors'
        case 'create-payment-action'
            printf '%s\t%s\n' \
                '--action-type|--type=Say|Play' 'Whether to say or to play it' \
                '--phrase|--phrase-file=' 'What to say, or the URL of what to play'
        case 'create-payment-parameter'
            printf '%s\t%s\n' \
                '--name=' 'Its name' \
                '--value=' 'Its value'
        case 'rpc-dial'
            printf '%s\t%s\n' \
                '--to-number=' 'Whom to call, in E.164 form' \
                '--from-number=' 'The number to show as the caller, in E.164 form' \
                '--dest-swml=' 'URL of the SWML that answers the called side' \
                '--device-type|--type=' 'What is called'
        case 'rpc-ai-message'
            printf '%s\t%s\n' \
                '--message-text|--message-text-file=' 'The message, a turn in the other conversation' \
                '--role=' 'Whose message it is' \
                '--global-data+=@' 'Data to merge into the other call\'s global data'
        case 'rpc-ai-global-data'
            printf '%s\t%s\n' \
                '--data|--global-data+=@' 'Names and values'
        case 'add-action'
            printf '%s\t%s\n' \
                '--name=' 'Name of the action' \
                '--data=@' 'Its value, as JSON of any kind'
        case 'say'
            printf '%s\t%s\n' \
                '--text|--text-file=' 'What to say'
        case 'change-voice'
            printf '%s\t%s\n' \
                '--voice=' 'The voice as engine.voice or engine.voice:model'
        case 'add-dynamic-hints'
            printf '%s\t%s\n' \
                '--hints+=@' 'An array of words, and of objects that turn what is heard into what is meant'
        case 'set-end-of-speech-timeout'
            printf '%s\t%s\n' \
                '--milliseconds=' 'Silence in milliseconds'
        case 'set-speech-event-timeout'
            printf '%s\t%s\n' \
                '--milliseconds=' 'Time in milliseconds'
        case 'simulate-user-input'
            printf '%s\t%s\n' \
                '--text|--text-file=' 'What the caller is to have said'
        case 'respond'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The whole response as one object' \
                '--response|--response-file=' 'What the model reads next' \
                '--tool-result|--tool-result-file=' 'What the tool did, for the model to reason from' \
                '--tool-prompt|--tool-prompt-file=' 'What the model is to say now' \
                '--post-process' 'Let the model take one more turn before the actions run' \
                '--skeleton' 'Print the object for --params, to fill in'
        case 'swml'
            printf '%s\t%s\n' \
                '--for=calling|messaging' 'What the document is for' \
                '--as=document|section|step' 'What to print'
        case 'validate'
            printf '%s\t%s\n' \
                '--as=response|action|swml|messaging' 'What the documents are' \
                '--lines' 'Take every line for a document by itself, whatever the file\'s name ends with' \
                '--skip-others' 'Skip files in which nothing is recognised even if they are named, as in folders' \
                '--select+=%explain' 'Report findings with this code only, be they errors or not' \
                '--ignore+=%explain' 'Leave out findings with this code, be they errors or not' \
                '--fail-on=error|warning|info' 'From which severity on a finding makes the exit status 1' \
                '--fix' 'Put right in the files what can be put right without a doubt, and report what is left' \
                '--unsafe-fixes' 'With \'--fix\' or \'--diff\', put right too what was probably meant, such as misspelt names' \
                '--diff' 'Show what \'--fix\' would change, and change nothing' \
                '--format|--output-format=text|json|github|sarif' 'How to print what was found' \
                '--output=' 'Write what was found to this file, in the format that is asked for, and show it as text'
        case 'batch'
            printf '%s\t%s\n' \
                '--fail-fast' 'Stop at the first line that can\'t be answered' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--as=action|response|swml|verb' 'What to print' \
                '--errors=' 'Write the lines that can\'t be answered to this file too, as JSON Lines'
        case 'fixtures'
            printf '%s\t%s\n' \
                '--output=' 'For \'build\', \'check\' and \'list\': the output folder, in place of the plan\'s own' \
                '--prune' 'For \'build\': remove what the plan once made and makes no longer, and what a plan made that is not there any more' \
                '--force' 'For \'build\': overwrite files that are there already and were not made by the plan' \
                '--strict' 'For \'build\' and \'check\': turn warnings into errors' \
                '--ignore+=' 'For \'build\' and \'check\': leave out warnings with this code, which stands in brackets behind them' \
                '--format|--output-format=text|json|github' 'For \'check\' and \'list\': what to print' \
                '--diff' 'For \'check\': print a diff for files that are missing or left over too, so that the whole is a patch' \
                '--stat' 'For \'check\': print one line for each file, with how many of its lines differ' \
                '--quiet' 'For \'check\': print nothing but errors'
        case 'list'
            printf '%s\t%s\n' \
                '--what=actions|verbs|all' 'What to list'
        case 'schema'
            printf '%s\t%s\n' \
                '--of=params|action|response|document|plan' 'What to describe' \
                '--for=calling|messaging' 'Which documents \'--of document\' describes' \
                '--draft=2020-12|7' 'The dialect of JSON Schema'
        case 'document'
            printf '%s\t%s\n' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--end' 'End the document, so that actions can follow it'
        case 'calling ai'
            printf '%s\t%s\n' \
                '--prompt.contexts+=@' 'Contexts of the conversation by name' \
                '--SWAIG.native-functions+=check_time|wait_seconds|wait_for_user|adjust_response_latency' 'Functions of the platform that the agent can call' \
                '--SWAIG.includes+=@' 'A list of places with functions, which are fetched from there' \
                '--SWAIG.internal-fillers+=@' 'What to say while the platform\'s own functions run, by function and language' \
                '--SWAIG.internal-fillers.check-time+=@' 'What the agent says when it looks at the time' \
                '--SWAIG.internal-fillers.wait-for-user+=@' 'What the agent says when it waits for the caller' \
                '--SWAIG.internal-fillers.wait-seconds+=@' 'What the agent says when it waits a while' \
                '--SWAIG.internal-fillers.adjust-response-latency+=@' 'What the agent says when it changes how fast it answers' \
                '--SWAIG.internal-fillers.next-step+=@' 'What the agent says when it goes to another step' \
                '--SWAIG.internal-fillers.change-context+=@' 'What the agent says when it goes to another context' \
                '--SWAIG.internal-fillers.get-visual-input+=@' 'What the agent says when it looks at the caller\'s video' \
                '--SWAIG.internal-fillers.get-ideal-strategy+=@' 'What the agent says when it thinks' \
                '--SWAIG.internal-fillers.pause-conversation+=@' 'What the agent says when it pauses' \
                '--params.ai-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'The model to use' \
                '--params.conscience|--params.conscience-file=' 'A prompt that keeps the agent to its task' \
                '--params.max-response-tokens=' 'How long one answer may get, in tokens' \
                '--params.pom-format=markdown|xml' 'How sections of prompts are given to the model' \
                '--params.convo+=@' 'A list of messages, as if they had been said before' \
                '--params.conversation-sliding-window=' 'How many of the latest messages the model is given' \
                '--params.cache-mode|--no-params.cache-mode' 'Keep answers, to give them faster' \
                '--params.enable-thinking|--no-params.enable-thinking' 'Let the model think in a turn of its own, which takes longer' \
                '--params.thinking-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'The model that thinks' \
                '--params.enable-vision|--no-params.enable-vision' 'Let the model look at the caller\'s video' \
                '--params.vision-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'The model that looks at video' \
                '--params.utility-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'The model for small tasks such as redact_prompt and auto_correct' \
                '--params.local-tz=' 'The time zone, by its IANA name' \
                '--params.openai-asr-engine=' 'Engine of speech recognition' \
                '--params.asr-smart-format|--no-params.asr-smart-format' 'Write numbers, dates and times well in what is heard' \
                '--params.asr-diarize|--no-params.asr-diarize' 'Tell speakers apart in what is heard' \
                '--params.asr-speaker-affinity|--no-params.asr-speaker-affinity' 'Answer only whoever spoke first' \
                '--params.llm-diarize-aware|--no-params.llm-diarize-aware' 'Let the model know the speakers, who can say their names' \
                '--params.energy-level=' 'How loud the caller must be to be heard, in decibels' \
                '--params.vad-config=' 'How voices are detected' \
                '--params.enable-text-normalization=heard|spoken|both|true|on|false|off|none' 'Where numbers, amounts and dates are changed between words and figures' \
                '--params.auto-correct|--no-params.auto-correct' 'Let a model correct what was heard' \
                '--params.languages-enabled|--no-params.languages-enabled' 'It does nothing' \
                '--params.end-of-speech-timeout=' 'How much silence ends what the caller says, in milliseconds' \
                '--params.first-word-timeout=' 'How long to wait for a first word once speech is heard, in milliseconds' \
                '--params.speech-event-timeout=' 'How long to wait for the next part of speech, in milliseconds' \
                '--params.speech-timeout=' 'How long the caller may speak at a time, in milliseconds' \
                '--params.speech-gen-quick-stops=' 'How many early ends of a sentence the voice is given' \
                '--params.enable-turn-detection|--no-params.enable-turn-detection' 'Guess from the words that the caller has finished, and answer faster' \
                '--params.turn-detection-timeout=' 'How long to wait after such a guess, in milliseconds' \
                '--params.turn-filler-sources=' 'In which waits turn fillers are played' \
                '--params.turn-filler-every-n=' 'At every how many of these waits one is played' \
                '--params.turn-filler-min-ms=' 'How long a wait lasts until one is played, in milliseconds' \
                '--params.enable-barge=true|false' 'What interrupts the agent' \
                '--params.barge-match-string=' 'Words, or a regular expression, that interrupt the agent' \
                '--params.barge-min-words=' 'How many words interrupt the agent' \
                '--params.barge-functions|--no-params.barge-functions' 'Let functions run while the agent is interrupted' \
                '--params.transparent-barge|--no-params.transparent-barge' 'Let the caller finish speaking over the agent before it answers' \
                '--params.transparent-barge-max-time=' 'How long that may last, in milliseconds' \
                '--params.interrupt-on-noise=true|false' 'Let any sound of more than a second interrupt the agent' \
                '--params.interrupt-prompt|--params.interrupt-prompt-file=' 'What the model is told when both speak at once' \
                '--params.acknowledge-interruptions=true|false' 'Let the agent speak of it when it was interrupted' \
                '--params.attention-timeout-prompt|--params.attention-timeout-prompt-file=' 'What the model is told when the caller is silent' \
                '--params.outbound-attention-timeout=' 'How long somebody who was called may be silent, in milliseconds' \
                '--params.inactivity-timeout=' 'How long nothing may happen until the agent leaves, in milliseconds' \
                '--params.wait-for-user|--no-params.wait-for-user' 'Let the caller speak first' \
                '--params.initial-sleep-ms=' 'How long to wait before the conversation begins, in milliseconds' \
                '--params.static-greeting|--params.static-greeting-file=' 'A greeting that is always said first, word for word' \
                '--params.static-greeting-no-barge|--no-params.static-greeting-no-barge' 'Don\'t let the caller interrupt it' \
                '--params.direction=inbound|outbound' 'The direction of the call, as the agent is to take it' \
                '--params.ai-name=' 'Name of the agent, by which a caller wakes it' \
                '--params.wake-prefix=' 'A word that must stand before the name to wake the agent, such as hey' \
                '--params.enable-pause|--no-params.enable-pause' 'Let the caller pause the agent, and wake it by its name' \
                '--params.start-paused|--no-params.start-paused' 'Begin paused, until the caller says the agent\'s name' \
                '--params.speak-when-spoken-to|--no-params.speak-when-spoken-to' 'Answer only when the caller says the agent\'s name' \
                '--params.ai-volume=' 'How loud the agent is' \
                '--params.max-emotion=' 'How strong emotions of the voice may get' \
                '--params.tts-number-format=international|national' 'How phone numbers are said' \
                '--params.eleven-labs-stability=' 'How even an ElevenLabs voice is' \
                '--params.eleven-labs-similarity=' 'How close an ElevenLabs voice stays to the original' \
                '--params.background-file=' 'URL of a sound file to play in the background' \
                '--params.background-file-loops=' 'How often to play it' \
                '--params.background-file-volume=' 'How loud it is' \
                '--params.hold-music=' 'What to play on hold' \
                '--params.hold-on-process|--no-params.hold-on-process' 'Play it while functions run, too' \
                '--params.digit-terminators=' 'Keys that end what is entered' \
                '--params.digit-timeout=' 'How long to wait for the next digit, in milliseconds' \
                '--params.input-poll-freq=' 'How often to look for input from elsewhere, in milliseconds' \
                '--params.swaig-allow-swml|--no-params.swaig-allow-swml' 'Let functions answer with SWML that runs on the call' \
                '--params.swaig-allow-settings|--no-params.swaig-allow-settings' 'Let functions change settings of the model' \
                '--params.swaig-set-global-data|--no-params.swaig-set-global-data' 'Let functions set global data' \
                '--params.swaig-post-conversation|--no-params.swaig-post-conversation' 'Send the whole conversation with every call of a function' \
                '--params.swaig-post-swml-vars+=true|false' 'Send SWML variables with every call of a function' \
                '--params.function-wait-for-talking|--no-params.function-wait-for-talking' 'Let fillers end before a function runs' \
                '--params.functions-on-no-response|--no-params.functions-on-no-response' 'Let functions run when the caller does not answer' \
                '--params.enable-inner-dialog|--no-params.enable-inner-dialog' 'Let a second model think about the conversation, and tell the agent' \
                '--params.inner-dialog-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'That model' \
                '--params.inner-dialog-prompt|--params.inner-dialog-prompt-file=' 'What that model is told' \
                '--params.inner-dialog-synced|--no-params.inner-dialog-synced' 'Let it wait until the agent\'s turn is over' \
                '--params.persist-global-data|--no-params.persist-global-data' 'Keep the global data for the next agent on this call' \
                '--params.conversation-id=' 'Name of the conversation, to save it by' \
                '--params.save-conversation|--no-params.save-conversation' 'Send a summary when the call has ended' \
                '--params.summary-mode=string|original' 'What the summary is' \
                '--params.transfer-summary|--no-params.transfer-summary' 'Give the next agent a summary when the call is transferred' \
                '--params.redact-prompt|--params.redact-prompt-file=' 'What to leave out of logs and reports, in your own words' \
                '--params.app-name=' 'Name of the application, which webhooks are told' \
                '--params.enable-accounting|--no-params.enable-accounting' 'Account for what is used' \
                '--params.debug-webhook-url=' 'Where to report every exchange as it happens' \
                '--params.debug-webhook-level=' 'How much to report there' \
                '--params.debug=true|false' 'Log more about turns and speech' \
                '--params.verbose-logs|--no-params.verbose-logs' 'Log more' \
                '--params.audible-debug|--no-params.audible-debug' 'Say which function runs' \
                '--params.audible-latency|--no-params.audible-latency' 'Say how long answers took' \
                '--languages+=@' 'A list of languages with their voices' \
                '--multilingual+=@' 'How the agent follows the caller from language to language' \
                '--multilingual.languages+=@' 'A list of languages with the voice of each' \
                '--multilingual.allowed+=' 'Codes of the only languages that the agent changes to' \
                '--multilingual.start-language=' 'Code of the language that the agent begins in' \
                '--multilingual.min-switch-words=' 'How many words in another language make the agent change to it' \
                '--multilingual.engine=' 'Engine of speech recognition' \
                '--multilingual.model=' 'Model of speech recognition' \
                '--multilingual.provider=' 'Provider of speech recognition' \
                '--multilingual.fillers+=@' 'What to say between turns' \
                '--multilingual.function-fillers+=@' 'What to say while a function runs' \
                '--multilingual.turn-fillers+=@' 'Short sounds of listening while the caller spells something or reads out a number' \
                '--hints+=@' 'A list of words that are hard to hear, and of patterns for them' \
                '--pronounce+=@' 'A list of words and how to say them' \
                '--voice=' 'The agent\'s voice' \
                '--post-prompt-auth-user=' 'User name for the report' \
                '--post-prompt-auth-password=' 'Password for the report'
        case 'calling ai-sidecar'
            printf '%s\t%s\n' \
                '--prompt|--prompt-file=' 'What the model is told' \
                '--prompt.text|--prompt.text-file=' 'What the model is told' \
                '--prompt.pom+=@' 'What the model is told, as a list of sections' \
                '--prompt.file=' 'A file on the server with what it is told' \
                '--lang=' 'Code of the conversation\'s language, such as en-US' \
                '--model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'The model to use' \
                '--direction+=remote-caller|local-caller' 'A list of the sides to listen to' \
                '--customer-role=remote-caller|local-caller' 'Which side is the customer, after whose words the model thinks' \
                '--url=' 'Where advice and events are sent' \
                '--SWAIG+=@' 'The functions that the model can call' \
                '--permissions+=@' 'What functions may do' \
                '--permissions.swaig-allow-swml|--no-permissions.swaig-allow-swml' 'Let functions answer with SWML that runs on the call' \
                '--permissions.swaig-allow-settings|--no-permissions.swaig-allow-settings' 'Let functions change settings of the model' \
                '--permissions.swaig-set-global-data|--no-permissions.swaig-set-global-data' 'Let functions set global data' \
                '--hints+=' 'Words that are hard to hear' \
                '--params+=@' 'Settings of the model' \
                '--params.idle-timeout-ms=' 'How long the customer is silent until the model thinks, in milliseconds' \
                '--params.min-interval-ms=' 'How long to wait at least until it thinks again, in milliseconds' \
                '--params.max-iters-per-tick=' 'How many functions it may call until it gives advice' \
                '--params.max-history-tokens=' 'How much of the conversation it remembers, in tokens' \
                '--params.act-on-channel|--no-params.act-on-channel' 'Let actions of functions change the call' \
                '--params.final-summary|--no-params.final-summary' 'Sum up its own work when the call ends' \
                '--params.ai-summary|--no-params.ai-summary' 'Sum up the conversation when the call ends' \
                '--params.ai-summary-prompt|--params.ai-summary-prompt-file=' 'How to sum up the conversation' \
                '--params.summary-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano' 'The model that sums up the conversation' \
                '--params.live-events|--no-params.live-events' 'Report all that is said' \
                '--params.verbose-utterances|--no-params.verbose-utterances' 'Report it with all that speech recognition knows' \
                '--params.speech-engine=deepgram|google' 'Engine of speech recognition' \
                '--params.speech-timeout=' 'How long somebody may speak at a time, in milliseconds' \
                '--params.vad-silence-ms=' 'How much silence ends speech, in milliseconds' \
                '--params.vad-thresh=' 'How loud a sound must be to be speech' \
                '--params.transcribe-prompt|--params.transcribe-prompt-file=' 'What speech recognition is told, such as names of products' \
                '--params.debug-level=' 'How much speech recognition logs' \
                '--params.debug|--no-params.debug' 'Log more' \
                '--action+=@' 'What to do once, in place of listening' \
                '--action.summarize+=@' 'Sum up the conversation' \
                '--action.summarize.webhook=' 'Where the summary is sent' \
                '--action.summarize.prompt|--action.summarize.prompt-file=' 'How to sum up the conversation'
        case 'calling amazon-bedrock'
            printf '%s\t%s\n' \
                '--prompt.voice-id=tiffany|matthew|amy|lupe|carlos' 'The agent\'s voice' \
                '--params.inactivity-timeout=true|false' 'How long nothing may happen until the agent leaves, in milliseconds'
        case 'calling answer'
            printf '%s\t%s\n' \
                '--max-duration=' 'How long the call may last, in seconds' \
                '--codecs=' 'Codecs to offer, with commas between them'
        case 'calling hangup'
            printf '%s\t%s\n' \
                '--reason=hangup|busy|decline' 'What the other side is told'
        case 'calling connect'
            printf '%s\t%s\n' \
                '--to=' 'Whom to call' \
                '--from=' 'The number or SIP address to show as the caller'
        case 'calling transfer'
            printf '%s\t%s\n' \
                '--dest=' 'Where the SWML comes from'
        case 'calling join-conference'
            printf '%s\t%s\n' \
                '--region=global|us|eu|ch' 'Region to host the conference in, near its participants'
        case 'calling receive-fax'
            printf '%s\t%s\n' \
                '--status-url=' 'Where to report how receiving the fax goes'
        case 'calling send-fax'
            printf '%s\t%s\n' \
                '--document=' 'URL of the PDF to send' \
                '--header-info=' 'Text for the header of each page' \
                '--identity=' 'The station that the fax says it comes from' \
                '--status-url=' 'Where to report how sending the fax goes'
        case 'calling cond'
            printf '%s\t%s\n' \
                '--branches+=@' 'Conditions with their steps'
        case 'calling switch'
            printf '%s\t%s\n' \
                '--variable=' 'Name of the variable to compare, without ${}'
        case 'calling execute'
            printf '%s\t%s\n' \
                '--dest=' 'What to run' \
                '--on-return+=@' 'Steps to run when it comes back' \
                '--result+=@' 'What to do next, by return_value'
        case 'calling return' 'messaging return'
            printf '%s\t%s\n' \
                '--value=@' 'The value'
        case 'calling label' 'messaging label'
            printf '%s\t%s\n' \
                '--name=' 'Name of the place'
        case 'calling goto'
            printf '%s\t%s\n' \
                '--label=' 'Where to go on' \
                '--when=' 'Jump only where this is true, in JavaScript' \
                '--max=' 'How often to jump at most'
        case 'calling set'
            printf '%s\t%s\n' \
                '--vars+=@' 'Variables with their values'
        case 'calling unset'
            printf '%s\t%s\n' \
                '--names+=' 'Name of a variable, without ${}'
        case 'calling sleep'
            printf '%s\t%s\n' \
                '--duration=' 'How long to wait, in milliseconds'
        case 'calling prompt'
            printf '%s\t%s\n' \
                '--play+=' 'What to play' \
                '--max-digits=' 'How many keys to collect' \
                '--terminators=' 'Keys that end the input, such as #' \
                '--digit-timeout=' 'How long to wait for the next key, in seconds' \
                '--initial-timeout=' 'How long to wait for the input to begin, in seconds' \
                '--speech-timeout=' 'How long the speech may last, in seconds' \
                '--speech-end-timeout=' 'How much silence ends the speech, in seconds' \
                '--speech-language=' 'The language of the speech' \
                '--speech-hints+=' 'A word or phrase to expect' \
                '--speech-engine=Google|Google.V2|Deepgram' 'What recognizes the speech' \
                '--result+=@' 'What to do next, by prompt_result'
        case 'calling send-digits'
            printf '%s\t%s\n' \
                '--digits=' 'Which keys'
        case 'calling detect-machine'
            printf '%s\t%s\n' \
                '--detectors=' 'What to look for' \
                '--wait|--no-wait' 'Go on only when the detection is over' \
                '--timeout=' 'How long the detection may take, in seconds' \
                '--initial-timeout=' 'How long to wait for a voice, in seconds' \
                '--end-silence-timeout=' 'How much silence ends what the voice says, in seconds' \
                '--machine-ready-timeout=' 'How much silence shows that a machine is ready to record, in seconds' \
                '--machine-voice-threshold=' 'How long a voice must go on to be a machine\'s, in seconds' \
                '--machine-words-threshold=' 'How many words without a pause are a machine\'s' \
                '--detect-message-end|--no-detect-message-end' 'Wait for the beep or the end of the machine\'s greeting' \
                '--tone=CED|CNG' 'The tone of a fax machine to listen for, on the other side' \
                '--status-url=' 'Where to report what is found'
        case 'calling user-event'
            printf '%s\t%s\n' \
                '--event+=@' 'The event'
        case 'calling pay'
            printf '%s\t%s\n' \
                '--input=dtmf' 'How the caller enters the card'
        case 'calling play'
            printf '%s\t%s\n' \
                '--url=' 'What to play' \
                '--auto-answer|--no-auto-answer' 'Answer the call first, where it is not answered yet' \
                '--urls+=' 'What to play, one after the other'
        case 'calling enter-queue'
            printf '%s\t%s\n' \
                '--queue-name=' 'Name of the queue' \
                '--wait-url=' 'What the caller hears meanwhile' \
                '--wait-time=' 'How long the caller waits at most, in seconds'
        case 'calling request'
            printf '%s\t%s\n' \
                '--url=' 'Where to' \
                '--method=GET|POST|PUT|DELETE' 'HTTP method of the request' \
                '--headers+=@' 'Headers to send' \
                '--body=' 'What to send' \
                '--timeout=' 'How long to wait for the response, in seconds' \
                '--connect-timeout=' 'How long to wait for the connection, in seconds' \
                '--save-variables|--no-save-variables' 'Save what the response\'s JSON holds in request_response'
        case 'calling record'
            printf '%s\t%s\n' \
                '--direction=speak|listen' 'Which side to record' \
                '--terminators=' 'Keys that end the recording'
        case 'calling stream'
            printf '%s\t%s\n' \
                '--url=' 'Where to' \
                '--control-id=' 'Name of the stream, to stop it by' \
                '--name=' 'What people call the stream' \
                '--track=inbound_track|outbound_track|both_tracks' 'Which side to stream' \
                '--codec=' 'How the sound is encoded, such as PCMU, PCMA or OPUS' \
                '--status-url-method=GET|POST' 'HTTP method that reports are sent with' \
                '--authorization-bearer-token=' 'Bearer token that the WebSocket is opened with' \
                '--custom-parameters+=@' 'Names and texts to send in the first message'
        case 'calling live-transcribe'
            printf '%s\t%s\n' \
                '--action.start.lang=' 'The language that is spoken, such as en-US'
        case 'calling live-translate'
            printf '%s\t%s\n' \
                '--action.start.from-lang=' 'The language to translate from, such as en-US' \
                '--action.start.to-lang=' 'The language to translate to, such as es-ES' \
                '--action.start.from-voice=' 'The voice that speaks the first language' \
                '--action.start.to-voice=' 'The voice that speaks the second language' \
                '--action.start.filter-from=polite|rude|professional|shakespeare|gen-z' 'The tone of what is said in the first language' \
                '--action.start.filter-to=polite|rude|professional|shakespeare|gen-z' 'The tone of what is said in the second language, in the same way' \
                '--action.inject+=@' 'Say something to one party, translated' \
                '--action.inject.message|--action.inject.message-file=' 'What to translate and say' \
                '--action.inject.direction=remote-caller|local-caller' 'Who hears it'
        case 'calling transcribe'
            printf '%s\t%s\n' \
                '--status-url=' 'Where to report that it is done'
        case 'messaging reply'
            printf '%s\t%s\n' \
                '--body|--body-file=' 'The text' \
                '--media+=' 'URL of a file to send' \
                '--to=' 'Who gets it' \
                '--from=' 'Your number that it comes from' \
                '--switch+=@' 'Which reply to send, by the value of a variable' \
                '--switch.variable=' 'Name of the variable to compare, such as message.body, without %{}' \
                '--switch.transform=lowercase|uppercase|trim|lowercase_trim|uppercase_trim' 'What to make of the variable\'s value before it is compared' \
                '--switch.case+=@' 'Replies by the value of the variable' \
                '--switch.default|--switch.default-file=' 'The reply where no value matches' \
                '--switch.default.body|--switch.default.body-file=' 'The text' \
                '--switch.default.media+=' 'URL of a file to send' \
                '--switch.default.to=' 'Who gets it' \
                '--switch.default.from=' 'Your number that it comes from' \
                '--switch.default.status-url=' 'Where to report what becomes of it'
        case 'messaging request'
            printf '%s\t%s\n' \
                '--url=' 'Where to send it' \
                '--method=GET|POST|PUT|PATCH|DELETE' 'Its HTTP method' \
                '--headers+=@' 'Its headers, by name' \
                '--body=' 'Its body' \
                '--timeout=' 'How long to wait for the response, in seconds' \
                '--save-variables|--no-save-variables' 'Make variables of a response in JSON'
        case 'messaging execute'
            printf '%s\t%s\n' \
                '--dest=' 'Which section to run' \
                '--params+=@' 'Parameters for the section, in place of the current ones'
        case 'messaging transfer'
            printf '%s\t%s\n' \
                '--dest=' 'Where the SWML comes from' \
                '--method=GET|POST|PUT|PATCH|DELETE' 'The HTTP method to fetch it with'
        case 'messaging switch'
            printf '%s\t%s\n' \
                '--variable=' 'Name of the variable to compare, such as message.body, without %{}' \
                '--transform=lowercase|uppercase|trim|lowercase_trim|uppercase_trim' 'What to make of the variable\'s value before it is compared'
        case 'messaging goto'
            printf '%s\t%s\n' \
                '--label=' 'Which label to jump to' \
                '--max=' 'How often to jump at most'
    end
end

# What actions and verbs have beside that: actions by themselves, each in a response, verbs in
# swml, and verbs in a document in a response.
function __swaigctl_alone
    contains -- $argv[1] 'connect' 'swml-transfer' 'transfer' 'sip-refer' 'execute-swml' 'hold' 'wait-for-user' 'join-conference' 'join-room' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'record-call' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'user-event' 'pay' 'create-payment-prompt' 'create-payment-action' 'create-payment-parameter' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'; and printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation'
    contains -- $argv[1] 'connect' 'swml-transfer' 'transfer' 'sip-refer' 'execute-swml' 'hangup' 'hold' 'wait-for-user' 'stop' 'join-conference' 'join-room' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'stop-background-file' 'record-call' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'user-event' 'pay' 'create-payment-prompt' 'create-payment-action' 'create-payment-parameter' 'execute-rpc' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'clear-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'; and printf '%s\t%s\n' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=%explain' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
    contains -- $argv[1] 'connect' 'swml-transfer' 'sip-refer' 'join-conference' 'join-room' 'record-call' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'pay' 'execute-rpc' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold'; and printf '%s\t%s\n' \
                '--as=action|response|swml|verb' 'What to print'
    contains -- $argv[1] 'connect' 'swml-transfer' 'transfer' 'sip-refer' 'execute-swml' 'hold' 'wait-for-user' 'join-conference' 'join-room' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'record-call' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'user-event' 'pay' 'create-payment-prompt' 'create-payment-action' 'create-payment-parameter' 'execute-rpc' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'; and printf '%s\t%s\n' \
                '--skeleton' 'Print the object for --params, to fill in'
    contains -- $argv[1] 'connect' 'swml-transfer' 'transfer' 'sip-refer' 'execute-swml' 'hangup' 'hold' 'wait-for-user' 'stop' 'join-conference' 'join-room' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'stop-background-file' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'user-event' 'pay' 'create-payment-prompt' 'create-payment-action' 'create-payment-parameter' 'execute-rpc' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'clear-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'; and printf '%s\t%s\n' \
                '--format|--output-format=json|yaml' 'The language of the output'
    contains -- $argv[1] 'transfer' 'hold' 'join-conference' 'switch-context' 'play-background-file'; and printf '%s\t%s\n' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--diff' 'Show how the full form (or with \'--form expanded\' the expanded one) differs from the simplified form'
    contains -- $argv[1] 'transfer' 'hangup' 'hold' 'wait-for-user' 'stop' 'swml-change-step' 'swml-change-context' 'switch-context' 'replace-in-history' 'toggle-functions' 'enable-functions-on-timeout' 'enable-extensive-data' 'back-to-back-functions' 'update-settings' 'update-global-data' 'remove-global-data' 'set-semantic-state' 'set-metadata' 'remove-metadata' 'play-background-file' 'stop-background-file' 'user-event' 'add-action' 'say' 'change-voice' 'add-dynamic-hints' 'clear-dynamic-hints' 'set-end-of-speech-timeout' 'set-speech-event-timeout' 'simulate-user-input'; and printf '%s\t%s\n' \
                '--as=action|response' 'What to print'
    contains -- $argv[1] 'sip-refer' 'join-conference' 'join-room' 'record-call' 'stop-record-call' 'tap' 'stop-tap' 'send-sms' 'swml-user-event' 'pay' 'execute-rpc' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold'; and printf '%s\t%s\n' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run'
    switch $argv[1]
        case 'execute-swml'
            printf '%s\t%s\n' \
                '--as=action|response|swml' 'What to print'
        case 'record-call'
            printf '%s\t%s\n' \
                '--output-format=json|yaml' 'The language of the output'
        case 'tap'
            printf '%s\t%s\n' \
                '--form=auto|expanded' 'How the action is spelled'
        case 'execute-rpc'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The parameters as one object, named as in the documentation'
    end
end

function __swaigctl_respond
    switch $argv[1]
        case 'transfer' 'hold' 'switch-context' 'play-background-file'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'sip-refer' 'join-room' 'stop-record-call' 'stop-tap' 'send-sms' 'swml-user-event' 'pay' 'rpc-dial' 'rpc-ai-message' 'rpc-ai-global-data' 'rpc-ai-unhold'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'hangup' 'stop' 'stop-background-file' 'clear-dynamic-hints'
            printf '%s\t%s\n' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'join-conference'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|simplified|full|expanded' 'How the action is spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'record-call'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--output-format=json|yaml' 'The language of the output'
        case 'tap'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--form=auto|expanded' 'How the action is spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'execute-rpc'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--transfer|--no-transfer' 'Whether the call leaves the agent when the SWML document has run' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case '*'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The parameters as one object, named as in the documentation' \
                '--format|--output-format=json|yaml' 'The language of the output'
    end
    printf '%s\t%s\n' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=%explain' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\''
end

function __swaigctl_swml
    switch $argv[1]
        case 'calling ai' 'calling ai-sidecar' 'calling amazon-bedrock' 'messaging transfer'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|expanded' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling answer' 'calling goto' 'calling prompt' 'calling detect-machine' 'calling pay' 'calling play' 'calling enter-queue' 'calling request' 'calling tap' 'calling stream' 'calling live-transcribe' 'calling live-translate' 'messaging request' 'messaging switch' 'messaging goto'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|expanded' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling connect' 'calling sip-refer' 'calling cond' 'calling switch' 'calling sleep'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|full|expanded' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling transfer' 'calling execute-rpc' 'messaging execute'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling join-conference'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|simplified|expanded' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling execute'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|full|expanded' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling record' 'calling record-call'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|expanded' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--output-format=json|yaml' 'The language of the output'
        case 'calling denoise' 'calling stop-denoise' 'calling transcribe-stop' 'messaging receive'
            printf '%s\t%s\n' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'messaging reply'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|simplified' 'How verbs are spelled' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case '*'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--skeleton' 'Print the object for --params, to fill in' \
                '--format|--output-format=json|yaml' 'The language of the output'
    end
    printf '%s\t%s\n' \
                '--as=document|section|step' 'What to print' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=%explain' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\'' \
                '--section+=' 'Begin another section, of this name'
end

function __swaigctl_document
    switch $argv[1]
        case 'calling ai' 'calling ai-sidecar' 'calling amazon-bedrock'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|expanded' 'How verbs are spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling answer' 'calling goto' 'calling prompt' 'calling detect-machine' 'calling pay' 'calling play' 'calling enter-queue' 'calling request' 'calling tap' 'calling stream' 'calling live-transcribe' 'calling live-translate'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|expanded' 'How verbs are spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling connect' 'calling sip-refer' 'calling cond' 'calling switch' 'calling sleep'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|full|expanded' 'How verbs are spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling transfer' 'calling execute-rpc'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling join-conference'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|simplified|expanded' 'How verbs are spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling execute'
            printf '%s\t%s\n' \
                '--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|full|expanded' 'How verbs are spelled' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case 'calling record' 'calling record-call'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--form=auto|expanded' 'How verbs are spelled' \
                '--output-format=json|yaml' 'The language of the output'
        case 'calling denoise' 'calling stop-denoise' 'calling transcribe-stop'
            printf '%s\t%s\n' \
                '--format|--output-format=json|yaml' 'The language of the output'
        case '*'
            printf '%s\t%s\n' \
                '--params|--params-object+=@' 'The value of the verb as it stands in a document, mostly its parameters as one object' \
                '--format|--output-format=json|yaml' 'The language of the output'
    end
    printf '%s\t%s\n' \
                '--strict' 'Turn warnings into errors' \
                '--ignore+=%explain' 'Leave out warnings with this code, which stands in brackets behind them' \
                '--compact|-c' 'Print JSON on one line' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\'' \
                '--section+=' 'Begin another section, of this name' \
                '--end' 'End the document, so that actions can follow it'
end

# What may follow, where that is no flag; FILE is any file.
function __swaigctl_words
    switch "$argv"
        case 'explain'
            printf '%s\t%s\n' \
                'agent-stays' 'A document moves the caller elsewhere, and nothing says whether the agent leaves.' \
                'callback-without-url' 'Events, or how they are sent, are chosen without a URL to send them to.' \
                'choice' 'A value is none of those that are allowed.' \
                'conference-of-one' 'A conference is limited to one participant, which the platform refuses.' \
                'deprecated' 'A parameter should not be used any more.' \
                'duplicate-name' 'Two things have one name where each needs its own.' \
                'else-not-last' 'An \'else\' of its own stands before other conditions.' \
                'empty' 'A value is empty where something must be said.' \
                'ending' 'A fixture\'s file ends with the name of another format.' \
                'exclusive' 'Two things are given that exclude each other.' \
                'file' 'A file that is to be written can\'t be, or must not be.' \
                'flag-as-value' 'The value behind a flag is a flag of the same command.' \
                'flags' 'Flags do not go together, or not with what is asked for.' \
                'foreign' 'A completion script was not written by swaigctl.' \
                'form' 'What is given can\'t be written in the form that is asked for.' \
                'given-twice' 'A flag that takes one value is given more than once, with different values.' \
                'header-not-sent' 'A request has a header that the platform does not send.' \
                'home' 'It is not known where the user\'s files are.' \
                'invalid-ignore' 'A comment that should ignore findings does not say which.' \
                'javascript-too-long' 'JavaScript has more characters than the platform evaluates.' \
                'json' 'A text is not valid JSON, or a value can\'t be written as JSON.' \
                'json-as-text' 'A text that is taken for one name or tag looks like JSON.' \
                'json-comments' 'A text would be JSON, but for comments or commas behind last items.' \
                'large-conference' 'A conference may have more participants than all references agree on.' \
                'left-alone' 'A file that no plan makes any more was changed since it was built, and stays.' \
                'left-over-fixture' 'A file was made from a plan, and no plan makes it any more.' \
                'legacy-form' 'Something is written in a form that the platform takes, and its documentation no longer shows.' \
                'literal-at' 'A text is \'-\', or begins with @ and the name of a file, but nothing is read.' \
                'lost-plus' 'A phone number without quotes lost its plus in YAML.' \
                'manifest' 'The record of what a plan made can\'t be used.' \
                'merge-conflict' 'git could not merge the record of what a plan made.' \
                'misplaced' 'Something stands where it does not belong.' \
                'missing-fixture' 'A file that a plan makes is not there.' \
                'never-ends' 'A section runs itself again and again.' \
                'never-matches' 'A case of a switch never matches.' \
                'never-runs' 'An action comes after one that ends the agent\'s part of the call.' \
                'no-default' 'A switch has no steps for other values.' \
                'no-effect' 'Something is given that changes nothing.' \
                'no-summary' 'It is said how to write a summary, but none is written.' \
                'not-a-hook' 'A function has the name of a hook that the platform does not call.' \
                'not-a-section' 'The destination of a transfer is a phone number or an address, not SWML.' \
                'not-a-sip-uri' 'A SIP REFER goes to something that is no SIP URI.' \
                'not-a-voice' 'A voice is not of the form engine.voice.' \
                'not-allowed' 'A function answers with an action that its agent does not let it take.' \
                'not-documented' 'Something is given of which no documentation says what it does.' \
                'not-for-destination' 'A parameter has no effect for a destination of this kind.' \
                'not-read' 'Something in the output folder is no regular file, and was not read.' \
                'not-replaced' 'Text for a message has a variable in a form that is not replaced there.' \
                'not-used' 'Something is given beside what takes its place.' \
                'nothing-recorded' 'It is said how to record a conference, but it is not recorded.' \
                'nothing-spoken' 'The call moves on before the model can say what the response tells it.' \
                'nothing-to-wait-for' 'Actions are to wait, but there are none.' \
                'one-form' 'Forms are to be compared, but the action has one form only.' \
                'one-level-deep' 'Something stands one level too deep.' \
                'one-verb' 'A step has no verb, or several.' \
                'outside' 'A plan\'s output leads out of the plan\'s folder.' \
                'pattern' 'A text does not have the form that it must have.' \
                'prompt-not-shown' 'A prompt is given, but what is printed has no place for it.' \
                'range' 'A number is too small or too large, or a list has too few items or too many.' \
                'recording-fails' 'A recording has a timeout of 0.' \
                'required' 'Something is missing without which the rest can\'t work.' \
                'reserved-name' 'A step or a function has a name that the platform keeps for itself.' \
                'response-replaced' 'A response is given, and the prompt of an action takes its place.' \
                'set-and-removed' 'One action sets what another one of the same response removes.' \
                'several-in-one' 'A text that is taken for one name, URL or hint looks like several.' \
                'shape' 'What is asked for has not the shape that it is to be printed in.' \
                'shell' 'It is not known for which shell the completion script is meant.' \
                'simplified-form' 'A conference is joined by its bare name, which the vendor\'s schema refuses.' \
                'source' 'A file, or standard input, can\'t be read.' \
                'stale-fixture' 'A file is not what the plan makes.' \
                'step-on-hold' 'An action goes to another step after one that holds the call.' \
                'temperature-clamped' 'A temperature is higher than the platform uses.' \
                'template' 'A text is a template, which is no document before it is rendered.' \
                'toml' 'A text is not valid TOML.' \
                'too-long' 'A line of a stream is longer than can be answered.' \
                'transfer-not-shown' 'A transfer is asked for, but what is printed has no place for it.' \
                'twice' 'The same thing stands twice where it can stand once.' \
                'type' 'A value is of the wrong type: a list where text must be, text where a number must be.' \
                'unknown-action' 'There is no action of this name.' \
                'unknown-caller-id' 'A call is to show a caller ID that is no number or SIP address.' \
                'unknown-codec' 'A list of codecs has one that is not known.' \
                'unknown-command' 'There is no command of this name.' \
                'unknown-context' 'There is no context of this name in the agent.' \
                'unknown-currency' 'A currency is not of the form of an ISO 4217 code.' \
                'unknown-destination' 'A call goes to something that is no number, SIP address or resource.' \
                'unknown-device' 'A call is placed to a kind of device for which the action has no address.' \
                'unknown-document' 'The text is none of the documents that can be judged.' \
                'unknown-flag' 'A command has no flag of this name.' \
                'unknown-function' 'There is no function of this name in the agent.' \
                'unknown-label' 'A goto leads to a label that is not in its section.' \
                'unknown-name' 'An object has a member that it can\'t have.' \
                'unknown-region' 'A conference is to be held in a region that is not documented.' \
                'unknown-role' 'A message is put into a conversation in a role that models do not have.' \
                'unknown-section' 'There is no section of this name in the document.' \
                'unknown-setting' 'A setting of the model is not among the documented ones.' \
                'unknown-step' 'There is no step of this name in the context.' \
                'unknown-verb' 'There is no verb of this name in such a document.' \
                'unused-context' 'Nothing leads to a context.' \
                'unused-ignore' 'Something is ignored that is not found.' \
                'unused-label' 'No goto leads to a label.' \
                'unused-section' 'Nothing leads to a section.' \
                'unused-step' 'Nothing leads to a step of an agent.' \
                'url-not-absolute' 'A URL can\'t be fetched, because it is not absolute.' \
                'usage' 'A command line is not made as the command needs it.' \
                'utf-8' 'Text has something in it that UTF-8 can\'t hold.' \
                'variable-for-a-name' 'The value of a variable is given where its name is expected.' \
                'variable-in-javascript' 'A condition in JavaScript has ${} in it.' \
                'yaml' 'A text is not valid YAML.'
        case 'batch'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures'
            printf '%s\t%s\n' \
                'build' '' \
                'check' '' \
                'list' '' \
                'init' ''
        case 'fixtures build'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures check'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures list'
            printf '%s\t%s\n' \
                'FILE' ''
        case 'fixtures init'
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
    set -l flag (string escape --style=regex -- $argv[1])
    set -l found (string match -r -- "^(?:[^=\t]*\|)?$flag(?:[|+=\t].*)?\$" $argv[2..])
    and string split -f1 \t -- $found[1]
end

# What may begin here, on a line of this kind on which entries follow one another.
function __swaigctl_entries
    if test $argv[1] = respond
        __swaigctl_actions
        printf '%s\t%s\n' \
                'swml' 'Write a SWML document, verb by verb.'
    else
        __swaigctl_verbs $argv[2]
    end
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
        case '%*'
            printf '%s\n' $before(__swaigctl_words (string sub -s 2 -- $values))
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
    set -l quoted '^(--[A-Za-z.-]+=)?["\']'
    if string match -qr -- $quoted $cur
        set cur (string replace -r -- $quoted '$1' $cur | string collect)
    else
        set cur (string unescape -- $cur | string collect)
    end
    set -l rows (printf '%s\t%s\n' \
                '--version' 'Print the version' \
                '--color=auto|always|never' 'Where to use colour' \
                '--no-color' 'The same as \'--color never\'' \
                '--help|-h' 'Print this help'
    )
    set -l outputs '--as=document|section|step' '--strict' '--ignore+=%explain' '--format|--output-format=json|yaml' '--compact|-c' '--color=auto|always|never' '--no-color'
    set -l used
    set -l command
    set -l entry
    set -l line
    set -l flavour 'calling'
    set -l helping
    set -l pending
    set -l following
    for word in $tokens[2..]
        set -l spec
        set -l value $word
        if test -n "$pending"
            set spec $pending
            set pending
        else if string match -qr -- '^-.' $word
            set spec (__swaigctl_find (string split -m1 = -- $word)[1] $rows); or continue
            test -n "$helping"; and test $spec != '--for=calling|messaging'; and return # help is about one flag
            string match -q -- '*+=*' $spec; or set -a used $spec
            set value (string split -m1 = -- $word)[2]
            if string match -q -- '*=*' $spec; and not string match -q -- '*=*' $word
                set pending $spec
                continue
            end
        end
        # What a flag with this value changes for what follows.
        switch "$spec"
            case '--for=calling|messaging'
                set flavour $value
            case '--section+='
                set rows (string match -r -- '^--(?:section|end)[+=\t].*' $rows)
            case '--end'
                set line respond
                set rows
        end
        test -n "$spec"; and continue
        if test -z "$command"; and test "$word" = help
            set helping 1
            continue
        end
        set word (string replace -a _ - -- $word)
        if test -n "$command"
            if test -z "$line"; or not contains -- $word (__swaigctl_entries $line $flavour | string split -f1 \t)
                set -a following $word
                continue
            end
        end
        set -l kept
        for each in $used
            contains -- $each $outputs; and set -a kept $each
        end
        set used $kept
        set rows (printf '%s\t%s\n' \
                '--help|-h' 'Print this help'
        )
        if test -z "$command"
            set -a rows (__swaigctl_own $word) (__swaigctl_alone $word)
            set command $word
            contains -- $word 'respond' 'swml'; and set line $word
        else if test $line = respond; and test "$word" = swml
            set line document
            set entry
            set -a rows (__swaigctl_own document)
        else if test $line = respond
            set entry $word
            set -a rows (__swaigctl_own $word) (__swaigctl_respond $word)
        else
            set entry $word
            set -a rows (__swaigctl_own "$flavour $word") (__swaigctl_$line "$flavour $word")
        end
    end
    if test -n "$pending"
        __swaigctl_values $pending $cur ''
        return
    else if string match -q -- '-*=*' $cur
        set -l parts (string split -m1 = -- $cur)
        set -l spec (__swaigctl_find $parts[1] $rows); or return
        # A boolean may be given its value, but not by its --no-flag.
        if not string match -q -- '*=*' $spec; and test (string split '|' -- $spec)[1] = $parts[1]
            set spec '=true|false'
        end
        string match -q -- '*=*' $spec; and __swaigctl_values $spec $parts[2] $parts[1]=
        return
    end
    if test -n "$helping"; and contains -- "$command" 'output'
        return
    end
    if not string match -q -- '-*' $cur
        if test -z "$command"
            __swaigctl_actions
            __swaigctl_tools
            test -n "$helping"; and __swaigctl_topics
            return
        else if test -n "$line"; and test -z "$helping" -o -z "$entry"
            __swaigctl_entries $line $flavour
            return
        end
        set -l words
        test -n "$helping"; or set words (__swaigctl_words $command $following)
        if string match -q -- FILE\t'*' $words[1]
            __swaigctl_files $cur ''
            return
        end
        if set -q words[1]
            printf '%s\n' $words
            return
        end
    end
    # Each row takes its time: if some begin like the word, fish needs no others.
    set -l begun (string escape --style=regex -- $cur)
    set -l likely (string match -r -- "^(?:[^=\t]*\|)?$begun.*" $rows)
    and set rows $likely
    for row in $rows
        set -l parts (string split \t -- $row)
        contains -- $parts[1] $used; and continue
        set -l names (string trim -r -c + -- (string split -m1 = -- $parts[1])[1])
        set -l help $parts[2]
        for name in (string split '|' -- $names)
            string match -q -- '*|--no-*' $names; and string match -q -- '--no-*' $name
            and set help "The opposite of --"(string sub -s 6 -- $name)
            printf '%s\t%s\n' $name $help
        end
    end
end

complete -c swaigctl -f -a '(__swaigctl_complete)'
