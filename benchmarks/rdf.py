"""The replica's sync beside bare pyoxigraph loading, and export beside pyoxigraph's own dump."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.timing import Comparison, compare
from kg import registry
from kg.protocols import Store as GraphStore
from kg.replica.replica import Replica
from kg.settings import Settings
from schema.graph import DocumentGraph
from schema.run import Run


def _filled(graphs: list[DocumentGraph]) -> GraphStore:
    store = registry.store(Settings(store="memory://"))
    now = datetime.now(UTC)
    run = Run(tool="benchmark", tool_version="1", fingerprint="f", started_at=now)
    with store.writer() as writer:
        for graph in graphs:
            writer.replace(graph, run=run)
    return store


def measure(graphs: list[DocumentGraph]) -> Iterator[Comparison]:
    """Quads a second into a fresh replica, and out of the store as N-Quads and Turtle."""
    view = _filled(graphs).view()
    file = BytesIO()
    registry.exporter("nquads").write(view.changes(0), file)
    data = file.getvalue()
    quads = data.count(b"\n")

    def sync() -> None:
        with tempfile.TemporaryDirectory() as folder:
            replica = Replica.open(Path(folder) / "replica")
            replica.start_over(view.identity())
            replica.load(list(view.changes(0)))

    def bare_load() -> None:
        with tempfile.TemporaryDirectory() as folder:
            Store(folder).bulk_load(data, format=RdfFormat.N_QUADS)

    yield compare("sync the replica", "quads", quads, sync, "pyoxigraph bulk_load", bare_load)
    loaded = Store()
    loaded.bulk_load(data, format=RdfFormat.N_QUADS)
    for name, form in (("nquads", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)):
        yield compare(
            f"export {name}",
            "quads",
            quads,
            lambda name=name: registry.exporter(name).write(view.changes(0), BytesIO()),
            "pyoxigraph dump",
            lambda form=form: loaded.dump(BytesIO(), format=form),
        )
