"""Files as those who read a report know them: seen from a folder, with forward slashes."""

import os


def below(folder: str, file: str) -> "str | None":
    """The path of a file seen from a folder; None if it is not inside."""
    try:
        inside = os.path.relpath(os.path.abspath(file), folder)
    except ValueError:  # another drive of Windows
        return None
    if inside == os.pardir or inside.startswith(os.pardir + os.sep):
        return None
    return with_slashes(inside)


def with_slashes(path: str) -> str:
    return path.replace(os.sep, "/")
