"""`/documents`: what was loaded; one document with its text and the passages found in it."""

from typing import Any

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from api.deps import Identifier, TheView, Topic, full_uri
from api.models import Detail, NodeModel, Rows
from api.paging import Asking

router = APIRouter(prefix="/documents", tags=["documents"])
ALL = 1_000_000  # rows: all passages of one document


class DocumentModel(BaseModel):
    """A loaded document with its text and every statement found in it, by offset."""

    document: NodeModel
    outlet: str | None = Field(examples=["The Daily Lamp"])
    version: str = Field(examples=["https://w3id.org/policykg/document/0a1b/version/2c3d"])
    text: str = Field(examples=["The minister said every synthetic voice must be labelled."])
    statements: list[dict[str, Any]] = Field(examples=[[{"start": 18, "end": 57}]])


@router.get("")
def list_documents(asking: Asking, topic: Topic = None) -> Rows:
    """The loaded documents, newest first, with the number of statements in each."""
    return asking.page("documents", {"topic": topic})


@router.get("/{identifier:path}", responses={404: {"model": Detail}})
def one_document(identifier: Identifier, view: TheView) -> DocumentModel:
    """A document with its stored text; `start` and `end` of each statement are offsets into it.

    Offsets count Unicode code points; `text[start:end]` is the passage.
    """
    uri = full_uri(identifier)
    node = view.get(uri)
    version = view.ask("document_version", {"document": uri}, limit=1)
    if node is None or not version:
        raise HTTPException(404, f"no loaded document has the ID {identifier!r}")
    outlet = version[0]["outlet"]
    return DocumentModel(
        document=NodeModel.of(node),
        outlet=None if outlet is None else str(outlet),
        version=str(version[0]["version_uri"]),
        text=str(version[0]["text"]),
        statements=view.ask("document_statements", {"document": uri}, limit=ALL),
    )
