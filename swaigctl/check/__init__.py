"""Documents that somebody else wrote: what they are, and all that is wrong in them.

| module | what |
|---|---|
| `kinds` | what a document is: a response, an action, SWML for calls or for messages |
| `parts` | what is only a part of a document, or a document of another kind |
| `causes` | findings that another one causes |
| `judging` | the findings in a value, each rule included, most useful first |
| `texts` | a text as its documents: JSON, JSON Lines, YAML, with the places in them |
| `placing` | where in its text a finding is |
| `platform` | what the platform itself calls a fault |
| `files` | which files paths, folders and globs lead to |
| `control` | which findings count: selected, ignored, configured |
| `fixes` | how a text can be put right |
| `validation` | all of that together, for one text, for many files, and for Python |
"""
