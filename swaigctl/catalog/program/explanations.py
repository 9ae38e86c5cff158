"""The command `explain` and its flags."""

from swaigctl.catalog.program import flags
from swaigctl.catalog.program.listing import TEXT_OR_JSON
from swaigctl.model.entries import Example
from swaigctl.model.tools import Tool

CODE = "CODE"
"""Among the words that may follow, and as what a flag takes: the code of a finding."""

explain = Tool(
    "explain",
    "Say what the code of a finding means.",
    (TEXT_OR_JSON, *flags.COLORS),
    module="explain",
    usage="[CODE] [FLAGS]",
    description="Each warning, and each finding of 'validate', ends with its code in brackets. "
    "'explain' says what it means and why it matters, and shows an example with it and the same "
    "put right. CODE may be one of the platform's own error codes too, such as "
    "relay_script_method_undefined: then it says when the platform reports it, and which findings "
    "foresee it. Without CODE it lists the codes of findings.",
    examples=(
        Example("What a code means", "explain nothing-recorded"),
        Example("What the platform reported", "explain relay_script_method_undefined"),
        Example("All codes", "explain"),
    ),
    words={(): (CODE,)},
)
