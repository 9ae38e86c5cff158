"""Writers of what is derived from the catalog, for those who work on swaigctl."""
