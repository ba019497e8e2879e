"""All formats: each behind its entry point, named apart, and safe from names of their own."""

from importlib.metadata import entry_points

import pytest

from kg import registry
from kg.export.columns import COLUMNS
from kg.export.gexf import RENAMED
from schema.errors import ConfigurationError

ALL = {
    "csv",
    "gexf",
    "graphml",
    "jsonl",
    "jsonld",
    "nquads",
    "ntriples",
    "parquet",
    "rdfxml",
    "trig",
    "turtle",
}
# What networkx takes for itself when it writes GEXF, besides what is renamed.
GEXF_OWN = {"id", "label", "pid", "parents", "slices", "spells", "viz", "key", *RENAMED}


def test_the_built_in_formats_use_the_common_door() -> None:
    ours = {e.name for e in entry_points(group="policykg.exporters") if e.value.startswith("kg.")}
    assert ours == ALL
    assert set(registry.names("exporters")) >= ALL


def test_every_format_has_a_suffix_of_its_own_and_a_media_type() -> None:
    exporters = [registry.exporter(name) for name in ALL]
    assert len({e.suffix for e in exporters}) == len(ALL)
    for exporter in exporters:
        assert exporter.suffix.startswith(".")
        assert exporter.media_type.count("/") == 1


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(ConfigurationError, match=r"'fax'.*turtle"):
        registry.exporter("fax")


def test_no_property_has_a_name_that_a_format_keeps_for_itself() -> None:
    assert not COLUMNS.keys() & {"uri", "labels", "label"}
    assert COLUMNS.keys() & GEXF_OWN == RENAMED.keys()
    assert not COLUMNS.keys() & set(RENAMED.values())
