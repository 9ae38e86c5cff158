"""Streams that whoever started the program has set not to block: what isn't ready is waited for.

Python's own readers take a pause in such a stream for its end, and its writers give up.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

WINDOWS_PAUSE = 0.01
"""Seconds between two tries where a pipe can't be asked whether it is ready."""


def chunks(stream: "BinaryIO", size: int) -> "Iterator[bytes]":
    """What there is to read, as soon as it is there, in pieces of at most `size` bytes."""
    raw = getattr(stream, "raw", stream)
    while (chunk := raw.read(size)) != b"":
        if chunk is None:
            wait_to_read(raw)
        else:
            yield chunk


def wait_to_read(stream: "BinaryIO") -> None:
    """Return when there is something to read, or the end."""
    wait(stream, "POLLIN")


def wait_to_write(stream: "BinaryIO") -> None:
    """Return when something can be written, or nobody will read it."""
    wait(stream, "POLLOUT")


def wait(stream: "BinaryIO", event: str) -> None:
    import select

    if not hasattr(select, "poll"):
        from time import sleep

        sleep(WINDOWS_PAUSE)
        return
    waiting = select.poll()
    waiting.register(stream.fileno(), getattr(select, event))
    waiting.poll()
