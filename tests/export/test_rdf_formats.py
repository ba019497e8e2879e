"""The RDF formats, read back by rdflib and by pyoxigraph's own parser, and held to the shapes."""

import io
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg import registry
from kg.export import reproducible
from kg.export.nquads import NQuads
from kg.protocols import Change
from kg.rdf import change_quads
from kg.rdf_read import read_graph
from tests.export.changes import article, history, sample, topics

GENERATED = Path(__file__).parents[2] / "schema" / "generated"
MERGED = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}
DATASETS = {"nquads": "nquads", "trig": "trig", "jsonld": "json-ld"}
FORMATS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


def written(name: str, changes: list[Change]) -> bytes:
    """The bytes of an export."""
    file = io.BytesIO()
    registry.exporter(name).write(changes, file)
    return file.getvalue()


def _quads(changes: list[Change]) -> set[pyoxigraph.Quad]:
    return {quad for change in changes for quad in change_quads(change)}


def _plain(text: str) -> str:
    return text.replace("\x0b", "\ufffd")


@pytest.mark.parametrize("name", MERGED)
def test_triple_formats_merge_the_graphs(name: str) -> None:
    data = written(name, sample())
    found = [quad.triple for quad in pyoxigraph.parse(data, FORMATS[name])]
    expected = {quad.triple for quad in _quads(sample())}
    if name == "rdfxml":
        found = [_with_vertical_tab(t) for t in found]
    assert set(found) == expected
    assert len(found) == len(expected), "a triple stands twice"


def _with_vertical_tab(triple: pyoxigraph.Triple) -> pyoxigraph.Triple:
    term = triple.object
    if not isinstance(term, pyoxigraph.Literal) or "\ufffd" not in term.value:
        return triple
    kind = None if term.language else term.datatype
    text = term.value.replace("\ufffd", "\x0b")
    literal = pyoxigraph.Literal(text, datatype=kind, language=term.language)
    return pyoxigraph.Triple(triple.subject, triple.predicate, literal)


@pytest.mark.parametrize("name", MERGED)
def test_rdflib_reads_the_same_triples(name: str) -> None:
    found = rdflib.Graph().parse(data=written(name, sample()), format=MERGED[name])
    expected = rdflib.Graph().parse(data=written("ntriples", sample()), format="nt")
    if name == "rdfxml":
        expected = _legal(expected)
    assert len(found) == len({q.triple for q in _quads(sample())})
    assert isomorphic(found, expected)


def _legal(graph: rdflib.Graph) -> rdflib.Graph:
    legal = rdflib.Graph()
    for s, p, o in graph:
        if isinstance(o, rdflib.Literal) and "\x0b" in o:
            legal.add((s, p, rdflib.Literal(_plain(str(o)), o.language, o.datatype)))
        else:
            legal.add((s, p, o))
    return legal


@pytest.mark.parametrize("name", DATASETS)
def test_dataset_formats_keep_the_graphs(name: str) -> None:
    everything = [*sample(), history(watermark=4)]
    data = written(name, everything)
    assert set(pyoxigraph.parse(data, FORMATS[name])) == _quads(everything)


# rdflib's own parsers call what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:.*is deprecated, use Dataset:DeprecationWarning")
@pytest.mark.parametrize("name", DATASETS)
def test_rdflib_reads_the_same_named_graphs(name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(name, sample()), format=DATASETS[name])
    for change in sample():
        found = dataset.graph(rdflib.URIRef(change.graph))
        expected = rdflib.Graph().parse(data=written("ntriples", [change]), format="nt")
        assert isomorphic(found, expected)


@pytest.mark.parametrize("name", [*MERGED, *DATASETS])
def test_the_graph_comes_back_from_the_file(name: str) -> None:
    change = article("morning", watermark=1)
    graph = read_graph(pyoxigraph.parse(written(name, [change]), FORMATS[name]))
    expected = {n.uri: n for n in change.nodes}
    for found in graph.nodes:
        wanted = expected.pop(found.uri)
        assert found.labels == wanted.labels
        for key, value in wanted.properties.items():
            legal = _plain(value) if name == "rdfxml" and isinstance(value, str) else value
            assert found.properties[key] == legal
    assert not expected
    assert graph.edges == change.edges


def test_the_same_graph_is_the_same_bytes_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = written("nquads", reproducible([*sample(), history(watermark=9)]))
    again = [
        article("evening", watermark=20, extra=" Once more.", run=False),
        article("morning", watermark=21),
        topics(watermark=22),
    ]
    assert written("nquads", reproducible(again)) == first
    # The same through temporary files.
    monkeypatch.setattr("kg.export.nquads.LINES_IN_MEMORY", 7)
    file = io.BytesIO()
    NQuads().write(reproducible(again), file)
    assert file.getvalue() == first
    assert first.splitlines() == sorted(set(first.splitlines()))


def test_a_reproducible_export_holds_no_run_and_no_learning_time() -> None:
    everything = [*sample(), history(watermark=9)]
    text = written("nquads", reproducible(everything))
    for word in (b"/run/", b"generatedAtTime", b"invalidatedAtTime", b"startedAtTime"):
        assert word in written("nquads", everything)
        assert word not in text
    assert b'"director"' in text


def test_the_export_fits_its_own_shapes() -> None:
    conforms, report = validate([*sample(), history(watermark=4)])
    assert conforms, report


def validate(changes: list[Change]) -> tuple[bool, str]:
    """Whether an export fits the shapes, and the report."""
    data = rdflib.Graph().parse(data=written("ntriples", changes), format="nt")
    shapes = rdflib.Graph().parse(GENERATED / "shapes.ttl")
    ontology = rdflib.Graph().parse(GENERATED / "ontology.ttl")
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology)
    return bool(conforms), str(text)


def _changed(label: str, **properties: object) -> list[Change]:
    """The sample with properties of one node set, or left out where None."""
    change = article("morning", watermark=1)
    at = next(i for i, n in enumerate(change.nodes) if label in n.labels)
    node = change.nodes[at]
    merged = {k: v for k, v in {**node.properties, **properties}.items() if v is not None}
    wrong = node.model_copy(update={"properties": merged})
    nodes = (*change.nodes[:at], wrong, *change.nodes[at + 1 :])
    return [topics(watermark=1), change.model_copy(update={"nodes": nodes})]


@pytest.mark.parametrize(
    ("label", "properties", "words"),
    [
        ("Span", {"start": 9_000}, "LessThanConstraint"),
        ("Span", {"start": -1}, "MinInclusiveConstraint"),
        ("Span", {"exact": "other words"}, "SPARQLConstraint"),
        ("Statement", {"mode": None}, "MinCountConstraint"),
        ("Person", {"name": None}, "MinCountConstraint"),
    ],
)
def test_the_shapes_find_what_is_wrong(
    label: str, properties: dict[str, object], words: str
) -> None:
    conforms, report = validate(_changed(label, **properties))
    assert not conforms
    assert words in report


def test_the_shapes_find_an_edge_to_the_wrong_kind_of_node() -> None:
    change = article("morning", watermark=1)
    wrong = [
        e.model_copy(update={"target": change.graph}) if e.type == "IN_ORG" else e
        for e in change.edges
    ]
    data = [topics(watermark=1), change.model_copy(update={"edges": tuple(wrong)})]
    conforms, report = validate(data)
    assert not conforms
    assert "ClassConstraint" in report
