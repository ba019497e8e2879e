"""Mentions -> actors, sources -> speakers, within one document."""
