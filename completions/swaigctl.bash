# swaigctl's completions, written by `python -m swaigctl.generate`; don't edit.
# What Tab completes behind swaigctl, for bash 3.2 or newer; needs no bash-completion.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no, or --code=%command for the words that may follow that command; += in place of =
# where it may be given again.

_swaigctl_actions='connect swml-transfer transfer sip-refer execute-swml hangup hold wait-for-user stop join-conference join-room swml-change-step swml-change-context switch-context replace-in-history toggle-functions enable-functions-on-timeout enable-extensive-data back-to-back-functions update-settings update-global-data remove-global-data set-semantic-state set-metadata remove-metadata play-background-file stop-background-file record-call stop-record-call tap stop-tap send-sms swml-user-event user-event pay execute-rpc rpc-dial rpc-ai-message rpc-ai-global-data rpc-ai-unhold add-action say change-voice add-dynamic-hints clear-dynamic-hints set-end-of-speech-timeout set-speech-event-timeout simulate-user-input'
# Commands that are no actions of a response.
_swaigctl_tools='create-payment-prompt create-payment-action create-payment-parameter respond swml validate explain batch fixtures list schema completion help'
# What help explains beside commands.
_swaigctl_topics='output'
_swaigctl_chaining=' respond swml '
# Flags of the whole line, which may stand behind any entry of it.
_swaigctl_outputs=' --as=document|section|step --strict --ignore+=%explain --format|--output-format=json|yaml --compact|-c --color=auto|always|never --no-color '

# The verbs of documents for $1.
_swaigctl_verbs() {
    local specs=
    case $1 in
        calling)
            specs+=' ai ai-sidecar amazon-bedrock answer hangup connect transfer sip-refer join-conference join-room receive-fax send-fax cond switch execute return label goto set unset sleep prompt send-digits detect-machine send-sms user-event pay play enter-queue request execute-rpc record record-call stop-record-call tap stop-tap stream stop-stream denoise stop-denoise live-transcribe live-translate transcribe transcribe-stop' ;;
        messaging)
            specs+=' reply receive request execute transfer switch goto return label' ;;
    esac
    candidates=$specs
}

