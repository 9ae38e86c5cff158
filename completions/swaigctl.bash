# swaigctl's completions, written by `python -m swaigctl.generate`; don't edit.
# What Tab completes behind swaigctl, for bash 3.2 or newer; needs no bash-completion.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no; += in place of = where it may be given again.

_swaigctl_actions='connect swml-transfer transfer sip-refer execute-swml hangup hold wait-for-user stop join-conference join-room swml-change-step swml-change-context switch-context replace-in-history toggle-functions enable-functions-on-timeout enable-extensive-data back-to-back-functions update-settings update-global-data remove-global-data set-semantic-state set-metadata remove-metadata play-background-file stop-background-file record-call stop-record-call tap stop-tap send-sms swml-user-event user-event pay create-payment-prompt create-payment-action create-payment-parameter execute-rpc rpc-dial rpc-ai-message rpc-ai-global-data rpc-ai-unhold add-action say change-voice add-dynamic-hints clear-dynamic-hints set-end-of-speech-timeout set-speech-event-timeout simulate-user-input'
_swaigctl_tools='respond swml batch fixtures list schema completion'
_swaigctl_chaining=' respond swml '

_swaigctl_own() {
    case $1 in
        connect)
            specs+=' --destination= --to= --final|--no-final --from-addr= --from= --username= --password= --from-name= --headers=@ --codecs= --webrtc-media|--no-webrtc-media --session-timeout= --timeout= --confirm=@ --confirm-timeout= --encryption=mandatory|optional|forbidden --call-state-url= --call-state-events=@ --name= --codec= --realtime|--no-realtime --status-url-method=GET|POST --authorization-bearer-token= --custom-parameters=@ --ringback+= --max-duration= --answer-on-bridge|--no-answer-on-bridge --transfer-after-bridge= --status-url= --result=@ --serial=@ --parallel=@ --serial-parallel=@' ;;
        swml-transfer)
            specs+=' --dest= --ai-response= --final|--no-final --swml-params=@ --meta=@' ;;
        transfer)
            specs+=' --dest= --summarize|--no-summarize' ;;
        sip-refer)
            specs+=' --to-uri= --status-url= --username= --password= --result=@' ;;
        execute-swml)
            specs+=' --swml-content=@ --transfer|--no-transfer' ;;
        hold)
            specs+=' --prompt= --timeout= --step= --timeout-step=' ;;
        wait-for-user)
            specs+=' --enabled|--no-enabled --timeout= --answer-first' ;;
        join-conference)
            specs+=' --name= --muted|--no-muted --beep=true|false|onEnter|onExit --start-on-enter|--no-start-on-enter --end-on-exit|--no-end-on-exit --wait-url= --max-participants= --record=do-not-record|record-from-start --region= --trim=trim-silence|do-not-trim --coach= --status-callback-event+=start,end,join,leave,mute,hold,modify,speaker,announcement, --status-callback= --status-callback-method=GET|POST --recording-status-callback= --recording-status-callback-method=GET|POST --recording-status-callback-event+=in-progress,completed,absent, --result=@ --status-callback-event-type=cxml|laml|relay --recording-status-callback-event-type=cxml|laml|relay --stream=@' ;;
        join-room)
            specs+=' --name=' ;;
        swml-change-step)
            specs+=' --step-name=' ;;
        swml-change-context)
            specs+=' --context-name=' ;;
        switch-context)
            specs+=' --system-prompt= --user-prompt= --consolidate|--no-consolidate --full-reset|--no-full-reset' ;;
        replace-in-history)
            specs+=' --text=' ;;
        toggle-functions)
            specs+=' --function-toggles=@' ;;
        enable-functions-on-timeout)
            specs+=' --enabled|--no-enabled' ;;
        enable-extensive-data)
            specs+=' --enabled|--no-enabled' ;;
        back-to-back-functions)
            specs+=' --enabled=true|false|forever' ;;
        update-settings)
            specs+=' --settings=@' ;;
        update-global-data)
            specs+=' --data=@' ;;
        remove-global-data)
            specs+=' --keys+=' ;;
        set-semantic-state)
            specs+=' --state=@' ;;
        set-metadata)
            specs+=' --data=@' ;;
        remove-metadata)
            specs+=' --keys+=' ;;
        play-background-file)
            specs+=' --filename= --wait|--no-wait' ;;
        record-call)
            specs+=' --control-id= --stereo|--no-stereo --format=wav|mp3|mp4 --direction=speak|listen|both --terminators= --beep|--no-beep --input-sensitivity= --initial-timeout= --end-silence-timeout= --max-length= --status-url=' ;;
        stop-record-call)
            specs+=' --control-id=' ;;
        tap)
            specs+=' --uri= --control-id= --direction=speak|listen|both --codec=PCMU|PCMA --rtp-ptime= --status-url=' ;;
        stop-tap)
            specs+=' --control-id=' ;;
        send-sms)
            specs+=' --to-number= --from-number= --body= --media+= --tags+= --region= --status-callback=' ;;
        swml-user-event)
            specs+=' --event-data=@ --event=@' ;;
        user-event)
            specs+=' --event=@' ;;
        pay)
            specs+=' --payment-connector-url= --input-method=dtmf --input=dtmf --status-url= --payment-method=credit-card --timeout= --max-attempts= --security-code|--no-security-code --postal-code=true|false --min-postal-code-length= --token-type=one-time|reusable --charge-amount= --currency= --language= --voice= --description= --valid-card-types+=visa,mastercard,amex,maestro,discover,jcb,diners-club, --parameters=@ --prompts=@ --ai-response=' ;;
        create-payment-prompt)
            specs+=' --for-situation=payment-card-number|expiration-date|security-code|postal-code|payment-processing|payment-completed|payment-failed|payment-cancelled|payment-canceled --actions=@ --card-type+=visa,mastercard,amex,maestro,discover,jcb,diners-club,optima, --error-type+=timeout,invalid-card-number,invalid-card-type,invalid-date,invalid-security-code,invalid-postal-code,invalid-bank-routing-number,invalid-bank-account-number,input-matching-failed,session-in-progress,card-declined,' ;;
        create-payment-action)
            specs+=' --action-type=Say|Play --phrase=' ;;
        create-payment-parameter)
            specs+=' --name= --value=' ;;
        execute-rpc)
            specs+=' --method= --params=@ --call-id= --node-id=' ;;
        rpc-dial)
            specs+=' --to-number= --from-number= --dest-swml= --device-type=' ;;
        rpc-ai-message)
            specs+=' --call-id= --message-text= --role= --global-data=@' ;;
        rpc-ai-global-data)
            specs+=' --call-id= --data=@' ;;
        rpc-ai-unhold)
            specs+=' --call-id=' ;;
        add-action)
            specs+=' --name= --data=@' ;;
        say)
            specs+=' --text=' ;;
        change-voice)
            specs+=' --voice=' ;;
        add-dynamic-hints)
            specs+=' --hints=@' ;;
        set-end-of-speech-timeout)
            specs+=' --milliseconds=' ;;
        set-speech-event-timeout)
            specs+=' --milliseconds=' ;;
        simulate-user-input)
            specs+=' --text=' ;;
        respond)
            specs+=' --response= --tool-result= --tool-prompt= --post-process --strict --ignore+= --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        swml)
            specs+=' --for=calling|messaging --params=@ --params-object=@ --form=auto|simplified|full|expanded --as=document|section|step --strict --ignore+= --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        batch)
            specs+=' --strict --fail-fast --form=auto|simplified|full|expanded --as=action|response|swml|verb --errors= --color=auto|always|never --no-color' ;;
        fixtures)
            specs+=' --output= --prune --force --strict --format=text|json --color=auto|always|never --no-color' ;;
        list)
            specs+=' --format=text|json --color=auto|always|never --no-color' ;;
        schema)
            specs+=' --of=params|action|response|plan --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        completion)
            specs+=' --color=auto|always|never --no-color' ;;
    esac
}

