"""Gold annotations of articles, as values. Comes in: a gold JSON file. Called by the scoring."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class GoldStatement:
    """One statement: `content` are exact substrings of the article, in order."""

    speaker: str | None
    content: tuple[str, ...]
    act: str
    topics: tuple[str, ...]
    stances: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GoldOffice:
    """One office; `title` may begin with "former" as the text does."""

    person: str
    title: str
    organization: str | None


@dataclass(frozen=True)
class Gold:
    """The gold of one article (`record`: its place in a JSON lines file, else None)."""

    file: str
    record: int | None
    facts: dict[str, Any]
    statements: tuple[GoldStatement, ...]
    offices: tuple[GoldOffice, ...]


_FACTS = ("headline", "publisher", "authors", "published", "dateline")


def _statement(record: dict[str, Any]) -> GoldStatement:
    # A sorted tuple: the digest of a corpus reads its representation.
    sides = tuple(sorted((s["topic"], s["stance"]) for s in record.get("stance", ())))
    return GoldStatement(
        speaker=record["speaker"],
        content=tuple(record["content"]),
        act=record["act"],
        topics=tuple(record["topics"]),
        stances=sides,
    )


def _office(record: dict[str, Any]) -> GoldOffice:
    status = record.get("status")
    prefix = f"{status} " if status in ("former", "acting") else ""
    title = record["title"]
    return GoldOffice(
        person=record["person"],
        title=title if title.startswith(prefix) else prefix + title,
        organization=record["organization"],
    )


def load_gold(path: Path) -> Gold:
    """Read one gold file."""
    data = json.loads(path.read_text("utf-8"))
    return Gold(
        file=data["file"],
        record=data.get("record"),
        facts={k: data[k] for k in _FACTS if k in data},
        statements=tuple(_statement(s) for s in data["statements"]),
        offices=tuple(_office(o) for o in data["offices"]),
    )
