"""Annotated news: our extractors beside what can be downloaded and beside people.

Comes in: the shared data. Goes out: a Markdown table for docs/quality.md. The figures of others
were measured with the same scorer on the same 84 articles (two people: on 16 other ones).
"""

from pathlib import Path

from tests.quality.polnear.score import Corpus, build, score

COLUMNS = (
    "linked F1 all",
    "linked F1 direct",
    "linked F1 indirect",
    "linked F1 mixed",
    "strict F1",
    "content partial F1",
    "source partial F1",
)
# "-": not measured. textacy 0.13, CoreNLP 4.5.10; citron with its released models and with models
# trained anew on the same training articles.
OTHERS: dict[str, tuple[float | str, ...]] = {
    "two people": (77.9, 98.7, 72.3, 89.2, 68.5, 85.7, 83.0),
    "citron, trained anew": (54.1, "-", "-", "-", "-", "-", "-"),
    "GenderGapTracker": (45.1, 56.0, 37.9, 59.9, 32.7, "-", "-"),
    "citron, as released": (44.1, 57.1, 37.7, 56.3, 29.5, "-", "-"),
    "CoreNLP": (24.3, 64.3, 0.1, 22.2, 19.4, "-", "-"),
    "quotes and nearest name": (22.1, 69.3, 0.0, 0.0, 18.4, "-", "-"),
    "textacy": (17.4, 46.0, 5.5, 0.0, 12.1, "-", "-"),
}


def measured(shared: Path, extractor: str) -> tuple[float | str, ...]:
    """The figures of one of our extractors on the whole development set."""
    figures = score(shared, build(extractor), Corpus(shared / "data" / "polnear" / "dev"))
    return tuple(figures[column] for column in COLUMNS)


def table(shared: Path) -> str:
    """Our extractors, people, and everybody else, in percent."""
    rows = {f"policykg, {name}": measured(shared, name) for name in ("model",)} | OTHERS
    lines = ["| extractor | " + " | ".join(COLUMNS) + " |", "|---|" + "---|" * len(COLUMNS)]
    lines += [f"| {name} | " + " | ".join(map(str, row)) + " |" for name, row in rows.items()]
    return "\n".join(lines)
