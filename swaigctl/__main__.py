"""`python -m swaigctl`, the same as `swaigctl`."""

from swaigctl.cli.main import run

run()
