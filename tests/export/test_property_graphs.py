"""GraphML, GEXF, CSV, Parquet and JSON lines, read back by networkx, csv, pyarrow and json."""

import csv
import io
import json
import zipfile
from datetime import date, datetime
from typing import Any

import networkx
import pytest
from pyarrow import parquet

from kg.export import reproducible
from kg.export.columns import COLUMNS
from kg.export.gexf import RENAMED
from kg.export.merge import merge
from kg.protocols import Change
from schema.graph import Node
from schema.values import plain
from schema.vocabulary import NODE_TYPES
from tests.export.changes import AGENCY, history, sample
from tests.export.test_rdf_formats import written


def _everything() -> list[Change]:
    return [*sample(), history(watermark=9)]


def _expected(changes: list[Change]) -> tuple[dict[str, Node], list[tuple[str, str, str]]]:
    graph = merge(changes)
    return {n.uri: n for n in graph.nodes}, [e.key for e in graph.edges]


def _cell(value: Any) -> Any:
    flat = plain(value)
    return json.dumps(flat, ensure_ascii=False) if isinstance(flat, list) else flat


def _xml_cell(value: Any) -> Any:
    cell = _cell(value)
    return cell.replace("\x0b", "\ufffd") if isinstance(cell, str) else cell


def test_a_node_of_two_documents_is_one_node() -> None:
    nodes, _ = _expected(sample())
    assert nodes[AGENCY].properties["altNames"] == ("ATS", "evening", "morning")


def test_a_name_means_the_same_in_every_node_type() -> None:
    for kind in NODE_TYPES:
        for prop in kind.properties:
            column = COLUMNS[prop.name]
            assert (prop.datatype, prop.fold) == (column.datatype, column.fold), prop.name


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_graph_back(name: str) -> None:
    read = networkx.read_graphml if name == "graphml" else networkx.read_gexf
    found = read(io.BytesIO(written(name, _everything())))
    renamed = {} if name == "graphml" else RENAMED
    nodes, edges = _expected(_everything())
    assert set(found.nodes) == set(nodes)
    for uri, node in nodes.items():
        attributes = dict(found.nodes[uri])
        assert attributes.pop("label")
        assert json.loads(attributes.pop("labels")) == list(node.labels)
        assert attributes == {renamed.get(k, k): _xml_cell(v) for k, v in node.properties.items()}
    assert sorted((s, d["label"], t) for s, t, d in found.edges(data=True)) == edges


def _tables(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written(name, _everything()))) as archive:
        assert archive.testzip() is None
        return {member: archive.read(member) for member in archive.namelist()}


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_csv_reads_the_graph_back() -> None:
    tables = _tables("csv")
    nodes, edges = _expected(_everything())
    rows = _rows(tables["nodes.csv"])
    assert [row["uri"] for row in rows] == list(nodes)
    for row in rows:
        node = nodes[row["uri"]]
        assert json.loads(row["labels"]) == list(node.labels)
        for name in COLUMNS:
            value = _cell(node.properties.get(name, ""))
            assert row[name] == (str(value).lower() if isinstance(value, bool) else str(value))
    assert [(r["source"], r["type"], r["target"]) for r in _rows(tables["edges.csv"])] == edges


def test_pyarrow_reads_the_graph_back() -> None:
    tables = {k: parquet.read_table(io.BytesIO(v)) for k, v in _tables("parquet").items()}
    nodes, edges = _expected(_everything())
    rows = tables["nodes.parquet"].to_pylist()
    assert [row["uri"] for row in rows] == list(nodes)
    for row in rows:
        node = nodes[row.pop("uri")]
        assert tuple(row.pop("labels")) == node.labels
        present = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        assert {k: v for k, v in present.items() if v is not None} == node.properties
    found = tables["edges.parquet"].to_pylist()
    assert [(r["source"], r["type"], r["target"]) for r in found] == edges


def test_parquet_has_types() -> None:
    schema = parquet.read_table(io.BytesIO(_tables("parquet")["nodes.parquet"])).schema
    assert str(schema.field("saidOn").type) == "date32[day]"
    assert str(schema.field("ingestedAt").type) == "timestamp[us, tz=UTC]"
    assert str(schema.field("altNames").type).startswith("list<")


def test_json_lines_read_the_graph_back() -> None:
    records = [json.loads(line) for line in written("jsonl", _everything()).splitlines()]
    nodes, edges = _expected(_everything())
    found = {r["uri"]: r for r in records if r["kind"] == "node"}
    assert set(found) == set(nodes)
    for uri, record in found.items():
        assert record["labels"] == list(nodes[uri].labels)
        assert record["properties"] == {k: plain(v) for k, v in nodes[uri].properties.items()}
    assert [(r["source"], r["type"], r["target"]) for r in records if r["kind"] == "edge"] == edges


@pytest.mark.parametrize("name", ["graphml", "gexf", "csv", "parquet", "jsonl", "turtle", "trig"])
def test_every_format_repeats_itself(name: str) -> None:
    backwards = list(reversed(_everything()))
    assert written(name, reproducible(_everything())) == written(name, reproducible(backwards))


@pytest.mark.parametrize("name", ["graphml", "gexf", "csv", "parquet", "jsonl", "turtle", "nquads"])
def test_an_empty_graph_can_be_written(name: str) -> None:
    assert isinstance(written(name, []), bytes)


def test_dates_are_iso_text_and_instants_in_utc() -> None:
    assert (
        _cell(date(2026, 3, 4)),
        _cell(datetime.fromisoformat("2026-03-04T05:06:07+01:00")),
    ) == (
        "2026-03-04",
        "2026-03-04T04:06:07.000000Z",
    )
