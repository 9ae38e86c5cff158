"""The program `swaigctl`: the quick path first, then the Typer app."""

import gc
import os
import sys

from swaigctl.cli.terminal.streams import write_error


def run() -> None:
    """Answer the command line and end the process at once.

    Nothing is left to clean up then, and taking the interpreter down would cost another 7 % of
    bare Python's time (`benchmarks/startup.py`). Nor is garbage collected meanwhile: an action
    makes little, and looking for it costs another 4 %.
    """
    gc.disable()
    status = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            pass
    os._exit(status)


def main() -> int:
    """Answer the command line of this process; the exit status."""
    try:
        arguments = [in_utf8(argument) for argument in sys.argv[1:]]
        if os.environ.get("SWAIGCTL_QUICK") != "0":
            from swaigctl.cli.quick import answered

            status = answered(arguments)
            if status is not None:
                return status
        gc.enable()
        from swaigctl.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        if isinstance(fault.__context__, KeyboardInterrupt):
            return 130
        if os.environ.get("SWAIGCTL_TRACEBACK") == "1":
            raise
        if isinstance(fault, ImportError):
            from swaigctl.cli.terminal import dependencies

            if dependencies.is_foreign(fault):
                return dependencies.report(fault)
        write_error(
            f"Error: swaigctl has a defect ({type(fault).__name__}). "
            "SWAIGCTL_TRACEBACK=1 shows where; please report it."
        )
        return 2


def in_utf8(argument: str) -> str:
    """The argument read as UTF-8, whatever the locale; other bytes become surrogates."""
    if argument.isascii() or sys.getfilesystemencoding() == "utf-8":
        return argument
    return os.fsencode(argument).decode("utf-8", "surrogateescape")
