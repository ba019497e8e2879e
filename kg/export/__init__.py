"""The graph for other programs: one format a file, each an entry point of `policykg.exporters`."""

from kg.export.reproduce import reproducible

__all__ = ["reproducible"]
