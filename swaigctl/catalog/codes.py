"""Every code that a finding can have: what it means, an example with it, and the same put right.

Findings don't need this module, so that a document without any doesn't wait for it: it is for
`explain`, for reports that tell of their codes, and for the reference.
"""

from swaigctl.catalog.platform_errors import SOURCE as ERRORS_PAGE
from swaigctl.findings import ERROR, INFO, WARNING
from swaigctl.model.entries import SDK_DOCUMENTATION, SWML_DOCUMENTATION

DOCUMENTS, COMMANDS = "documents", "commands"
"""What an example is: a document that `validate` reads, or a command line."""

TITLES = {
    DOCUMENTS: "In documents",
    COMMANDS: "At the command line, in streams and in plans",
}
"""What codes are listed under, by what shows them."""


class Code:
    """What one code of findings means.

    Attributes:
        name: the code, in kebab-case; stable.
        severity: what most of its findings are: `"error"`, `"warning"` or `"info"`.
        summary: one sentence.
        meaning: what it means, why it matters and what to do; paragraphs, with a blank line between
            them.
        wrong: an example in which it is found.
        right: the same, put right.
        shown_by: whether the examples are `DOCUMENTS` or `COMMANDS`.
        source: the evidence, where it is a fact about the platform.
    """

    __slots__ = ("meaning", "name", "right", "severity", "shown_by", "source", "summary", "wrong")

    def __init__(
        self,
        name: str,
        severity: str,
        summary: str,
        meaning: str,
        wrong: str,
        right: str,
        *,
        shown_by: str = DOCUMENTS,
        source: str = "",
    ) -> None:
        self.name = name
        self.severity = severity
        self.summary = summary
        self.meaning = meaning
        self.wrong = wrong
        self.right = right
        self.shown_by = shown_by
        self.source = source

    @property
    def language(self) -> str:
        """The language of its examples: `json`, `yaml` or `sh`."""
        if self.shown_by == COMMANDS:
            return "sh"
        return "json" if self.wrong.startswith(("{", "[")) else "yaml"

    @property
    def paragraphs(self) -> "list[str]":
        """Its meaning, paragraph by paragraph."""
        return self.meaning.split("\n\n")


def swml(steps: str) -> str:
    """A document of these steps, in YAML."""
    lines = (f"    {line}\n" for line in steps.strip("\n").split("\n"))
    return f"version: 1.0.0\nsections:\n  main:\n{''.join(lines)}"


