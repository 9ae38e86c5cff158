"""What `validate` prints: one module for each format, with a `report` of what was found in files;
and in `fixtures` what `fixtures check` prints, in each format.

`report(files)` gives the whole text for some `FileReport`s. A terminal gets characters that it
would obey only in visible form: JSON escapes them, and the other formats do it themselves.

| module | what |
|---|---|
| `text` | for people, also with colour |
| `json` | one object, for programs |
| `github` | annotations of GitHub Actions |
| `sarif` | SARIF 2.1.0, for code scanning |
| `fixtures` | how fixtures differ from their plans |
| `excerpts` | the line that a finding is about, and the mark below it |
| `secrets` | where in a text there are values that nobody should read in a log |
| `changes` | a fix as lines and columns |
| `paths` | files seen from a folder |
| `writing` | a report on standard output, or in a file |
"""
