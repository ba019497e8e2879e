"""Measure the pipeline on the gold: `python -m tests.quality.whitehouse.score SHARED`.

Comes in: the shared data folder. Goes out: linked F1 as the common scorer defines it, without
attitudes on either side, and how many of the linked statements have the right act, topic, stance
and speaker. Called by the floor test. `--errors` lists what is wrong, `--write` raises the floors.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from api.runtime import Runtime
from kg.extract.attributions.reported_speech import is_speech
from kg.link.cast.registries import Registry
from kg.link.linker import DocumentLinker
from kg.settings import Settings
from loaders.base import Skipped
from schema.document import Document
from schema.errors import DocumentError
from schema.linked import Linked, LinkedAttribution
from schema.span import Span
from tests.quality.floors import Kept
from tests.quality.speakers.gold import comparable
from tests.quality.whitehouse import scorer
from tests.quality.whitehouse.gold import GoldAttribution, GoldDocument, digest, load_gold

# Precision and recall are left to F1; the other figures rest on few statements.
HELD = (
    "linked F1 all",
    "linked F1 direct",
    "linked F1 indirect",
    "strict F1",
    "act of linked",
    "topic of linked",
    "no topic of linked",
    "speaker of linked",
)
FLOOR = Kept(Path(__file__).with_name("floor.json"), digest, HELD)
Read = Callable[[Path], tuple[Document, Linked]]


@dataclass(frozen=True)
class Judged:
    """One document: what was wanted and found (no attitudes), and which belong together."""

    gold: GoldDocument
    text: str
    wanted: tuple[GoldAttribution, ...]
    found: tuple[LinkedAttribution, ...]
    pairs: tuple[tuple[int, int], ...]
    counts: scorer.Counts

    def matches(self) -> Iterator[tuple[GoldAttribution, LinkedAttribution]]:
        """The linked pairs."""
        return ((self.wanted[g], self.found[p]) for g, p in self.pairs)


def score(shared: Path, *, read: Read) -> tuple[Judged, ...]:
    """Read every document of the gold and judge it. Raises DocumentError when texts differ."""
    module = scorer.load_scorer(shared)
    return tuple(_judge(module, shared, gold, read) for gold in load_gold())


def _judge(module: ModuleType, shared: Path, gold: GoldDocument, read: Read) -> Judged:
    document, linked = read(gold.path(shared))
    if document.text != gold.text(shared):
        raise DocumentError(f"{gold.file}: the loader changed the text")
    return judge(module, document.text, gold, linked)


def judge(module: ModuleType, text: str, gold: GoldDocument, linked: Linked) -> Judged:
    """Compare one document's statements with its gold."""
    wanted = tuple(a for a in gold.attributions if not a.attitude)
    found = tuple(a for a in linked.attributions if is_speech(text, a.attribution))
    counts, pairs = scorer.linked(
        module,
        text,
        [_roles(g.source, g.cue, g.content, i) for i, g in enumerate(wanted)],
        [_roles(a.source, a.cue, a.content, i) for i, a in enumerate(f.attribution for f in found)],
    )
    return Judged(gold, text, wanted, found, tuple(pairs), counts)


def _roles(
    source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...], index: int
) -> dict[str, object]:
    return scorer.spans_of({"source": source, "cue": cue, "content": content}, index=index)


def speaker_right(text: str, wanted: GoldAttribution, found: LinkedAttribution) -> bool:
    """Whether the linker names one of the gold's names, or nobody where nobody is right."""
    if found.speaker is None or wanted.speaker is None:
        return found.speaker is None and wanted.speaker is None
    names = {comparable(scorer.plain(s.of(text))) for s in wanted.speaker}
    return comparable(found.speaker.name) in names


def _outcomes(text: str, wanted: GoldAttribution, found: LinkedAttribution) -> Counter[str]:
    """What is right of one linked statement; `of ...` counts what could have been right."""
    attribution = found.attribution
    stances = {(s.topic, s.polarity) for s in attribution.stances}
    wanted_stances = {(s.topic, s.stance) for s in wanted.stances}
    return Counter(
        {
            "act": attribution.act is wanted.act,
            "of act": 1,
            "topic": bool(set(attribution.topics) & set(wanted.topics)),
            "of topic": bool(wanted.topics),
            "no topic": not attribution.topics and not wanted.topics,
            "of no topic": not wanted.topics,
            "stance": len(stances & wanted_stances),
            "of stance": len(wanted_stances),
            "stance precision": len(stances & wanted_stances),
            "of stance precision": len(stances),
            "speaker": speaker_right(text, wanted, found),
            "of speaker": 1,
        }
    )


