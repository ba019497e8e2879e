"""What the pipeline makes of the sample articles and the seed article fits our own shapes.

Every format is written from it as well, so that no text of a real article breaks a writer.
"""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

from api.runtime import Runtime
from kg import registry
from kg.export import reproducible
from kg.export.merge import merge
from kg.protocols import Change
from kg.rdf_read import read_graph
from kg.settings import Settings
from tests.export.test_rdf_formats import FORMATS, validate, written

SAMPLES = Path(__file__).parents[2] / "samples" / "articles"


def _changes(folder: Path, home: Path) -> list[Change]:
    runtime = Runtime(Settings(store="memory://", home=home, workers=1))
    try:
        runtime.ingest([str(folder)])
        assert runtime.store.view().counts()["Statement"]
        return list(runtime.store.view().changes(0))
    finally:
        runtime.close()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Change]:
    """The graph of the sample articles."""
    return _changes(SAMPLES, tmp_path_factory.mktemp("home"))


def test_the_samples_fit_the_shapes(samples: list[Change]) -> None:
    conforms, report = validate(samples)
    assert conforms, report


def test_the_seed_article_fits_the_shapes(shared: Path, tmp_path: Path) -> None:
    article = next((shared / "data" / "seed").glob("*.txt"))
    conforms, report = validate(_changes(article, tmp_path))
    assert conforms, report


def _texts(changes: list[Change]) -> Iterator[str]:
    for change in changes:
        for node in change.nodes:
            yield from (v for v in node.properties.values() if isinstance(v, str))


@pytest.mark.parametrize("name", FORMATS)
def test_the_samples_come_back_from_every_rdf_format(samples: list[Change], name: str) -> None:
    live = reproducible(samples)
    found = read_graph(pyoxigraph.parse(written(name, live), FORMATS[name]))
    assert found == merge(live)
    assert any('"' in text or "“" in text for text in _texts(live))


@pytest.mark.parametrize("name", registry.names("exporters"))
def test_every_format_takes_the_samples(samples: list[Change], name: str) -> None:
    data = written(name, reproducible(samples))
    assert data == written(name, reproducible(reversed(samples)))
    assert len(data) > 10_000
