"""Build the batch of one document: the document, its version, who is in it, what was said.

Comes in: a Document and what linking made of it. Goes out: a DocumentGraph, a pure function of
both. Called by `kg.pipeline`.
"""

from collections.abc import Mapping

from kg.build.actors import add_actor, add_author, add_organization, add_topic
from kg.build.batch import Batch
from kg.build.statements import add_statements
from kg.build.tenures import add_tenures
from schema import ids
from schema.document import Document, DocumentKind
from schema.entity import ActorKind
from schema.graph import DocumentGraph
from schema.linked import Linked
from schema.topic import Topic


def build(
    document: Document, linked: Linked, *, topics: Mapping[str, Topic], fingerprint: str
) -> DocumentGraph:
    """The document's claims. `topics` are the scheme's by notation.

    Raises KeyError when `linked` names a topic that the scheme lacks.
    """
    batch = Batch()
    version = _add_document(batch, document)
    offices = add_tenures(batch, document, version, linked.tenures)
    add_statements(batch, document, version, linked.attributions, offices, topics)
    _add_mentions(batch, document, linked, topics)
    nodes, edges = batch.freeze()
    return DocumentGraph(
        document=document.uri,
        version=version,
        sha256=document.sha256,
        fingerprint=fingerprint,
        modified=document.modified,
        day=document.published,
        nodes=nodes,
        edges=edges,
    )


def _add_document(batch: Batch, document: Document) -> str:
    second = () if document.kind is DocumentKind.DOCUMENT else (document.kind.value,)
    dated = document.published is not None
    batch.add(
        document.uri,
        "Document",
        *second,
        name=document.headline or document.source,
        headline=document.headline,
        url=ids.canonical_url(document.url) if document.url else None,
        source=document.source,
        language=document.language,
        dateline=document.dateline,
        publishedOn=document.published,
        publishedOnSource=document.published_source.value if dated else None,
    )
    version = ids.version_uri(document.uri, document.sha256)
    batch.add(version, "Version", text=document.text, sha256=document.sha256)
    batch.link(version, "VERSION_OF", document.uri)
    if document.outlet:
        batch.link(document.uri, "PUBLISHED_BY", add_organization(batch, document.outlet))
    if document.agency:
        batch.link(document.uri, "CREDITED_TO", add_organization(batch, document.agency))
    for author in document.authors:
        batch.link(document.uri, "AUTHORED_BY", add_author(batch, author))
    return version


def _add_mentions(
    batch: Batch, document: Document, linked: Linked, topics: Mapping[str, Topic]
) -> None:
    for notation in {m.topic for m in linked.topics}:
        batch.link(document.uri, "MENTIONS", add_topic(batch, topics[notation]))
    for actor in linked.actors:
        uri = add_actor(batch, document, actor)
        batch.link(document.uri, "MENTIONS", uri)
        if actor.kind is ActorKind.DOCUMENT and uri != document.uri:
            batch.link(document.uri, "CITES", uri)
