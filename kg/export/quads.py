"""RDF through pyoxigraph: what the RDF formats share.

Comes in: changes. Goes out: a stream of quads (formats with named graphs keep them) or of merged
triples. Called by the exporters beside it.
"""

from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.protocols import Change
from kg.rdf import change_quads
from schema.terms import PREFIXES

# owl, rdfs and sh occur in the ontology and the shapes only.
_USED = {name: iri for name, iri in PREFIXES.items() if name not in ("owl", "rdfs", "sh")}


def quads(changes: Iterable[Change]) -> Iterator[Quad]:
    """All quads, graph by graph."""
    return (quad for change in changes for quad in change_quads(change))


def merged(changes: Iterable[Change]) -> Iterator[Triple]:
    """The triples of all named graphs, each once.

    Remembers 64 bits of each triple: as strong as the digests in our URIs, and far smaller.
    """
    seen: set[int] = set()
    for quad in quads(changes):
        triple = quad.triple
        key = hash(triple)
        if key not in seen:
            seen.add(key)
            yield triple


def write_rdf(
    statements: Iterable[Quad] | Iterable[Triple], file: IO[bytes], rdf_format: RdfFormat
) -> None:
    """Write a stream of quads or triples, with the prefixes of the vocabulary."""
    serialize(statements, file, rdf_format, prefixes=_USED)