EVERYWHERE = (
    Code(
        "choice",
        ERROR,
        "A value is none of those that are allowed.",
        "The parameter takes one of a few spellings, and they are compared letter by letter: "
        "'onEnter' is one of them and 'onenter' is not. The message lists them all, and names the "
        "one that was probably meant.",
        swml("- join_conference: {name: support, beep: onenter}"),
        swml("- join_conference: {name: support, beep: onEnter}"),
    ),
    Code(
        "deprecated",
        WARNING,
        "A parameter should not be used any more.",
        "The platform still takes it, but its documentation names something else that has taken "
        "its place. Use that: it does the same, and what is deprecated may go.",
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    SWAIG:
      functions:
        - function: opening_hours
          purpose: Tells when the shop is open.
"""
        ),
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    SWAIG:
      functions:
        - function: opening_hours
          description: Tells when the shop is open.
"""
        ),
        source=f"{SWML_DOCUMENTATION}/ai/swaig/functions",
    ),
    Code(
        "empty",
        ERROR,
        "A value is empty where something must be said.",
        "Empty text, or an empty list, says nothing, and the parameter has no meaning for that. "
        "Give a value, or leave the parameter out.\n\n"
        "It is a warning where an empty value is taken, but does not do what it seems to, or where "
        "nothing happens with it.",
        swml('- play: {url: ""}'),
        swml('- play: {url: "say:Welcome."}'),
    ),
    Code(
        "exclusive",
        ERROR,
        "Two things are given that exclude each other.",
        "Each of the parameters is right by itself, but they are different ways to say one thing, "
        "or belong to different forms of it. Keep the one that is meant.",
        swml('- play: {url: "say:Welcome.", urls: ["say:Hello."]}'),
        swml('- play: {urls: ["say:Welcome.", "say:Hello."]}'),
    ),
    Code(
        "json",
        ERROR,
        "A text is not valid JSON, or a value can't be written as JSON.",
        "JSON has no comments, no commas behind the last member, only double quotes, and neither "
        "NaN nor Infinity. The message says what to write instead; the fault is there or shortly "
        "before. Nothing else in the text can be judged until it is put right.\n\n"
        "A name that stands twice in one object is refused too: some readers keep the first of the "
        "values, and some the last.\n\n"
        "A value that Python gives can't be JSON if it holds itself, is nested too deep, or has "
        "something in it that JSON has no word for.",
        '{"response": "Your table is booked." "post_process": false}\n',
        '{"response": "Your table is booked.", "post_process": false}\n',
        source="https://www.rfc-editor.org/rfc/rfc8259",
    ),
    Code(
        "legacy-form",
        WARNING,
        "Something is written in a form that the platform takes, and its documentation no longer "
        "shows.",
        "It works, but it is not what today's documentation describes, and the vendor's own schema "
        "often refuses it. The message says what to write in its place: mostly an object with the "
        "parameter's name in it.",
        swml('- play: "say:Welcome."'),
        swml('- play: {url: "say:Welcome."}'),
    ),
    Code(
        "misplaced",
        ERROR,
        "Something stands where it does not belong.",
        "What is written is known, but in another place: 'transfer' beside 'SWML' and not in it, a "
        "list of steps in a section and not by itself, or a verb that can't stand among these "
        "steps. The message names the right place. Where it stands now, the platform refuses it, "
        "or ignores it. What is only ignored is a warning, unless something is missing for that.",
        """\
{
  "response": "I'll put you through.",
  "post_process": true,
  "action": [
    {
      "SWML": {
        "version": "1.0.0",
        "sections": {"main": [{"connect": {"to": "+15551234567"}}]},
        "transfer": "true"
      }
    }
  ]
}
""",
        """\
{
  "response": "I'll put you through.",
  "post_process": true,
  "action": [
    {
      "SWML": {
        "version": "1.0.0",
        "sections": {"main": [{"connect": {"to": "+15551234567"}}]}
      },
      "transfer": "true"
    }
  ]
}
""",
        source="The vendor's SDK writes 'transfer' beside 'SWML'.",
    ),
    Code(
        "no-effect",
        WARNING,
        "Something is given that changes nothing.",
        "The platform takes it and does not use it: what it needs beside it is not there, or it "
        "has no meaning in this place. Add what it needs, or take it out, so that nobody who reads "
        "the document relies on it.",
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    params: {debug_webhook_level: 2}
"""
        ),
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    params: {debug_webhook_url: "https://example.com/debug", debug_webhook_level: 2}
"""
        ),
    ),
    Code(
        "not-documented",
        WARNING,
        "Something is given of which no documentation says what it does.",
        "Some source has it, or one like it, but nobody promises what the platform makes of it. It "
        "may work today. Write what is documented, or try it before relying on it.",
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    params: {enable_barge: sometimes}
"""
        ),
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    params: {enable_barge: partial}
"""
        ),
    ),
    Code(
        "one-level-deep",
        ERROR,
        "Something stands one level too deep.",
        "A list is inside a list that should have its items, or an object inside another one of "
        "the same name. What is inside is right: put it in the place of what is around it.",
        swml('- play: {play: {url: "say:Welcome."}}'),
        swml('- play: {url: "say:Welcome."}'),
    ),
    Code(
        "one-verb",
        ERROR,
        "A step has no verb, or several.",
        "A step is an object with one member: the verb's name, and its parameters. The order of "
        "steps is the order of the list; an object has no order. Make a step of each verb.",
        swml(
            """
- answer: {}
  hangup: {}
"""
        ),
        swml(
            """
- answer: {}
- hangup: {}
"""
        ),
        source=ERRORS_PAGE,
    ),
    Code(
        "pattern",
        ERROR,
        "A text does not have the form that it must have.",
        "The parameter takes text of one form only, such as an amount of money, in digits with a "
        "point and without the currency. The message describes the form. It is a warning where the "
        "platform may take other text, too, such as another form of a phone number. Text with a "
        "SWML variable in it can't be judged, and is taken.",
        """\
sections:
  main:
    - pay:
        payment_connector_url: https://shop.example/pay
        charge_amount: 25,50
""",
        """\
sections:
  main:
    - pay:
        payment_connector_url: https://shop.example/pay
        charge_amount: "25.50"
""",
    ),
    Code(
        "range",
        ERROR,
        "A number is too small or too large, or a list has too few items or too many.",
        "The platform refuses what is outside the limits, or takes another value than the one that "
        "is written. The message names the limits.",
        swml('- play: {url: "say:Welcome.", volume: 100}'),
        swml('- play: {url: "say:Welcome.", volume: 40}'),
    ),
    Code(
        "required",
        ERROR,
        "Something is missing without which the rest can't work.",
        "The place that is named must have this member, or one of those that the message lists. "
        "Add it.",
        swml("- connect: {timeout: 20}"),
        swml('- connect: {to: "+15551234567", timeout: 20}'),
        source=ERRORS_PAGE,
    ),
    Code(
        "twice",
        ERROR,
        "The same thing stands twice where it can stand once.",
        "A list of different things has one of them again, two fixtures of a plan would be one "
        "file, or a command line gives one member of an object twice. Take one of them out, or "
        "give it another name.",
        swml(
            """
- ai_sidecar:
    prompt: Help the seller.
    lang: en-US
    direction: [remote-caller, remote-caller]
"""
        ),
        swml(
            """
- ai_sidecar:
    prompt: Help the seller.
    lang: en-US
    direction: [remote-caller, local-caller]
"""
        ),
    ),
    Code(
        "type",
        ERROR,
        "A value is of the wrong type: a list where text must be, text where a number must be.",
        "The message says what the value must be and what was found. Where it can be told what was "
        "meant, it is suggested. In YAML, what looks like a number or a boolean is one: quotes "
        "make text of it. That goes for names too: most readers turn such a name into text again, "
        "but 007 has become 7 by then.",
        swml('- play: {url: ["say:Welcome."]}'),
        swml('- play: {url: "say:Welcome."}'),
        source=ERRORS_PAGE,
    ),
    Code(
        "unknown-action",
        WARNING,
        "There is no action of this name.",
        "The platform ignores an action that it does not know: the call goes on as if it were not "
        "there, and nobody is told. Often it is misspelt, or it is a SWML verb, which belongs in "
        "the document behind 'SWML'.\n\n"
        "At the command line, in batches and in plans it is an error.",
        '{"response": "One moment.", "action": [{"sya": "Please hold."}]}\n',
        '{"response": "One moment.", "action": [{"say": "Please hold."}]}\n',
        source=f"{SWML_DOCUMENTATION}/ai/swaig",
    ),
    Code(
        "unknown-document",
        ERROR,
        "The text is none of the documents that can be judged.",
        "SWML has 'sections', a webhook's response has 'response' or 'action', and an action is an "
        "object with an action's name in it. Nothing of that was found. Say what it is meant to be "
        "with '--as', to be told what is missing.",
        '{"reply_to": "+15551234567"}\n',
        '{"response": "I\'ll call back."}\n',
    ),
    Code(
        "unknown-label",
        ERROR,
        "A goto leads to a label that is not in its section.",
        "A goto reaches labels of its own section only, so this one leads nowhere. Add the label, "
        "correct its name, or use 'execute' or 'transfer' to get to another section.",
        swml(
            """
- label: start
- play: {url: "say:Hello."}
- goto: {label: begin, max: 3}
"""
        ),
        swml(
            """
- label: start
- play: {url: "say:Hello."}
- goto: {label: start, max: 3}
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/goto",
    ),
    Code(
        "unknown-name",
        ERROR,
        "An object has a member that it can't have.",
        "The platform refuses parameters that a verb does not have. The name is mostly misspelt, "
        "and then the message suggests the right one; what lies inside is judged as if it had that "
        "name.\n\n"
        "Inside 'ai' and in responses unknown names are ignored, so there it is a warning: what "
        "was meant does not happen.",
        swml('- connect: {to: "+15551234567", tmeout: 20}'),
        swml('- connect: {to: "+15551234567", timeout: 20}'),
        source=ERRORS_PAGE,
    ),
    Code(
        "unknown-verb",
        ERROR,
        "There is no verb of this name in such a document.",
        "A step begins with a verb's name, and the platform refuses a verb that it does not know. "
        "The name may be misspelt, or be an action's, or a verb of documents of the other kind: "
        "those for messages have a few verbs only.",
        swml('- ply: {url: "say:Hello."}'),
        swml('- play: {url: "say:Hello."}'),
        source=ERRORS_PAGE,
    ),
    Code(
        "utf-8",
        ERROR,
        "Text has something in it that UTF-8 can't hold.",
        "JSON is UTF-8. A file in another encoding, or half of a surrogate pair such as \\ud83d by "
        "itself, can't be sent. Save the file as UTF-8, and write the whole character.",
        '{"response": "Booked \\ud83d"}\n',
        '{"response": "Booked \\ud83d\\ude00"}\n',
        source="https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
    ),
    Code(
        "yaml",
        ERROR,
        "A text is not valid YAML.",
        "The message says what to do where the text stops to be YAML. Most often it is the "
        "indentation, a tab, or text with a colon or a brace in it that needs quotes. Nothing else "
        "in the text can be judged until it is put right.\n\n"
        "A name that stands twice in one object is refused too, and so is one that is null, a list "
        "or an object.",
        swml('- play: {url: "say:Hello.}'),
        swml('- play: {url: "say:Hello."}'),
        source="https://yaml.org/spec/1.2.2/",
    ),
)

OF_TEXTS = (
    Code(
        "invalid-ignore",
        WARNING,
        "A comment that should ignore findings does not say which.",
        "A comment ignores what it names: '# swaigctl: ignore[CODE] reason', with one code or "
        "several between the brackets. Without a code, or with another word, it ignores nothing.",
        swml('- play: {url: "say:Hello."}  # swaigctl: ignore'),
        swml('- play: "say:Hello."  # swaigctl: ignore[legacy-form] the vendor shows it so'),
    ),
    Code(
        "json-comments",
        ERROR,
        "A text would be JSON, but for comments or commas behind last items.",
        "Editors and JavaScript often take them, the platform and most libraries do not. Take them "
        "out, or write YAML, which has comments.",
        '{"response": "Your table is booked."} // the caller waits\n',
        '{"response": "Your table is booked."}\n',
        source="https://www.rfc-editor.org/rfc/rfc8259",
    ),
    Code(
        "template",
        ERROR,
        "A text is a template, which is no document before it is rendered.",
        "Something in braces, such as {{ name }} or {% if %}, keeps the text from being read as "
        "JSON or YAML. Render it first, and validate what comes out.",
        '{"response": {{ answer }}}\n',
        '{"response": "Your table is booked."}\n',
    ),
    Code(
        "unused-ignore",
        WARNING,
        "Something is ignored that is not found.",
        "A comment, or the configuration, ignores a code that nothing there has. What was ignored "
        "was put right, or the code is another one. Take it out, so that it hides nothing later."
        "\n\n"
        "What the configuration says for all files ('ignore', 'exclude', 'known-names') may be "
        "meant for files to come: without effect, it is only worth knowing.",
        swml('- play: {url: "say:Hello."}  # swaigctl: ignore[legacy-form] the vendor shows it so'),
        swml('- play: {url: "say:Hello."}'),
    ),
)


OF_VERBS = (
    Code(
        "callback-without-url",
        WARNING,
        "Events, or how they are sent, are chosen without a URL to send them to.",
        "The platform reports to a URL only where one is given. Add the URL that the message "
        "names, or take out what says more about it.",
        swml("- join_conference: {name: support, status_callback_event: join}"),
        swml(
            """
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: join
"""
        ),
    ),
    Code(
        "else-not-last",
        WARNING,
        "An 'else' of its own stands before other conditions.",
        "The first condition that is true runs, and an 'else' without 'when' is always true: what "
        "follows it may never run. Put it last.",
        swml(
            """
- cond:
    - else: [{hangup: {}}]
    - when: vars.open == "yes"
      then: [{connect: {to: "+15551234567"}}]
"""
        ),
        swml(
            """
- cond:
    - when: vars.open == "yes"
      then: [{connect: {to: "+15551234567"}}]
    - else: [{hangup: {}}]
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/cond",
    ),
    Code(
        "header-not-sent",
        WARNING,
        "A request has a header that the platform does not send.",
        "A request sends a few known headers, and those that begin with X-. Others are left out. "
        "Give the header an X- name, or put what it says into the body or the URL.",
        swml(
            """
- request:
    url: https://example.com/orders
    method: GET
    headers: {Shop: "7"}
"""
        ),
        swml(
            """
- request:
    url: https://example.com/orders
    method: GET
    headers: {X-Shop: "7"}
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/request",
    ),
    Code(
        "javascript-too-long",
        WARNING,
        "JavaScript has more characters than the platform evaluates.",
        "The limit is 1,024 characters in expressions, and it probably holds for conditions too. "
        "Split the condition, or let a webhook decide and keep its answer in a variable.",
        swml(
            """
- cond:
    - when: >-
"""
            + "        vars.area == '212' || vars.area == '213' || vars.area == '310' ||\n" * 16
            + """\
        vars.area == '415'
      then: [{hangup: {}}]
"""
        ),
        swml(
            """
- cond:
    - when: "['212', '213', '310', '415'].includes(vars.area)"
      then: [{hangup: {}}]
"""
        ),
        source="Known of expressions in ${}; probable for conditions.",
    ),
    Code(
        "large-conference",
        WARNING,
        "A conference may have more participants than all references agree on.",
        "They agree on up to 250 participants. The vendor's schema allows 100,000, but nothing "
        "says that such a conference works.",
        swml("- join_conference: {name: town-hall, max_participants: 500}"),
        swml("- join_conference: {name: town-hall, max_participants: 250}"),
        source="The vendor's SDK and pages have 250, its schema 100000.",
    ),
    Code(
        "no-summary",
        WARNING,
        "It is said how to write a summary, but none is written.",
        "The prompt of a summary is used only where a summary is asked for. Ask for it, or take "
        "the prompt out.",
        swml(
            """
- live_transcribe:
    action:
      start: {lang: en, direction: [remote-caller], ai_summary_prompt: One line.}
"""
        ),
        swml(
            """
- live_transcribe:
    action:
      start:
        lang: en
        direction: [remote-caller]
        ai_summary: true
        ai_summary_prompt: One line.
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/live-transcribe",
    ),
    Code(
        "not-a-section",
        WARNING,
        "The destination of a transfer is a phone number or an address, not SWML.",
        "'execute' and 'transfer' run SWML: a section of the document, or what a URL gives. A "
        "number is taken for the name of a section, and there is none. The action 'transfer' wants "
        "the same; for a sidecar a page of the vendor names numbers too, which nothing else "
        "confirms. Use 'connect' to call somebody.",
        swml('- transfer: {dest: "+15551234567"}'),
        swml('- connect: {to: "+15551234567"}'),
        source=f"{SWML_DOCUMENTATION}/calling/transfer",
    ),
    Code(
        "not-a-sip-uri",
        WARNING,
        "A SIP REFER goes to something that is no SIP URI.",
        "SIP URIs begin with sip: or sips:. A call can't be referred to anything else.",
        swml("- sip_refer: {to_uri: alice@example.com}"),
        swml('- sip_refer: {to_uri: "sip:alice@example.com"}'),
        source=f"{SWML_DOCUMENTATION}/calling/sip-refer",
    ),
    Code(
        "not-for-destination",
        WARNING,
        "A parameter has no effect for a destination of this kind.",
        "Some parameters are for SIP addresses, for streams or for RTP only. The platform takes "
        "them beside other destinations and does not use them.",
        swml('- connect: {to: "+15551234567", codecs: PCMU}'),
        swml('- connect: {to: "sip:alice@example.com", codecs: PCMU}'),
        source=f"{SWML_DOCUMENTATION}/calling/connect",
    ),
    Code(
        "json-as-text",
        WARNING,
        "A text that is taken for one name or tag looks like JSON.",
        "Nothing reads such a text as JSON, so that it names something that is not there. Write "
        "several names as a list, or at the command line with the flag repeated.",
        swml('- unset: \'["order", "customer"]\''),
        swml("- unset: [order, customer]"),
    ),
    Code(
        "not-replaced",
        WARNING,
        "Text for a message has a variable in a form that is not replaced there.",
        "In documents for messages only %{path} is replaced. Anything else goes out as it stands, "
        "braces and all.",
        """\
sections:
  main:
    - reply: {body: "Hello ${from}."}
""",
        """\
sections:
  main:
    - reply: {body: "Hello %{from}."}
""",
        source=f"{SWML_DOCUMENTATION}/messaging",
    ),
    Code(
        "several-in-one",
        WARNING,
        "A text that is taken for one name, URL or hint looks like several.",
        "Nothing splits such a text at spaces or commas, so that it names something that is not "
        "there. Write several as a list, or at the command line with the flag repeated.",
        swml("- unset: order customer"),
        swml("- unset: [order, customer]"),
    ),
    Code(
        "nothing-recorded",
        WARNING,
        "It is said how to record a conference, but it is not recorded.",
        "How to trim a recording, and whom to tell of it, has no effect unless 'record' is "
        "'record-from-start'.",
        swml("- join_conference: {name: support, trim: do-not-trim}"),
        swml("- join_conference: {name: support, record: record-from-start, trim: do-not-trim}"),
    ),
    Code(
        "simplified-form",
        INFO,
        "A conference is joined by its bare name, which the vendor's schema refuses.",
        "The platform takes it, and the vendor's SDK writes it. Only who validates with the "
        "vendor's schema is told that it is wrong; the object is right everywhere.",
        swml("- join_conference: support"),
        swml("- join_conference: {name: support}"),
        source=f"{SDK_DOCUMENTATION}/join-conference",
    ),
    Code(
        "unknown-codec",
        WARNING,
        "A list of codecs has one that is not known.",
        "The platform can't offer a codec that it does not know. The message lists those that it "
        "does.",
        swml('- answer: {codecs: "PCMU,MP3"}'),
        swml('- answer: {codecs: "PCMU,OPUS"}'),
        source=f"{SWML_DOCUMENTATION}/calling/answer",
    ),
    Code(
        "unknown-currency",
        WARNING,
        "A currency is not of the form of an ISO 4217 code.",
        "A code has three letters, such as usd, eur or pln. A name or a sign is passed on to the "
        "payment connector, which can hardly know it.",
        swml('- pay: {payment_connector_url: "https://example.com/pay", currency: dollars}'),
        swml('- pay: {payment_connector_url: "https://example.com/pay", currency: usd}'),
        source=f"{SWML_DOCUMENTATION}/calling/pay",
    ),
    Code(
        "unknown-caller-id",
        WARNING,
        "A call is to show a caller ID that is no number or SIP address.",
        "A number is in E.164 form (+15551234567), a SIP address begins with sip:. What is shown "
        "in place of anything else is not known.",
        swml('- connect: {to: "+15551234567", from: alice}'),
        swml('- connect: {to: "+15551234567", from: "+15559876543"}'),
        source=f"{SWML_DOCUMENTATION}/calling/connect",
    ),
    Code(
        "unknown-destination",
        WARNING,
        "A call goes to something that is no number, SIP address or resource.",
        "A number is in E.164 form (+15551234567), a SIP address begins with sip:, a resource is a "
        "path such as /public/support. Anything else can hardly be reached.",
        swml("- connect: {to: alice}"),
        swml("- connect: {to: /private/alice}"),
        source=f"{SWML_DOCUMENTATION}/calling/connect",
    ),
    Code(
        "unknown-region",
        WARNING,
        "A conference is to be held in a region that is not documented.",
        "The verb's documentation has four regions. The vendor's SDK lets any text through, and "
        "what the platform makes of another one is not known.",
        swml("- join_conference: {name: support, region: moon}"),
        swml("- join_conference: {name: support, region: us}"),
        source=f"{SWML_DOCUMENTATION}/calling/join-conference",
    ),
    Code(
        "url-not-absolute",
        WARNING,
        "A URL can't be fetched, because it is not absolute.",
        "The platform fetches by http or https, and knows no page that a URL could be relative to. "
        "Write it in full, or with a variable that holds all of it.",
        swml("- join_conference: {name: support, wait_url: /hold.mp3}"),
        swml('- join_conference: {name: support, wait_url: "https://example.com/hold.mp3"}'),
    ),
    Code(
        "variable-for-a-name",
        WARNING,
        "The value of a variable is given where its name is expected.",
        "With ${} around it a variable stands for what it holds, so that the platform looks for a "
        "variable of that name. Write the name alone.",
        swml(
            """
- switch:
    variable: ${prompt_value}
    case: {"1": [{hangup: {}}]}
    default: [{answer: {}}]
"""
        ),
        swml(
            """
- switch:
    variable: prompt_value
    case: {"1": [{hangup: {}}]}
    default: [{answer: {}}]
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/switch",
    ),
    Code(
        "variable-in-javascript",
        WARNING,
        "A condition in JavaScript has ${} in it.",
        "A condition is JavaScript already. ${} in it is replaced by text before it is evaluated, "
        "and the result differs from time to time. Name the variable alone.",
        swml(
            """
- cond:
    - when: ${vars.tries} > 3
      then: [{hangup: {}}]
"""
        ),
        swml(
            """
- cond:
    - when: vars.tries > 3
      then: [{hangup: {}}]
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/cond",
    ),
)

OF_AI = (
    Code(
        "not-a-hook",
        WARNING,
        "A function has the name of a hook that the platform does not call.",
        "Older pages name hooks differently. The platform calls 'startup_hook' and 'hangup_hook'; "
        "a function of another name is only called when the model wants it.",
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    SWAIG:
      functions:
        - function: start_hook
          description: Notes that a call began.
"""
        ),
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    SWAIG:
      functions:
        - function: startup_hook
          description: Notes that a call began.
"""
        ),
    ),
    Code(
        "not-used",
        INFO,
        "Something is given beside what takes its place.",
        "Both are right by themselves, but where both are there only one is used. Take the other "
        "out, so that nobody changes it in vain.\n\n"
        "It is a warning for 'enabled' beside 'timeout' of 'wait-for-user': the action has one "
        "value only, and the SDK writes the timeout.",
        swml(
            """
- ai:
    prompt:
      text: You answer for a bicycle shop.
      pom: [{title: Who you are, body: You answer for a bicycle shop.}]
"""
        ),
        swml(
            """
- ai:
    prompt:
      pom: [{title: Who you are, body: You answer for a bicycle shop.}]
"""
        ),
    ),
    Code(
        "reserved-name",
        ERROR,
        "A step or a function has a name that the platform keeps for itself.",
        "'next' stands for the following step, so that no step can have that name; the functions "
        "of a sidecar can't be called 'sidecar_skip'. Choose another name.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default: {steps: [{name: next, text: Ask for the size.}]}
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default: {steps: [{name: ask_size, text: Ask for the size.}]}
"""
        ),
    ),
)

OF_ACTIONS = (
    Code(
        "conference-of-one",
        WARNING,
        "A conference is limited to one participant, which the platform refuses.",
        "The documentation of the action allows 1, but a conference refuses fewer than 2. Give it "
        "room for both sides at least.",
        "swaigctl join-conference --name support --max-participants 1",
        "swaigctl join-conference --name support --max-participants 2",
        shown_by=COMMANDS,
        source="The vendor's SDK refuses fewer than 2.",
    ),
    Code(
        "never-runs",
        WARNING,
        "An action comes after one that ends the agent's part of the call.",
        "Actions run in their order. After a hangup, or a transfer for good, nothing is left to "
        "run the others. Put them first.",
        '{"action": [{"hangup": true}, {"say": "Goodbye."}]}\n',
        '{"action": [{"say": "Goodbye."}, {"hangup": true}]}\n',
    ),
    Code(
        "not-a-voice",
        WARNING,
        "A voice is not of the form engine.voice.",
        "A voice is named with its engine, such as elevenlabs.rachel. Without the engine it is not "
        "known which voice is meant, and the caller may hear another one.",
        "swaigctl change-voice --voice rachel",
        "swaigctl change-voice --voice elevenlabs.rachel",
        shown_by=COMMANDS,
        source=f"{SDK_DOCUMENTATION}/change-voice",
    ),
    Code(
        "nothing-spoken",
        WARNING,
        "The call moves on before the model can say what the response tells it.",
        "Actions run as soon as the response is there. A hangup, a hold or a transfer then comes "
        "before the model has said a word. 'post_process' lets it take one more turn first.",
        '{"response": "Say goodbye.", "action": [{"hangup": true}]}\n',
        '{"response": "Say goodbye.", "post_process": true, "action": [{"hangup": true}]}\n',
        source=f"{SDK_DOCUMENTATION}/set-post-process",
    ),
    Code(
        "nothing-to-wait-for",
        WARNING,
        "Actions are to wait, but there are none.",
        "'post_process' lets the model take one more turn before the actions run. Without an "
        "action it changes nothing, and the SDK leaves it out.",
        '{"response": "Your table is booked.", "post_process": true}\n',
        '{"response": "Your table is booked."}\n',
        source=f"{SDK_DOCUMENTATION}/set-post-process",
    ),
    Code(
        "response-replaced",
        WARNING,
        "A response is given, and the prompt of an action takes its place.",
        "A few actions have a prompt for the model, which becomes the response. There is one "
        "response only. Say everything in one of them.",
        'swaigctl respond --response "Asking." hold --prompt "Say that you are back."',
        'swaigctl respond hold --prompt "Say that you asked, and are back."',
        shown_by=COMMANDS,
    ),
    Code(
        "set-and-removed",
        WARNING,
        "One action sets what another one of the same response removes.",
        "Actions run in their order, so that the later one wins, and the earlier one does nothing. "
        "Keep the one that is meant.",
        '{"action": [{"set_global_data": {"plan": "gold"}}, {"unset_global_data": "plan"}]}\n',
        '{"action": [{"set_global_data": {"plan": "gold"}}]}\n',
    ),
    Code(
        "step-on-hold",
        WARNING,
        "An action goes to another step after one that holds the call.",
        "On hold the agent neither listens nor speaks, so that the step can't begin. Go to the "
        "step first, or name in 'step' or 'timeout_step' of 'hold' where to go afterwards.",
        '{"action": [{"hold": 60}, {"change_step": "pay"}]}\n',
        '{"action": [{"hold": {"timeout": 60, "step": "pay"}}]}\n',
        source=f"{SDK_DOCUMENTATION}/hold",
    ),
    Code(
        "temperature-clamped",
        WARNING,
        "A temperature is higher than the platform uses.",
        "The documentation of the action allows up to 2.0, and the platform takes 1.5 for "
        "whatever is above.",
        "swaigctl update-settings --settings '{\"temperature\": 1.9}'",
        "swaigctl update-settings --settings '{\"temperature\": 1.5}'",
        shown_by=COMMANDS,
        source=f"{SDK_DOCUMENTATION}/update-settings",
    ),
    Code(
        "unknown-device",
        WARNING,
        "A call is placed to a kind of device for which the action has no address.",
        "The action has a phone number to call. For another kind of device there is no parameter "
        "that could say where it is.",
        "swaigctl rpc-dial --to-number +15551234567 --from-number +15559876543 \\\n"
        "    --dest-swml https://example.com/swml --device-type sip",
        "swaigctl rpc-dial --to-number +15551234567 --from-number +15559876543 \\\n"
        "    --dest-swml https://example.com/swml",
        shown_by=COMMANDS,
        source=f"{SDK_DOCUMENTATION}/rpc-dial",
    ),
    Code(
        "unknown-role",
        WARNING,
        "A message is put into a conversation in a role that models do not have.",
        "A conversation has messages of 'system', 'user' and 'assistant'.",
        'swaigctl rpc-ai-message --call-id CALL --message-text "Hurry." --role boss',
        'swaigctl rpc-ai-message --call-id CALL --message-text "Hurry." --role system',
        shown_by=COMMANDS,
        source=f"{SDK_DOCUMENTATION}/rpc-ai-message",
    ),
    Code(
        "unknown-setting",
        WARNING,
        "A setting of the model is not among the documented ones.",
        "The platform takes any name, so that a misspelt setting is not refused. It does nothing.",
        "swaigctl update-settings --settings '{\"temprature\": 1}'",
        "swaigctl update-settings --settings '{\"temperature\": 1}'",
        shown_by=COMMANDS,
        source=f"{SDK_DOCUMENTATION}/update-settings",
    ),
)

OF_COMMANDS = (
    Code(
        "flag-as-value",
        WARNING,
        "The value behind a flag is a flag of the same command.",
        "A flag takes the next word as its value, even if that word begins with '-'. Where the "
        "value was forgotten, the next word is another flag, and that flag has no effect. The "
        "usual cause is a variable of the shell that is not set, or empty: without quotes around "
        "it, the shell passes no word at all. Set the variable, and write it in quotes: then an "
        "empty value stays a value, and is reported as one where it is not allowed.\n\n"
        "If the flag is really meant as the value, write it with '=', such as '--text=--compact'.",
        "swaigctl say --text $TEXT --compact",
        "TEXT='One moment.'\nswaigctl say --text \"$TEXT\" --compact",
        shown_by=COMMANDS,
    ),
    Code(
        "flags",
        ERROR,
        "Flags do not go together, or not with what is asked for.",
        "Each flag is right by itself. The message says which other one it can't go with, or what "
        "it has no meaning for.",
        "swaigctl hangup --format yaml --compact",
        "swaigctl hangup --format json --compact",
        shown_by=COMMANDS,
    ),
    Code(
        "form",
        ERROR,
        "What is given can't be written in the form that is asked for.",
        "The simplified form is the bare value of one parameter. It can't hold others, and not "
        "every action has it. Use '--form auto', which takes the simplified form where it is "
        "enough.",
        "swaigctl join-conference --name support --muted --form simplified",
        "swaigctl join-conference --name support --muted --form full",
        shown_by=COMMANDS,
    ),
    Code(
        "given-twice",
        WARNING,
        "A flag that takes one value is given more than once, with different values.",
        "The last one counts, as with most programs, and nothing is left of the others. If several "
        "are meant, look in the help for a parameter that takes several; if not, leave one out.",
        "swaigctl connect --to +15551234567 --to +15559876543",
        "swaigctl connect --to +15559876543",
        shown_by=COMMANDS,
    ),
    Code(
        "literal-at",
        WARNING,
        "A text is '-', or begins with @ and the name of a file, but nothing is read.",
        "Text is taken as it stands, whatever it begins with: an @ means a file, and '-' standard "
        "input, only where JSON is taken. Text that people write has another flag for its file, "
        "with '-file' at its end. The message names it.",
        "echo 'One moment.' > words.txt\nswaigctl say --text @words.txt",
        "echo 'One moment.' > words.txt\nswaigctl say --text-file words.txt",
        shown_by=COMMANDS,
    ),
    Code(
        "one-form",
        WARNING,
        "Forms are to be compared, but the action has one form only.",
        "'--diff' shows how the simplified and the full form of an action differ. Of this action "
        "there is nothing to compare.",
        "swaigctl say --text Hi. --diff",
        "swaigctl join-conference --name support --diff",
        shown_by=COMMANDS,
    ),
    Code(
        "prompt-not-shown",
        WARNING,
        "A prompt is given, but what is printed has no place for it.",
        "The prompt of an action becomes the response's text. It is seen where the whole response "
        "is printed.",
        "swaigctl hold --prompt 'Say that you are back.'",
        "swaigctl hold --prompt 'Say that you are back.' --as response",
        shown_by=COMMANDS,
    ),
    Code(
        "shape",
        ERROR,
        "What is asked for has not the shape that it is to be printed in.",
        "A plain action carries no SWML, and one that carries a whole document has no single verb. "
        "The message says which '--as' does.",
        "swaigctl say --text Hi. --as swml",
        "swaigctl say --text Hi. --as action",
        shown_by=COMMANDS,
    ),
    Code(
        "source",
        ERROR,
        "A file, or standard input, can't be read.",
        "It is not there, it is no regular file, or reading it is not permitted. The message has "
        "the system's reason.",
        "swaigctl connect --params @nowhere.json",
        'swaigctl connect --params \'{"destination": "+15551234567"}\'',
        shown_by=COMMANDS,
    ),
    Code(
        "transfer-not-shown",
        WARNING,
        "A transfer is asked for, but what is printed has no place for it.",
        "'transfer' stands beside the document, in the action. It is seen where the action or the "
        "response is printed.",
        "swaigctl join-conference --name support --transfer --as verb",
        "swaigctl join-conference --name support --transfer --as action",
        shown_by=COMMANDS,
    ),
    Code(
        "unknown-command",
        ERROR,
        "There is no command of this name.",
        "Commands are the actions, by their names as command, as method or on the wire, and a few "
        "tools. 'swaigctl list' lists the actions.",
        "swaigctl join-confrence --name support",
        "swaigctl join-conference --name support",
        shown_by=COMMANDS,
    ),
    Code(
        "unknown-flag",
        ERROR,
        "A command has no flag of this name.",
        "The message suggests the flag that was probably meant; the command's '--help' has them "
        "all.",
        "swaigctl join-conference --nmae support",
        "swaigctl join-conference --name support",
        shown_by=COMMANDS,
    ),
    Code(
        "usage",
        ERROR,
        "A command line is not made as the command needs it.",
        "A value is missing behind a flag, a word stands where none is expected, or nothing was "
        "given to do. The command's '--help' begins with how it is used.",
        "swaigctl join-conference support",
        "swaigctl join-conference --name support",
        shown_by=COMMANDS,
    ),
    Code(
        "too-long",
        ERROR,
        "A line of a stream is longer than can be answered.",
        "A line is held in memory as long as it is answered, so there is a limit of 64 MiB. The "
        "other lines are answered. Split the request, or refer to large data by a URL.",
        "head -c 68000000 /dev/zero | tr '\\0' ' ' | swaigctl batch",
        'echo \'{"action": "hangup"}\' | swaigctl batch',
        shown_by=COMMANDS,
    ),
)

OF_COMPLETION = (
    Code(
        "foreign",
        ERROR,
        "A completion script was not written by swaigctl.",
        "Where the script belongs there is a file that somebody else wrote. It is neither "
        "overwritten nor removed. Move it away.",
        "folder=~/.local/share/bash-completion/completions\n"
        "mkdir -p $folder\n"
        "echo '# my own' > $folder/swaigctl\n"
        "swaigctl completion install bash",
        "swaigctl completion install bash",
        shown_by=COMMANDS,
    ),
    Code(
        "home",
        ERROR,
        "It is not known where the user's files are.",
        "Completion scripts are written below the folder that the environment variable HOME "
        "names, or one of XDG. It must be an absolute path.",
        "HOME=here swaigctl completion install zsh",
        "swaigctl completion install zsh",
        shown_by=COMMANDS,
    ),
    Code(
        "shell",
        ERROR,
        "It is not known for which shell the completion script is meant.",
        "Left out, the shell is the one that the environment variable SHELL names. Name one that "
        "there is a script for.",
        "SHELL=/bin/tcsh swaigctl completion install",
        "SHELL=/bin/bash swaigctl completion install",
        shown_by=COMMANDS,
    ),
)

OF_PLANS = (
    Code(
        "ending",
        ERROR,
        "A fixture's file ends with the name of another format.",
        "Fixtures are JSON or YAML, and their files end as their format is called. Leave the "
        "ending out: it is added.",
        "echo 'fixtures: [{action: hangup, file: bye.yaml}]' > fixtures.yaml\n"
        "swaigctl fixtures list",
        "echo 'fixtures: [{action: hangup, file: bye}]' > fixtures.yaml\nswaigctl fixtures list",
        shown_by=COMMANDS,
    ),
    Code(
        "file",
        ERROR,
        "A file that is to be written can't be, or must not be.",
        "It is there already and was not made by the plan, it is in the way of a folder, or the "
        "system does not let it be written. Files that swaigctl did not make are overwritten only "
        "with '--force'.",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "mkdir fixtures\n"
        "echo '{}' > fixtures/hangup.json\n"
        "swaigctl fixtures build",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\nswaigctl fixtures build",
        shown_by=COMMANDS,
    ),
    Code(
        "left-over-fixture",
        ERROR,
        "A file was made from a plan, and no plan makes it any more.",
        "The plan has changed since, or was renamed or deleted. 'swaigctl fixtures build --prune' "
        "removes the file if nobody has changed it since it was built. It keeps what somebody has "
        "changed, which counts as a file of their own from then on.",
        "echo 'fixtures: [{action: hangup}, {action: stop}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures check --format json",
        "echo 'fixtures: [{action: hangup}, {action: stop}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build --prune\n"
        "swaigctl fixtures check --format json",
        shown_by=COMMANDS,
    ),
    Code(
        "missing-fixture",
        ERROR,
        "A file that a plan makes is not there.",
        "Run 'swaigctl fixtures build' to make it. Among the files is the record of what a plan "
        "made, which says what may be removed later.",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures check --format json",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "swaigctl fixtures check --format json",
        shown_by=COMMANDS,
    ),
    Code(
        "stale-fixture",
        ERROR,
        "A file is not what the plan makes.",
        "The plan has changed since it was built, or the file has. 'swaigctl fixtures check' shows "
        "the difference, and 'swaigctl fixtures build' writes the file anew. What the plan did not "
        "make is overwritten only with '--force'.",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "echo '{}' > fixtures/hangup.json\n"
        "swaigctl fixtures check --format json",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "swaigctl fixtures check --format json",
        shown_by=COMMANDS,
    ),
    Code(
        "left-alone",
        WARNING,
        "A file that no plan makes any more was changed since it was built, and stays.",
        "'--prune' removes what a plan once made and none makes any more. What somebody has "
        "changed is theirs: keep it, or remove it by hand.",
        "echo 'fixtures: [{action: hangup}, {action: stop}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "echo '{}' > fixtures/stop.json\n"
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build --prune",
        "echo 'fixtures: [{action: hangup}, {action: stop}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build --prune",
        shown_by=COMMANDS,
    ),
    Code(
        "manifest",
        ERROR,
        "The record of what a plan made can't be used.",
        "The output folder has a hidden record of the plan's files. It is damaged, or that of "
        "another plan, which is there. Put it back as it was, or remove it; what the plan no "
        "longer makes is not known then.",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "echo damaged > fixtures/.swaigctl-fixtures.json\n"
        "swaigctl fixtures build",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "swaigctl fixtures build",
        shown_by=COMMANDS,
    ),
    Code(
        "merge-conflict",
        WARNING,
        "git could not merge the record of what a plan made.",
        "What either side says was made counts, and the next build writes the record anew from "
        "both. Build, and commit the record.",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "record=fixtures/.swaigctl-fixtures.json\n"
        "{ echo '<<<<<<<'; cat $record; echo =======; cat $record; echo '>>>>>>>'; } \\\n"
        "    > both\n"
        "mv both $record\n"
        "swaigctl fixtures check",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "swaigctl fixtures check",
        shown_by=COMMANDS,
    ),
    Code(
        "not-read",
        WARNING,
        "Something in the output folder is no regular file, and was not read.",
        "Only regular files and folders are looked at, and no link is followed. A link in the "
        "folder counts as different from the file that the plan makes, whatever it leads to.",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "mkdir fixtures\n"
        "ln -s ../fixtures.yaml fixtures/hangup.json\n"
        "swaigctl fixtures check",
        "echo 'fixtures: [{action: hangup}]' > fixtures.yaml\n"
        "swaigctl fixtures build\n"
        "swaigctl fixtures check",
        shown_by=COMMANDS,
    ),
    Code(
        "outside",
        ERROR,
        "A plan's output leads out of the plan's folder.",
        "A plan may be a stranger's, so it writes only beside itself. If another folder is meant, "
        "name it with '--output'.",
        "echo '{output: ../made, fixtures: [{action: hangup}]}' > fixtures.yaml\n"
        "swaigctl fixtures build",
        "echo '{output: made, fixtures: [{action: hangup}]}' > fixtures.yaml\n"
        "swaigctl fixtures build",
        shown_by=COMMANDS,
    ),
    Code(
        "toml",
        ERROR,
        "A text is not valid TOML.",
        "The message says where the parser stopped, and why.",
        "echo 'fixtures = [{action = hangup}]' > fixtures.toml\nswaigctl fixtures list",
        "echo 'fixtures = [{action = \"hangup\"}]' > fixtures.toml\nswaigctl fixtures list",
        shown_by=COMMANDS,
        source="https://toml.io/en/v1.0.0",
    ),
)

ACROSS = (
    Code(
        "agent-stays",
        INFO,
        "A document moves the caller elsewhere, and nothing says whether the agent leaves.",
        "A document in an action runs while the agent waits. Without 'transfer' beside 'SWML' the "
        "agent stays on the call, and is billed, until the document has run; then it goes on.\n\n"
        "Write 'transfer': 'true' if it is to leave, and 'false' if the caller is to come back.",
        '{"SWML": {"sections": {"main": [{"sip_refer": {"to_uri": "sip:desk@pbx.example"}}]}}}',
        '{"SWML": {"sections": {"main": [{"sip_refer": {"to_uri": "sip:desk@pbx.example"}}]}}, '
        '"transfer": "true"}',
        source=SDK_DOCUMENTATION,
    ),
    Code(
        "duplicate-name",
        ERROR,
        "Two things have one name where each needs its own.",
        "Steps of a context, labels of a section, functions of an agent and sections are found by "
        "their names. Where two have the same, one of them is never reached. Give each its own.\n\n"
        "It is a warning where the platform takes it.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask what is wanted., valid_steps: [next]}
            - {name: ask, text: Repeat the order.}
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask what is wanted., valid_steps: [next]}
            - {name: confirm, text: Repeat the order.}
"""
        ),
    ),
    Code(
        "lost-plus",
        ERROR,
        "A phone number without quotes lost its plus in YAML.",
        "In YAML, a plus and digits without quotes are a number, and numbers have no plus: "
        "'+15551234567' is read as 15551234567. Put it in quotes.\n\n"
        "It is a warning where any value may stand, such as a variable's.",
        swml("- connect: {to: +15551234567}"),
        swml('- connect: {to: "+15551234567"}'),
        source="https://yaml.org/spec/1.2.2/#103-core-schema",
    ),
    Code(
        "never-ends",
        WARNING,
        "A section runs itself again and again.",
        "On the way from the section back to itself there is no condition and no end, so that the "
        "platform stops the call with an error: it allows 32 transfers, and sections nest to a "
        "limit. Use a label and goto, or put a condition before it.",
        swml(
            """
- play: {url: "say:Please hold."}
- execute: {dest: main}
"""
        ),
        swml(
            """
- label: again
- play: {url: "say:Please hold."}
- goto: {label: again, max: 10}
"""
        ),
        source=ERRORS_PAGE,
    ),
    Code(
        "never-matches",
        INFO,
        "A case of a switch never matches.",
        "The variable never has the value that the case is for: it was changed by 'transform', or "
        "a verb sets it to others. Correct the case, or take it out.",
        swml(
            """
- connect: {to: "+15551234567"}
- switch:
    variable: connect_result
    case:
      busy: [{play: {url: "say:They speak to somebody else."}}]
    default: [{hangup: {}}]
"""
        ),
        swml(
            """
- connect: {to: "+15551234567"}
- switch:
    variable: connect_result
    case:
      failed: [{play: {url: "say:They speak to somebody else."}}]
    default: [{hangup: {}}]
"""
        ),
        source=f"{SWML_DOCUMENTATION}/calling/connect",
    ),
    Code(
        "no-default",
        INFO,
        "A switch has no steps for other values.",
        "Where no case matches and there is no 'default', the platform reports an error. Add a "
        "'default', unless the cases are all that there can be.",
        swml(
            """
- prompt: {play: "say:Press 1 for our hours."}
- switch:
    variable: prompt_value
    case:
      "1": [{play: {url: "say:We open at nine."}}]
"""
        ),
        swml(
            """
- prompt: {play: "say:Press 1 for our hours."}
- switch:
    variable: prompt_value
    case:
      "1": [{play: {url: "say:We open at nine."}}]
    default: [{hangup: {}}]
"""
        ),
        source=ERRORS_PAGE,
    ),
    Code(
        "not-allowed",
        WARNING,
        "A function answers with an action that its agent does not let it take.",
        "A setting of the agent says that functions can't run SWML, change settings or set global "
        "data, so the action has no effect. Change the setting, or take the action out.",
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    params: {swaig_set_global_data: false}
    SWAIG:
      functions:
        - function: note
          description: Remember that they called.
          data_map:
            output:
              response: Noted.
              action: [{set_global_data: {called: true}}]
"""
        ),
        swml(
            """
- ai:
    prompt: {text: You answer for a bicycle shop.}
    SWAIG:
      functions:
        - function: note
          description: Remember that they called.
          data_map:
            output:
              response: Noted.
              action: [{set_global_data: {called: true}}]
"""
        ),
        source=f"{SWML_DOCUMENTATION}/ai/params",
    ),
    Code(
        "recording-fails",
        WARNING,
        "A recording has a timeout of 0.",
        "With a timeout of 0 the recording fails, and nothing says so. To record without such a "
        "limit, leave the timeout out.",
        swml("- record_call: {format: mp3, initial_timeout: 0}"),
        swml("- record_call: {format: mp3}"),
        source="The vendor's SDK leaves timeouts out rather than writing 0.",
    ),
    Code(
        "unknown-context",
        ERROR,
        "There is no context of this name in the agent.",
        "The agent can go only to contexts of its own prompt. The message names the one that "
        "was probably meant, if there is one like it.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_contexts: [billing, biling]}
        billing:
          steps: [{name: pay, text: Let them pay.}]
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_contexts: [billing]}
        billing:
          steps: [{name: pay, text: Let them pay.}]
"""
        ),
        source="The vendor's SDK refuses other names.",
    ),
    Code(
        "unknown-function",
        ERROR,
        "There is no function of this name in the agent.",
        "A step allows a function, or an action turns one on or off, that the agent hasn't "
        "got. Nothing is said of an agent that gets functions from elsewhere, by 'includes' "
        "or 'mcp_servers'.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., functions: [stok]}
    SWAIG:
      functions:
        - function: stock
          description: Tells what is in stock.
          web_hook_url: https://example.com/stock
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., functions: [stock]}
    SWAIG:
      functions:
        - function: stock
          description: Tells what is in stock.
          web_hook_url: https://example.com/stock
