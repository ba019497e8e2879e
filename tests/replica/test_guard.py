"""kg.replica.guard: what may run and what may not, however it is written."""

import pytest

from kg.replica.guard import check
from schema.errors import QueryRefused

PATTERN = "{ ?s ?p ?o }"
SERVICE = "SERVICE <http://elsewhere.example/> { ?s ?p ?o }"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {PATTERN}",
        'SELECT * { ?s ?p "SERVICE <http://elsewhere.example/> { }" }',
        "SELECT * { ?s ?p '''a \" service { \n''' }",
        f"SELECT * # SERVICE <http://elsewhere.example/>\n{PATTERN}",
        "PREFIX a: <http://a.example/> SELECT ?service { ?service a:service a:SERVICE }",
        "SELECT * { ?s <http://a.example/SERVICE#service> ?o }",
        'SELECT ?service FROM <urn:service> { ?s ?p ?service FILTER(?service > "SERVICE") }',
        "ASK { VALUES ?service { UNDEF } }",
    ],
)
def test_a_reading_query_passes_unchanged(text: str) -> None:
    assert check(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ {SERVICE} }}",
        f"SELECT * {{ {SERVICE.lower()} }}",
        "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
        f"SELECT * {{ ?s ?p ?o OPTIONAL {{ {{ }} UNION {{ {SERVICE} }} }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ {SERVICE} }} }}",
        f"SELECT * {{ ?s ?p ?o MINUS {{ {SERVICE} }} }}",
        f"SELECT * {{ GRAPH ?g {{ {SERVICE} }} }}",
        f"SELECT * {{ {{ SELECT * {{ {SERVICE} }} }} }}",
        f"SELECT (EXISTS {{ {SERVICE} }} AS ?there) {{ }}",
        f"ASK {{ {SERVICE} }}",
        f"CONSTRUCT {PATTERN} WHERE {{ {SERVICE} }}",
        f"DESCRIBE ?s {{ {SERVICE} }}",
        # A comment ends at a carriage return, for Oxigraph but not for rdflib.
        f"SELECT * {{ # harmless \r {SERVICE} }}",
    ],
)
def test_asking_another_server_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused):
        check(text)


def test_an_update_that_names_a_service_is_called_an_update() -> None:
    with pytest.raises(QueryRefused, match="updates are refused"):
        check(f"INSERT {PATTERN} WHERE {{ {SERVICE} }}")


@pytest.mark.parametrize(
    "text", ["SELECT * SERVICE", "service " + "{" * 3000, "SERVICE \\UFFFFFFFF", "\0service"]
)
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused, match=r"not a SPARQL|nests more"):
        check(text)
