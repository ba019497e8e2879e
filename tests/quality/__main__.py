"""Measure the extraction: `python -m tests.quality [--errors] [--write [--lower]]`.

Prints tables; `--write` raises the floors and, with the shared data, rewrites docs/quality.md.
"""

import argparse
import json
from pathlib import Path

from tests.quality import corpora, floors, news, page
from tests.quality.gold import Gold
from tests.quality.outlets import score as outlets
from tests.quality.scoring import Score
from tests.quality.speakers import score as speakers
from tests.quality.whitehouse import score as government
from tests.require import ROOT, shared_folder

_TITLES = {
    "found": "statements found",
    "right": "... with right speaker, act and topic",
    "speakers": "... with the right speaker",
    "wrong_speakers": "... with a wrong speaker",
    "acts": "... with the right act",
    "topics": "... with a right topic",
    "topic_precision": "topics that are right, of those found",
    "stances": "stances found",
    "stance_precision": "stances that are right, of those found",
    "extras": "statements that are not in the gold",
    "offices": "offices found: person, title and organization",
    "office_titles": "... person and title",
    "extra_offices": "offices that are not in the gold",
}


def table(scores: dict[str, Score]) -> str:
    """A Markdown table, one column a corpus: percent of the gold statements (or offices)."""
    figures = {name: floors.percentages(total) for name, total in scores.items()}
    lines = ["| figure, % of gold | " + " | ".join(scores) + " |", "|---|" + "---|" * len(scores)]
    gold = (f"{t.statements} statements, {t.gold_offices} offices" for t in scores.values())
    lines.append("| gold | " + " | ".join(gold) + " |")
    for key, title in _TITLES.items():
        cells = (_cell(key, figures[name], scores[name]) for name in scores)
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(key: str, figures: dict[str, float], total: Score) -> str:
    """A figure, or a dash where the gold says nothing of it."""
    return "-" if key.startswith("stance") and not total.gold_stances else str(figures[key])


def raise_floors(
    pairs: dict[str, list[tuple[Path, Gold]]], scores: dict[str, Score], *, lower: bool
) -> None:
    """Raise the floors, or set them when lowering is allowed."""
    held = floors.load() if floors.FILE.exists() else {}
    for name in pairs:
        floor = held.get(name, {}).get("figures", {})
        figures = floors.merged(floor, floors.percentages(scores[name]), lower=lower)
        held[name] = {"digest": corpora.digest(pairs[name]), "figures": figures}
    floors.FILE.write_text(json.dumps(held, indent=1) + "\n", "utf-8")


def government_texts(shared: Path) -> str:
    """The section on government texts."""
    _, figures = government.measure(shared)
    rows = (f"| {name} | {share} |" for name, share in figures.items())
    return "\n".join([page.GOVERNMENT + "| figure | % |", "|---|---|", *rows])


def outlets_read(*, write: bool, lower: bool) -> str:
    """The section on AI-policy news; raises its floor when told."""
    judged = outlets.measure()
    if write:
        outlets.FLOOR.write(outlets.figures(judged), lower=lower)
    return page.OUTLETS + outlets.table(judged)


def speakers_found(shared: Path, *, write: bool, lower: bool) -> str:
    """The section on speakers (a minute: 74 documents are parsed); raises their floor when told."""
    figures = speakers.score(shared)
    if write:
        speakers.FLOOR.write(speakers.shares(figures), lower=lower)
    return page.SPEAKERS + speakers.table(figures)


def main() -> None:
    """Measure all corpora that are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="list what was missed and what is extra"
    )
    parser.add_argument("--write", action="store_true", help="raise the floors, rewrite the docs")
    parser.add_argument("--lower", action="store_true", help="with --write: floors may drop")
    arguments = parser.parse_args()
    pairs = {"samples": list(corpora.samples())}
    if shared := shared_folder():
        pairs["seed"] = list(corpora.seed(shared))
    halves = corpora.halves(pairs["samples"])
    parts = {name: corpora.measure(found) for name, found in halves.items()}
    scores = {"samples": sum(parts.values(), Score()), **parts}
    if "seed" in pairs:
        scores["seed"] = corpora.measure(pairs["seed"])
    print(table(scores))
    if arguments.errors:
        for name in pairs:
            total = scores[name]
            print("\nMISSED", *total.missed, sep="\n  ")
            print("\nEXTRA", *total.spurious, sep="\n  ")
    if arguments.write:
        raise_floors(pairs, scores, lower=arguments.lower)
    told = {"write": arguments.write, "lower": arguments.lower}
    read = outlets_read(**told)
    if shared is None:
        print("\n" + read)
        return
    others = (
        read,
        page.NEWS + news.table(shared),
        government_texts(shared),
        speakers_found(shared, **told),
    )
    print("\n" + "\n\n".join(others))
    if arguments.write:
        text = "\n\n".join([page.ARTICLES + table(scores), *others]) + "\n"
        (ROOT / "docs" / "quality.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