# What commands have, and verbs behind what their documents are for.
_swaigctl_own() {
    case $1 in connect | calling\ connect) specs+=' --from-name= --headers+=@ --codecs= --webrtc-media|--no-webrtc-media --session-timeout= --timeout= --confirm+= --confirm-timeout= --encryption=mandatory|optional|forbidden --call-state-url= --call-state-events+=created|ringing|answered|ended --name= --codec= --realtime|--no-realtime --status-url-method=GET|POST --authorization-bearer-token= --custom-parameters+=@ --ringback+= --max-duration= --answer-on-bridge|--no-answer-on-bridge --result+=@ --serial+=@ --parallel+=@ --serial-parallel+=@' ;; esac
    case $1 in connect | sip-refer | calling\ connect | calling\ sip-refer | calling\ join-conference | calling\ execute | calling\ prompt) specs+=' --result.variable= --result.case+=@ --result.default+=@' ;; esac
    case $1 in join-conference | calling\ join-conference) specs+=' --name= --muted|--no-muted --beep=true|false|onEnter|onExit --start-on-enter|--no-start-on-enter --end-on-exit|--no-end-on-exit --wait-url= --max-participants= --record=do-not-record|record-from-start --trim=trim-silence|do-not-trim --coach= --status-callback-event+=start,end,join,leave,mute,hold,modify,speaker,announcement, --status-callback= --status-callback-method=GET|POST --recording-status-callback= --recording-status-callback-method=GET|POST --recording-status-callback-event+=in-progress,completed,absent, --result+=@ --status-callback-event-type=cxml|laml|relay --recording-status-callback-event-type=cxml|laml|relay --stream+=@ --stream.url= --stream.name= --stream.codec= --stream.status-url= --stream.status-url-method=GET|POST --stream.realtime|--no-stream.realtime --stream.authorization-bearer-token= --stream.custom-parameters+=@' ;; esac
    case $1 in record-call | calling\ record | calling\ record-call) specs+=' --stereo|--no-stereo --format=wav|mp3|mp4 --beep|--no-beep --input-sensitivity= --initial-timeout= --end-silence-timeout= --max-length=' ;; esac
    case $1 in tap | calling\ tap) specs+=' --uri= --control-id= --direction=speak|listen|both --codec=PCMU|PCMA --rtp-ptime=' ;; esac
    case $1 in send-sms | calling\ send-sms) specs+=' --to-number= --from-number= --media+= --tags+= --region= --status-callback=' ;; esac
    case $1 in pay | calling\ pay) specs+=' --payment-connector-url= --payment-method=credit-card --timeout= --max-attempts= --security-code|--no-security-code --postal-code=true|false --min-postal-code-length= --token-type=one-time|reusable --charge-amount= --currency= --language= --voice= --description= --valid-card-types+=visa,mastercard,amex,maestro,discover,jcb,diners-club, --parameters+=@ --prompts+=@' ;; esac
    case $1 in respond | swml | batch | document) specs+=' --strict --ignore+=%explain' ;; esac
    case $1 in respond | swml | schema | document) specs+=' --format|--output-format=json|yaml --compact|-c' ;; esac
    case $1 in respond | swml | validate | explain | batch | fixtures | list | schema | completion | document) specs+=' --color=auto|always|never --no-color' ;; esac
    case $1 in swml | document) specs+=' --params|--params-object+=@ --form=auto|simplified|full|expanded --section+=' ;; esac
    case $1 in calling\ ai | calling\ amazon-bedrock) specs+=' --prompt+=@ --prompt.text|--prompt.text-file= --prompt.pom+=@ --prompt.max-tokens= --prompt.temperature= --prompt.top-p= --prompt.confidence= --prompt.barge-confidence= --prompt.presence-penalty= --prompt.frequency-penalty= --post-prompt+=@ --post-prompt.text|--post-prompt.text-file= --post-prompt.pom+=@ --post-prompt.max-tokens= --post-prompt.temperature= --post-prompt.top-p= --post-prompt.confidence= --post-prompt.barge-confidence= --post-prompt.presence-penalty= --post-prompt.frequency-penalty= --post-prompt-url= --SWAIG+=@ --params+=@ --params.attention-timeout=true|false --params.hard-stop-time= --params.hard-stop-prompt|--params.hard-stop-prompt-file= --params.video-listening-file= --params.video-idle-file= --params.video-talking-file=' ;; esac
    case $1 in calling\ ai | calling\ ai-sidecar | calling\ amazon-bedrock) specs+=' --SWAIG.defaults+=@ --SWAIG.defaults.web-hook-url= --SWAIG.functions+=@ --global-data+=@' ;; esac
    case $1 in calling\ ai | calling\ ai-sidecar) specs+=' --SWAIG.defaults.web-hook-auth-user= --SWAIG.defaults.web-hook-auth-password= --SWAIG.mcp-servers+=@' ;; esac
    case $1 in calling\ live-transcribe | calling\ live-translate) specs+=' --action=stop|summarize --action.start+=@ --action.start.direction+=remote-caller|local-caller --action.start.speech-engine=deepgram|google --action.start.speech-timeout= --action.start.vad-silence-ms= --action.start.vad-thresh= --action.start.debug-level= --action.start.webhook= --action.start.live-events|--no-action.start.live-events --action.start.ai-summary|--no-action.start.ai-summary --action.start.ai-summary-prompt|--action.start.ai-summary-prompt-file= --action.summarize+=@ --action.summarize.webhook= --action.summarize.prompt|--action.summarize.prompt-file=' ;; esac
    case $1 in
        connect)
            specs+=' --destination|--to= --final|--transfer|--no-final|--no-transfer --from-addr|--from= --username= --password= --transfer-after-bridge= --status-url=' ;;
        swml-transfer)
            specs+=' --dest= --ai-response|--ai-response-file= --final|--transfer|--no-final|--no-transfer --swml-params+=@ --meta+=@' ;;
        transfer)
            specs+=' --dest= --summarize|--no-summarize' ;;
        sip-refer | calling\ sip-refer)
            specs+=' --to-uri= --status-url= --username= --password= --result+=@' ;;
        execute-swml)
            specs+=' --swml-content+=@ --swml-content.version=1.0.0 --swml-content.sections+=@ --transfer|--no-transfer' ;;
        hold)
            specs+=' --prompt|--prompt-file= --timeout= --step= --timeout-step=' ;;
        wait-for-user)
            specs+=' --enabled|--no-enabled --timeout= --answer-first' ;;
        join-conference)
            specs+=' --region=' ;;
        join-room | calling\ join-room)
            specs+=' --name=' ;;
        swml-change-step)
            specs+=' --step-name=' ;;
        swml-change-context)
            specs+=' --context-name=' ;;
        switch-context)
            specs+=' --system-prompt|--system-prompt-file= --user-prompt|--user-prompt-file= --consolidate|--no-consolidate --full-reset|--no-full-reset' ;;
        replace-in-history)
            specs+=' --text|--text-file=true|false' ;;
        toggle-functions)
            specs+=' --function-toggles+=@' ;;
        enable-functions-on-timeout)
            specs+=' --enabled|--no-enabled' ;;
        enable-extensive-data)
            specs+=' --enabled|--no-enabled' ;;
        back-to-back-functions)
            specs+=' --enabled=true|false|forever' ;;
        update-settings)
            specs+=' --settings+=@ --settings.frequency-penalty= --settings.presence-penalty= --settings.max-tokens= --settings.top-p= --settings.confidence= --settings.barge-confidence= --settings.temperature=' ;;
        update-global-data | set-metadata)
            specs+=' --data+=@' ;;
        remove-global-data | remove-metadata)
            specs+=' --keys+=' ;;
        set-semantic-state)
            specs+=' --state|--semantic-state+=@' ;;
        play-background-file)
            specs+=' --filename|--file= --wait|--no-wait' ;;
        record-call | calling\ record-call)
            specs+=' --control-id= --direction=speak|listen|both --terminators= --status-url=' ;;
        stop-record-call | stop-tap | calling\ stop-record-call | calling\ stop-tap | calling\ stop-stream)
            specs+=' --control-id=' ;;
        tap | calling\ tap)
            specs+=' --status-url=' ;;
        send-sms | calling\ send-sms)
            specs+=' --body|--body-file=' ;;
        swml-user-event)
            specs+=' --event-data|--event+=@' ;;
        user-event)
            specs+=' --event+=@' ;;
        pay)
            specs+=' --input-method|--input=dtmf --status-url= --ai-response|--ai-response-file=' ;;
        create-payment-prompt)
            specs+=' --for-situation|--for=payment-card-number|expiration-date|security-code|postal-code|payment-processing|payment-completed|payment-failed|payment-cancelled|payment-canceled --actions+=@ --card-type+=visa,mastercard,amex,maestro,discover,jcb,diners-club,optima, --error-type+=timeout,invalid-card-number,invalid-card-type,invalid-date,invalid-security-code,invalid-postal-code,invalid-bank-routing-number,invalid-bank-account-number,input-matching-failed,session-in-progress,card-declined,' ;;
        create-payment-action)
            specs+=' --action-type|--type=Say|Play --phrase|--phrase-file=' ;;
        create-payment-parameter)
            specs+=' --name= --value=' ;;
        execute-rpc | calling\ execute-rpc)
            specs+=' --method= --params+=@ --call-id= --node-id=' ;;
        rpc-dial)
            specs+=' --to-number= --from-number= --dest-swml= --device-type|--type=' ;;
        rpc-ai-message)
            specs+=' --call-id= --message-text|--message-text-file= --role= --global-data+=@' ;;
        rpc-ai-global-data)
            specs+=' --call-id= --data|--global-data+=@' ;;
        rpc-ai-unhold)
            specs+=' --call-id=' ;;
        add-action)
            specs+=' --name= --data=@' ;;
        say)
            specs+=' --text|--text-file=' ;;
        change-voice)
            specs+=' --voice=' ;;
        add-dynamic-hints)
            specs+=' --hints+=@' ;;
        set-end-of-speech-timeout)
            specs+=' --milliseconds=' ;;
        set-speech-event-timeout)
            specs+=' --milliseconds=' ;;
        simulate-user-input)
            specs+=' --text|--text-file=' ;;
        respond)
            specs+=' --params|--params-object+=@ --response|--response-file= --tool-result|--tool-result-file= --tool-prompt|--tool-prompt-file= --post-process --skeleton' ;;
        swml)
            specs+=' --for=calling|messaging --as=document|section|step' ;;
        validate)
            specs+=' --as=response|action|swml|messaging --lines --skip-others --select+=%explain --ignore+=%explain --fail-on=error|warning|info --fix --unsafe-fixes --diff --format|--output-format=text|json|github|sarif --output=' ;;
        explain)
            specs+=' --format|--output-format=text|json' ;;
        batch)
            specs+=' --fail-fast --form=auto|simplified|full|expanded --as=action|response|swml|verb --errors=' ;;
        fixtures)
            specs+=' --output= --prune --force --strict --ignore+= --format|--output-format=text|json|github --diff --stat --quiet' ;;
        list)
            specs+=' --what=actions|verbs|all --format|--output-format=text|json' ;;
        schema)
            specs+=' --of=params|action|response|document|plan --for=calling|messaging --draft=2020-12|7' ;;
        document)
            specs+=' --transfer|--no-transfer --end' ;;
        calling\ ai)
            specs+=' --prompt.contexts+=@ --SWAIG.native-functions+=check_time|wait_seconds|wait_for_user|adjust_response_latency --SWAIG.includes+=@ --SWAIG.internal-fillers+=@ --SWAIG.internal-fillers.check-time+=@ --SWAIG.internal-fillers.wait-for-user+=@ --SWAIG.internal-fillers.wait-seconds+=@ --SWAIG.internal-fillers.adjust-response-latency+=@ --SWAIG.internal-fillers.next-step+=@ --SWAIG.internal-fillers.change-context+=@ --SWAIG.internal-fillers.get-visual-input+=@ --SWAIG.internal-fillers.get-ideal-strategy+=@ --SWAIG.internal-fillers.pause-conversation+=@ --params.ai-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --params.conscience|--params.conscience-file= --params.max-response-tokens= --params.pom-format=markdown|xml --params.convo+=@ --params.conversation-sliding-window= --params.cache-mode|--no-params.cache-mode --params.enable-thinking|--no-params.enable-thinking --params.thinking-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --params.enable-vision|--no-params.enable-vision --params.vision-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --params.utility-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --params.local-tz= --params.openai-asr-engine= --params.asr-smart-format|--no-params.asr-smart-format --params.asr-diarize|--no-params.asr-diarize --params.asr-speaker-affinity|--no-params.asr-speaker-affinity --params.llm-diarize-aware|--no-params.llm-diarize-aware --params.energy-level= --params.vad-config= --params.enable-text-normalization=heard|spoken|both|true|on|false|off|none --params.auto-correct|--no-params.auto-correct --params.languages-enabled|--no-params.languages-enabled --params.end-of-speech-timeout= --params.first-word-timeout= --params.speech-event-timeout= --params.speech-timeout= --params.speech-gen-quick-stops= --params.enable-turn-detection|--no-params.enable-turn-detection --params.turn-detection-timeout= --params.turn-filler-sources= --params.turn-filler-every-n= --params.turn-filler-min-ms= --params.enable-barge=true|false --params.barge-match-string= --params.barge-min-words= --params.barge-functions|--no-params.barge-functions --params.transparent-barge|--no-params.transparent-barge --params.transparent-barge-max-time= --params.interrupt-on-noise=true|false --params.interrupt-prompt|--params.interrupt-prompt-file= --params.acknowledge-interruptions=true|false --params.attention-timeout-prompt|--params.attention-timeout-prompt-file= --params.outbound-attention-timeout= --params.inactivity-timeout= --params.wait-for-user|--no-params.wait-for-user --params.initial-sleep-ms= --params.static-greeting|--params.static-greeting-file= --params.static-greeting-no-barge|--no-params.static-greeting-no-barge --params.direction=inbound|outbound --params.ai-name= --params.wake-prefix= --params.enable-pause|--no-params.enable-pause --params.start-paused|--no-params.start-paused --params.speak-when-spoken-to|--no-params.speak-when-spoken-to --params.ai-volume= --params.max-emotion= --params.tts-number-format=international|national --params.eleven-labs-stability= --params.eleven-labs-similarity= --params.background-file= --params.background-file-loops= --params.background-file-volume= --params.hold-music= --params.hold-on-process|--no-params.hold-on-process --params.digit-terminators= --params.digit-timeout= --params.input-poll-freq= --params.swaig-allow-swml|--no-params.swaig-allow-swml --params.swaig-allow-settings|--no-params.swaig-allow-settings --params.swaig-set-global-data|--no-params.swaig-set-global-data --params.swaig-post-conversation|--no-params.swaig-post-conversation --params.swaig-post-swml-vars+=true|false --params.function-wait-for-talking|--no-params.function-wait-for-talking --params.functions-on-no-response|--no-params.functions-on-no-response --params.enable-inner-dialog|--no-params.enable-inner-dialog --params.inner-dialog-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --params.inner-dialog-prompt|--params.inner-dialog-prompt-file= --params.inner-dialog-synced|--no-params.inner-dialog-synced --params.persist-global-data|--no-params.persist-global-data --params.conversation-id= --params.save-conversation|--no-params.save-conversation --params.summary-mode=string|original --params.transfer-summary|--no-params.transfer-summary --params.redact-prompt|--params.redact-prompt-file= --params.app-name= --params.enable-accounting|--no-params.enable-accounting --params.debug-webhook-url= --params.debug-webhook-level= --params.debug=true|false --params.verbose-logs|--no-params.verbose-logs --params.audible-debug|--no-params.audible-debug --params.audible-latency|--no-params.audible-latency --languages+=@ --multilingual+=@ --multilingual.languages+=@ --multilingual.allowed+= --multilingual.start-language= --multilingual.min-switch-words= --multilingual.engine= --multilingual.model= --multilingual.provider= --multilingual.fillers+=@ --multilingual.function-fillers+=@ --multilingual.turn-fillers+=@ --hints+=@ --pronounce+=@ --voice= --post-prompt-auth-user= --post-prompt-auth-password=' ;;
        calling\ ai-sidecar)
            specs+=' --prompt|--prompt-file= --prompt.text|--prompt.text-file= --prompt.pom+=@ --prompt.file= --lang= --model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --direction+=remote-caller|local-caller --customer-role=remote-caller|local-caller --url= --SWAIG+=@ --permissions+=@ --permissions.swaig-allow-swml|--no-permissions.swaig-allow-swml --permissions.swaig-allow-settings|--no-permissions.swaig-allow-settings --permissions.swaig-set-global-data|--no-permissions.swaig-set-global-data --hints+= --params+=@ --params.idle-timeout-ms= --params.min-interval-ms= --params.max-iters-per-tick= --params.max-history-tokens= --params.act-on-channel|--no-params.act-on-channel --params.final-summary|--no-params.final-summary --params.ai-summary|--no-params.ai-summary --params.ai-summary-prompt|--params.ai-summary-prompt-file= --params.summary-model=gpt-4o-mini|gpt-4.1-mini|gpt-4.1-nano --params.live-events|--no-params.live-events --params.verbose-utterances|--no-params.verbose-utterances --params.speech-engine=deepgram|google --params.speech-timeout= --params.vad-silence-ms= --params.vad-thresh= --params.transcribe-prompt|--params.transcribe-prompt-file= --params.debug-level= --params.debug|--no-params.debug --action+=@ --action.summarize+=@ --action.summarize.webhook= --action.summarize.prompt|--action.summarize.prompt-file=' ;;
        calling\ amazon-bedrock)
            specs+=' --prompt.voice-id=tiffany|matthew|amy|lupe|carlos --params.inactivity-timeout=true|false' ;;
        calling\ answer)
            specs+=' --max-duration= --codecs= --username= --password=' ;;
        calling\ hangup)
            specs+=' --reason=hangup|busy|decline' ;;
        calling\ connect)
            specs+=' --to= --from= --username= --password= --transfer-after-bridge= --status-url=' ;;
        calling\ transfer)
            specs+=' --dest= --params+=@ --meta+=@' ;;
        calling\ join-conference)
            specs+=' --region=global|us|eu|ch' ;;
        calling\ receive-fax)
            specs+=' --status-url=' ;;
        calling\ send-fax)
            specs+=' --document= --header-info= --identity= --status-url=' ;;
        calling\ cond)
            specs+=' --branches+=@' ;;
        calling\ switch)
            specs+=' --variable= --case+=@ --default+=@' ;;
        calling\ execute)
            specs+=' --dest= --params+=@ --meta+=@ --on-return+=@ --result+=@' ;;
        calling\ return | messaging\ return)
            specs+=' --value=@' ;;
        calling\ label | messaging\ label)
            specs+=' --name=' ;;
        calling\ goto)
            specs+=' --label= --when= --max=' ;;
        calling\ set)
            specs+=' --vars+=@' ;;
        calling\ unset)
            specs+=' --names+=' ;;
        calling\ sleep)
            specs+=' --duration=' ;;
        calling\ prompt)
            specs+=' --play+= --volume= --say-voice= --say-language= --say-gender= --max-digits= --terminators= --digit-timeout= --initial-timeout= --speech-timeout= --speech-end-timeout= --speech-language= --speech-hints+= --speech-engine=Google|Google.V2|Deepgram --status-url= --result+=@' ;;
        calling\ send-digits)
            specs+=' --digits=' ;;
        calling\ detect-machine)
            specs+=' --detectors= --wait|--no-wait --timeout= --initial-timeout= --end-silence-timeout= --machine-ready-timeout= --machine-voice-threshold= --machine-words-threshold= --detect-message-end|--no-detect-message-end --tone=CED|CNG --status-url=' ;;
        calling\ user-event)
            specs+=' --event+=@' ;;
        calling\ pay)
            specs+=' --input=dtmf --status-url=' ;;
        calling\ play)
            specs+=' --url= --auto-answer|--no-auto-answer --volume= --say-voice= --say-language= --say-gender= --status-url= --urls+=' ;;
        calling\ enter-queue)
            specs+=' --queue-name= --wait-url= --wait-time= --transfer-after-bridge= --status-url=' ;;
        calling\ request)
            specs+=' --url= --method=GET|POST|PUT|DELETE --headers+=@ --body= --timeout= --connect-timeout= --save-variables|--no-save-variables' ;;
        calling\ record)
            specs+=' --direction=speak|listen --terminators= --status-url=' ;;
        calling\ stream)
            specs+=' --url= --control-id= --name= --track=inbound_track|outbound_track|both_tracks --codec= --status-url= --status-url-method=GET|POST --authorization-bearer-token= --custom-parameters+=@' ;;
        calling\ live-transcribe)
            specs+=' --action.start.lang=' ;;
        calling\ live-translate)
            specs+=' --action.start.from-lang= --action.start.to-lang= --action.start.from-voice= --action.start.to-voice= --action.start.filter-from=polite|rude|professional|shakespeare|gen-z --action.start.filter-to=polite|rude|professional|shakespeare|gen-z --action.inject+=@ --action.inject.message|--action.inject.message-file= --action.inject.direction=remote-caller|local-caller' ;;
        calling\ transcribe)
            specs+=' --status-url=' ;;
        messaging\ reply)
            specs+=' --body|--body-file= --media+= --to= --from= --status-url= --switch+=@ --switch.variable= --switch.transform=lowercase|uppercase|trim|lowercase_trim|uppercase_trim --switch.case+=@ --switch.default|--switch.default-file= --switch.default.body|--switch.default.body-file= --switch.default.media+= --switch.default.to= --switch.default.from= --switch.default.status-url=' ;;
        messaging\ request)
            specs+=' --url= --method=GET|POST|PUT|PATCH|DELETE --headers+=@ --body= --timeout= --save-variables|--no-save-variables' ;;
        messaging\ execute)
            specs+=' --dest= --params+=@' ;;
        messaging\ transfer)
            specs+=' --dest= --method=GET|POST|PUT|PATCH|DELETE --params+=@' ;;
        messaging\ switch)
            specs+=' --variable= --transform=lowercase|uppercase|trim|lowercase_trim|uppercase_trim --case+=@ --default+=@' ;;
        messaging\ goto)
            specs+=' --label= --max=' ;;
    esac
}

