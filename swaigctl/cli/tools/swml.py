"""`swaigctl swml`: a SWML document, its verbs read one after the other."""

from swaigctl.cli.documents import answer_to_document
from swaigctl.cli.terminal.printing import print_answer


def answer(arguments: list[str]) -> int:
    return print_answer(answer_to_document(arguments))
