"""A small graph as a store would hand it out: two outlets, a shared quotation, history, topics.

Every feature of the model stands in it once; `text[start:end] == exact` holds throughout.
"""

from datetime import UTC, date, datetime
from typing import Any

from kg.protocols import Change
from schema import ids
from schema.graph import Edge, Node

LEARNT = datetime(2026, 3, 5, 12, 30, 0, 120000, tzinfo=UTC)
LATER = datetime(2026, 4, 1, tzinfo=UTC)
SCHEME = ids.BASE + "topic/"
TOPIC = ids.topic_uri("ai-safety")
BROAD = ids.topic_uri("artificial-intelligence")
PERSON = ids.person_uri("Ada Marlow")
AGENCY = ids.organization_uri("Agency for <Trust> & Safety")
WORDS = "We will test every large model before it is released"
QUOTATION = ids.quotation_uri("Ada Marlow", WORDS)
TENURE = ids.tenure_uri(PERSON, "director", AGENCY, "current")
RUN = ids.run_uri("policykg", "0", "f", "2026-03-05")
# A vertical tab, a line separator, a sign beyond 16 bits: what breaks writers and offsets.
ODD = "Models 🤖 \x0b, \u2028 \"quoted\"\nand 'more' = trouble; 50% <b>&amp;"


def node(uri: str, *labels: str, **properties: Any) -> Node:
    """A node; `from_` and `to_` stand for the properties whose names Python keeps."""
    return Node(
        uri=uri, labels=labels, properties={k.rstrip("_"): v for k, v in properties.items()}
    )


def edges(*triples: tuple[str, str, str]) -> tuple[Edge, ...]:
    """Edges, sorted."""
    return tuple(Edge(source=s, type=t, target=o) for s, t, o in sorted(triples))


def _passage(version: str, text: str, exact: str) -> Node:
    start = text.index(exact)
    end = start + len(exact)
    around = {"prefix": text[max(0, start - 8) : start], "suffix": text[end : end + 8]}
    uri = ids.span_uri(version, start, end)
    return node(uri, "Span", start=start, end=end, exact=exact, **around)


def article(name: str, *, watermark: int, extra: str = "", run: bool = True) -> Change:
    """An outlet's article that carries the quotation, with an odd paraphrase after it."""
    text = f"Ada Marlow, director, said: “{WORDS}.”\n\n{ODD}{extra}"
    document = ids.document_uri(url=f"https://{name}.example/a?b=1", source=f"{name}.txt")
    version = ids.version_uri(document, ids.digest(text, size=64))
    outlet = ids.organization_uri(name)
    quote, odd = _passage(version, text, WORDS), _passage(version, text, ODD)
    paraphrase = ids.statement_uri(document, ODD, 0)
    nodes = [
        _document(document, name),
        node(version, "Version", text=text, sha256=ids.digest(text, size=64), ingestedAt=LEARNT),
        node(outlet, "Organization", name=name),
        node(AGENCY, "Organization", name="Agency for <Trust> & Safety", altNames=("ATS", name)),
        node(PERSON, "Person", name="Ada Marlow", altNames=("Marlow",)),
        *_tenure_and_statements(paraphrase),
        quote,
        odd,
    ]
    triples = [
        *_statement_edges(quote.uri, odd.uri, paraphrase, document),
        (version, "VERSION_OF", document),
        (document, "PUBLISHED_BY", outlet),
        (document, "MENTIONS", TOPIC),
        *((s.uri, "IN_DOCUMENT", document) for s in (quote, odd)),
        *((s.uri, "IN_VERSION", version) for s in (quote, odd)),
    ]
    if run:
        nodes.append(node(RUN, "Run", tool="policykg", toolVersion="0", startedAt=LEARNT))
        triples.append((version, "EXTRACTED_BY", RUN))
    return Change(graph=document, watermark=watermark, nodes=tuple(nodes), edges=edges(*triples))


def _document(uri: str, name: str) -> Node:
    url = f"https://{name}.example/a?b=1"
    day = {"publishedOn": date(2026, 3, 4), "publishedOnSource": "page"}
    return node(uri, "NewsArticle", name=name, headline=ODD, url=url, language="en", **day)


def _tenure_and_statements(paraphrase: str) -> tuple[Node, ...]:
    seen = {"observedFrom": date(2026, 3, 4), "observedTo": date(2026, 3, 4)}
    said = {"saidOn": date(2026, 3, 3), "confidence": 0.9, "negated": False}
    return (
        node(TENURE, "Tenure", title="director", status="current", from_=date(2020, 1, 1), **seen),
        node(QUOTATION, "Quotation", text=WORDS, mode="direct", act="pledged", **said),
        node(
            paraphrase,
            "Statement",
            text=ODD,
            mode="indirect",
            act="noted",
            confidence=1.0,
            stanceReason=("50%", "trouble"),
        ),
    )


def _statement_edges(
    quote: str, odd: str, paraphrase: str, document: str
) -> list[tuple[str, str, str]]:
    return [
        (PERSON, "SAID", QUOTATION),
        (document, "SAID", paraphrase),
        (QUOTATION, "SPOKEN_AS", TENURE),
        (PERSON, "HOLDS", TENURE),
        (TENURE, "IN_ORG", AGENCY),
        (QUOTATION, "ABOUT", TOPIC),
        (QUOTATION, "SUPPORTS", TOPIC),
        (paraphrase, "ABOUT", TOPIC),
        (QUOTATION, "QUOTED_FROM", document),
        (paraphrase, "QUOTED_FROM", document),
        (QUOTATION, "EVIDENCED_BY", quote),
        (TENURE, "EVIDENCED_BY", quote),
        (paraphrase, "EVIDENCED_BY", odd),
    ]


def topics(*, watermark: int) -> Change:
    """The topic scheme: two concepts."""
    labels = ("AI safety", "safe AI")
    nodes = (
        node(TOPIC, "Topic", notation="ai-safety", prefLabel="AI safety", altLabels=labels),
        node(BROAD, "Topic", notation="artificial-intelligence", prefLabel="AI", definition=ODD),
    )
    return Change(
        graph=SCHEME, watermark=watermark, nodes=nodes, edges=edges((TOPIC, "BROADER", BROAD))
    )


def history(*, watermark: int) -> Change:
    """A replaced version of an article: its named graph is the version's URI."""
    old = article("old", watermark=watermark)
    version = next(n.uri for n in old.nodes if "Version" in n.labels)
    nodes = tuple(
        n.model_copy(update={"properties": {**n.properties, "retractedAt": LATER}})
        if {"Version", "Statement"} & set(n.labels)
        else n
        for n in old.nodes
    )
    return old.model_copy(update={"graph": version, "nodes": nodes, "history": True})


def sample() -> list[Change]:
    """The whole sample, without history."""
    return [
        topics(watermark=1),
        article("morning", watermark=2),
        article("evening", watermark=3, extra=" Once more."),
    ]
