"""Linked documents -> typed triples: one batch of nodes and edges a document."""

from kg.build.document import build

__all__ = ["build"]
