"""The Python API: results and documents, whose methods are written from the catalog."""
