"""The Python API: `FunctionResult`, whose methods are written from the catalog."""
