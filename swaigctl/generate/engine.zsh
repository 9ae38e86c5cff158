#compdef swaigctl
@banner@
# What Tab completes behind swaigctl, for zsh.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no; += in place of = where it may be given again. Behind each stands its help.

_swaigctl_actions() {
  specs=(
@actions@
  )
}

_swaigctl_tools() {
  specs=(
@tools@
  )
}

_swaigctl_own() {
  case $1 in
@own@
  esac
}

# What actions have beside their own flags: by themselves, and in a chain.
_swaigctl_alone() {
  case $1 in
@alone@
  esac
}

_swaigctl_chained() {
  case $1 in
@chained@
  esac
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

_swaigctl() {
  local spec help each command chains pending following
  local -a specs used actions offered
  _swaigctl_actions
  actions=("${specs[@]}")
  specs=(
@program@
  )
  for each in "${(@Q)words[2,CURRENT-1]}"; do
    if [[ -n $pending ]]; then
      pending=
    elif [[ $each == -?* ]]; then
      _swaigctl_find "${each%%=*}" || continue
      [[ $spec == *+=* ]] || used+=("$spec")
      [[ $spec == *=* && $each != *=* ]] && pending=$spec
    elif [[ -z $command || (-n $chains && -n ${actions[(re)$each]}) ]]; then
      used=()
      specs=(
@help@
      )
      offered=("${specs[@]}")
      specs=()
      _swaigctl_own $each
      offered+=("${specs[@]}")
      specs=()
      if [[ -n $chains ]]; then
        _swaigctl_chained $each
      else
        _swaigctl_alone $each
        command=$each
        [[ ' @chaining@ ' == *" $each "* ]] && chains=1
      fi
      specs=("${offered[@]}" "${specs[@]}")
    else
      following+=" $each"
    fi
  done
  if [[ -n $pending ]]; then
    spec=$pending
    _swaigctl_values
    return
  elif [[ $PREFIX == -*=* ]]; then
    _swaigctl_find "${PREFIX%%=*}" && [[ $spec == *=* ]] && compset -P 1 '*=' && _swaigctl_values
    return
  fi
  if [[ $PREFIX != -* ]]; then
    offered=("${specs[@]}")
    specs=()
    if [[ -z $command ]]; then
      _swaigctl_tools
      _swaigctl_offer commands "${actions[@]}" "${specs[@]}"
      return
    elif [[ -n $chains ]]; then
      _swaigctl_offer actions "${actions[@]}"
      return
    fi
    _swaigctl_words "$command$following"
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
  offered=()
  for spec help in "${specs[@]}"; do
    (($used[(Ie)$spec])) && continue
    for each in ${(s:|:)${${spec%%=*}%+}}; do
      offered+=($each "$help")
    done
  done
  _swaigctl_offer flags "${offered[@]}"
}

if [[ $funcstack[1] == _swaigctl ]]; then
  _swaigctl "$@"
else
  compdef _swaigctl swaigctl
fi
