"""History: when the graph learnt a version, and what is kept of one that was replaced.

Comes in: a document's batch. Goes out: the batch with its times, or the archived batch. Called by
`kg.stores.replacing`; pure functions.

An archived version is named `<version>/until/<instant>`, its passages after it, its statements
`<statement>/version/<sha16>/until/<instant>`. The instant of retirement is part of every name
because one version may be replaced more than once: v1, v2, v1 again, or the same text read again by
a better extractor. So nothing in the archive shares a name with anything that lives.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kg.stores.claims import ARCHIVED, Batch, Claim, Header, Kind
from schema.graph import DocumentGraph, Edge
from schema.run import Run
from schema.values import instant

_KEPT = frozenset({"SAID", "ABOUT", "SUPPORTS", "OPPOSES", "QUOTED_FROM", "EVIDENCED_BY"})


def stamp(graph: DocumentGraph, run: Run) -> DocumentGraph:
    """The batch with the run that made it, and the version with the time of learning.

    Raises VocabularyError when the batch has no node for its version.
    """
    learnt = {"ingestedAt": run.started_at}
    nodes = [
        n.model_copy(update={"properties": {**n.properties, **learnt}})
        if n.uri == graph.version
        else n
        for n in graph.nodes
    ]
    edge = Edge(source=graph.version, type="EXTRACTED_BY", target=run.uri)
    fields = {name: getattr(graph, name) for name in DocumentGraph.model_fields}
    fields["nodes"] = (*nodes, run.node())
    fields["edges"] = (*graph.edges, edge)
    return DocumentGraph(**fields)


def retire(header: Header, claims: Sequence[Claim], at: datetime) -> Batch | None:
    """The archived batch of a version that is replaced or removed `at` an instant.

    Keeps the version, its statements and their passages, and refers to speakers, topics and the
    document. None when the version was learnt at that instant or later: nobody ever saw it.
    """
    when = instant(at)
    by_uri = {c.uri: c for c in claims}
    version = by_uri[header.version]
    if version.properties["ingestedAt"] >= when:
        return None
    statements = [c for c in claims if "Statement" in c.labels]
    spans = {o for c in statements for kind, o in c.edges if kind == "EVIDENCED_BY"}
    names = _archived_names(header, [version.uri, *spans, *(c.uri for c in statements)], when)
    rank = f"{ARCHIVED}{header.rank} {when}"
    kept = [_archive(by_uri[uri], names, rank, when) for uri in sorted(names)]
    others = {o for c in kept for _, o in c.edges} - set(names.values())
    references = [replace(by_uri[uri], edges=(), rank=rank) for uri in sorted(others)]
    graph = names[version.uri]
    return Batch(
        replace(header, graph=graph, kind=Kind.HISTORY, rank=rank, version=graph),
        (*kept, *references),
    )


def _archived_names(header: Header, uris: Sequence[str], when: str) -> dict[str, str]:
    """The archived name of each node that the archive has for itself."""
    moment = "".join(c for c in when if c.isalnum())
    version = f"{header.version}/until/{moment}"
    tail = version.removeprefix(header.document)
    return {
        uri: version + uri.removeprefix(header.version)
        if uri.startswith(header.version)
        else uri + tail
        for uri in uris
    }


def _archive(claim: Claim, names: dict[str, str], rank: str, when: str) -> Claim:
    properties = dict(claim.properties)
    if "Span" not in claim.labels:
        properties["retractedAt"] = when
    kept = (e for e in claim.edges if "Statement" not in claim.labels or e[0] in _KEPT)
    edges = tuple(sorted((kind, names.get(other, other)) for kind, other in kept))
    return Claim(names[claim.uri], claim.labels, properties, edges, rank)
