"""Files written as a whole, or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


class Changed(Exception):
    """A file is not as it was any more."""


def replace(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Put a whole file in place of the old one, of which it keeps the owner and the mode.

    Whoever reads it meanwhile gets the old file or the new one, never a part. Where a link stands,
    what it leads to is replaced: those who keep their settings in another folder link them.

    Args:
        path: the file.
        data: what is to be in it.
        before: what must be in it until then, if that matters.

    Raises:
        OSError: that can't be done; the old file is as it was.
        Changed: something else is in it now.
    """
    target = os.path.realpath(path)
    try:
        descriptor, temporary = mkstemp(prefix=".swaigctl-", dir=os.path.dirname(target))
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
            try:
                old = os.stat(target)
            except FileNotFoundError:
                os.chmod(temporary, 0o666 & ~umask())
            else:
                if hasattr(os, "chown"):
                    with suppress(OSError):  # only root may give files away
                        os.chown(temporary, old.st_uid, old.st_gid)
                os.chmod(temporary, stat.S_IMODE(old.st_mode))
            if before is not None and Path(target).read_bytes() != before:
                raise Changed
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as fault:  # which names the temporary file, or none at all
        raise OSError(fault.errno, fault.strerror, str(path)) from None


def umask() -> int:
    """The permissions that new files don't get; they can be read only by setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
