"""The ten questions with parameters from the corpus itself, so that every one has an answer."""

from collections.abc import Iterator
from typing import Any

from kg.protocols import Row, View
from kg.query.question import questions

# The most frequent values of a corpus make telling parameters.
MOST = 2


def _top(rows: list[Row], column: str) -> list[Any]:
    counts: dict[Any, int] = {}
    for row in rows:
        if row[column] is not None:
            counts[row[column]] = counts.get(row[column], 0) + 1
    return sorted(counts, key=lambda v: (-counts[v], str(v)))[:MOST]


def _values(view: View) -> dict[str, list[Any]]:
    """Values for parameters, by the type of the parameter."""
    said = view.ask("who_said_what", {}, limit=100_000)
    days = sorted({str(r["said_on"]) for r in said if r["said_on"]})
    conflicts = view.ask("open_conflicts", {}, limit=100_000)
    offices = view.ask("offices_when_speaking", {}, limit=100_000)
    sided = [r for r in offices if r["who_uri"] in {c["pro_uri"] for c in conflicts}]
    actors = (
        _top(said, "who_uri"),
        _top(conflicts, "pro_uri"),
        _top(conflicts, "contra_uri"),
        _top(sided, "organization_uri"),
    )
    return {
        "topic": ["artificial-intelligence", "ai-regulation"],
        "actor": list(dict.fromkeys(a for found in actors for a in found)),
        "date": [days[len(days) // 3], days[-1]],
        "datetime": ["2020-01-01", "2100-01-01"],
        "number": [0.5],
    }


def asked(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each of the ten with what it requires, then with every further parameter in turn."""
    values = _values(view)
    for question in questions():
        if question.number > 10:
            continue
        required = {p.name: values[p.type][0] for p in question.parameters if p.required}
        yield question.name, required
        for parameter in question.parameters:
            for value in values.get(parameter.type, []):
                yield question.name, required | {parameter.name: value}
