"""What to say where a package that swaigctl needs is missing: the environment is at fault then."""

import sys
from importlib.metadata import PackageNotFoundError, requires
from shlex import quote

from swaigctl.catalog.program.dependencies import PACKAGES
from swaigctl.cli.terminal.streams import write_error
from swaigctl.descriptions import PROGRAM


def is_foreign(fault: ImportError) -> bool:
    """Whether what can't be imported is neither ours nor Python's own."""
    module = top_of(fault)
    return bool(module) and module != PROGRAM and module not in sys.stdlib_module_names


def report(fault: ImportError) -> int:
    """Say which package is missing and how to install it; the exit status."""
    module = top_of(fault)
    package = PACKAGES.get(module)
    is_there = fault.name != module or not isinstance(fault, ModuleNotFoundError)
    if package is None:  # what one of them needs
        said, command = f"the module {module!r}, which {PROGRAM}'s packages need,", [PROGRAM]
    else:
        said, command = f"the package {package}, which {PROGRAM} needs,", [requirement(package)]
    state = "is not complete" if is_there else "is not installed"
    again = ["--force-reinstall"] if is_there else []
    typed = " ".join(map(quote, [sys.executable, "-m", "pip", "install", *again, *command]))
    write_error(f"Error: {said} {state}. Install it with: {typed}")
    return 2


def top_of(fault: ImportError) -> str:
    return (fault.name or "").partition(".")[0]


def requirement(package: str) -> str:
    """The package with the versions that this version of swaigctl allows."""
    try:
        known = requires(PROGRAM) or []
    except PackageNotFoundError:  # run from its sources
        known = []
    for each in known:
        text, _, condition = each.partition(";")
        if text.lower().startswith(package.lower()) and not condition:
            return text.strip()
    return package
