"""The fingerprint of the pipeline: changes when its code, model, topics or settings do.

A document is read again when its text or this fingerprint has changed, and only then. Of the code
only what runs counts: a comment, a docstring or a line break changes no claim. The libraries that
compute count by their versions: another one may round another way.
"""

import ast
import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from schema.topic import TopicScheme

# What a document's claims depend on. Stores, queries and exports are not part of it.
_SOURCES = (
    ("schema", ""),
    *(("kg", room) for room in ("english", "read", "extract", "link", "build")),
)
_SUFFIXES = (".py", ".onnx", ".json", ".txt", ".csv")
_COMPUTING = ("numpy", "onnxruntime", "tokenizers")


def _walk(folder: Traversable) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += [(f"{entry.name}/{name}", data) for name, data in _walk(entry)]
        elif entry.name.endswith(".py"):
            found.append((entry.name, what_runs(entry.read_text("utf-8")).encode()))
        elif entry.name.endswith(_SUFFIXES):
            found.append((entry.name, entry.read_bytes()))
    return found


def what_runs(source: str) -> str:
    """A Python module without what changes nothing: comments, docstrings, its layout."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and _is_docstring(body[0]):
            body[:1] = [] if body[1:] else [ast.Pass()]
    return ast.dump(tree)


def _is_docstring(node: object) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@cache
def _code() -> str:
    sha = hashlib.sha256()
    for package, folder in _SOURCES:
        root = files(package)
        for name, data in _walk(root / folder if folder else root):
            sha.update(f"{package}/{folder}/{name}\0".encode() + data + b"\0")
    for library in _COMPUTING:
        sha.update(f"{library} {version(library)}\0".encode())
    return sha.hexdigest()


def fingerprint(extractor: str, scheme: TopicScheme) -> str:
    """16 hex digits over code and model of the pipeline, the extractor's name and the topics."""
    sha = hashlib.sha256(f"{_code()}\0{extractor}\0{scheme.model_dump_json()}".encode())
    return sha.hexdigest()[:16]
