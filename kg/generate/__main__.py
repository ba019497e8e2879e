"""`python -m kg.generate [--check]`: write the derived files, or fail when one on disk differs."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kg.generate.context import context
from kg.generate.model_page import model_page
from kg.generate.ontology import ontology
from kg.generate.shapes import shapes
from kg.stores import neo4j_schema

ROOT = Path(__file__).resolve().parents[2]
FILES: dict[str, Callable[[], str]] = {
    "schema/generated/ontology.ttl": ontology,
    "schema/generated/shapes.ttl": shapes,
    "schema/generated/context.jsonld": context,
    "schema/generated/constraints.cypher": neo4j_schema.script,
    "docs/model.md": model_page,
}


def differing(root: Path) -> list[str]:
    """The names of the files under `root` that are not what the vocabulary says, sorted."""
    return sorted(name for name, text in FILES.items() if _read(root / name) != text())


def write(root: Path) -> None:
    """Write all derived files under `root`."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(), "utf-8", newline="\n")


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def main() -> int:
    """The command; 1 when `--check` finds a difference."""
    parser = argparse.ArgumentParser(prog="python -m kg.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args()
    if not options.check:
        write(options.root)
        return 0
    stale = differing(options.root)
    for name in stale:
        print(f"{name} is stale: run python -m kg.generate", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
