"""The files derived from the vocabulary: up to date, readable by others, and true to the table."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS

from kg.generate.__main__ import FILES, ROOT, differing, write
from schema.terms import PREFIXES, expand
from schema.vocabulary import NODE_TYPES, RELATION_TYPES
from tests.export.changes import PERSON, QUOTATION, TENURE, TOPIC

GENERATED = ROOT / "schema" / "generated"


def _check(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg.generate", "--check", "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_files_in_the_project_are_up_to_date() -> None:
    result = _check(ROOT)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_noticed(name: str, tmp_path: Path) -> None:
    write(tmp_path)
    assert differing(tmp_path) == []
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert differing(tmp_path) == [name]


def test_the_check_fails_and_names_the_file(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "docs/model.md").unlink()
    result = _check(tmp_path)
    assert result.returncode == 1
    assert "docs/model.md is stale" in result.stderr


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_the_same_text_each_time(name: str) -> None:
    assert FILES[name]() == FILES[name]()


def test_the_ontology_describes_every_term_of_the_table() -> None:
    graph = rdflib.Graph().parse(GENERATED / "ontology.ttl")
    classes = {t.rdf_class for t in NODE_TYPES}
    data = {p.predicate for t in NODE_TYPES for p in t.properties}
    objects = {t.predicate for t in RELATION_TYPES}
    kinds = ((classes, OWL.Class), (data, OWL.DatatypeProperty), (objects, OWL.ObjectProperty))
    for names, kind in kinds:
        for name in names:
            term = rdflib.URIRef(expand(name))
            assert (term, RDF.type, kind) in graph
            assert (term, RDFS.label, None) in graph
            if name.startswith("pk:"):
                assert (term, SKOS.definition, None) in graph
    supports = rdflib.URIRef(expand("pk:supports"))
    assert (supports, RDFS.subPropertyOf, rdflib.URIRef(expand("schema:about"))) in graph


def test_the_ontology_says_nothing_binding_of_the_terms_of_others() -> None:
    graph = rdflib.Graph().parse(GENERATED / "ontology.ttl")
    for axiom in (RDFS.domain, RDFS.range):
        assert list(graph.subjects(axiom))
        assert all(str(s).startswith(PREFIXES["pk"]) for s in graph.subjects(axiom))


def test_there_is_a_shape_for_every_class() -> None:
    graph = rdflib.Graph().parse(GENERATED / "shapes.ttl")
    targets = {str(o) for o in graph.objects(None, SH.targetClass)}
    assert {expand(t.rdf_class) for t in NODE_TYPES} <= targets


# rdflib's own parser calls what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:.*is deprecated, use Dataset:DeprecationWarning")
def test_plain_json_is_rdf_under_the_context() -> None:
    record = {
        "@context": json.loads((GENERATED / "context.jsonld").read_text("utf-8"))["@context"],
        "uri": PERSON,
        "SAID": {
            "uri": QUOTATION,
            "labels": ["Statement", "Quotation"],
            "text": "words",
            "saidOn": "2026-03-03",
            "confidence": 0.5,
            "ABOUT": {"uri": TOPIC, "labels": "Topic", "altLabels": ["one", "two"]},
            "SPOKEN_AS": TENURE,
        },
    }
    graph = rdflib.Graph().parse(data=json.dumps(record), format="json-ld")
    expected = rdflib.Graph().parse(
        format="turtle",
        data=f"""
        @prefix pk: <{PREFIXES["pk"]}> . @prefix schema: <{PREFIXES["schema"]}> .
        @prefix skos: <{PREFIXES["skos"]}> . @prefix xsd: <{PREFIXES["xsd"]}> .
        <{QUOTATION}> a pk:Statement, schema:Quotation ; schema:text "words"^^xsd:string ;
          schema:dateCreated "2026-03-03"^^xsd:date ; pk:confidence 0.5e0 ;
          <{PREFIXES["prov"]}wasAttributedTo> <{PERSON}> ; pk:spokenAs <{TENURE}> ;
          schema:about <{TOPIC}> .
        <{TOPIC}> a skos:Concept ; skos:altLabel "one"@en, "two"@en .""",
    )
    assert _values(graph) == _values(expected)


def _values(graph: rdflib.Graph) -> set[tuple[object, ...]]:
    """The triples with literals as values: "0.5" and "0.5e0" are one number."""
    return {(s, p, o.toPython() if isinstance(o, rdflib.Literal) else str(o)) for s, p, o in graph}


def test_every_relationship_and_property_is_on_the_page() -> None:
    page = (ROOT / "docs" / "model.md").read_text("utf-8")
    for kind in NODE_TYPES:
        assert f"### {kind.label}\n" in page
        for prop in kind.properties:
            assert f"| `{prop.name}` | `{prop.predicate}` |" in page
    for relation in RELATION_TYPES:
        assert f"[:{relation.type}]" in page


def test_the_constraints_are_idempotent_statements() -> None:
    text = (GENERATED / "constraints.cypher").read_text("utf-8")
    statements = [line for line in text.splitlines() if not line.startswith("//")]
    assert any("(n:Resource) REQUIRE n.uri IS UNIQUE" in line for line in statements)
    for line in statements:
        assert line.startswith("CREATE ")
        assert " IF NOT EXISTS " in line
        assert line.endswith(";")
    assert len(set(statements)) == len(statements)
