"""SPARQL: a local Oxigraph copy of the store, one named graph a document.

It may be deleted at any time and is never a second truth.
"""
