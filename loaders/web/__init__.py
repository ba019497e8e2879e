"""Addresses -> files: one page over HTTP, within a deadline, and not into a private network."""