"""
        ),
    ),
    Code(
        "unknown-section",
        ERROR,
        "There is no section of this name in the document.",
        "A destination that is no URL and no document is the name of a section, and this "
        "document has no such section. A phone number or a SIP address is no destination "
        "either: use 'connect' to call somebody.\n\nIt is a warning in a document inside an "
        "action, as nothing says whether sections of the document around it can be reached.",
        "sections:\n  main: [{execute: {dest: huors}}, {execute: {dest: hours}}]\n"
        '  hours: [{play: {url: "say:We open at nine."}}]\n',
        "sections:\n  main: [{execute: {dest: hours}}]\n"
        '  hours: [{play: {url: "say:We open at nine."}}]\n',
        source=ERRORS_PAGE,
    ),
    Code(
        "unknown-step",
        ERROR,
        "There is no step of this name in the context.",
        "The agent goes from step to step within one context, and to others by the context. "
        "'next' stands for the following step. The message names the one that was probably "
        "meant, if there is one like it.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_steps: [confrim]}
            - {name: confirm, text: Confirm.}
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_steps: [confirm]}
            - {name: confirm, text: Confirm.}
"""
        ),
        source="The vendor's SDK refuses other names.",
    ),
    Code(
        "unused-context",
        INFO,
        "Nothing leads to a context.",
        "The agent begins in the context 'default', and can go to contexts that are valid "
        "there. Name this one among them, or take it out. Nothing is said where functions "
        "that are answered elsewhere may lead to it.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask.}
        billing:
          steps: [{name: pay, text: Let them pay.}]
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_contexts: [billing]}
        billing:
          steps: [{name: pay, text: Let them pay.}]
