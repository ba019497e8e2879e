"""Measure reported speech in the outlets' texts: `python -m tests.quality.outlets.score`.

Comes in: the default pipeline. Goes out: how many statements are found with their source, how many
found ones are none, and whether speaker and act of the found ones are right. Called by the floor
test and `python -m tests.quality`. `--errors` lists what is wrong, `--write` raises the floors.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.runtime import Runtime
from kg.extract.attributions.reported_speech import is_speech
from kg.settings import Settings
from schema.document import Document
from schema.ids import WORD
from schema.linked import LinkedAttribution
from schema.span import Span
from tests.quality.floors import Kept
from tests.quality.outlets.gold import GoldDocument, GoldStatement, digest, load_gold
from tests.quality.speakers.gold import comparable
from tests.quality.whitehouse.score import Read, pipeline_reader

FLOOR = Kept(Path(__file__).with_name("floor.json"), digest)
ALIKE = 0.5  # share of the words of two contents that both have, for them to be one statement


@dataclass(frozen=True)
class Judged:
    """One document: its gold, what was found, and which belong together (gold, found)."""

    gold: GoldDocument
    text: str
    found: tuple[LinkedAttribution, ...]
    pairs: tuple[tuple[int, int], ...]

    def matches(self) -> Iterator[tuple[GoldStatement, LinkedAttribution]]:
        """The pairs whose gold counts."""
        pairs = ((self.gold.statements[g], self.found[f]) for g, f in self.pairs)
        return (p for p in pairs if not p[0].optional)

    def missed(self) -> list[GoldStatement]:
        """The statements of the gold that nobody found."""
        met = {g for g, _ in self.pairs}
        return [s for k, s in enumerate(self.gold.statements) if k not in met and not s.optional]

    def extra(self) -> list[LinkedAttribution]:
        """What was found and is none."""
        met = {f for _, f in self.pairs}
        return [a for k, a in enumerate(self.found) if k not in met]


def judge(document: Document, found: Iterable[LinkedAttribution], gold: GoldDocument) -> Judged:
    """Match one to one, the most alike first: half of the words of the contents are the same, and
    the sources share a word (or both texts name none)."""
    spoken = tuple(a for a in found if is_speech(document.text, a.attribution))
    wanted = [(_words(document, s.content), _words(document, s.source)) for s in gold.statements]
    given = [
        (_words(document, a.attribution.content), _words(document, a.attribution.source))
        for a in spoken
    ]
    alike = sorted(
        (-len(w & c) / len(w | c), g, f)
        for g, (w, ws) in enumerate(wanted)
        for f, (c, cs) in enumerate(given)
        if w & c and (ws & cs or not (ws or cs))
    )
    pairs: dict[int, int] = {}
    for share, g, f in alike:
        if share <= -ALIKE and g not in pairs and f not in pairs.values():
            pairs[g] = f
    return Judged(gold, document.text, spoken, tuple(sorted(pairs.items())))


def _words(document: Document, spans: Sequence[Span]) -> frozenset[int]:
    """The places of the words in some passages."""
    return frozenset(m.start() for s in spans for m in WORD.finditer(document.text, *s))


def right_speaker(wanted: GoldStatement, found: LinkedAttribution) -> bool:
    """Whether the linker names whom the gold names, or nobody where nobody can be named."""
    name = found.speaker.name if found.speaker else None
    if name is None or wanted.speaker is None:
        return name is wanted.speaker
    return comparable(name) == comparable(wanted.speaker)


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Precision, recall and F1 of statements; of those found, right and wrong speakers, acts."""
    count: Counter[str] = Counter()
    for one in judged:
        count["missed"] += len(one.missed())
        count["extra"] += len(one.extra())
        for wanted, found in one.matches():
            right = right_speaker(wanted, found)
            count["found"] += 1
            count["speaker"] += right
            count["wrong"] += found.speaker is not None and not right
            count["act"] += found.attribution.act is wanted.act
    given, gold = count["found"] + count["extra"], count["found"] + count["missed"]
    shares = {
        "precision": count["found"] / given if given else 0.0,
        "recall": count["found"] / gold if gold else 0.0,
        "F1": 2 * count["found"] / (given + gold) if given + gold else 0.0,
    }
    of_found = {"speaker right": "speaker", "speaker wrong": "wrong", "act right": "act"}
    shares |= {n: count[k] / count["found"] if count["found"] else 0.0 for n, k in of_found.items()}
    return {name: round(100 * share, 1) for name, share in shares.items()}


def errors(judged: Iterable[Judged]) -> Iterator[str]:
    """One line for each statement that is missed, extra, or found with something wrong."""
    for one in judged:
        for s in one.missed():
            yield _line("missed", one, s.source, s.cue, s.content)
        for a in (x.attribution for x in one.extra()):
            yield _line("extra", one, a.source, a.cue, a.content)
        for wanted, found in one.matches():
            name = found.speaker.name if found.speaker else None
            if not right_speaker(wanted, found):
                what = f"speaker {wanted.speaker} -> {name}"
                yield _line(what, one, wanted.source, wanted.cue, wanted.content)
            if found.attribution.act is not wanted.act:
                what = f"act {wanted.act} -> {found.attribution.act}"
                yield _line(what, one, wanted.source, wanted.cue, wanted.content)


def _line(what: str, one: Judged, *roles: Sequence[Span]) -> str:
    words = (" / ".join(" ".join(s.of(one.text).split()) for s in role) for role in roles)
    return f"{what}\t{one.gold.doc}\t" + "\t".join(w[:120] for w in words)


def score(read: Read) -> tuple[Judged, ...]:
    """Read and judge every document of the gold."""
    judged = []
    for gold in load_gold():
        document, linked = read(gold.path)
        judged.append(judge(document, linked.attributions, gold))
    return tuple(judged)


def measure() -> tuple[Judged, ...]:
    """Judge the default pipeline."""
    runtime = Runtime(Settings(store="memory://"))
    judged = score(pipeline_reader(runtime))
    runtime.close()
    return judged


def parts(judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """The figures of all documents, of those rules were made from, and of those held out."""
    return {
        "all": figures(judged),
        "tuned on": figures([j for j in judged if not j.gold.held_out]),
        "held out": figures([j for j in judged if j.gold.held_out]),
    }


def table(judged: Sequence[Judged]) -> str:
    """A Markdown table, one column a part."""
    found = parts(judged)
    lines = ["| figure, % | " + " | ".join(found) + " |", "|---|" + "---|" * len(found)]
    lines += [
        f"| {name} | " + " | ".join(str(f[name]) for f in found.values()) + " |"
        for name in found["all"]
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure the default pipeline of this tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--write", action="store_true", help="raise the floors")
    parser.add_argument("--lower", action="store_true", help="with --write: floors may drop")
    arguments = parser.parse_args()
    judged = measure()
    print(table(judged))
    if arguments.errors:
        print(*errors(judged), sep="\n")
    if arguments.write:
        FLOOR.write(figures(judged), lower=arguments.lower)


if __name__ == "__main__":
    main()
