"""The platform's own error codes, and which findings foresee which of them.

What the vendor's page of SWML errors says, as data. A call has its code in `script_error`, and in
the event `calling.script.warning`; a message is marked as failed with it.
"""

from swaigctl.model.entries import CALLING, MESSAGING

SOURCE = "https://signalwire.com/docs/swml/reference/errors"

CALLS = {
    "relay_script_parse_error": "The document is neither JSON nor YAML.",
    "relay_script_parse_internal_error": "The document can't be parsed, or a transfer goes to what "
    "is no URL.",
    "relay_script_version_invalid": "'version' is none that the platform supports.",
    "relay_script_sections_missing": "The document has no 'sections'.",
    "relay_script_main_section_missing": "'sections' has no 'main'.",
    "relay_script_section_code_missing": "A section has no steps.",
    "relay_script_section_parameter_undefined": "'execute' names a section that is not there.",
    "relay_script_element_undefined": "The document has an unknown name at the top.",
    "relay_script_element_wrong_type": "Something is of the wrong JSON type for its place.",
    "relay_script_element_invalid_value": "Something has a value that is not allowed there.",
    "relay_script_element_duplicated": "Something stands several times that can stand once.",
    "relay_script_method_missing_name": "A step has no verb.",
    "relay_script_method_undefined": "There is no such verb in documents for calls.",
    "relay_script_method_parameter_missing": "A required parameter of a verb is missing.",
    "relay_script_method_parameter_invalid_value": "A parameter of a verb has a wrong value.",
    "relay_script_method_parameter_undefined": "A verb has no such parameter.",
    "relay_script_method_parameter_conflict": "Two parameters of a verb exclude each other.",
    "relay_script_method_no_matching_condition": "A 'switch' has no case that matches, and no "
    "'default'.",
    "relay_script_method_execute_failed": "A verb failed while it ran.",
    "relay_script_js_eval_error": "JavaScript in a condition failed.",
    "relay_script_nested_too_deep": "The document is nested too deep; the limit is not published.",
    "relay_script_too_many_transfers": "A call was transferred more than 32 times.",
    "relay_script_internal_error": "The platform itself failed.",
}
"""What is reported about documents for calls, and when."""

MESSAGES = {
    "json_or_yaml_required": "The document is neither JSON nor YAML.",
    "swml_invalid_document": "The document has more than one of 'reply', 'receive' and 'sections' "
    "at the top.",
    "swml_missing_entry_point": "The document has none of 'reply', 'receive' and 'sections'.",
    "swml_invalid_section_format": "'main' is not a list of steps.",
    "swml_unsupported_method": "There is no such verb in documents for messages.",
    "swml_reply_body_or_media_required": "A reply has neither 'body' nor 'media'.",
    "swml_reply_media_limit_exceeded": "A reply has more than 8 media.",
    "swml_reply_invalid_from_number": "The number that a reply comes from is malformed, or not the "
    "project's.",
    "swml_reply_invalid_to_number": "The number that a reply goes to is malformed.",
    "swml_reply_character_limit_exceeded": "The text of a reply is too long.",
    "swml_reply_missing_messaging_capability": "The number that a reply comes from can't send "
    "messages.",
    "swml_reply_inactive_campaign": "The number that a reply comes from has no active campaign.",
    "swml_reply_failed": "A reply could not be sent.",
    "swml_switch_no_match": "A 'switch' has no case that matches, and no 'default'.",
    "swml_switch_invalid_transform": "The 'transform' of a 'switch' is none of those that there "
    "are.",
    "swml_section_not_found": "'execute' names a section that is not there.",
    "swml_transfer_failed": "A transfer has no destination.",
    "swml_transfer_fetch_failed": "What a transfer leads to can't be fetched.",
    "swml_transfer_document_invalid": "What a transfer leads to is no document for messages.",
    "swml_goto_label_not_found": "A goto names a label that is not in its section.",
    "swml_request_url_required": "A request has no URL.",
    "http_retrieval_error": "The document can't be fetched.",
    "url_failed_to_parse": "The URL of the document is none.",
    "unrouteable_message": "The number has no document to answer messages with.",
    "insufficient_balance": "The project's balance does not suffice.",
    "message_filtered": "The message was taken for spam, or was blocked.",
}
"""What is reported about documents for messages, and when."""

