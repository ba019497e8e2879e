"""The fingerprint of the pipeline: changes when its code, model, topics or settings do.

A document is read again when its text or this fingerprint has changed, and only then.
"""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from schema.topic import TopicScheme

# What a document's claims depend on. Stores, queries and exports are not part of it.
_SOURCES = (("schema", ""), ("kg", "extract"), ("kg", "link"), ("kg", "build"))
_SUFFIXES = (".py", ".onnx", ".json", ".txt", ".csv")


def _walk(folder: Traversable) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += [(f"{entry.name}/{name}", data) for name, data in _walk(entry)]
        elif entry.name.endswith(_SUFFIXES):
            found.append((entry.name, entry.read_bytes()))
    return found


@cache
def _code() -> str:
    sha = hashlib.sha256()
    for package, folder in _SOURCES:
        root = files(package)
        for name, data in _walk(root / folder if folder else root):
            sha.update(f"{package}/{folder}/{name}\0".encode() + data + b"\0")
    return sha.hexdigest()


def fingerprint(extractor: str, scheme: TopicScheme) -> str:
    """16 hex digits over code and model of the pipeline, the extractor's name and the topics."""
    sha = hashlib.sha256(f"{_code()}\0{extractor}\0{scheme.model_dump_json()}".encode())
    return sha.hexdigest()[:16]
