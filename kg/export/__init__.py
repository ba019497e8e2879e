"""The graph in many formats, one a file."""