# What actions and verbs have beside that: actions by themselves, each in a response, verbs in
# swml, and verbs in a document in a response.
_swaigctl_alone() {
    case $1 in connect | swml-transfer | transfer | sip-refer | execute-swml | hold | wait-for-user | join-conference | join-room | swml-change-step | swml-change-context | switch-context | replace-in-history | toggle-functions | enable-functions-on-timeout | enable-extensive-data | back-to-back-functions | update-settings | update-global-data | remove-global-data | set-semantic-state | set-metadata | remove-metadata | play-background-file | record-call | stop-record-call | tap | stop-tap | send-sms | swml-user-event | user-event | pay | create-payment-prompt | create-payment-action | create-payment-parameter | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold | add-action | say | change-voice | add-dynamic-hints | set-end-of-speech-timeout | set-speech-event-timeout | simulate-user-input) specs+=' --params|--params-object+=@' ;; esac
    case $1 in connect | swml-transfer | transfer | sip-refer | execute-swml | hangup | hold | wait-for-user | stop | join-conference | join-room | swml-change-step | swml-change-context | switch-context | replace-in-history | toggle-functions | enable-functions-on-timeout | enable-extensive-data | back-to-back-functions | update-settings | update-global-data | remove-global-data | set-semantic-state | set-metadata | remove-metadata | play-background-file | stop-background-file | record-call | stop-record-call | tap | stop-tap | send-sms | swml-user-event | user-event | pay | create-payment-prompt | create-payment-action | create-payment-parameter | execute-rpc | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold | add-action | say | change-voice | add-dynamic-hints | clear-dynamic-hints | set-end-of-speech-timeout | set-speech-event-timeout | simulate-user-input) specs+=' --strict --ignore+=%explain --compact|-c --color=auto|always|never --no-color' ;; esac
    case $1 in connect | swml-transfer | sip-refer | join-conference | join-room | record-call | stop-record-call | tap | stop-tap | send-sms | swml-user-event | pay | execute-rpc | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold) specs+=' --as=action|response|swml|verb' ;; esac
    case $1 in connect | swml-transfer | transfer | sip-refer | execute-swml | hangup | hold | wait-for-user | stop | join-conference | join-room | swml-change-step | swml-change-context | switch-context | replace-in-history | toggle-functions | enable-functions-on-timeout | enable-extensive-data | back-to-back-functions | update-settings | update-global-data | remove-global-data | set-semantic-state | set-metadata | remove-metadata | play-background-file | stop-background-file | stop-record-call | tap | stop-tap | send-sms | swml-user-event | user-event | pay | create-payment-prompt | create-payment-action | create-payment-parameter | execute-rpc | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold | add-action | say | change-voice | add-dynamic-hints | clear-dynamic-hints | set-end-of-speech-timeout | set-speech-event-timeout | simulate-user-input) specs+=' --format|--output-format=json|yaml' ;; esac
    case $1 in transfer | hold | join-conference | switch-context | play-background-file) specs+=' --form=auto|simplified|full|expanded --diff' ;; esac
    case $1 in sip-refer | join-conference | join-room | record-call | stop-record-call | tap | stop-tap | send-sms | swml-user-event | pay | execute-rpc | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold) specs+=' --transfer|--no-transfer' ;; esac
    case $1 in
        connect | swml-transfer | sip-refer | join-conference | join-room | stop-record-call | stop-tap | send-sms | swml-user-event | pay | create-payment-prompt | create-payment-action | create-payment-parameter | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold)
            specs+=' --skeleton' ;;
        transfer | hold | wait-for-user | swml-change-step | swml-change-context | switch-context | replace-in-history | toggle-functions | enable-functions-on-timeout | enable-extensive-data | back-to-back-functions | update-settings | update-global-data | remove-global-data | set-semantic-state | set-metadata | remove-metadata | play-background-file | user-event | add-action | say | change-voice | add-dynamic-hints | set-end-of-speech-timeout | set-speech-event-timeout | simulate-user-input)
            specs+=' --as=action|response --skeleton' ;;
        execute-swml)
            specs+=' --as=action|response|swml --skeleton' ;;
        hangup | stop | stop-background-file | clear-dynamic-hints)
            specs+=' --as=action|response' ;;
        record-call)
            specs+=' --skeleton --output-format=json|yaml' ;;
        tap)
            specs+=' --form=auto|expanded --skeleton' ;;
        execute-rpc)
            specs+=' --params-object+=@ --skeleton' ;;
    esac
}

