"""All named questions with parameters from the corpus itself, so that every one has an answer."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kg.protocols import Row, View
from kg.query.question import Question, questions

ALL = 1_000_000
MANY = 2  # values of one parameter that are asked about, the most frequent ones


def _top(rows: list[Row], column: str) -> list[Any]:
    """The values of a column, the most frequent first."""
    counts = Counter(row[column] for row in rows if row[column] is not None)
    return sorted(counts, key=lambda v: (-counts[v], str(v)))


def _actors(view: View, said: list[Row]) -> list[Any]:
    """Who speaks most, who takes either side most, and whose office takes a side most."""
    conflicts = view.ask("open_conflicts", {}, limit=ALL)
    offices = view.ask("offices_when_speaking", {}, limit=ALL)
    sided = [r for r in offices if r["who_uri"] in {c["pro_uri"] for c in conflicts}]
    found = [
        *_top(said, "who_uri")[:1],
        *_top(conflicts, "pro_uri")[:MANY],
        *_top(conflicts, "contra_uri")[:1],
        *_top(sided, "organization_uri")[:1],
    ]
    return list(dict.fromkeys(found))


def _values(view: View) -> dict[str, list[Any]]:
    """Values for parameters, by the type of the parameter."""
    said = view.ask("who_said_what", {}, limit=ALL)
    days = sorted({str(r["said_on"]) for r in said if r["said_on"]})
    return {
        "topic": ["artificial-intelligence", "ai-regulation"],
        "actor": _actors(view, said),
        "date": [days[len(days) // 3], days[-1]],
        "datetime": ["2100-01-01", "2020-01-01"],
        "number": [0.5],
        "string": [" ".join(_top(said, "statement_uri")[:MANY])],
        "uri": _top(said, "document_uri")[:MANY],
    }


def asked(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each question with what it requires, then with every further parameter in turn."""
    values = _values(view)
    for question in questions():
        answered = _required(view, question, values)
        yield from ((question.name, given) for given in answered)
        for parameter in question.parameters:
            if not parameter.required:
                for value in values[parameter.type]:
                    yield question.name, answered[0] | {parameter.name: value}


def _required(view: View, question: Question, values: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """A value for what the question requires, each in turn; those with the most rows first."""
    names = [p for p in question.parameters if p.required]
    found: list[dict[str, Any]] = [{}]
    for parameter in names:
        found = [f | {parameter.name: v} for f in found for v in values[parameter.type]]
    return sorted(found, key=lambda f: -len(view.ask(question.name, f, limit=ALL)))
