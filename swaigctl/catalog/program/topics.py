"""What `help` explains for many commands at once, and what its first screen begins with."""

from swaigctl.catalog.program import documents as document_flags
from swaigctl.catalog.program import flags
from swaigctl.model.tools import Topic

OUTPUT = Topic(
    "output",
    "Input and output",
    "The flags about input and output, which commands share.",
    (
        "All commands",
        "",
        (
            flags.FORMAT,
            flags.COMPACT,
            *flags.COLORS,
            flags.STRICT,
            flags.IGNORE,
            flags.HELP,
        ),
    ),
    (
        "Actions",
        "",
        (flags.PARAMS, flags.SKELETON, flags.FORM, flags.DIFF, flags.AS),
    ),
    (
        "Documents",
        "Before the first verb of 'swaigctl swml'. '--as' may stand behind any verb too.",
        (document_flags.DOCUMENT_PARAMS, document_flags.VERB_FORM, document_flags.DOCUMENT_AS),
    ),
    (
        "Verbs",
        "Behind a verb of a SWML document. '--form' and '--skeleton' are for that verb then.",
        (document_flags.VERB_PARAMS,),
    ),
    description="Each command has those of them that can change what it does; its help names them, "
    "with the choices that it has. The others are accepted too, and where one of them fails, it "
    "says why. Where a command has a parameter of the same name, the flag is the parameter's: "
    "'--params-object' and '--output-format' are the shared ones then.",
)

TOPICS = {OUTPUT.name: OUTPUT}

BEGIN_WITH = ("respond", "validate", "swml")
"""The tools that most people come for."""

USED_MOST = ("update_global_data", "connect", "hold", "say", "send_sms")
"""The actions that the examples and skills of the vendor's SDK use most, by how often they do.

Without what serves steps of a context only (swml_change_step).
"""
