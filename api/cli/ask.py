"""`policykg who-said`, `policykg ask` and `policykg show`: questions to the graph."""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.text import Text

from api.cli.notes import say
from api.cli.options import Format, FormatOption, HomeOption, LimitOption, StoreOption, runtime
from api.cli.output import console, print_rows
from api.passage import passages_of
from kg.protocols import Row
from kg.query.question import load_question, questions
from schema.errors import QuestionError
from schema.ids import BASE
from schema.printable import one_line, printable
from schema.values import plain

_WHO_SAID = ("said_on", "who", "office", "act", "said", "outlet", "id")


def who_said(
    topic: Annotated[
        str | None, typer.Option(help="Notation of a topic; narrower ones count too.")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Full name or URI of who spoke.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day of speaking.")
    ] = None,
    to: Annotated[str | None, typer.Option(metavar="DATE", help="Day after the last one.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="As the graph knew it on that day.")
    ] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Leave out what is less sure.")
    ] = None,
    limit: LimitOption = 100,
    store: StoreOption = None,
    home: HomeOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Who said what about a topic, when, in what office, where is it written?"""
    parameters = {
        "topic": topic,
        "actor": actor,
        "from": from_,
        "to": to,
        "as_of": as_of,
        "min_confidence": min_confidence,
    }
    with runtime(store, home) as opened:
        rows = opened.store.view().ask("who_said_what", parameters, limit=limit + 1)
    shown = rows[:limit]
    print_rows(
        shown if form is not Format.TABLE else [_readable(row) for row in shown],
        form,
        columns=_WHO_SAID,
        header=list(load_question("who_said_what").columns),
    )
    _tell_of_more(rows, limit)


def _tell_of_more(rows: Sequence[Row], limit: int) -> None:
    """Say after the rows that there are more, where one more than the limit was found."""
    if len(rows) > limit:
        sys.stdout.flush()
        say(f"The first {limit:,} rows; there are more: --limit N shows up to N.")


def _readable(row: dict[str, Any]) -> dict[str, Any]:
    organization = f", {row['organization']}" if row["organization"] else ""
    return {
        "said_on": row["said_on"],
        "who": row["who"] or f"({row['source_text'] or 'unknown'})",
        "office": f"{row['title']}{organization}" if row["title"] else None,
        "act": row["act"],
        "said": row["said"],
        "outlet": row["outlet"],
        "id": str(row["statement_uri"]).removeprefix(BASE + "statement/"),
    }


def ask(
    name: Annotated[
        str | None, typer.Argument(help="Name of the question; none lists them all.")
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE...", help="Its parameters.")
    ] = None,
    limit: LimitOption = 100,
    store: StoreOption = None,
    home: HomeOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Ask one of the named questions, e.g. `policykg ask open_conflicts topic=ai-regulation`."""
    if name is None:
        print_rows([_described(q.name) for q in questions()], form)
        return
    with runtime(store, home) as opened:
        rows = opened.store.view().ask(name, _given(parameters or []), limit=limit + 1)
    print_rows(rows[:limit], form, header=list(load_question(name).columns))
    _tell_of_more(rows, limit)


def _described(name: str) -> dict[str, Any]:
    question = load_question(name)
    names = (f"{p.name}{'' if p.required else '?'}" for p in question.parameters)
    return {"name": name, "parameters": " ".join(names), "question": question.title}


def _given(pairs: list[str]) -> dict[str, str]:
    given = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise QuestionError(f"{pair!r} is no parameter: write KEY=VALUE")
        if key in given:
            raise QuestionError(f"parameter {key!r} is given twice")
        given[key] = value
    return given


def show(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A URI, the end of one, or the ID of a statement.")
    ],
    store: StoreOption = None,
    home: HomeOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show one thing: its properties, what it is connected to, and the passage it rests on."""
    uri = _uri(identifier)
    with runtime(store, home) as opened:
        view = opened.store.view()
        node, around = view.get(uri), view.neighbours(uri)
        if node is None or around is None:
            raise QuestionError(f"nothing in the graph has the ID {identifier!r}")
        passages = passages_of(view, around)
    values = {k: plain(v) for k, v in node.properties.items() if k != "text" or len(v) < 1000}
    if form is not Format.TABLE:
        edges = [e.key for e in around.edges if uri in (e.source, e.target)]
        print_rows([{"uri": uri, "labels": node.labels, **values, "edges": edges}], form)
        return
    shown = {"uri": uri, "labels": list(node.labels), **dict(sorted(values.items()))}
    print_rows([{"property": k, "value": v} for k, v in shown.items()], form)
    names = {n.uri: n for n in around.nodes}
    for edge in (e for e in around.edges if uri in (e.source, e.target)):
        ends = (names[edge.source], names[edge.target])
        line = f"({caption(ends[0])})-[:{edge.type}]->({caption(ends[1])})"
        console().print(Text(one_line(line)))
    for passage in passages:
        console().print(
            Text.assemble(
                "\n…",
                printable(passage.before),
                (printable(passage.exact), "bold reverse"),
                printable(passage.after),
                "…",
            ),
            Text(one_line(f"{passage.document}, characters {passage.start} to {passage.end}")),
            sep="\n",
        )


def _uri(identifier: str) -> str:
    """A URI as it is; the end of one of ours; or the bare key of a statement, as in tables."""
    if ":" in identifier:
        return identifier
    return BASE + (identifier if "/" in identifier else "statement/" + identifier)


def caption(node: Any) -> str:
    """A node in a few words."""
    keys = ("name", "prefLabel", "title", "text", "exact")
    text = next((str(node.properties[k]) for k in keys if k in node.properties), node.uri)
    return text if len(text) <= 60 else text[:59] + "…"
