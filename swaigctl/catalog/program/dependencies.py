"""The packages that the program needs, by the modules that are imported from them."""

PACKAGES = {
    "covertable": "covertable",
    "msgspec": "msgspec",
    "rich": "rich",
    "typer": "typer",
    "yaml": "PyYAML",
}
