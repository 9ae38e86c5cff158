"""What a command line argument stands for: text itself, a file, or standard input."""

import os
import sys

from swaigctl.findings import SwaigctlError
from swaigctl.formats import file_name


def parsed(argument: str) -> object:
    """The document that a command line argument stands for.

    `@path` is a file of JSON or YAML, `-` standard input, anything else JSON text itself. What a
    file holds goes by its ending (`.json`, `.yaml`, `.yml`); with another ending, and on standard
    input, by its first character: `{` or `[` begins JSON.

    Raises:
        SwaigctlError: the source can't be read, or is not one document of strict JSON or YAML.
    """
    from swaigctl.formats.json import parsed_json

    if argument == "-":
        return parsed_bytes(standard_input(), "standard input")
    if argument == "@":
        raise unreadable_source("no file is named behind '@'")
    if argument.startswith("@"):
        return parsed_bytes(file_bytes(argument[1:]), argument[1:])
    try:
        return parsed_json(argument)
    except SwaigctlError as error:
        if is_regular_file(argument):
            raise SwaigctlError(error.finding.but(suggestion=f"@{argument}")) from None
        raise


def text_in(path: str) -> str:
    """The text in a file, or with `-` on standard input, without the line end at its end.

    Raises:
        SwaigctlError: it can't be read, or is no text.
    """
    source = "standard input" if path == "-" else path
    try:
        text = decoded(standard_input() if path == "-" else file_bytes(path), source)
    except SwaigctlError as error:
        meant = path[1:] if path[:1] == "@" and is_regular_file(path[1:]) else None
        raise SwaigctlError(error.finding.but(suggestion=meant)) from None
    for at, character in enumerate(text):
        if (character < " " and character not in "\t\n\r") or character == "\x7f":
            raise unreadable_source(
                f"{source!r} is no text: it has the control character {character!r} at "
                f"character {at + 1}"
            )
    return text.removesuffix("\r\n" if text.endswith("\r\n") else "\n")


CHUNK = 1 << 16
"""As many bytes as a pipe holds."""


def standard_input() -> bytes:
    """All of standard input, which is read once however often it is asked for."""
    if sys.stdin is None:
        raise unreadable_source("standard input is closed")
    if READ.get("stream") is not sys.stdin:
        from swaigctl.formats.blocking import chunks

        READ.update(stream=sys.stdin, data=b"".join(chunks(sys.stdin.buffer, CHUNK)))
    data = READ["data"]
    assert isinstance(data, bytes)
    return data


READ: "dict[str, object]" = {}
"""The standard input that was read: the Typer app may need again what the quick path has read."""

PIPES: "dict[str, bytes]" = {}
"""What was read from each path that can be read only once, for the same reason."""


def file_bytes(path: str) -> bytes:
    if path in PIPES:
        return PIPES[path]
    try:
        with open(file_name(path), "rb") as file:
            data = file.read()
        if not is_regular_file(path):
            PIPES[path] = data
        return data
    except OSError as fault:
        raise unreadable_source(f"{path!r} can't be read: {fault.strerror}") from None
    except ValueError:  # a NUL character
        raise unreadable_source(f"{path!r} is not a file name") from None


def unreadable_source(reason: str) -> SwaigctlError:
    from swaigctl.formats.faults import unreadable

    return unreadable(reason)


def is_regular_file(path: str) -> bool:
    """Whether it can be read again, as a pipe can't."""
    try:
        return os.path.isfile(file_name(path))
    except ValueError:  # a NUL character
        return False


def decoded(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise unreadable_source(f"{source!r} is not UTF-8 at byte {fault.start}") from None


def parsed_bytes(data: bytes, source: str) -> object:
    text = decoded(data, source)
    ending = os.path.splitext(source)[1].lower()
    if ending in (".yaml", ".yml") or (ending != ".json" and text.lstrip()[:1] not in "{["):
        from swaigctl.formats.yaml import parsed_yaml

        return parsed_yaml(text, source)
    from swaigctl.formats.json import parsed_json

    return parsed_json(text, source)
