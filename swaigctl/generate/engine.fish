@banner@
# What Tab completes behind swaigctl, for fish 3.4 or newer.

# A flag is written --text= or --choice=one|other or --words=some,of,these, or --json=@ or
# --yes|--no, or --code=%command for the words that may follow that command; += in place of =
# where it may be given again. Behind each stands its help.

function __swaigctl_actions
    printf '%s\t%s\n' \
@actions@
end

# Commands that are no actions of a response.
function __swaigctl_tools
    printf '%s\t%s\n' \
@tools@
end

# What help explains beside commands.
function __swaigctl_topics
    printf '%s\t%s\n' \
@topics@
end

# The verbs of documents for $argv[1].
function __swaigctl_verbs
    switch $argv[1]
@verbs@
    end
end

# What commands have, and verbs behind what their documents are for.
function __swaigctl_own
@own_common@
    switch $argv[1]
@own@
    end
end

# What actions and verbs have beside that: actions by themselves, each in a response, verbs in
# swml, and verbs in a document in a response.
function __swaigctl_alone
@alone_common@
    switch $argv[1]
@alone@
    end
end

function __swaigctl_respond
    switch $argv[1]
@respond@
    end
    printf '%s\t%s\n' \
@respond_all@
end

function __swaigctl_swml
    switch $argv[1]
@swml@
    end
    printf '%s\t%s\n' \
@swml_all@
end

function __swaigctl_document
    switch $argv[1]
@documents@
    end
    printf '%s\t%s\n' \
@documents_all@
end

# What may follow, where that is no flag; FILE is any file.
function __swaigctl_words
    switch "$argv"
@words@
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
@document@
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
@program@
    )
    set -l outputs @outputs@
    set -l used
    set -l command
    set -l entry
    set -l line
    set -l flavour @calling@
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
            test -n "$helping"; and test $spec != @for@; and return # help is about one flag
            string match -q -- '*+=*' $spec; or set -a used $spec
            set value (string split -m1 = -- $word)[2]
            if string match -q -- '*=*' $spec; and not string match -q -- '*=*' $word
                set pending $spec
                continue
            end
        end
        # What a flag with this value changes for what follows.
        switch "$spec"
            case @for@
                set flavour $value
            case @section@
                set rows (string match -r -- '^--(?:section|end)[+=\t].*' $rows)
            case @end@
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
@help@
        )
        if test -z "$command"
            set -a rows (__swaigctl_own $word) (__swaigctl_alone $word)
            set command $word
            contains -- $word @chaining@; and set line $word
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
    if test -n "$helping"; and contains -- "$command" @topic@
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
