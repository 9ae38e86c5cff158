"""How things are described; knows no fact about an action or a verb, no file and no screen."""

SWML_VERSION = "1.0.0"
"""What every document says of itself."""

FACTS_OF = "2026-08"
"""The month of which the facts in the catalog are: what is newer is unknown to it."""
