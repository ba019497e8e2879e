"""The formats of SPARQL answers: chosen by name or by an HTTP Accept header, and written.

Comes in: an Answer. Goes out: bytes. Called in a query worker, under its limits: a format may take
many times the space of another. The service reads Accept headers by `preferred` as well.
"""

from typing import NamedTuple

from pyoxigraph import (
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)

from kg.replica.answer import MAX_BYTES, Answer, Kind
from kg.xml_text import xml_legal
from schema.errors import QueryRefused, QueryTooLarge
from schema.terms import PREFIXES

ROWS: dict[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS: dict[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
_Format = QueryResultsFormat | RdfFormat


def choose(kind: Kind, *, name: str | None, accept: str | None) -> _Format:
    """The format by name, else the first one that the Accept header prefers, else a default.

    Without name and header: TSV and Turtle, for people; a header that takes anything gets JSON.
    Raises QueryRefused for a name that this kind of answer does not have.
    """
    known: dict[str, QueryResultsFormat] | dict[str, RdfFormat]
    known = GRAPHS if kind is Kind.GRAPH else ROWS
    if name is not None:
        if name not in known:
            raise QueryRefused(
                f"no format {name!r} for {kind.value}: choose from {', '.join(known)}"
            )
        return known[name]
    find = RdfFormat.from_media_type if kind is Kind.GRAPH else QueryResultsFormat.from_media_type
    for media_type in preferred(accept or ""):
        if media_type == "*/*":
            break
        if found := find(media_type):
            return found
    if kind is Kind.GRAPH:
        return RdfFormat.TURTLE
    return QueryResultsFormat.JSON if accept else QueryResultsFormat.TSV


def preferred(accept: str) -> list[str]:
    """The media types of an Accept header, the most wanted first."""
    weighted = []
    for item in accept.split(","):
        media_type, *parameters = (part.strip() for part in item.split(";"))
        weights = [p[2:] for p in parameters if p.startswith("q=")]
        weighted.append((_weight(weights[0]) if weights else 1.0, media_type))
    # The sort is stable: of equal weights the first one wins.
    return [name for q, name in sorted(weighted, key=lambda w: -w[0]) if q > 0]


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


class SparqlResult(NamedTuple):
    """A result ready to send. `truncated`: rows or triples beyond the limit were left out."""

    body: bytes
    media_type: str
    kind: Kind
    truncated: bool


def result_of(answer: Answer, *, name: str | None, accept: str | None) -> SparqlResult:
    """The answer in the format that `choose` takes. Raises QueryRefused, QueryTooLarge."""
    chosen = choose(answer.kind, name=name, accept=accept)
    body = render(answer, chosen)
    if len(body) > MAX_BYTES:
        raise QueryTooLarge(f"the answer has more than {MAX_BYTES >> 20} MB: ask for less")
    return SparqlResult(body, chosen.media_type, answer.kind, answer.truncated)


def render(answer: Answer, chosen: _Format) -> bytes:
    """The answer in the format; in XML, U+FFFD stands for what XML cannot hold."""
    body = _rendered(answer, chosen)
    if chosen in (QueryResultsFormat.XML, RdfFormat.RDF_XML):
        return xml_legal(body.decode("utf-8")).encode("utf-8")
    return body


def _rendered(answer: Answer, chosen: _Format) -> bytes:
    if isinstance(chosen, RdfFormat):
        return _graph(answer, chosen)
    if answer.kind is Kind.ROWS and chosen == QueryResultsFormat.TSV:
        return answer.body
    came = QueryResultsFormat.TSV if answer.kind is Kind.ROWS else QueryResultsFormat.JSON
    return parse_query_results(answer.body, came).serialize(format=chosen) or b""


def _graph(answer: Answer, chosen: RdfFormat) -> bytes:
    if chosen == RdfFormat.N_TRIPLES:
        return answer.body
    triples = (quad.triple for quad in parse(answer.body, RdfFormat.N_TRIPLES))
    return serialize(triples, format=chosen, prefixes=PREFIXES) or b""
