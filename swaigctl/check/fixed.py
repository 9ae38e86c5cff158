"""What the summary says of fixes: how many were made, and how many more there are."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from swaigctl.check.validation import FileReport


def fixes_object(files: "Sequence[FileReport]") -> "dict[str, object]":
    """The numbers for programs; how many were made only where that was asked for."""
    made = [file.fixed for file in files if file.fixed is not None]
    safe, unsafe = fixable(files)
    return {**({"fixed": sum(made)} if made else {}), "fixable": safe, "fixable_unsafe": unsafe}


def fixes_phrase(files: "Sequence[FileReport]") -> str:
    """The same for people, behind the rest of the summary; empty if there is nothing to say."""
    made = [file.fixed for file in files if file.fixed is not None]
    safe, unsafe = fixable(files)
    if made:
        more = f" ({unsafe:,} more with --unsafe-fixes)" if unsafe else ""
        return f"; {sum(made):,} fixed{more}"
    if safe:
        more = f", and {unsafe:,} more with --unsafe-fixes" if unsafe else ""
        return f"; --fix can put {safe:,} right{more}"
    return f"; --fix --unsafe-fixes can put {unsafe:,} right" if unsafe else ""


def fixable(files: "Sequence[FileReport]") -> "tuple[int, int]":
    """How many findings have a safe fix, and how many another one."""
    fixes = [each.fix for file in files for each in file.findings if each.fix is not None]
    safe = sum(fix.is_safe for fix in fixes)
    return safe, len(fixes) - safe
