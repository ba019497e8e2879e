"""`/sparql`: the SPARQL 1.1 protocol, read only; people with a browser get a page to ask on.

Comes in: GET with `query`, a POSTed form or a POSTed query. Goes out: rows or triples in the format
that the parameter `format` or the Accept header asks for. Queries wait in threads of their own, so
that a crowd of them leaves the others to the rest of the service; the work is done in other
processes.

`output` and `results` are other names of `format`: SPARQLWrapper, the client that most Python
programs use, sends all three with every query. Any other parameter is refused.
"""

from functools import partial
from typing import Annotated, Any
from urllib.parse import parse_qsl

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from api.deps import TheRuntime
from api.models import Detail
from api.routes.pages import html_page
from api.runtime import Runtime
from kg.replica.formats import GRAPHS, ROWS, preferred
from schema.errors import QueryBusy, QueryRefused

router = APIRouter(tags=["sparql"])
MOST_BYTES = 2**20  # of a query
FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
HTML = "text/html"
_DATASET = {"default-graph-uri", "named-graph-uri"}
_TEXT = {"type": "string", "pattern": r"\S", "maxLength": MOST_BYTES}
_TYPES = [*(f.media_type for f in ROWS.values()), *(f.media_type for f in GRAPHS.values())]
_FORMATS = {"format", "output", "results"}


def _accept_by_name() -> dict[str, str]:
    """What each format is called in an Accept header: for rows, and for graphs."""
    names = {name: [form.media_type] for name, form in ROWS.items()}
    names |= {name: [form.media_type] for name, form in GRAPHS.items()}
    # SPARQLWrapper's names for the same, and the form of a graph for whoever says xml or json.
    names |= {"json-ld": names["jsonld"], "rdf": names["rdfxml"], "rdf+xml": names["rdfxml"]}
    names["xml"], names["json"] = names["xml"] + names["rdfxml"], names["json"] + names["jsonld"]
    return {name: ", ".join(types) for name, types in names.items()}


NAMES = _accept_by_name()
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer. The header X-Row-Limit is there when rows were left out.",
        "content": {name: {} for name in (*_TYPES, HTML)},
    },
    400: {"model": Detail, "description": "No query, or a text that is none."},
    403: {"model": Detail, "description": "An update, or a query that asks another server."},
    422: {"model": Detail, "description": "The query needs too much memory, or nests too deeply."},
    503: {"model": Detail, "description": "Too many long queries run: try again later."},
    504: {"model": Detail, "description": "The query ran too long and was ended."},
}
_POSTED: dict[int | str, dict[str, Any]] = {
    413: {"model": Detail, "description": "The query is too long."},
    415: {"model": Detail, "description": "Neither a form nor a query."},
}
_BODY = {
    "required": True,
    "content": {
        QUERY: {"schema": _TEXT},
        FORM: {"schema": {"type": "object", "properties": {"query": _TEXT}, "required": ["query"]}},
    },
}


@router.get("/sparql", responses=_ANSWERS, response_class=Response)
async def ask_by_get(
    request: Request,
    runtime: TheRuntime,
    query: Annotated[
        str | None,
        Query(examples=["SELECT ?s WHERE { ?s a ?type } LIMIT 5"], max_length=MOST_BYTES),
    ] = None,
    form: Annotated[
        str | None,
        Query(
            alias="format",
            description="In place of the Accept header.",
            json_schema_extra={"enum": sorted(NAMES)},
        ),
    ] = None,
) -> Response:
    """Ask a query; without one, or from a browser, the page to ask on."""
    given = request.query_params.multi_items()
    if form is None and preferred(request.headers.get("accept", ""))[:1] == [HTML]:
        return html_page("sparql.html")
    return await _answer(runtime, _one_query(given), wanted(given, request), request)


async def _posted(request: Request) -> list[tuple[str, str]]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise QueryRefused("updates are refused: this service reads")
    if kind not in (FORM, QUERY):
        raise HTTPException(415, f"{kind or 'no content type'}: POST {QUERY} or {FORM}")
    try:
        text = (await _body(request)).decode("utf-8")
        posted = [("query", text)] if kind == QUERY else parse_qsl(text, errors="strict")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8") from error
    return [*request.query_params.multi_items(), *posted]


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"a query has at most {MOST_BYTES} bytes")
    return bytes(body)


@router.post(
    "/sparql",
    responses={**_ANSWERS, **_POSTED},
    response_class=Response,
    openapi_extra={"requestBody": _BODY},
)
async def ask_by_post(
    request: Request,
    runtime: TheRuntime,
    given: Annotated[list[tuple[str, str]], Depends(_posted)],
) -> Response:
    """Ask a query that is posted, as a form or as it is."""
    return await _answer(runtime, _one_query(given), wanted(given, request), request)


@router.api_route("/sparql", methods=["DELETE", "OPTIONS", "PATCH", "PUT"], include_in_schema=False)
def refuse_other_methods() -> None:
    """Name both methods there are: routing alone would name those of one route."""
    raise HTTPException(405, "Method Not Allowed", {"Allow": "GET, POST"})


def _one_query(given: list[tuple[str, str]]) -> str:
    names = {name for name, _ in given}
    if "update" in names:
        raise QueryRefused("updates are refused: this service reads")
    if names & _DATASET:
        raise HTTPException(400, "name graphs by FROM and FROM NAMED in the query")
    if unknown := sorted(names - {"query", *_FORMATS}):
        raise HTTPException(400, f"{unknown[0]}: unknown parameter; there are: query, format")
    queries = [value for name, value in given if name == "query" and value.strip()]
    if len(queries) != 1:
        raise HTTPException(400, f"{len(queries)} queries: give one as the parameter `query`")
    return queries[0]


def wanted(given: list[tuple[str, str]], request: Request) -> str:
    """The Accept header, or what the parameter `format` puts in its place.

    Raises HTTPException for a format that there is not, or two of them.
    """
    names = {value for name, value in given if name in _FORMATS}
    if len(names) > 1 or not names <= NAMES.keys():
        raise HTTPException(400, f"format: give one of {', '.join(sorted(NAMES))}")
    # A client without an Accept header takes anything.
    return NAMES[names.pop()] if names else request.headers.get("accept") or "*/*"


async def _answer(runtime: Runtime, query: str, accept: str, request: Request) -> Response:
    client = request.client.host if request.client else ""
    ask = partial(runtime.sparql.query, query, accept=accept, client=client)
    threads: CapacityLimiter = request.app.state.sparql_threads
    if not threads.available_tokens:
        raise QueryBusy(f"{threads.total_tokens:g} queries run or wait: try again later")
    result = await to_thread.run_sync(ask, limiter=threads)
    headers = {"Vary": "Accept"}
    if result.truncated:
        headers["X-Row-Limit"] = str(runtime.settings.sparql_max_rows)
    return Response(result.body, media_type=result.media_type, headers=headers)
