"""JSON Schema (2020-12) of what the catalog describes.

Nothing here is imported until somebody asks for a schema.
"""
