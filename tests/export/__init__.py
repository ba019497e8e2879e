"""Exports and the RDF mapping, each format read back by a foreign reader."""
