"""Documents that somebody else wrote: what they are, and all that is wrong in them.

| module | what |
|---|---|
| `kinds` | what a document is: a response, an action, SWML for calls or for messages |
| `parts` | what is only a part of a document, or a document of another kind |
| `likeness` | what a document is most like, where none of its names is known |
| `causes` | findings that another one causes |
| `judging` | the findings in a value, each rule included, most useful first |
| `texts` | a text as its documents: JSON, JSON Lines, YAML, with the places in them |
| `python_values` | what Python has and JSON has no word for |
| `spelling` | numbers that a text spells in another way than JSON |
| `unparsable` | what a text is that can't be read: a template, in another encoding or language |
| `placing` | where in its text a finding is |
| `platform` | what the platform itself calls a fault |
| `files`, `globs` | which files paths, folders and globs lead to |
| `relevance` | whether a file that nobody named is about calls and messages at all |
| `control` | which findings count: selected, ignored, configured |
| `comments` | what comments in YAML say of findings |
| `configuration` | what a project configures; imported only where there is such a file |
| `fixes` | how a text can be put right: which findings a change takes away, and whether it does |
| `changes` | a change of a value, and where things in it are then |
| `edits` | a change of a document as a change of its text, in JSON and in YAML |
| `writing` | a text that was put right, in place of the one in a file |
| `summary` | how many findings there are in how many files, and as what those were judged |
| `fixed` | how many findings were put right, and how many can be |
| `validation` | all of that together, for one text, for many files, and for Python |
"""