_swaigctl_respond() {
    case $1 in
        transfer | hold | switch-context | play-background-file)
            specs+=' --params|--params-object+=@ --form=auto|simplified|full|expanded --format|--output-format=json|yaml' ;;
        sip-refer | join-room | stop-record-call | stop-tap | send-sms | swml-user-event | pay | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold)
            specs+=' --params|--params-object+=@ --transfer|--no-transfer --format|--output-format=json|yaml' ;;
        hangup | stop | stop-background-file | clear-dynamic-hints)
            specs+=' --format|--output-format=json|yaml' ;;
        join-conference)
            specs+=' --params|--params-object+=@ --transfer|--no-transfer --form=auto|simplified|full|expanded --format|--output-format=json|yaml' ;;
        record-call)
            specs+=' --params|--params-object+=@ --transfer|--no-transfer --output-format=json|yaml' ;;
        tap)
            specs+=' --params|--params-object+=@ --transfer|--no-transfer --form=auto|expanded --format|--output-format=json|yaml' ;;
        execute-rpc)
            specs+=' --params-object+=@ --transfer|--no-transfer --format|--output-format=json|yaml' ;;
        *)
            specs+=' --params|--params-object+=@ --format|--output-format=json|yaml' ;;
    esac
    specs+=' --strict --ignore+=%explain --compact|-c --color=auto|always|never --no-color'
}

