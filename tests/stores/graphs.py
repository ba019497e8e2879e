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


class _Nodes:
    """Nodes and edges under construction; what is said first about a node stands."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def add(self, uri: str, *labels: str, **properties: object) -> str:
        kept = {k: v for k, v in properties.items() if v is not None}
        self.nodes.setdefault(uri, Node(uri=uri, labels=labels, properties=kept))
        return uri

    def link(self, source: str, kind: str, target: str) -> None:
        edge = Edge(source=source, type=kind, target=target)
        self.edges[edge.key] = edge


class _Batch(_Nodes):
    """The batch of one document under construction."""

    def __init__(
        self, name: str, texts: list[str], *, version: int, day: date | None, url: bool
    ) -> None:
        super().__init__()
        self.source = name
        self.day = day
        self.address = f"https://news.example/{name}" if url else None
        self.document = ids.document_uri(url=self.address, source=name)
        self.text = " ".join([f"Version {version}.", *texts])
        self.sha256 = ids.digest(self.document, self.text, size=64)
        self.version = ids.version_uri(self.document, self.sha256)

    def add_document(self, kind: str, *, name: str, outlet: str | None, cites: str | None) -> None:
        self.add(
            self.document,
            kind,
            name=name,
            headline=name,
            url=self.address,
            source=f"{self.source}.txt",
            publishedOn=self.day,
        )
        self.add(self.version, "Version", text=self.text, sha256=self.sha256)
        self.link(self.version, "VERSION_OF", self.document)
        if outlet:
            organization = self.add(ids.organization_uri(outlet), "Organization", name=outlet)
            self.link(self.document, "PUBLISHED_BY", organization)
        if cites:
            cited = self.add(ids.cited_document_uri(cites), "Report", "Actor", name=cites)
            self.link(self.document, "CITES", cited)

    def add_said(self, number: int, one: Said) -> tuple[str, str]:
        """Returns the URIs of the statement and of its passage."""
        uri = ids.statement_uri(self.document, one.text, number)
        if one.quote:
            uri = ids.quotation_uri(one.speaker or "", one.text)
        self.add(
            uri,
            "Quotation" if one.quote else "Statement",
            text=one.text,
            mode="direct" if one.quote else "indirect",
            act=one.act,
            negated=False,
            saidOn=one.on or self.day,
            confidence=one.confidence,
            reviewStatus="unreviewed",
        )
        self.link(uri, "QUOTED_FROM", self.document)
        span = self._add_span(one.text)
        self.link(uri, "EVIDENCED_BY", span)
        return uri, span

    def _add_span(self, exact: str) -> str:
        start = self.text.index(exact)
        end = start + len(exact)
        uri = ids.span_uri(self.version, start, end)
        self.add(uri, "Span", start=start, end=end, exact=exact)
        self.link(uri, "IN_DOCUMENT", self.document)
        self.link(uri, "IN_VERSION", self.version)
        return uri

    def add_topics(self, statement: str, one: Said) -> None:
        for notation in {*one.topics, *one.supports, *one.opposes}:
            topic = ids.topic_uri(notation)
            self.add(topic, "Topic", notation=notation, prefLabel=TOPICS[notation])
            self.link(statement, "ABOUT", topic)
            self.link(self.document, "MENTIONS", topic)
        for kind, notations in (("SUPPORTS", one.supports), ("OPPOSES", one.opposes)):
            for notation in notations:
                self.link(statement, kind, ids.topic_uri(notation))

    def add_speaker(self, statement: str, name: str, alt_names: tuple[str, ...]) -> str:
        person = ids.person_uri(name)
        self.add(person, "Person", name=name, altNames=alt_names or None)
        self.link(person, "SAID", statement)
        return person

    def add_office(self, statement: str, span: str, person: str, title: str, name: str) -> None:
        organization = self.add(ids.organization_uri(name), "Organization", name=name)
        tenure = self.add(
            ids.tenure_uri(person, title, organization, "current"),
            "Tenure",
            title=title,
            status="current",
            observedFrom=self.day,
            observedTo=self.day,
        )
        self.link(person, "HOLDS", tenure)
        self.link(tenure, "IN_ORG", organization)
        self.link(tenure, "EVIDENCED_BY", span)
        self.link(statement, "SPOKEN_AS", tenure)


def topic_nodes() -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """A scheme of three topics, two narrower than the first."""
    made = _Nodes()
    for notation, label in TOPICS.items():
        made.add(
            ids.topic_uri(notation),
            "Topic",
            notation=notation,
            prefLabel=label,
            altLabels=(label.lower(),),
        )
    for notation in ("chips", "safety"):
        made.link(ids.topic_uri(notation), "BROADER", ids.topic_uri("ai"))
    return tuple(made.nodes.values()), tuple(made.edges.values())


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
    made = _Batch(name, [s.text for s in said], version=version, day=day, url=url)
    made.add_document(kind, name=f"Headline of {name}, {version}", outlet=outlet, cites=cites)
    for number, one in enumerate(said):
        uri, span = made.add_said(number, one)
        made.add_topics(uri, one)
        if one.speaker:
            person = made.add_speaker(uri, one.speaker, alt_names)
            if one.office:
                made.add_office(uri, span, person, *one.office)
    return DocumentGraph(
        document=made.document,
        version=made.version,
        sha256=made.sha256,
        fingerprint=fingerprint,
        modified=START + timedelta(days=version if modified is None else modified),
        day=day,
        nodes=tuple(sorted(made.nodes.values(), key=lambda n: n.uri)),
        edges=tuple(made.edges[key] for key in sorted(made.edges)),
    )
