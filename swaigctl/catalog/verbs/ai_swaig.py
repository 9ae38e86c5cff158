"""SWAIG: what functions an agent has, where they are, and what is said while they run."""

from swaigctl.catalog.verbs.ai_functions import (
    FETCHED,
    FUNCTION_OF_AI,
    FUNCTION_OF_BEDROCK,
    FUNCTION_OF_SIDECAR,
    LOGIN,
)
from swaigctl.catalog.verbs.ai_languages import PHRASES_BY_LANGUAGE
from swaigctl.catalog.verbs.picking import Fewer, picked
from swaigctl.findings import WARNING
from swaigctl.model.kinds import Boolean, Choice, Text
from swaigctl.model.rules import absolute_urls
from swaigctl.model.shapes import Field, Json, ListOf, MapOf, Object

# Headings in help.
FUNCTIONS = "Functions"
REMOTE = "Functions of others"
FILLERS = "Fillers"

WEBHOOK_URL = Field(
    "web_hook_url", Text("URL"), "Where calls are sent of functions that name no webhook."
)


def defaults(*fields: Field) -> Field:
    return Field(
        "defaults",
        Object(*fields, unknown=WARNING, title="defaults", rules=(FETCHED,)),
        "What counts for functions that don't say it themselves.",
        group=FUNCTIONS,
    )


def functions(function: Object) -> Field:
    return Field(
        "functions",
        ListOf(function),
        "A list of functions that the agent can call.",
        group=FUNCTIONS,
    )


INCLUDE = Object(
    Field("url", Text("URL"), "Where the functions are.", required=True),
    Field("functions", ListOf(Text("NAME")), "Names of the functions to use.", required=True),
    Field("meta_data", Json(dict), "Data to send with the request for them."),
    Field(
        "auth_user",
        Text(),
        "User name for that place.",
        aliases=("user",),
        source="The vendor's page on includes; missing in the schema.",
    ),
    Field(
        "auth_password",
        Text(),
        "Password for that place.",
        aliases=("pass",),
        source="The vendor's page on includes; missing in the schema.",
    ),
    unknown=WARNING,
    title="includes",
    rules=(absolute_urls("url"),),
)

MCP_SERVER = Object(
    Field("url", Text("URL"), "URL of the server.", required=True),
    Field(
        "headers",
        MapOf(Text(empty=True, any_value=True)),
        "HTTP headers to send to it, with its token.",
    ),
    Field(
        "resources",
        Boolean(variable=True),
        "Put the server's resources into the global data.",
        default=False,
    ),
    Field(
        "resource_vars",
        MapOf(Text(empty=True, any_value=True)),
        "Variables for the names of those resources.",
    ),
    unknown=WARNING,
    title="an MCP server",
    rules=(absolute_urls("url"),),
)

INTERNAL = {
    "check_time": "it looks at the time",
    "wait_for_user": "it waits for the caller",
    "wait_seconds": "it waits a while",
    "adjust_response_latency": "it changes how fast it answers",
    "next_step": "it goes to another step",
    "change_context": "it goes to another context",
    "get_visual_input": "it looks at the caller's video",
    "get_ideal_strategy": "it thinks",
    "pause_conversation": "it pauses",
}

SWAIG_FIELDS = (
    defaults(WEBHOOK_URL, *LOGIN),
    functions(FUNCTION_OF_AI),
    Field(
        "native_functions",
        ListOf(
            Choice(
                {
                    "check_time": "tell the time",
                    "wait_seconds": "wait a while",
                    "wait_for_user": "wait until the caller speaks",
                    "adjust_response_latency": "answer faster or slower",
                },
                variable=True,
            )
        ),
        "Functions of the platform that the agent can call.",
        group=FUNCTIONS,
    ),
    Field(
        "includes",
        ListOf(INCLUDE),
        "A list of places with functions, which are fetched from there.",
        group=REMOTE,
    ),
    Field(
        "mcp_servers",
        ListOf(MCP_SERVER),
        "A list of MCP servers, whose tools become functions.",
        group=REMOTE,
    ),
    Field(
        "internal_fillers",
        Object(
            *(
                Field(name, PHRASES_BY_LANGUAGE, f"What the agent says when {doing}.")
                for name, doing in INTERNAL.items()
            ),
            unknown=WARNING,
            title="internal_fillers",
        ),
        "What to say while the platform's own functions run, by function and language.",
        group=FILLERS,
    ),
)

SWAIG = Object(*SWAIG_FIELDS, unknown=WARNING, title="SWAIG")
SWAIG_OF_BEDROCK = Fewer(
    defaults(WEBHOOK_URL),
    functions(FUNCTION_OF_BEDROCK),
    than=SWAIG_FIELDS,
    title="SWAIG",
    place="amazon_bedrock",
)
SWAIG_OF_SIDECAR = Fewer(
    defaults(WEBHOOK_URL, *LOGIN),
    functions(FUNCTION_OF_SIDECAR),
    *picked(SWAIG_FIELDS, "mcp_servers"),
    than=SWAIG_FIELDS,
    title="SWAIG",
    place="ai_sidecar",
)
