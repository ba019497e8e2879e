"""Measure a linker on the gold of speakers: `python -m tests.quality.speakers.score SHARED`.

Comes in: the shared data folder and a linker. Goes out: how many speakers are right, not found and
wrong, by the form of the source. Called by the floor test and `python -m tests.quality`.
`--errors` lists what is wrong, `--write` raises the floors (`--lower` lets them drop).
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from kg.link.cast.registries import Registry
from kg.link.linker import DocumentLinker
from kg.protocols import Linker
from schema.document import Document
from schema.linked import Linked, LinkedAttribution
from tests.quality.floors import Kept
from tests.quality.speakers.corpus import read
from tests.quality.speakers.gold import Form, GoldSource, comparable, digest, load_gold

FLOOR = Kept(Path(__file__).with_name("floor.json"), digest)
# The gold names people as their document does, so no registry may add a full name.
default_linker = DocumentLinker(Registry())


class Outcome(StrEnum):
    """What became of one source."""

    RIGHT = "right"
    NOT_FOUND = "not found"
    WRONG = "wrong"


@dataclass(frozen=True)
class Scored:
    """One source, judged; the words are for people who look at the errors."""

    gold: GoldSource
    outcome: Outcome
    words: str
    wanted: str | None
    found: str | None


@dataclass(frozen=True)
class Figures:
    """All judged sources."""

    scored: tuple[Scored, ...]

    def share(self, outcome: Outcome) -> float:
        """The share of all sources with this outcome, in percent."""
        hits = sum(s.outcome is outcome for s in self.scored)
        return round(100 * hits / len(self.scored), 1) if self.scored else 0.0

    def by_form(self) -> dict[Form, "Figures"]:
        """The figures of each form, the most frequent form first."""
        forms = Counter(s.gold.form for s in self.scored).most_common()
        return {f: Figures(tuple(s for s in self.scored if s.gold.form == f)) for f, _ in forms}


def score(shared: Path, *, link: Linker = default_linker) -> Figures:
    """Link all documents of the gold and judge each speaker.

    Raises DocumentError when a text is missing or not the one that was annotated.
    """
    gold = {doc: list(g) for doc, g in groupby(load_gold(), key=lambda g: g.doc)}
    judged: list[Scored] = []
    for name, reading, extraction in read(shared, frozenset(gold)):
        judged += judge(reading.document, link(reading, extraction), gold[name])
    return Figures(tuple(judged))


def judge(document: Document, linked: Linked, gold: Iterable[GoldSource]) -> Iterator[Scored]:
    """Compare each gold source with the linked attribution that stands at the same place."""
    by_place = {(a.attribution.source, a.attribution.content): a for a in linked.attributions}
    for wanted in gold:
        found = by_place[wanted.source, wanted.content]
        yield Scored(
            gold=wanted,
            outcome=outcome_of(document, found, wanted),
            words=" ".join(" ".join(s.of(document.text) for s in wanted.source).split()),
            wanted=wanted.name[0].of(document.text) if wanted.name else None,
            found=found.speaker.name if found.speaker else None,
        )


def outcome_of(document: Document, found: LinkedAttribution, wanted: GoldSource) -> Outcome:
    """Right, not found or wrong; nobody is right for an unknown speaker and for a lone surname."""
    right = wanted.names(document.text)
    if found.speaker is None:
        nobody_is_right = not right or wanted.only_one_word(document.text)
        return Outcome.RIGHT if nobody_is_right else Outcome.NOT_FOUND
    return Outcome.RIGHT if comparable(found.speaker.name) in right else Outcome.WRONG


def table(figures: Figures) -> str:
    """A Markdown table, one line a form: percent of the sources of that form."""
    lines = ["| form of the source | n | right | not found | wrong |", "|---|---|---|---|---|"]
    for form, part in (*figures.by_form().items(), ("all", figures)):
        shares = (f"{part.share(o):.1f}" for o in Outcome)
        lines.append(f"| {form.replace('_', ' ')} | {len(part.scored)} | {' | '.join(shares)} |")
    return "\n".join(lines)


def errors(figures: Figures) -> Iterator[str]:
    """One line for each source that is not right: place, form, words, gold -> linked."""
    for s in figures.scored:
        if s.outcome is not Outcome.RIGHT:
            place = f"{s.gold.doc}:{s.gold.source[0].start}"
            yield f"{s.outcome}\t{s.gold.form}\t{place}\t{s.words} = {s.wanted} -> {s.found}"


def main() -> None:
    """Measure the linker of this tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="the shared data folder")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    parser.add_argument("--write", action="store_true", help="raise the floors")
    parser.add_argument("--lower", action="store_true", help="with --write: floors may drop")
    arguments = parser.parse_args()
    figures = score(arguments.shared)
    print(table(figures))
    if arguments.errors:
        print(*errors(figures), sep="\n")
    if arguments.write:
        FLOOR.write(shares(figures), lower=arguments.lower)


def shares(figures: Figures) -> dict[str, float]:
    """The two figures that floors hold."""
    return {"right": figures.share(Outcome.RIGHT), "wrong": figures.share(Outcome.WRONG)}


if __name__ == "__main__":
    main()
