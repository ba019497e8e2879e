"""Nodes and edges that the vocabulary allows, for property tests."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from kg.protocols import Change
from schema import ids
from schema.graph import Edge, Node
from schema.terms import Datatype, Fold, Property
from schema.vocabulary import NODE_TYPES, RELATION_TYPES, properties_of

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
_VALUES: dict[Datatype, st.SearchStrategy[Any]] = {
    Datatype.STRING: TEXT,
    Datatype.URI: TEXT,
    Datatype.INTEGER: st.integers(-(2**53), 2**53),
    Datatype.DOUBLE: st.floats(allow_nan=False),
    Datatype.BOOLEAN: st.booleans(),
    Datatype.DATE: st.dates(),
    Datatype.DATETIME: st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC)),
}
_LABELS = [(t.label,) for t in NODE_TYPES] + [("Actor", "Document"), ("Actor", "Report")]


def _value(prop: Property) -> st.SearchStrategy[Any]:
    if prop.fold is Fold.UNION:
        return st.sets(TEXT, min_size=1, max_size=3).map(lambda found: tuple(sorted(found)))
    return _VALUES[prop.datatype]


def uri(labels: tuple[str, ...], number: int) -> str:
    """A URI as the model gives it: a Span's has its offsets."""
    if "Span" in labels:
        return ids.span_uri(f"{ids.BASE}document/{number}/version/0", number, number + 1)
    return f"{ids.BASE}{labels[0].lower()}/{number}"


@st.composite
def nodes(draw: st.DrawFn, number: int = 0) -> Node:
    """A node of any type with any of its properties."""
    labels = draw(st.sampled_from(_LABELS))
    known = Node(uri="x", labels=labels).labels
    values = {name: _value(prop) for name, prop in properties_of(known).items()}
    properties = draw(st.fixed_dictionaries({}, optional=values))
    return Node(uri=uri(labels, number), labels=labels, properties=properties)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A named graph with nodes of any type and edges that fit the vocabulary's ends."""
    found = {n.uri: n for n in (draw(nodes(number)) for number in range(draw(st.integers(0, 5))))}
    edges: set[tuple[str, str, str]] = set()
    for kind in draw(st.lists(st.sampled_from(RELATION_TYPES), max_size=5)):
        ends = [(draw(st.sampled_from(end)),) for end in (kind.domain, kind.range)]
        source, target = (uri(labels, draw(st.integers(0, 5))) for labels in ends)
        edges.add((source, kind.type, target))
    return Change(
        graph=ids.BASE + "document/x",
        watermark=1,
        nodes=tuple(found[key] for key in sorted(found)),
        edges=tuple(Edge(source=s, type=t, target=o) for s, t, o in sorted(edges)),
    )
