"""docs/benchmarks.md: one section a script; each rewrites its own and leaves the others."""

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def write(title: str, body: str) -> None:
    """Replace the section `## title`, or put it at the end."""
    page = DOCS.read_text("utf-8")
    section = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.M | re.S)
    rest = section.sub("", page).rstrip("\n")
    DOCS.write_text(f"{rest}\n\n## {title}\n\n{body}", "utf-8")
