"""The gold corpora: which articles, which gold, and a digest that names their state."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from api.runtime import Runtime
from kg.extract.attributions.keep import stored
from kg.settings import Settings
from loaders.base import Skipped
from schema.document import Document
from schema.errors import DocumentError
from tests.quality.gold import Gold, load_gold
from tests.quality.scoring import Score, score
from tests.require import ROOT

SAMPLES = ROOT / "samples"


def samples() -> Iterator[tuple[Path, Gold]]:
    """The project's own sample articles, with gold."""
    for path in sorted((SAMPLES / "gold").glob("*.json")):
        gold = load_gold(path)
        yield SAMPLES / "articles" / gold.file, gold


def halves(pairs: list[tuple[Path, Gold]]) -> dict[str, list[tuple[Path, Gold]]]:
    """The articles on which acts, topics and stances are tuned, and those kept for measuring.

    The second article was read as well when the rules of the others fitted it badly.
    """
    return {"tuned on": [*pairs[::2], *pairs[1:2]], "held out": pairs[3::2]}


def seed(shared: Path) -> Iterator[tuple[Path, Gold]]:
    """The seed article of the shared data, with gold."""
    gold = load_gold(shared / "data" / "seed" / "gold.json")
    yield shared / "data" / "seed" / gold.file, gold


def digest(pairs: list[tuple[Path, Gold]]) -> str:
    """Names the state of a corpus: texts and gold."""
    sha = hashlib.sha256()
    for path, gold in pairs:
        sha.update(path.read_bytes() + repr(gold).encode())
    return sha.hexdigest()[:16]


def read(runtime: Runtime, path: Path, gold: Gold) -> Document:
    """The article of a gold file, as the loaders give it."""
    found = list(runtime.documents([str(path)], raw=False))
    document = found[(gold.record or 1) - 1]
    if isinstance(document, Skipped):
        raise DocumentError(f"{path}: {document.reason}")
    return document


def measure(pairs: list[tuple[Path, Gold]]) -> Score:
    """Read every article with the default pipeline and add up the scores of what is stored."""
    runtime = Runtime(Settings(store="memory://"))
    total = Score()
    for path, gold in pairs:
        document = read(runtime, path, gold)
        total += score(document, stored(document, runtime.pipeline.read(document)), gold)
    runtime.close()
    return total