_swaigctl_swml() {
    case $1 in
        calling\ ai | calling\ ai-sidecar | calling\ amazon-bedrock | messaging\ transfer)
            specs+=' --params-object+=@ --form=auto|expanded --skeleton --format|--output-format=json|yaml' ;;
        calling\ answer | calling\ goto | calling\ prompt | calling\ detect-machine | calling\ pay | calling\ play | calling\ enter-queue | calling\ request | calling\ tap | calling\ stream | calling\ live-transcribe | calling\ live-translate | messaging\ request | messaging\ switch | messaging\ goto)
            specs+=' --params|--params-object+=@ --form=auto|expanded --skeleton --format|--output-format=json|yaml' ;;
        calling\ connect | calling\ sip-refer | calling\ cond | calling\ switch | calling\ sleep)
            specs+=' --params|--params-object+=@ --form=auto|full|expanded --skeleton --format|--output-format=json|yaml' ;;
        calling\ transfer | calling\ execute-rpc | messaging\ execute)
            specs+=' --params-object+=@ --skeleton --format|--output-format=json|yaml' ;;
        calling\ join-conference)
            specs+=' --params|--params-object+=@ --form=auto|simplified|expanded --skeleton --format|--output-format=json|yaml' ;;
        calling\ execute)
            specs+=' --params-object+=@ --form=auto|full|expanded --skeleton --format|--output-format=json|yaml' ;;
        calling\ record | calling\ record-call)
            specs+=' --params|--params-object+=@ --form=auto|expanded --skeleton --output-format=json|yaml' ;;
        calling\ denoise | calling\ stop-denoise | calling\ transcribe-stop | messaging\ receive)
            specs+=' --format|--output-format=json|yaml' ;;
        messaging\ reply)
            specs+=' --params|--params-object+=@ --form=auto|simplified --skeleton --format|--output-format=json|yaml' ;;
        *)
            specs+=' --params|--params-object+=@ --skeleton --format|--output-format=json|yaml' ;;
    esac
    specs+=' --as=document|section|step --strict --ignore+=%explain --compact|-c --color=auto|always|never --no-color --section+='
}

