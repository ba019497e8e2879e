"""An article made by hand, as the batch of claims that extraction would make of it.

Comes in: sentences of invented people. Goes out: a DocumentGraph with offsets that hold. Called by
`tests.query.corpus`; it goes further than `tests.stores.graphs`: several offices with terms,
organisations that speak, parts of organisations, unknown speakers, cited papers.
"""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kg.build.batch import Batch
from schema import ids
from schema.graph import DocumentGraph

START = datetime(2025, 3, 1, 8, tzinfo=UTC)
TOPICS = {
    "ai": "artificial intelligence",
    "ai-law": "AI law",
    "licensing": "licensing of models",
    "chips": "chips",
}
BROADER = (("ai-law", "ai"), ("licensing", "ai-law"), ("chips", "ai"))


def add_topic(batch: Batch, notation: str) -> str:
    """Assert a topic of the test's scheme."""
    uri = ids.topic_uri(notation)
    return batch.add(uri, "Topic", notation=notation, prefLabel=TOPICS[notation])


class Article:
    """A document under construction."""

    def __init__(
        self,
        name: str,
        *,
        day: date | None = None,
        outlet: str | None = None,
        url: bool = True,
        headline: str | None = None,
        kind: str = "NewsArticle",
        opening: str = "",
    ) -> None:
        self.batch, self.text, self.day = Batch(), opening, day
        self._seen: Counter[str] = Counter()
        self._passages: list[tuple[str, int, int]] = []
        address = f"https://news.example/{name}" if url else None
        self.uri = ids.document_uri(url=address, source=name)
        self.batch.add(
            self.uri,
            kind,
            name=headline or name,
            headline=headline,
            url=address,
            source=f"{name}.txt",
            publishedOn=day,
        )
        if outlet:
            publisher = ids.organization_uri(outlet)
            self.batch.add(publisher, "Organization", name=outlet)
            self.batch.link(self.uri, "PUBLISHED_BY", publisher)

    def person(self, name: str) -> str:
        """Assert a person."""
        return self.batch.add(ids.person_uri(name), "Person", name=name)

    def organization(self, name: str, *, part_of: str | None = None) -> str:
        """Assert an organisation, and what it is part of (a name)."""
        uri = self.batch.add(ids.organization_uri(name), "Organization", name=name)
        if part_of:
            self.batch.link(uri, "PART_OF", self.organization(part_of))
        return uri

    def paper(self, name: str, *labels: str, topics: tuple[str, ...] = ()) -> str:
        """Cite a paper that treats some topics."""
        uri = self.batch.add(ids.cited_document_uri(name), *labels, "Actor", name=name)
        self.batch.link(self.uri, "CITES", uri)
        for notation in topics:
            self.batch.link(uri, "MENTIONS", add_topic(self.batch, notation))
        return uri

    def office(
        self,
        person: str,
        title: str,
        organization: str | None = None,
        *,
        status: str = "current",
        **dates: date,
    ) -> str:
        """Assert a tenure of a person (a URI) in an organisation (a URI)."""
        seen = {"observedFrom": self.day, "observedTo": self.day}
        uri = ids.tenure_uri(person, title, organization, status)
        self.batch.add(uri, "Tenure", title=title, status=status, **{**seen, **dates})
        self.batch.link(person, "HOLDS", uri)
        if organization:
            self.batch.link(uri, "IN_ORG", organization)
        return uri

    def say(
        self,
        words: str,
        *,
        by: str | None = None,
        quote: str | None = None,
        topics: tuple[str, ...] = (),
        supports: tuple[str, ...] = (),
        opposes: tuple[str, ...] = (),
        offices: tuple[str, ...] = (),
        **properties: Any,
    ) -> str:
        """Add a sentence and the statement in it; `quote` is the full name a quote is keyed by."""
        self._seen[words] += 1
        uri = (
            ids.quotation_uri(quote, words)
            if quote
            else ids.statement_uri(self.uri, words, self._seen[words] - 1)
        )
        given = {"act": "said", "negated": False, "saidOn": self.day, "confidence": 0.9}
        mode = "direct" if quote else "indirect"
        label = "Quotation" if quote else "Statement"
        self.batch.add(uri, label, text=words, mode=mode, **{**given, **properties})
        self._passages.append((uri, len(self.text), len(self.text) + len(words)))
        self.text += words + " "
        self.batch.link(uri, "QUOTED_FROM", self.uri)
        if by:
            self.batch.link(by, "SAID", uri)
        for relation, found in (("ABOUT", topics), ("SUPPORTS", supports), ("OPPOSES", opposes)):
            for notation in found:
                topic = add_topic(self.batch, notation)
                self.batch.link(uri, "ABOUT", topic)
                self.batch.link(uri, relation, topic)
                self.batch.link(self.uri, "MENTIONS", topic)
        for tenure in offices:
            self.batch.link(uri, "SPOKEN_AS", tenure)
        return uri

    def note(self, words: str, *, shows: str) -> None:
        """Add a sentence that is the evidence of something asserted before (its URI)."""
        self._passages.append((shows, len(self.text), len(self.text) + len(words)))
        self.text += words + " "

    def graph(self, *, modified: int = 0) -> DocumentGraph:
        """The batch, with all passages in the version of the finished text."""
        sha256 = ids.digest(self.uri, self.text, size=64)
        version = ids.version_uri(self.uri, sha256)
        self.batch.add(version, "Version", text=self.text, sha256=sha256)
        self.batch.link(version, "VERSION_OF", self.uri)
        for statement, start, end in self._passages:
            self._add_span(statement, version, start, end)
        nodes, edges = self.batch.freeze()
        return DocumentGraph(
            document=self.uri,
            version=version,
            sha256=sha256,
            fingerprint="by hand",
            modified=START + timedelta(days=modified),
            day=self.day,
            nodes=nodes,
            edges=edges,
        )

    def _add_span(self, statement: str, version: str, start: int, end: int) -> None:
        span = self.batch.add(
            ids.span_uri(version, start, end),
            "Span",
            start=start,
            end=end,
            exact=self.text[start:end],
            prefix=self.text[max(0, start - 8) : start],
            suffix=self.text[end : end + 8],
        )
        self.batch.link(span, "IN_DOCUMENT", self.uri)
        self.batch.link(span, "IN_VERSION", version)
        self.batch.link(statement, "EVIDENCED_BY", span)
