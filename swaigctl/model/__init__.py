"""How things are described; knows no fact about an action or a verb, no file and no screen."""

SWML_VERSION = "1.0.0"
"""What every document says of itself."""
