"""Passages in their context: every answer opens to the exact characters it rests on."""

from dataclasses import dataclass

from kg.protocols import Subgraph, View

CONTEXT = 200


@dataclass(frozen=True)
class Passage:
    """A passage with the characters around it; offsets are code points in the version's text."""

    document: str
    document_uri: str
    version: str
    start: int
    end: int
    before: str
    exact: str
    after: str


def passages_of(view: View, around: Subgraph) -> list[Passage]:
    """The passages among a node's neighbours, with context from the stored text."""
    spans = [n for n in around.nodes if "Span" in n.labels]
    return [found for span in spans if (found := _passage(view, span.uri)) is not None]


def _passage(view: View, uri: str) -> Passage | None:
    around = view.neighbours(uri)
    if around is None:
        return None
    nodes = {n.uri: n for n in around.nodes}
    ends = {e.type: nodes[e.target] for e in around.edges if e.source == uri}
    span, version, document = nodes[uri], ends["IN_VERSION"], ends["IN_DOCUMENT"]
    start, end = span.properties["start"], span.properties["end"]
    text = version.properties["text"]
    return Passage(
        document=document.properties.get("name", document.uri),
        document_uri=document.uri,
        version=version.uri,
        start=start,
        end=end,
        before=text[max(0, start - CONTEXT) : start],
        exact=text[start:end],
        after=text[end : end + CONTEXT],
    )
