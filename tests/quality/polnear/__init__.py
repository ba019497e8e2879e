"""Attributions in annotated news, and how a named extractor does on them."""
