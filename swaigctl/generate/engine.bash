@banner@
# What Tab completes behind swaigctl, for bash 3.2 or newer; needs no bash-completion.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no, or --code=%command for the words that may follow that command; += in place of =
# where it may be given again.

_swaigctl_actions='@actions@'
# Commands that are no actions of a response.
_swaigctl_tools='@tools@'
# What help explains beside commands.
_swaigctl_topics='@topics@'
_swaigctl_chaining=' @chaining@ '
# Flags of the whole line, which may stand behind any entry of it.
_swaigctl_outputs=' @outputs@ '

# The verbs of documents for $1.
_swaigctl_verbs() {
    local specs=
    case $1 in
@verbs@
    esac
    candidates=$specs
}

# What commands have, and verbs behind what their documents are for.
_swaigctl_own() {
@own_common@
    case $1 in
@own@
    esac
}

# What actions and verbs have beside that: actions by themselves, each in a response, verbs in
# swml, and verbs in a document in a response.
_swaigctl_alone() {
@alone_common@
    case $1 in
@alone@
    esac
}

_swaigctl_respond() {
    case $1 in
@respond@
    esac
    specs+=' @respond_all@'
}

_swaigctl_swml() {
    case $1 in
@swml@
    esac
    specs+=' @swml_all@'
}

_swaigctl_document() {
    case $1 in
@documents@
    esac
    specs+=' @documents_all@'
}

# What may follow, where that is no flag; FILE is any file.
_swaigctl_words() {
    local specs=
    case $1 in
@words@
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
        candidates="$_swaigctl_actions @document@"
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
    used=$kept specs='@help@'
    if [[ -z $command ]]; then
        command=$1 entry=
        [[ $_swaigctl_chaining == *" $1 "* ]] && line=$1
        _swaigctl_own "$1"
        _swaigctl_alone "$1"
    elif [[ $line == respond && $1 == @document@ ]]; then
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
        '@for@') flavour=$1 ;;
        @section@)
            [[ " $specs " == *" "@end@" "* ]] && specs=@section@' '@end@ || specs=@section@ ;;
        @end@) line=respond specs= ;;
    esac
}

_swaigctl() {
    local IFS=$' \t\n' words cur quote redirected
    local specs='@program@'
    local command= entry= line= flavour=@calling@ helping= used=' ' spec= pending= following=
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
            [[ $helping && $spec != '@for@' ]] && return # help is about one flag
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
