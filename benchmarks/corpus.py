"""The documents and claims that the benchmarks work on: the samples, repeated under other names."""

from pathlib import Path

from api.runtime import Runtime
from kg.pipeline import Pipeline
from kg.settings import Settings
from loaders.base import Skipped
from schema.document import Document
from schema.graph import DocumentGraph

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"


def documents(folder: Path = SAMPLES) -> list[Document]:
    """The documents of a folder."""
    runtime = Runtime(Settings(store="memory://"))
    found = runtime.documents([str(folder)], raw=False)
    return [d for d in found if not isinstance(d, Skipped)]


def graphs(copies: int) -> list[DocumentGraph]:
    """The claims of the samples, `copies` times, each copy a document of its own."""
    pipeline = Pipeline.from_settings(Settings(store="memory://"))
    copied = (
        d.model_copy(update={"url": None, "source": f"{i}/{d.source}"})
        for i in range(copies)
        for d in documents()
    )
    return [pipeline(d) for d in copied]
