"""What a person at a terminal sees: streams, colour, help and reports."""
