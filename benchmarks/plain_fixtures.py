"""What `fixtures build` is measured beside: the same files, written as anybody would write them."""

import json
import sys
from itertools import product
from pathlib import Path

folder = Path(sys.argv[1])
beeps = ("true", "false", "onEnter", "onExit")
for beep in beeps:
    (folder / beep).mkdir(parents=True)
for beep, most, number in product(beeps, range(2, 102), range(1, 26)):
    params = {"name": "team-standup", "max_participants": most, "region": f"region-{number}"}
    if beep != "true":
        params = {"name": "team-standup", "beep": beep, **params}
    document = {"SWML": {"version": "1.0.0", "sections": {"main": [{"join_conference": params}]}}}
    with open(folder / beep / f"{most}-region-{number}.json", "w", encoding="utf-8") as file:
        file.write(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
