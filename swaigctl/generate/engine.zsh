#compdef swaigctl
@banner@
# What Tab completes behind swaigctl, for zsh.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no, or --code=%command for the words that may follow that command; += in place of =
# where it may be given again. Behind each stands its help.

_swaigctl_actions() {
  specs=(
@actions@
  )
}

# Commands that are no actions of a response.
_swaigctl_tools() {
  specs+=(
@tools@
  )
}

# What help explains beside commands.
_swaigctl_topics() {
  specs+=(
@topics@
  )
}

# The verbs of documents for $1.
_swaigctl_verbs() {
  case $1 in
@verbs@
  esac
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
  specs+=(
@respond_all@
  )
}

_swaigctl_swml() {
  case $1 in
@swml@
  esac
  specs+=(
@swml_all@
  )
}

_swaigctl_document() {
  case $1 in
@documents@
  esac
  specs+=(
@documents_all@
  )
}

# What may follow, where that is no flag; FILE is any file.
_swaigctl_words() {
  case $1 in
@words@
  esac
}

# The spec among specs that has this flag.
_swaigctl_find() {
  local help
  for spec help in "${specs[@]}"; do
    [[ "|${${spec%%=*}%+}|" == *"|$1|"* ]] && return
  done
  spec=
  return 1
}

# Offer pairs of what can be typed and what it is.
_swaigctl_offer() {
  local tag=$1 name help
  local -a lines
  shift
  for name help in "$@"; do
    lines+=("$name${help:+:$help}")
  done
  _describe -t $tag $tag lines
}

_swaigctl_values() {
  local values=${spec#*=}
  local -a taken
  case $values in
    @)
      if compset -P '@'; then
        _files
      else
        compadd -S '' -- @
        compadd -- -
      fi
      ;;
    '%'*)
      local -a specs
      _swaigctl_words $values[2,-1]
      _swaigctl_offer words "${specs[@]}"
      ;;
    *,)
      if [[ $PREFIX == *' '* ]]; then
        taken=(${(s: :)${(Q)PREFIX% *}})
        compset -P '* '
      fi
      compadd -- ${${(s:,:)values}:|taken}
      ;;
    ?*) compadd -- ${(s:|:)values} ;;
    *) _message text ;;
  esac
}

# What may begin here, on a line on which entries follow one another: sets entries.
_swaigctl_entries() {
  local -a specs
  if [[ $line == respond ]]; then
    _swaigctl_actions
    specs+=(
@document@
    )
  else
    _swaigctl_verbs $flavour
  fi
  entries=("${specs[@]}")
}

# Begin what $1 names: a command, an entry of a line, or a document among actions.
_swaigctl_begin() {
  local -a outputs=(@outputs@)
  used=(${used:*outputs})
  specs=(
@help@
  )
  entry=
  if [[ -z $command ]]; then
    command=$1
    [[ ' @chaining@ ' == *" $1 "* ]] && line=$1
    _swaigctl_own $1
    _swaigctl_alone $1
  elif [[ $line == respond && $1 == swml ]]; then
    line=document
    _swaigctl_own document
  elif [[ $line == respond ]]; then
    entry=$1
    _swaigctl_own $1
    _swaigctl_respond $1
  else
    entry=$1
    _swaigctl_own "$flavour $1"
    _swaigctl_$line "$flavour $1"
  fi
}

# What the flag of spec, given the value $1, changes for what follows.
_swaigctl_given() {
  local each help
  local -a kept
  case $spec in
    @for@) flavour=$1 ;;
    @section@)
      for each help in "${specs[@]}"; do
        [[ $each == (@section@|@end@) ]] && kept+=("$each" "$help")
      done
      specs=("${kept[@]}")
      ;;
    @end@) line=respond specs=() ;;
  esac
}

_swaigctl() {
  local spec help each command entry line flavour=@calling@ helping pending following
  local -a specs used entries offered
  specs=(
@program@
  )
  for each in "${(@Q)words[2,CURRENT-1]}"; do
    if [[ -n $pending ]]; then
      spec=$pending pending=
      _swaigctl_given "$each"
    elif [[ $each == -?* ]]; then
      _swaigctl_find "${each%%=*}" || continue
      [[ -n $helping && $spec != @for@ ]] && return # help is about one flag
      [[ $spec == *+=* ]] || used+=("$spec")
      if [[ $spec == *=* && $each != *=* ]]; then
        pending=$spec
      else
        _swaigctl_given "${each#*=}"
      fi
    elif [[ -z $command && $each == help ]]; then
      helping=1
    else
      each=${each//_/-}
      [[ -n $line ]] && _swaigctl_entries
      if [[ -z $command || -n ${entries[(re)$each]} ]]; then
        _swaigctl_begin $each
      else
        following+=" $each"
      fi
      entries=()
    fi
  done
  if [[ -n $pending ]]; then
    spec=$pending
    _swaigctl_values
    return
  elif [[ $PREFIX == -*=* ]]; then
    _swaigctl_find "${PREFIX%%=*}" || return
    # A boolean may be given its value, but not by its --no-flag.
    [[ $spec != *=* && ${spec%%'|'*} == ${PREFIX%%=*} ]] && spec='=true|false'
    [[ $spec == *=* ]] && compset -P 1 '*=' && _swaigctl_values
    return
  fi
  if [[ $PREFIX != -* ]]; then
    offered=("${specs[@]}")
    specs=()
    if [[ -z $command ]]; then
      _swaigctl_actions
      _swaigctl_tools
      [[ -n $helping ]] && _swaigctl_topics
      _swaigctl_offer commands "${specs[@]}"
      return
    elif [[ -n $line && ( -z $helping || -z $entry ) ]]; then
      _swaigctl_entries
      _swaigctl_offer entries "${entries[@]}"
      return
    fi
    [[ -n $helping ]] || _swaigctl_words "$command$following"
    if [[ $specs[1] == FILE ]]; then
      _files
      return
    fi
    if (($#specs)); then
      _swaigctl_offer words "${specs[@]}"
      return
    fi
    specs=("${offered[@]}")
  fi
  [[ -n $helping && $command == (@topic@) ]] && return
  offered=()
  for spec help in "${specs[@]}"; do
    (($used[(Ie)$spec])) && continue
    for each in ${(s:|:)${${spec%%=*}%+}}; do
      if [[ $spec == *"|--no-"* && $each == --no-* ]]; then
        offered+=($each "The opposite of --${each#--no-}")
      else
        offered+=($each "$help")
      fi
    done
  done
  _swaigctl_offer flags "${offered[@]}"
}

if [[ $funcstack[1] == _swaigctl ]]; then
  _swaigctl "$@"
else
  compdef _swaigctl swaigctl
fi