# What actions have beside their own flags: by themselves, and in a chain.
_swaigctl_alone() {
    case $1 in
        connect | swml-transfer | transfer | execute-swml | hangup | hold | wait-for-user | stop | swml-change-step | swml-change-context | switch-context | replace-in-history | toggle-functions | enable-functions-on-timeout | enable-extensive-data | back-to-back-functions | update-settings | update-global-data | remove-global-data | set-semantic-state | set-metadata | remove-metadata | play-background-file | stop-background-file | user-event | add-action | say | change-voice | add-dynamic-hints | clear-dynamic-hints | set-end-of-speech-timeout | set-speech-event-timeout | simulate-user-input)
            specs+=' --params=@ --params-object=@ --strict --ignore+= --form=auto|simplified|full|expanded --diff --as=action|response|swml|verb --skeleton --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        sip-refer | join-conference | join-room | stop-record-call | tap | stop-tap | send-sms | swml-user-event | pay | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold)
            specs+=' --params=@ --params-object=@ --strict --ignore+= --transfer|--no-transfer --form=auto|simplified|full|expanded --diff --as=action|response|swml|verb --skeleton --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        record-call)
            specs+=' --params=@ --params-object=@ --strict --ignore+= --transfer|--no-transfer --form=auto|simplified|full|expanded --diff --as=action|response|swml|verb --skeleton --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        create-payment-prompt | create-payment-action | create-payment-parameter)
            specs+=' --params=@ --params-object=@ --strict --ignore+= --skeleton --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
        execute-rpc)
            specs+=' --params-object=@ --strict --ignore+= --transfer|--no-transfer --form=auto|simplified|full|expanded --diff --as=action|response|swml|verb --skeleton --format=json|yaml --output-format=json|yaml --compact|-c --color=auto|always|never --no-color' ;;
    esac
}

