# Written by `python -m swaigctl.generate`; don't edit.
FAMILY_OF = {
    "join_conference": "conferencing",
}
