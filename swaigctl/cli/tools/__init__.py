"""The commands that are not actions, one module each."""
