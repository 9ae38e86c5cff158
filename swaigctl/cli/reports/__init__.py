"""What `validate` prints: one module for each format, with a `report` of what was found in files.

`report(files)` gives the whole text for some `FileReport`s. A terminal gets characters that it
would obey only in visible form: JSON escapes them, and the other formats do it themselves.
"""
