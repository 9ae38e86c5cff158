"""`swaigctl respond`: a whole response, its actions and documents read one after the other."""

from swaigctl.cli.answers import answer_to_response
from swaigctl.cli.terminal.printing import print_answer


def answer(arguments: list[str]) -> int:
    return print_answer(answer_to_response(arguments))
