"""Streams of requests: a line in, a line out."""
