"""How fast `swaigctl validate` is, as ratios: `python benchmarks/validate.py [ROUNDS]`.

Needs `pip install -e '.[benchmarks]'`. With node and npm, ajv is measured too.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from measuring import (
    PYTHON,
    SWAIGCTL,
    answering,
    machine,
    peak_memory,
    ratio,
    rounds_of,
    seconds,
)

DOCUMENT = {
    "version": "1.0.0",
    "sections": {"main": [{"answer": {}}, {"play": {"url": "say:Hello"}}, {"hangup": {}}]},
}
RESPONSE = {
    "response": "Good bye.",
    "action": [{"say": "Good bye."}, {"hangup": True}],
    "post_process": True,
}
IN_YAML = """\
version: 1.0.0
sections:
  main:
    - answer: {}
    - play: {url: "say:Hello"}
    - hangup: {}
"""
BARE = [PYTHON, "-c", f"import json; print(json.dumps({DOCUMENT!r}, indent=2))"]
PLAIN_YAML = "import sys, yaml; yaml.safe_load(open(sys.argv[1], encoding='utf-8'))"

SCHEMA = str(files("signalwire") / "schema.json")
WITH_RUST = """
import json, sys, jsonschema_rs
from pathlib import Path
schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
validator = jsonschema_rs.validator_for(schema)
for path in Path(sys.argv[2]).iterdir():
    for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
        print(path, error.message)
"""
WITH_AJV = """
const fs = require("fs"), path = require("path"), Ajv = require("ajv/dist/2020");
const [schema, folder] = process.argv.slice(2);
const ajv = new Ajv({strict: false, allErrors: true, validateFormats: false});
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8")));
for (const name of fs.readdirSync(folder)) {
  const text = fs.readFileSync(path.join(folder, name), "utf8");
  if (!validate(JSON.parse(text))) console.log(name, ajv.errorsText(validate.errors));
}
"""


def varied(number: int) -> dict[str, Any]:
    """A document of the usual kind; no two are the same."""
    steps: list[dict[str, Any]] = [
        {"answer": {"max_duration": 600 + number}},
        {"play": {"url": f"say:You are caller {number}.", "volume": number % 10}},
        {
            "prompt": {
                "play": "say:Press 1 for sales, 2 for support.",
                "max_digits": 1,
                "initial_timeout": 5,
            }
        },
        {
            "switch": {
                "variable": "prompt_value",
                "case": {
                    "1": [{"connect": {"to": "+15551234567", "timeout": 20}}],
                    "2": [{"transfer": {"dest": "https://example.com/support"}}],
                },
                "default": [{"execute": {"dest": "bye"}}],
            }
        },
    ]
    return {"version": "1.0.0", "sections": {"main": steps, "bye": [{"hangup": {}}]}}


def of_size(target: int, faults: int = 0) -> str:
    """A document of so many characters, with so many misspelt verbs."""
    steps: list[dict[str, Any]] = []
    size = number = 0
    while size < target:
        own = varied(number)["sections"]["main"]
        size += len(json.dumps(own))
        steps += own
        number += 1
    for index in range(faults):
        steps[index * 4 + 1] = {"plai": {"url": "say:Hi"}}
    sections = {"main": steps, "bye": [{"hangup": {}}]}
    return json.dumps({"version": "1.0.0", "sections": sections})


def single(folder: Path, rounds: int) -> None:
    """One right file beside bare Python, or beside a script that only loads it."""
    texts = {
        "document.json": json.dumps(DOCUMENT, indent=2),
        "response.json": json.dumps(RESPONSE, indent=2),
        "document.yaml": IN_YAML,
    }
    programs = {
        "bare Python printing JSON": BARE,
        "import yaml, and load it": [PYTHON, "-c", PLAIN_YAML, str(folder / "document.yaml")],
    }
    rows = []
    for name, text in texts.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        is_json = name.endswith(".json")
        beside = list(programs)[0 if is_json else 1]
        limit = 1.25 if is_json else 2
        for how, command in (
            (f"validate {name}", [SWAIGCTL, "validate", str(path)]),
            (
                f"validate {name}, launched by a newer pip",
                [PYTHON, "-c", answering(["validate", str(path)], "run")],
            ),
        ):
            programs[how] = command
            rows.append((how, beside, limit))
    times = rounds_of({name: partial(seconds, each) for name, each in programs.items()}, rounds)
    print("| what | beside | ratio | at most |\n|---|---|---|---|")
    for how, beside, limit in rows:
        print(f"| {how} | {beside} | {ratio(times, how, beside):.2f} | {limit} |")


def thousand(folder: Path, rounds: int) -> None:
    """A thousand files beside programs that have the SDK's JSON Schema."""
    own = folder / "thousand"
    own.mkdir()
    for number in range(1_000):
        (own / f"{number:04}.json").write_text(json.dumps(varied(number)), encoding="utf-8")
    names = sorted(map(str, own.iterdir()))
    us = "swaigctl validate"
    programs = {
        us: [SWAIGCTL, "validate", str(own)],
        "check-jsonschema": [PYTHON, "-m", "check_jsonschema", "--schemafile", SCHEMA, *names],
        "jsonschema-rs": [PYTHON, "-c", WITH_RUST, SCHEMA, str(own)],
    }
    if shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "ajv@8"], cwd=folder, check=True)
        script = folder / "validate.cjs"
        script.write_text(WITH_AJV)
        programs["ajv"] = [str(shutil.which("node")), str(script), SCHEMA, str(own)]
    times = rounds_of({name: partial(seconds, each) for name, each in programs.items()}, rounds)
    limits = {"check-jsonschema": "0.025"}
    print("\n| 1,000 files, beside | ratio | at most |\n|---|---|---|")
    for name in list(programs)[1:]:
        print(f"| {name} | {ratio(times, us, name):.4f} | {limits.get(name, '')} |")


def growth(folder: Path, rounds: int) -> None:
    """How the time grows with the size of a document, and with the number of its faults."""
    print("\n| one document of | time beside the first |\n|---|---|")
    files_of = {f"{size} MB": of_size(size * 1_000_000) for size in (1, 2, 5, 10)}
    in_rounds(folder, files_of, rounds)
    print("\n| 2 MB with | time beside the first |\n|---|---|")
    texts = {f"{count:,} faults": of_size(2_000_000, count) for count in (500, 1_000, 2_000)}
    in_rounds(folder, texts, rounds)
    path = folder / "large.json"
    path.write_text(files_of["10 MB"], encoding="utf-8")
    memory = peak_memory(answering(["validate", str(path)]))
    print(f"\nPeak memory with 10 MB: {memory:.0f} MiB.")


def in_rounds(folder: Path, texts: dict[str, str], rounds: int) -> None:
    programs = {}
    for name, text in texts.items():
        path = folder / f"{name}.json"
        path.write_text(text, encoding="utf-8")
        programs[name] = partial(seconds, [SWAIGCTL, "validate", str(path)])
    times = rounds_of(programs, rounds)
    first, *others = texts
    for name in others:
        print(f"| {name} | {ratio(times, name, first):.2f} |")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    random.seed(1)
    print(f"{machine('check-jsonschema', 'jsonschema-rs')}; medians of {rounds} rounds\n")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        single(folder, rounds)
        few = max(2, rounds // 10)
        thousand(folder, few)
        growth(folder, few)


if __name__ == "__main__":
    main()
