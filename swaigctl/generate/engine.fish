@banner@
# What Tab completes behind swaigctl, for fish 3.4 or newer.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no; += in place of = where it may be given again. Behind each stands its help.

function __swaigctl_actions
    printf '%s\t%s\n' \
@actions@
end

function __swaigctl_tools
    printf '%s\t%s\n' \
@tools@
end

function __swaigctl_own
    switch $argv[1]
@own@
    end
end

# What actions have beside their own flags: by themselves, and in a chain.
function __swaigctl_alone
    switch $argv[1]
@alone@
    end
end

function __swaigctl_chained
    switch $argv[1]
@chained@
    end
end

# What may follow, where that is no flag; FILE is any file.
function __swaigctl_words
    switch "$argv"
@words@
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
@program@
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
@help@
            ) (__swaigctl_own $word)
            if test -n "$chains"
                set -a rows (__swaigctl_chained $word)
            else
                set -a rows (__swaigctl_alone $word)
                set command $word
                contains -- $word (string split ' ' '@chaining@'); and set chains 1
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
