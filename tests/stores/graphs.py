"""Batches of documents made by hand: small texts of invented people, with every kind of claim.

Called by the tests of stores, replica and questions. `batch` is a document with what it quotes;
`said` and `office` describe its content.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from schema import ids
from schema.graph import DocumentGraph, Edge, Node
from schema.run import Run

START = datetime(2025, 3, 1, 8, tzinfo=UTC)
TOPICS = {"ai": "Artificial intelligence", "chips": "Chips", "safety": "AI safety"}


def run(day: int = 0, *, tool: str = "test") -> Run:
    """A run of the pipeline, `day` days after the first."""
    started = START + timedelta(days=day)
    return Run(tool=tool, tool_version="1", fingerprint="f1", started_at=started)


@dataclass(frozen=True)
class Said:
    """A statement. `quote`: it is the same one wherever it is printed. `sides`: topic to type."""

    text: str
    speaker: str | None = None
    topics: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    quote: bool = False
    office: tuple[str, str] | None = None  # title, organisation
    act: str = "said"
    confidence: float = 0.9
    on: date | None = None


class _Batch:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def add(self, uri: str, *labels: str, **properties: object) -> str:
        kept = {k.rstrip("_"): v for k, v in properties.items() if v is not None}
        self.nodes.setdefault(uri, Node(uri=uri, labels=labels, properties=kept))
        return uri

    def link(self, source: str, kind: str, target: str) -> None:
        edge = Edge(source=source, type=kind, target=target)
        self.edges[edge.key] = edge


def topic_nodes() -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """A scheme of three topics, two narrower than the first."""
    batch = _Batch()
    for notation, label in TOPICS.items():
        batch.add(
            ids.topic_uri(notation),
            "Topic",
            notation=notation,
            prefLabel=label,
            altLabels=(label.lower(),),
        )
    for notation in ("chips", "safety"):
        batch.link(ids.topic_uri(notation), "BROADER", ids.topic_uri("ai"))
    return tuple(batch.nodes.values()), tuple(batch.edges.values())


def batch(
    name: str,
    said: Iterable[Said] = (),
    *,
    version: int = 1,
    day: date | None = date(2025, 2, 1),
    fingerprint: str = "f1",
    modified: int | None = None,
    outlet: str | None = "The Invented Times",
    url: bool = True,
    kind: str = "NewsArticle",
    alt_names: tuple[str, ...] = (),
    cites: str | None = None,
) -> DocumentGraph:
    """A document's batch; `version` is part of its text, `modified` counts days (the version's)."""
    said = tuple(said)
    made = _Batch()
    address = f"https://news.example/{name}" if url else None
    document = ids.document_uri(url=address, source=name)
    text = f"Version {version}. " + " ".join(s.text for s in said)
    sha256 = ids.digest(document, text, size=64)
    version_uri = ids.version_uri(document, sha256)
    made.add(
        document,
        kind,
        name=f"Headline of {name}, {version}",
        headline=f"Headline of {name}, {version}",
        url=address,
        source=f"{name}.txt",
        publishedOn=day,
    )
    made.add(version_uri, "Version", text=text, sha256=sha256)
    made.link(version_uri, "VERSION_OF", document)
    if outlet:
        organization = made.add(ids.organization_uri(outlet), "Organization", name=outlet)
        made.link(document, "PUBLISHED_BY", organization)
    if cites:
        cited = made.add(ids.cited_document_uri(cites), "Report", "Actor", name=cites)
        made.link(document, "CITES", cited)
    for number, one in enumerate(said):
        _add_said(made, document, version_uri, text, number, one, day, alt_names)
    return DocumentGraph(
        document=document,
        version=version_uri,
        sha256=sha256,
        fingerprint=fingerprint,
        modified=START + timedelta(days=version if modified is None else modified),
        day=day,
        nodes=tuple(sorted(made.nodes.values(), key=lambda n: n.uri)),
        edges=tuple(made.edges[key] for key in sorted(made.edges)),
    )


def _add_said(
    made: _Batch,
    document: str,
    version: str,
    text: str,
    number: int,
    one: Said,
    day: date | None,
    alt_names: tuple[str, ...],
) -> None:
    uri = (
        ids.quotation_uri(one.speaker or "", one.text)
        if one.quote
        else ids.statement_uri(document, one.text, number)
    )
    made.add(
        uri,
        "Quotation" if one.quote else "Statement",
        text=one.text,
        mode="direct" if one.quote else "indirect",
        act=one.act,
        negated=False,
        saidOn=one.on or day,
        confidence=one.confidence,
        reviewStatus="unreviewed",
    )
    start = text.index(one.text)
    end = start + len(one.text)
    span = made.add(
        ids.span_uri(version, start, end), "Span", start=start, end=end, exact=text[start:end]
    )
    made.link(span, "IN_DOCUMENT", document)
    made.link(span, "IN_VERSION", version)
    made.link(uri, "QUOTED_FROM", document)
    made.link(uri, "EVIDENCED_BY", span)
    for notation in {*one.topics, *one.supports, *one.opposes}:
        topic = made.add(
            ids.topic_uri(notation), "Topic", notation=notation, prefLabel=TOPICS[notation]
        )
        made.link(uri, "ABOUT", topic)
        made.link(document, "MENTIONS", topic)
    for kind, notations in (("SUPPORTS", one.supports), ("OPPOSES", one.opposes)):
        for notation in notations:
            made.link(uri, kind, ids.topic_uri(notation))
    if one.speaker:
        _add_speaker(made, uri, span, one, day, alt_names)


def _add_speaker(
    made: _Batch, uri: str, span: str, one: Said, day: date | None, alt_names: tuple[str, ...]
) -> None:
    speaker = one.speaker or ""
    names = {"altNames": alt_names} if alt_names else {}
    person = made.add(ids.person_uri(speaker), "Person", name=speaker, **names)
    made.link(person, "SAID", uri)
    if one.office:
        title, name = one.office
        organization = made.add(ids.organization_uri(name), "Organization", name=name)
        tenure = made.add(
            ids.tenure_uri(person, title, organization, "current"),
            "Tenure",
            title=title,
            status="current",
            observedFrom=day,
            observedTo=day,
        )
        made.link(person, "HOLDS", tenure)
        made.link(tenure, "IN_ORG", organization)
        made.link(tenure, "EVIDENCED_BY", span)
        made.link(uri, "SPOKEN_AS", tenure)