_swaigctl_document() {
    case $1 in
        calling\ ai | calling\ ai-sidecar | calling\ amazon-bedrock)
            specs+=' --params-object+=@ --form=auto|expanded --format|--output-format=json|yaml' ;;
        calling\ answer | calling\ goto | calling\ prompt | calling\ detect-machine | calling\ pay | calling\ play | calling\ enter-queue | calling\ request | calling\ tap | calling\ stream | calling\ live-transcribe | calling\ live-translate)
            specs+=' --params|--params-object+=@ --form=auto|expanded --format|--output-format=json|yaml' ;;
        calling\ connect | calling\ sip-refer | calling\ cond | calling\ switch | calling\ sleep)
            specs+=' --params|--params-object+=@ --form=auto|full|expanded --format|--output-format=json|yaml' ;;
        calling\ transfer | calling\ execute-rpc)
            specs+=' --params-object+=@ --format|--output-format=json|yaml' ;;
        calling\ join-conference)
            specs+=' --params|--params-object+=@ --form=auto|simplified|expanded --format|--output-format=json|yaml' ;;
        calling\ execute)
            specs+=' --params-object+=@ --form=auto|full|expanded --format|--output-format=json|yaml' ;;
        calling\ record | calling\ record-call)
            specs+=' --params|--params-object+=@ --form=auto|expanded --output-format=json|yaml' ;;
        calling\ denoise | calling\ stop-denoise | calling\ transcribe-stop)
            specs+=' --format|--output-format=json|yaml' ;;
        *)
            specs+=' --params|--params-object+=@ --format|--output-format=json|yaml' ;;
    esac
    specs+=' --strict --ignore+=%explain --compact|-c --color=auto|always|never --no-color --section+= --end'
}