ANYWHERE = "anywhere"
DOCUMENT, MEMBER, SECTION, SECTION_NAME, STEP, VERB, PARAMETER = (
    "the document",
    "a member of the document",
    "a section",
    "a section's name",
    "a step",
    "a verb's value",
    "a parameter",
)
"""Places that findings are at; a certain member or parameter is `version`, or `reply.media`."""

FORESEEN: "dict[str, dict[str, dict[str, str]]]" = {
    CALLING: {
        ANYWHERE: {
            "json": "relay_script_parse_error",
            "yaml": "relay_script_parse_error",
            "unknown-verb": "relay_script_method_undefined",
        },
        DOCUMENT: {
            "misplaced": "relay_script_sections_missing",
            "type": "relay_script_element_wrong_type",
        },
        "sections": {"required": "relay_script_sections_missing"},
        "version": dict.fromkeys(("choice", "type"), "relay_script_version_invalid"),
        MEMBER: {
            "misplaced": "relay_script_element_undefined",
            "type": "relay_script_element_wrong_type",
            "unknown-name": "relay_script_element_undefined",
        },
        "main": {"required": "relay_script_main_section_missing"},
        SECTION: {
            "empty": "relay_script_section_code_missing",
            "required": "relay_script_section_code_missing",
            "type": "relay_script_element_wrong_type",
        },
        # Any name is a section's; what is unknown is one in place of main.
        SECTION_NAME: {"unknown-name": "relay_script_main_section_missing"},
        "execute.dest": {"unknown-section": "relay_script_section_parameter_undefined"},
        STEP: {
            "misplaced": "relay_script_method_undefined",
            "one-level-deep": "relay_script_element_wrong_type",
            "one-verb": "relay_script_method_missing_name",
            "type": "relay_script_element_wrong_type",
        },
        "switch": {"no-default": "relay_script_method_no_matching_condition"},
        VERB: {
            "misplaced": "relay_script_method_undefined",
            "type": "relay_script_element_wrong_type",
        },
        PARAMETER: {
            **dict.fromkeys(
                ("choice", "empty", "lost-plus", "pattern", "range", "twice", "type"),
                "relay_script_method_parameter_invalid_value",
            ),
            "exclusive": "relay_script_method_parameter_conflict",
            "required": "relay_script_method_parameter_missing",
            "unknown-name": "relay_script_method_parameter_undefined",
        },
    },
    MESSAGING: {
        ANYWHERE: {
            "json": "json_or_yaml_required",
            "yaml": "json_or_yaml_required",
            "unknown-verb": "swml_unsupported_method",
            "unknown-label": "swml_goto_label_not_found",
        },
        DOCUMENT: {"misplaced": "swml_missing_entry_point"},
        "sections": {"required": "swml_missing_entry_point"},
        MEMBER: {"exclusive": "swml_invalid_document"},
        "main": {"type": "swml_invalid_section_format"},
        "reply.body": {"required": "swml_reply_body_or_media_required"},
        "reply.media": {"range": "swml_reply_media_limit_exceeded"},
        "execute.dest": {"unknown-section": "swml_section_not_found"},
        "reply.from": dict.fromkeys(
            ("empty", "lost-plus", "type"), "swml_reply_invalid_from_number"
        ),
        "reply.to": dict.fromkeys(("empty", "lost-plus", "type"), "swml_reply_invalid_to_number"),
        "reply.transform": dict.fromkeys(("choice", "type"), "swml_switch_invalid_transform"),
        "switch.transform": dict.fromkeys(("choice", "type"), "swml_switch_invalid_transform"),
        "transfer.dest": dict.fromkeys(("required", "empty"), "swml_transfer_failed"),
        "request.url": dict.fromkeys(("required", "empty"), "swml_request_url_required"),
    },
}
"""By what a document is for, by place and by a finding's code: what the platform reports."""


def foreseen_by(code: str) -> "list[str]":
    """The platform's codes that findings with this code foresee, those for calls first."""
    found = (
        errors[code] for places in FORESEEN.values() for errors in places.values() if code in errors
    )
    return list(dict.fromkeys(found))


def foreseeing(platform: str) -> "list[str]":
    """The codes of findings that foresee one of the platform's, in alphabetical order."""
    return sorted(
        {
            code
            for places in FORESEEN.values()
            for errors in places.values()
            for code, reported in errors.items()
            if reported == platform
        }
    )
