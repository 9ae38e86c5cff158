"""`python -m swaigctl`, the same as `swaigctl`."""

import sys

from swaigctl.cli.main import main

sys.exit(main())
