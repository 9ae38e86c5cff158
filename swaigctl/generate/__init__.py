"""Writes what is derived from the catalog; not in the wheel."""