# What may follow, where that is no flag; FILE is any file.
_swaigctl_words() {
    local specs=
    case $1 in
        explain)
            specs+=' agent-stays callback-without-url choice conference-of-one deprecated duplicate-name else-not-last empty ending exclusive file flag-as-value flags foreign form given-twice header-not-sent home invalid-ignore javascript-too-long json json-as-text json-comments large-conference left-alone left-over-fixture legacy-form literal-at lost-plus manifest merge-conflict misplaced missing-fixture never-ends never-matches never-runs no-default no-effect no-summary not-a-hook not-a-section not-a-sip-uri not-a-voice not-allowed not-documented not-for-destination not-read not-replaced not-used nothing-recorded nothing-spoken nothing-to-wait-for one-form one-level-deep one-verb outside pattern prompt-not-shown range recording-fails required reserved-name response-replaced set-and-removed several-in-one shape shell simplified-form source stale-fixture step-on-hold temperature-clamped template toml too-long transfer-not-shown twice type unknown-action unknown-caller-id unknown-codec unknown-command unknown-context unknown-currency unknown-destination unknown-device unknown-document unknown-flag unknown-function unknown-label unknown-name unknown-region unknown-role unknown-section unknown-setting unknown-step unknown-verb unused-context unused-ignore unused-label unused-section unused-step url-not-absolute usage utf-8 variable-for-a-name variable-in-javascript yaml' ;;
        batch)
            specs+=' FILE' ;;
        fixtures)
            specs+=' build check list init' ;;
        fixtures\ build)
            specs+=' FILE' ;;
        fixtures\ check)
            specs+=' FILE' ;;
        fixtures\ list)
            specs+=' FILE' ;;
        fixtures\ init)
            specs+=' FILE' ;;
        schema)
            specs+=' connect swml-transfer transfer sip-refer execute-swml hangup hold wait-for-user stop join-conference join-room swml-change-step swml-change-context switch-context replace-in-history toggle-functions enable-functions-on-timeout enable-extensive-data back-to-back-functions update-settings update-global-data remove-global-data set-semantic-state set-metadata remove-metadata play-background-file stop-background-file record-call stop-record-call tap stop-tap send-sms swml-user-event user-event pay create-payment-prompt create-payment-action create-payment-parameter execute-rpc rpc-dial rpc-ai-message rpc-ai-global-data rpc-ai-unhold add-action say change-voice add-dynamic-hints clear-dynamic-hints set-end-of-speech-timeout set-speech-event-timeout simulate-user-input' ;;
        completion)
            specs+=' bash zsh fish powershell install uninstall status' ;;
        completion\ install)
            specs+=' bash zsh fish powershell' ;;
        completion\ uninstall)
            specs+=' bash zsh fish powershell' ;;
        completion\ status)
            specs+=' bash zsh fish powershell' ;;
    esac
    candidates=$specs
}

