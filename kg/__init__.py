"""The knowledge graph: extract, link, build, store, ask, export."""
