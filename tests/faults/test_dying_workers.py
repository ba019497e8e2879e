"""A document that ends the process that reads it costs itself, and no other document."""

import os
import signal

from kg.reading import failure, in_order, reading_processes
from kg.settings import Settings
from schema.document import Document
from schema.errors import ExtractionError

SETTINGS = Settings(workers=2)


def deadly(_: str, document: Document) -> str:
    """A reading, in a worker; on some documents the process is killed."""
    if "deadly" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return document.text.upper()


def document(name: str, text: str) -> Document:
    return Document(source=name, text=text, modified="2025-01-01T00:00:00Z")  # type: ignore[arg-type]


def test_only_the_document_at_fault_is_lost() -> None:
    texts = ["a", "b deadly", "c", "d", "e", "f", "g", "h", "i deadly", *"jklm"]
    documents = [document(text[0], text) for text in texts]
    with reading_processes(2) as executor:
        read = list(in_order(executor, SETTINGS, deadly, documents))
    assert [d for d, _ in read] == documents
    errors = {d.source: failure(reading) for d, reading in read if failure(reading)}
    assert set(errors) == {"b", "i"}
    assert all(isinstance(x, ExtractionError) for x in errors.values())
    assert str(errors["b"]) == "b: the process that read it ended (killed, or out of memory)"
    assert [r.result() for d, r in read if d.source not in errors] == list("ACDEFGHJKLM")