"""
        ),
        source="The vendor's SDK.",
    ),
    Code(
        "unused-label",
        INFO,
        "No goto leads to a label.",
        "A label does nothing by itself. Take it out, or name it in a 'goto' of the same section.",
        swml(
            """
- label: ask
- play: {url: "say:Hello"}
"""
        ),
        swml(
            """
- play: {url: "say:Hello"}
"""
        ),
    ),
    Code(
        "unused-section",
        INFO,
        "Nothing leads to a section.",
        "The document begins in 'main'. No 'execute' and no 'transfer' in it names this "
        "section. Nothing is said where a variable, or a function that is answered elsewhere, "
        "may name it.",
        'sections:\n  main: [{answer: {}}]\n  hours: [{play: {url: "say:We open at nine."}}]\n',
        "sections:\n  main: [{execute: {dest: hours}}]\n"
        '  hours: [{play: {url: "say:We open at nine."}}]\n',
    ),
    Code(
        "unused-step",
        INFO,
        "Nothing leads to a step of an agent.",
        "A context begins with its first step. From a step, the agent goes to those in "
        "'valid_steps', or to the following one where there is no such list. Name this step "
        "among them, or take it out.",
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_steps: [confirm]}
            - {name: repeat, text: Ask again.}
            - {name: confirm, text: Confirm.}
"""
        ),
        swml(
            """
- ai:
    prompt:
      text: You take orders.
      contexts:
        default:
          steps:
            - {name: ask, text: Ask., valid_steps: [repeat, confirm]}
            - {name: repeat, text: Ask again.}
            - {name: confirm, text: Confirm.}
"""
        ),
    ),
)

CODES = {
    code.name: code
    for code in sorted(
        (
            *EVERYWHERE,
            *OF_TEXTS,
            *OF_VERBS,
            *OF_AI,
            *OF_ACTIONS,
            *OF_COMMANDS,
            *OF_COMPLETION,
            *OF_PLANS,
            *ACROSS,
        ),
        key=lambda code: code.name,
    )
}
"""Each code by its name, in alphabetical order."""
