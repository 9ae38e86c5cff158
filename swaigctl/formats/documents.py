"""A text in one of the languages: its value, and the places in it."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swaigctl.formats.places import Places


class Document:
    """A text that is read once, and gone through for places when one is asked for."""

    def __init__(self, language: str, text: str) -> None:
        """`language`: JSON, YAML or TOML."""
        self.language = language
        self.text = text

    @cached_property
    def value(self) -> object:
        """What the text says.

        Raises:
            SwaigctlError: it is not one document in its language; `position` says where.
        """
        if self.language == "JSON":
            from swaigctl.formats.json import parsed_json

            return parsed_json(self.text)
        if self.language == "TOML":
            from swaigctl.formats.toml import parsed_toml

            return parsed_toml(self.text)
        from swaigctl.formats.yaml import yaml_document

        document = yaml_document(self.text)
        self.places = document.places
        return document.value

    @cached_property
    def places(self) -> "Places":
        """Where keys and values stand in it.

        Raises:
            SwaigctlError: it is not one document of YAML.
        """
        if self.language == "JSON":
            from swaigctl.formats.json_scanner import json_places

            return json_places(self.text)
        if self.language == "TOML":
            from swaigctl.formats.toml_scanner import toml_places

            return toml_places(self.text)
        from swaigctl.formats.yaml import yaml_document

        return yaml_document(self.text).places