# The words of a command line as the program would see them, whatever COMP_WORDBREAKS holds:
# sets words, cur (the last, unfinished one), quote (the one that is open) and redirected.
_swaigctl_read_line() {
    local rest=$1 near= chunk begun=
    local plain=$'^[^[:space:]\'"\\\\<>]+' blank='^[[:space:]]+'
    local in_single="^[^']+" in_double='^[^"\]+'
    words=() cur= quote= redirected=
    while [[ $near$rest ]]; do
        # A piece at a time: every match and cut costs the length of what is left.
        ((${#near} < 2)) && near+=${rest:0:512} rest=${rest:512}
        chunk=${near:0:1}
        if [[ $quote == "'" ]]; then
            if [[ $near =~ $in_single ]]; then chunk=${BASH_REMATCH[0]} cur+=$chunk; else quote=; fi
        elif [[ $quote == '"' ]]; then
            if [[ $near =~ $in_double ]]; then
                chunk=${BASH_REMATCH[0]} cur+=$chunk
            elif [[ $chunk == '"' ]]; then
                quote=
            else
                chunk=${near:0:2}
                case $chunk in
                    '\"' | '\\' | '\$' | '\`') cur+=${chunk:1} ;;
                    *) cur+=$chunk ;;
                esac
            fi
        elif [[ $near =~ $plain ]]; then
            chunk=${BASH_REMATCH[0]} cur+=$chunk begun=1
        elif [[ $near =~ $blank ]]; then
            chunk=${BASH_REMATCH[0]}
            if [[ $begun ]]; then
                [[ $redirected ]] || words+=("$cur")
                redirected=
            fi
            cur= begun=
        elif [[ $chunk == [\<\>] ]]; then
            [[ $begun && $cur == *[!0-9]* ]] && words+=("$cur")
            cur= begun= redirected=1
        elif [[ $chunk == \\ ]]; then
            chunk=${near:0:2} cur+=${chunk:1} begun=1
        else
            quote=$chunk begun=1
        fi
        near=${near:${#chunk}}
    done
}

# The spec among specs that has this flag.
_swaigctl_find() {
    local names
    for spec in $specs; do
        names=${spec%%=*}
        [[ "|${names%+}|" == *"|$1|"* ]] && return
    done
    spec=
    return 1
}

# Offer $3 and so on, each behind $1, for what stands in cur; $2 is what readline will replace.
_swaigctl_offer() {
    local before=$1 replaced=$2 each rest
    shift 2
    for each in "$@"; do
        each=$before$each
        [[ $each == "$cur"* ]] || continue
        rest=${each:${#cur}}
        [[ $quote || -z $rest ]] || printf -v rest %q "$rest"
        COMPREPLY+=("$replaced$rest")
    done
}

_swaigctl_offer_files() {
    local before=$1 replaced=$2 each files=()
    while IFS= read -r each; do
        [[ -d $each ]] && each+=/
        files+=("$each")
    done < <(compgen -f -- "${cur:${#before}}")
    ((${#files[@]})) || return
    _swaigctl_offer "$before" "$replaced" "${files[@]}"
    if [[ ${#files[@]} == 1 && ${files[0]} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

# Offer values of spec; what stands in cur before the value is $1.
_swaigctl_offer_values() {
    local before=$1 replaced=$2 values=${spec#*=} value=${cur:${#1}} each taken
    case $values in
        @)
            if [[ $value == @* ]]; then
                _swaigctl_offer_files "$before@" "$replaced"
            else
                _swaigctl_offer "$before" "$replaced" @ -
                [[ ${#COMPREPLY[@]} == 1 && $value != - ]] && compopt -o nospace 2>/dev/null
            fi
            ;;
        '%'*)
            local candidates
            _swaigctl_words "${values:1}"
            _swaigctl_offer "$before" "$replaced" $candidates
            ;;
        *,)
            if [[ $value == *' '* ]]; then
                taken=" ${value% *} "
                before+="${value% *} "
            fi
            local IFS=,
            for each in $values; do
                [[ $taken == *" $each "* ]] || _swaigctl_offer "$before" "$replaced" "$each"
            done
            ;;
        *)
            local IFS='|'
            _swaigctl_offer "$before" "$replaced" $values
            ;;
    esac
}

# What may begin here, on a line on which entries follow one another: sets candidates.
_swaigctl_entries() {
    if [[ $line == respond ]]; then
        candidates="$_swaigctl_actions swml"
    else
        _swaigctl_verbs "$flavour"
    fi
}

# Begin what $1 names: a command, an entry of a line, or a document among actions.
_swaigctl_begin() {
    local each kept=' '
    for each in $used; do
        [[ $_swaigctl_outputs == *" $each "* ]] && kept+="$each "
    done
    used=$kept specs='--help|-h'
    if [[ -z $command ]]; then
        command=$1 entry=
        [[ $_swaigctl_chaining == *" $1 "* ]] && line=$1
        _swaigctl_own "$1"
        _swaigctl_alone "$1"
    elif [[ $line == respond && $1 == swml ]]; then
        line=document
        _swaigctl_own document
    elif [[ $line == respond ]]; then
        entry=$1
        _swaigctl_own "$1"
        _swaigctl_respond "$1"
    else
        entry=$1
        _swaigctl_own "$flavour $1"
        "_swaigctl_$line" "$flavour $1"
    fi
}

# What the flag of spec, given the value $1, changes for what follows.
_swaigctl_given() {
    case $spec in
        '--for=calling|messaging') flavour=$1 ;;
        --section+=)
            [[ " $specs " == *" "--end" "* ]] && specs=--section+=' '--end || specs=--section+= ;;
        --end) line=respond specs= ;;
    esac
}

_swaigctl() {
    local IFS=$' \t\n' words cur quote redirected
    local specs='--version --color=auto|always|never --no-color --help|-h'
    local command= entry= line= flavour=calling helping= used=' ' spec= pending= following=
    local candidates= each
    COMPREPLY=()
    _swaigctl_read_line "${COMP_LINE:0:COMP_POINT}"
    if [[ $redirected ]]; then
        _swaigctl_offer_files '' "$2"
        return
    fi
    for each in "${words[@]:1}"; do
        if [[ $pending ]]; then
            spec=$pending pending=
            _swaigctl_given "$each"
        elif [[ $each == -?* ]]; then
            _swaigctl_find "${each%%=*}" || continue
            [[ $helping && $spec != '--for=calling|messaging' ]] && return # help is about one flag
            [[ $spec == *+=* ]] || used+="$spec "
            if [[ $spec == *=* && $each != *=* ]]; then
                pending=$spec
            else
                _swaigctl_given "${each#*=}"
            fi
        elif [[ -z $command && $each == help ]]; then
            helping=1
        else
            each=${each//_/-}
            [[ $line ]] && _swaigctl_entries
            if [[ -z $command || " $candidates " == *" $each "* ]]; then
                _swaigctl_begin "$each"
            else
                following+=" $each"
            fi
            candidates=
        fi
    done
    if [[ $pending ]]; then
        spec=$pending
        _swaigctl_offer_values '' "$2"
    elif [[ $cur == -*=* ]]; then
        _swaigctl_find "${cur%%=*}" || return
        # A boolean may be given its value, but not by its --no-flag.
        [[ $spec != *=* && ${spec%%|*} == "${cur%%=*}" ]] && spec='=true|false'
        [[ $spec == *=* ]] && _swaigctl_offer_values "${cur%%=*}=" "$2"
    else
        if [[ -z $command ]]; then
            candidates="$_swaigctl_actions $_swaigctl_tools"
            [[ $helping ]] && candidates+=" $_swaigctl_topics"
        elif [[ $helping && " $_swaigctl_topics " == *" $command "* ]]; then
            return
        elif [[ $line ]]; then
            [[ $helping && $entry ]] || _swaigctl_entries
        elif [[ -z $helping ]]; then
            _swaigctl_words "$command$following"
        fi
        if [[ $cur != -* && ${candidates# } == FILE ]]; then
            _swaigctl_offer_files '' "$2"
            return
        fi
        if [[ $cur == -* || -z $candidates ]]; then
            candidates=
            for spec in $specs; do
                [[ $used == *" $spec "* ]] && continue
                spec=${spec%%=*}
                candidates+=" ${spec%+}"
            done
            candidates=${candidates//|/ }
        fi
        _swaigctl_offer '' "$2" $candidates
    fi
}

complete -F _swaigctl swaigctl
