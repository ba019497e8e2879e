"""Score an extractor on the annotated news of the shared data.

Comes in: the shared data folder and the name of an extractor. Goes out: the common scorer's figures
in percent. Called by `python -m tests.quality.polnear` and by the floor test. The articles are read
raw, as they stand: no furniture is looked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import registry
from kg.extract.meaning.acts import act_of
from kg.protocols import Extractor
from kg.read.reading import read
from kg.settings import Settings
from kg.topics import load_scheme
from loaders.formats.raw import RawTextLoader
from schema.attribution import ATTITUDES, Attribution
from schema.document import Document
from schema.span import Span
from tests.quality.whitehouse.scorer import Counts, load_scorer, spans_of
from training.brat import Document as Annotated
from training.brat import read_document

KINDS = ("all", "direct", "indirect", "mixed")
Roles = dict[str, Any]


@dataclass(frozen=True)
class Corpus:
    """Texts with annotations; `every` third of them, say, where less than all will do."""

    folder: Path
    every: int = 1

    def names(self) -> list[str]:
        """The documents, sorted."""
        return sorted(p.stem for p in (self.folder / "text").glob("*.txt"))[:: self.every]

    def document(self, name: str) -> Document:
        """One text as a Document of plain paragraphs."""
        path = self.folder / "text" / f"{name}.txt"
        (document,) = RawTextLoader().load(path, source=path.name)
        return document

    def annotated(self, name: str) -> Annotated:
        """The annotations of one text; of several annotators the first by id counts."""
        path = min((self.folder / "attributions").glob(f"{name}*.ann"))
        return read_document(self.folder / "text" / f"{name}.txt", path)


def build(name: str) -> Extractor:
    """The extractor of a name, as the settings would choose it."""
    return registry.extractor(Settings(extractor=name), load_scheme())


def score(
    shared: Path, extract: Extractor, corpus: Corpus, *, reported_speech: bool = False
) -> dict[str, float]:
    """The figures; `reported_speech` leaves attitudes ("believes") out on both sides."""
    scorer = load_scorer(shared)
    added: Counts = defaultdict(float)
    for name in corpus.names():
        document = corpus.document(name)
        annotated = corpus.annotated(name)
        gold = [vars(a) for a in annotated.attributions]
        found = _given(extract(read(document)).attributions, reported_speech)
        if reported_speech:
            gold = list(_spoken(document.text, gold))
        text = scorer.Doc(name, document.text)
        counts, _ = scorer.score_doc(text, gold, found, annotated.discarded)
        scorer.add(added, counts)
    return figures(scorer.summary(added))


def figures(summary: dict[str, Any]) -> dict[str, float]:
    """The figures that are looked at, in percent."""
    shares = {f"linked F1 {kind}": summary["link"][kind]["F1"] for kind in KINDS}
    shares |= {f"linked {x}": summary["link"]["all"][x] for x in ("P", "R")}
    shares["strict F1"] = summary["strict"]["all"]["F1"]
    shares |= {f"{x} partial F1": summary[x]["partial"]["F1"] for x in ("content", "source")}
    return {name: round(100 * float(share), 1) for name, share in shares.items()}


def _given(found: Sequence[Attribution], reported_speech: bool) -> list[Roles]:
    return [
        spans_of({"source": a.source, "cue": a.cue, "content": a.content}, index=i)
        for i, a in enumerate(found)
        if not (reported_speech and a.act in ATTITUDES)
    ]


def _spoken(text: str, gold: Iterable[Roles]) -> Iterator[Roles]:
    """The annotations whose cue names no attitude: nobody annotated acts, so the cue must tell."""
    for one in gold:
        words = {k: " ".join(Span(*s).of(text) for s in one[k]) for k in ("source", "content")}
        cue = " ".join(Span(*s).of(text) for s in one["cue"])
        if act_of(cue, **words)[0] not in ATTITUDES:
            yield one