def figures(module: ModuleType, judged: tuple[Judged, ...]) -> dict[str, float]:
    """All figures in percent: the scorer's, then those of the linked statements."""
    summary = module.summary(scorer.total(j.counts for j in judged))
    kinds = ("all", "direct", "indirect", "mixed")
    shares = {f"linked F1 {kind}": 100 * summary["link"][kind]["F1"] for kind in kinds}
    shares |= {f"linked {x}": 100 * summary["link"]["all"][x] for x in ("P", "R")}
    shares["strict F1"] = 100 * summary["strict"]["all"]["F1"]
    right: Counter[str] = Counter()
    for one in judged:
        for wanted, found in one.matches():
            right += _outcomes(one.text, wanted, found)
    of = {n.removeprefix("of "): right[n] for n in right if n.startswith("of ")}
    shares |= {f"{n} of linked": 100 * right[n] / of[n] for n in sorted(of)}
    return {name: round(float(share), 1) for name, share in shares.items()}


def errors(judged: tuple[Judged, ...]) -> Iterator[str]:
    """One line for each statement that is missed, spurious, or linked with something wrong."""
    for one in judged:
        for i, wanted in enumerate(one.wanted):
            if i not in {g for g, _ in one.pairs}:
                yield _line("missed", one, wanted.source, wanted.cue, wanted.content)
        for i, extra in enumerate(f.attribution for f in one.found):
            if i not in {p for _, p in one.pairs}:
                yield _line("spurious", one, extra.source, extra.cue, extra.content)
        for wanted, found in one.matches():
            for what in _wrong(one.text, wanted, found):
                yield _line(what, one, wanted.source, wanted.cue, wanted.content)


def _wrong(text: str, wanted: GoldAttribution, found: LinkedAttribution) -> Iterator[str]:
    attribution = found.attribution
    if attribution.act is not wanted.act:
        yield f"act {wanted.act} -> {attribution.act}"
    if not set(attribution.topics) & set(wanted.topics) and (attribution.topics or wanted.topics):
        yield f"topics {','.join(wanted.topics)} -> {','.join(attribution.topics)}"
    if not speaker_right(text, wanted, found):
        name = scorer.plain(wanted.speaker[0].of(text)) if wanted.speaker else None
        yield f"speaker {name} -> {found.speaker.name if found.speaker else None}"


def _line(what: str, one: Judged, *roles: tuple[Span, ...]) -> str:
    words = (" / ".join(" ".join(s.of(one.text).split()) for s in role) for role in roles)
    return f"{what}\t{one.gold.file}\t" + "\t".join(w[:160] for w in words)


def pipeline_reader(runtime: Runtime) -> Read:
    """Reads a file as a user's ingest would, but for the registry of office-holders: the gold
    names nobody whom the text does not name in full."""
    pipeline = replace(runtime.pipeline, link=DocumentLinker(Registry()))

    def read(path: Path) -> tuple[Document, Linked]:
        (found,) = runtime.documents([str(path)])
        if isinstance(found, Skipped):
            raise DocumentError(f"{path}: {found.reason}")
        return found, pipeline.read(found)

    return read


def measure(shared: Path) -> tuple[tuple[Judged, ...], dict[str, float]]:
    """Judge the default pipeline."""
    runtime = Runtime(Settings(store="memory://"))
    judged = score(shared, read=pipeline_reader(runtime))
    runtime.close()
    return judged, figures(scorer.load_scorer(shared), judged)


def main() -> None:
    """Measure the default pipeline of this tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="the shared data folder")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--write", action="store_true", help="raise the floors")
    parser.add_argument("--lower", action="store_true", help="with --write: floors may drop")
    arguments = parser.parse_args()
    judged, shares = measure(arguments.shared)
    print(sum(len(j.wanted) for j in judged), "statements in the gold")
    print(sum(len(j.found) for j in judged), "statements found")
    print(*(f"{name:28} {share:5.1f}" for name, share in shares.items()), sep="\n")
    if arguments.errors:
        print(*errors(judged), sep="\n")
    if arguments.write:
        FLOOR.write(shares, lower=arguments.lower)


if __name__ == "__main__":
    main()
