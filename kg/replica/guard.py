"""Which queries may run: only those that read, and only from this server.

Comes in: the text of a query. Goes out: the text to run.
Called in the process that runs it, under the query's time limit.
"""

import re
from collections.abc import Iterator
from threading import Lock
from typing import Any

from pyparsing import ParseBaseException, ParseResults
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.replica.nesting import check_nesting
from schema.errors import QueryRefused, QuerySyntaxError

_PARSER = Lock()  # rdflib's grammar is shared by all threads
# Without these letters there is no SERVICE: nothing to look for.
_SUSPECT = re.compile(r"service", re.I)


def check(text: str) -> str:
    """Let a query pass; returns the text to run, which means the same.

    Raises QueryRefused when it asks another server or nests too deeply. An update, and what is no
    query at all, is left for Oxigraph to refuse.
    """
    if not text.strip():
        raise QuerySyntaxError("the query is empty")
    check_nesting(text)
    if not _SUSPECT.search(text):
        return text
    try:
        plain = _plain(text)
        with _PARSER:
            parsed = parseQuery(plain)
    except (ParseBaseException, ValueError, RecursionError) as error:
        raise refusal(text, str(error)) from error
    if any(part.name == "ServiceGraphPattern" for part in _parts(parsed)):
        raise QueryRefused("SERVICE is refused: a query may not make this server ask another one")
    return plain


def refusal(text: str, reason: str) -> QueryRefused:
    """Why a text that does not parse is refused: it is an update, or no SPARQL."""
    try:
        with _PARSER:
            parseUpdate(text)
    except (ParseBaseException, ValueError, RecursionError):
        return QuerySyntaxError(f"not a SPARQL 1.1 query: {reason}")
    return QueryRefused("updates are refused: SPARQL reads a copy, the store is written by ingest")


def _plain(text: str) -> str:
    # Two parsers must read the same text. rdflib replaces code point escapes beforehand, Oxigraph
    # does not; rdflib ends comments at a line feed alone, Oxigraph at a carriage return as well.
    while (expanded := expandUnicodeEscapes(text)) != text:
        text = expanded
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parts(parsed: Any) -> Iterator[CompValue]:
    if isinstance(parsed, CompValue):
        yield parsed
        for value in parsed.values():
            yield from _parts(value)
    elif isinstance(parsed, list | tuple | ParseResults):
        for value in parsed:
            yield from _parts(value)