_swaigctl_chained() {
    case $1 in
        connect | swml-transfer | transfer | execute-swml | hangup | hold | wait-for-user | stop | swml-change-step | swml-change-context | switch-context | replace-in-history | toggle-functions | enable-functions-on-timeout | enable-extensive-data | back-to-back-functions | update-settings | update-global-data | remove-global-data | set-semantic-state | set-metadata | remove-metadata | play-background-file | stop-background-file | user-event | add-action | say | change-voice | add-dynamic-hints | clear-dynamic-hints | set-end-of-speech-timeout | set-speech-event-timeout | simulate-user-input)
            specs+=' --params=@ --params-object=@ --form=auto|simplified|full|expanded' ;;
        sip-refer | join-conference | join-room | record-call | stop-record-call | tap | stop-tap | send-sms | swml-user-event | pay | rpc-dial | rpc-ai-message | rpc-ai-global-data | rpc-ai-unhold)
            specs+=' --params=@ --params-object=@ --transfer|--no-transfer --form=auto|simplified|full|expanded' ;;
        create-payment-prompt | create-payment-action | create-payment-parameter)
            specs+=' --params=@ --params-object=@' ;;
        execute-rpc)
            specs+=' --params-object=@ --transfer|--no-transfer --form=auto|simplified|full|expanded' ;;
    esac
}

# What may follow, where that is no flag; FILE is any file.
_swaigctl_words() {
    local specs=
    case $1 in
        batch)
            specs+=' FILE' ;;
        fixtures)
            specs+=' build check list' ;;
        fixtures\ build)
            specs+=' FILE' ;;
        fixtures\ check)
            specs+=' FILE' ;;
        fixtures\ list)
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

_swaigctl() {
    local IFS=$' \t\n' words cur quote redirected
    local specs='--version --color=auto|always|never --no-color --help|-h'
    local command= chains= used=' ' spec= pending= following= candidates= each
    COMPREPLY=()
    _swaigctl_read_line "${COMP_LINE:0:COMP_POINT}"
    if [[ $redirected ]]; then
        _swaigctl_offer_files '' "$2"
        return
    fi
    for each in "${words[@]:1}"; do
        if [[ $pending ]]; then
            pending=
        elif [[ $each == -?* ]]; then
            _swaigctl_find "${each%%=*}" || continue
            [[ $spec == *+=* ]] || used+="$spec "
            [[ $spec == *=* && $each != *=* ]] && pending=$spec
        elif [[ -z $command || ($chains && " $_swaigctl_actions " == *" $each "*) ]]; then
            specs='--help|-h' used=' '
            _swaigctl_own "$each"
            if [[ $chains ]]; then
                _swaigctl_chained "$each"
            else
                _swaigctl_alone "$each"
                command=$each
                [[ $_swaigctl_chaining == *" $each "* ]] && chains=1
            fi
        else
            following+=" $each"
        fi
    done
    if [[ $pending ]]; then
        spec=$pending
        _swaigctl_offer_values '' "$2"
    elif [[ $cur == -*=* ]]; then
        _swaigctl_find "${cur%%=*}" && [[ $spec == *=* ]] &&
            _swaigctl_offer_values "${cur%%=*}=" "$2"
    else
        if [[ -z $command ]]; then
            candidates="$_swaigctl_actions $_swaigctl_tools"
        elif [[ $chains ]]; then
            candidates=$_swaigctl_actions
        else
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
